"""Searching by hand: what is named comes first, filters hold, the words asked for are marked, references lead on."""

import sys
from pathlib import Path

import pytest

from assistant.cli import main
from assistant.finding import Found, find, show
from corpus.library import Corpus
from corpus.references import CitationLanguage
from index.passages import make_passages
from index.search import Index

# What a person filters by, and a question each kind answers.
KINDS = {
    "definisi": "angka kredit",
    "persyaratan": "syarat pindah jabatan menjadi negosiator",
    "prosedur": "tata cara mengajukan DUPAK",
    "tabel": "angka kredit menyusun laporan",
}


@pytest.fixture(scope="module")
def citations(corpus: Corpus) -> CitationLanguage:
    return CitationLanguage(corpus.regulations)


def test_a_provision_that_is_named_comes_before_what_fits(
    corpus: Corpus, real: Index, citations: CitationLanguage
) -> None:
    found, _ = find("Pasal 75 ayat (3) Permendag 94/2020 tentang kenaikan pangkat", corpus, real, citations, 5)
    assert [one.exact for one in found] == [True, False, False, False, False]
    assert found[0].citation.label == "Pasal 75 ayat (3) Permendag 94/2020"


def test_a_provision_that_does_not_exist_is_told(corpus: Corpus, real: Index, citations: CitationLanguage) -> None:
    found, messages = find("Pasal 99 Permendag 94/2020", corpus, real, citations, 3)
    assert "berakhir pada Pasal 82" in messages[0]
    assert not any(one.exact for one in found)


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_leaves_only_provisions_of_that_kind(
    kind: str, corpus: Corpus, real: Index, citations: CitationLanguage
) -> None:
    of_kind = {passage.address for passage in make_passages(corpus) if passage.kind == kind}
    found, _ = find(KINDS[kind], corpus, real, citations, 10, kind=kind)
    assert len(found) == 10
    assert all(one.citation.address in of_kind for one in found)


@pytest.mark.parametrize(
    ("kind", "regulation", "place"),
    [
        ("definisi", "permendag-94-2020", "Pasal 1 angka 11"),
        ("persyaratan", "permendag-94-2020", "Pasal 13 ayat (1)"),
        ("persyaratan", "permen-pupr-2-2023", "Pasal 28"),
        ("prosedur", "permendag-79-2014", "Pasal 21"),
        ("prosedur", "permendag-94-2020", "Pasal 61 ayat (8)"),
        ("tabel", "permendag-82-2020", "Lampiran IV golongan III/c ijazah S2"),
    ],
)
def test_each_kind_holds_what_people_mean_by_it(corpus: Corpus, kind: str, regulation: str, place: str) -> None:
    address = corpus.find(place, regulation).address
    kinds = {passage.kind for passage in make_passages(corpus) if passage.address == address}
    assert kinds == {kind}


def test_regulation_and_kind_narrow_together(corpus: Corpus, real: Index, citations: CitationLanguage) -> None:
    found, _ = find("jabatan", corpus, real, citations, 8, "permendag-79-2014", "definisi")
    assert len(found) == 8
    assert {one.citation.address.regulation for one in found} == {"permendag-79-2014"}
    assert {one.citation.address.pasal for one in found} == {1}


def test_the_words_asked_for_are_marked_in_any_form_and_the_laws_word_for_them(
    corpus: Corpus, real: Index, citations: CitationLanguage
) -> None:
    found, _ = find("umur paling tinggi pindah", corpus, real, citations, 5, "permendag-94-2020", "persyaratan")
    best = next(one for one in found if one.citation.address.place == "Pasal 13 ayat (1)")
    marked = {best.citation.quote[start:end] for start, end in best.marks}
    assert {"berusia", "perpindahan", "tinggi"} <= marked
    assert "dan" not in marked


def test_references_lead_from_a_provision_to_others(corpus: Corpus, real: Index, citations: CitationLanguage) -> None:
    found, _ = find("Pasal 13 ayat (1) Permendag 94/2020", corpus, real, citations, 1)
    targets = {at for one in corpus.references_from(found[0].citation.address) for at in one.targets}
    assert found[0].see_also and set(found[0].see_also) <= targets
    assert not any(found[0].citation.address.contains(at) for at in found[0].see_also)


def test_a_provision_is_shown_with_its_marks_only_where_they_can_be_seen(
    corpus: Corpus, real: Index, citations: CitationLanguage
) -> None:
    one = find("Pasal 13 ayat (1) Permendag 94/2020: berapa usia paling tinggi", corpus, real, citations, 1)[0][0]
    plain, bold = show(one, bold=False), show(one, bold=True)
    assert plain.startswith("Pasal 13 ayat (1) Permendag 94/2020 (disebut langsung)\n  …")
    assert "\033[" not in plain
    assert "\033[1mberusia\033[0m" in bold
    assert bold.replace("\033[1m", "").replace("\033[0m", "") == plain


def test_a_short_provision_is_shown_whole(corpus: Corpus) -> None:
    address = corpus.find("Pasal 1 angka 9", "permendag-79-2014").address
    assert address is not None
    shown = show(Found(corpus.cite(address), 0.5, False, (), ()), bold=True)
    assert shown == f"{corpus.label(address)}\n  {' '.join(corpus.cite(address).quote.split())}"


def test_the_command_line_searches_within_a_regulation_and_a_kind(
    built: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: False, raising=False)
    assert main(["search", "jabatan", "--regulation", "permendag-79-2014", "--kind", "definisi", "-k", "2"]) == 0
    shown = capsys.readouterr().out
    assert shown.count("Permendag 79/2014\n") == 2
    assert shown.count("Pasal 1 angka ") == 2


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["jabatan", "--kind", "puisi"], "jenis 'puisi' tidak dikenal; yang ada: definisi"),
        (["jabatan", "--regulation", "uu-1-1945"], "peraturan 'uu-1-1945' tidak dikenal; yang ada: permen-pupr-2-2023"),
        (["  "], "pencarian kosong"),
        (["jabatan", "-k", "0"], "paling sedikit 1"),
    ],
)
def test_a_wrong_search_is_refused_in_one_line(
    arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["search", *arguments]) == 2
    said = capsys.readouterr().err
    assert told in said and said.count("\n") == 1
