"""The provisions and laws named in a question: which are meant, what they hide, and which of several is asked about."""

import re
from collections.abc import Collection, Sequence

from assistant.understand.language.text import Speller, Text
from assistant.understand.rows.row_words import load_row_words
from corpus.library import Corpus
from corpus.mentions import Mention
from corpus.references import CitationLanguage, Resolution

_TELLING = 2  # words a question and a provision must share
_ROWS = ("kegiatan", "butir")  # what the rows of an attachment are called
_PROVISIONS = frozenset({"pasal", "ayat", "huruf", "bab"})
_EXAMPLE, _NUMBER = re.compile(r"(?i)\b(?:contoh|example)(?:\s+\w+){0,6}\s*$"), re.compile(r"\D*\d+\b")
_SMALL_UNITS = frozenset({"angka", "nomor", "butir", "baris", "teks"})


def is_meant(mention: Mention) -> bool:
    """A lone "nomor 12" or "angka 80" names a row or an amount, not a provision."""
    return not (mention.relative and all(unit in _SMALL_UNITS for unit, _ in mention.steps))


def names_row(text: Text, mention: Mention) -> bool:
    """Whether a provision is a row of an attachment told as what was done: "kegiatan nomor 40 Lampiran I 6 kali"."""
    before = text.at(next(iter(text.places(mention.start, mention.end)), 0) - 1)
    named = before in load_row_words().reference or mention.text.casefold().startswith(_ROWS)
    return named and not any(unit in _PROVISIONS for unit, _ in mention.steps)


def spans_of(mentions: Sequence[Mention], raw: str) -> list[tuple[int, int]]:
    """The characters in which no fact is told; a bare name ("kementerian PUPR") may still tell one.

    Nor does the number of an example hide in the attachment it stands in: "contoh no 3 di lampiran II".
    """
    hiding = [m for m in mentions if is_meant(m) and (m.steps or any(letter.isdigit() for letter in m.text))]
    named = [m.named for m in hiding if m.named]  # "lampiran II Permendag 82/2020": 82 is no number of an example
    return [*((_begins(mention, raw), mention.end) for mention in hiding), *named]


def _begins(mention: Mention, raw: str) -> int:
    """Where a provision begins, behind the number of an example where that leads to it."""
    example = mention.text[:1].casefold() == "n" and _EXAMPLE.search(raw[: mention.start])
    number = _NUMBER.match(mention.text) if example and len(mention.steps) > 1 else None
    return mention.start + (number.end() if number else 0)


def by_subject(found: Resolution, asked: Collection[str], corpus: Corpus, speller: Speller) -> Resolution:
    """Of several provisions the one that the words asked about are in, when they are in only one of them."""
    words = (speller.read(corpus.node(address).words).plain.split() for address in found.candidates)
    shared = [len({*asked} & {*each}) for each in words]
    best = max(shared)
    if best < _TELLING or sum(count > best // 2 for count in shared) > 1:
        return found
    target = found.candidates[shared.index(best)]
    return Resolution(found.mention, (target,), regulation=target.regulation)


class LawsOutside:
    """The laws outside the corpus of which its texts speak in more than their preambles."""

    def __init__(self, corpus: Corpus, language: CitationLanguage) -> None:
        words = (node.words for identity in corpus.regulations for node in corpus.pasals(identity))
        self._named = frozenset(_numbers(m.outside) for text in words for m in language.find(text) if m.outside)

    def include(self, mention: Mention) -> bool:
        """Whether a Pasal names this law, by all the numbers that it is named by here."""
        asked = _numbers(mention.outside)
        return any(asked <= numbers for numbers in self._named if asked)


def _numbers(name: str) -> frozenset[str]:
    return frozenset(re.findall(r"\d+", name))
