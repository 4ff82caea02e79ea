"""`tanya eval`: how well search finds the provision that answers, on the question bank; fails below a floor.

The questions go the way of production: understood first, searched within the scope that was understood. The test split is
reported apart; floors stand in `floors.yaml`.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

import yaml

from assistant.conversation import Conversation
from assistant.settings import Settings
from assistant.start import open_assistant
from corpus.address import Address
from eval.cases import Case, load_cases, split
from eval.metrics import LEVELS, METRICS, Answered, estimate, score

DEPTH = 10
SHOWN = ("dev", "test")


def main(data: Path) -> bool:
    """Print the tables of the dev and the test split; False when a figure of the test split is below its floor."""
    search = _production(data)
    cases = load_cases()
    held = True
    for name in SHOWN:
        chosen = [case for case in cases if split(case) == name]
        answered = [Answered(case, search(case)) for case in chosen]
        print(f"\n## {name}: {len(chosen)} questions\n")
        _print_table("all", answered)
        for style in dict.fromkeys(case.style for case in chosen):
            _print_table(style, [a for a in answered if a.case.style == style])
        for regulation in dict.fromkeys(case.regulation for case in chosen):
            _print_table(regulation, [a for a in answered if a.case.regulation == regulation])
        if name == "test":
            held = _above_floors(answered)
    return held


def _production(data: Path) -> Callable[[Case], tuple[Address, ...]]:
    """How the assistant itself searches: within the scope it understands the question to have."""
    settings = Settings(data=data, host="127.0.0.1", port=8000)
    assistant = open_assistant(settings)

    def search(case: Case) -> tuple[Address, ...]:
        parts = assistant.understanding.read(case.question, Conversation("eval")).parts
        scope = parts[0].regulations if parts else ()
        hits = assistant.index.search(case.question, k=DEPTH, regulations=scope or None)
        return tuple(hit.address for hit in hits)

    return search


def _print_table(name: str, answered: Sequence[Answered]) -> None:
    for level in LEVELS:
        figures = {metric: estimate(values) for metric, values in score(answered, level).items()}
        shown = "  ".join(f"{m} {figures[m].mean:.3f} [{figures[m].low:.3f}-{figures[m].high:.3f}]" for m in METRICS)
        print(f"{name:<20} {level:<6} N={len(answered):<4} {shown}")


def _above_floors(answered: Sequence[Answered]) -> bool:
    floors = yaml.safe_load((Path(__file__).parent / "floors.yaml").read_text(encoding="utf-8"))
    held = True
    for level in LEVELS:
        figures = {metric: estimate(values).mean for metric, values in score(answered, level).items()}
        for metric, floor in floors[level].items():
            if figures[metric] < float(floor):
                print(f"BELOW FLOOR: {level} {metric} {figures[metric]:.3f} < {floor}")
                held = False
    return held
