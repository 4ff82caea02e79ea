"""What belongs to the question before it: two things to choose from, "bener gitu?", and a mere call for an answer."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.understand.language.text import Text
from assistant.understand.message.split_words import Piece, load_split_words

_OFFERED = 7  # words of two things to choose from


def with_what_belongs(text: Text, asking: list[Piece]) -> list[Piece]:
    """The questions but for mere calls, each with what belongs to it: "... siapa? atasan langsung apa kepala dinas?", "... bisa. bener gitu?"."""
    whole: list[Piece] = []
    for piece in asking:
        if asking[1:] and _only_calls(text, piece):
            continue
        if whole and whole[-1].last + 1 == piece.first and (_offers(text, piece) or _nods(text, piece)):
            whole[-1] = replace(whole[-1], last=piece.last)
        else:
            whole.append(piece)
    return whole


def with_other_ways(text: Text, pieces: list[Piece]) -> list[Piece]:
    """The pieces of a message, each with what asks on behind it: "... ikut pindah? atau harus lepas dulu", "... tiap tahun. Berapa?"."""
    table = load_split_words()
    whole: list[Piece] = []
    for piece in pieces:
        said = [word.text for word in text.words[piece.first : piece.last + 1]]
        other = text.at(piece.first) in table.otherwise and not table.asking & {*said}
        lone = len(said) == 2 and said[0] in table.firmly | table.doubting and said[1] == "?"
        if whole and (lone or (other and whole[-1].asks)):
            whole[-1] = replace(whole[-1], last=piece.last, asks=True)
        else:
            whole.append(piece)
    return whole


def _offers(text: Text, piece: Piece) -> bool:
    """Whether a piece is nothing but two things to choose from."""
    return offers(_said(text, piece))


def offers(said: Sequence[str]) -> bool:
    """Whether a few words are nothing but two things to choose from."""
    table = load_split_words()
    between = [at for at, word in enumerate(said) if word in table.between]
    if len(said) > _OFFERED or len(between) != 1 or not 0 < between[0] < len(said) - 1:
        return False
    one, other = said[: between[0]], said[between[0] + 1 :]
    joints = {joint[0] for joint in table.joints}
    asked = one[-1].endswith("nya") or other[0] in table.no_choice  # "berkasnya apa saja?", "sanksinya apa kalau ..."
    asked = asked or (len(other) == 1 and other[0].endswith("nya"))  # "tugas unit itu apa persisnya?"
    joined = {*one} & (joints | table.leading | table.no_choice)  # "dan apa syaratnya?"
    return not (asked or joined or table.asking & {*one, *other})


def chooses(said: Sequence[str]) -> bool:
    """Whether words offer things to choose from and ask for nothing else: "menunggu ditunjuk apa boleh mengajukan"."""
    table = load_split_words()
    asking = [at for at, word in enumerate(said) if word in table.firmly]
    inner = all(said[at] in table.between and 0 < at < len(said) - 1 for at in asking)
    return bool(asking) and inner and not any(said[at + 1] in table.no_choice for at in asking)


def _nods(text: Text, piece: Piece) -> bool:
    """Whether words only ask whether what stands before them is so."""
    table = load_split_words()
    return _is_all(text, piece, table.nodding, table.doubting)


def _only_calls(text: Text, piece: Piece) -> bool:
    """Whether words only call for an answer: "do you know?", "mohon dibantu jawab"."""
    table = load_split_words()
    return _is_all(text, piece, table.begging, table.calling)


def _is_all(text: Text, piece: Piece, words: frozenset[str], telling: frozenset[str]) -> bool:
    """Whether a piece says nothing but these words, and one of those that tell."""
    said = {*_said(text, piece)}
    return said <= words and bool(said & telling)


def _said(text: Text, piece: Piece) -> list[str]:
    """The words of a piece, without its marks."""
    return [word.text for word in text.words[piece.first : piece.last + 1] if not word.is_mark]
