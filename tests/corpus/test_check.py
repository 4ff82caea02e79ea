"""What the mechanical checks find is on record, and they find what a new text would hide."""

from pathlib import Path

import pytest

from corpus.check import Finding, check
from corpus.library import Corpus, load_corpus

FINDINGS = check(load_corpus())


@pytest.mark.parametrize("finding", FINDINGS, ids=str)
def test_every_finding_is_in_the_register(finding: Finding, corpus: Corpus) -> None:
    places = [finding.address, *([finding.address.parent] if finding.address.parent else [])]
    assert any(corpus.errata(place) for place in places)


@pytest.mark.parametrize(
    ("kind", "key"),
    [
        ("rujukan", "permendag-94-2020#pasal-27-huruf-a"),  # names a huruf that does not exist
        ("rujukan", "permendag-82-2020#pasal-70-ayat-5"),  # names itself
        ("rujukan", "permen-pupr-2-2023#pasal-4"),  # names the Pasal that the source lacks
        ("penomoran", "permendag-82-2020#pasal-59-ayat-5"),  # (3) is followed by (5)
        ("penomoran", "permen-pupr-2-2023#pasal-4"),  # Pasal 2 is followed by Pasal 4
        ("angka_kata", "permendag-94-2020#pasal-55-ayat-3-huruf-d"),  # 75 (lima puluh enam koma dua lima)
        ("angka_kata", "permendag-94-2020#pasal-55-ayat-5"),  # 25 (dua puluh)
        ("hitungan", "permendag-94-2020#lampiran-ii-angka-10-contoh-2-baris-6"),  # 30 x 5 is not 360
        ("hitungan", "permendag-82-2020#lampiran-ii-contoh-2-baris-jumlah"),  # the rows do not sum to 5160
    ],
)
def test_a_known_mistake_is_found_without_being_told(kind: str, key: str) -> None:
    assert (kind, key) in {(finding.kind, finding.address.key) for finding in FINDINGS}


def test_a_clean_text_gives_no_finding(tmp_path: Path) -> None:
    assert check(write(tmp_path, "masa kerja paling singkat 2 (dua) tahun sebagaimana dimaksud dalam Pasal 1.")) == ()


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("masa kerja paling singkat 2 (tiga) tahun.", "angka_kata"),
        ("persyaratan sebagaimana dimaksud dalam Pasal 9.", "rujukan"),
    ],
)
def test_a_mistake_in_a_new_text_is_found(words: str, kind: str, tmp_path: Path) -> None:
    assert [finding.kind for finding in check(write(tmp_path, words))] == [kind]


def write(folder: Path, words: str) -> Corpus:
    """A regulation of two Pasal, the second with these words."""
    text = f"BAB I\nKETENTUAN UMUM\n\nPasal 1\n\nPeraturan ini berlaku umum.\n\nPasal 2\n\nPersyaratan adalah {words}\n"
    (folder / "contoh-1-2020.txt").write_text(text, encoding="utf-8")
    sheet = "short: Contoh 1/2020\ntitle: Peraturan Contoh Nomor 1 Tahun 2020\nnumber: '1'\nyear: 2020\n"
    (folder / "contoh-1-2020.yaml").write_text(sheet, encoding="utf-8")
    return load_corpus(folder)
