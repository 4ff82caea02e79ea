"""Whom or what a rule names, held against what a message takes it to name: "Trade CorpU kan diketuai sekjen"."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby, pairwise
from pathlib import Path
from typing import Any

from assistant.understand.facts.alternatives import lets_choose, speaks_of
from assistant.understand.language.sentences import sentence_of
from assistant.understand.language.signs import is_personal
from assistant.understand.language.text import Text
from assistant.understand.message.split_words import load_split_words
from assistant.understand.premises.asserted import clauses, load_asserted
from assistant.understand.premises.granted import load_granted
from assistant.understand.premises.presuming import fulfilled, said_to_be_met, said_to_be_safe
from assistant.understand.premises.taken import load_taken, taken
from corpus.address import Address
from corpus.data import load_yaml
from index.projection import STORY

_FIELDS = frozenset(
    {
        "about",
        "unless",
        "ignore",
        "kind",
        "right",
        "instead",
        "above",
        "jabatan",
        "firmly",
        "alone",
        "anywhere",
        "whole",
        "regulation",
        "place",
        "correction",
    }
)
_DENIES = frozenset({"bukan", "bukanlah", "tidak", "not"})
_ASKED = 2  # words before a last tag among which one asks: "termasuk perpindahan apa ya"
_WHO, _ROLE = 3, 5  # words before "selaku" that name somebody, and behind it that say what he is
_WHICH = "apa"
_ACTIVE = "me"  # a verb that begins so is done by whom the word before it names
_PASSIVE = "di"  # a verb that begins so is done by whom the next word names
_BETWEEN = frozenset(
    {
        "ikut",
        "mengikuti",
        "mencakup",
        "termasuk",
        "masuk",
        "meliputi",
        "menyangkut",
        "wajib",
        "harus",
        "boleh",
        "oleh",
        "dari",
        "ke",
        "di",
        "setiap",
        "tiap",
        "dalam",
        "by",
        "the",
        "a",
        "from",
        "every",
    }
)


@dataclass(frozen=True)
class Rule:
    """What a provision names: the subject, the kind of thing named, and which of its kind are right.

    Those `above` the least that it asks for are wrong only where they are said to be asked for.
    """

    about: tuple[tuple[str, ...], ...]
    unless: tuple[str, ...]
    ignore: frozenset[str]
    kind: str
    right: frozenset[str]
    instead: frozenset[str]
    above: frozenset[str]
    jabatan: str | None
    firmly: bool
    alone: bool
    anywhere: bool
    whole: bool
    correction: str
    address: Address

    def is_meant(self, text: Text, jabatan: object) -> bool:
        """Whether a message is about this rule."""
        mine = self.jabatan is None or jabatan in (None, self.jabatan)
        return mine and all(speaks_of(text, group) for group in self.about) and not text.has(*self.unless)


@cache
def _load() -> dict[str, Any]:
    """The file beside this module."""
    loaded: dict[str, Any] = load_yaml(Path(__file__).parent / "named.yaml")
    return loaded


@cache
def load_named() -> tuple[Mapping[str, Mapping[str, str]], tuple[Rule, ...]]:
    """The phrases of each kind with what they name, and the rules."""
    raw = _load()
    kinds = {
        kind: {form: name for name, phrases in names.items() for form in forms(phrases)}
        for kind, names in raw["kinds"].items()
    }
    return kinds, tuple(map(_rule, raw["rules"]))


def misnamed(text: Text, jabatan: object, *, claimed: bool) -> Iterator[Rule]:
    """The rules of which a message names something else first; unless `claimed`, only those said as a plain fact."""
    kinds, rules = load_named()
    reasoned = [] if claimed or _is_taken_for_granted(text) else list(_reasoned(text))
    claimed = claimed or _is_taken_for_granted(text)
    facts = [*taken(text), *in_roles(text), *said_to_be_met(text), *reasoned]
    safe = list(said_to_be_safe(text))
    for rule in rules:
        if lets_choose(text, kinds[rule.kind], rule.right):
            continue
        told = [text, *facts] if claimed or rule.firmly else facts
        told = [*told, *safe] if rule.above else told  # "akreditasi B, jadi aman"
        if any(rule.is_meant(each, jabatan) and _says_wrong(rule, each, kinds[rule.kind]) for each in told):
            yield rule


def in_roles(text: Text) -> Iterator[Text]:
    """Who is said in passing to be what: "Pak Sekjen selaku Kepala Trade CorpU minta rapat", whoever tells it."""
    for role in load_granted()["roles"]:
        for first, last in text.find(role):
            low = next((at + 1 for at in range(first - 1, -1, -1) if text.words[at].is_mark), 0)
            end = next((at for at in range(last + 1, len(text.words)) if text.words[at].is_mark), len(text.words))
            who = Text(text.raw, text.words[max(low, first - _WHO) : first])
            said = Text(text.raw, text.words[max(low, first - _WHO) : min(end, last + 1 + _ROLE)])
            if who.length and not is_personal(who.words) and not said.has(*load_split_words().firmly):
                yield said


def _says_wrong(rule: Rule, said: Text, phrases: Mapping[str, str]) -> bool:
    """Whether a wrong one is named, or only one of several that all are so: "only a severe sanction bars anyone"."""
    if lets_choose(said, phrases, rule.right) or _is_rightly_asked_for(rule, said, phrases):
        return False
    names = _names(said, phrases)
    if rule.above and not _is_asked_for(rule.above, said, phrases):
        names = [name for name in names if name not in rule.above]
    if rule.whole and len({*names}) == 1 and len(rule.right) > 1 and rule.right.issuperset(names):
        near = _load()["only"]
        return any(
            said.has(
                f"{only} {phrase}",
                f"{only} a {phrase}",
                f"{only} hukuman {phrase}",
                f"{only} hukuman disiplin {phrase}",
                f"{only} hukuman disiplin tingkat {phrase}",
                f"{only} tingkat {phrase}",
            )
            for only in near
            for phrase in phrases
            if phrases[phrase] in names
        )
    return _is_wrong(rule, names)


def _is_asked_for(above: frozenset[str], said: Text, phrases: Mapping[str, str]) -> bool:
    """Whether any of these is said to be asked for in its clause, and not had by somebody: "minimal S2", not "S2, PIM II lulus"."""
    if fulfilled(said) or any(said_to_be_safe(said)):  # "akreditasi B, yang sudah memenuhi syarat minimal"
        return True
    asking = (*load_asserted()["firm"], *_load()["asked"])
    return any(above.intersection(_names(one.text, phrases)) and one.text.has(*asking) for one in clauses(said))


def _is_rightly_asked_for(rule: Rule, said: Text, phrases: Mapping[str, str]) -> bool:
    """Whether the right one is what is said to be asked for, and another only what somebody has: "lulusan D3, katanya harus S1"."""
    asking = (*load_asserted()["firm"], *_load()["asked"])
    asked = [{*_names(one.text, phrases)} for one in clauses(said) if one.text.has(*asking)]
    named = {name for names in asked for name in names}
    return bool(rule.instead and named) and named <= rule.right


def _is_wrong(rule: Rule, names: Sequence[str]) -> bool:
    said = [name for name in names if name not in rule.ignore]
    if not said or (rule.alone and len(set(said)) > 1) or (rule.anywhere and rule.right.intersection(said)):
        return False
    return said[0] not in rule.right and (not rule.instead or said[0] in rule.instead)


def _reasoned(text: Text) -> Iterator[Text]:
    """The sentences that give or ask a reason, and not of somebody's case; all of a short message, or behind words of a rule, is one."""
    reasons = _load()["granting"]["reasons"]
    spoken = [tuple(clause) for is_end, clause in groupby(text.words, lambda word: word.is_mark) if not is_end]
    for clause in spoken:
        own = Text(text.raw, clause)
        if own.has(*reasons) and not is_personal(clause):
            place = text.words.index(clause[0])
            low, high = (
                sentence_of(text, place, place)
                if text.length >= STORY and not own.has(*load_granted()["rule_words"])
                else (0, len(text.words))
            )
            yield Text(text.raw, text.words[low:high])


def _is_taken_for_granted(text: Text) -> bool:
    """Whether a message ends in a tag, or says which one is meant by who does it; of nobody's case."""
    tags, relatives = (_load()["granting"][name] for name in ("tags", "relatives"))
    words = [word.text for word in text.words if not word.is_mark]
    if not words or is_personal(text.words):
        return False
    asked = load_taken()["required"]  # "dari 100 yang disyaratkan" says of nobody that he does anything
    does = any(
        one in relatives and other.startswith(_PASSIVE) and other not in asked for one, other in pairwise(words[1:])
    )
    return does or (words[-1] in tags and not {*words[-1 - _ASKED : -1]} & load_split_words().firmly)


def _names(text: Text, phrases: Mapping[str, str]) -> list[str]:
    """What of a kind is named and not denied, in the order it is said; a longer phrase hides a shorter one in it."""
    words = [word.text for word in text.words if not word.is_mark]
    found: list[str] = []
    longest = max(phrase.count(" ") + 1 for phrase in phrases)
    at = 0
    while at < len(words):
        for length in range(longest, 0, -1):
            name = phrases.get(" ".join(words[at : at + length])) if at + length <= len(words) else None
            if name:
                denied = _is_denied(words, at) or _does_not(words, at + length)
                if not denied and not _is_asked(words, at + length, phrases):
                    found.append(name)
                at += length
                break
        else:
            at += 1
    return found


def _is_denied(words: Sequence[str], at: int) -> bool:
    """Whether what stands here is said not to be so: "bukan oleh sekjen"."""
    before = words[max(0, at - 2) : at]
    if not before or before[-1] in _DENIES:
        return bool(before)
    return before[0] in _DENIES and (before[-1] in _BETWEEN or before[-1].startswith(_PASSIVE))


def _is_asked(words: Sequence[str], at: int, phrases: Mapping[str, str]) -> bool:
    """Whether what stands before this place is asked for: "surat keterangan apa"; "sertifikat apa piagam" offers it."""
    if words[at : at + 1] != [_WHICH]:
        return False
    behind = " ".join(words[at + 1 :])
    return not any(behind.startswith(phrase) for phrase in phrases)


def _does_not(words: Sequence[str], at: int) -> bool:
    """Whether what stands before this place is said not to do something: "unit tidak mengusulkan"."""
    behind = words[at : at + 2]
    return len(behind) > 1 and behind[0] in _DENIES and behind[1].startswith(_ACTIVE)


def forms(phrases: Sequence[str]) -> tuple[str, ...]:
    """The phrases, each also as "its": "forum" and "forumnya"."""
    return tuple(dict.fromkeys([*phrases, *(f"{phrase}nya" for phrase in phrases if phrase[-1].isalpha())]))


def _rule(entry: Mapping[str, Any]) -> Rule:
    wrong = set(entry) - _FIELDS
    if wrong:
        raise ValueError(f"named.yaml: unknown keys {sorted(wrong)}; allowed are {sorted(_FIELDS)}")
    return Rule(
        about=tuple(map(forms, entry["about"])),
        unless=forms(entry.get("unless", ())),
        ignore=frozenset(entry.get("ignore", ())),
        kind=entry["kind"],
        right=frozenset(entry["right"]),
        instead=frozenset(entry.get("instead", ())),
        above=frozenset(entry.get("above", ())),
        jabatan=entry.get("jabatan"),
        firmly=bool(entry.get("firmly")),
        alone=bool(entry.get("alone")),
        anywhere=bool(entry.get("anywhere")),
        whole=bool(entry.get("whole")),
        correction=entry["correction"][0].upper() + entry["correction"][1:] + ".",
        address=Address.parse(entry["place"], entry["regulation"]),
    )
