"""The dialogue set: what people say, and what a good answer must find in it; phase by phase, written before it was run.

`first-*.yaml` and `second-*.yaml` the assistant could learn from; `second-*.yaml` was kept unseen for two rounds of work
and read in the last. `third-*.yaml` is harder and was never learned from: messages that tell many facts at once, a quarter
of those written then, drawn by chance; from the others the assistant learned. Those from `fourth-*.yaml` on were written
each when a round of work on the understanding was finished, by people who had never seen it, and are never learned from.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, get_args

from assistant.reading import Beyond
from corpus.address import Address
from corpus.data import Sheet, load_yaml
from corpus.errors import CorpusError, DataError

Phase = Literal[
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
]

FOLDER = Path(__file__).parent / "dialogues"
PHASES: tuple[Phase, ...] = get_args(Phase)
BEYOND: tuple[Beyond, ...] = get_args(Beyond)
_WANT_KEYS = ("tool", "provisions", "topic", "forgets", "beyond")
_FACT_KEYS = ("facts", "instead", "maybe", "any_facts", "uses", "skips", "any")
_SINGLE_KEYS = ("id", "kind", "message", "each", *_WANT_KEYS, *_FACT_KEYS)
_TURN_KEYS = ("say", "reply", *_WANT_KEYS, *_FACT_KEYS)


@dataclass(frozen=True)
class Wanted:
    """What one question must be answered with: any of these calculators, or any of these provisions, or one of the rest."""

    tools: tuple[str, ...] = ()
    provisions: tuple[Address, ...] = ()
    topic: str | None = None
    beyond: Beyond | None = None
    forgets: bool = False

    @property
    def answerable(self) -> bool:
        """Whether the texts answer it."""
        return bool(self.tools or self.provisions)


@dataclass(frozen=True)
class Turn:
    """One message; `reply` answers whatever was asked, with the words and values the person knows."""

    say: str
    wants: tuple[Wanted, ...] = ()
    facts: Mapping[str, Any] | None = None  # None: not judged
    instead: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)  # a fact told as well by other facts
    maybe: tuple[str, ...] = ()
    uses: Mapping[str, Any] = field(default_factory=dict)
    skips: bool = False
    reply: bool = False


@dataclass(frozen=True)
class Dialogue:
    """One conversation; a single question is one of one turn."""

    id: str
    phase: Phase
    kind: str
    turns: tuple[Turn, ...]
    knows: Mapping[str, tuple[str, Any]] = field(default_factory=dict)


def load_dialogues(folder: Path = FOLDER) -> tuple[Dialogue, ...]:
    """Every dialogue of a folder, in order of file and entry."""
    return tuple(dialogue for path in sorted(folder.glob("*.yaml")) for dialogue in _load_file(path))


def _load_file(path: Path) -> Iterator[Dialogue]:
    phase = next((phase for phase in PHASES if path.stem.startswith(f"{phase}-")), None)
    if phase is None:
        raise DataError(f"{path.name}: the name must begin with {' or '.join(f'{p}-' for p in PHASES)}")
    content = load_yaml(path)
    if isinstance(content, Mapping):
        yield from _unanswerable(path, phase, content)
        return
    if not isinstance(content, list):
        raise DataError(f"{path.name}: the file must hold a list of dialogues, or questions under their kind")
    for number, entry in enumerate(content, 1):
        if not isinstance(entry, Mapping):
            raise DataError(f"{path.name} entry {number}: {entry!r} is wrong; write a mapping that begins with 'id'")
        sheet = Sheet(f"{path.name} entry {number} ({entry.get('id', 'no id')})", entry)
        yield _conversation(sheet, phase) if "turns" in entry else _single(sheet, phase)


def _unanswerable(path: Path, phase: Phase, content: Mapping[str, Any]) -> Iterator[Dialogue]:
    for kind, messages in content.items():
        if kind not in BEYOND:
            raise DataError(f"{path.name}: {kind!r} is wrong; known kinds are {', '.join(BEYOND)}")
        for number, message in enumerate(messages, 1):
            yield Dialogue(f"{phase}-{kind}-{number}", phase, kind, (Turn(message, (Wanted(beyond=kind),)),))


def _single(sheet: Sheet, phase: Phase) -> Dialogue:
    sheet.known(_SINGLE_KEYS)
    return Dialogue(sheet.text("id"), phase, sheet.text("kind"), (_turn(sheet, sheet.text("message"), ()),))


def _conversation(sheet: Sheet, phase: Phase) -> Dialogue:
    sheet.known(("id", "knows", "turns"))
    turns: list[Turn] = []
    for number, entry in enumerate(sheet.entries("turns"), 1):
        inner = Sheet(f"{sheet.name} turn {number}", entry)
        inner.known(_TURN_KEYS)
        before = turns[-1].wants if turns else ()
        turns.append(_turn(inner, "" if inner.get("reply") else inner.text("say"), before))
    knows = {name: (str(told[0]), told[1]) for name, told in sheet.mapping("knows").items()}
    return Dialogue(sheet.text("id"), phase, "percakapan", tuple(turns), knows)


def _turn(sheet: Sheet, say: str, before: tuple[Wanted, ...]) -> Turn:
    if sheet.get("reply"):
        return Turn("", before, reply=True)
    each = sheet.entries("each")
    inner = [Sheet(f"{sheet.name} each", entry) for entry in each] or [sheet]
    wants = tuple(wanted for wanted in map(_wanted, inner) if wanted != Wanted())
    if not wants and not sheet.get("any"):
        raise sheet.wrong("tool", None, "say what must answer: tool, provisions, topic, forgets, beyond, each, or any")
    facts = None if sheet.get("any_facts") or "facts" not in sheet.content else sheet.mapping("facts")
    return Turn(
        say=say,
        wants=wants,
        facts=facts,
        instead=sheet.mapping("instead"),
        maybe=tuple(sheet.get("maybe") or ()),
        uses=sheet.mapping("uses"),
        skips=bool(sheet.get("skips")),
    )


def _wanted(sheet: Sheet) -> Wanted:
    tool = sheet.get("tool") or ()
    beyond = sheet.get("beyond")
    if beyond is not None and beyond not in BEYOND:
        raise sheet.wrong("beyond", beyond, f"known kinds are {', '.join(BEYOND)}")
    return Wanted(
        tools=(tool,) if isinstance(tool, str) else tuple(tool),
        provisions=tuple(_address(sheet, place) for place in sheet.get("provisions") or ()),
        topic=sheet.get("topic"),
        beyond=beyond,
        forgets=bool(sheet.get("forgets")),
    )


def _address(sheet: Sheet, written: str) -> Address:
    regulation, _, place = written.partition(" ")
    try:
        address = Address.parse(place, regulation)
    except CorpusError as error:
        raise sheet.wrong("provisions", written, str(error)) from error
    if address.pasal is None and address.lampiran is None:
        raise sheet.wrong("provisions", written, "write like 'permendag-94-2020 Pasal 72 ayat (3)'")
    return address
