"""Numbers, durations, dates and ranks in a message, each with the words and characters it came from."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any, Literal

from assistant.understand.text import Text, Word
from assistant.understand.units import Units, load_units
from corpus.number_words import find_numbers

AmountKind = Literal["number", "duration", "date", "since"]
ORDINAL = "ke"
_RATIO = re.compile(r"\d+(?::\d+|\s:\s\d+)+")
_RATE_AHEAD = 4  # words between "tiap semester" and its number
_RATE_BEHIND = 2  # words between a number and "per bulan"
_OTHERS = "rekan"
_CLAUSE_ENDS = frozenset(".,;?!") | {"dan", "and", "tapi"}
_COUNTED = frozenset({"kali", "orang", "jp", "jam"})  # these are asked for by the year as they are told
_YEARS = range(1940, 2100)
_DATE = re.compile(
    r"(?<![\d/])(?:(?P<d>\d{1,2})[-/.](?P<m>\d{1,2})[-/.](?P<y>\d{4})|(?P<y2>\d{4})-(?P<m2>\d{1,2})-(?P<d2>\d{1,2}))(?![\d/])"
)


@dataclass(frozen=True)
class Amount:
    """A value read from words `first` to `last` of the text; `value` is a Decimal, months, or a date."""

    kind: AmountKind
    value: Any
    start: int
    end: int
    first: int
    last: int
    unit: str = ""
    rough: bool = False  # several exact values are possible ("2,3 tahun", "sejak 2021")
    back: bool = False  # only says how far back something looks
    short: bool = False  # only says how much is missing: "kurang satu"
    per: int = 0  # months in which it is reached again and again ("14 tiap semester"), 0 for an amount told once

    @property
    def is_year(self) -> bool:
        """Whether this looks like the name of a year rather than an amount."""
        return self.kind == "number" and not self.unit and self.value in _YEARS and self.value == int(self.value)


def read_amounts(text: Text, today: date, hidden: Sequence[tuple[int, int]] = ()) -> tuple[Amount, ...]:
    """Every amount of a message, none twice; `hidden` characters (citations, ranks) are passed over."""
    return _Amounts(text, today, hidden).read()


class _Amounts:
    def __init__(self, text: Text, today: date, hidden: Sequence[tuple[int, int]]) -> None:
        self.text = text
        self.words = text.words
        self.today = today
        self.units: Units = load_units()
        self.taken = list(hidden)

    def read(self) -> tuple[Amount, ...]:
        found = [*self._dates()]
        found += self._durations(self._rates([*self._fused(), *self._numbers()]))
        return tuple(sorted((self._back(self._negative(a)) for a in found), key=lambda amount: amount.start))

    # --- rates

    def _rates(self, numbers: list[Amount]) -> list[Amount]:
        """Numbers reached once in a stretch of time: "2,5 per bulan", "tiap semester 14", "25 AK setahun"."""
        spans = self._stretches()
        rated = list(numbers)
        for first, last, months in spans:
            after = [a for a in rated if a.first > last and self._free(last + 1, a.first, _RATE_AHEAD)]
            before = [a for a in rated if a.last < first and self._free(a.last + 1, first, _RATE_BEHIND)]
            behind = max(before, key=lambda a: a.first, default=None)
            ahead = min(after, key=lambda a: a.first, default=None)
            target = ahead if behind is None or (ahead and self._gains(first, last + 1, ahead.first)) else behind
            if target is None or target.per or target.unit in self.units.months or target.unit in _COUNTED:
                continue
            rated[rated.index(target)] = replace(target, per=months)
        inside = [range(first, last + 1) for first, last, _ in spans]
        taken = {a.first for a in rated if a.unit in self.units.months and any(a.first in span for span in inside)}
        return [a for a in rated if a.first not in taken]

    def _gains(self, first: int, low: int, high: int) -> bool:
        """Whether "tiap tahun dapat" leads on to the number behind it rather than closes the one before it."""
        leads = self.words[first].text in self.units.leading or low < high
        return leads and all(word.text in self.units.gains for word in self.words[low:high])

    def _stretches(self) -> list[tuple[int, int, int]]:
        """Where a stretch of time is named that something comes back in: its words, and how many months it has."""
        found = []
        for at, word in enumerate(self.words):
            fused = self.units.one.get(word.text)
            fused = fused if fused in self.units.months else None
            unit = fused or self.units.by_word.get(word.text.removesuffix("nya"))
            months = self.units.months.get(unit or "")
            after = self.words[at + 1].text if at + 1 < len(self.words) else ""
            if not months or after.isdigit():
                continue
            before = self.words[at - 1].text if at else ""
            if fused is None and before in self.units.each:
                found.append((at - 1, at, int(months)))
            elif fused is not None and (self._leads_on(at) or self._free(self._number_before(at), at, _RATE_BEHIND)):
                found.append((at, at, int(months)))
        return found

    def _leads_on(self, at: int) -> bool:
        """ "Setahun dapat 12,5": words of gaining and then a number."""
        end = at + 1
        while end < len(self.words) and self.words[end].text in self.units.gains:
            end += 1
        return at + 1 < end < len(self.words) and self.words[end].text[0].isdigit()

    def _number_before(self, at: int) -> int:
        """The word behind the last one with a digit before a place; the place itself where there is none."""
        return next((i + 1 for i in range(at - 1, max(-1, at - 4), -1) if self.words[i].text[0].isdigit()), -9)

    def _free(self, low: int, high: int, most: int) -> bool:
        """Whether between two places stand at most so many words, none of them a number or the end of a clause."""
        between = [word.text for word in self.words[max(low, 0) : high]]
        return 0 <= high - low <= most and not any(text in _CLAUSE_ENDS or text[0].isdigit() for text in between)

    # --- dates

    def _dates(self) -> Iterator[Amount]:
        for found in _DATE.finditer(self.text.raw):
            parts = (found["y"] or found["y2"], found["m"] or found["m2"], found["d"] or found["d2"])
            year, month, day = (int(part) for part in parts)
            yield from self._date(found.start(), found.end(), year, month, day)
        for at, word in enumerate(self.words):
            named = self.units.month_names.get(word.text)
            after = self.words[at + 1] if at + 1 < len(self.words) else None
            if named and after and after.text.isdigit() and int(after.text) in _YEARS:
                before = self.words[at - 1] if at else None
                on = int(before.text) if before and before.text.isdigit() and 1 <= int(before.text) <= 31 else None
                start = before.start if before and on else word.start
                yield from self._date(start, after.end, int(after.text), named, on or 1, rough=on is None)

    def _date(self, start: int, end: int, year: int, month: int, day: int, rough: bool = False) -> Iterator[Amount]:
        if self._hidden(start, end):
            return
        try:
            value = date(year, month, day)
        except ValueError:
            return
        self.taken.append((start, end))
        yield self._since(self._amount("date", value, start, end, rough=rough))

    def _since(self, amount: Amount) -> Amount:
        before = " ".join(word.text for word in self.words[max(0, amount.first - 4) : amount.first])
        if not any(f" {phrase} " in f" {before} " for phrase in self.units.since):
            return amount
        months = (self.today.year - amount.value.year) * 12 + self.today.month - amount.value.month
        months -= self.today.day < amount.value.day
        return replace(amount, kind="since", value=(amount.value, max(months, 0)))

    # --- numbers and durations

    def _fused(self) -> Iterator[Amount]:
        """ "Setahun", "sebulan", "bertiga"."""
        for at, word in enumerate(self.words):
            unit = self.units.one.get(word.text) or ("orang" if word.text in self.units.together else "")
            before = self.words[at - 1].text if at else ""
            if unit == "kali" and before in self.units.very:
                continue
            if unit and not self._hidden(word.start, word.end):
                self.taken.append((word.start, word.end))
                value = Decimal(self.units.together.get(word.text, 1))
                yield self._amount("number", value, word.start, word.end, unit=unit)

    def _numbers(self) -> Iterator[Amount]:
        self.taken += [found.span() for found in _RATIO.finditer(self.text.raw)]
        yield from self._ordinals()
        for number in find_numbers(self.text.raw):
            if not self._hidden(number.start, number.end):
                amount = self._amount("number", number.value, number.start, number.end)
                yield self._with_unit(amount)
        for at, word in enumerate(self.words):
            if word.text in self.units.english and not self._hidden(word.start, word.end):
                yield from self._english(at)

    def _ordinals(self) -> Iterator[Amount]:
        """ "Tahap ketiga": a number that needs a cue."""
        for word in self.words:
            if word.text in self.units.ordinals and not self._hidden(word.start, word.end):
                self.taken.append((word.start, word.end))
                yield self._amount(
                    "number", Decimal(self.units.ordinals[word.text]), word.start, word.end, unit=ORDINAL
                )

    def _english(self, at: int) -> Iterator[Amount]:
        if at and (self.words[at - 1].text in self.units.english or self._hundred_and(at - 1)):
            return
        value, last = 0, at
        while last < len(self.words):
            part = self.units.english.get(self.words[last].text)
            if part is None and not self._hundred_and(last):
                break
            value = max(value, 1) * part if part == 100 else value + (part or 0)
            last += 1
        yield self._with_unit(self._amount("number", Decimal(value), self.words[at].start, self.words[last - 1].end))

    def _hundred_and(self, at: int) -> bool:
        """ "One hundred and five"."""
        before, after = self.words[at - 1].text, self.words[at + 1].text if at + 1 < len(self.words) else ""
        return self.words[at].text == "and" and before == "hundred" and after in self.units.english

    def _with_unit(self, amount: Amount) -> Amount:
        """The number with the unit word behind it ("2 tahun", "80 AK", "50%", "2x")."""
        at = amount.last + 1
        while at < len(self.words) and self.words[at].text in ("buah", "lebih", "kurang"):
            at += 1
        for length in (2, 1):
            words = self.words[at : at + length]
            unit = self.units.by_word.get(" ".join(word.text for word in words)) if len(words) == length else None
            if unit == "angka kredit":
                return replace(amount, unit=unit)
            if unit == _OTHERS:
                return self._with_others(amount)
            if unit is not None:
                return replace(amount, unit=unit, end=words[-1].end, last=at + length - 1)
        return amount

    def _with_others(self, amount: Amount) -> Amount:
        """ "Bareng dua teman" is three people."""
        before = {word.text for word in self.words[max(0, amount.first - 2) : amount.first]}
        return replace(amount, unit="orang", value=amount.value + bool(before & self.units.beside))

    def _durations(self, numbers: list[Amount]) -> list[Amount]:
        """Numbers with time units become durations; "2 tahun 3 bulan" becomes one."""
        found: list[Amount] = []
        for amount in sorted(numbers, key=lambda each: each.start):
            if amount.unit not in self.units.months:
                found.append(amount)
                continue
            duration = self._duration(amount)
            before = found[-1] if found else None
            if before and before.kind == "duration" and self._continues(before, duration):
                found[-1] = replace(
                    before,
                    value=before.value + duration.value,
                    end=duration.end,
                    last=duration.last,
                    unit="bulan",
                    rough=False,
                )
            else:
                found.append(duration)
        return [self._under(a) for at, a in enumerate(found) if not at or a.start >= found[at - 1].end]

    def _duration(self, amount: Amount) -> Amount:
        each = self.units.months[amount.unit]
        if each is None:
            return amount
        months = amount.value * each
        tail = self.words[amount.last + 1].text if amount.last + 1 < len(self.words) else ""
        if tail == "setengah":
            months += each / 2
            amount = replace(amount, end=self.words[amount.last + 1].end, last=amount.last + 1)
        whole = months == months.to_integral_value()
        return replace(amount, kind="duration", value=months if not whole else Decimal(int(months)), rough=not whole)

    def _continues(self, before: Amount, duration: Amount) -> bool:
        if duration.kind != "duration" or before.unit != "tahun" or duration.unit not in ("bulan", "semester"):
            return False
        between = [word.text for word in self.words[before.last + 1 : duration.first]]
        return all(word in ("dan", "lebih", "lewat", "and", ",") for word in between) and len(between) <= 1

    def _under(self, amount: Amount) -> Amount:
        """ "Hampir 2 tahun" is not yet two years: the last whole month before it; "lebih dari" the first one after."""
        if amount.kind != "duration":
            return amount
        before = " ".join(word.text for word in self.words[max(0, amount.first - 2) : amount.first])
        if any(f" {before}".endswith(f" {phrase}") for phrase in self.units.under):
            return replace(amount, value=amount.value - 1)
        if any(f" {before}".endswith(f" {phrase}") for phrase in self.units.over):
            return replace(amount, value=amount.value + 1)
        return amount

    def _back(self, amount: Amount) -> Amount:
        after = self.words[amount.last + 1].text if amount.last + 1 < len(self.words) else ""
        before = self.words[amount.first - 1].text if amount.first else ""
        back = amount.kind == "duration" and (after in self.units.looking_back or before in self.units.looking_back)
        short = amount.kind == "number" and before in self.units.short
        return replace(amount, back=back, short=short)

    def _negative(self, amount: Amount) -> Amount:
        if amount.kind != "number" or not amount.first:
            return amount
        before = self.words[amount.first - 1]
        minus = before.text in ("minus", "negatif") or (before.text in "-−" and self._sign(before))
        return replace(amount, value=-amount.value, start=before.start, first=amount.first - 1) if minus else amount

    def _sign(self, mark: Word) -> bool:
        """Whether a dash is a sign, not a hyphen or a range."""
        lead = self.text.raw[mark.start - 1 : mark.start]
        return mark.end < len(self.text.raw) and (not lead or lead.isspace()) and not self.text.raw[mark.end].isspace()

    def _hidden(self, start: int, end: int) -> bool:
        return any(start < stop and begin < end for begin, stop in self.taken)

    def _amount(
        self, kind: AmountKind, value: Any, start: int, end: int, unit: str = "", rough: bool = False
    ) -> Amount:
        inside = [at for at, word in enumerate(self.words) if word.start < end and start < word.end]
        first, last = (inside[0], inside[-1]) if inside else (0, 0)
        return Amount(kind, value, start, end, first, last, unit, rough)
