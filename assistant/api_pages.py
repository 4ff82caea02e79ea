"""The page: one shell for every view, and its scripts and styles under an address that changes with their content."""

import hashlib
from collections.abc import MutableMapping
from pathlib import Path
from typing import Any

from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.exceptions import HTTPException
from starlette.staticfiles import StaticFiles

from assistant.api_errors import plain

WEB = Path(__file__).parent / "web"
VIEWS = (
    "/",
    "/peraturan",
    "/peraturan/{identity}",
    "/kalkulator",
    "/kalkulator/{name}",
    "/cari",
    "/riwayat",
    "/tentang",
)
_PLACE = "__VERSION__"  # in the shell, where the version of the static files goes
_SENT = {".css", ".js", ".svg", ".woff2", ".png", ".ico", ".webmanifest", ".json", ".txt"}


class Lasting(StaticFiles):
    """Static files whose address names their content, so that a browser may keep them for good."""

    def file_response(self, *args: Any, **options: Any) -> Response:
        """One file, marked as unchanging."""
        answer = super().file_response(*args, **options)
        answer.headers["cache-control"] = "public, max-age=31536000, immutable"
        if str(args[0]).endswith(".woff2"):
            answer.headers["content-type"] = "font/woff2"
        return answer

    async def get_response(self, path: str, scope: MutableMapping[str, Any]) -> Response:
        """One file of the kinds that the page uses, nothing else of the folder."""
        if Path(path).suffix not in _SENT:
            raise HTTPException(404)
        return await super().get_response(path, scope)


def add_pages(app: FastAPI) -> None:
    """Serve the views, the static files and the plain page of the API's description."""
    version = _version()
    shell = (WEB / "index.html").read_text(encoding="utf-8").replace(_PLACE, version)
    docs = (WEB / "docs.html").read_text(encoding="utf-8").replace(_PLACE, version)

    def view() -> HTMLResponse:
        return HTMLResponse(shell, headers={"cache-control": "no-cache"})

    def described() -> HTMLResponse:
        return HTMLResponse(docs, headers={"cache-control": "no-cache"})

    def icon() -> RedirectResponse:
        return RedirectResponse(f"/static/{version}/icon.svg", status_code=308)

    async def missing(request: Request, error: Exception) -> Response:
        """An address that is not there: the page says so to people, JSON to programs."""
        assert isinstance(error, HTTPException)
        if error.status_code == 404 and _reads_pages(request):
            return HTMLResponse(shell, 404, headers={"cache-control": "no-cache"})
        answer: JSONResponse = plain(request, error)
        return answer

    for path in VIEWS:
        app.add_api_route(path, view, include_in_schema=False, methods=["GET", "HEAD"])
    app.add_api_route("/docs", described, include_in_schema=False, methods=["GET", "HEAD"])
    app.add_api_route("/favicon.ico", icon, include_in_schema=False)
    app.mount(f"/static/{version}", Lasting(directory=WEB), name="static")
    app.add_exception_handler(HTTPException, missing)


def _reads_pages(request: Request) -> bool:
    path = request.url.path
    wanted = "text/html" in request.headers.get("accept", "")
    return wanted and request.method in ("GET", "HEAD") and not path.startswith(("/api/", "/static/"))


def _version() -> str:
    digest = hashlib.sha256()
    for path in sorted(p for p in WEB.rglob("*") if p.suffix in _SENT | {".html"} and "gambar" not in p.parts):
        digest.update(path.relative_to(WEB).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:12]
