"""How long one calculation takes: the median over the test cases of every calculator, slowest first.

    python -m eval.speed_calculators            five rounds over all cases
    python -m eval.speed_calculators 20         twenty rounds

Milliseconds of processor time, which other programs on the machine hardly touch; the ratio to the fastest calculator
says the same on any machine. The first round, which opens files, is run but not counted.
"""

import sys
import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from statistics import median
from typing import Any

from pydantic import ValidationError

from assistant.calculators.law import Law
from assistant.errors import InputError
from assistant.tools import run
from corpus.data import load_yaml
from corpus.library import load_corpus

CASES = Path(__file__).parent.parent / "tests" / "assistant" / "calculators"
ROUNDS = 5


def case_inputs(folder: Path = CASES) -> dict[str, list[dict[str, Any]]]:
    """The inputs of every case that is not refused, by tool."""
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for path in sorted(folder.glob("*.yaml")):
        for case in load_yaml(path):
            if "refused" not in case:
                found[case["tool"]].append(case["inputs"])
    return found


def seconds(tool: str, inputs: Mapping[str, Any], law: Law) -> float:
    """What one calculation takes."""
    started = time.process_time()
    with suppress(ValidationError, InputError):
        run(tool, inputs, law)
    return time.process_time() - started


def measure(cases: Mapping[str, Sequence[Mapping[str, Any]]], law: Law, rounds: int) -> dict[str, tuple[float, float]]:
    """By tool: the median over its cases, and its slowest case, each case at the median of its rounds, in milliseconds."""
    found = {}
    for tool, every in cases.items():
        for inputs in every:
            seconds(tool, inputs, law)
        medians = [1000 * median(seconds(tool, inputs, law) for _ in range(rounds)) for inputs in every]
        found[tool] = (median(medians), max(medians))
    return found


def main(arguments: Sequence[str]) -> None:
    """Measure and print the table."""
    rounds = int(arguments[0]) if arguments else ROUNDS
    found = measure(case_inputs(), Law(load_corpus()), rounds)
    fastest = min(middle for middle, _ in found.values())
    print(f"{'tool':32} {'median ms':>10} {'x fastest':>10} {'slowest case ms':>16}")
    for tool, (middle, worst) in sorted(found.items(), key=lambda pair: -pair[1][0]):
        print(f"{tool:32} {middle:10.2f} {middle / fastest:10.1f} {worst:16.2f}")
    every = [middle for middle, _ in found.values()]
    print(f"{len(found)} calculators, {rounds} rounds: median {median(every):.2f} ms, highest {max(every):.2f} ms")


if __name__ == "__main__":
    main(sys.argv[1:])
