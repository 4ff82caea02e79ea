"""The answers for several sides of a contrast, one after the other, each under its name."""

from collections.abc import Mapping
from dataclasses import replace

from assistant import compose
from assistant.draft import Draft
from assistant.lookup import Found

LINKED = 3  # provisions linked below each side at most


def alone(found: Found) -> Found:
    """What was found for one side, with what else may be meant only linked."""
    return replace(found, rivals=(), near=(*found.rivals, *found.near)[:LINKED])


def say_apart(drafts: Mapping[str, Draft], sides: int, language: str) -> Draft | None:
    """One draft of all; None where a side has no answer, and one alone where they rest on the same provision."""
    if len(drafts) < max(sides, 2) or any(not draft.citations for draft in drafts.values()):
        return None
    told = {name: _unasked(draft, language) for name, draft in drafts.items()}
    all_told = list(told.values())
    if not any(draft.calculations for draft in all_told) and len({draft.citations[0] for draft in all_told}) == 1:
        return _of_all(all_told[0], language)
    if len({draft.text for draft in all_told}) == 1:
        return all_told[0]
    names = tuple(f"**{name}**" for name in told)
    return Draft(
        "eligibility" if any(draft.kind == "eligibility" for draft in all_told) else all_told[0].kind,
        "\n\n".join(f"**{name}**\n\n{draft.text}" for name, draft in told.items()),
        tuple(dict.fromkeys(c for draft in all_told for c in draft.citations)),
        tuple(c for draft in all_told for c in draft.calculations),
        warnings=tuple({w.code: w for draft in all_told for w in draft.warnings}.values()),
        own=(*names, *(line for draft in all_told for line in draft.own)),
        refusals=tuple(line for draft in all_told for line in draft.refusals),
    )


def _of_all(draft: Draft, language: str) -> Draft:
    """One provision that speaks of every side: its words alone, without the item that one side was answered by."""
    shown = [citation for citation in draft.citations if compose.quote(citation) in draft.text]
    if not shown:
        return draft
    return replace(draft, text="\n\n".join(compose.say_provision(citation, language) for citation in shown))


def _unasked(draft: Draft, language: str) -> Draft:
    """A draft without the questions that a calculation asks: nobody's case is told."""
    if len(draft.calculations) != 1:
        return draft
    calculation = replace(draft.calculations[0], missing=())
    said = compose.say_calculation(calculation, language)
    whole = compose.say_calculation(draft.calculations[0], language)
    return replace(
        draft, text=draft.text.replace(whole, said), calculations=(calculation,), missing=(), kind="calculation"
    )
