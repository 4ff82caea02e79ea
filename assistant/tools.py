"""The one list of calculators; chat, command line and HTTP all read it."""

import inspect
import typing
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from assistant.calculation import Calculation
from assistant.calculators import (
    angka_kredit_kegiatan,
    bahan_uji_kompetensi,
    bandingkan_rencana,
    contoh_formasi,
    disiplin_skp,
    dokumen_persyaratan,
    formasi,
    forum_pembelajaran,
    hasil_kerja_minimal,
    inpassing,
    jam_pelajaran,
    jenjang,
    kalender_pak,
    kegiatan_penunjang,
    kelebihan,
    kenaikan_jenjang,
    kenaikan_pangkat,
    kewajiban_studi,
    kinerja_jpt,
    klaster_keahlian,
    konversi_predikat,
    lowongan,
    masa_studi,
    organisasi_profesi,
    pejabat,
    pelaksanaan_uji_kompetensi,
    pelatihan_pupr,
    pembebasan_jabatan,
    pembelajaran,
    pemberhentian,
    pengangkatan,
    pengembangan_profesi,
    penulis_bersama,
    perpindahan,
    peserta_pelatihan,
    pola_karier,
    program_studi,
    rekonsiliasi_pak,
    rencana_kenaikan,
    seleksi_jabatan,
    syarat_inpassing,
    syarat_jabatan,
    syarat_uji_kompetensi,
    talenta_pupr,
    target_tahunan,
    tenggat_pupr,
    tim_penilai,
    trade_corpu,
    tugas_belajar,
    uji_kompetensi,
)
from assistant.calculators.law import Law
from assistant.errors import InputError
from assistant.facts import Facts
from assistant.refusals import problems

__all__ = ["FUNCTIONS", "Formula", "Tool", "problems", "run", "tools"]

Formula = Callable[[Any, Law], Calculation]


@dataclass(frozen=True)
class Tool:
    """A calculator as the doors see it: name, description and input taken from the function itself."""

    function: Formula

    @property
    def name(self) -> str:
        """The function's name, in the law's words."""
        return self.function.__name__

    @property
    def family(self) -> str:
        """The calculators it belongs to: the name of their module and of the file of their legal values."""
        return self.function.__module__.rpartition(".")[2]

    @property
    def description(self) -> str:
        """The function's docstring, in plain Indonesian."""
        return inspect.getdoc(self.function) or ""

    @property
    def facts(self) -> type[Facts]:
        """The pydantic model of the input."""
        model: type[Facts] = typing.get_type_hints(self.function)["facts"]
        return model

    def schema(self) -> dict[str, Any]:
        """The input as a JSON schema, described in the words that people read."""
        schema = self.facts.model_json_schema()
        for row in schema.get("$defs", {}).values():
            row.pop("description", None)  # a docstring for programmers; the field that holds the rows is described
        return {**schema, "description": self.description}

    def run(self, inputs: Mapping[str, Any], law: Law) -> Calculation:
        """Check the inputs and calculate; raises pydantic's ValidationError or InputError, one entry per wrong field."""
        return self.function(self.facts.model_validate(inputs), law)


FUNCTIONS: tuple[Formula, ...] = (
    angka_kredit_kegiatan.angka_kredit_kegiatan,
    pengembangan_profesi.pengembangan_profesi,
    kegiatan_penunjang.kegiatan_penunjang,
    rekonsiliasi_pak.rekonsiliasi_pak,
    target_tahunan.target_tahunan,
    penulis_bersama.penulis_bersama,
    kenaikan_pangkat.kenaikan_pangkat,
    kelebihan.kelebihan_angka_kredit,
    jenjang.jenjang_dari_golongan,
    uji_kompetensi.nilai_uji_kompetensi,
    kenaikan_jenjang.kenaikan_jenjang,
    syarat_uji_kompetensi.syarat_uji_kompetensi,
    formasi.formasi,
    contoh_formasi.contoh_formasi,
    hasil_kerja_minimal.hasil_kerja_minimal,
    bahan_uji_kompetensi.kategori_wawancara,
    bahan_uji_kompetensi.nilai_bukti_kerja,
    bahan_uji_kompetensi.nilai_makalah_uji,
    inpassing.angka_kredit_inpassing,
    syarat_inpassing.syarat_inpassing,
    pelaksanaan_uji_kompetensi.uji_kompetensi_ulang,
    pelaksanaan_uji_kompetensi.masa_rekomendasi_uji,
    pelaksanaan_uji_kompetensi.tim_uji_kompetensi,
    kalender_pak.kalender_pak,
    rencana_kenaikan.rencana_kenaikan_pangkat,
    rencana_kenaikan.rencana_kenaikan_jenjang,
    bandingkan_rencana.bandingkan_rencana,
    tugas_belajar.tugas_belajar,
    program_studi.program_studi_tugas_belajar,
    pembebasan_jabatan.pembebasan_tugas_jabatan,
    masa_studi.ikatan_dinas,
    masa_studi.perpanjangan_studi,
    masa_studi.reentry_program,
    kewajiban_studi.kewajiban_tugas_belajar,
    kewajiban_studi.sanksi_tugas_belajar,
    konversi_predikat.konversi_predikat,
    pengangkatan.pengangkatan_pertama,
    perpindahan.pengangkatan_perpindahan,
    pengangkatan.pengangkatan_promosi,
    pengangkatan.tenggat_diklat,
    dokumen_persyaratan.dokumen_persyaratan,
    pejabat.pejabat_berwenang,
    pemberhentian.pemberhentian,
    pemberhentian.pengangkatan_kembali,
    pemberhentian.penyesuaian_jenjang,
    tim_penilai.tim_penilai,
    tim_penilai.kuorum_sidang_pleno,
    tim_penilai.masa_tim_penilai,
    tim_penilai.penggantian_anggota_tim,
    tim_penilai.hasil_dua_penilai,
    disiplin_skp.disiplin_skp,
    lowongan.lowongan_kebutuhan,
    syarat_jabatan.syarat_jabatan,
    seleksi_jabatan.nilai_seleksi,
    seleksi_jabatan.badan_seleksi,
    pola_karier.masa_jabatan,
    pola_karier.perpindahan_jabatan,
    pola_karier.pemindahan_pelaksana,
    kinerja_jpt.kinerja_jpt,
    jam_pelajaran.jam_pelajaran,
    jam_pelajaran.porsi_belajar,
    pelatihan_pupr.penyelenggara_bimtek,
    pelatihan_pupr.jenis_pelatihan,
    peserta_pelatihan.sertifikat_pelatihan,
    peserta_pelatihan.seleksi_peserta,
    peserta_pelatihan.syarat_peserta_pelatihan,
    talenta_pupr.pengembangan_talenta,
    talenta_pupr.tindak_lanjut_predikat,
    tenggat_pupr.tenggat_pupr,
    klaster_keahlian.klaster_keahlian,
    pembelajaran.penyelenggara_pembelajaran,
    pembelajaran.bentuk_pembelajaran,
    pembelajaran.rekognisi_pembelajaran,
    forum_pembelajaran.forum_pembelajaran,
    forum_pembelajaran.evaluasi_pembelajaran,
    trade_corpu.struktur_trade_corpu,
    trade_corpu.tahap_manajemen_pengetahuan,
    trade_corpu.unsur_luar_kementerian,
    organisasi_profesi.organisasi_profesi,
)


def tools() -> dict[str, Tool]:
    """All calculators by name, in the order a person would look for them."""
    return {tool.name: tool for tool in map(Tool, FUNCTIONS)}


def run(name: str, inputs: Mapping[str, Any], law: Law) -> Calculation:
    """Run one calculator by name; raises InputError for an unknown name."""
    tool = tools().get(name)
    if tool is None:
        raise InputError("name", f"Kalkulator {name!r} tidak ada. Yang ada: {', '.join(tools())}.")
    return tool.run(inputs, law)
