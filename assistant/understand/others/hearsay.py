"""What others are said to say: no belief of the person's own where two of them differ, or something else is asked."""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from assistant.understand.language.signs import is_personal
from assistant.understand.language.text import Text
from assistant.understand.premises.asserted import clauses, load_asserted
from corpus.data import load_yaml
from index.projection import STORY

_ITS = "nya"
_SAID_WITHIN = 8  # words behind "bilang" that are what is said
_ENDS = frozenset(".?!;")


def tells_rivals(text: Text) -> bool:
    """Whether two are said to say something, so that one of them may be right: "my HR says 2x, a friend says 1x"."""
    if text.has(*_table()["disputed"]):
        return True
    told = [first for phrase in _table()["saying"] for first, _ in text.find(phrase)]
    return len(told) > 1 and text.has(*_table()["others"])


def disbelieves(text: Text) -> bool:
    """Whether the person says not to believe what others say, so that nobody needs to be told that it is not so."""
    table = _table()
    told = text.has(*table["saying"], *table["heard"])
    return told and text.has(*table["disbelieving"]) and not text.has(*table["confirming"])


def only_hears(text: Text) -> bool:
    """Whether a story tells what somebody said, asks for no word on it, and openly asks for the rule itself."""
    table = _table()
    if text.length < STORY or text.has(*table["confirming"]):
        return False
    told = [clause for clause in clauses(text) if _names_who(clause.text)]
    asked = [clause for clause in clauses(text) if clause.text.has(*table["open"]) and clause not in told]
    return bool(told and asked)


def is_said_by_another(text: Text, at: int) -> bool:
    """Whether a word stands in what somebody is told to have said: "atasan bilang 'nanti saja kalau sudah 5 tahun'"."""
    first = at
    while first > max(0, at - _SAID_WITHIN) and text.at(first - 1) not in _ENDS:
        first -= 1
    return _says_who(Text(text.raw, text.words[first:at]))


def tells_of_theirs(text: Text) -> bool:
    """Whether all that others are heard to say is how a thing of theirs is: "kata dia akreditasi B kampusnya"."""
    told = [clause for clause in clauses(text) if _names_who(clause.text)]
    rest = [clause for clause in clauses(text) if clause not in told]
    claimed = any(clause.text.has(*_table()["confirming"]) for clause in rest)
    return bool(told) and not claimed and all(_is_theirs(clause.text) for clause in told)


def _is_theirs(text: Text) -> bool:
    """Whether a clause tells of a thing of somebody's, and of nothing that must or may be."""
    words = (text.raw[word.start : word.end].casefold() for word in text.words)
    owned = any(word.endswith(_ITS) and word not in _table()["merely"] for word in words)
    ruled = text.has(*load_asserted()["firm"], *load_asserted()["soft"], *load_asserted()["modal"])
    return (owned or is_personal(text.words)) and not ruled


def _names_who(text: Text) -> bool:
    """Whether a clause tells what somebody said or was heard to say: a mere "katanya" is the person's own belief."""
    return _says_who(text) or text.has(*_table()["heard"])


def _says_who(text: Text) -> bool:
    """Whether it is told that somebody said something, and not merely "katanya"."""
    table = _table()
    told = [first for phrase in table["saying"] for first, _ in text.find(phrase)]
    return any(text.raw[text.words[at].start : text.words[at].end].casefold() not in table["merely"] for at in told)


@cache
def _table() -> Mapping[str, Sequence[str]]:
    loaded: Mapping[str, Sequence[str]] = load_yaml(Path(__file__).with_suffix(".yaml"))
    return loaded
