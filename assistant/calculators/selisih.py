"""Rules that commonly explain why a PAK shows fewer credits than one's own sum, and which of them fit the difference."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any, Literal

from assistant.calculation import indonesian
from assistant.calculators.butir_lampiran import katalog
from assistant.calculators.jenjang import jenjang_name, levels, next_golongan
from assistant.calculators.law import Law
from assistant.calculators.pangkat import needed_credits
from assistant.calculators.pengembangan_profesi import PAPERS
from assistant.calculators.values import Value
from assistant.facts import Golongan, Jabatan
from assistant.pecahan import exact_decimal, shown

Fit = Literal["tepat", "mungkin"]


@dataclass(frozen=True)
class Gap:
    """Two totals that differ: one's own and the lower one of the PAK, with what else was told."""

    jabatan: Jabatan
    own: Decimal
    pak: Decimal
    jenjang: str | None
    golongan: Golongan | None
    support: Decimal | None

    @property
    def size(self) -> Fraction:
        """How much the PAK falls short."""
        return Fraction(self.own) - Fraction(self.pak)


@dataclass(frozen=True)
class Explanation:
    """One rule that may explain a gap: how well it fits, what would have to be so, and where it stands."""

    rule: str
    fit: Fit
    text: str
    value: str
    source: Value

    def to_row(self) -> dict[str, Any]:
        """The explanation as a result holds it."""
        return {"aturan": self.rule, "kecocokan": self.fit, "keterangan": self.text}


def explanations(law: Law, gap: Gap) -> tuple[Explanation, ...]:
    """The rules that may explain a gap, those that fit exactly first."""
    found = (*_cap(law, gap), *_support(law, gap), *_shared(law, gap), *_other_level(law, gap), *_not_counted(law, gap))
    return tuple(sorted(found, key=lambda each: each.fit != "tepat"))


def _cap(law: Law, gap: Gap) -> Iterator[Explanation]:
    """The yearly cap: fits when the PAK shows the very cap; a PAK of several years can hide it in one of them."""
    values = law.values("target_tahunan")
    caps = {
        level: values.get("batas_maksimal", gap.jabatan, level)
        for level in ((gap.jenjang,) if gap.jenjang else levels(law, gap.jabatan))
    }
    exact = [level for level, cap in caps.items() if gap.pak == cap.number]
    for level in exact:
        text = f"Capaian setahun {jenjang_name(level)} dihitung paling banyak {indonesian(caps[level].number)}"
        yield Explanation("batas_setahun", "tepat", text, indonesian(caps[level].number), caps[level])
    if not exact and gap.own > min(cap.number for cap in caps.values()):
        rule = values.get("persen_maksimal", gap.jabatan)
        text = (
            f"Capaian setiap tahun dihitung paling banyak {rule.text}% dari target; cocok bila satu tahun melampauinya"
        )
        yield Explanation("batas_setahun", "mungkin", text, f"{rule.text}%", rule)


def _support(law: Law, gap: Gap) -> Iterator[Explanation]:
    """The cap of supporting activities: a fifth of what the next rank needs."""
    share = law.values("kegiatan_penunjang").get("batas", gap.jabatan)
    if gap.golongan is None or next_golongan(law, gap.jabatan, gap.golongan) is None:
        text = (
            f"Angka kredit penunjang dihitung paling banyak {share.text}% dari yang disyaratkan; sisanya tidak dihitung"
        )
        yield Explanation("batas_penunjang", "mungkin", text, f"{share.text}%", share)
        return
    cap = share.number * needed_credits(law, gap.jabatan, gap.golongan).amount / 100
    lost = None if gap.support is None else max(gap.support - cap, Decimal(0))
    if lost is not None and not lost:
        return
    limit = f"Angka kredit penunjang dari {gap.golongan} dihitung paling banyak {indonesian(cap)}"
    if lost is not None:
        fit: Fit = "tepat" if Fraction(lost) == gap.size else "mungkin"
        text = f"{limit}, sehingga {indonesian(lost)} tidak dihitung"
        yield Explanation("batas_penunjang", fit, text, indonesian(lost), share)
    elif Fraction(cap) + gap.size <= Fraction(gap.own):
        text = f"{limit}; cocok bila penunjang yang diajukan {shown(Fraction(cap) + gap.size)}"
        yield Explanation("batas_penunjang", "mungkin", text, indonesian(cap), share)


def _shared(law: Law, gap: Gap) -> Iterator[Explanation]:
    """Shared authorship: fits where the gap is what a paper of Lampiran I loses by being shared."""
    values = law.values("penulis_bersama")
    papers = [row for row in katalog(law, "pengembangan_profesi", gap.jabatan).rows if PAPERS in row.address.trail[1:2]]
    matched = False
    for role in ("utama", "pembantu"):
        for key in values.keys(f"bagian_penulis_{role}"):
            if not key.startswith(f"{gap.jabatan} "):
                continue
            part = values.get(f"bagian_penulis_{role}", key)
            whole = exact_decimal(gap.size / (1 - Fraction(part.number) / 100))
            names = [row.key.replace("_", " ") for row in papers if row.credits is not None and row.credits == whole]
            if whole is not None and whole <= gap.own and names:
                writers = key.split()[-1]
                text = (
                    f"Karya bernilai {indonesian(whole)} ({' atau '.join(names)}) yang ditulis {writers} orang: penulis {role} "
                    f"mendapat {part.text}%"
                )
                matched = True
                yield Explanation("penulis_bersama", "tepat", text, f"{part.text}%", part)
    if not matched:
        rule = values.get("karya_bersama", gap.jabatan)
        text = "Angka kredit karya tulis bersama dibagi di antara penulisnya"
        yield Explanation("penulis_bersama", "mungkin", text, "dibagi", rule)


def _other_level(law: Law, gap: Gap) -> Iterator[Explanation]:
    """Work one level above counts less: how much of it would explain the gap."""
    rule = law.values("angka_kredit_kegiatan").get("nilai_penugasan", gap.jabatan, "satu_tingkat_di_atas")
    affected = gap.size / (1 - Fraction(rule.number) / 100)
    if affected <= Fraction(gap.own):
        text = (
            f"Kegiatan satu tingkat di atas jenjang dinilai {rule.text}%; cocok bila {shown(affected)} dari hitungan sendiri "
            "berasal dari kegiatan seperti itu"
        )
        yield Explanation("satu_tingkat_di_atas", "mungkin", text, f"{rule.text}%", rule)


def _not_counted(law: Law, gap: Gap) -> Iterator[Explanation]:
    """Work too far from one's level, or without an assignment, counts nothing."""
    rule = law.values("angka_kredit_kegiatan").get("jarak_jenjang", gap.jabatan)
    text = (
        f"Kegiatan lebih dari satu tingkat dari jenjang sendiri, atau tanpa penugasan tertulis, tidak dinilai; cocok bila "
        f"nilainya {shown(gap.size)}"
    )
    yield Explanation("salah_jenjang", "mungkin", text, shown(gap.size), rule)
