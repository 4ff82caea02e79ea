"""From evidence to words: the answer's markdown, made of the assistant's phrases and the law's own words only."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from string import Formatter
from typing import Any

from assistant.calculation import Calculation, Caveat, Missing, Step
from assistant.checklist import only_rules, say_checklist, shown_conditions
from assistant.english import in_english
from assistant.facts import fact_words
from assistant.listing import name, say_results, say_tables, show
from assistant.phrases import find_phrase, find_phrases, phrase
from assistant.source import LONG_PROVISION, LONG_QUOTE, link, quote, sentence_of
from corpus.citation import Citation
from corpus.prose import flat

__all__ = [
    "in_language",
    "link",
    "quote",
    "say_calculation",
    "say_notes",
    "say_provision",
    "say_sources",
    "sentence_of",
    "show",
]

_SO_FAR = "sejauh_ini"
_SIGNS = ("×", "÷", "−", "+", "=")
SOURCES_AT_ONCE = 2  # provisions quoted behind a refusal; the others are linked
ASKED_AT_ONCE = 3
QUOTED_AT_MOST = 4  # provisions printed below a calculation; the others are one click away
RULES_QUOTED_AT_MOST = 3  # of them below a bare rule, whose conditions are all told already


def say_provision(citation: Citation, language: str, *, lead: tuple[str, ...] = ("according",)) -> str:
    """One provision: who says it, then its words; a whole attachment is only linked."""
    if len(citation.quote) > LONG_PROVISION:
        return phrase(language, "too_long", link=link(citation))
    return f"{phrase(language, *lead, label=citation.label)}\n\n{quote(citation)}\n\n{link(citation)}"


def say_sources(citations: Sequence[Citation], language: str) -> tuple[str, ...]:
    """The provisions behind a sentence, one block each: short ones quoted, the others linked in one line."""
    quoted = [c for c in citations if len(c.quote) <= LONG_QUOTE][:SOURCES_AT_ONCE]
    others = [c for c in citations if c not in quoted]
    linked = (phrase(language, "also", labels="; ".join(map(link, others))),) if others else ()
    return (*(say_provision(c, language) for c in quoted), *linked)


def say_calculation(calculation: Calculation, language: str, shown: Collection[Citation] = ()) -> str:
    """A calculation: verdict or figure first, then the checklist, the steps, and the words it rests on.

    `shown` are the citations whose words stand before it and are not quoted again.
    """
    headline = _headline(calculation, language)
    asking, words = _asking(calculation, language), _words(calculation, language, shown)
    blocks = [
        headline,
        say_checklist(calculation, language),
        say_tables(_unworked(calculation), language),
        _steps(calculation, headline, language),
        *((words, asking) if _only_cited(calculation) else (asking, words)),
    ]
    return "\n\n".join(block for block in blocks if block)


def in_language(warning: Caveat, language: str) -> Caveat:
    """A warning in the language of the answer; as it is written where `words/warnings.en.yaml` has no line for it."""
    english = in_english(warning.message, "warnings") if language != "id" else None
    return warning if english is None else replace(warning, message=english)


def say_notes(warnings: Sequence[Caveat], language: str) -> str:
    """The warnings that touch an answer, one line each."""
    if not warnings:
        return ""
    lines = [f"- {w.message}" + (f" ({link(w.citation)})" if w.citation else "") for w in warnings]
    return "\n".join((phrase(language, "notes"), "", *lines))


def _headline(calculation: Calculation, language: str) -> str:
    topic = find_phrase(language, "tools", calculation.tool, "topic") or calculation.tool.replace("_", " ")
    figure = _figure(calculation, language)
    verdict = _verdict(calculation, topic, language)
    # A rule that is already told comes before what is still unknown of the person.
    told_first = calculation.verdict == "tidak_dapat_ditentukan" and figure
    return "\n\n".join(part for part in ((figure, verdict) if told_first else (verdict, figure)) if part)


def _figure(calculation: Calculation, language: str) -> str:
    """What came out: the first of the tool's sentences that its result can fill, else every figure by its name."""
    shown = {key: name(key, value, language) for key, value in calculation.result.items() if value is not None}
    shown = {key: value for key, value in shown.items() if value}
    for template in find_phrases(language, "tools", calculation.tool, "headline") if shown else ():
        if all(slot in shown for _, slot, _, _ in Formatter().parse(template) if slot):
            return template.format(**shown)
    return say_results(calculation, language)


def _verdict(calculation: Calculation, topic: str, language: str) -> str:
    """The verdict in the tool's own words where it has some, else in the common ones; none above a bare rule."""
    if calculation.verdict is None:
        return ""
    if only_rules(calculation):
        return phrase(language, "rules", topic=topic)
    verdict: str = calculation.verdict
    if verdict == "tidak_dapat_ditentukan" and not calculation.requirements:
        # The rule is told; what is asked below follows without a lead.
        if calculation.result or calculation.steps or (_only_cited(calculation) and _worth_quoting(calculation)):
            return ""
        verdict = "data_kurang"
    own = find_phrase(language, "tools", calculation.tool, "verdict", verdict)
    if verdict == "tidak_dapat_ditentukan" and _is_met_so_far(calculation):
        verdict = _SO_FAR
    return own or phrase(language, "verdict", verdict, topic=topic)


def _is_met_so_far(calculation: Calculation) -> bool:
    """Whether every condition that could be held against what is told is met: "umur 53, bisa?"."""
    return {r.status for r in calculation.requirements} == {"terpenuhi", "tidak_diketahui"}


def _only_cited(calculation: Calculation) -> bool:
    """Whether the provisions themselves are all that can be told yet."""
    undecided = calculation.verdict == "tidak_dapat_ditentukan"
    return undecided and not (calculation.requirements or calculation.steps or calculation.result)


def _unworked(calculation: Calculation) -> Mapping[str, Any]:
    """The results without the tables whose every row is a step of the working: told there, with its provision."""
    worked = {step.value for step in calculation.steps}
    tables = {key: value for key, value in calculation.result.items() if isinstance(value, (list, tuple))}
    told = [key for key, rows in tables.items() if rows and all(_told_in(row, worked) for row in rows)]
    return {key: value for key, value in calculation.result.items() if key not in told}


def _told_in(row: Any, worked: Collection[str]) -> bool:
    return isinstance(row, Mapping) and any(str(cell) in worked for cell in row.values())


def _steps(calculation: Calculation, headline: str, language: str) -> str:
    """The working; a single step that only repeats the headline is left to the words it rests on."""
    if not calculation.steps:
        return ""
    only = calculation.steps[0]
    computed = _computes(only)
    if len(calculation.steps) == 1 and only.citation and not computed and f"**{only.value}**" in headline:
        return ""
    lines = []
    for n, step in enumerate(calculation.steps, start=1):
        english = in_english(step.text) if language != "id" else None
        value = (in_english(step.value) or show(step.value, language)) if english is not None else step.value
        said = f"{english or step.text}: **{value}**"
        lines.append(f"{n}. {said}" + (f" ({link(step.citation)})" if step.citation else ""))
    # Steps that compute nothing, with nothing judged by them, tell the rule.
    bare = calculation.verdict in (None, "tidak_dapat_ditentukan") and not any(map(_computes, calculation.steps))
    return "\n".join((phrase(language, "rule" if bare else "steps"), "", *lines))


def _computes(step: Step) -> bool:
    return any(sign in step.text for sign in _SIGNS)


def _asking(calculation: Calculation, language: str) -> str:
    if not calculation.missing:
        return ""
    lead = "asking_you" if only_rules(calculation) else "asking"
    lines = [_question(item, language) for item in calculation.missing[:ASKED_AT_ONCE]]
    return "\n".join((phrase(language, lead), "", *lines))


def _question(item: Missing, language: str) -> str:
    """The calculator's own question, which may name the choices; in English the vocabulary's."""
    question = item.question if language == "id" else fact_words()[item.field].question_en
    because = f" ({phrase(language, 'because', label=link(item.citation))})" if item.citation else ""
    return f"- {question}{because}"


def _words(calculation: Calculation, language: str, shown: Collection[Citation]) -> str:
    """The provisions' own words, each provision once, short ones only: the long ones are one click away."""
    places: dict[str, list[Citation]] = {}
    for citation in [each for each in _worth_quoting(calculation) if each not in shown]:
        places.setdefault(citation.address.key, []).append(citation)
    if not places:
        return ""
    most = RULES_QUOTED_AT_MOST if only_rules(calculation) else QUOTED_AT_MOST
    blocks = ["\n\n".join((link(same[0]), *map(quote, _apart(same)))) for same in list(places.values())[:most]]
    return "\n\n".join((phrase(language, "words"), *blocks))


def _worth_quoting(calculation: Calculation) -> Sequence[Citation]:
    """The citations of what decided, without what is too long, and without words that a step has told already."""
    short = [c for c in _deciding(calculation) if len(c.quote) <= LONG_QUOTE]
    worked = {sentence_of(step.value).casefold() for step in calculation.steps} if len(calculation.steps) > 1 else set()
    return [c for c in short if sentence_of(flat(c.quote)).casefold() not in worked]


def _apart(same: Sequence[Citation]) -> Sequence[Citation]:
    """Quotes of one provision without those that stand inside another."""
    return [c for c in same if not any(c.quote != other.quote and c.quote in other.quote for other in same)]


def _deciding(calculation: Calculation) -> Iterable[Citation]:
    """The citations of what decided: conditions not met, the working, conditions met; else all that is told."""
    shown = shown_conditions(calculation.requirements)
    failed = [r.citation for r in shown if r.status == "belum"]
    met = [r.citation for r in shown if r.status == "terpenuhi"]
    worked = [s.citation for s in calculation.steps if s.citation is not None]
    decided = [*failed, *worked, *met] if not only_rules(calculation) else []
    return dict.fromkeys(decided or [r.citation for r in shown] or calculation.citations)
