"""How well the search finds the right provision, as a table; `tanya eval`, or `python -m eval.report --legs` for more.

The held-back test questions are reported apart from the development questions, on which choices were made. A figure
below its floor in floors.yaml fails.
"""

import argparse
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from assistant.conversation import Conversation
from assistant.tools import tools
from assistant.understand.understanding import Understanding
from corpus.address import Address
from corpus.data import load_sheet
from corpus.library import Corpus, load_corpus
from eval.asking import Scoped, ask, scope
from eval.cases import STYLES, Split, load_cases, split
from eval.legs import compare
from eval.metrics import ALL_NEEDED, LEVELS, METRICS, Answered, Estimate, Level, Values, estimate, score
from index.manifest import data_folder
from index.search import Index, open_index

FLOORS = Path(__file__).parent / "floors.yaml"
SHOWN: tuple[Split, ...] = ("test", "dev")
ALL = "semua"
CITATIONS = "sebutan"
_EACH = 7  # every seventh provision is looked up by its citation
_TIMED = 200

Scores = Mapping[Level, Mapping[str, Values]]


@dataclass(frozen=True)
class Group:
    """Questions reported together: what they have in common, and which they are."""

    name: str
    numbers: Sequence[int]


def main(data_dir: Path, legs: bool = False) -> bool:
    """Print every figure; False when one of them lies below its floor."""
    corpus = load_corpus()
    index = open_index(corpus, data_dir)
    cases = [case for case in load_cases() if split(case) in SHOWN]
    questions = scope(cases, corpus, index)
    figures: dict[str, Estimate] = {}
    for name in SHOWN:
        own = [one for one in questions if split(one.case) == name]
        figures |= report(name, ask(own, index))
        if legs:
            print(compare(own, corpus, index), end="\n\n")
    figures[f"{CITATIONS}/R@1"] = cited = estimate(look_up_citations(corpus, index))
    print(f"Pasal dan ayat yang disebut dengan nomornya: {_cell(cited)} (N {cited.n})")
    print(latency(questions, index))
    index.close()
    return held(figures, load_floors())


def report(name: str, answered: Sequence[Answered]) -> dict[str, Estimate]:
    """Print the tables of one split; every figure by the name that floors are written under."""
    scores = {level: score(answered, level) for level in LEVELS}
    figures: dict[str, Estimate] = {}
    for level in LEVELS:
        print(f"\nBagian {name}, tingkat {level}: rata-rata dan selang kepercayaan 95 %")
        print(f"{'':<22}{'N':>5}" + "".join(f"{metric:>19}" for metric in METRICS))
        for group in groups(answered):
            row = {metric: estimate(scores[level][metric][group.numbers]) for metric in METRICS}
            figures |= {f"{name}/{level}/{group.name}/{metric}": figure for metric, figure in row.items()}
            print(f"{group.name:<22}{len(group.numbers):>5}" + "".join(f"{_cell(one):>19}" for one in row.values()))
    print(f"({ALL_NEEDED}: semua ketentuan yang diperlukan ada di antara sepuluh pertama)\n")
    return figures


def groups(answered: Sequence[Answered]) -> Iterator[Group]:
    """All questions, then those of each style and of each regulation."""
    cases = [one.case for one in answered]
    yield Group(ALL, range(len(cases)))
    for style in STYLES:
        yield Group(style, [at for at, case in enumerate(cases) if case.style == style])
    for regulation in sorted({case.regulation for case in cases}):
        yield Group(regulation, [at for at, case in enumerate(cases) if case.regulation == regulation])


def look_up_citations(corpus: Corpus, index: Index) -> Values:
    """1 for each provision that its own label leads to and to nothing else, 0 for each other."""
    understanding = Understanding(corpus, index, tools())
    found = []
    for address in _citable(corpus)[::_EACH]:
        parts = understanding.read(corpus.label(address), Conversation("sebutan")).parts
        found.append([target for part in parts for target in part.provisions] == [address])
    return np.array(found, np.float64)


def latency(questions: Sequence[Scoped], index: Index) -> str:
    """How long a search takes, the question's vector included."""
    times = []
    for one in questions[:_TIMED]:
        started = time.perf_counter()
        index.search(one.case.question, 10, one.regulations)
        times.append((time.perf_counter() - started) * 1000)
    middle, late = np.percentile(times, (50, 95))
    return f"Waktu pencarian: median {middle:.0f} ms, persentil ke-95 {late:.0f} ms ({len(times)} pertanyaan)"


def held(figures: Mapping[str, Estimate], floors: Mapping[str, float]) -> bool:
    """Whether every figure keeps its floor; those that do not are named."""
    below = {name: floor for name, floor in floors.items() if name not in figures or figures[name].mean < floor}
    for name, floor in below.items():
        found = f"{figures[name].mean:.3f}" if name in figures else "tidak diukur"
        print(f"DI BAWAH BATAS: {name} {found}, batasnya {floor}")
    if not below:
        print(f"Semua {len(floors)} batas terpenuhi.")
    return not below


def load_floors(path: Path = FLOORS) -> dict[str, float]:
    """The floors, by the name of their figure."""
    return {name: float(floor) for name, floor in load_sheet(path).content.items()}


def _citable(corpus: Corpus) -> list[Address]:
    """Every Pasal, and every ayat."""
    found = []
    for regulation in corpus.regulations.values():
        for node in regulation.root.walk():
            if node.kind in ("pasal", "ayat") and node.address is not None:
                found.append(node.address)
    return found


def _cell(figure: Estimate) -> str:
    return "-" if figure.n == 0 else f"{figure.mean:.3f} ({figure.low:.2f}–{figure.high:.2f})"


if __name__ == "__main__":
    reader = argparse.ArgumentParser(prog="python -m eval.report", description=__doc__)
    reader.add_argument("--legs", action="store_true", help="measure each way of searching by itself too")
    raise SystemExit(0 if main(data_folder(), reader.parse_args().legs) else 1)
