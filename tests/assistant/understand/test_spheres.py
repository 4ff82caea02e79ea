"""A matter that one regulation treats is answered by that one; words of every office narrow nothing."""

import pytest

from assistant.conversation import Conversation
from assistant.reading import Part
from assistant.understand.intent.spheres import matter_of, ministries_of
from assistant.understand.language.text import Speller
from assistant.understand.language.vocabulary import spelling_words
from assistant.understand.understanding import Understanding

CAREER, TRADE, WORKS = "permendag-79-2014", "permendag-4-2026", "permen-pupr-2-2023"
POSITIONS = {"permendag-82-2020", "permendag-94-2020"}


@pytest.fixture(scope="module")
def speller() -> Speller:
    return Speller(spelling_words())


def matter(message: str, speller: Speller) -> set[str]:
    text = speller.read(message)
    return set(matter_of(text, ministries_of(text))[0])


@pytest.mark.parametrize(
    ("message", "regulations"),
    [
        ("kata orang buat jadi kabid harus pernah dua kali jadi kasubid, masa?", {CAREER}),
        ("sebelum jadi atdag di Tokyo saya eselon III, pulangnya ditaruh di mana?", {CAREER}),
        ("usul rotasi pejabat pengawas di ditjen kami diajukan ke siapa?", {CAREER}),
        ("who decides which candidate becomes director, and what are the conditions to be appointed?", {CAREER}),
        ("negosiator seperti saya mau jadi direktur, syaratnya apa?", {CAREER}),
        ("izin belajar saya dulu terbit 2020, sekarang bagaimana?", {WORKS}),
        ("ditempatkan jauh sehabis tubel, ikatan dinas tetap jalan?", {WORKS}),
        ("usulan ukom saya kirim ke siapa?", POSITIONS),
        ("coaching dari senior itu diakui sebagai apa?", {TRADE, WORKS}),
        ("magang di kantor dagang swasta buat pegawai kemendag, boleh?", {TRADE}),
        ("hasil dialog kinerja ditulis di mana?", {TRADE}),
        ("kelas di corpu yang kemarin sertifikatnya dari siapa?", {TRADE}),
        ("staf daglu paling cepat dimutasi setelah berapa tahun?", {CAREER}),
        ("diklatpim III di kemendag wajib sebelum pelantikan?", {CAREER}),
        ("ada lelang jabatan, saya pernah dihukum disiplin, boleh melamar?", {CAREER}),
    ],
)
def test_the_matter_of_a_message_is_known_by_its_words(message: str, regulations: set[str], speller: Speller) -> None:
    assert matter(message, speller) == regulations


@pytest.mark.parametrize(
    "message",
    [
        "kabid saya menolak tanda tangan surat saya",  # an office named in passing
        "kasi saya minta dupak dikumpul minggu ini, isinya apa?",
        "sehabis jadi direktur bisa balik lagi jadi negosiator?",
        "staf saya pindah ke pengawas perdagangan, syaratnya apa?",
        "tubel lebih dari enam bulan, jabatan fungsional saya dicopot?",
        "kuliah S2 tujuh bulan, apa jabatan fungsional saya dicopot?",
        "seleksi calon ahli madya bobotnya berapa?",
        "unit saya di satker mau rapat, siapa yang memimpin?",
        "mutasi di kantor kami ramai sekali, berapa lama tunggunya?",  # of whatever ministry
        "promosi negosiator di kemendag dinilai siapa?",
    ],
)
def test_what_may_be_of_several_regulations_narrows_none_to_one(message: str, speller: Speller) -> None:
    assert len(matter(message, speller)) != 1


@pytest.mark.parametrize(
    ("message", "ministries"),
    [
        ("saya di BBWS Citarum", {"pupr"}),
        ("kami di Cipta Karya mau bikin bimtek", {"pupr"}),
        ("teman sama-sama PU", {"pupr"}),
        ("saya di Ditjen PEN", {"kemendag"}),
        ("jadwal TCU bentrok dengan rapat", {"kemendag"}),
        ("dinas perindustrian dan perdagangan", {"kemendag"}),
        ("istri di PUPR, saya di kemendag", {"pupr", "kemendag"}),
        ("saya dipindah ke balai di daerah", set()),
        ("satker kami kekurangan orang", set()),
    ],
)
def test_a_ministry_is_known_by_what_is_said_in_it_alone(message: str, ministries: set[str], speller: Speller) -> None:
    assert ministries_of(speller.read(message)) == ministries


def read(understanding: Understanding, message: str) -> tuple[Part, ...]:
    return understanding.read(message, Conversation("c")).parts


OF_POSITIONS = {
    "pengangkatan_kembali",
    "penyesuaian_jenjang",
    "pengangkatan_promosi",
    "dokumen_persyaratan",
    "kalender_pak",
}


@pytest.mark.parametrize(
    "message",
    [
        "habis tiga tahun di ITPC kok saya jadi staf lagi, dulu kan kasubbag. apa tidak ada jatah jabatan setara?",
        "sehabis tugas sebagai atase perdagangan, apakah jabatan saya disesuaikan lagi ke eselon semula?",
        "Kami dari balai jembatan mau mengusulkan staf ikut tugas belajar, dokumennya apa saja?",
        "aku teknik jalan muda di BPJN, kuliah penuh, naik pangkat april 2028 masih jalan?",
    ],
)
def test_a_calculator_that_the_words_exclude_is_no_choice(understanding: Understanding, message: str) -> None:
    parts = read(understanding, message)
    assert not OF_POSITIONS & {part.tool for part in parts}
    assert all(part.regulations and not POSITIONS & {*part.regulations} for part in parts)


def test_a_ministry_told_beside_a_question_is_that_of_the_question(understanding: Understanding) -> None:
    parts = read(understanding, "Saya pegawai Bina Marga. Usul pelatihan disampaikan ke siapa? Yang memutuskan siapa?")
    assert {part.regulations for part in parts} == {(WORKS,)}


def test_the_position_told_beside_a_question_stays_its_own(understanding: Understanding) -> None:
    message = "Pengawas perdagangan kami belum naik jenjang. Selain angka kredit syaratnya apa saja sih?"
    assert all("permendag-94-2020" not in part.regulations for part in read(understanding, message) if part.regulations)


def test_later_in_a_conversation_an_office_changes_no_subject(understanding: Understanding) -> None:
    conversation = Conversation("c", facts={"jabatan": "negosiator"}, tool="pemberhentian")
    parts = understanding.read("kalau dia jadi kepala seksi?", conversation).parts
    assert all(regulation != CAREER for part in parts for regulation in part.regulations[:1])


def test_who_only_tells_a_figure_is_still_asked_what_is_wanted(understanding: Understanding) -> None:
    assert read(understanding, "AK saya 80")[0].beyond == "underspecified"


@pytest.mark.parametrize(
    ("message", "regulations"),
    [
        ("tesis mandek, beasiswa keburu habis, bisa minta tambahan waktu?", {WORKS}),
        ("mau S3 harus ada surat dari dirjen dulu?", {WORKS}),
        ("rumpun promosi dan rumpun diplomasi bedanya apa?", {CAREER}),
        ("staf D3 dijanjikan kursi kasi/pengawas, bisa jadi kasi?", {CAREER}),
        ("tiga tahun tidak pernah diajak diklat, saya punya hak ikut?", {TRADE, WORKS, *POSITIONS}),
    ],
)
def test_studies_training_and_job_families_are_known_by_everyday_words(
    message: str, regulations: set[str], speller: Speller
) -> None:
    assert matter(message, speller) == regulations


@pytest.mark.parametrize(
    "message",
    [
        "kuliah lagi dihitung pengembangan profesi?",
        "nulis makalah sambil kuliah, AK berapa?",
        "jadi kabag wajib diklat apa?",
    ],
)
def test_studies_and_training_of_a_position_narrow_to_no_other(message: str, speller: Speller) -> None:
    found = matter(message, speller)
    assert not found or found >= POSITIONS
