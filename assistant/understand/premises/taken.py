"""The clauses of a message that state something as a plain fact: "dirjen diangkat menteri, yang mengusulkan siapa?"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import takewhile
from pathlib import Path

from assistant.understand.language.inverted import begins_inverted
from assistant.understand.language.signs import is_personal
from assistant.understand.language.text import Text, Word
from assistant.understand.message.split import is_doubled
from corpus.data import load_yaml

_ENDS = frozenset(",;.?!\n")
_STOPS = frozenset(";.?!\n")
_SHORTEST = 3  # words of a clause that says something
_ACTIVE = ("me", "nge", "ng", "ny")  # a verb that begins so is done by whom the words before "yang" name
_RELATIVE = "yang"
_LONGEST = 9  # words that say what is done by whom "yang" follows


@dataclass(frozen=True)
class Clause:
    """A clause with its words; `end` is the mark or the joint behind it."""

    text: Text
    end: str


@cache
def load_taken() -> dict[str, tuple[str, ...]]:
    """The words of the file beside this module."""
    raw: dict[str, list[str]] = load_yaml(Path(__file__).parent / "taken.yaml")
    return {name: tuple(words) for name, words in raw.items()}


def taken(text: Text) -> Iterator[Text]:
    """The clauses that a message takes for facts; none that supposes, plans, asks, or tells what happened to somebody."""
    clauses = list(_clauses(text))
    for at in range(len(clauses)):
        yield from _taken(clauses, at)


def taken_before(whole: Text, start: int, end: int) -> Iterator[Text]:
    """Those of one question of a message: in the characters from `start` to `end`, or told just before it."""
    clauses = list(_clauses(whole))
    own = [at for at, clause in enumerate(clauses) if start <= clause.text.words[0].start < end]
    first = min(own, default=0)
    while first > 0 and not _asks(clauses[first - 1]):
        first -= 1
    for at in [*range(first, min(own, default=0)), *own]:
        yield from _taken(clauses, at)


def claims(said: Text) -> bool:
    """Whether a clause takes what it says for a fact in so many words: "karena ...", "... katanya"."""
    return (
        said.at(0) in load_taken()["openers"] or said.has(*load_taken()["marks"]) or said.says(*load_taken()["marks"])
    )


def _taken(clauses: Sequence[Clause], at: int) -> Iterator[Text]:
    if _chooses(clauses[at + 1 :]):
        return
    if (
        at and clauses[at].text.at(0) in load_taken()["relative"] and clauses[at - 1].end == ","
    ):  # "coaching, yang masuk ..."
        clauses = [
            *clauses[:at],
            Clause(_joined(clauses[at - 1].text, clauses[at].text), clauses[at].end),
            *clauses[at + 1 :],
        ]
    if at + 1 < len(clauses) and _is_tag(clauses[at + 1]):
        clauses = [*clauses[:at], Clause(_joined(clauses[at].text, clauses[at + 1].text), clauses[at + 1].end)]
    asking = [each for each in clauses[at + 1 :] if _asks(each)]
    if _is_taken(clauses[at], bool(asking) and not _only_judges(asking[0])):
        yield clauses[at].text
    else:
        yield from _done_by(clauses[at])
        yield from _described(clauses[at])
        yield from _required(clauses[at])


def without_source(text: Text) -> Text:
    """A message without the words that only say whose word something is: "kata sekretaris tim penilai, ..."."""
    table, words = load_taken(), text.words
    if text.at(0) not in table["sources"]:
        return text
    end = next((at for at, word in enumerate(words) if word.text in ",:;"), 0)
    return Text(text.raw, words[end + 1 :]) if 0 < end <= _LONGEST else text


def _chooses(after: Sequence[Clause]) -> bool:
    """Whether what follows offers other things to choose from: "termasuk horizontal, vertikal, atau diagonal?"."""
    for clause in after:
        if clause.text.at(0) in load_taken()["choosing"] or _offers(clause.text):
            return True
        if clause.text.length > _SHORTEST or clause.end in _STOPS:
            return False
    return False


def _offers(text: Text) -> bool:
    """Whether a short clause only names the last things to choose from: "vertical or diagonal", "apa diagonal ya"."""
    table = load_taken()
    words = [word.text for word in text.words if word.text not in table["tags"]]
    opened = words[:1] and words[0] in table["either"]
    said = words[1:] if opened else words
    if not said or len(said) > _SHORTEST or {*said} & {*table["judging"], *table["unoffered"]}:
        return False
    return bool(opened or {*said} & {*table["choosing"]})


def _is_taken(clause: Clause, followed: bool) -> bool:
    table, text = load_taken(), clause.text
    if text.length < _SHORTEST or text.has(*table["planning"], *table["naming"]) or _asks_itself(text):
        return False
    if text.has(*table["marks"]):
        return True
    if _supposes(text) or text.at(0) in table["concluding"]:
        return False
    words = [word.text for word in text.words if not word.is_mark]
    if text.at(0) in table["openers"] or words[-1] in table["tags"]:
        return True
    told = is_personal(_without_owners(text)) or text.has(*table["persons"], *table["happening"])
    return followed and not told and clause.end != "?"


def _supposes(text: Text) -> bool:
    """Whether a clause supposes; what is said to be allowed on a condition claims that it is: "bisa balik asal ada formasi"."""
    table = load_taken()
    for at, word in enumerate(text.words):
        if word.text in table["provided"] and Text(text.raw, text.words[:at]).has(*table["allowing"]):
            return Text(text.raw, text.words[:at]).has(*table["supposing"])
    return text.has(*table["supposing"])


def _without_owners(text: Text) -> tuple[Word, ...]:
    """The words without those that only say whose office or whose rule is meant: "direktorat kami", "saya sebagai pengawas"."""
    table = load_taken()
    return tuple(
        word
        for at, word in enumerate(text.words)
        if not {text.at(at - 1), text.at(at + 1)} & {*table["offices"]} and text.at(at + 1) not in table["roles"]
    )


def _asks_itself(text: Text) -> bool:
    table = load_taken()
    words = tuple(word.text for word in text.words if not word.is_mark)
    if words[-1:] and words[-1] in table["tags"] and words[-2:-1] and words[-2] in table["open"]:
        return True  # "atasan bakal setuju tidak ya"
    opened = text.at(0) in table["opening"] or begins_inverted(text)
    return opened or _without_doubles(text).has(*table["asking"])


def _without_doubles(text: Text) -> Text:
    """A clause without what is said twice and so asks nothing: "siapa-siapa", "apa-apa"."""
    return Text(text.raw, tuple(word for at, word in enumerate(text.words) if not is_doubled(text, at)))


def _asks(clause: Clause) -> bool:
    return clause.end == "?" or _asks_itself(clause.text) or clause.text.has("boleh", "bisa", "perlu")


def _done_by(clause: Clause) -> Iterator[Text]:
    """ "Kepala LAN yang mengetuai dewan pengarah dibantu siapa?": who is taken to do it, and what."""
    table, text = load_taken(), clause.text
    for at, word in enumerate(text.words):
        if word.text != _RELATIVE or not text.at(at + 1).startswith(_ACTIVE) or at == 0:
            continue
        last = next((n for n in range(at + 2, len(text.words)) if _begins_more(text, n)), len(text.words))
        said = Text(text.raw, text.words[: min(last, at + _LONGEST)])
        if text.at(at + 2) in table["who"]:  # "yang mengusulkan siapa" asks
            return
        if (
            last < len(text.words)
            and not is_personal(text.words)
            and not said.has(*table["asking"], *table["supposing"], *table["persons"], *table["naming"])
        ):
            yield said
        return


def _described(clause: Clause) -> Iterator[Text]:
    """ "Pelatihan kelas yang 70% itu jadi berapa JP?": what a clause with "yang" that "itu" closes says of a thing."""
    table, text = load_taken(), clause.text
    for at, word in enumerate(text.words):
        if word.text != _RELATIVE or at == 0:
            continue
        reach = range(at + 2, min(at + _LONGEST + 3, len(text.words)))
        close = next((n for n in reach if text.at(n) in table["closers"]), None)
        said = Text(text.raw, text.words[:close])
        if close is None or is_personal(_without_owners(said)):
            continue
        if not said.has(*table["asking"], *table["supposing"], *table["persons"], *table["naming"], *table["planning"]):
            yield said
            return


def _required(clause: Clause) -> Iterator[Text]:
    """ "Saya punya Diklatpim III yang disyaratkan untuk eselon 2": what is said to be asked for something."""
    table, text = load_taken(), clause.text
    for at, word in enumerate(text.words):
        if word.text not in table["required"] or text.at(at + 1) not in table["required_for"]:
            continue
        first = at - 1 if text.at(at - 1) in table["relative"] else at
        yield Text(text.raw, (*text.words[max(0, first - _SHORTEST) : first], *_until_asked(text, at)))


def _until_asked(text: Text, at: int) -> Iterator[Word]:
    """The words from a place on, up to one that asks or supposes."""
    over = {*load_taken()["asking"], *load_taken()["supposing"]}
    return takewhile(lambda word: word.text not in over, text.words[at : at + _LONGEST])


def _begins_more(text: Text, at: int) -> bool:
    """Whether a word begins what is asked of somebody: "dibantu siapa", "itu berapa orang"."""
    return text.at(at).startswith("di") or text.at(at) in (*load_taken()["asking"], "itu", "adalah")


def _is_tag(clause: Clause) -> bool:
    return clause.text.bare in load_taken()["tags"]


def _joined(one: Text, other: Text) -> Text:
    return Text(one.raw, (*one.words, *other.words))


def _only_judges(clause: Clause) -> bool:
    """Whether no more is asked than whether what was told is right: "sah tidak?"."""
    return all(word.text in load_taken()["judging"] for word in clause.text.words)


def _clauses(text: Text) -> Iterator[Clause]:
    """The message cut at its marks, and before what joins a conclusion to them."""
    joints = load_taken()["joints"]
    own: list[Word] = []
    for word in text.words:
        if word.text in _ENDS or (word.text in joints and len(own) >= _SHORTEST):
            if own:
                yield Clause(Text(text.raw, tuple(own)), word.text)
            own = []
        else:
            own.append(word)
    if own:
        yield Clause(Text(text.raw, tuple(own)), "")
