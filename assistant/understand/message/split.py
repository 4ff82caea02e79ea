"""Several questions in one message, each for itself; what is only told belongs to all of them."""

import itertools
import re

from assistant.understand.language.polarity import load_polarity
from assistant.understand.language.signs import is_personal
from assistant.understand.language.text import Text
from assistant.understand.message.appended import chooses, offers, with_other_ways, with_what_belongs
from assistant.understand.message.split_words import Piece, load_split_words
from assistant.understand.message.tagged import tags

_ENDS = frozenset("?!.;\n")
_FULL = 4  # words, less one, from which a lone question is understood without what was told around it
_WHOLE = 3  # words, less one, that a question behind a joint has at least where no comma parts it
_RELATIVE = frozenset({"who", "which", "where", "when"})
_SHORT = 3  # letters of an abbreviation before a number
_NUMERAL = re.compile(r"\d+|[ivx]+")
_CHOICE = 2  # words that one of several choices has at most
_FEWEST = 2  # a question has at least so many words
_ITS = "nya"


def questions(text: Text) -> list[tuple[int, int]]:
    """The characters of each question of a message; the whole message where there is but one."""
    every = with_other_ways(text, _pieces(text))
    pieces = [piece for piece in every if not _only_remarks(text, piece)]
    asking = with_what_belongs(text, [piece for piece in pieces if piece.asks])
    if len(asking) < 2:
        told = asking and len(pieces) < len(every)  # nothing else is asked: the remark may ask for a nod
        return [text.span(pieces[0].first, pieces[-1].last) if told else (0, len(text.raw))]
    return [text.span(piece.first, piece.last) for piece in asking]


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


def _only_remarks(text: Text, piece: Piece) -> bool:
    """Whether a piece only says what somebody thinks of what was told: "aneh kan?"."""
    table = load_split_words()
    said = {word.text for word in text.words[piece.first : piece.last + 1] if not word.is_mark}
    return bool(said & table.remarks) and said <= table.remarks | table.beside_remarks


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
    if before.text in load_split_words().abbreviated:  # "merangkap Plt. Kepala Bidang"
        return False
    if before.end - before.start <= _SHORT and _NUMERAL.fullmatch(text.at(at + 1)):  # "Tk. III", "Gol. 4"
        return False
    return text.raw[word.end : word.end + 1].isspace() and len(before.text) > 2


def _joint_before_question(text: Text, at: int) -> bool:
    """Whether a joint leads on from one question to another within a sentence: "... berapa kali terus ... berapa tahun"."""
    words, table = text.words, load_split_words()
    begin = _start(text, at - 1)
    for joint in table.joints:
        end = at + len(joint)
        if (
            tuple(word.text for word in words[at:end]) == joint
            and end < len(words)
            and not _within(text, begin, at, end)
        ):
            stop = _stop(text, end)
            asking = (
                _asks_itself if text.at(begin) in table.opening else _asks
            )  # the mark is the first one's: "Can I, and my boss?"
            paused = words[at - 1].text == "," and asking(text, end, stop)
            # A whole question on either side needs no comma.
            both = stop - end >= _WHOLE and _asks(text, begin, at - 1, table.firmly) and _asks_itself(text, end, stop)
            asked = words[end].text in table.asking | table.leading
            # So does a short one where both end or begin with the word that asks: "jenjang apa dan AK berapa".
            alike = words[at - 1].text in table.firmly and words[min(end + 1, stop)].text in table.firmly
            return (paused or both or asked or alike) and _asks(text, begin, at - 1)
    comma = words[at - 1].text == ","
    firm = words[at].text in table.firmly and _asks(text, begin, at - 2, table.firmly)
    return comma and not _is_last_of_choices(text, begin, at) and (firm or _another_behind(text, begin, at))


def _is_last_of_choices(text: Text, begin: int, at: int) -> bool:
    """Whether an "apa" behind a comma is the "or" of short choices before it: "cuti, berhenti, apa dibekukan saja"."""
    table = load_split_words()
    if text.at(at) not in table.either or text.at(at + 1) in table.asking | table.between:
        return False
    comma = next((place for place in range(at - 2, begin, -1) if text.at(place) == ","), None)
    item = () if comma is None else text.words[comma + 1 : at - 1]
    return 0 < len(item) <= _CHOICE and not any(word.text in table.asking for word in item)


def _another_behind(text: Text, begin: int, at: int) -> bool:
    """Whether a clause behind a comma asks by itself, as those before it do: "prosedurnya apa, diajukan kapan"."""
    table, stop = load_split_words(), _clause_end(text, at)
    said = [word.text for word in text.words[at : stop + 1] if not word.is_mark]
    if len(said) < _FEWEST or said[0] in table.between or table.embedding & {*said} or offers(said) or chooses(said):
        return False
    if said[0].endswith(_ITS):  # of what was just named: "susunannya gimana, ketuanya siapa?"
        return False
    return _asks(text, begin, at - 2, table.firmly) and _asks(text, at, stop, table.firmly)


def _clause_end(text: Text, at: int) -> int:
    """The last word of the clause that holds a word: that before the next comma or the end of the sentence."""
    stop = _stop(text, at)
    return next((end - 1 for end in range(at + 1, stop + 1) if text.at(end) == ","), stop)


def _within(text: Text, begin: int, at: int, end: int) -> bool:
    """Whether a joint stands inside a question: "siapa juga yang mantau", "dibandingkan apa sama apa"."""
    return at - begin < _FEWEST or (text.at(at - 1) == text.at(end) and text.at(end) in load_split_words().firmly)


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
    return any(
        (word.text == "?" and words is None) or (word.text in asking and _puts_question(text, at)) or tags(text, at)
        for at, word in said
    )


def _asks_itself(text: Text, first: int, last: int) -> bool:
    """Whether a word of these asks; the mark behind them may belong to what was asked before.

    "Butuh berapa orang kalau riset 90 dan proposal 150?" is one question.
    """
    asking = load_split_words().asking
    said = enumerate(text.words[first : last + 1], first)
    return any(
        tags(text, at) or (word.text in asking and _puts_question(text, at) and not _is_relative(text, at))
        for at, word in said
    )


def _is_relative(text: Text, at: int) -> bool:
    """Whether "who" or "which" tells of the noun before it: "a negotiator who has been there for two years"."""
    return text.at(at) in _RELATIVE and at > 0 and not text.words[at - 1].is_mark and text.at(at - 1).isalnum()


def _puts_question(text: Text, at: int) -> bool:
    """Whether a word of asking asks where it stands: "is" does so only where a sentence or its clause begins."""
    table, word = load_split_words(), text.words[at].text
    if is_doubled(text, at) or text.at(at + 1) in table.whatever:  # "belum ada kepastian apa pun"
        return False
    if word not in table.opening or at == 0:
        return word in table.firmly or not _is_own_lack(text, at)
    joined = (text.at(at - 1),) in table.joints and text.at(_stop(text, at)) == "?"  # "she leaves soon and is worried"
    return text.words[at - 1].is_mark or joined


def _is_own_lack(text: Text, at: int) -> bool:
    """Whether a word tells what one cannot do: "saya sakit, tidak bisa datang"; "katanya tidak boleh" doubts a rule."""
    if text.at(at - 1) not in load_polarity().no:
        return False
    said = text.words[_start(text, at) : _stop(text, at) + 1]
    return is_personal(said) and load_split_words().reporting.isdisjoint(word.text for word in said)


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
