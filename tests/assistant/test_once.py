"""What the answer to several questions says once: a doubt, how to go on, and the words of a provision."""

import pytest

from assistant.answer import Assistant
from assistant.compose import say_provision
from assistant.conversation import Conversation
from assistant.draft import Draft
from assistant.gathering import distinct
from assistant.phrases import phrase
from assistant.reading import Part
from corpus.address import Address
from corpus.library import Corpus

HOURS = Address("permen-pupr-2-2023", pasal=19, ayat=2)
FORMS = Address("permen-pupr-2-2023", pasal=51, ayat=2)
QUOTED = "sudah dikutip di atas"


def found(corpus: Corpus, *places: Address, untold: str = "", doubt: str = "") -> Draft:
    cited = tuple(corpus.cite(place) for place in places)
    text = "\n\n".join((*(say_provision(one, "id") for one in cited), *filter(None, [untold])))
    if doubt:
        text = f"{phrase('id', doubt)}\n\n{text}\n\n{phrase('id', 'unsure_end')}"
    return Draft("clause", text, cited, untold=untold)


def asked(*texts: str) -> list[Part]:
    return [Part(text, "clause") for text in texts]


def test_what_only_shows_the_same_again_is_told_in_short(corpus: Corpus) -> None:
    line = "Waktunya tidak disebut dalam ketentuan yang dikutip di atas."
    drafts = [found(corpus, HOURS), found(corpus, HOURS, untold=line)]
    told = distinct(drafts, asked("berapa jam?", "kapan?"), "id")
    assert [draft.text.count("> ") for draft in told] == [1, 0]
    assert "“kapan”" in told[1].text and line in told[1].text
    assert len(distinct(drafts, asked("berapa jam?", "berapa jam?"), "id")) == 1  # nothing new was asked


def test_a_provision_is_quoted_once_and_then_pointed_to(corpus: Corpus) -> None:
    drafts = [found(corpus, HOURS, FORMS), found(corpus, FORMS, HOURS), found(corpus, FORMS, EXTENSION)]
    told = distinct(drafts, asked("satu?", "dua?", "tiga?"), "id")
    assert QUOTED not in told[0].text and QUOTED in told[2].text
    assert sum(draft.text.count(corpus.cite(FORMS).quote.splitlines()[-1]) for draft in told) == 1


@pytest.mark.parametrize("doubts", [("unsure", "unsure", "unsure"), ("unsure", "far", "far"), ("far", "unsure", "far")])
def test_a_doubt_is_told_once(corpus: Corpus, doubts: tuple[str, ...]) -> None:
    drafts = [found(corpus, place, doubt=doubt) for place, doubt in zip((HOURS, FORMS, EXTENSION), doubts, strict=True)]
    told = distinct(drafts, asked("satu?", "yang kedua apa?", "tiga?"), "id")
    whole = "\n".join(draft.text for draft in told)
    assert sum(whole.count(phrase("id", doubt)) for doubt in ("unsure", "far")) == 1
    assert whole.count(phrase("id", "unsure_end")) == 1
    assert told[0].text.startswith(phrase("id", doubts[0])) and told[2].text.endswith(phrase("id", "unsure_end"))
    assert "“yang kedua apa”" in told[1].text
    (alone,) = distinct(drafts[:1], asked("satu?"), "id")
    assert alone.text == drafts[0].text


EXTENSION = Address("permen-pupr-2-2023", pasal=38, ayat=3)


@pytest.mark.parametrize(
    "message",
    [
        "wajib pelatihan berapa jam setahun di PUPR? kalau kurang sanksinya apa?",
        "magang di perusahaan diperbolehkan di kemendag? siapa yang menyetujui, berapa lama?",
        "rencana pengembangan kompetensi disusun siapa, kapan disahkan, laporannya ke mana?",
    ],
)
def test_no_provision_is_quoted_twice(assistant: Assistant, message: str) -> None:
    answer = assistant.ask(message, Conversation("x")).answer
    quotes = [line for line in answer.splitlines() if line.startswith("> ") and len(line) > 60]
    assert len(quotes) == len(set(quotes)) and answer.count(phrase("id", "unsure_end")) <= 1
    assert phrase("id", "unverified") not in answer
