"""Levels, or the two positions, that a question sets against each other: the same question of each alone."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from assistant.facts import fact_words
from assistant.reading import Fact, IntentKind, Part
from assistant.tools import tools
from corpus.data import load_yaml
from corpus.library import Corpus

LEVEL, POSITION = "jenjang", "jabatan"
_WORD = re.compile(r"[^\s,?.!]+|,")


@dataclass(frozen=True)
class Side:
    """One of what is contrasted: its name, and the question as if it were asked of it alone."""

    name: str
    part: Part
    common: Part | None = None  # what is asked of both positions, without their names


@dataclass(frozen=True)
class _Mention:
    code: str
    start: int
    end: int
    full: bool  # named so that nothing else can be meant: "ahli muda", not "muda"


def contrasted(part: Part, corpus: Corpus) -> tuple[Side, ...]:
    """The sides of a contrast, each with its question; () where none is asked for."""
    text = part.text
    if not _has(text, _words()["cues"]):
        return ()
    for field, mentions in ((LEVEL, _levels(text)), (POSITION, _positions(text))):
        group = _joined(text, mentions)
        if group and (field == LEVEL or _subject(text, group)):
            return tuple(_side(part, field, mention.code, group, corpus) for mention in group)
    return ()


def level_named(text: str) -> str | None:
    """The one level that a text names in full; None where it names none or several."""
    codes = {mention.code for mention in _levels(text) if mention.full}
    return codes.pop() if len(codes) == 1 else None


def _side(part: Part, field: str, code: str, group: Sequence[_Mention], corpus: Corpus) -> Side:
    name = fact_words()[field].choices[code]
    text = _without(f"{part.text[: group[0].start]}{name}{part.text[group[-1].end :]}", _words()["cues"])
    codes = {mention.code for mention in group}
    told = {fact.field: replace(fact, value=code) for fact in part.facts if fact.value in codes}
    own_fact = {field: told.get(field) or Fact(field, code, group[0].start, group[0].end, name)}
    facts = tuple(fact for fact in part.facts if fact.field not in told)
    told = own_fact if len(told) != 1 else told  # one name stands for one fact, not for where from and where to
    facts = (*facts, *told.values())
    own = tuple(r.id for r in corpus.regulations.values() if r.jabatan == code) if field == POSITION else ()
    takes = part.tool not in (None, *_words()["never"]) and told.keys() & tools()[part.tool or ""].facts.model_fields
    kind: IntentKind = "calculation" if takes else "clause"
    tool = part.tool if takes else None
    alone = replace(part, text=text, kind=kind, tool=tool, facts=facts, after=None, asks="")
    if field == LEVEL:
        return Side(name, alone)
    common = replace(alone, text=_rest(part.text, group), regulations=())
    return Side(name, replace(alone, regulations=own or part.regulations), None if takes else common)


def _levels(text: str) -> list[_Mention]:
    names = {name.split()[-1].lower(): code for code, name in fact_words()[LEVEL].choices.items()}
    first = next(iter(fact_words()[LEVEL].choices.values())).split()[0].lower()
    found = re.finditer(rf"\b({first}\s+)?({'|'.join(names)})\b", text, re.IGNORECASE)
    return [_Mention(names[m[2].lower()], m.start(), m.end(), m[1] is not None) for m in found]


def _positions(text: str) -> list[_Mention]:
    names: dict[str, str] = {}
    for code, name in fact_words()[POSITION].choices.items():
        names |= dict.fromkeys((name.lower(), code, *_words()["names"].get(code, ())), code)
    found = re.finditer(rf"\b({'|'.join(sorted(names, key=len, reverse=True))})\b", text, re.IGNORECASE)
    return [_Mention(names[m[1].lower()], m.start(), m.end(), True) for m in found]


def _joined(text: str, mentions: Sequence[_Mention]) -> tuple[_Mention, ...]:
    """The first mentions in a row that nothing but joining words part: at least two, all different."""
    group: list[_Mention] = []
    for mention in mentions:
        if group and not _joins(text[group[-1].end : mention.start]):
            if len(group) > 1:
                break
            group = []
        group.append(mention)
    codes = [mention.code for mention in group]
    fitting = len(group) > 1 and len(set(codes)) == len(codes) and any(mention.full for mention in group)
    return tuple(group) if fitting else ()


def _joins(between: str) -> bool:
    words = [word.lower() for word in _WORD.findall(between)]
    positions = {word for name in fact_words()[POSITION].choices.values() for word in name.lower().split()}
    joints = set(_words()["joints"])
    return any(w in joints for w in words) and all(w in joints | set(_words()["between"]) | positions for w in words)


def _subject(text: str, group: Sequence[_Mention]) -> bool:
    """Whether anything is asked of the sides but what they are."""
    empty = {*_words()["asking"], *_words()["joints"], *_words()["between"]}
    return any(word.lower() not in empty for word in _WORD.findall(_rest(text, group)))


def _rest(text: str, group: Sequence[_Mention]) -> str:
    return _without(f"{text[: group[0].start]} {text[group[-1].end :]}", _words()["cues"])


def _has(text: str, phrases: Sequence[str]) -> bool:
    return any(True for _ in _found(text, phrases))


def _found(text: str, phrases: Sequence[str]) -> Iterator[re.Match[str]]:
    longest = sorted(phrases, key=len, reverse=True)
    return re.finditer(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)", text, re.IGNORECASE)


def _without(text: str, phrases: Sequence[str]) -> str:
    for match in reversed(list(_found(text, phrases))):
        text = f"{text[: match.start()]} {text[match.end() :]}"
    return " ".join(text.split())


@cache
def _words() -> Mapping[str, Any]:
    raw: dict[str, Any] = load_yaml(Path(__file__).parent / "contrast.yaml")
    return raw
