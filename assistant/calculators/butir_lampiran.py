"""The items of Lampiran I outside the main activities: short names from YAML, credits and hour classes from the table."""

import re
from dataclasses import dataclass
from decimal import Decimal

from assistant.calculators.draft import Draft
from assistant.calculators.law import Law
from assistant.facts import Jabatan
from assistant.wording import Wordings
from corpus.address import Address
from corpus.number_words import find_numbers, read_digits
from corpus.tree import Node

_NAME_CELLS = ("penunjang", "sub_unsur", "kegiatan", "butir", "satuan_hasil")


@dataclass(frozen=True)
class HourClass:
    """One class of course hours as its row words it: "lamanya antara 81-160 jam"."""

    words: str
    credits: Decimal
    address: Address

    def holds(self, hours: Decimal) -> bool:
        """Whether a course of so many hours falls in this class, ends as worded."""
        numbers = [found.value for found in find_numbers(self.words)]
        if "lebih dari" in self.words:
            return hours > numbers[0]
        if "kurang dari" in self.words:
            return hours < numbers[0]
        return numbers[0] <= hours <= numbers[-1]


@dataclass(frozen=True)
class Butir:
    """One item: so many credits per result, or a percentage of what the next rank needs, or by hours."""

    key: str
    name: str
    address: Address
    credits: Decimal | None = None
    percent: Decimal | None = None
    classes: tuple[HourClass, ...] = ()


@dataclass(frozen=True)
class Katalog:
    """All items of one family for one position, findable by short name and by wording."""

    rows: tuple[Butir, ...]
    wordings: Wordings

    def find(self, told: str) -> tuple[tuple[Butir, ...], bool]:
        """The items meant, and whether they fit (False: only the nearest ones)."""
        key = re.sub(r"[\s-]+", "_", told.strip().lower())
        named = tuple(row for row in self.rows if row.key == key)
        if named:
            return named, True
        fit = self.wordings.fit(told)
        return tuple(self.rows[at] for at in fit.fitting or fit.nearest), bool(fit.fitting)


_LISTS: dict[tuple[str, str, str], Katalog] = {}


def katalog(law: Law, family: str, jabatan: Jabatan) -> Katalog:
    """The items of a family, read once for each state of the corpus."""
    at = (law.corpus.hash, family, jabatan)
    if at not in _LISTS:
        values = law.values(family)
        entries = [values.get("butir", key) for key in values.keys("butir") if key.startswith(f"{jabatan} ")]
        rows = tuple(_read(law, entry.text, entry.address) for entry in entries if entry.address)
        names = [f"{row.key.replace('_', ' ')} {_full_name(law, row.address)}" for row in rows]
        _LISTS[at] = Katalog(rows, Wordings(names))
    return _LISTS[at]


def pick_butir(draft: Draft, law: Law, family: str, jabatan: Jabatan, told: str, field: str) -> Butir | None:
    """The one item meant; None, with the choices asked on the draft, where several or none fit."""
    rows, fits = katalog(law, family, jabatan).find(told)
    if fits and len(rows) == 1:
        return rows[0]
    choices = "; ".join(f"{row.key.replace('_', ' ')} ({row.name})" for row in rows)
    if fits:
        draft.ask(field, f"“{told}” cocok dengan beberapa butir. Yang mana: {choices}?", rows[0].address)
    elif rows:
        question = f"“{told}” tidak saya temukan dalam Lampiran I. Apakah salah satu dari ini: {choices}?"
        draft.ask(field, question, rows[0].address)
    else:
        names = ", ".join(row.key.replace("_", " ") for row in katalog(law, family, jabatan).rows)
        draft.ask(field, f"“{told}” tidak saya temukan dalam Lampiran I. Yang ada: {names}.")
    return None


def _read(law: Law, key: str, address: Address) -> Butir:
    node = law.corpus.node(address)
    cells = dict(node.cells)
    shown = cells.get("angka_kredit_bacaan") or cells.get("angka_kredit") or ""
    percent = find_numbers(shown)[0].value if "%" in shown else None
    credits = None if percent is not None else read_digits(shown)
    name = cells.get("butir") or cells.get("kegiatan") or cells.get("sub_unsur") or key
    return Butir(key, name.rstrip(" .;:"), address, credits, percent, _classes(node))


def _classes(node: Node) -> tuple[HourClass, ...]:
    found = []
    for row in node.children:
        cells = dict(row.cells)
        credits = read_digits(cells.get("angka_kredit", ""))
        if row.address is not None and credits is not None and "jam" in cells.get("butir", ""):
            found.append(HourClass(cells["butir"], credits, row.address))
    return tuple(found)


def _full_name(law: Law, address: Address) -> str:
    """The wording of an item with that of the items it stands under."""
    words: list[str] = []
    step: Address | None = address
    while step is not None and len(step.trail) > 1:
        cells = dict(law.corpus.node(step).cells)
        words.extend(cells[name] for name in _NAME_CELLS if name in cells)
        step = step.parent
    return " ".join(words)
