"""Calculators over HTTP, with the vocabulary of facts that forms and chips are made of."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Body, Path

from assistant.api_errors import Refusal
from assistant.api_ready import Opened
from assistant.calculation import exact
from assistant.calculators.kegiatan import daftar_kegiatan
from assistant.facts import Jabatan, fact_words
from assistant.tools import Tool, tools

router = APIRouter(prefix="/api")


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


def _tool(tool: Tool) -> dict[str, Any]:
    return {"name": tool.name, "description": tool.description, "schema": tool.schema()}


def _without_blanks(inputs: Mapping[str, Any]) -> dict[str, Any]:
    """Inputs as told: an empty field of a form is a fact not told."""
    return {name: value for name, value in inputs.items() if value is not None and value != ""}
