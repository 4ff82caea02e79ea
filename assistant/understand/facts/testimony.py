"""What a message testifies of yes-or-no facts and choices: cue words and sayings, weighed against each other.

A cue tells a fact by its own words, a saying by likeness. Neither is always right: a cue may only be asked about, a
clause may be like sayings of two facts. Each value that a fact may have is a case with its traits; how they count, alone
and two by two, is learned from messages of which it is known what they tell (`python -m eval.learn_testimony`).
"""

import math
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from assistant.reading import Fact
from assistant.understand.chances import load_weights
from assistant.understand.facts.sayings import ASKED, NUMBER, YES_NO, Heard, Sayings
from assistant.understand.facts.sparse import is_too_unsure
from assistant.understand.following.followups import is_empty
from assistant.understand.language.clauses import Clause
from assistant.understand.language.denial import denies
from assistant.understand.language.polarity import is_open, load_polarity
from assistant.understand.language.text import Spans, Text, overlaps
from assistant.understand.language.vocabulary import fields

WEIGHTS = Path(__file__).parent / "testimony.yaml"
TRAITS = (
    "mirip", "nilai_lain", "ditanyakan", "fakta_lain", "fakta_sejenis", "bertanya", "menyangkal", "sisa", "panjang",
    "pengandaian", "terakhir", "lawan", "isyarat_sama", "isyarat_lain", "seklausa", "ya", "tidak", "banyak_nilai",
    "banyak_klausa",
)  # fmt: skip
_RIVAL, _OTHER = 0.5, 0.3  # what likeness to another value, and to another fact, takes off when the clause is chosen
_MOST_LEFT = 8  # words that no fact has taken, as far as they are counted
Scores = NDArray[np.floating[Any]]
_NO = {True: "ya", False: "tidak"}


@dataclass(frozen=True)
class Case:
    """One value that a fact may have: its traits, and the clause that speaks most for it."""

    field: str
    value: str
    traits: NDArray[np.float64]
    clause: Clause


class Testimony:
    """Weighs what a message testifies."""

    def __init__(self, sayings: Sayings) -> None:
        self._sayings = sayings
        self._values = {
            name: [value for value in columns if value != ASKED]
            for name, columns in sayings.columns.items()
            if NUMBER not in columns
        }

    def judges(self, wanted: Collection[str]) -> list[str]:
        """Of these facts the ones that it can judge."""
        return sorted(wanted & self._values.keys())

    def facts(self, text: Text, names: Sequence[str], cued: Sequence[Fact], hidden: Spans = ()) -> Iterator[Fact]:
        """Of the facts `names` those that the message tells, given what its cues tell of all facts.

        A choice is told of one fact: a clause that tells "berat" of one sanction tells it of no other.
        """
        cases = list(self.cases(text, names, cued, hidden))
        if not cases:
            yield from (fact for fact in cued if fact.field in names)
            return
        chances = load_weights(WEIGHTS).chances(np.stack([case.traits for case in cases]))
        surest: dict[str, tuple[float, Case]] = {}
        for chance, case in zip(chances, cases, strict=True):
            if chance >= max(load_weights(WEIGHTS).least, surest.get(case.field, (0.0, case))[0]):
                surest[case.field] = (float(chance), case)
        told = {fact.field: fact for fact in cued if fact.field not in names}
        spoken = [
            (chance, case)
            for chance, case in surest.values()
            if _is_spoken_of(text, case, cued)
            and not _says_nothing_else(text, case, cued)
            and (_has_cue(case, cued) or not is_too_unsure(text, len(cued), chance))
        ]
        found = [(chance, _by_cue(text, case, cued) or _fact(text, case, cued)) for chance, case in spoken]
        for _, fact in sorted(found, key=lambda pair: (pair[1] not in cued, -pair[0])):
            if fact.value in YES_NO.values() or fact in cued or not _told_already(fact, told.values()):
                told[fact.field] = fact
                yield fact

    def cases(self, text: Text, names: Sequence[str], cued: Sequence[Fact], hidden: Spans = ()) -> Iterator[Case]:
        """Every value that each of these facts may have, with its traits."""
        heard = self._sayings.hear(text, hidden) if names else None
        if heard is None or not heard.clauses:
            return
        own = {fact.field: fact for fact in cued if fact.field in names}
        about = _About(text, heard, [(fact.start, fact.end) for fact in cued])
        best = np.stack(
            [heard.scores[:, [*columns.values()]].max(axis=1) for columns in self._sayings.columns.values()]
        )
        place = {name: at for at, name in enumerate(self._sayings.columns)}
        for name in names:
            others = np.delete(best, place[name], axis=0).max(axis=0)
            rest = [place[other] for other in names if other != name]
            sisters = best[rest].max(axis=0) if rest else np.zeros(len(heard.clauses))
            yield from self._cases_of(name, heard.scores, about, others, sisters, own.get(name))

    def _cases_of(
        self,
        name: str,
        scores: NDArray[np.float32],
        about: "_About",
        facts: Scores,
        sisters: Scores,
        cue: Fact | None,
    ) -> Iterator[Case]:
        columns, values = self._sayings.columns[name], self._values[name]
        said = None if cue is None else _NO.get(cue.value, str(cue.value))
        asked = scores[:, columns[ASKED]] if ASKED in columns else np.zeros(len(scores))
        for value in dict.fromkeys([*values, *([said] if said else [])]):
            others = [columns[other] for other in values if other != value]
            rival = scores[:, others].max(axis=1) if others else np.zeros(len(scores))
            like = scores[:, columns[value]] if value in columns else np.zeros(len(scores))
            sure = like - _RIVAL * rival.clip(0) - _OTHER * (facts.clip(0) + asked.clip(0))
            at = int(sure.argmax())
            spoken = [like[at], rival[at], asked[at], facts[at], sisters[at], *about.traits(at), rival.max()]
            cues = [said == value, said not in (None, value), cue is not None and about.holds(at, cue)]
            kind = [value == "ya", value == "tidak", math.log(len(values)), math.log1p(len(scores))]
            yield Case(name, value, np.array([*spoken, *cues, *kind], float), about.clauses[at])


class _About:
    """What of each clause tells whether it tells anything."""

    def __init__(self, text: Text, heard: Heard, taken: Spans) -> None:
        self.text, self.clauses = text, heard.clauses
        no = load_polarity().no
        self._traits = [
            [
                float(clause.asked(text)),
                float(clause.has(text, no)),
                float(min(clause.left(text, taken), _MOST_LEFT)),
                math.log1p(clause.last - clause.first),
                float(clause.supposes(text)),
                float(clause is heard.clauses[-1]),
            ]
            for clause in heard.clauses
        ]

    def traits(self, at: int) -> list[float]:
        """Those of one clause."""
        return self._traits[at]

    def holds(self, at: int, fact: Fact) -> bool:
        """Whether a fact's words stand in one clause."""
        return overlaps(fact.start, fact.end, [self.text.span(self.clauses[at].first, self.clauses[at].last)])


def _is_spoken_of(text: Text, case: Case, cued: Sequence[Fact]) -> bool:
    """Whether a message names at all what a case tells, by a cue or by a word without which it is about another."""
    field = fields().get(case.field)
    if case.value in YES_NO and is_open(text, case.clause.first, case.clause.last + 1):
        return False
    if field is not None and text.has(*field.refusing(case.value)):
        return False
    if field is None or any(fact.field == case.field for fact in cued):
        return True
    kept_out = field.kind == "ya_tidak" and field.never_with and text.has(*field.never_with)
    return not kept_out and (not field.needs or text.has(*field.needs))


def _has_cue(case: Case, cued: Sequence[Fact]) -> bool:
    return any(fact.field == case.field for fact in cued)


def _says_nothing_else(text: Text, case: Case, cued: Sequence[Fact]) -> bool:
    """Whether the cues of other facts leave a clause no word that could tell a choice: "kalau ke KDEI?"."""
    taken = [(fact.start, fact.end) for fact in cued if fact.field != case.field]
    clause = text.words[case.clause.first : case.clause.last + 1]
    own = any(fact.field == case.field for fact in cued) or case.value in YES_NO
    free = [w.text for w in clause if not w.is_mark and not overlaps(w.start, w.end, taken)]
    return bool(taken) and not own and all(is_empty(word) for word in free)


def _by_cue(text: Text, case: Case, cued: Sequence[Fact]) -> Fact | None:
    """What a cue tells in the very clause that is like the opposite, where the cue hears better.

    Likeness hardly hears a "tidak", nor of what it is said where a fact's own words alone settle it: "studi tidak
    selesai dengan alasan yang dibenarkan".
    """
    cue = next((fact for fact in cued if fact.field == case.field and fact.value in YES_NO.values()), None)
    if cue is None or case.value == _NO[bool(cue.value)]:
        return None
    field = fields().get(case.field)
    hears = _says_no(text, case) if cue.value is False else field is not None and field.strict
    start, end = text.span(case.clause.first, case.clause.last)
    around = cue.start < start or end < cue.end  # words of several clauses tell it: "kirain sudah, ternyata belum"
    if around and cue.start <= start and end <= cue.end:
        return cue
    return cue if hears and start <= cue.start and cue.end <= end else None


def _says_no(text: Text, case: Case) -> bool:
    """Whether a word of no stands in the clause of a case, or one of the fact's own: "PSDM ogah kasih rekomendasi"."""
    field, places = fields().get(case.field), range(case.clause.first, case.clause.last + 1)
    own = field.no if field else ()
    return any(denies(text, at, load_polarity().no) or text.begins(at, *own) for at in places)


def _fact(text: Text, case: Case, cued: Sequence[Fact]) -> Fact:
    """What a case tells, shown by its cue where a cue tells it, else by its clause."""
    value = YES_NO.get(case.value, case.value)
    cue = next((fact for fact in cued if fact.field == case.field and fact.value == value), None)
    if cue is not None:
        return cue
    start, end = text.span(case.clause.first, case.clause.last)
    return Fact(case.field, value, start, end, text.raw[start:end])


def _told_already(fact: Fact, told: Collection[Fact]) -> bool:
    """Whether the same words tell the same choice of another fact."""
    return any(
        other.value == fact.value and overlaps(fact.start, fact.end, [(other.start, other.end)]) for other in told
    )
