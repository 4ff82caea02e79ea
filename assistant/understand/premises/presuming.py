"""Messages that go on as if a case were fulfilled: "tinggal lulus ukom aja, jadwalnya kapan?", "mau diusulkan, dokumen apa?"."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from assistant.calculation import Calculation, Requirement
from assistant.understand.language.text import Text
from assistant.understand.premises.asserted import Clause, clauses
from assistant.understand.premises.granted import load_granted
from corpus.data import load_yaml

UNMET = "belum"
_ASKED = 4  # words up to which a sentence of its own only asks about what was told before
_BEHIND = 2  # words behind "tinggal" that may say that something is still to be had


@cache
def load_presuming() -> dict[str, tuple[str, ...]]:
    """The words of the file beside this module."""
    raw: dict[str, list[str]] = load_yaml(Path(__file__).with_suffix(".yaml"))
    return {name: tuple(words) for name, words in raw.items()}


def presumes(text: Text) -> bool:
    """Whether a message asks for the next step, or says that nothing else is left, and does not ask whether all is fulfilled."""
    table = load_presuming()
    if fulfilled(text):
        return True
    if text.has(*table["judging"]):
        return False
    intends = text.has(*table["intending"])
    asks_next = text.has(*table["steps"]) and text.has(*table["asking"])
    return _says_rest(text) or (intends and (asks_next or text.at(0) in load_granted()["openers"]))


def fulfilled(text: Text) -> bool:
    """Whether a clause says in passing that what is told meets the rule, and no other asks whether it does."""
    table, said = load_presuming(), list(clauses(text))
    met = [clause for clause in said if clause.text.has(*table["met"]) and _is_told(clause)]
    return bool(met) and not any(clause.text.has(*table["judging"]) for clause in said if clause not in met)


def said_to_be_met(text: Text) -> Iterator[Text]:
    """What is said to meet a rule, with the clause before that names it: "kampus akreditasi B, yang sudah memenuhi syarat minimal"."""
    before: Clause | None = None
    for clause in clauses(text):
        if clause.text.has(*load_presuming()["met"]) and _is_told(clause):
            first = before.first if before is not None and text.at(clause.first - 1) == "," else clause.first
            yield Text(text.raw, text.words[first : clause.last + 1])
        before = clause


def said_to_be_safe(text: Text) -> Iterator[Text]:
    """What is said to be no hindrance, with what stands before it in its sentence: "umurku 54, masih aman"; nothing where that is asked beside it."""
    table, said = load_presuming(), list(clauses(text))
    safe = [at for at, clause in enumerate(said) if clause.text.has(*table["safe"]) and _is_told(clause, "unsure")]
    if any(_asks_about_it(text, clause) for at, clause in enumerate(said) if at not in safe):
        return
    for at in safe:
        first = at
        while first > 0 and text.at(said[first].first - 1) not in table["ending"]:
            first -= 1
        yield Text(text.raw, text.words[said[first].first : said[at].last + 1])


def _asks_about_it(text: Text, clause: Clause) -> bool:
    """Whether a clause asks whether what was told is enough: a short one, or one of the same sentence."""
    table = load_presuming()
    apart = clause.text.length > _ASKED and text.at(clause.first - 1) in table["ending"]
    return clause.text.has(*table["judging"]) and not apart


def _is_told(clause: Clause, doubting: str = "doubting") -> bool:
    table, said = load_presuming(), clause.text
    return not (clause.asked or said.has(*table[doubting]) or said.bare.endswith((" tidak", " tidak ya", " belum")))


def _says_rest(text: Text) -> bool:
    """Whether a thing to be done is said to be all that is left; what is left of an amount is none."""
    table = load_presuming()
    for phrase in table["left"]:
        for _, last in text.find(phrase):
            behind = Text(text.raw, text.words[last + 1 : last + 1 + _BEHIND])
            if behind.words and not _is_number(behind) and not behind.has(*table["still"]):
                return True
    return False


def _is_number(text: Text) -> bool:
    return any(letter.isdigit() for letter in text.at(0))


def unmet(found: Calculation) -> Requirement | None:
    """The first condition that what was told does not meet."""
    if found.verdict != UNMET:
        return None
    return next((each for each in found.requirements if each.status == UNMET), None)
