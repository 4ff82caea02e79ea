"""Measure understanding: every dialogue through the real assistant, each answer held against what it should have found."""

import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from assistant.answer import Assistant, Understands
from assistant.conversation import Conversation
from assistant.reading import Reading
from assistant.reply import Answer
from corpus.data import load_sheet
from corpus.prose import flat
from eval.dialogue_judge import Heard, Judged, judge
from eval.dialogue_set import BEYOND, PHASES, Dialogue, Phase, Turn, load_dialogues

FLOORS = Path(__file__).parent / "floors-dialogue.yaml"
DAY = date(2026, 7, 1)  # the day all dialogues are held on


class Recorder:
    """Passes messages on to the understanding, and keeps what it read and how long it took."""

    def __init__(self, understanding: Understands, clock: Callable[[], float] = time.perf_counter) -> None:
        self.understanding = understanding
        self.clock = clock
        self.reading = Reading("id")
        self.seconds = 0.0

    def read(self, message: str, conversation: Conversation) -> Reading:
        """What the understanding reads."""
        start = self.clock()
        self.reading = self.understanding.read(message, conversation)
        self.seconds = self.clock() - start
        return self.reading


def hold(dialogue: Dialogue, assistant: Assistant, recorder: Recorder) -> tuple[Judged, ...]:
    """One dialogue from its first message to its last; replies nobody asked for are left out."""
    conversation = Conversation(dialogue.id)
    unsaid = dict(dialogue.knows)
    judged = []
    for number, turn in enumerate(dialogue.turns, 1):
        if turn.reply:
            asked = next((name for name in conversation.asked if name in unsaid), None)
            if asked is None:
                continue
            words, value = unsaid.pop(asked)
            turn = Turn(words, turn.wants, facts={asked: value}, reply=True)
        before, known = conversation.asked, dict(conversation.facts)
        answer, crash = _ask(assistant, turn.say, conversation)
        heard = Heard(answer, recorder.reading, before, known, bool(conversation.facts), recorder.seconds, crash)
        judged.append(judge(dialogue, number, turn, heard))
    return tuple(judged)


def _ask(assistant: Assistant, say: str, conversation: Conversation) -> tuple[Answer, str]:
    """The answer; a crash is a result as well, and must not end the measurement."""
    try:
        return assistant.ask(say, conversation), ""
    except Exception as error:  # noqa: BLE001
        return Answer(conversation.id, "clarify", ""), f"galat {type(error).__name__}: {flat(str(error))[:120]}"


def report_dialogues(data: Path, phases: Sequence[Phase] = PHASES, failures: bool = True) -> bool:
    """Hold all dialogues, print how well each phase was understood, and say whether all floors are met."""
    assistant, recorder = open_recorded(data)
    dialogues = [dialogue for dialogue in load_dialogues() if dialogue.phase in phases]
    judged = [one for dialogue in dialogues for one in hold(dialogue, assistant, recorder)]
    floors = load_sheet(FLOORS).content
    met = True
    for phase in phases:
        of_phase = [one for one in judged if one.phase == phase]
        if of_phase:
            print(f"\nDialog, tahap {phase}: {_sizes(dialogues, phase)}, {len(of_phase)} pesan")
            met &= _print_figures(figures(of_phase), floors)
            print("\nYang diharapkan (baris) dan yang ditangkap (lajur):")
            print(confusion(of_phase))
    if failures:
        print_failures(judged)
    return met


def open_recorded(data: Path) -> tuple[Assistant, Recorder]:
    """The real assistant on the day of the dialogues, with its understanding recorded."""
    from assistant.start import open_understanding
    from corpus.library import load_corpus
    from index.search import open_index

    corpus = load_corpus()
    index = open_index(corpus, data)
    understanding = open_understanding(corpus, index, data, lambda: DAY)
    # The processor's time: other programs hardly touch it, and on two idle cores no more passes by the clock.
    recorder = Recorder(understanding, time.process_time)
    return Assistant(corpus, index, recorder, today=lambda: DAY), recorder


def figures(judged: Sequence[Judged]) -> dict[str, tuple[float, int]]:
    """Each figure with the number of messages it was taken over."""
    answerable = [one for one in judged if one.answerable]
    beyond = [one for one in judged if one.wanted in BEYOND]
    shares: dict[str, Iterable[bool]] = {
        "benar": (one.right for one in answerable),
        "fakta_benar": (one.facts for one in judged if one.facts is not None),
        "ditolak": (one.right for one in beyond),
        "jenis_penolakan_benar": (one.found == one.wanted for one in beyond if one.wanted != "underspecified"),
        "salah_ditolak": (one.declined for one in answerable),
        "perhitungan_utuh": (one.told for one in judged if one.told is not None),
        "lain_benar": (one.right for one in judged if not one.answerable and one.wanted not in BEYOND),
    }
    counted = {name: list(values) for name, values in shares.items()}
    result = {name: (sum(values) / len(values), len(values)) for name, values in counted.items() if values}
    if judged:
        result["memahami_ms"] = (1000 * statistics.median(one.seconds for one in judged), len(judged))
    return result


def confusion(judged: Sequence[Judged]) -> str:
    """How often each kind of question was taken for each kind of answer, as a table."""
    counts = Counter((one.wanted, one.found) for one in judged)
    rows = sorted({wanted for wanted, _ in counts}, key=_order)
    columns = sorted({found for _, found in counts}, key=_order)
    width = max((len(row) for row in rows), default=0)
    legend = "\n".join(f"  {number:>2} = {column}" for number, column in enumerate(columns, 1))
    head = " " * width + "".join(f"{number:>6}" for number in range(1, len(columns) + 1))
    lines = [f"{row:<{width}}" + "".join(f"{counts[row, column] or '.':>6}" for column in columns) for row in rows]
    return "\n".join((legend, head, *lines))


def _order(name: str) -> tuple[bool, str]:
    return name in BEYOND, name


def print_failures(judged: Sequence[Judged]) -> None:
    """Every message that was not understood in full."""
    failed = [one for one in judged if not one.right or one.facts is False]
    print(f"\nTidak dipahami sepenuhnya ({len(failed)}):")
    for one in failed:
        print(f"- {one.dialogue}/{one.number} {one.say!r}: {one.detail}")


def _sizes(dialogues: Sequence[Dialogue], phase: Phase) -> str:
    of_phase = [dialogue for dialogue in dialogues if dialogue.phase == phase]
    beyond = sum(dialogue.kind in BEYOND for dialogue in of_phase)
    talks = sum(dialogue.kind == "percakapan" for dialogue in of_phase)
    return f"{len(of_phase) - beyond - talks} pertanyaan tunggal, {talks} percakapan, {beyond} yang tak terjawab"


def _print_figures(found: Mapping[str, tuple[float, int]], floors: Mapping[str, Any]) -> bool:
    met = True
    for name, (value, count) in found.items():
        floor = floors.get(name, {})
        good = value >= floor.get("least", value) and value <= floor.get("most", value)
        met &= good
        bound = "".join(f", {word} {floor[key]}" for key, word in (("least", "min"), ("most", "maks")) if key in floor)
        shown = f"{value:.1f}" if name.endswith("_ms") else f"{value:.1%}"
        print(f"  {name:<22} {shown:>8}  (N = {count}{bound}){'' if good else '  DI BAWAH SYARAT'}")
    return met


if __name__ == "__main__":  # python -m eval.dialogue first: with every message that was not understood
    from assistant.settings import Settings

    told = tuple(phase for phase in PHASES if phase in sys.argv[1:]) or PHASES
    sys.exit(0 if report_dialogues(Settings.read().data, told) else 1)
