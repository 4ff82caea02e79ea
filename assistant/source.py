"""A provision in markdown: the link to its place, and its words as a quote."""

from corpus.citation import Citation

SHORT = 400  # characters of a provision that is cited whole: a fragment of it would read as torn


def link(citation: Citation) -> str:
    """A citation as a markdown link to its place in the reader."""
    return f"[{citation.label}]({citation.address.url})"


def quote(citation: Citation) -> str:
    """The provision's words as a markdown quote, line by line."""
    return "\n".join(f"> {line}".rstrip() for line in citation.quote.splitlines())
