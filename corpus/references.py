"""Citations as a language: find them in a text, read one, write one, and say which provision each means.

A citation is resolved only when exactly one target remains; otherwise the answer is a plain Indonesian sentence that
says what exists, or between which provisions to choose.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from corpus.address import Address
from corpus.errors import UnknownProvision
from corpus.mentions import Grammar, Mention
from corpus.metadata import Regulation
from corpus.prose import listed
from corpus.provisions import Places, steps_of
from corpus.tokens import Step

_MOST_NAMED = 6  # more candidates than this are not spelled out to a person


@dataclass(frozen=True)
class Resolution:
    """What a mention means: its targets (one, or all of a range), or why there is none and what could be meant."""

    mention: Mention
    targets: tuple[Address, ...] = ()
    message: str = ""
    candidates: tuple[Address, ...] = ()
    regulation: str | None = None


@dataclass(frozen=True)
class Reference:
    """A provision that names another: `start` to `end` are the characters in the source's own text or tail.

    `targets` are the provisions meant, all of them for a range; `absent` says what of it does not exist as written.
    """

    source: Address
    targets: tuple[Address, ...]
    text: str
    start: int
    end: int
    within: Literal["text", "tail"] = "text"
    absent: str = ""


class CitationLanguage:
    """The citations of one corpus: `find`, `parse`, `format` and `resolve`."""

    def __init__(self, regulations: Mapping[str, Regulation]) -> None:
        self.regulations = regulations
        self._grammar = Grammar(regulations.values())
        self._places = {identity: Places(regulation) for identity, regulation in regulations.items()}

    def find(self, text: str) -> tuple[Mention, ...]:
        """Every provision and regulation that a text names, in order."""
        return self._grammar.find(text)

    def format(self, address: Address) -> str:
        """An address for people: "Pasal 72 ayat (3) huruf c Permendag 94/2020"."""
        return f"{address.place} {self.regulations[address.regulation].short}".strip()

    def parse(self, text: str, scope: Sequence[str] = ()) -> Address:
        """The one provision that a text names; UnknownProvision says in plain Indonesian why there is none."""
        for identity, regulation in self.regulations.items():
            place = text.removesuffix(regulation.short).strip()
            address = self._places[identity].spelled(place) if place != text.strip() else None
            if address is not None:
                return address
        mentions = self.find(text)
        if len(mentions) != 1:
            raise UnknownProvision(f"“{text}” tidak dapat dibaca sebagai satu pasal, ayat, huruf, atau lampiran.")
        found = self.resolve(mentions[0], scope)
        if len(found.targets) != 1:
            raise UnknownProvision(found.message or f"“{text}” menunjuk lebih dari satu ketentuan.")
        return found.targets[0]

    def resolve(self, mention: Mention, scope: Sequence[str] = (), near: Sequence[Address] = ()) -> Resolution:
        """The provisions a mention means within a scope of regulations (empty = all).

        A relative mention ("ayat 2") is looked for at the provisions `near`, first the first.
        """
        if mention.outside:
            held = ", ".join(r.short for r in self.regulations.values())
            return Resolution(mention, message=f"{mention.outside} tidak ada dalam koleksi ini. Yang tersedia: {held}.")
        if not mention.steps:
            return Resolution(mention, (Address(mention.regulation or ""),), regulation=mention.regulation)
        if mention.relative:
            return self._relative(mention, near, scope)
        inside = [mention.regulation] if mention.regulation else [r for r in scope or self.regulations]
        found = {identity: self._places[identity].matching(mention.steps) for identity in inside}
        holding = [identity for identity, addresses in found.items() if addresses]
        if len(holding) == 1:
            return self._chosen(mention, holding[0], found[holding[0]])
        if holding:
            return self._between(mention, [a for identity in holding for a in found[identity]])
        return Resolution(mention, message=self._missing(mention, inside))

    def _relative(self, mention: Mention, near: Sequence[Address], scope: Sequence[str]) -> Resolution:
        for base in near:
            if base.regulation not in self._places or (scope and base.regulation not in scope):
                continue
            target = nearest(self._places[base.regulation], base, mention.steps)
            if target is not None:
                return self._chosen(mention, base.regulation, (target,))
        for base in near[:1]:
            missing = self._places[base.regulation].missing((*steps_of(base)[:1], *mention.steps))
            return Resolution(mention, message=missing, regulation=base.regulation)
        return Resolution(mention, message=f"{mention.place} dari pasal mana? Sebutkan pasal dan peraturannya.")

    def _chosen(self, mention: Mention, identity: str, addresses: tuple[Address, ...]) -> Resolution:
        if len(addresses) > 1:
            return self._between(mention, list(addresses))
        if mention.through is None:
            return Resolution(mention, addresses, regulation=identity)
        run = self._places[identity].between(addresses[0], mention.through)
        if run:
            return Resolution(mention, run, regulation=identity)
        missing = self._places[identity].missing((*steps_of(addresses[0])[:-1], mention.through))
        return Resolution(mention, message=missing, regulation=identity)

    def _between(self, mention: Mention, candidates: list[Address]) -> Resolution:
        regulations = list(dict.fromkeys(a.regulation for a in candidates))
        if len(regulations) > 1:
            names = listed([self.regulations[r].short for r in regulations])
            message = f"{mention.place} ada dalam {names}. Sebutkan peraturan yang dimaksud."
        else:
            shown = listed([a.place for a in candidates[:_MOST_NAMED]])
            more = f" dan {len(candidates) - _MOST_NAMED} lagi" if len(candidates) > _MOST_NAMED else ""
            short = self.regulations[regulations[0]].short
            message = f"{mention.place} dalam {short} dapat berarti {shown}{more}. Sebutkan yang dimaksud."
        return Resolution(mention, message=message, candidates=tuple(candidates))

    def _missing(self, mention: Mention, inside: Sequence[str]) -> str:
        """What to say of a place that no regulation in scope holds: what the source lacks, or where each one ends."""
        if len(inside) == 1:
            return self._places[inside[0]].missing(mention.steps)
        lacking = [reason for identity in inside if (reason := self._places[identity].lacks(mention.steps))]
        if lacking:
            return " ".join(lacking)
        nowhere = f"{mention.place} tidak ada dalam peraturan mana pun yang saya pegang"
        if mention.steps[0][0] != "pasal":
            return f"{nowhere}."
        ends = listed([f"{r.short} berakhir pada {self._places[i].last}" for i, r in self._held(inside)])
        return f"{nowhere}: {ends}."

    def _held(self, inside: Sequence[str]) -> list[tuple[str, Regulation]]:
        return [(identity, self.regulations[identity]) for identity in inside]


def cross_references(regulation: Regulation) -> tuple[Reference, ...]:
    """Every provision of the same regulation that a provision names in its own words, with the characters."""
    grammar, places = Grammar((regulation,)), Places(regulation)
    found: list[Reference] = []
    for node in regulation.root.walk():
        if node.address is None or node.kind in ("peraturan", "baris"):
            continue
        found.extend(_references(grammar, places, node.address, node.text, "text"))
        found.extend(_references(grammar, places, node.address, node.tail, "tail"))
    return tuple(found)


def _references(
    grammar: Grammar, places: Places, source: Address, words: str, within: Literal["text", "tail"]
) -> list[Reference]:
    found: list[Reference] = []
    for mention in grammar.find(words):
        if not mention.steps or mention.outside or mention.regulation not in (None, source.regulation):
            continue
        if mention.relative and mention.steps[0][0] not in ("ayat", "huruf"):
            continue
        before = [target for reference in found[-1:] for target in reference.targets[:1]]
        targets, absent = _targets(places, source, mention, before)
        if targets or absent:
            found.append(Reference(source, targets, mention.text, mention.start, mention.end, within, absent))
    return found


def _targets(
    places: Places, source: Address, mention: Mention, before: list[Address]
) -> tuple[tuple[Address, ...], str]:
    """Where a mention inside the text leads, and what of it does not exist as written."""
    bases = [source, *before] if mention.relative else []
    exact = [nearest(places, base, mention.steps) for base in bases] or [places.exactly(mention.steps)]
    target = next((t for t in exact if t is not None), None)
    if target is None:
        steps = (*steps_of(source)[:1], *mention.steps) if mention.relative else mention.steps
        near = () if mention.relative else places.matching(steps)
        return near if len(near) == 1 else (), places.missing(steps)
    if mention.through is None:
        return (target,), ""
    run = places.between(target, mention.through)
    return (run, "") if run else ((target,), places.missing((*steps_of(target)[:-1], mention.through)))


def nearest(places: Places, base: Address, steps: tuple[Step, ...]) -> Address | None:
    """The provision that relative steps mean when said at `base`: beside it first, then further out, then inside it."""
    known = steps_of(base)
    for depth in range(len(known) - 1, -1, -1):
        target = places.exactly((*known[:depth], *steps))
        if target is not None:
            return target
    return places.exactly((*known, *steps))
