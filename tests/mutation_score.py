"""How many deliberate mistakes in the calculators the tests notice: mutmut's mutants, tried without starting pytest anew.

`mutmut run` starts pytest once a mutant, a second or more each, and there are some nineteen thousand. Here the tests
are collected once, each mutant is switched on inside a fork, and the tests that reach its function run until one
fails. Needs `pip install mutmut==3.8.1`, which nothing else does.

    python -m tests.mutation_score                          every calculator
    python -m tests.mutation_score inpassing formasi        these modules only

Prints killed/total a module and writes every survivor with its diff to `mutants/survivors.txt`. Not counted because
mutmut makes no mutant of them: module and class level (field limits, name tables), properties and cached functions.
"""

import difflib
import importlib.abc
import importlib.machinery
import importlib.util
import os
import signal
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from types import FrameType, ModuleType
from typing import Any

import pytest

PACKAGE = "assistant.calculators"
ROOT = Path(__file__).parent.parent
SOURCES = ROOT / "assistant" / "calculators"
TESTS = ROOT / "tests" / "assistant" / "calculators"
ANY_FACTS = TESTS / "test_every_tool_properties.py"  # asks only that nothing breaks, and takes long: left out
REPORT = ROOT / "mutants" / "survivors.txt"
SECONDS = 20.0  # of processor time for one test, a hundred times what the slowest needs
QUIET = ["-q", "-s", "--tb=native", "--assert=plain", "-p", "no:cacheprovider", "-p", "no:logging", "-p", "no:xdist"]
# What these modules read is kept for the next calculation, and would hide a mutant of the reading.
READ_ONCE = ("values", "law", "kegiatan", "butir_lampiran", "klaster_keahlian")
KILLED = ("killed", "timeout", "crash")


@dataclass(frozen=True)
class Mutated:
    """One module with all its mutants in it, and where each of them stands in the text."""

    stem: str
    code: str
    mutants: tuple[str, ...]
    spans: dict[str, tuple[int, int]]

    @property
    def functions(self) -> dict[str, list[str]]:
        """The mutants by the function they were made of."""
        grouped: dict[str, list[str]] = defaultdict(list)
        for name in self.mutants:
            grouped[name.partition("__mutmut_")[0]].append(name)
        return grouped

    def diff(self, mutant: str) -> str:
        """What the mutant changes, as a unified diff without the file names."""
        before = self._text(mutant.partition("__mutmut_")[0] + "__mutmut_orig")
        lines = list(difflib.unified_diff(before, self._text(mutant), lineterm="", n=0))[2:]
        return "\n".join(line for line in lines if "__mutmut_" not in line)

    def _text(self, name: str) -> list[str]:
        first, last = self.spans[name]
        return self.code.splitlines()[first - 1 : last]


class MutatedLoader(importlib.machinery.SourceFileLoader):
    """Loads the text with the mutants in it instead of the file's own."""

    def __init__(self, name: str, path: str, code: str) -> None:
        super().__init__(name, path)
        self._code = code

    def get_code(self, fullname: str) -> Any:
        return compile(self._code, self.path, "exec", dont_inherit=True)


class MutatedFinder(importlib.abc.MetaPathFinder):
    """Finds the mutated modules before Python finds the files."""

    def __init__(self, modules: dict[str, Mutated]) -> None:
        self._modules = modules

    def find_spec(self, fullname: str, path: object, target: ModuleType | None = None) -> Any:
        package, _, stem = fullname.rpartition(".")
        if package != PACKAGE or stem not in self._modules:
            return None
        place = str(SOURCES / f"{stem}.py")
        return importlib.util.spec_from_file_location(
            fullname, place, loader=MutatedLoader(fullname, place, self._modules[stem].code)
        )


@dataclass
class Trial:
    """A pytest plugin that, once the tests are collected, runs them against one mutant after another."""

    modules: dict[str, Mutated]
    found: dict[str, dict[str, str]] = field(default_factory=dict)

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        reach = self._reach(session.items)
        for stem, module in self.modules.items():
            self.found[stem] = {}
            for function, mutants in module.functions.items():
                tests = reach.get(f"{PACKAGE}.{stem}.{function}", [])
                self.found[stem].update(try_mutants(f"{PACKAGE}.{stem}", mutants, tests))
            print(line(stem, self.found[stem]), flush=True)
        return True

    def _reach(self, items: Sequence[pytest.Item]) -> dict[str, list[pytest.Item]]:
        """The tests that reach each function, cases before properties; every test must pass without a mutant."""
        from mutmut.mutation import trampoline

        hits: set[str] = set()
        vars(trampoline)["record_trampoline_hit"] = lambda name, caller=None: hits.add(name)
        trampoline.set_mutant_under_test("stats")
        reach: dict[str, list[pytest.Item]] = defaultdict(list)
        for item in sorted(items, key=lambda item: "properties" in item.nodeid):
            forget(values="values" in self.modules)
            hits.clear()
            if not passes(item):
                raise pytest.UsageError(f"{item.nodeid} fails without any mutant")
            for name in hits:
                reach[name].append(item)
        return reach


def try_mutants(module: str, mutants: list[str], tests: list[pytest.Item]) -> dict[str, str]:
    """Each mutant of one function with what became of it; a fork that dies counts for the mutant it died of."""
    if not tests:
        return dict.fromkeys(mutants, "no tests")
    found: dict[str, str] = {}
    while len(found) < len(mutants):
        rest = mutants[len(found) :]
        for outcome in in_fork(partial(outcomes, module, rest, list(tests))):
            found[mutants[len(found)]] = outcome
        if len(found) < len(mutants):
            found[mutants[len(found)]] = "crash"
    return found


def outcomes(module: str, mutants: list[str], tests: list[pytest.Item]) -> Iterator[str]:
    """What becomes of each mutant; the test that killed the last one is tried first."""
    from mutmut.mutation.trampoline import set_mutant_under_test

    signal.signal(signal.SIGPROF, overtime)
    for mutant in mutants:
        set_mutant_under_test(f"{module}.{mutant}")
        outcome = "survived"
        if module.rpartition(".")[2] in READ_ONCE:
            forget()
        for place, test in enumerate(tests):
            signal.setitimer(signal.ITIMER_PROF, SECONDS)
            outcome = "survived" if passes(test) else "killed"
            if signal.setitimer(signal.ITIMER_PROF, 0)[0] == 0:
                outcome = "timeout"
            if outcome != "survived":
                tests.insert(0, tests.pop(place))
                break
        yield outcome


def in_fork(work: Callable[[], Iterator[str]]) -> list[str]:
    """The lines that the work yields in a process of its own, as far as it comes."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, 1)
        os.dup2(null, 2)
        try:
            for text in work():
                os.write(writing, f"{text}\n".encode())
        finally:
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as pipe:
        lines = pipe.read().splitlines()
    os.waitpid(child, 0)
    return lines


def overtime(signum: int, frame: FrameType | None) -> None:
    """Ends a test whose mutant never comes to an end."""
    raise TimeoutError("a test runs too long")


def passes(item: pytest.Item) -> bool:
    """Whether one collected test passes now."""
    from _pytest.runner import runtestprotocol

    stays: Any = item.session  # what the whole session shares stays set up
    return not any(report.failed for report in runtestprotocol(item, log=False, nextitem=stays))


def forget(values: bool = True) -> None:
    """Empty what outlives a calculation: the tables read from the corpus and the values read from YAML."""
    from assistant.calculators import butir_lampiran, kegiatan, klaster_keahlian, law

    butir_lampiran._LISTS.clear()
    kegiatan._LISTS.clear()
    klaster_keahlian._LISTS.clear()
    if values:
        law._load.cache_clear()


def mutate(stem: str) -> Mutated:
    """One module with mutmut's mutants."""
    from mutmut.mutation.file_mutation import mutate_file_contents

    made = mutate_file_contents(f"{stem}.py", (SOURCES / f"{stem}.py").read_text(encoding="utf-8"))
    spans = {name: (span.start, span.end) for name, span in made.line_span_by_function_name.items()}
    return Mutated(stem, made.code, tuple(made.mutant_names), spans)


def line(stem: str, found: dict[str, str]) -> str:
    """One row of the table: killed, all, percent, and what else became of the mutants."""
    counts = Counter(found.values())
    killed = sum(counts[outcome] for outcome in KILLED)
    share = f"{100 * killed / len(found):6.2f} %" if found else "     - "
    return f"{stem:30} {killed:6}/{len(found):<6} {share}  {dict(counts)}"


def main(stems: Sequence[str]) -> None:
    """Mutate, try, print the table and write the survivors."""
    wanted = list(stems) or sorted(path.stem for path in SOURCES.glob("*.py") if path.stem != "__init__")
    modules = {stem: mutate(stem) for stem in wanted}
    sys.meta_path.insert(0, MutatedFinder(modules))
    without_shrinking()
    trial = Trial(modules)
    if pytest.main([*QUIET, f"--ignore={ANY_FACTS}", str(TESTS)], plugins=[trial]) not in (0, 5) or not trial.found:
        raise SystemExit("no figures: the tests do not pass or none was collected")
    everything = {f"{stem}.{name}": outcome for stem, found in trial.found.items() for name, outcome in found.items()}
    print(line("all", everything))
    left = [
        f"{stem}.{name}: {outcome}\n{modules[stem].diff(name)}\n"
        for stem, found in trial.found.items()
        for name, outcome in found.items()
        if outcome not in KILLED
    ]
    REPORT.parent.mkdir(exist_ok=True)
    REPORT.write_text("\n".join(left), encoding="utf-8")


def without_shrinking() -> None:
    """A property that fails has done its work; looking for the smallest example would take minutes."""
    from hypothesis import Phase, settings

    settings.register_profile("mutation", phases=(Phase.explicit, Phase.generate), database=None, derandomize=True)
    settings.load_profile("mutation")


if __name__ == "__main__":
    main(sys.argv[1:])
