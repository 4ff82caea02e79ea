"""Lists of bare numbers or letters: "3, 3, 2, 10" for the results of work, "huruf a, b, dan d" for documents at hand."""

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

from assistant.understand.facts.context import Context
from assistant.understand.language.text import Spans, Text, overlaps
from assistant.understand.language.vocabulary import Field
from assistant.understand.message.split_words import load_split_words
from assistant.understand.quantities.amount import Amount
from assistant.understand.rows.at_hand import read_papers
from assistant.understand.rows.enumerated import read_ranges
from assistant.understand.rows.missing_papers import read_missing
from assistant.understand.rows.row_words import load_row_words
from corpus.data import load_yaml

_ONE_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_WHOLE = re.compile(r"\d+")
_NUMBERING = re.compile(
    r"(?<!\w)(?:nomor|nomer|no|angka|poin|number)\b\.?(?=\s*\d)", re.IGNORECASE
)  # "nomor 1, nomor 3"
_TIGHT = re.compile(r"\d+(?:,\d+){3,}")  # "2,2,8,9,7": commas that only divide
_ENUMERATED = re.compile(r"(?<![\w.,])(\d{1,2})(?:[ \t]?\)|\.(?=[ \t])|[ \t]?[:=](?=[ \t]*\d))")  # "1) 3", "2. lima"
_ONE_LETTER = re.compile(r"(?<!\w)[a-z](?!\w)", re.IGNORECASE)
_PAPERS, _MISSING = "dokumen_ada", "dokumen_kurang"
_FEWEST, _APART = 2, 8  # numbers of a list, and words between two of them
_BEFORE = 3  # words before a letter in which it is said to be lacking
_STOPS = frozenset(".?!")
_ENTRY_UNITS = frozenset({"", "kali", "lembar"})
_Found = tuple[tuple[object, ...], int, int]


@dataclass(frozen=True)
class ListWords:
    """The words of `lists.yaml`."""

    naming: frozenset[str]
    counting: frozenset[str]
    having: frozenset[str]
    lacking: frozenset[str]
    closing: frozenset[str]
    in_names: frozenset[str]
    letters: re.Pattern[str]
    digits: re.Pattern[str]


@cache
def load_list_words() -> ListWords:
    """The words of the file beside this module."""
    raw: dict[str, list[str]] = load_yaml(Path(__file__).parent / "lists.yaml")
    joints = "|".join(map(re.escape, raw["joints"]))
    glue = rf"(?:\s*[,;/+&]\s*(?:(?:{joints})\s+)?|\s+(?:{joints})\s+|\s+)"
    return ListWords(
        frozenset(raw["naming"]),
        frozenset(raw["counting"]),
        frozenset(raw["having"]),
        frozenset(raw["lacking"]),
        frozenset(raw["closing"]),
        frozenset(raw["in_names"]),
        re.compile(
            rf"(?<![\w.])(?:huruf\s+)?([a-z](?:{glue}(?:huruf\s+)?[a-z](?![\w/.]\w))*)(?![\w/]|\.\w)", re.IGNORECASE
        ),
        re.compile(rf"(?<![\w.,/])\d+(?:[.,]\d+)?(?:{glue}\d+(?:[.,]\d+)?)+(?![\w/%])", re.IGNORECASE),
    )


class Lists:
    """Reads the facts of kind daftar that name no choices."""

    def __init__(self, fields: Mapping[str, Field]) -> None:
        plain = {name: field for name, field in fields.items() if field.kind == "daftar" and not field.choices}
        self._names = [name for name in plain if name != _MISSING]
        self._of_numbers = {name for name, field in plain.items() if field.numbers}

    def find(
        self, text: Text, amounts: Sequence[Amount], context: Context
    ) -> Iterator[tuple[str, tuple[object, ...], int, int]]:
        """The list told, for the fact that was asked for or that the calculator takes; several facts share none."""
        missing = read_missing(text) if _MISSING in context.named else None
        if missing is not None:
            yield _MISSING, *missing
            return
        wanted = [n for n in self._names if n in context.asked] or [n for n in self._names if n in context.preferred]
        if len(wanted) != 1:
            return
        of_numbers = wanted[0] in self._of_numbers
        labels = None if of_numbers else _ranges(text) or _digits(text.raw, whole=True) or _letters(text)
        found = _numbers(text, amounts) if of_numbers else labels
        if found is None and wanted[0] == _PAPERS:
            found = read_papers(text)
        if found is not None:
            yield wanted[0], *found


def _digits(raw: str, *, whole: bool = False) -> _Found | None:
    """Numbers in digits with nothing but dividers between them, those of documents `whole`."""
    raw = _NUMBERING.sub(lambda named: " " * len(named[0]), raw) if whole else raw
    numbers = max(load_list_words().digits.finditer(raw), key=lambda found: len(found[0]), default=None)
    if numbers is None:
        return None
    each = _WHOLE if whole or _TIGHT.fullmatch(numbers[0]) else _ONE_NUMBER
    return tuple(map(_number, each.findall(numbers[0]))), *numbers.span()


def _numbers(text: Text, amounts: Sequence[Amount]) -> _Found | None:
    """The longest list of numbers, whether bare or each beside what it counts ("3 laporan, dua notula")."""
    labels = _labels(text.raw)
    blanked = "".join(" " if any(s <= at < e for s, e in labels) else letter for at, letter in enumerate(text.raw))
    bare = None if labels else _digits(blanked)
    run = max(_runs(text, [a for a in amounts if _is_entry(text, a, labels)], labels), key=len, default=[])
    if len(run) < _FEWEST or (bare is not None and len(bare[0]) >= len(run)):
        return bare
    return tuple(_number(str(a.value)) for a in run), run[0].start, run[-1].end


def _labels(raw: str) -> list[tuple[int, int]]:
    """The numbers that only number the entries of a list, counting up from 1: "1) 3", "2. lima laporan"."""
    found = list(_ENUMERATED.finditer(raw))
    counted = [int(each[1]) for each in found] == list(range(1, len(found) + 1))
    return [each.span() for each in found] if counted and len(found) >= _FEWEST else []


def _is_entry(text: Text, amount: Amount, labels: Spans) -> bool:
    """Whether a number may be an entry of a list."""
    words = load_list_words()
    if amount.kind != "number" or amount.is_year or amount.short or amount.unit not in _ENTRY_UNITS or amount.value < 0:
        return False
    if overlaps(amount.start, amount.end, labels):
        return False
    named = text.at(amount.first - 1) in words.naming and not _is_of_a_name(text, amount.first - 1)
    return not named and text.at(amount.last + 1) not in words.counting


def _is_of_a_name(text: Text, at: int) -> bool:
    """Whether a word belongs to the name of a work before its number: "laporan pemetaan target 1", "laporan kegiatan 2"."""
    if text.at(at) not in load_list_words().in_names:
        return False
    before = itertools.takewhile(lambda word: not (word.is_mark or word.text[0].isdigit()), text.words[at - 1 :: -1])
    return at > 0 and any(word.text in load_row_words().results for word in before)


def _runs(text: Text, amounts: Sequence[Amount], labels: Spans) -> Iterator[list[Amount]]:
    """The numbers that one sentence tells one after another."""
    run: list[Amount] = []
    for amount in amounts:
        if run and not _goes_on(text, run[-1], amount, labels):
            yield run
            run = []
        run.append(amount)
    yield run


def _goes_on(text: Text, one: Amount, other: Amount, labels: Spans) -> bool:
    between = [word for word in text.words[one.last + 1 : other.first] if not overlaps(word.start, word.end, labels)]
    stops = [at for at in range(one.last + 1, other.first) if text.at(at) in _STOPS and not _is_abbreviated(text, at)]
    return not any(text.words[at] in between for at in stops) and sum(not w.is_mark for w in between) <= _APART


def _is_abbreviated(text: Text, at: int) -> bool:
    """Whether a full stop only ends an abbreviation: "18, lap. pemeriksaan 20"."""
    before = text.words[at - 1]
    return text.at(at) == "." and text.raw[before.start : before.end].casefold() in load_split_words().abbreviated


def _ranges(text: Text) -> _Found | None:
    """The letters or numbers of documents at hand that are told as a range, with those told beside it."""
    held = (r for r in read_ranges(text) if _is_held(text, text.words[r.first].start))
    found = max(held, key=lambda each: len(each.labels), default=None)
    return (found.labels, *text.span(found.first, found.last)) if found else None


def _letters(text: Text) -> _Found | None:
    """The letters of documents at hand; a single one only where a word before it says that it names one."""
    words = load_list_words()
    held = [found for found in words.letters.finditer(text.raw) if _is_held(text, found.start())]
    found = max(held, key=lambda each: len(_ONE_LETTER.findall(each[1])), default=None)
    each = _ONE_LETTER.findall(found[1]) if found else []
    if found is None or not (len(each) >= _FEWEST or _is_named(text, found)):
        return None
    return tuple(letter.lower() for letter in each), *found.span()


def _is_held(text: Text, start: int) -> bool:
    """Whether nothing before a letter says that what it names is lacking."""
    before = [word.text for word in text.words if word.end <= start][-_BEFORE:]
    return not load_list_words().lacking & {*before}


def _is_named(text: Text, found: re.Match[str]) -> bool:
    """Whether a lone letter stands behind a word that names a document, and nothing but such words goes on behind it."""
    words = load_list_words()
    at = next(iter(text.places(*found.span(1))), 0)
    ends = at + 1 == len(text.words) or text.words[at + 1].is_mark or text.at(at + 1) in words.closing
    return ends and text.at(at) == found[1].lower() and text.at(at - 1) in words.having


def _number(written: str) -> Decimal | int:
    value = Decimal(written.replace(",", "."))
    return int(value) if value == value.to_integral_value() else value
