"""Honest answers made from random evidence, and the ways to forge one: what the last gate must pass and must stop.

Each forgery changes one thing in an honest answer. A forgery that cannot be made of some evidence is not made (None).
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random

from assistant.calculation import Calculation
from assistant.calculators.law import Law
from assistant.compose import link, quote, say_calculation, say_provision
from assistant.numerals import Numeral, numerals, values_of
from assistant.verify import verify
from corpus.address import Address
from corpus.citation import Citation
from corpus.library import Corpus
from corpus.tree import Node

_NEGATION = re.compile(r"\b(?:tidak|bukan|belum|tanpa) ", re.IGNORECASE)
_DIGIT_WORDS = ("satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh")
_MONTHS = ("Januari", "Februari", "Maret", "April", "Juni", "Juli", "Agustus", "September", "Oktober", "November")
_RANKS = ("II/c", "III/a", "III/b", "III/c", "III/d", "IV/a", "IV/b", "IV/c", "IV/d", "IV/e")
_LONGEST = 1500  # characters of a provision quoted whole


@dataclass(frozen=True)
class Sent:
    """An answer with its evidence, as it stands before the last gate."""

    text: str
    citations: tuple[Citation, ...]
    calculations: tuple[Calculation, ...] = ()
    question: str = ""
    scope: tuple[str, ...] = ()

    def failures(self, corpus: Corpus) -> tuple[str, ...]:
        """Why the gate holds it back; () when it lets it pass."""
        asked = (self.question,) if self.question else ()
        return verify(self.text, self.citations, self.calculations, asked, corpus, (), self.scope).failures


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

    def honest(self, dice: Random) -> Sent:
        """An answer of one of the forms that the assistant gives."""
        return dice.choice((self.provision, self.twins, self.claim, self.sentence, self.calculation))(dice)

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
        cited = self.cite(dice, lambda words: having(" ".join(words.split())))
        said = " ".join(cited.quote.split())
        text = f"Menurut **{cited.label}**: {said}\n\n{quote(cited)}\n\n{link(cited)}"
        return Sent(text, (cited,), scope=(cited.address.regulation,))

    def claim(self, dice: Random, *, having: Callable[[str], bool] = bool) -> Sent:
        """A sentence that says what one line of a provision says, with its link, above the provision."""
        cited = self.cite(dice, lambda words: any(map(having, _claims(words))))
        said = dice.choice([line for line in _claims(cited.quote) if having(line)])
        text = f"{said.rstrip('.;:, ')} ({link(cited)}).\n\n{say_provision(cited, 'id')}"
        return Sent(text, (cited,), scope=(cited.address.regulation,))

    def calculation(self, dice: Random) -> Sent:
        """A calculation as it is told."""
        found = dice.choice(self.calculations)
        return Sent(say_calculation(found, dice.choice(("id", "en"))), found.citations, (found,))

    def cite(self, dice: Random, having: Callable[[str], bool] = bool) -> Citation:
        """A random provision, of which something holds."""
        while True:
            node = dice.choice(self.nodes)
            if node.address is not None and having(node.words):
                return self.corpus.cite(node.address)


def load_answers(law: Law, calculations: Sequence[Calculation]) -> Answers:
    """Answers from the texts and some calculations whose own answer is honest today."""
    honest = [c for c in calculations if Sent(say_calculation(c, "id"), c.citations, (c,)).failures(law.corpus) == ()]
    return Answers(law.corpus, honest)


# --- forgeries: each takes an honest answer apart and changes one thing


def does_not_exist(answers: Answers, dice: Random) -> Sent | None:
    """A citation of a Pasal that the regulation does not have."""
    sent = answers.provision(dice)
    real = sent.citations[0]
    last = max(node.address.pasal or 0 for node in answers.corpus.pasals(real.address.regulation) if node.address)
    gone = Address(real.address.regulation, pasal=last + dice.randint(1, 60))
    forged = Citation(gone, answers.corpus.label(gone), real.quote)
    return dice.choice(
        (
            Sent(say_provision(forged, "id"), (forged,)),
            replace(sent, text=f"{sent.text}\n\nLihat juga: {link(forged)}."),
            replace(sent, text=f"Menurut {forged.address.place}, hal itu berlaku.\n\n{sent.text}"),
        )
    )


def invented_tail(answers: Answers, dice: Random) -> Sent | None:
    """A quote that goes on after the law has ended."""
    sent = answers.provision(dice)
    cited = sent.citations[0]
    tail = dice.choice(
        ("atas persetujuan Menteri", "kecuali ditentukan lain", "paling lama satu tahun", "dan seterusnya")
    )
    longer = replace(cited, quote=f"{cited.quote.rstrip('.;')} {tail}")
    if dice.random() < 0.5:
        return Sent(say_provision(longer, "id"), (longer,))
    return Sent(say_provision(longer, "id"), (cited,))


def stitched(answers: Answers, dice: Random) -> Sent | None:
    """Two true fragments joined to one quote that stands nowhere."""
    first, second = answers.cite(dice), answers.cite(dice)
    words, others = first.quote.split(), second.quote.split()
    made = " ".join((*words[: dice.randint(3, max(3, len(words) - 2))], *others[-dice.randint(3, len(others)) :]))
    if any(made in " ".join(c.quote.split()) for c in (first, second)):
        return None
    forged = replace(first, quote=made)
    return Sent(say_provision(forged, "id"), dice.choice(((forged,), (first, second))))


def wrong_provision(answers: Answers, dice: Random) -> Sent | None:
    """A true quote, or a true sentence, under the name of another provision that is cited as well."""
    right, wrong = answers.cite(dice), answers.cite(dice)
    if answers.corpus.holds(wrong.address, right.quote):
        return None
    moved = Citation(wrong.address, wrong.label, right.quote)
    return dice.choice(
        (
            Sent(say_provision(moved, "id"), (moved,)),
            Sent(f"{say_provision(moved, 'id')}\n\n{say_provision(wrong, 'id')}", (right, wrong)),
            Sent(f"Menurut **{wrong.label}**:\n\n{quote(right)}\n\n{link(right)}", (right, wrong)),
            Sent(f"Menurut **{right.label}**:\n\n{quote(right)}\n\n{link(wrong)}", (right, wrong)),
        )
    )


def wrong_numeral_beside(answers: Answers, dice: Random) -> Sent | None:
    """A true quote beside a sentence with another number, half the time one that another citation owns."""
    sent = answers.claim(dice, having=_counts)
    found = numerals(_first_line(sent))
    other = answers.cite(dice, _counts)
    theirs = [n.text for n in numerals(other.quote) if n.text.isdigit()]
    if not found or not theirs:
        return None
    numeral = dice.choice(found)
    wrong = dice.choice(theirs) if dice.random() < 0.5 else str(dice.randint(2, 400))
    if numeral.values & values_of(wrong):
        return None
    return _changed(replace(sent, citations=(*sent.citations, other)), numeral.start, numeral.end, wrong)


def lost_negation(answers: Answers, dice: Random) -> Sent | None:
    """A "tidak" left out of the quote, of the sentence, or cut off before the quote begins."""
    form = dice.choice((answers.provision, answers.sentence, answers.claim))
    sent = form(dice, having=lambda words: bool(_NEGATION.search(words)))
    cited = sent.citations[0]
    match = dice.choice(list(_NEGATION.finditer(cited.quote)))
    rest = cited.quote[match.end() :].strip()
    if form != answers.provision:
        places = [m for m in _NEGATION.finditer(sent.text.split("\n")[0]) if not _in_link(sent.text, m.start())]
        return _changed(sent, *dice.choice(places).span(), "") if places else None
    cut = replace(cited, quote=rest)
    lost = replace(cited, quote=cited.quote[: match.start()] + cited.quote[match.end() :])
    return dice.choice(
        (Sent(say_provision(cut, "id"), (cut,)), Sent(say_provision(lost, "id"), dice.choice(((lost,), (cited,)))))
    )


def other_position(answers: Answers, dice: Random) -> Sent | None:
    """A rule of the other position's regulation, for a question within one position."""
    ours = [r for r in answers.corpus.regulations.values() if r.jabatan]
    wrong = dice.choice(ours)
    right = next(r.id for r in ours if r.jabatan != wrong.jabatan)
    while True:
        sent = dice.choice((answers.provision, answers.claim))(dice)
        if sent.citations[0].address.regulation == wrong.id:
            return replace(sent, scope=(right,))


def digit_changed(answers: Answers, dice: Random) -> Sent | None:
    """One digit of one numeral is another one."""
    sent = dice.choice((answers.honest, lambda d: answers.claim(d, having=_counts)))(dice)
    places = [i for n in _told(sent) for i in range(n.start, n.end) if sent.text[i].isdigit()]
    if not places:
        return None
    at = dice.choice(places)
    return _changed(sent, at, at + 1, dice.choice([d for d in "0123456789" if d != sent.text[at]]))


def number_word_changed(answers: Answers, dice: Random) -> Sent | None:
    """One number word is another one."""
    return _swapped(answers, dice, r"\b(?:" + "|".join(_DIGIT_WORDS) + r")\b", _DIGIT_WORDS)


def percentage_changed(answers: Answers, dice: Random) -> Sent | None:
    """A percentage is another one."""
    return _swapped(answers, dice, r"\d+(?=(?:,\d+)? ?%)", [str(n) for n in range(5, 101, 5)])


def date_changed(answers: Answers, dice: Random) -> Sent | None:
    """A month or a year of a date is another one."""
    if dice.random() < 0.5:
        return _swapped(answers, dice, r"\b(?:" + "|".join(_MONTHS) + r")\b", _MONTHS)
    return _swapped(answers, dice, r"\b(?:19|20)\d\d\b(?!\))", [str(year) for year in range(1990, 2035)])


def golongan_changed(answers: Answers, dice: Random) -> Sent | None:
    """A rank is another one."""
    return _swapped(answers, dice, r"\b(?:IV|III|II)/[a-e]\b", _RANKS)


def verdict_turned(answers: Answers, dice: Random) -> Sent | None:
    """The verdict or a mark of the checklist says the opposite."""
    sent = answers.calculation(dice)
    turns = [
        pair
        for pair in (("**Ya.**", "**Belum.**"), ("**Belum.**", "**Ya.**"), ("✅", "❌"), ("❌", "✅"))
        if pair[0] in sent.text
    ]
    if not turns:
        return None
    old, new = dice.choice(turns)
    return replace(sent, text=sent.text.replace(old, new, 1))


FORGERIES: Mapping[str, Callable[[Answers, Random], Sent | None]] = {
    "pasal tidak ada": does_not_exist,
    "ekor dikarang": invented_tail,
    "dua potongan dijahit": stitched,
    "kutipan di bawah pasal lain": wrong_provision,
    "angka lain di samping kutipan": wrong_numeral_beside,
    "tidak dihilangkan": lost_negation,
    "aturan jabatan lain": other_position,
    "satu digit diganti": digit_changed,
    "kata bilangan diganti": number_word_changed,
    "persen diganti": percentage_changed,
    "tanggal diganti": date_changed,
    "golongan diganti": golongan_changed,
    "putusan dibalik": verdict_turned,
}


def forge(kind: str, answers: Answers, dice: Random) -> Sent:
    """A forgery of one kind; tries other evidence until one can be made."""
    while True:
        made = FORGERIES[kind](answers, dice)
        if made is not None:
            return made


def _swapped(answers: Answers, dice: Random, pattern: str, others: Sequence[str]) -> Sent | None:
    wanted = re.compile(pattern)
    form = dice.choice((answers.claim, answers.sentence, answers.provision, None))
    sent = answers.calculation(dice) if form is None else form(dice, having=lambda words: bool(wanted.search(words)))
    places = [m for m in wanted.finditer(sent.text) if not _in_name(sent, m.start())]
    if not places:
        return None
    match = dice.choice(places)
    return _changed(sent, match.start(), match.end(), dice.choice([o for o in others if o != match[0]]))


def _changed(sent: Sent, start: int, end: int, new: str) -> Sent | None:
    """The answer with some characters exchanged, unless what it says stays the same."""
    text = sent.text[:start] + new + sent.text[end:]
    return replace(sent, text=text) if " ".join(text.split()) != " ".join(sent.text.split()) else None


def _told(sent: Sent) -> list[Numeral]:
    return [n for n in numerals(sent.text) if not _in_name(sent, n.start)]


def _in_name(sent: Sent, at: int) -> bool:
    """Whether a place lies in a link, in the name of a provision, or in a list number: those are other forgeries."""
    names = [name for c in sent.citations for name in (c.label, c.address.place)]
    spans = [(m.start(), m.end()) for name in names for m in re.finditer(re.escape(name), sent.text)]
    spans += [m.span() for m in re.finditer(r"^(?:> ?)*\s*\d+[.)] ", sent.text, re.MULTILINE)]
    return _in_link(sent.text, at) or any(start <= at < end for start, end in spans)


def _in_link(text: str, at: int) -> bool:
    return any(m.start() <= at < m.end() for m in re.finditer(r"\[[^\]]*\]\([^)]*\)", text))


def _first_line(sent: Sent) -> str:
    return re.sub(r"\[[^\]]*\]\([^)]*\)", lambda m: " " * len(m[0]), sent.text.split("\n")[0])


def _counts(words: str) -> bool:
    return bool(values_of(words))


def _claims(words: str) -> list[str]:
    """Lines of a provision that are sentences by themselves."""
    lines = [re.sub(r"^(?:\(\d+\)|[a-z]{1,2}\.|\d+[.)])\s", "", line.strip()) for line in words.splitlines()]
    return [line for line in lines if len(line.split()) > 4 and "]" not in line and not line.endswith(":")]


def _plain(node: Node) -> bool:
    """Whether the words of a provision are prose: no table, no heading of a whole part."""
    return node.kind in ("pasal", "ayat", "huruf", "angka", "butir", "baris", "teks")
