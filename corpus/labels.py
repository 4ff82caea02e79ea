"""What the beginning of a line says: a heading, a numbered item, or running text."""

import re
from dataclasses import dataclass

from corpus.source import Line, strip_lead
from corpus.tree import Kind

_ORDINALS = (
    "Kesatu|Pertama|Kedua|Ketiga|Keempat|Kelima|Keenam|Ketujuh|Kedelapan|Kesembilan|Kesepuluh|Kesebelas|Ke[a-z]+ belas"
)
# A heading stands alone or is followed by its title, which begins with a capital.
_HEADINGS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("lampiran", re.compile(r"LAMPIRAN(?: ([IVXLC]+))?()")),
    ("bab", re.compile(r"BAB ([IVXLC]+)(?:\s+([A-Z][A-Z ,/&().'-]*))?")),
    ("bagian", re.compile(rf"(?i:Bagian ({_ORDINALS}))(?:\s+((?-i:[A-Z]).*))?")),
    ("paragraf", re.compile(r"Paragraf (\d+)(?:\s+([A-Z].*))?")),
    ("pasal", re.compile(r"(?:Pasal|Article) (\d+)()")),
)
_ITEM = re.compile(
    r"(?:\((?P<ayat>\d{1,3})\)|(?P<huruf>[a-z]{1,2})\.|(?P<angka>\d{1,3})\.|(?P<hurufk>[a-z])\)|(?P<angkak>\d{1,3})\))(?=\s|$)\s*"
)
# A line that ends like this goes on: what follows is the number of a reference, not the beginning of an item.
_HANGING = re.compile(
    r"(?:\b(?:ayat|huruf|angka|nomor|butir|pasal|lampiran|dalam|pada|sampai dengan))[\s,*]*$", re.IGNORECASE
)
_HANGING_AYAT = re.compile(r"(?:,|[^;,\s]\s+(?:dan|atau|dan/atau))\s*$")
_HANGING_WORD = re.compile(r"\b(?:dalam|pada|dan|atau|dengan|dari|sampai|dimaksud|yang|ketentuan)\s*$")


@dataclass(frozen=True)
class Heading:
    """A heading line: `kind` of the tree, its number, and the title where it stands on the same line."""

    kind: Kind
    number: str
    title: str


@dataclass(frozen=True)
class Item:
    """The label of a numbered item: its style, its number in the sequence, as printed, and where the words begin."""

    style: str
    rank: int
    value: str
    printed: str
    words_at: int


def bare(line: Line) -> str:
    """The words of a line for recognising headings: no markdown, single blanks."""
    return " ".join(line.text[strip_lead(line.text) :].replace("*", "").split())


def heading(line: Line, before: str) -> Heading | None:
    """The heading a line is, unless the line `before` hangs on it."""
    text = bare(line)
    for kind, pattern in _HEADINGS:
        found = pattern.fullmatch(text)
        if found and (line.restored or not _HANGING_WORD.search(before)):
            return Heading(kind, found[1] or "", (found[2] or "").strip())
    return None


def attachment_number(line: Line) -> str | None:
    """The Roman number of the attachment that a line opens; an attachment without a number is the first."""
    found = heading(line, "")
    return (found.number or "I") if found and found.kind == "lampiran" else None


def item(line: Line, before: str) -> Item | None:
    """The item label a line begins with, unless the line `before` hangs on it or the layout joined the two."""
    start = strip_lead(line.text)
    start += len(line.text[start:]) - len(line.text[start:].lstrip("* "))
    found = _ITEM.match(line.text, start)
    if not found or line.continues:
        return None
    style = found.lastgroup or ""
    if not line.restored and (_HANGING.search(before) or (style == "ayat" and _HANGING_AYAT.search(before))):
        return None
    value = found[style]
    return Item(style, rank(value), value, found[0].strip(), found.end())


def rank(value: str) -> int:
    """The place of a number or letter in its sequence: "3" and "c" are 3, "aa" is 27."""
    if value.isdigit():
        return int(value)
    return sum((ord(letter) - 96) * 26**power for power, letter in enumerate(reversed(value)))
