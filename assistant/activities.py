"""All the activities of one level, from the table that lists them: each as a link with its name."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from assistant.contrast import level_named
from assistant.draft import Draft
from assistant.facts import fact_words
from assistant.phrases import phrase
from assistant.reading import Part
from assistant.source import link
from corpus.data import load_yaml
from corpus.library import Corpus
from corpus.tree import Node

_WORD = re.compile(r"[\w-]+")
_LEVEL, _POSITION = "jenjang", "jabatan"


def activities(part: Part, language: str, corpus: Corpus) -> Draft | None:
    """The activities of the level that a question names; None where it asks for something else."""
    words, asked = _words(), " ".join(("", *_WORD.findall(part.text.lower()), ""))
    told = {_LEVEL: level_named(part.text), **{fact.field: fact.value for fact in part.facts}}
    regulation = _regulation(part, told, corpus)
    elsewhere = any(address.lampiran is None for address in part.provisions)
    if regulation is None or told[_LEVEL] is None or elsewhere or not _has(asked, words["asked"]):
        return None
    if _has(asked, words["unless"]):
        return None
    table = corpus.find(words["place"], regulation)
    if table.address is None:
        return None
    name = fact_words()[_LEVEL].choices[told[_LEVEL]]
    rows = [(node, _named(node)) for node in _rows(table, name.split()[-1])]
    cited = [corpus.cite(node.address, said) for node, said in rows if node.address is not None and said]
    if not cited:
        return None
    lead = phrase(language, "activities", level=name, count=str(len(cited)), link=link(corpus.cite(table.address)))
    lines = [f"{link(citation)}: {citation.quote}" for citation in cited]
    return Draft("clause", "\n\n".join((lead, *lines)), (*cited, corpus.cite(table.address)), own=(lead,))


def _regulation(part: Part, told: Mapping[str, Any], corpus: Corpus) -> str | None:
    """The regulation of the position that is meant."""
    named = {address.regulation for address in part.provisions} | set(part.regulations)
    fitting = [
        r.id
        for r in corpus.regulations.values()
        if r.jabatan is not None and (r.jabatan == told.get(_POSITION) or (_POSITION not in told and r.id in named))
    ]
    return fitting[0] if len(fitting) == 1 else None


def _rows(table: Node, level: str) -> list[Node]:
    """The rows of the main activities, which stand first, that a level carries out."""
    main = next((node for node in table.children if node.kind == "bagian_lampiran"), table)
    return [n for n in main.walk() if n.kind == "baris" and dict(n.cells).get(_words()["level"]) == level]


def _has(asked: str, phrases: Sequence[str]) -> bool:
    return any(f" {phrase} " in asked for phrase in phrases)


def _named(node: Node) -> str:
    cells = dict(node.cells)
    return next((cells[key] for key in _words()["name"] if cells.get(key)), "")


@cache
def _words() -> Mapping[str, Any]:
    raw: dict[str, Any] = load_yaml(Path(__file__).parent / "activities.yaml")
    return raw
