"""Search for people over HTTP: a provision named outright comes first, then what fits by meaning and words."""

from collections.abc import Iterable
from typing import Annotated, Any

from fastapi import APIRouter, Query

from assistant.api_errors import Refusal
from assistant.api_ready import Opened
from assistant.api_tree import place
from assistant.api_words import clean
from assistant.service import Service
from corpus.address import Address
from index.passages import load_kinds

router = APIRouter(prefix="/api", tags=["pencarian"])
QUERY_LENGTH = 500
SEE_ALSO = 4
EXACT = 1.0  # score of a provision that the query names


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
    scope = _scope(service, regulation, kind)
    named, messages = _named(service, wanted, scope)
    found = service.index.search(wanted, k=k, regulations=scope, kinds=(kind,) if kind else None)
    ranked = [(address, EXACT, True) for address in named]
    ranked += [(hit.address, round(float(hit.score), 6), False) for hit in found if hit.address not in named]
    return {"hits": [_hit(service, *one) for one in ranked[:k]], "messages": messages}


@router.get("/kinds", summary="Jenis ketentuan")
def kinds() -> list[dict[str, str]]:
    """Jenis ketentuan untuk menyaring pencarian."""
    return [{"name": kind.name, "label": kind.label} for kind in load_kinds()]


def _scope(service: Service, regulation: str | None, kind: str | None) -> tuple[str, ...] | None:
    if regulation is not None:
        service.corpus.node(Address(regulation))
    known = [one.name for one in load_kinds()]
    if kind is not None and kind not in known:
        raise Refusal(
            422, "wrong_field", f"kind: harus salah satu dari {', '.join(known)}.", {"kind": "tidak dikenal."}
        )
    return (regulation,) if regulation else None


def _named(service: Service, wanted: str, scope: Iterable[str] | None) -> tuple[list[Address], list[str]]:
    """The provisions that the query names, or why one that it names cannot be shown."""
    targets: list[Address] = []
    messages = []
    for mention in service.citations.find(wanted):
        read = service.citations.resolve(mention, tuple(scope or ()))
        targets += [at for at in (read.targets or read.candidates) if at not in targets]
        if read.message:
            messages.append(read.message)
    return [at for at in targets if at.place], messages


def _hit(service: Service, address: Address, score: float, exact: bool) -> dict[str, Any]:
    citation = service.corpus.cite(address)
    targets = (target for one in service.corpus.references_from(address) for target in one.targets)
    near = dict.fromkeys(target for target in targets if not address.contains(target))
    return {
        "citation": citation.to_json(),
        "text": citation.quote,
        "score": score,
        "exact": exact,
        "see_also": [place(target) for target in list(near)[:SEE_ALSO]],
    }
