"""Yes-or-no facts: what denies, what undoes a denial, what only asks, and where a clause ends."""

import pytest
from told_by_words import SPELLER, told

from assistant.understand.language.clauses import clauses


@pytest.mark.parametrize(
    ("tool", "said", "field", "value"),
    [
        # what denies a bad word is a yes
        ("sertifikat_pelatihan", "tidak pernah bolos sehari pun, dapat apa?", "mengikuti_utuh", True),
        ("sertifikat_pelatihan", "ngga ada alpa sama sekali selama diklat", "mengikuti_utuh", True),
        ("sertifikat_pelatihan", "bolos sehari, masih dapat sertifikat?", "mengikuti_utuh", False),
        ("sertifikat_pelatihan", "sempat alpa dua sesi", "mengikuti_utuh", False),
        ("syarat_inpassing", "integritasnya tidak pernah bermasalah", "integritas_baik", True),
        ("syarat_inpassing", "integritasnya sempat bermasalah", "integritas_baik", False),
        ("pengangkatan_promosi", "rekam jejaknya ada noda", "rekam_jejak_baik", False),
        ("pengangkatan_promosi", "rekam jejaknya tidak ada noda", "rekam_jejak_baik", True),
        ("program_studi_tugas_belajar", "tidak dapat beasiswa", "biaya_mandiri", True),
        ("program_studi_tugas_belajar", "kuliahnya dapat beasiswa kementerian", "biaya_mandiri", False),
        ("program_studi_tugas_belajar", "biayanya ditanggung sendiri", "biaya_mandiri", True),
        # another fact's no does not reach a thing that is told behind "dan"
        (
            "pengangkatan_promosi",
            "tanpa catatan etik dan standar jabatannya terpenuhi",
            "memenuhi_standar_kompetensi",
            True,
        ),
        (
            "pengangkatan_promosi",
            "tidak menguasai inovasi dan standar kompetensi",
            "memenuhi_standar_kompetensi",
            False,
        ),
        # a yes that begins with a no holds against what is bad behind it
        ("syarat_jabatan", "no element of my appraisal was less than good", "semua_unsur_baik", True),
        ("syarat_jabatan", "one element of my appraisal was less than good", "semua_unsur_baik", False),
        # who is asked about is told of before the question
        (
            "pengangkatan_promosi",
            "Apakah calon di luar talent pool, inovasinya ada, dapat dipromosikan?",
            "dalam_rencana_suksesi",
            False,
        ),
        # what frees of a thing, and verbs that deny
        ("pengangkatan_promosi", "orangnya bebas dari pelanggaran kode etik", "pernah_langgar_kode_etik", False),
        ("pengangkatan_promosi", "pernah melanggar kode etik dua tahun lalu", "pernah_langgar_kode_etik", True),
        ("kenaikan_jenjang", "I have yet to pass the competency test", "lulus_uji_kompetensi", False),
        ("penyelenggara_pembelajaran", "my boss does not agree", "persetujuan_atasan", False),
        # a reason, a condition and a person begin a clause of their own
        ("sanksi_tugas_belajar", "kuliah tidak rampung karena banjir besar", "force_majeure", True),
        ("sanksi_tugas_belajar", "kuliah berhenti bukan karena bencana", "force_majeure", False),
        ("kenaikan_jenjang", "belum naik karena uji kompetensi gagal", "lulus_uji_kompetensi", False),
        ("kenaikan_jenjang", "belum naik padahal uji kompetensi lulus", "lulus_uji_kompetensi", True),
        ("sertifikat_pelatihan", "workshopnya ada tes dan saya tidak lulus", "ada_evaluasi_kelulusan", True),
        ("sertifikat_pelatihan", "workshopnya ada tes dan saya tidak lulus", "lulus_pelatihan", False),
        ("pengangkatan_kembali", "apa bisa balik lagi apabila formasinya tersedia?", "ada_lowongan", True),
        # the line of a form, and an item of a list that is nothing else
        ("kenaikan_jenjang", "ukom lulus\nformasi: tidak", "ada_lowongan", False),
        ("syarat_inpassing", "usia 40\n- PNS\n- S1", "status_pns", True),
        ("pengangkatan_pertama", "S1 hukum (relevan), sehat", "bidang_pendidikan_sesuai", True),
        # a state that is over
        ("syarat_uji_kompetensi", "cltn saya sudah berakhir", "cuti_luar_tanggungan", False),
        ("syarat_uji_kompetensi", "cltn saya belum selesai", "cuti_luar_tanggungan", True),
        # a word with "nya" that another fact knows as it stands
        ("kenaikan_jenjang", "ujikom beres, lowongannya tidak ada", "ada_lowongan", False),
        ("pemindahan_pelaksana", "rekomendasinya sudah ada", "rekomendasi_jpt_pratama", True),
        ("kinerja_jpt", "targetnya tidak tercapai", "kinerja_tercapai", False),
        # how it ended, told behind a turn
        ("tenggat_diklat", "sudah ikut diklat tapi waktu itu tidak lulus", "lulus_diklat_fungsional", False),
        ("kinerja_jpt", "dikasih kesempatan perbaikan tapi tetap gagal", "perbaikan_tercapai", False),
        ("kenaikan_jenjang", "I sat the competency test but failed", "lulus_uji_kompetensi", False),
        ("pengangkatan_pertama", "integritasnya baik tapi kinerjanya buruk", "integritas_baik", True),
        ("kenaikan_jenjang", "diklat sudah selesai tapi ujikom tidak lulus", "lulus_diklat_fungsional", True),
        ("kinerja_jpt", "diberi waktu perbaikan namun tetap tidak tercapai", "perbaikan_tercapai", False),
        # a no right before a verb is the verb's own
        ("sertifikat_pelatihan", "hadir penuh tapi tes akhirnya saya belum lulus", "lulus_pelatihan", False),
        ("sertifikat_pelatihan", "ujian penutupnya tidak lolos", "ada_evaluasi_kelulusan", True),
        ("sertifikat_pelatihan", "ujian penutupnya tidak lolos", "lulus_pelatihan", False),
        ("sertifikat_pelatihan", "evaluasinya tidak ada", "ada_evaluasi_kelulusan", False),
        ("kenaikan_jenjang", "formasi tidak ada ujikom lulus", "lulus_uji_kompetensi", True),
        # a no of something else
        ("tugas_belajar", "kelas malamnya tidak berizin", "kelas_khusus", True),
        ("tugas_belajar", "bukan kelas malam", "kelas_khusus", False),
        ("syarat_peserta_pelatihan", "can someone who is suspended join?", "diberhentikan_sementara", True),
        ("tim_penilai", "negosiatornya tidak cukup", "fungsional_tidak_cukup", True),
        ("ikatan_dinas", "jabatan saya dilepas selama kuliah", "dibebaskan_tugas_jabatan", True),
        ("ikatan_dinas", "selama kuliah tetap pegang jabatan", "dibebaskan_tugas_jabatan", False),
        ("angka_kredit_kegiatan", "disuruh lisan saja", "penugasan_tertulis", False),
        ("angka_kredit_kegiatan", "the boss put it in writing", "penugasan_tertulis", True),
        ("syarat_inpassing", "usia 40, non-PNS, S1", "status_pns", False),
    ],
)
def test_a_yes_or_no_is_told(tool: str, said: str, field: str, value: bool) -> None:
    assert told(tool, said).get(field) is value


@pytest.mark.parametrize(
    ("tool", "said", "field"),
    [
        ("sertifikat_pelatihan", "boleh bolos nggak?", "mengikuti_utuh"),
        ("sertifikat_pelatihan", "seminar itu tanpa penilaian lulus-tidaknya, dapat apa?", "lulus_pelatihan"),
        ("sertifikat_pelatihan", "pelatihannya tidak pakai ujian, dapat apa?", "lulus_pelatihan"),
        ("kenaikan_jenjang", "uji kompetensi lulus atau tidak, belum keluar", "lulus_uji_kompetensi"),
        ("kenaikan_jenjang", "formasi ada tidak?", "ada_lowongan"),
        ("kenaikan_jenjang", "formasi belum?", "ada_lowongan"),
        ("kenaikan_jenjang", "lowongannya berapa?", "ada_lowongan"),
        ("sanksi_tugas_belajar", "kuliah tidak rampung karena malas", "force_majeure"),
        ("pengangkatan_pertama", "pengalaman relevan 3 tahun sudah ada", "bidang_pendidikan_sesuai"),
        ("pengangkatan_pertama", "hanya punya ijazah SMA", "bidang_pendidikan_sesuai"),
        ("tugas_belajar", "pantas diterima di kampus?", "lulus_seleksi_studi"),
        ("tim_penilai", "anggotanya cukup tidak?", "fungsional_tidak_cukup"),
    ],
)
def test_a_yes_or_no_that_is_only_asked_or_of_something_else_is_not_told(tool: str, said: str, field: str) -> None:
    assert field not in told(tool, said)


@pytest.mark.parametrize(
    ("said", "parts"),
    [
        ("dia diberhentikan sementara sejak Mei", 1),
        ("dia bekerja sementara saya kuliah", 2),
        ("bulan lalu saya diuji", 1),
        ("saya diuji lalu pindah", 2),
        ("sudah jadi PNS tahun ini", 1),
        ("formasinya penuh jadi saya menunggu", 2),
        ("nilainya baik terus", 1),
        ("saya lulus terus pindah", 2),
    ],
)
def test_a_word_joins_clauses_only_where_it_is_no_part_of_one(said: str, parts: int) -> None:
    assert len(clauses(SPELLER.read(said))) == parts
