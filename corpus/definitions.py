"""The glossary: what each regulation means by its terms, read from its definition provision."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.address import Address
from corpus.tree import Node

_INTRODUCTION = re.compile(r"\byang dimaksud dengan\b", re.IGNORECASE)
_DEFINITION = re.compile(
    r"(?P<term>.+?)(?: yang selanjutnya (?:disingkat|disebut)(?: sebagai| dengan)? (?P<short>.+?))? adalah (?P<meaning>.+)",
    re.DOTALL,
)
_FOREIGN = re.compile(r"(?P<own>[^()]+?) \((?P<foreign>[^()]+)\)")


@dataclass(frozen=True)
class Definition:
    """A defined term: `short` is the abbreviation or short name used from then on, "" where there is none."""

    address: Address
    term: str
    short: str
    meaning: str

    @property
    def names(self) -> tuple[str, ...]:
        """Every name of the term, the one used in the regulation first; one in another language last."""
        named = (self.short, self.term) if self.short else (self.term,)
        foreign = _FOREIGN.fullmatch(self.term)
        return (*named, foreign["own"], foreign["foreign"]) if foreign else named


def read_definitions(root: Node) -> Iterator[Definition]:
    """The terms defined in a regulation, in its order."""
    for provision in root.walk():
        if provision.kind not in ("pasal", "ayat") or not _INTRODUCTION.search(provision.text):
            continue
        for item in provision.children:
            found = _DEFINITION.fullmatch(item.text)
            if found and item.address:
                yield Definition(
                    item.address, found["term"].strip(), (found["short"] or "").strip(), found["meaning"].strip()
                )
