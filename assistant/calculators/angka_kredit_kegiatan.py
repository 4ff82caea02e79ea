"""Angka kredit kegiatan: credits of activities by number or wording, with the rule for work outside one's own level
(Lampiran I; Pasal 55 ayat (2)-(3), (6)-(7) of 94/2020, Pasal 56 of 82/2020)."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from assistant.calculation import Calculation, indonesian
from assistant.calculators.draft import Draft
from assistant.calculators.jenjang import JABATAN_NAMES, jenjang_name
from assistant.calculators.kegiatan import Kegiatan, daftar_kegiatan, find_kegiatan
from assistant.calculators.kredit import Credited, credit, credit_as_printed, percent_rule, total_of
from assistant.calculators.law import Law
from assistant.calculators.syarat import cite_rules
from assistant.calculators.target_tahunan import count_year, limits, show_rule, told_jenjang, year_rule
from assistant.facts import Amount, Facts, Golongan, Jabatan, Jenjang
from assistant.wording import LONGEST

# The number of an activity may be told as a number; everything else is wording.
Wording = Annotated[
    str, BeforeValidator(lambda told: str(told) if type(told) is int else told), Field(min_length=1, max_length=LONGEST)
]


class BarisKegiatan(Facts):
    """One activity and how often it was done."""

    kegiatan: Wording = Field(description="Nomor kegiatan dalam Lampiran I (misalnya 12 atau 8b) atau sebutannya")
    volume: Amount = Field(Decimal(1), description="Berapa kali dilakukan atau berapa banyak hasilnya")


class AngkaKreditKegiatan(Facts):
    """A person's level and the activities done."""

    jabatan: Jabatan | None = Field(None, description="Jabatan fungsional")
    jenjang: Jenjang | None = Field(None, description="Jenjang jabatan orang yang melakukan kegiatan")
    golongan: Golongan | None = Field(None, description="Golongan ruang; menentukan pada jenjang tertinggi")
    kegiatan: tuple[BarisKegiatan, ...] | None = Field(
        None, min_length=1, max_length=100, description="Kegiatan yang dilakukan, masing-masing dengan volumenya"
    )
    penugasan_tertulis: bool | None = Field(
        None, description="Kegiatan di luar jenjang sendiri ditugaskan secara tertulis oleh pimpinan unit kerja"
    )


def angka_kredit_kegiatan(facts: AngkaKreditKegiatan, law: Law) -> Calculation:
    """Menghitung angka kredit dari kegiatan yang dilakukan, termasuk kegiatan satu tingkat di atas atau di bawah jenjang."""
    draft = Draft("angka_kredit_kegiatan", facts, law)
    jenjang = told_jenjang(draft, law, facts)
    if facts.kegiatan is None:
        draft.need("kegiatan")
    if facts.jabatan is not None and (jenjang is None or facts.kegiatan is None):
        cite_rules(draft, law.values("angka_kredit_kegiatan"), ("nilai_penugasan", "syarat_penugasan"), facts.jabatan)
    if facts.jabatan is None or jenjang is None or facts.kegiatan is None:
        return draft.finish(verdict="tidak_dapat_ditentukan")
    rows = []
    for told in facts.kegiatan:
        activity = pick_kegiatan(draft, law, facts.jabatan, told.kegiatan)
        if activity is not None:
            done = facts.penugasan_tertulis
            rows.append(credit(law, facts.jabatan, jenjang, activity, told.volume, assigned=done))
    if len(rows) < len(facts.kegiatan):
        return draft.finish(verdict="tidak_dapat_ditentukan")
    show_rows(draft, law, facts.jabatan, jenjang, rows)
    total = total_of(rows)
    draft.step("Jumlah angka kredit", total)
    rule = year_rule(law, facts.jabatan, jenjang, facts.golongan)
    show_rule(draft, rule, f"{JABATAN_NAMES[facts.jabatan]} {jenjang_name(jenjang)}", total)
    result: dict[str, Any] = {"jenjang": jenjang, "baris": [row.to_row() for row in rows], "total": total}
    result |= {**limits(rule), **count_year(draft, rule, total), "memenuhi_target": total >= rule.minimum.number}
    printed = sum((credit_as_printed(law, facts.jabatan, jenjang, row) for row in rows), start=Decimal(0))
    if printed != total:
        result["total_menurut_cetakan"] = printed
    return draft.finish(result=result)


def pick_kegiatan(draft: Draft, law: Law, jabatan: Jabatan, told: str, field: str = "kegiatan") -> Kegiatan | None:
    """The one activity meant; None, with the choices asked on the draft, where several or none fit."""
    fitting, fits = find_kegiatan(law, jabatan, told, field)
    if fits and len({(row.jenjang, row.angka_kredit) for row in fitting}) == 1:
        if len(fitting) > 1:
            _warn_twins(draft, told, fitting)
        return fitting[0]
    table = law.corpus.label(daftar_kegiatan(law, jabatan).table)
    options = {
        f"nomor {row.nomor} ({row.nama}, {jenjang_name(row.jenjang)}, {indonesian(row.angka_kredit)})": row.nomor
        for row in fitting
    }
    choices = "; ".join(options)
    if fits:
        question = f"“{told}” cocok dengan beberapa kegiatan. Yang mana: {choices}?"
    elif choices:
        question = f"“{told}” tidak saya temukan dalam {table}. Apakah salah satu dari ini: {choices}?"
    else:
        question = f"“{told}” tidak saya temukan dalam {table}. Sebutkan nomor kegiatannya."
    answers = [(label, draft.retold(field, told, nomor)) for label, nomor in options.items()]
    draft.ask(field, question, fitting[0].address if fitting else None, answers)
    return None


def show_rows(draft: Draft, law: Law, jabatan: Jabatan, jenjang: str, rows: Sequence[Credited]) -> None:
    """Add the working of every row to a draft, and the rules for work outside one's own level."""
    for row in rows:
        _show_row(draft, row, jenjang)
        if credit_as_printed(law, jabatan, jenjang, row) != row.credits:
            _warn_printed(draft, row, credit_as_printed(law, jabatan, jenjang, row))
    for distance in sorted({row.distance for row in rows if row.distance}):
        assigned = next(row.assigned for row in rows if row.distance == distance)
        _show_distance(draft, law, jabatan, jenjang, distance, assigned)


def _show_row(draft: Draft, row: Credited, jenjang: str) -> None:
    where = {1: ", satu tingkat di atas", -1: ", satu tingkat di bawah"}.get(row.distance, "")
    percent = f" × {indonesian(row.percent)}%" if row.percent is not None and row.distance else ""
    text = (
        f"Nomor {row.activity.nomor}, {row.activity.nama} ({jenjang_name(row.activity.jenjang)}{where}): "
        f"{indonesian(row.activity.angka_kredit)} × {indonesian(row.volume)}{percent}"
    )
    if row.percent is None:
        text += f"; tidak dapat dinilai bagi {jenjang_name(jenjang)}"
    draft.step(text, row.credits, row.activity.address)


def _show_distance(
    draft: Draft, law: Law, jabatan: Jabatan, jenjang: str, distance: int, assigned: bool | None
) -> None:
    values = law.values("angka_kredit_kegiatan")
    rule = percent_rule(law, jabatan, distance)
    if rule is None:
        draft.warn(
            "terlalu_jauh",
            f"Kegiatan yang lebih dari satu tingkat di atas atau di bawah {jenjang_name(jenjang)} tidak dapat dinilai.",
            values.get("jarak_jenjang", jabatan),
        )
        return
    draft.step(f"Nilai kegiatan satu tingkat di {'atas' if distance > 0 else 'bawah'} jenjang", f"{rule.text}%", rule)
    told = {
        None: "Dihitung dengan anggapan syarat itu terpenuhi.",
        True: "Syarat penugasan tertulis dinyatakan terpenuhi.",
        False: "Karena tidak ada penugasan tertulis, kegiatan itu tidak dihitung.",
    }[assigned]
    draft.warn(
        "penugasan_tertulis",
        "Kegiatan di luar jenjang sendiri hanya dinilai bila di unit kerja tidak ada pejabat yang jenjangnya sesuai dan "
        f"ada penugasan tertulis dari pimpinan unit kerja. {told}",
        values.get("syarat_penugasan", jabatan),
    )


def _warn_twins(draft: Draft, told: str, fitting: Sequence[Kegiatan]) -> None:
    numbers = " dan ".join(row.nomor for row in fitting)
    draft.warn(
        f"kegiatan_sama:{fitting[0].nomor}",
        f"“{told}” cocok dengan nomor {numbers}, yang jenjang dan angka kreditnya sama; dihitung sebagai nomor "
        f"{fitting[0].nomor}. Pilih nomor yang sesuai dengan hasil kerjanya dalam DUPAK.",
        fitting[-1].address,
    )


def _warn_printed(draft: Draft, row: Credited, printed_credits: Decimal) -> None:
    level, credits = row.activity.printed or (None, None)
    printed = "tidak tercetak" if level is None or credits is None else f"{jenjang_name(level)} {indonesian(credits)}"
    draft.warn(
        f"dua_bacaan:nomor_{row.activity.nomor}",
        f"Nomor {row.activity.nomor} dihitung sebagai {jenjang_name(row.activity.jenjang)} "
        f"{indonesian(row.activity.angka_kredit)}; cetakannya: {printed}, yang memberi {indonesian(printed_credits)}.",
        row.activity.address,
    )
