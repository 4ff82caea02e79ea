"""What a message sets aside, and what it lets choose from: "selain ahli utama", "pansel apa tim penilai kinerja ya"."""

from collections.abc import Collection, Mapping, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path

from assistant.understand.language.text import Text
from assistant.understand.quantities.amount import Amount
from corpus.data import load_yaml

_BEHIND = 2  # words before a name among which one sets it aside: "selain untuk ahli utama"
_APART = 4  # words from one thing to choose to the next: "pansel atau dari pihak tim penilai kinerja"

_LAST = 7  # words from the one of choosing to the end of a message: "atau tim penilai kinerja pns ya min"


@cache
def _load() -> dict[str, list[str]]:
    words: dict[str, list[str]] = load_yaml(Path(__file__).parent / "alternatives.yaml")
    return words


def speaks_of(text: Text, phrases: Collection[str]) -> bool:
    """Whether any of these phrases is said and not set aside."""
    aside = _load()["aside"]
    if not text.has(*phrases) or not text.has(*aside):
        return text.has(*phrases)
    words, sayings = text.bare.split(), [phrase.split() for phrase in aside]
    places = [at for phrase in phrases for at in _places(words, phrase.split())]
    led = (words[max(0, at - _BEHIND - 1) : at] for at in places)
    return not all(any(_stands(before, saying) for saying in sayings) for before in led)


def is_set_aside(text: Text, at: int) -> bool:
    """Whether the name that begins here is that of what is left out: "negosiator selain ahli utama".

    Where nothing stands before it, something may be told beside it: "selain S2, saya lulus diklatpim".
    """
    for saying in _load()["aside"]:
        length = len(saying.split())
        if text.before(at, length) == saying:
            return at > length and not text.words[at - length - 1].is_mark
    return False


def lets_choose(text: Text, names: Mapping[str, str], right: Collection[str]) -> bool:
    """Whether one of the `right` things is offered beside another: a word of choosing stands between their names."""
    words, choosing = text.bare.split(), _load()["choosing"]
    for at, word in enumerate(words):
        if word in choosing:
            one = _named(words[max(0, at - _APART) : at], names, last=True)
            other = _named(words[at + 1 : at + 1 + _APART], names)
            if one and other and one != other and {one, other} & {*right}:
                return True
    return False


def without_choices(text: Text, amounts: Sequence[Amount]) -> list[Amount]:
    """The amounts but those put to a choice, of which none is claimed: "dihitung dari yang 2 tahun atau yang 18 bulan"."""
    chosen = list[Amount]()
    for one, other in pairwise(sorted(amounts, key=lambda amount: amount.first)):
        between = {word.text for word in text.words[one.last + 1 : other.first] if not word.is_mark}
        if between & {*_load()["choosing"]} and between <= {*_load()["choosing"], *_load()["beside"]}:
            chosen += [one, other]
    said = {(amount.kind, amount.value) for amount in chosen}  # wherever else they are said
    return [amount for amount in amounts if (amount.kind, amount.value) not in said]


def ends_in_choice(text: Text) -> bool:
    """Whether the last words are one of two things to choose from: "oleh menteri atau presiden ya"; what judges is none."""
    words, table = text.bare.split(), _load()
    if {*words} & {*table["surely_choosing"]}:
        return True
    at = next((at for at in range(len(words) - 1, -1, -1) if words[at] in table["between"]), 0)
    return at > 0 and len(words) - at <= _LAST and not {*words[at + 1 :]} & {*table["judging"]}


def _named(words: Sequence[str], names: Mapping[str, str], *, last: bool = False) -> str:
    """The first of these things that words name, or the last one; of two that begin at one place the longer."""
    found = (
        (at, at + n, names[said])
        for at in range(len(words))
        for n in range(len(words) - at, 0, -1)
        if (said := " ".join(words[at : at + n])) in names
    )
    ordered = sorted(found, key=lambda place: (-place[1], place[0]) if last else (place[0], -place[1]))
    return ordered[0][2] if ordered else ""


def _places(words: Sequence[str], phrase: Sequence[str]) -> list[int]:
    return [at for at in range(len(words)) if [*words[at : at + len(phrase)]] == [*phrase]]


def _stands(words: Sequence[str], phrase: Sequence[str]) -> bool:
    return bool(_places(words, phrase))
