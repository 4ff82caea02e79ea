"""People told by their names as so many of them: "Pak Slamet dan Bu Yuli pensiun" are two who retire."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

from assistant.understand.language.phrasebook import PhraseHit
from assistant.understand.language.text import Text
from assistant.understand.quantities.amount import Amount
from assistant.understand.quantities.taking import Taking
from corpus.data import load_yaml

_PERSONS = "orang"
_MOST_NAMES = 3  # words of a name written with capitals
_LED = 3  # words before a cue within which "yang" tells that it is said of people
_BESIDE = 2  # words between a count and what is counted


@dataclass(frozen=True)
class _Row:
    """Names told in a row, from their first to their last word."""

    names: frozenset[str]
    first: int
    last: int


def with_named_people(text: Text, amounts: Sequence[Amount], taking: Taking) -> list[Amount]:
    """The amounts with those of people told by name beside what becomes of them, where a calculator counts that.

    People told in two places are counted together; where a number tells how many there are, names add none.
    """
    found: dict[str, _Row] = {}
    for row in _rows(text) if taking.takes(_words()["facts"]) else ():
        cue = _cue_behind(text, row, taking) or _cue_before(text, row, taking)
        if cue is not None and not _is_counted(cue.payload, amounts, taking):
            before = found.get(cue.payload)
            found[cue.payload] = _Row(before.names | row.names, row.first, row.last) if before else row
    named = [_amount(text, row) for row in found.values()]
    return sorted([*amounts, *named], key=lambda amount: amount.start)


def _amount(text: Text, row: _Row) -> Amount:
    return Amount("number", Decimal(len(row.names)), *text.span(row.first, row.last), row.first, row.last, _PERSONS)


def _is_counted(name: str, amounts: Sequence[Amount], taking: Taking) -> bool:
    """Whether a number stands beside a cue of this fact."""
    told = [amount for amount in amounts if amount.kind == "number"]
    return any(cue.payload == name and _is_beside(taking.text, a, cue) for cue in taking.cues for a in told)


def _is_beside(text: Text, amount: Amount, cue: PhraseHit[str]) -> bool:
    """Whether a cue stands right beside an amount, no mark between."""
    low, high = (amount.last + 1, cue.first) if cue.first > amount.last else (cue.last + 1, amount.first)
    return high - low < _BESIDE and not any(word.is_mark for word in text.words[low:high])


def _rows(text: Text) -> Iterator[_Row]:
    """The names with a title that follow each other; one alone counts where it is written with a capital."""
    at = 0
    while at < len(text.words):
        row = _row(text, at)
        if row is not None and (len(row.names) > 1 or _is_titled(text, row.last)):
            yield row
        at = row.last + 1 if row else at + 1


def _row(text: Text, first: int) -> _Row | None:
    at, last, names = first, first, set[str]()
    while (end := _name(text, at)) is not None:
        names.add(" ".join(_said(text, place) for place in range(at, end + 1)))
        at, last = end + 1, end
        while text.at(at) in _words()["joints"]:
            at += 1
    return _Row(frozenset(names), first, last) if names else None


def _name(text: Text, at: int) -> int | None:
    """The last word of a name with a title that begins here; it has one word where it is written small."""
    last = at + 1 + (text.at(at + 1) == ".")
    if _said(text, at) not in _words()["titles"] or not _said(text, last).isalpha():
        return None
    while last - at < _MOST_NAMES and _is_titled(text, last) and _is_titled(text, last + 1):
        last += 1
    return last


def _cue_behind(text: Text, row: _Row, taking: Taking) -> PhraseHit[str] | None:
    """The longest cue of a count of people right behind names, nothing but small words between."""
    at = row.last + 1
    while text.at(at) in _words()["between"]:
        at += 1
    cues = [cue for cue in taking.cues if row.last < cue.first <= at <= cue.last]
    cue = max((cue for cue in cues if cue.payload in _words()["facts"]), key=lambda cue: cue.last, default=None)
    return None if cue is None or text.begins(cue.last + 1, *_words()["past"]) else cue


def _cue_before(text: Text, row: _Row, taking: Taking) -> PhraseHit[str] | None:
    """The cue of a count of people that names tell who they are: "yang pensiun cuma Bu Yuli"; the names end its clause."""
    at = row.first - 1
    while text.at(at) in _words()["leading"]:
        at -= 1
    cues = [cue for cue in taking.cues if cue.last == at and cue.payload in _words()["facts"]]
    cue = max(cues, key=lambda cue: cue.length, default=None)
    ends = row.last + 1 >= len(text.words) or text.words[row.last + 1].is_mark
    led = cue is not None and any(
        text.at(before) in _words()["who"] for before in range(cue.first - _LED, cue.last + 1)
    )
    return cue if ends and led else None


def _said(text: Text, at: int) -> str:
    """A word as it is written, in small letters."""
    return text.raw[text.words[at].start : text.words[at].end].casefold() if at < len(text.words) else ""


def _is_titled(text: Text, at: int) -> bool:
    raw = text.raw[text.words[at].start : text.words[at].end] if at < len(text.words) else ""
    return raw.istitle() and raw.casefold() not in _words()["titles"]


@cache
def _words() -> dict[str, frozenset[str]]:
    """The words of the file beside this module."""
    raw: dict[str, list[str]] = load_yaml(Path(__file__).with_suffix(".yaml"))
    return {name: frozenset(words) for name, words in raw.items()}
