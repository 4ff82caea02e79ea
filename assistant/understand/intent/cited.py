"""A provision named by its number: the provisions meant, or why there is none."""

from collections.abc import Sequence

from assistant.reading import Part
from assistant.understand.clues import Clues
from assistant.understand.intent.misplaced import Misplaced
from assistant.understand.intent.weigh import Weighed
from assistant.understand.parts import Parts
from assistant.understand.premises.premises import Correction
from corpus.references import Resolution

_PLAINLY = 0.6  # score from which a calculator is meant although a provision is named ("contoh 2 di Lampiran II")


class Cited:
    """Reads a question for the provisions it names."""

    def __init__(self, parts: Parts) -> None:
        self.parts = parts
        self.observer = parts.observer
        self._pages = Misplaced(parts.observer.corpus)

    def read(self, clues: Clues, weighed: Weighed) -> Part | None:
        """The provisions named; None where none is, or plainly a calculation is wanted."""
        case = len(clues.told.facts) > 1 or weighed.score > _PLAINLY
        if not clues.cites or (weighed.tool and weighed.sure and case):
            return None
        scope = self.parts.scope(clues)
        found = self._resolved(clues, scope)
        provisions = tuple(dict.fromkeys(target for each in found for target in each.targets))
        unresolved = tuple(dict.fromkeys(each.message for each in found if each.message))
        absent = bool(unresolved) and not any(each.candidates for each in found)
        wrong = self._misplaced(clues, found)
        return Part(
            clues.text.raw,
            "clause",
            confidence=1.0,
            provisions=tuple(dict.fromkeys((*provisions, *(correction.address for correction in wrong)))),
            unresolved=unresolved,
            premises=tuple(correction.text for correction in wrong),
            regulations=tuple(dict.fromkeys(address.regulation for address in provisions)) or scope,
            beyond="false_premise" if absent or wrong else None,
        )

    def _misplaced(self, clues: Clues, found: Sequence[Resolution]) -> list[Correction]:
        """What the one provision named does not speak of, although the message says so."""
        if len(found) != 1 or len(found[0].targets) != 1:
            return []
        correction = self._pages.contradicted(clues.text, clues.mentions, found[0].targets[0])
        return [correction] if correction else []

    def _resolved(self, clues: Clues, scope: tuple[str, ...]) -> list[Resolution]:
        """What is named, looked for in the regulations last spoken of too where the scope has none of it."""
        found = self.observer.resolve(clues, scope)
        near = clues.conversation.regulations
        if not near or any(each.targets for each in found):
            return found
        nearer = self.observer.resolve(clues, [i for i in near if not scope or i in scope])
        return nearer if any(each.targets for each in nearer) else found
