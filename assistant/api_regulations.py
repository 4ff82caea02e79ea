"""The regulations over HTTP: list, outline, whole text, one Pasal or Lampiran, mistakes on record, source lines."""

import hashlib
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Request, Response
from fastapi.responses import JSONResponse

from assistant.api_errors import Refusal
from assistant.api_ready import Opened
from assistant.api_tree import Links, erratum, first, leaves, outline, place, regulation, status, tree
from corpus.address import Address
from corpus.library import TEXTS, Corpus
from corpus.metadata import Regulation
from corpus.tree import Node

router = APIRouter(prefix="/api/regulations", tags=["peraturan"])
SOURCE_LINES = 400  # most lines of the source in one answer

Identity = Annotated[str, Path(description="id peraturan, misalnya permendag-94-2020", max_length=60)]


@router.get("", summary="Daftar peraturan")
def regulations(request: Request, service: Opened) -> Response:
    """Semua peraturan: judul, nomor, tahun, catatan keberlakuan, dan jumlah isinya."""
    found = service.corpus.regulations.values()
    return _kept(request, [regulation(service.corpus, known) for known in found])


@router.get("/{identity}", summary="Kerangka satu peraturan")
def one(request: Request, identity: Identity, service: Opened) -> Response:
    """Judul, keberlakuan, dan kerangka: BAB, Bagian, Pasal, Lampiran."""
    known = _known(service.corpus, identity)
    return _kept(request, {**regulation(service.corpus, known), "outline": outline(known.root)})


@router.get("/{identity}/text", summary="Seluruh batang tubuh")
def text(request: Request, identity: Identity, service: Opened) -> Response:
    """Pembukaan, semua Pasal, dan penutup untuk dibaca sekaligus; lampiran diminta satu per satu."""
    known = _known(service.corpus, identity)
    links = Links(service.corpus, identity)
    body = [leaves(node, links) for node in known.root.children if node.kind != "lampiran"]
    register = [erratum(entry) for entry in service.corpus.registers.get(identity, ())]
    return _kept(request, {"regulation": identity, "children": body, "errata": register})


@router.get("/{identity}/pasal/{number}", summary="Satu Pasal")
def pasal(request: Request, identity: Identity, number: int, service: Opened) -> Response:
    """Pasal sebagai pohon ayat, huruf, dan angka, masing-masing dengan kutipan dan baris sumbernya."""
    known = _known(service.corpus, identity)
    node = service.corpus.node(Address(identity, pasal=number))
    return _kept(request, _provision(service.corpus, known, node))


@router.get("/{identity}/lampiran/{roman}", summary="Satu Lampiran")
def lampiran(
    request: Request, identity: Identity, roman: Annotated[str, Path(max_length=8)], service: Opened
) -> Response:
    """Lampiran dengan bagian, tabel, dan barisnya."""
    known = _known(service.corpus, identity)
    node = service.corpus.node(Address(identity, lampiran=roman.upper()))
    return _kept(request, _provision(service.corpus, known, node))


@router.get("/{identity}/part/{anchor}", summary="Satu bagian mana pun")
def part(
    request: Request, identity: Identity, anchor: Annotated[str, Path(max_length=200)], service: Opened
) -> Response:
    """Bagian yang ditunjuk tautan, misalnya `lampiran-i-huruf-a-nomor-12` atau `menimbang-huruf-b`."""
    known = _known(service.corpus, identity)
    node = first(known.root.walk(), lambda n: n.address is not None and n.address.anchor == anchor)
    if node is None or node is known.root:
        raise Refusal(404, "unknown_provision", f"Bagian itu tidak ada dalam {known.short}.")
    return _kept(request, _provision(service.corpus, known, node))


@router.get("/{identity}/definitions", summary="Istilah")
def definitions(request: Request, identity: Identity, service: Opened) -> Response:
    """Istilah yang didefinisikan peraturan itu, dengan singkatan dan pengertiannya."""
    _known(service.corpus, identity)
    found = service.corpus.definitions(identity)
    terms = [{"term": d.term, "short": d.short, "meaning": d.meaning, **place(d.address)} for d in found]
    return _kept(request, terms)


@router.get("/{identity}/source", summary="Baris naskah sumber")
def source(
    request: Request,
    identity: Identity,
    service: Opened,
    begin: Annotated[int, Query(ge=1, description="baris pertama")] = 1,
    end: Annotated[int | None, Query(ge=1, description="baris terakhir")] = None,
) -> Response:
    """Naskah sebagaimana diterima, baris demi baris, sebelum perbaikan apa pun."""
    _known(service.corpus, identity)
    lines = (TEXTS / f"{identity}.txt").read_text(encoding="utf-8").split("\n")
    if begin > len(lines):
        raise Refusal(404, "unknown_line", f"Naskah itu berakhir pada baris {len(lines)}.")
    last = min(end or begin, begin + SOURCE_LINES - 1, len(lines))
    shown = [{"line": number, "text": lines[number - 1]} for number in range(begin, last + 1)]
    return _kept(request, {"regulation": identity, "total": len(lines), "lines": shown})


def _known(corpus: Corpus, identity: str) -> Regulation:
    found = corpus.regulations.get(identity)
    if found is None:
        corpus.node(Address(identity))  # raises, saying which regulations there are
        raise AssertionError(identity)
    return found


def _provision(corpus: Corpus, known: Regulation, node: Node) -> dict[str, Any]:
    """A Pasal or Lampiran with its surroundings: where it stands, neighbours, mistakes, validity."""
    address = node.address
    assert address is not None
    siblings = [n for n in known.root.walk() if n.kind == node.kind and n.address is not None]
    at = next(i for i, sibling in enumerate(siblings) if sibling.address == address)
    return {
        "regulation": {"id": known.id, "short": known.short, "title": known.title},
        "path": [{"kind": n.kind, "label": n.label, "title": n.title} for n in _above(known.root, node)],
        **tree(corpus, node, Links(corpus, known.id)),
        "previous": _neighbour(siblings, at - 1),
        "next": _neighbour(siblings, at + 1),
        "errata": [erratum(entry) for entry in corpus.errata(address)],
        "status": [status(note) for note in corpus.status(address)],
    }


def _above(root: Node, node: Node) -> list[Node]:
    """The BAB, Bagian and Paragraf that a provision stands in, outermost first."""
    holder = first(root.children, lambda child: any(inner is node for inner in child.walk()))
    return [] if holder is None or holder is node else [holder, *_above(holder, node)]


def _neighbour(siblings: list[Node], at: int) -> dict[str, str] | None:
    if not 0 <= at < len(siblings):
        return None
    address = siblings[at].address
    assert address is not None
    return {"label": address.place, "url": address.url, "anchor": address.anchor}


def _kept(request: Request, content: Any) -> Response:
    """An answer that the browser may keep as long as it asks whether it still holds."""
    answer = JSONResponse(content)
    tag = f'"{hashlib.sha256(bytes(answer.body)).hexdigest()[:24]}"'
    headers = {"etag": tag, "cache-control": "no-cache"}
    if tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    answer.headers.update(headers)
    return answer
