"""Provisions, regulations and positions of an answer under another's name."""

import re
from dataclasses import replace
from random import Random

from assistant.compose import link, say_provision
from assistant.facts import fact_words
from corpus.citation import Citation
from corpus.prose import flat
from eval.honest import Answers, Sent, changed, in_name, opening


def sibling_named(answers: Answers, dice: Random) -> Sent | None:
    """What one huruf says under the name of the next one, which is cited as well."""
    cited = answers.cite(dice)
    above = cited.address.parent
    if above is None or above.parent is None or not answers.stands(above):
        return None
    around = [
        n.address for n in answers.corpus.node(above).children if n.address is not None and n.address != cited.address
    ]
    if not around:
        return None
    other = answers.corpus.cite(dice.choice(around))
    if flat(other.quote) == flat(cited.quote) or not cited.quote.strip():
        return None
    said = flat(cited.quote)
    moved = Citation(other.address, other.label, cited.quote)
    held = answers.corpus.holds(other.address, cited.quote)
    return None if held else dice.choice(
        (
            Sent(f"{said.rstrip('.;:, ')} ({link(other)}).\n\n{say_provision(cited, 'id')}", (cited, other)),
            Sent(f"Menurut **{other.label}**: {said}\n\n{say_provision(cited, 'id')}", (cited, other)),
            Sent(say_provision(moved, "id"), (moved, other)),
            Sent(say_provision(cited, "id").replace(f"**{cited.label}**", f"**{other.label}**"), (cited, other)),
        )
    )  # fmt: skip


def marks_exchanged(answers: Answers, dice: Random) -> Sent | None:
    """The letters of two items of a quoted list in each other's place."""
    sent = answers.provision(dice, having=lambda words: bool(re.search(r"(?m)^b\. ", words)))
    marks = re.findall(r"(?m)^> ([a-z])\. ", sent.text)
    if len(marks) < 2 or len(set(marks)) != len(marks):
        return None
    at = dice.randrange(len(marks) - 1)
    one, two = marks[at], marks[at + 1]
    turned = re.sub(rf"(?m)^> ([{one}{two}])\. ", lambda m: f"> {two if m[1] == one else one}. ", sent.text)
    return replace(sent, text=turned)


def another_year(answers: Answers, dice: Random) -> Sent | None:
    """A regulation of another year or number, in its name or in the citation itself."""
    sent = dice.choice((answers.claim, answers.sentence, answers.provision))(dice)
    cited = sent.citations[0]
    number, _, year = answers.corpus.regulations[cited.address.regulation].short.rpartition(" ")[2].partition("/")
    right = f"{number}/{year}"
    wrong = dice.choice((f"{number}/{int(year) + dice.choice((-2, -1, 1, 2))}", f"{int(number) + 1}/{year}"))
    places = [m.start() for m in re.finditer(re.escape(right), sent.text)]
    if dice.random() < 0.3:
        forged = replace(cited, label=cited.label.replace(right, wrong))
        return replace(sent, text=sent.text.replace(right, wrong), citations=(forged,)) if places else None
    at = dice.choice(places) if places else -1
    return changed(sent, at, at + len(right), wrong) if places else None


def another_roman(answers: Answers, dice: Random) -> Sent | None:
    """A roman number is another one: of an attachment, a chapter or a stage."""
    wanted = re.compile(r"\b(?:Lampiran|BAB) ([IVX]+)\b")
    sent = dice.choice((answers.claim, answers.sentence, answers.provision))(
        dice, having=lambda w: bool(wanted.search(w))
    )
    places = [m for m in wanted.finditer(sent.text) if not in_name(sent, m.start())]
    if not places:
        return None
    match = dice.choice(places)
    others = [r for r in ("I", "II", "III", "IV", "V", "VI", "VII", "IX") if r != match[1]]
    return changed(sent, match.start(1), match.end(1), dice.choice(others))


def another_reference(answers: Answers, dice: Random) -> Sent | None:
    """A clause that refers to another ayat, huruf or Pasal than it does."""
    wanted = re.compile(r"\b(?:ayat \((\d+)\)|huruf ([a-z])\b|Pasal (\d+))")
    form = dice.choice((answers.claim, answers.sentence))
    sent = form(dice, having=lambda words: bool(wanted.search(words)))
    places = [m for m in wanted.finditer(opening(sent)[0]) if not in_name(sent, m.start())]
    if not places:
        return None
    match = dice.choice(places)
    at = next(n for n in (1, 2, 3) if match[n])
    others = [c for c in ("abcdefghij" if at == 2 else "123456789") if c != match[at]]
    return changed(sent, match.start(at), match.end(at), dice.choice(others))


def positions_exchanged(answers: Answers, dice: Random) -> Sent | None:
    """The answers for the two positions under each other's name."""
    both = answers.both(dice)
    names = [f"**{name}**" for name in fact_words()["jabatan"].choices.values()]
    text = both.text.replace(names[0], "\0").replace(names[1], names[0]).replace("\0", names[1])
    return replace(both, text=text)
