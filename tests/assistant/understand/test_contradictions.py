"""What a message takes for granted is put right where a provision says otherwise, and left alone where it is right."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from assistant.conversation import Conversation
from assistant.understand.chances import load_weights
from assistant.understand.premises import statements
from assistant.understand.premises.contradictions import TRAITS, WEIGHTS
from assistant.understand.premises.statements import load_statements
from assistant.understand.understanding import Understanding
from corpus.errors import DataError
from corpus.library import Corpus


def corrected(understanding: Understanding, message: str) -> Sequence[str]:
    """The regulations by which a message is put right."""
    parts = understanding.read(message, Conversation("x")).parts
    return [place.regulation for part in parts if part.premises for place in part.provisions]


def test_every_statement_stands_beside_a_provision_that_is_there(corpus: Corpus) -> None:
    places = {statement.address for statement in load_statements()}
    assert len(places) > 1000 and [place for place in places if not corpus.cite(place).label] == []


def test_no_statement_is_true_and_false_of_one_regulation() -> None:
    wrong = {(one.address.regulation, one.wrong.casefold()) for one in load_statements()}
    right = {(one.address.regulation, one.right.casefold()) for one in load_statements()}
    assert wrong & right == set()


def test_a_pair_that_lacks_a_side_is_named_with_its_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "permendag-82-2020.yaml").write_text('"Pasal 3":\n  - {salah: "tiga jenjang"}\n', encoding="utf-8")
    monkeypatch.setattr(statements, "FOLDER", tmp_path)
    with pytest.raises(DataError, match=r"permendag-82-2020\.yaml: Pasal 3"):
        tuple(load_statements.__wrapped__())


def test_the_weights_are_of_these_traits() -> None:
    weights = load_weights(WEIGHTS)
    assert weights.means.shape == weights.spreads.shape == (len(TRAITS),) and 0 < weights.least < 1


PAIRS = [
    (
        "Rekognisi Pembelajaran Lampau itu cuma buat kursus yang diadakan Kementerian sendiri, betul ga?",
        "Rekognisi Pembelajaran Lampau bisa buat kursus dari penyelenggara di luar Kementerian, betul ga?",
        "permendag-4-2026",
    ),
    (
        "kampus kedinasan juga wajib prodinya terakreditasi B buat tugas belajar PUPR, iya kan?",
        "kampus kedinasan dikecualikan dari akreditasi prodi buat tugas belajar PUPR, iya kan?",
        "permen-pupr-2-2023",
    ),
    (
        "unit kerja bebas menggelar bimtek Trade CorpU tanpa izin koordinator pembelajaran, bener kan?",
        "unit kerja boleh menggelar bimtek Trade CorpU setelah koordinator pembelajaran setuju, bener kan?",
        "permendag-4-2026",
    ),
    (
        "lulusan D-III sudah boleh inpassing negosiator, katanya gitu kan?",
        "inpassing negosiator minimal ijazahnya S-1 atau D-IV, katanya gitu kan?",
        "permendag-94-2020",
    ),
    (
        "katanya negosiator yang tidak lulus ukom tidak wajib ikut pelatihan fungsional, benar?",
        "saya negosiator ahli muda, tidak lulus ukom kenaikan jenjang. katanya wajib ikut pelatihan fungsional, benar?",
        "permendag-94-2020",
    ),
]


@pytest.mark.parametrize(("wrong", "right", "regulation"), PAIRS)
def test_what_is_wrong_is_put_right_and_what_is_right_is_not(
    understanding: Understanding, wrong: str, right: str, regulation: str
) -> None:
    assert corrected(understanding, wrong) == [regulation]
    assert corrected(understanding, right) == []


@pytest.mark.parametrize(
    "message",
    [
        "apa syarat ijazah untuk inpassing negosiator?",
        "saya negosiator ahli muda III/c, AK 90, bisa naik pangkat?",
        "siapa yang boleh menggelar bimtek di Trade CorpU?",
        "what does Rekognisi Pembelajaran Lampau mean?",
        "halo, terima kasih ya",
    ],
)
def test_who_takes_nothing_for_granted_is_not_put_right(understanding: Understanding, message: str) -> None:
    assert corrected(understanding, message) == []


def test_without_meanings_nothing_is_put_right(wordwise: Understanding) -> None:
    assert corrected(wordwise, PAIRS[0][0]) == []


@pytest.mark.parametrize(
    "message",
    [
        "katanya widyaiswara bukan satu-satunya yang boleh mengajar pelatihan PUPR, praktisi juga bisa jadi pengajar",
        "saya cuma tamatan D3 dan katanya pengawas perdagangan minimal sarjana. teman-teman saya harus bagaimana?",
        "my degree is a D3, and they say trade supervisors must have a bachelor. what becomes of us?",
    ],
)
def test_what_is_rightly_said_beside_a_case_is_not_put_right(understanding: Understanding, message: str) -> None:
    assert not corrected(understanding, message)


@pytest.mark.parametrize(
    "message",
    [
        "katanya widyaiswara itu satu-satunya yang boleh ngajar pelatihan PUPR ya?",
    ],
)
def test_what_is_wrongly_said_is_put_right_all_the_same(understanding: Understanding, message: str) -> None:
    assert corrected(understanding, message)
