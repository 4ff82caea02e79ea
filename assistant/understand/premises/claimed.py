"""What one clause of a message says: who does a thing, whether it is so, what it does not need, and that a condition is met."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.understand.language.text import Text
from assistant.understand.premises.doers import Doer, doers, load_outcome
from assistant.understand.premises.figures import telling
from assistant.understand.premises.named import load_named

_NEGATIONS = frozenset({"tidak", "tanpa", "bukan", "not", "never", "cannot", "nothing", "mustahil", "dilarang"})
_REACH = 4  # words before a predicate in which a negation turns it round
_NEEDED = 5  # words that say what is not needed


@dataclass(frozen=True)
class Claims:
    """What one clause says."""

    text: Text
    doers: tuple[Doer, ...]
    needless: frozenset[str]
    unneeded: Text | None  # what is said not to be needed
    happens: tuple[tuple[int, bool], ...]  # rows of `happens` in the file, and whether it is said to be so
    fulfils: bool  # whether a condition is said to be met

    def does(self, act: str) -> bool:
        """Whether somebody is said to do this."""
        return any(act in doer.acts for doer in self.doers)

    @property
    def kinds(self) -> frozenset[str]:
        """The calculators whose kind of result is named."""
        rows, (kinds, _) = load_outcome()["kinds"], load_named()
        return frozenset(tool for tool, row in rows.items() if self.text.has(*kinds[row["kind"]]))

    def __bool__(self) -> bool:
        return bool(self.doers or self.needless or self.happens or self.kinds or self.fulfils)


def read_claims(said: Text) -> Claims:
    """What a clause says of who does a thing, whether it is so, and what is not needed for it."""
    unneeded = _unneeded(said)
    needless = telling(unneeded) - _little() if unneeded is not None else frozenset()
    return Claims(said, tuple(doers(said)), needless, unneeded, tuple(_happenings(said)), _fulfils(said))


def _happenings(said: Text) -> Iterator[tuple[int, bool]]:
    words = [word.text for word in said.words if not word.is_mark]
    for number, row in enumerate(load_outcome()["happens"]):
        if said.has(*row.get("not", ())):
            yield number, False
            continue
        at = next((at for phrase in row["about"] if (at := _place(words, phrase.split())) is not None), None)
        if at is not None:
            yield number, not _NEGATIONS.intersection(words[max(0, at - _REACH) : at])


def _fulfils(said: Text) -> bool:
    table = load_outcome()
    return said.has(*table["unhindered"]) or (said.has(*table["fulfils"]) and not said.has(*_NEGATIONS, "belum"))


def _place(words: Sequence[str], phrase: Sequence[str]) -> int | None:
    """Where a phrase stands last: the main clause goes behind what it is about."""
    places = range(len(words) - len(phrase), -1, -1)
    return next((at for at in places if [*words[at : at + len(phrase)]] == [*phrase]), None)


def _unneeded(said: Text) -> Text | None:
    """What is said not to be needed; None where that is not said."""
    table = load_outcome()
    words = [word for word in said.words if not word.is_mark]
    plain = [word.text for word in words]
    for phrase in table["optional"]:
        at = _place(plain, phrase.split())
        told = at is not None and {*plain[max(0, at - 2) : at]} & {
            *table["attributive"]
        }  # "pelatihan yang sifatnya opsional"
        if at and (told or {*plain[at + len(phrase.split()) :]} <= {*table["tags"]}):
            return Text(said.raw, tuple(words[:at]))
    for phrase in table["needless"]:
        at = _place(plain, phrase.split())
        if at is not None and at + len(phrase.split()) < len(words):
            behind = words[at + len(phrase.split()) :][:_NEEDED]
            passed = {*table["every"], *table["circumstances"]}
            if passed & {word.text for word in behind}:  # that not all of it is needed does not say that none is
                continue
            return Text(said.raw, tuple(behind))
    return None


def _little() -> frozenset[str]:
    return frozenset(load_outcome()["idle"])
