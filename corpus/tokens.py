"""Citations, first look: the words of a text that name a step of an address, a regulation, or a link between two."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from corpus.metadata import Regulation
from corpus.patterns import NamePattern, Patterns, StepPattern, load_patterns

Step = tuple[str, str]
TokenKind = Literal["step", "alone", "carry", "regulation", "outside", "itself", "list", "range", "inside"]
_ROMAN = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_BLANK = re.compile(r"\s*")


@dataclass(frozen=True)
class Token:
    """One word or group of words of a citation; `value` is a number, a letter, or a regulation."""

    kind: TokenKind
    start: int
    end: int
    unit: str = ""
    value: str = ""

    @property
    def is_step(self) -> bool:
        """Whether this names a step of an address."""
        return self.kind in ("step", "alone", "carry")

    @property
    def is_link(self) -> bool:
        """Whether this only stands between steps."""
        return self.kind in ("list", "range", "inside")


class Tokens:
    """Reads runs of citation tokens; knows the regulations by number, name and alias."""

    def __init__(self, regulations: Iterable[Regulation]) -> None:
        self._patterns: Patterns = load_patterns()
        self._ours = {(r.id, _leading_number(r.number), str(r.year)) for r in regulations}
        self._names = (*self._patterns.names, *(_alias(r.id, name) for r in regulations for name in r.aliases))
        anchors = [p.pattern for p in self._patterns.steps] + [p.pattern for p in self._names]
        self._anchor = re.compile("|".join(f"(?:{_nameless(p.pattern)})" for p in anchors), re.IGNORECASE)

    def runs(self, text: str) -> Iterator[list[Token]]:
        """Each unbroken run of tokens, links at its ends removed."""
        at = 0
        while found := self._anchor.search(text, at):
            first = self._anchored(text, found.start())
            if first is None:
                at = found.start() + 1
                continue
            run = self._extend(text, [first])
            at = run[-1].end
            yield run

    def _extend(self, text: str, run: list[Token]) -> list[Token]:
        while token := self._next(text, run):
            run.append(token)
        while run[-1].is_link:
            run.pop()
        return run

    def _next(self, text: str, run: list[Token]) -> Token | None:
        last = run[-1]
        at = _BLANK.match(text, last.end).end()  # type: ignore[union-attr]
        if anchored := self._anchored(text, at):
            return anchored
        if last.is_step:
            for short in self._patterns.shorthand:
                if last.unit in short.after and (found := short.pattern.match(text, at)):
                    return _step(short, found, "step")
        if last.kind in ("list", "range") and len(run) > 1 and (before := _last_step(run)):
            for carry in self._patterns.carry:
                if carry.unit == before.unit and (found := carry.pattern.match(text, at)):
                    return _step(carry, found, "carry")
        for link in self._patterns.links:
            if not last.is_link and (found := link.pattern.match(text, at)):
                return Token(link.kind, found.start(), found.end())  # type: ignore[arg-type]
        return None

    def _anchored(self, text: str, at: int) -> Token | None:
        """A step under its own word, or a regulation, beginning exactly here."""
        if found := self._patterns.itself.match(text, at):
            return Token("itself", found.start(), found.end())
        named = [token for name in self._names if (token := self._named(name, text, at))]
        if named:
            return max(named, key=lambda token: token.end)
        for step in self._patterns.steps:
            if found := step.pattern.match(text, at):
                return _step(step, found, "alone" if step.alone else "step")
        return None

    def _named(self, name: NamePattern, text: str, at: int) -> Token | None:
        found = name.pattern.match(text, at)
        if not found or not found[0].strip():
            return None
        words = " ".join(found[0].split())
        if name.regulation:
            held = any(identity == name.regulation for identity, _, _ in self._ours)
            return Token("regulation" if held else "outside", *found.span(), value=name.regulation if held else words)
        number, year = found.groupdict().get("number"), found.groupdict().get("year")
        fitting = {
            identity
            for identity, ours, when in self._ours
            if name.prefix is not None
            and identity.startswith(name.prefix)
            and (number is None or ours == number)
            and (year is None or when == year)
        }
        if len(fitting) == 1:
            return Token("regulation", *found.span(), value=fitting.pop())
        return None if name.ours_only else Token("outside", *found.span(), value=words)


def normal(unit: str, value: str) -> str:
    """The number of a step as the corpus writes it: lampiran 6 is VI, bagian ke-dua is Kedua."""
    if unit in ("lampiran", "bab"):
        return roman(int(value)) if value.isdigit() else value.upper()
    if unit == "bagian":
        return value.replace("-", "").replace(" ", "").capitalize()
    return str(int(value)) if value.isdigit() else value


def roman(number: int) -> str:
    """A number in Roman numerals."""
    digits = ""
    for value, letters in _ROMAN:
        digits += letters * (number // value)
        number %= value
    return digits


def _step(pattern: StepPattern, found: re.Match[str], kind: TokenKind) -> Token:
    groups = found.groupdict()
    value = groups.get("value") or groups.get("value2") or ""
    return Token(kind, found.start(), found.end(), pattern.unit, normal(pattern.unit, value) if value else "")


def _last_step(run: list[Token]) -> Token | None:
    return next((token for token in reversed(run) if token.is_step), None)


def _alias(identity: str, name: str) -> NamePattern:
    words = r"\s+".join(re.escape(word) for word in name.split())
    return NamePattern(re.compile(rf"(?<!\w){words}(?!\w)", re.IGNORECASE), regulation=identity)


def _leading_number(number: str) -> str:
    return re.match(r"\d*", number)[0]  # type: ignore[index]


def _nameless(pattern: str) -> str:
    """A pattern without its group names and back references, fit to stand beside others."""
    return re.sub(r"\(\?P<\w+>", "(?:", pattern).replace(r"([a-z])\2?", "[a-z]{1,2}")
