"""How many questions of people's stories are answered: `python -m eval.stories [data folder]`.

A question is reached where its calculator was chosen, or one of its provisions is among the first three of the answer; one
that the texts do not answer, where something was declined.
"""

import sys
from collections import defaultdict
from pathlib import Path

from assistant.conversation import Conversation
from corpus.address import Address
from eval.dialogue import Recorder, open_recorded
from eval.story_set import Ask, load_stories
from index.manifest import data_folder

SHOWN = 3  # provisions of an answer that its reader surely sees
_NAMES = {"tool": "pertanyaan kalkulator", "clause": "pertanyaan ketentuan", "beyond": "di luar naskah"}


def main(data_dir: Path) -> None:
    """Ask every held-back message and print the shares."""
    assistant, recorder = open_recorded(data_dir)
    found: dict[str, list[bool]] = defaultdict(list)
    for story in load_stories(held=True):
        reply = assistant.ask(story.message, Conversation("cerita"))
        shown = [citation.address for citation in reply.citations[:SHOWN]]
        for ask in story.asks:
            found[_kind(ask)].append(is_reached(ask, shown, recorder))
    for kind, name in _NAMES.items():
        print(f"{name}: {sum(found[kind])} dari {len(found[kind])}, {sum(found[kind]) / len(found[kind]):.3f}")


def is_reached(ask: Ask, shown: list[Address], recorder: Recorder) -> bool:
    """Whether what was read or shown answers a question."""
    parts = recorder.reading.parts if recorder.reading else ()
    if ask.beyond is not None:
        return any(part.beyond for part in parts)
    chosen = {part.tool for part in parts} & {*ask.tools}
    return bool(chosen) or any(_same(place, wanted) for place in shown for wanted in ask.provisions)


def _kind(ask: Ask) -> str:
    return "beyond" if ask.beyond is not None else "tool" if ask.tools else "clause"


def _same(place: Address, wanted: Address) -> bool:
    """Whether a provision shown is the one wanted, stands in it, or holds it as its whole ayat or Pasal."""
    return wanted.contains(place) or (place.contains(wanted) and place.ayat in (wanted.ayat, None))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else data_folder())
