"""A chat model may explain; whatever else it tries, its words do not leave."""

from collections.abc import Sequence

import pytest

from assistant.calculation import Calculation
from assistant.explain import Explainer
from assistant.masking import mask
from assistant.numerals import numerals
from corpus.address import Address
from corpus.citation import Citation
from corpus.library import Corpus

QUESTION = "apakah keputusan angka kredit bisa digugat?"
HONEST = "Angka Kredit yang telah ditetapkan tidak dapat diajukan keberatan menurut {K1}."


class Scripted:
    """A model that says what it is told to say, once per call."""

    def __init__(self, *drafts: str | None) -> None:
        self.drafts = list(drafts)
        self.briefs: list[str] = []
        self.seconds = 15.0

    def write(self, instruction: str, brief: str, seconds: float | None = None) -> str | None:
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
        "Angka Kredit yang telah ditetapkan dapat diajukan keberatan menurut {K1}.",  # negation lost
        "Angka Kredit yang telah ditetapkan tidak dapat diajukan keberatan.",  # no evidence
        "Angka Kredit yang telah ditetapkan tidak dapat diajukan keberatan dalam 14 hari menurut {K1}.",  # a numeral of its own
        "Angka Kredit yang telah ditetapkan tidak dapat diajukan keberatan selama dua tahun menurut {K1}.",  # in words
        "Menurut Pasal 70 ayat tiga {K1} Angka Kredit tidak dapat diajukan keberatan.",  # its own provision
        "Angka Kredit yang telah ditetapkan tidak dapat diajukan keberatan menurut {K9}.",  # evidence that is not there
        "Angka Kredit yang telah ditetapkan tidak dapat diajukan keberatan <b>{K1}</b>.",  # markup
        "Angka Kredit tidak dapat diajukan keberatan, lihat https://contoh.id {K1}.",  # a link
        "Tunjangan kinerja pegawai teladan tidak dapat dipotong bendahara menurut {K1}.",  # words of no evidence
        "Angka Kredit yang telah ditetapkan tidak dapat diajukan keberatan kecuali atasan setuju {K1}.",  # an exception of its own
        "Angka Kredit yang telah ditetapkan tidak wajib diajukan keberatan menurut {K1}.",  # another duty
        "Pejabat yang berwenang tidak dapat ditetapkan Angka Kredit menurut {K1}.",  # its words in another order
        "Angka Kredit yang telah ditetapkan tidak dapat mengajukan keberatan menurut {K1}.",  # another voice
        "Angka Kredit yang telah ditetapkan tidak dapat diajukan keberatan apabila disetujui menurut {K1}.",  # its own condition
        "Angka Kredit yang telah ditetapkan tidak dapat diajukan keberatan\u202e menurut {K1}.",  # a hidden character
        "Angka Kredit yang telah ditetapkan tidak dapat diajukan keberatan menurut {K1} ⑤.",  # a numeral in disguise
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
    assert (
        explain(
            [objection],
            "Terhadap {A1} yang telah ditetapkan tidak dapat diajukan keberatan {K1}.",
            calculations=[found],
        )
        is None
    )


def test_a_denial_elsewhere_in_the_provision_licenses_none_here(corpus: Corpus) -> None:
    cited = [corpus.cite(Address("permendag-94-2020", pasal=70))]
    lines = [line for line in cited[0].quote.splitlines() if "tidak" not in line and "dapat" not in line]
    said = lines[0].split(") ", 1)[-1].rstrip(".;")
    assert explain(cited, f"{said} {{K1}}.", f"{said} {{K1}}.") is not None or numerals(said)
    words = said.split()
    assert explain(cited, *[" ".join((*words[:3], "tidak", *words[3:], "{K1}."))] * 2) is None


def test_numerals_of_the_law_are_filled_in_all_and_in_order(corpus: Corpus) -> None:
    cited = [corpus.cite(Address("permendag-94-2020", pasal=13, ayat=1, huruf="h"))]
    said = "Berusia paling tinggi {n} tahun bagi yang akan menduduki Negosiator Perdagangan Ahli Madya {{K1}}."
    told = explain(cited, said.format(n="{N2}"))
    assert told is not None and "paling tinggi 55 (lima puluh lima) tahun" in told
    for wrong in ("{N1}", "{N3}", "{N9}", "", "55", "{N2} {N3}"):
        assert explain(cited, *[said.format(n=wrong)] * 2) is None


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
        ("kantor 021-385-8171", "kantor [TELEPON]"),
        ("nip 1985.0315.2010.0110.02", "nip [NIP]"),
        ("nik 3174 0123 4567 8901", "nik [NIK]"),
        ("wa 0812.3456.7890", "wa [TELEPON]"),
        ("nip 19850315  201001\u00a01 - 002", "nip [NIP]"),
        ("hp 0812\u20133456\u20137890", "hp [TELEPON]"),
        ("budi[at]kemendag.go.id", "[EMAIL]"),
        ("nilai 80 75 70 72, periode 2020 - 2024", "nilai 80 75 70 72, periode 2020 - 2024"),
        ("angka kredit 1.250 dan 37,5 sejak 01-04-2023", "angka kredit 1.250 dan 37,5 sejak 01-04-2023"),
        ("Permendag 94/2020 pasal 72", "Permendag 94/2020 pasal 72"),
    ],
)
def test_personal_identifiers_are_masked_and_figures_are_not(text: str, masked: str) -> None:
    assert mask(text) == masked
