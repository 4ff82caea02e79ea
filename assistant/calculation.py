"""What a calculator hands back: verdict, figures, steps and conditions, each with the provision it rests on."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, Literal

from corpus.address import Address
from corpus.citation import Citation

Status = Literal["terpenuhi", "belum", "tidak_diketahui"]
Verdict = Literal["memenuhi", "belum", "tidak_dapat_ditentukan"]


@dataclass(frozen=True)
class Step:
    """One line of working: what was done, the exact value it gave, and the words it rests on."""

    text: str
    value: str
    citation: Citation | None


@dataclass(frozen=True)
class Requirement:
    """One condition of the law and whether the facts meet it; `field` names the fact that would settle it."""

    text: str
    status: Status
    citation: Citation
    field: str = ""


@dataclass(frozen=True)
class Missing:
    """A fact still needed: the question to ask, the provision that makes it matter, and what may be answered.

    `options` are the answers to choose from, each with the value that the fact then takes; () where any may be told.
    """

    field: str
    question: str
    citation: Citation | None = None
    options: tuple[tuple[str, Any], ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The missing fact of the public interface."""
        told: dict[str, Any] = {"field": self.field, "question": self.question}
        return told | {"options": [{"label": k, "value": plain(v)} for k, v in self.options]} if self.options else told


@dataclass(frozen=True)
class Caveat:
    """A warning beside a result: a mistake in the law, a status notice, a limit of the calculation."""

    code: str
    message: str
    citation: Citation | None = None

    def to_json(self) -> dict[str, Any]:
        """The warning object of the public interface."""
        return {
            "code": self.code,
            "message": self.message,
            "citation": self.citation.to_json() if self.citation else None,
        }


@dataclass(frozen=True)
class Calculation:
    """The result of one calculator; decimals inside `result` stay exact until `to_json` writes them as strings."""

    tool: str
    inputs: Mapping[str, Any]
    verdict: Verdict | None = None
    result: Mapping[str, Any] = field(default_factory=dict)
    steps: tuple[Step, ...] = ()
    requirements: tuple[Requirement, ...] = ()
    citations: tuple[Citation, ...] = ()
    warnings: tuple[Caveat, ...] = ()
    missing: tuple[Missing, ...] = ()
    series: tuple[Mapping[str, Any], ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The calculation object of the public interface."""
        return {
            "tool": self.tool,
            "inputs": plain(self.inputs),
            "verdict": self.verdict,
            "result": plain(self.result),
            "steps": [
                {"text": s.text, "value": s.value, "citation": s.citation.to_json() if s.citation else None}
                for s in self.steps
            ],
            "requirements": [
                {"text": r.text, "status": r.status, "citation": r.citation.to_json(), "field": r.field}
                for r in self.requirements
            ],
            "citations": [c.to_json() for c in self.citations],
            "warnings": [w.to_json() for w in self.warnings],
            "missing": [m.to_json() for m in self.missing],
            "series": plain(self.series),
        }


def lines_of(calculation: Calculation) -> Iterator[tuple[str, Address]]:
    """What was found of each condition and in each step of working, with the provision it rests on."""
    for met in sorted(calculation.requirements, key=lambda met: met.status != "belum"):  # as they are shown
        yield f"{met.text}: {met.status}", met.citation.address
    for step in calculation.steps:
        if step.citation is not None:
            yield f"{step.text}: {step.value}", step.citation.address


def exact(value: Decimal) -> str:
    """A decimal as an exact plain string without trailing zeros: Decimal("37.50") gives "37.5"."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def indonesian(value: Decimal | int) -> str:
    """A number as Indonesian readers write it: Decimal("37.5") gives "37,5", 1250 gives "1.250"."""
    whole, _, fraction = exact(Decimal(value)).partition(".")
    sign = "-" if whole.startswith("-") else ""
    grouped = f"{int(whole.lstrip('-')):,}".replace(",", ".")
    return f"{sign}{grouped},{fraction}" if fraction else f"{sign}{grouped}"


def plain(value: Any) -> Any:
    """A result as JSON can hold it: decimals and dates as strings, mappings and sequences all the way down."""
    if isinstance(value, Decimal):
        return exact(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): plain(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(inner) for inner in value]
    return value
