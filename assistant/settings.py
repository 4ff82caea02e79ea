"""Settings: environment variables that begin with TANYA_, none of them needed."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Settings:
    """Where things are kept and where the server listens."""

    data: Path
    host: str
    port: int

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
        )
