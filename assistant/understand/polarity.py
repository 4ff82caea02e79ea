"""Yes and no: which facts a message affirms or denies, and when it only asks."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from assistant.understand.phrasebook import PhraseHit
from assistant.understand.stems import same_act
from assistant.understand.text import Text
from assistant.understand.vocabulary import Field

_REACH_BACK = 7  # the same in front of it, where lists are told ("sudah ada rekomendasi dan bukti")
_BRIEF = 8  # words up to which a message may decline
_NEAR = 3  # words before a cue in which it is put as a condition
_REACH = 5  # words between a cue and the word that settles it
_STOP = frozenset(".?!;,")
_IF = frozenset({"kalau", "jika", "bila", "if"})


@dataclass(frozen=True)
class Polarity:
    """The words of `polarity.yaml`."""

    yes: frozenset[str]
    no: frozenset[str]
    asking: frozenset[str]
    turning: frozenset[str]
    supposing: frozenset[str]
    weak: frozenset[str]
    may: frozenset[str]
    fillers: frozenset[str]
    answer_yes: frozenset[str]
    answer_no: frozenset[str]
    unknown: tuple[str, ...]
    skip: tuple[str, ...]


@cache
def load_polarity() -> Polarity:
    """The words of the file beside this module."""
    raw: dict[str, list[str]] = yaml.safe_load((Path(__file__).parent / "polarity.yaml").read_text(encoding="utf-8"))
    return Polarity(
        frozenset(raw["ya"]),
        frozenset(raw["tidak"]),
        frozenset(raw["asking"]),
        frozenset(raw["turning"]),
        frozenset(raw["supposing"]),
        frozenset(raw["weak"]),
        frozenset(raw["may"]),
        frozenset(raw["fillers"]),
        frozenset(raw["answer_ya"]),
        frozenset(raw["answer_tidak"]),
        tuple(raw["tidak_tahu"]),
        tuple(raw["lewati"]),
    )


@dataclass(frozen=True)
class Settled:
    """A yes-or-no fact told, with its words."""

    field: str
    value: bool
    first: int
    last: int
    strength: int


def read_yes_no(text: Text, cues: Sequence[PhraseHit[str]], fields: Mapping[str, Field]) -> Iterator[Settled]:
    """Each yes-or-no fact whose cue stands near a word that settles it."""
    found: dict[str, Settled] = {}
    for cue in cues:
        if fields[cue.payload].kind != "ya_tidak":
            continue
        settled = _settle(text, cue, fields[cue.payload])
        if settled and settled.strength > (found[cue.payload].strength if cue.payload in found else 0):
            found[cue.payload] = settled
    yield from found.values()


def _settle(text: Text, cue: PhraseHit[str], field: Field) -> Settled | None:
    low, high = _clause(text, cue)
    return _settle_between(text, cue, field, *_told_of(text, cue, low, high)) or _settle_between(
        text, cue, field, low, high
    )


def _settle_between(text: Text, cue: PhraseHit[str], field: Field, low: int, high: int) -> Settled | None:
    """What the words from `low` up to `high` tell of a fact."""
    table = load_polarity()
    if table.asking & {text.words[at].text for at in range(low, cue.first)}:
        return None
    outside = [at for at in range(low, high) if not _within(text, at, cue) and not _is_tag(text, at)]
    no, yes = (frozenset[str](), frozenset[str]()) if field.strict else (table.no, table.yes)
    own_no = [at for at in range(low, high) if _phrase_at(text, at, field.no)]
    undone = [at for at in own_no if at > low and text.words[at - 1].text in table.no]  # "tidak bolong" is a yes
    gone = {*undone, *(at - 1 for at in undone)}
    said_no = [at for at in outside if at not in gone and (_denies(text, at, no) or _phrase_at(text, at, field.no))]
    said_yes = [at for at in outside if text.words[at].text in yes or _phrase_at(text, at, field.yes)]
    inherent = bool(undone) or any(word in cue.phrase for word in field.yes)
    if not said_no and not said_yes and not inherent:
        return None
    told = table.no | table.yes - table.weak
    firm = [at for at in (*said_no, *said_yes) if text.words[at].text in told]
    if not firm and not inherent and _questioned(text, low, high, cue):
        return None
    spots = [*said_no, *said_yes, cue.first]
    return Settled(field.name, not said_no, min(spots), max(cue.last, *spots), cue.length)


def _within(text: Text, at: int, cue: PhraseHit[str]) -> bool:
    """Whether a word is one of the cue's own, and does not merely stand between them."""
    if not cue.first <= at <= cue.last:
        return False
    return cue.exact or any(same_act(text.words[at].text, word) for word in cue.phrase)


def _denies(text: Text, at: int, no: frozenset[str]) -> bool:
    """Whether a word says no; "no 54" is a number."""
    number = text.at(at) == "no" and text.at(at + 1)[:1].isdigit()
    return text.words[at].text in no and not number


def _is_tag(text: Text, at: int) -> bool:
    """ "Sah tidak?": a no that only makes a question."""
    rest = [word.text for word in text.words[at + 1 : at + 3]]
    tag = not rest or rest[0] == "?" or (rest[1:] == ["?"] and rest[0] in load_polarity().fillers)
    return text.words[at].text == "tidak" and tag


def _questioned(text: Text, low: int, high: int, cue: PhraseHit[str]) -> bool:
    """Whether a clause is a question itself and no condition of one ("bisa kalau formasinya ada?")."""
    asked = text.at(high) == "?"
    table = load_polarity()
    asked = asked or bool(table.asking & {text.words[at].text for at in range(low, high)})
    return asked and not table.supposing & {word.text for word in text.words[max(0, cue.first - _NEAR) : cue.first]}


def _clause(text: Text, cue: PhraseHit[str]) -> tuple[int, int]:
    """The words around a cue up to a pause or a turn, at most `_REACH` on each side."""
    low, high = cue.first, cue.last + 1
    while low > 0 and cue.first - low < _REACH_BACK and not _turned(text, low):
        low -= 1
    while high < len(text.words) and high - cue.last <= _REACH and not _ends(text, high):
        high += 1
    return low, high


def _told_of(text: Text, cue: PhraseHit[str], low: int, high: int) -> tuple[int, int]:
    """Of a clause that asks, the words that tell whom it asks about: "(siapa menilai peserta yang) sudah lulus (?)".

    What may be done comes behind them: "pernah kena sanksi | bisa promosi?".
    """
    table = load_polarity()
    for at in range(cue.first - 1, low, -1):
        asks = table.asking & {text.words[before].text for before in range(low, at)}
        if text.at(at) == "yang" and asks and _names_someone(text, low, at):
            low = at + 1
            break
    return low, next((at for at in range(cue.last + 1, high) if _may(text, at)), high)


def _names_someone(text: Text, low: int, at: int) -> bool:
    """Whether the word before "yang" is one that is told of, and not what is asked for or denied."""
    table = load_polarity()
    unsettled = table.no & {text.words[before].text for before in range(low, at)}
    noun = at - 1
    while noun > low and text.at(noun) in table.fillers:
        noun -= 1
    return not unsettled and text.at(noun) not in table.asking | table.yes


def _may(text: Text, at: int) -> bool:
    """Whether it is asked from this word on what may be done; "belum bisa" and "tidak boleh" begin with their no."""
    table = load_polarity()
    modal = at + 1 if text.at(at) in table.no else at
    return text.at(modal) in table.may or (text.at(modal) == "dapat" and text.at(modal + 1)[:2] in ("di", "me"))


def _turned(text: Text, at: int) -> bool:
    """Whether a clause begins at this word: after a turn, or on a new line."""
    return _turns(text, at - 1) or text.parts_lines(at - 1, at)


def _ends(text: Text, at: int) -> bool:
    """Whether a clause that came up to this word ends before it: at a turn, or where a new line begins."""
    return _turns(text, at) or text.parts_lines(at - 1, at)


def _turns(text: Text, at: int) -> bool:
    """Whether a clause ends at this word."""
    table, word = load_polarity(), text.words[at].text
    if word in _STOP or word in table.turning or word in _IF:
        return True
    return word in ("dan", "serta", "and") and text.at(at + 1) in table.no | table.yes - table.weak


def _phrase_at(text: Text, at: int, phrases: Sequence[str]) -> bool:
    for phrase in phrases:
        words = phrase.split()
        if [word.text for word in text.words[at : at + len(words)]] == words:
            return True
    return False


def whole_answer(text: Text) -> bool | None:
    """Yes or no when the message is nothing else."""
    words = load_polarity()
    said = " ".join(word.text for word in text.words if not word.is_mark and word.text not in words.fillers)
    if said in words.answer_yes:
        return True
    return False if said in words.answer_no else None


def declines(text: Text) -> bool:
    """Whether the person does not know or will not say."""
    words = load_polarity()
    return text.length <= _BRIEF and text.has(*words.unknown, *words.skip)
