"""A chat model on a leash: it may only explain, in sentences whose every figure and provision the program fills in.

The model gets the question (masked), the evidence as {K1}, {K2} ... with its numerals as {N1}, {N2} ..., and the
computed figures as {A1}, {A2} ... It writes sentences with these placeholders. A sentence stands only when it cites evidence, writes no numeral and no
provision itself, and shortens one clause of that evidence: its words, in its order, with every "tidak", "wajib",
"dapat", "kecuali", "apabila" and "paling lama" of the clause, every numeral of it, and none besides. So nothing can be turned round, swapped,
promised or left open that the clause does not say. A figure goes only where its name is said.
The verdict, the checklist, the figures and the quotes are the program's own and are not the model's to write.
"""

import re
import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from assistant.calculation import Calculation
from assistant.clauses import POINTER, Clause, clauses, in_order, polarity_of
from assistant.compose import link, show
from assistant.masking import mask
from assistant.naming import REFERENCE
from assistant.numerals import numerals, values_of
from corpus.citation import Citation
from corpus.data import load_yaml

_PLACEHOLDER = re.compile(r"\{([A-Z]\d{1,3})\}")
_TOKEN = re.compile(r"\{N\d{1,3}\}|[^\W\d_]+")
_ITEM = re.compile(r"^\s*(?:\(\d+\)|\d+[.)])\s", re.MULTILINE)
_IN_WORDS = re.compile(r" \(([^()]+)\)")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
_MARKUP = re.compile(r"[<>\[\]`#|*_~\\]|https?:|www\.")
LONGEST_DRAFT = 4_000  # characters; a longer one is no explanation
MOST_SENTENCES = 8


@dataclass(frozen=True)
class Brief:
    """What the model is given: the masked question, and evidence and figures behind placeholders."""

    question: str
    evidence: tuple[tuple[str, Citation], ...]
    figures: tuple[tuple[str, str, str], ...]  # placeholder, what it is, the figure
    quotes: tuple[str, ...]  # the evidence's words with placeholders for their numerals
    numbers: tuple[tuple[str, str], ...]  # placeholder, the numeral as the law prints it

    @property
    def prompt(self) -> str:
        """The brief as the model reads it."""
        quotes = [f"{{{key}}} {c.label}:\n{q}" for (key, c), q in zip(self.evidence, self.quotes, strict=True)]
        figures = [f"{{{key}}} = {name}" for key, name, _ in self.figures]
        return "\n\n".join(("PERTANYAAN:\n" + self.question, "BUKTI:", *quotes, "ANGKA:", "\n".join(figures) or "-"))


@dataclass(frozen=True)
class LeashWords:
    """The words of the leash, from `words/leash.yaml`."""

    instruction: str
    free: frozenset[str]
    forbidden: tuple[str, ...]


@cache
def leash_words() -> LeashWords:
    """The instruction to the model and the words that its sentences are checked by."""
    raw = load_yaml(Path(__file__).parent / "words" / "leash.yaml")
    return LeashWords(raw["instruction"], frozenset(raw["free"]), tuple(raw["forbidden"]))


def make_brief(question: str, citations: Sequence[Citation], calculations: Sequence[Calculation]) -> Brief:
    """Put evidence and figures behind placeholders, and mask the question."""
    evidence = tuple((f"K{n}", c) for n, c in enumerate(citations, start=1))
    results = [(name, show(value)) for c in calculations for name, value in c.result.items()]
    figures = [(name.replace("_", " "), value) for name, value in results if value]
    numbers: list[tuple[str, str]] = []
    quotes = tuple(_numbered(c.quote, numbers) for c in citations)
    shown = tuple((f"A{n}", *figure) for n, figure in enumerate(figures, start=1))
    return Brief(mask(question), evidence, shown, quotes, tuple(numbers))


def _numbered(quote: str, numbers: list[tuple[str, str]]) -> str:
    """A provision's words with a placeholder for each numeral; what it refers to keeps its numbers."""
    refers = [m.span() for pattern in (REFERENCE, _ITEM) for m in pattern.finditer(quote)]
    parts, at = [], 0
    for numeral in numerals(quote):
        if any(start <= numeral.start < end for start, end in refers) or numeral.start < at:
            continue
        pair = _IN_WORDS.match(quote, numeral.end)  # "2 (dua)" is one numeral, printed twice
        end = pair.end() if pair and values_of(pair[1]) & numeral.values else numeral.end
        numbers.append((f"N{len(numbers) + 1}", quote[numeral.start : end]))
        parts += [quote[at : numeral.start], f"{{{numbers[-1][0]}}}"]
        at = end
    return "".join((*parts, quote[at:]))


def fill_in(draft: str, brief: Brief) -> str | None:
    """The draft with its placeholders filled; None when any sentence breaks the leash."""
    if len(draft) > LONGEST_DRAFT:
        return None
    text = " ".join(unicodedata.normalize("NFKC", draft).split())
    if not text or not text.isprintable() or _MARKUP.search(text):
        return None
    sentences = _SENTENCE_END.split(text)
    if len(sentences) > MOST_SENTENCES or any(broken(s, brief) for s in sentences):
        return None
    filling = {key: link(c) for key, c in brief.evidence} | {key: figure for key, _, figure in brief.figures}
    filling |= dict(brief.numbers)
    return _PLACEHOLDER.sub(lambda m: filling[m[1]], text)


def broken(sentence: str, brief: Brief) -> str:
    """Why a sentence may not stand; "" when it may."""
    evidence = {key: quote for (key, _), quote in zip(brief.evidence, brief.quotes, strict=True)}
    names = {key: name for key, name, _ in brief.figures}
    used = _PLACEHOLDER.findall(sentence)
    sentence = POINTER.sub(" ", sentence)
    bare = _PLACEHOLDER.sub(" ", sentence)
    if not set(used) <= {*evidence, *names, *dict(brief.numbers)} or "{" in bare or "}" in bare:
        return "unknown placeholder"
    if not set(used) & set(evidence):
        return "no evidence"
    if numerals(bare):
        return "a numeral of its own"
    if any(re.search(rf"\b{word}\b", bare, re.IGNORECASE) for word in leash_words().forbidden):
        return "a provision or promise of its own"
    figures = [_words(names[key]) for key in used if key in names]
    if any(not set(name) <= set(_words(bare)) for name in figures):
        return "a figure without its name"
    said = _words(sentence)
    computed = {word for name in figures for word in name}
    cited = [clause for key in used if key in evidence for clause in clauses(evidence[key])]
    if not any(_shortens(said, computed, bare, clause) for clause in cited):
        return "not a clause of its evidence"
    return ""


def _shortens(said: Sequence[str], computed: Collection[str], sentence: str, clause: Clause) -> bool:
    """Whether the words stand in the clause in this order, and duty, leave, denial and condition are the same."""
    written = _words(clause.text)
    alike = _numbers_in(said) == _numbers_in(written) and polarity_of(sentence) == clause.polarity
    return alike and in_order(said, written, computed)


def _numbers_in(words: Sequence[str]) -> list[str]:
    return [word for word in words if word.startswith("{")]


def _words(text: str) -> list[str]:
    """The words of a text, and the placeholders of numerals in it."""
    text = _PLACEHOLDER.sub(lambda m: m[0] if m[1].startswith("N") else " ", text)
    return [word if word.startswith("{") else word.lower() for word in _TOKEN.findall(text)]
