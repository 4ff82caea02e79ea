"""Golongan in free text: III/c, 3c, III C, "tiga c", "gol 3/c", and the names of ranks."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from assistant.understand.language.phrasebook import PhraseBook
from assistant.understand.language.text import Text, overlaps
from corpus.data import load_yaml

_ROMAN = {"1": "I", "2": "II", "3": "III", "4": "IV", "5": "V", "satu": "I", "dua": "II", "tiga": "III", "empat": "IV"}
_CUE = r"(?P<cue>\b(?:gol(?:ongan)?|golru|pangkat|ruang|grade|rank)\b\.?\s*(?:ruang\s*)?)?"
_WRITTEN = re.compile(
    _CUE
    + r"(?<![\w./,])(?P<class>III|II|IV|I|V|[1-5]|satu|dua|tiga|empat)(?P<gap>\s*[/\-.]\s*|\s*)(?P<letter>[a-f])(?![\w])(?!\s*[.)]\s*\w+\s*:)",
    re.IGNORECASE,
)
_ROW = re.compile(r"(?:nomor|nomer|no|butir|kegiatan|huruf|ayat|pasal|angka)\W*$", re.IGNORECASE)
_POSITION = re.compile(
    r"(?:negosiator|pengawas|perdagangan|pertama|muda|madya|utama|negotiator|supervisor)\s+$", re.IGNORECASE
)
_FILE = Path(__file__).parent / "golongan.yaml"


def read_golongan(text: Text) -> Iterator[tuple[str, int, int]]:
    """Each golongan told, with its characters; one that does not exist ("III/e") is kept as told."""
    taken: list[tuple[int, int]] = []
    for found in _WRITTEN.finditer(text.raw):
        if _is_golongan(text.raw, found):
            start, end = found.start("class"), found.end()
            taken.append((start, end))
            said = found["class"].casefold()
            yield f"{_ROMAN.get(said, said.upper())}/{found['letter'].lower()}", start, end
    for name, start, end in _named(text):
        if not overlaps(start, end, taken):
            yield name, start, end


def _is_golongan(raw: str, found: re.Match[str]) -> bool:
    """Whether class and letter are said as a golongan, not as a row number or by chance."""
    said, gap = found["class"], found["gap"]
    if _ROW.search(raw[: found.start("class")]) and not found["cue"]:
        return False
    if found["cue"] or "/" in gap:
        return True
    if said.isdigit():
        return said in "1234" and (gap == "" or _is_beside_position(raw, found))
    if said.casefold() in _ROMAN:
        return gap != ""
    return (said.isupper() and (gap != "" or said not in ("I", "V"))) or said.casefold() in ("iii", "iv", "ii")


def _is_beside_position(raw: str, found: re.Match[str]) -> bool:
    """Whether digit and letter written apart stand right behind a position, and the letter is no article: "pengawas 3 b"."""
    return found["letter"] != "a" and bool(_POSITION.search(raw[: found.start("class")]))


def _named(text: Text) -> Iterator[tuple[str, int, int]]:
    book, not_after, not_before, counted_from = _names()
    for hit in book.find(text):
        before = [word.text for word in text.words[max(0, hit.first - 2) : hit.first]]
        after = [word.text for word in text.words[hit.last + 1 : hit.last + 2]]
        counted = before[1:] == ["dari"] and (before[0] in counted_from or before[0].isdigit())
        if not counted and not set(before[-1:]) & not_after and not set(after) & not_before:
            yield hit.payload, text.words[hit.first].start, text.words[hit.last].end


@cache
def _names() -> tuple[PhraseBook[str], frozenset[str], frozenset[str], frozenset[str]]:
    raw: dict[str, Sequence[str]] = load_yaml(_FILE)
    entries = [(phrase, name) for name, phrases in raw.items() if not name.startswith("_") for phrase in phrases]
    not_after, not_before, counted_from = (
        frozenset(raw[key]) for key in ("_not_after", "_not_before", "_counted_from")
    )
    return PhraseBook(entries), not_after, not_before, counted_from
