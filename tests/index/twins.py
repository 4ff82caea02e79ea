"""Two regulations that differ in one name, and an encoder that knows only whether words are shared."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from index.encoder import Vectors

_TEXT = """\
BAB I

KETENTUAN UMUM

Pasal 1

Dalam Peraturan Menteri ini yang dimaksud dengan:

1. Angka Kredit adalah satuan nilai kegiatan {nama}.
2. Tim Penilai adalah tim yang menilai Angka Kredit {nama}.

BAB II

PENGANGKATAN

Pasal 2

- (1) {nama} diangkat oleh Menteri setelah lulus uji kompetensi.
- (2) {nama} berusia paling tinggi 53 (lima puluh tiga) tahun.

Pasal 3

{nama} yang mengundurkan diri diberhentikan dari jabatannya.
"""


class WordEncoder:
    """Texts that share words are near: each word has a place in the vector by its hash."""

    dimension = 96

    def __init__(self, fingerprint: str = "kata") -> None:
        self.fingerprint = fingerprint
        self.embedded: list[str] = []

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        return self._encode(texts)

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        self.embedded.extend(texts)
        return self._encode(texts)

    def _encode(self, texts: Sequence[str]) -> Vectors:
        vectors = np.full((len(texts), self.dimension), 0.01, np.float32)
        for row, text in enumerate(texts):
            for word in text.lower().split():
                vectors[row, int(hashlib.md5(word.encode()).hexdigest(), 16) % self.dimension] += 1
        lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
        normal: Vectors = (vectors / lengths).astype(np.float32)
        return normal


def write_regulation(folder: Path, identity: str, nama: str, text: str = _TEXT) -> None:
    """One clean regulation: a text and its metadata."""
    folder.mkdir(exist_ok=True)
    year = identity.rsplit("-", 1)[-1]
    (folder / f"{identity}.txt").write_text(text.format(nama=nama), "utf-8")
    (folder / f"{identity}.yaml").write_text(
        f"short: Permen {nama}\ntitle: Peraturan Menteri tentang {nama}\nnumber: '1'\nyear: {year}\n", "utf-8"
    )
