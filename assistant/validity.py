"""Answer "is this regulation still in force?": what is known of its validity first, then the Pasal that put it in force."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from corpus.citation import Citation
from corpus.data import load_yaml
from corpus.library import Corpus
from corpus.metadata import StatusNote
from corpus.references import CitationLanguage

_VALID = (
    r"(?:masih\s+(?:tetap\s+)?(?:ber)?(?:laku|sah|pakai|dipakai|valid)\w*"
    r"|(?:su|u)?dah\s+(?:\w+\s+)?(?:dicabut|diganti|berlaku)\w*|telah\s+(?:dicabut|diganti)\w*"
    r"|still\s+(?:in\s+force|valid|in\s+effect|appl\w+)|(?:been\s+)?(?:repealed|revoked|replaced|superseded))"
)
_HERE = "\0"
_ASKS = re.compile(
    rf"{_HERE}(?:\W+(?:itu|ini|sekarang|skrg|apakah|apa|has|already)){{0,2}}\W+{_VALID}"
    rf"|{_VALID}(?:\W+(?:gak?|ngg?ak|tidak|kah))?\W+{_HERE}",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Standing:
    """What is known of a regulation's validity, and the Pasal with which it closes."""

    note: StatusNote
    closing: Citation


def validity(question: str, corpus: Corpus, citations: CitationLanguage) -> tuple[Standing, ...]:
    """The standing of each regulation whose validity a question asks for; () when it asks for none."""
    named = [m for m in citations.find(question) if m.regulation is not None and not m.steps]
    asked = [m.regulation for m in named if _ASKS.search(f"{question[: m.start]}{_HERE}{question[m.end :]}")]
    new = newly_ruled(question)
    asked += new if all(m.regulation in new for m in named) else ()
    found = (_standing(regulation, corpus) for regulation in dict.fromkeys(asked) if regulation is not None)
    return tuple(standing for standing in found if standing is not None)


def newly_ruled(question: str) -> tuple[str, ...]:
    """The regulations held that are the new rules asked for: "ada aturan baru soal Trade CorpU ya?"."""
    said = f" {' '.join(re.findall(r'[a-z]+', question.casefold()))} "
    table = _table()
    if not all(any(f" {phrase} " in said for phrase in table[kind]) for kind in ("new", "asking")):
        return ()
    if any(f" {phrase} " in said for phrase in table["unless"]):
        return ()
    return tuple(law for law, names in table["matters"].items() if any(f" {name} " in said for name in names))


@cache
def _table() -> Mapping[str, Any]:
    loaded: Mapping[str, Any] = load_yaml(Path(__file__).with_suffix(".yaml"))
    return loaded


def _standing(regulation: str, corpus: Corpus) -> Standing | None:
    closing = corpus.pasals(regulation)[-1].address
    notes = corpus.regulations[regulation].status
    # The notes stand in the data from the most special to the most general: the last one is on the whole regulation.
    return Standing(notes[-1], corpus.cite(closing)) if notes and closing is not None else None
