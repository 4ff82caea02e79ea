"""Honest answers made from random evidence, in every form that the assistant gives."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from random import Random

from assistant.calculation import Calculation
from assistant.clauses import clauses, polarity_of
from assistant.compose import link, quote, say_calculation, say_provision
from assistant.facts import fact_words
from assistant.naming import REFERENCE
from assistant.numerals import numerals, values_of
from assistant.phrases import phrase
from assistant.understand.premises.named import load_named
from assistant.understand.premises.premises import load_premises
from assistant.understand.premises.stages import load_stages
from assistant.understand.premises.stated import corrections_of_values
from assistant.verify import verify
from corpus.address import Address
from corpus.citation import Citation
from corpus.errors import CorpusError
from corpus.library import Corpus
from corpus.prose import flat
from corpus.tree import Node

_LONGEST = 1500  # characters of a provision quoted whole


@dataclass(frozen=True)
class Sent:
    """An answer with its evidence, as it stands before the last gate."""

    text: str
    citations: tuple[Citation, ...]
    calculations: tuple[Calculation, ...] = ()
    question: str = ""
    scope: tuple[str, ...] = ()
    own: tuple[str, ...] = ()
    corrections: tuple[str, ...] = ()

    def failures(self, corpus: Corpus) -> tuple[str, ...]:
        """Why the gate holds it back; () when it lets it pass."""
        asked = (self.question,) if self.question else ()
        return verify(
            self.text, self.citations, self.calculations, asked, corpus, self.own, self.scope, (), self.corrections
        ).failures


class Answers:
    """Honest answers from random provisions and from calculations that were made."""

    def __init__(self, corpus: Corpus, calculations: Sequence[Calculation]) -> None:
        self.corpus = corpus
        self.nodes = [
            node
            for regulation in corpus.regulations.values()
            for node in regulation.root.walk()
            if node.address is not None and len(node.words.split()) > 5 and len(node.words) < _LONGEST and _plain(node)
        ]
        self.calculations = [found for found in calculations if found.citations]
        self._pairs = [
            (one, other)
            for one in self.calculations
            for other in self.calculations
            if one.tool == other.tool
            and (one.inputs.get("jabatan"), other.inputs.get("jabatan")) == ("negosiator", "pengawas")
            and say_calculation(one, "id") != say_calculation(other, "id")
        ]
        self._corrections = [(text, corpus.cite(address)) for text, address in all_corrections()]

    def honest(self, dice: Random) -> Sent:
        """An answer of one of the forms that the assistant gives."""
        forms = (self.provision, self.twins, self.claim, self.sentence, self.shortened, self.corrected)
        return dice.choice((*forms, self.calculation, self.calculation, self.both))(dice)

    def provision(self, dice: Random, *, having: Callable[[str], bool] = bool) -> Sent:
        """One provision quoted whole, half the time after its own first words."""
        cited = self.cite(dice, having)
        text = say_provision(cited, dice.choice(("id", "en")))
        return Sent(text, (cited,), scope=(cited.address.regulation,))

    def twins(self, dice: Random) -> Sent:
        """Two provisions, one after the other."""
        first, second = self.cite(dice), self.cite(dice)
        if first.quote == second.quote:
            return self.twins(dice)
        return Sent("\n\n".join(say_provision(c, "id") for c in (first, second)), (first, second))

    def sentence(self, dice: Random, *, having: Callable[[str], bool] = bool) -> Sent:
        """A provision's own words as a direct sentence, then the provision."""
        cited = self.cite(dice, lambda words: having(flat(words)))
        said = flat(cited.quote)
        text = f"Menurut **{cited.label}**: {said}\n\n{quote(cited)}\n\n{link(cited)}"
        return Sent(text, (cited,), scope=(cited.address.regulation,))

    def claim(self, dice: Random, *, having: Callable[[str], bool] = bool) -> Sent:
        """A sentence that says what one line of a provision says, with its link, above the provision."""
        cited = self.cite(dice, lambda words: any(map(having, _claims(words))))
        said = dice.choice([line for line in _claims(cited.quote) if having(line)])
        text = f"{said.rstrip('.;:, ')} ({link(cited)}).\n\n{say_provision(cited, 'id')}"
        return Sent(text, (cited,), scope=(cited.address.regulation,))

    def shortened(self, dice: Random, *, having: Callable[[str], bool] = bool) -> Sent:
        """A clause of a provision with some of its words left out, as a chat model may tell it."""
        while True:
            cited = self.cite(dice, having)
            told = [c.text for c in clauses(cited.quote) if having(c.text) and not REFERENCE.search(c.text)]
            said = _shorten(dice.choice(told), dice) if told else ""
            if len(said.split()) > 4 and having(said) and "]" not in said:
                break
        text = f"{said.rstrip('.;:, ')} {link(cited)}.\n\n{say_provision(cited, 'id')}"
        return Sent(text, (cited,), scope=(cited.address.regulation,))

    def corrected(self, dice: Random) -> Sent:
        """What is wrongly taken for granted put right, above the provision that says so."""
        text, cited = dice.choice(self._corrections)
        line = phrase(dice.choice(("id", "en")), "corrected", correction=text)
        return Sent(f"{line}\n\n{say_provision(cited, 'id')}", (cited,), corrections=(text,))

    def both(self, dice: Random) -> Sent:
        """The answers for both positions, each under its name."""
        names = fact_words()["jabatan"].choices
        pair = dice.choice(self._pairs)
        headings = tuple(f"**{names[c.inputs['jabatan']]}**" for c in pair)
        told = [f"{heading}\n\n{say_calculation(c, 'id')}" for heading, c in zip(headings, pair, strict=True)]
        citations = tuple(dict.fromkeys(cited for c in pair for cited in c.citations))
        return Sent("\n\n".join((phrase("id", "both_differ"), *told)), citations, pair, own=headings)

    def calculation(self, dice: Random) -> Sent:
        """A calculation as it is told."""
        found = dice.choice(self.calculations)
        return Sent(say_calculation(found, dice.choice(("id", "en"))), found.citations, (found,))

    def stands(self, address: Address) -> bool:
        """Whether there is such a provision: the rows of some tables stand in groups that are none."""
        try:
            return bool(self.corpus.node(address))
        except CorpusError:
            return False

    def cite(self, dice: Random, having: Callable[[str], bool] = bool) -> Citation:
        """A random provision, of which something holds."""
        while True:
            node = dice.choice(self.nodes)
            if node.address is not None and having(node.words):
                return self.corpus.cite(node.address)


def changed(sent: Sent, start: int, end: int, new: str) -> Sent | None:
    """The answer with some characters exchanged, unless what it says stays the same."""
    text = sent.text[:start] + new + sent.text[end:]
    return replace(sent, text=text) if flat(text) != flat(sent.text) else None


def opening(sent: Sent) -> tuple[str, str]:
    """The first line of an answer, and the rest."""
    first, mark, rest = sent.text.partition("\n")
    return first, mark + rest


def in_name(sent: Sent, at: int) -> bool:
    """Whether a place lies in a link, in the name of a provision, or in a list number: those are other forgeries."""
    names = [name for c in sent.citations for name in (c.label, c.address.place)]
    spans = [(m.start(), m.end()) for name in names for m in re.finditer(re.escape(name), sent.text)]
    spans += [m.span() for m in re.finditer(r"^(?:> ?)*\s*\d+[.)] ", sent.text, re.MULTILINE)]
    return in_link(sent.text, at) or any(start <= at < end for start, end in spans)


def in_link(text: str, at: int) -> bool:
    """Whether a place lies in a markdown link."""
    return any(m.start() <= at < m.end() for m in re.finditer(r"\[[^\]]*\]\([^)]*\)", text))


def _claims(words: str) -> list[str]:
    """Lines of a provision that are sentences by themselves."""
    lines = [re.sub(r"^(?:\(\d+\)|[a-z]{1,2}\.|\d+[.)])\s", "", line.strip()) for line in words.splitlines()]
    return [line for line in lines if len(line.split()) > 4 and "]" not in line and not line.endswith(":")]


def all_corrections() -> list[tuple[str, Address]]:
    """Every correction that the assistant may make, with the provision it rests on."""
    table = load_premises()
    values = [*table["levels"], *(value for claim in table["claims"] for value in claim["values"])]
    said = [(value["correction"].rstrip("."), Address.parse(value["place"], value["regulation"])) for value in values]
    told = [(f"{words[0].upper()}{words[1:]}.", address) for words, address in said]
    ordered = [
        (f"{row['correction']}.", Address.parse(row["place"], row["regulation"])) for row in load_stages()["stages"]
    ]
    stated = [(correction.text, correction.address) for correction in corrections_of_values()]
    return [*told, *ordered, *((rule.correction, rule.address) for rule in load_named()[1]), *stated]


def _shorten(text: str, dice: Random) -> str:
    """The text without some of the words that turn nothing round and count nothing."""
    words = text.split()
    kept = [
        word
        for at, word in enumerate(words)
        if at == 0 or polarity_of(word) or values_of(word) or not re.fullmatch(r"[a-z]+", word) or dice.random() < 0.8
    ]
    said = " ".join(kept)
    return said if [n.values for n in numerals(said)] == [n.values for n in numerals(text)] else " ".join(words)


def _plain(node: Node) -> bool:
    """Whether the words of a provision are prose: no table, no heading of a whole part."""
    return node.kind in ("pasal", "ayat", "huruf", "angka", "butir", "baris", "teks")
