"""Program studi tugas belajar: accreditation and approvals of a course of study (Permen PUPR 2/2023 Pasal 27, 30, 31)."""

from typing import Literal

from pydantic import Field

from assistant.calculation import Calculation
from assistant.calculators.draft import Draft
from assistant.calculators.law import Law
from assistant.calculators.syarat import require_yes
from assistant.calculators.values import Value, Values
from assistant.facts import Facts

PerguruanTinggi = Literal["negeri", "swasta", "kedinasan", "luar_negeri"]
Akreditasi = Literal["A", "unggul", "B", "baik_sekali", "C", "baik", "tidak_terakreditasi"]
RANKS = ("A", "B", "C", "tidak_terakreditasi")  # best first
PAIRED_BY_ANALOGY = {"unggul": "A"}  # the text pairs only Baik Sekali and Baik with the old scale


class ProgramStudi(Facts):
    """A course of study proposed for tugas belajar."""

    jenis_perguruan_tinggi: PerguruanTinggi | None = Field(None, description="Jenis perguruan tinggi")
    akreditasi_prodi: Akreditasi | None = Field(None, description="Akreditasi program studi")
    akreditasi_perguruan_tinggi: Akreditasi | None = Field(
        None, description="Akreditasi perguruan tingginya; hanya menentukan pada biaya mandiri"
    )
    biaya_mandiri: bool | None = Field(None, description="Tugas belajar dengan biaya mandiri")
    persetujuan_menteri: bool | None = Field(None, description="Ada persetujuan Menteri untuk akreditasi C atau Baik")
    diakui_kementerian: bool | None = Field(
        None, description="Program studi luar negeri diakui kementerian bidang pendidikan"
    )
    kelas_khusus: bool | None = Field(None, description="Kuliah jarak jauh, kelas malam, atau sabtu-minggu")
    izin_kelas_khusus: bool | None = Field(None, description="Program studi berizin menyelenggarakan kelas seperti itu")
    sesuai_kebutuhan_organisasi: bool | None = Field(None, description="Program studi sesuai kebutuhan organisasi")
    persetujuan_sekretaris: bool | None = Field(None, description="Disetujui Sekretaris Unit Organisasi")
    rekomendasi_unit_psdm: bool | None = Field(None, description="Direkomendasikan unit yang menangani PSDM")


def program_studi_tugas_belajar(facts: ProgramStudi, law: Law) -> Calculation:
    """Memeriksa apakah program studi memenuhi syarat untuk tugas belajar, terutama akreditasinya."""
    draft = Draft("program_studi_tugas_belajar", facts, law)
    require_programme(draft, facts, law)
    return draft.finish()


def require_programme(draft: Draft, facts: ProgramStudi, law: Law) -> None:
    """Add every condition on the course of study to a draft."""
    values = law.values("program_studi")
    _require_accreditation(draft, facts, values)
    need = values.get("kebutuhan_organisasi")
    require_yes(
        draft,
        "Program studi sesuai dengan kebutuhan organisasi",
        facts.sesuai_kebutuhan_organisasi,
        need,
        "sesuai_kebutuhan_organisasi",
    )
    if facts.kelas_khusus and facts.jenis_perguruan_tinggi != "luar_negeri":
        text = "Program studi berizin untuk kuliah jarak jauh, kelas malam, atau sabtu-minggu"
        require_yes(draft, text, facts.izin_kelas_khusus, values.get("izin_kelas"), "izin_kelas_khusus")
    approval = values.get("persetujuan_sekretaris")
    text = "Program studi disetujui Sekretaris Unit Organisasi"
    require_yes(draft, text, facts.persetujuan_sekretaris, approval, "persetujuan_sekretaris")
    text = "Program studi direkomendasikan Unit Organisasi yang Menangani Pengembangan Sumber Daya Manusia"
    require_yes(draft, text, facts.rekomendasi_unit_psdm, values.get("rekomendasi_unit"), "rekomendasi_unit_psdm")
    draft.warn(
        "tidak_tersedia:lampiran_v",
        "Daftar bidang studi prioritas (Lampiran V) tidak ada dalam naskah sumber, jadi kesesuaian bidang studinya tidak "
        "dapat diperiksa di sini.",
        values.get("bidang_prioritas"),
    )


def _require_accreditation(draft: Draft, facts: ProgramStudi, values: Values) -> None:
    kind = facts.jenis_perguruan_tinggi
    if kind is None:
        _require_any_kind(draft, facts, values)
    elif kind == "luar_negeri":
        text = "Program studi luar negeri diakui kementerian bidang pendidikan"
        require_yes(draft, text, facts.diakui_kementerian, values.get("luar_negeri"), "diakui_kementerian")
    elif facts.biaya_mandiri:
        _require_top_rank(draft, facts, values)
    elif kind == "kedinasan":
        text = "Program studi perguruan tinggi kedinasan dikecualikan dari syarat akreditasi"
        draft.require(text, _unless_self_funded(facts, True), values.get("kedinasan"), "biaya_mandiri")
    else:
        _require_rank(draft, facts, values)


def _require_any_kind(draft: Draft, facts: ProgramStudi, values: Values) -> None:
    """Where the kind of university is not known: the ranks of the country's own, which most study at."""
    own = values.get("akreditasi", "biaya_mandiri")
    source, lower = values.get("akreditasi", "dalam_negeri"), values.get("akreditasi", "persetujuan_menteri")
    told = f" {_shown(facts.akreditasi_prodi)}" if facts.akreditasi_prodi else ""
    if facts.biaya_mandiri:
        text, source = f"Akreditasi program studi{told}, disyaratkan paling rendah {own.text} pada biaya mandiri", own
    else:
        text = (
            f"Akreditasi program studi dalam negeri{told}, disyaratkan paling rendah {source.text} atau Baik Sekali; "
            f"{lower.text} atau Baik hanya dengan persetujuan Menteri"
        )
        draft.cite(lower)
    draft.require(text, None, source, "jenis_perguruan_tinggi")


def _require_top_rank(draft: Draft, facts: ProgramStudi, values: Values) -> None:
    """Self-funded, Pasal 30 ayat (4): A for the course and for the institution, kedinasan included."""
    source = values.get("akreditasi", "biaya_mandiri")
    for what, field in (("program studi", "akreditasi_prodi"), ("perguruan tinggi", "akreditasi_perguruan_tinggi")):
        told = getattr(facts, field)
        met = None if told is None else _rank(values, told) == source.text
        shown = f" {_shown(told)}" if told else ""
        text = f"Akreditasi {what}{shown}, disyaratkan paling rendah {source.text} pada biaya mandiri"
        draft.require(text, met, source, field)
        if told in PAIRED_BY_ANALOGY:
            _warn_analogy(draft, told, source)


def _require_rank(draft: Draft, facts: ProgramStudi, values: Values) -> None:
    """Sponsored, Pasal 31 ayat (1) huruf c: B, or C with the Minister's approval."""
    told = facts.akreditasi_prodi
    source, lower = values.get("akreditasi", "dalam_negeri"), values.get("akreditasi", "persetujuan_menteri")
    if told is None:
        text = f"Akreditasi program studi paling rendah {source.text} atau Baik Sekali"
        draft.require(text, None, source, "akreditasi_prodi")
        return
    if told in PAIRED_BY_ANALOGY:
        _warn_analogy(draft, told, source)
    text = f"Akreditasi program studi {_shown(told)}, disyaratkan paling rendah {source.text} atau Baik Sekali"
    at = RANKS.index(_rank(values, told))
    if at == RANKS.index(lower.text):
        text += f"; {lower.text} atau Baik hanya dengan persetujuan Menteri"
        field = "persetujuan_menteri" if facts.persetujuan_menteri is None else "biaya_mandiri"
        draft.require(text, _unless_self_funded(facts, facts.persetujuan_menteri), lower, field)
    else:
        met = at <= RANKS.index(source.text)
        draft.require(text, _unless_self_funded(facts, met), source, "biaya_mandiri")


def _unless_self_funded(facts: ProgramStudi, met: bool | None) -> bool | None:
    """Met only once it is known that the stricter rule for self-funded study does not apply."""
    return None if met and facts.biaya_mandiri is None else met


def _rank(values: Values, told: str) -> str:
    paired = values.find("padanan", told)
    return paired.text if paired is not None else PAIRED_BY_ANALOGY.get(told, told)


def _shown(told: str) -> str:
    return told.replace("_", " ").title()


def _warn_analogy(draft: Draft, told: str, source: Value) -> None:
    draft.warn(
        f"dua_bacaan:akreditasi_{told}",
        f'Peringkat "{_shown(told)}" tidak disebut dalam peraturan ini; dibaca setara A karena Baik Sekali dan Baik '
        "disejajarkan dengan B dan C.",
        source,
    )
