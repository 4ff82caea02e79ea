"""Syarat khusus jabatan: what Permendag 79/2014 Pasal 19 asks of who is to be appointed to a structural post."""

from typing import Literal, get_args

from pydantic import Field

from assistant.calculation import Calculation
from assistant.calculators.draft import Draft
from assistant.calculators.jabatan_karier import JabatanKarier, kind_of, post_name
from assistant.calculators.law import Law
from assistant.calculators.syarat import ratings_met
from assistant.calculators.values import Value, Values
from assistant.facts import Facts, Hukuman, Ijazah, Nilai

Diklatpim = Literal["I", "II", "III", "IV"]
LEVELS: tuple[str, ...] = get_args(Diklatpim)  # highest first
DEGREES: tuple[str, ...] = get_args(Ijazah)  # lowest first
SANCTIONS: tuple[str, ...] = get_args(Hukuman)  # lightest first
NOT_NAMED = "D4"  # the text names Sarjana (S1) only


class SyaratJabatan(Facts):
    """What is known of a candidate for a post of the ministry."""

    jabatan_tujuan: JabatanKarier | None = Field(None, description="Jabatan yang dituju")
    ijazah: Ijazah | None = Field(None, description="Pendidikan terakhir")
    diklatpim: tuple[Diklatpim, ...] | None = Field(
        None, max_length=100, description="Tingkat Diklatpim yang sudah lulus"
    )
    nilai_kinerja: tuple[Nilai, ...] | None = Field(
        None, max_length=100, description="Nilai kinerja terakhir, terbaru dahulu"
    )
    semua_unsur_baik: bool | None = Field(
        None, description="Semua unsur penilaian prestasi kerja paling kurang baik pada tahun-tahun itu"
    )
    hukuman_disiplin: Hukuman | None = Field(None, description="Hukuman disiplin yang sedang dijalani")
    hukuman_terberat: Hukuman | None = Field(None, description="Hukuman disiplin terberat yang pernah dijatuhkan")
    proses_hukuman: Hukuman | None = Field(None, description="Tingkat hukuman disiplin yang sedang diproses")


def syarat_jabatan(facts: SyaratJabatan, law: Law) -> Calculation:
    """Memeriksa syarat khusus pengangkatan dalam jabatan pimpinan tinggi, administrator, atau pengawas di Kementerian
    Perdagangan."""
    draft = Draft("syarat_jabatan", facts, law)
    if facts.jabatan_tujuan is None:
        draft.need("jabatan_tujuan")
        return draft.finish(verdict="tidak_dapat_ditentukan")
    values = law.values("syarat_jabatan")
    post = facts.jabatan_tujuan
    if values.find("ijazah", post) is None:
        return _ruled_elsewhere(draft, values, post)
    _require_degree(draft, facts, values.get("ijazah", post))
    _require_course(draft, facts, values.get("diklatpim", post))
    _require_elements(draft, facts, values.get("nilai_kinerja", post))
    _require_discipline(draft, facts, values.get("hukuman", post))
    draft.warn(
        "tidak_diatur:syarat_lain",
        "Selain syarat khusus ini berlaku syarat umum menurut peraturan lain dan seleksi kompetensi yang diatur dengan "
        "Keputusan Menteri; keduanya tidak ada dalam naskah ini.",
        values.get("syarat_umum"),
    )
    draft.cite(values.get("seleksi_kompetensi"))
    return draft.finish(result={"jabatan": post_name(post)})


def _ruled_elsewhere(draft: Draft, values: Values, post: JabatanKarier) -> Calculation:
    kind = kind_of(post)
    source = values.get("aturan_lain", "pelaksana" if kind == "administrasi" else kind)
    draft.warn(
        "tidak_diatur",
        f"Pasal 19 tidak memuat syarat khusus untuk {post_name(post)}; berlaku {source.text}.",
        source,
    )
    return draft.finish(verdict="tidak_dapat_ditentukan", result={"syarat": "tidak_diatur"})


def _require_degree(draft: Draft, facts: SyaratJabatan, value: Value) -> None:
    told = facts.ijazah
    met = None if told is None else DEGREES.index(told) >= DEGREES.index(value.text)
    shown = "" if told is None else f"{told}, "
    text = f"Pendidikan {shown}disyaratkan paling rendah Sarjana ({value.text})"
    if told == NOT_NAMED:
        draft.require(text, None, value)
        draft.warn(
            "tidak_diatur:D4",
            "Peraturan ini hanya menyebut Sarjana (S1); apakah Diploma IV disamakan tidak diatur di sini.",
            value,
        )
        return
    draft.require(text, met, value, "ijazah")


def _require_course(draft: Draft, facts: SyaratJabatan, value: Value) -> None:
    """The course of the post's own level; a higher one alone is not what the text names."""
    told = facts.diklatpim
    text = f"Lulus Diklatpim Tingkat {value.text}"
    if told is None or value.text in told:
        draft.require(text, None if told is None else True, value, "diklatpim")
        return
    higher = [level for level in told if LEVELS.index(level) < LEVELS.index(value.text)]
    draft.require(text, None if higher else False, value)
    if higher:
        draft.warn(
            "tidak_diatur:diklatpim_lebih_tinggi",
            f"Yang lulus Diklatpim Tingkat {higher[0]}, lebih tinggi daripada yang disebut; apakah itu menggantikannya tidak "
            "diatur.",
            value,
        )


def _require_elements(draft: Draft, facts: SyaratJabatan, value: Value) -> None:
    """Every element of the rating, not only its sum: a low total settles it, a good one does not."""
    years = int(value.number)
    low = facts.nilai_kinerja is not None and ratings_met(facts.nilai_kinerja, years) is False
    text = f"Semua unsur penilaian prestasi kerja paling kurang BAIK dalam {years} tahun terakhir"
    draft.require(text, False if low else facts.semua_unsur_baik, value, "semua_unsur_baik")


def _require_discipline(draft: Draft, facts: SyaratJabatan, value: Value) -> None:
    past = _barred(value.text, facts.hukuman_disiplin, facts.hukuman_terberat)
    pending = _barred(value.text, facts.proses_hukuman)
    level = "berat" if value.text == "berat" else f"{value.text} sampai dengan berat"
    draft.require(f"Tidak pernah dikenai hukuman disiplin tingkat {level}", _not(past), value, "hukuman_terberat")
    text = f"Tidak dalam proses dikenai hukuman disiplin tingkat {level}"
    draft.require(text, _not(pending), value, "proses_hukuman")
    if past is not None and pending is not None and past != pending:
        draft.warn(
            "dua_bacaan:hukuman_disiplin",
            '"Tidak pernah atau tidak dalam proses" dibaca: keduanya harus tidak ada. Bila "atau" dibaca sebagai pilihan, salah '
            "satunya sudah cukup; bacaan itu membuat syaratnya hampir tanpa arti.",
            value,
        )


def _barred(bar: str, *told: str | None) -> bool | None:
    """Whether a sanction told reaches the bar; None while the last one was not told and no other settles it."""
    if any(each is not None and SANCTIONS.index(each) >= SANCTIONS.index(bar) for each in told):
        return True
    return None if told[-1] is None else False


def _not(told: bool | None) -> bool | None:
    return None if told is None else not told
