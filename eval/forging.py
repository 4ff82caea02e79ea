"""Ways to forge an honest answer in what it cites: citations, quotes and figures that are not so.

Each takes an honest answer apart and changes one thing. A forgery that cannot be made of some evidence is not made (None).
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from random import Random

from assistant.compose import link, quote, say_provision
from assistant.numerals import Numeral, numerals, values_of
from corpus.address import Address
from corpus.citation import Citation
from corpus.prose import flat
from eval.honest import Answers, Sent, changed, in_link, in_name

_NEGATION = re.compile(r"\b(?:tidak|bukan|belum|tanpa) ", re.IGNORECASE)
_DIGIT_WORDS = ("satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh")
_MONTHS = ("Januari", "Februari", "Maret", "April", "Juni", "Juli", "Agustus", "September", "Oktober", "November")
_RANKS = ("II/c", "III/a", "III/b", "III/c", "III/d", "IV/a", "IV/b", "IV/c", "IV/d", "IV/e")


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
    if any(made in flat(c.quote) for c in (first, second)):
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
    return changed(replace(sent, citations=(*sent.citations, other)), numeral.start, numeral.end, wrong)


def lost_negation(answers: Answers, dice: Random) -> Sent | None:
    """A "tidak" left out of the quote, of the sentence, or cut off before the quote begins."""
    form = dice.choice((answers.provision, answers.sentence, answers.claim))
    sent = form(dice, having=lambda words: bool(_NEGATION.search(words)))
    cited = sent.citations[0]
    match = dice.choice(list(_NEGATION.finditer(cited.quote)))
    rest = cited.quote[match.end() :].strip()
    if form != answers.provision:
        places = [m for m in _NEGATION.finditer(sent.text.split("\n")[0]) if not in_link(sent.text, m.start())]
        return changed(sent, *dice.choice(places).span(), "") if places else None
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
    return changed(sent, at, at + 1, dice.choice([d for d in "0123456789" if d != sent.text[at]]))


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


def _swapped(answers: Answers, dice: Random, pattern: str, others: Sequence[str]) -> Sent | None:
    wanted = re.compile(pattern)
    form = dice.choice((answers.claim, answers.sentence, answers.provision, None))
    sent = answers.calculation(dice) if form is None else form(dice, having=lambda words: bool(wanted.search(words)))
    places = [m for m in wanted.finditer(sent.text) if not in_name(sent, m.start())]
    if not places:
        return None
    match = dice.choice(places)
    return changed(sent, match.start(), match.end(), dice.choice([o for o in others if o != match[0]]))


def _told(sent: Sent) -> list[Numeral]:
    return [n for n in numerals(sent.text) if not in_name(sent, n.start)]


def _first_line(sent: Sent) -> str:
    return re.sub(r"\[[^\]]*\]\([^)]*\)", lambda m: " " * len(m[0]), sent.text.split("\n")[0])


def _counts(words: str) -> bool:
    return bool(values_of(words))
