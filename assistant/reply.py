"""What goes back to the person: one answer object, the same at every door."""

from dataclasses import dataclass
from typing import Any, Literal

from assistant.calculation import Calculation, Caveat, Missing
from corpus.citation import Citation

AnswerKind = Literal["clause", "calculation", "eligibility", "clarify", "out_of_scope", "smalltalk"]


@dataclass(frozen=True)
class Number:
    """A numeral of the answer and who owns it; `ref` counts into calculations or citations."""

    text: str
    source: Literal["calculation", "citation", "question"]
    ref: int
    start: int = 0
    end: int = 0


@dataclass(frozen=True)
class Answer:
    """A verified answer: markdown text, the provisions it rests on, and the owner of each numeral."""

    session_id: str
    kind: AnswerKind
    answer: str
    citations: tuple[Citation, ...] = ()
    calculations: tuple[Calculation, ...] = ()
    missing: tuple[Missing, ...] = ()
    warnings: tuple[Caveat, ...] = ()
    numbers: tuple[Number, ...] = ()
    language: Literal["id", "en"] = "id"
    mode: Literal["extractive", "model"] = "extractive"
    facts: tuple[tuple[str, Any], ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The answer object of the public interface."""
        return {
            "session_id": self.session_id,
            "kind": self.kind,
            "answer": self.answer,
            "citations": [c.to_json() for c in self.citations],
            "calculations": [c.to_json() for c in self.calculations],
            "missing": [m.to_json() for m in self.missing],
            "warnings": [w.to_json() for w in self.warnings],
            "numbers": [
                {"text": n.text, "source": n.source, "ref": n.ref, "start": n.start, "end": n.end} for n in self.numbers
            ],
            "language": self.language,
            "mode": self.mode,
            "facts": [{"field": name, "value": str(value)} for name, value in self.facts],
        }
