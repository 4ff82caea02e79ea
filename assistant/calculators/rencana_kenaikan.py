"""Rencana kenaikan pangkat dan jenjang: the earliest round, what decides it, and what would bring it nearer."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any

from pydantic import Field

from assistant.calculation import Calculation, indonesian
from assistant.calculators.draft import Draft
from assistant.calculators.jenjang import jenjang_name
from assistant.calculators.kalender import duration, long_date
from assistant.calculators.kenaikan_jenjang import climb_from, needed_for_climb
from assistant.calculators.kenaikan_pangkat import require_same_level
from assistant.calculators.law import Law
from assistant.calculators.pangkat import plan_rise
from assistant.calculators.periode import NAMES, periods_from
from assistant.calculators.rencana import Plan, Rounds, Situation, extra_for_earlier, plan, points
from assistant.calculators.syarat import RATINGS, months_of, needs
from assistant.calculators.target_tahunan import YearRule, told_jenjang, year_rule
from assistant.calculators.values import Value
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


class RencanaKenaikanJenjang(Rencana):
    """A plan for the next level."""

    masa_jabatan_bulan: Months | None = Field(None, description="Lama dalam jenjang jabatan terakhir, dalam bulan")
    ak_jenjang_disyaratkan: Amount | None = Field(None, description="Angka kredit yang disyaratkan, bila diketahui")


@dataclass(frozen=True)
class Frame:
    """What every plan of one question shares."""

    situation: Situation
    rule: YearRule
    rounds: Rounds
    time: Value  # the provision on time in rank or level
    ratings: Value
    proposals: dict[str, Value]  # the provision on the proposal of each round

    def proposal(self, found: Plan) -> Value:
        """The provision that sets the last day of the proposal for the round reached."""
        return self.proposals[found.first.name]

    def plan(self, name: str, pace: Decimal, extra: Decimal | None = None) -> Plan | None:
        """A plan at a pace, cut at the yearly cap, with credits of one more activity if any."""
        situation = self.situation if extra is None else replace(self.situation, held=self.situation.held + extra)
        return plan(name, situation, self.rule.counted(pace), self.rounds)


def rencana_kenaikan_pangkat(facts: RencanaKenaikanPangkat, law: Law) -> Calculation:
    """Menghitung kapan paling cepat kenaikan pangkat dapat dicapai, apa penentunya, dan apa yang mempercepatnya."""
    draft = Draft("rencana_kenaikan_pangkat", facts, law)
    frame = rank_frame(draft, facts, law)
    return frame if isinstance(frame, Calculation) else _finish(draft, facts, frame)


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
    return _finish(draft, facts, frame)


def rank_frame(draft: Draft, facts: RencanaKenaikanPangkat, law: Law) -> Frame | Calculation:
    """The frame for the next rank; a finished sheet where facts are missing or the level ends."""
    absent = needs(draft, facts, "jabatan", "golongan", "angka_kredit", "masa_pangkat_bulan", "tanggal")
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
    assert facts.masa_pangkat_bulan is not None
    draft.step("Angka kredit untuk kenaikan pangkat selanjutnya", rise.needed.amount, rise.needed.citation)
    time, ratings = (values.get(name, facts.jabatan) for name in ("masa_pangkat", "nilai_kinerja"))
    rule = year_rule(law, facts.jabatan, rise.jenjang, facts.golongan)
    return _frame(draft, facts, law, rise.needed.amount, facts.masa_pangkat_bulan, time, ratings, rule)


def _level_frame(draft: Draft, facts: RencanaKenaikanJenjang, law: Law) -> Frame | Calculation:
    """The frame for the next level; a finished sheet where facts are missing or there is no level above."""
    level = told_jenjang(draft, law, facts)
    absent = needs(draft, facts, "angka_kredit", "masa_jabatan_bulan", "tanggal")
    if facts.jabatan is None or level is None:
        return draft.finish(verdict="tidak_dapat_ditentukan")
    climb = climb_from(draft, law, facts.jabatan, level)
    if climb is None:
        return draft.finish(result={"jenjang_tertinggi": jenjang_name(level)})
    if absent:
        return draft.finish(verdict="tidak_dapat_ditentukan")
    assert facts.masa_jabatan_bulan is not None
    values = law.values("kenaikan_jenjang")
    needed = needed_for_climb(draft, facts.ak_jenjang_disyaratkan, climb, law)
    time, ratings = (values.get(name, facts.jabatan) for name in ("masa_jabatan", "nilai_kinerja"))
    rule = year_rule(law, facts.jabatan, climb.jenjang, facts.golongan)
    return _frame(draft, facts, law, needed, facts.masa_jabatan_bulan, time, ratings, rule)


def _frame(
    draft: Draft, facts: Rencana, law: Law, needed: Decimal, served: int, time: Value, ratings: Value, rule: YearRule
) -> Frame:
    assert facts.jabatan is not None and facts.tanggal is not None and facts.angka_kredit is not None
    situation = Situation(
        on=facts.tanggal,
        held=facts.angka_kredit,
        needed=needed,
        months_served=served,
        months_needed=months_of(time),
        ratings_ready=_ratings_ready(facts.nilai_kinerja, int(ratings.number), facts.tanggal),
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


def _finish(draft: Draft, facts: Rencana, frame: Frame) -> Calculation:
    pace = facts.ak_setahun
    if pace is None:
        pace = frame.rule.minimum.number
        draft.warn(
            "asumsi:laju",
            f"Laju tidak disebut; dihitung dengan target minimal {indonesian(pace)} setahun.",
            frame.rule.minimum,
        )
    warn_of_cap(draft, frame.rule, pace)
    main = frame.plan("laju sekarang", pace)
    fastest = None if frame.rule.maximum is None else frame.plan("laju tertinggi", frame.rule.maximum.number)
    extra = frame.plan("satu kegiatan tambahan", pace, facts.ak_tambahan) if facts.ak_tambahan else None
    if main is None:
        draft.warn("tidak_tercapai", "Dengan laju ini angka kredit yang disyaratkan tidak akan terkumpul.")
    else:
        _steps(draft, frame, main)
    found = [each for each in (main, fastest, extra) if each is not None]
    _warn_of_reading(draft, frame)
    shown = [each for each in (main, fastest) if each is not None]
    series = [point for each in shown for point in points(each, frame.rounds)]
    return draft.finish(result=_result(frame, main, found), series=tuple(series))


def _steps(draft: Draft, frame: Frame, main: Plan) -> None:
    situation = frame.situation
    draft.step("Angka kredit yang masih kurang", situation.lacking)
    if situation.lacking:
        draft.step(f"Terkumpul dengan {indonesian(main.pace)} setahun pada", long_date(main.credits_ready))
    served = situation.months_served >= situation.months_needed
    reached = "sudah terpenuhi" if served else long_date(situation.time_ready)
    draft.step(f"Masa paling singkat {duration(situation.months_needed)}", reached, frame.time)
    if situation.ratings_ready > situation.on:
        draft.step("Nilai kinerja paling cepat terpenuhi pada", long_date(situation.ratings_ready), frame.ratings)
    last = long_date(main.first.dupak)
    draft.step(
        f"Periode pertama yang dapat dicapai, {main.first.title}, usulnya paling lambat", last, frame.proposal(main)
    )


def _result(frame: Frame, main: Plan | None, found: list[Plan]) -> dict[str, Any]:
    result: dict[str, Any] = {"angka_kredit_disyaratkan": frame.situation.needed, "kekurangan": frame.situation.lacking}
    if main is None:
        return result | {"periode": "tidak_tercapai", "skenario": [summary(each) for each in found]}
    result |= summary(main)
    earlier = extra_for_earlier(main, frame.rounds)
    if earlier is not None:
        result["tambahan_untuk_lebih_cepat"] = {"angka_kredit": earlier[0], "periode": earlier[1].title}
        result |= {"tambahan_diperlukan": earlier[0], "periode_lebih_cepat": earlier[1].title}
    return result | {"skenario": [summary(each) for each in found]}


def summary(found: Plan) -> dict[str, Any]:
    """A plan as a line of the result."""
    return {
        "nama": found.name,
        "ak_setahun": found.pace,
        "periode": found.first.title,
        "mulai_periode": found.first.start,
        "dupak_paling_lambat": found.first.dupak,
        "angka_kredit_terkumpul": found.credits_ready,
        "masa_terpenuhi": found.situation.time_ready,
        "penentu": list(found.binding),
    }


def warn_of_cap(draft: Draft, rule: YearRule, pace: Decimal) -> None:
    """Say so where a year brings more than counts."""
    if rule.maximum is not None and pace > rule.maximum.number:
        draft.warn(
            "batas_setahun",
            f"Dari {indonesian(pace)} setahun hanya {indonesian(rule.maximum.number)} yang dihitung.",
            rule.maximum,
        )


def _warn_of_reading(draft: Draft, frame: Frame) -> None:
    draft.warn(
        "dua_bacaan:saat_masa_terpenuhi",
        "Masa dan nilai kinerja dibaca harus terpenuhi paling lambat pada awal periode kenaikan. Bila harus sudah terpenuhi "
        "saat usul diajukan, periodenya dapat bergeser; saat usul itu tidak diatur.",
        frame.time,
    )
