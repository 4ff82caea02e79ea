"""The five regulations as trees: nothing missing, nothing invented, each provision where the law has it."""

from collections import Counter

import pytest

from corpus.library import Corpus

COUNTS = {
    "permendag-4-2026": (33, 97),
    "permendag-79-2014": (25, 51),
    "permendag-82-2020": (83, 221),
    "permendag-94-2020": (82, 235),
    "permen-pupr-2-2023": (80, 247),
}
# Numbers the legislator skipped: (regulation, Pasal) -> the ayat as printed.
SKIPPED = {("permendag-82-2020", 59): [1, 2, 3, 5]}


@pytest.mark.parametrize(("identity", "counts"), COUNTS.items())
def test_the_regulation_has_all_its_pasal_and_ayat(corpus: Corpus, identity: str, counts: tuple[int, int]) -> None:
    pasals = corpus.pasals(identity)
    assert (len(pasals), sum(node.kind == "ayat" for pasal in pasals for node in pasal.walk())) == counts


@pytest.mark.parametrize("identity", COUNTS)
def test_the_pasal_run_through_except_those_known_to_be_absent(corpus: Corpus, identity: str) -> None:
    regulation = corpus.regulations[identity]
    numbers = [node.address.pasal for node in corpus.pasals(identity) if node.address]
    absent = {gap.address.pasal for gap in regulation.absent if gap.address.pasal}
    assert numbers == [number for number in range(1, regulation.meta["counts"]["pasal"] + 1) if number not in absent]


@pytest.mark.parametrize("identity", COUNTS)
def test_the_ayat_of_every_pasal_run_through_from_one(corpus: Corpus, identity: str) -> None:
    for pasal in corpus.pasals(identity):
        assert pasal.address and pasal.address.pasal
        numbers = [child.address.ayat for child in pasal.children if child.kind == "ayat" and child.address]
        expected = SKIPPED.get((identity, pasal.address.pasal), list(range(1, len(numbers) + 1)))
        assert numbers == expected, pasal.address.place


@pytest.mark.parametrize("identity", COUNTS)
def test_the_items_of_every_list_run_through_from_the_first(corpus: Corpus, identity: str) -> None:
    gaps = []
    for pasal in corpus.pasals(identity):
        for node in pasal.walk():
            items = [child for child in node.children if child.kind in ("huruf", "angka", "butir")]
            ranks = [_rank(child.label) for child in items]
            if ranks != list(range(1, len(ranks) + 1)) and node.address:
                gaps.append(node.address.place)
    assert gaps == (["Pasal 17 ayat (3)"] if identity == "permendag-94-2020" else [])


def _rank(label: str) -> int:
    bare = label.strip("().")
    return int(bare) if bare.isdigit() else ord(bare) - 96


@pytest.mark.parametrize("identity", COUNTS)
def test_no_provision_is_empty_or_carries_markdown(corpus: Corpus, identity: str) -> None:
    for pasal in corpus.pasals(identity):
        for node in pasal.walk():
            assert node.words, node.address
            assert not set("*#|") & set(node.text + node.tail), node.text


@pytest.mark.parametrize(
    ("regulation", "place", "words"),
    [
        ("permendag-94-2020", "Pasal 13 ayat (1) huruf h angka 2", "55 (lima puluh lima) tahun bagi yang akan menduduki"),
        ("permendag-94-2020", "Pasal 13 ayat (5) huruf h", "berusia paling tinggi 63 (enam puluh tiga) tahun."),
        ("permendag-94-2020", "Pasal 13 ayat (7) huruf a angka 10", "DUPAK yang disertai dengan bukti fisik."),
        ("permendag-94-2020", "Pasal 13 ayat (7) huruf c", "kesesuaian antara PNS yang diusulkan dengan kebutuhan"),
        ("permendag-94-2020", "Pasal 13 ayat (7) huruf d angka 2", "penetapan PAK bagi Negosiator Perdagangan Ahli Madya;"),
        ("permendag-94-2020", "Pasal 13 ayat (7) huruf i", "Menteri menetapkan keputusan pengangkatan perpindahan"),
        ("permendag-94-2020", "Pasal 17 ayat (3) huruf i", "surat keterangan dari pimpinan unit kerja"),
        ("permendag-94-2020", "Pasal 37 ayat (1) huruf e", "memberikan rekomendasi dan melaporkan hasil"),
        ("permendag-94-2020", "Pasal 60 ayat (4) huruf a angka 2", "Perwakilan Republik Indonesia di luar negeri"),
        ("permendag-82-2020", "Pasal 2 ayat (2) huruf a", "Instansi Pembina; dan"),
        ("permendag-82-2020", "Pasal 5 ayat (1) huruf b angka 2", "pelaksanaan pengawasan barang beredar dan/atau Jasa;"),
        ("permendag-82-2020", "Pasal 13 ayat (6) huruf b", "di bidang kesekretariatan pada unit Jabatan Tinggi Madya"),
        ("permendag-82-2020", "Pasal 17 ayat (1) huruf c angka 9", "tidak sedang menjalankan tugas belajar"),
        ("permendag-82-2020", "Pasal 17 ayat (1) huruf g", "pengangkatan PNS dalam jabatan fungsional"),
        ("permendag-82-2020", "Pasal 59 ayat (5)", "berupa nilai perilaku kerja."),
        ("permendag-82-2020", "Pasal 62 ayat (4) huruf b angka 3", "surat tugas limpah"),
        ("permendag-94-2020", "Mengingat angka 9", "Nomor 38 Tahun 2017 tentang Standar Kompetensi"),
        ("permendag-94-2020", "Menimbang huruf b", "bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a"),
        ("permendag-94-2020", "Penutup", "Diundangkan di Jakarta pada tanggal 1 Desember 2020"),
        ("permendag-4-2026", "Pasal 3 ayat (1) huruf g", "integrasi sistem."),
        ("permendag-79-2014", "Pasal 3 ayat (4) huruf k", "Home Staff."),
    ],
)  # fmt: skip
def test_a_provision_stands_at_its_place(corpus: Corpus, regulation: str, place: str, words: str) -> None:
    assert words in corpus.find(place, regulation).words


def test_a_definition_broken_by_a_page_is_whole(corpus: Corpus) -> None:
    words = corpus.find("Pasal 1 angka 2", "permendag-94-2020").text
    assert "menetapkan pengangkatan, pemindahan, dan pemberhentian Pegawai Aparatur Sipil Negara" in words


def test_the_longest_pasal_is_not_cut(corpus: Corpus) -> None:
    assert len(corpus.find("Pasal 1", "permendag-94-2020").children) == 45
    assert corpus.find("Pasal 1 angka 45", "permendag-94-2020").text.endswith(
        "dalam Negosiator Perdagangan dengan keputusan."
    )


def test_the_outline_has_every_bab_with_its_title(corpus: Corpus) -> None:
    babs = [node for node in corpus.regulations["permendag-94-2020"].root.children if node.kind == "bab"]
    assert len(babs) == 14 and all(node.title.isupper() for node in babs)
    bagian = corpus.find("Bab VII bagian Kesepuluh", "permendag-94-2020")
    assert bagian.title == "Penilaian, Penetapan, dan Pelaporan Hasil Uji Kompetensi"
    assert [child.label for child in bagian.children] == ["Pasal 42"]


def test_no_bab_of_82_2020_is_invented_where_the_legislator_skipped_a_number(corpus: Corpus) -> None:
    labels = [node.label for node in corpus.regulations["permendag-82-2020"].root.children if node.kind == "bab"]
    assert labels[-2:] == ["BAB XIII", "BAB XV"]


def test_restored_numbers_are_marked_and_printed_ones_are_not(corpus: Corpus) -> None:
    marked = Counter(
        identity for identity in COUNTS for pasal in corpus.pasals(identity) for node in pasal.walk() if node.restored
    )
    assert marked["permendag-94-2020"] == marked["permendag-82-2020"] == marked["permendag-79-2014"] == 0
    assert corpus.find("Pasal 2 ayat (1)", "permendag-4-2026").restored
    assert not corpus.find("Pasal 16 ayat (3)", "permendag-4-2026").restored


def test_source_lines_lead_back_to_the_text(corpus: Corpus) -> None:
    assert corpus.find("Pasal 72 ayat (3) huruf c", "permendag-94-2020").lines == (1074,)
    assert corpus.find("Pasal 55 ayat (3) huruf d", "permendag-94-2020").lines == (855,)
