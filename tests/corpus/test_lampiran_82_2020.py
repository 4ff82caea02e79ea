"""The attachments of Permendag 82/2020: a damaged scan put in order, doubtful values left as printed and flagged."""

from collections import Counter, defaultdict
from decimal import Decimal

import pytest
from lampiran_reading import cells, errata_ids, number

from corpus.library import Corpus

ID = "permendag-82-2020"
TASKS = "Lampiran I angka 1"


def _activities(corpus: Corpus) -> dict[str, dict[str, str]]:
    rows = [node for node in corpus.find(TASKS, ID).walk() if node.kind == "baris" and not node.children]
    return {dict(node.cells)["nomor"] + dict(node.cells).get("huruf", ""): dict(node.cells) for node in rows}


def test_there_are_82_activities_under_59_numbers(corpus: Corpus) -> None:
    rows = _activities(corpus)
    assert len(rows) == 82
    assert {row["nomor"] for row in rows.values()} == {str(count) for count in range(1, 60)}
    assert Counter(row["nomor"] for row in rows.values() if "huruf" in row) == _LETTERED


_LETTERED = {"7": 3, "8": 3, "9": 3, "10": 4, "12": 3, "13": 3, "17": 2, "18": 2, "19": 2} | {
    "24": 2, "25": 2, "26": 2, "27": 2, "28": 2, "59": 3,
}  # fmt: skip


def test_every_activity_but_the_lost_one_has_a_credit_and_a_jenjang(corpus: Corpus) -> None:
    without = [name for name, row in _activities(corpus).items() if "angka_kredit" not in row or "jenjang" not in row]
    assert without == ["8c"]


def test_the_credits_of_each_jenjang_as_printed_and_repaired(corpus: Corpus) -> None:
    sums: dict[str, Decimal] = defaultdict(Decimal)
    counts: Counter[str] = Counter()
    for row in _activities(corpus).values():
        if "jenjang" in row:
            sums[row["jenjang"]] += number(row["angka_kredit"])
            counts[row["jenjang"]] += 1
    assert counts == {"Pertama": 31, "Muda": 25, "Madya": 25}
    assert sums == {"Pertama": Decimal("1.70"), "Muda": Decimal("2.86"), "Madya": Decimal("7.16")}


@pytest.mark.parametrize(
    ("place", "credit", "level", "erratum"),
    [
        ("nomor 8 huruf b", "0,10", "Muda", "B004-053"),
        ("nomor 12 huruf b", "0,11", "Muda", "B004-057"),
        ("nomor 22", "0,24", "Madya", "B004-062"),
        ("nomor 23", "0,13", "Muda", "B004-063"),
        ("nomor 24 huruf a", "0,10", "Muda", "B004-063"),
        ("nomor 24 huruf b", "0,04", "Pertama", "B004-064"),
    ],
)
def test_a_credit_the_scan_shifted_stands_in_its_column_and_says_so(
    corpus: Corpus, place: str, credit: str, level: str, erratum: str
) -> None:
    row = cells(corpus, ID, f"{TASKS} {place}")
    assert (row["angka_kredit"], row["jenjang"]) == (credit, level)
    assert erratum in errata_ids(corpus, ID, f"{TASKS} {place}")


@pytest.mark.parametrize(
    ("place", "printed", "reading", "erratum"),
    [
        ("nomor 14", "Pertama", "Muda", "B004-060"),
        ("nomor 28 huruf a", "Pertama", "Muda", "B004-065"),
        ("nomor 43", "Madya", "Muda", "B004-066"),
    ],
)
def test_a_doubtful_column_stays_as_printed_beside_its_reading(
    corpus: Corpus, place: str, printed: str, reading: str, erratum: str
) -> None:
    row = cells(corpus, ID, f"{TASKS} {place}")
    assert (row["jenjang"], row["jenjang_bacaan"]) == (printed, reading)
    assert erratum in errata_ids(corpus, ID, f"{TASKS} {place}")


def test_the_lost_credit_of_8c_is_proposed_not_printed(corpus: Corpus) -> None:
    row = cells(corpus, ID, f"{TASKS} nomor 8 huruf c")
    assert (row["angka_kredit_bacaan"], row["jenjang_bacaan"]) == ("0,23", "Madya")
    assert "B004-054" in errata_ids(corpus, ID, f"{TASKS} nomor 8 huruf c")


def test_a_sound_row_shows_no_erratum_of_credits(corpus: Corpus) -> None:
    credits = {f"B004-0{number}" for number in (53, 54, 57, 60, 62, 63, 64, 65, 66)}
    for place in ("nomor 8 huruf a", "nomor 9 huruf b", "nomor 15", "nomor 30", "nomor 44"):
        assert not credits & errata_ids(corpus, ID, f"{TASKS} {place}")


def test_words_printed_below_a_page_break_are_back_in_their_row(corpus: Corpus) -> None:
    first = cells(corpus, ID, f"{TASKS} nomor 1")["deskripsi"]
    second = cells(corpus, ID, f"{TASKS} nomor 2")["deskripsi"]
    assert first.endswith("dan d. membuat dan merumuskan konsep program pengawasan kegiatan Perdagangan.")
    assert second.startswith("Proses perencanaan kegiatan pengawasan kegiatan Perdagangan melalui tahapan")
    assert second.endswith("d. persetujuan rencana kerja oleh Kepala Unit.")


def test_the_children_of_number_10_keep_their_stray_printed_numbers_as_labels(corpus: Corpus) -> None:
    row = corpus.find(f"{TASKS} nomor 10 huruf a", ID)
    assert row.label == "16. a."
    assert "B004-055" in errata_ids(corpus, ID, f"{TASKS} nomor 10 huruf a")
    assert dict(corpus.find(f"{TASKS} nomor 16", ID).cells)["kegiatan"].startswith("Melakukan pemetaan target")


def test_rows_11_and_12_merged_by_the_scan_are_apart(corpus: Corpus) -> None:
    eleven, twelve = cells(corpus, ID, f"{TASKS} nomor 11"), cells(corpus, ID, f"{TASKS} nomor 12 huruf a")
    assert eleven["deskripsi"].endswith("dan d. membuat berita acara pengambilan sampel.")
    assert cells(corpus, ID, f"{TASKS} nomor 12")["kegiatan"] == "Pelaksanaan Pengawasan pendaftaran Gudang, meliputi:"
    assert (twelve["angka_kredit"], twelve["jenjang"]) == ("0,04", "Pertama")
    assert "pengambilan sampel" not in twelve["deskripsi"]


@pytest.mark.parametrize(
    ("place", "credit"),
    [
        ("angka 2 huruf a", "25% AK kenaikan pangkat"),
        ("angka 2 huruf b angka 1 huruf a", "20,00"),
        ("angka 2 huruf b angka 2 huruf a", "8.0"),
        ("angka 2 huruf b angka 2 huruf b", "4"),
        ("angka 2 huruf b angka 4 huruf b", "3.50"),
        ("angka 2 huruf b angka 5", "2.50"),
        ("angka 2 huruf c angka 1 huruf a", "7.00"),
        ("angka 2 huruf c angka 2 huruf b", "1.50"),
        ("angka 2 huruf d", "3.00"),
        ("angka 2 huruf e angka 2", "3.00"),
        ("angka 2 huruf f", "0,5"),
        ("angka 3 huruf C angka 1 huruf a", "3"),
        ("angka 3 huruf C angka 1 huruf b", "2"),
        ("angka 3 huruf C angka 1 huruf c", "1"),
        ("angka 3 huruf C angka 2 huruf c", "15% AK kenaikan pangkat"),
        ("angka 3 huruf D huruf a", "3"),
        ("angka 3 huruf E", "0.04"),
    ],
)
def test_development_and_supporting_activities_have_their_credit_back(corpus: Corpus, place: str, credit: str) -> None:
    assert cells(corpus, ID, f"Lampiran I {place}")["angka_kredit"] == credit


def test_the_lost_credit_of_a_translation_in_a_journal_is_proposed(corpus: Corpus) -> None:
    row = cells(corpus, ID, "Lampiran I angka 2 huruf c angka 1 huruf b")
    assert "angka_kredit" not in row
    assert row["angka_kredit_bacaan"] == "3.50"


def test_the_inpassing_rows_have_their_labels_back(corpus: Corpus) -> None:
    doctor = cells(corpus, ID, "Lampiran IV golongan III/d ijazah S3")
    assert (doctor["ak_kenaikan_pangkat"], doctor["4_tahun_atau_lebih"]) == ("100", "97")
    assert "B004-098" in errata_ids(corpus, ID, "Lampiran IV golongan III/d ijazah S3")
    highest = cells(corpus, ID, "Lampiran IV golongan IV/d ijazah S2")
    assert (highest["golongan"], highest["3_tahun"]) == ("IV/d", "152")


@pytest.mark.parametrize("ijazah", ["S1", "S2", "S3"])
def test_the_three_lost_rows_of_the_grid_are_empty_and_propose_the_values_of_their_neighbours(
    corpus: Corpus, ijazah: str
) -> None:
    lost = cells(corpus, ID, f"Lampiran IV golongan IV/a ijazah {ijazah}")
    next_to_it = cells(corpus, ID, f"Lampiran IV golongan IV/b ijazah {ijazah}")
    for column in ("kurang_1_tahun", "1_tahun", "2_tahun", "3_tahun", "4_tahun_atau_lebih"):
        assert column not in lost
        assert lost[f"{column}_bacaan"] == next_to_it[column]
    assert "B004-099" in errata_ids(corpus, ID, f"Lampiran IV golongan IV/a ijazah {ijazah}")


def test_rows_of_the_examples_that_do_not_compute_are_the_registered_ones(corpus: Corpus) -> None:
    wrong = set()
    for node in corpus.find("Lampiran II", ID).walk():
        row = dict(node.cells)
        if "konstanta" in row and "volume" in row:
            exact = number(row["angka_kredit"]) / number(row["konstanta"])
            if exact != number(row["wpk"]) or exact * number(row["volume"]) != number(row.get("wpv", "0")):
                assert node.address
                wrong.add(node.address.place)
    assert wrong == {"Lampiran II contoh 2 baris 6"} | {f"Lampiran II contoh 3 baris {row}" for row in (2, 5, 6, 8)}
    assert all(errata_ids(corpus, ID, place) for place in wrong)


@pytest.mark.parametrize(("example", "printed", "rows"), [("1", 5996, 5996), ("2", 5160, 4920), ("3", 1968, 1968)])
def test_a_total_that_its_rows_do_not_reach_is_registered(
    corpus: Corpus, example: str, printed: int, rows: int
) -> None:
    place = f"Lampiran II contoh {example}"
    found = [number(dict(node.cells)["wpv"]) for node in corpus.find(place, ID).walk() if "wpv" in dict(node.cells)]
    assert (int(cells(corpus, ID, f"{place} baris jumlah")["jumlah"]), sum(found)) == (printed, rows)
    assert ("B004-084" in errata_ids(corpus, ID, f"{place} baris jumlah")) == (printed != rows)


def test_the_form_whose_heading_is_lost_stands_at_its_letter(corpus: Corpus) -> None:
    form = corpus.find("Lampiran III huruf F", ID)
    assert form.restored and not form.title
    assert "LAMPIRAN PENDUKUNG DUPAK" in form.words
    assert "B004-036" in errata_ids(corpus, ID, "Lampiran III huruf F")


def test_a_name_left_over_from_another_ministry_is_kept_and_flagged(corpus: Corpus) -> None:
    assert "ANALIS PENGELOLAAN KEUANGAN" in corpus.find("Lampiran III huruf M", ID).words
    assert "B004-095" in errata_ids(corpus, ID, "Lampiran III huruf M")


def test_minimum_results_name_their_volume(corpus: Corpus) -> None:
    rows = [node for node in corpus.find("Lampiran VI", ID).walk() if "volume" in dict(node.cells)]
    assert [int(dict(node.cells)["volume"]) for node in rows] == [20, 20, 5, 1, 1, 10, 10, 3, 3]


def test_a_word_the_scan_spoilt_is_repaired_and_says_so(corpus: Corpus) -> None:
    row = cells(corpus, ID, f"{TASKS} nomor 1")
    assert row["bukti_fisik"].endswith("Kepala Unit Kerja")
    assert any(name.startswith("B004-068") for name in errata_ids(corpus, ID, f"{TASKS} nomor 1"))
