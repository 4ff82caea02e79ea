"""What stands beside the questions of a message, and leads them: small talk, worries, calls for an answer, a story."""

import pytest

from assistant.conversation import Conversation
from assistant.reading import Part
from assistant.understand.language.text import Speller
from assistant.understand.language.vocabulary import spelling_words
from assistant.understand.message.split import questions
from assistant.understand.message.together import led, plainly_asks
from assistant.understand.understanding import Understanding


@pytest.fixture(scope="module")
def speller() -> Speller:
    return Speller(spelling_words())


@pytest.mark.parametrize(
    "message",
    [
        "apa syarat inpassing negosiator? ada yang tahu?",
        "Can a supervisor retake the test? Does anyone know?",
        "berapa target AK pengawas muda? Mohon dibantu jawab ya min.",
        "Bolehkah negosiator merangkap Plh. Kepala Seksi selama setahun?",
        "H-1 saya demam, tidak bisa datang. Kena sanksi apa?",
        "Does she lose the position for good? She leaves soon and is a bit worried.",
    ],
)
def test_what_asks_nothing_is_no_question_of_its_own(speller: Speller, message: str) -> None:
    assert len(questions(speller.read(message))) == 1


@pytest.mark.parametrize(
    "message",
    [
        "apa syarat inpassing negosiator? siapa yang tahu jadwalnya di kementerian?",
        "katanya tidak boleh ulang ujian. Terus AK saya bagaimana?",
        "Can I retake the test, and is the pass valid for two years?",
        "tidak bisakah diulang? berapa kali boleh ulang?",
    ],
)
def test_what_asks_stays_a_question(speller: Speller, message: str) -> None:
    assert len(questions(speller.read(message))) == 2


@pytest.mark.parametrize(
    ("said", "asks"),
    [
        ("tolong jawab jujur biar saya siap", False),
        ("takut nama jadi jelek", False),
        ("nama jadi jelek nggak", True),
        ("terus saya harus bagaimana", True),
    ],
)
def test_a_worry_asks_nothing_plainly(speller: Speller, said: str, asks: bool) -> None:
    assert plainly_asks(speller.read(said)) == asks


@pytest.mark.parametrize(
    "message",
    [
        "Kalau DO dari tugas belajar PUPR biayanya harus dikembalikan? tolong jawab apa adanya biar saya lega",
        "Does unpaid leave cost a trade supervisor the position? Asking for a friend, she flies out soon and is nervous.",
    ],
)
def test_a_stray_sentence_is_not_declined(understanding: Understanding, message: str) -> None:
    assert all(part.beyond is None for part in understanding.read(message, Conversation("x")).parts)


@pytest.mark.parametrize(
    "message",
    [
        "saya kena hukdis ringan gara2 sering bolos. boleh daftar tugas belajar PUPR?",
        "abis lembur tiap malam demi dupak. kelebihan angka kredit saya hangus nggak buat pangkat berikutnya?",
    ],
)
def test_a_foreign_word_of_the_story_declines_nothing(understanding: Understanding, message: str) -> None:
    assert all(part.beyond is None for part in understanding.read(message, Conversation("x")).parts)


@pytest.mark.parametrize(
    "message",
    ["jam kerja pns kalau bolos dihitung gimana", "gaji pengawas ahli muda berapa", "jatah lembur berapa jam?"],
)
def test_a_foreign_question_is_still_declined(understanding: Understanding, message: str) -> None:
    assert any(part.beyond for part in understanding.read(message, Conversation("x")).parts)


@pytest.mark.parametrize(
    ("message", "tool"),
    [
        ("kepala seksi mau pensiun. saya III/b belum diklatpim, realistis nggak berharap gantiin?", "syarat_jabatan"),
        ("prodi S2 saya akreditasinya C, kira2 usulan tubel disetujui nggak?", "program_studi_tugas_belajar"),
    ],
)
def test_what_is_ruled_goes_with_what_an_official_decides(
    understanding: Understanding, message: str, tool: str
) -> None:
    (part,) = understanding.read(message, Conversation("x")).parts
    assert tool in (part.tool, part.ruled.tool if part.ruled else None)


@pytest.mark.parametrize(
    "message", ["pak dirjen orangnya baik nggak", "Budi atau Sari yang lebih pantas dipromosikan?"]
)
def test_a_mere_judgement_has_no_rule(understanding: Understanding, message: str) -> None:
    (part,) = understanding.read(message, Conversation("x")).parts
    assert part.beyond == "official_judgement" and part.ruled is None


def test_a_look_up_is_led_by_what_was_told() -> None:
    part = led(Part("boleh ikut menilai?", "clause"), "saya anggota tim penilai dan DUPAK saya dinilai.")
    assert part.after is not None and part.after.beside and "tim penilai" in part.after.subject
    assert led(Part("boleh ikut menilai?", "clause"), " ").after is None
    assert led(Part("naik kapan?", "calculation", "kalender_pak"), "saya pengawas.").after is None


def test_a_third_question_keeps_the_subject_of_the_first(understanding: Understanding) -> None:
    message = "kapan evaluasi pascapelatihan dilaksanakan? siapa saja respondennya, dan ke siapa hasilnya dilaporkan?"
    last = understanding.read(message, Conversation("x")).parts[-1]
    assert last.after is not None and "evaluasi" in last.after.subject


@pytest.mark.parametrize(
    "message",
    [
        "siapa pula yang memantau pemakaian materi KMS di Trade CorpU?",
        "siapa juga yang mengawasi pemakaian materi itu?",
        "yang dibandingkan itu apa sama apa waktu analisis kesenjangan?",
    ],
)
def test_a_joint_inside_a_question_does_not_cut_it(speller: Speller, message: str) -> None:
    assert len(questions(speller.read(message))) == 1


def test_a_term_asked_for_in_a_later_question_is_defined(understanding: Understanding) -> None:
    parts = understanding.read(
        "tujuan Trade CorpU apa? terus rekognisi pembelajaran lampau itu apa?", Conversation("x")
    ).parts
    assert parts[-1].kind == "clause" and (parts[-1].after is None or parts[-1].after.beside)


def test_a_short_question_is_about_what_was_told_before(understanding: Understanding) -> None:
    message = (
        "saya dipanggil pelatihan fungsional tapi sakit di hari pelatihan. kena sanksi nggak? terus lapornya ke siapa?"
    )
    parts = understanding.read(message, Conversation("x")).parts
    assert all(part.beyond != "underspecified" for part in parts) and "sanksi" in parts[0].text


@pytest.mark.parametrize(
    ("message", "kind"),
    [
        ("hasil asesmen manajerial merah tapi teknis hijau, apa beda kedua kompetensi itu?", "clause"),
        ("kalau kinerja tidak tercapai dua tahun berturut-turut bagaimana?", "calculation"),
    ],
)
def test_many_small_doubts_decline_nothing(understanding: Understanding, message: str, kind: str) -> None:
    (part,) = understanding.read(message, Conversation("x")).parts
    assert part.kind in (kind, "clause")


def test_a_foreign_matter_is_no_part_of_the_subject_before_it(understanding: Understanding) -> None:
    message = "syarat naik jenjang pengawas ke madya apa saja? terus gaji pokoknya jadi berapa?"
    assert understanding.read(message, Conversation("x")).parts[-1].beyond == "not_in_corpus"
    message = "selama tugas belajar PUPR pangkatnya naik? terus tunjangannya bagaimana?"
    assert understanding.read(message, Conversation("x")).parts[-1].beyond is None
