"""The conversation over HTTP: ask (whole or streamed), list, reload, forget, and say what one thinks of an answer."""

import json
import logging
import secrets
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Request, Response
from fastapi.encoders import jsonable_encoder
from fastapi.responses import JSONResponse, StreamingResponse
from pydantic import BaseModel, ConfigDict, Field

from assistant.api_errors import Refusal, refuse
from assistant.api_ready import Opened
from assistant.api_words import clean
from assistant.calculation import plain
from assistant.conversation import Conversation
from assistant.errors import InputError
from assistant.receipt import make_receipt
from assistant.service import Service
from assistant.told import say_told
from assistant.tools import tools

log = logging.getLogger(__name__)
router = APIRouter(prefix="/api", tags=["percakapan"])

MESSAGE_LENGTH = 4000
COMMENT_LENGTH = 2000
HOLDER = "tanya_pemilik"  # cookie
YEAR = 365 * 24 * 3600
PIECE = 48  # characters of the answer sent at once

Key = Annotated[str, Field(max_length=64)]


class Ask(BaseModel):
    """One message of a conversation, with facts set or withdrawn by hand beside it."""

    model_config = ConfigDict(extra="forbid", strict=True)

    message: str = Field("", description=f"pertanyaan, paling banyak {MESSAGE_LENGTH} huruf")
    session_id: Key | None = Field(None, description="id percakapan; kosong untuk memulai yang baru")
    facts: dict[str, Any] = Field({}, description="data yang diisi langsung, menurut /api/facts", max_length=50)
    forget: list[Annotated[str, Field(max_length=80)]] = Field([], description="data yang ditarik", max_length=50)


class Judgement(BaseModel):
    """What a person thinks of one answer."""

    model_config = ConfigDict(extra="forbid", strict=True)

    session_id: Key
    turn: int = Field(ge=1, le=1_000_000)
    verdict: Literal["membantu", "keliru"]
    comment: str = Field("", max_length=COMMENT_LENGTH)


@router.post("/chat", summary="Tanya")
def chat(request: Request, service: Opened, ask: Ask) -> Response:
    """Objek jawaban; dengan `Accept: text/event-stream` dikirim bertahap: stage, piece, lalu answer."""
    message = _message(ask)
    holder = _holder(request) or secrets.token_urlsafe(16)
    conversation = _conversation(service, ask.session_id)
    if "text/event-stream" in request.headers.get("accept", ""):
        pieces = _stream(service, conversation, holder, message, ask)
        answer: Response = StreamingResponse(pieces, media_type="text/event-stream")
    else:
        answer = JSONResponse(_answer(service, conversation, holder, message, ask))
    secure = request.url.scheme == "https"
    answer.set_cookie(HOLDER, holder, max_age=YEAR, httponly=True, samesite="strict", secure=secure)
    return answer


@router.get("/sessions", summary="Percakapan saya")
def list_sessions(request: Request, service: Opened) -> dict[str, Any]:
    """Percakapan yang dimulai dari peramban ini, terbaru dahulu."""
    holder = _holder(request)
    return {"sessions": [vars(known) for known in service.sessions.held_by(holder)] if holder else []}


@router.get("/sessions/{session}", summary="Satu percakapan")
def read_session(session: str, service: Opened) -> dict[str, Any]:
    """Semua pertanyaan dan jawabannya, dengan kutipannya."""
    conversation = _conversation(service, session)
    return {
        "session_id": session,
        "facts": _facts(conversation),
        "turns": [vars(turn) for turn in service.sessions.turns(session)],
    }


@router.delete("/sessions/{session}", summary="Hapus satu percakapan")
def delete_session(session: str, service: Opened) -> dict[str, int]:
    """Percakapan, jawaban, dan penilaiannya dihapus dari mesin ini."""
    if not service.sessions.delete(session):
        raise _unknown_session()
    return {"deleted": 1}


@router.delete("/sessions", summary="Hapus semua percakapan saya")
def delete_sessions(request: Request, service: Opened) -> dict[str, int]:
    """Semua percakapan yang dimulai dari peramban ini dihapus."""
    holder = _holder(request)
    return {"deleted": service.sessions.delete_all(holder) if holder else 0}


@router.post("/feedback", summary="Nilai satu jawaban")
def give_feedback(service: Opened, judgement: Judgement) -> dict[str, bool]:
    """Penilaian disimpan di mesin ini saja; penilaian terbaru menggantikan yang lama."""
    at, comment = (judgement.session_id, judgement.turn), clean(judgement.comment)
    if not service.sessions.judge(*at, judgement.verdict, comment):
        raise Refusal(404, "unknown_turn", "Jawaban yang dinilai tidak ditemukan; mungkin percakapannya sudah dihapus.")
    return {"kept": True}


@router.get("/feedback", summary="Penilaian saya")
def read_feedback(request: Request, service: Opened) -> Response:
    """Penilaian yang diberikan dari peramban ini, sebagai berkas JSON."""
    holder = _holder(request)
    content = {"feedback": list(service.sessions.feedback(holder)) if holder else []}
    return JSONResponse(content, headers={"content-disposition": 'attachment; filename="penilaian-tanya-pasal.json"'})


def _message(ask: Ask) -> str:
    message = clean(ask.message)
    if len(message) > MESSAGE_LENGTH:
        text = f"Pertanyaan terlalu panjang: {len(message)} huruf. Paling banyak {MESSAGE_LENGTH} huruf."
        raise Refusal(422, "too_long", text, {"message": text})
    message = message or say_told(ask.facts, ask.forget)
    if not message:
        text = "Tuliskan pertanyaan Anda dahulu."
        raise Refusal(422, "empty", text, {"message": text})
    return message


def _conversation(service: Service, session: str | None) -> Conversation:
    if session is None:
        return service.sessions.begin()
    found = service.sessions.conversation(session)
    if found is None:
        raise _unknown_session()
    return found


def _unknown_session() -> Refusal:
    text = "Percakapan itu tidak ditemukan; mungkin sudah dihapus. Mulailah percakapan baru."
    return Refusal(404, "unknown_session", text, {"session_id": text})


def _holder(request: Request) -> str | None:
    """The holder key of the page's cookie, None where there is none or it is not one of ours."""
    key = request.cookies.get(HOLDER, "")
    return key if 16 <= len(key) <= 64 and key.isascii() else None


def _answer(service: Service, conversation: Conversation, holder: str, message: str, ask: Ask) -> dict[str, Any]:
    """Answer and keep one turn; messages of one conversation are answered one after the other."""
    with service.sessions.turn_of(conversation.id):
        if ask.session_id is not None:
            conversation = _conversation(service, ask.session_id)  # as the turn before left it
        for name in ask.forget:
            conversation.facts.pop(name, None)
        conversation.facts.update(_told(conversation, ask.facts))
        by_hand = not clean(ask.message)
        if ask.facts:  # answered by hand: no words are to be read as the answer to the same question once more
            conversation.asked = () if by_hand else tuple(n for n in conversation.asked if n not in ask.facts)
        given = (service.assistant.again if by_hand else service.assistant.ask)(message, conversation)
        made = datetime.now(UTC).isoformat(timespec="seconds")
        receipt: dict[str, Any] = jsonable_encoder(make_receipt(given, conversation.said, made, service.corpus))
        answer: dict[str, Any] = {
            **jsonable_encoder(given.to_json()),
            "receipt": receipt["id"],
            "facts": _facts(conversation),
        }
        answer["turn"] = service.sessions.keep(conversation, holder, message, answer, receipt)
    return answer


def _facts(conversation: Conversation) -> list[dict[str, Any]]:
    """What the person told, each fact in a JSON type of its own."""
    told: list[dict[str, Any]] = jsonable_encoder(
        [{"field": name, "value": plain(value)} for name, value in conversation.facts.items() if value is not None]
    )
    return told


def _told(conversation: Conversation, facts: dict[str, Any]) -> dict[str, Any]:
    """Facts set by hand, checked by a calculator that knows them."""
    told = {}
    for name, value in facts.items():
        knowing = [tool for tool in tools().values() if name in tool.facts.model_fields]
        if not knowing:
            raise InputError(name, f"{name} bukan data yang dikenal.")
        current = next((tool for tool in knowing if tool.name == conversation.tool), knowing[0])
        told[name] = current.facts.model_validate({name: value}).model_dump()[name]
    return told


def _stream(service: Service, conversation: Conversation, holder: str, message: str, ask: Ask) -> Iterator[str]:
    yield _event("stage", {"stage": "searching", "message": "Memahami pertanyaan dan memeriksa ketentuan"})
    try:
        answer = _answer(service, conversation, holder, message, ask)
    except Exception as error:  # the headers are gone: even a fault must travel inside the stream
        refusal = refuse(error)
        if refusal.status_code >= 500:
            log.exception("fault while answering")
        yield _event("error", json.loads(bytes(refusal.body)))
        return
    yield _event("stage", {"stage": "writing", "message": "Menulis jawaban yang sudah diperiksa"})
    text = answer["answer"]
    for start in range(0, len(text), PIECE):
        yield _event("piece", {"text": text[start : start + PIECE]})
    yield _event("answer", answer)


def _event(name: str, data: dict[str, Any]) -> str:
    return f"event: {name}\ndata: {json.dumps(data, ensure_ascii=False)}\n\n"
