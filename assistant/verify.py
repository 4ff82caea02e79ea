"""The last gate: nothing leaves that is not proven. Checks text and evidence, knows nothing of how they came about.

A line of an answer is one of five things: a quote, which must be the whole of a citation and stand under its name; a
line of a calculation, which stands there whole and exactly as it is told, no line left out or moved; a fixed sentence
of the assistant; the words of the provision it names; or a claim, which must be one clause of its provision, shortened.
"""

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass

from assistant.calculation import Calculation
from assistant.claim import Evidence, doubts
from assistant.clauses import repeats
from assistant.compose import sentence_of
from assistant.english import original
from assistant.ledger import enter, owners
from assistant.naming import asked, repeated, wrong_references
from assistant.page import LANGUAGES, LINK, Line, Quote, frame, read_page, sentences
from assistant.phrases import find_phrase
from assistant.reply import Number
from assistant.standing import in_scope, of_another, quoted, stands
from assistant.telling import Told, misnamed, told_parts
from corpus.address import Address
from corpus.citation import Citation
from corpus.errors import CorpusError
from corpus.library import Corpus
from corpus.prose import flat
from corpus.tree import Node

_CALCULATED = re.compile(r"\s*(?:[-|*]|\d+[.)] |.*[✅❌❔])")  # the forms in which calculations are told
_FOREIGN = re.compile(  # also digits of other scripts, and characters that nobody sees
    r"https?:|www\.|javascript:|!\[|<[a-z!/]|`|(?![0-9])\d|[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Verdict:
    """What the checks found: the numerals entered, and every reason to hold the answer back."""

    numbers: tuple[Number, ...]
    failures: tuple[str, ...]

    @property
    def proven(self) -> bool:
        """Whether the answer may leave."""
        return not self.failures


def verify(
    text: str,
    citations: Sequence[Citation],
    calculations: Sequence[Calculation],
    questions: Sequence[str],
    corpus: Corpus,
    own: Sequence[str] = (),
    scope: Sequence[str] = (),
    refusals: Sequence[str] = (),
    corrections: Sequence[str] = (),
) -> Verdict:
    """Check an answer: citations exist and quote word for word, each line is proven, numerals are owned.

    `own` are fixed sentences of the assistant itself (a greeting's example, which Pasal exist) that claim no rule.
    `scope` are the only regulations that may answer; a rule of another position's regulation is refused.
    `refusals` are the assistant's sentences on a fact that cannot be; their numerals need owners like all others.
    `corrections` are its fixed sentences on what is wrongly taken for granted, in the law's language; they must agree
    with what is quoted, and may be shown in English.
    """
    cited = tuple(dict.fromkeys((*citations, *(c for each in calculations for c in each.citations))))
    lines, quotes = read_page(text)
    fixed = (*own, *refusals)
    told = told_parts(text, calculations)
    free = _unexplained(lines, told, fixed)
    numbers, orphans = enter(text, owners(citations, calculations, questions), _names(cited, calculations, own, corpus))
    failures = [
        *(f"kutipan tidak sesuai naskah: {c.label}" for c in cited if not stands(c, corpus)),
        *(f"aturan jabatan lain: {c.label}" for c in cited if not in_scope(c, scope, corpus)),
        *(f"aturan jabatan lain: {c.label}" for each in calculations for c in of_another(each, corpus)),
        *(f"kutipan tanpa sumber: {q.words[:120]!r}" for q in quotes if not quoted(q, cited)),
        *(f"tautan asing: {found}" for found in _foreign(text, lines, cited, fixed)),
        *wrong_references(lines, free, cited, (*own, *repeated(calculations))),
        *(f"perhitungan di bawah nama lain: {name}" for name in misnamed(lines, told)),
        *(why for line in free for why in _unproven(line, quotes, cited, calculations, corrections, corpus)),
        *(f"angka tanpa pemilik: {numeral}" for numeral in orphans),
    ]
    return Verdict(numbers, tuple(dict.fromkeys(failures)))


def _foreign(text: str, lines: Sequence[Line], cited: Sequence[Citation], own: Sequence[str]) -> Iterator[str]:
    """Links that are not citations, and markup that the assistant does not write."""
    known = {(c.label, c.address.url) for c in cited}
    fixed = {part for words in own for part in words.splitlines()}
    for line in lines:
        yield from (m[0] for m in LINK.finditer(line.text) if (m[1], m[2]) not in known)
        if line.text not in fixed:
            yield from (m[0] for m in _FOREIGN.finditer(LINK.sub("", line.text)))


def _unexplained(lines: Sequence[Line], told: Sequence[Told], own: Sequence[str]) -> tuple[Line, ...]:
    """The lines that are neither a calculation's, told whole, nor fixed sentences of the assistant."""
    fixed = {line for words in own for line in words.splitlines()}
    return tuple(
        line
        for line in lines
        if line.text not in fixed and not line.bare_link and not any(t.start <= line.start < t.end for t in told)
    )


def _unproven(
    line: Line,
    quotes: Sequence[Quote],
    cited: Sequence[Citation],
    calculations: Sequence[Calculation],
    corrections: Sequence[str],
    corpus: Corpus,
) -> Iterator[str]:
    """Why a line that is not fixed may not stand."""
    found = frame(line, ("both_same", "both_differ", "also", "according", "nearest", "corrected"))
    if found is not None and found.name in ("both_same", "both_differ"):
        yield from [f"kalimat tanpa bukti: {found.rest}"] if found.rest else []
    elif found is not None and found.name == "also":
        rest = LINK.sub("", found.slot).replace(";", "").strip()
        yield from [f"kalimat tanpa bukti: {rest}"] if rest else []
    elif found is not None and found.name in ("according", "nearest"):
        yield from _foreign_words(found.slot, found.rest, cited, corpus)
    elif calculations and _CALCULATED.match(line.text):
        yield f"baris bukan dari perhitungan: {line.text[:120]!r}"
    else:
        corrected = found is not None
        if "**" in line.text:  # bold names stand in fixed sentences only
            yield f"bukan kalimat asisten: {line.text[:120]!r}"
        said = original(found.slot, corrections, "corrections") if found is not None else line.text
        if found is not None and said is None:
            yield f"pelurusan yang bukan dari asisten: {found.slot[:120]!r}"
        if any(repeats(LINK.sub("", line.text), c.quote) for c in _named_in(line, cited)):
            return
        near = _near(line, quotes, cited)
        for sentence in sentences(Line(said or line.text, line.start)):
            named = _named_in(sentence, cited) or _named_in(line, cited)
            evidence = Evidence(named, near, tuple(calculations), corrected)
            yield from doubts(sentence.text, evidence)


def _named_in(line: Line, cited: Sequence[Citation]) -> tuple[Citation, ...]:
    return tuple(c for c in cited if c.label in line.labels or c.label in line.text)


def _foreign_words(label: str, said: str, cited: Sequence[Citation], corpus: Corpus) -> Iterator[str]:
    """What a provision is said to say must be its words: a part of them, or one item after its lead."""
    speakers = [c for c in cited if c.label == label.strip("*")]
    if not speakers:
        yield f"rujukan tanpa sumber: {label}"
    elif said and not any(_says(c, flat(said), corpus) for c in speakers):
        yield f"bukan bunyi {label}: {said[:120]!r}"


def _says(citation: Citation, said: str, corpus: Corpus) -> bool:
    try:
        node = corpus.node(citation.address)
    except CorpusError:
        return False
    told = {flat(words) for words in (*_tellings(node, ""), *_tellings(node, _lead(citation.address, corpus)))}
    return said in told | {sentence_of(words) for words in told} or said == flat(citation.quote)


def _tellings(node: Node, lead: str) -> Iterator[str]:
    """What a provision and each part of it say: alone, and after all the words that open the lists they stand in."""
    for words in (node.text, node.words):
        yield from (words, f"{lead} {words}")
    for child in node.children:
        yield from _tellings(child, f"{lead} {node.text}")


def _lead(address: Address, corpus: Corpus) -> str:
    """The words of its own Pasal or Lampiran that lead to a provision: those that open the lists it stands in."""
    above, words = address.parent, ""
    while above is not None and (above.pasal is not None or above.lampiran is not None):
        with suppress(CorpusError):  # not every part that a table's row is named after is a provision itself
            words = f"{corpus.node(above).text} {words}"
        above = above.parent
    return words


def _near(line: Line, quotes: Sequence[Quote], cited: Sequence[Citation]) -> tuple[Citation, ...]:
    """The provision quoted next after a line, else the one before it."""
    later = [q for q in quotes if q.start > line.start]
    quote = later[0] if later else (quotes[-1] if quotes else None)
    return tuple(c for c in cited if quote is not None and flat(c.quote) == quote.words)


def _names(
    cited: Sequence[Citation], calculations: Sequence[Calculation], own: Sequence[str], corpus: Corpus
) -> list[str]:
    """Fixed words whose digits count nothing: labels, regulations, topics, and the questions of the vocabulary."""
    names = [name for c in cited for name in (c.label, c.address.place)]
    names += [line for words in own for line in words.splitlines()]
    names += [words for c in calculations for m in c.missing for words in asked(m)]
    names += [
        t for c in calculations for language in LANGUAGES if (t := find_phrase(language, "tools", c.tool, "topic"))
    ]
    return names + [name for r in corpus.regulations.values() for name in (r.title, r.short)]
