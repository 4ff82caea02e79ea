"""Numbers told in a phrase that hangs on a thing: "pleno yang kuorumnya dua pertiga itu", "dengan masa jabatan lima tahun"."""

import itertools
from functools import cache
from pathlib import Path

from assistant.understand.language.signs import load_signs
from assistant.understand.language.text import Text
from corpus.data import load_yaml

_REACH = 8  # words between the word that begins such a phrase and its number
_BEHIND = 3  # words behind the number in which "itu" closes it
_HEAD = 5  # words before "yang" among which the noun of a time or a share may be
_BETWEEN = 2  # words between the noun of a time or a share and its number


@cache
def load_attached() -> dict[str, tuple[str, ...]]:
    """The words of the file beside this module."""
    raw: dict[str, list[str]] = load_yaml(Path(__file__).parent / "attached.yaml")
    return {name: tuple(words) for name, words in raw.items()}


def attached(text: Text, start: int, first: int, last: int) -> str:
    """How the words from `first` to `last` are said in such a phrase of the clause that begins at `start`: "firm" as a rule's, "granted" as what a rule
    gives, "plain" as nobody's own, "" where they stand in none.
    """
    if _is_owned(text, first, last):
        return ""
    if _is_lent(text, first, last):
        return "granted"
    given = _is_given(text, start, first, last)
    begin = next((at for at in range(first - 1, start - 1, -1) if _begins(text, at)), None)
    if begin is None or first - begin > _REACH:
        return "firm" if given else ""
    phrase = Text(text.raw, text.words[begin:first])
    if phrase.has(*load_attached()["open"]) or any(word.is_mark for word in phrase.words):
        return ""
    if text.at(begin) in load_attached()["relative"]:
        return _in_relative(text, Text(text.raw, text.words[max(start, begin - _HEAD) : first]), phrase, last)
    measured = phrase.has(*load_attached()["measures"])
    if given or (measured and _ends_behind(text, last)):
        return "firm"
    return "plain" if measured else ""


def _ends_behind(text: Text, last: int) -> bool:
    """Whether what is asked of a time is when it ends."""
    behind = itertools.takewhile(lambda word: not word.is_mark, text.words[last + 1 :])
    return any(word.text in load_attached()["ending"] for word in behind)


def _in_relative(text: Text, headed: Text, phrase: Text, last: int) -> str:
    """ "yang kuorumnya dua pertiga itu", "unit yang berwenang mengadakan bimtek 40 JP", "masa jabatan yang 5 tahun itu"."""
    table = load_attached()
    if phrase.has(*table["ruling"]):
        return "firm"
    if phrase.has(*table["letting"]):
        return "granted"
    closed = any(text.at(at) in table["closers"] for at in range(last + 1, last + 1 + _BEHIND))
    said = headed if phrase.length == 1 else phrase
    if closed and said.has(*table["given"]):
        return "firm"
    return "plain" if closed and said.has(*table["measures"]) else ""


def _begins(text: Text, at: int) -> bool:
    return text.at(at) in load_attached()["relative"] or text.at(at) in load_attached()["openers"]


def _is_owned(text: Text, first: int, last: int) -> bool:
    """Whether the number is somebody's own: "masa jabatan saya lima tahun", "target 50 saya", "sudah lima tahun"."""
    table = load_attached()
    around = Text(text.raw, text.words[max(0, first - _BETWEEN - 1) : first])
    behind = (text.at(last + 1), text.at(last + 2))
    return around.has(*load_signs()["personal"], *table["own"], *table["past"]) or any(
        word in table["own"] or word in table["left"] or word in load_signs()["personal"] for word in behind[:1]
    )


def _is_lent(text: Text, first: int, last: int) -> bool:
    """Whether a time is given for something: "new staff have five years to pass"."""
    table = load_attached()
    to = text.at(last + 1) in table["to"] and text.at(last + 2) not in table["left"]
    return to and text.at(first - 1) in table["having"]


def _is_given(text: Text, start: int, first: int, last: int) -> bool:
    """Whether a number stands beside the noun of a time or a share that only a rule gives: "waktu perbaikan setahun"."""
    near = Text(text.raw, text.words[max(start, first - _BETWEEN - 1) : first])
    behind = Text(text.raw, text.words[last + 1 : last + 1 + _BETWEEN])
    return near.has(*load_attached()["given"]) or behind.has(*load_attached()["given_behind"])
