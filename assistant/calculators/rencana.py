"""Rencana kenaikan: from credits, pace, time and ratings to the first round of promotion that can be reached.

Credits are taken to come in evenly, month by month; the text only counts them per year. Pure arithmetic: what is
needed and what the calendar allows comes from the law through the callers.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal
from itertools import pairwise, takewhile

from assistant.calculators.kalender import MONTHS_PER_YEAR, add_months, full_months
from assistant.calculators.periode import Periode
from assistant.errors import InputError

A_LIFETIME = 100 * MONTHS_PER_YEAR
SHOWN = Decimal(1) / 100  # expected credits are shown to the hundredth; nothing is compared rounded
Rounds = Callable[[date], Iterable[Periode]]


@dataclass(frozen=True)
class Situation:
    """Where a person stands on a day."""

    on: date
    held: Decimal
    needed: Decimal
    months_served: int
    months_needed: int
    ratings_ready: date
    since: date | None = None  # the first day in rank or level, where it is told

    @property
    def lacking(self) -> Decimal:
        """The credits still to be collected."""
        return max(self.needed - self.held, Decimal())

    @property
    def time_ready(self) -> date:
        """The day on which the time in rank or level is long enough."""
        if self.since is not None:
            return max(self.on, add_months(self.since, self.months_needed))
        return add_months(self.on, max(self.months_needed - self.months_served, 0))

    @property
    def almost_a_month_more(self) -> "Situation":
        """The same, if the months told were cut down from nearly one more."""
        return replace(self, since=add_months(self.on, -self.months_served - 1) + date.resolution)


@dataclass(frozen=True)
class Plan:
    """The first round that can be reached at a pace, and what decides it."""

    name: str
    situation: Situation
    pace: Decimal
    credits_ready: date
    first: Periode
    binding: tuple[str, ...]


def credits_ready(situation: Situation, pace: Decimal) -> date | None:
    """The day on which the credits are complete; None when they never are."""
    if not situation.lacking:
        return situation.on
    if not pace:
        return None
    months = (situation.lacking * MONTHS_PER_YEAR / pace).to_integral_value(ROUND_CEILING)
    if months > A_LIFETIME:
        return None
    return add_months(situation.on, int(months))


def plan(name: str, situation: Situation, pace: Decimal, rounds: Rounds) -> Plan | None:
    """The first round whose proposal finds the credits complete and whose start finds time and ratings complete."""
    ready = credits_ready(situation, pace)
    if ready is None:
        return None
    by_credits = first_round(rounds, situation.on, ready, situation.on)
    by_time = first_round(rounds, situation.on, situation.on, situation.time_ready)
    by_ratings = first_round(rounds, situation.on, situation.on, situation.ratings_ready)
    first = max((by_credits, by_time, by_ratings), key=lambda each: each.start)
    soonest = first_round(rounds, situation.on, situation.on, situation.on)
    causes = {"angka_kredit": by_credits, "masa": by_time, "nilai_kinerja": by_ratings}
    binding = tuple(cause for cause, found in causes.items() if found == first != soonest)
    return Plan(name, situation, pace, ready, first, binding or ("kalender",))


def first_round(rounds: Rounds, on: date, credits: date, eligible: date) -> Periode:
    """The first round with credits complete by its proposal and the person eligible by its start."""
    found = next((each for each in rounds(max(on, credits)) if each.start >= eligible), None)
    if found is None:
        raise InputError("tanggal", "Sesudah tanggal itu tidak ada lagi periode kenaikan dalam kalender.")
    return found


def extra_for_earlier(found: Plan, rounds: Rounds) -> tuple[Decimal, Periode] | None:
    """The credits that one round earlier would need on top of the pace; None where credits do not decide."""
    if found.binding != ("angka_kredit",):
        return None
    situation = found.situation
    up_to = pairwise(rounds(situation.on))
    earlier = next(before for before, after in up_to if after == found.first)
    if earlier.start < max(situation.time_ready, situation.ratings_ready):
        return None
    extra = situation.lacking - _gained(found, earlier.dupak)
    return extra.quantize(SHOWN, ROUND_CEILING), earlier


def points(found: Plan, rounds: Rounds) -> list[dict[str, object]]:
    """The credits expected today and at the proposal of each round up to the one reached: a line for a chart."""
    reached = takewhile(lambda each: each.start <= found.first.start, rounds(found.situation.on))
    days = [(found.situation.on, "hari ini"), *((each.dupak, each.title) for each in reached)]
    return [
        {
            "rencana": found.name,
            "tanggal": day,
            "label": label,
            "angka_kredit": (found.situation.held + _gained(found, day)).quantize(SHOWN, ROUND_HALF_UP),
            "disyaratkan": found.situation.needed,
        }
        for day, label in days
    ]


def _gained(found: Plan, day: date) -> Decimal:
    """The credits that the pace brings from today to a day, by full months."""
    return found.pace * full_months(found.situation.on, day) / MONTHS_PER_YEAR
