"""What a scan prints around the words: HTML tags, markdown stars and TeX formulas, taken off without losing a word."""

import re

_TAG = re.compile(r"</?[a-z][^<>]*>", re.IGNORECASE)
_BEFORE_POINT = re.compile(r"</i>\s+(?=[.,;:)/])")
_STARS = re.compile(r"(\*{1,2})(?=[^\s*])([^*]+?)(?<=[^\s*])\1")
_DASH = re.compile(r"^\s*(?:-\s+)?")
_FORMULA = re.compile(r"\${1,2}([^$]+)\${1,2}")
_FRACTION = re.compile(r"\\frac\{((?:[^{}]|\{[^{}]*\})*)\}\{((?:[^{}]|\{[^{}]*\})*)\}")
_TEX_WORDS = ((r"\times", "×"), (r"\sum", "Σ"), (r"\quad", " "), (r"\%", "%"))


def plain(text: str) -> str:
    """The words alone, blanks collapsed; a bullet dash at the start stays (see `without_dash`)."""
    bare = _TAG.sub("", _BEFORE_POINT.sub("", text))
    bare = _FORMULA.sub(lambda found: _formula(found[1]), bare)
    return " ".join(_STARS.sub(r"\2", bare).split())


def without_dash(text: str) -> str:
    """The text without the list dash the scan put before its label."""
    return _DASH.sub("", text, count=1)


def _formula(tex: str) -> str:
    words = re.sub(r"\\text\{([^{}]*)\}", r"\1", tex)
    words = _FRACTION.sub(lambda found: f"{_group(found[1])} / {_group(found[2])}", words)
    for sign, word in _TEX_WORDS:
        words = words.replace(sign, word)
    return re.sub(r"_\{(\w+)\}", r"\1", words)


def _group(part: str) -> str:
    """One side of a fraction, bracketed when it is more than one term."""
    words = part.strip()
    return f"({words})" if re.search(r"[+×\\]|\(", words) else words
