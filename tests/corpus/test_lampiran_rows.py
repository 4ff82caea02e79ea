"""What holds for every attachment of the two regulations on credits: addresses, words, sources."""

import pytest
from lampiran_reading import PROPOSED, attachments, repaired_lines, stands_in_order

from corpus.address import Address
from corpus.data import load_yaml
from corpus.library import TEXTS, Corpus

IDS = ("permendag-82-2020", "permendag-94-2020")


@pytest.mark.parametrize("identity", IDS)
def test_every_cell_stands_word_for_word_in_the_lines_its_row_rests_on(corpus: Corpus, identity: str) -> None:
    lines, wrong = repaired_lines(corpus, identity), []
    for node in attachments(corpus, identity):
        if node.address is None:
            continue
        printed = " ".join(lines[number] for number in sorted({span.line for span in node.spans}))
        given = dict(node.address.trail)
        for column, words in node.cells:
            if PROPOSED.match(column) or given.get(column) == words or column == "jenjang":
                continue
            if not stands_in_order(words, printed):
                wrong.append((node.address.place, column, words))
    assert not wrong


@pytest.mark.parametrize("identity", IDS)
def test_every_place_of_an_attachment_can_be_read_back_and_has_its_own_link(corpus: Corpus, identity: str) -> None:
    addresses = [node.address for node in attachments(corpus, identity) if node.address]
    assert all(Address.parse(address.place, identity) == address for address in addresses)
    assert len({address.anchor for address in addresses}) == len(addresses)


@pytest.mark.parametrize("identity", IDS)
def test_all_six_attachments_are_read_by_their_data_and_none_as_printed(corpus: Corpus, identity: str) -> None:
    places = {node.address.place for node in attachments(corpus, identity) if node.kind == "lampiran" and node.address}
    assert places == {f"Lampiran {number}" for number in ("I", "II", "III", "IV", "V", "VI")}
    assert not [node for node in attachments(corpus, identity) if any(column == "kolom_1" for column, _ in node.cells)]


@pytest.mark.parametrize("identity", IDS)
def test_a_repeated_page_header_is_no_row(corpus: Corpus, identity: str) -> None:
    rows = [node for node in attachments(corpus, identity) if node.kind == "baris"]
    heads = {"Butir Kegiatan", "Kegiatan", "Judul", "Output", "Hasil Kerja Minimal", "Elemen", "BUTIR KEGIATAN"}
    assert not [node.address for node in rows if heads & {words for _, words in node.cells}]


@pytest.mark.parametrize("identity", IDS)
def test_every_repair_and_reading_of_a_table_names_an_entry_of_the_register(corpus: Corpus, identity: str) -> None:
    known = {entry.id for entry in corpus.registers[identity]}
    named = set(_errata_named(load_yaml(TEXTS / f"{identity}.tabel.yaml")))
    assert named and named <= known


@pytest.mark.parametrize("identity", IDS)
def test_every_row_with_a_proposed_value_shows_its_erratum(corpus: Corpus, identity: str) -> None:
    proposed = [node for node in attachments(corpus, identity) if any("_bacaan" in column for column, _ in node.cells)]
    assert proposed
    assert not [node.address for node in proposed if node.address and not corpus.errata(node.address)]


@pytest.mark.parametrize("identity", IDS)
def test_the_pasal_named_with_a_form_does_call_for_it(corpus: Corpus, identity: str) -> None:
    forms = [node for node in attachments(corpus, identity) if "dikutip_oleh" in dict(node.cells)]
    assert len(forms) >= 10
    for form in forms:
        assert form.address
        letter = form.address.trail[0][1]
        for place in dict(form.cells)["dikutip_oleh"].split("; "):
            words = corpus.find(place, identity).words
            called = f"Lampiran III huruf {letter}" in words
            assert called or ("huruf G sampai dengan huruf J" in words and letter in "GHIJ"), (letter, place)


@pytest.mark.parametrize("identity", IDS)
def test_the_marks_for_a_paper_add_up_to_the_printed_hundred(corpus: Corpus, identity: str) -> None:
    part = corpus.find("Lampiran V angka 5", identity)
    marks = {
        node.address.place: int(dict(node.cells)["nilai_maksimal"])
        for node in part.walk()
        if node.address and "nilai_maksimal" in dict(node.cells)
    }
    total = marks.pop("Lampiran V angka 5 baris jumlah")
    assert (sum(marks.values()), len(marks)) == (total, 18)


def _errata_named(data: object) -> list[str]:
    if isinstance(data, dict):
        own = [data["erratum"]] if "erratum" in data else []
        return own + [name for value in data.values() for name in _errata_named(value)]
    if isinstance(data, list):
        return [name for value in data for name in _errata_named(value)]
    return []
