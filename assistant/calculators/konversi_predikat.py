"""Konversi predikat kinerja: credits under the rules that came after the five texts (Peraturan BKN 3/2023).

Everything here stands outside the corpus. It is offered beside a result of the five texts, never instead of it and
never mixed into it.
"""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Annotated, Any

from pydantic import Field

from assistant.calculation import Calculation, indonesian
from assistant.calculators.draft import Draft
from assistant.calculators.jenjang import jenjang_name
from assistant.calculators.kalender import MONTHS_PER_YEAR
from assistant.calculators.law import Law
from assistant.calculators.syarat import needs
from assistant.calculators.values import Value
from assistant.facts import Facts, Jenjang, Nilai
from assistant.pecahan import result_value, shown

KEYED_BY = {"koefisien": "jenjang", "persen_predikat": "predikat_kinerja"}


class KonversiPredikat(Facts):
    """A year's performance predicate and the months it covers."""

    jenjang: Jenjang | None = Field(None, description="Jenjang jabatan")
    predikat_kinerja: Nilai | None = Field(None, description="Predikat kinerja tahun itu (cukup = butuh perbaikan)")
    bulan_dinilai: Annotated[int, Field(ge=1, le=MONTHS_PER_YEAR)] | None = Field(
        None, description="Berapa bulan yang dinilai; setahun bila tidak disebut"
    )


def konversi_predikat(facts: KonversiPredikat, law: Law) -> Calculation:
    """Menghitung angka kredit dari predikat kinerja menurut Peraturan BKN 3/2023 (di luar korpus, perlu diverifikasi)."""
    draft = Draft("konversi_predikat", facts, law)
    values = law.values("konversi_predikat")
    _warn_outside(draft, values.get("persen_predikat", values.keys("persen_predikat")[0]))
    if needs(draft, facts, "jenjang", "predikat_kinerja") or facts.jenjang is None or facts.predikat_kinerja is None:
        for name in ("koefisien", "persen_predikat"):
            for key in values.keys(name) if getattr(facts, KEYED_BY[name]) is None else ():
                value, sign = values.get(name, key), "%" if name == "persen_predikat" else ""
                text = f"Koefisien setahun {jenjang_name(key)}" if not sign else f"Predikat {key.replace('_', ' ')}"
                draft.step(text, f"{indonesian(value.number)}{sign}")
        return draft.finish(verdict="tidak_dapat_ditentukan")
    months = facts.bulan_dinilai or MONTHS_PER_YEAR
    percent = values.get("persen_predikat", facts.predikat_kinerja)
    yearly = values.get("koefisien", facts.jenjang)
    draft.step(f"Koefisien setahun {jenjang_name(facts.jenjang)}", yearly.number)
    draft.step(f"Predikat {facts.predikat_kinerja.replace('_', ' ')}", f"{percent.text}%")
    draft.step("Bagian tahun yang dinilai", f"{months} dari {MONTHS_PER_YEAR} bulan")
    credits = Fraction(percent.number * yearly.number) / 100 * Fraction(months, MONTHS_PER_YEAR)
    working = f"{months}/{MONTHS_PER_YEAR} × {percent.text}% × {indonesian(yearly.number)}"
    draft.step(working, shown(credits))
    result: dict[str, Any] = {
        "angka_kredit": result_value(credits),
        "angka_kredit_dibulatkan": _rounded(credits, values.get("desimal")),
    }
    if result["angka_kredit"] != result["angka_kredit_dibulatkan"]:
        result["angka_kredit_sebelum_dibulatkan"] = result["angka_kredit"]
    for name in ("kumulatif_pangkat", "kumulatif_jenjang"):
        needed = values.find(name, facts.jenjang)
        result[name] = needed.number if needed else "tidak_ada"
    return draft.finish(result=result)


def _rounded(credits: Fraction, places: Value) -> Decimal:
    """The credits as published examples show them."""
    exact = Decimal(credits.numerator) / Decimal(credits.denominator)
    return exact.quantize(Decimal(1).scaleb(-int(places.number)), ROUND_HALF_UP)


def _warn_outside(draft: Draft, value: Value) -> None:
    origin = value.outside
    if origin is not None:
        draft.warn(
            "di_luar_korpus",
            f"Di luar korpus, perlu diverifikasi: {origin.source}. Kepastian: {origin.certainty}; diperiksa terakhir "
            f"{origin.checked.isoformat()}. Hasil ini berdiri sendiri dan tidak dicampur dengan hitungan Permendag 94/2020 "
            "dan 82/2020.",
        )
