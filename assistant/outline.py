"""A provision too long to be shown: its parts, each as a link with the words it opens with."""

from assistant.draft import Draft
from assistant.notices import notices
from assistant.phrases import phrase
from assistant.source import link
from corpus.address import Address
from corpus.citation import Citation
from corpus.library import Corpus
from corpus.prose import flat
from corpus.tree import Node

ROOM = 4000  # characters that the opening words of all parts may take
FEWEST = 60  # characters of each part's opening words at least, where there are many
MOST_PARTS = 60
GOES_ON = " …"
_PARTS = ("ayat", "huruf", "angka", "bagian_lampiran")


def outline(citation: Citation, language: str, corpus: Corpus) -> Draft | None:
    """The parts of a long provision in their order; None where it has none, or too many."""
    whole = corpus.node(citation.address)
    parts = [(node, node.address) for node in whole.children if node.kind in _PARTS and node.address is not None]
    if not 0 < len(parts) <= MOST_PARTS:
        return None
    room = max(FEWEST, ROOM // len(parts))
    said = [_part(node, address, room, corpus) for node, address in parts]
    head = [phrase(language, "outline", link=link(citation))]
    if whole.title:
        head.append(f"{link(citation)}: {whole.title}")
    headings = [line for (line, _), (node, _) in zip(said, parts, strict=True) if node.title]
    return Draft(
        "clause",
        "\n\n".join((*head, *(line for line, _ in said))),
        (citation, *(cited for _, cited in said)),
        warnings=notices((citation,), corpus),
        own=(*head, *headings),
    )


def _part(node: Node, address: Address, room: int, corpus: Corpus) -> tuple[str, Citation]:
    """One part: its heading, which is not among its words; else its own words, as far as there is room."""
    whole = corpus.cite(address)
    if node.title:
        return f"{link(whole)}: {node.title}", whole
    words, opening = flat(whole.quote), _opening(node, room)
    return f"{link(whole)}: {opening}{'' if opening == words else GOES_ON}", corpus.cite(address, opening)


def _opening(node: Node, room: int) -> str:
    """The words of a part where they are short, else those before its list, else as many as there is room for."""
    for words in (flat(node.words), flat(node.text)):
        if 0 < len(words) <= room:
            return words
    return flat(node.words)[:room].rsplit(" ", 1)[0]
