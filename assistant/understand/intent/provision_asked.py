"""Whether a message asks where something is written: "landasan pasalnya?", "ayat yang mana itu?", "where is that stated?"."""

from dataclasses import dataclass, fields
from functools import cache
from itertools import pairwise
from pathlib import Path

from assistant.understand.language.text import Text
from corpus.data import load_yaml

_APART = 3  # words between a unit and the word that asks for it
_BARE = 3  # words of a message that asks for a basis by hardly more than its name


@dataclass(frozen=True)
class ProvisionWords:
    """The words of `provision_asked.yaml`."""

    units: frozenset[str]
    texts: frozenset[str]
    asking: frozenset[str]
    asking_before: frozenset[str]
    between: frozenset[str]
    basis: frozenset[str]
    kinds: frozenset[str]
    basis_alone: frozenset[str]
    where: frozenset[str]
    written: frozenset[str]
    found: frozenset[str]
    pointing: frozenset[str]
    placed: frozenset[str]


@cache
def load_provision_words() -> ProvisionWords:
    """The words of the file beside this module."""
    raw: dict[str, list[str]] = load_yaml(Path(__file__).parent / "provision_asked.yaml")
    return ProvisionWords(**{field.name: frozenset(raw[field.name]) for field in fields(ProvisionWords)})


@cache
def asking_words() -> frozenset[str]:
    """The words that only ask where something is written and name no subject."""
    table = load_provision_words()
    own = table.units | table.basis | table.kinds | table.basis_alone | table.where | table.written | table.found
    return own | table.texts | table.asking | table.asking_before | table.pointing


def asks_where_written(text: Text) -> bool:
    """Whether a unit, a basis, or the place where something stands is asked for."""
    said = [word.text for word in text.words if not word.is_mark]
    return _asks_unit(said) or _asks_basis(said) or _asks_place(said)


def _asks_unit(said: list[str]) -> bool:
    """ "Ayat yang mana", "which paragraph", "aturannya di mana"."""
    table = load_provision_words()
    for at, word in enumerate(said):
        before = said[at - 1] if at else ""
        if word in table.units | table.texts and before in table.asking_before:
            return word in table.units or before == "which"
        behind = _behind(said, at)
        if (word in table.units and behind in table.asking) or (word in table.texts and behind == "mana"):
            return True
    return False


def _behind(said: list[str], at: int) -> str:
    """The first word behind a place that tells something."""
    rest = said[at + 1 : at + 2 + _APART]
    return next((word for word in rest if word not in load_provision_words().between), "")


def _asks_basis(said: list[str]) -> bool:
    """ "Landasan pasalnya?", "rujukannya apa?"."""
    table = load_provision_words()
    named = any(one in table.basis and other in table.kinds for one, other in pairwise(said))
    return named or (len(said) <= _BARE and any(word in table.basis_alone for word in said))


def _asks_text(said: list[str]) -> bool:
    """ "Aturan batasnya ada di mana?", "where's the same rule?": where a text is."""
    table = load_provision_words()
    texts = [at for at, word in enumerate(said) if word in table.texts | table.units]
    if said[:1] == ["where"]:
        return bool(texts) and texts[0] <= _APART + 1
    ends = [at for at, word in enumerate(said) if word in table.where and {*said[max(at - 2, 0) : at]} & table.placed]
    return bool(texts and ends) and texts[0] < ends[0]


def _asks_place(said: list[str]) -> bool:
    """ "Where is that limit written?", "itu tertulisnya di mana?"."""
    table, words = load_provision_words(), {*said}
    found = (words & table.found and words & table.pointing) or _asks_text(said)
    return bool(words & table.where) and bool(words & table.written or found)
