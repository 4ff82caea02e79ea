"""One message held against what it should have found: the rule or provision, the facts, and whether to decline."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from assistant.compose import quote
from assistant.reading import Part, Reading
from assistant.reply import Answer
from assistant.telling import told_parts
from assistant.tools import tools
from corpus.address import Address
from eval.dialogue_set import Dialogue, Phase, Turn, Wanted
from eval.fact_match import same

FEW = 2  # provisions quoted by a calculation that counts as naming each of them


@dataclass(frozen=True)
class Heard:
    """One message as the assistant took it."""

    answer: Answer
    reading: Reading
    asked_before: tuple[str, ...]
    known: Mapping[str, Any]  # facts remembered before it
    facts_kept: bool  # whether any fact is still remembered after it
    seconds: float  # spent on understanding
    crash: str = ""  # what the assistant fell over

    @property
    def shown(self) -> tuple[Address, ...]:
        """The provisions whose own words stand in the answer."""
        quoted = [c for c in self.answer.citations if quote(c) in self.answer.answer]
        return tuple(c.address for c in sorted(quoted, key=lambda c: self.answer.answer.index(quote(c))))


@dataclass(frozen=True)
class Judged:
    """One message held against what it should have found."""

    dialogue: str
    phase: Phase
    kind: str
    number: int
    say: str
    wanted: str  # class of the confusion table
    found: str
    right: bool
    answerable: bool
    declined: bool
    facts: bool | None  # None: not judged
    told: bool | None  # None: nothing was calculated
    seconds: float
    detail: str = ""


def judge(dialogue: Dialogue, number: int, turn: Turn, heard: Heard) -> Judged:
    """Whether a message was understood: the right rule or provision, all facts, declined where it should be and only there."""
    faults = [heard.crash] if heard.crash else []
    faults += [f"tak dijawab: {_name(wanted)}" for wanted in turn.wants if not satisfied(wanted, heard)]
    faults += _memory_faults(turn, heard)
    wrong_facts = _fact_faults(turn, heard)
    return Judged(
        dialogue=dialogue.id,
        phase=dialogue.phase,
        kind=dialogue.kind,
        number=number,
        say=turn.say,
        wanted=_class_wanted(turn),
        found=_class_found(turn, heard),
        right=not faults,
        answerable=any(wanted.answerable for wanted in turn.wants),
        declined=_declined(heard),
        facts=None if turn.facts is None else not wrong_facts,
        told=_told_whole(heard.answer),
        seconds=heard.seconds,
        detail="; ".join((*faults, *wrong_facts, _summary(heard))),
    )


def _told_whole(answer: Answer) -> bool | None:
    """Whether each calculator's result is told, and not only provisions shown because the gate held it back."""
    if not answer.calculations:
        return None
    told = {part.calculation.tool for part in told_parts(answer.answer, answer.calculations)}
    return told == {calculation.tool for calculation in answer.calculations}


def satisfied(wanted: Wanted, heard: Heard) -> bool:
    """Whether one of the questions of a message was met as it should be."""
    parts = heard.reading.parts
    if wanted.beyond is not None:
        return _turned_down(wanted, heard)
    if wanted.forgets:
        return any(part.kind == "forget" for part in parts) and not heard.facts_kept
    if wanted.topic is not None:
        return any(part.kind == "smalltalk" and part.topic == wanted.topic for part in parts)
    if any(part.tool in wanted.tools and part.kind == "calculation" for part in parts):
        return True
    return any(same_place(shown, place) for shown in _named(heard) for place in wanted.provisions)


def _named(heard: Heard) -> tuple[Address, ...]:
    """The provisions that an answer can be said to name: a checklist quotes many, of which only the first leads it."""
    of_many = heard.answer.calculations and len(heard.reading.parts) == 1 and len(heard.shown) > FEW
    return heard.shown[:1] if of_many else heard.shown


def same_place(shown: Address, place: Address) -> bool:
    """One inside the other, within one Pasal or one part of an attachment; the whole regulation is no answer."""
    if shown.pasal is None and shown.lampiran is None:
        return False
    return place.meets(shown)


def _turned_down(wanted: Wanted, heard: Heard) -> bool:
    """Whether a question that the texts cannot answer was declined, asked back, or its premise put right."""
    parts = heard.reading.parts
    if any(part.kind == "out_of_scope" for part in parts) or heard.answer.kind == "out_of_scope":
        return True
    if wanted.beyond == "underspecified":
        return heard.answer.kind == "clarify" or any(part.doubts or part.unresolved for part in parts)
    if wanted.beyond == "false_premise":
        refused = heard.answer.kind == "clarify" and not heard.answer.calculations
        return refused or any(part.premises or part.unresolved for part in parts)
    return wanted.beyond == "current_law" and any(part.unresolved and not part.provisions for part in parts)


def _declined(heard: Heard) -> bool:
    return heard.answer.kind == "out_of_scope" or any(part.kind == "out_of_scope" for part in heard.reading.parts)


def _memory_faults(turn: Turn, heard: Heard) -> list[str]:
    faults = []
    if turn.uses:
        runs = [calculation.inputs for calculation in heard.answer.calculations]
        faults = [
            f"tidak dihitung dengan {name} = {value}"
            for name, value in turn.uses.items()
            if not any(name in run and same(value, run[name]) for run in runs)
        ]
        if not turn.wants[0].tools or (turn.wants[0].provisions and not runs):
            faults = []
    if turn.skips and heard.asked_before and heard.asked_before[0] in {m.field for m in heard.answer.missing}:
        faults.append(f"masih menanyakan {heard.asked_before[0]}")
    return faults


def _fact_faults(turn: Turn, heard: Heard) -> list[str]:
    """Facts not read, read wrongly, or read though nobody told them; only inputs of the wanted calculators are weighed."""
    if turn.facts is None:
        return []
    read = {fact.field: fact.value for part in heard.reading.parts for fact in part.facts if fact.value is not None}
    faults = [
        f"{name}: {read.get(name)!r} alih-alih {value!r}"
        for name, value in turn.facts.items()
        if not _holds(read, {name: value}) and not (name in turn.instead and _holds(read, turn.instead[name]))
    ]
    weighed = {name for wanted in turn.wants for tool in wanted.tools for name in tools()[tool].facts.model_fields}
    told = {*turn.facts, *turn.maybe, *turn.uses, *(name for other in turn.instead.values() for name in other)}
    told |= {name for name, value in heard.known.items() if name in read and same(value, read[name])}
    return faults + [f"{name}: {read[name]!r} tidak dikatakan" for name in read if name in weighed and name not in told]


def _holds(read: Mapping[str, Any], wanted: Mapping[str, Any]) -> bool:
    return all(name in read and same(value, read[name]) for name, value in wanted.items())


def _name(wanted: Wanted) -> str:
    if wanted.beyond or wanted.topic:
        return wanted.beyond or wanted.topic or ""
    return "lupakan" if wanted.forgets else " / ".join((*wanted.tools, *(a.key for a in wanted.provisions)))


def _class_wanted(turn: Turn) -> str:
    if not turn.wants:
        return "fakta saja"
    wanted = turn.wants[0]
    if wanted.beyond:
        return wanted.beyond
    if wanted.topic or wanted.forgets:
        return "basa-basi"
    return "kalkulator" if wanted.tools else "ketentuan"


def _class_found(turn: Turn, heard: Heard) -> str:
    """How the message was taken; of several questions, the first that was not met as it should be."""
    if heard.crash:
        return "galat"
    met = all(satisfied(wanted, heard) for wanted in turn.wants)
    part = heard.reading.parts[0] if heard.reading.parts else Part("", "smalltalk")
    if part.premises or part.beyond == "false_premise":
        return "false_premise"
    if part.kind == "out_of_scope" or heard.answer.kind == "out_of_scope":
        return part.beyond or "tak ditemukan"
    if part.doubts or part.unresolved:
        return "bertanya balik"
    if part.kind in ("smalltalk", "forget"):
        return "basa-basi"
    if part.kind == "calculation":
        asks = heard.answer.kind == "clarify" and not any(wanted.answerable for wanted in turn.wants)
        return "bertanya balik" if asks else "kalkulator benar" if met else "kalkulator lain"
    return "ketentuan benar" if met else "ketentuan lain"


def _summary(heard: Heard) -> str:
    parts = (
        f"{part.kind} {part.tool or part.beyond or part.topic or ''}".strip() + ("?" if part.doubts else "")
        for part in heard.reading.parts
    )
    shown = ", ".join(address.key for address in heard.shown[:2])
    return f"[{' + '.join(parts)}] {shown}" if not heard.answer.calculations else f"[{' + '.join(parts)}]"
