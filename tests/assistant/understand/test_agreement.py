"""What has a day has happened."""

from datetime import date

from assistant.reading import Fact
from assistant.understand.facts.agreement import with_events
from assistant.understand.language.vocabulary import fields

_DAY, _EVENT = "selesai_tugas_belajar_terakhir", "pernah_tugas_belajar"


def test_a_day_tells_that_what_it_is_of_has_happened() -> None:
    told = with_events([Fact(_DAY, date(2024, 5, 3), 3, 13, "3 Mei 2024")], fields(), {_DAY, _EVENT})
    assert {fact.field: fact.value for fact in told} == {_DAY: date(2024, 5, 3), _EVENT: True}


def test_a_day_of_nothing_that_a_calculator_takes_tells_nothing_more() -> None:
    day = [Fact(_DAY, date(2024, 5, 3), 3, 13, "3 Mei 2024")]
    assert with_events(day, fields(), {_DAY}) == day


def test_without_a_day_what_never_happened_is_left_as_told() -> None:
    never = [Fact(_EVENT, False, 0, 5, "belum")]
    assert with_events(never, fields(), {_DAY, _EVENT}) == never
