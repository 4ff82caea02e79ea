"""The forms of learning that Permen PUPR 2/2023 and Permendag 4/2026 name, in one vocabulary."""

from typing import Literal

from assistant.facts import fact_words

BentukBelajar = Literal[
    "pelatihan",
    "pelatihan_struktural",
    "pelatihan_dasar",
    "pelatihan_manajerial",
    "pelatihan_teknis",
    "pelatihan_fungsional",
    "pelatihan_sosial_kultural",
    "pelatihan_jarak_jauh",
    "sekolah_perdagangan",
    "seminar",
    "workshop",
    "bimtek",
    "sosialisasi",
    "coaching",
    "mentoring",
    "e_learning",
    "detasering",
    "alam_terbuka",
    "patok_banding",
    "pertukaran",
    "belajar_mandiri",
    "komunitas_belajar",
    "komunitas_kepakaran",
    "komunitas_proyek",
    "bimbingan_kerja",
    "magang",
    "squad_team",
    "simulasi",
]


def form_name(form: BentukBelajar) -> str:
    """The form as people read it: "bimbingan teknis"."""
    return fact_words()["bentuk_belajar"].choices[form].split("/")[0]
