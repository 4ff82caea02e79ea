"""Documents told as being at hand, by their names."""

import pytest

from assistant.understand.language.text import Speller
from assistant.understand.rows.at_hand import read_papers


@pytest.mark.parametrize(
    ("said", "held"),
    [
        (
            "SKP sama SK pangkat udah di map, surat sehat masih nunggu dokter",
            ("penilaian kinerja", "SK pangkat terakhir"),
        ),
        ("punya saya cuma ijazah, DRH, dan SK CPNS. kurang apa?", ("ijazah", "daftar riwayat hidup", "SK CPNS")),
        ("ijazah belum, SK penempatan sudah", ("SK penempatan",)),
        ("I have got my CV but no medical certificate", ("daftar riwayat hidup",)),
        ("berkas DUPAK: surat tugas limpah siap, bukti fisik belum lengkap", ("surat tugas limpah",)),
    ],
)
def test_named_documents_are_told_as_at_hand(speller: Speller, said: str, held: tuple[str, ...]) -> None:
    found = read_papers(speller.read(said))
    assert found is not None
    assert found[0] == held


@pytest.mark.parametrize(
    "said",
    [
        "apakah surat sehat harus ada?",
        "untuk inpassing perlu ijazah dan SKP tidak",
        "ijazah dan SK PNS belum ada semua",
        "dokumen apa saja yang diminta, pak",
        "formasi sudah ada",
    ],
)
def test_a_document_lacking_or_asked_about_is_not_at_hand(speller: Speller, said: str) -> None:
    assert read_papers(speller.read(said)) is None
