"""Yes-or-no facts: what a message affirms or denies by the words around their cues, and when it only asks."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.understand.facts.believed import found_otherwise, repeats
from assistant.understand.facts.reach import clause_of, told_of
from assistant.understand.facts.withheld import withheld
from assistant.understand.language.denial import (
    LABELS,
    MOST_BETWEEN,
    asks,
    clears,
    denies,
    denies_duty,
    is_choice,
    is_tag,
    is_whether,
    undoing,
)
from assistant.understand.language.phrasebook import PhraseHit
from assistant.understand.language.polarity import is_open, load_polarity
from assistant.understand.language.stems import same_act
from assistant.understand.language.text import Text
from assistant.understand.language.units import load_units
from assistant.understand.language.vocabulary import Field
from assistant.understand.others.of_anybody import is_of_anybody
from assistant.understand.others.overtaken import has_become, has_come, is_later, is_to_come
from assistant.understand.quantities.amount import YEARS

_NEAR = 3  # words before a cue in which it is put as a condition
_SURE = 99  # strength of what is told beyond doubt
_MOST_TURNED = 4  # words between a cue and the "tapi" behind which it is told how that ended
_LEADING = 2  # words before a cue in which its own word of yes or no settles it
_NOT_YET = "belum"  # behind a cue whose fact it affirms: "menunggu lowongan madya belum dibuka"
_NONE = frozenset({"none"})  # denies whatever is told behind it
_HOW_MUCH = frozenset({"berapa", "much", "many"})
_ITS = "nya"
_ITEM = frozenset(",;:-•*()[]+.")


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
        field = fields[cue.payload]
        others = [other for other in cues if other.payload != cue.payload and fields[other.payload].kind == "ya_tidak"]
        settled = _found(text, cue, others) or _ended(text, cue, field, cues)
        settled = settled or _settle(text, cue, fields, others)
        if settled and settled.value and is_later(text, cue.payload, (settled.first, settled.last)):
            continue
        if settled and not settled.value and has_become(text, cue.payload):
            settled = replace(settled, value=True)
        if settled and _tells_more(text, settled, found.get(cue.payload)):
            found[cue.payload] = settled
    yield from {**_repeated(text, cues, fields, found), **found}.values()


def _tells_more(text: Text, settled: Settled, before: Settled | None) -> bool:
    """Whether a fact is told better than before: in more words, or as what has come since."""
    if before is None or settled.value == before.value:
        return settled.strength > (before.strength if before else 0)
    no, yes = (settled, before) if before.value else (before, settled)
    come = has_come(text, settled.field, (no.first, no.last), (yes.first, yes.last))
    if come or has_become(text, settled.field):
        return yes is settled
    if is_to_come(text, settled.field, (yes.first, yes.last)):
        return no is settled
    return settled.strength > before.strength


def _denied(text: Text, cue: PhraseHit[str], field: Field) -> bool:
    """Whether a no right before a cue is its own, as it is of a verb that says yes: "ujian akhirnya | tidak lulus"."""
    return text.at(cue.first - 1) in load_polarity().no and (field.strict or cue.phrase[0] in field.yes)


def _found(text: Text, cue: PhraseHit[str], others: Sequence[PhraseHit[str]]) -> Settled | None:
    """What a fact was found to be after it was believed otherwise."""
    otherwise = found_otherwise(text, cue, others)
    return otherwise and Settled(cue.payload, otherwise[1], otherwise[0], otherwise[2], _SURE)


def _repeated(
    text: Text, cues: Sequence[PhraseHit[str]], fields: Mapping[str, Field], found: Mapping[str, Settled]
) -> dict[str, Settled]:
    """The facts told to be as the one before: "rekam jejaknya juga"."""
    told = [(each.first, each.value, each.last) for each in found.values()]
    open_cues = [cue for cue in cues if cue.payload not in found and fields[cue.payload].kind == "ya_tidak"]
    like = {cue.payload: like for cue in open_cues if (like := repeats(text, cue, told))}
    return {name: Settled(name, value, first, last, 1) for name, (first, value, last) in like.items()}


def _settle(
    text: Text, cue: PhraseHit[str], fields: Mapping[str, Field], others: Sequence[PhraseHit[str]]
) -> Settled | None:
    field = fields[cue.payload]
    said = " ".join(cue.phrase)
    if cue.exact and said in field.itself and _fills_item(text, cue):
        return Settled(field.name, True, cue.first, cue.last, cue.length)
    before = text.at(cue.first - 1)
    if said in field.only_itself or (before in load_polarity().matters and before not in field.yes):
        return None
    at = cue.first
    while at > 0 and text.at(at - 1) in load_polarity().lasting:  # "istri (lagi) sakit"
        at -= 1
    if any(text.before(at, length) in field.never_after for length in (1, 2)):
        return None
    if field.never_before and text.begins(cue.last + 1, *field.never_before):
        return None
    low, high = _own_part(text, cue, fields, others, *clause_of(text, cue))
    if is_open(text, cue.last + 1, high):
        return None
    if is_of_anybody(text, cue, *clause_of(text, cue)) or (field.now and _is_over(text, cue, low, high)):
        return None
    return _settle_between(text, cue, field, *told_of(text, cue, low, high)) or _settle_between(
        text, cue, field, low, high
    )


def _is_over(text: Text, cue: PhraseHit[str], low: int, high: int) -> bool:
    """Whether it is only told that something was so once: "pernah diperiksa"; "tidak pernah" tells that it is not."""
    table = load_polarity()
    words = [text.words[at].text for at in range(low, high)]
    once = any(text.at(at) in table.once for at in range(max(low, cue.first - 2), cue.last + 1))
    return once and not (table.no | table.lasting) & {*words}


def _own_part(
    text: Text,
    cue: PhraseHit[str],
    fields: Mapping[str, Field],
    others: Sequence[PhraseHit[str]],
    low: int,
    high: int,
) -> tuple[int, int]:
    """The words up to the next thing told, where this one is settled before it: "ujikom lulus | formasi tidak ada"."""
    field = fields[cue.payload]
    behind = min((other.first for other in others if cue.last < other.first < high), default=high)
    if any(other.first == behind and _denied(text, other, fields[other.payload]) for other in others):
        high = behind = max(cue.last + 1, behind - 1)
    if behind < high and (_settles(text, cue.first, behind, field) or _is_settled_before(text, cue, field, low)):
        high = behind
    before = max((other.last + 1 for other in others if low <= other.last < cue.first), default=low)
    told_before = before < cue.first - _denied(text, cue, field) and text.at(before) in load_polarity().settling
    joined = (
        before < cue.first and text.at(before) in load_polarity().joining
    )  # "tanpa cela dan standarnya | terpenuhi"
    if before > low and (
        (told_before and _settles(text, cue.first, high, field))
        or (joined and _settles(text, cue.last + 1, high, field))
    ):
        low = cue.first
    return low, high


def _is_settled_before(text: Text, cue: PhraseHit[str], field: Field, low: int) -> bool:
    """Whether the fact's own word of yes or no leads to its cue: "lagi diperiksa | perkara disiplin"."""
    own = {word for word in (*field.yes, *field.no) if " " not in word}
    return any(text.at(at) in own for at in range(max(low, cue.first - _LEADING), cue.first))


def _settles(text: Text, first: int, last: int, field: Field) -> bool:
    """Whether one of these words says yes or no of a fact, and asks nothing."""
    table, own = load_polarity(), (*field.yes, *field.no)
    return any(
        (text.words[at].text in table.settling or text.begins(at, *own)) and not is_tag(text, at)
        for at in range(first, last)
    )


def _ended(text: Text, cue: PhraseHit[str], field: Field, cues: Sequence[PhraseHit[str]]) -> Settled | None:
    """The no told behind a "tapi" of what is named before it: "ikut diklat tapi (waktu itu) tidak lulus"."""
    table = load_polarity()
    turn = next((at for at in range(cue.last + 1, cue.last + _MOST_TURNED + 2) if text.at(at) in table.against), None)
    if turn is None or any(word.text in ".?!;" for word in text.words[cue.last + 1 : turn]):
        return None
    if any(asks(text, at) for at in range(max(0, cue.first - _NEAR), cue.first)):
        return None
    at = turn + 1
    while text.at(at) in table.outcomes and not text.begins(at, *field.no):
        at += 1
    named = (other for other in cues if not table.outcomes.issuperset(other.phrase))  # "tetap" names no post here
    others = any(other.payload != cue.payload and turn < other.first <= at for other in named)
    if others or not _is_verdict(text, at, field):
        return None
    return Settled(field.name, False, cue.first, at, cue.length)


def _is_verdict(text: Text, at: int, field: Field) -> bool:
    """Whether a no of this fact's own begins here that is more than a mere "tidak"."""
    return text.begins(at, *[phrase for phrase in field.no if phrase not in load_polarity().no])


def _begins_item(text: Text, at: int) -> bool:
    before = text.at(at - 1)
    return at == 0 or before in _ITEM or before in load_polarity().joining or text.parts_lines(at - 1, at)


def _subject(text: Text, at: int) -> int:
    """Where the words begin that name who is spoken of, right before a place: "anak buahku | PNS"."""
    while at > 0 and text.at(at - 1) in load_polarity().subjects:
        at -= 1
    return at


def _fills_item(text: Text, cue: PhraseHit[str]) -> bool:
    """Whether nothing else stands in the item of a list, between two commas or in brackets: "- PNS", "(relevan)"."""
    before, behind = text.at(cue.first - 1), text.at(cue.last + 1)
    begins = _begins_item(text, cue.first) or _begins_item(text, _subject(text, cue.first))
    if before == "-" and text.words[cue.first - 1].end == text.words[cue.first].start:  # "non-PNS", but not "-PNS"
        begins = cue.first == 1 or text.parts_lines(cue.first - 2, cue.first - 1)
    told = {behind, text.at(cue.last)} & load_polarity().describing  # "PNS berusia 49", "PNS III" + "/b"
    dated = behind.isdecimal() and (int(behind) in YEARS or text.at(cue.last + 2) in load_units().month_names)
    its = behind == "-" and text.at(cue.last + 2) == _ITS  # "PNS-nya nanti"
    ends = (
        not behind or (behind in _ITEM and not its) or bool(told) or dated or text.parts_lines(cue.last, cue.last + 1)
    )
    return begins and ends and behind not in LABELS


def _settle_between(text: Text, cue: PhraseHit[str], field: Field, low: int, high: int) -> Settled | None:
    """What the words from `low` up to `high` tell of a fact."""
    table = load_polarity()
    if any(asks(text, at) for at in range(low, cue.first)) or is_whether(text, cue.last):
        return None
    said_no, said_yes, inherent = _said(text, cue, field, low, high)
    if not said_no and not said_yes and not inherent:
        return None
    told = table.no | table.yes - table.weak
    firm = [at for at in (*said_no, *said_yes) if not cue.first <= at <= cue.last and text.words[at].text in told]
    inherent = inherent or any(cue.first <= at <= cue.last for at in said_no)
    open_ended = _is_allowed(text, cue, low) or _is_asked_first(text, cue, field, low, high)
    if not firm and _questioned(text, low, high, cue) and (not inherent or open_ended):
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
    outside = [at for at in range(low, high) if not _within(text, at, cue) and not is_choice(text, at)]
    own_no = [at for at in range(low, high) if text.begins(at, *field.no)]
    own_words = range(cue.first, cue.last + 1) if cue.exact else range(0)
    undone = {at: denial for at in own_no if (denial := undoing(text, at, low, own_words)) is not None}
    undone = {at: denial for at, denial in undone.items() if not _one_phrase(text, denial, at, field)}
    gone = {spot for at, denial in undone.items() for spot in range(denial, at + 1)}
    gone |= {*range(_none_bad(text, field, low, high), high)}
    waits = [at for at in outside if at > cue.last and at + 1 < high and text.at(at) == _NOT_YET in field.yes]
    denied = [at for at in outside if denies(text, at, no) and not denies_duty(text, at)]
    said_no = [at for at in outside if at not in gone and (at in denied or at in own_no) and at not in waits]
    said_no = [at for at in said_no if not _is_planned_before(text, at, cue, field)]
    said_no += [at for at in range(max(low, cue.first - MOST_BETWEEN - 1), cue.first) if clears(text, at, field)]
    if field.strict and (spot := withheld(text, cue, low)) is not None:
        said_no.append(spot)
    own_yes = [at for at in outside if text.begins(at, *field.yes) and not is_whether(text, at)]
    own_yes = [at for at in own_yes if not denies(text, at - 1, table.refusing)]  # "menolak memberi"
    said_yes = [at for at in outside if at in own_yes or (text.words[at].text in yes and not is_whether(text, at))]
    turned = any(at > cue.first and text.at(at) not in table.persons for at in own_yes)  # "honorer saya" says no
    if not turned or cue.phrase[0] in table.no:  # "tidak ada alasan | sah"
        said_no += [at for at in own_no if at not in outside and at not in gone and cue.first <= at <= cue.last]
    said = f" {' '.join(cue.phrase)} "
    return said_no, said_yes, bool(undone) or any(f" {phrase} " in said for phrase in field.yes)


def _is_planned_before(text: Text, at: int, cue: PhraseHit[str], field: Field) -> bool:
    """Whether a plan begins here that a cue saying yes by itself only goes with: "baru mau kuliah dan dibebaskan"."""
    table = load_polarity()
    if text.at(at) in table.no or not text.begins(at, *table.negative_verbs) or cue.phrase[0] not in field.yes:
        return False
    return any(text.at(place) in table.joining for place in range(at + 1, cue.first))


def _none_bad(text: Text, field: Field, low: int, high: int) -> int:
    """Where a yes of this fact's own begins that denies what is bad behind it: "no element (fell below good)"."""
    no = load_polarity().no | _NONE
    denying = [phrase for phrase in field.yes if " " in phrase and phrase.split()[0] in no]
    return next((at for at in range(low, high) if denying and text.begins(at, *denying)), high)


def _one_phrase(text: Text, first: int, last: int, field: Field) -> bool:
    """Whether a no of this fact's own holds these words: "belum ditambah" undoes no "ditambah"."""
    return text.begins(first, *[phrase for phrase in field.no if phrase.count(" ") >= last - first])


def _is_allowed(text: Text, cue: PhraseHit[str], low: int) -> bool:
    """Whether it is asked if what a cue says may come to be: "bisa dibebaskan ...?", "pantas diterima?"."""
    return text.at(cue.first - 1) in load_polarity().may and cue.first > low


def _is_asked_first(text: Text, cue: PhraseHit[str], field: Field, low: int, high: int) -> bool:
    """Whether a clause that begins with the yes of a cue ends in a tag: "lulus ujikom ga?"."""
    return cue.first == low and cue.phrase[0] in field.yes and is_tag(text, high - 1)


def _within(text: Text, at: int, cue: PhraseHit[str]) -> bool:
    """Whether a word is one of the cue's own, and does not merely stand between them."""
    if not cue.first <= at <= cue.last:
        return False
    return cue.exact or any(same_act(text.words[at].text, word) for word in cue.phrase)


def _ahead(text: Text, high: int) -> range:
    """The words behind those that a cue reaches, up to the end of the clause: "... dapat angka berapa?"."""
    end = next((at for at in range(high, len(text.words)) if text.words[at].is_mark), len(text.words))
    return range(high, min(end, high + _NEAR))


def _asked_before(text: Text, low: int, high: int) -> bool:
    """Whether the question of a sentence was put before this clause, which tells a number: "berapa bila ..., di dalamnya 33?"."""
    at = low
    while at > 0 and text.at(at - 1) not in ".?!;":
        at -= 1
    how_much = any(word.text in _HOW_MUCH for word in text.words[at:low])
    return how_much and any(word.text[:1].isdigit() for word in text.words[low:high])


def _questioned(text: Text, low: int, high: int, cue: PhraseHit[str]) -> bool:
    """Whether a clause is a question itself and no condition of one ("bisa kalau formasinya ada?")."""
    table = load_polarity()
    asked = text.at(high) == "?" and text.at(low - 1) not in table.asserting and not _asked_before(text, low, high)
    asked = asked or any(asks(text, at) for at in (*range(low, high), *_ahead(text, high)))
    supposed = table.supposing & {word.text for word in text.words[max(0, cue.first - _NEAR) : cue.first]}
    led = {word.text for word in text.words[max(0, low - 1) : cue.first]}  # "if we have the minister's approval?"
    return asked and not (supposed or table.conditions & led)
