"""Finding, citing and qualifying provisions; and what a wrong data file is answered with."""

from pathlib import Path

import pytest

from corpus.address import Address
from corpus.errors import CorpusError, DataError, UnknownProvision
from corpus.library import Corpus, load_corpus

_META = "short: X 1/2020\ntitle: Peraturan X\nnumber: '1'\nyear: 2020\n"


def _write(folder: Path, content: str = "Pasal 1\n(1) Isi satu.\n(2) Isi dua.", **files: str) -> Corpus:
    (folder / "x.txt").write_text(content, encoding="utf-8")
    for name, text in {"yaml": _META, **files}.items():
        (folder / f"x.{name.replace('_', '.')}").write_text(text, encoding="utf-8")
    return load_corpus(folder)


def test_one_more_regulation_is_a_text_and_a_metadata_file(tmp_path: Path) -> None:
    corpus = _write(tmp_path)
    assert corpus.find("Pasal 1 ayat (2)", "x").text == "Isi dua."
    assert corpus.label(Address("x", pasal=1, ayat=2)) == "Pasal 1 ayat (2) X 1/2020"


def test_the_hash_changes_with_every_data_file(tmp_path: Path) -> None:
    before = _write(tmp_path).hash
    assert _write(tmp_path).hash == before
    assert _write(tmp_path, "Pasal 1\n(1) Isi lain.").hash != before
    assert _write(tmp_path, susunan_yaml="joins: ''").hash != before


@pytest.mark.parametrize(
    ("place", "regulation", "words"),
    [
        ("Pasal 99", "permendag-94-2020", "Pasal 99 tidak ada dalam Permendag 94/2020. Peraturan itu berakhir pada Pasal 82."),
        ("Pasal 99 ayat (1)", "permendag-94-2020", "berakhir pada Pasal 82."),
        ("Pasal 72 ayat (9)", "permendag-94-2020", "Pasal 72 Permendag 94/2020 memuat ayat (1) sampai dengan ayat (3)."),
        ("Pasal 72 ayat (3) huruf z", "permendag-94-2020", "memuat huruf a sampai dengan huruf e."),
        ("Pasal 4 ayat (1)", "permendag-94-2020", "Pasal 4 Permendag 94/2020 tidak mempunyai ayat."),
        ("Pasal 37 ayat (2)", "permendag-94-2020", "hanya memuat ayat (1)."),
        ("Lampiran VII", "permendag-94-2020", "memuat Lampiran I sampai dengan Lampiran VI."),
        ("Pasal 3", "permen-pupr-2-2023", "Pasal 3 Permen PUPR 2/2023 tidak ada dalam naskah sumber."),
        ("Pasal 3 ayat (1)", "permen-pupr-2-2023", "Pasal 3 Permen PUPR 2/2023 tidak ada dalam naskah sumber."),
        ("Lampiran II", "permen-pupr-2-2023", "tidak ada dalam naskah sumber."),
        ("Lampiran I huruf A", "permendag-79-2014", "Bagan Pola Karier pada Lampiran I Permendag 79/2014 tidak ada"),
        ("Lampiran I", "permendag-4-2026", "tidak ada dalam naskah sumber"),
        ("Pasal 1", "permendag-1-1999", "Peraturan permendag-1-1999 tidak ada dalam koleksi ini. Yang tersedia: "),
    ],
)  # fmt: skip
def test_asking_for_what_does_not_exist_is_answered_with_what_does(
    corpus: Corpus, place: str, regulation: str, words: str
) -> None:
    with pytest.raises(UnknownProvision) as refusal:
        corpus.find(place, regulation)
    assert words in str(refusal.value)


def test_a_citation_quotes_the_whole_provision_or_the_words_asked_for(corpus: Corpus) -> None:
    address = Address.parse("Pasal 72 ayat (3) huruf c", "permendag-94-2020")
    assert corpus.cite(address).quote == "paling singkat telah 2 (dua) tahun dalam pangkat terakhir;"
    assert corpus.cite(address, "2 (dua)  tahun").label == "Pasal 72 ayat (3) huruf c Permendag 94/2020"


@pytest.mark.parametrize(
    ("place", "quote"),
    [
        ("Pasal 72 ayat (3) huruf c", "paling singkat telah 2 (dua) tahun dalam pangkat terakhir dan jabatan terakhir"),
        ("Pasal 72 ayat (3) huruf c", "paling singkat telah 3 (dua) tahun"),
        ("Pasal 72 ayat (3)", "paling singkat telah 2 (dua) tahun masih dalam jenjang jabatan yang sama"),
        ("Pasal 72 ayat (3) huruf d", "paling singkat telah 2 (dua) tahun dalam pangkat terakhir"),
        ("Pasal 72 ayat (3) huruf c", "   "),
    ],
    ids=["invented tail", "wrong numeral", "two fragments stitched", "right words, wrong provision", "nothing"],
)
def test_a_quote_that_does_not_stand_word_for_word_is_refused(corpus: Corpus, place: str, quote: str) -> None:
    address = Address.parse(place, "permendag-94-2020")
    assert not corpus.holds(address, quote)
    with pytest.raises(CorpusError, match="does not stand in it word for word"):
        corpus.cite(address, quote)


def _ids(corpus: Corpus, place: str, regulation: str = "permendag-94-2020") -> set[str]:
    return {erratum.id for erratum in corpus.errata(Address.parse(place, regulation))}


def test_a_mistake_touches_its_provision_and_what_holds_it_but_not_its_neighbours(corpus: Corpus) -> None:
    assert "B001-042" in _ids(corpus, "Pasal 55 ayat (3) huruf d")
    assert "B001-042" in _ids(corpus, "Pasal 55")
    assert "B001-042" not in _ids(corpus, "Pasal 55 ayat (3) huruf c")
    assert "B001-042" not in _ids(corpus, "Pasal 54")


def test_a_mistake_in_the_lead_in_words_touches_the_items_below(corpus: Corpus) -> None:
    assert "B001-040" in _ids(corpus, "Pasal 55 ayat (3) huruf a")
    assert "B001-021" not in _ids(corpus, "Pasal 17 ayat (3) huruf a")


def test_every_erratum_stands_where_it_says_or_on_a_dropped_line(corpus: Corpus) -> None:
    for identity, register in corpus.registers.items():
        dropped = {span.line for drop in corpus.drops[identity] for span in drop.spans}
        for erratum in register:
            for place in erratum.places:
                home = Address(identity, lampiran=place.lampiran) if place.lampiran else place
                lines = set(corpus.node(place).lines) and set(corpus.node(home).lines)
                assert not lines or (lines | dropped) & set(erratum.lines), f"{erratum.id}: {place.place}"


def test_every_note_shown_to_users_is_one_short_sentence(corpus: Corpus) -> None:
    notes = [(e.id, e.note) for register in corpus.registers.values() for e in register]
    notes += [(s.code, s.message) for known in corpus.regulations.values() for s in known.status]
    assert not [(name, len(note)) for name, note in notes if len(note) > 200 or note != note.strip()]


def test_credits_of_both_positions_are_marked_historical_but_their_conditions_of_appointment_are_not(
    corpus: Corpus,
) -> None:
    def codes(place: str, regulation: str) -> list[str]:
        return [note.code for note in corpus.status(Address.parse(place, regulation))]

    assert codes("Pasal 55 ayat (1) huruf a", "permendag-94-2020") == [
        "angka_kredit_historis",
        "penerus_permendag_4_2025",
    ]
    assert codes("Pasal 13 ayat (1) huruf h", "permendag-94-2020") == ["penerus_permendag_4_2025"]
    assert codes("Pasal 56", "permendag-82-2020") == ["angka_kredit_historis", "penerus_permendag_4_2025"]
    assert codes("Pasal 2", "permendag-4-2026") == ["berlaku_sejak_27_maret_2026"]


def test_every_status_note_names_provisions_that_exist(corpus: Corpus) -> None:
    for regulation in corpus.regulations.values():
        for note in regulation.status:
            for place in note.places if note.places != "semua" else ():
                assert corpus.node(place).address == place


def test_every_definition_of_the_five_regulations_is_in_the_glossary(corpus: Corpus) -> None:
    counts = {identity: len(corpus.definitions(identity)) for identity in corpus.regulations}
    assert counts == {
        "permen-pupr-2-2023": 32,
        "permendag-4-2026": 13,
        "permendag-79-2014": 21,
        "permendag-82-2020": 37,
        "permendag-94-2020": 45,
    }
    terms = {definition.short: definition for definition in corpus.definitions("permendag-94-2020")}
    assert terms["DUPAK"].term == "Daftar Usulan Penilaian dan Penetapan Angka Kredit"
    assert terms["DUPAK"].address.place == "Pasal 1 angka 25"


_ERRATUM = (
    '- {id: E1, kind: pindaian, severity: L, places: ["Pasal 1 ayat (1)"], lines: [2], words: "lsi", reading: "Isi",'
    ' reason: "OCR.", note: "Dibaca Isi.", repair: [{line: 2, find: "lsi", replace: "Isi"}]}'
)


def test_a_repair_of_the_register_is_read_into_the_text(tmp_path: Path) -> None:
    corpus = _write(tmp_path, "Pasal 1\n(1) lsi satu.", errata_yaml=_ERRATUM)
    assert corpus.find("Pasal 1 ayat (1)", "x").text == "Isi satu."
    assert [erratum.reading for erratum in corpus.errata(Address("x", pasal=1, ayat=1))] == ["Isi"]


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ({"yaml": _META.replace("short: X 1/2020", "short:")}, "x.yaml: short: 'None' is wrong; write some words"),
        ({"yaml": _META.replace("2020\n", "dua ribu\n")}, "x.yaml: year: 'dua ribu' is wrong; write the year as a number"),
        ({"yaml": _META + "judul: Y"}, "x.yaml: judul: 'Y' is wrong; known keys are short, title"),
        ({"yaml": _META + "lampiran: satu"}, "x.yaml: lampiran: 'satu' is wrong; write a mapping of keys to values"),
        ({"yaml": _META + "sha256: abc"}, "x.yaml: sha256: 'abc' is wrong; the text has "),
        ({"yaml": ""}, "x.yaml: the file is missing"),
        ({"yaml": "a: [1"}, "x.yaml: not readable as YAML"),
        ({"yaml": "- satu"}, "x.yaml: \"['satu']\" is wrong; write a mapping"),
        ({"yaml": _META + "absent: [{place: 'Ps. 3', reason: r}]"}, "write it like 'Pasal 72 ayat (3) huruf c'"),
        ({"yaml": _META + "status: [{code: c, message: m, detail: d, source: s}]"}, "x.yaml: status c: dated: 'None' is wrong"),
        ({"errata_yaml": "{}"}, "x.errata.yaml: the file is wrong; write a list of entries"),
        ({"errata_yaml": _ERRATUM.replace("pindaian", "salah")}, "x.errata.yaml: E1: kind: 'salah' is wrong; write pindaian"),
        ({"errata_yaml": _ERRATUM.replace("pindaian", "pembentuk")}, "the legislator's words are never changed"),
        ({"errata_yaml": _ERRATUM.replace("severity: L", "severity: X")}, "E1: severity: 'X' is wrong; write H, M or L"),
        ({"errata_yaml": _ERRATUM.replace("[2]", "dua")}, "E1: lines: 'dua' is wrong; write a list of physical line numbers"),
        ({"errata_yaml": _ERRATUM + "\n" + _ERRATUM}, "id: 'E1' is wrong; give every entry its own id"),
        ({"errata_yaml": _ERRATUM.replace("line: 2", "line: 9")}, "line: '9' is wrong; name a line of the source"),
    ],
)  # fmt: skip
def test_a_broken_data_file_is_named_with_key_value_and_right_form(
    tmp_path: Path, files: dict[str, str], words: str
) -> None:
    with pytest.raises(DataError) as refusal:
        _write(tmp_path, "Pasal 1\n(1) lsi satu.", **files)
    assert words in str(refusal.value)


def test_a_folder_without_texts_says_what_to_put_there(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match=r"no regulation found; put <id>\.txt and <id>\.yaml there"):
        load_corpus(tmp_path)
