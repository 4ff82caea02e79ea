"""How the search grows: synthetic regulations beside the real ones, 10 and 100 times as many passages as today.

    python -m eval.scale                 1, 10 and 100 times today's passages
    python -m eval.scale 1 10 1000       these sizes; 1000 takes over an hour and some 20 GB of memory
    python -m eval.scale --questions     known questions for the synthetic regulations as well

A synthetic regulation copies a real one: each vector is moved along the difference of two others, so that all lie where
real ones do, and half of the words are exchanged, some for words that no other regulation has. What is measured is
everything but embedding the passages, which takes the same time for each: building (writing, linking and checking the
index), the size of its folder, the memory of a process that has it open, and the search with the question's embedding.
"""

import argparse
import multiprocessing
import resource
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from corpus.address import Address
from corpus.library import Corpus, load_corpus
from corpus.metadata import Regulation
from eval.cases import Case, load_cases, split
from index.build import write_shelves
from index.contents import ASKED, PASSAGES, READERS, Contents
from index.encoder import Vectors, load_encoder
from index.errors import IndexMissing
from index.manifest import data_folder, served_folder
from index.passages import Passage
from index.search import Index
from index.shelf import CHROMA, VECTORS, Shelf
from index.store import VectorStore

SIZES = (1, 10, 100)
_DRAWN = 0.5  # how far a vector is moved: its cosine to the one it copies is then 0.97
_EXCHANGED, _OWN = 0.5, 0.1  # shares of the words that are exchanged, and that only one regulation has
_OWN_WORDS = 300
_TIMED = 100
_DEPTH = 10
SCOPES = ("semua", "satu peraturan", "satu jenis")
_LARGEST_KIND = "ketentuan"
_SYLLABLES = [first + vowel + last for first in "bcdgjklmnprst" for vowel in "aiueo" for last in ("", "n", "r", "s")]


@dataclass(frozen=True)
class Built:
    """What building took: processor seconds, and megabytes on disk."""

    passages: int
    questions: int
    seconds: float
    megabytes: float


@dataclass(frozen=True)
class Searched:
    """What searching took: megabytes of memory, milliseconds by scope, and the share of true neighbours found."""

    megabytes: float
    milliseconds: Mapping[str, Sequence[float]]
    found: float


def main(sizes: Sequence[int], questions: bool, data_dir: Path) -> None:
    """Measure each size in processes of its own, and print a line for each."""
    lines, first = [], None
    for times in sizes:
        with tempfile.TemporaryDirectory(prefix="tanya-scale-") as name:
            built = _apart(_build, times, questions, data_dir, Path(name))
            found = _apart(_search, times, questions, data_dir, Path(name))
        first = first or (built, found)
        lines.append(_line(times, built, found, *first))
        print(lines[-1], flush=True)
    print("\n".join(("", _head(), *lines)))


def grow(times: int, questions: bool) -> tuple[Corpus, Contents]:
    """Today's corpus with `times` - 1 synthetic copies of each regulation, and what its index holds."""
    corpus = load_corpus()
    contents = Contents.of(corpus)
    regulations, passages, asked = dict(corpus.regulations), list(contents.passages), list(contents.asked)
    vocabulary = np.array([word for one in contents.passages for word in one.text.split()], object)
    for copy in range(1, times):
        draw = np.random.default_rng(copy)
        regulations |= {_named(name, copy): _bare(one, copy) for name, one in corpus.regulations.items()}
        passages += _copy_passages(contents.passages, copy, vocabulary, draw)
        if questions:
            asked += [
                replace(one, id=_named(one.id, copy), address=_moved(one.address, copy)) for one in contents.asked
            ]
    return Corpus(regulations, {}, {}, corpus.hash), Contents(corpus.hash, tuple(passages), tuple(asked))


def draw_vectors(data_dir: Path, times: int, questions: bool) -> dict[str, Vectors]:
    """The vectors of today's passages and questions, and for each copy others near them."""
    served = served_folder(data_dir)
    if served is None:
        raise IndexMissing(data_dir / "index", "belum dibangun")
    drawn = {}
    for name in (PASSAGES, ASKED):
        real = np.load(served / name / VECTORS)
        copies = range(1, times) if questions or name == PASSAGES else ()
        drawn[name] = np.concatenate([real, *(draw_near(real, np.random.default_rng(copy)) for copy in copies)])
    return drawn


def _copy_passages(
    passages: Sequence[Passage], copy: int, vocabulary: NDArray[np.object_], draw: np.random.Generator
) -> list[Passage]:
    own = np.array(["".join(draw.choice(_SYLLABLES, 3)) for _ in range(_OWN_WORDS)], object)
    copies = []
    for one in passages:
        words = np.array(one.text.split(), object)
        chance = draw.random(len(words))
        other = np.where(chance < _OWN, draw.choice(own, len(words)), draw.choice(vocabulary, len(words)))
        text = " ".join(np.where(chance < _EXCHANGED, other, words).tolist())
        copies.append(replace(one, id=_named(one.id, copy), address=_moved(one.address, copy), text=text, reading=""))
    return copies


def draw_near(vectors: Vectors, draw: np.random.Generator) -> Vectors:
    """Each vector moved along the difference of two others."""
    ends = draw.integers(0, len(vectors), (2, len(vectors)))
    moved = vectors + _DRAWN * (vectors[ends[0]] - vectors[ends[1]])
    near: Vectors = (moved / np.linalg.norm(moved, axis=1, keepdims=True)).astype(np.float32)
    return near


def _named(name: str, copy: int) -> str:
    identity, mark, rest = name.partition("#")
    return f"{identity}-tiruan-{copy}{mark}{rest}"


def _moved(address: Address, copy: int) -> Address:
    return replace(address, regulation=_named(address.regulation, copy))


def _bare(regulation: Regulation, copy: int) -> Regulation:
    return replace(regulation, id=_named(regulation.id, copy), root=replace(regulation.root, children=()))


def _apart(measure: Callable[..., Any], *values: object) -> Any:
    """The result of a measurement in a fresh process, whose memory nothing else has touched."""
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        return pool.submit(measure, *values).result()


def _build(times: int, questions: bool, data_dir: Path, folder: Path) -> Built:
    _, contents = grow(times, questions)
    vectors = draw_vectors(data_dir, times, questions)
    started = time.process_time()
    write_shelves(folder, contents, vectors)
    seconds = time.process_time() - started
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    return Built(len(contents.passages), len(contents.asked), seconds, size / 2**20)


def _search(times: int, questions: bool, data_dir: Path, folder: Path) -> Searched:
    corpus, contents = grow(times, questions)
    shelves = [Shelf(folder / name, texts, owners, READERS[name]) for name, texts, owners in contents.shelves()]
    index = Index(corpus, contents, load_encoder(data_dir), *shelves)
    cases = [case for case in load_cases() if split(case) == "dev"][:_TIMED]
    index.search(cases[0].question)
    taken = (
        [_milliseconds(index, case) for case in cases],
        [_milliseconds(index, case, regulations=[case.regulation]) for case in cases],
        [_milliseconds(index, case, kinds=[_LARGEST_KIND]) for case in cases],
    )
    resident = _resident()
    found = _found(index, folder, [case.question for case in cases])
    index.close()
    return Searched(resident, dict(zip(SCOPES, taken, strict=True)), found)


def _milliseconds(index: Index, case: Case, **scope: Sequence[str]) -> float:
    started = time.process_time()
    index.search(case.question, 10, **scope)
    return (time.process_time() - started) * 1000


def _found(index: Index, folder: Path, questions: Sequence[str]) -> float:
    """The share of the passages that are nearest to the questions which Chroma finds."""
    store = VectorStore.open(folder / PASSAGES / CHROMA)
    vectors = np.load(folder / PASSAGES / VECTORS, mmap_mode="r")
    asked = index.encode(questions)
    found = store.search(asked, _DEPTH)
    store.close()
    shares = []
    for vector, names in zip(asked, found, strict=True):
        nearest = np.argsort(-(vectors @ vector))[:_DEPTH]
        shares.append(len({index.passages[at].id for at in nearest}.intersection(names)) / _DEPTH)
    return float(np.mean(shares))


def _resident() -> float:
    """Megabytes of memory this process holds."""
    held = Path("/proc/self/statm")
    if held.exists():
        return int(held.read_text().split()[1]) * resource.getpagesize() / 2**20
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20


def _head() -> str:
    scopes = "".join(f" | {scope}" for scope in SCOPES)
    return f"| kali | teks | membangun | folder | memori{scopes} | terdekat |\n|{'---|' * (6 + len(SCOPES))}"


def _line(times: int, built: Built, found: Searched, built_first: Built, found_first: Searched) -> str:
    def ratio(value: float, first: float) -> str:
        return f" ({value / first:.1f}x)" if found is not found_first else ""

    cells = [
        f"{times}",
        f"{built.passages + built.questions:,}",
        f"{built.seconds:.0f} s" + ratio(built.seconds, built_first.seconds),
        f"{built.megabytes:.0f} MB" + ratio(built.megabytes, built_first.megabytes),
        f"{found.megabytes:.0f} MB" + ratio(found.megabytes, found_first.megabytes),
    ]
    for scope in SCOPES:
        middle, late = np.percentile(found.milliseconds[scope], (50, 95))
        first = np.median(found_first.milliseconds[scope])
        cells.append(f"{middle:.0f} / {late:.0f} ms" + ratio(float(middle), float(first)))
    return "| " + " | ".join([*cells, f"{found.found:.1%}"]) + " |"


if __name__ == "__main__":
    reader = argparse.ArgumentParser(prog="python -m eval.scale", description=__doc__)
    reader.add_argument("sizes", type=int, nargs="*", default=SIZES, help="how many times today's passages")
    reader.add_argument("--questions", action="store_true", help="known questions for synthetic regulations too")
    told = reader.parse_args()
    main(told.sizes, told.questions, data_folder())
