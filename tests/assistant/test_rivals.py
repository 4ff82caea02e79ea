"""What a look-up quotes besides the provision that answers best: only what is nearly as likely to be meant."""

import pytest

from assistant.answer import Assistant
from assistant.conversation import Conversation
from assistant.rivals import RIVAL, RIVALS, Besides, besides
from corpus.address import Address
from corpus.library import Corpus
from index.passages import Passage
from index.search import Hit

BEST = Address("permen-pupr-2-2023", pasal=23, ayat=1)
OTHER = Address("permen-pupr-2-2023", pasal=58, ayat=3)
THIRD = Address("permen-pupr-2-2023", pasal=40)
LONG = Address("permendag-94-2020", pasal=13, ayat=1)


def found(corpus: Corpus, *hits: tuple[Address, float]) -> Besides:
    passages = [Hit(at, Passage(at.key, at, "ketentuan", "", "", ()), score, ("makna",)) for at, score in hits]
    return besides(passages, (corpus.cite(hits[0][0]),), corpus)


def test_one_that_is_nearly_as_likely_is_quoted_whole_and_one_that_is_not_is_only_named(corpus: Corpus) -> None:
    close = found(corpus, (BEST, 0.5), (OTHER, 0.5 * RIVAL))
    apart = found(corpus, (BEST, 0.5), (OTHER, 0.49 * RIVAL))
    assert (close.rivals, close.near) == ((corpus.cite(OTHER),), ())
    assert (apart.rivals, apart.near) == ((), (corpus.cite(OTHER),))


def test_what_is_close_does_not_depend_on_the_scale_of_the_scores(corpus: Corpus) -> None:
    wide = found(corpus, (BEST, 0.9), (OTHER, 0.3), (THIRD, 0.1))
    narrow = found(corpus, (BEST, 0.009), (OTHER, 0.003), (THIRD, 0.001))
    assert wide == narrow and [c.address for c in wide.rivals] == [OTHER]


def test_no_more_than_two_are_quoted(corpus: Corpus) -> None:
    more = [(Address("permendag-4-2026", pasal=16), 0.3), (Address("permendag-4-2026", pasal=33), 0.3)]
    many = found(corpus, (BEST, 0.4), (OTHER, 0.4), (THIRD, 0.4), *more)
    assert [c.address for c in many.rivals] == [OTHER, THIRD] and len(many.rivals) == RIVALS
    assert [c.address for c in many.near] == [at for at, _ in more]


def test_a_long_provision_is_named_and_not_quoted(corpus: Corpus) -> None:
    beside = found(corpus, (BEST, 0.5), (LONG, 0.4))
    assert beside.rivals == () and [c.address for c in beside.near] == [LONG]


def test_what_is_shown_already_is_not_shown_again(corpus: Corpus) -> None:
    part = Address("permen-pupr-2-2023", pasal=23, ayat=1, huruf="c")
    assert found(corpus, (BEST, 0.5), (part, 0.4)) == Besides()


def test_an_item_of_a_list_is_quoted_with_its_list(corpus: Corpus) -> None:
    item = Address("permendag-94-2020", pasal=75, ayat=1, huruf="d")
    assert [c.address for c in found(corpus, (BEST, 0.5), (item, 0.4)).rivals] == [item.parent]


@pytest.mark.parametrize(
    ("question", "heading"),
    [
        ("siapa yang menilai kinerja pengawas perdagangan", True),
        ("tugas pokok pengawas perdagangan", False),
    ],
)
def test_a_doubtful_answer_quotes_what_else_may_be_meant_and_a_clear_one_does_not(
    assistant: Assistant, question: str, heading: bool
) -> None:
    answer = assistant.ask(question, Conversation("x"))
    said = answer.answer.partition("Mungkin juga yang dimaksud:")
    assert said[0].startswith("Menurut **") and bool(said[1]) is heading
    quoted = [c for c in answer.citations if f"[{c.label}]({c.address.url})\n\n> " in said[2]]
    assert bool(quoted) is heading and answer.citations[0] not in quoted
