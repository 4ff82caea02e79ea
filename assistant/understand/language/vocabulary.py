"""How each fact is said: the shared fact words joined with the cues of `cues/*.yaml`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from assistant.facts import FactWords, fact_words
from assistant.understand.language.text import load_words
from assistant.understand.language.units import load_units
from corpus.data import load_yaml
from corpus.errors import DataError

_FOLDER = Path(__file__).parent / "cues"
_SHARED = "umum.yaml"
_FURTHER = "_"  # begins the names of files that add to the entries of all others
_KEYS = {
    "cues",
    "alone",
    "words",
    "ya",
    "tidak",
    "guarded",
    "before",
    "behind",
    "short",
    "yearly",
    "second_of",
    "strict",
    "itself",
    "needs",
    "unless_after",
    "began",
    "day_of",
    "last",
    "year",
    "never_after",
    "decided_by",
    "never_led_by",
    "never_before",
    "never_with",
    "unless_with",
    "hides_none",
    "up_to_now",
    "least",
    "part",
    "part_of",
    "none",
    "undone",
    "happened",
    "held_in",
    "numbers",
    "parted",
    "now",
    "goal_of",
    "seats",
    "compares",
    "more",
    "most",
    "past",
}
AMOUNT_KINDS = frozenset({"bilangan", "cacah", "lama", "tanggal"})  # of facts that a single amount tells
FIGURE_KINDS = AMOUNT_KINDS | {"daftar", "baris"}  # of facts that make a case to calculate of a question


@dataclass(frozen=True)
class Field:
    """One fact as it is said; see `cues/umum.yaml` for what each part means."""

    name: str
    words: FactWords
    cues: tuple[str, ...]
    choices: Mapping[str, tuple[str, ...]]
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()
    alone: bool = False
    guarded: bool = False
    before: frozenset[str] = frozenset()  # cues that count only in front of the value
    behind: frozenset[str] = frozenset()  # cues that count only behind it
    short: frozenset[str] = frozenset()
    short_after: tuple[str, ...] = ()
    short_not_before: frozenset[str] = frozenset()
    only_alone: frozenset[str] = frozenset()  # words of a choice that tell it only as an answer or behind a label
    yearly: bool = False  # an amount for a year: "3 a month" is 36
    second_of: str = ""  # of two like amounts told in a row, the fact that the first one is
    strict: bool = False  # a yes-or-no fact that only its own words settle, never a mere "sudah" or "tidak"
    itself: frozenset[str] = frozenset()  # words that tell a yes where nothing else stands in their item ("- PNS")
    only_itself: frozenset[str] = frozenset()  # those of them that tell nothing elsewhere
    needs: tuple[str, ...] = ()  # without one of these words in a message its sayings tell nothing of this fact
    unless_after: frozenset[str] = frozenset()  # of two values, this fact is not the one behind these words
    never_after: frozenset[str] = frozenset()  # nor is it ever what these words lead to ("ke ahli madya")
    decided_by: frozenset[str] = frozenset()  # but for calculators that take one of these facts: who decides on it
    never_led_by: frozenset[str] = frozenset()  # nor a number that these introduce ("kelebihan AK 15")
    never_before: frozenset[str] = frozenset()  # nor a number behind which one of these stands ("satu orang pensiun")
    never_with: tuple[str, ...] = ()  # nor a choice in whose clause one of these stands ("diperiksa, ancamannya berat")
    unless_with: tuple[tuple[str, tuple[str, ...]], ...] = ()  # nor these choices where a message has such a word
    hides_none: bool = False  # a choice whose words may hold one of another fact: "naik (muda)"
    up_to_now: bool = False  # a time up to now, which "2 tahun lalu" tells by its beginning
    least: int = 0  # a smaller number needs a cue to be this fact
    part: str = ""  # of "7 dari 10" this fact is the 10, and that one the 7
    part_of: str = ""  # of "2 dari 9" this fact may be the 2, and that one the 9; where `part` names another
    numbers: bool = False  # a list of numbers, which may each stand beside what it counts
    parted: bool = False  # no number before "ditambah" or "termasuk" is what stands behind
    now: bool = False  # true only while it lasts: "pernah diperiksa" tells nothing of it
    none: bool = False  # "tidak ada" tells it as well: it is nothing
    held_in: str = ""  # the choice in which this time passes: "2 tahun di III/c"
    undone: bool = False  # done from time to time, so that "belum" tells there was none
    happened: frozenset[str] = (
        frozenset()
    )  # what made this time begin, right before a time ago: "naik pangkat 10 bulan lalu"
    began: str = ""  # the duration that began on this date: what leads to it leads to the date as well
    day_of: str = ""  # what happened on this date: "pernah dibatalkan, SK-nya 5 Mei 2024" tells when
    last: bool = False  # takes what more telling facts leave
    year: bool = False  # takes the name of a year
    goal_of: str = ""  # the fact that is left behind where this one is reached: "kabag, balik sebagai direktur"
    seats: frozenset[str] = frozenset()  # choices that whoever sits there has, whatever else: "kepala bidang pada KDEI"
    compares: frozenset[str] = frozenset()  # two numbers behind these tell a choice by which is greater: "kelas 7 ke 5"
    most: int = 0  # a time longer than this is never this fact: nobody of "34 tahun" studies so long
    more: bool = False  # what is added to something: "six more months"
    past: bool = False  # has passed, so that no time to come is it: "tiga tahun lagi pensiun"
    shared: bool = False  # told so often that it is read whatever the message is about

    @property
    def kind(self) -> str:
        """The kind of value it takes."""
        return self.words.kind

    def refusing(self, choice: str) -> tuple[str, ...]:
        """The words of a message that say that one of its choices is not meant."""
        return dict(self.unless_with).get(choice, ())


@cache
def fields() -> Mapping[str, Field]:
    """Every fact of the shared vocabulary by name; DataError names a cue entry that fits no fact or has a wrong key."""
    raw: dict[str, dict[str, Any]] = {}
    for path in sorted(_FOLDER.glob("*.yaml"), key=lambda path: (path.name.startswith(_FURTHER), path.name)):
        for name, entry in load_yaml(path).items():
            if set(entry) - _KEYS:
                raise DataError(
                    f"cues/{path.name}: {name}: unknown keys {sorted(set(entry) - _KEYS)}; allowed: {sorted(_KEYS)}"
                )
            if name in raw and path.name.startswith(_FURTHER):
                raw[name] = _joined(raw[name], entry)
                continue
            if name in raw:
                raise DataError(f"cues/{path.name}: {name}: it has cues in another file already; keep them in one")
            raw[name] = entry
    shared = set(load_yaml(_FOLDER / _SHARED))
    return {name: _field(name, words, raw, shared=name in shared) for name, words in fact_words().items()}


def _joined(entry: Mapping[str, Any], further: Mapping[str, Any]) -> dict[str, Any]:
    """An entry with further words: lists grow, and so does the list of each choice."""
    joined = dict(entry)
    for key, more in further.items():
        old = joined.get(key)
        if isinstance(more, Mapping):
            joined[key] = {k: [*(old or {}).get(k, ()), *more.get(k, ())] for k in {**(old or {}), **more}}
        elif isinstance(more, list):
            joined[key] = [*(old or ()), *more]
        else:
            joined[key] = more
    return joined


def _field(name: str, words: FactWords, raw: Mapping[str, Mapping[str, Any]], *, shared: bool) -> Field:
    entry = raw.get(name, {})
    short = entry.get("short", {})
    return Field(
        name=name,
        words=words,
        cues=tuple(
            dict.fromkeys(
                (
                    *entry.get("cues", ()),
                    *entry.get("before", ()),
                    *entry.get("behind", ()),
                    *entry.get("itself", ()),
                    *_label_cues(words.label),
                )
            )
        ),
        choices=_choices(words, entry, raw),
        yes=tuple(entry.get("ya", ())),
        no=tuple(entry.get("tidak", ())),
        alone=bool(entry.get("alone")),
        guarded=bool(entry.get("guarded")) or words.kind == "daftar",
        before=frozenset(entry.get("before", ())),
        behind=frozenset(entry.get("behind", ())),
        short=frozenset(short.get("words", ())),
        short_after=tuple(short.get("after", ())),
        short_not_before=frozenset(short.get("not_before", ())),
        only_alone=frozenset(short.get("alone", ())),
        yearly=bool(entry.get("yearly")),
        second_of=str(entry.get("second_of", "")),
        strict=bool(entry.get("strict")),
        itself=frozenset(entry.get("itself", ())),
        only_itself=frozenset(entry.get("itself", ())) - {*entry.get("cues", ())},
        needs=tuple(entry.get("needs", ())),
        unless_after=frozenset(entry.get("unless_after", ())),
        never_after=frozenset(entry.get("never_after", ())),
        decided_by=frozenset(entry.get("decided_by", ())),
        never_led_by=frozenset(entry.get("never_led_by", ())),
        never_before=frozenset(entry.get("never_before", ())),
        never_with=tuple(entry.get("never_with", ())),
        unless_with=tuple((choice, tuple(said)) for choice, said in entry.get("unless_with", {}).items()),
        hides_none=bool(entry.get("hides_none")),
        up_to_now=bool(entry.get("up_to_now")),
        least=int(entry.get("least", 0)),
        part=str(entry.get("part", "")),
        part_of=str(entry.get("part_of", "")),
        numbers=bool(entry.get("numbers")),
        parted=bool(entry.get("parted")),
        now=bool(entry.get("now")),
        none=bool(entry.get("none")) or words.kind == "cacah",
        held_in=str(entry.get("held_in", "")),
        undone=bool(entry.get("undone")),
        happened=frozenset(entry.get("happened", ())),
        began=str(entry.get("began", "")),
        day_of=str(entry.get("day_of", "")),
        last=bool(entry.get("last")),
        year=bool(entry.get("year")),
        goal_of=str(entry.get("goal_of", "")),
        seats=frozenset(entry.get("seats", ())),
        compares=frozenset(entry.get("compares", ())),
        most=int(entry.get("most", 0)),
        more=bool(entry.get("more")),
        past=bool(entry.get("past")),
        shared=shared,
    )


def _label_cues(label: str) -> tuple[str, ...]:
    """The label itself is a cue, whole and without what stands in brackets."""
    bare = " ".join(re.sub(r"\([^)]*\)", " ", label).casefold().split())
    return (re.sub(r"[^\w\s]", " ", bare).strip(),) if bare else ()


def _choices(
    words: FactWords, entry: Mapping[str, Any], raw: Mapping[str, Mapping[str, Any]]
) -> Mapping[str, tuple[str, ...]]:
    """How each choice is said: its own words, those of a fact with the same choices, its name, its key."""
    own: Mapping[str, list[str]] = entry.get("words", {})
    alike = _same_choices(words, raw)
    found = {}
    for key, name in words.choices.items():
        said = [*own.get(key, ()), *alike.get(key, ()), *_name_words(name), *_key_words(key)]
        found[key] = tuple(dict.fromkeys(said))
    return found


def _same_choices(words: FactWords, raw: Mapping[str, Mapping[str, Any]]) -> Mapping[str, list[str]]:
    """How the choices are said for all other facts that have the same ones."""
    found: dict[str, list[str]] = {}
    for other, entry in raw.items():
        known = fact_words().get(other)
        if known is not None and known is not words and entry.get("words") and set(known.choices) == set(words.choices):
            for key, said in entry["words"].items():
                found.setdefault(key, []).extend(said)
    return found


def _key_words(key: str) -> tuple[str, ...]:
    """The key as people might say it; a single letter is no word."""
    return (key.replace("_", " ").casefold(),) if len(key) > 1 else ()


def _name_words(name: str) -> tuple[str, ...]:
    bare = re.sub(r"\([^)]*\)", " ", name.casefold())
    return tuple(" ".join(re.findall(r"\w+", part)) for part in re.split(r"[/;]", bare) if re.findall(r"\w+", part))


@cache
def spelling_words() -> tuple[str, ...]:
    """Every phrase that a misspelt word may be put right to."""
    units = load_units()
    found = [*load_words("slang.yaml").values(), *units.by_word, *units.month_names, *units.one]
    for field in fields().values():
        found += [*field.cues, *field.yes, *field.no, *(said for words in field.choices.values() for said in words)]
    return tuple(dict.fromkeys(found))
