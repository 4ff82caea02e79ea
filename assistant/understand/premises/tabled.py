"""What a message states of the tables: which level a rank belongs to, and how many credits the next rank needs."""

from collections.abc import Iterator, Sequence

from assistant.calculators.jenjang import JABATAN_NAMES, jenjang_name, levels, next_golongan
from assistant.calculators.law import Law, values_of
from assistant.calculators.pangkat import needed_credits
from assistant.errors import ValueMissing
from assistant.understand.language.text import Text
from assistant.understand.premises.asserted import (
    Clause,
    Nods,
    clause_of,
    clauses,
    is_own,
    is_said,
    is_stated,
    load_asserted,
)
from assistant.understand.premises.premises import Correction
from assistant.understand.quantities.amount import Amount
from assistant.understand.quantities.golongan import read_golongan

_POSITIONS = ("negosiator", "pengawas")


def mislevelled(text: Text, law: Law, jabatan: object, nods: Nods) -> Iterator[Correction]:
    """The level of each rank that a message says to belong to another one: "III/d itu sudah ahli madya"."""
    words = load_asserted()
    for clause in clauses(text):
        told = [(name, start) for name, start, _ in read_golongan(text) if _within(text, clause, start)]
        linked = clause.text.has(*words["linking"]) or clause.text.has(*nods.markers)
        ending = clause.text.has(*words["ending"])
        if (
            not told
            or not (linked or ending)
            or not is_said(text, clause, nods)
            or is_own(clause)
            or clause.text.has(*words["moving"])
        ):
            continue
        for name, start in told:
            before = Text(text.raw, tuple(word for word in clause.text.words if word.start < start))
            if linked:
                yield from _wrong_level(law, clause.text, jabatan, name)
            yield from _wrong_top(law, before, jabatan, name)


def _wrong_top(law: Law, before: Text, jabatan: object, golongan: str) -> Iterator[Correction]:
    """The highest rank of a level that a message says to end at another: "ahli madya cuma sampai IV/b"."""
    if not before.has(*load_asserted()["ending"]) or before.has(*load_asserted()["beginning"]):
        return
    table = values_of("jenjang")
    for position in _positions(jabatan):
        named = [level for level in levels(law, position) if before.has(jenjang_name(level).casefold())]
        ranks = [key for key in table.keys("golongan") if key.startswith(f"{position} ")]
        entries = [entry for key in ranks if (entry := table.find("golongan", *key.split(" "))) and entry.text in named]
        address = entries[-1].address if entries else None
        if len(named) != 1 or address is None:
            continue
        held, top = [entry.key.split(" ")[1] for entry in entries], entries[-1]
        if golongan in held[:-1]:
            name = f"{JABATAN_NAMES[position]} {jenjang_name(top.text)}"
            yield Correction(f"Golongan ruang tertinggi {name} adalah {held[-1]}.", address.parent or address)
        return


def _wrong_level(law: Law, said: Text, jabatan: object, golongan: str) -> Iterator[Correction]:
    for position in _positions(jabatan):
        entry = values_of("jenjang").find("golongan", position, golongan)
        named = [level for level in levels(law, position) if said.has(jenjang_name(level).casefold())]
        if entry is None or entry.address is None or not named or entry.text in named:
            continue
        place = entry.address.parent or entry.address
        name = f"{JABATAN_NAMES[position]} {jenjang_name(entry.text)}"
        yield Correction(f"Golongan ruang {golongan} termasuk {name}.", place)
        return


def miscounted(text: Text, amounts: Sequence[Amount], law: Law, jabatan: object, nods: Nods) -> Iterator[Correction]:
    """The credits that a rise in rank needs where a message states others: "dari III/d ke IV/a butuh 150 AK"."""
    words = load_asserted()
    for amount in amounts:
        clause = clause_of(text, amount.first)
        if (
            clause is None
            or amount.unit not in ("", "angka kredit")
            or amount.is_year
            or not is_stated(text, amount, nods)
        ):
            continue
        told = [(name, start) for name, start, _ in read_golongan(text) if _within(text, clause, start)]
        if not clause.text.has(*words["credits"]) or clause.text.has(*words["not_rank"]) or not 1 <= len(told) <= 2:
            continue
        for position in _positions(jabatan):
            risen = _rise(law, position, [name for name, _ in told])
            if risen is None:
                break
            try:
                needed = needed_credits(law, position, risen)
            except ValueMissing:
                break
            printed = risen in needed.citation.quote and str(needed.amount) in needed.citation.quote
            if needed.amount != amount.value and printed:
                yield Correction(
                    f"Dari golongan ruang {risen}, kenaikan pangkat berikutnya membutuhkan {needed.amount} angka kredit.",
                    needed.citation.address,
                )
            break


def _rise(law: Law, jabatan: str, told: Sequence[str]) -> str | None:
    """The rank that a rise begins at: of two that follow each other the first, of one the rank before it."""
    known = [g for g in values_of("jenjang").keys("golongan") if g.startswith(f"{jabatan} ")]
    ranks = [key.split(" ")[1] for key in known]
    if len(told) == 2:
        follows = told[0] in ranks and next_golongan(law, jabatan, told[0]) == told[1]
        return told[0] if follows else None
    return next((rank for rank in ranks if next_golongan(law, jabatan, rank) == told[0]), None)


def _positions(jabatan: object) -> tuple[str, ...]:
    return (jabatan,) if isinstance(jabatan, str) and jabatan in _POSITIONS else _POSITIONS


def _within(text: Text, clause: Clause, start: int) -> bool:
    first, last = text.span(clause.first, clause.last)
    return first <= start < last
