"""Build the index: beside the old one, checked, and swapped in only when it is whole.

A build is whole when it holds every text, finds a sample of them by their own vectors, and finds what the golden
questions ask for (golden.yaml). A build that is up to date does nothing. Otherwise only texts whose words changed are
embedded again; the vectors of all others are taken over from the build before.
"""

import hashlib
import shutil
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from filelock import FileLock, Timeout
from tqdm import tqdm

from corpus.library import Corpus
from index.contents import ASKED, PASSAGES, READERS, Contents
from index.encoder import Encoder, Vectors, load_encoder
from index.errors import IndexBusy, IndexFault
from index.folder import prepare_encoder
from index.golden import Golden, check_golden, load_golden
from index.manifest import find_build, serve, served_folder, write_manifest
from index.passages import Passage
from index.projection import load_projection
from index.questions import Asked
from index.search import Index
from index.shelf import CHROMA, Shelf
from index.store import VectorStore

_VECTORS = "vectors.npz"
_CHUNK = 32
_PROBES = 50
_NEIGHBOURS = 10
_ATOL = 1e-3
_FOUND = 0.95  # the share of true neighbours; a graph over many texts finds not quite all


@dataclass(frozen=True)
class Report:
    """What a build did: whether it built at all, how many passages it holds, how many texts it embedded anew."""

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
        contents = Contents.of(corpus)
        fingerprint = encoder.fingerprint if encoder else prepare_encoder(data_dir).fingerprint
        identity = contents.identity(fingerprint)
        try:
            current = find_build(data_dir, identity)
            return Report(False, current.count, 0, time.monotonic() - started, current.folder)
        except IndexFault:
            pass
        known = _known_vectors(data_dir, fingerprint)
        texts: dict[str, Passage | Asked] = {_name(text): text for text in contents.texts}
        fresh = [text for name, text in texts.items() if name not in known]
        if fresh:
            encoder = encoder or load_encoder(data_dir)
            known.update(_embed(encoder, fresh, progress))
        folder = data_dir / "index" / f"{time.strftime('%Y%m%d-%H%M%S')}-{time.time_ns() % 10**9:09d}"
        with _beside(folder) as part:
            _write(part, contents, {name: known[name] for name in texts}, fingerprint)
            if golden := load_golden(corpus):
                encoder = encoder or load_encoder(data_dir)
                _ask(part, corpus, contents, encoder, golden)
            write_manifest(part, identity, len(contents.passages))
        previous = served_folder(data_dir)
        serve(data_dir, folder)
        _sweep(data_dir, keep={folder, previous})
    return Report(True, len(contents.passages), len(fresh), time.monotonic() - started, folder)


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


def _embed(encoder: Encoder, texts: Sequence[Passage | Asked], progress: bool) -> Iterator[tuple[str, Vectors]]:
    """Name and vector of each text; those of one length together, so that little is padded."""
    passages = sorted((one for one in texts if isinstance(one, Passage)), key=lambda one: len(one.words))
    questions = sorted((one for one in texts if isinstance(one, Asked)), key=lambda one: len(one.text))
    with tqdm(total=len(texts), desc="Mengindeks", unit=" teks", disable=not progress) as bar:
        for start in range(0, len(passages), _CHUNK):
            chunk = passages[start : start + _CHUNK]
            vectors = encoder.encode_passages([passage.words for passage in chunk])
            yield from zip(map(_name, chunk), vectors, strict=True)
            bar.update(len(chunk))
        for start in range(0, len(questions), _CHUNK):
            asked = questions[start : start + _CHUNK]
            yield from zip(map(_name, asked), encoder.encode_queries([one.text for one in asked]), strict=True)
            bar.update(len(asked))


def _write(folder: Path, contents: Contents, known: Mapping[str, Vectors], fingerprint: str) -> None:
    vectors = np.stack(list(known.values()))
    np.savez(folder / _VECTORS, names=np.array(list(known)), vectors=vectors, encoder=np.array(fingerprint))
    write_shelves(folder, contents, _project(contents, known, vectors.shape[1]))


def _project(contents: Contents, known: Mapping[str, Vectors], dimension: int) -> dict[str, Vectors]:
    """The vectors that each shelf compares: those of the encoder, turned by the projection."""
    projection = load_projection(dimension)
    turned = {PASSAGES: projection.project_passages, ASKED: projection.project_questions}
    texts: Mapping[str, Sequence[Passage | Asked]] = {PASSAGES: contents.passages, ASKED: contents.asked}
    rows = {shelf: np.array([known[_name(text)] for text in own], np.float32) for shelf, own in texts.items()}
    return {shelf: turned[shelf](own.reshape(-1, dimension)) for shelf, own in rows.items()}


def write_shelves(folder: Path, contents: Contents, vectors: Mapping[str, Vectors]) -> None:
    """Put passages and questions, with their vectors, into a folder; IndexFault where they cannot be found there."""
    documents = {PASSAGES: contents.documents, ASKED: [one.text for one in contents.asked]}
    for name, texts, _ in contents.shelves():
        Shelf.write(folder / name, texts, documents[name], vectors[name], READERS[name])
        if texts:
            _check(folder / name, [text.id for text in texts], vectors[name])


def _ask(folder: Path, corpus: Corpus, contents: Contents, encoder: Encoder, golden: tuple[Golden, ...]) -> None:
    """The golden questions, put to the new index as people will put theirs."""
    shelves = [Shelf(folder / name, texts, owners, READERS[name]) for name, texts, owners in contents.shelves()]
    index = Index(corpus, contents, encoder, *shelves)
    try:
        check_golden(index, corpus, golden)
    finally:
        index.close()


def _check(folder: Path, names: Sequence[str], vectors: Vectors) -> None:
    """Every text is there; each of a sample is found by its own vector, and nearly all of its neighbours with it."""
    store = VectorStore.open(folder / CHROMA)
    try:
        if store.ids() != set(names):
            raise IndexFault(f"Indeks baru memuat {store.count()} dari {len(names)} teks; indeks lama tetap dipakai.")
        probes = np.linspace(0, len(names) - 1, min(_PROBES, len(names)), dtype=int)
        number = {name: at for at, name in enumerate(names)}
        held = 0.0
        for probe, found in zip(probes, store.search(vectors[probes], _NEIGHBOURS), strict=True):
            near = vectors @ vectors[probe]
            reached = np.sort(near[[number[name] for name in found]])[::-1]
            if not len(reached) or reached[0] < near[probe] - _ATOL:
                raise IndexFault(f"Indeks baru tidak menemukan {names[probe]}; indeks lama tetap dipakai.")
            expected = np.sort(near)[::-1][:_NEIGHBOURS]
            held += np.isclose(reached, expected[: len(reached)], atol=_ATOL).sum() / len(expected)
        if held < _FOUND * len(probes):
            raise IndexFault("Indeks baru tidak menemukan teks yang berdekatan; indeks lama tetap dipakai.")
    finally:
        store.close()


def _known_vectors(data_dir: Path, fingerprint: str) -> dict[str, Vectors]:
    """Vectors of the build before, by the name of their text, if the same encoder made them."""
    folder = served_folder(data_dir)
    try:
        with np.load((folder or data_dir) / _VECTORS, allow_pickle=False) as held:
            if str(held["encoder"]) == fingerprint:
                return dict(zip(held["names"].tolist(), held["vectors"], strict=True))
    except (OSError, ValueError, KeyError):
        pass
    return {}


def _name(text: Passage | Asked) -> str:
    """A text's name in the store of vectors: its words, and for questions that they are embedded as such."""
    words = text.words if isinstance(text, Passage) else f"query\0{text.text}"
    return hashlib.sha256(words.encode()).hexdigest()


def _sweep(data_dir: Path, keep: set[Path | None]) -> None:
    """Remove older builds and what broken builds left; the build before stays for readers that still have it open."""
    for folder in (data_dir / "index").iterdir():
        if folder.is_dir() and folder not in keep:
            shutil.rmtree(folder, ignore_errors=True)
