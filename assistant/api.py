"""The web door: the page and the HTTP interface over one opened service."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import uvicorn
from fastapi import FastAPI
from starlette.middleware.gzip import GZipMiddleware

from assistant import api_chat, api_receipts, api_regulations, api_search, api_tools
from assistant.api_errors import add_errors
from assistant.api_guard import BodyLimit, SafeHeaders
from assistant.api_pages import add_pages
from assistant.api_ready import Opened, Opening
from assistant.service import Service
from assistant.sessions import Sessions
from assistant.settings import Settings
from corpus.references import CitationLanguage

ABOUT = (
    "Jawaban bersitasi dan perhitungan tepat atas lima peraturan kepegawaian. Setiap kutipan sama kata demi kata dengan "
    "naskahnya; setiap angka punya asal. Permintaan yang keliru dijawab 4xx dengan pesan biasa."
)


def create_app(open_service: Callable[[], Service]) -> FastAPI:
    """The application; `open_service` runs beside it once it starts, and until then questions get a plain 503."""
    opening = Opening(open_service)

    @asynccontextmanager
    async def living(app: FastAPI) -> AsyncIterator[None]:
        opening.start()
        yield
        opening.close()

    app = FastAPI(title="Tanya Pasal", description=ABOUT, docs_url=None, redoc_url=None, lifespan=living)
    app.state.opening = opening
    app.add_middleware(GZipMiddleware, minimum_size=1000, compresslevel=5)
    app.add_middleware(BodyLimit)
    app.add_middleware(SafeHeaders)
    add_errors(app)
    app.add_api_route("/healthz", health, tags=["sistem"], summary="Siap menjawab?")
    for part in (api_regulations, api_search, api_tools, api_chat, api_receipts):
        app.include_router(part.router)
    add_pages(app)
    return app


def serve(settings: Settings) -> None:
    """Open page and interface and stay until stopped."""
    app = create_app(lambda: open_service(settings))
    print(f"Tanya Pasal: http://{settings.host}:{settings.port} (Ctrl+C untuk berhenti)", flush=True)
    uvicorn.run(app, host=settings.host, port=settings.port, log_level="warning", server_header=False)


def open_service(settings: Settings, kept: Path | None = None) -> Service:
    """The assistant with its conversations, kept in the data folder unless another file is named."""
    from assistant.start import open_assistant  # brings the encoder along, which the interface alone does not need

    opened = open_assistant(settings)
    sessions = Sessions(kept or settings.conversations)
    sessions.delete_older(settings.keep_days)
    external = settings.model is not None and settings.model.external
    return Service(
        opened, opened.corpus, opened.index, opened.law, CitationLanguage(opened.corpus.regulations), sessions, external
    )


def health(service: Opened) -> dict[str, Any]:
    """`ok` bila pertanyaan sudah dapat dijawab; sebelum itu 503."""
    corpus = service.corpus
    told = {"regulations": len(corpus.regulations), "corpus": corpus.hash[:16], "external_model": service.external}
    return {"status": "ok", **told}
