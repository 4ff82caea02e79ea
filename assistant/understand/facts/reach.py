"""How far the words around a cue tell of it: up to a pause, a turn, a reason, a condition, or a new line."""

from assistant.understand.language.phrasebook import PhraseHit
from assistant.understand.language.polarity import load_polarity
from assistant.understand.language.text import Text

_REACH_BACK = 7  # the same in front of it, where lists are told ("sudah ada rekomendasi dan bukti")
_REACH = 5  # words between a cue and the word that settles it
_OWNED = frozenset(
    {"-", "nya", "ku", "mu", "saya", "kami", "kita", "dia", "beliau"}
)  # before a bracket: "eselon II-nya (JPT)"
_STOP = frozenset(".?!;,")


def clause_of(text: Text, cue: PhraseHit[str]) -> tuple[int, int]:
    """The words around a cue up to a pause or a turn, at most `_REACH` on each side."""
    low, high = cue.first, cue.last + 1
    while low > 0 and cue.first - low < _REACH_BACK and (not _turned(text, low) or _is_denied_turn(text, low)):
        low -= 1
    reach = cue.last + _REACH + _aside(text, cue.last + 1)
    while high < len(text.words) and high <= reach and not _ends(text, high):
        high += 1
    return low, high


def _aside(text: Text, at: int) -> int:
    """How many words a short remark in brackets right behind a cue has: "rekomendasi eselon II-nya (JPT pratama)"."""
    while text.at(at) in _OWNED:
        at += 1
    if text.at(at) != "(":
        return 0
    closing = (end for end in range(at + 1, at + 1 + _REACH) if text.at(end) == ")")
    return next((end - at + 1 for end in closing), 0)


def _is_denied_turn(text: Text, at: int) -> bool:
    """Whether the turn before this word is itself denied: "bukan karena (sakit)"."""
    return text.at(at - 1) in load_polarity().turning and text.at(at - 2) in load_polarity().no


def told_of(text: Text, cue: PhraseHit[str], low: int, high: int) -> tuple[int, int]:
    """Of a clause that asks, the words that tell whom it asks about: "(siapa menilai peserta yang) sudah lulus (?)".

    What may be done comes behind them: "pernah kena sanksi | bisa promosi?".
    """
    table = load_polarity()
    for at in range(cue.first - 1, low, -1):
        asks = table.asking & {text.words[before].text for before in range(low, at)}
        if text.at(at) == "yang" and asks and _names_someone(text, low, at):
            low = at + 1
            break
    if _describes_who(text, cue, low):
        low = cue.first
    elif _lists_of_somebody(text, cue, low):
        low += 2
    return low, next((at for at in range(cue.last + 1, high) if _may(text, at)), high)


def _describes_who(text: Text, cue: PhraseHit[str], low: int) -> bool:
    """Whether a cue only says of whom it is asked what may be done: "apakah pengawas berintegritas baik dapat ikut?"."""
    table, before = load_polarity(), [word.text for word in text.words[low : cue.first]]
    described = (
        text.at(cue.first) in table.describing
        and len(before) > 1
        and before[0] in table.whether
        and not table.asking & {*before[1:]}
    )
    ends = next((at for at in range(cue.last + 1, len(text.words)) if text.words[at].text in ".?!;"), len(text.words))
    return described and any(_may(text, at) for at in range(cue.last + 1, ends))


def _lists_of_somebody(text: Text, cue: PhraseHit[str], low: int) -> bool:
    """Whether a cue begins what is told of whom it is asked about: "apakah pegawai di luar rencana suksesi, ..., dapat ...?"."""
    table = load_polarity()
    if text.at(low) not in table.whether or text.at(low + 1) not in table.somebody or text.at(cue.last + 1) != ",":
        return False
    asked = any(text.at(at) in table.asking for at in range(low + 1, cue.first))
    ends = next((at for at in range(cue.last + 1, len(text.words)) if text.words[at].text in ".?!;"), len(text.words))
    return not asked and any(_may(text, at) for at in range(cue.last + 1, ends))


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
    return (
        word in table.joining and text.at(at + 1) in table.no | table.persons | table.lasting | table.yes - table.weak
    )
