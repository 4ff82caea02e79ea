"""Calculators and search over HTTP, with the vocabulary of facts that forms and chips are made of."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Body, Path, Query

from assistant.api_errors import Refusal
from assistant.api_ready import Opened
from assistant.api_words import clean
from assistant.calculation import exact
from assistant.calculators.kegiatan import daftar_kegiatan
from assistant.facts import Jabatan, fact_words
from assistant.tools import Tool, tools
from corpus.address import Address

router = APIRouter(prefix="/api")
QUERY_LENGTH = 500


@router.get("/tools", summary="Daftar kalkulator", tags=["kalkulator"])
def list_tools(service: Opened) -> list[dict[str, Any]]:
    """Nama, keterangan, dan skema masukan setiap kalkulator."""
    return [_tool(tool) for tool in tools().values()]


@router.get("/facts", summary="Kosakata data", tags=["kalkulator"])
def list_facts(service: Opened) -> dict[str, Any]:
    """Label, pertanyaan, satuan, dan pilihan setiap data yang dapat diberikan."""
    return {name: words.model_dump() for name, words in fact_words().items()}


@router.get("/activities/{jabatan}", summary="Butir kegiatan", tags=["kalkulator"])
def list_activities(jabatan: Jabatan, service: Opened) -> list[dict[str, str]]:
    """Butir kegiatan Lampiran I suatu jabatan: nomor, sebutan, jenjang, dan angka kreditnya."""
    return [
        {
            "number": row.nomor,
            "name": row.nama,
            "group": row.kelompok,
            "jenjang": row.jenjang,
            "angka_kredit": exact(row.angka_kredit),
            "url": row.address.url,
        }
        for row in daftar_kegiatan(service.law, jabatan).rows
    ]


@router.post("/tools/{name}", summary="Jalankan satu kalkulator", tags=["kalkulator"])
def run_tool(
    name: Annotated[str, Path(max_length=80)], service: Opened, inputs: Annotated[dict[str, Any], Body()]
) -> dict[str, Any]:
    """Objek perhitungan: putusan, hasil, langkah, dan syarat dengan pasalnya."""
    tool = tools().get(name)
    if tool is None:
        raise Refusal(404, "unknown_tool", f"Kalkulator itu tidak ada. Yang ada: {', '.join(tools())}.")
    told = _without_blanks(inputs)
    if "tanggal" in tool.facts.model_fields:
        told.setdefault("tanggal", date.today())
    return tool.run(told, service.law).to_json()


@router.get("/search", summary="Cari ketentuan", tags=["pencarian"])
def search(
    service: Opened,
    q: Annotated[str, Query(description="kata atau pertanyaan", max_length=QUERY_LENGTH)],
    k: Annotated[int, Query(ge=1, le=50, description="paling banyak berapa hasil")] = 10,
    regulation: Annotated[str | None, Query(description="id peraturan", max_length=60)] = None,
) -> dict[str, Any]:
    """Ketentuan yang paling sesuai, terbaik dahulu."""
    wanted = clean(q)
    if not wanted:
        raise Refusal(422, "empty", "Tuliskan kata yang dicari.", {"q": "tidak boleh kosong."})
    if regulation is not None:
        service.corpus.node(Address(regulation))
    hits = service.index.search(wanted, k=k, regulations=(regulation,) if regulation else None)
    found = [(service.corpus.cite(hit.address), hit.score) for hit in hits]
    return {"hits": [{"citation": c.to_json(), "text": c.quote, "score": round(float(score), 6)} for c, score in found]}


def _tool(tool: Tool) -> dict[str, Any]:
    return {"name": tool.name, "description": tool.description, "schema": tool.schema()}


def _without_blanks(inputs: Mapping[str, Any]) -> dict[str, Any]:
    """Inputs as told: an empty field of a form is a fact not told."""
    return {name: value for name, value in inputs.items() if value is not None and value != ""}
