"""A condition, a step, a refusal or a correction in English: a table of patterns, whose slots carry over what varies."""

import re
from collections.abc import Sequence
from functools import cache

from assistant.phrases import find_phrase, patterns

_SLOT = re.compile(r"\\\{([nwdtcv])(\d?)\\\}")
# n: a number; d: a length of time; t: a date; w: words, which stay the law's own unless the table of values has them;
# c: the line of a step or a condition, without which there is no English for the whole; v: what stands behind such a line.
_FORMS = {
    "n": r"-?\d+(?:[.,]\d+)*",
    "d": r"(?:(?:Kurang|Lebih) dari )?-?\d+ (?:tahun|bulan)(?: \d+ bulan)?",
    "t": r"\d{1,2} [A-Z][a-z]+ \d{4}",
    "w": r".+?",
    "c": r".+?",
    "v": r".+?",
}
_BOUNDS = {"Kurang dari": "Less than", "Lebih dari": "More than"}
_SEPARATORS = str.maketrans(".,", ",.")
_UNITS = {"tahun": ("year", "years"), "bulan": ("month", "months")}


def in_english(text: str, table: str = "conditions") -> str | None:
    """The English for a fixed Indonesian sentence of a calculator or of a correction; None where the table has none."""
    for pattern, english in _table(table):
        match = pattern.fullmatch(text)
        said = {name: _carried(name[0], words) for name, words in match.groupdict().items()} if match else {}
        if match and None not in said.values():
            return english.format(**said)
    return None


def original(shown: str, told: Sequence[str], table: str) -> str | None:
    """The one of these sentences that is shown, itself or as its English; None where none is."""
    return next((text for text in told if shown in (text, in_english(text, table))), None)


def _carried(form: str, said: str) -> str | None:
    if form == "c":
        return in_english(said[0].upper() + said[1:])
    if form == "v" and (english := in_english(said, "corrections") or in_english(said)):
        return english
    if form == "n":
        return said.translate(_SEPARATORS)
    if form == "d":
        said = re.sub("|".join(_BOUNDS), lambda m: _BOUNDS[m[0]], said)
        return re.sub(r"(\d+) (tahun|bulan)", lambda m: f"{m[1]} {_UNITS[m[2]][m[1] != '1']}", said)
    if form == "t":
        day, month, year = said.split()
        return f"{day} {find_phrase('en', 'results', 'months', month) or month} {year}"
    return find_phrase("en", "results", "values", said) or said


@cache
def _table(name: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """The patterns, those with the most fixed words first, so that the more exact one wins."""
    rows = [(re.compile(_expression(told)), english) for told, english in patterns(name)]
    return tuple(rows)


def _expression(told: str) -> str:
    return _SLOT.sub(lambda m: f"(?P<{m[1]}{m[2]}>{_FORMS[m[1]]})", re.escape(told))
