"""Who is said to do what: "SK-nya diteken PPK", "sekjen yang mengangkat", "the President signs the appointment"."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from assistant.understand.language.stems import roots
from assistant.understand.language.text import Text
from assistant.understand.premises.figures import telling
from corpus.data import load_yaml

_PASSIVE = "di"
_GAP = 4  # words of no weight that may stand between an act and who does it
_NOUN_ENDING = "an"
_DENIES = frozenset({"bukan", "tidak", "not", "jangan"})
_ANYBODY = "pejabat itu"  # "pejabat yang berwenang" may be any of them


@dataclass(frozen=True)
class Doer:
    """An office and the acts it is said to do."""

    office: str
    acts: frozenset[str]


@cache
def load_outcome() -> dict[str, Any]:
    """The words of `outcome.yaml`."""
    loaded: dict[str, Any] = load_yaml(Path(__file__).parent / "outcome.yaml")
    return loaded


@cache
def _offices() -> Mapping[str, str]:
    """What each phrase names."""
    named = {phrase: name for name, phrases in load_outcome()["offices"].items() for phrase in phrases}
    return named | {f"{phrase}nya": name for phrase, name in named.items()}


@cache
def _acts() -> Mapping[str, str]:
    return {word: act for act, words in load_outcome()["acts"].items() for word in words}


def same_office(one: str, other: str) -> bool:
    """Whether two names may stand for one office."""
    return one == other or _ANYBODY in (one, other) or any({one, other} == {*pair} for pair in load_outcome()["same"])


def offices_in(text: Text) -> frozenset[str]:
    """The offices a text names."""
    return frozenset(name for _, _, name in _found(_words(text)))


def offices_at(words: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Where words name an office, from its first word to its last, and which."""
    yield from _found(words)


def office_words(text: Text) -> frozenset[str]:
    """The telling words of the offices that a text names."""
    words = [word for word in text.words if not word.is_mark]
    taken = {at for first, last, _ in _found(_words(text)) for at in range(first, last + 1)}
    return telling(Text(text.raw, tuple(word for at, word in enumerate(words) if at in taken)))


def acts_in(text: Text) -> frozenset[str]:
    """The acts a text names."""
    return frozenset(act for word in _words(text) if (act := act_of(word)))


@cache
def act_of(word: str) -> str:
    """The act that a word says, as a verb of any form or as a noun made of one; "" where it says none."""
    forms = {word, *roots(word)}
    if word.startswith("pe") and word.endswith(_NOUN_ENDING):
        forms |= roots(f"m{word[1:-2]}") | {f"m{word[1:-2]}"}
    return next((act for form in sorted(forms, key=len, reverse=True) if (act := _acts().get(form))), "")


def doers(text: Text) -> Iterator[Doer]:
    """Every office of a clause that is said to do something, with the acts."""
    words, table = _words(text), load_outcome()
    found = list(_found(words))
    if len({name for _, _, name in found}) > 1 and text.has("atau", "ataukah", "or"):
        return
    for first, last, name in found:
        if words[first - 1 : first] and words[first - 1] in table["towards"]:
            continue
        before = _verb_before(words, first)
        verb = _verb_behind(words, last) if before is None else before
        if verb is None or {*words[max(0, verb - 2) : verb]} & _DENIES:
            continue
        acts = {act_of(words[verb])}
        if acts & {*table["broad"]}:
            taken = {at for start, end, _ in found for at in range(start, end + 1)}
            acts |= {act for at, word in enumerate(words) if at not in taken and (act := act_of(word))}
        yield Doer(name, frozenset(acts))


def _verb_before(words: Sequence[str], first: int) -> int | None:
    """The act in the passive that stands before who does it."""
    at = first - 1
    while at >= 0 and first - at <= _GAP and words[at] in load_outcome()["between"]:
        at -= 1
    if at < 0 or not act_of(words[at]):
        return None
    by = "by" in words[at:first]
    plain = words[at] in ("teken", "ttd") or (words[at].startswith(_PASSIVE) and words[at] not in ("di",))
    return at if plain or by or "oleh" in words[at:first] else None


def _verb_behind(words: Sequence[str], last: int) -> int | None:
    """The act in the active that stands behind who does it."""
    at = last + 1
    while at < len(words) and at - last <= _GAP and words[at] in load_outcome()["between"]:
        at += 1
    if at >= len(words) or not act_of(words[at]) or words[at].startswith(_PASSIVE):
        return None
    active = words[at].startswith(("me", "nge", "ng", "ny")) or words[at].endswith("s") or words[at] in ("teken", "ttd")
    return at if active else None


def _found(words: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Where each office is named; a longer phrase hides a shorter one in it."""
    table, at = _offices(), 0
    longest = max(phrase.count(" ") + 1 for phrase in table)
    while at < len(words):
        for length in range(min(longest, len(words) - at), 0, -1):
            name = table.get(" ".join(words[at : at + length]))
            if name:
                yield at, at + length - 1, name
                at += length
                break
        else:
            at += 1


def _words(text: Text) -> list[str]:
    return [word.text for word in text.words if not word.is_mark]
