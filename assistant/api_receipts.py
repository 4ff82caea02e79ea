"""Receipts over HTTP: the basis of one answer, as JSON to run again or as one page to print."""

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Path, Query, Response
from fastapi.responses import JSONResponse

from assistant.api_errors import Refusal
from assistant.api_ready import Opened
from assistant.receipt_pdf import receipt_pdf

router = APIRouter(prefix="/api", tags=["percakapan"])
Form = Annotated[Literal["json", "pdf"], Query(alias="format", description="json untuk diulang, pdf untuk dicetak")]


@router.get("/sessions/{session}/receipts/{turn}", summary="Kuitansi satu jawaban, JSON atau PDF")
def read_receipt(
    session: str, turn: Annotated[int, Path(ge=1, le=1_000_000)], service: Opened, form: Form = "json"
) -> Response:
    """Dasar sebuah jawaban untuk disimpan; `tanya verify` memeriksa apakah hasilnya masih sama."""
    found: dict[str, Any] | None = service.sessions.receipt(session, turn)
    if found is None:
        raise Refusal(404, "unknown_turn", "Kuitansi itu tidak ditemukan; mungkin percakapannya sudah dihapus.")
    headers = {"content-disposition": f'attachment; filename="kuitansi-{found["id"]}.{form}"'}
    if form == "json":
        return JSONResponse(found, headers=headers)
    return Response(receipt_pdf(found), media_type="application/pdf", headers=headers)
