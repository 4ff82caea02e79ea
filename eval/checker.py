"""A second opinion on answers: simple and slow, straight from the source tree, sharing no code with the gate it checks.

It looks at a finished answer as the public interface hands it out and lists every citation that is not proven and
every numeral that nobody owns. What it knows of the law it reads from the nodes of the tree.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from corpus.library import Corpus

_WORDS = Path(__file__).parent.parent / "assistant"
_LINK = re.compile(r"\[([^\]]*)\]\(([^)]*)\)")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
# From nought to twelve; "dua" stands for "dua belas".
_INDONESIAN = [
    "nol",
    "satu",
    "dua",
    "tiga",
    "empat",
    "lima",
    "enam",
    "tujuh",
    "delapan",
    "sembilan",
    "sepuluh",
    "sebelas",
    "dua",
]
_ENGLISH = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_HIGHER = [
    "seratus",
    "seribu",
    "setengah",
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "sixty",
    "seventy",
    "eighty",
    "ninety",
    "hundred",
    "thousand",
    "half",
]
_HARDLY_COUNT = {"satu", "zero", "one"}
_COUNT_WORDS = {*_INDONESIAN, *_ENGLISH, *_HIGHER} - _HARDLY_COUNT
_COUNTED = re.compile(r"\b(?:" + "|".join(sorted(_COUNT_WORDS)) + r")\b", re.IGNORECASE)
_PLACE = re.compile(r"\b(Pasal|ayat) \(?(\d+)\)?", re.IGNORECASE)
_DISPLAY = re.compile(r"\b(?:IV|III|II|I)/[a-e]\b")


class Checker:
    """Checks answers against the tree."""

    def __init__(self, corpus: Corpus) -> None:
        self._words: dict[str, str] = {}
        self._shorts = {identity: regulation.short for identity, regulation in corpus.regulations.items()}
        self._names = sorted(
            {name for r in corpus.regulations.values() for name in (r.short, r.title)}, key=len, reverse=True
        )
        self._steps: set[str] = set()  # "pasal-72", "ayat-3": every Pasal and ayat number there is
        self._ends: set[str] = set()  # the true sentences on where a regulation ends
        for regulation in corpus.regulations.values():
            last = 0
            for node in regulation.root.walk():
                if node.address is not None:
                    self._words.setdefault(node.address.url, _flat(node.words))
                    last = max(last, node.address.pasal or 0)
                    self._steps |= {f"pasal-{node.address.pasal}", f"ayat-{node.address.ayat}"}
            self._ends |= {f"{name} berakhir pada Pasal {last}" for name in (regulation.short, "Peraturan itu")}
        self._fixed = "\n".join(p.read_text("utf-8") for p in sorted(_WORDS.glob("words/*.yaml")))
        self._fixed += "\n".join(p.read_text("utf-8") for p in sorted(_WORDS.glob("fact_words/*.yaml")))
        self._fixed += "\n".join(note.message for r in corpus.regulations.values() for note in r.status)

    def unproven(self, answer: Mapping[str, Any]) -> list[str]:
        """Citations, quotes and links that do not hold."""
        cited = [*answer["citations"], *(c for each in answer["calculations"] for c in each["citations"])]
        wrong = [f"kutipan: {c['label']}" for c in cited if not self._holds(c)]
        known = {(c["label"], c["url"]) for c in cited}
        quotes = {_flat(c["quote"]) for c in cited}
        text = str(answer["answer"])
        wrong += [f"blok: {block[:80]}" for block in _blocks(text) if block not in quotes]
        outside = re.sub(r"^>.*$", "", text, flags=re.MULTILINE)
        wrong += [f"tautan: {m[0]}" for m in _LINK.finditer(outside) if (m[1], m[2]) not in known]
        return wrong

    def unowned(self, answer: Mapping[str, Any], said: Sequence[str], fixed: Sequence[str] = ()) -> list[str]:
        """Numerals, number words and ranks that stand neither in what is cited, computed or said, nor in fixed words."""
        cited = [*answer["citations"], *(c for each in answer["calculations"] for c in each["citations"])]
        held = "\n".join((*(c["quote"] for c in cited), *(c["label"] for c in cited), *said))
        held += json.dumps(answer["calculations"], ensure_ascii=False)
        digits = {form for number in _NUMBER.findall(held) for form in _forms(number)} | _lengths(
            answer["calculations"]
        )
        words = {word.lower() for word in _COUNTED.findall(held)} | {w for d in digits for w in _spelled(d)}
        ranks = set(_DISPLAY.findall(held))
        wrong = []
        for line in self._own_lines(str(answer["answer"]), cited, fixed):
            wrong += [n for n in _NUMBER.findall(line) if not _forms(n) & digits]
            wrong += [w for w in _COUNTED.findall(line) if w.lower() not in words]
            wrong += [r for r in _DISPLAY.findall(line) if r not in ranks]
        return wrong

    def _holds(self, citation: Mapping[str, Any]) -> bool:
        words = self._words.get(citation["url"])
        named = str(citation["label"]).endswith(self._shorts.get(citation["regulation"], "\0"))
        pasal = citation["pasal"] is None or f"Pasal {citation['pasal']} " in f"{citation['label']} "
        return words is not None and named and pasal and _flat(citation["quote"]) in words and bool(citation["quote"])

    def _own_lines(self, text: str, cited: Sequence[Mapping[str, Any]], fixed: Sequence[str]) -> Iterator[str]:
        """The lines outside quotes, without links, names, list numbers, and sentences fixed by the project's own files."""
        labels = sorted({str(c["label"]) for c in cited}, key=len, reverse=True)
        own = {line for sentence in fixed for line in sentence.splitlines()}
        for line in text.splitlines():
            if line.startswith(">") or line in own or self._is_fixed(line):
                continue
            line = _LINK.sub(" ", line)
            for name in (*self._ends, *labels, *self._names):
                line = line.replace(name, " ")
            if "tidak ada dalam" in line:  # says what there is instead: a Pasal or an ayat that there is
                line = _PLACE.sub(lambda m: " " if f"{m[1].lower()}-{m[2]}" in self._steps else m[0], line)
            yield re.sub(r"^\s*\d+[.)] ", "", line)

    def _is_fixed(self, line: str) -> bool:
        words = line.strip().removeprefix("- ").split(" (")[0]
        return len(words) > 12 and words in self._fixed


def _blocks(text: str) -> list[str]:
    found = re.findall(r"(?:^>.*\n?)+", text, re.MULTILINE)
    return [_flat(re.sub(r"^> ?", "", block, flags=re.MULTILINE)) for block in found]


@lru_cache(maxsize=100_000)
def _forms(number: str) -> frozenset[str]:
    """Both ways to read a number: 1.250 is 1250 in Indonesian, and 1.25 in English."""
    forms = {number.replace(".", "").replace(",", "."), number.replace(",", "")}
    trimmed = {f.rstrip("0").rstrip(".") if "." in f else f for f in forms}
    return frozenset(f.lstrip("0") or "0" for f in forms | trimmed)


def _lengths(value: Any) -> set[str]:
    """How many entries each list of a calculation has, and months as years and months."""
    if isinstance(value, Mapping):
        return {n for inner in value.values() for n in _lengths(inner)} | {
            str(part)
            for key, inner in value.items()
            if str(key).endswith("_bulan") and str(inner).isdigit()
            for part in divmod(int(inner), 12)
        }
    if isinstance(value, (list, tuple)):
        return {str(len(value))} | {n for inner in value for n in _lengths(inner)}
    return set()


def _spelled(digits: str) -> list[str]:
    if not digits.isdigit() or not 0 <= int(digits) <= 12:
        return []
    return [_INDONESIAN[int(digits)], _ENGLISH[int(digits)]]


def _flat(text: str) -> str:
    return " ".join(str(text).split())
