"""Which calculator is meant where what is asked for, and not what is told besides, says so."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from assistant.understand.clues import Clues
from assistant.understand.language.clauses import Clause, clauses
from assistant.understand.language.text import Text
from assistant.understand.observer import Observer
from corpus.data import load_yaml

_DAY = "date"
_WHOSE = frozenset({"jabatan", "jenjang", "jenjang_tujuan", "golongan", "golongan_tujuan", "jenjang_studi"})


class Goals:
    """Knows a goal from the path to it, and who fills a post from what else is asked of one."""

    def __init__(self, observer: Observer) -> None:
        self._observer = observer

    def meant(self, clues: Clues, tool: str) -> str:
        """The calculator meant instead of `tool` ("" for a look-up); "" where there is none."""
        if clues.cites or clues.conversation.tool:
            return ""
        return self._goal(clues, tool) or ("" if tool else self._fills_a_post(clues))

    def fills_a_post(self, clues: Clues) -> str:
        """The calculator that says who fills a post: "yang ngusulin calon direktur ke menteri siapa?"."""
        return "" if clues.cites or clues.conversation.tool else self._fills_a_post(clues)

    def _goal(self, clues: Clues, tool: str) -> str:
        """The goal that one clause asks about, over the path that another tells."""
        for goal, entry in load_goals()["goals"].items():
            asked = [clause for clause in clauses(clues.text) if _judges(clues.text, clause, entry["reaching"])]
            if goal not in self._observer.inputs or len(asked) != 1:
                continue
            if tool in entry["over"] or (not tool and self._tells_elsewhere(clues, goal, asked[0])):
                return str(goal)
        return ""

    def _tells_elsewhere(self, clues: Clues, goal: str, asked: Clause) -> bool:
        """Whether a fact that the goal's calculator weighs is told outside the clause that asks about it."""
        start, end = clues.text.span(asked.first, asked.last)
        told = [
            fact
            for fact in self._observer.facts_for(clues, goal).facts
            if fact.field in self._observer.inputs[goal] and fact.field not in _WHOSE
        ]
        return any(fact.end <= start + clues.at or fact.start >= end + clues.at for fact in told)

    def _fills_a_post(self, clues: Clues) -> str:
        table, text = load_goals()["offices"], clues.text
        tool, whole = table["tool"], clues.whole
        if tool not in self._observer.inputs or whole.has(*table["unless"]):
            return ""
        if not (text.has(*table["asking"]) and text.has(*table["acts"])):
            return ""
        told = self._observer.facts_for(clues, tool).facts
        posts = [str(fact.value) for fact in told if fact.field == table["post"]]
        return str(tool) if posts and not any(post.startswith(table["functional"]) for post in posts) else ""


def enumerates(text: Text) -> bool:
    """Whether everything that counts is asked for: "yang dinilai penguji apa saja?"."""
    return text.has(*load_goals()["enumerating"])


def plans(clues: Clues) -> bool:
    """Whether anything in a message asks for a plan, rather than whether one may."""
    day = any(amount.kind == _DAY for amount in clues.amounts)
    return day or clues.whole.has(*load_goals()["planning"])


def _judges(text: Text, clause: Clause, reaching: list[str]) -> bool:
    """Whether a clause asks what is asked for a goal, and names no path to it."""
    own, table = Text(text.raw, text.words[clause.first : clause.last + 1]), load_goals()
    return own.has(*reaching) and own.has(*table["judging"]) and not own.has(*table["path"])


@cache
def load_goals() -> Mapping[str, Any]:
    """The words of the file beside this module."""
    loaded: Mapping[str, Any] = load_yaml(Path(__file__).parent / "goals.yaml")
    return loaded
