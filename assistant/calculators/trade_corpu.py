"""Trade CorpU: its bodies and their tasks, the stages of knowledge management, and what is open to outsiders
(Permendag 4/2026 Pasal 3, 5 to 8, 10, 11, 32)."""

from typing import Annotated, Any, Literal

from pydantic import Field

from assistant.calculation import Calculation
from assistant.calculators.daftar import read_list
from assistant.calculators.draft import Draft
from assistant.calculators.law import Law
from assistant.calculators.syarat import cite_rules
from assistant.calculators.values import Values
from assistant.errors import InputError
from assistant.facts import Count, Facts

BadanCorpu = Literal["dewan_pengarah", "tim_pelaksana", "koordinator_pembelajaran", "koordinator_kelompok_keahlian"]


class StrukturTradeCorpu(Facts):
    """A body of Trade CorpU."""

    badan_corpu: BadanCorpu | None = Field(None, description="Badan Trade CorpU; kosong untuk semuanya")
    jumlah_jpt_madya: Count | None = Field(
        None, description="Jumlah pimpinan tinggi madya selain Sekretaris Jenderal, untuk menghitung anggota"
    )


class TahapPengetahuan(Facts):
    """A stage of knowledge management by its place in the order."""

    nomor_tahap: Annotated[int, Field(ge=1, le=100)] | None = Field(
        None, description="Tahap ke berapa; kosong untuk semuanya"
    )


class UnsurLuarKementerian(Facts):
    """Who from outside the ministry learns through Trade CorpU."""

    jf_perdagangan: bool | None = Field(None, description="Menduduki jabatan fungsional di bidang perdagangan")


def struktur_trade_corpu(facts: StrukturTradeCorpu, law: Law) -> Calculation:
    """Menyebut badan Trade CorpU, siapa yang mendudukinya, dan berapa serta apa tugasnya."""
    draft = Draft("struktur_trade_corpu", facts, law)
    values = law.values("trade_corpu")
    if facts.badan_corpu is None:
        rows = []
        for body in values.keys("tugas"):
            holder, duties = values.get("pejabat", body), values.get("tugas", body)
            draft.cite(holder)
            draft.cite(duties)
            name = body.replace("_", " ")
            rows.append({"badan": name, "pejabat": holder.text, "jumlah_tugas": len(read_list(law, duties))})
        return draft.finish(result={"badan": f"{len(rows)} badan", "daftar_badan": rows})
    body = facts.badan_corpu
    tasks = read_list(law, values.get("tugas", body))
    holder, members = values.get("pejabat", body), values.find("susunan", body)
    seated = [item.text for item in read_list(law, members)] if members is not None else []
    result: dict[str, Any] = {"badan": body.replace("_", " "), "jumlah_tugas": len(tasks)}
    if body == "dewan_pengarah":
        result |= _council(draft, values, facts.jumlah_jpt_madya) | {"dijabat": seated}
    else:
        draft.step("Pejabat", holder.text, holder)
        result["dijabat"] = [holder.text]
    if members is not None:
        draft.step(members.text.capitalize(), ", ".join(seated), members)
        result["susunan"] = seated
    draft.step("Jumlah tugas", len(tasks), values.get("tugas", body))
    result["tugas"] = [{"huruf": item.label, "tugas": item.text} for item in tasks]
    return draft.finish(result=result)


def _council(draft: Draft, values: Values, others: int | None) -> dict[str, int]:
    """Minister, deputy and Secretary General, and every other high official; the Secretary General counts once."""
    fixed = values.keys("anggota_tetap")
    for member in fixed:
        source = values.get("anggota_tetap", member)
        draft.step(member.replace("_", " ").title(), source.text, source)
    source = values.get("anggota_jpt_madya")
    if others is None:
        draft.step("Pimpinan tinggi madya lainnya", source.text, source)
        return {}
    total = len(fixed) + others
    draft.step(f"Anggota dewan pengarah: {len(fixed)} + {others} pimpinan tinggi madya lainnya", total, source)
    return {"jumlah_anggota": total}


def tahap_manajemen_pengetahuan(facts: TahapPengetahuan, law: Law) -> Calculation:
    """Menyebut tahapan manajemen pengetahuan menurut urutannya dan arti tiap tahap."""
    draft = Draft("tahap_manajemen_pengetahuan", facts, law)
    values = law.values("trade_corpu")
    listed = values.get("tahap_pengetahuan")
    stages = [item.text for item in read_list(law, listed)]
    draft.cite(listed)
    keeper = values.get("pengelola_pengetahuan")
    result: dict[str, Any] = {"banyaknya": len(stages), "pengelola": keeper.text}
    if facts.nomor_tahap is not None:
        if facts.nomor_tahap > len(stages):
            raise InputError(
                "nomor_tahap",
                f"Tahap {facts.nomor_tahap} tidak ada; tahapannya berturut-turut: {', '.join(stages)}.",
                draft.cite(listed),
            )
        stage = stages[facts.nomor_tahap - 1]
        meaning = values.get("arti_tahap", stage)
        draft.step(f"Tahap {facts.nomor_tahap}: {stage}", meaning.quote, meaning)
        result["tahap"] = stage
    else:
        result["tahap"] = ", ".join(stages)
    draft.cite(keeper)
    return draft.finish(result=result)


def unsur_luar_kementerian(facts: UnsurLuarKementerian, law: Law) -> Calculation:
    """Menyebut unsur Trade CorpU yang berlaku bagi ASN dari luar Kementerian Perdagangan."""
    draft = Draft("unsur_luar_kementerian", facts, law)
    if facts.jf_perdagangan is None:
        draft.need("jf_perdagangan")
        cite_rules(draft, law.values("trade_corpu"), ("unsur_luar",))
        return draft.finish(verdict="tidak_dapat_ditentukan")
    values = law.values("trade_corpu")
    if not facts.jf_perdagangan:
        open_to = values.get("unsur_luar", "bukan_jf_perdagangan")
        draft.warn(
            "tidak_diatur:unsur",
            "Bagi selain jabatan fungsional bidang perdagangan Trade CorpU dapat dipakai, tetapi unsur mana yang berlaku tidak "
            "diatur.",
            open_to,
        )
        return draft.finish(result={"sifat": "dapat", "unsur": "tidak_diatur"})
    scope = values.get("unsur_luar", "jf_perdagangan")
    letters = scope.text.split()
    chosen = [item for item in read_list(law, values.get("unsur")) if item.label in letters]
    draft.step("Unsur yang berlaku", ", ".join(f"huruf {item.label}" for item in chosen), scope)
    draft.cite(values.get("unsur"))
    return draft.finish(result={"banyaknya": len(chosen), "unsur": [item.text for item in chosen]})
