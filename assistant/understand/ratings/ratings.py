"""Ratings of past years: "baik dua tahun terakhir" is baik and baik; years named put the newest first."""

from collections.abc import Iterator, Mapping, Sequence

from assistant.understand.facts.context import Context
from assistant.understand.facts.heads import headed_by, is_first_of_both, load_heads
from assistant.understand.language.phrasebook import PhraseBook, PhraseHit
from assistant.understand.language.text import Text, overlaps
from assistant.understand.language.vocabulary import Field
from assistant.understand.quantities.amount import Amount
from assistant.understand.quantities.golongan import read_golongan
from assistant.understand.ratings.exam_marks import is_exam_mark
from assistant.understand.ratings.joined_levels import joined_levels
from assistant.understand.ratings.rated_years import NEAR, count_years, gap, newest_first, read_ages
from assistant.understand.ratings.rating_words import is_measure, load_rating_words
from assistant.understand.ratings.restated import before_it, placed, restated

_TOGETHER = 3  # words between ratings told in a row ("baik, tapi tahun lalu cukup" has three)
_YEAR_DIGITS = 4
_PLAIN_RATING = "baik"
_ELEMENTS = "semua_unsur_baik"


class Ratings:
    """Reads the facts of kind daftar: a list of choices, newest first."""

    def __init__(self, fields: Mapping[str, Field]) -> None:
        self.fields = {name: field for name, field in fields.items() if field.kind == "daftar"}
        self._yes_no = frozenset(name for name, field in fields.items() if field.kind == "ya_tidak")
        self._books = {
            name: PhraseBook((said, choice) for choice, words in field.choices.items() for said in words)
            for name, field in self.fields.items()
        }

    def find(
        self, text: Text, amounts: Sequence[Amount], cues: Sequence[PhraseHit[str]], context: Context
    ) -> Iterator[tuple[str, tuple[str, ...], int, int]]:
        """Each list told: field, choices, and its characters."""
        for name, field in self.fields.items():
            if not (field.shared or name in context.named):
                continue
            ranks = [(start, end) for _, start, end in read_golongan(text)]
            short = _PLAIN_RATING in field.choices and name not in context.asked  # the "b" of III/b rates nobody
            hits = [hit for hit in self._books[name].find(text) if not short or len(text.at(hit.first)) > 1]
            hits = [hit for hit in hits if not overlaps(*text.span(hit.first, hit.last), ranks)]
            hits = [hit for hit in hits if not is_first_of_both(text, hit.first)]
            hits = [hit for hit in hits if not any(other.first < hit.first <= other.last for other in hits)]
            if _PLAIN_RATING not in field.choices:
                hits = [*joined_levels(text, hits, field)]
            else:
                hits = [hit for hit in hits if not any(a.first < hit.first < a.last for a in amounts)]
                hits = [hit for hit in hits if not _of_elements(hit, cues, context, text, amounts)]
                hits = [hit for hit in hits if not is_measure(text, hit, hits) and not is_exam_mark(text, hit)]
                hits = [hit for hit in hits if not _of_part_of_year(text, hit)] or hits
            hits = [hit for hit in hits if not self._of_another(text, hit, name, cues)]
            hits = [hit for hit in hits if not _of_head(text, hit, context)]
            meant = [hit for hit in hits if self._meant(text, hit, name, amounts, cues, context)]
            rated = _PLAIN_RATING in field.choices
            again = restated(text, hits) if rated else []
            hits, meant = [[hit for hit in some if hit not in again] for some in (hits, meant)]
            denied = [] if rated else _denied(text, [*hits, *(cue for cue in cues if cue.payload == name)])
            said = [hit for hit in _with_those_joined(text, hits, meant) if not _inside(hit, denied)]
            if denied and not said:
                yield field.name, (), *text.span(*denied[0])
            if said:
                choices = newest_first(before_it(text, said, again), said, amounts)
                choices = placed(text, choices, again) if rated else list(dict.fromkeys(choices))
                own = [cue for cue in cues if cue.payload == name]
                choices = choices * count_years(text, said, amounts, own) if rated and len(choices) == 1 else choices
                yield field.name, tuple(choices), *text.span(said[0].first, said[-1].last)

    def words_in(self, text: Text, cues: Sequence[PhraseHit[str]]) -> list[PhraseHit[str]]:
        """The words of ratings of years in a message, and the cues of those; a mere letter is none."""
        rated = [name for name, field in self.fields.items() if _PLAIN_RATING in field.choices]
        hits = [hit for name in rated for hit in self._books[name].find(text) if len(text.at(hit.first)) > 1]
        return [*hits, *(cue for cue in cues if cue.payload in rated)]

    def _of_another(self, text: Text, hit: PhraseHit[str], name: str, cues: Sequence[PhraseHit[str]]) -> bool:
        """Whether a word like "baik" judges something else: "integritas dinilai tidak baik", "good track record"."""
        own = [cue for cue in cues if cue.payload == name]
        spans = [(cue.first, cue.last) for cue in cues if cue.payload in self._yes_no]
        spans += [(thing.first, thing.last) for thing in load_rating_words().things.find(text)]
        at = hit.first - 1
        while text.at(at) in load_rating_words().judged:
            at -= 1
        return any(
            (last == at or first <= hit.first <= last or first == hit.last + 1)
            and not any(mine.first <= last and first <= mine.last for mine in own)
            and not _rated_as_well(text, first, own)
            for first, last in spans
            if first != hit.last + 1 or text.at(first) in load_rating_words().behind
        )

    def _meant(
        self,
        text: Text,
        hit: PhraseHit[str],
        name: str,
        amounts: Sequence[Amount],
        cues: Sequence[PhraseHit[str]],
        context: Context,
    ) -> bool:
        """Whether a word like "baik" stands beside a cue or a number of past years, or was asked for."""
        if any(a.short and a.first == hit.last + 1 for a in amounts):
            return False
        if name in context.asked and len(text.words) <= 2 * NEAR:
            return True
        cued = [cue for cue in cues if cue.payload == name]
        rated = _PLAIN_RATING in self.fields[name].choices
        near = NEAR if rated else _TOGETHER
        spots = [(cue.first, cue.last) for cue in cued] + [(a.first, a.last) for a in amounts if a.back]
        if rated and name in context.preferred:
            told = [(first, last) for first, last, _ in read_ages(text)] + [
                (a.first, a.last) for a in amounts if a.is_year
            ]
            spots += [(first, last) for first, last in told if _leads_to(text, hit, first, last)]
            spots += [(a.first, a.last) for a in amounts if a.unit == "kali" and a.last + 1 == hit.first]
        return any(gap(text, hit, first, last) <= near for first, last in spots)


def _of_part_of_year(text: Text, hit: PhraseHit[str]) -> bool:
    """Whether a rating is told as that of a quarter or half of a year, not of the year."""
    low = hit.first
    while low > max(0, hit.first - NEAR) and not text.words[low - 1].is_mark:
        low -= 1
    return bool({*text.said[low : hit.first]} & load_rating_words().parts_of_year)


def _leads_to(text: Text, hit: PhraseHit[str], first: int, last: int) -> bool:
    """Whether a year or word of time stands at a rating, at most one word and joints between: "2025 anjlok jadi cukup"."""
    if gap(text, hit, first, last) <= 1:
        return True
    between = [word.text for word in text.words[last + 1 : hit.first]]
    return bool(between) and all(word in load_rating_words().joints and word.isalpha() for word in between)


def _of_head(text: Text, hit: PhraseHit[str], context: Context) -> bool:
    """Whether a word like "baik" judges what heads its clause and the calculator takes as a fact: "the program is good"."""
    return bool(load_heads().fields & context.preferred) and bool(headed_by(text, hit.first, hit.last))


def _rated_as_well(text: Text, first: int, own: Sequence[PhraseHit[str]]) -> bool:
    """Whether what is rated stands right before something else: "kinerja dan integritas baik", "performance record"."""
    words = load_rating_words()
    if text.at(first - 1) in words.together:
        return any(cue.last == first - 2 for cue in own)
    return any(cue.last == first - 1 and text.at(cue.last) not in words.valuing for cue in own)


def _with_those_joined(
    text: Text, hits: Sequence[PhraseHit[str]], meant: Sequence[PhraseHit[str]]
) -> list[PhraseHit[str]]:
    """The ratings meant, with those that only joints and words of time part from them."""
    said = list(meant)
    for around in (hits, hits[::-1]):
        for hit in around:
            if hit not in said and any(_goes_with(text, hit, other) for other in said):
                said.append(hit)
    return sorted(said, key=lambda hit: hit.first)


def _goes_with(text: Text, hit: PhraseHit[str], other: PhraseHit[str]) -> bool:
    first, second = sorted((hit, other), key=lambda each: each.first)
    between = [word.text for word in text.words[first.last + 1 : second.first]]
    words = load_rating_words()
    told = all(word in words.joints or word in words.words_of_time or _is_year(word) for word in between)
    return told and not text.parts_lines(first.last, second.first) and bool(between) and _is_near(between)


def _is_near(between: Sequence[str]) -> bool:
    return sum(word[0].isalnum() for word in between) <= 2 * _TOGETHER


def _is_year(word: str) -> bool:
    return word.isdecimal() and len(word) == _YEAR_DIGITS


def _denied(text: Text, hits: Sequence[PhraseHit[str]]) -> list[tuple[int, int]]:
    """The words from a denial to what it denies: "belum (pernah ikut) diklatpim", "diklatpim IV belum"."""
    words, found = load_rating_words(), []
    for hit in hits:
        at = hit.first - 1
        while text.at(at) in words.taken:
            at -= 1
        if text.at(at) in words.not_yet:
            found.append((at, hit.last))
        elif text.at(hit.last + 1) in words.not_yet and _ends(text, hit.last + 2):
            found.append((hit.first, hit.last + 1))
        elif text.begins(hit.last + 1, *words.going_on) or (text.at(at) in words.on_the_way and at < hit.first - 1):
            found.append((hit.first, hit.last))
    return found


def _ends(text: Text, at: int) -> bool:
    """Whether a clause ends before a place, but for a verb of taking part."""
    while text.at(at) in load_rating_words().taken:
        at += 1
    return at >= len(text.words) or text.words[at].is_mark or text.parts_lines(at - 1, at)


def _inside(hit: PhraseHit[str], spans: Sequence[tuple[int, int]]) -> bool:
    return any(first <= hit.first and hit.last <= last for first, last in spans)


def _of_elements(
    hit: PhraseHit[str], cues: Sequence[PhraseHit[str]], context: Context, text: Text, amounts: Sequence[Amount]
) -> bool:
    """Whether a rating is that of each element of an appraisal, which the calculator takes as a fact of its own.

    Beside a number of years "semua" is of them: "dua tahun ini nilainya baik semua".
    """
    elements = [cue for cue in cues if cue.payload == _ELEMENTS and _ELEMENTS in context.preferred]
    if any(a.back and gap(text, hit, a.first, a.last) <= NEAR for a in amounts):
        always = {(each.first, each.last) for each in load_rating_words().always.find(text)}
        elements = [cue for cue in elements if (cue.first, cue.last) not in always]
    return any(gap(text, hit, cue.first, cue.last) <= NEAR for cue in elements)
