"""The conditions of a calculation for people: what decides first, a long list cut to what matters, the rest named in a sentence."""

from collections.abc import Sequence
from itertools import groupby

from assistant.calculation import Calculation, Requirement, Status
from assistant.english import in_english
from assistant.phrases import phrase
from assistant.source import link
from corpus.citation import Citation
from corpus.prose import listed

MARKS = {"terpenuhi": "✅", "belum": "❌", "tidak_diketahui": "❔"}
SHOWN_AT_MOST = 8  # conditions printed one by one; a list that is longer by two or less is printed whole
SPARE = 2
RULES_AT_MOST = 14  # where nothing is known of the person, the list itself is the answer: more of it is printed
_ORDER: tuple[Status, ...] = ("belum", "terpenuhi", "tidak_diketahui")


def only_rules(calculation: Calculation) -> bool:
    """Whether no condition could be held against the person: what is told is the rule alone."""
    return bool(calculation.requirements) and all(r.status == "tidak_diketahui" for r in calculation.requirements)


def say_checklist(calculation: Calculation, language: str) -> str:
    """The conditions, those not met first; of a long list the deciding ones, and where the others stand."""
    if not calculation.requirements:
        return ""
    shown = shown_conditions(calculation.requirements)
    bare = only_rules(calculation)
    lines = [_line(r, language, bare) for r in shown]
    head = [] if bare else [phrase(language, "checklist"), ""]
    folded = [r for r in calculation.requirements if r not in shown]
    return "\n\n".join(("\n".join((*head, *lines)), *_folded(folded, language, bare)))


def shown_conditions(requirements: Sequence[Requirement]) -> tuple[Requirement, ...]:
    """The conditions worth a line of their own: all of a short list, else those not met, then those asked about."""
    ranked = sorted(requirements, key=lambda r: _ORDER.index(r.status))
    bare = all(r.status == "tidak_diketahui" for r in ranked)
    if len(ranked) <= (RULES_AT_MOST if bare else SHOWN_AT_MOST + SPARE):
        return tuple(ranked)
    failed = [r for r in ranked if r.status == "belum"]
    met = [r for r in ranked if r.status == "terpenuhi"]
    room = max(0, SHOWN_AT_MOST - len(failed))
    # What is not known changes nothing any more where a condition has failed.
    open_ = [r for r in ranked if r.status == "tidak_diketahui"] if not failed else []
    asked = open_[: max(room - len(met), room // 2)]
    kept = [*failed, *met[: room - len(asked)], *asked]
    return tuple(r for r in ranked if r in kept)


def _line(requirement: Requirement, language: str, bare: bool) -> str:
    text = requirement.text if language == "id" else in_english(requirement.text)
    source = link(requirement.citation)
    if bare:
        return f"- {text or requirement.text}: {source}"
    mark = MARKS[requirement.status]
    if text is None:  # no English for it: the mark tells the status, and the line keeps to one language
        return f"- {mark} {requirement.text}: {source}"
    return f"- {mark} {text} ({phrase(language, 'status', requirement.status)}): {source}"


def _folded(requirements: Sequence[Requirement], language: str, bare: bool) -> tuple[str, ...]:
    """The conditions that are not printed: for each status, where they stand."""
    said = []
    for status in _ORDER:
        same = [r for r in requirements if r.status == status]
        if same:
            places = _places([r.citation for r in same], language)
            said.append(phrase(language, "folded", "rules" if bare else status, places=places))
    return tuple(said)


def _places(citations: Sequence[Citation], language: str) -> str:
    """The Pasal that hold some citations, regulation by regulation: "Pasal 28, Pasal 29, dan Pasal 31 Permen PUPR 2/2023"."""
    named = [(_regulation(c), _pasal(c)) for c in citations]
    parts = []
    for regulation, group in groupby(dict.fromkeys(named), key=lambda pair: pair[0]):
        pasals = [pasal for _, pasal in group]
        parts.append(f"{listed(pasals, phrase(language, 'and'), comma=True)} {regulation}")
    return "; ".join(parts)


def _pasal(citation: Citation) -> str:
    at = citation.address
    return f"Pasal {at.pasal}" if at.pasal is not None else f"Lampiran {at.lampiran}"


def _regulation(citation: Citation) -> str:
    """The regulation's short name: what a label holds after the place."""
    return citation.label.removeprefix(citation.address.place).strip()
