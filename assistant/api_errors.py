"""Bad requests in plain words: every 4xx has one shape, and a fault of ours never shows its insides."""

import logging
from collections.abc import Mapping

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import ValidationError
from starlette.exceptions import HTTPException

from assistant.errors import InputError
from assistant.tools import problems
from corpus.errors import UnknownProvision

log = logging.getLogger(__name__)

# What a status means when nothing more exact is known.
_PLAIN = {
    404: ("not_found", "Alamat itu tidak ada di sini."),
    405: ("method_not_allowed", "Alamat ini tidak menerima cara permintaan itu."),
}
_PLACES = {"body", "query", "path", "header"}


class Refusal(Exception):
    """A request that is refused: HTTP status, short code for programs, message for people."""

    def __init__(self, status: int, code: str, message: str, fields: Mapping[str, str] | None = None) -> None:
        super().__init__(message)
        self.status = status
        self.code = code
        self.message = message
        self.fields = dict(fields or {})


def say(status: int, code: str, message: str, fields: Mapping[str, str] | None = None) -> JSONResponse:
    """One refusal as the public interface writes it."""
    return JSONResponse({"error": {"code": code, "message": message, "fields": dict(fields or {})}}, status)


def add_errors(app: FastAPI) -> None:
    """Teach the application to refuse in plain words."""
    for known in (Refusal, UnknownProvision, InputError, ValidationError):
        app.add_exception_handler(known, _refused)
    app.add_exception_handler(RequestValidationError, _wrong_request)
    app.add_exception_handler(HTTPException, plain)
    app.add_exception_handler(Exception, _fault)


def refuse(error: Exception) -> JSONResponse:
    """The refusal that an error stands for; anything unforeseen is a fault of ours, told without its insides."""
    match error:
        case Refusal():
            return say(error.status, error.code, error.message, error.fields)
        case UnknownProvision():
            return say(404, "unknown_provision", str(error))
        case InputError():
            return say(422, "wrong_field", str(error), {error.field: str(error)})
        case ValidationError():
            fields = problems(error)
            return say(422, "wrong_field", " ".join(fields.values()), fields)
    return say(500, "fault", "Maaf, ada kesalahan pada sistem ini. Coba lagi; bila berulang, beri tahu pengelolanya.")


def _refused(request: Request, error: Exception) -> JSONResponse:
    return refuse(error)


def _wrong_request(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)
    items = error.errors()
    if any(item["type"] == "json_invalid" for item in items):
        return say(400, "invalid_json", "Isi permintaan bukan JSON yang dapat dibaca.")
    fields = {_name(item["loc"]): _explain(item["type"], item.get("ctx") or {}) for item in items}
    message = " ".join(f"{name}: {text}" for name, text in fields.items())
    return say(422, "wrong_field", message, fields)


def _name(place: tuple[str | int, ...]) -> str:
    names = [str(part) for part in place if part not in _PLACES]
    return ".".join(names) or "isi permintaan"


def _explain(kind: str, context: Mapping[str, object]) -> str:
    """One wrong field in plain words; the value is not echoed."""
    match kind:
        case "missing":
            return "wajib diisi."
        case "extra_forbidden":
            return "tidak dikenal; hapus isian ini."
        case "string_too_long":
            return f"terlalu panjang; paling banyak {context.get('max_length')} huruf."
        case "string_too_short":
            return "tidak boleh kosong."
        case "greater_than_equal":
            return f"paling sedikit {context.get('ge')}."
        case "less_than_equal":
            return f"paling banyak {context.get('le')}."
        case "literal_error" | "enum":
            return f"harus salah satu dari {str(context.get('expected', '')).replace(' or ', ' atau ')}."
        case "int_parsing" | "int_type" | "int_from_float" | "int_parsing_size":
            return "harus bilangan bulat."
        case "string_type" | "string_unicode":
            return "harus berupa teks."
        case "bool_type" | "bool_parsing":
            return "harus benar atau salah (true/false)."
        case "dict_type" | "model_attributes_type" | "mapping_type":
            return "harus berupa objek JSON."
    return "tidak dapat dibaca."


def plain(request: Request, error: Exception) -> JSONResponse:
    """What an HTTP status means, when nothing more exact is known."""
    assert isinstance(error, HTTPException)
    code, message = _PLAIN.get(error.status_code, ("bad_request", "Permintaan itu tidak dapat dilayani."))
    answer = say(error.status_code, code, message)
    answer.headers.update(error.headers or {})
    return answer


def _fault(request: Request, error: Exception) -> JSONResponse:
    log.error("fault at %s", request.url.path, exc_info=error)
    return refuse(error)
