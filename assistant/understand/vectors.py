"""The vectors of the examples, kept on disk so that a start need not make them again."""

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Encode = Callable[[Sequence[str]], Any]
_PROBE = "syarat kenaikan pangkat"


def example_vectors(texts: Sequence[str], encode: Encode, folder: Path | None) -> NDArray[np.float32]:
    """One vector per text; read back where the same encoder made them for the same texts before."""
    if folder is None:
        return np.asarray(encode(texts), np.float32)
    path = folder / f"{_name(texts, encode)}.npy"
    try:
        kept = np.load(path, allow_pickle=False)
        if kept.shape[:1] == (len(texts),):
            return np.asarray(kept, np.float32)
    except (OSError, ValueError):
        pass  # not there, or not whole: made again below
    vectors = np.asarray(encode(texts), np.float32)
    _keep(path, vectors)
    return vectors


def _name(texts: Sequence[str], encode: Encode) -> str:
    """A name for these texts by this encoder; another encoder gives the probe another vector."""
    probe = np.round(np.asarray(encode([_PROBE]), np.float32), 3)
    return hashlib.sha256("\n".join(texts).encode() + probe.tobytes()).hexdigest()[:16]


def _keep(path: Path, vectors: NDArray[np.float32]) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        for old in path.parent.glob("*.npy"):
            old.unlink()
        beside = path.with_suffix(".part")
        with beside.open("wb") as file:
            np.save(file, vectors)
        beside.replace(path)
    except OSError:
        return  # a folder that cannot be written only costs time
