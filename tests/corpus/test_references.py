"""Citations find their provision, provisions find each other, and what does not exist is explained."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from corpus.address import Address
from corpus.errors import UnknownProvision
from corpus.library import Corpus
from corpus.references import CitationLanguage, Reference, cross_references

CASES = yaml.safe_load((Path(__file__).parent / "references.yaml").read_text(encoding="utf-8"))
NEGOSIATOR = "permendag-94-2020"


@pytest.fixture(scope="module")
def language(corpus: Corpus) -> CitationLanguage:
    return CitationLanguage(corpus.regulations)


@pytest.fixture(scope="module")
def links(corpus: Corpus) -> dict[str, tuple[Reference, ...]]:
    return {identity: cross_references(regulation) for identity, regulation in corpus.regulations.items()}


def place(written: str) -> Address:
    regulation, _, rest = written.partition(" ")
    return Address.parse(rest, regulation)


@pytest.mark.parametrize("case", CASES, ids=[f"{case['text']} {case.get('near', '')}" for case in CASES])
def test_a_citation_means_exactly_one_provision_or_says_why_not(
    language: CitationLanguage, case: dict[str, Any]
) -> None:
    near = [place(written) for written in case.get("near", [])]
    found = [language.resolve(m, case.get("scope", ()), near) for m in language.find(case["text"])]
    assert [target.key for each in found for target in each.targets] == case.get("finds", [])
    for words in case.get("says", []):
        assert words in " ".join(each.message for each in found)
    assert all(bool(each.message) != bool(each.targets) for each in found)


def test_every_provision_is_read_back_from_the_way_it_is_written(corpus: Corpus, language: CitationLanguage) -> None:
    lost = []
    for regulation in corpus.regulations.values():
        for node in regulation.root.walk():
            if node.address is not None and language.parse(language.format(node.address)) != node.address:
                lost.append(language.format(node.address))
    assert lost == []


def test_every_ayat_and_huruf_is_found_inside_a_sentence(corpus: Corpus, language: CitationLanguage) -> None:
    for regulation in corpus.regulations.values():
        for node in regulation.root.walk():
            if node.address is None or node.kind not in ("pasal", "ayat", "huruf", "angka") or not node.address.pasal:
                continue
            (mention,) = language.find(f"tolong jelaskan {language.format(node.address)} ya")
            assert language.resolve(mention).targets == (node.address,)


def test_a_text_without_a_citation_cannot_be_parsed(language: CitationLanguage) -> None:
    with pytest.raises(UnknownProvision, match="tidak dapat dibaca"):
        language.parse("kenaikan pangkat")


def test_two_citations_cannot_be_parsed_as_one(language: CitationLanguage) -> None:
    with pytest.raises(UnknownProvision, match="tidak dapat dibaca"):
        language.parse("Pasal 1 dan Pasal 2 Permendag 94/2020")


def test_a_reference_keeps_the_characters_it_stands_on(corpus: Corpus, links: dict[str, tuple[Reference, ...]]) -> None:
    for references in links.values():
        assert references
        for reference in references:
            node = corpus.node(reference.source)
            words = node.text if reference.within == "text" else node.tail
            assert words[reference.start : reference.end] == reference.text


def targets(links: dict[str, tuple[Reference, ...]], source: Address) -> list[str]:
    return [t.place for r in links[source.regulation] if r.source == source for t in r.targets]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Pasal 14 ayat (2)", ["Pasal 14 ayat (1)"]),
        ("Pasal 14 ayat (1)", ["Pasal 13 ayat (1) huruf f"]),
        ("Pasal 13 ayat (6)", ["Pasal 13 ayat (1)", "Pasal 13 ayat (5)", "Pasal 13 ayat (1) huruf h"]),
        ("Pasal 13 ayat (7) huruf b", ["Pasal 13 ayat (7) huruf a"]),
        ("Pasal 18 huruf c", ["Pasal 18 huruf b"]),
        ("Pasal 20 ayat (1)", ["Lampiran IV"]),
        ("Pasal 75 ayat (2)", [f"Pasal 75 ayat (1) huruf {letter}" for letter in "bcde"]),
        ("Pasal 79 ayat (6)", ["Pasal 79 ayat (4)", "Pasal 79 ayat (5) huruf a"]),
        ("Menimbang huruf b", ["Menimbang huruf a"]),
        ("Pasal 12 ayat (7)", []),
    ],
)
def test_a_provision_refers_to_what_its_words_say(
    links: dict[str, tuple[Reference, ...]], source: str, expected: list[str]
) -> None:
    assert targets(links, Address.parse(source, NEGOSIATOR)) == expected


def test_a_reference_to_nothing_is_kept_and_says_so(links: dict[str, tuple[Reference, ...]]) -> None:
    dangling = {(r.source.place, r.text) for r in links[NEGOSIATOR] if r.absent and not r.targets}
    assert ("Pasal 27 huruf a", "huruf i") in dangling  # Pasal 13 ayat (1) ends at huruf h


def test_another_regulation_is_no_target(links: dict[str, tuple[Reference, ...]]) -> None:
    assert all("203" not in r.text for references in links.values() for r in references)


def test_links_go_both_ways(corpus: Corpus) -> None:
    source, target = (Address.parse(p, NEGOSIATOR) for p in ("Pasal 14 ayat (1)", "Pasal 13 ayat (1) huruf f"))
    assert target in [t for r in corpus.references_from(source) for t in r.targets]
    assert source in [r.source for r in corpus.references_to(target)]
    assert corpus.references_to(Address.parse("Pasal 82", NEGOSIATOR)) == ()
