"""An order of stages that a message takes for granted, held against the one a provision sets: "uji kompetensi dulu baru administrasi"."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

from assistant.understand.language.text import Text
from assistant.understand.premises.taken import taken
from corpus.address import Address
from corpus.data import load_yaml

Place = tuple[int, int, int]  # where a stage is named, from its first to its last word, and which one it is


@cache
def load_stages() -> Mapping[str, Any]:
    """The file beside this module."""
    loaded: Mapping[str, Any] = load_yaml(Path(__file__).parent / "stages.yaml")
    return loaded


def misordered(text: Text, jabatan: object) -> Iterator[tuple[str, Address]]:
    """What the order really is, where a clause taken for a fact says another."""
    rows = list(about_stages(text, jabatan))
    for said in taken(text):
        for row in rows:
            if _is_wrong(said, row["order"]):
                yield f"{row['correction']}.", Address.parse(row["place"], row["regulation"])


def about_stages(text: Text, jabatan: object) -> Iterator[Mapping[str, Any]]:
    """The orders of stages that a message is about."""
    for row in load_stages()["stages"]:
        about = all(text.has(*group) for group in row["about"]) and not text.has(*row.get("unless", ()))
        if about and jabatan in (None, row.get("jabatan", jabatan)):
            yield row


def _is_wrong(said: Text, order: Sequence[Sequence[str]]) -> bool:
    words = [word.text for word in said.words if not word.is_mark]
    places = list(places_of(words, order))
    wrong_end = any(
        (_ends(words, place, "first") and place[2] != 0) or (_ends(words, place, "last") and place[2] != len(order) - 1)
        for place in places
    )
    return wrong_end or any(_said_before(words, one, other) for one, other in combinations(places, 2))


def places_of(words: Sequence[str], order: Sequence[Sequence[str]]) -> Iterator[Place]:
    """Where the stages are named; a longer phrase hides a shorter one in it."""
    names = {tuple(phrase.split()): at for at, phrases in enumerate(order) for phrase in phrases}
    longest, at = max(map(len, names)), 0
    while at < len(words):
        length = next((n for n in range(longest, 0, -1) if tuple(words[at : at + n]) in names), 0)
        if length:
            yield at, at + length - 1, names[tuple(words[at : at + length])]
        at += length or 1


def _ends(words: Sequence[str], place: Place, name: str) -> bool:
    """Whether a stage is said to be the first, or the last."""
    table, at = load_stages(), place[0]
    while at > 0 and words[at - 1] in table["passed"] and not _closes(words[:at], table[name]):
        at -= 1
    return _closes(words[:at], table[name])


def _closes(words: Sequence[str], phrases: Sequence[str]) -> bool:
    return any([*words[-len(phrase.split()) :]] == phrase.split() for phrase in phrases)


def _said_before(words: Sequence[str], one: Place, other: Place) -> bool:
    """Whether two stages are said in an order that is not theirs; False where no order is said."""
    table = load_stages()
    middle, ahead = {*words[one[1] + 1 : other[0]]}, {*words[max(0, one[0] - 2) : one[0]]}
    forth, back = bool(middle & {*table["between"]}), bool(middle & {*table["backwards"]})
    if ahead & {*table["backwards"]}:
        forth, back = True, False
    elif ahead & {"sebelum", "before"}:
        forth, back = False, True
    if (
        forth and other[2] > one[2] + 1 and middle & {*table["at_once"]}
    ):  # "setelah identifikasi langsung penyebarluasan"
        return True
    if one[2] == other[2] or forth == back:
        return False
    return one[2] > other[2] if forth else one[2] < other[2]
