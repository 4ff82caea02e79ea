"""Weighs everything that tells what a question is after, by weights learned from messages whose intent is known."""

import math
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from assistant.reading import Beyond
from assistant.understand.clues import Clues
from assistant.understand.intent.foretold import foretells
from assistant.understand.intent.goals import Goals, enumerates, plans
from assistant.understand.intent.lone import only_tells
from assistant.understand.intent.small_talk import SmallTalk
from assistant.understand.intent.sought import sought
from assistant.understand.intent.traits import BEYOND, CLAUSE, TOOL, Traits, Weighing
from assistant.understand.observer import Observer
from corpus.data import load_yaml
from index.projection import STORY

WEIGHTS = Path(__file__).parent / "weights.yaml"
STORIES = Path(__file__).parent / "weights_stories.yaml"  # in a story a word says less of what is asked
AMONG = "among"  # the weights by which one calculator is told from another
_DECLINED = 0.33  # chance of all reasons to decline together from which a question is declined
_DECLINED_LATER = 0.8  # the same in a conversation, where what sounds foreign is mostly about what was just said
_SURE = 0.6  # chance from which a reading stands against other signs
_OUTWEIGHED = 0.5  # share of the likeliest reading's chance that the likeliest reason to decline must have
_RULED = 0.1  # chance from which what is ruled is told beside what an official judges
_NEAR = 0.05  # chance from which a look-up is near to a calculator's subject
_TOO_LITTLE = f"{BEYOND}underspecified"
_JUDGED = f"{BEYOND}official_judgement"
_BY_LAW = frozenset({f"{BEYOND}current_law"})  # declined for the law asked about, whatever post it is about


@dataclass(frozen=True)
class Weighed:
    """What the question is most likely after; at most one of `tool`, `beyond` and `aside` is set."""

    score: float
    tool: str = ""
    beyond: Beyond | None = None
    aside: str = ""
    sure: bool = False
    near: str = ""  # the calculator whose facts a look-up is also about
    looked_up: float = 0.0  # chance that a provision is asked for, whatever is likeliest
    calculated: float = 0.0  # chance of the likeliest calculator
    declined: float = 1.0  # chance of all reasons to decline together
    ruled: str = ""  # of what an official judges: the likeliest calculator, or CLAUSE, where what is ruled is meant too


Weights = Mapping[str, Mapping[str, float]]
Choice = tuple[str, Mapping[str, Traits]]  # a label, and the traits that speak for it by the weights they go with


@cache
def load_weights(path: Path = WEIGHTS) -> Weights:
    """The weights for messages of some length, learned by `python -m eval.weighing`."""
    weights: Weights = load_yaml(path)
    return weights


def choices(question: Traits, tools: Mapping[str, Traits], kinds: tuple[str, ...]) -> Iterator[Choice]:
    """Everything a question may be after."""
    for tool, own in tools.items():
        yield f"tool:{tool}", {TOOL: question, AMONG: own}
    for kind in kinds:
        if kind != TOOL:
            yield kind, {kind: question}


def believe(traits: Mapping[str, Traits], weights: Weights) -> float:
    """How much speaks for a choice."""
    return sum(weights[kind][name] * value for kind, own in traits.items() for name, value in own.items())


class Weigher:
    """Weighs questions; within a conversation none says too little."""

    def __init__(self, observer: Observer) -> None:
        self._weighing = Weighing(observer)
        self._goals = Goals(observer)
        self.small = SmallTalk(observer)

    def weigh(self, clues: Clues) -> Weighed:
        """The likeliest intent, "" and None for a question to search for."""
        if self._means_unsaid(clues) or only_tells(clues):
            return Weighed(1.0, beyond="underspecified", sure=True)
        if aside := self._small_talk(clues):
            return aside
        if not clues.content and not clues.cites and not clues.told.facts:
            return Weighed(1.0, beyond="underspecified")
        chances = self._chances(clues)
        if foretells(clues.text):
            return Weighed(1.0, beyond="official_judgement", sure=True, ruled=self._ruled(clues, chances))
        tools = [chance for label, chance in chances.items() if label.startswith("tool:")]
        likeliest = self._likeliest(clues, chances)
        declined = sum(chance for label, chance in chances.items() if label.startswith(BEYOND))
        looked_up = chances.get(CLAUSE, 0.0)
        return replace(likeliest, looked_up=looked_up, calculated=max(tools, default=0.0), declined=declined)

    def _likeliest(self, clues: Clues, chances: Mapping[str, float]) -> Weighed:
        if _JUDGED in chances and enumerates(clues.text):  # what counts is ruled, what comes of it is judged
            chances = {label: chance for label, chance in chances.items() if label != _JUDGED}
        beyond = [label for label in chances if label.startswith(BEYOND)]
        least = _DECLINED_LATER if clues.conversation.going_on else _DECLINED
        declined = sum(chances[label] for label in beyond) >= least and _outweighs(chances, beyond)
        label = max(beyond if declined else chances.keys() - beyond, key=lambda label: (chances[label], label))
        score, sure = chances[label], chances[label] >= _SURE
        observer, at_work = self._weighing.observer, clues.conversation.tool or ""
        taken = observer.inputs.get(at_work, frozenset())
        tool = sought(clues, label, lambda asked, of: observer.facts_for(asked, of).facts, taken)
        if tool and self._weighing.may_answer(clues, tool):
            return Weighed(score, tool=tool, sure=True)
        meant = self._goals.meant(clues, "") if label == CLAUSE and not sure else ""
        if meant and self._weighing.may_answer(clues, meant):
            return Weighed(score, tool=meant)
        if label == CLAUSE:
            return Weighed(score, sure=sure and bool(clues.content), near=_near(chances))
        if label.startswith(BEYOND):
            if label not in _BY_LAW and (office := self._goals.fills_a_post(clues)):
                return Weighed(score, tool=office, sure=sure)
            ruled = self._ruled(clues, chances) if label == _JUDGED else ""
            return Weighed(score, beyond=label.removeprefix(BEYOND), sure=sure, ruled=ruled)  # type: ignore[arg-type]
        tool = self._narrowed(clues, _checked(clues, _planned(clues, label.removeprefix("tool:"))))
        return Weighed(score, tool=self._goals.meant(clues, tool) or tool, sure=sure)

    def _ruled(self, clues: Clues, chances: Mapping[str, float]) -> str:
        """ "Realistis ga kalau belum diklat?": what else is meant besides an official's judgement; "" where nothing is."""
        own = {label: chance for label, chance in chances.items() if not label.startswith(BEYOND)}
        best = max(own, key=lambda label: (own[label], label), default="")
        if not best or own[best] < _RULED:
            return ""
        tool = best.removeprefix("tool:")
        return tool if best == CLAUSE else self._goals.meant(clues, tool) or tool

    def _narrowed(self, clues: Clues, tool: str) -> str:
        """The calculator of a part where all that is told of the whole belongs to that part: of a study its programme."""
        table, observer = load_plans(), self._weighing.observer
        tool = self._widened(clues, tool, table["wholes"].get(tool))
        part = table["parts"].get(tool)
        if part not in observer.inputs or clues.conversation.tool == tool:
            return tool
        told = {fact.field for fact in observer.facts_for(clues, tool).facts if fact.field in observer.inputs[tool]}
        own = observer.inputs[part]
        return str(part) if told - {*table["of_both"]} and told - {*table["of_both"]} <= own else tool

    def _widened(self, clues: Clues, tool: str, whole: str | None) -> str:
        """The calculator of the whole where something is told that this one of a part does not take."""
        observer = self._weighing.observer
        if whole not in observer.inputs or clues.conversation.tool == tool:
            return tool
        told = {fact.field for fact in observer.facts_for(clues, whole).facts}
        return whole if (told & observer.inputs[whole]) - observer.inputs[tool] else tool

    def words_of(self, tool: str) -> frozenset[str]:
        """The words of a calculator's subject, and those in which its facts are told."""
        return self._weighing.words_of(tool)

    def _means_unsaid(self, clues: Clues) -> bool:
        """Whether a first message is about something it does not say: "siapa pejabat pada ketentuan itu?"."""
        if clues.cites or clues.told.facts or clues.positions or clues.within:
            return False
        going_on = clues.conversation.tool or clues.conversation.cited or clues.conversation.asked
        alone = clues.text.raw == clues.whole.raw and not going_on
        return alone and self._weighing.observer.domain.means_unsaid(clues.text, clues.content)

    def _chances(self, clues: Clues) -> Mapping[str, float]:
        """How likely each intent is; together they come to 1."""
        weighing = self._weighing
        weights = load_weights(STORIES if clues.whole.length >= STORY else WEIGHTS)
        going_on = clues.conversation.going_on
        tools = {tool: weighing.of_tool(clues, tool) for tool in weighing.tools(clues)}
        found = choices(weighing.of_question(clues), tools, weighing.kinds)
        beliefs = {label: believe(own, weights) for label, own in found if not (going_on and label == _TOO_LITTLE)}
        most = max(beliefs.values())
        shares = {label: math.exp(belief - most) for label, belief in beliefs.items()}
        barred = {f"tool:{tool}" for tool in tools if not weighing.may_answer(clues, tool)}
        return _without(barred, {label: share / sum(shares.values()) for label, share in shares.items()})

    def _small_talk(self, clues: Clues) -> Weighed | None:
        found = self.small.find(clues)
        return Weighed(found.score, aside=found.label, sure=True) if found else None


def _without(barred: Collection[str], chances: Mapping[str, float]) -> Mapping[str, float]:
    """The chances without the calculators that cannot be meant; theirs go to a look-up, as the next best are hardly meant."""
    held = {label: chance for label, chance in chances.items() if label not in barred}
    return held | {CLAUSE: chances.get(CLAUSE, 0.0) + sum(chances[label] for label in barred)}


def _outweighs(chances: Mapping[str, float], beyond: Sequence[str]) -> bool:
    """Whether one of the reasons to decline stands out, and not many small ones against a clear reading."""
    reason = max(beyond, key=lambda label: (chances[label], label))
    other = max((chance for label, chance in chances.items() if label not in beyond), default=0.0)
    return reason == _TOO_LITTLE or chances[reason] >= _OUTWEIGHED * other


@cache
def load_plans() -> Mapping[str, Any]:
    """The calculators that plan for others, of the file beside this module."""
    loaded: Mapping[str, Any] = load_yaml(Path(__file__).parent / "plans.yaml")
    return loaded


def _planned(clues: Clues, tool: str) -> str:
    """Of the plans the one for the check at work, where the question does not say which it means."""
    table = load_plans()
    mine = table["plans"].get(clues.conversation.tool)
    unnamed = mine and tool in table["plans"].values() and not clues.text.has(*table["named"])
    meant = [plan for plan, words in table["meant"].items() if clues.text.has(*words)]
    return str(mine) if unnamed else meant[0] if tool in table["meant"] and len(meant) == 1 else tool


def _checked(clues: Clues, tool: str) -> str:
    """The check for a plan, where nothing in a first message asks for one: "syarat naik pangkat, AK 70?"."""
    checks = {plan: check for check, plan in load_plans()["plans"].items()}
    return str(checks[tool]) if tool in checks and not clues.conversation.tool and not plans(clues) else tool


def _near(chances: Mapping[str, float]) -> str:
    """The likeliest calculator, "" where none is likely."""
    tools = {label.removeprefix("tool:"): chance for label, chance in chances.items() if label.startswith("tool:")}
    best = max(tools, key=lambda tool: tools[tool], default="")
    return best if best and tools[best] >= _NEAR else ""
