"""Which regulations may answer: one position's rule never answers for the other, nor one ministry's for another."""

from collections.abc import Collection, Mapping, Sequence

from assistant.understand.intent.domain import Domain
from assistant.understand.intent.spheres import matter_of, ministries_of, ministry_of
from assistant.understand.language.text import Text
from corpus.metadata import Regulation

_OURS = "kemendag"


class Scope:
    """Knows the regulations by position, by ministry and by matter."""

    def __init__(self, regulations: Mapping[str, Regulation], domain: Domain) -> None:
        self.regulations = regulations
        self.domain = domain
        self._by_position: dict[str, list[str]] = {}
        for identity, regulation in regulations.items():
            if regulation.jabatan:
                self._by_position.setdefault(regulation.jabatan, []).append(identity)

    def of(
        self, text: Text, named: Collection[str], positions: Collection[str], whole: Text | None = None
    ) -> tuple[str, ...]:
        """The only regulations that may answer; () where all may.

        `named` are the regulations the message cites, `positions` those it is about; `whole` is the message that opens a
        conversation, whose matter counts as well.
        """
        if named:
            return tuple(identity for identity in self.regulations if identity in named)
        ministries = ministries_of(text) or (ministries_of(whole) if whole else frozenset())
        held: Sequence[str] = list(self.regulations)
        if len(positions) == 1:
            held = [i for i in self.without_others(held, positions) if ministry_of(i) == _OURS]
        elif len(positions) > 1:
            held = [i for position in positions for i in self._by_position.get(position, ())]
        if len(ministries) == 1:
            held = [identity for identity in held if ministry_of(identity) in ministries] or held
        if whole is not None:
            held = self._of_matter(whole, ministries, held)
        return () if len(held) == len(self.regulations) else tuple(held)

    def without_others(self, held: Sequence[str], positions: Collection[str]) -> tuple[str, ...]:
        """The regulations held without those of other positions, where one position alone is known."""
        others = {i for position, ids in self._by_position.items() if position not in positions for i in ids}
        return tuple(i for i in held if len(positions) != 1 or i not in others)

    def of_positions(self) -> frozenset[str]:
        """The regulations that are each one position's own."""
        return frozenset(identity for ids in self._by_position.values() for identity in ids)

    def _of_matter(self, whole: Text, ministries: Collection[str], held: Sequence[str]) -> list[str]:
        """Of the regulations that may answer those that treat the matter of a message."""
        meant, anywhere = matter_of(whole, ministries)
        narrowed = [identity for identity in held if identity in meant]
        return narrowed or ([i for i in self.regulations if i in meant] if anywhere else [*held])
