"""Build the index: beside the old one, checked, and swapped in only when it is whole.

A build that is up to date does nothing. Otherwise only passages whose words changed are embedded again; the vectors of
all others are taken over from the build before.
"""

import hashlib
import shutil
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from filelock import FileLock, Timeout
from tqdm import tqdm

from corpus.library import Corpus
from index.encoder import Encoder, Vectors, load_encoder
from index.errors import IndexBusy, IndexFault
from index.folder import prepare_encoder
from index.keywords import Keywords
from index.manifest import (
    CHROMA,
    KEYWORDS,
    VECTORS,
    find_build,
    identify,
    serve,
    served_folder,
    write_manifest,
)
from index.passages import Passage, make_passages
from index.store import VectorStore

_CHUNK = 32
_PROBES = 50
_NEIGHBOURS = 10
_ATOL = 1e-3


@dataclass(frozen=True)
class Report:
    """What a build did: whether it built at all, how many passages it holds, how many of them it embedded anew."""

    built: bool
    passages: int
    embedded: int
    seconds: float
    folder: Path


def build(
    corpus: Corpus, data_dir: Path, progress: bool = True, encoder: Encoder | None = None, wait: float = 600
) -> Report:
    """Build or refresh the index of a corpus; IndexBusy where another builder does not finish within `wait` seconds."""
    started = time.monotonic()
    with _alone(data_dir, wait):
        passages = make_passages(corpus)
        fingerprint = encoder.fingerprint if encoder else prepare_encoder(data_dir).fingerprint
        identity = identify(corpus.hash, passages, fingerprint)
        try:
            current = find_build(data_dir, identity)
            return Report(False, current.count, 0, time.monotonic() - started, current.folder)
        except IndexFault:
            pass
        known = _known_vectors(data_dir, fingerprint)
        fresh = [passage for passage in passages if _name(passage) not in known]
        if fresh:
            encoder = encoder or load_encoder(data_dir)
            known.update(_embed(encoder, fresh, progress))
        vectors = np.stack([known[_name(passage)] for passage in passages])
        folder = data_dir / "index" / f"{time.strftime('%Y%m%d-%H%M%S')}-{time.time_ns() % 10**9:09d}"
        with _beside(folder) as part:
            _write(part, passages, vectors, fingerprint)
            write_manifest(part, identity, len(passages))
        previous = served_folder(data_dir)
        serve(data_dir, folder)
        _sweep(data_dir, keep={folder, previous})
    return Report(True, len(passages), len(fresh), time.monotonic() - started, folder)


@contextmanager
def _alone(data_dir: Path, wait: float) -> Iterator[None]:
    data_dir.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(data_dir / "build.lock", timeout=wait):
            yield
    except Timeout:
        raise IndexBusy(data_dir / "index") from None


@contextmanager
def _beside(folder: Path) -> Iterator[Path]:
    """A folder to build in, which takes its real name only when the build came to its end."""
    part = folder.with_name(folder.name + ".part")
    part.mkdir(parents=True)
    try:
        yield part
        part.rename(folder)
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _embed(encoder: Encoder, passages: Sequence[Passage], progress: bool) -> Iterator[tuple[str, Vectors]]:
    """Name and vector of each passage; those of one length together, so that little is padded."""
    order = sorted(passages, key=lambda passage: len(passage.words))
    with tqdm(total=len(order), desc="Mengindeks", unit=" ketentuan", disable=not progress) as bar:
        for start in range(0, len(order), _CHUNK):
            chunk = order[start : start + _CHUNK]
            vectors = encoder.encode_passages([passage.words for passage in chunk])
            yield from zip((_name(passage) for passage in chunk), vectors, strict=True)
            bar.update(len(chunk))


def _write(folder: Path, passages: Sequence[Passage], vectors: Vectors, fingerprint: str) -> None:
    names = [_name(passage) for passage in passages]
    np.savez(folder / VECTORS, names=np.array(names), vectors=vectors, encoder=np.array(fingerprint))
    Keywords.make([passage.words for passage in passages]).write(folder / KEYWORDS)
    store = VectorStore.write(folder / CHROMA, passages, vectors)
    try:
        _check(store, passages, vectors)
    finally:
        store.close()


def _check(store: VectorStore, passages: Sequence[Passage], vectors: Vectors) -> None:
    """Every passage is there, and a sample of them is found by its own vector, with the neighbours it has."""
    if store.ids() != {passage.id for passage in passages}:
        raise IndexFault(
            f"Indeks baru memuat {store.count()} dari {len(passages)} ketentuan; indeks lama tetap dipakai."
        )
    probes = np.linspace(0, len(passages) - 1, min(_PROBES, len(passages)), dtype=int)
    near = np.sort(vectors[probes] @ vectors.T, axis=1)[:, ::-1][:, :_NEIGHBOURS]
    number = {passage.id: at for at, passage in enumerate(passages)}
    for probe, expected, found in zip(probes, near, store.search(vectors[probes], _NEIGHBOURS), strict=True):
        reached = vectors[[number[name] for name in found]] @ vectors[probe]
        if len(reached) < len(expected) or not np.allclose(reached, expected, atol=_ATOL):
            raise IndexFault(f"Indeks baru tidak menemukan tetangga {passages[probe].id}; indeks lama tetap dipakai.")


def _known_vectors(data_dir: Path, fingerprint: str) -> dict[str, Vectors]:
    """Vectors of the build before, by passage name, if the same encoder made them."""
    folder = served_folder(data_dir)
    try:
        with np.load((folder or data_dir) / VECTORS, allow_pickle=False) as held:
            if str(held["encoder"]) == fingerprint:
                return dict(zip(held["names"].tolist(), held["vectors"], strict=True))
    except (OSError, ValueError, KeyError):
        pass
    return {}


def _name(passage: Passage) -> str:
    return hashlib.sha256(passage.words.encode()).hexdigest()


def _sweep(data_dir: Path, keep: set[Path | None]) -> None:
    """Remove older builds and what broken builds left; the build before stays for readers that still have it open."""
    for folder in (data_dir / "index").iterdir():
        if folder.is_dir() and folder not in keep:
            shutil.rmtree(folder, ignore_errors=True)
