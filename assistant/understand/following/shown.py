"""A message that points at the provisions last shown: one of them in full, the next one, another ayat beside it."""

from collections.abc import Collection, Iterator, Sequence

from rapidfuzz import fuzz

from assistant.numerals import values_of
from assistant.phrases import phrase
from assistant.reading import Part
from assistant.source import LONG_PROVISION
from assistant.understand.clues import Clues
from assistant.understand.following.followups import (
    asks_all_provisions,
    asks_neighbour,
    asks_which_provision,
    is_act,
    leans_back,
    points_at_it,
    supposes,
    wants_more,
    wants_whole,
)
from assistant.understand.following.thin import names_another, numbers_asked, provision_subject
from assistant.understand.intent.weigh import Weighed
from assistant.understand.language.stems import roots, same_act
from assistant.understand.message.split import asks
from assistant.understand.parts import Parts
from corpus.address import Address
from corpus.prose import flat
from corpus.tree import Node

_SHORTEST_FORM = 4  # letters of a word by which a provision last shown is told from the others
_MOST_SHOWN = 8
_MOST_BASES = 3  # provisions shown where the legal basis is asked for
_ATTACHMENT = ("lampiran", "annex", "attachment", "appendix", "tabel")
_MAY = frozenset({"bisa", "boleh", "dapat", "apakah", "can", "may"})  # words that a question for leave begins with
_LIKELY = 0.3  # score from which a thin question may be a calculator's
_BARE = 4  # words of a question that names nothing but what may be done


class Shown:
    """Reads a message against the provisions of the last answer."""

    def __init__(self, parts: Parts) -> None:
        self.observer = parts.observer

    def read(self, clues: Clues, weighed: Weighed) -> Part | None:
        """The provision that a message points at; None where it points at none."""
        if not clues.conversation.cited or clues.cites:
            return None
        if numbered := self._of_number(clues):
            return numbered
        if asked := [word for word in provision_subject(clues.text) if self.observer.lexicon.knows(word)]:
            found = self._of_subject(clues, asked)
            return found or (self._shown(clues) if points_at_it(clues.text) and len(asked) < _BARE else None)
        if asks_which_provision(clues.text) or wants_more(clues.text) or wants_whole(clues.text):
            return self._shown(clues)
        neighbour = asks_neighbour(clues.text)
        return self._neighbour(clues, *neighbour) if neighbour else None

    def _of_number(self, clues: Clues) -> Part | None:
        """ "90% itu di pasal berapa?": of the provisions just shown, or of the ayat beside them, the first that says so."""
        cited = clues.conversation.cited
        asked = numbers_asked(clues.text)
        beside = (node.address for node in self._siblings(cited) if node.address)
        said = (address for address in (*cited, *beside) if asked & values_of(self.observer.corpus.node(address).words))
        found = next(said, None) if asked else None
        return _showing(clues, (found,)) if found else None

    def _of_subject(self, clues: Clues, asked: Collection[str]) -> Part | None:
        """ "Soal disiplin tadi di pasal berapa?": of the provisions just shown the first that speaks of it, down to its item."""
        corpus, cited = self.observer.corpus, clues.conversation.cited
        found = [address for address in cited if self._speaks_of(corpus.node(address), asked)]
        inside = [address for address in found if found[0].contains(address)]
        return _showing(clues, (inside[-1],)) if inside else None

    def _shown(self, clues: Clues) -> Part:
        """The provision just shown, in full; all that the answer rests on where the legal basis is asked for."""
        cited = self._of_the_kind_named(clues)
        meant = self._meant(clues, cited)
        provisions = _apart((meant, *cited))[:_MOST_BASES] if asks_all_provisions(clues.text) else (meant,)
        return _showing(clues, provisions)

    def tells(self, clues: Clues, weighed: Weighed) -> Part | None:
        """ "Bisa diperpanjang?" after a provision that says so: that provision, not the calculation before it."""
        conversation, text = clues.conversation, clues.text
        about_shown = conversation.cited and not conversation.at_work and text.at(0) in _MAY and asks(text)
        if not about_shown or clues.amounts or clues.cites or text.length > _BARE or not clues.content:
            return None
        shown = self.observer.corpus.node(conversation.cited[0])
        return _showing(clues, (conversation.cited[0],)) if self._speaks_of(shown, clues.content) else None

    def _neighbour(self, clues: Clues, unit: str, step: int) -> Part | None:
        """The Pasal, or the ayat of the same Pasal, right after or before the one last shown; None where none is."""
        shown = next((a for a in clues.conversation.cited if a.pasal is not None), None)
        if shown is None:
            return None
        if unit == "ayat" and shown.ayat is None:
            return self._inside(clues, shown)
        top, corpus = _top(shown), self.observer.corpus
        row = corpus.pasals(shown.regulation) if unit == "pasal" else corpus.node(top).children
        places = [node.address for node in row if node.address is not None and node.kind == unit]
        here = next((at for at, a in enumerate(places) if a == top or (unit == "ayat" and a.contains(shown))), None)
        if here is None:
            return None
        if 0 <= here + step < len(places):
            return _showing(clues, (places[here + step],))
        return _told(clues, "edge", corpus.label(places[here]), shown)

    def _inside(self, clues: Clues, shown: Address) -> Part | None:
        """ "Ayat selanjutnya?" after a whole Pasal: it is shown already; its first ayat where it is too long for that."""
        whole = self.observer.corpus.node(shown)
        first = next((node.address for node in whole.children if node.kind == "ayat" and node.address), None)
        if first is not None and len(whole.words) > LONG_PROVISION:
            return _showing(clues, (first,))
        return _told(clues, "shown_whole", self.observer.corpus.label(shown), shown)

    def _of_the_kind_named(self, clues: Clues) -> tuple[Address, ...]:
        """Of the provisions last shown those in an attachment, or those in no attachment, where one or the other is asked for.

        What was looked up is itself wanted whole, wherever it stands.
        """
        cited = clues.conversation.cited
        attached = tuple(address for address in cited if address.lampiran is not None)
        if clues.text.has(*_ATTACHMENT):
            return attached or cited
        if wants_whole(clues.text) and not clues.conversation.at_work:
            return cited
        return tuple(address for address in cited if address not in attached) or cited

    def beside(self, clues: Clues, weighed: Weighed) -> Part | None:
        """ "Dia dibantu siapa?": another ayat of the Pasal last shown, the one that speaks of just what is asked."""
        acts = [word.text for word in clues.text.words if is_act(word.text)]
        asked = dict.fromkeys((*clues.content, *acts))
        told = clues.told.facts or clues.cites or not asks(clues.text)
        if not asked or told or not leans_back(clues.text, ()):
            return None
        if names_another(clues.text):
            return self._like(clues, asked)
        if supposes(clues.text) or self._turns(clues, weighed, acts):
            return None
        cited = clues.conversation.cited
        found = [node for node in self._siblings(cited) if self._speaks_of(node, asked)]
        only = found[0].address if len(found) == 1 else None  # of several the search tells which is meant
        return _showing(clues, (only,)) if only else None

    def _like(self, clues: Clues, asked: Collection[str]) -> Part | None:
        """ "Kalau yang penunjang?" after what another kind does: the ayat beside it that says the same of this kind."""
        cited = clues.conversation.cited
        if clues.conversation.at_work or not cited:
            return None
        shown = flat(self.observer.corpus.node(cited[0]).words)
        found = [node for node in self._siblings(cited[:1]) if node.address and self._speaks_of(node, asked)]
        best = max(found, key=lambda node: fuzz.ratio(flat(node.words), shown), default=None)
        return _showing(clues, (best.address,)) if best and best.address else None

    def _speaks_of(self, node: Node, asked: Collection[str]) -> bool:
        """Whether each of these words stands in a provision, whoever does it to whom."""
        words = self.observer.speller.read(node.words).plain.split()
        return all(any(same_act(one, word) for word in words) for one in asked)

    def _turns(self, clues: Clues, weighed: Weighed, acts: Sequence[str]) -> bool:
        """Whether a thin question turns to another calculator: it names a subject, or takes up what is known."""
        conversation, inputs = clues.conversation, self.observer.inputs
        if weighed.tool in ("", conversation.tool):
            return False
        likely = {guess.label.removeprefix("tool:") for guess in clues.guesses if guess.score >= _LIKELY}
        others = ({weighed.tool} | likely) & inputs.keys() - {conversation.tool}
        takes_known = any(inputs[tool] & conversation.facts.keys() for tool in others)
        return bool(set(clues.content) - set(acts)) or takes_known

    def _siblings(self, cited: Sequence[Address]) -> Iterator[Node]:
        """The ayat of the Pasal last shown, but for the one that carried the answer."""
        for pasal in dict.fromkeys(_top(a) for a in cited[:_MOST_SHOWN] if a.pasal is not None):
            for node in self.observer.corpus.node(pasal).children:
                if node.kind == "ayat" and node.address != cited[0]:
                    yield node

    def _meant(self, clues: Clues, cited: Sequence[Address]) -> Address:
        """Of the provisions last shown the one that the question names something of; else the one that carried the answer."""
        asked = {form for word in clues.content for form in (word, *roots(word)) if len(form) >= _SHORTEST_FORM}
        shared = []
        for address in cited[:_MOST_SHOWN]:
            words = self.observer.speller.read(self.observer.corpus.node(address).words).plain.split()
            shared.append(len(asked & {form for word in words for form in (word, *roots(word))}))
        return cited[shared.index(max(shared))]


def _told(clues: Clues, said: str, label: str, shown: Address) -> Part:
    """A sentence on a provision that there is nothing beside."""
    sentence = phrase("id" if clues.conversation.language == "id" else "en", said, label=label)
    return Part(clues.text.raw, "clause", confidence=1.0, unresolved=(sentence,), regulations=(shown.regulation,))


def _showing(clues: Clues, provisions: tuple[Address, ...]) -> Part:
    """These provisions, in full."""
    regulations = tuple(dict.fromkeys(address.regulation for address in provisions))
    return Part(clues.text.raw, "clause", confidence=1.0, provisions=provisions, regulations=regulations)


def _apart(addresses: Sequence[Address]) -> tuple[Address, ...]:
    """Provisions of which none stands in one Pasal, or one attachment, with another."""
    first: dict[Address, Address] = {}
    for address in addresses:
        first.setdefault(_top(address), address)
    return tuple(first.values())


def _top(address: Address) -> Address:
    """The Pasal or the attachment that a provision stands in."""
    return Address(address.regulation, pasal=address.pasal, lampiran=address.lampiran)
