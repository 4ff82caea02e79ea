"""Figures of an answer in another's place, or in another form with another value."""

import re
from dataclasses import replace
from random import Random

from assistant.compose import link
from assistant.ledger import figures_of
from assistant.numerals import numerals, values_of
from corpus.prose import flat
from eval.honest import Answers, Sent, changed, in_name, opening

_SHARES = ("lima persen", "tiga puluh persen", "seratus sepuluh persen", "setengah", "seperempat", "99 persen")
_MONTHS = "Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November|Desember"
_DAY = re.compile(rf"\b\d{{1,2}} (?:{_MONTHS}) \d{{4}}\b")
_MONTH = re.compile(rf"\b(?:{_MONTHS})\b")


def ends_exchanged(answers: Answers, dice: Random) -> Sent | None:
    """Two numerals of one sentence in each other's place: a range turned round, two levels' figures exchanged."""
    form = dice.choice((answers.claim, answers.sentence, answers.shortened))
    sent = form(dice, having=lambda words: len(values_of(words)) > 1)
    found = [n for n in numerals(opening(sent)[0]) if not in_name(sent, n.start)]
    pairs = [(a, b) for a in found for b in found if a.start < b.start and not a.values & b.values]
    if not pairs:
        return None
    first, second = dice.choice(pairs)
    text = sent.text
    turned = f"{text[: first.start]}{second.text}{text[first.end : second.start]}{first.text}{text[second.end :]}"
    return replace(sent, text=turned)


def share_in_words(answers: Answers, dice: Random) -> Sent | None:
    """A percentage told in the words of another one."""
    wanted = re.compile(r"\d+(?:,\d+)? ?%(?: ?\([^)]*\))?|\d+ \([a-z ]+\) persen")
    form = dice.choice((answers.claim, answers.sentence, answers.shortened))
    sent = form(dice, having=lambda words: bool(wanted.search(words)))
    match = wanted.search(opening(sent)[0])
    new = dice.choice(_SHARES)
    if match is None or values_of(new) & values_of(match[0]):
        return None
    return changed(sent, match.start(), match.end(), new)


def another_form_of_date(answers: Answers, dice: Random) -> Sent | None:
    """A date or month in another form, and another one: of a calculation, or of the law."""
    if dice.random() < 0.5:
        sent, wanted = answers.calculation(dice), _DAY
    else:
        form = dice.choice((answers.claim, answers.sentence, answers.shortened))
        sent, wanted = form(dice, having=lambda words: bool(_MONTH.search(words))), _MONTH
    places = [m for m in wanted.finditer(sent.text) if not in_name(sent, m.start())]
    if not places:
        return None
    match = dice.choice(places)
    day, month, year = dice.randint(1, 28), dice.choice((2, 3, 5, 8, 9, 11)), dice.randint(2021, 2040)
    forms = (f"{day:02d}/{month:02d}/{year}", f"{day}-{month}-{year}", f"{year}-{month:02d}-{day:02d}", f"ke-{month}")
    new = dice.choice(forms)
    return None if values_of(new) & values_of(match[0]) else changed(sent, match.start(), match.end(), new)


def told_as_law(answers: Answers, dice: Random) -> Sent | None:
    """The figure that the person told, put where the law has its own."""
    sent = dice.choice((answers.claim, answers.shortened, answers.sentence))(dice, having=lambda w: bool(values_of(w)))
    found = [n for n in numerals(opening(sent)[0]) if not in_name(sent, n.start)]
    if not found:
        return None
    numeral, told = dice.choice(found), str(dice.randint(2, 90))
    if numeral.values & values_of(told):
        return None
    asked = f"Saya {told} tahun dan punya {told} angka kredit, bisakah?"
    lied = changed(replace(sent, question=asked), numeral.start, numeral.end, told)
    return lied and replace(lied, text=dice.choice(("", "Bagi Anda, ", "Anda: ")) + lied.text)


def computed_as_law(answers: Answers, dice: Random) -> Sent | None:
    """A figure that was computed, put where a provision behind the calculation has its own."""
    sent = answers.calculation(dice)
    cited = [c for c in sent.citations if values_of(c.quote) and len(c.quote) < 600]
    figures = [f for f in figures_of(sent.calculations[0]) if re.fullmatch(r"\d+(?:[.,]\d+)?", f)]
    if not cited or not figures:
        return None
    source, figure = dice.choice(cited), dice.choice(figures)
    said = flat(source.quote)
    numeral = dice.choice(numerals(said))
    if numeral.values & values_of(figure):
        return None
    lied = f"{said[: numeral.start]}{figure}{said[numeral.end :]}".rstrip(".;:, ")
    return replace(sent, text=f"{lied} ({link(source)}).\n\n{sent.text}")
