"""From evidence to words: the answer's markdown, made of the assistant's phrases and the law's own words only."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from assistant.calculation import Calculation, Caveat, Missing, Requirement, plain
from assistant.calculators.kalender import long_date
from assistant.facts import fact_words
from assistant.phrases import find_phrase, find_phrases, phrase
from corpus.citation import Citation
from corpus.number_words import read_digits

# How an item of a list ends where another follows: no end of a sentence of its own.
_LIST_END = re.compile(r"[;,.:]?(?: (?:dan/atau|dan|atau))?[;,.:]?$")
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
MARKS = {"terpenuhi": "✅", "belum": "❌", "tidak_diketahui": "❔"}
ASKED_AT_ONCE = 2
QUOTED_AT_MOST = 6  # provisions printed below a calculation; the others are one click away
LONG_PROVISION = 6000  # characters; a longer provision (a whole attachment) is linked, not printed
LONG_QUOTE = 900  # characters; a longer provision is linked, not printed, below a checklist


def link(citation: Citation) -> str:
    """A citation as a markdown link to its place in the reader."""
    return f"[{citation.label}]({citation.address.url})"


def quote(citation: Citation) -> str:
    """The provision's words as a markdown quote, line by line."""
    return "\n".join(f"> {line}".rstrip() for line in citation.quote.splitlines())


def sentence_of(words: str) -> str:
    """The words of a list's item as a sentence: without the "; dan" that leads to the next."""
    return _LIST_END.sub("", words)


def say_provision(citation: Citation, language: str, *, lead: tuple[str, ...] = ("according",)) -> str:
    """One provision: who says it, then its words; a whole attachment is only linked."""
    if len(citation.quote) > LONG_PROVISION:
        return phrase(language, "too_long", link=link(citation))
    return f"{phrase(language, *lead, label=citation.label)}\n\n{quote(citation)}\n\n{link(citation)}"


def say_sources(citations: Sequence[Citation], language: str) -> tuple[str, ...]:
    """The provisions behind a sentence, one block each: short ones quoted, the others linked in one line."""
    quoted = [c for c in citations if len(c.quote) <= LONG_QUOTE][:ASKED_AT_ONCE]
    others = [c for c in citations if c not in quoted]
    linked = (phrase(language, "also", labels="; ".join(map(link, others))),) if others else ()
    return (*(say_provision(c, language) for c in quoted), *linked)


def say_calculation(calculation: Calculation, language: str) -> str:
    """A calculation: verdict or figure first, then the checklist, the steps, and the words it rests on."""
    blocks = [
        _headline(calculation, language),
        _checklist(calculation.requirements, language),
        _table(calculation.result),
        _steps(calculation, language),
        _asking(calculation.missing, language),
        _words(calculation, language),
    ]
    return "\n\n".join(block for block in blocks if block)


def say_notes(warnings: Sequence[Caveat], language: str) -> str:
    """The warnings that touch an answer, one line each."""
    if not warnings:
        return ""
    lines = [f"- {w.message}" + (f" ({link(w.citation)})" if w.citation else "") for w in warnings]
    return "\n".join((phrase(language, "notes"), "", *lines))


def _headline(calculation: Calculation, language: str) -> str:
    topic = find_phrase(language, "tools", calculation.tool, "topic") or calculation.tool.replace("_", " ")
    verdict = _verdict(calculation, topic, language)
    figure = _figure(calculation, language)
    # A rule that is already told comes before what is still unknown of the person.
    told_first = calculation.verdict == "tidak_dapat_ditentukan" and figure
    return "\n\n".join(part for part in ((figure, verdict) if told_first else (verdict, figure)) if part)


def _figure(calculation: Calculation, language: str) -> str:
    """What came out: the first of the tool's sentences that its result can fill, else the plain listing."""
    shown = {key: show(value) for key, value in calculation.result.items() if value is not None}
    for template in find_phrases(language, "tools", calculation.tool, "headline") if shown else ():
        try:
            return template.format(**shown)
        except KeyError:  # a result without that figure
            continue
    return "\n".join(f"- {key.replace('_', ' ')}: **{value}**" for key, value in shown.items() if value)


def _verdict(calculation: Calculation, topic: str, language: str) -> str:
    """The verdict in the tool's own words where it has some, else in the common ones."""
    if calculation.verdict is None:
        return ""
    name: str = calculation.verdict
    if name == "tidak_dapat_ditentukan" and not calculation.requirements:
        name = "data_kurang"
    own = find_phrase(language, "tools", calculation.tool, "verdict", name)
    return own or phrase(language, "verdict", name, topic=topic)


def show(value: Any) -> str:
    """A result for people: numbers in Indonesian form, yes and no in words, tables left to `_table`."""
    value = plain(value)
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, str):
        if _ISO_DATE.fullmatch(value):
            return long_date(date.fromisoformat(value))
        number = read_digits(value.removeprefix("-"))
        return value.replace(".", ",") if number is not None else value.replace("_", " ")
    if isinstance(value, (list, Mapping)):
        simple = value if isinstance(value, list) else list(value.values())
        return ", ".join(show(v) for v in simple) if all(not isinstance(v, (list, Mapping)) for v in simple) else ""
    return str(value) if value is not None else ""


def _checklist(requirements: Sequence[Requirement], language: str) -> str:
    if not requirements:
        return ""
    lines = [
        f"- {MARKS[r.status]} {r.text} ({phrase(language, 'status', r.status)}): {link(r.citation)}"
        for r in requirements
    ]
    return "\n".join((phrase(language, "checklist"), "", *lines))


def _table(result: Mapping[str, Any]) -> str:
    """Every result that is a list of rows, as a markdown table."""
    tables = [_rows(plain(value)) for value in result.values() if isinstance(value, (list, tuple))]
    return "\n\n".join(table for table in tables if table)


def _rows(rows: Any) -> str:
    if not rows or not all(isinstance(row, Mapping) for row in rows):
        return ""
    heads = list(dict.fromkeys(key for row in rows for key in row))
    lines = [heads, ["---"] * len(heads), *([_cell(row.get(head)) for head in heads] for row in rows)]
    lines[0] = [head.replace("_", " ") for head in heads]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _cell(value: Any) -> str:
    return show(value).replace("|", "/").replace("\n", " ")


def _steps(calculation: Calculation, language: str) -> str:
    if not calculation.steps:
        return ""
    lines = [
        f"{n}. {s.text}: **{s.value}**" + (f" ({link(s.citation)})" if s.citation else "")
        for n, s in enumerate(calculation.steps, start=1)
    ]
    return "\n".join((phrase(language, "steps"), "", *lines))


def _asking(missing: Sequence[Missing], language: str) -> str:
    if not missing:
        return ""
    lines = []
    for item in missing[:ASKED_AT_ONCE]:
        words = fact_words()[item.field]
        question = words.question if language == "id" else words.question_en
        why = f" ({phrase(language, 'because', label=link(item.citation))})" if item.citation else ""
        lines.append(f"- {question}{why}")
    return "\n".join((phrase(language, "asking"), "", *lines))


def _words(calculation: Calculation, language: str) -> str:
    """The provisions' own words, each once, short ones only: the long ones are one click away."""
    shown = [c for c in _distinct(calculation) if len(c.quote) <= LONG_QUOTE][:QUOTED_AT_MOST]
    if not shown:
        return ""
    blocks = [f"{link(c)}\n\n{quote(c)}" for c in shown]
    return "\n\n".join((phrase(language, "words"), *blocks))


def _distinct(calculation: Calculation) -> Iterable[Citation]:
    """Citations of the conditions, those not met first; without conditions, all of them."""
    ranked = sorted(calculation.requirements, key=lambda r: ("belum", "terpenuhi", "tidak_diketahui").index(r.status))
    first = [r.citation for r in ranked] or list(calculation.citations)
    return list({(c.address, c.quote): c for c in first}.values())
