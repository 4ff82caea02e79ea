"""What in a message denies, what undoes a denial, and what only asks or leaves open."""

from collections.abc import Collection

from assistant.understand.language.polarity import load_polarity
from assistant.understand.language.text import Text
from assistant.understand.language.vocabulary import Field

MOST_BETWEEN = 3  # words between a denial and the bad word that it undoes, and between "bersih dari" and a cue
LABELS = frozenset(":=")


def denies(text: Text, at: int, no: frozenset[str]) -> bool:
    """Whether a word says no; "no 54" is a number."""
    if not no or text.begins(at, *load_polarity().letting):
        return False
    number = text.at(at) == "no" and text.at(at + 1)[:1].isdigit()
    return (text.at(at) in no and not number) or text.begins(at, *load_polarity().negative_verbs)


def undoing(text: Text, at: int, low: int, passed: Collection[int] = ()) -> int | None:
    """The place of the word that denies a bad word: "tidak (pernah) bolos"; words `passed` may stand between."""
    table, left = load_polarity(), MOST_BETWEEN + 1
    for denial in range(at - 1, low - 1, -1):
        if denies(text, denial, table.no) and left:
            return denial
        if denial in passed:
            continue
        if text.at(denial) not in table.between or not left:
            return None
        left -= 1
    return None


def clears(text: Text, at: int, field: Field) -> bool:
    """Whether a phrase that frees of what comes behind it begins here: "bersih dari (pelanggaran)"."""
    return not field.strict and text.begins(at, *load_polarity().clear_of)


def asks(text: Text, at: int) -> bool:
    """Whether a word asks; "does not", "apa pun" and "someone who" do not."""
    word, after = text.at(at), text.at(at + 1)
    if word not in load_polarity().asking or after in ("not", "pun"):
        return False
    if word == "who":
        return at == 0 or text.words[at - 1].is_mark
    return word != "apa" or "apa" not in (after, text.at(at - 1), text.at(at - 2) if text.at(at - 1) == "-" else "")


def is_whether(text: Text, at: int) -> bool:
    """Whether what is said here is left open by an alternative: "lulus atau tidak", "lulus-tidaknya"."""
    no = text.at(at + 2).removesuffix("nya")
    return text.at(at + 1) in load_polarity().alternatives and no in load_polarity().no


def is_choice(text: Text, at: int) -> bool:
    """Whether a word is a no that only makes a question, or the yes offered beside it: "tidak atau sudah telat"."""
    return is_tag(text, at) or (text.at(at - 1) == "atau" and is_tag(text, at - 2))


def denies_duty(text: Text, at: int) -> bool:
    """Whether a no denies that something may or must be, which tells nothing of whether it is: "tidak boleh ditunda"."""
    return text.at(at + 1) in load_polarity().duties


def is_tag(text: Text, at: int) -> bool:
    """ "Sah tidak?", "sah atau tidak": a no that only makes a question; behind a label it is an answer."""
    word, before = text.at(at), text.at(at - 1)
    if word not in ("tidak", "belum") or before in LABELS:
        return False
    if before in load_polarity().even and text.at(at + 1) != "?":  # "lulus saja tidak", "rekomendasi pun belum"
        return False
    if before in load_polarity().alternatives and at > 1 and not text.parts_lines(at - 2, at - 1):
        return True
    rest = [word.text for word in text.words[at + 1 : at + 3]]
    if rest[:1] == ["atau"] and rest[1:] and rest[1] in load_polarity().yes:  # "bisa diurus tidak atau sudah telat"
        return True
    open_ended = not rest and word == "tidak"
    return open_ended or rest[:1] == ["?"] or (rest[1:] == ["?"] and rest[0] in load_polarity().fillers)
