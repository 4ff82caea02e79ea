"""Tenggat: the deadlines of planning, monitoring and reporting (Permen PUPR 2/2023 Pasal 6, 16, 17, 24, 70, 72 to 76)."""

import calendar
from collections.abc import Callable
from datetime import date, timedelta
from typing import Annotated, Any, Literal

from pydantic import Field

from assistant.calculation import Calculation
from assistant.calculators.daftar import read_list
from assistant.calculators.draft import Draft
from assistant.calculators.kalender import MONTH_NAMES, MONTHS_PER_YEAR, add_months, add_years, long_date
from assistant.calculators.law import Law
from assistant.calculators.values import Value, Values
from assistant.facts import Count, Facts

Urusan = Literal[
    "rencana_tahunan",
    "evaluasi_kinerja",
    "monitoring_tahunan",
    "monitoring_kerja_sama",
    "kaji_kurikulum",
    "laporan_unit_pelaksana",
    "laporan_unit_peserta",
    "laporan_berkala",
    "laporan_pendidikan",
]
Year = Annotated[int, Field(ge=date.min.year + 1, le=date.max.year - 1)]
QUARTERS = ("pertama", "kedua", "ketiga", "keempat")
MONTHS_PER_QUARTER = MONTHS_PER_YEAR // len(QUARTERS)


class TenggatPupr(Facts):
    """A matter with a deadline, and the year or day it is reckoned from."""

    urusan_tenggat: Urusan | None = Field(None, description="Urusan yang tenggatnya dicari; kosong untuk semuanya")
    tahun: Year | None = Field(None, description="Tahun pelaksanaan, atau tahun yang direncanakan")
    tanggal_selesai_pelatihan: date | None = Field(None, description="Tanggal pelatihan berakhir")
    tanggal_kaji_terakhir: date | None = Field(None, description="Tanggal kaji ulang kurikulum terakhir")
    jumlah_monitoring: Count | None = Field(None, description="Berapa kali monitoring kerja sama dalam setahun")


Rows = list[dict[str, Any]]
Deadline = Callable[[Draft, TenggatPupr, Law, Values], Rows]


def tenggat_pupr(facts: TenggatPupr, law: Law) -> Calculation:
    """Menghitung tenggat perencanaan, evaluasi, monitoring, dan pelaporan pengembangan kompetensi Permen PUPR 2/2023."""
    draft = Draft("tenggat_pupr", facts, law)
    values = law.values("tenggat_pupr")
    wanted = [facts.urusan_tenggat] if facts.urusan_tenggat else list(DEADLINES)
    rows = [row for matter in wanted for row in DEADLINES[matter](draft, facts, law, values)]
    result: dict[str, Any] = {"banyaknya": len(rows), "tenggat": rows}
    if facts.urusan_tenggat is not None:
        result["ringkasan"] = "; ".join(_told(row) for row in rows)
    if facts.urusan_tenggat in NEEDED and all("tanggal" not in row for row in rows):
        draft.need(NEEDED[facts.urusan_tenggat])
        return draft.finish(verdict="tidak_dapat_ditentukan", result=result)
    return draft.finish(result=result)


def _told(row: dict[str, Any]) -> str:
    """One deadline in a line: its day where it is known, else its rule."""
    return f"{row['urusan']}: {long_date(row['tanggal']) if 'tanggal' in row else row['tenggat']}"


def _row(draft: Draft, text: str, rule: str, source: Value, day: date | None = None) -> dict[str, Any]:
    draft.step(text, long_date(day) if day else rule, source)
    return {"urusan": text, "tenggat": rule, **({"tanggal": day} if day else {})}


def quarter_end(year: int, quarter: str) -> date:
    """The last day of a quarter named in words: 2023, "kedua" gives 30 June 2023."""
    month = (QUARTERS.index(quarter) + 1) * MONTHS_PER_QUARTER
    return date(year, month, calendar.monthrange(year, month)[1])


def _plan(draft: Draft, facts: TenggatPupr, law: Law, values: Values) -> Rows:
    rows = []
    for name, text in (("rencana_ppk", "Rencana tahunan disahkan PPK"), ("rencana_lan", "Rencana disampaikan ke LAN")):
        source = values.get(name)
        rule = f"akhir triwulan {source.text} tahun sebelum tahun pelaksanaan"
        day = quarter_end(facts.tahun - 1, source.text) if facts.tahun else None
        rows.append(_row(draft, text, rule, source, day))
    span = values.get("jangka_rencana")
    return [*rows, _row(draft, "Jangka waktu rencana", f"paling lama {span.text} tahun, dan tahunan", span)]


def _performance(draft: Draft, facts: TenggatPupr, law: Law, values: Values) -> Rows:
    rows = []
    for key, text, later in (("mulai", "Evaluasi kinerja tahunan", 0), ("akhir", "Evaluasi kinerja paling lama", 1)):
        source = values.get("evaluasi_kinerja", key)
        rule = f"akhir {source.text} tahun {'berikutnya' if later else 'berjalan'}"
        month = MONTH_NAMES.index(source.text) + 1
        day = _month_end(facts.tahun + later, month) if facts.tahun else None
        rows.append(_row(draft, text, rule, source, day))
    return rows


def _month_end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def _monitoring(draft: Draft, facts: TenggatPupr, law: Law, values: Values) -> Rows:
    source = values.get("monitoring_tahunan")
    day = quarter_end(facts.tahun + 1, source.text) if facts.tahun else None
    rule = f"akhir triwulan {source.text} tahun berikutnya"
    return [_row(draft, "Monitoring dan evaluasi pengembangan kompetensi", rule, source, day)]


def _cooperation(draft: Draft, facts: TenggatPupr, law: Law, values: Values) -> Rows:
    """At least once in each quarter, so at least as often a year as it has quarters."""
    source = values.get("monitoring_kerja_sama")
    least = len(QUARTERS)
    if facts.jumlah_monitoring is not None:
        text = f"Monitoring kerja sama {facts.jumlah_monitoring} kali setahun, paling sedikit {least} (setiap triwulan)"
        draft.require(text, facts.jumlah_monitoring >= least, source, "jumlah_monitoring")
    return [_row(draft, "Monitoring pendidikan kerja sama", f"setiap triwulan ({least} kali setahun)", source)]


def _curriculum(draft: Draft, facts: TenggatPupr, law: Law, values: Values) -> Rows:
    source = values.get("kaji_kurikulum")
    last = facts.tanggal_kaji_terakhir
    day = add_years(last, int(source.number)) if last else None
    rule = f"setiap {source.text} tahun atau sesuai kebutuhan"
    return [_row(draft, "Kaji ulang kurikulum kerja sama", rule, source, day)]


def _after_training(draft: Draft, facts: TenggatPupr, law: Law, values: Values) -> Rows:
    done = facts.tanggal_selesai_pelatihan
    system, paper = values.get("laporan_sistem"), values.get("laporan_dokumen")
    draft.cite(values.get("laporan_sistem", "umum"))
    week = done + timedelta(weeks=int(system.number)) if done else None
    month = add_months(done, int(paper.number)) if done else None
    return [
        _row(draft, "Laporan unit pelaksana lewat sistem informasi", f"{system.text} minggu", system, week),
        _row(draft, "Laporan unit pelaksana dalam dokumen asli", f"{paper.text} bulan", paper, month),
    ]


def _after_own_training(draft: Draft, facts: TenggatPupr, law: Law, values: Values) -> Rows:
    source = values.get("laporan_peserta")
    done = facts.tanggal_selesai_pelatihan
    day = add_months(done, int(source.number)) if done else None
    return [_row(draft, "Laporan unit organisasi peserta", f"{source.text} bulan setelah pelatihan", source, day)]


def _periodic(draft: Draft, facts: TenggatPupr, law: Law, values: Values) -> Rows:
    source = values.get("laporan_berkala")
    count = len(QUARTERS) + 2 + 1  # quarters, halves, the year
    rule = f"{source.text.replace(' ', ', ')}: {count} laporan setahun bila masing-masing tersendiri"
    return [_row(draft, "Laporan berkala unit kerja penyelenggaraan", rule, source)]


def _education(draft: Draft, facts: TenggatPupr, law: Law, values: Values) -> Rows:
    source = values.get("laporan_pendidikan", "perguruan_tinggi")
    draft.cite(source)
    rows: Rows = [{"urusan": "Laporan perguruan tinggi", "tenggat": item.text} for item in read_list(law, source)]
    for key, text in (
        ("unit_penyelenggara", "Laporan unit kerja penyelenggaraan"),
        ("nonkerja_sama", "Pola nonkerja sama"),
    ):
        each = values.get("laporan_pendidikan", key)
        rows.append(_row(draft, text, each.text.replace("_", " "), each))
    return rows


DEADLINES: dict[Urusan, Deadline] = {
    "rencana_tahunan": _plan,
    "evaluasi_kinerja": _performance,
    "monitoring_tahunan": _monitoring,
    "monitoring_kerja_sama": _cooperation,
    "kaji_kurikulum": _curriculum,
    "laporan_unit_pelaksana": _after_training,
    "laporan_unit_peserta": _after_own_training,
    "laporan_berkala": _periodic,
    "laporan_pendidikan": _education,
}
# What a date is reckoned from.
NEEDED: dict[Urusan | None, str] = {
    "rencana_tahunan": "tahun",
    "evaluasi_kinerja": "tahun",
    "monitoring_tahunan": "tahun",
    "kaji_kurikulum": "tanggal_kaji_terakhir",
    "laporan_unit_pelaksana": "tanggal_selesai_pelatihan",
    "laporan_unit_peserta": "tanggal_selesai_pelatihan",
}
