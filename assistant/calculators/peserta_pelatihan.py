"""Peserta pelatihan: who proposes and selects them, what they must meet, and what paper they get at the end
(Permen PUPR 2/2023 Pasal 60, 62, 63, 66, 67)."""

from typing import Any, Literal

from pydantic import Field

from assistant.calculation import Calculation
from assistant.calculators.bentuk_belajar import BentukBelajar
from assistant.calculators.draft import Draft
from assistant.calculators.law import Law
from assistant.calculators.syarat import cite_rules, needs_under, require_no, require_yes
from assistant.calculators.values import Values
from assistant.facts import Facts, Hukuman

AsalPegawai = Literal["kementerian", "pemda"]
Kepemimpinan = Literal["madya", "pratama", "administrator", "pengawas", "bukan_kepemimpinan"]


class SertifikatPelatihan(Facts):
    """How a training went for one participant."""

    bentuk_belajar: BentukBelajar | None = Field(None, description="Jenis pelatihan")
    ada_evaluasi_kelulusan: bool | None = Field(None, description="Pelatihan mempersyaratkan evaluasi kelulusan")
    lulus_pelatihan: bool | None = Field(None, description="Dinyatakan lulus")
    mengikuti_utuh: bool | None = Field(None, description="Mengikuti pelatihan secara utuh")
    peringkat_terbaik: bool | None = Field(None, description="Memperoleh peringkat terbaik")


class SeleksiPeserta(Facts):
    """Where a candidate comes from and for which training."""

    asal_pegawai: AsalPegawai | None = Field(None, description="Pegawai Kementerian atau Pemerintah Daerah")
    pelatihan_kepemimpinan: Kepemimpinan | None = Field(None, description="Tingkat pelatihan kepemimpinan, bila itu")


class SyaratPesertaPelatihan(Facts):
    """What is known of a candidate for a training."""

    diusulkan_unit: bool | None = Field(None, description="Diusulkan Sekretaris Unit Organisasi, PPK, atau Sekda")
    hukuman_disiplin: Hukuman | None = Field(None, description="Hukuman disiplin yang sedang dijalani")
    diberhentikan_sementara: bool | None = Field(None, description="Sedang diberhentikan sementara dari PNS")
    pernah_langgar_kode_etik: bool | None = Field(None, description="Melanggar kode etik dan kode perilaku")


def sertifikat_pelatihan(facts: SertifikatPelatihan, law: Law) -> Calculation:
    """Menentukan dokumen yang diterima peserta sesudah pelatihan dan siapa penanda tangannya."""
    draft = Draft("sertifikat_pelatihan", facts, law)
    values = law.values("peserta_pelatihan")
    if facts.bentuk_belajar is None:
        draft.need("bentuk_belajar")
        cite_rules(draft, values, ("dokumen",))
        return draft.finish(verdict="tidak_dapat_ditentukan")
    if facts.bentuk_belajar == "pelatihan":
        text = (
            "Pelatihan jenis apa: struktural, dasar, fungsional, atau yang lain (manajerial, teknis, sosial kultural)?"
        )
        draft.ask("bentuk_belajar", text, values.get("dokumen", "tamat"))
        return draft.finish(verdict="tidak_dapat_ditentukan")
    group = values.find("tamat", facts.bentuk_belajar)
    if group is not None:
        draft.cite(group)
    kind = _document(draft, facts, values, formal=group is not None)
    if kind is None:
        return draft.finish(verdict="tidak_dapat_ditentukan")
    if kind == "tidak_diatur":
        draft.warn(
            "tidak_diatur:dokumen",
            "Bagi peserta yang tidak mengikuti pelatihan secara utuh tidak diatur dokumen apa pun.",
            values.get("dokumen", "keterangan"),
        )
        return draft.finish(result={"dokumen": "tidak_diatur"})
    result = _paper(draft, values, kind)
    if kind == "tamat" and facts.peringkat_terbaik:
        award = _paper(draft, values, "piagam")
        result |= {"dokumen_tambahan": award["dokumen"], "penanda_tangan_tambahan": award["penanda_tangan"]}
    return draft.finish(result=result)


def _document(draft: Draft, facts: SertifikatPelatihan, values: Values, *, formal: bool) -> str | None:
    """The key of the document; None while a fact is missing."""
    judged = True if formal else facts.ada_evaluasi_kelulusan
    if judged is None:
        draft.need("ada_evaluasi_kelulusan", values.get("dokumen", "kompeten"))
        return None
    if facts.mengikuti_utuh is False:
        return "tidak_diatur"
    if not judged:
        return "telah_mengikuti"
    passed = values.get("dokumen", "tamat" if formal else "kompeten")
    if facts.lulus_pelatihan is None:
        draft.need("lulus_pelatihan", passed)
        return None
    if facts.lulus_pelatihan:
        return passed.key
    if facts.mengikuti_utuh is None:
        draft.need("mengikuti_utuh", values.get("dokumen", "keterangan"))
        return None
    return "keterangan"


def _paper(draft: Draft, values: Values, kind: str) -> dict[str, Any]:
    document, signer = values.get("dokumen", kind), values.get("penanda_tangan", kind)
    draft.step("Dokumen", document.text, document)
    draft.step("Ditandatangani oleh", signer.text, signer)
    return {"dokumen": document.text, "penanda_tangan": signer.text}


def seleksi_peserta(facts: SeleksiPeserta, law: Law) -> Calculation:
    """Menyebut siapa yang mengusulkan dan siapa yang menyeleksi peserta pelatihan."""
    draft = Draft("seleksi_peserta", facts, law)
    rules = ("pengusul", "penyeleksi")
    if needs_under(draft, facts, law.values("peserta_pelatihan"), rules, "asal_pegawai", "pelatihan_kepemimpinan"):
        return draft.finish(verdict="tidak_dapat_ditentukan")
    values = law.values("peserta_pelatihan")
    key = f"{facts.asal_pegawai} {facts.pelatihan_kepemimpinan}"
    proposer, chooser = values.get("pengusul", key), values.get("penyeleksi", key)
    draft.step("Diusulkan oleh", proposer.text, proposer)
    draft.step("Diseleksi dan ditetapkan oleh", chooser.text, chooser)
    return draft.finish(result={"pengusul": proposer.text, "penyeleksi": chooser.text})


def syarat_peserta_pelatihan(facts: SyaratPesertaPelatihan, law: Law) -> Calculation:
    """Memeriksa persyaratan umum calon peserta pelatihan menurut Permen PUPR 2/2023."""
    draft = Draft("syarat_peserta_pelatihan", facts, law)
    values = law.values("peserta_pelatihan")
    sanction = facts.hukuman_disiplin
    source = values.get("syarat", "hukuman")
    met = None if sanction is None else sanction == source.text
    draft.require("Tidak dalam atau menjalani hukuman disiplin PNS", met, source, "hukuman_disiplin")
    text = "Tidak sedang diberhentikan sementara sebagai PNS"
    source = values.get("syarat", "pemberhentian")
    require_no(draft, text, facts.diberhentikan_sementara, source, "diberhentikan_sementara")
    text = "Tidak melanggar kode etik dan kode perilaku Pegawai ASN"
    source = values.get("syarat", "kode_etik")
    require_no(draft, text, facts.pernah_langgar_kode_etik, source, "pernah_langgar_kode_etik")
    text = "Diusulkan Sekretaris Unit Organisasi (pegawai daerah: PPK di daerah atau Sekretaris Daerah)"
    require_yes(draft, text, facts.diusulkan_unit, values.get("syarat", "diusulkan"), "diusulkan_unit")
    return draft.finish()
