"""Times and numbers written without blanks between them: "1th8bln", "2y3m", "umur41"."""

import re
from functools import cache
from pathlib import Path
from typing import Any

from corpus.data import load_yaml

_YEAR, _MONTH = "tahun", "bulan"


def units_of_runs(raw: str) -> dict[int, str]:
    """The plain units of years and months written together, by the place where each begins."""
    pattern, alone = _patterns()
    found: dict[int, str] = {}
    for run in pattern.finditer(raw):
        if run["years"]:
            found[run.start("years")] = _YEAR
        found[run.start("months" if run["months"] else "close")] = _MONTH
    behind: dict[str, str] = _words()["behind_digits"]
    return {single.start("unit"): behind[single["unit"].casefold()] for single in alone.finditer(raw)} | found


def is_glued(raw: str, start: int, word: str) -> bool:
    """Whether digits stand right behind a plain word that leaves them a number of their own."""
    return raw[start - 1 : start].isalpha() and word in _words()["before_digits"]


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Years and months in one run, and a short unit right behind digits."""
    words = _words()
    names = ("years", "months", "months_close", "one_year", "behind_digits")
    years, months, close, one, alone = ("|".join(words[name]) for name in names)
    number = r"(?<![\w.,])\d{1,2}"
    later = rf"(?:(?: ?[-/+,]? ?)\d{{1,2}} ?(?P<months>{months})|\d{{1,2}}(?P<close>{close}))(?!\w)"
    run = rf"(?:{number} ?(?P<years>{years})|(?<!\w)(?:{one})){later}"
    return re.compile(run, re.IGNORECASE), re.compile(rf"(?<![\w.,])\d+(?P<unit>{alone})(?!\w)", re.IGNORECASE)


@cache
def _words() -> dict[str, Any]:
    """The words of the file beside this module."""
    loaded: dict[str, Any] = load_yaml(Path(__file__).parent / "run_together.yaml")
    return loaded
