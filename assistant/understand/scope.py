"""Which regulations may answer: one position's rule never answers for the other, nor one ministry's for another."""

from collections.abc import Collection, Mapping

from assistant.understand.domain import Domain
from assistant.understand.text import Text
from corpus.metadata import Regulation

_OURS = "kemendag"


class Scope:
    """Knows the regulations by position and by ministry."""

    def __init__(self, regulations: Mapping[str, Regulation], domain: Domain) -> None:
        self.regulations = regulations
        self.domain = domain
        self._by_position: dict[str, list[str]] = {}
        for identity, regulation in regulations.items():
            if regulation.jabatan:
                self._by_position.setdefault(regulation.jabatan, []).append(identity)

    def of(self, text: Text, named: Collection[str], positions: Collection[str]) -> tuple[str, ...]:
        """The only regulations that may answer; () where all may.

        `named` are the regulations the message cites, `positions` those it is about.
        """
        if named:
            return tuple(identity for identity in self.regulations if identity in named)
        ministries = {name for name, words in self.domain.ministries.items() if text.has(*words)}
        held = list(self.regulations)
        if len(positions) == 1:
            others = {i for position, ids in self._by_position.items() if position not in positions for i in ids}
            held = [identity for identity in held if identity not in others and self._ministry(identity) == _OURS]
        elif len(positions) > 1:
            held = [i for position in positions for i in self._by_position.get(position, ())]
        if len(ministries) == 1:
            held = [identity for identity in held if self._ministry(identity) in ministries] or held
        return () if len(held) == len(self.regulations) else tuple(held)

    def _ministry(self, identity: str) -> str:
        return "pupr" if "pupr" in identity else _OURS
