"""Kenaikan jenjang: promotion to the next level of a position (94/2020 Pasal 74, 82/2020 Pasal 75)."""

from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Literal

from pydantic import Field

from assistant.calculation import Calculation, indonesian
from assistant.calculators.draft import Draft
from assistant.calculators.jenjang import (
    JABATAN_NAMES,
    golongan_of,
    jenjang_entry,
    jenjang_name,
    levels,
    list_of,
    next_jenjang,
    settle_jenjang,
)
from assistant.calculators.law import Law
from assistant.calculators.pangkat import credits_of_level, needed_credits
from assistant.calculators.syarat import months_of, require_amount, require_duration, require_ratings, require_yes
from assistant.calculators.values import Values
from assistant.errors import InputError
from assistant.facts import Amount, Facts, Golongan, Jabatan, Jenjang, Months, Nilai

Jalur = Literal["pertama", "perpindahan", "inpassing", "promosi"]


class KenaikanJenjang(Facts):
    """What is known of the person who wants to rise by one level."""

    jabatan: Jabatan | None = Field(None, description="Jabatan fungsional")
    jenjang: Jenjang | None = Field(None, description="Jenjang sekarang")
    golongan: Golongan | None = Field(None, description="Golongan ruang sekarang; pengganti jenjang bila itu kosong")
    jenjang_tujuan: Jenjang | None = Field(None, description="Jenjang yang dituju; harus tepat setingkat di atas")
    angka_kredit: Amount | None = Field(None, description="Angka kredit kumulatif selama di jenjang sekarang")
    ak_jenjang_disyaratkan: Amount | None = Field(
        None,
        description="Angka kredit kumulatif yang disyaratkan untuk kenaikan jenjang, bila diketahui dari ketentuan lain",
    )
    ak_pengembangan_profesi: Amount | None = Field(None, description="Angka kredit dari pengembangan profesi")
    hasil_kerja_minimal: bool | None = Field(None, description="Syarat kinerja dan hasil kerja minimal terpenuhi")
    masa_jabatan_bulan: Months | None = Field(None, description="Lama dalam jenjang jabatan terakhir, dalam bulan")
    lulus_uji_kompetensi: bool | None = Field(None, description="Lulus uji kompetensi untuk jenjang yang dituju")
    nilai_kinerja: tuple[Nilai, ...] | None = Field(
        None, max_length=100, description="Nilai kinerja tahun-tahun terakhir, terbaru dahulu"
    )
    ada_lowongan: bool | None = Field(None, description="Formasi pada jenjang yang dituju tersedia")
    lulus_diklat_fungsional: bool | None = Field(None, description="Sudah mengikuti dan lulus diklat fungsional")
    jalur_pengangkatan: Jalur | None = Field(None, description="Jalur pengangkatan ke dalam jabatan ini")


@dataclass(frozen=True)
class Climb:
    """One rise in level."""

    jabatan: str
    jenjang: str
    target: str

    @property
    def text(self) -> str:
        """ "Ahli Pertama ke Ahli Muda"."""
        return f"{jenjang_name(self.jenjang)} ke {jenjang_name(self.target)}"


def kenaikan_jenjang(facts: KenaikanJenjang, law: Law) -> Calculation:
    """Memeriksa apakah syarat kenaikan jenjang jabatan setingkat lebih tinggi sudah terpenuhi."""
    draft = Draft("kenaikan_jenjang", facts, law)
    if facts.jabatan is None:
        draft.need("jabatan")
    level = _level(facts, law)
    if facts.jabatan is None:
        if level is None:
            draft.need("jenjang")
        return draft.finish(verdict="tidak_dapat_ditentukan")
    if level is None:
        return _without_level(draft, facts, facts.jabatan, law)
    values = law.values("kenaikan_jenjang")
    climb = climb_from(draft, law, facts.jabatan, level)
    if climb is None:
        return draft.finish(result={"jenjang": level, "jenjang_tertinggi": jenjang_name(level)})
    _check_target(facts.jenjang_tujuan, facts.jabatan, level, climb.target, law)
    needed = _require_credits(draft, facts, climb, law)
    _require_rest(draft, facts, climb.jabatan, climb.target, values)
    return draft.finish(result=_result(draft, facts, climb, needed, law))


def _without_level(draft: Draft, facts: KenaikanJenjang, jabatan: Jabatan, law: Law) -> Calculation:
    """What holds for every level: only the credits and the level aimed at depend on it."""
    values = law.values("kenaikan_jenjang")
    ladder = levels(law, jabatan)
    source, told = values.get("angka_kredit", jabatan), facts.ak_jenjang_disyaratkan
    if told is not None:
        require_amount(draft, "Angka kredit kumulatif", facts.angka_kredit, told, source, "angka_kredit")
    else:
        draft.require("Angka kredit kumulatif yang ditentukan untuk jenjang itu", None, source, "jenjang")
    if told is None and not set(facts.told()) - {"jabatan"}:
        for low, high in pairwise(ladder):
            needed_for_climb(draft, None, Climb(jabatan, low, high), law)
    _require_rest(draft, facts, jabatan, None, values)
    result: dict[str, object] = {}
    if facts.masa_jabatan_bulan is not None:
        result["kekurangan_masa_bulan"] = max(
            months_of(values.get("masa_jabatan", jabatan)) - facts.masa_jabatan_bulan, 0
        )
    return draft.finish(result=result)


def _level(facts: KenaikanJenjang, law: Law) -> str | None:
    """The level held: told, or read from the rank, or one below the level aimed at."""
    if facts.jabatan is None:
        return facts.jenjang
    if facts.jenjang is not None:
        jenjang_entry(law, facts.jabatan, facts.jenjang)
    if facts.golongan is not None:
        return settle_jenjang(law, facts.jabatan, facts.golongan, facts.jenjang)
    if facts.jenjang is None and facts.jenjang_tujuan is not None:
        jenjang_entry(law, facts.jabatan, facts.jenjang_tujuan, "jenjang_tujuan")
        ladder = levels(law, facts.jabatan)
        position = ladder.index(facts.jenjang_tujuan)
        if not position:
            name = jenjang_name(facts.jenjang_tujuan)
            raise InputError(
                "jenjang_tujuan",
                f"{name} adalah jenjang terendah; tidak ada kenaikan jenjang ke {name}.",
                list_of(law, "jenjang", facts.jabatan),
            )
        return ladder[position - 1]
    return facts.jenjang


def _check_target(told: str | None, jabatan: str, level: str, target: str, law: Law) -> None:
    if told is None or told == target:
        return
    jenjang_entry(law, jabatan, told, "jenjang_tujuan")
    step = law.values("kenaikan_jenjang").get(
        "angka_kredit", jabatan
    )  # what is needed for the next level is what is ruled
    raise InputError(
        "jenjang_tujuan",
        f"Kenaikan jenjang hanya setingkat: dari {jenjang_name(level)} ke {jenjang_name(target)}, "
        f"bukan ke {jenjang_name(told)}.",
        law.corpus.cite(step.address) if step.address is not None else None,
        list_of(law, "jenjang", jabatan),
    )


def climb_from(draft: Draft, law: Law, jabatan: str, level: str) -> Climb | None:
    """The rise from a level; at the top there is none, which is noted as a condition that fails."""
    target = next_jenjang(law, jabatan, level)
    if target is not None:
        return Climb(jabatan, level, target)
    source = law.values("kenaikan_jenjang").get("jenjang_tertinggi", jabatan)
    text = f"{jenjang_name(level)} adalah jenjang tertinggi {JABATAN_NAMES[jabatan]}; tidak ada jenjang di atasnya"
    draft.require(text, False, source)
    return None


def _require_credits(draft: Draft, facts: KenaikanJenjang, climb: Climb, law: Law) -> Decimal:
    """Huruf a: cumulative credits."""
    source = law.values("kenaikan_jenjang").get("angka_kredit", climb.jabatan)
    needed = needed_for_climb(draft, facts.ak_jenjang_disyaratkan, climb, law)
    require_amount(draft, "Angka kredit kumulatif", facts.angka_kredit, needed, source, "angka_kredit")
    _warn_of_counting(draft, facts.angka_kredit, needed, climb, law)
    return needed


def needed_for_climb(draft: Draft, told: Decimal | None, climb: Climb, law: Law) -> Decimal:
    """The text asks for credits "yang ditentukan" and sets no number, so the number is told or from outside."""
    if told is not None:
        return told
    values = law.values("kenaikan_jenjang")
    outside = values.get("angka_kredit_jenjang", climb.jenjang)
    draft.step(f"Angka kredit kumulatif {climb.text} (di luar korpus)", outside.number, outside)
    level = jenjang_name(climb.jenjang)
    summed = credits_of_level(law, climb.jabatan, climb.jenjang)
    draft.step(f"Pembanding: jumlah AK kenaikan pangkat untuk semua golongan {level}", summed)
    draft.warn(
        "di_luar_korpus:angka_kredit_jenjang",
        f'Peraturan ini mensyaratkan angka kredit kumulatif "yang ditentukan" tanpa menyebut jumlahnya. Dipakai '
        f"{outside.text} dari {outside.outside.source if outside.outside else ''}; perlu diverifikasi.",
        values.get("angka_kredit", climb.jabatan),
    )
    return outside.number


def _warn_of_counting(draft: Draft, held: Decimal | None, needed: Decimal, climb: Climb, law: Law) -> None:
    """Who names the credits since the last rank seems to lack what the ranks before it brought."""
    last = golongan_of(law, climb.jabatan, climb.jenjang)[-1]
    if held is not None and needed_credits(law, climb.jabatan, last).amount <= held < needed:
        draft.warn(
            "angka_kredit_kumulatif",
            f"Angka kredit di sini dihitung kumulatif sepanjang jenjang {jenjang_name(climb.jenjang)}. Bila "
            f"{indonesian(held)} hanya terkumpul sejak pangkat terakhir, tambahkan yang terkumpul pada pangkat sebelumnya.",
        )


def _require_rest(draft: Draft, facts: KenaikanJenjang, jabatan: str, target: str | None, values: Values) -> None:
    """Huruf b to f and what stands beside them; the level aimed at is None while it is not known."""
    masa = values.get("masa_jabatan", jabatan)
    require_duration(draft, "dalam jabatan terakhir", facts.masa_jabatan_bulan, masa, "masa_jabatan_bulan")
    passed = values.get("lulus_uji_kompetensi", jabatan)
    require_yes(draft, "Lulus uji kompetensi", facts.lulus_uji_kompetensi, passed, "lulus_uji_kompetensi")
    vacancy = values.get("formasi", jabatan)
    require_yes(
        draft,
        f"Tersedia formasi {jenjang_name(target) if target else 'pada jenjang yang dituju'}",
        facts.ada_lowongan,
        vacancy,
        "ada_lowongan",
    )
    profesi = values.find("angka_kredit_profesi", jabatan, target) if target else None
    if target is None:
        every = [v for v in values.entries if v.name == "angka_kredit_profesi" and v.key.startswith(f"{jabatan} ")]
        amounts = ", ".join(f"{indonesian(v.number)} ke {jenjang_name(v.key.split(' ')[1])}" for v in every)
        draft.require(f"Angka kredit pengembangan profesi paling sedikit {amounts}", None, every[0], "jenjang")
        for value in every[1:]:
            draft.cite(value)
    if profesi is not None:
        held = facts.ak_pengembangan_profesi
        what = "Angka kredit pengembangan profesi"
        require_amount(draft, what, held, profesi.number, profesi, "ak_pengembangan_profesi")
    require_ratings(draft, facts.nilai_kinerja, values.get("nilai_kinerja", jabatan))
    results = values.get("hasil_kerja_minimal", jabatan)
    require_yes(draft, "Kinerja dan hasil kerja minimal", facts.hasil_kerja_minimal, results, "hasil_kerja_minimal")
    _require_training(draft, facts, jabatan, values)


def _require_training(draft: Draft, facts: KenaikanJenjang, jabatan: str, values: Values) -> None:
    """Pasal 12 ayat (5) bars who came in by first appointment and has not passed the functional course."""
    source = values.get("diklat", jabatan)
    other_way = facts.jalur_pengangkatan not in (None, "pertama")
    if facts.lulus_diklat_fungsional or other_way:
        met: bool | None = True
    elif facts.lulus_diklat_fungsional is False and facts.jalur_pengangkatan == "pertama":
        met = False
    else:
        met = None
    field = "lulus_diklat_fungsional" if facts.lulus_diklat_fungsional is None else "jalur_pengangkatan"
    text = "Lulus diklat fungsional (berlaku bagi yang masuk melalui pengangkatan pertama)"
    draft.require(text, met, source, field)


def _result(draft: Draft, facts: KenaikanJenjang, climb: Climb, needed: Decimal, law: Law) -> dict[str, object]:
    values = law.values("kenaikan_jenjang")
    result: dict[str, object] = {
        "jenjang": climb.jenjang,
        "jenjang_tujuan": climb.target,
        "angka_kredit_disyaratkan": needed,
    }
    if facts.angka_kredit is not None:
        result["kekurangan"] = max(needed - facts.angka_kredit, Decimal())
    if facts.masa_jabatan_bulan is not None:
        months = months_of(values.get("masa_jabatan", climb.jabatan))
        result["kekurangan_masa_bulan"] = max(months - facts.masa_jabatan_bulan, 0)
    result["penetap"] = _deciding_official(draft, climb, values)
    if facts.ada_lowongan is False:
        waiting = law.values("target_tahunan").get("menunggu_lowongan", climb.jabatan, climb.jenjang)
        draft.step("Selama menunggu lowongan, target angka kredit per tahun paling sedikit", waiting.number, waiting)
        result["target_menunggu_lowongan"] = waiting.number
    return result


def _deciding_official(draft: Draft, climb: Climb, values: Values) -> str:
    """Who sets the rise; for Ahli Utama two provisions of 94/2020 name two officials."""
    ordinary = values.get("penetap", climb.jabatan)
    special = values.find("penetap", climb.jabatan, climb.target)
    chosen = special or ordinary
    draft.step(f"Kenaikan jenjang {climb.text} ditetapkan oleh", chosen.text, chosen)
    if special is not None:
        draft.warn(
            "dua_bacaan:penetap_ahli_utama",
            f"Untuk {jenjang_name(climb.target)} dua ketentuan berbeda: pengangkatan oleh {special.text}, keputusan "
            f"kenaikan jenjang oleh {ordinary.text}. Diambil {special.text}, karena ketentuan itu khusus untuk jenjang ini.",
            ordinary,
        )
    return chosen.text
