"""What kind of thing a question asks for, and whether the words of a provision tell one."""

from types import SimpleNamespace
from typing import Any, cast

import pytest

from assistant.kinds import asked_kinds, load_kinds, untold
from assistant.phrases import find_phrase
from assistant.untold import say_untold, telling_beside, telling_first
from corpus.address import Address
from corpus.library import Corpus

HOURS = Address("permen-pupr-2-2023", pasal=19, ayat=2)
FORMS = Address("permen-pupr-2-2023", pasal=51, ayat=2)
SHARED = Address("permendag-4-2026", pasal=32, ayat=2)
EXTENSION = Address("permen-pupr-2-2023", pasal=38, ayat=3)


@pytest.mark.parametrize(
    ("question", "kinds"),
    [
        ("usulannya paling lambat kapan?", {"waktu"}),
        ("studi itu brp lama?", {"jangka_waktu"}),
        ("boleh diulang berapa kali?", {"berapa_kali"}),
        ("surat itu ditujukan kepada siapa?", {"pejabat"}),
        ("kalau lalai ada sanksinya gak?", {"sanksi"}),
        ("honornya berapa?", {"biaya"}),
        ("ada template laporannya?", {"format"}),
        ("berkasnya dikirim ke mana?", {"tempat"}),
        ("anggotanya berapa orang?", {"jumlah"}),
        ("who has to approve it?", {"pejabat"}),
        ("how long does it take?", {"jangka_waktu"}),
        ("syaratnya apa saja?", set()),
        ("setelah kena hukuman disiplin boleh naik jenjang?", set()),
        ("jabatan saya nanti diapain?", set()),
        ("ada berapa macam jabatan?", set()),
        ("diatur di mana?", set()),
        ("when she comes back, is she rehired?", set()),
    ],
)
def test_the_kind_asked_for(question: str, kinds: set[str]) -> None:
    assert {kind.name for kind in asked_kinds(question)} >= kinds
    assert kinds or not asked_kinds(question)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("berapa lama?", "Masa jabatan anggota Tim Penilai selama 3 (tiga) tahun."),
        ("kapan?", "disampaikan paling lambat minggu pertama bulan Juli"),
        ("kepada siapa?", "diajukan kepada pimpinan Unit Organisasi"),
        ("ada sanksinya?", "dikenai hukuman disiplin sedang"),
        ("berapa orang?", "paling sedikit 5 (lima) orang"),
        ("siapa yang nanggung?", "dibebankan pada anggaran Kementerian"),
    ],
)
def test_what_stands_there_is_never_denied(question: str, words: str) -> None:
    assert not untold(question, [words])


def test_a_condition_is_no_sanction() -> None:
    assert untold("kalau menolak ada sanksinya?", ["b. tidak dalam dan/atau menjalani hukuman disiplin PNS;"])
    assert not untold("kalau menolak ada sanksinya?", ["tidak melapor dikenai sanksi sesuai ayat (1) huruf a"])


def test_a_reference_is_no_number() -> None:
    assert untold("berapa orang?", ["1. sebagaimana dimaksud dalam Pasal 12 ayat (3) huruf a"])


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_kind_has_a_name(language: str) -> None:
    assert all(find_phrase(language, "untold", "things", kind.name) for kind in load_kinds())


@pytest.mark.parametrize(
    ("question", "place", "line"),
    [
        ("pembelajaran nonklasikal itu berapa lama?", FORMS, "Jangka waktunya tidak disebut"),
        ("biayanya siapa yang tanggung?", SHARED, "Biaya atau pembayarannya tidak disebut"),
        ("kalau kurang jam pelajaran kena sanksi apa?", HOURS, "Sanksi atau akibatnya tidak disebut"),
        ("tugas belajar bisa diperpanjang berapa lama?", EXTENSION, ""),
        ("setahun berapa jam pelajaran?", HOURS, ""),
        ("bentuknya apa saja?", FORMS, ""),
    ],
)
def test_what_is_not_told_is_said(corpus: Corpus, question: str, place: Address, line: str) -> None:
    said = say_untold(question, [corpus.cite(place)], "id", corpus)
    assert said.startswith(line) and bool(said) == bool(line)


def hit(address: Address, score: float) -> Any:
    return cast(Any, SimpleNamespace(address=address, score=score))


def test_of_two_near_ones_that_which_tells_it_goes_first(corpus: Corpus) -> None:
    forms, extension = hit(FORMS, 0.5), hit(EXTENSION, 0.3)
    assert telling_first([forms, extension], "berapa lama?", corpus)[0] is extension
    assert telling_first([forms, extension], "apa saja bentuknya?", corpus)[0] is forms
    assert telling_first([forms, hit(EXTENSION, 0.1)], "berapa lama?", corpus)[0] is forms
    other = hit(Address("permendag-79-2014", pasal=6, ayat=1), 0.4)
    assert telling_first([forms, other], "berapa lama?", corpus)[0] is forms  # another regulation's matter


def test_the_ayat_that_tells_it_is_shown_beside_one_that_does_not(corpus: Corpus) -> None:
    criteria = corpus.cite(Address("permen-pupr-2-2023", pasal=38, ayat=4))
    beside = telling_beside("permohonan perpanjangan diajukan ke siapa?", [criteria], corpus)
    assert Address("permen-pupr-2-2023", pasal=38, ayat=7) in [citation.address for citation in beside]
    assert not telling_beside("apa kriterianya?", [criteria], corpus)
    decided = corpus.cite(Address("permen-pupr-2-2023", pasal=38, ayat=7))
    assert not telling_beside("ditetapkan oleh siapa?", [decided], corpus)
