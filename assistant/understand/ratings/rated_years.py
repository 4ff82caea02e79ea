"""Which years ratings are of: the newest comes first, and one rating may be told of several years."""

from collections.abc import Sequence

from assistant.understand.facts.seen import OF_RANK
from assistant.understand.language.phrasebook import PhraseHit
from assistant.understand.language.text import Text
from assistant.understand.language.units import load_units
from assistant.understand.quantities.amount import Amount
from assistant.understand.ratings.rating_words import load_rating_words

NEAR = 5  # words between a rating and what makes it one
_TWICE = 2
_ENDS = frozenset(",;.?!")
_MOST_YEARS = 10
_THEN = "terus"  # "always" and "then"


def newest_first(text: Text, said: Sequence[PhraseHit[str]], amounts: Sequence[Amount]) -> list[str]:
    """Newest first; where each rating names its year, by year; "tahun lalu juga" tells the rating once more."""
    years = [a for a in amounts if a.is_year]
    if len(years) > len(said):  # a year that rates nothing: "diangkat 2021, 2024 cukup 2025 baik"
        years = [a for a in years if any(gap(text, hit, a.first, a.last) == 0 for hit in said)]
    if len(said) > 1 and len(years) == len(said):
        pairs = sorted(zip(years, said, strict=True), key=lambda pair: -pair[0].value)
        return [hit.payload for _, hit in pairs]
    ages = read_ages(text)
    if len(said) == _TWICE and not ages and _turns_into(text, *said):
        return [said[1].payload, said[0].payload]
    if len(said) == 1 and any(
        text.at(last + 1) in load_rating_words().also and first > said[0].last for first, last, _ in ages
    ):
        return [said[0].payload] * _TWICE
    if len(said) > 1 and len({age for _, _, age in ages}) == len(ages) == len(said):
        by_age = sorted(zip(ages, said, strict=True), key=lambda pair: pair[0][2])
        newer = by_age[0][1]
        return [newer.payload] * (_years_of(text, newer, amounts) - 1) + [hit.payload for _, hit in by_age]
    newest = [hit for hit in said if any(not age and 0 <= hit.first - last - 1 <= 1 for _, last, age in ages)]
    newest += [
        hit for hit in said for first, _, age in ages if not age and text.at(first - 1) == "(" and first - 2 == hit.last
    ]
    newest = newest if len(newest) == 1 else []
    older = [hit for hit in said if any(age and last + 1 == hit.first for _, last, age in ages)]
    rest = [hit for hit in said if hit not in older and hit not in newest]
    if older and len(rest) == 1 and not newest:
        rest *= _years_of(text, rest[0], amounts)
    return [hit.payload for hit in (*newest, *rest, *older)]


def _turns_into(text: Text, one: PhraseHit[str], other: PhraseHit[str]) -> bool:
    """Whether one rating became the other: "turun dari baik ke cukup"."""
    words = load_rating_words()
    between = {word.text for word in text.words[one.last + 1 : other.first]}
    before = {text.at(one.first - 1), text.at(one.first - 2)}
    return bool(between & words.turning) and bool((between | before) & words.moving) and len(between) <= NEAR


def _years_of(text: Text, hit: PhraseHit[str], amounts: Sequence[Amount]) -> int:
    """Of how many years up to now the newer rating is told: "dua tahun terakhir kinerja saya cukup, sebelumnya kurang"."""
    near = [a for a in amounts if a.back and a.last < hit.first and gap(text, hit, a.first, a.last) <= NEAR]
    near = [a for a in near if not any(word.text == "," for word in text.words[a.last : hit.first])]
    return max(1, min(int(near[-1].value) // 12, _MOST_YEARS)) if near else 1


def count_years(
    text: Text, said: Sequence[PhraseHit[str]], amounts: Sequence[Amount], cues: Sequence[PhraseHit[str]]
) -> int:
    """Of how many years one rating is told."""
    amounts = [a for a in amounts if not _is_of_another(text, said[0], a, cues)]
    years = [int(a.value) // 12 for a in amounts if a.back and a.kind == "duration" and a.value % 12 == 0]
    beside = [
        a for a in amounts if a.kind == "duration" and gap(text, said[0], a.first, a.last) <= 1 and a.unit == "tahun"
    ]
    years += [int(a.value) // 12 for a in sorted(beside, key=lambda a: _is_apart(text, said[0], a))]
    years += [int(a.value) for a in amounts if a.unit == "kali" and gap(text, said[0], a.first, a.last) <= 1]
    counted = {cue.first - 1 for cue in cues}  # "dua penilaian terakhir"
    years += [
        int(a.value)
        for a in amounts
        if a.counts_noun and a.last in counted and gap(text, said[0], a.first, a.last) <= NEAR
    ]
    if years:
        return max(1, min(years[0], _MOST_YEARS))
    always = [hit for hit in load_rating_words().always.find(text) if not _is_then(text, hit)]
    always = [hit for hit in always if not _of_an_amount(text, said[0], hit, amounts)]
    return _TWICE if any(_is_of(text, said[0], hit) for hit in always) else 1


def _is_of_another(text: Text, said: PhraseHit[str], amount: Amount, cues: Sequence[PhraseHit[str]]) -> bool:
    """Whether a time beside a rating is told of something else: "pangkat terakhir 2 tahun, nilai kinerja baik"."""
    if text.at(amount.first - 1) in load_units().looking_back and text.at(amount.first - 2) in OF_RANK:
        return True
    if amount.back:
        return False
    if amount.first > said.last:  # "kinerja baik, pengalaman 3 tahun"
        return bool(_ENDS & {*text.said[said.last + 1 : amount.first]})
    low = next((at + 1 for at in range(amount.first - 1, -1, -1) if text.at(at) in _ENDS), 0)
    own = any(low <= cue.first < amount.first for cue in cues)
    others = {word for word in text.said[low : amount.first] if word[:1].isalpha()} - load_rating_words().spanning
    return bool(_ENDS & {*text.said[amount.last + 1 : said.first]}) and bool(others) and not own


def _is_of(text: Text, said: PhraseHit[str], always: PhraseHit[bool]) -> bool:
    """Whether "tiap tahun" tells of a rating near it, and of no number between: "tiap tahun dapat 12, kinerja baik"."""
    low, high = (always.last + 1, said.first) if said.first > always.last else (said.last + 1, always.first)
    return gap(text, said, always.first, always.last) <= NEAR and not any(
        word.text[:1].isdigit() for word in text.words[low:high]
    )


def _of_an_amount(text: Text, said: PhraseHit[str], always: PhraseHit[bool], amounts: Sequence[Amount]) -> bool:
    """Whether "every year" stands in another clause, with an amount of its own: "tiap tahun dapat 16, SKP baik"."""
    low, high = (said.last, always.first) if said.last < always.first else (always.last, said.first)
    if not any(word.is_mark for word in text.words[low + 1 : high]):
        return False
    first = next((at for at in range(always.first, -1, -1) if text.words[at].is_mark), -1)
    last = next((at for at in range(always.last, len(text.words)) if text.words[at].is_mark), len(text.words))
    return any(first < a.first and a.last < last for a in amounts)


def _is_apart(text: Text, hit: PhraseHit[str], amount: Amount) -> bool:
    """Whether a mark or a word parts a rating from a time: "3 tahun, kinerja baik dua tahun" is of two."""
    return amount.first != hit.last + 1 and amount.last != hit.first - 1


def _is_then(text: Text, hit: PhraseHit[bool]) -> bool:
    """Whether "terus" goes on to something else: "baik, terus gimana?"."""
    return text.at(hit.first) == _THEN and (
        text.at(hit.first - 1) in ("", ",", ".", "?", "!", ";") or text.at(hit.last + 1) in load_rating_words().then
    )


def read_ages(text: Text) -> list[tuple[int, int, int]]:
    """Where words of time stand that say how far back a rating is: first and last word, and how far; longest first."""
    found: list[tuple[int, int, int]] = []
    for words, age in load_rating_words().ages:
        for at in range(len(text.words) - len(words) + 1):
            last = at + len(words) - 1
            free = all(last < first or other < at for first, other, _ in found)
            if free and tuple(word.text for word in text.words[at : last + 1]) == words:
                found.append((at, last, age))
    return sorted(found)


def gap(text: Text, hit: PhraseHit[str], first: int, last: int) -> int:
    """How many words part a rating from those from `first` to `last`; more than are near where a sentence ends."""
    low, high = (hit.last + 1, first) if first > hit.last else (last + 1, hit.first)
    between = text.words[low:high]
    if any(word.text in ".?!;" for word in between):
        return NEAR + 1
    return sum(not word.is_mark for word in between)
