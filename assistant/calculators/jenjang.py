"""Jenjang dan golongan: which ranks belong to which level of a position, and what comes next (Pasal 2 and 3)."""

from typing import get_args

from pydantic import Field

from assistant.calculation import Calculation
from assistant.calculators.draft import Draft
from assistant.calculators.law import Law
from assistant.calculators.syarat import needs
from assistant.calculators.values import Value
from assistant.errors import InputError
from assistant.facts import Facts, Golongan, Jabatan, Jenjang
from corpus.citation import Citation

JABATAN_NAMES = {"negosiator": "Negosiator Perdagangan", "pengawas": "Pengawas Perdagangan"}


class JenjangDariGolongan(Facts):
    """A rank, to be placed in the levels of a position."""

    jabatan: Jabatan | None = Field(None, description="Jabatan fungsional")
    golongan: Golongan | None = Field(None, description="Golongan ruang, misalnya III/c")
    jenjang: Jenjang | None = Field(None, description="Jenjang yang golongannya ditanyakan")


def jenjang_dari_golongan(facts: JenjangDariGolongan, law: Law) -> Calculation:
    """Menunjukkan jenjang jabatan yang memuat suatu golongan ruang, golongan pada suatu jenjang, atau seluruh daftarnya."""
    draft = Draft("jenjang_dari_golongan", facts, law)
    if needs(draft, facts, "jabatan") or facts.jabatan is None:
        return draft.finish(verdict="tidak_dapat_ditentukan")
    if facts.golongan is None:
        return _levels_and_ranks(draft, facts, facts.jabatan, law)
    entry = golongan_entry(law, facts.jabatan, facts.golongan)
    jenjang = jenjang_entry(law, facts.jabatan, entry.text)
    name = f"{JABATAN_NAMES[facts.jabatan]} {jenjang_name(entry.text)}"
    draft.step(f"Golongan ruang {facts.golongan} termasuk jenjang", name, entry)
    members = golongan_of(law, facts.jabatan, entry.text)
    draft.step(f"Golongan ruang pada jenjang {jenjang_name(entry.text)}", ", ".join(members), jenjang)
    if facts.jenjang is not None:
        _tell_of_mismatch(draft, facts.jabatan, facts.golongan, facts.jenjang, law)
    _warn_of_transfers(draft, facts.jabatan, law)
    return draft.finish(
        result={
            "jenjang": entry.text,
            "nama_jenjang": name,
            "golongan_jenjang": list(members),
            "golongan_berikutnya": next_golongan(law, facts.jabatan, facts.golongan),
        }
    )


def _tell_of_mismatch(draft: Draft, jabatan: str, golongan: str, jenjang: Jenjang, law: Law) -> None:
    """A level told beside a rank that it does not hold: which ranks it does hold."""
    try:
        settle_jenjang(law, jabatan, golongan, jenjang)
    except InputError as error:
        draft.warn("jenjang_tidak_cocok", str(error), *error.sources)


def _levels_and_ranks(draft: Draft, facts: JenjangDariGolongan, jabatan: str, law: Law) -> Calculation:
    """The ranks of the level that is asked about; of every level where none is."""
    asked = (facts.jenjang,) if facts.jenjang is not None else levels(law, jabatan)
    for level in asked:
        jenjang_entry(law, jabatan, level)
        for golongan in golongan_of(law, jabatan, level):
            rank = golongan_entry(law, jabatan, golongan)
            draft.step(f"Pangkat dan golongan ruang {jenjang_name(level)}", rank.quote, rank)
    _warn_of_transfers(draft, jabatan, law)
    if facts.jenjang is None:
        draft.cite(list_of(law, "golongan", jabatan))
        return draft.finish(result={"jumlah_jenjang": len(asked)})
    return draft.finish(
        result={"jenjang": facts.jenjang, "golongan_jenjang": list(golongan_of(law, jabatan, facts.jenjang))}
    )


def _warn_of_transfers(draft: Draft, jabatan: str, law: Law) -> None:
    draft.warn(
        "perpindahan_pangkat_tetap",
        "Bagi yang masuk melalui perpindahan, pangkat tetap seperti yang dimiliki dan jenjang mengikuti angka kredit, "
        "sehingga jenjang dan golongan dapat berbeda.",
        law.values("jenjang").get("pangkat_tetap", jabatan),
    )


def jenjang_name(jenjang: str) -> str:
    """A level as people write it: "ahli_muda" gives "Ahli Muda"."""
    return jenjang.replace("_", " ").title()


def levels(law: Law, jabatan: str) -> tuple[str, ...]:
    """The levels of a position, lowest first."""
    return tuple(key.removeprefix(f"{jabatan} ") for key in _keys(law, "jenjang", jabatan))


def ranks(law: Law, jabatan: str) -> tuple[str, ...]:
    """The ranks of a position, lowest first."""
    found = {key.removeprefix(f"{jabatan} ") for key in _keys(law, "golongan", jabatan)}
    return tuple(g for g in get_args(Golongan) if g in found)


def golongan_of(law: Law, jabatan: str, jenjang: str) -> tuple[str, ...]:
    """The ranks of one level, lowest first."""
    return tuple(g for g in ranks(law, jabatan) if golongan_entry(law, jabatan, g).text == jenjang)


def golongan_entry(law: Law, jabatan: str, golongan: str) -> Value:
    """The level that holds a rank; raises InputError naming the ranks that the position has."""
    found = law.values("jenjang").find("golongan", jabatan, golongan)
    if found is None:
        raise InputError(
            "golongan",
            f"Golongan {golongan} tidak ada pada jenjang {JABATAN_NAMES[jabatan]}; yang ada: "
            f"{', '.join(ranks(law, jabatan))}.",
            list_of(law, "golongan", jabatan),
        )
    return found


def jenjang_entry(law: Law, jabatan: str, jenjang: str, field: str = "jenjang") -> Value:
    """The provision that names a level; raises InputError naming the levels that the position has."""
    found = law.values("jenjang").find("jenjang", jabatan, jenjang)
    if found is None:
        names = ", ".join(jenjang_name(level) for level in levels(law, jabatan))
        raise InputError(
            field,
            f"{JABATAN_NAMES[jabatan]} tidak mempunyai jenjang {jenjang_name(jenjang)}; jenjangnya: {names}.",
            list_of(law, "jenjang", jabatan),
        )
    return found


def list_of(law: Law, name: str, jabatan: str) -> Citation:
    """The provision that lists all levels or ranks of a position: the smallest one that holds each of them."""
    listed = [v.address for v in law.values("jenjang").entries if v.name == name and v.key.startswith(f"{jabatan} ")]
    held = [address for address in listed if address is not None]
    whole = held[0]
    while whole.parent is not None and not all(whole.contains(each) for each in held):
        whole = whole.parent
    return law.corpus.cite(whole)


def next_golongan(law: Law, jabatan: str, golongan: str) -> str | None:
    """The next higher rank of the position, or None at the top."""
    return _after(ranks(law, jabatan), golongan)


def next_jenjang(law: Law, jabatan: str, jenjang: str) -> str | None:
    """The next higher level of the position, or None at the top."""
    return _after(levels(law, jabatan), jenjang)


def settle_jenjang(law: Law, jabatan: str, golongan: str, jenjang: Jenjang | None) -> str:
    """The level held: as told, else that of the rank; raises InputError when the two cannot go together.

    One step apart is possible in one way: who was just promoted to the next level still holds the last rank below it.
    """
    own = golongan_entry(law, jabatan, golongan).text
    if jenjang is None or jenjang == own:
        return own
    jenjang_entry(law, jabatan, jenjang)
    just_promoted = jenjang == next_jenjang(law, jabatan, own) and golongan == golongan_of(law, jabatan, own)[-1]
    if just_promoted:
        return jenjang
    raise InputError(
        "golongan",
        f"Golongan {golongan} bukan golongan {JABATAN_NAMES[jabatan]} {jenjang_name(jenjang)}; golongannya: "
        f"{', '.join(golongan_of(law, jabatan, jenjang))}. Periksa jenjang atau golongannya.",
        list_of(law, "golongan", jabatan),
    )


def _after(ladder: tuple[str, ...], step: str) -> str | None:
    position = ladder.index(step) + 1
    return ladder[position] if position < len(ladder) else None


def _keys(law: Law, name: str, jabatan: str) -> tuple[str, ...]:
    return tuple(key for key in law.values("jenjang").keys(name) if key.startswith(f"{jabatan} "))
