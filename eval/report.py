"""All figures by one command: `tanya eval` (`--quick`: only how well and how fast the search finds the right provision).

The held-back test questions are reported apart from the development questions, on which choices were made; each way of
searching is measured by itself and in company; then the dialogues are held. A figure outside its bound in floors.yaml or
floors-dialogue.yaml fails.
"""

import math
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from assistant.conversation import Conversation
from assistant.start import open_understanding
from assistant.understand.understanding import Understanding
from corpus.address import Address
from corpus.data import load_sheet
from corpus.errors import DataError
from corpus.library import Corpus, load_corpus
from eval.asking import Scoped, ask, scope
from eval.cases import STYLES, Split, load_cases, split
from eval.dialogue import report_dialogues
from eval.legs import compare
from eval.metrics import ALL_NEEDED, LEVELS, METRICS, Answered, Estimate, Level, Values, estimate, score
from index.search import Index, open_index

FLOORS = Path(__file__).parent / "floors.yaml"
SHOWN: tuple[Split, ...] = ("test", "dev")
ALL = "semua"
CITATIONS, LATENCY = "sebutan", "waktu"
LATENCIES = {"median": 50, "persentil-95": 95}
_EACH = 7  # every seventh provision is looked up by its citation
_TIMED = 200

Scores = Mapping[Level, Mapping[str, Values]]


@dataclass(frozen=True)
class Bound:
    """The least and the most that a figure may be."""

    least: float
    most: float

    def holds(self, value: float) -> bool:
        """Whether a figure lies within."""
        return self.least <= value <= self.most

    def __str__(self) -> str:
        """As it is printed beside a figure that breaks it."""
        return f"paling sedikit {self.least:g}" if self.most == math.inf else f"paling banyak {self.most:g}"


@dataclass(frozen=True)
class Group:
    """Questions reported together: what they have in common, and which they are."""

    name: str
    numbers: Sequence[int]


def main(data_dir: Path, quick: bool = False) -> bool:
    """Print every figure; False when one of them lies outside its bound."""
    corpus = load_corpus()
    index = open_index(corpus, data_dir)
    cases = [case for case in load_cases() if split(case) in SHOWN]
    understanding = open_understanding(corpus, index, data_dir)
    questions = scope(cases, understanding)
    figures: dict[str, Estimate] = {}
    for name in SHOWN:
        own = [one for one in questions if split(one.case) == name]
        figures |= report(name, ask(own, index))
        if not quick:
            print(compare(own, corpus, index), end="\n\n")
    figures[f"{CITATIONS}/R@1"] = cited = estimate(look_up_citations(corpus, understanding))
    print(f"Pasal dan ayat yang disebut dengan nomornya: {_cell(cited)} (N {cited.n})")
    figures |= latency(questions, index)
    index.close()
    return all([held(figures, load_floors()), quick or report_dialogues(data_dir, failures=False)])


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


def look_up_citations(corpus: Corpus, understanding: Understanding) -> Values:
    """1 for each provision that its own label leads to and to nothing else, 0 for each other."""
    found = []
    for address in _citable(corpus)[::_EACH]:
        parts = understanding.read(corpus.label(address), Conversation("sebutan")).parts
        found.append([target for part in parts for target in part.provisions] == [address])
    return np.array(found, np.float64)


def latency(questions: Sequence[Scoped], index: Index) -> dict[str, Estimate]:
    """How long a search takes, the question's vector included, in milliseconds.

    Bounds are for the processor's time: other programs hardly touch it, and on two idle cores no more passes by the clock.
    """
    times = np.array([_time(index, one) for one in questions[:_TIMED]])
    found = {}
    for name, percent in LATENCIES.items():
        processor, clock = np.percentile(times, percent, axis=0).tolist()
        found[f"{LATENCY}/{name}"] = Estimate(processor, processor, processor, len(times))
        print(f"Waktu pencarian, {name}: {processor:.0f} ms prosesor, {clock:.0f} ms menurut jam (N {len(times)})")
    return found


def _time(index: Index, one: Scoped) -> list[float]:
    """Milliseconds of the processor and of the clock for one search; the quicker of two, so that a hiccup does not count."""
    taken = []
    for _ in range(2):
        started = time.process_time(), time.perf_counter()
        index.search(one.case.question, 10, one.regulations)
        taken.append([(time.process_time() - started[0]) * 1000, (time.perf_counter() - started[1]) * 1000])
    return [min(column) for column in zip(*taken, strict=True)]


def held(figures: Mapping[str, Estimate], bounds: Mapping[str, Bound]) -> bool:
    """Whether every figure keeps its bound; those that do not are named."""
    broken = [name for name, bound in bounds.items() if name not in figures or not bound.holds(figures[name].mean)]
    for name in broken:
        found = f"{figures[name].mean:.3f}" if name in figures else "tidak diukur"
        print(f"DI LUAR BATAS: {name} {found}, batasnya {bounds[name]}")
    if not broken:
        print(f"Semua {len(bounds)} batas terpenuhi.")
    return not broken


def load_floors(path: Path = FLOORS) -> dict[str, Bound]:
    """The bounds, by the name of their figure: a number is the least it may be, {most: n} the most."""
    return {name: _bound(path, name, value) for name, value in load_sheet(path).content.items()}


def _bound(path: Path, name: str, value: object) -> Bound:
    if isinstance(value, Mapping) and value.keys() == {"most"}:
        return Bound(-math.inf, float(value["most"]))
    if isinstance(value, int | float):
        return Bound(float(value), math.inf)
    raise DataError(f"{path.name}: {name}: {value!r} is wrong; write a number, or {{most: number}}")


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
