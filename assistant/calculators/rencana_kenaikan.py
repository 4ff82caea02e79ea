"""Rencana kenaikan pangkat dan jenjang: the earliest round, what decides it, and what would bring it nearer."""

from datetime import date
from decimal import Decimal
from functools import partial

from pydantic import Field

from assistant.calculation import Calculation
from assistant.calculators.draft import Draft
from assistant.calculators.hasil_rencana import Frame, finish
from assistant.calculators.jenjang import jenjang_name
from assistant.calculators.kalender import full_months, long_date
from assistant.calculators.kenaikan_jenjang import climb_from, needed_for_climb
from assistant.calculators.kenaikan_pangkat import require_same_level
from assistant.calculators.law import Law
from assistant.calculators.pangkat import plan_rise
from assistant.calculators.periode import NAMES, periods_from
from assistant.calculators.rencana import Situation
from assistant.calculators.syarat import RATINGS, months_of, needs
from assistant.calculators.target_tahunan import YearRule, told_jenjang, year_rule
from assistant.calculators.values import Value
from assistant.errors import InputError
from assistant.facts import Amount, Facts, Golongan, Jabatan, Jenjang, Months, Nilai


class Rencana(Facts):
    """Where a person stands and how fast the credits come in."""

    jabatan: Jabatan | None = Field(None, description="Jabatan fungsional")
    golongan: Golongan | None = Field(None, description="Golongan ruang sekarang")
    jenjang: Jenjang | None = Field(None, description="Jenjang sekarang; bila kosong, diambil dari golongan")
    angka_kredit: Amount | None = Field(None, description="Angka kredit yang terkumpul untuk kenaikan ini")
    ak_setahun: Amount | None = Field(
        None, description="Angka kredit yang dikumpulkan setahun; bila kosong, target minimal"
    )
    ak_tambahan: Amount | None = Field(
        None, description="Angka kredit dari satu kegiatan tambahan yang sedang ditimbang"
    )
    nilai_kinerja: tuple[Nilai, ...] | None = Field(None, max_length=100, description="Nilai kinerja terbaru dahulu")
    tanggal: date | None = Field(None, description="Tanggal acuan, biasanya hari ini")


class RencanaKenaikanPangkat(Rencana):
    """A plan for the next rank."""

    masa_pangkat_bulan: Months | None = Field(None, description="Lama dalam pangkat terakhir, dalam bulan")
    mulai_pangkat: date | None = Field(
        None, description="Tanggal mulai (TMT) pangkat terakhir; lebih tepat daripada bulan"
    )


class RencanaKenaikanJenjang(Rencana):
    """A plan for the next level."""

    masa_jabatan_bulan: Months | None = Field(None, description="Lama dalam jenjang jabatan terakhir, dalam bulan")
    mulai_jenjang: date | None = Field(
        None, description="Tanggal mulai (TMT) jenjang terakhir; lebih tepat daripada bulan"
    )
    ak_jenjang_disyaratkan: Amount | None = Field(None, description="Angka kredit yang disyaratkan, bila diketahui")


def rencana_kenaikan_pangkat(facts: RencanaKenaikanPangkat, law: Law) -> Calculation:
    """Menghitung kapan paling cepat kenaikan pangkat dapat dicapai, apa penentunya, dan apa yang mempercepatnya."""
    draft = Draft("rencana_kenaikan_pangkat", facts, law)
    frame = rank_frame(draft, facts, law)
    return frame if isinstance(frame, Calculation) else finish(draft, frame, facts.ak_setahun, facts.ak_tambahan)


def rencana_kenaikan_jenjang(facts: RencanaKenaikanJenjang, law: Law) -> Calculation:
    """Menghitung kapan paling cepat angka kredit dan masa jabatan untuk kenaikan jenjang terpenuhi."""
    draft = Draft("rencana_kenaikan_jenjang", facts, law)
    frame = _level_frame(draft, facts, law)
    if isinstance(frame, Calculation):
        return frame
    draft.warn(
        "syarat_lain",
        "Kenaikan jenjang juga mensyaratkan lulus uji kompetensi, formasi, dan hasil kerja minimal; tanggalnya tidak dapat "
        "dihitung dari peraturan.",
    )
    return finish(draft, frame, facts.ak_setahun, facts.ak_tambahan)


def rank_frame(draft: Draft, facts: RencanaKenaikanPangkat, law: Law) -> Frame | Calculation:
    """The frame for the next rank; a finished sheet where facts are missing or the level ends."""
    served = () if facts.mulai_pangkat else ("masa_pangkat_bulan",)
    absent = needs(draft, facts, "jabatan", "golongan", "angka_kredit", *served, "tanggal")
    if facts.jabatan is None or facts.golongan is None:
        return draft.finish(verdict="tidak_dapat_ditentukan")
    values = law.values("kenaikan_pangkat")
    rise = plan_rise(law, facts.jabatan, facts.golongan, facts.jenjang)
    if rise.needed is None or not rise.same_level:
        require_same_level(draft, rise, values)
        if rise.target is None:
            return draft.finish(result={"golongan_tertinggi": rise.golongan})
        return draft.finish(result={"golongan_tujuan": rise.target, "didahului": "kenaikan_jenjang"})
    if absent:
        return draft.finish(verdict="tidak_dapat_ditentukan")
    draft.step("Angka kredit untuk kenaikan pangkat selanjutnya", rise.needed.amount, rise.needed.citation)
    time, ratings = (values.get(name, facts.jabatan) for name in ("masa_pangkat", "nilai_kinerja"))
    rule = year_rule(law, facts.jabatan, rise.jenjang, facts.golongan)
    served_time = _served("mulai_pangkat", facts.mulai_pangkat, facts.masa_pangkat_bulan, facts.tanggal)
    return _frame(draft, facts, law, rise.needed.amount, served_time, time, ratings, rule)


def _level_frame(draft: Draft, facts: RencanaKenaikanJenjang, law: Law) -> Frame | Calculation:
    """The frame for the next level; a finished sheet where facts are missing or there is no level above."""
    level = told_jenjang(draft, law, facts)
    served = () if facts.mulai_jenjang else ("masa_jabatan_bulan",)
    absent = needs(draft, facts, "angka_kredit", *served, "tanggal")
    if facts.jabatan is None or level is None:
        return draft.finish(verdict="tidak_dapat_ditentukan")
    climb = climb_from(draft, law, facts.jabatan, level)
    if climb is None:
        return draft.finish(result={"jenjang_tertinggi": jenjang_name(level)})
    if absent:
        return draft.finish(verdict="tidak_dapat_ditentukan")
    values = law.values("kenaikan_jenjang")
    needed = needed_for_climb(draft, facts.ak_jenjang_disyaratkan, climb, law)
    time, ratings = (values.get(name, facts.jabatan) for name in ("masa_jabatan", "nilai_kinerja"))
    rule = year_rule(law, facts.jabatan, climb.jenjang, facts.golongan)
    served_time = _served("mulai_jenjang", facts.mulai_jenjang, facts.masa_jabatan_bulan, facts.tanggal)
    return _frame(draft, facts, law, needed, served_time, time, ratings, rule)


def _served(field: str, since: date | None, months: int | None, on: date | None) -> tuple[date | None, int]:
    """The first day, where it is told, and the whole months served until the day of reckoning."""
    if since is None or on is None:
        return None, months or 0
    if since > on:
        raise InputError(
            field,
            f"Tanggal mulai {long_date(since)} sesudah tanggal acuan {long_date(on)}; sebutkan tanggal sebelumnya.",
        )
    return since, full_months(since, on)


def _frame(
    draft: Draft,
    facts: Rencana,
    law: Law,
    needed: Decimal,
    served: tuple[date | None, int],
    time: Value,
    ratings: Value,
    rule: YearRule,
) -> Frame:
    assert facts.jabatan is not None and facts.tanggal is not None and facts.angka_kredit is not None
    situation = Situation(
        on=facts.tanggal,
        held=facts.angka_kredit,
        needed=needed,
        months_served=served[1],
        months_needed=months_of(time),
        ratings_ready=_ratings_ready(facts.nilai_kinerja, int(ratings.number), facts.tanggal),
        since=served[0],
    )
    if facts.nilai_kinerja is None:
        draft.warn("asumsi:nilai_kinerja", f"Diandaikan nilai kinerja {ratings.text} tahun terakhir baik.", ratings)
    proposals = {name: law.values("kalender_pak").get("bulan_dupak", facts.jabatan, name) for name in NAMES}
    return Frame(situation, rule, partial(periods_from, law, facts.jabatan), time, ratings, proposals)


def _ratings_ready(told: tuple[str, ...] | None, years: int, on: date) -> date:
    """The first day on which the last `years` ratings are all at least baik, if every rating from now on is."""
    recent = list(told or ())[:years]
    poor = [place for place, rating in enumerate(recent) if RATINGS.index(rating) > RATINGS.index("baik")]
    return date(on.year + years - poor[0], 1, 1) if poor else on
