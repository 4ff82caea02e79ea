"""Kewajiban dan sanksi tugas belajar: what a person on study leave must do, by when, and what a breach brings
(Permen PUPR 2/2023 Pasal 37, 39, 40, 47, 73)."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, Literal

from pydantic import Field

from assistant.calculation import Calculation
from assistant.calculators.daftar import read_list
from assistant.calculators.draft import Draft
from assistant.calculators.kalender import long_date
from assistant.calculators.law import Law
from assistant.calculators.program_studi import PerguruanTinggi
from assistant.calculators.syarat import cite_rules, require_no
from assistant.calculators.values import Value, Values
from assistant.errors import InputError
from assistant.facts import Count, Facts

Pelanggaran = Literal[
    "tidak_lapor_perkembangan",
    "tidak_lapor_ppk",
    "melawan_hukum",
    "tidak_selesai",
    "mundur_pns",
    "tidak_bekerja_kembali",
    "lain",
]


class KewajibanTugasBelajar(Facts):
    """A study, running or finished."""

    selesai_studi: date | None = Field(None, description="Tanggal berakhirnya masa studi")
    tanggal_lapor: date | None = Field(None, description="Tanggal melapor kepada PPK")
    jumlah_semester: Count | None = Field(None, description="Lama studi dalam semester")
    jenis_perguruan_tinggi: PerguruanTinggi | None = Field(None, description="Jenis perguruan tinggi")


class SanksiTugasBelajar(Facts):
    """A breach of the duties of tugas belajar."""

    pelanggaran_tugas_belajar: Pelanggaran | None = Field(None, description="Pelanggaran yang terjadi")
    peringatan_tertulis: bool | None = Field(None, description="Sudah diberi peringatan tertulis")
    alasan_dibenarkan: bool | None = Field(None, description="Alasannya dibenarkan peraturan perundang-undangan")
    force_majeure: bool | None = Field(None, description="Disebabkan keadaan force majeure")


def kewajiban_tugas_belajar(facts: KewajibanTugasBelajar, law: Law) -> Calculation:
    """Menyebut kewajiban peserta tugas belajar, tenggat melapor sesudah studi, dan jumlah laporan semester."""
    draft = Draft("kewajiban_tugas_belajar", facts, law)
    values = law.values("kewajiban_studi")
    result: dict[str, Any] = {}
    if facts.jumlah_semester is not None:
        result["jumlah_laporan_perkembangan"] = facts.jumlah_semester
        text = "Laporan perkembangan: satu setiap semester"
        draft.step(text, facts.jumlah_semester, values.get("lapor_perkembangan"))
        draft.cite(values.get("transkrip"))
    result |= _report(draft, facts, values.get("lapor_ppk"))
    abroad = facts.jenis_perguruan_tinggi == "luar_negeri"
    for place in ("dalam_negeri", "luar_negeri") if abroad else ("dalam_negeri",):
        copies = values.get("karya_tulis", place)
        draft.step("Karya tulis, surat keterangan lulus, ijazah, dan transkrip", f"{copies.text} eksemplar", copies)
    if abroad:
        draft.step("Ijazah luar negeri", "disetarakan lebih dahulu", values.get("penyetaraan"))
    result["kewajiban"] = [row for when in ("selama", "sesudah") for row in _duties(law, values, when)]
    return draft.finish(result=result)


def _report(draft: Draft, facts: KewajibanTugasBelajar, limit: Value) -> dict[str, Any]:
    """Pasal 37 ayat (2) huruf c: calendar days, the day after the end of study being the first."""
    if facts.selesai_studi is None:
        draft.step("Melapor kepada PPK paling lambat sejak masa studi berakhir", f"{limit.text} {limit.unit}", limit)
        return {"tenggat_lapor_hari": limit.number}
    if facts.tanggal_lapor is not None and facts.tanggal_lapor < facts.selesai_studi:
        raise InputError(
            "tanggal_lapor",
            f"Tanggal lapor {long_date(facts.tanggal_lapor)} mendahului berakhirnya masa studi "
            f"{long_date(facts.selesai_studi)}; sebutkan tanggal sesudahnya.",
        )
    last = facts.selesai_studi + timedelta(days=int(limit.number))
    draft.step(f"Melapor kepada PPK: {long_date(facts.selesai_studi)} + {limit.text} hari", long_date(last), limit)
    draft.warn(
        "tidak_diatur:hitungan_hari",
        "Dihitung hari kalender dan hari berakhirnya studi tidak ikut dihitung; peraturan tidak menegaskannya.",
        limit,
    )
    if facts.tanggal_lapor is not None:
        text = f"Melapor kepada PPK {long_date(facts.tanggal_lapor)}, paling lambat {long_date(last)}"
        draft.require(text, facts.tanggal_lapor <= last, limit, "tanggal_lapor")
    return {"tenggat_lapor_hari": limit.number, "lapor_paling_lambat": last}


def _duties(law: Law, values: Values, when: str) -> list[dict[str, str]]:
    source = values.get("kewajiban", when)
    return [{"waktu": source.text, "huruf": item.label, "kewajiban": item.text} for item in read_list(law, source)]


def sanksi_tugas_belajar(facts: SanksiTugasBelajar, law: Law) -> Calculation:
    """Menentukan sanksi atas pelanggaran kewajiban tugas belajar, dan kapan tidak ada sanksi."""
    draft = Draft("sanksi_tugas_belajar", facts, law)
    values = law.values("kewajiban_studi")
    breach = facts.pelanggaran_tugas_belajar
    if facts.force_majeure:
        spared = values.get("force_majeure", "gagal_studi" if breach == "tidak_selesai" else "")
        draft.step("Keadaan force majeure", "tidak dikenakan sanksi", spared)
        draft.cite(values.get("force_majeure", "pengertian"))
        _tell_illness(draft, values)
        return draft.finish(result={"sanksi": ["tidak dikenakan bila keadaan itu termasuk force majeure"]})
    if breach is None:
        draft.need("pelanggaran_tugas_belajar")
        _show_sanctions(draft, values, values.keys("jenis_sanksi"))
        cite_rules(draft, values, ("sanksi", "penentu_sanksi"))
        return draft.finish(verdict="tidak_dapat_ditentukan")
    source = values.find("sanksi", breach)
    if source is None:
        general = values.get("sanksi_umum")
        draft.warn(
            "tidak_diatur:sanksi",
            "Pelanggaran ini tidak dirinci dalam Pasal 39 ayat (4); berlaku ketentuan umum ayat (1).",
            general,
        )
        every = [values.get("jenis_sanksi", letter) for letter in values.keys("jenis_sanksi")]
        for sanction in every:
            draft.step("Sanksi yang dapat dikenakan menurut ketetapan pimpinan", sanction.text, sanction)
        return draft.finish(result={"sanksi": "tidak_diatur", "sanksi_umum": [sanction.text for sanction in every]})
    punishable = _punishable(draft, facts, values, source)
    if punishable is False:
        return draft.finish(result={"sanksi": "tidak dapat dikenakan"})
    if breach == "mundur_pns":
        ban = law.values("masa_studi").get("larangan_mundur")
        draft.step("Selama ikatan dinas", "tidak diperkenankan mengajukan pengunduran diri sebagai PNS", ban)
    sanctions = _show_sanctions(draft, values, source.text.split())
    draft.cite(values.get("penentu_sanksi"))
    return draft.finish(result={"sanksi": sanctions} if punishable else {"sanksi_bila_terpenuhi": sanctions})


def _show_sanctions(draft: Draft, values: Values, letters: Sequence[str]) -> list[str]:
    """The sanctions under these letters of Pasal 39 ayat (1), each a step."""
    sanctions = [values.get("jenis_sanksi", letter) for letter in letters]
    for sanction in sanctions:
        draft.step("Sanksi", sanction.text, sanction)
    return [sanction.text for sanction in sanctions]


def _punishable(draft: Draft, facts: SanksiTugasBelajar, values: Values, source: Value) -> bool | None:
    """The condition that some breaches carry: a written warning first, or a reason that the law does not accept."""
    breach = facts.pelanggaran_tugas_belajar
    if breach == "tidak_lapor_perkembangan":
        text, met, field = "Sudah diberi peringatan tertulis", facts.peringatan_tertulis, "peringatan_tertulis"
    elif breach in ("tidak_lapor_ppk", "tidak_selesai"):
        excused = facts.alasan_dibenarkan
        text, field = "Alasannya tidak dibenarkan peraturan perundang-undangan", "alasan_dibenarkan"
        met = None if excused is None else not excused
    else:
        draft.cite(source)
        return True
    draft.require(text, met, source, field)
    if met is None and breach == "tidak_selesai":
        _require_no_force(draft, facts, values)
    return met


def _require_no_force(draft: Draft, facts: SanksiTugasBelajar, values: Values) -> None:
    """Pasal 39 ayat (4) huruf f: who failed by force majeure is spared."""
    spared = values.get("force_majeure", "gagal_studi")
    require_no(draft, "Bukan karena force majeure", facts.force_majeure, spared, "force_majeure")
    _tell_illness(draft, values)


def _tell_illness(draft: Draft, values: Values) -> None:
    """Pasal 40 huruf a: an illness is force majeure once a doctor or the health examiners state so in writing."""
    illness = values.get("force_majeure", "sakit")
    draft.step("Sakit termasuk force majeure hanya bila", illness.text, illness)
