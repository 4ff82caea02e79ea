"""An answer as its reader sees it: quotes under the name of a provision, sentences, and the links in them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from assistant.phrases import phrase

LINK = re.compile(r"\[([^\[\]]*)\]\(([^()\s]*)\)")
_QUOTE = re.compile(r"^>\s?")
_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_RULE = "---"
LANGUAGES = ("id", "en")
_SLOT = "\0"


@dataclass(frozen=True)
class Line:
    """One line of an answer outside quotes, and where it begins."""

    text: str
    start: int

    @property
    def labels(self) -> tuple[str, ...]:
        """The provisions it links to or names in bold."""
        bold = re.findall(r"\*\*([^*]+)\*\*", LINK.sub("", self.text))
        return (*(m[1] for m in LINK.finditer(self.text)), *bold)

    @property
    def bare_link(self) -> bool:
        """Whether it is nothing but one link."""
        return LINK.fullmatch(self.text.strip()) is not None


@dataclass(frozen=True)
class Quote:
    """A quoted block: its words, where it stands, and the lines before and after it."""

    words: str
    start: int
    end: int
    before: Line | None
    after: Line | None


@dataclass(frozen=True)
class Frame:
    """A sentence of the assistant's own with what fills its slot."""

    name: str
    slot: str
    rest: str


def read_page(text: str) -> tuple[tuple[Line, ...], tuple[Quote, ...]]:
    """The lines outside quotes and the quotes of an answer; blank lines and rules between parts are left out."""
    lines: list[Line] = []
    quotes: list[tuple[list[str], int, int, Line | None, int]] = []
    at, before, open_block = 0, None, False
    for raw in text.split("\n"):
        end = at + len(raw)
        if _QUOTE.match(raw):
            words = _QUOTE.sub("", raw)
            if open_block:
                block, start, _, lead, follow = quotes[-1]
                quotes[-1] = ([*block, words], start, end, lead, follow)
            else:
                quotes.append(([words], at, end, before, len(lines)))
            open_block = True
        else:
            open_block = False
            if raw.strip() == _RULE:
                before = None
            elif raw.strip():
                before = Line(raw, at)
                lines.append(before)
        at = end + 1
    found = [
        Quote(" ".join(" ".join(block).split()), start, end, lead, lines[follow] if follow < len(lines) else None)
        for block, start, end, lead, follow in quotes
    ]
    return tuple(lines), tuple(found)


def sentences(line: Line) -> Iterator[Line]:
    """The sentences of a line."""
    at = line.start
    for part in _SENTENCE.split(line.text):
        where = line.text.index(part, at - line.start) if part else 0
        yield Line(part, line.start + where)
        at = line.start + where + len(part)


def frame(line: Line, names: Sequence[str]) -> Frame | None:
    """The fixed sentence that a line is or begins with; None when it is none of `names`."""
    for name in names:
        for pattern in _patterns(name):
            match = pattern.match(line.text.strip())
            if match:
                slot = match["slot"] if "slot" in pattern.groupindex else ""
                return Frame(name, slot, match["rest"].strip())
    return None


@cache
def _patterns(name: str) -> tuple[re.Pattern[str], ...]:
    """A phrase as a pattern in each language: its slot, and what follows it on the line."""
    found = []
    for language in LANGUAGES:
        written = phrase(language, name, label=_SLOT, labels=_SLOT, correction=_SLOT)
        escaped = re.escape(written).replace(re.escape(_SLOT), r"(?P<slot>.+?)")
        tail = r"(?P<rest>)$" if written.rstrip(".").endswith(_SLOT) else r"(?P<rest>.*)$"
        found.append(re.compile(escaped + tail, re.DOTALL))
    return tuple(found)
