"""Documents told by those that are missing, all others being at hand."""

import pytest

from assistant.understand.language.text import Speller
from assistant.understand.rows.missing_papers import read_missing


@pytest.mark.parametrize(
    ("said", "missing"),
    [
        ("dokumen saya udah siap semua kecuali DRH", ("daftar riwayat hidup",)),
        ("kecuali SK PNS, semuanya beres", ("SK PNS",)),
        ("berkas lengkap, cuma kurang SKP sama ijazah", ("penilaian kinerja", "ijazah")),
        ("tinggal surat dokter", ("surat keterangan sehat",)),
        ("kurang DRH saja", ("daftar riwayat hidup",)),
        ("SK penempatan belum, selebihnya sudah", ("SK penempatan",)),
        ("all done except letters, missing document b and d", ("b", "d")),
        ("I have everything but my CV", ("daftar riwayat hidup",)),
        ("semua berkas sudah terkumpul", ()),
    ],
)
def test_what_is_missing_is_told_of_all_documents(speller: Speller, said: str, missing: tuple[str, ...]) -> None:
    found = read_missing(speller.read(said))
    assert found is not None
    assert found[0] == missing


@pytest.mark.parametrize(
    "said",
    [
        "SKP belum ada",
        "belum semua ada kecuali SKP",
        "semua berkas belum siap kecuali ijazah",
        "cuma ada ijazah",
        "ijazah ada, sisanya belum",
        "semua berkas apa saja untuk inpassing?",
        "apakah semua harus dilampirkan kecuali ijazah?",
        "SK PNS dan ijazah sudah ada",
    ],
)
def test_what_is_told_of_some_documents_is_told_of_no_others(speller: Speller, said: str) -> None:
    assert read_missing(speller.read(said)) is None
