"""The number of an example is told though a provision follows it; that of a row of a provision is part of it."""

from collections.abc import Callable

import pytest

from assistant.understand.understanding import Understanding


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("contoh formasi nomor 3 di lampiran II JF pengawas itungannya bener?", 3),
        ("contoh penghitungan formasi no 2 lampiran II negosiator", 2),
        ("contoh no 3 di lampiran II", 3),
        ("contoh hitungan formasi untuk jabatan pengawas yg nomer 3 di lampiran II", 3),
        ("formasi nomor 3 di lampiran II", None),
    ],
)
def test_an_example_keeps_its_number(
    said: str, number: int | None, wordwise: Understanding, told: Callable[[Understanding, str, str], dict[str, object]]
) -> None:
    assert told(wordwise, said, "contoh_formasi").get("nomor_contoh") == number
