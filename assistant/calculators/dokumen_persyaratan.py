"""Dokumen persyaratan: the checklist that a procedure asks for, and what is still missing from it."""

from typing import Annotated, Any, Literal

from pydantic import Field

from assistant.calculation import Calculation
from assistant.calculators.draft import Draft
from assistant.calculators.jenjang import JABATAN_NAMES
from assistant.calculators.law import Law
from assistant.calculators.syarat import needs
from assistant.errors import InputError
from assistant.facts import Facts, Jabatan
from assistant.papers import load_papers
from assistant.wording import LONGEST
from corpus.citation import Citation
from corpus.prose import flat
from corpus.tree import Node

Keperluan = Literal[
    "perpindahan",
    "inpassing",
    "usulan_inpassing",
    "uji_perpindahan",
    "uji_inpassing",
    "uji_promosi",
    "uji_kenaikan_jenjang",
    "kenaikan_jenjang",
    "dupak",
]
# A letter or number of a list, or a few words of one of its items.
Label = Annotated[str, Field(min_length=1, max_length=LONGEST)]


class DokumenPersyaratan(Facts):
    """A procedure, and which of its documents are at hand."""

    jabatan: Jabatan | None = Field(None, description="Jabatan fungsional")
    keperluan_dokumen: Keperluan | None = Field(None, description="Untuk keperluan apa dokumen itu")
    dokumen_ada: tuple[Label, ...] | None = Field(
        None, max_length=100, description="Huruf atau angka dokumen yang sudah ada, menurut daftarnya"
    )
    dokumen_kurang: tuple[Label, ...] | None = Field(
        None, max_length=100, description="Huruf atau angka dokumen yang belum ada, bila semua yang lain sudah ada"
    )


def dokumen_persyaratan(facts: DokumenPersyaratan, law: Law) -> Calculation:
    """Menunjukkan daftar dokumen yang disyaratkan untuk suatu keperluan dan yang masih kurang."""
    draft = Draft("dokumen_persyaratan", facts, law)
    if needs(draft, facts, "jabatan", "keperluan_dokumen"):
        return draft.finish(verdict="tidak_dapat_ditentukan")
    assert facts.jabatan is not None and facts.keperluan_dokumen is not None
    source = law.values("dokumen_persyaratan").find("dokumen", facts.jabatan, facts.keperluan_dokumen)
    if source is None or source.address is None:
        return _not_regulated(draft, facts.jabatan, facts.keperluan_dokumen, law)
    draft.cite(source)
    items = law.corpus.node(source.address).children
    held = _held(draft, facts, items, law.corpus.cite(source.address))
    table = [_line(draft, item, held) for item in items]
    result: dict[str, Any] = {"jumlah": len(items), "dokumen": table}
    if held is not None:
        result["belum_ada"] = [_number(item) for item in items if _number(item) not in held]
    return draft.finish(result=result)


def _not_regulated(draft: Draft, jabatan: str, purpose: str, law: Law) -> Calculation:
    known = [key.removeprefix(f"{jabatan} ") for key in law.values("dokumen_persyaratan").keys("dokumen")]
    listed = [purpose.replace("_", " ") for purpose in known if not purpose.startswith(("negosiator", "pengawas"))]
    draft.warn(
        "tidak_diatur",
        f"Dokumen untuk {purpose.replace('_', ' ')} {JABATAN_NAMES[jabatan]} tidak diatur tersendiri; daftar dokumen ada "
        f"untuk: {', '.join(listed)}.",
    )
    return draft.finish(result={"dokumen": "tidak_diatur"})


def _held(draft: Draft, facts: DokumenPersyaratan, items: tuple[Node, ...], source: Citation) -> tuple[str, ...] | None:
    """The numbers of the items at hand: all but those told to be missing, else those told to be there."""
    if facts.dokumen_kurang is not None:
        missing = _told(draft, "dokumen_kurang", facts.dokumen_kurang, items, source)
        return tuple(number for item in items if (number := _number(item)) not in missing)
    return None if facts.dokumen_ada is None else _told(draft, "dokumen_ada", facts.dokumen_ada, items, source)


def _told(
    draft: Draft, field: str, told: tuple[str, ...], items: tuple[Node, ...], source: Citation
) -> tuple[str, ...]:
    """The numbers of the items told by number or by the name of the document."""
    known = [_number(item) for item in items]
    found: list[str] = []
    for each in told:
        if each in known:
            found.append(each)
        elif each not in load_papers():
            raise InputError(field, f"Tidak ada dokumen {each!r} dalam daftar; yang ada: {', '.join(known)}.", source)
        elif named := _named(each, items):
            found.append(named)
        else:
            draft.warn("di_luar_daftar", f"Daftar ini tidak meminta {each}.", source)
    return tuple(dict.fromkeys(found))


def _named(name: str, items: tuple[Node, ...]) -> str:
    """The number of the item that a document is, the shortest of several; "" where the list has none."""
    fitting = [item for item in items if load_papers()[name].is_item(flat(item.words))]
    return _number(min(fitting, key=lambda item: len(item.words))) if fitting else ""


def _number(item: Node) -> str:
    return item.label.strip().rstrip(".)")


def _line(draft: Draft, item: Node, held: tuple[str, ...] | None) -> dict[str, Any]:
    number, words = _number(item), flat(item.words).rstrip(";. ").removesuffix("; dan")
    if item.address is not None:
        if held is None:
            draft.step(f"Dokumen {number}", words, item.address)
        else:
            draft.require(f"Dokumen {number}: {words}", number in held, item.address, "dokumen_ada")
    line = {"nomor": number, "dokumen": words}
    return line if held is None else line | {"ada": number in held}
