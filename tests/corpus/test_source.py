"""Reading order: what the layout file and the repairs do to the lines, and that every character stays traced."""

from typing import Any

import pytest

from corpus.data import Sheet
from corpus.errors import DataError
from corpus.layout import Reading, read
from corpus.source import clean, read_lines
from corpus.tree import Span

_TEXT = "satu\n(3)\ndua (2) tiga\nempat\nlima"


def _read(content: str = _TEXT, repairs: tuple[tuple[int, str, str], ...] = (), **layout: object) -> Reading:
    return read(content, repairs, Sheet("x.susunan.yaml", layout))


def _texts(reading: Reading) -> list[str]:
    return [line.text for line in reading.lines]


def test_without_a_layout_file_the_lines_stand_as_in_the_source() -> None:
    assert _texts(_read()) == _TEXT.split("\n")


def test_a_line_is_cut_where_the_layout_says() -> None:
    reading = _read(splits=[{"line": 3, "before": ["(2)"]}], joins="3/2")
    assert _texts(reading)[2:4] == ["dua ", "(2) tiga"]
    assert reading.lines[3].spans == (Span(3, 4, 12),)
    assert reading.lines[3].continues and not reading.lines[2].continues


def test_dropped_lines_and_words_are_listed_with_their_reason() -> None:
    reading = _read(drops=[{"lines": "1, 4-5", "why": "nomor halaman"}, {"line": 3, "words": "dua ", "why": "sisa"}])
    assert _texts(reading) == ["(3)", "(2) tiga"]
    assert [(drop.spans, drop.why) for drop in reading.drops] == [
        ((Span(1, 0, 4), Span(4, 0, 5), Span(5, 0, 4)), "nomor halaman"),
        ((Span(3, 0, 4),), "sisa"),
    ]


def test_a_lost_label_is_put_back_and_owns_no_characters() -> None:
    line = _read(labels=[{"line": 1, "label": "(1)"}]).lines[0]
    assert (line.text, line.spans, line.restored) == ("(1) satu", (Span(1, 0, 4),), True)


def test_a_detached_label_moves_to_its_line_and_keeps_its_characters() -> None:
    reading = _read(labels=[{"line": 4, "label": "(3)", "from": 2}])
    assert _texts(reading) == ["satu", "dua (2) tiga", "(3) empat", "lima"]
    assert reading.lines[2].spans == (Span(2, 0, 3), Span(4, 0, 5))


def test_an_order_rearranges_the_file_and_puts_headings_in() -> None:
    reading = _read(order=[{"heading": "Pasal 2"}, {"lines": "3-5"}, {"lines": "1-2"}])
    assert _texts(reading) == ["Pasal 2", "dua (2) tiga", "empat", "lima", "satu", "(3)"]
    assert reading.lines[0].restored and reading.lines[0].spans == ()


def test_an_order_that_forgets_a_line_is_refused() -> None:
    with pytest.raises(DataError, match=r"x\.susunan\.yaml: order: '5' is wrong"):
        _read(order=[{"lines": "1-4"}])


def test_an_order_that_names_a_line_twice_is_refused() -> None:
    with pytest.raises(DataError, match="name every line once"):
        _read(order=[{"lines": "1-5, 2"}])


def test_a_repair_changes_the_words_and_still_owns_what_the_scan_printed() -> None:
    line = _read("a Psebagaimana b", ((1, "Psebagaimana", "sebagaimana"),)).lines[0]
    assert line.text == "a sebagaimana b"
    assert sorted((span.start, span.end) for span in line.spans) == [(0, 2), (2, 14), (14, 16)]


def test_a_repair_may_take_characters_away_without_losing_them() -> None:
    line = _read("dan Dberorientasi", ((1, "D", ""),)).lines[0]
    assert line.text == "dan berorientasi"
    assert sum(span.end - span.start for span in line.spans) == 17


def test_two_repairs_of_one_line_follow_each_other() -> None:
    assert _texts(_read("ab cd", ((1, "ab", "xyz"), (1, "z cd", "! e"))))[0] == "xy! e"


@pytest.mark.parametrize("find", ["tidak ada", "e"])
def test_a_repair_whose_words_do_not_stand_exactly_once_is_refused(find: str) -> None:
    with pytest.raises(DataError, match="stand exactly once"):
        _read("keren", ((1, find, "x"),))


@pytest.mark.parametrize(
    ("layout", "words"),
    [
        ({"drop": []}, "known keys are splits, drops"),
        ({"drops": [{"lines": "1"}]}, "say why"),
        ({"drops": [{"lines": "satu", "why": "x"}]}, "write line numbers like"),
        ({"drops": [{"lines": "99", "why": "x"}]}, "name a line of the source"),
        ({"drops": [{"lines": "3-1", "why": "x"}]}, "write line numbers like"),
        ({"drops": [{"lines": "2/1-3", "why": "x"}]}, "write line numbers like"),
        ({"drops": "1-3"}, "write a list of entries"),
        ({"labels": [{"line": 1}]}, "write the label as printed"),
        ({"closings": [{"line": 1, "of": "bab"}]}, "write one of pasal, ayat, huruf, angka"),
        ({"order": [{"end": "pasal"}]}, "write one of bab, bagian, paragraf"),
    ],
)
def test_a_wrong_layout_entry_is_refused_with_file_key_and_right_form(layout: dict[str, Any], words: str) -> None:
    with pytest.raises(DataError) as refusal:
        _read(**layout)
    assert str(refusal.value).startswith("x.susunan.yaml: ") and words in str(refusal.value)


def test_only_a_newline_ends_a_line() -> None:
    assert [line.text for line in read_lines("a\u2028b\x0cc\nd").values()] == ["a\u2028b\x0cc", "d"]


def test_clean_takes_markdown_off_and_leaves_multiplication_alone() -> None:
    assert clean("- **Menimbang** : *Inpassing*  2 * 3<br>x") == "Menimbang : Inpassing 2 * 3 x"
