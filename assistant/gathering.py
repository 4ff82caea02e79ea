"""The questions of one message and their answers brought together, so that nothing is told twice or contradicts itself."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from assistant import compose
from assistant.asking import asked_once
from assistant.calculation import Calculation, plain
from assistant.draft import Draft
from assistant.kinds import asked_kinds
from assistant.once import behind_shown, doubted_once, in_short, with_pointers
from assistant.phrases import phrase
from assistant.reading import After, Part
from corpus.address import Address

_KNOWN = ("not_in_corpus", "official_judgement", "current_law")  # reasons that tell something of what was asked
_VAGUE = ("underspecified", "unrelated")  # of reasons that tell nothing the first is said: it asks for more


def gathered(parts: Sequence[Part]) -> tuple[Part, ...]:
    """The questions of a message with every fact it tells, and one question where two ask the same calculator.

    "Kapan saya naik pangkat? Saya negosiator III/a." is one question, told in two sentences.
    """
    told = {fact.field: fact for part in parts if not part.what_if for fact in part.facts}
    scopes = {part.regulations for part in parts if part.regulations}
    scope = next(iter(scopes)) if len(scopes) == 1 else ()
    whole: list[Part] = []
    for part in parts:
        own_facts = {fact.field: fact for fact in part.facts}
        part = replace(part, facts=tuple({**told, **own_facts}.values()), regulations=part.regulations or scope)
        twin = next((at for at, other in enumerate(whole) if _asks_the_same(part, other)), None)
        if twin is None:
            whole.append(part)
        elif _asks_more(part, whole[twin]):
            whole.append(replace(part, kind="clause", tool=None, after=After(whole[twin].text, beside=True)))
        elif _asks_more(whole[twin], part):
            whole[twin] = replace(whole[twin], kind="clause", tool=None)
            whole.append(part)
        else:
            premises = dict.fromkeys((*whole[twin].premises, *part.premises))
            whole[twin] = replace(whole[twin], premises=tuple(premises))
    return _with_few_refusals(whole)


def _asks_the_same(part: Part, other: Part) -> bool:
    """Whether two questions ask the same calculator for the same case, in whatever order it is told."""
    values = [{fact.field: (fact.value, fact.bound) for fact in each.facts} for each in (part, other)]
    return part.tool is not None and part.tool == other.tool and values[0] == values[1] and not part.doubts


def _asks_more(part: Part, other: Part) -> bool:
    """Whether a question asks for a kind of thing that calculators do not tell: "targetnya? kalau kurang apa sanksinya?"."""
    before = asked_kinds(other.text)
    return any(kind.apart and kind not in before for kind in asked_kinds(part.text))


def _with_few_refusals(parts: Sequence[Part]) -> tuple[Part, ...]:
    """The questions without a refusal that another contradicts or repeats; each beside others says what it refuses."""
    refused = [part for part in parts if part.refused]
    reasons = [part.beyond for part in refused]
    told = [r for r in reasons if r in _KNOWN] or [r for r in reasons if r in _VAGUE[:1]] or reasons
    kept = [part for part in parts if not part.refused or part.beyond in told]
    if len(refused) == len(parts):  # one reason holds for all that was asked
        kept = [part for at, part in enumerate(kept) if part.beyond not in [other.beyond for other in kept[:at]]]
    several = len(kept) > 1
    return tuple(replace(part, beside=several and part.kind == "out_of_scope") for part in kept)


def distinct(drafts: Sequence[Draft], parts: Sequence[Part], language: str) -> list[Draft]:
    """The answers to questions without what an earlier one has told; of one that tells nothing new it is said."""
    kept: list[Draft] = []
    asked: list[Part] = []
    for draft, part in zip(drafts, parts, strict=True):
        if any(_repeats(draft, other) for other in kept) or _is_shown(draft, kept):
            if draft.calculations or draft.kind != "clause" or not _searched(part, asked):
                continue
            draft = in_short(draft, part, kept, language)
        kept.append(_without_shown(draft, kept, language))
        asked.append(part)
    return asked_once(doubted_once(kept, asked, language), language)


def _searched(part: Part, asked: Sequence[Part]) -> bool:
    """Whether a question was searched for in words of its own, so that its answer is missed where it is left out."""
    return part.kind == "clause" and not part.provisions and all(part.text != other.text for other in asked)


def _repeats(draft: Draft, other: Draft) -> bool:
    """Whether an answer comes to nothing but what another came to."""
    if draft.calculations:
        come = [_come_to(calculation) for calculation in other.calculations]
        return all(_come_to(calculation) in come for calculation in draft.calculations)
    first = draft.citations[0].address if draft.citations else None
    return draft.text == other.text or (
        first is not None and bool(other.citations) and other.citations[0].address == first
    )


def _come_to(calculation: Calculation) -> str:
    """All that a calculation tells."""
    statuses = [(r.text, r.status, r.citation.address) for r in calculation.requirements]
    worked = [(s.text, s.value) for s in calculation.steps]
    asked = [missing.field for missing in calculation.missing]
    shown = [citation.address for citation in calculation.citations]
    return repr((calculation.tool, calculation.verdict, plain(calculation.result), statuses, worked, asked, shown))


def _is_shown(draft: Draft, before: Sequence[Draft]) -> bool:
    """Whether each provision that a search shows was shown in an earlier answer."""
    earlier = [address for other in before for address in _quoted(other)]
    own = _quoted(draft) if not (draft.calculations or draft.corrections) else []
    return bool(own) and all(any(place.contains(address) for place in earlier) for address in own)


def _quoted(draft: Draft) -> list[Address]:
    """The provisions whose words stand in an answer."""
    return [citation.address for citation in draft.citations if compose.quote(citation) in draft.text]


def _without_shown(draft: Draft, before: Collection[Draft], language: str) -> Draft:
    """The answer of a search without the other provisions that it shows again."""
    if draft.calculations or not before:
        return behind_shown(draft, before, language)
    draft = with_pointers(draft, before, language)
    text = draft.text
    for citation in draft.citations[1:]:
        block = f"\n\n{compose.link(citation)}\n\n{compose.quote(citation)}"
        if any(compose.quote(citation) in other.text for other in before):
            text = text.replace(block, "")
    heading = re.escape(phrase(language, "rivals"))
    return replace(draft, text=re.sub(rf"\n\n{heading}(?!\n\n\[[^\n]*\n\n>)", "", text))
