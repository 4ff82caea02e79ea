"""How numbers are written: digits, words of two languages, both at once ("24 (dua puluh empat)"), "109 koma 6", "12 setengah"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from assistant.understand.language.run_together import is_glued
from assistant.understand.language.text import Text
from assistant.understand.language.units import load_units
from corpus.number_words import FoundNumber, find_numbers, read_digits

_HALF = Decimal("0.5")
_HALVES = (("and", "a", "half"), ("and", "half"), ("-", "and", "-", "a", "-", "half"))
_ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
_TENS = range(20, 100, 10)
_ARTICLES = ("a", "an")
_ADDING = ("and", "plus", ",")
_COUNTING = frozenset({"only", "just", "exactly", "than", "least", "most", "to", "from", "and", "or"})  # "only one?"
_DEFINITE = frozenset({"the", "this", "that", "my", "our"})
_TOLD_OF = frozenset({"is", "was", "has", "had", "will", "can", "did", "does", "isnt", "wasnt", "came", "comes"})
_OWNERS = frozenset({"my", "our", "your", "his", "her", "their", "us", "them", "you", "the"})


@dataclass(frozen=True)
class Numeral:
    """A number as it is written, from word `first` to word `last`."""

    value: Decimal
    first: int
    last: int


def find_numerals(text: Text) -> list[Numeral]:
    """Every number of a message, none twice, in its order."""
    found = sorted(
        (*_digits(text), *_romans(text), *_words(text), *_english(text), *_fractions(text)),
        key=lambda numeral: numeral.first,
    )
    whole: list[Numeral] = []
    for numeral in found:
        before = whole[-1] if whole else None
        joined = _joined(text, before, numeral) if before else None
        if before and joined:
            whole[-1] = joined
        elif before is None or numeral.first > before.last:
            whole.append(numeral)
    return [_with_half(text, numeral) for numeral in whole]


def _digits(text: Text) -> Iterator[Numeral]:
    """Numbers in digits, as they stand in the message."""
    for number in find_numbers(text.raw):
        if any(letter.isdigit() for letter in number.text):
            yield from _at_places(number, text.places(number.start, number.end))
    for at, word in enumerate(text.words):
        value = read_digits(word.text) if is_glued(text.raw, word.start, text.at(at - 1)) else None
        if value is not None:  # "2th3bln", "umur41"
            yield Numeral(value, at, at)


def _romans(text: Text) -> Iterator[Numeral]:
    """Figures of old behind what is numbered: "kotak VII", "tahap II"."""
    for at, word in enumerate(text.words):
        lead = at - 1
        while text.at(lead) in load_units().beside_numbered:
            lead -= 1
        if text.at(lead) in load_units().numbered and text.raw[word.start : word.end] in _ROMANS:
            yield Numeral(Decimal(_ROMANS.index(text.raw[word.start : word.end]) + 1), at, at)


def _words(text: Text) -> Iterator[Numeral]:
    """Numbers in words, as the words are spelt once they are plain."""
    starts, end = [], 0
    for word in text.words:
        starts.append(end)
        end += len(word.text) + 1
    for number in find_numbers(text.plain):
        if not any(letter.isdigit() for letter in number.text):
            touched = (at for at, start in enumerate(starts) if start < number.end)
            inside = [at for at in touched if number.start < starts[at] + len(text.words[at].text)]
            if not inside or not _is_doubled(text, inside[-1]):
                yield from _at_places(number, inside)


def _is_doubled(text: Text, at: int) -> bool:
    """Whether a number word is said twice to say "both": "dua-duanya"."""
    after = text.at(at + 1 + (text.at(at + 1) == "-"))
    return after in (text.at(at) + "nya", "2") or (text.at(at + 1) == "-" and after == text.at(at))


def _at_places(number: FoundNumber, places: Sequence[int]) -> Iterator[Numeral]:
    if places:
        yield Numeral(number.value, places[0], places[-1])


def _fractions(text: Text) -> Iterator[Numeral]:
    """ "Separuh", "a quarter of"; a quarter of nothing is three months."""
    said = load_units().fractions
    for at, word in enumerate(text.words):
        if word.text in said:
            yield Numeral(Decimal(said[word.text]), at, at)
        elif word.text == "quarter" and text.at(at + 1) == "of" and text.at(at - 1) in _ARTICLES:
            yield Numeral(_HALF / 2, at - 1, at + 1)


def _english(text: Text) -> Iterator[Numeral]:
    """ "One hundred and five", "twenty-four"; each number from its first word on."""
    numbers, at = load_units().english, 0
    while at < len(text.words):
        if text.at(at) == "half" and text.at(at - 1) != "a":  # "half a year", not "a year and a half"
            yield Numeral(_HALF, at, at + (text.at(at + 1) in _ARTICLES))
        elif text.at(at) in _ARTICLES and _is_time(text, at + 1) and goes_on(text, at):
            yield Numeral(Decimal(1), at, at)
        if text.at(at) == "one" and _is_pronoun(text, at):
            at += 1
        elif text.at(at) in numbers:
            value, end = _english_value(text, at)
            yield Numeral(Decimal(value), at, end - 1)
            at = end
        else:
            at += 1


def _is_pronoun(text: Text, at: int) -> bool:
    """Whether "one" stands for something: "the one", "may she take one?", "one of my staff"; "the one-year term" counts."""
    if text.at(at + 1) == "-":
        return False
    asked = text.at(at + 1) == "?" and at > 1 and not text.words[at - 1].is_mark and text.at(at - 1) not in _COUNTING
    of_some = text.at(at + 1) == "of" and text.at(at + 2) in _OWNERS
    explained = text.at(at + 1) == "(" and at > 0 and not text.at(at + 2).isdigit()  # "the managerial one (UKMSK)"
    return (
        text.at(at - 1) in load_units().no_ones
        or asked
        or explained
        or (text.at(at - 2) in _DEFINITE and text.at(at + 1) in _TOLD_OF)  # "the strategic one is not my concern"
        or (of_some and (at == 0 or text.words[at - 1].is_mark))
    )


def _english_value(text: Text, at: int) -> tuple[int, int]:
    """The number that begins with a word, and the place behind its last one."""
    numbers = load_units().english
    value, at = numbers[text.at(at)], at + 1
    while at < len(text.words):
        joint = text.at(at) == "-" or (text.at(at) == "and" and value % 100 == 0 and value)
        part = numbers.get(text.at(at + 1 if joint else at))
        if part is None or not _adds(value, part):
            break
        value = max(value, 1) * part if part == 100 else value + part
        at += 1 + bool(joint)
    return value, at


def _adds(value: int, part: int) -> bool:
    """Whether an English number goes on with this word: "twenty four", "two hundred", "hundred five"."""
    if part == 100:
        return 0 < value < part
    return (value % 100 == 0 and value > 0) or (value % 100 in _TENS and 0 < part < 10)


def _joined(text: Text, before: Numeral, numeral: Numeral) -> Numeral | None:
    """Two numerals that say one number: said twice in brackets, or parted by "koma"."""
    between = [word.text for word in text.words[before.last + 1 : numeral.first]]
    if between == ["("] and text.at(numeral.last + 1) == ")" and before.value == numeral.value:
        return replace(before, last=numeral.last + 1)
    whole = before.value == before.value.to_integral_value() and numeral.value == numeral.value.to_integral_value()
    if between == ["koma"] and whole and numeral.value >= 0:
        return Numeral(Decimal(f"{int(before.value)}.{int(numeral.value)}"), before.first, numeral.last)
    if not between and _says_digits(text, before, numeral):
        return Numeral(before.value * 10 + numeral.value, before.first, numeral.last)
    if not between and _says_digits(
        text, before, replace(numeral, value=Decimal(int(numeral.value)), last=numeral.first)
    ):
        return Numeral(before.value * 10 + numeral.value, before.first, numeral.last)  # "tujuh dua koma lima"
    return None


def _says_digits(text: Text, one: Numeral, other: Numeral) -> bool:
    """Whether two words say a number by its digits: "tujuh lima" is 75, but "dua tiga kali" is two or three times."""
    pair = all(each.first == each.last and text.at(each.first).isalpha() for each in (one, other))
    digits = all(1 <= each.value <= 9 and each.value == int(each.value) for each in (one, other))
    if not pair or not digits or other.value - one.value in (0, 1) or text.parts_lines(one.last, other.first):
        return False
    return not any(text.at(at) and find_numbers(text.at(at)) for at in (one.first - 1, other.last + 1))


def _with_half(text: Text, numeral: Numeral) -> Numeral:
    """The numeral with the half behind it: "12 setengah", "five and a half"."""
    if text.at(numeral.last + 1) == "setengah" and numeral.value == numeral.value.to_integral_value():
        return replace(numeral, value=numeral.value + _HALF, last=numeral.last + 1)
    half = half_behind(text, numeral.last)
    return replace(numeral, value=numeral.value + _HALF, last=numeral.last + half) if half else numeral


def half_behind(text: Text, last: int) -> int:
    """How many words of "and a half" stand behind a word; 0 for none."""
    return next((len(words) for words in _HALVES if _says(text, last + 1, words)), 0)


def _says(text: Text, at: int, words: Sequence[str]) -> bool:
    return all(text.at(at + ahead) == word for ahead, word in enumerate(words))


def goes_on(text: Text, article: int) -> bool:
    """Whether more of a time is told behind "a year": "and a half", "and three months"; not behind "12 credits a year"."""
    at, more = article + 2, article + 3
    if _says(text, at, _HALVES[0]):
        return True
    if text.at(article - 1) in load_units().by_word:
        return False
    numbered = text.at(more) in load_units().english or text.at(more).isdecimal()
    return text.at(at) in _ADDING and numbered and _is_time(text, more + 1)


def _is_time(text: Text, at: int) -> bool:
    units = load_units()
    return units.by_word.get(text.at(at), "") in units.months
