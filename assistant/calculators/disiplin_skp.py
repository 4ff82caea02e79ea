"""Disiplin SKP: the sanction that 94/2020 Pasal 59 ties to a low SKP; 82/2020 has no such rule."""

from pydantic import Field

from assistant.calculation import Calculation, indonesian
from assistant.calculators.draft import Draft
from assistant.calculators.jenjang import JABATAN_NAMES
from assistant.calculators.law import Law
from assistant.calculators.syarat import needs
from assistant.facts import Amount, Facts, Jabatan


class DisiplinSkp(Facts):
    """An SKP in percent of its target."""

    jabatan: Jabatan | None = Field(None, description="Jabatan fungsional")
    capaian_skp_persen: Amount | None = Field(None, description="Capaian SKP dalam persen")


def disiplin_skp(facts: DisiplinSkp, law: Law) -> Calculation:
    """Menunjukkan hukuman disiplin yang dikaitkan dengan capaian SKP yang rendah."""
    draft = Draft("disiplin_skp", facts, law)
    if needs(draft, facts, "jabatan"):
        return draft.finish(verdict="tidak_dapat_ditentukan")
    assert facts.jabatan is not None
    values = law.values("disiplin_skp")
    none = values.find("tanpa_aturan", facts.jabatan)
    if none is not None:
        text = f"Peraturan tentang {JABATAN_NAMES[facts.jabatan]} tidak mengaitkan capaian SKP dengan hukuman disiplin."
        draft.warn("tidak_diatur", text, none)
        return draft.finish(result={"hukuman": "tidak_diatur"})
    if needs(draft, facts, "capaian_skp_persen"):
        return draft.finish(verdict="tidak_dapat_ditentukan")
    assert facts.capaian_skp_persen is not None
    low, high = (values.get("batas_sedang", facts.jabatan, side) for side in ("bawah", "atas"))
    reached = facts.capaian_skp_persen
    draft.step(f"Batas hukuman sedang: {low.text}% sampai dengan {high.text}%", f"{indonesian(reached)}%", low)
    name = "berat" if reached < low.number else "sedang"
    sanction = None if reached > high.number else values.get("hukuman", facts.jabatan, name)
    draft.step("Hukuman disiplin yang dikaitkan", sanction.text if sanction else "tidak ada", sanction or high)
    draft.warn(
        "di_luar_korpus:disiplin",
        "Penjatuhan hukuman mengikuti peraturan disiplin PNS yang berlaku; periksa apakah ketentuan SKP ini masih sejalan.",
        low,
    )
    return draft.finish(result={"hukuman": sanction.text if sanction else "tidak_ada"})
