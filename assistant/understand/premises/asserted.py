"""Which numbers a message says to be a rule's by its grammar: "anggota tim penilai menjabat 5 tahun; bila mulai 2022, ..."."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from assistant.understand.language.inverted import begins_inverted
from assistant.understand.language.signs import load_signs
from assistant.understand.language.text import Text
from assistant.understand.premises.attached import attached
from assistant.understand.premises.grounds import by_rule, is_concluded_at, points_at
from assistant.understand.quantities.amount import Amount
from corpus.data import load_yaml

_MARKS = frozenset(",;.?!:")
_ASIDE = 5  # words before a number that may set it aside: "on top of the normal four semesters"
_OPENING = 3  # words of a clause among which what is tried announces itself
_PAST = 2  # words before a number in which "sudah" tells what happened
_THAN = 3  # words behind a number among which stands what it is more than
_PASSIVE = "di"
_SHARED = ("dapat", "mendapat", "got")


@dataclass(frozen=True)
class Clause:
    """The words of a clause, from `first` to `last`; `asked`: a question mark ends it."""

    text: Text
    first: int
    last: int
    asked: bool


@dataclass(frozen=True)
class Nods:
    """The words that ask for a nod: behind a clause, and anywhere in it ("kan", "katanya")."""

    tags: tuple[str, ...]
    markers: tuple[str, ...]


@cache
def load_asserted() -> dict[str, tuple[str, ...]]:
    """The words of the file beside this module."""
    raw: dict[str, list[str]] = load_yaml(Path(__file__).parent / "asserted.yaml")
    return {name: tuple(words) for name, words in raw.items()}


def clause_of(text: Text, place: int) -> Clause | None:
    """The clause that a word stands in."""
    return next((clause for clause in clauses(text) if clause.first <= place <= clause.last), None)


def tells_of_more(text: Text) -> bool:
    """Whether a message says that a thing is not the only one: "widyaiswara bukan satu-satunya yang boleh mengajar"."""
    return text.has(*load_asserted()["not_only"])


def clauses(text: Text) -> Iterator[Clause]:
    """The clauses of a message, parted by marks and by words that begin one."""
    table = load_asserted()
    parting = {*table["parting"], *table["supposing"]}
    first = 0
    for at, word in enumerate((*text.words, None)):
        mark = word is not None and word.text in _MARKS
        if word is None or mark or (word.text in parting and at > first and not _is_only(text, first, at)):
            if at > first:
                asked = word is not None and word.text == "?"
                yield Clause(Text(text.raw, text.words[first:at]), first, at - 1, asked)
            first = at + 1 if mark else at


def _is_only(text: Text, first: int, at: int) -> bool:
    """Whether what follows is the one case of a rule: "baru bisa kalau nilainya 0,75"."""
    table = load_asserted()
    only = (place for place in range(first, at - 1) if text.at(place) in table["only"])
    return text.at(at) in table["supposing"] and any(text.at(place + 1) in table["modal"] for place in only)


def states(text: Text, first: int, last: int, nods: Nods) -> str:
    """How the words from `first` to `last` are said, in their clause or in a phrase that hangs on a thing."""
    if text.at(first - 1) in load_asserted()["naming"] or _is_aside(text, first):
        return ""
    said, clause = _states(text, first, last, nods), clause_of(text, first)
    if said not in ("", "plain") or clause is None or _supposes(text, clause):
        return said
    return attached(text, clause.first, first, last) or said


def _supposes(text: Text, clause: Clause) -> bool:
    return any(text.at(at) in load_asserted()["supposing"] for at in range(clause.first, clause.first + _OPENING))


def _states(text: Text, first: int, last: int, nods: Nods) -> str:
    """How the words from `first` to `last` are said: "firm" as a rule's, "granted" as what a rule lets be or with a nod
    asked for, "plain" as a fact of nobody's own, "" as neither.
    """
    table, clause = load_asserted(), clause_of(text, first)
    if clause is not None and _is_presupposed(text, clause, first, last):
        return "firm"
    if clause is None or not is_said(text, clause, nods) or text.at(first - 1) in table["naming"]:
        return ""
    if is_planned(text, first) or _is_surplus(text, clause, first, last):
        return ""
    if text.at(first - 1) == ":" or _is_aside(text, first):
        return ""
    if said := by_rule(text, clause, first, last):
        return said
    if is_lawful(clause) and not _own(clause):
        return "firm"
    if text.before(first, 2) in table["lent"] and not _is_rest(text, clause, first, last):
        return "granted"
    firm, soft = _places(clause, table["firm"]), _places(clause, table["soft"])
    own = [
        place
        for place in _own(clause)
        if not (first <= place <= last or _has_by_rule(text, place))  # "tidak punya target"
        if text.at(last) not in table["shares"] or not is_concluded_at(text, last, place)  # "utama 70% jadi saya 70"
    ]
    governed = any(not _parted(rule, first, own) for rule in firm)
    governed = governed or bool(soft and not own)
    granted = _without_emphasis(clause).has(*nods.markers, *table["granting"]) or _following(text, clause) in nods.tags
    if _is_past(text, clause, first, last, firm) or _is_rest(text, clause, first, last):
        return ""
    if any(not _parted(one, first, firm) for one in own):
        return ""
    if governed:
        return "firm"
    if own:
        return ""
    every = text.at(first - 1) in table["every"]  # "DUPAK dikumpulkan tiap Januari"
    return "granted" if granted or every or _may(text, clause, first, last) else "plain"


def is_stated(text: Text, amount: Amount, nods: Nods, *, plainly: bool = False) -> bool:
    """Whether a number is said as a rule's, whosever case is told; `plainly`: or as a fact of nobody's own."""
    if amount.short or amount.back or amount.ago or amount.is_year:
        return False
    return states(text, amount.first, amount.last, nods) in (
        ("firm", "granted", "plain") if plainly else ("firm", "granted")
    )


def is_granted(text: Text, amount: Amount, nods: Nods) -> bool:
    """Whether a number is said as a rule's that everybody knows: "targetnya kan 25"."""
    clause = clause_of(text, amount.first)
    if clause is None or not is_stated(text, amount, nods):
        return False
    first = clause.first
    while text.at(first) in load_asserted()["turning_to"]:  # "o iya, ..." asks for no nod
        first += 1
    return Text(text.raw, text.words[first : clause.last + 1]).has(*nods.markers, *nods.tags)


def _is_aside(text: Text, first: int) -> bool:
    """Whether what stands here is set aside: "on top of the normal four semesters"."""
    return Text(text.raw, text.words[max(0, first - _ASIDE) : first]).has(*load_asserted()["aside"])


def is_aside(text: Text, amount: Amount) -> bool:
    """Whether a number is set aside, and so no number of the rule that is spoken of."""
    return _is_aside(text, amount.first)


def _without_emphasis(clause: Clause) -> Text:
    """What a clause tells, without words that only stress it: "4 pengawas beneran" asks for no nod."""
    said, stress = clause.text, load_asserted()["stressing"]
    words = (w for w in said.words if clause.asked or said.raw[w.start : w.end].casefold() not in stress)
    return Text(said.raw, tuple(words))


def is_planned(text: Text, first: int) -> bool:
    """Whether a number is what is only planned, whoever says so: "katanya mau 14 bulan", "rencananya dibikin 14 bulan"."""
    planned, at = load_asserted()["planned"], first - 1
    if text.at(at) not in planned and text.at(at).startswith(_PASSIVE):
        at -= 1
    return text.at(at) in planned


def _is_presupposed(text: Text, clause: Clause, first: int, last: int) -> bool:
    """Whether a question or a case told takes a number for that of a limit: "masih di bawah batas 56 tahun?", "the 60 day limit"."""
    table = load_asserted()
    tried = any(text.at(at) in table["supposing"] for at in range(clause.first, first))
    named = text.at(first - 1) in table["limits"] or text.at(last + 1) in table["limits_behind"]
    named = named or (text.at(first - 1) in table["customary"] and not _is_aside(text, first))
    return (named or points_at(text, clause, first, last)) and not tried


def _may(text: Text, clause: Clause, first: int, last: int) -> bool:
    """Whether a number is what may be, or the least or most for it: "boleh 40%", "bisa pindah setelah 1 tahun", "12 bulan baru dibebaskan"."""
    table = load_asserted()
    before = [text.at(at) for at in range(clause.first, first)]
    while before and before[-1] in table["counting"]:  # "boleh berjumlah empat orang"
        before.pop()
    granted = before[-1:] and (before[-1] in table["modal"] or before[-1] in table["after"])
    return bool(granted and set(before) & set(table["modal"])) or _is_only_then(text, clause, last)


def _is_only_then(text: Text, clause: Clause, last: int) -> bool:
    """Whether behind a number stands what may be from then on only: "12 bulan baru dibebaskan"."""
    table = load_asserted()
    then = (text.at(at + 1) for at in range(last + 1, clause.last) if text.at(at) in table["only"])
    return any(word in table["modal"] or word.startswith(_PASSIVE) for word in then)


def _has_by_rule(text: Text, place: int) -> bool:
    """Whether "punya" is said of what may be had, and not of what somebody has: "bisa punya lima penulis pembantu"."""
    table = load_asserted()
    return text.at(place) in table["counting"] and text.at(place - 1) in table["modal"]


def _following(text: Text, clause: Clause) -> str:
    """The words of the clause behind this one: a nod may be asked for behind a comma."""
    after = clause_of(text, clause.last + 2)
    return after.text.bare if after is not None else ""


def is_lawful(clause: Clause) -> bool:
    """Whether a clause says that something is so by the law: "masih 50 seperti yang disyaratkan Pasal 56"."""
    return clause.text.has(*load_asserted()["lawful"])


def is_own(clause: Clause) -> bool:
    """Whether a clause tells of somebody's own case."""
    return bool(_own(clause))


def _own(clause: Clause) -> list[int]:
    return _places(clause, (*load_signs()["personal"], *load_asserted()["own"]))


def is_said(text: Text, clause: Clause, nods: Nods) -> bool:
    """Whether a clause states something: it tries nothing and asks nothing but a nod."""
    table, tags = load_asserted(), nods.tags
    only = _places(clause, table["only"])
    words = [word.text for word in clause.text.words]
    if not only and any(word in table["supposing"] for word in words[:_OPENING]):
        return False
    if _asks_at_its_end(clause, tags) or _asks_within(clause):
        return False
    if is_lawful(clause):
        return not clause.text.has(*table["asking"])
    nod = max((phrase for phrase in table["nods"] if clause.text.begins(0, phrase)), key=len, default="")
    if nod:
        return not Text(text.raw, clause.text.words[len(nod.split()) :]).has(*table["asking"])
    if clause.asked and any(f" {clause.text.bare}".endswith(f" {tag}") for tag in tags):
        return not clause.text.has(*table["asking"])
    inverted = words[0] in table["inverting"] or begins_inverted(clause.text)
    return not (clause.asked or inverted or clause.text.has(*table["asking"]))


def _asks_at_its_end(clause: Clause, tags: tuple[str, ...]) -> bool:
    """Whether a clause leaves the contrary open: "perlu lepas jabatan tidak", "lulus tidak ya"; a nod is no such thing."""
    words = clause.text.bare.split()
    while words and words[-1] in load_asserted()["softening"]:
        words.pop()
    return words[-1:] == ["tidak"] and not any(" ".join(words).endswith(tag) for tag in tags if " " in tag)


def _asks_within(clause: Clause) -> bool:
    """Whether a clause leaves the contrary open before it says where or for whom: "bisa diakui tidak di kementerian"."""
    table, words = load_asserted(), clause.text.bare.split()
    open_ended = (
        at for at in range(1, len(words) - 1) if words[at] == "tidak" and words[at + 1] in table["behind_open"]
    )
    return any({*words[:at]} & {*table["may"]} for at in open_ended)


def _places(clause: Clause, phrases: tuple[str, ...]) -> list[int]:
    """Where any of these phrases stands in a clause, by the place of its last word in the message."""
    return [clause.first + last for phrase in phrases for _, last in clause.text.find(phrase)]


def _parted(one: int, other: int, by: list[int]) -> bool:
    return any(min(one, other) < place < max(one, other) for place in by)


def _is_past(text: Text, clause: Clause, first: int, last: int, firm: list[int]) -> bool:
    """Whether a number is what happened ("sudah 3 tahun"), not what must have happened ("harus sudah 3 tahun")."""
    table = load_asserted()
    for at in range(max(clause.first, first - _PAST), first):
        shared = text.at(at) in _SHARED and text.at(last) in table["shares"]  # "penulis utama dapat 70%"
        if _has_by_rule(text, at):
            continue
        if text.at(at) in table["past"] and not shared and at - 1 not in firm and text.at(at + 1) not in table["modal"]:
            return at not in firm
    return False


def _is_rest(text: Text, clause: Clause, first: int, last: int) -> bool:
    rest, lacking = load_asserted()["rest"], load_asserted()["lacking"]
    behind = range(last + 1, clause.last + 1)
    if _is_surplus(text, clause, first, last):
        return True
    return text.at(first - 1) in (*rest, *lacking) or any(text.at(at) in rest for at in behind)


def _is_surplus(text: Text, clause: Clause, first: int, last: int) -> bool:
    """Whether a number is by how much somebody has more than a rule asks: "lebih 37 poin dari syarat", "40 points over"."""
    table = load_asserted()
    if text.at(first - 1) in table["surplus"] or text.at(last + 1) in table["surplus_behind"]:
        return True
    compared = any(text.at(at) in table["than"] for at in range(last + 1, min(last + _THAN, clause.last) + 1))
    before = Text(text.raw, text.words[clause.first : first])
    return text.at(first - 1) in table["more"] and compared and not before.has(*table["modal"], *table["denied"])
