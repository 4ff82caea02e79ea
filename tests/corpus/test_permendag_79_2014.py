"""Permendag 79/2014: a clean text in untidy markdown, the weights of its Lampiran II, and a diagram that is not there."""

from decimal import Decimal

import pytest
from inner_references import missing, wanted

from corpus.address import Address
from corpus.library import Corpus
from corpus.tree import Node

ID = "permendag-79-2014"

# Pasal: number of ayat, counted by hand in the text.
AYAT = {
    1: 0, 2: 0, 3: 4, 4: 6, 5: 3, 6: 3, 7: 2, 8: 4, 9: 0, 10: 0, 11: 3, 12: 4, 13: 4, 14: 4, 15: 0, 16: 3, 17: 2, 18: 3, 19: 4, 20: 2,
    21: 0, 22: 0, 23: 0, 24: 0, 25: 0,
}  # fmt: skip

BAB = {
    "Bab I": ("KETENTUAN UMUM", [1]),
    "Bab II": ("JABATAN DAN RUMPUN JABATAN", [2, 3, 4]),
    "Bab III": ("PEMBINAAN KARIER", [*range(5, 11)]),
    "Bab IV": ("PENGANGKATAN, PEMINDAHAN DAN PEMBERHENTIAN", [*range(11, 18)]),
    "Bab V": ("PERSYARATAN PENGANGKATAN DALAM JABATAN", [18, 19]),
    "Bab VI": ("SELEKSI CALON PEJABAT", [20, 21]),
    "Bab VII": ("PANITIA SELEKSI", [22, 23]),
    "Bab VIII": ("PENUTUP", [24, 25]),
}

# Lampiran II: jabatan, kompetensi teknis, kompetensi manajerial, administrasi.
BOBOT = {
    "baris 1": ("Pimpinan Tinggi Madya", "50%", "40%", "10%"),
    "baris 2": ("Pimpinan Tinggi Pratama", "50%", "35%", "15%"),
    "baris 3": ("Administrator", "55%", "30%", "15%"),
    "baris 4": ("Pengawas", "60%", "20%", "20%"),
    "baris 5": ("Fungsional Utama", "60%", "30%", "10%"),
    "baris 6": ("Fungsional Madya", "50%", "20%", "30%"),
    "baris 7": ("Fungsional Muda", "40%", "20%", "40%"),
}
UNSUR = ("kompetensi_teknis", "kompetensi_manajerial", "administrasi")


def _labels(node: Node, kind: str) -> list[str]:
    return [child.label for child in node.children if child.kind == kind]


def test_each_of_the_25_pasal_has_the_ayat_of_the_regulation(corpus: Corpus) -> None:
    found = {pasal.address.pasal: _labels(pasal, "ayat") for pasal in corpus.pasals(ID) if pasal.address}
    assert found == {pasal: [f"({ayat})" for ayat in range(1, count + 1)] for pasal, count in AYAT.items()}
    assert sum(map(len, found.values())) == 51


@pytest.mark.parametrize("place", BAB)
def test_each_bab_has_its_title_and_its_pasal(corpus: Corpus, place: str) -> None:
    node = corpus.find(place, ID)
    pasals = [inner.address.pasal for inner in node.walk() if inner.kind == "pasal" and inner.address]
    assert (node.title, pasals) == BAB[place]


def test_lists_nested_in_uneven_markdown_keep_their_levels(corpus: Corpus) -> None:
    assert _labels(corpus.find("Pasal 1", ID), "angka") == [f"{number}." for number in range(1, 22)]
    assert _labels(corpus.find("Pasal 3 ayat (3)", ID), "huruf") == ["a.", "b."]
    assert _labels(corpus.find("Pasal 3 ayat (3) huruf a", ID), "angka") == ["1.", "2.", "3.", "4."]
    assert corpus.find("Pasal 3 ayat (3) huruf b angka 2", ID).text == "Mahir;"
    assert len(_labels(corpus.find("Pasal 3 ayat (4)", ID), "huruf")) == 11
    assert corpus.find("Pasal 3 ayat (4) huruf a", ID).text == (
        "Duta Besar Republik Indonesia untuk World Trade Organization (WTO);"
    )


def test_considerations_and_legal_bases_are_numbered(corpus: Corpus) -> None:
    assert _labels(corpus.find("Menimbang", ID), "huruf") == ["a.", "b.", "c."]
    assert _labels(corpus.find("Mengingat", ID), "angka") == [f"{number}." for number in range(1, 14)]


def test_every_reference_leads_somewhere(corpus: Corpus) -> None:
    root = corpus.regulations[ID].root
    assert sum(1 for _ in wanted(root)) > 20
    assert missing(root) == []


@pytest.mark.parametrize("row", BOBOT)
def test_a_row_of_weights_names_its_post_and_its_three_weights_which_make_100_percent(corpus: Corpus, row: str) -> None:
    cells = dict(corpus.find(f"Lampiran II {row}", ID).cells)
    assert (cells["jabatan"], *(cells[unsur] for unsur in UNSUR)) == BOBOT[row]
    assert sum(Decimal(cells[unsur].removesuffix("%")) for unsur in UNSUR) == 100


def test_lampiran_ii_has_no_row_besides_the_seven_posts(corpus: Corpus) -> None:
    rows = [node for node in corpus.find("Lampiran II", ID).walk() if node.kind == "baris"]
    assert [node.address.place for node in rows if node.address] == [f"Lampiran II {row}" for row in BOBOT]


def test_posts_without_weights_are_registered_as_a_gap(corpus: Corpus) -> None:
    notes = {erratum.id: erratum for erratum in corpus.errata(Address(ID, pasal=20, ayat=2))}
    assert notes["B002-020"].reading is None
    assert "Fungsional Pertama" in notes["B002-020"].note


def test_lampiran_i_keeps_its_legend_and_says_that_the_diagram_is_absent(corpus: Corpus) -> None:
    assert corpus.find("Lampiran I bagian keterangan angka 2", ID).text == "MAN : Kompetensi Manajerial"
    for address in (Address(ID, lampiran="I"), Address(ID, pasal=9)):
        assert "B002-024" in {erratum.id for erratum in corpus.errata(address)}


def test_a_word_that_the_regulation_itself_has_wrong_stays_as_it_is(corpus: Corpus) -> None:
    node = corpus.find("Pasal 1 angka 3", ID)
    assert node.address is not None
    assert "disertai tugas dalam suatu jabatan pemerintahan" in node.text
    assert [(e.id, e.kind) for e in corpus.errata(node.address)] == [("B002-003", "pembentuk")]


def test_the_date_of_entry_into_force_is_said_to_be_unknown(corpus: Corpus) -> None:
    assert "B002-023" in {erratum.id for erratum in corpus.errata(Address(ID, pasal=25))}
    assert "Diundangkan" not in corpus.find("Penutup", ID).words
