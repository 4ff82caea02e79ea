"""Pelatihan: which kinds are named for whom, and who may hold them (Permen PUPR 2/2023 Pasal 51, 52, 57)."""

from typing import Any

from pydantic import Field

from assistant.calculation import Calculation, indonesian
from assistant.calculators.bentuk_belajar import BentukBelajar, form_name
from assistant.calculators.daftar import read_list
from assistant.calculators.draft import Draft
from assistant.calculators.law import Law
from assistant.calculators.tugas_belajar import StatusAsn
from assistant.calculators.values import Value, Values
from assistant.facts import Amount, Facts


class JenisPelatihan(Facts):
    """A kind of training, and for whom."""

    status_asn: StatusAsn | None = Field(None, description="PNS atau PPPK")
    bentuk_belajar: BentukBelajar | None = Field(None, description="Jenis pelatihan, misalnya bimtek atau magang")


class PenyelenggaraBimtek(Facts):
    """A bimbingan teknis by its length."""

    jumlah_jp: Amount | None = Field(None, description="Lama bimbingan teknis dalam jam pelajaran")


def jenis_pelatihan(facts: JenisPelatihan, law: Law) -> Calculation:
    """Memeriksa apakah suatu jenis pelatihan disebut bagi PNS atau PPPK dan boleh diadakan unit organisasi peserta."""
    draft = Draft("jenis_pelatihan", facts, law)
    values = law.values("pelatihan_pupr")
    form = facts.bentuk_belajar
    if form is None:
        return draft.finish(result=_all_kinds(draft, law, values, facts.status_asn))
    if form == "pelatihan":
        draft.ask(
            "bentuk_belajar",
            "Pelatihan jenis apa: struktural, dasar, manajerial, teknis, fungsional, atau sosial kultural?",
            values.get("daftar", "pns klasikal"),
        )
        return draft.finish(verdict="tidak_dapat_ditentukan")
    result: dict[str, Any] = {"jenis": form_name(form)}
    for status in (facts.status_asn,) if facts.status_asn else ("pns", "pppk"):
        result[f"bagi_{status}"] = _named_for(draft, values, status, form)
    holder = values.find("unit_peserta", form)
    result["boleh_diadakan_unit_peserta"] = holder is not None
    if holder is None:
        draft.cite(values.get("daftar_unit_peserta"))
    else:
        draft.step("Boleh diadakan Unit Organisasi Peserta Pengembangan", "ya", holder)
        draft.cite(values.get("lapor"))
    return draft.finish(result=result)


def _named_for(draft: Draft, values: Values, status: str, form: BentukBelajar) -> str:
    source = values.find("jenis", status, form)
    if source is not None:
        draft.step(f"{form_name(form)} bagi {status.upper()}", source.text, source)
        return source.text
    _say_unnamed(draft, values, status, form)
    return "tidak_disebut"


def _say_unnamed(draft: Draft, values: Values, status: str, form: BentukBelajar) -> None:
    """Not in the list of this staff: whether that list leaves room for other kinds of the same way of learning."""
    known = next((v for v in values.entries if v.name == "jenis" and v.key.split()[-1] == form), None)
    ways = (known.text,) if known is not None else ("klasikal", "nonklasikal")
    who = f"{form_name(form)} bagi {status.upper()}"
    for way in ways:
        draft.step(f"{who}, jalur {way}", "tidak disebut", values.get("daftar", status, way))
        room = values.find("jenis_lain", status, way)
        if room is not None:
            text = f"Daftar jalur {way} bagi {status.upper()} masih membuka jenis lainnya, jadi belum tentu tertutup."
            draft.warn(f"tidak_diatur:{status}_{way}", text, room)
        else:
            text = f'Daftar jalur {way} bagi {status.upper()} berbunyi "minimal", tetapi tidak memuat jenis lainnya.'
            draft.warn(f"tidak_diatur:{status}_{way}", text, values.get("daftar", status, way))


def _all_kinds(draft: Draft, law: Law, values: Values, status: StatusAsn | None) -> dict[str, Any]:
    rows = []
    for key in values.keys("daftar"):
        whose, way = key.split()
        if status in (None, whose):
            source = values.get("daftar", key)
            draft.cite(source)
            rows += [{"bagi": whose.upper(), "jalur": way, "jenis": item.text} for item in read_list(law, source)]
    return {"banyaknya": len(rows), "daftar": rows}


def penyelenggara_bimtek(facts: PenyelenggaraBimtek, law: Law) -> Calculation:
    """Menentukan unit mana yang menyelenggarakan bimbingan teknis menurut lamanya dalam jam pelajaran."""
    draft = Draft("penyelenggara_bimtek", facts, law)
    values = law.values("pelatihan_pupr")
    limit = values.get("batas_bimtek", "peserta")
    if facts.jumlah_jp is None:
        draft.need("jumlah_jp")
        units = {who: values.get("penyelenggara_bimtek", who).text for who in ("peserta", "psdm")}
        for who, over in (("peserta", "paling banyak"), ("psdm", "lebih dari")):
            source = values.get("batas_bimtek", who)
            draft.step(f"Bimbingan teknis {over} {source.text} jam pelajaran", units[who], source)
        result = {"batas_jp": limit.number, "sampai_batas": units["peserta"], "di_atas_batas": units["psdm"]}
        return draft.finish(verdict="tidak_dapat_ditentukan", result=result)
    who = "peserta" if facts.jumlah_jp <= limit.number else "psdm"
    limit, unit = values.get("batas_bimtek", who), values.get("penyelenggara_bimtek", who)
    over = "tidak lebih dari" if who == "peserta" else "lebih dari"
    draft.step(f"{indonesian(facts.jumlah_jp)} jam pelajaran, {over} {limit.text}", unit.text, limit)
    _duties_of(draft, values, unit)
    return draft.finish(result={"penyelenggara": unit.text, "batas_jp": limit.number})


def _duties_of(draft: Draft, values: Values, unit: Value) -> None:
    """What goes with it for the participants' unit: guidelines, coordination, report."""
    if unit.key != "peserta":
        return
    draft.cite(unit)
    for name in ("lapor", "pedoman"):
        duty = values.get(name)
        draft.step(f"{unit.text} wajib", duty.text, duty)
