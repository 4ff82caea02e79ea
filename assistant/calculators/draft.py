"""The sheet a calculator fills in: steps, conditions and warnings, each tied to its provision, then one Calculation.

It decides three things once, so that no formula has to: the verdict follows from the conditions; what is missing is
asked only while it can still change the verdict; and a known mistake in a cited provision becomes a warning.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from assistant.calculation import Calculation, Caveat, Missing, Requirement, Status, Step, Verdict, indonesian
from assistant.calculators.law import Law
from assistant.calculators.values import Value
from assistant.facts import Facts, question_for
from assistant.notices import notices
from assistant.source import LONG_QUOTE, SHORT, sentence_of
from corpus.address import Address
from corpus.citation import Citation

Source = Value | Address | Citation


class Draft:
    """A calculation in the making; call `step`, `require`, `need`, `warn`, then `finish` once."""

    def __init__(self, tool: str, facts: Facts, law: Law) -> None:
        self._tool = tool
        self._facts = facts
        self._law = law
        self._steps: list[Step] = []
        self._requirements: list[Requirement] = []
        self._missing: list[Missing] = []
        self._warnings: list[Caveat] = []
        self._cited: list[Citation] = []

    def cite(self, source: Source) -> Citation | None:
        """The citation behind a value or address, remembered for the result; None for a value from outside."""
        if isinstance(source, Citation):
            citation: Citation | None = source
        elif isinstance(source, Address):
            citation = self._law.corpus.cite(source)
        else:
            citation = self._cite_value(source)
        if citation is not None and citation not in self._cited:
            self._cited.append(citation)
        return citation

    def _cite_value(self, value: Value) -> Citation | None:
        """The provision a value stands in, whole where it is short, else the words that give the value."""
        if value.address is None:
            return None
        whole = self._law.corpus.cite(value.address)
        # More than the "; dan" of a list is missing; a table's cell is no torn sentence.
        torn = value.address.pasal is not None and sentence_of(whole.quote) != sentence_of(value.quote)
        return whole if torn and len(whole.quote) <= SHORT else self._law.corpus.cite(value.address, value.quote)

    def cite_list(self, place: Address) -> bool:
        """Cite a list whole, where it is short enough to be printed below a calculation; whether it was."""
        short = len(self._law.corpus.cite(place).quote) <= LONG_QUOTE
        if short:
            self.cite(place)
        return short

    def step(self, text: str, value: Decimal | int | str, source: Source | None = None) -> None:
        """Add one line of working with the exact value it gave."""
        shown = value if isinstance(value, str) else indonesian(value)
        self._steps.append(Step(text, shown, self.cite(source) if source is not None else None))

    def require(self, text: str, met: bool | None, source: Source, field: str = "") -> None:
        """Add one condition: met, not met, or (None) not known until `field` is told."""
        status: Status = "tidak_diketahui" if met is None else ("terpenuhi" if met else "belum")
        citation = self.cite(source)
        if citation is None:
            raise ValueError(f"{self._tool}: condition {text!r} rests on no provision of the corpus")
        self._requirements.append(Requirement(text, status, citation, field))

    def need(self, field: str, source: Source | None = None) -> None:
        """Note a fact without which nothing can be computed."""
        citation = self.cite(source) if source is not None else None
        self._missing.append(Missing(field, question_for(field), citation))

    def ask(
        self, field: str, question: str, source: Source | None = None, options: Sequence[tuple[str, Any]] = ()
    ) -> None:
        """Note a fact that must be told again more exactly, with a question that names the choices."""
        citation = self.cite(source) if source is not None else None
        self._missing.append(Missing(field, question, citation, tuple(options)))

    def retold(self, field: str, told: str, instead: str) -> Any:
        """A fact as it was told, but for some words of it: one row of many, or the whole fact."""
        value = getattr(self._facts, field)
        if not isinstance(value, tuple):
            return instead
        rows = [row.told() if isinstance(row, Facts) else row for row in value]
        return [{k: instead if v == told else v for k, v in row.items()} for row in rows]

    def warn(self, code: str, message: str, source: Source | None = None) -> None:
        """Add a warning in plain Indonesian."""
        caveat = Caveat(code, message, self.cite(source) if source is not None else None)
        if caveat not in self._warnings:
            self._warnings.append(caveat)

    def finish(
        self,
        *,
        verdict: Verdict | None = None,
        result: dict[str, Any] | None = None,
        series: tuple[dict[str, Any], ...] = (),
    ) -> Calculation:
        """Close the sheet; the verdict follows from the conditions unless one is given."""
        if verdict is None and self._requirements:
            verdict = self._verdict()
        missing = list(self._missing)
        if verdict == "tidak_dapat_ditentukan":
            missing += [
                Missing(r.field, question_for(r.field), r.citation)
                for r in self._requirements
                if r.status == "tidak_diketahui" and r.field
            ]
        return Calculation(
            tool=self._tool,
            inputs=self._facts.told(),
            verdict=verdict,
            result=result or {},
            steps=tuple(self._steps),
            requirements=tuple(self._requirements),
            citations=tuple(self._cited),
            warnings=tuple(self._warnings) + notices(self._cited, self._law.corpus),
            missing=tuple(m for n, m in enumerate(missing) if m.field not in {each.field for each in missing[:n]}),
            series=series,
        )

    def _verdict(self) -> Verdict:
        statuses = {r.status for r in self._requirements}
        if "belum" in statuses:
            return "belum"
        return "tidak_dapat_ditentukan" if "tidak_diketahui" in statuses else "memenuhi"
