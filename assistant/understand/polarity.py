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
_MOST_BETWEEN = 3  # words between a denial and the bad word that it undoes, and between "bersih dari" and a cue
_STOP = frozenset(".?!;,")
_LABELS = frozenset(":=")
_ITEM = frozenset(",;:-•*()[]+.")


@dataclass(frozen=True)
class Polarity:
    """The words of `polarity.yaml`."""

    yes: frozenset[str]
    no: frozenset[str]
    asking: frozenset[str]
    turning: frozenset[str]
    conditions: frozenset[str]
    joining: frozenset[str]
    persons: frozenset[str]
    between: frozenset[str]
    alternatives: frozenset[str]
    negative_verbs: tuple[str, ...]
    clear_of: tuple[str, ...]
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
        frozenset(raw["conditions"]),
        frozenset(raw["joining"]),
        frozenset(raw["persons"]),
        frozenset(raw["between"]),
        frozenset(raw["alternatives"]),
        tuple(raw["negative_verbs"]),
        tuple(raw["clear_of"]),
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
    said = " ".join(cue.phrase)
    if cue.exact and said in field.itself and _fills_item(text, cue):
        return Settled(field.name, True, cue.first, cue.last, cue.length)
    if said in field.only_itself:
        return None
    low, high = _clause(text, cue)
    return _settle_between(text, cue, field, *_told_of(text, cue, low, high)) or _settle_between(
        text, cue, field, low, high
    )


def _fills_item(text: Text, cue: PhraseHit[str]) -> bool:
    """Whether nothing else stands in the item of a list, between two commas or in brackets: "- PNS", "(relevan)"."""
    before, behind = text.at(cue.first - 1), text.at(cue.last + 1)
    begins = cue.first == 0 or before in _ITEM or text.parts_lines(cue.first - 1, cue.first)
    if before == "-" and text.words[cue.first - 1].end == text.words[cue.first].start:  # "non-PNS", but not "-PNS"
        begins = cue.first == 1 or text.parts_lines(cue.first - 2, cue.first - 1)
    ends = not behind or behind in _ITEM or text.parts_lines(cue.last, cue.last + 1)
    return begins and ends and behind not in _LABELS


def _settle_between(text: Text, cue: PhraseHit[str], field: Field, low: int, high: int) -> Settled | None:
    """What the words from `low` up to `high` tell of a fact."""
    table = load_polarity()
    if any(_asks(text, at) for at in range(low, cue.first)) or _is_whether(text, cue.last):
        return None
    said_no, said_yes, inherent = _said(text, cue, field, low, high)
    if not said_no and not said_yes and not inherent:
        return None
    told = table.no | table.yes - table.weak
    firm = [at for at in (*said_no, *said_yes) if not cue.first <= at <= cue.last and text.words[at].text in told]
    inherent = inherent or any(cue.first <= at <= cue.last for at in said_no)
    if not firm and _questioned(text, low, high, cue) and (not inherent or _is_allowed(text, cue, low)):
        return None
    spots = [*said_no, *said_yes, cue.first]
    return Settled(field.name, not said_no, min(spots), max(cue.last, *spots), cue.length)


def _said(text: Text, cue: PhraseHit[str], field: Field, low: int, high: int) -> tuple[list[int], list[int], bool]:
    """The places of the words that say no and yes of a fact, and whether the cue itself says yes.

    "Tidak pernah bolos" is a yes: what denies a bad word undoes it. A bad word in the cue itself counts unless the
    fact's own word of yes stands beside it ("ditanggung sendiri").
    """
    table = load_polarity()
    no, yes = (frozenset[str](), frozenset[str]()) if field.strict else (table.no, table.yes)
    outside = [at for at in range(low, high) if not _within(text, at, cue) and not _is_tag(text, at)]
    own_no = [at for at in range(low, high) if _phrase_at(text, at, field.no)]
    undone = {at: denial for at in own_no if (denial := _undoing(text, at, low)) is not None}
    gone = {spot for at, denial in undone.items() for spot in range(denial, at + 1)}
    said_no = [at for at in outside if at not in gone and (_denies(text, at, no) or at in own_no)]
    said_no += [at for at in range(max(low, cue.first - _MOST_BETWEEN - 1), cue.first) if _clears(text, at, field)]
    own_yes = [at for at in outside if _phrase_at(text, at, field.yes) and not _is_whether(text, at)]
    said_yes = [at for at in outside if at in own_yes or (text.words[at].text in yes and not _is_whether(text, at))]
    if not any(at > cue.first and text.at(at) not in table.persons for at in own_yes):  # "honorer saya" says no
        said_no += [at for at in own_no if at not in outside and at not in gone and cue.first <= at <= cue.last]
    said = f" {' '.join(cue.phrase)} "
    return said_no, said_yes, bool(undone) or any(f" {phrase} " in said for phrase in field.yes)


def _undoing(text: Text, at: int, low: int) -> int | None:
    """The place of the word that denies a bad word: "tidak (pernah) bolos"."""
    table = load_polarity()
    for denial in range(at - 1, max(low, at - 1 - _MOST_BETWEEN) - 1, -1):
        if _denies(text, denial, table.no):
            return denial
        if text.at(denial) not in table.between:
            return None
    return None


def _clears(text: Text, at: int, field: Field) -> bool:
    """Whether a phrase that frees of what comes behind it begins here: "bersih dari (pelanggaran)"."""
    return not field.strict and _phrase_at(text, at, load_polarity().clear_of)


def _asks(text: Text, at: int) -> bool:
    """Whether a word asks; "does not", "apa pun" and "someone who" do not."""
    word, after = text.at(at), text.at(at + 1)
    if word not in load_polarity().asking or after in ("not", "pun"):
        return False
    if word == "who":
        return at == 0 or text.words[at - 1].is_mark
    return word != "apa" or "apa" not in (after, text.at(at - 1), text.at(at - 2) if text.at(at - 1) == "-" else "")


def _is_whether(text: Text, at: int) -> bool:
    """Whether what is said here is left open by an alternative: "lulus atau tidak", "lulus-tidaknya"."""
    no = text.at(at + 2).removesuffix("nya")
    return text.at(at + 1) in load_polarity().alternatives and no in load_polarity().no


def _is_allowed(text: Text, cue: PhraseHit[str], low: int) -> bool:
    """Whether it is asked if what a cue says may come to be: "bisa dibebaskan ...?", "pantas diterima?"."""
    return text.at(cue.first - 1) in load_polarity().may and cue.first > low


def _within(text: Text, at: int, cue: PhraseHit[str]) -> bool:
    """Whether a word is one of the cue's own, and does not merely stand between them."""
    if not cue.first <= at <= cue.last:
        return False
    return cue.exact or any(same_act(text.words[at].text, word) for word in cue.phrase)


def _denies(text: Text, at: int, no: frozenset[str]) -> bool:
    """Whether a word says no; "no 54" is a number."""
    if not no:
        return False
    number = text.at(at) == "no" and text.at(at + 1)[:1].isdigit()
    return (text.at(at) in no and not number) or _phrase_at(text, at, load_polarity().negative_verbs)


def _is_tag(text: Text, at: int) -> bool:
    """ "Sah tidak?", "sah atau tidak": a no that only makes a question; behind a label it is an answer."""
    word, before = text.at(at), text.at(at - 1)
    if word not in ("tidak", "belum") or before in _LABELS:
        return False
    if before in load_polarity().alternatives and at > 1 and not text.parts_lines(at - 2, at - 1):
        return True
    rest = [word.text for word in text.words[at + 1 : at + 3]]
    open_ended = not rest and word == "tidak"
    return open_ended or rest[:1] == ["?"] or (rest[1:] == ["?"] and rest[0] in load_polarity().fillers)


def _questioned(text: Text, low: int, high: int, cue: PhraseHit[str]) -> bool:
    """Whether a clause is a question itself and no condition of one ("bisa kalau formasinya ada?")."""
    asked = text.at(high) == "?"
    table = load_polarity()
    asked = asked or any(_asks(text, at) for at in range(low, high))
    return asked and not table.supposing & {word.text for word in text.words[max(0, cue.first - _NEAR) : cue.first]}


def _clause(text: Text, cue: PhraseHit[str]) -> tuple[int, int]:
    """The words around a cue up to a pause or a turn, at most `_REACH` on each side."""
    low, high = cue.first, cue.last + 1
    while low > 0 and cue.first - low < _REACH_BACK and (not _turned(text, low) or _is_denied_turn(text, low)):
        low -= 1
    while high < len(text.words) and high - cue.last <= _REACH and not _ends(text, high):
        high += 1
    return low, high


def _is_denied_turn(text: Text, at: int) -> bool:
    """Whether the turn before this word is itself denied: "bukan karena (sakit)"."""
    return text.at(at - 1) in load_polarity().turning and text.at(at - 2) in load_polarity().no


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
    if word in _STOP or word in table.turning or word in table.conditions:
        return True
    return word in table.joining and text.at(at + 1) in table.no | table.persons | table.yes - table.weak


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
