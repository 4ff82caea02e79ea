"""Search for people over HTTP: a provision named outright comes first, then what fits by meaning and words."""

from typing import Annotated, Any

from fastapi import APIRouter, Query

from assistant.api_errors import Refusal
from assistant.api_ready import Opened
from assistant.api_tree import place
from assistant.api_words import clean
from assistant.finding import Found, find
from assistant.service import Service
from corpus.address import Address
from index.passages import load_kinds

router = APIRouter(prefix="/api", tags=["pencarian"])
QUERY_LENGTH = 500


@router.get("/search", summary="Cari ketentuan")
def search(
    service: Opened,
    q: Annotated[str, Query(description="kata, pertanyaan, atau sebutan pasal", max_length=QUERY_LENGTH)],
    k: Annotated[int, Query(ge=1, le=50, description="paling banyak berapa hasil")] = 10,
    regulation: Annotated[str | None, Query(description="id peraturan", max_length=60)] = None,
    kind: Annotated[str | None, Query(description="jenis menurut /api/kinds", max_length=30)] = None,
) -> dict[str, Any]:
    """Ketentuan yang paling sesuai, terbaik dahulu; yang disebut dengan nomornya paling atas."""
    wanted = clean(q)
    if not wanted:
        raise Refusal(422, "empty", "Tuliskan kata yang dicari.", {"q": "tidak boleh kosong."})
    _known(service, regulation, kind)
    found, messages = find(wanted, service.corpus, service.index, service.citations, k, regulation, kind)
    return {"hits": [_hit(one) for one in found], "messages": messages}


@router.get("/kinds", summary="Jenis ketentuan")
def kinds() -> list[dict[str, str]]:
    """Jenis ketentuan untuk menyaring pencarian."""
    return [{"name": kind.name, "label": kind.label} for kind in load_kinds()]


def _known(service: Service, regulation: str | None, kind: str | None) -> None:
    if regulation is not None:
        service.corpus.node(Address(regulation))
    known = [one.name for one in load_kinds()]
    if kind is not None and kind not in known:
        raise Refusal(
            422, "wrong_field", f"kind: harus salah satu dari {', '.join(known)}.", {"kind": "tidak dikenal."}
        )


def _hit(found: Found) -> dict[str, Any]:
    return {
        "citation": found.citation.to_json(),
        "text": found.citation.quote,
        "score": found.score,
        "exact": found.exact,
        "marks": [list(span) for span in found.marks],
        "see_also": [place(target) for target in found.see_also],
    }
