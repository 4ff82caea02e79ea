"""From lines in reading order to the tree of a regulation.

Structure comes from the sequence of labels, never from indentation: an item belongs to the innermost open list that it
continues. A line that begins like an item but hangs on the line before ("ayat⏎(1) huruf a") is running text.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from corpus.address import Address
from corpus.draft import Draft
from corpus.labels import attachment_number, bare
from corpus.reader import Reader
from corpus.source import Line
from corpus.tree import Node

AttachmentParser = Callable[[str, str, Sequence[Line], Mapping[str, Any] | None], tuple[Node, ...]]


def parse(
    regulation: str,
    lines: Sequence[Line],
    attachment: AttachmentParser | None = None,
    tables: Mapping[str, Any] | None = None,
    titles: Mapping[str, str] | None = None,
) -> Node:
    """The tree of a regulation; never fails on a text, whatever it holds."""
    reader = Reader(regulation)
    body = 0
    while body < len(lines) and not reader.at_attachment(lines[body]):
        reader.read(lines[body])
        body += 1
    root = reader.root
    for start, end in _attachments(lines, body):
        draft = _attachment(regulation, lines[start:end], attachment or plain, tables or {})
        draft.title = (titles or {}).get(draft.address.lampiran or "", "") if draft.address else ""
        root.children.append(draft)
    return root.freeze()


def plain(regulation: str, lampiran: str, lines: Sequence[Line], data: Mapping[str, Any] | None) -> tuple[Node, ...]:
    """An attachment as running text: one node per line that holds words."""
    nodes = []
    for number, line in enumerate((line for line in lines if line.spans or line.text.strip()), 1):
        draft = Draft("teks", Address(regulation, lampiran=lampiran, trail=(("teks", str(number)),)))
        draft.add(line)
        nodes.append(draft.freeze())
    return tuple(nodes)


def _attachments(lines: Sequence[Line], body: int) -> list[tuple[int, int]]:
    starts = [body]
    number = attachment_number(lines[body]) if body < len(lines) else None
    for index in range(body + 1, len(lines)):
        found = attachment_number(lines[index])
        if found is not None and found != number:
            starts.append(index)
            number = found
    return [pair for pair in zip(starts, [*starts[1:], len(lines)], strict=True) if pair[0] < pair[1]]


def _attachment(regulation: str, lines: Sequence[Line], parser: AttachmentParser, tables: Mapping[str, Any]) -> Draft:
    number = attachment_number(lines[0]) or "I"
    draft = Draft("lampiran", Address(regulation, lampiran=number), label=bare(lines[0]), restored=lines[0].restored)
    draft.own(lines[0])
    draft.children.extend(parser(regulation, number, lines[1:], tables.get(number)))
    return draft
