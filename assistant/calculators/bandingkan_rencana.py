"""Bandingkan rencana: two paces for the same person, side by side."""

from typing import Any

from pydantic import Field

from assistant.calculation import Calculation, indonesian
from assistant.calculators.draft import Draft
from assistant.calculators.hasil_rencana import summary, warn_of_cap
from assistant.calculators.kalender import full_months
from assistant.calculators.law import Law
from assistant.calculators.rencana import points
from assistant.calculators.rencana_kenaikan import RencanaKenaikanPangkat, rank_frame
from assistant.calculators.syarat import needs
from assistant.facts import Amount


class BandingkanRencana(RencanaKenaikanPangkat):
    """Two paces for the same person."""

    ak_setahun_pembanding: Amount | None = Field(None, description="Angka kredit setahun pada rencana pembanding")


def bandingkan_rencana(facts: BandingkanRencana, law: Law) -> Calculation:
    """Membandingkan dua rencana kenaikan pangkat dengan laju angka kredit yang berbeda."""
    draft = Draft("bandingkan_rencana", facts, law)
    frame = rank_frame(draft, facts, law)
    if isinstance(frame, Calculation):
        return frame
    if needs(draft, facts, "ak_setahun", "ak_setahun_pembanding"):
        return draft.finish(verdict="tidak_dapat_ditentukan")
    assert facts.ak_setahun is not None and facts.ak_setahun_pembanding is not None
    first = frame.plan("rencana", facts.ak_setahun)
    second = frame.plan("pembanding", facts.ak_setahun_pembanding, facts.ak_tambahan)
    for pace in (facts.ak_setahun, facts.ak_setahun_pembanding):
        warn_of_cap(draft, frame.rule, pace)
    result: dict[str, Any] = {}
    found = [each for each in (first, second) if each is not None]
    for each in found:
        text = f"{each.name.capitalize()}, {indonesian(each.pace)} setahun: paling cepat"
        draft.step(text, each.first.title, frame.proposal(each))
        result |= {each.name: summary(each), f"laju_{each.name}": each.pace, f"periode_{each.name}": each.first.title}
    if first is not None and second is not None:
        gain = full_months(second.first.start, first.first.start)
        result["selisih_bulan"] = abs(gain)
        result["lebih_cepat"] = "sama" if not gain else ("pembanding" if gain > 0 else "rencana")
    else:
        draft.warn("tidak_tercapai", "Dengan salah satu laju itu angka kredit yang disyaratkan tidak akan terkumpul.")
    series = [point for each in found for point in points(each, frame.rounds)]
    return draft.finish(result=result, series=tuple(series))
