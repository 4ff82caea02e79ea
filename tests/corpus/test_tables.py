"""How the lines of an attachment become rows: small tables that show one rule each."""

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.address import Address
from corpus.errors import DataError
from corpus.markup import plain
from corpus.source import read_lines
from corpus.tables import parse_lampiran
from corpus.tree import Node

TABLE = {"columns": ["nomor", "butir", "nilai"], "header": 1, "row": "nomor"}


def _read(content: str, *parts: Mapping[str, Any]) -> tuple[Node, ...]:
    return parse_lampiran("x", "I", list(read_lines(content).values()), {"parts": list(parts)})


def _rows(content: str, **table: object) -> dict[str, dict[str, str]]:
    last = len(content.split("\n"))
    nodes = _read(content, {"at": "huruf A", "parts": [{"table": f"1-{last}", **TABLE, **table}]})
    rows = [node for root in nodes for node in root.walk() if node.kind == "baris"]
    return {node.address.place.removeprefix("Lampiran I huruf A "): dict(node.cells) for node in rows if node.address}


def test_each_numbered_line_is_a_row_with_its_cells_by_position() -> None:
    assert _rows("No\tButir\tNilai\n1.\tMenyusun\t0,10\n2.\tMelakukan\t0,20") == {
        "nomor 1": {"nomor": "1", "butir": "Menyusun", "nilai": "0,10"},
        "nomor 2": {"nomor": "2", "butir": "Melakukan", "nilai": "0,20"},
    }


def test_a_header_repeated_on_the_next_page_becomes_no_row_and_no_words() -> None:
    rows = _rows("No\tButir\tNilai\n1.\tMenyusun\t0,10\n\nNo\tButlr\tNllai\n2.\tMelakukan\t0,20")
    assert list(rows) == ["nomor 1", "nomor 2"]
    assert rows["nomor 1"]["butir"] == "Menyusun"


def test_a_page_that_begins_with_a_row_has_no_header() -> None:
    assert list(_rows("No\tButir\tNilai\n1.\tMenyusun\t0,10\n\n2.\tMelakukan\t0,20")) == ["nomor 1", "nomor 2"]


def test_a_line_without_a_number_continues_the_row_above_cell_by_cell() -> None:
    rows = _rows("No\tButir\tNilai\n1.\tMenyusun\t0,10\n\nNo\tButir\tNilai\n\tkajian\t")
    assert rows == {"nomor 1": {"nomor": "1", "butir": "Menyusun kajian", "nilai": "0,10"}}


def test_lettered_lines_are_rows_below_the_numbered_one() -> None:
    rows = _rows("No\tButir\tNilai\n7.\tPelaksanaan, meliputi:\t\n\ta. Satu\t0,1\n\tb. Dua\t0,2", sub="butir", header=1)
    assert list(rows) == ["nomor 7", "nomor 7 huruf a", "nomor 7 huruf b"]
    assert rows["nomor 7 huruf b"] == {"nomor": "7", "huruf": "b", "butir": "Dua", "nilai": "0,2"}


def test_a_first_letter_printed_in_the_cell_of_its_heading_is_split_off() -> None:
    rows = _rows("No\tButir\tNilai\n12\tPelaksanaan gudang, meliputi: a. Melakukan\t0,04", sub="butir")
    assert rows["nomor 12"]["butir"] == "Pelaksanaan gudang, meliputi:"
    assert rows["nomor 12 huruf a"] == {"nomor": "12", "huruf": "a", "butir": "Melakukan", "nilai": "0,04"}


def test_words_that_bled_over_a_page_break_go_back_to_their_row_character_by_character() -> None:
    content = "No\tButir\tNilai\n1.\tawal\t0,1\n2.\takhir. Lain\t0,2"
    move = {"line": 3, "words": "akhir.", "to": "nomor 1", "column": "butir"}
    nodes = _read(content, {"at": "huruf A", "parts": [{"table": "1-3", **TABLE, "moves": [move]}]})
    first, second = nodes[0].children[0].children
    assert dict(first.cells)["butir"] == "awal akhir."
    assert dict(second.cells)["butir"] == "Lain"
    assert {(span.line, span.start, span.end) for span in first.spans} >= {(3, 3, 9)}


def test_a_column_may_say_for_whom_its_value_is() -> None:
    columns = ["nomor", "butir", "nilai jenjang=Pertama", "nilai jenjang=Muda"]
    rows = _rows("No\tButir\tP\tM\n1.\tSatu\t0,1\t\n2.\tDua\t\t0,2", columns=columns)
    assert [row["jenjang"] for row in rows.values()] == ["Pertama", "Muda"]


def test_a_row_the_scan_lost_has_an_address_and_only_the_proposed_values() -> None:
    rows = _rows(
        "No\tButir\tNilai\n1.\tSatu\t1\n3.\tTiga\t3", lost={3: ["nomor 2"]}, readings=[{"at": "nomor 2", "nilai": "2"}]
    )
    assert list(rows) == ["nomor 1", "nomor 2", "nomor 3"]
    assert rows["nomor 2"] == {"nomor": "2", "nilai_bacaan": "2"}


def test_a_whole_number_is_not_found_inside_a_decimal() -> None:
    entry = {"lines": 1, "cells": {"volume": "20", "nilai": "0,20"}}
    (node,) = _read("0,20\t20", entry)
    assert dict(node.cells) == {"volume": "20", "nilai": "0,20"}
    assert [span.start for span in node.spans] == [0, 5]


def test_a_printed_label_is_taken_off_title_and_text() -> None:
    nodes = _read("- A. FORMAT SURAT\n 1. isi", {"at": "huruf A", "title": 1, "parts": [{"at": "angka 1", "lines": 2}]})
    assert (nodes[0].label, nodes[0].title) == ("A.", "FORMAT SURAT")
    assert (nodes[0].children[0].label, nodes[0].children[0].text) == ("1.", "isi")


def test_words_that_no_entry_takes_are_an_error_that_names_their_line() -> None:
    with pytest.raises(DataError, match="L2 'tertinggal'"):
        _read("isi\ntertinggal", {"lines": 1})


def test_words_quoted_that_the_lines_do_not_hold_are_an_error() -> None:
    with pytest.raises(DataError, match="do not stand"):
        _read("Melakukan kajian", {"lines": 1, "words": "Melakukan riset"})


def test_one_place_of_the_source_cannot_be_taken_twice() -> None:
    with pytest.raises(DataError, match="do not stand, free"):
        _read("satu dua", {"lines": 1, "words": "satu"}, {"lines": 1, "words": "satu"})


def test_a_misspelt_key_is_an_error_that_names_the_known_ones() -> None:
    with pytest.raises(DataError, match="known keys are"):
        _read("isi", {"lines": 1, "lable": "a."})


def test_a_move_to_a_row_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(DataError, match="row that the table has"):
        _rows("No\tB\tN\n1.\tsatu dua\t1", moves=[{"line": 2, "words": "dua", "to": "nomor 9", "column": "butir"}])


def test_an_attachment_nobody_described_is_read_as_printed() -> None:
    nodes = parse_lampiran("x", "II", list(read_lines("JUDUL\n\nNo\tUraian\n1\tsatu").values()), None)
    assert [node.kind for node in nodes] == ["teks", "baris", "baris"]
    assert nodes[2].cells == (("kolom_1", "1"), ("kolom_2", "satu"))
    assert nodes[2].address == Address.parse("Lampiran II baris 3", "x")


@given(st.text(alphabet="a1.\t \n<>p*$\\{}", max_size=60))
@settings(max_examples=200, derandomize=True, deadline=None)
def test_no_text_breaks_an_attachment_nobody_described(content: str) -> None:
    lines = list(read_lines(content).values())
    nodes = parse_lampiran("x", "I", lines, None)
    owned = {(span.line, column) for node in nodes for span in node.spans for column in range(span.start, span.end)}
    for line in lines:
        letters = {(line.number, column) for column, letter in enumerate(line.text) if not letter.isspace()}
        assert letters <= owned


@pytest.mark.parametrize(
    ("printed", "words"),
    [
        ("<p>a. <i>concept note/nonpaper</i> .</p>", "a. concept note/nonpaper."),
        (r"$50 : (1.250 \times 4) = 0,010$", "50 : (1.250 × 4) = 0,010"),
        (r"$$\text{Wpk} = \frac{\text{Akb}}{\text{Kt}}$$", "Wpk = Akb / Kt"),
        (
            r"$$\frac{(\text{UKT} \times 60\%) + (\text{UKMSK} \times 40\%)}{100}$$",
            "((UKT × 60%) + (UKMSK × 40%)) / 100",
        ),
        (r"$$= \frac{\sum W_{pv}}{1250} = \frac{846}{1250} = 0.676$$", "= (Σ Wpv) / 1250 = 846 / 1250 = 0.676"),
        ("(*allowance*) dan **KOP\nSURAT**", "(allowance) dan KOP SURAT"),
        ("<60 dan >85", "<60 dan >85"),
        ("**", "**"),
    ],
)
def test_markup_goes_and_every_word_and_number_stays(printed: str, words: str) -> None:
    assert plain(printed) == words
