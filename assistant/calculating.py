"""The answer that a calculator gives: from the facts told and supposed, for both positions where none is known."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from pydantic import ValidationError

from assistant import compose
from assistant.asking import ask_position
from assistant.bounds import loosened, noted
from assistant.calculation import Calculation, Missing, plain
from assistant.calculators.law import Law
from assistant.conversation import Conversation
from assistant.declining import refused
from assistant.draft import Draft
from assistant.errors import AssistantError, InputError
from assistant.facts import fact_words
from assistant.phrases import phrase
from assistant.reading import Part
from assistant.reply import AnswerKind
from assistant.supposing import going_on, still_supposed
from assistant.told import say_told
from assistant.tools import Tool, tools

_REFERENCE = re.compile(r"sebagaimana dimaksud (?:pada|dalam) (?:ayat|huruf|pasal) \(?\w+\)?", re.IGNORECASE)


def calculate(part: Part, conversation: Conversation, language: str, law: Law, today: date) -> Draft:
    """The calculator's answer, and of what is only supposed in it that it is."""
    held = still_supposed(conversation, part, tools()[part.tool or ""].facts.model_fields)
    draft = _calculated(part, conversation, language, law, today)
    if not held:
        return draft
    line = phrase(language, "supposed_still", told=say_told(held, ()))
    return replace(draft, text=f"{line}\n\n{draft.text}", own=(line, *draft.own))


def _calculated(part: Part, conversation: Conversation, language: str, law: Law, today: date) -> Draft:
    tool, before = tools()[part.tool or ""], conversation.supposed
    _suppose(part, conversation, tool)
    inputs = _inputs(part, conversation, tool, today)
    try:
        found = loosened(tool.run(inputs, law), noted(conversation.bounds, part))
    except (ValidationError, InputError) as error:
        if part.what_if:  # what cannot be is not supposed any longer
            conversation.supposed = before
        return refused(error, language)
    both = for_both(tool, inputs, found, language, law, conversation.skipped)
    return both or _say_one(found, language, conversation.skipped)


def _suppose(part: Part, conversation: Conversation, tool: Tool) -> None:
    """Keep what is supposed and, of a question in earnest, the calculator at work and what was not to be asked."""
    if part.what_if:  # one supposition may be added to the last: "kalau AK 100?", "kalau sudah 2 tahun?"
        conversation.supposed = merged(conversation.supposed, part)
        if tool.name not in conversation.at_work:  # come back to with a case to try
            conversation.tool = tool.name
    else:
        conversation.supposed = going_on(conversation, part)
        conversation.skipped.update(part.skipped)
        conversation.tool = tool.name


def _inputs(part: Part, conversation: Conversation, tool: Tool, today: date) -> dict[str, Any]:
    """Of all that is told and supposed, what the calculator takes."""
    told = merged({**conversation.facts, **conversation.supposed}, part)
    inputs = {name: told[name] for name in tool.facts.model_fields if name in told}
    if "tanggal" in tool.facts.model_fields:
        inputs.setdefault("tanggal", today)
    return inputs


def _say_one(found: Calculation, language: str, skipped: Collection[str]) -> Draft:
    asked = _unskipped(found.missing, skipped)
    found = replace(found, missing=asked)
    kind: AnswerKind = "clarify" if asked and not found.requirements else "calculation"
    if found.requirements:
        kind = "eligibility"
    return Draft(kind, compose.say_calculation(found, language), found.citations, (found,), asked, found.warnings)


def merged(facts: Mapping[str, Any], part: Part) -> dict[str, Any]:
    """The facts known with those a question tells; one told as None is no longer known."""
    told = {**facts, **{fact.field: fact.value for fact in part.facts}}
    return {field: value for field, value in told.items() if value is not None}


def for_both(
    tool: Tool,
    inputs: Mapping[str, Any],
    found: Calculation,
    language: str,
    law: Law,
    skipped: Collection[str] = (),
) -> Draft | None:
    """The answer for each position, where the position is not known: what holds is told before it is asked for."""
    if "jabatan" in inputs or not any(m.field == "jabatan" for m in found.missing):
        return None
    names = fact_words()["jabatan"].choices
    try:
        each = {name: tool.run({**inputs, "jabatan": jabatan}, law) for jabatan, name in names.items()}
    except (ValidationError, AssistantError):  # one of the two positions has no such rule
        return _refused_by_each(tool, inputs, law, language)
    if not all(c.citations for c in each.values()):
        return None
    asked, question = tuple(m for m in found.missing if m.field == "jabatan"), ""
    if len({_outcome(c) for c in each.values()}) == 1:
        calculations = tuple(replace(c, missing=_unskipped(c.missing, skipped)) for c in each.values())
        asked += calculations[0].missing
        blocks = _say_same(calculations, language)
    else:
        # The position decides what else is to be asked, so it alone is asked for.
        # But what was told and fits nothing must not be passed over in silence.
        calculations = tuple(
            replace(c, missing=tuple(m for m in c.missing if m.field in inputs)) for c in each.values()
        )
        blocks = _say_apart(names.values(), calculations, language)
        question = ask_position(_unskipped(asked, skipped), language)
        blocks += [question] if question else []
    return Draft(
        "eligibility" if any(c.requirements for c in calculations) else "calculation",
        "\n\n".join(blocks),
        tuple(dict.fromkeys(citation for c in calculations for citation in c.citations)),
        calculations,
        missing=_unskipped(asked, skipped),
        warnings=tuple({w.code: w for c in calculations for w in c.warnings}.values()),
        own=(*(f"**{name}**" for name in names.values()), *([question] if question else [])),
    )


def _refused_by_each(tool: Tool, inputs: Mapping[str, Any], law: Law, language: str) -> Draft | None:
    """That what was told cannot be, where neither position has it so: a level that is passed over."""
    errors: list[InputError] = []
    for jabatan in fact_words()["jabatan"].choices:
        try:
            tool.run({**inputs, "jabatan": jabatan}, law)
        except InputError as error:
            errors.append(error)
        except (ValidationError, AssistantError):
            return None
    alike = len(errors) == len(fact_words()["jabatan"].choices) and len({error.field for error in errors}) == 1
    return refused(errors[0], language) if alike else None


def _say_same(calculations: Sequence[Calculation], language: str) -> list[str]:
    told = [compose.say_calculation(calculations[0], language), phrase(language, "both_same")]
    return [*told, *(_say_twin(c, language) for c in calculations[1:])]


def _say_apart(names: Iterable[str], calculations: Sequence[Calculation], language: str) -> list[str]:
    spoken = zip(names, calculations, strict=True)
    told = [f"**{name}**\n\n{compose.say_calculation(c, language)}" for name, c in spoken]
    return [phrase(language, "both_differ"), *told]


def _outcome(calculation: Calculation) -> str:
    """What a calculation comes to, for telling whether two come to the same."""
    statuses = [(r.text, r.status) for r in calculation.requirements]
    worked = [(s.text, s.value) for s in calculation.steps]
    told = repr((calculation.verdict, plain(calculation.result), statuses, worked))
    if calculation.result or statuses or worked:
        return told
    return repr([_unnamed(c.quote) for c in calculation.citations])  # the provisions themselves are all that is told


def _unskipped(missing: Sequence[Missing], skipped: Collection[str]) -> tuple[Missing, ...]:
    """What is still to be asked of a person who would not tell some facts."""
    return tuple(m for m in missing if m.field not in skipped)


def _say_twin(calculation: Calculation, language: str) -> str:
    """Where the same rule stands for the other position; in its words too, where these are all that is told."""
    if calculation.result or calculation.requirements or calculation.steps:
        return phrase(language, "also", labels=compose.link(calculation.citations[0]))
    return "\n\n".join(compose.say_sources(calculation.citations, language))


def _unnamed(quote: str) -> str:
    """A provision without the name of the position, and without what it refers to."""
    for name in fact_words()["jabatan"].choices.values():
        quote = quote.replace(name, "")
    return " ".join(_REFERENCE.sub("", quote).casefold().split())
