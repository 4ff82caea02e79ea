"""Forum dan evaluasi pembelajaran: who meets how often for what, who evaluates what (Permendag 4/2026 Pasal 13-15, 22)."""

from typing import Any, Literal

from pydantic import Field

from assistant.calculation import Calculation
from assistant.calculators.draft import Draft
from assistant.calculators.law import Law
from assistant.calculators.tenggat_pupr import Year
from assistant.calculators.values import Values
from assistant.facts import Count, Facts

LevelForum = Literal["strategis", "operasional", "teknis"]
TingkatEvaluasi = Literal["kepuasan", "pengetahuan", "kinerja_alumni", "dampak_organisasi"]


class ForumPembelajaran(Facts):
    """A forum and how often it met in a year."""

    level_forum: LevelForum | None = Field(None, description="Level forum pembelajaran; kosong untuk semuanya")
    jumlah_pertemuan: Count | None = Field(None, description="Berapa kali bertemu dalam setahun")
    kelompok_tanpa_pertemuan: Count | None = Field(
        None, description="Berapa Kelompok Keahlian yang belum bertemu (forum level teknis)"
    )
    tahun: Year | None = Field(None, description="Tahun berjalan")


class EvaluasiPembelajaran(Facts):
    """What an evaluation measures."""

    tingkat_evaluasi: TingkatEvaluasi | None = Field(None, description="Yang diukur; kosong untuk semuanya")


def forum_pembelajaran(facts: ForumPembelajaran, law: Law) -> Calculation:
    """Memeriksa berapa kali forum pembelajaran harus bertemu dalam setahun, siapa pesertanya, dan apa hasilnya."""
    draft = Draft("forum_pembelajaran", facts, law)
    values = law.values("forum_pembelajaran")
    if facts.level_forum is None:
        rows = [_describe(draft, values, level) for level in values.keys("pertemuan")]
        result: dict[str, Any] = {"forum": ", ".join(row["forum"] for row in rows), "daftar": rows}
        often = {row["pertemuan_paling_sedikit"] for row in rows}
        if len(often) == 1:
            result["setiap_forum"] = often.pop()
        return draft.finish(result=result)
    level = facts.level_forum
    least = values.get("pertemuan", level)
    if facts.jumlah_pertemuan is not None:
        text = f"{facts.jumlah_pertemuan} kali bertemu setahun, paling sedikit {least.text} kali"
        draft.require(text, facts.jumlah_pertemuan >= least.number, least, "jumlah_pertemuan")
        draft.warn(
            "tidak_diatur:hitungan_tahun",
            "Apakah satu tahun dihitung menurut tahun kalender atau tahun anggaran tidak diatur.",
            least,
        )
    if level == "teknis" and facts.kelompok_tanpa_pertemuan is not None:
        text = f"Setiap Kelompok Keahlian sudah bertemu ({facts.kelompok_tanpa_pertemuan} kelompok belum)"
        purpose = values.get("tujuan", level)
        draft.require(text, facts.kelompok_tanpa_pertemuan == 0, purpose, "kelompok_tanpa_pertemuan")
    result = _describe(draft, values, level)
    if level == "strategis":
        result |= _yield(draft, facts, values)
    return draft.finish(result=result)


def _describe(draft: Draft, values: Values, level: str) -> dict[str, Any]:
    parts = {name: values.get(name, level) for name in ("pertemuan", "pelaksana", "peserta", "tujuan")}
    for source in parts.values():
        draft.cite(source)
    row: dict[str, Any] = {"forum": level, "pertemuan_paling_sedikit": f"{parts['pertemuan'].text} kali setahun"}
    return row | {name: source.text for name, source in parts.items() if name != "pertemuan"}


def _yield(draft: Draft, facts: ForumPembelajaran, values: Values) -> dict[str, Any]:
    """What the strategic forum brings forth, for which years."""
    needs, policy = values.get("hasil_kebutuhan"), values.get("hasil", "jangka_kebijakan")
    span = int(policy.number)
    if facts.tahun is None:
        draft.step("Hasil: kebutuhan dan prioritas pengembangan kompetensi bagi", needs.text, needs)
        draft.step("Hasil: kebijakan perencanaan bagi", f"{span} tahun", policy)
        return {"kebijakan_tahun": span}
    draft.step(
        "Hasil: kebutuhan dan prioritas pengembangan kompetensi bagi tahun",
        f"{facts.tahun} dan {facts.tahun + 1}",
        needs,
    )
    last = facts.tahun + span - 1
    draft.step("Hasil: kebijakan perencanaan bagi tahun", f"{facts.tahun} sampai dengan {last}", policy)
    draft.warn(
        "tidak_diatur:tahun_awal",
        'Tahun awal kebijakan itu, dan apakah "tahun selanjutnya" hanya satu tahun, tidak diatur; di sini dihitung sejak tahun '
        "berjalan dan satu tahun berikutnya.",
        policy,
    )
    return {"kebijakan_tahun": span, "kebijakan_sampai": last}


def evaluasi_pembelajaran(facts: EvaluasiPembelajaran, law: Law) -> Calculation:
    """Menyebut siapa yang menyelenggarakan evaluasi pembelajaran menurut apa yang diukur."""
    draft = Draft("evaluasi_pembelajaran", facts, law)
    values = law.values("forum_pembelajaran")
    asked = (facts.tingkat_evaluasi,) if facts.tingkat_evaluasi else values.keys("ukuran_evaluasi")
    rows = []
    for level in asked:
        measured, holder = values.get("ukuran_evaluasi", level), values.get("evaluator", level)
        draft.cite(measured)
        draft.step(measured.text[:1].upper() + measured.text[1:], holder.text, holder)
        rows.append({"yang_diukur": measured.text, "penyelenggara": holder.text})
    if facts.tingkat_evaluasi is None:
        draft.cite(values.get("pemakaian_hasil"))
        return draft.finish(result={"penyelenggara": "menurut yang diukur", "daftar": rows})
    return draft.finish(result=rows[0])
