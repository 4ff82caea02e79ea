"""Several questions in one message, each for itself; what is only told belongs to all of them."""

import itertools
import re
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from assistant.understand.denial import is_tag
from assistant.understand.text import Text
from corpus.data import load_yaml

_ENDS = frozenset("?!.;\n")
_FULL = 4  # words, less one, from which a lone question is understood without what was told around it
_WHOLE = 3  # words, less one, that a question behind a joint has at least where no comma parts it
_RELATIVE = frozenset({"who", "which", "where", "when"})
_SHORT = 3  # letters of an abbreviation before a number
_NUMERAL = re.compile(r"\d+|[ivx]+")
_OFFERED = 7  # words of two things to choose from
_FEWEST = 2  # a question has at least so many words


@dataclass(frozen=True)
class Piece:
    """Words `first` to `last` of a text; `asks` where it puts a question."""

    first: int
    last: int
    asks: bool


@dataclass(frozen=True)
class SplitWords:
    """The words of `split.yaml`."""

    asking: frozenset[str]
    firmly: frozenset[str]
    opening: frozenset[str]
    leading: frozenset[str]
    joints: tuple[tuple[str, ...], ...]
    between: frozenset[str]
    no_choice: frozenset[str]
    nodding: frozenset[str]
    doubting: frozenset[str]


@cache
def load_split_words() -> SplitWords:
    """The words of the file beside this module."""
    raw: dict[str, list[str]] = load_yaml(Path(__file__).parent / "split.yaml")
    joints = sorted((tuple(joint.split()) for joint in raw["joints"]), key=len, reverse=True)
    firmly = frozenset(raw["firmly"])
    opening, leading = frozenset(raw["opening"]), frozenset(raw["leading"])
    return SplitWords(
        frozenset(raw["asking"]) | firmly | opening,
        firmly,
        opening,
        leading,
        tuple(joints),
        frozenset(raw["between"]),
        frozenset(raw["no_choice"]),
        frozenset(raw["nodding"]),
        frozenset(raw["doubting"]),
    )


def questions(text: Text) -> list[tuple[int, int]]:
    """The characters of each question of a message; the whole message where there is but one."""
    asking = _with_alternatives(text, [piece for piece in _pieces(text) if piece.asks])
    if len(asking) < 2:
        return [(0, len(text.raw))]
    return [text.span(piece.first, piece.last) for piece in asking]


def _with_alternatives(text: Text, asking: list[Piece]) -> list[Piece]:
    """The questions, each with what belongs to it: "... siapa? atasan langsung apa kepala dinas?", "... bisa. bener gitu?"."""
    whole: list[Piece] = []
    for piece in asking:
        if whole and whole[-1].last + 1 == piece.first and (_offers(text, piece) or _nods(text, piece)):
            whole[-1] = replace(whole[-1], last=piece.last)
        else:
            whole.append(piece)
    return whole


def _offers(text: Text, piece: Piece) -> bool:
    """Whether a few words are nothing but two things to choose from."""
    table = load_split_words()
    said = [word.text for word in text.words[piece.first : piece.last + 1] if not word.is_mark]
    between = [at for at, word in enumerate(said) if word in table.between]
    if len(said) > _OFFERED or len(between) != 1 or not 0 < between[0] < len(said) - 1:
        return False
    one, other = said[: between[0]], said[between[0] + 1 :]
    joints = {joint[0] for joint in table.joints}
    asked = one[-1].endswith("nya") or other[0] in table.no_choice  # "berkasnya apa saja?", "sanksinya apa kalau ..."
    joined = {*one} & (joints | table.leading | table.no_choice)  # "dan apa syaratnya?"
    return not (asked or joined or table.asking & {*one, *other})


def _nods(text: Text, piece: Piece) -> bool:
    """Whether words only ask whether what stands before them is so."""
    said, table = (
        {word.text for word in text.words[piece.first : piece.last + 1] if not word.is_mark},
        load_split_words(),
    )
    return said <= table.nodding and bool(said & table.doubting)


def lone_question(text: Text) -> str:
    """The one question of a message that tells much besides; "" where it is too short to be understood alone."""
    pieces = _pieces(text)
    asking = [piece for piece in pieces if piece.asks]
    if len(asking) != 1 or len(pieces) == 1 or asking[0].last - asking[0].first < _FULL:
        return ""
    start, end = text.span(asking[0].first, asking[0].last)
    return text.raw[start:end]


def asks(text: Text) -> bool:
    """Whether a word of asking or a question mark stands in a text."""
    return _asks(text, 0, len(text.words))


def asking_words(text: Text) -> frozenset[str]:
    """The words of a text that ask, whatever mark ends it."""
    table = load_split_words()
    return frozenset(word.text for word in text.words) & (table.asking - table.leading)


def _pieces(text: Text) -> list[Piece]:
    """The message cut at sentence ends and where a joint leads to a new question."""
    cuts = [0]
    for at in range(1, len(text.words)):
        if (
            (text.words[at - 1].text in _ENDS and text.words[at - 1].text != ".")
            or _sentence_end(text, at - 1)
            or _joint_before_question(text, at)
        ):
            cuts.append(at)
    bounds = [*dict.fromkeys(cuts), len(text.words)]
    pieces = [_piece(text, first, last - 1) for first, last in itertools.pairwise(bounds)]
    return [piece for piece in pieces if piece is not None]


def _sentence_end(text: Text, at: int) -> bool:
    """A full stop that ends a sentence: a blank and a new word follow, and no abbreviation stands before."""
    word = text.words[at]
    if word.text != "." or at == 0:
        return False
    before = text.words[at - 1]
    if before.end - before.start <= _SHORT and _NUMERAL.fullmatch(text.at(at + 1)):  # "Tk. III", "Gol. 4"
        return False
    return text.raw[word.end : word.end + 1].isspace() and len(before.text) > 2


def _joint_before_question(text: Text, at: int) -> bool:
    """Whether a joint leads on from one question to another within a sentence: "... berapa kali terus ... berapa tahun"."""
    words, table = text.words, load_split_words()
    begin = _start(text, at - 1)
    for joint in table.joints:
        end = at + len(joint)
        if tuple(word.text for word in words[at:end]) == joint and end < len(words):
            stop = _stop(text, end)
            paused = words[at - 1].text == "," and _asks(text, end, stop)
            # A whole question on either side needs no comma.
            both = stop - end >= _WHOLE and _asks(text, begin, at - 1, table.firmly) and _asks_itself(text, end, stop)
            asked = words[end].text in table.asking | table.leading
            # So does a short one where both end or begin with the word that asks: "jenjang apa dan AK berapa".
            alike = words[at - 1].text in table.firmly and words[min(end + 1, stop)].text in table.firmly
            return (paused or both or asked or alike) and _asks(text, begin, at - 1)
    comma = words[at - 1].text == ","
    return comma and words[at].text in table.firmly and _asks(text, begin, at - 2, table.firmly)


def _start(text: Text, at: int) -> int:
    """The first word of the sentence that holds a word."""
    while at > 0 and text.words[at - 1].text not in _ENDS:
        at -= 1
    return at


def _stop(text: Text, at: int) -> int:
    """The last word of the sentence that holds a word."""
    while at + 1 < len(text.words) and text.words[at].text not in _ENDS:
        at += 1
    return at


def _asks(text: Text, first: int, last: int, words: frozenset[str] | None = None) -> bool:
    asking = load_split_words().asking if words is None else words
    said = enumerate(text.words[first : last + 1], first)
    return any(word.text == "?" or (word.text in asking and _puts_question(text, at)) for at, word in said)


def _asks_itself(text: Text, first: int, last: int) -> bool:
    """Whether a word of these asks; the mark behind them may belong to what was asked before.

    "Butuh berapa orang kalau riset 90 dan proposal 150?" is one question.
    """
    asking = load_split_words().asking
    said = enumerate(text.words[first : last + 1], first)
    return any(
        is_tag(text, at) or (word.text in asking and _puts_question(text, at) and not _is_relative(text, at))
        for at, word in said
    )


def _is_relative(text: Text, at: int) -> bool:
    """Whether "who" or "which" tells of the noun before it: "a negotiator who has been there for two years"."""
    return text.at(at) in _RELATIVE and at > 0 and not text.words[at - 1].is_mark and text.at(at - 1).isalnum()


def _puts_question(text: Text, at: int) -> bool:
    """Whether a word of asking asks where it stands: "is" does so only where a sentence or its clause begins."""
    table = load_split_words()
    if is_doubled(text, at):
        return False
    if text.words[at].text not in table.opening or at == 0:
        return True
    return text.words[at - 1].is_mark or (text.at(at - 1),) in table.joints


def is_doubled(text: Text, at: int) -> bool:
    """Whether a word is said twice, and so asks nothing: "siapa-siapa", "apa-apa"."""
    word = text.at(at)
    behind, before = (text.at(at + 1), text.at(at + 2)), (text.at(at - 1), text.at(at - 2))
    return any(near == word or (near == "-" and far == word) for near, far in (behind, before))


def _piece(text: Text, first: int, last: int) -> Piece | None:
    words = [word for word in text.words[first : last + 1] if not word.is_mark]
    if not words:
        return None
    return Piece(first, last, _asks(text, first, last) and len(words) >= _FEWEST)
