"""Searches for a question that follows on an answer: what it asks by itself, and what it asks of the thing spoken of.

"Siapa yang menetapkan?" fits twenty provisions; of the rehiring just calculated one. A question that stands by itself is
still found by its own words, for both searches have their say.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import numpy as np

from assistant.reading import After, Part
from corpus.address import Address
from corpus.data import load_sheet
from index.ranking import shares
from index.search import Hit, Index

WEIGHTS = Path(__file__).parent / "following.yaml"
TRAITS = ("sendiri", "bersama", "peraturan_sama", "pasal_sama")
_DEPTH = 40  # provisions that each of the two searches brings in
_UNLIKELY = 1e-4  # belief in a provision that one of them did not bring in
_STRAYS = 0.1  # belief below which a question with its subject speaks against what it finds alone
_ALONE = 0.75  # where its own words are as sure of it as this
_OF_IT = 0.5  # belief from which the subject alone finds the Pasal, which then has to do with it
_SHOWN = 8  # provisions of the last answer that count as quoted there


@dataclass(frozen=True)
class Candidate:
    """One provision that either search found, with what speaks for it."""

    hit: Hit
    traits: tuple[float, ...]


def search(part: Part, index: Index, k: int) -> Sequence[Hit]:
    """The k likeliest provisions for a question, best first, without those that are barred."""
    if not part.barred:
        return _likeliest(part, index, k)
    found = _likeliest(part, index, _DEPTH)
    out = [hit for hit in found if any(at.contains(hit.address) for at in part.barred)]
    return _with_beliefs([hit for hit in found if hit not in out], out)[:k]


def _with_beliefs(hits: Sequence[Hit], out: Sequence[Hit]) -> list[Hit]:
    """Provisions with the belief in what is barred of the same Pasal, which spoke for them as well; best first."""
    spare = {(hit.address.regulation, hit.address.pasal): hit.score for hit in reversed(out) if hit.address.ayat}
    raised = []
    for hit in hits:
        raised.append(replace(hit, score=hit.score + spare.pop((hit.address.regulation, hit.address.pasal), 0.0)))
    return sorted(raised, key=lambda hit: -hit.score)


def _likeliest(part: Part, index: Index, k: int) -> Sequence[Hit]:
    """The k likeliest provisions; where a question follows on an answer, in the light of that.

    Where a case is told around it, both the question alone and the whole have their say.
    """
    after = part.after
    if after is None and part.asks and part.asks in part.text:
        found = _found(part, part.asks, part.text, After(""), index)
    elif after is not None and after.beside:
        found = _found(part, part.text, f"{after.subject} {part.text}", After(""), index)
        if _strays(found, part, after, index):
            return index.search(f"{after.subject} {part.text}", k=k, regulations=part.regulations or None)
    elif after is not None and after.cited:
        found = candidates(part, after, index)
    else:  # a later question of one message that names nothing is about the subject of the one before
        said = part.text if after is None else f"{part.text} ({after.subject})"
        return index.search(said, k=k, regulations=part.regulations or None)
    return believed(found, load_weights())[:k]


def _strays(found: Sequence[Candidate], part: Part, after: After, index: Index) -> bool:
    """Whether a question that leaves its subject out finds what its subject has nothing to do with.

    "Kalau tidak sampai kena sanksi apa?" after a question on training hours finds the sanctions of study leave.
    """
    if not found:
        return False
    best = believed(found, load_weights())[0]
    alone, whole = next(one.traits for one in found if one.hit.address == best.address)[:2]
    if alone < math.log(_ALONE) or whole >= math.log(_STRAYS):
        return False
    subject = index.search(after.subject, k=_DEPTH, regulations=part.regulations or None)
    at = best.address
    return (
        sum(h.score for h in subject if (h.address.regulation, h.address.pasal) == (at.regulation, at.pasal)) < _OF_IT
    )


def candidates(part: Part, after: After, index: Index) -> tuple[Candidate, ...]:
    """Every provision that the question finds by itself or with its subject."""
    return _found(part, part.text, f"{part.text} ({after.subject})", after, index)


def _found(part: Part, question: str, whole: str, after: After, index: Index) -> tuple[Candidate, ...]:
    """Every provision that a question finds by itself or in the whole that it stands in."""
    scope = part.regulations or None
    alone = index.search(question, k=_DEPTH, regulations=scope)
    both = index.search(whole, k=_DEPTH, regulations=scope)
    hits = {hit.address: hit for hit in (*both, *alone)}
    said = [{hit.address: hit.score for hit in hits} for hits in (alone, both)]
    return tuple(
        Candidate(hit, (*(math.log(scores.get(address, 0) + _UNLIKELY) for scores in said), *_nearness(address, after)))
        for address, hit in hits.items()
    )


def believed(found: Sequence[Candidate], weights: Mapping[str, float]) -> list[Hit]:
    """The provisions with the share of belief in each, best first."""
    by_trait = np.array([weights[name] for name in TRAITS], np.float32)
    table = np.array([one.traits for one in found], np.float32).reshape(-1, len(TRAITS))
    belief = shares(table @ by_trait)
    hits = [replace(one.hit, score=float(share)) for one, share in zip(found, belief, strict=True)]
    return sorted(hits, key=lambda hit: (-hit.score, hit.address.key))


@cache
def load_weights() -> Mapping[str, float]:
    """The learned weights of the file beside this module."""
    sheet = load_sheet(WEIGHTS)
    return {name: float(sheet.content[name]) for name in TRAITS}


def _nearness(address: Address, after: After) -> tuple[float, float]:
    """Whether a provision stands in a regulation of the last answer, and in a Pasal quoted there."""
    pasals = {(shown.regulation, shown.pasal) for shown in after.cited[:_SHOWN] if shown.pasal is not None}
    regulations = {shown.regulation for shown in after.cited}
    return float(address.regulation in regulations), float((address.regulation, address.pasal) in pasals)
