"""Permen PUPR 2/2023: two scrambled copies of the text put back into one, with Pasal 3 missing from the source."""

import re

import pytest
from inner_references import missing, wanted

from corpus.address import Address
from corpus.errors import UnknownProvision
from corpus.library import TEXTS, Corpus
from corpus.tree import Node

ID = "permen-pupr-2-2023"

# Pasal: number of ayat, counted by hand in the text; Pasal 3 is not in it.
AYAT = {
    1: 0, 2: 2, 4: 0, 5: 4, 6: 5, 7: 4, 8: 10, 9: 8, 10: 5, 11: 0, 12: 4, 13: 0, 14: 5, 15: 0, 16: 6, 17: 5, 18: 0, 19: 4, 20: 3,
    21: 2, 22: 0, 23: 5, 24: 5, 25: 2, 26: 5, 27: 4, 28: 0, 29: 0, 30: 6, 31: 5, 32: 0, 33: 0, 34: 3, 35: 2, 36: 9, 37: 2, 38: 9,
    39: 6, 40: 0, 41: 0, 42: 2, 43: 7, 44: 0, 45: 2, 46: 6, 47: 0, 48: 2, 49: 5, 50: 0, 51: 3, 52: 3, 53: 3, 54: 4, 55: 5, 56: 3,
    57: 8, 58: 7, 59: 10, 60: 0, 61: 0, 62: 2, 63: 0, 64: 3, 65: 4, 66: 8, 67: 2, 68: 0, 69: 0, 70: 0, 71: 5, 72: 5, 73: 3, 74: 5,
    75: 4, 76: 2, 77: 2, 78: 2, 79: 0, 80: 0, 81: 0,
}  # fmt: skip

# Lists by their place: number of huruf, of the Pasal that were scattered most.
HURUF = {
    "Pasal 2 ayat (2)": 4, "Pasal 4": 7, "Pasal 8 ayat (3)": 6, "Pasal 12 ayat (1)": 5, "Pasal 12 ayat (2)": 6, "Pasal 17 ayat (2)": 11,
    "Pasal 23 ayat (1)": 4, "Pasal 23 ayat (4)": 7, "Pasal 28": 11, "Pasal 31 ayat (1)": 4, "Pasal 37 ayat (1)": 5,
    "Pasal 37 ayat (2)": 5, "Pasal 39 ayat (4)": 6, "Pasal 46 ayat (1)": 8, "Pasal 46 ayat (2)": 9, "Pasal 51 ayat (1)": 11,
    "Pasal 51 ayat (2)": 13, "Pasal 52 ayat (1)": 7, "Pasal 52 ayat (2)": 6, "Pasal 57 ayat (4)": 9, "Pasal 58 ayat (5)": 8,
    "Pasal 62 ayat (1)": 4, "Pasal 65 ayat (2)": 3, "Pasal 65 ayat (3)": 3, "Pasal 69": 2, "Pasal 77 ayat (1)": 3,
}  # fmt: skip

# Text where lines were broken, labels wrong or capitals forced, as the regulation has it.
RESTORED = {
    "Pasal 1 angka 3": "Pegawai Negeri Sipil yang selanjutnya disingkat PNS adalah warga negara Indonesia yang memenuhi syarat "
    "tertentu, diangkat sebagai Pegawai ASN secara tetap oleh PPK untuk menduduki Jabatan pemerintahan.",
    "Pasal 2 ayat (2) huruf c": "meningkatkan pengetahuan, keterampilan, sikap dan perilaku dalam berinteraksi dengan masyarakat "
    "majemuk dalam kebhinekaan untuk memperoleh hasil kerja sesuai dengan peran, fungsi dan jabatan; dan",
    "Pasal 5 ayat (4)": "Penilaian Kompetensi sebagaimana dimaksud pada ayat (1) dilaksanakan sesuai dengan ketentuan peraturan "
    "perundang-undangan.",
    "Pasal 10 ayat (4)": "Sertifikasi Kompetensi sebagaimana dimaksud pada ayat (2) dan ayat (3) dilakukan setelah pelaksanaan "
    "Pengembangan Kompetensi sesuai bidang terkait.",
    "Pasal 17 ayat (1)": "Penyusunan kebutuhan dan rencana Pengembangan Kompetensi untuk jangka waktu 5 (lima) tahunan sebagaimana "
    "dimaksud dalam Pasal 16 ayat (1) dan ayat (2) disusun berdasarkan rencana Pengembangan Kompetensi organisasi sebagai Human "
    "Capital Development Plan.",
    "Pasal 19 ayat (3)": "Pelaksanaan Pengembangan Kompetensi dalam bentuk Pelatihan sebagaimana dimaksud pada ayat (1) dilakukan "
    "paling banyak 24 (dua puluh empat) jam pelajaran pertahun untuk PPPK.",
    "Pasal 28 huruf b angka 1": "3 (tiga) kali waktu normatif Program Studi sebelum batas usia pensiun jabatan, untuk Tugas Belajar "
    "yang dibebaskan dari tugas jabatan; atau",
    "Pasal 29": "PNS yang telah menyelesaikan Tugas Belajar dapat melanjutkan Pendidikan pada jenjang yang lebih tinggi wajib "
    "bekerja terlebih dahulu di Kementerian selama minimal 1 (satu) tahun 6 (enam) bulan.",
    "Pasal 39 ayat (4) huruf a": "tidak melaporkan perkembangan pelaksanaan Tugas Belajar sebagaimana dimaksud dalam Pasal 37 ayat "
    "(1) huruf e dan telah diberi peringatan tertulis oleh Unit Organisasi yang Menangani Pengembangan Sumber Daya Manusia dikenai "
    "sanksi sesuai ayat (1) huruf a;",
    "Pasal 42 ayat (2) huruf d": "bimbingan perencanaan karier di akhir perkuliahan; dan",
    "Pasal 46 ayat (2) huruf d": "menetapkan Kurikulum Pendidikan kerjasama;",
    "Pasal 65 ayat (4)": "Tenaga pengajar Pelatihan selain bidang pekerjaan umum dan perumahan rakyat dapat disesuaikan dengan "
    "ketentuan yang ditetapkan oleh kementerian/lembaga pemerintah non kementerian/Pemerintah Daerah/Mitra Kerja Sama.",
    "Pasal 81": "Peraturan Menteri ini mulai berlaku pada tanggal diundangkan.",
}  # fmt: skip

# Headings that survived, and the Pasal under them that are certain.
JUDUL = {
    "Bab I": ("KETENTUAN UMUM", [1, 2]),
    "Bab II": ("", [*range(4, 13)]),
    "Bab III": ("PENYELENGGARAAN PENGEMBANGAN KOMPETENSI", [*range(13, 78)]),
    "Bab III bagian Ketiga": ("Penyusunan Kebutuhan dan Rencana Pengembangan Kompetensi", [16, 17, 18]),
    "Bab III paragraf 2": ("Pelaksanaan Pengembangan Kompetensi Dalam Bentuk Pendidikan", [20]),
    "Bab III paragraf 11": ("Seleksi dan Penetapan Peserta Tugas Belajar Pegawai Negeri Sipil Kementerian", [32]),
    "Bab III paragraf 12": ("Usulan, Seleksi dan Penetapan Tugas Belajar Pegawai Negeri Sipil Pemerintah Daerah", [33]),
    "Bab III paragraf 20": ("Tugas Unit Organisasi yang Berhubungan dengan Pendidikan", [46]),
    "Bab III paragraf 22": ("Pelaksanaan Pengembangan Kompetensi dalam Bentuk Pelatihan", [48]),
    "Bab III paragraf 26": ("Jenis Pelatihan Pegawai Pemerintah dengan Perjanjian Kerja", [52]),
}


def _labels(node: Node, kind: str) -> list[str]:
    return [child.label for child in node.children if child.kind == kind]


def test_80_of_the_81_pasal_stand_in_order_with_the_ayat_of_the_regulation(corpus: Corpus) -> None:
    found = {pasal.address.pasal: _labels(pasal, "ayat") for pasal in corpus.pasals(ID) if pasal.address}
    assert list(found) == [1, 2, *range(4, 82)]
    assert found == {pasal: [f"({ayat})" for ayat in range(1, count + 1)] for pasal, count in AYAT.items()}
    assert sum(map(len, found.values())) == 247


def test_pasal_1_defines_32_terms_in_order(corpus: Corpus) -> None:
    assert _labels(corpus.find("Pasal 1", ID), "angka") == [f"{number}." for number in range(1, 33)]


@pytest.mark.parametrize("place", HURUF)
def test_a_scattered_list_has_all_its_huruf(corpus: Corpus, place: str) -> None:
    assert _labels(corpus.find(place, ID), "huruf") == [f"{chr(96 + letter)}." for letter in range(1, HURUF[place] + 1)]


@pytest.mark.parametrize("place", RESTORED)
def test_the_words_of_damaged_places_read_as_the_regulation_has_them(corpus: Corpus, place: str) -> None:
    assert corpus.find(place, ID).text == RESTORED[place]


def test_every_second_copy_left_out_is_identical_to_the_copy_kept(corpus: Corpus) -> None:
    source = (TEXTS / f"{ID}.txt").read_text(encoding="utf-8").split("\n")
    kept = {line for node in corpus.regulations[ID].root.walk() for line in node.lines}
    copies = 0
    for drop in corpus.drops[ID]:
        told = re.fullmatch(r"salinan kedua Pasal (\d+) \(baris (\d+)(?:-(\d+))?\)", drop.why)
        if not told:
            continue
        copies += 1
        first, last = int(told[2]), int(told[3] or told[2])
        assert [source[span.line - 1] for span in drop.spans] == source[first - 1 : last]
        assert set(range(first, last + 1)) <= kept
        assert set(range(first, last + 1)) <= set(corpus.find(f"Pasal {told[1]}", ID).lines)
    assert copies == 72


def test_no_line_broken_after_the_word_ayat_begins_an_ayat(corpus: Corpus) -> None:
    source = (TEXTS / f"{ID}.txt").read_text(encoding="utf-8").split("\n")
    broken = {n for n in range(2, len(source) + 1) if source[n - 1].startswith("(") and source[n - 2].endswith("ayat")}
    assert len(broken) == 48
    begins = {
        node.lines[0] for pasal in corpus.pasals(ID) for node in pasal.walk() if node.kind == "ayat" and node.lines
    }
    assert not broken & begins


def test_every_ayat_is_a_whole_sentence(corpus: Corpus) -> None:
    for pasal in corpus.pasals(ID):
        for node in [child for child in pasal.children if child.kind == "ayat"] or [pasal]:
            place = node.address.place if node.address else ""
            assert (place, node.words[:1].isupper(), node.words[-1:]) == (place, True, ".")


def test_pasal_3_asked_for_is_said_to_be_absent_from_the_source(corpus: Corpus) -> None:
    for place in ("Pasal 3", "Pasal 3 huruf a"):
        with pytest.raises(UnknownProvision) as told:
            corpus.find(place, ID)
        assert "Pasal 3" in str(told.value)
        assert "tidak ada dalam naskah sumber" in str(told.value)


def test_pasal_82_asked_for_is_told_where_the_regulation_ends(corpus: Corpus) -> None:
    with pytest.raises(UnknownProvision, match="81"):
        corpus.node(Address(ID, pasal=82))


def test_every_reference_leads_somewhere_except_registered_ones(corpus: Corpus) -> None:
    root = corpus.regulations[ID].root
    assert sum(1 for _ in wanted(root)) > 250
    lost = missing(root)
    assert lost == [
        ("Pasal 4", "Pasal 3"),
        ("Pasal 4", "Pasal 3 huruf a"),
        ("Pasal 13", "Pasal 3"),
        ("Pasal 13", "Pasal 3 huruf b"),
        ("Pasal 50", "Pasal 15 ayat (3)"),
    ]
    for place, _ in lost:
        address = corpus.find(place, ID).address
        assert address is not None
        assert any(erratum.severity == "H" for erratum in corpus.errata(address))


def test_the_one_ayat_that_refers_to_itself_is_registered(corpus: Corpus) -> None:
    selves = [place for place, target in wanted(corpus.regulations[ID].root) if place == target]
    assert selves == ["Pasal 43 ayat (7)"]
    assert "B003-045" in {erratum.id for erratum in corpus.errata(Address(ID, pasal=43, ayat=7))}


@pytest.mark.parametrize("place", JUDUL)
def test_a_heading_covers_only_the_pasal_that_are_certainly_under_it(corpus: Corpus, place: str) -> None:
    node = corpus.find(place, ID)
    pasals = [inner.address.pasal for inner in node.walk() if inner.kind == "pasal" and inner.address]
    assert (node.title, pasals) == JUDUL[place]


def test_pasal_numbers_put_back_are_marked_and_printed_ones_are_not(corpus: Corpus) -> None:
    marked = [pasal.address.pasal for pasal in corpus.pasals(ID) if pasal.restored and pasal.address]
    assert marked == [2, 4, 5, 19, 23, 26, 37, 49, 51, 58, 68, 69, 78, 79, 80, 81]


def test_capitals_forced_by_the_website_are_gone_and_those_of_titles_stay(corpus: Corpus) -> None:
    body = "\n".join(pasal.words for pasal in corpus.pasals(ID))
    assert not re.search(r"INDONESIA|MENETAPKAN", body)
    assert "REPUBLIK INDONESIA," in corpus.find("Penutup", ID).words


def test_words_cut_by_a_line_end_are_whole_again(corpus: Corpus) -> None:
    body = "\n".join(pasal.words for pasal in corpus.pasals(ID))
    assert not re.search(r"\w- \w|\w/ \w", body)


def test_misspellings_of_the_regulation_itself_stay_and_are_registered(corpus: Corpus) -> None:
    assert "memgembangkan" in corpus.find("Pasal 8 ayat (6)", ID).text
    assert "B003-017" in {erratum.id for erratum in corpus.errata(Address(ID, pasal=8, ayat=6))}


def test_the_promulgation_date_is_read_from_the_closing(corpus: Corpus) -> None:
    words = " ".join(corpus.find("Penutup", ID).words.split())
    assert "Ditetapkan di Jakarta pada tanggal 11 Januari 2023" in words
    assert "Diundangkan di Jakarta pada tanggal 13 Januari 2023" in words
