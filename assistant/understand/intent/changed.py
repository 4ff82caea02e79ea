"""Whether what the texts rule has changed since: "setelah PP 94/2021 masih bisa?", "katanya sekarang tiap bulan, benar?"."""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from assistant.understand.clues import Clues
from assistant.understand.following.followups import content
from assistant.understand.language.text import Text
from assistant.understand.message.split import asks
from assistant.understand.premises.asserted import Clause, clauses
from corpus.data import load_yaml

_THIN = 2  # words of content up to which a question means what was told before it: "benar tidak?"
_BEFORE = 3  # words before a law or a body among which stands that it came later
_DOES = 8  # words behind a maker of law among which stands what it did
_BEHIND = 5  # words behind a body among which stands what befell it
_RULE = 8  # words before what befell something among which stands that it is a rule
_FEWEST = 6  # words of a message that says what is heard of
_NAMED = 3  # words between a rule and that it is new: "aturan KemenPANRB yang baru"


def asks_of_change(clues: Clues) -> bool:
    """Whether it is asked if the law has changed, by what is named as later, told as heard or asked as lifted."""
    table = load_changed()
    text = clues.until if len(content(clues.text)) <= _THIN else clues.text
    if not (asks(text) or asks(clues.whole)) or text.has(*table["ours"]):
        return False
    newest = bool(clues.about) and {*clues.about} <= {*table["newest"]}
    if _after_a_law(clues) or (_by_newer(text) and not newest):
        return True
    if clues.cites:
        return False
    return _or_else(clues.whole) or any(each(text) for each in (_after_an_event, _lifted, _heard_of))


def _after_a_law(clues: Clues) -> bool:
    """ "Setelah PP 94/2021 masih bisa kena hukuman?": a law outside the texts as what came later or changed something."""
    table, text = load_changed(), clues.text
    named = [places for m in clues.mentions if m.outside and (places := text.places(m.start, m.end))]
    led = any(_led(text, places[0], table["turning"]) for places in named)
    return bool(led and text.has(*table["lasting"], *table["lifting"])) or _lifts(clues)


def _lifts(clues: Clues) -> bool:
    """ "Did BKN Regulation 3/2023 scrap it?": whether a maker of other law, named before what it did, changed a rule."""
    table, text = load_changed(), clues.text
    if text.has(*table["personal"]) or any(m.regulation for m in clues.mentions):
        return False
    makers = (at for at in range(len(text.words)) if text.begins(at, *table["makers"]))
    return any(Text(text.raw, text.words[at + 1 : at + 1 + _DOES]).has(*table["lifting"]) for at in makers)


def _after_an_event(text: Text) -> bool:
    """ "Sejak KASN bubar ...": what befell who makes the rules, as what came later."""
    table = load_changed()
    return any(
        text.begins(at, *table["powers"])
        and _led(text, at, table["turning"])
        and Text(text.raw, text.words[at : at + _BEHIND]).has(*table["events"])
        for at in range(len(text.words))
    )


def _by_newer(text: Text) -> bool:
    """ "Di aturan KemenPANRB yang baru berapa?": what a newer rule says."""
    table = load_changed()
    return any(
        text.at(at - 1) not in table["about"]
        and (_begins_newer(text, at) or (text.at(at) in table["ruling"] and _is_young(text, at)))
        for at in range(len(text.words))
    )


def _begins_newer(text: Text, at: int) -> bool:
    """Whether a newer rule is named here and not by its year: "aturan baru 2023" may be one of the five."""
    named = [phrase for phrase in load_changed()["newer"] if text.begins(at, phrase)]
    young = load_changed()["young"]
    dated = (p for p in named if p.split()[-1] in young and text.at(at + len(p.split())).isdigit())
    return bool(named) and not any(dated)


def _is_young(text: Text, at: int) -> bool:
    """Whether a rule is called new behind the name of its maker."""
    table = load_changed()
    behind = text.words[at + 1 : at + 2 + _NAMED]
    last = next((n for n, word in enumerate(behind) if word.text in table["young"]), 0)
    maker = Text(text.raw, behind[:last])
    return bool(last) and maker.has(*table["powers"], "bkn", "panrb", "lan", "menteri")


def _lifted(text: Text) -> bool:
    """ "Batas umur itu sudah direvisi belum?": what befell a rule, and nothing of somebody's own."""
    return any(
        clause.text.has(*load_changed()["only_rules"]) or _befell_a_rule(clause.text) for clause in _of_nobody(text)
    )


def _befell_a_rule(said: Text) -> bool:
    table = load_changed()
    return any(
        said.begins(at, *table["lifted"]) and Text(said.raw, said.words[max(0, at - _RULE) : at]).has(*table["rules"])
        for at in range(len(said.words))
    )


def _or_else(text: Text) -> bool:
    """ "Masih disusun, apa sudah otomatis dari sistem": whether what is ruled still is, or something or someone changed it."""
    table = load_changed()
    if text.has(*table["personal"]):
        return False
    words = text.said
    still = next((at for at, word in enumerate(words) if word in table["still"]), len(words))
    other = (at for at in range(still, len(words)) if words[at] in table["or"])
    return any(
        Text(text.raw, text.words[at + 1 : at + 1 + _BEHIND]).has(*table["instead"], *table["makers"]) for at in other
    )


def _heard_of(text: Text) -> bool:
    """ "Katanya sekarang tiap bulan, bukan April lagi": a change that is only heard of."""
    table = load_changed()
    if text.has(*table["may"], *table["told"]) or text.length < _FEWEST:
        return False
    said = _of_nobody(text)
    heard = [at for at, clause in enumerate(said) if _is_hearsay(clause.text)]
    return any(_is_anew(said[at]) or (at + 1 < len(said) and _is_over(said[at + 1].text)) for at in heard)


def _is_hearsay(said: Text) -> bool:
    """Whether a clause is told as heard; "katanya" is read as it is written, for plain words have no ending."""
    written = {said.raw[word.start : word.end].casefold() for word in said.words}
    return said.has(*load_changed()["heard"]) or not written.isdisjoint(load_changed()["heard"])


def _of_nobody(text: Text) -> list[Clause]:
    """The clauses in which nobody tells of a thing of their own."""
    return [clause for clause in clauses(text) if not clause.text.has(*load_changed()["personal"])]


def _is_anew(clause: Clause) -> bool:
    """Whether a clause tells of a change: by "now" or a year it began, by what is over, or by what befell a rule."""
    table, said = load_changed(), clause.text
    words = said.said
    years = any(word in table["since_year"] and said.at(at + 1).startswith("20") for at, word in enumerate(words))
    return years or _is_over(said) or said.has(*table["anew"], *table["lifted"])


def _is_over(said: Text) -> bool:
    """ "Bukan April lagi": whether something is no more."""
    table, words = load_changed(), said.said
    return any(word in table["not_any_more"] and {*words[at:]} & {*table["any_more"]} for at, word in enumerate(words))


def _led(text: Text, at: int, leads: Sequence[str]) -> bool:
    """Whether one of some words stands shortly before a place."""
    return Text(text.raw, text.words[max(0, at - _BEFORE) : at]).has(*leads)


@cache
def load_changed() -> Mapping[str, tuple[str, ...]]:
    """The words of the file beside this module."""
    raw: dict[str, list[str]] = load_yaml(Path(__file__).with_suffix(".yaml"))
    return {name: tuple(words) for name, words in raw.items()}
