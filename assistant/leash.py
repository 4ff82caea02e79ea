"""A chat model on a leash: it may only explain, in sentences whose every figure and provision the program fills in.

The model gets the question (masked), the evidence as {K1}, {K2} ... and the computed figures as {A1}, {A2} ... It
writes sentences with these placeholders. A sentence stands only when it cites evidence, writes no numeral and no
provision itself, uses the words of the evidence it cites, and neither loses nor invents a "tidak", "wajib" or "dapat".
The verdict, the checklist, the figures and the quotes are the program's own and are not the model's to write.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from assistant.calculation import Calculation
from assistant.compose import link, show
from assistant.masking import mask
from assistant.numerals import numerals
from corpus.citation import Citation

_PLACEHOLDER = re.compile(r"\{([A-Z]\d{1,2})\}")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
_WORD = re.compile(r"[^\W\d_]+", re.UNICODE)
_MARKUP = re.compile(r"[<>\[\]`#|*_~\\]|https?:|www\.")
LONGEST_DRAFT = 4_000  # characters; a longer one is no explanation
MOST_SENTENCES = 8
SUPPORT = 0.6  # share of a sentence's content words that must stand in its evidence


@dataclass(frozen=True)
class Brief:
    """What the model is given: the masked question, and evidence and figures behind placeholders."""

    question: str
    evidence: tuple[tuple[str, Citation], ...]
    figures: tuple[tuple[str, str, str], ...]  # placeholder, what it is, the figure

    @property
    def prompt(self) -> str:
        """The brief as the model reads it."""
        quotes = [f"{{{key}}} {c.label}:\n{c.quote}" for key, c in self.evidence]
        figures = [f"{{{key}}} = {name}" for key, name, _ in self.figures]
        return "\n\n".join(("PERTANYAAN:\n" + self.question, "BUKTI:", *quotes, "ANGKA:", "\n".join(figures) or "-"))


@dataclass(frozen=True)
class LeashWords:
    """The words of the leash, from `words/leash.yaml`."""

    instruction: str
    polarity: dict[str, frozenset[str]]
    connecting: frozenset[str]
    forbidden: tuple[str, ...]


@cache
def leash_words() -> LeashWords:
    """The instruction to the model and the words that its sentences are checked by."""
    raw = yaml.safe_load((Path(__file__).parent / "words" / "leash.yaml").read_text(encoding="utf-8"))
    return LeashWords(
        instruction=raw["instruction"],
        polarity={kind: frozenset(words) for kind, words in raw["polarity"].items()},
        connecting=frozenset(raw["connecting"]),
        forbidden=tuple(raw["forbidden"]),
    )


def make_brief(question: str, citations: Sequence[Citation], calculations: Sequence[Calculation]) -> Brief:
    """Put evidence and figures behind placeholders, and mask the question."""
    evidence = tuple((f"K{n}", c) for n, c in enumerate(citations, start=1))
    results = [(name, show(value)) for c in calculations for name, value in c.result.items()]
    figures = [(name.replace("_", " "), value) for name, value in results if value]
    return Brief(mask(question), evidence, tuple((f"A{n}", *figure) for n, figure in enumerate(figures, start=1)))


def fill_in(draft: str, brief: Brief, stems: Callable[[str], Sequence[str]]) -> str | None:
    """The draft with its placeholders filled; None when any sentence breaks the leash."""
    text = " ".join(draft.split())
    if not text or len(text) > LONGEST_DRAFT or _MARKUP.search(text):
        return None
    sentences = _SENTENCE_END.split(text)
    if len(sentences) > MOST_SENTENCES or any(broken(s, brief, stems) for s in sentences):
        return None
    filling = {key: link(c) for key, c in brief.evidence} | {key: figure for key, _, figure in brief.figures}
    return _PLACEHOLDER.sub(lambda m: filling[m[1]], text)


def broken(sentence: str, brief: Brief, stems: Callable[[str], Sequence[str]]) -> str:
    """Why a sentence may not stand; "" when it may."""
    evidence = dict(brief.evidence)
    used = _PLACEHOLDER.findall(sentence)
    known = {*evidence, *(key for key, _, _ in brief.figures)}
    bare = _PLACEHOLDER.sub(" ", sentence)
    cited = [evidence[key] for key in used if key in evidence]
    if not set(used) <= known or "{" in bare or "}" in bare:
        return "unknown placeholder"
    if not cited:
        return "no evidence"
    if numerals(bare):
        return "a numeral of its own"
    if any(re.search(rf"\b{word}\b", bare, re.IGNORECASE) for word in leash_words().forbidden):
        return "a provision or promise of its own"
    quotes = " ".join(c.quote for c in cited)
    if _polarity(bare) != _polarity(quotes) & _polarity(bare) or _negated(bare) != _negated(quotes):
        return "another polarity than its evidence"
    return "" if _supported(bare, f"{quotes} {brief.question}", stems) else "words that its evidence does not have"


def _polarity(text: str) -> frozenset[str]:
    """Which kinds of duty, leave and exception a text speaks of."""
    words = {word.lower() for word in _WORD.findall(text)}
    return frozenset(kind for kind, known in leash_words().polarity.items() if words & known)


def _negated(text: str) -> bool:
    return "negation" in _polarity(text)


def _supported(sentence: str, evidence: str, stems: Callable[[str], Sequence[str]]) -> bool:
    connecting = leash_words().connecting
    said = {stem for word in _WORD.findall(sentence) if word.lower() not in connecting for stem in stems(word)}
    held = set(stems(evidence))
    return not said or len(said & held) / len(said) >= SUPPORT
