"""What could be read in several ways: a doubt with its readings, never a guess."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from assistant.reading import Doubt, Fact
from assistant.understand.facts.context import Context
from assistant.understand.language.text import Text, overlaps
from assistant.understand.language.vocabulary import Field
from assistant.understand.others.hearsay import is_said_by_another
from assistant.understand.quantities.absent import is_absent
from assistant.understand.quantities.amount import Amount
from assistant.understand.quantities.introduced import is_missed
from assistant.understand.quantities.values import Value

_MOST = 4  # facts among which a person is asked to choose
_MONTHS_PER_YEAR = 12
_ONE = frozenset({"one", "satu"})


class Doubts:
    """The doubts about a message, once its facts are read."""

    def __init__(self, fields: Mapping[str, Field], text: Text, facts: Sequence[Fact], context: Context) -> None:
        self._fields = fields
        self._text = text
        self._told = {fact.field for fact in facts}
        self._spans = [(fact.start, fact.end) for fact in facts]
        self._ratings = [(f.start, f.end) for f in facts if f.field in fields and fields[f.field].kind == "daftar"]
        self._context = context

    def find(self, amounts: Sequence[Amount], values: Sequence[Value]) -> Iterator[Doubt]:
        """Each rough duration, and the first number that is told of nobody knows what."""
        for amount in amounts:
            if amount.kind == "duration" and amount.rough:
                yield from self._rough(amount)
        for value in values:
            told = value.bare and not value.guarded and not value.counts_noun and not self._says_no_value(value)
            if told and not overlaps(value.start, value.end, self._spans):
                names = [name for name in value.fits if name in self._context.preferred and name not in self._told]
                if len(names) > 1:
                    yield self._which(value, names)
                    return

    def _says_no_value(self, value: Value) -> bool:
        """Whether a number is plainly told of something, but is no value: not reached, of another, what somebody said."""
        of_another = self._is_rated(value) or is_absent(self._text, value.start, value.end, self._told)
        said = is_said_by_another(self._text, value.first)
        return of_another or said or is_missed(value, self._text) or self._is_article(value)

    def _is_article(self, value: Value) -> bool:
        """Whether a number is a mere "one" before what it is one of: "one more thing", "satu kegiatan tambahan"."""
        said = self._text.raw[value.start : value.end].casefold()
        return said in _ONE and self._text.at(value.last + 1).isalpha()

    def _is_rated(self, value: Value) -> bool:
        """Whether a number stands beside ratings, so that it counts their years: "SKP baik 2 tahun"."""
        return any(
            not any(letter.isalnum() for letter in self._text.raw[min(end, value.end) : max(start, value.start)])
            for start, end in self._ratings
        )

    def _rough(self, amount: Amount) -> Iterator[Doubt]:
        """ "2,3 tahun" may be 2.3 years or 2 years and 3 months."""
        field = next(filter(self._is_open_time, (*self._context.asked, *self._context.preferred)), None)
        if field is None:
            return
        said = self._text.raw[amount.start : amount.end]
        years, tenths = divmod(amount.value / _MONTHS_PER_YEAR * 10, 10)
        readings = {
            f"{int(years)} tahun {int(tenths)} bulan": int(years) * _MONTHS_PER_YEAR + int(tenths),
            f"{int(amount.value)} bulan penuh": int(amount.value),
        }
        yield Doubt(field, f"“{said}” maksudnya {' atau '.join(readings)}?", readings)

    def _is_open_time(self, name: str) -> bool:
        return name in self._fields and self._fields[name].kind == "lama" and name not in self._told

    def _which(self, value: Value, names: Collection[str]) -> Doubt:
        said = self._text.raw[value.start : value.end]
        offered = list(names)[:_MOST]
        readings: dict[str, Any] = {self._fields[name].words.label: {name: value.fits[name]} for name in offered}
        return Doubt(offered[0], f"{said} itu untuk apa: {'; '.join(readings)}?", readings)
