"""What a message gives as a ground in passing: "... krn batasnya 5 thn", "since my target is 12", "jd dapet 60 persen sesuai aturan"."""

from functools import cache
from itertools import takewhile
from pathlib import Path
from typing import Protocol

from assistant.understand.language.signs import load_signs
from assistant.understand.language.text import Text, Word
from assistant.understand.premises.granted import load_granted
from corpus.data import load_yaml

_LAW = 4  # words behind a number within which it is said to be the rule's
_PAUSES = frozenset(",.;")
_SHORT = 6  # words of a clause that says no more than that


class Spanned(Protocol):
    """The words of a clause, from `first` to `last`; `asked`: a question mark ends it."""

    @property
    def first(self) -> int:
        """Its first word."""
        ...

    @property
    def last(self) -> int:
        """Its last word."""
        ...

    @property
    def asked(self) -> bool:
        """Whether it is asked."""
        ...


@cache
def load_grounds() -> dict[str, tuple[str, ...]]:
    """The words of the file beside this module."""
    raw: dict[str, list[str]] = load_yaml(Path(__file__).with_suffix(".yaml"))
    return {name: tuple(words) for name, words in raw.items()}


def subject_before(text: Text, clause: Spanned, first: int, last: int) -> Text | None:
    """The words that say of what a number is a limit, where its own clause only calls it one: "diklat bisa nanti, batasnya 5 tahun"."""
    if not only_calls_a_limit(text, clause, first, last):
        return None
    start = _start_before(text, clause.first)
    return None if start is None else Text(text.raw, text.words[start : clause.last + 1])


def only_calls_a_limit(text: Text, clause: Spanned, first: int, last: int) -> bool:
    """Whether a clause says of a number no more than that it is a limit, or what it is a share of."""
    table = load_grounds()
    before = {text.at(at) for at in range(clause.first, first)}
    words = (text.at(at) for at in range(last + 1, clause.last + 1))
    behind = [*takewhile(lambda word: word not in table["concluding"], words)]
    share = bool(behind) and behind[0] in table["of"]  # "separuh dari AK naik pangkat" says of what it is a share
    bare = before <= {*table["calling"]} and (share or {*behind} <= {*table["calling"]})
    return bare and bool(before & {*table["limits"]})


def is_ground(text: Text, clause: Spanned, first: int, last: int) -> bool:
    """Whether a clause gives a number as a limit's, for a reason or by pointing at it: "soalnya jatahnya 4 kali"."""
    if text.at(clause.first) in load_grounds()["reasons"] and only_calls_a_limit(text, clause, first, last):
        return True
    return _is_term(text, clause, first, last) or points_at(text, clause, first, last)


def _start_before(text: Text, place: int) -> int | None:
    """Where the sentence or clause before a place begins; None where it asks, or where there is none."""
    end = place - 1
    while end >= 0 and text.words[end].is_mark:
        if text.at(end) == "?":
            return None
        end -= 1
    if end < 0:
        return None
    return next((at + 1 for at in range(end, -1, -1) if text.words[at].is_mark), 0)


def by_rule(text: Text, clause: Spanned, first: int, last: int) -> str:
    """How surely a number of somebody's own is said to be a rule's: "firm" as its least or most, "granted", or ""."""
    for said in (_behind(text, clause, last), _following(text, clause)):
        if said is None or said.has(*load_grounds()["asking"]) or said.bare.endswith(" tidak"):
            continue
        if said.has(*load_grounds()["exactly"]):
            return "firm"
        if said.has(*load_grounds()["lawful"]):
            return "granted"
    if _is_ground(text, clause, first):
        return "firm"
    if _is_multiple(text, clause, last):
        return "granted"
    return "granted" if _is_term(text, clause, first, last) else ""


def _behind(text: Text, clause: Spanned, last: int) -> Text | None:
    """The words of the clause behind a number, where no question mark ends it."""
    words = text.words[last + 1 : min(clause.last, last + _LAW) + 1]
    return None if clause.asked or not words else Text(text.raw, words)


def _following(text: Text, clause: Spanned) -> Text | None:
    """The short clause right behind a comma, where no question mark ends it."""
    if text.at(clause.last + 1) != ",":
        return None
    words: list[Word] = []
    for word in text.words[clause.last + 2 :]:
        if word.is_mark:
            break
        words.append(word)
    asked = text.at(clause.last + 2 + len(words)) == "?"
    return None if asked or not 0 < len(words) <= _SHORT else Text(text.raw, tuple(words))


def _is_term(text: Text, clause: Spanned, first: int, last: int) -> bool:
    """Whether a number tells how long or how much a thing is for anybody, and something follows from it: "masa tugas atase 5 tahun, jadi ..."."""
    table = load_grounds()
    reason = text.at(clause.first) in (*load_granted()["openers"], *table["reasons"])
    before = Text(text.raw, text.words[clause.first + reason : first])
    term = max((name for name in table["terms"] if before.begins(0, name)), key=len, default="")
    if not term or clause.asked or before.has(*load_signs()["personal"], *table["happened"]):
        return False
    named = {word.text for word in before.words[len(term.split()) :]} - {*table["linking"]}  # whose term it is
    return reason or (bool(named) and _is_concluded_from(text, clause, last))


def _is_multiple(text: Text, clause: Spanned, last: int) -> bool:
    """Whether a number says how many times a period another one is, which only a rule does: "ikatan dinas saya tiga kali masa studi"."""
    table = load_grounds()
    said = Text(text.raw, text.words[last : clause.last + 1])
    return not clause.asked and said.begins(0, *table["multiples"]) and not said.has(*table["asking"])


def is_concluded_at(text: Text, last: int, place: int) -> bool:
    """Whether a word stands in what is concluded from a number before it."""
    return any(text.at(at) in load_grounds()["concluding"] for at in range(last + 1, place))


def points_at(text: Text, clause: Spanned, first: int, last: int) -> bool:
    """Whether a question points at a number as at a limit's that everybody knows: "ambang lulus negosiator 80 itu dari apa?"."""
    table, before = load_grounds(), Text(text.raw, text.words[clause.first : first])
    pointed = text.at(last + 1) in table["pointing"] and last + 1 < clause.last
    known = before.begins(0, *table["pointed"]) and not before.has(*load_signs()["personal"], *table["happened"])
    return pointed and known


def _is_concluded_from(text: Text, clause: Spanned, last: int) -> bool:
    """Whether something is concluded from a number, in its clause or at the beginning of the next one."""
    behind = [text.at(at) for at in range(last + 1, clause.last + 1)]
    following = text.at(clause.last + 2 if text.at(clause.last + 1) in _PAUSES else clause.last + 1)
    return bool({*behind[:1], following} & {*load_grounds()["concluding"]})


def _is_ground(text: Text, clause: Spanned, first: int) -> bool:
    """Whether a number is given as a reason for what a rule sets for oneself: "since my yearly target is 12.5"."""
    table = load_grounds()
    if text.at(clause.first) not in (*load_granted()["openers"], *table["reasons"]) or clause.asked:
        return False
    near = [text.at(at) for at in range(clause.first + 1, first)]
    passing = {*table["linking"], *load_signs()["personal"], *table["limits"], *table["yearly"]}
    return bool({*near} & {*table["set"]}) and {*near} <= passing | {*table["set"]}
