"""The last gate: nothing leaves that is not proven. Checks text and evidence, knows nothing of how they came about.

A line of an answer is one of five things: a quote, which must be the whole of a citation and stand under its name; a
line of a calculation, exactly as that calculation is told; a fixed sentence of the assistant; the words of the
provision it names; or a claim, which must name its provision, take its numerals from the very clause it speaks of, and
deny only what that clause denies.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.calculation import Calculation
from assistant.claim import Evidence, doubts
from assistant.clauses import polarity_of, repeats
from assistant.compose import say_calculation, sentence_of, show
from assistant.facts import fact_words
from assistant.ledger import enter, figures_of, owners
from assistant.page import LANGUAGES, LINK, Line, Quote, frame, read_page, sentences
from assistant.phrases import find_phrase
from assistant.reply import Number
from corpus.citation import Citation
from corpus.errors import CorpusError
from corpus.library import Corpus

LEAD = 2  # words before a reference that must be repeated with it
_CALCULATED = re.compile(r"\s*(?:[-|*]|\d+[.)] |.*[✅❌❔])")  # the forms in which calculations are told
_FOREIGN = re.compile(r"https?:|www\.|javascript:|!\[|<[a-z!/]|`", re.IGNORECASE)
# In a calculation's own line only a whole provision counts; in a claim any way to write one.
_PROVISION = re.compile(r"\b(?:Pasal \d+|Lampiran [IVX]+)(?: (?:ayat \(\d+\)|huruf [a-zA-Z]\b|angka \d+))*")
_REFERENCE = re.compile(
    r"\b(?:(?:pasal|psl|ps|article|art|lampiran|annex|bab|chapter)\b\.? *(?:\d+|[ivx]+\b|[a-z]+(?= ayat\b)))"
    r"(?:,? *(?:ayat|paragraph) *\(?\d+\)?|,? *(?:huruf|letter) *[a-z]{1,2}\b|,? *(?:angka|nomor) *\d+)*"
    r"|\bayat *\(\d+\)|\bhuruf [a-z]\b",
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
) -> Verdict:
    """Check an answer: citations exist and quote word for word, each line is proven, numerals are owned.

    `own` are fixed sentences of the assistant itself (a greeting's example, which Pasal exist) that claim no rule.
    `scope` are the only regulations that may answer; a rule of another position's regulation is refused.
    """
    cited = tuple(dict.fromkeys((*citations, *(c for each in calculations for c in each.citations))))
    lines, quotes = read_page(text)
    free = _unexplained(lines, calculations, own)
    numbers, orphans = enter(text, owners(citations, calculations, questions), _names(cited, calculations, own, corpus))
    failures = [
        *(f"kutipan tidak sesuai naskah: {c.label}" for c in cited if not _stands(c, corpus)),
        *(f"aturan jabatan lain: {c.label}" for c in cited if not _in_scope(c, scope, corpus)),
        *(f"aturan jabatan lain: {c.label}" for each in calculations for c in _of_another(each, corpus)),
        *(f"kutipan tanpa sumber: {q.words[:120]!r}" for q in quotes if not _quoted(q, cited)),
        *(f"tautan asing: {found}" for found in _foreign(text, lines, cited, own)),
        *_references(lines, free, cited, (*own, *_repeated(calculations))),
        *(why for line in free for why in _unproven(line, quotes, cited, calculations, questions, corpus)),
        *(f"angka tanpa pemilik: {numeral}" for numeral in orphans),
    ]
    return Verdict(numbers, tuple(dict.fromkeys(failures)))


def _stands(citation: Citation, corpus: Corpus) -> bool:
    """Whether label, address and words belong together; a part of a provision must not lose the "tidak" before it."""
    if citation.label != corpus.label(citation.address):
        return False
    try:
        words = _flat(corpus.node(citation.address).words)
    except CorpusError:
        return False
    quote = _flat(citation.quote)
    if quote == words:
        return True
    found = list(re.finditer(rf"(?<!\w)(?<!\d[.,]){re.escape(quote)}(?!\w)(?![.,]\d)", words)) if quote else []
    affirmed = ["negation" not in polarity_of(_word_before(words, match.start())) for match in found]
    # A single word may stand anywhere: where it is denied once, it is not to be quoted bare.
    return any(affirmed) if " " in quote else bool(affirmed) and all(affirmed)


def _word_before(words: str, at: int) -> str:
    return words[:at].rstrip().rpartition(" ")[2]


def _in_scope(citation: Citation, scope: Sequence[str], corpus: Corpus) -> bool:
    regulation = corpus.regulations.get(citation.address.regulation)
    return not scope or citation.address.regulation in scope or regulation is None or regulation.jabatan is None


def _of_another(calculation: Calculation, corpus: Corpus) -> Iterator[Citation]:
    """The provisions a calculation for one position takes from the other position's regulation."""
    jabatan = calculation.inputs.get("jabatan")
    for citation in calculation.citations:
        regulation = corpus.regulations.get(citation.address.regulation)
        if jabatan and regulation is not None and regulation.jabatan not in (None, jabatan):
            yield citation


def _quoted(quote: Quote, cited: Sequence[Citation]) -> bool:
    """A quote is the whole of a citation that the line before it names (else the link after it), and so are both."""
    held = {c.label for c in cited if _flat(c.quote) == quote.words}
    named = [label for label in quote.before.labels if any(c.label == label for c in cited)] if quote.before else []
    after = quote.after.labels[:1] if quote.after is not None and quote.after.bare_link else ()
    if not named:
        return bool(held & set(after))
    opens_another = quote.before is not None and quote.before.bare_link
    return named[-1] in held and (opens_another or not after or after[0] in held)


def _foreign(text: str, lines: Sequence[Line], cited: Sequence[Citation], own: Sequence[str]) -> Iterator[str]:
    """Links that are not citations, and markup that the assistant does not write."""
    known = {(c.label, c.address.url) for c in cited}
    fixed = {part for words in own for part in words.splitlines()}
    for line in lines:
        yield from (m[0] for m in LINK.finditer(line.text) if (m[1], m[2]) not in known)
        if line.text not in fixed:
            yield from (m[0] for m in _FOREIGN.finditer(LINK.sub("", line.text)))


def _unexplained(lines: Sequence[Line], calculations: Sequence[Calculation], own: Sequence[str]) -> tuple[Line, ...]:
    """The lines that are neither a calculation's, exactly as it is told, nor fixed sentences of the assistant."""
    told = {line for c in calculations for language in LANGUAGES for line in say_calculation(c, language).splitlines()}
    told |= {line for words in own for line in words.splitlines()}
    return tuple(line for line in lines if line.text not in told and not line.bare_link)


def _unproven(
    line: Line,
    quotes: Sequence[Quote],
    cited: Sequence[Citation],
    calculations: Sequence[Calculation],
    questions: Sequence[str],
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
        if any(repeats(LINK.sub("", line.text), c.quote) for c in _named_in(line, cited)):
            return
        near = _near(line, quotes, cited)
        for sentence in sentences(Line(found.slot if found else line.text, line.start)):
            named = _named_in(sentence, cited) or _named_in(line, cited)
            evidence = Evidence(named, near, tuple(calculations), tuple(questions), corrected)
            yield from doubts(sentence.text, evidence)


def _named_in(line: Line, cited: Sequence[Citation]) -> tuple[Citation, ...]:
    return tuple(c for c in cited if c.label in line.labels or c.label in line.text)


def _foreign_words(label: str, said: str, cited: Sequence[Citation], corpus: Corpus) -> Iterator[str]:
    """What a provision is said to say must be its words: a part of them, or one item after its lead."""
    speakers = [c for c in cited if c.label == label.strip("*")]
    if not speakers:
        yield f"rujukan tanpa sumber: {label}"
    elif said and not any(_says(c, _flat(said), corpus) for c in speakers):
        yield f"bukan bunyi {label}: {said[:120]!r}"


def _says(citation: Citation, said: str, corpus: Corpus) -> bool:
    try:
        node = corpus.node(citation.address)
    except CorpusError:
        return False
    whole = {_flat(part) for below in node.walk() for part in (below.words, below.text)}
    items = {_flat(f"{node.text} {part}") for below in node.walk() for part in (below.text, below.words)}
    return said in whole | items | {_flat(sentence_of(words)) for words in whole | items} or said == _flat(
        citation.quote
    )


def _near(line: Line, quotes: Sequence[Quote], cited: Sequence[Citation]) -> tuple[Citation, ...]:
    """The provision quoted next after a line, else the one before it."""
    later = [q for q in quotes if q.start > line.start]
    quote = later[0] if later else (quotes[-1] if quotes else None)
    return tuple(c for c in cited if quote is not None and _flat(c.quote) == quote.words)


def _references(
    lines: Sequence[Line], free: Sequence[Line], cited: Sequence[Citation], own: Sequence[str]
) -> Iterator[str]:
    """Provisions named outside links: each must be cited, contain what is cited, or stand in a quoted text."""
    fixed = {part for words in own for part in words.splitlines()}
    labels = sorted({name for c in cited for name in (c.label, c.address.place)}, key=len, reverse=True)
    for line in lines:
        if line.text in fixed:
            continue
        bare = LINK.sub(" ", line.text)
        for label in (*labels, *(words for words in fixed if line not in free)):
            bare = bare.replace(label, " ")
        fixed_line = line not in free or frame(line, ("according", "nearest")) is not None  # these say its own words
        for match in (_PROVISION if fixed_line else _REFERENCE).finditer(bare):
            if not _named(match[0], cited, quoted=fixed_line) and not _repeats(bare[: match.end()], match[0], cited):
                yield f"rujukan tanpa sumber: {match[0]}"


def _repeats(said: str, reference: str, cited: Sequence[Citation]) -> bool:
    """Whether a reference is repeated with the words that lead up to it ("sebagaimana dimaksud pada ayat (1)")."""
    lead = _flat(said).removesuffix(_flat(reference)).split()[-LEAD:]
    wanted = " ".join((*lead, _flat(reference))).lower()
    return len(lead) == LEAD and any(wanted in _flat(c.quote).lower() for c in cited)


def _repeated(calculations: Sequence[Calculation]) -> Iterator[str]:
    """What a calculation repeats word for word: the law's words in its tables, and the questions it still asks."""
    for calculation in calculations:
        yield from (show(leaf) for leaf in figures_of(calculation) if _PROVISION.search(leaf))
        yield from (words for missing in calculation.missing for words in _asked(missing.field))


def _named(reference: str, cited: Sequence[Citation], quoted: bool) -> bool:
    """A provision may be named when it is cited or contains what is cited; in a calculation also when a quote names it."""
    wanted = re.escape(_flat(reference).lower()) + r"(?!\w)"
    held = [words for c in cited for words in ((c.label, c.quote) if quoted else (c.label,))]
    return any(re.search(wanted, _flat(words).lower()) for words in held)


def _names(
    cited: Sequence[Citation], calculations: Sequence[Calculation], own: Sequence[str], corpus: Corpus
) -> list[str]:
    """Fixed words whose digits count nothing: labels, regulations, topics, and the questions of the vocabulary."""
    names = [name for c in cited for name in (c.label, c.address.place)]
    names += [line for words in own for line in words.splitlines()]
    names += [words for c in calculations for m in c.missing for words in _asked(m.field)]
    names += [
        t for c in calculations for language in LANGUAGES if (t := find_phrase(language, "tools", c.tool, "topic"))
    ]
    return names + [name for r in corpus.regulations.values() for name in (r.title, r.short)]


def _asked(field: str) -> tuple[str, ...]:
    """The fixed questions of the vocabulary: an example in them ("misalnya III/a") claims nothing."""
    words = fact_words().get(field)
    return (words.question, words.question_en) if words else ()


def _flat(text: str) -> str:
    return " ".join(text.split())
