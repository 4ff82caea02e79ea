"""Choices in free text: position, level, rank, degree, sanction, and any other fact with named choices."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from assistant.understand.facts.alternatives import is_set_aside
from assistant.understand.facts.compared import read_compared, seated
from assistant.understand.facts.heads import is_first_of_both
from assistant.understand.language.loose import CLAUSE_ENDS, LITTLE, LooseBook, strongest
from assistant.understand.language.phrasebook import PhraseBook, PhraseHit
from assistant.understand.language.polarity import load_polarity
from assistant.understand.language.remembered import Remembered
from assistant.understand.language.stems import roots
from assistant.understand.language.text import Text, overlaps
from assistant.understand.language.vocabulary import Field
from assistant.understand.quantities.golongan import read_golongan
from assistant.understand.quantities.values import Value

_RANKS = frozenset({"III/a", "IV/a"})
_DENIED = frozenset({"bukan", "not", "tanpa", "without"})
_LEADING = frozenset(":=-(>")  # marks that lead from a name to what it is
_POSITIONS = frozenset({"negosiator", "pengawas", "perdagangan", "negotiator", "supervisor", "inspector"})
_STOP = frozenset(".?!;")
_APOSTROPHES = frozenset("'’`´")
_BETWEEN = frozenset(
    {"jadi", "menjadi", "sebagai", "yang", "termasuk", "dari", "seorang", "pejabat", "a", "an"}
    | {"karena", "gara", "-", "soal", "because", "of", "due", "to"}
)
_HOLDING = frozenset({"punya", "memiliki", "mempunyai", "have", "has", "had", "hold", "holds", "got", "possess"})
_HELD = frozenset({"ijazah", "gelar", "degree", "any", "yet", "sertifikat", "a", "an", "the"})
_WHO = frozenset({"siapa", "siapakah", "sapa", "who"})  # before each of two choices
_OR = frozenset({"atau", "maupun", "or"})
_MOST = frozenset({"paling", "most"})
_NEXT = 4  # words behind "paling berat" in which is told how heavy that was
_MORE = 2  # words that may stand between a no and what it denies: "belum juga terakreditasi"
_OTHER = 3  # words of the choice before "atau" that "bukan" denies as well


class Choices:
    """The named choices of all facts."""

    def __init__(self, fields: Mapping[str, Field]) -> None:
        self.fields = {name: field for name, field in fields.items() if field.kind == "pilihan"}
        self.ranks = tuple(name for name, field in self.fields.items() if field.choices.keys() >= _RANKS)
        entries = [
            (said, (name, choice))
            for name, field in self.fields.items()
            if name not in self.ranks
            for choice, words in field.choices.items()
            for said in words
        ]
        hiding = [entry for entry in entries if not self.fields[entry[1][0]].hides_none]
        self._books = PhraseBook(hiding), PhraseBook(entry for entry in entries if entry not in hiding)
        self._loose = LooseBook(entries)
        self._known: Remembered[list[Value]] = Remembered()

    def find(self, text: Text, wanted: Collection[str] | None = None, loosely: Collection[str] = ()) -> list[Value]:
        """Every choice named in a text, with the facts it could be (of those wanted; None for all).

        The choices of the facts in `loosely` count as well where their words stand apart or in another order.
        """
        key = None if wanted is None else frozenset(wanted), frozenset(loosely)
        return [*self._known.of(text, lambda: self._find(text, wanted, loosely), key)]

    def _find(self, text: Text, wanted: Collection[str] | None, loosely: Collection[str]) -> list[Value]:
        ranks = list(read_golongan(text))
        found = [self._rank(text, *rank) for rank in ranks]
        hits: dict[tuple[int, int], dict[str, str]] = {}
        for hit in self._hits(text, wanted):
            name, choice = hit.payload
            if text.has(*self.fields[name].refusing(choice)):
                continue
            in_rank = overlaps(*text.span(hit.first, hit.last), [(start, end) for _, start, end in ranks])
            if (
                self._said(text, hit, [(value.first, value.last) for value in found])
                and not _is_ending(text, hit.first)
                and not _denied(text, hit.first)
                and not is_set_aside(text, hit.first)
                and not _asked_who(text, hit.first)
                and not text.begins(hit.last + 1, *self.fields[name].never_before)
                and not is_first_of_both(text, hit.first)
                and not in_rank
            ):
                hits.setdefault((hit.first, hit.last), {}).setdefault(name, choice)
        for loose in self._apart(text, loosely):
            self._replace(text, hits, loose)
        hits = {place: fits for place, fits in hits.items() if not _is_measure(text, place, fits, hits)}
        hidden = seated(text, hits, self.fields)
        found += [
            self._value(text, first, last, fits) for (first, last), fits in hits.items() if fits and first not in hidden
        ]
        found += [self._value(text, *place) for place in read_compared(text, self.fields.values(), wanted)]
        return sorted(found, key=lambda value: value.start)

    def _hits(self, text: Text, wanted: Collection[str] | None) -> Iterator[PhraseHit[tuple[str, str]]]:
        for book in self._books:
            yield from book.find(text, lambda payload: wanted is None or payload[0] in wanted)

    def _apart(self, text: Text, names: Collection[str]) -> list[PhraseHit[tuple[str, str]]]:
        """For each fact the choice that most words speak for, standing apart."""
        payloads = {
            (n, choice) for n in names if n in self.fields and n not in self.ranks for choice in self.fields[n].choices
        }
        hits = (
            hit for hit in self._loose.find(text, payloads) if _says_its_no(text, hit) and not _denied_apart(text, hit)
        )
        said = (hit for hit in hits if self._said(text, hit, ()) and not is_set_aside(text, hit.first))
        said = (hit for hit in said if not self._is_somebody(text, hit))
        return strongest(said, lambda hit: hit.payload[0])

    def _replace(
        self, text: Text, hits: dict[tuple[int, int], dict[str, str]], loose: PhraseHit[tuple[str, str]]
    ) -> None:
        """Take a choice said apart where its fact has none, or only one said in fewer of the same words."""
        name, choice = loose.payload
        said = [span for span, fits in hits.items() if name in fits]
        taken = any(
            first <= loose.first and loose.last <= last and name not in hits[first, last] for first, last in hits
        )
        other = any(
            not _is_of(word.text, loose.phrase) for first, last in said for word in text.words[first : last + 1]
        )
        if taken or (other and _pauses(text, loose)):
            return
        if any(hits[span][name] == choice for span in said):
            for span in said:  # "laporan monev dari unit pelaksana": the report, not the monev
                if hits[span][name] != choice and _is_part(text, span, loose):
                    del hits[span][name]
            return
        apart = (span for span in said if not _is_within(text, span, loose) and not _restates(text, span, loose))
        if next(apart, None):
            return
        for span in said:
            del hits[span][name]
        hits.setdefault((loose.first, loose.first), {}).setdefault(name, choice)

    def _is_somebody(self, text: Text, hit: PhraseHit[tuple[str, str]]) -> bool:
        """Whether a short word of a choice said apart is who says something: "my supervisor says ... Trade CorpU"."""
        field = self.fields[hit.payload[0]]
        places = [
            at for at in range(hit.first, hit.last + 1) if text.at(at) in field.short and text.at(at) in hit.phrase
        ]
        return any(text.at(at + 1) in field.short_not_before for at in places)

    def _rank(self, text: Text, rank: str, start: int, end: int) -> Value:
        inside = text.places(start, end)
        return Value(dict.fromkeys(self.ranks, rank), start, end, inside[0], inside[-1])

    def _value(self, text: Text, first: int, last: int, fits: dict[str, str]) -> Value:
        return Value(fits, *text.span(first, last), first, last)

    def _said(self, text: Text, hit: PhraseHit[tuple[str, str]], ranks: Sequence[tuple[int, int]]) -> bool:
        """Whether a short everyday word ("muda", "utama") is meant as a choice; right beside a rank it is."""
        field = self.fields[hit.payload[0]]
        source = next((f for f in self.fields.values() if f.short and f.choices.keys() == field.choices.keys()), field)
        if " ".join(hit.phrase) in field.only_alone:
            return text.length <= len(hit.phrase) + 1 or text.at(hit.first - 1) in _LEADING
        if " ".join(hit.phrase) not in source.short:
            return True
        if text.at(hit.last + 1) in source.short_not_before:
            return False
        if not source.short_after or (len(hit.phrase) == 1 and _is_grade(text, hit.first)):
            return True
        before = list(_words_before(text, hit.first, 2))
        alone = text.length <= 2 or (text.at(hit.first - 1) == "," and text.at(hit.first - 2) in _POSITIONS)
        beside = any(_next_to(text, last, hit.first) or _next_to(text, hit.last, first) for first, last in ranks)
        return alone or beside or any(" ".join(before[:n][::-1]) in source.short_after for n in (1, 2))


def _is_measure(
    text: Text, place: tuple[int, int], fits: Mapping[str, str], hits: Mapping[tuple[int, int], Mapping[str, str]]
) -> bool:
    """Whether a choice only says by what the next one is meant: "paling berat cuma ringan", "paling rendah S1"."""
    if text.at(place[0] - 1) not in _MOST:
        return False
    behind = (other for (first, _), other in hits.items() if place[1] < first <= place[1] + _NEXT)
    return any(fits.keys() & other.keys() for other in behind)


def _is_ending(text: Text, at: int) -> bool:
    """Whether a word is the "s" of "it's": no degree is told in "it's 3"."""
    start = text.words[at].start
    return text.at(at) == "s" and text.raw[max(0, start - 1) : start] in _APOSTROPHES and at > 1


def _is_grade(text: Text, at: int) -> bool:
    """Whether a lone letter is written large where no sentence begins, so that it is no article: "the program is A"."""
    word = text.words[at]
    said = text.raw[word.start : word.end]
    begins = at == 0 or text.at(at - 1) in _STOP or text.parts_lines(at - 1, at)
    return len(said) == 1 and said.isupper() and not begins and not text.raw.isupper()


def _next_to(text: Text, last: int, first: int) -> bool:
    """Whether a word follows another with nothing but marks between."""
    return last < first and all(word.is_mark and word.text not in _STOP for word in text.words[last + 1 : first])


def _is_part(text: Text, span: tuple[int, int], loose: PhraseHit[tuple[str, str]]) -> bool:
    """Whether a choice is said in some of the words of one that is said apart but in their order, and in no others."""
    said, whole = text.said[span[0] : span[1] + 1], text.said[loose.first : loose.last + 1]
    within = loose.first <= span[0] and span[1] <= loose.last and len(said) < loose.length
    in_order = tuple(word for word in whole if word in loose.phrase) == loose.phrase
    return (
        within
        and in_order
        and not _pauses(text, loose)
        and all(word in loose.phrase or word in LITTLE for word in said)
    )


def _is_within(text: Text, span: tuple[int, int], loose: PhraseHit[tuple[str, str]]) -> bool:
    """Whether a choice is said among the words of one that is said apart in more of them."""
    first, last = span
    return loose.first <= first and last <= loose.last and _length(text, first, last) < loose.length


def _restates(text: Text, span: tuple[int, int], loose: PhraseHit[tuple[str, str]]) -> bool:
    """Whether a choice stands in brackets right behind one said in more words: "test to move up a level (kenaikan jenjang)"."""
    first, last = span
    opened = text.at(loose.last + 1) == "(" and first > loose.last + 1
    closed = any(text.at(at) == ")" for at in range(loose.last + 2, last + 1))
    return opened and not closed and last - first + 1 < loose.length


def _says_its_no(text: Text, hit: PhraseHit[tuple[str, str]]) -> bool:
    """Whether a phrase that begins with a no says it of its own words: "belum ada izin, akreditasi B" does not."""
    no = load_polarity().no
    if hit.phrase[0] not in no:
        return True
    if any(text.at(at) in no and _denies_on(text, at) for at in range(hit.first, hit.last + 1)):
        return False  # "habis lulus tidak boleh pindah"
    more = _MORE if text.at(hit.first) in no else 0  # "lapor perkembangan tidak pernah"
    return hit.last - hit.first < hit.length + more and not _pauses(text, hit)


def _denies_on(text: Text, at: int) -> bool:
    """Whether a no is that of what may or must be done, which stands behind it."""
    return text.at(at + 1) in load_polarity().may | load_polarity().asking


def _length(text: Text, first: int, last: int) -> int:
    """How many words that tell something stand between two places."""
    return sum(word.text not in LITTLE for word in text.words[first : last + 1])


def _is_of(word: str, phrase: Sequence[str]) -> bool:
    """Whether a word is one of a phrase, in another form too, or so small that none tells it apart."""
    return (
        word in LITTLE or word in phrase or bool(roots(word) & {root for own in phrase for root in (own, *roots(own))})
    )


def _denied_apart(text: Text, hit: PhraseHit[tuple[str, str]]) -> bool:
    """Whether "bukan" stands right before the last word of what is said apart: "kampusnya punya yayasan, bukan negeri"."""
    return hit.last > hit.first and text.at(hit.last - 1) in _DENIED and hit.phrase[0] not in _DENIED


def _pauses(text: Text, hit: PhraseHit[tuple[str, str]]) -> bool:
    """Whether a clause or a line ends between the words of a phrase said apart."""
    ends = any(word.text in CLAUSE_ENDS for word in text.words[hit.first : hit.last])
    return ends or text.parts_lines(hit.first, hit.last)


def _denied(text: Text, at: int) -> bool:
    """Whether "bukan" stands before a choice, or before the one told beside it: "bukan karena skripsi atau dana"."""
    before = _leading(text, at)
    if _lacks(text, at):
        return True
    if text.at(before) not in _OR:
        return text.at(before) in _DENIED
    return any(text.at(_leading(text, before - length)) in _DENIED for length in range(1, _OTHER + 1))


def _asked_who(text: Text, at: int) -> bool:
    """Whether it is asked, or left open, which of several holds a choice: "siapa utama siapa pembantu"."""
    several = sum(word.text in _WHO for word in text.words) > 1
    return several and text.at(at - 1) in _WHO


def _lacks(text: Text, at: int) -> bool:
    """Whether somebody is said not to have what is told here: "belum punya (ijazah) S2"."""
    while text.at(at - 1) in _HELD:
        at -= 1
    return text.at(at - 1) in _HOLDING and text.at(at - 2) in load_polarity().no


def _leading(text: Text, at: int) -> int:
    """The place of the word that leads to this one, those that may stand between passed over."""
    before = at - 1
    while before > 0 and text.words[before].text in _BETWEEN:
        before -= 1
    return before


def _words_before(text: Text, at: int, count: int) -> Iterator[str]:
    """The words before a place, marks that lead on ("jenjang: muda") passed over."""
    words = [word.text for word in text.words[:at] if word.text not in _LEADING]
    yield from reversed(words[-count:])
