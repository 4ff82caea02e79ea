"""What an official will decide is told by no text, also beside a case; whether a rule is met stays a calculator's question."""

import pytest

from assistant.conversation import Conversation
from assistant.understand.intent.foretold import foretells
from assistant.understand.language.text import Speller
from assistant.understand.language.vocabulary import spelling_words
from assistant.understand.understanding import Understanding


@pytest.fixture(scope="module")
def speller() -> Speller:
    return Speller(spelling_words())


@pytest.mark.parametrize(
    "message",
    [
        "habis ujian pengujinya senyum terus, itu tandanya saya lolos apa tidak",
        "nilai akhir kemarin 58. kans lulus ulangan seberapa besar ya",
        "usul naik jenjangku bakal di-acc sekjen ga ya",
        "kira2 pak dirjen nyetujuin kepindahanku ga",
        "tiga calon kabag sudah dites, kira-kira siapa yang bakal kepilih",
        "will the committee pick me for director?",
        "kira-kira berapa nilai yang bakal dikasih penguji buat karya tulisku",
        "presentasi saya kemarin bagus tidak ya",
        "ini draf makalah saya, mohon dinilai",
        "aku keterima ga ya di beasiswa pola kerja sama itu",
        "pesertanya enam orang. masuk 3 besar ga ya aku",
        "kira-kira AK saya diputus berapa sama tim penilai",
        "coba ramal hasil pleno saya bulan depan",
        "apakah proposal saya pantas didanai menurut dewan",
        "berkas saya sudah di meja beliau, kira2 dia teken ga",
        "aku yang paling junior di biro, bakal diusulin ikut sidang WTO ga?",
        "anak saya opname waktu itu. kira-kira PPK akan memaklumi tidak?",
        "would the director recommend me for the higher class after our quarrel?",
        "saya pns 9 tahun di ditjen PEN, bakal ditempatin di KDEI apa ITPC ya",
        "is our track record in export courses good enough to become an organiser?",
        "apakah kualitas pengajar kami sudah memadai untuk lolos penilaian koordinator?",
        "saingannya empat, saya terpilih jadi kabag nggak?",
    ],
)
def test_a_decision_to_come_is_foretold_by_nobody(message: str, speller: Speller) -> None:
    assert foretells(speller.read(message))


@pytest.mark.parametrize(
    "message",
    [
        "pengetahuan 81, makalah 70, wawancara 66, kira2 saya lulus ga",
        "umur 49 mau pindah jadi negosiator muda, bisa ga ya",
        "kalau akreditasinya C bakal disetujui ga",
        "siapa yang menyetujui perpanjangan studi?",
        "kapan usulan saya akan disetujui?",
        "masa kerja 3 tahun, S1. tolong dinilai memenuhi syarat apa tidak",
        "siapa yang dipilih jadi ketua tim penilai menurut aturan?",
        "bukti kerja 14 dari 20. mohon nilai",
        "seberapa besar porsi coaching dalam setahun?",
        "kira2 ikatan dinas saya berapa tahun?",
        "dua penilai beda 21 dan 17,5, hasil akhirnya berapa?",
        "apakah makalah saya layak diterima kalau tidak sesuai format?",
        "siapa yang menandatangani SK saya nanti?",
        "will my supervisor have to recommend me for the higher class?",
        "saya bakal diusulkan ikut ukom kalau AK baru 45 dari 100 atau tidak?",
        "apakah atase perdagangan akan ditempatkan di perwakilan tiga tahun?",
        "is two years of experience enough to move into trade supervisor?",
        "mutu pelatihan dijamin siapa dan kapan?",
        "atasan bilang laporan saya layak diberi penghargaan. nilai penghargaan di penunjang berapa?",
    ],
)
def test_what_a_rule_settles_is_none(message: str, speller: Speller) -> None:
    assert not foretells(speller.read(message))


@pytest.mark.parametrize(
    "message",
    [
        "saya eks pengawas ahli muda, 2 tahun jadi kasubag, mau balik ke fungsional. formasinya 1 peminatnya 4. menteri bakal pilih saya ga ya",
        "nilai akhir ujikom pertama 64, bulan depan ngulang. peluang lulusnya berapa persen?",
        "baru kelar wawancara ujikom pengawas, penilainya cuma nanya 3 soal terus diam. itu pertanda lolos apa nggak ya",
    ],
)
def test_a_case_told_beside_it_does_not_hide_it(understanding: Understanding, message: str) -> None:
    beyond = {part.beyond for part in understanding.read(message, Conversation("x")).parts}
    assert "official_judgement" in beyond


def test_a_foreign_word_that_only_says_what_a_work_is_about_hides_no_judgement(understanding: Understanding) -> None:
    message = "makalah ujikom saya tentang label SNI, 20 halaman. kira2 penguji bakal terkesan ga?"
    assert [part.beyond for part in understanding.read(message, Conversation("x")).parts] == ["official_judgement"]
    message = "izin impor kosmetik teman saya bakal disetujui ga ya?"
    assert [part.beyond for part in understanding.read(message, Conversation("x")).parts] == ["not_in_corpus"]


def test_people_counted_are_no_score_that_is_claimed(understanding: Understanding) -> None:
    message = "lima calon lulus uji kompetensi semua, AK mereka cukup. siapa yang bakal dipilih PPK?"
    assert [part.beyond for part in understanding.read(message, Conversation("x")).parts] == ["official_judgement"]


def test_marks_told_are_still_reckoned(understanding: Understanding) -> None:
    message = "ujikom pengawas: pengetahuan 81, makalah 70, wawancara 66, ukmsk 75. kira2 saya lulus ga nih?"
    assert [part.tool for part in understanding.read(message, Conversation("x")).parts] == ["nilai_uji_kompetensi"]
