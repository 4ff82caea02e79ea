"""Syarat pengangkatan: the conditions that the routes into a position share, each with its own words per route.

The YAML says which route has which condition (94/2020 Pasal 12, 13, 15, 22; 82/2020 Pasal 12, 13, 14, 20); here is
how each kind of condition is settled. The order is the order of asking.
"""

from collections.abc import Callable, Collection
from typing import get_args

from assistant.calculators.draft import Draft
from assistant.calculators.kalender import add_months, add_years, long_date
from assistant.calculators.law import Law
from assistant.calculators.syarat import months_of, require_duration, require_no, require_ratings, require_yes
from assistant.calculators.values import Value, Values
from assistant.facts import Facts, Ijazah

Condition = Callable[[Draft, Facts, Value], None]
DEGREES: tuple[str, ...] = get_args(Ijazah)  # lowest first; D4 and S1 rank the same in the texts
FORBIDDEN = ("sedang", "berat")


def require_conditions(
    draft: Draft, facts: Facts, law: Law, jabatan: str, jalur: str, omit: Collection[str] = ()
) -> None:
    """Add every condition that this route has, except those named in `omit`."""
    values = law.values("syarat_pengangkatan")
    for kind, condition in CONDITIONS.items():
        value = values.find(kind, jabatan, jalur)
        if value is not None and kind not in omit:
            condition(draft, facts, value)


def require_before_retirement(draft: Draft, facts: Facts, values: Values, jabatan: str, jalur: str) -> None:
    """So long before the retirement age, which the text leaves to other rules: it is told, not assumed."""
    lead = values.find("sebelum_pensiun_bulan", jabatan, jalur) or values.get("sebelum_pensiun_tahun", jabatan, jalur)
    birth, on, age = (getattr(facts, name) for name in ("tanggal_lahir", "tanggal", "batas_usia_pensiun"))
    if birth is None or age is None:
        field = "tanggal_lahir" if birth is None else "batas_usia_pensiun"
        draft.require(
            f"Usul disampaikan paling lambat {lead.text} {lead.unit} sebelum batas usia pensiun", None, lead, field
        )
        return
    retirement = add_years(birth, age)
    deadline = add_months(retirement, -months_of(lead))
    draft.step(f"Batas usia pensiun {age} tahun (di luar korpus) jatuh pada", long_date(retirement))
    draft.step(f"Paling lambat {lead.text} {lead.unit} sebelum itu", long_date(deadline), lead)
    met = None if on is None else on <= deadline
    draft.require(f"Usul disampaikan paling lambat {long_date(deadline)}", met, lead, "tanggal")


def _degree(draft: Draft, facts: Facts, value: Value) -> None:
    told = getattr(facts, "ijazah", None)
    met = None if told is None else DEGREES.index(told) >= DEGREES.index(value.text)
    shown = "S1/D4" if value.text == "D4" else value.text
    text = f"Ijazah paling rendah {shown}" if told is None else f"Ijazah {told}, disyaratkan paling rendah {shown}"
    draft.require(text, met, value, "ijazah")


def _experience(draft: Draft, facts: Facts, value: Value) -> None:
    told = getattr(facts, "pengalaman_bulan", None)
    require_duration(draft, "pengalaman (dihitung kumulatif) di bidang tugas jabatan", told, value, "pengalaman_bulan")


def _ratings(draft: Draft, facts: Facts, value: Value) -> None:
    require_ratings(draft, getattr(facts, "nilai_kinerja", None), value)


def _punishment(draft: Draft, facts: Facts, value: Value) -> None:
    told = getattr(facts, "hukuman_disiplin", None)
    met = None if told is None else told not in FORBIDDEN
    draft.require("Tidak sedang menjalani hukuman disiplin sedang atau berat", met, value, "hukuman_disiplin")


def _study(draft: Draft, facts: Facts, value: Value) -> None:
    told = getattr(facts, "tugas_belajar_bulan", None)
    limit = months_of(value)
    met = None if told is None else told <= limit
    shown = "" if told is None else f" (yang dijalani {told} bulan)"
    draft.require(f"Tidak sedang tugas belajar lebih dari {limit} bulan{shown}", met, value, "tugas_belajar_bulan")


def _yes(field: str, text: str) -> Condition:
    def condition(draft: Draft, facts: Facts, value: Value) -> None:
        require_yes(draft, text, getattr(facts, field, None), value, field)

    return condition


def _no(field: str, text: str) -> Condition:
    def condition(draft: Draft, facts: Facts, value: Value) -> None:
        require_no(draft, text, getattr(facts, field, None), value, field)

    return condition


CONDITIONS: dict[str, Condition] = {
    "ijazah": _degree,
    "pengalaman": _experience,
    "nilai_kinerja": _ratings,
    "hukuman": _punishment,
    "hukuman_pernah": _no("pernah_hukuman_disiplin", "Tidak pernah dikenakan hukuman disiplin PNS"),
    "tugas_belajar": _study,
    "cuti": _no("cuti_luar_tanggungan", "Tidak sedang menjalankan cuti di luar tanggungan negara"),
    "uji_kompetensi": _yes("lulus_uji_kompetensi", "Lulus uji kompetensi teknis, manajerial, dan sosial kultural"),
    "rencana_suksesi": _yes("dalam_rencana_suksesi", "Termasuk dalam kelompok rencana suksesi"),
    "inovasi": _yes("inovasi_diakui", "Menghasilkan inovasi yang bermanfaat dan diakui lembaga terkait"),
    "lowongan": _yes("ada_lowongan", "Lowongan kebutuhan pada jenjang itu tersedia"),
    "bidang_pendidikan": _yes("bidang_pendidikan_sesuai", "Bidang pendidikan sesuai dengan yang disyaratkan"),
    "pemeriksaan": _no(
        "sedang_diperiksa_disiplin", "Tidak sedang diperiksa dengan ancaman hukuman disiplin sedang atau berat"
    ),
    "standar_kompetensi": _yes("memenuhi_standar_kompetensi", "Memenuhi standar kompetensi jenjang yang dituju"),
    "rekam_jejak": _yes("rekam_jejak_baik", "Rekam jejak baik"),
    "kode_etik": _no("pernah_langgar_kode_etik", "Tidak pernah melanggar kode etik dan profesi PNS"),
    "status_pns": _yes("status_pns", "Berstatus PNS"),
    "integritas": _yes("integritas_baik", "Integritas dan moralitas baik"),
    "sehat": _yes("sehat_jasmani_rohani", "Sehat jasmani dan rohani"),
}
