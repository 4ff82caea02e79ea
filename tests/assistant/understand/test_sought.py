"""A question that asks who puts somebody into a post that it names is after just that, whatever it is like."""

import pytest
from told_by_words import SPELLER

from assistant.conversation import Conversation
from assistant.reading import Fact
from assistant.understand.intent.sought import load_sought
from assistant.understand.understanding import Understanding

BY_TOOL = {each.tool: each for each in load_sought()}


@pytest.mark.parametrize(
    ("tool", "said", "asked"),
    [
        ("badan_seleksi", "kabag keuangan yang melantik siapa ya", True),
        ("badan_seleksi", "pejabat mana yang meneken SK kasubdit", True),
        ("badan_seleksi", "who nominates the head of the trade centre abroad?", True),
        ("badan_seleksi", "pengangkatan kepala pusat lewat siapa?", True),
        ("badan_seleksi", "who carries out the selection for posts abroad?", True),
        ("badan_seleksi", "what is the selection for posts abroad based on?", False),
        ("badan_seleksi", "siapa yang ditunjuk jadi kepala pusat?", False),
        ("badan_seleksi", "who was appointed director general?", False),
        ("badan_seleksi", "siapa yang menetapkan angka kredit direktur?", False),
        ("badan_seleksi", "siapa menyeleksi peserta diklat administrator?", False),
        ("badan_seleksi", "kapan kabag dilantik?", False),
        ("pengangkatan_perpindahan", "mau jalur perpindahan ke negosiator, usia 45 dan sehat, bisa?", True),
        ("pengangkatan_perpindahan", "jalur perpindahan ke negosiator, kapan ujikomnya?", False),
        ("syarat_inpassing", "inpassing jadi pengawas, S1, sehat, lolos?", True),
        ("syarat_inpassing", "inpassing jadi pengawas, boleh ikut uji?", False),
        ("badan_seleksi", "di antara Tono dan Rini, siapa yang lebih layak saya usulkan jadi kabag?", False),
        ("badan_seleksi", "whom should I propose as head of division, Tono or Rini?", False),
        ("pengangkatan_promosi", "sudah lulus ujikom, diangkat lewat promosi jadi pengawas, pernah dihukum", True),
        ("pengangkatan_promosi", "mau ikut ujikom jalur promosi jadi pengawas, pernah dihukum", False),
        ("jenis_pelatihan", "magang itu jenis pelatihan buat PPPK bukan?", True),
        ("jenis_pelatihan", "magang itu metodenya apa?", False),
        ("pengangkatan_kembali", "resign dari negosiator, nanti bisa diangkat lagi?", True),
        ("pengangkatan_kembali", "resign dari negosiator, siapa yang bisa diangkat lagi?", False),
        ("pengangkatan_kembali", "resign dari negosiator, suratnya ke mana?", False),
        ("nilai_makalah_uji", "makalah ujikom negosiator dilihat dari segi apa ya", True),
        ("nilai_makalah_uji", "penilai makalahku merhatiin apanya sih", True),
        ("nilai_makalah_uji", "siapa yang menilai makalah, apa saja tugasnya?", False),
        ("nilai_makalah_uji", "makalah dikumpulkan lewat apa?", False),
        ("pemberhentian", "mau lepas dari JF dan jadi staf biasa saja, boleh?", True),
        ("pemberhentian", "sudah jadi staf biasa, bisa masuk lagi ke JF?", False),
        ("kenaikan_jenjang", "gara-gara S3 bisa lompat dari ahli pertama ke ahli madya?", True),
        ("kenaikan_jenjang", "can a doctor jump from ahli pertama to ahli madya?", True),
        ("kenaikan_jenjang", "dari ahli muda ke ahli madya, siapa yang usul?", False),
    ],
)
def test_a_question_seeks_a_calculator(tool: str, said: str, asked: bool) -> None:
    entries = [each for each in load_sought() if each.tool == tool]
    assert any(each.asked(SPELLER.read(said)) for each in entries) is asked


@pytest.mark.parametrize(
    ("value", "told"), [("administrator", True), ("jf_ahli_muda", False)]
)  # of a functional post others decide
def test_only_the_posts_of_that_rule_count(value: str, told: bool) -> None:
    assert BY_TOOL["badan_seleksi"].told([Fact("jabatan_tujuan", value, 0, 1, "x")]) is told


def test_what_is_not_told_is_not_sought() -> None:
    assert not BY_TOOL["jenis_pelatihan"].told([Fact("status_asn", "pns", 0, 3, "PNS")])


@pytest.mark.parametrize(
    ("message", "tool"),
    [
        ("staf kami negosiator sedang CLTN setahun, kredit yang sudah terkumpul hilang tidak?", "pengangkatan_kembali"),
        ("pengawas ambil cuti di luar tanggungan negara 3 tahun, nanti mulai dari nol lagi?", "pengangkatan_kembali"),
        (
            "karyasiswa kami meninggal sebelum ikatan dinas selesai, apa ahli warisnya harus membayar?",
            "sanksi_tugas_belajar",
        ),
        ("dulu kasi di dinas, mau masuk pengawas perdagangan lewat penyesuaian. masih boleh?", "syarat_inpassing"),
        ("pernah dihukum disiplin ringan, mau masuk negosiator lewat perpindahan, boleh?", "pengangkatan_perpindahan"),
        ("belum lulus ujikom, boleh naik jenjang tidak?", "kenaikan_jenjang"),
        ("pengawas III/a, AK terkumpul 41, kurang berapa untuk naik ke III/b?", "kenaikan_pangkat"),
        ("baru setahun jadi kasi di kemendag, ada syarat lama menjabat sebelum jadi kabid?", "masa_jabatan"),
        (
            "pernah kena hukuman disiplin berat 2015, masih boleh ikut lelang jabatan eselon 2 kemendag?",
            "syarat_jabatan",
        ),
    ],
)
def test_what_is_told_and_asked_together_seeks_a_calculator(
    message: str, tool: str, understanding: Understanding
) -> None:
    assert tool in [part.tool for part in understanding.read(message, Conversation("c")).parts]


@pytest.mark.parametrize(
    ("message", "tool"),
    [
        ("CLTN paling lama berapa tahun?", "pengangkatan_kembali"),
        ("pengawas yang sedang cuti di luar tanggungan negara, siapa yang menetapkan?", "pengangkatan_kembali"),
        ("saya sakit seminggu, uang perjalanan dinasnya harus dikembalikan?", "sanksi_tugas_belajar"),
        ("dulu kasi di dinas, mau masuk pengawas perdagangan lewat perpindahan. masih boleh?", "syarat_inpassing"),
        ("belum lulus ujikom, syarat ikut ujikom kenaikan jenjang apa?", "kenaikan_jenjang"),
        ("syarat pendidikan dan diklat jadi kabid di kemendag apa?", "masa_jabatan"),
    ],
)
def test_what_only_sounds_like_it_seeks_none(message: str, tool: str, understanding: Understanding) -> None:
    assert tool not in [part.tool for part in understanding.read(message, Conversation("c")).parts]
