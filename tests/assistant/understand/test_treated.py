"""What the texts hold of a message is shown, though it is declined for another word of its story."""

import pytest

from assistant.conversation import Conversation
from assistant.reading import Part
from assistant.understand.understanding import Understanding


def parts(understanding: Understanding, message: str) -> tuple[Part, ...]:
    """How a message is read."""
    return understanding.read(message, Conversation("x")).parts


@pytest.mark.parametrize(
    "message",
    [
        "pns kemendag magang 3 bulan di pabrik boleh tidak, gajinya gimana, izin ke siapa",
        "seminar online gratisan bisa diakui buat jam pelatihan pns pupr ga, absennya cuma klik link",
    ],
)
def test_a_declined_story_shows_what_is_held(understanding: Understanding, message: str) -> None:
    read = parts(understanding, message)
    assert any(part.beyond is None or (part.ruled is not None and part.ruled.kind == "clause") for part in read)


@pytest.mark.parametrize(
    "message",
    ["gaji selama magang berapa", "saya lagi magang di dinas, gaji saya dipotong tidak", "resep soto ayam apa"],
)
def test_what_is_all_foreign_is_declined_alone(understanding: Understanding, message: str) -> None:
    assert all(part.beyond and part.ruled is None for part in parts(understanding, message))


def test_a_matter_of_ours_is_not_declined_for_a_strange_place_nor_for_what_another_question_asks(
    understanding: Understanding,
) -> None:
    alone = parts(understanding, "pns kemendag magang 3 bulan di pabrik boleh tidak")
    several = parts(understanding, "pegawai kami ikut coaching di luar kota boleh tidak? gaji pegawainya gimana?")
    assert alone[0].kind != "out_of_scope" != several[0].kind and several[-1].beyond
    (strange,) = parts(understanding, "ada promo training di pusat kebugaran?")
    assert strange.beyond


@pytest.mark.parametrize(
    "message",
    [
        "yang sudah di pangkat puncak jenjangnya, apa masih wajib mengumpulkan angka kredit tiap tahun?",
        "ahli madya pangkat puncak tetap harus kumpulkan AK sampai pensiun?",
    ],
)
def test_credits_at_the_highest_rank_are_held(understanding: Understanding, message: str) -> None:
    assert all(part.beyond != "not_in_corpus" for part in parts(understanding, message))


def test_a_rise_beyond_it_is_not(understanding: Understanding) -> None:
    (part,) = parts(understanding, "staf umum sudah pangkat puncak, bisa naik lagi sebelum pensiun?")
    assert part.beyond == "not_in_corpus"


@pytest.mark.parametrize(
    "message",
    [
        "adik saya baru dapat tugas belajar ke Australia, istrinya sakit. kalau dia batal berangkat kena sanksi nggak?",
        "saya tugas belajar S2 biaya kantor. gaji sama tukin aman nggak?",
        "saya statistisi, mau jadi negosiator. angka kredit saya dibawa tidak?",
        "suami saya tugas belajar. kalau diperpanjang, tunjangannya tetap dibayar?",
    ],
)
def test_what_a_story_tells_of_takes_a_vague_reason_to_decline_away(understanding: Understanding, message: str) -> None:
    assert all(part.kind != "out_of_scope" for part in parts(understanding, message))


@pytest.mark.parametrize(
    "message",
    [
        "syarat ikut pelatihan apa saja? terus resep opor ayam gimana?",
        "gaji statistisi ahli muda berapa dan angka kreditnya berapa",
        "syarat tugas belajar apa? terus bikin kue nastar gimana?",
    ],
)
def test_a_strange_question_beside_it_is_declined_all_the_same(understanding: Understanding, message: str) -> None:
    assert parts(understanding, message)[-1].kind == "out_of_scope"


@pytest.mark.parametrize(
    "message",
    [
        "JF Analis Anggaran ahli muda mau naik jenjang, uji kompetensinya metode apa?",
        "saya pengawas perdagangan, usul satyalancana 20 tahun syaratnya apa?",
        "Under the Ministry of Health rules, how long is the service bond after a doctorate?",
        "mau mutasi antarinstansi dari Pemprov ke Kemendag, surat lolos butuhnya diurus ke mana?",
        "skor IELTS buat beasiswa Chevening berapa untuk pegawai kementerian?",
        "Saya PNS mau menggugat cerai suami. Minta izinnya ke pejabat mana? Berapa lama dijawab?",
        "Pranata Laboratorium ahli pertama butuh AK berapa, dan siapa yang menetapkan PAK-nya?",
    ],
)
def test_what_only_sounds_near_is_declined_with_all_its_questions(understanding: Understanding, message: str) -> None:
    assert all(part.beyond == "not_in_corpus" for part in parts(understanding, message))


@pytest.mark.parametrize(
    "message",
    [
        "analis anggaran ahli muda mau pindah jadi negosiator, uji kompetensinya apa?",
        "satyalancana 20 tahun dapat angka kredit berapa buat pengawas perdagangan?",
        "lulus beasiswa LPDP, masih harus diusulkan unit kerja untuk tugas belajar PUPR?",
        "saya pranata laboratorium mau tugas belajar S2 di PUPR, umur 36 boleh?",
        "pemeriksaan disiplin saya sudah selesai, boleh ikut uji kompetensi negosiator?",
        "cuti di luar tanggungan negara membuat negosiator diberhentikan dari jabatannya?",
    ],
)
def test_what_is_near_it_and_held_is_answered(understanding: Understanding, message: str) -> None:
    assert all(part.kind != "out_of_scope" for part in parts(understanding, message))


@pytest.mark.parametrize(
    "message",
    [
        "dulu saya dihukum disiplin karena bolos, sekarang ada lelang jabatan di kemendag, boleh ikut?",
        "pegawai baru kemendag boleh mutasi sesudah brp thn?",
    ],
)
def test_a_matter_of_careers_is_not_declined_for_a_word_of_its_story(
    understanding: Understanding, message: str
) -> None:
    assert all(part.beyond is None or part.ruled is not None for part in parts(understanding, message))


def test_absence_alone_is(understanding: Understanding) -> None:
    assert all(part.beyond and part.ruled is None for part in parts(understanding, "bolos tiga hari gaji dipotong?"))


def test_the_new_rule_on_training_is_one_of_ours(understanding: Understanding) -> None:
    ours = parts(understanding, "evaluasi sehabis pelatihan menurut aturan yang baru cukup kuesioner?")
    (other,) = parts(understanding, "menurut aturan yang baru dupak masih perlu?")
    assert all(part.beyond is None for part in ours) and other.beyond == "current_law"
