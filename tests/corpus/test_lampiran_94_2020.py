"""The attachments of Permendag 94/2020: spot rows word for word, sums, and the mistakes shown with them."""

from collections import Counter, defaultdict
from decimal import Decimal

import pytest
from lampiran_reading import cells, errata_ids, number

from corpus.library import Corpus

ID = "permendag-94-2020"


def _activities(corpus: Corpus) -> dict[str, dict[str, str]]:
    rows = [node for node in corpus.find("Lampiran I huruf A", ID).walk() if node.kind == "baris"]
    return {dict(node.cells)["nomor"]: dict(node.cells) for node in rows}


def test_there_are_79_activities_numbered_without_a_gap_each_with_all_its_cells(corpus: Corpus) -> None:
    rows = _activities(corpus)
    assert list(rows) == [str(count) for count in range(1, 80)]
    columns = ["nomor", "butir", "output", "jenjang", "angka_kredit", "deskripsi", "bukti_fisik"]
    assert all(list(row) == columns and all(row.values()) for row in rows.values())


def test_the_credits_of_each_jenjang_add_up(corpus: Corpus) -> None:
    sums: dict[str, Decimal] = defaultdict(Decimal)
    for row in _activities(corpus).values():
        sums[row["jenjang"]] += number(row["angka_kredit"])
    assert sums == {name: Decimal(total) for name, total in _SUMS.items()}
    assert Counter(row["jenjang"] for row in _activities(corpus).values()) == _COUNTS


_SUMS = {"Pertama": "1.27", "Muda": "5.81", "Madya": "3.32", "Utama": "4.62"}
_COUNTS = {"Pertama": 17, "Muda": 22, "Madya": 20, "Utama": 20}


def test_activity_12_reads_as_printed(corpus: Corpus) -> None:
    row = corpus.find("Lampiran I huruf A nomor 12", ID)
    assert row.label == "12."
    assert row.lines == (1309,)
    assert cells(corpus, ID, "Lampiran I huruf A nomor 12") == {
        "nomor": "12",
        "butir": "Menyusun riset/kajian.",
        "output": "Dokumen",
        "jenjang": "Muda",
        "angka_kredit": "0,40",
        "deskripsi": "Penyusunan riset/kajian terkait perjanjian perdagangan internasional.",
        "bukti_fisik": "Dokumen sesuai output meliputi: a. Surat penugasan dari pimpinan; b. Dokumen hasil riset/kajian.",
    }


def test_a_row_cut_by_a_page_is_whole(corpus: Corpus) -> None:
    row = corpus.find("Lampiran I huruf A nomor 62", ID)
    assert dict(row.cells)["deskripsi"].endswith("bilateral, regional, multilateral dan organisasi internasional.")
    assert row.lines == (1380, 1383)


@pytest.mark.parametrize(
    ("place", "credit"),
    [
        ("huruf B huruf a", "25% AK kenaikan pangkat"),
        ("huruf B huruf b angka 1 huruf a", "20.00"),
        ("huruf B huruf b angka 1 huruf b", "12.50"),
        ("huruf B huruf b angka 2 huruf a", "8.0"),
        ("huruf B huruf b angka 2 huruf b", "4"),
        ("huruf B huruf b angka 3 huruf a", "8.00"),
        ("huruf B huruf b angka 3 huruf b", "4.00"),
        ("huruf B huruf b angka 6", "2"),
        ("huruf B huruf c angka 1 huruf b", "3.50"),
        ("huruf B huruf e angka 1", "0.50"),
        ("huruf B huruf e angka 3 huruf a", "15.00"),
        ("huruf B huruf e angka 4 huruf g", "0.25"),
        ("huruf B huruf f", "0.5"),
        ("huruf C huruf A", "0,4"),
        ("huruf C huruf C angka 1 huruf c", "1"),
        ("huruf C huruf C angka 2 huruf a", "35% AK kenaikan pangkat"),
        ("huruf C huruf D huruf c", "15"),
        ("huruf C huruf E", "0.04"),
    ],
)
def test_development_and_supporting_activities_have_their_printed_credit(
    corpus: Corpus, place: str, credit: str
) -> None:
    assert cells(corpus, ID, f"Lampiran I {place}")["angka_kredit"] == credit


def test_a_training_of_exactly_30_hours_is_shown_as_not_regulated(corpus: Corpus) -> None:
    assert "B001-082" in errata_ids(corpus, ID, "Lampiran I huruf B huruf e angka 3 huruf g")
    assert "B001-082" not in errata_ids(corpus, ID, "Lampiran I huruf B huruf e angka 3 huruf e")


@pytest.mark.parametrize(
    ("row", "values"),
    [
        ("golongan III/a ijazah S1", "50 3 18 28 38 47"),
        ("golongan III/c ijazah S2", "100 6 36 56 76 96"),
        ("golongan IV/c ijazah S3", "150 11 56 86 116 146"),
        ("golongan IV/d ijazah S1", "200 10 70 110 150 190"),
        ("golongan IV/e", "** 200 200 200 200 200"),
    ],
)
def test_the_inpassing_grid_reads_as_printed(corpus: Corpus, row: str, values: str) -> None:
    names = ("ak_kenaikan_pangkat", "kurang_1_tahun", "1_tahun", "2_tahun", "3_tahun", "4_tahun_atau_lebih")
    found = cells(corpus, ID, f"Lampiran IV {row}")
    assert " ".join(found[name] for name in names) == values


@pytest.mark.parametrize(("ijazah", "lost", "last"), [("S2", "152", "192"), ("S3", "154", "194")])
def test_the_lost_three_year_cells_are_empty_and_flagged(corpus: Corpus, ijazah: str, lost: str, last: str) -> None:
    place = f"Lampiran IV golongan IV/d ijazah {ijazah}"
    row = cells(corpus, ID, place)
    assert "3_tahun" not in row
    assert (row["3_tahun_bacaan"], row["4_tahun_atau_lebih"]) == (lost, last)
    assert "B001-099" in errata_ids(corpus, ID, place)
    assert "B001-099" not in errata_ids(corpus, ID, "Lampiran IV golongan IV/d ijazah S1")


def test_the_grid_has_22_rows_and_no_more(corpus: Corpus) -> None:
    assert sum(node.kind == "baris" for node in corpus.find("Lampiran IV", ID).walk()) == 22


@pytest.mark.parametrize("example", ["1", "2", "3", "4"])
def test_the_rows_of_each_worked_example_add_up_to_the_printed_total(corpus: Corpus, example: str) -> None:
    place = f"Lampiran II angka 10 contoh {example}"
    rows = [dict(node.cells) for node in corpus.find(place, ID).walk() if "wpv" in dict(node.cells)]
    assert len(rows) == 6
    assert sum(number(row["wpv"]) for row in rows) == number(cells(corpus, ID, f"{place} baris jumlah")["jumlah"])


def test_the_only_row_of_the_examples_that_does_not_compute_is_registered(corpus: Corpus) -> None:
    wrong = []
    for node in corpus.find("Lampiran II angka 10", ID).walk():
        row = dict(node.cells)
        if "wpv" in row and number(row["wpk"]) * number(row["volume"]) != number(row["wpv"]):
            assert node.address
            wrong.append(node.address.place)
    assert wrong == ["Lampiran II angka 10 contoh 2 baris 6"]
    assert "B001-089" in errata_ids(corpus, ID, wrong[0])


def test_the_constants_follow_from_the_credits_of_each_jenjang(corpus: Corpus) -> None:
    for letter in "abcd":
        row = cells(corpus, ID, f"Lampiran II angka 4 huruf {letter}")
        assert number(row["angka_kredit"]) / (1250 * 4) == number(row["konstanta"])


def test_the_formula_of_the_final_mark_is_flagged(corpus: Corpus) -> None:
    assert "B001-103" in errata_ids(corpus, ID, "Lampiran V angka 11")
    assert corpus.find("Lampiran V angka 11", ID).text.endswith("((UKT × 60%) + (UKMSK × 40%)) / 100")


def test_minimum_results_name_their_volume(corpus: Corpus) -> None:
    volumes = {
        level: [
            int(dict(node.cells)["volume"])
            for node in corpus.find(f"Lampiran VI jenjang {level}", ID).walk()
            if "volume" in dict(node.cells)
        ]
        for level in ("Pertama", "Muda", "Madya", "Utama")
    }
    assert volumes == {
        "Pertama": [3, 3, 3, 10],
        "Muda": [3, 3, 3, 10],
        "Madya": [3, 5, 2, 6, 6],
        "Utama": [1, 2, 2, 3, 2],
    }


def test_a_minimum_result_cut_by_a_page_is_whole(corpus: Corpus) -> None:
    result = cells(corpus, ID, "Lampiran VI jenjang Utama nomor 5")["hasil_kerja_minimal"]
    assert result == "Laporan evaluasi implementasi atas manfaat pelaksanaan perundingan perdagangan internasional"


def test_the_forms_run_from_a_to_n(corpus: Corpus) -> None:
    forms = [node for node in corpus.find("Lampiran III", ID).children if node.kind == "bagian_lampiran"]
    assert "".join(node.label for node in forms) == "A.B.C.D.E.F.G.H.I.J.K.L.M.N."
    assert forms[3].title == "FORMAT SURAT REKOMENDASI PENYESUAIAN (INPASSING)"


def test_a_word_the_scan_spoilt_is_repaired_and_says_so(corpus: Corpus) -> None:
    place = "Lampiran I huruf A nomor 38"
    assert cells(corpus, ID, place)["butir"] == "Menyusun butir wicara."
    assert any(identity.startswith("B001-078") for identity in errata_ids(corpus, ID, place))
