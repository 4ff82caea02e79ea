"""Penulis bersama: how the credits of one paper are shared among its writers (Pasal 74 ayat (4) of 94/2020,
Pasal 75 ayat (4) of 82/2020)."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Any, Literal

from pydantic import Field

from assistant.calculation import Calculation, indonesian
from assistant.calculators.draft import Draft
from assistant.calculators.law import Law
from assistant.calculators.values import Value
from assistant.errors import InputError
from assistant.facts import Amount, Facts, Jabatan
from assistant.pecahan import result_value, shown

Peran = Literal["utama", "pembantu", "setara"]  # setara: no main writer, or none can be named
Writers = Annotated[int, Field(ge=1, le=100)]


class PenulisBersama(Facts):
    """A paper with its writers."""

    jabatan: Jabatan | None = Field(None, description="Jabatan fungsional")
    jumlah_penulis: Writers | None = Field(None, description="Berapa orang penulisnya, termasuk penulis utama")
    peran_penulis: Peran | None = Field(
        None,
        description="Peran dalam karya itu: utama, pembantu, atau setara bila penulis utama tidak ada atau tidak dapat ditentukan",
    )
    ak_karya: Amount | None = Field(None, description="Angka kredit karya itu sebelum dibagi")


@dataclass(frozen=True)
class Share:
    """One writer's part of a paper, as an exact fraction, and the provision it rests on; None of it where barred."""

    part: Fraction | None
    source: Value


def penulis_bersama(facts: PenulisBersama, law: Law) -> Calculation:
    """Menghitung pembagian angka kredit karya tulis yang dibuat oleh beberapa penulis."""
    draft = Draft("penulis_bersama", facts, law)
    for name in ("jabatan", "jumlah_penulis"):
        if getattr(facts, name) is None:
            draft.need(name)
    if facts.jabatan is not None and facts.jumlah_penulis is None:
        _show_all_shares(draft, law, facts.jabatan, facts.peran_penulis)
    if facts.jabatan is None or facts.jumlah_penulis is None:
        return draft.finish(verdict="tidak_dapat_ditentukan")
    roles = [facts.peran_penulis] if facts.peran_penulis else ["utama", "pembantu"][: facts.jumlah_penulis]
    result: dict[str, Any] = {"jumlah_penulis": facts.jumlah_penulis}
    for role in roles:
        share = writer_share(law, facts.jabatan, facts.jumlah_penulis, role)
        result |= _show_share(draft, share, role, facts.jumlah_penulis, facts.ak_karya)
    if facts.peran_penulis is None and facts.jumlah_penulis > 1:  # who the main writer is may be what is disputed
        source = law.values("penulis_bersama").get("bagian_sama", facts.jabatan)
        each = shown(Fraction(100, facts.jumlah_penulis))
        text = "Bagian tiap penulis bila penulis utama tidak ada atau tidak dapat ditentukan"
        draft.step(text, f"{each}%", source)
    _show_limit(draft, law, facts.jabatan, facts.jumlah_penulis, roles)
    return draft.finish(result=result)


def _show_all_shares(draft: Draft, law: Law, jabatan: Jabatan, told: Peran | None) -> None:
    """The shares for every number of writers that the regulation divides for, of the role that was told or of both."""
    values = law.values("penulis_bersama")
    if told == "setara":
        draft.cite(values.get("bagian_sama", jabatan))
        return
    for role in (told,) if told else ("utama", "pembantu"):
        for key in values.keys(f"bagian_penulis_{role}"):
            if key.split(" ")[0] == jabatan:
                share = values.get(f"bagian_penulis_{role}", key)
                draft.step(f"{key.split(' ')[1]} penulis: penulis {role}", f"{share.text}%", share)
    draft.cite(values.get("penulis_pembantu_terbanyak", jabatan))


def writer_share(law: Law, jabatan: Jabatan, writers: int, role: str) -> Share:
    """The part of one writer; raises InputError where a lone writer is called an assistant."""
    values = law.values("penulis_bersama")
    if writers == 1:
        if role == "pembantu":
            raise InputError(
                "peran_penulis", "Penulis tunggal tidak mungkin penulis pembantu; sebutkan jumlah penulisnya."
            )
        return Share(Fraction(1), values.get("karya_bersama", jabatan))
    if role == "setara":
        return Share(Fraction(1, writers), values.get("bagian_sama", jabatan))
    found = values.find(f"bagian_penulis_{role}", jabatan, str(writers))
    if found is None:
        return Share(None, values.get("penulis_pembantu_terbanyak", jabatan))
    return Share(Fraction(found.number) / 100, found)


def _show_share(draft: Draft, share: Share, role: str, writers: int, credits: Decimal | None) -> dict[str, Any]:
    """Add one writer's part to a draft; its figures for the result."""
    if share.part is None:
        return {f"bagian_{role}": "tidak_diatur"}
    who = {"utama": "penulis utama", "pembantu": "tiap penulis pembantu", "setara": "tiap penulis"}[role]
    percent = f"{shown(share.part * 100)}%"
    draft.step(
        f"Bagian {'penulis tunggal' if writers == 1 else who} bila penulisnya {writers} orang", percent, share.source
    )
    figures: dict[str, Any] = {f"persen_{role}": result_value(share.part * 100)}
    if credits is not None:
        earned = Fraction(credits) * share.part
        draft.step(f"Angka kredit {who}: {percent} × {indonesian(credits)}", shown(earned), share.source)
        figures[f"bagian_{role}"] = result_value(earned)
    return figures


def _show_limit(draft: Draft, law: Law, jabatan: Jabatan, writers: int, roles: Sequence[str]) -> None:
    """The number of assistant writers is limited; whether writers without a main one are is not said."""
    limit = law.values("penulis_bersama").get("penulis_pembantu_terbanyak", jabatan)
    if writers - 1 <= limit.number:
        return
    if "setara" in roles:
        draft.warn(
            "tidak_diatur:jumlah_penulis",
            f"Batas {limit.text} orang disebut untuk penulis pembantu; apakah batas itu berlaku juga bila tidak ada penulis "
            "utama tidak diatur.",
            limit,
        )
        return
    text = f"Penulis pembantu {writers - 1} orang dari paling banyak {limit.text} orang"
    draft.require(text, False, limit, "jumlah_penulis")
