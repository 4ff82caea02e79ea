"""Documents told by those that are missing, all others being at hand: "semua ada kecuali ijazah", "tinggal SKP yang belum"."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from assistant.papers import paper_words
from assistant.understand.language.text import Text
from assistant.understand.rows.at_hand import Named, named_papers, sentences
from assistant.understand.rows.enumerated import read_ranges
from corpus.data import load_yaml

_NEAR = 3  # words between what tells that only this is missing and the document
_HIGHEST = 20  # number of a document in a list
_Found = tuple[tuple[object, ...], int, int]


def read_missing(text: Text) -> _Found | None:
    """The documents that alone are missing, with the characters that tell it; none where no message tells it of all others."""
    for first, end in sentences(text):
        if any(text.at(at) in paper_words("asking") for at in range(first, end)):
            continue
        found = _but_for(text, first, end) or _only(text, first, end) or _rest(text, first, end)
        if found:
            span = text.span(min(p.first for p in found), max(p.last for p in found))
            return tuple(dict.fromkeys(paper.name for paper in found)), *span
        if whole := _all(text, first, end):
            return (), *text.span(*whole)
    return None


def _but_for(text: Text, first: int, end: int) -> list[Named]:
    """What stands behind "kecuali", where all are told to be at hand before it or behind."""
    table = _table()
    if text.at(first) in table["except"] and (papers := _papers(text, first, end)):
        told = (at for at in _places(text, papers[-1].last + 1, end, "all") if not _denied_between(text, at, end))
        if any(any(_places(text, at, end, "having")) for at in told):
            return papers
    for at in _places(text, first, end, "all"):
        past = next((p for p in _places(text, at + 1, end, "except")), None)
        if past is None or _denied(text, at) or _denied_between(text, at, past):
            continue
        held = text.at(at) in table["itself"] or any(_places(text, first, end, "having"))
        papers = _papers(text, past + 1, end)
        if held and papers:
            return papers
    return []


def _only(text: Text, first: int, end: int) -> list[Named]:
    """What alone is told to be missing: "cuma kurang ijazah", "tinggal SKP yang belum", "kurang DRH saja"."""
    table = _table()
    for paper in (papers := _papers(text, first, end))[:1]:
        last = papers[-1].last
        if _is_noted(text, max(first, paper.first - _NEAR), paper.first):
            break
        before = {*text.said[max(first, paper.first - _NEAR) : paper.first]}
        behind = {*text.said[last + 1 : min(end, last + 1 + _NEAR)]}
        asked = (at for at in range(last + 1, end) if text.at(at + 1) in table["asked"])  # "punya 2 dan 4, kurang apa?"
        lacks_before = before & {*table["missing"]}
        lacks_behind = (behind - {text.at(at) for at in asked}) & {*table["missing"]}
        alone = before & {*table["only"]} or (lacks_before and behind & {*table["only_behind"]})
        left = before & {*table["left"]} and not behind & {*table["having"]}
        if alone and (lacks_before or lacks_behind or left):
            return papers
    return []


def _is_noted(text: Text, first: int, end: int) -> bool:
    """Whether that only this is missing is what somebody noted down: "catatannya cuma 'bukti fisik kurang'"."""
    table = _table()
    return any(text.at(at) in table["only"] and text.at(at - 1) in paper_words("noting") for at in range(first, end))


def _rest(text: Text, first: int, end: int) -> list[Named]:
    """What is named, where the rest is told to be at hand and this is not: "ijazah belum, sisanya lengkap"."""
    for phrase in _table()["rest"]:
        for at, last in text.find(phrase):
            behind = text.said[last + 1 : min(end, last + 1 + _NEAR)]
            there = at >= first and last < end and {*behind} & {*_table()["having"]}
            papers = _papers(text, first, at) + _papers(text, last + 1, end)
            lacking = any(text.at(p) in _table()["missing"] for p in range(first, end) if not at <= p <= last + _NEAR)
            if there and not {*behind} & {*_table()["denying"]} and papers and lacking:
                return papers
    return []


def _all(text: Text, first: int, end: int) -> tuple[int, int] | None:
    """Where all are told to be at hand without an exception: "semua berkas sudah lengkap"."""
    table = _table()
    said = {*text.said[first:end]}
    places = [at for at in _places(text, first, end, "all") if text.at(at) not in table["itself"]]
    if not places or said & {*table["asking"]} or not said & {*table["whole"]}:
        return None
    at = last = places[0]
    while last + 1 < end and text.at(last + 1) in table["papers"]:
        last += 1
    lead = [a for a in range(max(first, at - 4), at) if text.at(a) in (*table["papers"], *table["having"])]
    words = {*text.said[at : last + 1], *(text.at(a) for a in lead)}
    return (min([at, *lead]), last) if words & {*table["complete"]} else None


def _papers(text: Text, first: int, end: int) -> list[Named]:
    """The documents named between two places, by name or by letter or number."""
    return named_papers(text, first, end) or [*_ranged(text, first, end)] or [*_numbered(text, first, end)]


def _ranged(text: Text, first: int, end: int) -> Iterator[Named]:
    """The letters or numbers of a range and those told beside it: "nomor 3 sampai 5"."""
    for each in read_ranges(text):
        if first <= each.first and each.last < end:
            yield from (Named(label, each.first, each.last) for label in each.labels)


def _numbered(text: Text, first: int, end: int) -> Iterator[Named]:
    """The letters or numbers behind a word that says that they name documents: "huruf c dan d"."""
    table, named = _table(), False
    for at in range(first, end):
        word = text.at(at)
        label = (len(word) == 1 and word.isalpha()) or (word.isdecimal() and int(word) <= _HIGHEST)
        if named and label:
            yield Named(word, at, at)
        named = word in table["naming"] or (named and (label or word in table["joints"]))


def _places(text: Text, first: int, end: int, kind: str) -> Iterator[int]:
    return (at for at in range(first, end) if text.at(at) in _table()[kind])


def _denied(text: Text, at: int) -> bool:
    return text.at(at - 1) in _table()["denying"]


def _denied_between(text: Text, first: int, last: int) -> bool:
    return any(text.at(at) in _table()["denying"] for at in range(first, last))


@cache
def _table() -> Mapping[str, Any]:
    loaded: Mapping[str, Any] = load_yaml(Path(__file__).with_suffix(".yaml"))
    return loaded
