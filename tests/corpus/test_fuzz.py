"""No text and no layout breaks the parser, and no character gets lost on the way."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.data import Sheet
from corpus.errors import DataError
from corpus.layout import read
from corpus.parse import AttachmentParser, parse, plain
from corpus.tables import parse_lampiran

_WORDS = st.sampled_from(
    ["Pasal 1", "Pasal 2", "Pasal 12", "Article 3", "BAB I", "BAB II KETENTUAN", "Bagian Kesatu", "Paragraf 1", "(1) isi", "(2)",
     "(1) huruf a", "a. satu;", "- b. dua", "1. angka", "2) dalam", "aa. x", "LAMPIRAN I", "LAMPIRAN", "Menimbang : a. bahwa",
     "Mengingat", "MEMUTUSKAN:", "Menetapkan : X", "Agar setiap orang", "sebagaimana dimaksud pada ayat", "Kata akhir.", "", "**", "- ",
     "###", "<br>", "\u2028", "\x00", "٣. angka Arab", "(٣) ayat", "x" * 200]
)  # fmt: skip
_TEXTS = st.one_of(st.text(max_size=400), st.lists(_WORDS, max_size=40).map("\n".join))


def _empty() -> Sheet:
    return Sheet("x.susunan.yaml", {})


@settings(derandomize=True, max_examples=400, deadline=None)
@given(_TEXTS, st.sampled_from([plain, parse_lampiran]))
def test_any_text_becomes_a_tree_that_owns_every_character_once(content: str, attachment: AttachmentParser) -> None:
    root = parse("x", read(content, [], _empty()).lines, attachment)
    owned = Counter((s.line, c) for node in root.walk() for s in node.spans for c in range(s.start, s.end))
    rows = content.split("\n")
    letters = [(line, c) for line, row in enumerate(rows, 1) for c, letter in enumerate(row) if not letter.isspace()]
    assert all(owned[at] == 1 for at in letters)


@settings(derandomize=True, max_examples=200, deadline=None)
@given(_TEXTS)
def test_any_text_gives_each_address_at_most_once_and_words_without_loss(content: str) -> None:
    root = parse("x", read(content, [], _empty()).lines)
    numbers = [node.address.pasal for node in root.walk() if node.kind == "pasal" and node.address]
    assert numbers == sorted(set(numbers), key=lambda number: number or 0)


_SCRAPS = st.recursive(
    st.none() | st.integers(-2, 9) | st.text(max_size=8) | st.sampled_from(["1-3", "2/1", "ayat", "(1)", "x, y", "a"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["line", "lines", "words", "why", "label", "from", "of", "before", "heading", "end"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=8,
)


@settings(derandomize=True, max_examples=400, deadline=None)
@given(
    st.dictionaries(
        st.sampled_from(["splits", "drops", "labels", "joins", "closings", "order", "salah"]), _SCRAPS, max_size=4
    )
)
def test_any_layout_file_is_obeyed_or_refused_in_words(content: dict[str, object]) -> None:
    try:
        reading = read("Pasal 1\n(1) satu a\n(2) dua\n", [], Sheet("x.susunan.yaml", content))
    except DataError as error:
        assert "x.susunan.yaml" in str(error) and "wrong" in str(error)
    else:
        parse("x", reading.lines)
