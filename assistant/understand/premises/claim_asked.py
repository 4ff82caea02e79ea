"""Whether what a claim speaks of is only asked, while another thing is claimed beside it: "bisa diangkat lagi? katanya formasi ada"."""

from collections.abc import Collection, Sequence

from assistant.understand.language.text import Text
from assistant.understand.premises.asserted import Clause, Nods, clauses, is_said

_NOD = 1  # words beside the one that claims in a clause that claims what another one says: "bener kah", "benar tidak"
_LONGEST = 5  # words of a clause that says no more than whose word it is
_SOURCE = "kata"  # begins a clause that says whose word it is: "kata teman kantor sebelah"


def is_only_asked(text: Text, groups: Sequence[Sequence[str]], nods: Nods, passing: Collection[str]) -> bool:
    """Whether a message asks about these words and claims elsewhere; those `passing` may stand in either clause."""
    phrases = [phrase for group in groups for phrase in group if phrase not in passing]
    marked = [clause for clause in clauses(text) if clause.text.has(*nods.markers)]
    if not marked or any(_is_nod(clause, nods) or clause.text.has(*phrases) for clause in marked):
        return False
    about = (clause for clause in clauses(text) if clause.text.has(*phrases))
    return any(not is_said(text, clause, nods) for clause in about)


def _is_nod(clause: Clause, nods: Nods) -> bool:
    """Whether a clause says no more than that something is claimed, or by whom."""
    claiming = {at for said in nods.markers for first, last in clause.text.find(said) for at in range(first, last + 1)}
    first = clause.text.words[0]
    begins = clause.text.raw[first.start : first.end].casefold() == _SOURCE  # "katanya" is read as "kata"
    return (begins and clause.text.length <= _LONGEST) or clause.text.length - len(claiming) <= _NOD
