"""Conditions that many rules share: long enough, rated well enough, young enough, proven by yes or no.

Each adds one requirement to a draft, saying what the law needs and what was told.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import get_args

from assistant.calculation import indonesian
from assistant.calculators.draft import Draft, Source
from assistant.calculators.kalender import MONTHS_PER_YEAR, duration
from assistant.calculators.values import Value, Values
from assistant.errors import InputError
from assistant.facts import Facts, Nilai
from assistant.source import FEW

RATINGS: tuple[str, ...] = get_args(Nilai)  # best first


def months_of(value: Value) -> int:
    """A legal duration in months, whether the law counts it in years or in months."""
    return int(value.number) * (MONTHS_PER_YEAR if value.unit == "tahun" else 1)


def require_duration(draft: Draft, what: str, told: int | None, value: Value, field: str) -> None:
    """At least so long: `what` continues "Paling singkat 2 tahun ..."."""
    needed = months_of(value)
    if told is None:
        draft.require(f"Paling singkat {duration(needed)} {what}", None, value, field)
        return
    draft.require(
        f"{duration(told)} {what}, disyaratkan paling singkat {duration(needed)}", told >= needed, value, field
    )


def require_ratings(draft: Draft, told: Sequence[str] | None, value: Value, field: str = "nilai_kinerja") -> None:
    """Each of the last years rated at least baik; `value` holds the number of years, `told` the newest first."""
    years = int(value.number)
    wanted = f"disyaratkan paling sedikit baik dalam {years} tahun terakhir"
    if not told:
        draft.require(f"Nilai kinerja: {wanted}", None, value, field)
        return
    names = " dan ".join(rating.replace("_", " ") for rating in told[:years])
    draft.require(f"Nilai kinerja {names}, {wanted}", ratings_met(told, years), value, field)


def ratings_met(told: Sequence[str], years: int, minimum: str = "baik") -> bool | None:
    """Whether the last `years` ratings reach the minimum; None while fewer were told and none of them is too low."""
    recent = told[:years]
    if any(RATINGS.index(rating) > RATINGS.index(minimum) for rating in recent):
        return False
    return True if len(recent) >= years else None


def require_amount(draft: Draft, what: str, told: Decimal | None, needed: Decimal, source: Source, field: str) -> None:
    """At least so much: "Angka kredit 52 dari 50 yang disyaratkan", "Angka kredit paling sedikit 50"."""
    if told is None:
        draft.require(f"{what} paling sedikit {indonesian(needed)}", None, source, field)
        return
    draft.require(
        f"{what} {indonesian(told)} dari {indonesian(needed)} yang disyaratkan", told >= needed, source, field
    )


def require_yes(draft: Draft, text: str, told: bool | None, value: Value, field: str) -> None:
    """A condition settled by one yes or no."""
    draft.require(text, told, value, field)


def require_no(draft: Draft, text: str, told: bool | None, value: Value, field: str) -> None:
    """A condition that a yes breaks; `text` says what must not be."""
    draft.require(text, None if told is None else not told, value, field)


def needs(draft: Draft, facts: Facts, *names: str) -> bool:
    """Ask for each of these facts that was not told; whether any is missing."""
    absent = [name for name in names if getattr(facts, name) is None]
    for name in absent:
        draft.need(name)
    return bool(absent)


def cite_rules(draft: Draft, values: Values, rules: Sequence[str], jabatan: str | None = None) -> None:
    """Cite the values of these names (of one position, where it is given): the rule, told before any fact is known."""
    told = [v for v in values.entries if v.name in rules and (jabatan is None or v.key.split(" ")[0] == jabatan)]
    for value in told:
        whole = value.address.parent if value.address is not None else None
        items = [other for other in told if other.address is not None and other.address.parent == whole]
        # Many items of one list are told by the list itself: none of them is left out, and each stands in its sentence.
        listed = bool(value.address and (value.address.huruf or value.address.angka)) and len(items) > FEW
        if not (listed and whole is not None and draft.cite_list(whole)):
            draft.cite(value)


def needs_under(draft: Draft, facts: Facts, values: Values, rules: Sequence[str], *names: str) -> bool:
    """As `needs`, telling the rules too that the missing facts are held against, once the position is known."""
    if not needs(draft, facts, *names):
        return False
    jabatan = getattr(facts, "jabatan", None)
    if jabatan is not None or "jabatan" not in names:
        cite_rules(draft, values, rules, jabatan)
    return True


def refuse_more_than_team(field: str, label: str, part: int | None, team: int | None) -> None:
    """Refuse a part of a team that is larger than the team itself."""
    if part is not None and team is not None and part > team:
        raise InputError(field, f"{label} {part} melebihi jumlah tim {team}; sebutkan paling banyak {team}.")
