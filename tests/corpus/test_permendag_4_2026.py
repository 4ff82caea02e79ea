"""Permendag 4/2026: the scan lost 85 ayat numbers, columns of huruf labels and the order of its closing; all is back in place."""

import re
from collections import Counter

import pytest
from inner_references import missing, wanted

from corpus.library import TEXTS, Corpus
from corpus.tree import Node

ID = "permendag-4-2026"

# Pasal: number of ayat, counted by hand in the text.
AYAT = {
    1: 0, 2: 3, 3: 2, 4: 2, 5: 2, 6: 3, 7: 2, 8: 7, 9: 3, 10: 8, 11: 2, 12: 3, 13: 5, 14: 3, 15: 3, 16: 8, 17: 0, 18: 5, 19: 2,
    20: 3, 21: 6, 22: 5, 23: 6, 24: 2, 25: 3, 26: 0, 27: 2, 28: 2, 29: 0, 30: 0, 31: 2, 32: 3, 33: 0,
}  # fmt: skip

# Lists by their place: number of huruf.
HURUF = {
    "Pasal 2 ayat (1)": 3, "Pasal 2 ayat (2)": 3, "Pasal 3 ayat (1)": 7, "Pasal 4 ayat (1)": 2, "Pasal 5 ayat (1)": 4,
    "Pasal 5 ayat (2)": 6, "Pasal 6 ayat (1)": 2, "Pasal 6 ayat (3)": 6, "Pasal 7 ayat (2)": 7, "Pasal 8 ayat (2)": 6,
    "Pasal 8 ayat (3)": 3, "Pasal 8 ayat (5)": 9, "Pasal 8 ayat (6)": 2, "Pasal 10 ayat (1)": 7, "Pasal 12 ayat (2)": 4,
    "Pasal 12 ayat (3)": 3, "Pasal 13 ayat (2)": 2, "Pasal 13 ayat (3)": 2, "Pasal 16 ayat (3)": 3, "Pasal 16 ayat (7)": 4,
    "Pasal 17": 3, "Pasal 18 ayat (1)": 4, "Pasal 18 ayat (2)": 3, "Pasal 20 ayat (2)": 5, "Pasal 21 ayat (1)": 3,
    "Pasal 21 ayat (3)": 4, "Pasal 21 ayat (5)": 4, "Pasal 22 ayat (2)": 4, "Pasal 23 ayat (2)": 2, "Pasal 24 ayat (2)": 4,
    "Pasal 25 ayat (2)": 6, "Pasal 27 ayat (2)": 3, "Pasal 28 ayat (2)": 7, "Pasal 31 ayat (1)": 6, "Pasal 32 ayat (3)": 3,
}  # fmt: skip

# Text where the scan was worst, as the regulation has it.
RESTORED = {
    "Menimbang huruf a": "bahwa untuk mewujudkan Aparatur Sipil Negara yang unggul, profesional, mampu beradaptasi, berintegritas, "
    "dan berorientasi global serta untuk meningkatkan kinerja Kementerian Perdagangan, perlu mengembangkan kompetensi Aparatur "
    "Sipil Negara melalui sistem pembelajaran terintegrasi di bidang perdagangan;",
    "Mengingat angka 1": "Pasal 17 ayat (3) Undang-Undang Dasar Negara Republik Indonesia Tahun 1945;",
    "Pasal 1 angka 12": "Kementerian adalah kementerian yang menyelenggarakan urusan pemerintahan di bidang perdagangan.",
    "Pasal 2 ayat (3)": "Penyelenggaraan Trade CorpU sebagaimana dimaksud pada ayat (1) dilaksanakan secara terintegrasi dengan "
    "Manajemen Talenta ASN.",
    "Pasal 3 ayat (1) huruf c": "forum pembelajaran;",
    "Pasal 4 ayat (2)": "Struktur Trade CorpU sebagaimana dimaksud pada ayat (1) tercantum dalam Lampiran I yang merupakan bagian "
    "tidak terpisahkan dari Peraturan Menteri ini.",
    "Pasal 8 ayat (4)": "Kelompok Keahlian sebagaimana dimaksud pada ayat (3) huruf c beranggotakan ASN yang mempunyai keahlian "
    "dan Kompetensi bidang perdagangan sesuai dengan lingkup klaster pembelajaran.",
    "Pasal 8 ayat (5) huruf a": "perdagangan dalam negeri;",
    "Pasal 8 ayat (5) huruf f": "perdagangan berjangka komoditi, sistem resi gudang dan pasar lelang komoditas;",
    "Pasal 10 ayat (1) huruf e": "penerapan;",
    "Pasal 10 ayat (4)": "Pengorganisasian sebagaimana dimaksud pada ayat (1) huruf c merupakan kegiatan penataan aset pengetahuan.",
    "Pasal 13 ayat (3) huruf b": "kebijakan strategis perencanaan pengembangan sumber daya manusia di bidang perdagangan untuk 5 "
    "(lima) tahun.",
    "Pasal 16 ayat (6)": "Pengembangan Kompetensi sosial kultural sebagaimana dimaksud pada ayat (3) huruf c merupakan upaya "
    "pengembangan pengetahuan, keterampilan, dan sikap/perilaku yang dapat diamati, diukur, dan dikembangkan terkait dengan "
    "pengalaman berinteraksi dengan masyarakat majemuk dalam hal agama, suku dan budaya, perilaku, wawasan kebangsaan, etika, "
    "nilai-nilai, moral, emosi, dan prinsip yang harus dipenuhi oleh setiap pemegang jabatan untuk memperoleh hasil kerja sesuai "
    "dengan peran, fungsi, dan jabatan.",
    "Pasal 21 ayat (5) huruf d angka 3": "seminar/konferensi/sarasehan/sosialisasi, workshop/lokakarya,",
    "Pasal 25 ayat (2) huruf e": "seminar/konferensi/sarasehan/sosialisasi; dan/atau",
    "Pasal 28 ayat (2) huruf a": "squad team;",
    "Pasal 30": "Teknologi Pembelajaran sebagaimana dimaksud dalam Pasal 3 ayat (1) huruf f merupakan media berbasis teknologi yang "
    "digunakan untuk implementasi pembelajaran terintegrasi dengan mengoptimalkan pemanfaatan teknologi informasi dan komunikasi "
    "untuk mendukung keberhasilan pencapaian tujuan Trade CorpU.",
    "Pasal 33": "Peraturan Menteri ini mulai berlaku pada tanggal diundangkan.",
}  # fmt: skip

# Lampiran II: cluster, coordinator, number of units.
KLASTER = {
    1: ("Perdagangan Dalam Negeri", "Dirjen Perdagangan Dalam Negeri", 6),
    2: ("Perdagangan Luar Negeri", "Dirjen Perdagangan Luar Negeri", 6),
    3: ("Perlindungan Konsumen dan Tertib Niaga", "Dirjen Perlindungan Konsumen dan Tertib Niaga", 6),
    4: ("Perundingan Perdagangan Internasional", "Dirjen Perundingan Perdagangan Internasional", 6),
    5: ("Pengembangan Ekspor Nasional", "Dirjen Pengembangan Ekspor Nasional", 5),
    6: ("Perdagangan Berjangka Komoditi", "Kepala Badan Pengawas Perdagangan Berjangka Komoditi", 5),
    7: ("Pengembangan Kebijakan Perdagangan", "Kepala Badan Kebijakan Perdagangan", 4),
    8: ("Pengawasan Internal", "Inspektur Jenderal", 5),
    9: ("Tata Kelola Pemerintahan yang Baik", "Sekretaris Jenderal", 12),
}
UNIT = {
    "Lampiran II nomor 4 angka 2": "Direktorat Perundingan Organisasi Perdagangan Dunia",
    "Lampiran II nomor 4 angka 4": "Direktorat Perundingan Antar Kawasan dan Organisasi Internasional",
    "Lampiran II nomor 4 angka 6": "Direktorat Perundingan Perdagangan Jasa dan Perdagangan Melalui Sistem Elektronik",
    "Lampiran II nomor 5 angka 4": "Direktorat Pengembangan Ekspor Jasa dan Produk Kreatif",
    "Lampiran II nomor 6 angka 4": "Biro Pembinaan dan Pengembangan Sistem Resi Gudang dan Pasar Lelang Komoditas",
    "Lampiran II nomor 7 angka 4": "Pusat Kebijakan Ekspor Impor dan Pengamanan Perdagangan",
    "Lampiran II nomor 9 angka 1": "Sekretariat Badan Pengembangan Sumber Daya Manusia Perdagangan",
    "Lampiran II nomor 9 angka 10": "Pusat Pengembangan Kompetensi Aparatur Perdagangan",
    "Lampiran II nomor 9 angka 12": "Pusat Pembinaan Jabatan Fungsional Perdagangan",
}


def _labels(node: Node, kind: str) -> list[str]:
    return [child.label for child in node.children if child.kind == kind]


def test_each_of_the_33_pasal_has_the_ayat_numbers_of_the_regulation(corpus: Corpus) -> None:
    found = {pasal.address.pasal: _labels(pasal, "ayat") for pasal in corpus.pasals(ID) if pasal.address}
    assert found == {pasal: [f"({ayat})" for ayat in range(1, count + 1)] for pasal, count in AYAT.items()}
    assert sum(map(len, found.values())) == 97


def test_pasal_1_defines_thirteen_terms_in_order(corpus: Corpus) -> None:
    assert _labels(corpus.find("Pasal 1", ID), "angka") == [f"{number}." for number in range(1, 14)]


def test_every_list_has_all_its_huruf(corpus: Corpus) -> None:
    lists = {
        node.address.place: _labels(node, "huruf")
        for pasal in corpus.pasals(ID)
        for node in pasal.walk()
        if node.address and _labels(node, "huruf")
    }
    assert lists == {
        place: [f"{chr(96 + letter)}." for letter in range(1, count + 1)] for place, count in HURUF.items()
    }


@pytest.mark.parametrize("place", RESTORED)
def test_the_words_of_damaged_places_read_as_the_regulation_has_them(corpus: Corpus, place: str) -> None:
    assert corpus.find(place, ID).text == RESTORED[place]


def test_an_ayat_whose_number_was_put_back_says_so_and_one_that_was_printed_does_not(corpus: Corpus) -> None:
    ayat = [node for pasal in corpus.pasals(ID) for node in pasal.walk() if node.kind == "ayat"]
    assert sum(node.restored for node in ayat) == 85
    assert corpus.find("Pasal 6 ayat (2)", ID).restored
    assert not corpus.find("Pasal 32 ayat (2)", ID).restored


def test_every_ayat_is_a_whole_sentence(corpus: Corpus) -> None:
    for pasal in corpus.pasals(ID):
        for node in [child for child in pasal.children if child.kind == "ayat"] or [pasal]:
            place = node.address.place if node.address else ""
            assert (place, node.words[:1].isupper(), node.words[-1:]) == (place, True, ".")


def test_an_ayat_number_printed_elsewhere_belongs_to_its_ayat(corpus: Corpus) -> None:
    assert 193 in corpus.find("Pasal 2 ayat (3)", ID).lines
    assert 925 in corpus.find("Pasal 28 ayat (2)", ID).lines


def test_words_that_close_a_whole_list_stand_after_it(corpus: Corpus) -> None:
    assert corpus.find("Pasal 17", ID).tail == "untuk menghasilkan kebutuhan Pengembangan Kompetensi yang tepat."
    assert corpus.find("Pasal 17 huruf c", ID).text == "mandat kebijakan strategis Kementerian,"
    assert corpus.find("Pasal 21 ayat (5)", ID).tail == "setelah mendapatkan persetujuan dari koordinator pembelajaran."


def test_every_reference_leads_somewhere_except_two_registered_ones(corpus: Corpus) -> None:
    root = corpus.regulations[ID].root
    assert sum(1 for _ in wanted(root)) > 150
    assert missing(root) == [
        ("Pasal 9 ayat (1)", "Pasal 3 huruf b"),
        ("Pasal 23 ayat (5)", "Pasal 23 ayat (2) huruf c"),
    ]
    for place, words, reading in (
        ("Pasal 9 ayat (1)", "Pasal 3 huruf b", "Pasal 3 ayat (1) huruf b"),
        ("Pasal 23 ayat (5)", "ayat (2) huruf c", "ayat (2) huruf b"),
    ):
        node = corpus.find(place, ID)
        assert node.address is not None
        assert words in node.text
        own = [erratum for erratum in corpus.errata(node.address) if erratum.kind == "pembentuk"]
        assert [erratum.reading.endswith(reading) for erratum in own if erratum.reading] == [True]


def test_closing_names_place_dates_and_gazette_in_order(corpus: Corpus) -> None:
    words = " ".join(corpus.find("Penutup", ID).words.split())
    assert words == (
        "Agar setiap orang mengetahuinya, memerintahkan pengundangan Peraturan Menteri ini dengan penempatannya dalam Berita "
        "Negara Republik Indonesia. Ditetapkan di Jakarta pada tanggal 16 Maret 2026 MENTERI PERDAGANGAN REPUBLIK INDONESIA, "
        "BUDI SANTOSO Diundangkan di Jakarta pada tanggal 27 Maret 2026 DIREKTUR JENDERAL PERATURAN PERUNDANG-UNDANGAN "
        "KEMENTERIAN HUKUM REPUBLIK INDONESIA, DHAHANA PUTRA BERITA NEGARA REPUBLIK INDONESIA TAHUN 2026 NOMOR 199"
    )


def test_considerations_and_legal_bases_are_numbered(corpus: Corpus) -> None:
    assert _labels(corpus.find("Menimbang", ID), "huruf") == ["a.", "b."]
    assert _labels(corpus.find("Mengingat", ID), "angka") == ["1.", "2.", "3.", "4.", "5.", "6."]
    assert corpus.find("Menetapkan", ID).text.startswith(
        "PERATURAN MENTERI PERDAGANGAN TENTANG PENGEMBANGAN KOMPETENSI"
    )
    title = corpus.find("Judul", ID).text
    assert title.startswith(
        "PERATURAN MENTERI PERDAGANGAN REPUBLIK INDONESIA NOMOR 4 TAHUN 2026 TENTANG PENGEMBANGAN KOMPETENSI"
    )


def test_each_cluster_of_lampiran_ii_has_its_coordinator_and_all_its_units(corpus: Corpus) -> None:
    rows = [node for node in corpus.find("Lampiran II", ID).children if node.kind == "baris"]
    found = {}
    for row in rows:
        cells = dict(row.cells)
        found[int(cells["nomor"])] = (cells["klaster"], cells["koordinator"], len(row.children))
        assert [unit.label for unit in row.children] == [f"{number}." for number in range(1, len(row.children) + 1)]
    assert found == KLASTER
    assert sum(count for _, _, count in found.values()) == 55


@pytest.mark.parametrize("place", UNIT)
def test_a_unit_of_lampiran_ii_is_found_by_its_number(corpus: Corpus, place: str) -> None:
    assert corpus.find(place, ID).text == UNIT[place]


def test_rebuilt_rows_of_lampiran_ii_are_marked_and_warn_while_rows_that_could_be_read_do_not(corpus: Corpus) -> None:
    for number in KLASTER:
        node = corpus.find(f"Lampiran II nomor {number}", ID)
        assert node.address is not None
        rebuilt = "B000-024" in {erratum.id for erratum in corpus.errata(node.address)}
        assert (node.restored, rebuilt) == (number in (4, 5, 6, 7), number in (4, 5, 6, 7))


def test_a_rebuilt_row_uses_exactly_the_words_of_its_lines(corpus: Corpus) -> None:
    source = (TEXTS / f"{ID}.txt").read_text(encoding="utf-8").split("\n")
    for number in KLASTER:
        row = corpus.find(f"Lampiran II nomor {number}", ID)
        printed = Counter(re.findall(r"[A-Za-z]+", " ".join(source[line - 1] for line in row.lines)))
        assert Counter(re.findall(r"[A-Za-z]+", row.words)) == printed


def test_a_page_number_stands_in_no_provision(corpus: Corpus) -> None:
    assert any(span.line == 207 for drop in corpus.drops[ID] for span in drop.spans)
    assert not any(207 in node.lines for node in corpus.regulations[ID].root.walk())


def test_the_chart_of_lampiran_i_is_said_to_be_absent(corpus: Corpus) -> None:
    node = corpus.find("Pasal 4 ayat (2)", ID)
    assert node.address is not None
    assert "B000-022" in {erratum.id for erratum in corpus.errata(node.address)}
