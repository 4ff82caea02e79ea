"""What holds for one group only is barred where a message speaks of other matters, and stays where it speaks of the group."""

import pytest

from assistant.conversation import Conversation
from assistant.understand.intent.bounded import barred
from assistant.understand.language.text import Speller
from assistant.understand.language.vocabulary import spelling_words

SPELLER = Speller(spelling_words())


def of_studies(said: str, conversation: Conversation) -> bool:
    """Whether what holds for study leave is barred."""
    return any("ikatan_dinas" in each.tools for each in barred(SPELLER.read(said), conversation))


def places(said: str) -> set[str]:
    """The provisions barred that no calculator goes with."""
    out = barred(SPELLER.read(said), Conversation("x"))
    return {f"{at.regulation} {at.place}" for each in out if not each.tools for at in each.places}


@pytest.mark.parametrize(
    "said",
    [
        "pelatihan wajib tidak diikuti, ada sanksinya?",
        "JP kurang dari target kena sanksi apa?",
        "telat setor DUPAK hukumannya apa?",
        "is there a sanction for skipping the training?",
    ],
)
def test_the_sanctions_of_study_leave_are_barred_elsewhere(said: str) -> None:
    assert of_studies(said, Conversation("x"))


@pytest.mark.parametrize(
    ("said", "earlier"),
    [
        ("lagi tubel, bolos pelatihan kena sanksi apa?", ()),
        ("kuliah S2 saya gagal, pelatihannya juga, sanksinya?", ()),
        ("kalau bolos pelatihan sanksinya apa?", ("saya sedang tugas belajar di Jepang",)),
        ("sanksi apa saja yang diatur?", ()),
        ("biaya pelatihan harus dikembalikan?", ()),
    ],
)
def test_they_stay_where_it_may_be_a_matter_of_study_leave(said: str, earlier: tuple[str, ...]) -> None:
    assert not of_studies(said, Conversation("x", said=[*earlier]))


@pytest.mark.parametrize(
    ("tool", "said", "is_barred"),
    [
        ("penulis_bersama", "sidak gudang bareng berempat, AK-nya boleh dipakai semua?", True),
        ("penulis_bersama", "makalah hasil pengawasan kami tulis bertiga, dibagi gimana? saya penulis utama", False),
        ("tim_penilai", "formasi kami minta 4 orang, wajar tidak jumlah segitu?", True),
        ("tim_penilai", "tim penilai 4 orang padahal formasi banyak, sah?", False),
        ("kalender_pak", "berkas kredit saya telat, jadi gugur ya?", True),
        ("kalender_pak", "biar tidak gugur, kapan paling lambat setor DUPAK?", False),
        ("badan_seleksi", "umur 56 masih mungkin jadi direktur?", True),
        ("badan_seleksi", "siapa yang menyeleksi calon direktur umur 56?", False),
        ("pengangkatan_promosi", "kalau menolak promosi karena orang tua sakit, ada hukumannya?", True),
        ("pengangkatan_promosi", "promosi saya ditolak, syaratnya apa?", False),
        ("rencana_kenaikan_pangkat", "III/d sejak 2021, kapan bisa jadi kabid?", True),
        ("rencana_kenaikan_pangkat", "III/d sejak 2021, kapan naik pangkat sebelum jadi kabid?", False),
    ],
)
def test_a_count_or_a_passing_word_draws_no_calculator_of_another_matter(tool: str, said: str, is_barred: bool) -> None:
    assert (
        tool in {each for group in barred(SPELLER.read(said), Conversation("x")) for each in group.tools}
    ) is is_barred


def test_they_stay_where_the_conversation_is_on_them() -> None:
    assert not of_studies("pelatihannya bagaimana?", Conversation("x", tool="ikatan_dinas"))


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("paling cepat berapa lama saya bisa dimutasi ke Surabaya?", "permendag-79-2014 Pasal 16"),
        ("gagal kursus ekspor kemarin, boleh ikut lagi?", "permendag-82-2020 Pasal 42"),
        ("staf saya minimal ikut berapa JP?", "permen-pupr-2-2023 Pasal 19 ayat (3)"),
    ],
)
def test_what_holds_for_others_is_barred(said: str, place: str) -> None:
    assert place in places(said)


@pytest.mark.parametrize(
    "said",
    [
        "habis jadi atase di Seoul saya dimutasi ke mana?",
        "gagal ujian ahli madya, kursusnya ikut lagi?",
        "p3k minimal dan maksimal berapa JP?",
    ],
)
def test_what_is_spoken_of_is_not(said: str) -> None:
    assert not places(said)
