"""A chat model may explain; whatever else it tries, its words do not leave."""

from collections.abc import Sequence

import pytest

from assistant.calculation import Calculation
from assistant.explain import Explainer
from assistant.masking import mask
from corpus.address import Address
from corpus.citation import Citation
from corpus.library import Corpus

QUESTION = "apakah keputusan angka kredit bisa digugat?"
HONEST = "Keputusan yang menetapkan Angka Kredit tidak dapat diajukan keberatan menurut {K1}."


class Scripted:
    """A model that says what it is told to say, once per call."""

    def __init__(self, *drafts: str | None) -> None:
        self.drafts = list(drafts)
        self.briefs: list[str] = []

    def write(self, instruction: str, brief: str) -> str | None:
        self.briefs.append(brief)
        return self.drafts.pop(0) if self.drafts else None


@pytest.fixture(scope="module")
def objection(corpus: Corpus) -> Citation:
    return corpus.cite(Address("permendag-94-2020", pasal=70, ayat=3))


def explain(cited: Sequence[Citation], *drafts: str | None, calculations: Sequence[Calculation] = ()) -> str | None:
    return Explainer(Scripted(*drafts), external=False).explain(QUESTION, cited, calculations)


def test_an_honest_explanation_stands_with_its_provision_filled_in(objection: Citation) -> None:
    told = explain([objection], HONEST)
    assert told is not None and "[Pasal 70 ayat (3) Permendag 94/2020](/peraturan/" in told


@pytest.mark.parametrize(
    "lie",
    [
        "Keputusan yang menetapkan Angka Kredit dapat diajukan keberatan menurut {K1}.",  # negation lost
        "Keputusan yang menetapkan Angka Kredit tidak dapat diajukan keberatan.",  # no evidence
        "Keputusan Angka Kredit tidak dapat diajukan keberatan dalam 14 hari menurut {K1}.",  # a numeral of its own
        "Keputusan Angka Kredit tidak dapat diajukan keberatan selama dua tahun menurut {K1}.",  # in words
        "Menurut Pasal 70 ayat tiga {K1} keputusan Angka Kredit tidak dapat diajukan keberatan.",  # its own provision
        "Keputusan Angka Kredit tidak dapat diajukan keberatan menurut {K9}.",  # evidence that is not there
        "Keputusan Angka Kredit tidak dapat diajukan keberatan <b>{K1}</b>.",  # markup
        "Keputusan tidak dapat diajukan keberatan, lihat https://contoh.id {K1}.",  # a link
        "Tunjangan kinerja pegawai teladan tidak dapat dipotong bendahara menurut {K1}.",  # words of no evidence
        "Keputusan Angka Kredit tidak dapat diajukan keberatan kecuali atasan setuju {K1}.",  # an exception of its own
        "",
        "x" * 1_000_000,
    ],
)
def test_a_lie_does_not_leave(objection: Citation, lie: str) -> None:
    assert explain([objection], lie, lie) is None


def test_one_lie_among_honest_sentences_spoils_the_draft(objection: Citation) -> None:
    assert explain([objection], f"{HONEST} Anda pasti menang di pengadilan {{K1}}.", None) is None


def test_a_failed_draft_is_retried_once(objection: Citation) -> None:
    assert explain([objection], "Tidak tahu 42.", HONEST) is not None
    assert explain([objection], "Tidak tahu 42.", "Tidak tahu 43.", HONEST) is None


def test_a_model_that_gives_up_leaves_the_answer_as_it_is(objection: Citation) -> None:
    assert explain([objection], None) is None


def test_a_figure_is_filled_in_by_the_program(objection: Citation) -> None:
    found = Calculation("contoh", {}, result={"angka_kredit": "52"})
    told = explain([objection], "Angka Kredit {A1} tidak dapat diajukan keberatan {K1}.", calculations=[found])
    assert told is not None and told.startswith("Angka Kredit 52 ")


def test_nothing_is_asked_of_a_model_without_evidence() -> None:
    model = Scripted(HONEST)
    assert Explainer(model, external=False).explain(QUESTION, (), ()) is None
    assert model.briefs == []


def test_the_model_never_sees_who_asks(objection: Citation) -> None:
    model = Scripted(HONEST)
    Explainer(model, external=True).explain(f"NIP saya 198503152010011002, {QUESTION}", [objection], ())
    assert "1985" not in model.briefs[0] and "[NIP]" in model.briefs[0]


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("NIP 19850315 201001 1 002", "NIP [NIP]"),
        ("NIK 3174012345678901", "NIK [NIK]"),
        ("surel budi.s@kemendag.go.id ya", "surel [EMAIL] ya"),
        ("hp 0812-3456-7890", "hp [TELEPON]"),
        ("telepon +6281234567890", "telepon [TELEPON]"),
        ("kantor (021) 3858171", "kantor [TELEPON]"),
        ("angka kredit 1.250 dan 37,5 sejak 01-04-2023", "angka kredit 1.250 dan 37,5 sejak 01-04-2023"),
        ("Permendag 94/2020 pasal 72", "Permendag 94/2020 pasal 72"),
    ],
)
def test_personal_identifiers_are_masked_and_figures_are_not(text: str, masked: str) -> None:
    assert mask(text) == masked
