"""A provision in markdown: the link to its place, and its words as a quote or a sentence."""

import re

from corpus.citation import Citation

# How an item of a list ends where another follows: no end of a sentence of its own.
_LIST_END = re.compile(r"[;,.:]?(?: (?:dan/atau|dan|atau))?[;,.:]?$")
LONG_PROVISION = 6000  # characters; a longer provision (a whole attachment) is told by its parts, not printed
LONG_QUOTE = 900  # characters; a longer provision is linked, not printed, below a checklist
FEW = 3  # items of a list that are told one by one; more are told by the list
SHORT = 400  # characters of a provision that is cited whole: a fragment of it would read as torn


def link(citation: Citation) -> str:
    """A citation as a markdown link to its place in the reader."""
    return f"[{citation.label}]({citation.address.url})"


def quote(citation: Citation) -> str:
    """The provision's words as a markdown quote, line by line."""
    return "\n".join(f"> {line}".rstrip() for line in citation.quote.splitlines())


def sentence_of(words: str) -> str:
    """The words of a list's item as a sentence: without the "; dan" that leads to the next."""
    return _LIST_END.sub("", words)
