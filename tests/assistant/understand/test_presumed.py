"""Nothing is put right of somebody who claims nothing false: a case told, a surplus, a question whether rules still hold."""

import pytest

from assistant.conversation import Conversation
from assistant.understand.understanding import Understanding


def premises(understanding: Understanding, message: str) -> list[str]:
    """What is put right of a message."""
    return [said for part in understanding.read(message, Conversation("x")).parts for said in part.premises]


@pytest.mark.parametrize(
    "message",
    [
        "saya pengawas perdagangan ahli muda di kabupaten, sudah 6 tahun tidak naik-naik, kata bos AK sudah cukup tapi belum bisa, kurang apanya",
        "angka kredit lebih 21 poin dari syarat waktu naik ke III/c kemarin, lebihnya hangus?",
        "angka kredit kelebihan 14 poin dari syarat kemarin naik ke III/b, bisa disimpan tidak",
        "aturan karier kemendag yang lama masih berlaku? permendagnya kan tahun 2014, eselon III sudah pada dihapus",
        "kursus dari Udemy bisa diakui tidak di kementerian perdagangan, yang menilainya siapa?",
        "wawancara ujikom pengawas perdagangan dapat 66, kategorinya apa? teman dapat 84 katanya baik",
        "bos ikut seleksi jpt pratama, teknis 80, manajerial 71, administrasi 88. saingannya katanya total 79. bos saya total berapa?",
        "istri mau dicalonkan jadi administrator di kemendag. S1, diklatpim IV sudah lulus, yang III belum sempat karena sakit waktu itu. lolos syarat tidak?",
        "draf SK tim penilai pengawas perdagangan: total 9 orang sudah sama ketua dan sekretaris, yang pengawas perdagangan beneran cuma 5, sekretarisnya bukan orang kepegawaian. ada yang salah?",
        "of the 8 evidence documents required for my negotiator competency test 6 were accepted, what score is that?",
        "calon kepala bagian (administrator) itu yang menyeleksi pansel atau baperjakat sih",
        "trade corpu: yang dievaluasi dampaknya, bkn materinya. pimpinan tanya siapa yang mengadakan",
        "aku PNS baru di cipta karya, masa kerja 3 tahun, kinerja baik. cuma di kantor lagi sepi karena pada mutasi. tugas belajar s2 dokumennya apa aja",
        "teman sebelah ngotot pengawas perdagangan IV/a itu masih ahli muda. aku tidak percaya. sebenarnya IV/a jenjang apa?",
        "staf saya kuliah malam sejak 2019 pakai izin belajar. surat edaran MenPAN nomor 28 tahun 2021 katanya menghapus itu. apa isi edaran itu?",
        "mau naik pangkat bulan Agustus, di permendag cuma April dan Oktober. aturan BKN yang membuatnya 12 kali setahun bunyinya apa?",
        "program studi yang saya incar katanya tidak cocok dengan unit kerja saya di bina marga. memang siapa yang menentukan boleh tidaknya, ukurannya apa",
    ],
)
def test_who_claims_nothing_false_is_not_put_right(understanding: Understanding, message: str) -> None:
    assert premises(understanding, message) == []


@pytest.mark.parametrize(
    "message",
    [
        "teman saya incar jabatan administrator di kemendag tahun depan. berhubung syaratnya harus S3, dia kuliah dulu. nilai kinerja dilihat berapa tahun?",
        "seleksi administrator kan dilakukan pansel. syaratnya apa saja?",
        "trade corpu kan dipimpin BKN, wakilnya siapa?",
        "kenapa syarat tugas belajar masa kerja 4 tahun?",
        "katanya pengawas perdagangan IV/a itu masih ahli muda ya?",
        "katanya batas usia pindah ke pengawas perdagangan ahli pertama 48 tahun",
        "dari III/c ke III/d kan butuh 140 angka kredit",
        "angka kredit naik ke III/d tidak boleh lebih 37 dari syarat kan",
    ],
)
def test_a_wrong_claim_is_still_put_right(understanding: Understanding, message: str) -> None:
    assert premises(understanding, message)
