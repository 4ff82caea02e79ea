"""The stories: each question stands in its message and is answered by something that exists; what is held back is not learned."""

from types import SimpleNamespace

import pytest

from assistant.reading import Part
from assistant.tools import tools
from assistant.understand.intent.examples import examples_for
from corpus.address import Address
from corpus.library import Corpus
from eval.stories import is_reached
from eval.story_set import Ask, load_stories
from index.contents import Contents

HELD, LEARNED = list(load_stories(held=True)), list(load_stories(held=False))
EIGHT = Address("permendag-82-2020", pasal=62, ayat=8)


def test_every_question_stands_in_its_message_and_has_an_answer_that_exists(corpus: Corpus) -> None:
    for story in (*HELD, *LEARNED):
        for ask in story.asks:
            assert ask.words in story.message, story.message
            assert bool(ask.tools or ask.provisions) != (ask.beyond is not None), story.message
            assert {*ask.tools} <= tools().keys(), story.message
            assert all(corpus.node(place) for place in ask.provisions), story.message


def test_nothing_learns_from_the_stories_held_back(corpus: Corpus) -> None:
    held = {story.message for story in HELD}
    assert not held & {story.message for story in LEARNED}
    assert not held & {example.text for example in examples_for(tools().keys())}
    assert not held & {asked.text for asked in Contents.of(corpus).asked}


@pytest.mark.parametrize(
    ("ask", "part", "shown", "reached"),
    [
        (Ask("?", ("kalender_pak",)), Part("", "calculation", tool="kalender_pak"), [], True),
        (Ask("?", ("kalender_pak",)), Part("", "calculation", tool="formasi"), [], False),
        (Ask("?", provisions=(EIGHT,)), Part("", "clause"), [EIGHT], True),
        (Ask("?", provisions=(EIGHT,)), Part("", "clause"), [Address("permendag-82-2020", pasal=62)], True),
        (Ask("?", provisions=(EIGHT,)), Part("", "clause"), [Address("permendag-82-2020", pasal=62, ayat=7)], False),
        (Ask("?", beyond="not_in_corpus"), Part("", "out_of_scope", beyond="unrelated"), [], True),
        (Ask("?", beyond="not_in_corpus"), Part("", "clause"), [EIGHT], False),
    ],
)
def test_a_question_is_reached_by_its_calculator_its_provision_or_a_refusal(
    ask: Ask, part: Part, shown: list[Address], reached: bool
) -> None:
    recorder = SimpleNamespace(reading=SimpleNamespace(parts=(part,)))
    assert is_reached(ask, shown, recorder) is reached  # type: ignore[arg-type]
