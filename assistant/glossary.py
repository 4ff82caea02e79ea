"""Answer "apa itu X?" from the defined terms, before any search: the law's own definition is the best answer."""

import re
from collections.abc import Sequence

from rapidfuzz import fuzz

from corpus.address import Address
from corpus.citation import Citation
from corpus.definitions import Definition
from corpus.library import Corpus
from corpus.prose import flat

# What is asked for its meaning: "apa itu PAK", "apa yang dimaksud dengan ...", "SKP itu apa", "what does DUPAK mean".
_ASKS = (
    re.compile(
        r"\b(?:apa(?:kah)? (?:itu|sih|arti(?:nya)?|maksud(?:nya)?|pengertian|definisi|kepanjangan)"
        r"|apa yang dimaksud(?: dengan)?|(?:pengertian|definisi|kepanjangan|arti|singkatan)(?: dari| kata| istilah)?"
        r"|what(?: is|'s) meant by(?: an?| the)?|(?:meaning|definition) of(?: an?| the)?|what (?:is|are|does)(?: an?| the)?"
        r"|define(?: an?| the)?)\s+(?P<term>[^?.,!]{2,80})",
        re.IGNORECASE,
    ),
    re.compile(
        r"^(?:[a-z]+, |(?:dan|terus|trus|lalu) )?(?P<term>[^?.,!]{2,60}?) (?:(?:itu|tuh|tu) )?"
        r"(?:(?:itu|tuh|tu) apa(?:an)?(?=\W*$|[?.,!]|\s(?:sih|ya|yah|dong|kak|pak|bu|min|maksud|arti))|singkatan|(?:arti|maksud|kepanjangan|pengertian|definisi)(?:nya)?(?: tuh| itu)? apa\b)",
        re.IGNORECASE,
    ),
    re.compile(r"\bhow (?:is|are)(?: an?| the)? (?P<term>[^?.,!]{2,60}?) (?:defined|described)\b", re.IGNORECASE),
    re.compile(r"\b(?:yang|yg) dimaksud(?: dengan| dgn)? (?P<term>[^?.,!]{2,60})", re.IGNORECASE),
)
FILLER = re.compile(
    r"\b(?:itu|sih|sendiri|apa|apaan|tuh|sebenarnya|sebetulnya|emang|memang|dalam|di|menurut|pada|mean|means|stand for|stands for|under|according|as used|in the|peraturan|ya|dong)\b.*$",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"^(?:the|an?|term|istilah|kata|tahap(?:an)?|yang|yg) ", re.IGNORECASE
)  # says what kind of word is asked for
_BRACKETED = re.compile(r"(?P<own>[^()]+?) \((?P<other>[^()]+)\)")
_SUBJECT = re.compile(r"(?P<subject>[^.,;:()]{3,80}?) (?:sebagaimana dimaksud|merupakan)\b")
_EXPLAINS = re.compile(r"^[^.;:]{3,180}? merupakan (?!bagian)")
_QUOTES = "\"'“”‘’` "
SAME = 92  # likeness in percent from which a written term counts as the defined one


# Only these ask for the meaning of a term beyond doubt; "apa itu" may ask for anything.
_STRICT = re.compile(
    r"\b(?:pengertian|definisi|kepanjangan|apa yang dimaksud|what does .* mean|define)\b", re.IGNORECASE
)


def asked_term(question: str) -> str:
    """The term whose definition a question plainly asks for; "" when it asks for none."""
    return _term(question) if _STRICT.search(question) else ""


def define(question: str, corpus: Corpus, regulations: Sequence[str]) -> tuple[Citation, ...]:
    """The definitions a question asks for, one per regulation that has the term; () when it asks for none."""
    terms = _written(_term(question))
    known = [d for r in regulations or corpus.regulations for d in corpus.definitions(r)]
    found = {d.address.regulation: d for d in reversed(known) if any(_names(d, term) for term in terms)}
    found = dict(reversed(found.items())) or _begun(asked_term(question), corpus, regulations)
    return tuple(corpus.cite(d.address) for d in found.values())


def _begun(term: str, corpus: Corpus, regulations: Sequence[str]) -> dict[str, Definition]:
    """Of each regulation the only term that begins with what is asked: "negosiator" for Negosiator Perdagangan."""
    each = {r: named_by(term, corpus.definitions(r)) for r in regulations or corpus.regulations} if term else {}
    return {regulation: definition for regulation, definition in each.items() if definition is not None}


def describe(question: str, corpus: Corpus, regulations: Sequence[str]) -> tuple[Citation, ...]:
    """Where the texts explain a term that they do not define: "Identifikasi sebagaimana dimaksud ... merupakan ..."."""
    terms = _written(_term(question))
    found = (_description(terms, corpus, regulation) for regulation in (regulations or corpus.regulations) if terms)
    return tuple(corpus.cite(address) for address in found if address is not None)


def _description(terms: Sequence[str], corpus: Corpus, regulation: str) -> Address | None:
    """The one provision that begins with a term and explains it, or the only one that begins with it."""
    begun = []
    for node in corpus.regulations[regulation].root.walk():
        told = _SUBJECT.match(flat(node.text)) if node.kind in ("pasal", "ayat") and node.address else None
        if told and any(fuzz.ratio(told["subject"].lower(), term.lower()) >= SAME for term in terms):
            begun.append(node)
    explaining = [node for node in begun if _EXPLAINS.match(flat(node.text))]
    first = explaining[0] if explaining else begun[0] if len(begun) == 1 else None
    return first.address if first else None


def _written(term: str) -> tuple[str, ...]:
    """The ways in which a term may be written in the texts: as it is asked, and without what stands around it."""
    bracketed = _BRACKETED.fullmatch(term)
    said = [term, *(bracketed.groups() if bracketed else ())]
    return tuple(dict.fromkeys(way for each in said for way in (each, _BEFORE.sub("", each)) if way))


def named_by(term: str, known: Sequence[Definition]) -> Definition | None:
    """The definition of a term, or of the only one that begins with it: "negosiator" for Negosiator Perdagangan."""
    exact = [d for d in known if _names(d, term)]
    longer = [d for d in known if any(name.lower().startswith(f"{term.lower()} ") for name in d.names)]
    return exact[0] if exact else longer[0] if len(longer) == 1 else None


def _term(question: str) -> str:
    for pattern in _ASKS:
        match = pattern.search(question.strip())
        if match:
            return " ".join(FILLER.sub("", match["term"]).split()).strip(_QUOTES)
    return ""


def _names(definition: Definition, term: str) -> bool:
    initials = "".join(word[0] for word in definition.term.split() if word[0].isalpha())
    names = {part for name in definition.names for part in (name, *name.split("/"))}  # "Penyesuaian/Inpassing"
    return term.upper() == initials.upper() or any(fuzz.ratio(name.lower(), term.lower()) >= SAME for name in names)
