"""Settings: environment variables that begin with TANYA_, none of them needed."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from assistant.chat_model import ModelSettings

PROJECT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Settings:
    """Where things are kept and where the server listens."""

    data: Path
    host: str
    port: int
    model: ModelSettings | None = None
    keep_days: int = 180  # conversations untouched for longer are forgotten

    @property
    def conversations(self) -> Path:
        """The file that conversations and opinions are kept in."""
        return self.data / "percakapan.sqlite"

    @classmethod
    def read(cls, environment: Mapping[str, str] | None = None) -> "Settings":
        """Read the environment; raises ValueError naming variable, value and right form."""
        env = os.environ if environment is None else environment
        port = env.get("TANYA_PORT") or env.get("PORT") or "8000"
        if not port.isdigit() or not 0 < int(port) < 65536:
            raise ValueError(f"TANYA_PORT={port!r}: harus bilangan 1 sampai 65535, misalnya 8000")
        return cls(
            data=Path(env.get("TANYA_DATA") or PROJECT / ".tanya"),
            host=env.get("TANYA_HOST") or env.get("HOST") or "127.0.0.1",
            port=int(port),
            model=_model(env),
            keep_days=_days(env),
        )


def _model(env: Mapping[str, str]) -> ModelSettings | None:
    name = env.get("TANYA_MODEL", "")
    if not name:
        return None
    return ModelSettings(
        name=name,
        url=env.get("TANYA_MODEL_URL", ""),
        key=env.get("TANYA_MODEL_KEY", ""),
        seconds=_number(env, "TANYA_MODEL_SECONDS", "15"),
        tokens=int(_number(env, "TANYA_MODEL_TOKENS", "500")),
        calls_a_day=int(_number(env, "TANYA_MODEL_CALLS", "1000")),
    )


def _days(env: Mapping[str, str]) -> int:
    text = env.get("TANYA_KEEP_DAYS") or str(Settings.keep_days)
    if not (text.isascii() and text.isdigit() and 0 < int(text) < 36500):
        raise ValueError(f"TANYA_KEEP_DAYS={text!r}: harus banyaknya hari, bilangan bulat lebih dari 0, misalnya 180")
    return int(text)


def _number(env: Mapping[str, str], name: str, default: str) -> float:
    text = env.get(name) or default
    if not text.replace(".", "", 1).isdigit() or float(text) <= 0:
        raise ValueError(f"{name}={text!r}: harus bilangan lebih dari 0, misalnya {default}")
    return float(text)
