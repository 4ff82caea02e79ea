"""The posts of Permendag 79/2014 Pasal 2 and 3: their kinds and their ladders."""

from typing import Literal

from assistant.calculators.values import Values
from assistant.facts import fact_words

JabatanKarier = Literal[
    "jpt_madya",
    "jpt_pratama",
    "administrator",
    "jabatan_pengawas",
    "jabatan_pelaksana",
    "jf_ahli_utama",
    "jf_ahli_madya",
    "jf_ahli_muda",
    "jf_ahli_pertama",
    "jf_penyelia",
    "jf_mahir",
    "jf_terampil",
    "jf_pemula",
    "perwakilan_kdei",
    "perwakilan_lain",
]
Kelompok = Literal["jpt", "administrasi", "fungsional", "perwakilan"]
_KINDS: dict[str, Kelompok] = {"jpt": "jpt", "jf": "fungsional", "perwakilan": "perwakilan"}


def post_name(post: JabatanKarier) -> str:
    """The post as people read it: "JPT Pratama"."""
    return fact_words()["jabatan_tujuan"].choices[post].split("/")[0]


def kind_of(post: JabatanKarier) -> Kelompok:
    """Which of the four kinds of Pasal 2 a post belongs to."""
    return _KINDS.get(post.split("_")[0], "administrasi")


def ladder_of(values: Values, post: JabatanKarier) -> tuple[str, ...]:
    """The posts of the ladder that a post stands on, highest first; the order of Pasal 3."""
    name = values.get("jenjang", post).text
    return tuple(value.key for value in values.entries if value.name == "jenjang" and value.text == name)
