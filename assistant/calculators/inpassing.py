"""Penyesuaian/inpassing: the credits given on entry (Lampiran IV; Pasal 20 of 94/2020, Pasal 18 of 82/2020)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import get_args

from pydantic import Field

from assistant.calculation import Calculation
from assistant.calculators.draft import Draft
from assistant.calculators.jenjang import golongan_entry, ranks
from assistant.calculators.kalender import MONTHS_PER_YEAR, duration
from assistant.calculators.law import Law
from assistant.calculators.pangkat import regulation_of
from assistant.calculators.syarat import cite_rules, needs
from assistant.calculators.syarat_pengangkatan import DEGREES
from assistant.calculators.values import Value
from assistant.facts import Facts, Golongan, Ijazah, Jabatan, Months
from corpus.address import Address
from corpus.number_words import read_digits
from corpus.trails import trail

_COLUMN = re.compile(r"(?P<below>kurang_)?(?P<years>\d+)_tahun(?:_atau_lebih)?(?P<read>_bacaan)?")


class AngkaKreditInpassing(Facts):
    """Rank, degree and time in rank of a person who enters by inpassing."""

    jabatan: Jabatan | None = Field(None, description="Jabatan fungsional yang dituju")
    golongan: Golongan | None = Field(None, description="Golongan ruang pada saat penyesuaian")
    ijazah: Ijazah | None = Field(None, description="Ijazah yang diakui")
    masa_pangkat_bulan: Months | None = Field(None, description="Lama dalam pangkat terakhir, dalam bulan")
    inpassing_sudah_dipakai: bool | None = Field(None, description="Sudah pernah diberi angka kredit inpassing")


@dataclass(frozen=True)
class Cell:
    """One cell of Lampiran IV: credits for a degree and completed years in rank."""

    credits: Decimal
    years: int
    address: Address
    next_rank: str | None


def angka_kredit_inpassing(facts: AngkaKreditInpassing, law: Law) -> Calculation:
    """Menunjukkan angka kredit yang diberikan pada penyesuaian/inpassing menurut golongan, ijazah, dan masa pangkat."""
    draft = Draft("angka_kredit_inpassing", facts, law)
    if needs(draft, facts, "jabatan", "golongan") or facts.jabatan is None or facts.golongan is None:
        return draft.finish(verdict="tidak_dapat_ditentukan") if facts.jabatan is None else _by_rank(draft, law, facts)
    values = law.values("inpassing")
    barred = _barred(draft, law, facts, facts.jabatan, facts.golongan)
    _require_first_use(draft, law, facts)
    if barred:
        return draft.finish(result={"angka_kredit": "tidak_diatur"})
    cells = _cells(law, facts.jabatan, facts.golongan, facts.ijazah)
    if not cells:
        return _no_cell(draft, law, facts.jabatan, facts.golongan, facts.ijazah)
    if facts.masa_pangkat_bulan is not None:
        cells = _column(cells, facts.masa_pangkat_bulan // MONTHS_PER_YEAR)
    if len({cell.credits for cell in cells}) > 1:
        for name in ("ijazah", "masa_pangkat_bulan"):
            if getattr(facts, name) is None:
                draft.need(name, cells[0].address)
        return draft.finish(verdict="tidak_dapat_ditentukan")
    draft.cite(values.get("pemberian", facts.jabatan))
    _show_cell(draft, facts, cells[0])
    warn_promotion_first(draft, law, facts.jabatan)
    return draft.finish(result={"angka_kredit": cells[0].credits, "ak_kenaikan_pangkat_berikutnya": cells[0].next_rank})


def _by_rank(draft: Draft, law: Law, facts: AngkaKreditInpassing) -> Calculation:
    """What each rank of the position may be given, as far as degree and time in rank narrow it down."""
    assert facts.jabatan is not None
    cite_rules(draft, law.values("inpassing"), ("pemberian", "satu_kali"), facts.jabatan)
    _require_first_use(draft, law, facts)
    if facts.inpassing_sudah_dipakai:
        return draft.finish(result={"angka_kredit": "tidak_diatur"})
    table = []
    for golongan in get_args(Golongan):
        if golongan not in ranks(law, facts.jabatan) or below_lowest(law, facts.jabatan, golongan):
            continue
        cells = _cells(law, facts.jabatan, golongan, facts.ijazah)
        if cells and facts.masa_pangkat_bulan is not None:
            cells = _column(cells, facts.masa_pangkat_bulan // MONTHS_PER_YEAR)
        if cells:
            draft.cite(cells[0].address)
            span = sorted(cell.credits for cell in cells)
            table.append({"golongan": golongan, "paling_sedikit": span[0], "paling_banyak": span[-1]})
    return draft.finish(verdict="tidak_dapat_ditentukan", result={"angka_kredit_per_golongan": table})


def below_lowest(law: Law, jabatan: Jabatan, golongan: Golongan) -> bool:
    """Whether a rank is too low for inpassing; raises InputError for one above the position."""
    order = get_args(Golongan)
    if order.index(golongan) < order.index(lowest_rank(law, jabatan).text):
        return True
    golongan_entry(law, jabatan, golongan)
    return False


def lowest_rank(law: Law, jabatan: Jabatan) -> Value:
    """The lowest rank that may be proposed."""
    return law.values("syarat_uji_kompetensi").get("pangkat_terendah", jabatan, "inpassing")


def warn_promotion_first(draft: Draft, law: Law, jabatan: Jabatan) -> None:
    """Who is due for a higher rank gets it first, and enters with it."""
    rule = law.values("inpassing").find("pangkat_dahulu", jabatan)
    if rule is not None:
        draft.warn(
            "pangkat_dahulu",
            "Bila sudah dapat dipertimbangkan naik pangkat, kenaikan pangkatnya didahulukan, lalu inpassing memakai pangkat "
            "yang baru.",
            rule,
        )


def _barred(draft: Draft, law: Law, facts: AngkaKreditInpassing, jabatan: Jabatan, golongan: Golongan) -> bool:
    """Rank or degree too low for inpassing at all."""
    degree = law.values("syarat_pengangkatan").get("ijazah", jabatan, "inpassing")
    if below_lowest(law, jabatan, golongan):
        lowest = lowest_rank(law, jabatan)
        draft.require(f"Golongan {golongan}, disyaratkan paling rendah {lowest.text}", False, lowest, "golongan")
        return True
    if facts.ijazah is not None and DEGREES.index(facts.ijazah) < DEGREES.index(degree.text):
        draft.require(f"Ijazah {facts.ijazah}, disyaratkan paling rendah S1/D4", False, degree, "ijazah")
        return True
    return False


def _require_first_use(draft: Draft, law: Law, facts: AngkaKreditInpassing) -> None:
    rule = law.values("inpassing").get("satu_kali", facts.jabatan or "")
    if facts.inpassing_sudah_dipakai is None:
        draft.warn("satu_kali", "Angka kredit inpassing hanya diberikan satu kali selama masa penyesuaian.", rule)
        return
    text = "Angka kredit inpassing belum pernah dipakai (hanya berlaku satu kali)"
    draft.require(text, not facts.inpassing_sudah_dipakai, rule, "inpassing_sudah_dipakai")


def _cells(law: Law, jabatan: Jabatan, golongan: Golongan, ijazah: Ijazah | None) -> tuple[Cell, ...]:
    """The cells of a rank for a degree (all degrees when it is not told); D4 stands in the row of S1."""
    table = law.corpus.node(Address(regulation_of(law, jabatan), lampiran="IV"))
    wanted = "S1" if ijazah == "D4" else ijazah
    found: list[Cell] = []
    for row in table.walk():
        place = dict(row.address.trail) if row.address else {}
        if place.get("golongan") == golongan and (wanted is None or place.get("ijazah", wanted) == wanted):
            found.extend(_row_cells(row.address, dict(row.cells)))
    return tuple(found)


def _row_cells(address: Address | None, cells: dict[str, str]) -> list[Cell]:
    if address is None:
        return []
    credits: dict[int, Decimal] = {}
    for name, words in cells.items():
        column = _COLUMN.fullmatch(name)
        number = read_digits(words)
        if column is None or number is None:
            continue
        years = int(column["years"]) - (1 if column["below"] else 0)
        if column["read"] or years not in credits:
            credits[years] = number
    needed = cells.get("ak_kenaikan_pangkat", "")
    if "baris_bacaan" in cells:
        # The print lacks this row: what is read here stands, word for word, in the row that the reading rests on.
        address = replace(address, trail=trail(cells["baris_bacaan"]))
    return [Cell(number, years, address, needed.strip("*") or None) for years, number in credits.items()]


def _column(cells: Sequence[Cell], years: int) -> tuple[Cell, ...]:
    """The cells of the column that completed years in rank fall in: the highest that is not above them."""
    reached = max(cell.years for cell in cells if cell.years <= years)
    return tuple(cell for cell in cells if cell.years == reached)


def _no_cell(draft: Draft, law: Law, jabatan: Jabatan, golongan: Golongan, ijazah: Ijazah | None) -> Calculation:
    rows = {dict(cell.address.trail)["ijazah"] for cell in _cells(law, jabatan, golongan, None)}
    draft.warn(
        "tidak_diatur:sel",
        f"Lampiran IV tidak memuat angka kredit inpassing untuk golongan {golongan} dengan ijazah {ijazah} "
        f"(yang ada: {', '.join(sorted(rows))}).",
        law.values("inpassing").get("pemberian", jabatan),
    )
    return draft.finish(verdict="tidak_dapat_ditentukan", result={"angka_kredit": "tidak_diatur"})


def _show_cell(draft: Draft, facts: AngkaKreditInpassing, cell: Cell) -> None:
    told = [f"golongan {facts.golongan}"]
    if facts.ijazah is not None:
        told.append(f"ijazah {facts.ijazah}")
    if facts.masa_pangkat_bulan is not None:
        held = duration(facts.masa_pangkat_bulan)
        column = f"lajur {cell.years} tahun penuh" if cell.years else "lajur kurang dari setahun"
        draft.step(f"Lama dalam pangkat {held}", column, cell.address)
        told.append(f"{held} dalam pangkat")
    draft.step(f"Angka kredit inpassing untuk {', '.join(told)}", cell.credits, cell.address)
