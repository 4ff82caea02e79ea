"""Hasil rencana: the steps, scenarios and warnings of a plan for the next rank or level."""

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from assistant.calculation import Calculation, indonesian
from assistant.calculators.draft import Draft
from assistant.calculators.kalender import duration, long_date
from assistant.calculators.rencana import Plan, Rounds, Situation, extra_for_earlier, plan, points
from assistant.calculators.target_tahunan import YearRule
from assistant.calculators.values import Value


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


def finish(draft: Draft, frame: Frame, told: Decimal | None, addition: Decimal | None) -> Calculation:
    """Close the sheet: the plan at the pace told (else the minimum target), the fastest one, and one more activity."""
    pace = told
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
    extra = frame.plan("satu kegiatan tambahan", pace, addition) if addition else None
    if main is None:
        draft.warn("tidak_tercapai", "Dengan laju ini angka kredit yang disyaratkan tidak akan terkumpul.")
    else:
        _steps(draft, frame, main)
        _warn_of_whole_months(draft, frame, main)
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


def _warn_of_whole_months(draft: Draft, frame: Frame, main: Plan) -> None:
    """Say so where days within the months told would bring an earlier round."""
    situation = frame.situation
    if situation.since is not None or situation.months_served >= situation.months_needed:
        return
    sooner = plan(main.name, situation.almost_a_month_more, main.pace, frame.rounds)
    if sooner is not None and sooner.first != main.first:
        draft.warn(
            "asumsi:bulan_penuh",
            f"Masa dihitung tepat {duration(situation.months_served)} pada tanggal acuan. Dengan beberapa hari lebih, "
            f"periodenya dapat {sooner.first.title}; sebutkan tanggal mulainya (TMT) agar pasti.",
            frame.time,
        )


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
