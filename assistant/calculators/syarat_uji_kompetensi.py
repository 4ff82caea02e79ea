"""Syarat ikut uji kompetensi: who may be proposed for which test (94/2020 Pasal 24-29, 82/2020 Pasal 22-28)."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal, get_args

from pydantic import Field

from assistant.calculation import Calculation, indonesian
from assistant.calculators.draft import Draft
from assistant.calculators.jenjang import JABATAN_NAMES, jenjang_entry, jenjang_name
from assistant.calculators.kalender import add_months, long_date
from assistant.calculators.kenaikan_jenjang import Climb, climb_from, needed_for_climb
from assistant.calculators.law import Law
from assistant.calculators.syarat import cite_rules, months_of, needs, require_amount, require_ratings, require_yes
from assistant.calculators.syarat_pengangkatan import FORBIDDEN, require_before_retirement, require_conditions
from assistant.calculators.usia import Age, require_age
from assistant.facts import Amount, Count, Facts, Golongan, Hukuman, Ijazah, Jabatan, Jenjang, Months, Nilai

JenisUji = Literal["perpindahan", "inpassing", "promosi", "kenaikan_jenjang"]


class SyaratUjiKompetensi(Facts):
    """What is known of the person who wants to sit for a competency test."""

    jabatan: Jabatan | None = Field(None, description="Jabatan fungsional yang diuji")
    jenis_uji: JenisUji | None = Field(None, description="Jenis uji kompetensi")
    jenjang: Jenjang | None = Field(None, description="Jenjang sekarang (untuk uji kenaikan jenjang)")
    jenjang_tujuan: Jenjang | None = Field(None, description="Jenjang yang dituju (untuk batas usia perpindahan)")
    golongan: Golongan | None = Field(None, description="Golongan ruang sekarang")
    angka_kredit: Amount | None = Field(None, description="Angka kredit kumulatif yang terkumpul")
    ak_jenjang_disyaratkan: Annotated[Amount, Field(gt=0)] | None = Field(
        None, description="Angka kredit yang disyaratkan untuk kenaikan jenjang, bila diketahui dari ketentuan lain"
    )
    nilai_kinerja: tuple[Nilai, ...] | None = Field(None, max_length=100, description="Nilai kinerja terbaru dahulu")
    hukuman_disiplin: Hukuman | None = Field(None, description="Hukuman disiplin yang sedang dijalani")
    sedang_diperiksa_disiplin: bool | None = Field(None, description="Sedang diperiksa dalam perkara disiplin")
    pelatihan_diplomasi_negosiasi: bool | None = Field(
        None, description="Sudah ikut pelatihan teknis diplomasi/perundingan dan kemampuan bernegosiasi"
    )
    tanggal_lahir: date | None = Field(None, description="Tanggal lahir")
    usia_tahun: Count | None = Field(None, description="Usia dalam tahun, bila tanggal lahir tidak diketahui")
    tanggal: date | None = Field(None, description="Tanggal acuan perhitungan")
    batas_usia_pensiun: Count | None = Field(None, description="Batas usia pensiun dalam tahun (dari peraturan lain)")
    masa_inpassing_berakhir: date | None = Field(None, description="Tanggal berakhirnya masa penyesuaian/inpassing")
    ijazah: Ijazah | None = Field(None, description="Ijazah terakhir")
    bidang_pendidikan_sesuai: bool | None = Field(None, description="Bidang pendidikan sesuai dengan syarat")
    pengalaman_bulan: Months | None = Field(None, description="Pengalaman di bidang tugas, dalam bulan, kumulatif")
    tugas_belajar_bulan: Months | None = Field(None, description="Lama tugas belajar yang sedang dijalani, dalam bulan")
    cuti_luar_tanggungan: bool | None = Field(None, description="Sedang cuti di luar tanggungan negara")
    status_pns: bool | None = Field(None, description="Sudah berstatus PNS")
    integritas_baik: bool | None = Field(None, description="Integritas dan moralitas baik")
    sehat_jasmani_rohani: bool | None = Field(None, description="Sehat jasmani dan rohani")
    rekam_jejak_baik: bool | None = Field(None, description="Rekam jejak baik")
    pernah_langgar_kode_etik: bool | None = Field(None, description="Pernah melanggar kode etik")
    pernah_hukuman_disiplin: bool | None = Field(None, description="Pernah dikenakan hukuman disiplin")


def syarat_uji_kompetensi(facts: SyaratUjiKompetensi, law: Law) -> Calculation:
    """Memeriksa apakah seseorang memenuhi syarat untuk diusulkan mengikuti uji kompetensi."""
    draft = Draft("syarat_uji_kompetensi", facts, law)
    if needs(draft, facts, "jabatan", "jenis_uji") or facts.jabatan is None or facts.jenis_uji is None:
        if facts.jabatan is not None:
            _show_kinds(draft, facts.jabatan, law)
        return draft.finish(verdict="tidak_dapat_ditentukan")
    kind = law.values("syarat_uji_kompetensi").find("jenis_uji", facts.jabatan, facts.jenis_uji)
    if kind is None:
        return _not_regulated(draft, facts.jabatan, law)
    draft.step("Jenis uji kompetensi", kind.quote, kind)
    if facts.jenis_uji == "kenaikan_jenjang":
        return _level_promotion(draft, facts, facts.jabatan, law)
    return _entry(draft, facts, facts.jabatan, facts.jenis_uji, law)


def _show_kinds(draft: Draft, jabatan: str, law: Law) -> None:
    """The tests there are, and the provision with the conditions of each."""
    values = law.values("syarat_uji_kompetensi")
    for name, label in (("jenis_uji", "Jenis uji kompetensi"), ("pangkat_terendah", "Pangkat terendah untuk uji")):
        for value in values.entries:
            if value.name == name and value.key.startswith(f"{jabatan} "):
                kind = value.key.removeprefix(f"{jabatan} ").replace("_", " ")
                draft.step(label if name == "jenis_uji" else f"{label} {kind}", value.quote, value)
    cite_rules(draft, values, ("rujukan_syarat", "bagian_angka_kredit"), jabatan)


def _not_regulated(draft: Draft, jabatan: str, law: Law) -> Calculation:
    source = law.values("syarat_uji_kompetensi").get("uji_promosi", jabatan)
    draft.warn(
        "tidak_diatur",
        f"Promosi ke {JABATAN_NAMES[jabatan]} mensyaratkan lulus uji kompetensi, tetapi peserta, syarat, dan dokumen uji "
        "promosi tidak diatur: peraturan ini hanya mengenal uji perpindahan, inpassing, dan kenaikan jenjang.",
        source,
    )
    return draft.finish(verdict="tidak_dapat_ditentukan", result={"syarat": "tidak_diatur"})


def _level_promotion(draft: Draft, facts: SyaratUjiKompetensi, jabatan: str, law: Law) -> Calculation:
    values = law.values("syarat_uji_kompetensi")
    result: dict[str, object] = {}
    if facts.jenjang is None:
        share = values.get("bagian_angka_kredit", jabatan, "kenaikan_jenjang")
        text = f"Angka kredit kumulatif paling sedikit {share.text}% dari yang disyaratkan untuk kenaikan jenjang"
        draft.require(text, None, share, "jenjang")
    else:
        jenjang_entry(law, jabatan, facts.jenjang)
        climb = climb_from(draft, law, jabatan, facts.jenjang)
        if climb is None:
            return draft.finish(result={"jenjang_tujuan": None})
        floor = _require_share(draft, facts, climb, law)
        result |= {"jenjang_tujuan": climb.target, "angka_kredit_paling_sedikit": floor}
    require_ratings(draft, facts.nilai_kinerja, values.get("nilai_kinerja", jabatan, "kenaikan_jenjang"))
    clean = values.get("hukuman", jabatan, "kenaikan_jenjang")
    met = None if facts.hukuman_disiplin is None else facts.hukuman_disiplin not in FORBIDDEN
    draft.require("Tidak sedang menjalani hukuman disiplin sedang atau berat", met, clean, "hukuman_disiplin")
    training = values.find("pelatihan_teknis", jabatan, "kenaikan_jenjang")
    if training is not None:
        text = "Sudah ikut pelatihan teknis diplomasi/perundingan dan kemampuan bernegosiasi"
        told = facts.pelatihan_diplomasi_negosiasi
        require_yes(draft, text, told, training, "pelatihan_diplomasi_negosiasi")
    return draft.finish(result=result)


def _require_share(draft: Draft, facts: SyaratUjiKompetensi, climb: Climb, law: Law) -> Decimal:
    """A share of the credits that the level promotion needs."""
    share = law.values("syarat_uji_kompetensi").get("bagian_angka_kredit", climb.jabatan, "kenaikan_jenjang")
    needed = needed_for_climb(draft, facts.ak_jenjang_disyaratkan, climb, law)
    floor = needed * share.number / 100
    draft.step(f"{share.text}% × {indonesian(needed)}", floor, share)
    require_amount(draft, "Angka kredit kumulatif", facts.angka_kredit, floor, share, "angka_kredit")
    return floor


def _entry(draft: Draft, facts: SyaratUjiKompetensi, jabatan: str, kind: str, law: Law) -> Calculation:
    """Tests on the way into the position: the conditions of that route, save the test itself, and the lowest rank."""
    values = law.values("syarat_uji_kompetensi")
    draft.cite(values.get("rujukan_syarat", jabatan, kind))
    reading = values.find("bacaan_rujukan", jabatan, kind)
    if reading is not None:
        draft.warn("dua_bacaan:rujukan_syarat", reading.text, reading)
    _require_rank(draft, facts, jabatan, kind, law)
    routes = law.values("syarat_pengangkatan")
    if kind == "perpindahan":
        _require_transfer_age(draft, facts, jabatan, law)
    # 82/2020 Pasal 27 takes only huruf b to e of the promotion, not its criteria and vacancy.
    omit = {"uji_kompetensi", "lowongan", "rencana_suksesi", "inovasi", "standar_kompetensi"}
    require_conditions(draft, facts, law, jabatan, kind, omit=omit)
    if kind == "inpassing":
        require_before_retirement(draft, facts, routes, jabatan, kind)
    result: dict[str, object] = {"jenis_uji": kind}
    if kind == "inpassing":
        result |= _inpassing_deadline(draft, facts, jabatan, law)
    return draft.finish(result=result)


def _require_rank(draft: Draft, facts: SyaratUjiKompetensi, jabatan: str, kind: str, law: Law) -> None:
    lowest = law.values("syarat_uji_kompetensi").get("pangkat_terendah", jabatan, kind)
    order = get_args(Golongan)
    met = None if facts.golongan is None else order.index(facts.golongan) >= order.index(lowest.text)
    shown = "" if facts.golongan is None else f" {facts.golongan},"
    draft.require(f"Golongan ruang{shown} paling rendah {lowest.text}", met, lowest, "golongan")


def _require_transfer_age(draft: Draft, facts: SyaratUjiKompetensi, jabatan: str, law: Law) -> None:
    routes = law.values("syarat_pengangkatan")
    if facts.jenjang_tujuan is None:
        lowest = routes.get("usia", jabatan, "perpindahan", "ahli_pertama")
        draft.require("Usia di bawah batas jenjang yang dituju", None, lowest, "jenjang_tujuan")
        return
    jenjang_entry(law, jabatan, facts.jenjang_tujuan, "jenjang_tujuan")
    limit = routes.get("usia", jabatan, "perpindahan", facts.jenjang_tujuan)
    age = Age(facts.tanggal_lahir, facts.usia_tahun, facts.tanggal)
    require_age(draft, age, limit, f"untuk {jenjang_name(facts.jenjang_tujuan)}")


def _inpassing_deadline(draft: Draft, facts: SyaratUjiKompetensi, jabatan: str, law: Law) -> dict[str, object]:
    """Documents arrive so long before the inpassing period ends; the period itself is set elsewhere."""
    lead = law.values("syarat_uji_kompetensi").get("usul_sebelum_masa_inpassing", jabatan)
    if facts.masa_inpassing_berakhir is None:
        return {}
    deadline = add_months(facts.masa_inpassing_berakhir, -months_of(lead))
    met = None if facts.tanggal is None else facts.tanggal <= deadline
    draft.require(f"Dokumen usulan disampaikan paling lambat {long_date(deadline)}", met, lead, "tanggal")
    return {"dokumen_paling_lambat": deadline}
