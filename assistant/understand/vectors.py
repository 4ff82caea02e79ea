"""What is made of the examples, kept on disk so that a start need not make it again."""

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Encode = Callable[[Sequence[str]], Any]
Keep = Callable[[Callable[[], NDArray[Any]]], NDArray[Any]]
_REMEMBERED = 60  # texts: those of a few messages
_PROBE = "syarat kenaikan pangkat"
_RECIPE = ("classifier.py", "bags.py")  # what the classifier is made by: changed, it is made again


def example_vectors(
    texts: Sequence[str], encode: Encode, folder: Path | None, kind: str = "vectors"
) -> NDArray[np.float32]:
    """One vector per text; read back where the same encoder made them for the same texts before.

    Of each kind, which begins the name of its file, the last ones made are kept.
    """
    if folder is None:
        return np.asarray(encode(texts), np.float32)
    probe = np.round(np.asarray(encode([_PROBE]), np.float32), 3)  # another encoder gives the probe another vector
    name = _name("\n".join(texts).encode(), probe.tobytes())
    return _kept(folder, kind, name, lambda: np.asarray(encode(texts), np.float32), len(texts))


def keep_learned(
    texts: Sequence[str],
    labels: Sequence[str],
    vectors: NDArray[np.float32],
    folder: Path | None,
    kind: str = "learned",
    shape: object = None,
) -> Keep:
    """Gives back what was learned from the same texts, labels and vectors in the same way before, or has it made."""
    if folder is None:
        return lambda make: make()
    recipe = b"".join((Path(__file__).parent / name).read_bytes() for name in _RECIPE)
    name = _name("\n".join((*texts, *labels)).encode(), vectors.tobytes(), recipe, repr(shape).encode())
    return lambda make: _kept(folder, kind, name, make, len(texts))


def _name(*parts: bytes) -> str:
    return hashlib.sha256(b"\0".join(parts)).hexdigest()[:16]


def _kept(folder: Path, kind: str, name: str, make: Callable[[], NDArray[Any]], rows: int) -> NDArray[Any]:
    path = folder / f"{kind}-{name}.npy"
    try:
        found: NDArray[Any] = np.load(path, allow_pickle=False)
        if found.shape[:1] == (rows,):
            return found
    except (OSError, ValueError):
        pass  # not there, or not whole: made again below
    made = make()
    _keep(path, kind, made)
    return made


def _keep(path: Path, kind: str, made: NDArray[Any]) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        for old in path.parent.glob(f"{kind}-*.npy"):
            old.unlink()
        beside = path.with_suffix(".part")
        with beside.open("wb") as file:
            np.save(file, made)
        beside.replace(path)
    except OSError:
        return  # a folder that cannot be written only costs time


class Remembering:
    """An encoder that remembers the last few texts: a whole message is weighed beside each of its questions."""

    def __init__(self, encode: Encode) -> None:
        self._encode = encode
        self._known: dict[str, NDArray[np.float32]] = {}

    def __call__(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One vector per text."""
        known = dict(self._known)
        fresh = [text for text in dict.fromkeys(texts) if text not in known]
        if fresh:
            known |= zip(fresh, np.asarray(self._encode(fresh), np.float32), strict=True)
            self._known = known if len(known) <= _REMEMBERED else {}
        return np.asarray([known[text] for text in texts], np.float32)
