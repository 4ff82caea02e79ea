"""A question about the rules in the midst of a case: "kalau mengundurkan diri, prosesnya lewat siapa?".

It holds words that the calculator at work takes for facts, and yet asks for what a provision says. What tells it from a
case to try is learned from conversations that hold both (`python -m eval.learn_following`).
"""

import math
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.reading import Part
from assistant.understand.chances import load_weights
from assistant.understand.clues import Clues
from assistant.understand.following.followups import supposes
from assistant.understand.following.result_asked import asks_result
from assistant.understand.intent.weigh import Weighed
from assistant.understand.language.signs import is_personal, load_signs
from assistant.understand.message.split import asks
from assistant.understand.observer import Observer
from corpus.data import load_yaml

WEIGHTS = Path(__file__).parent / "digressing.yaml"
SIGNS = ("listing", "who", "when", "how_much", "how", "must")
TRAITS = (
    "ketentuan", "kalkulator", "fakta_baru", "isi", "terjawab", "bertanya", "pribadi", "andai", "soal_aturan",
    *(f"tanda_{name}" for name in SIGNS),
)  # fmt: skip
_LEAST_CHANCE = 0.01
_BRIEF = 4  # words of a message that tells nothing but another case
_DOUBTFUL = 0.4  # score up to which a calculator that was not at work is doubtful enough
_SAYING = 2  # words of content from which a question says what it is about: "what about detasering?" does not
_TELLING = 0.8  # chance from which even a question that tells something new of the case asks for a provision
_MOST_FACTS = 2  # new facts beyond which more of them tell nothing more


def digresses(clues: Clues, weighed: Weighed, part: Part, observer: Observer) -> bool:
    """Whether what was read as a calculation rather asks for a provision; never what was told as an answer to a question.

    A calculator that is well meant and was not at work yet is a subject of its own, and no digression.
    """
    conversation = clues.conversation
    tool = conversation.tool
    if part.kind != "calculation" or tool not in observer.tools or clues.cites or part.skipped:
        return False
    if tool is not None and part.tool == tool and asks_result(clues.text, tool):
        return False
    another = part.tool not in (tool, *conversation.at_work)
    if (another and weighed.score > _DOUBTFUL) or not (clues.content[_SAYING - 1 :] or _of_rules(clues)):
        return False
    tells = _new_facts(clues, observer)
    if _of_rules(clues) and not tells:
        return True  # the calculation would only be told again
    if part.facts and not another and clues.text.length <= _BRIEF:
        return False  # "and the first one?" tries another case
    if tells and not another and clues.text.has(*_load_words()["same"]):
        return False
    if weighed.sure and weighed.tool == tool and _asks_when(clues):
        return False  # "PAK-nya sendiri kapan?" of a calendar
    weights = load_weights(WEIGHTS)
    least = max(weights.least, _TELLING) if tells else weights.least
    return bool(weights.chances(traits_of(clues, weighed, observer)[None, :])[0] >= least)


def traits_of(clues: Clues, weighed: Weighed, observer: Observer) -> NDArray[np.float64]:
    """The traits of a question asked while a calculator is at work, in the order of TRAITS."""
    text, signs = clues.text, load_signs()
    return np.array([
        math.log(weighed.looked_up + _LEAST_CHANCE),
        math.log(weighed.calculated + _LEAST_CHANCE),
        min(_new_facts(clues, observer), _MOST_FACTS),
        math.log1p(len(clues.content)),
        bool(clues.conversation.at_work),
        asks(text),
        is_personal(text.words),
        supposes(text),
        _of_rules(clues),
        *(text.has(*signs[name]) for name in SIGNS),
    ], dtype=np.float64)  # fmt: skip


def _of_rules(clues: Clues) -> bool:
    """Whether a question names what only a provision tells."""
    return clues.text.has(*_load_words()["of_rules"])


def _asks_when(clues: Clues) -> bool:
    """Whether a question asks for a time, and for nobody."""
    signs = load_signs()
    return clues.text.has(*signs["when"]) and not clues.text.has(*signs["who"])


@cache
def _load_words() -> dict[str, list[str]]:
    words: dict[str, list[str]] = load_yaml(Path(__file__).parent / "digressing_words.yaml")
    return words


def _new_facts(clues: Clues, observer: Observer) -> int:
    """How many facts of the calculator at work are told that were not known before."""
    tool, known = clues.conversation.tool or "", clues.conversation.facts
    told = observer.facts_for(clues, tool).facts
    return sum(fact.field in observer.inputs[tool] and known.get(fact.field) != fact.value for fact in told)
