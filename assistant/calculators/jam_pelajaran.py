"""Jam pelajaran: yearly hours of learning, and the 70:20:10 split (Permen PUPR 2/2023 Pasal 19 and 49)."""

from typing import Any

from pydantic import Field

from assistant.calculation import Calculation, indonesian
from assistant.calculators.draft import Draft
from assistant.calculators.law import Law
from assistant.calculators.tugas_belajar import StatusAsn
from assistant.facts import Amount, Facts


class JamPelajaran(Facts):
    """Hours of learning in one year."""

    status_asn: StatusAsn | None = Field(None, description="PNS atau PPPK")
    jumlah_jp: Amount | None = Field(None, description="Jumlah jam pelajaran dalam satu tahun")


class PorsiBelajar(Facts):
    """The whole of a learning programme."""

    jumlah_jp: Amount | None = Field(None, description="Jumlah jam pelajaran seluruhnya")


def jam_pelajaran(facts: JamPelajaran, law: Law) -> Calculation:
    """Memeriksa jam pelajaran setahun: paling sedikit berapa bagi PNS, paling banyak berapa bagi PPPK."""
    draft = Draft("jam_pelajaran", facts, law)
    values = law.values("jam_pelajaran")
    if facts.status_asn is None:
        for status in values.keys("jam_setahun"):
            limit = values.get("jam_setahun", status)
            words = values.get("sifat", status).text.replace("_", " ")
            draft.step(f"{status.upper()}, jam pelajaran setahun {words}", limit.number, limit)
        draft.need("status_asn")
        return draft.finish(verdict="tidak_dapat_ditentukan")
    limit, kind = values.get("jam_setahun", facts.status_asn), values.get("sifat", facts.status_asn)
    floor = kind.text == "paling_sedikit"
    result: dict[str, Any] = {"batas_jp": limit.number, "sifat": kind.text, "status": facts.status_asn.upper()}
    told = facts.jumlah_jp
    rule = f"{kind.text.replace('_', ' ')} {limit.text}"
    if told is None:
        draft.step(f"Jam pelajaran setahun bagi {result['status']}", rule, limit)
    else:
        met = told >= limit.number if floor else told <= limit.number
        text = f"{indonesian(told)} jam pelajaran setahun, {rule} bagi {result['status']}"
        draft.require(text, met, limit, "jumlah_jp")
        result["kurang_jp" if floor else "lebih_jp"] = max(
            limit.number - told if floor else told - limit.number, told * 0
        )
    draft.warn(
        "tidak_tersedia:lampiran_ii",
        "Lama satu jam pelajaran dan cara mengubah kegiatan menjadi jam pelajaran ada dalam Lampiran II, yang tidak ada dalam "
        "naskah sumber.",
        values.get("konversi"),
    )
    if not floor:
        draft.warn("tidak_diatur:batas_bawah", "Bagi PPPK tidak diatur jumlah paling sedikit.", limit)
    return draft.finish(result=result)


def porsi_belajar(facts: PorsiBelajar, law: Law) -> Calculation:
    """Membagi jam pelajaran menurut model 70:20:10: pengalaman, sosial, dan formal."""
    draft = Draft("porsi_belajar", facts, law)
    values = law.values("jam_pelajaran")
    if facts.jumlah_jp is None:
        draft.need("jumlah_jp")
        for part in values.keys("porsi"):
            share = values.get("porsi", part)
            draft.step(f"{part} learning", f"{share.text}%", share)
        return draft.finish(verdict="tidak_dapat_ditentukan")
    result: dict[str, Any] = {}
    for part in values.keys("porsi"):
        share = values.get("porsi", part)
        result[part] = facts.jumlah_jp * share.number / 100
        draft.step(f"{part} learning: {share.text}% × {indonesian(facts.jumlah_jp)}", result[part], share)
    draft.warn("sifat_dapat", "Model ini pilihan, bukan kewajiban.", values.get("model"))
    return draft.finish(result=result)
