"""Citations, second look: from runs of tokens to mentions, one for each provision or range that is named."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from corpus.metadata import Regulation
from corpus.tokens import Step, Token, Tokens

# Outer units first; a step that is named after what it stands in ("huruf c ayat (3) Pasal 72") is put before it.
_RANK = {
    "pasal": 0,
    "lampiran": 0,
    "bab": 0,
    "menimbang": 0,
    "mengingat": 0,
    "bagian": 1,
    "paragraf": 2,
    "ayat": 3,
    "huruf": 4,
}
_INNERMOST = 5


@dataclass(frozen=True)
class Mention:
    """A provision as someone named it: its steps from the outside in, and the regulation where that was said.

    `through` is the last step of a range ("huruf b sampai dengan huruf e"). `outside` is a regulation that is named but
    not held; `itself` marks "Peraturan Menteri ini". Without a head (pasal, lampiran ...) the mention is relative.
    """

    start: int
    end: int
    text: str
    steps: tuple[Step, ...] = ()
    through: Step | None = None
    regulation: str | None = None
    outside: str = ""
    itself: bool = False
    named: tuple[int, int] | None = None  # the characters of the regulation's own name, where it has one

    @property
    def relative(self) -> bool:
        """Whether it only says where to look inside something named before ("ayat 2", "huruf c")."""
        return bool(self.steps) and rank(self.steps[0]) > 0

    @property
    def place(self) -> str:
        """The place in the corpus' own form: "Pasal 72 ayat (3) huruf c", "Pasal 75 ayat (1) huruf b .. huruf e"."""
        words = " ".join(write(step) for step in self.steps)
        words += f" .. {write(self.through)}" if self.through else ""
        return words[:1].upper() + words[1:]


class Grammar:
    """Finds the mentions of a text."""

    def __init__(self, regulations: Iterable[Regulation]) -> None:
        self._tokens = Tokens(tuple(regulations))

    def find(self, text: str) -> tuple[Mention, ...]:
        """Every provision and regulation named in a text, in order."""
        return tuple(mention for run in self._tokens.runs(text) for mention in _Run(text, run).read())


class _Run:
    """Reads one run: `open` are the mentions that wait for a regulation named after them."""

    def __init__(self, text: str, run: list[Token]) -> None:
        self.text = text
        self.run = run
        self.done: list[Mention] = []
        self.open_from = 0
        self.leading: Token | None = None
        self.link = ""
        self.link_words = ""
        self.fresh = True

    def read(self) -> list[Mention]:
        for token in self.run:
            if token.is_link:
                self.link, self.link_words = token.kind, self.text[token.start : token.end]
                continue
            if token.is_step:
                self._step(token)
            else:
                self._regulation(token)
            self.link = self.link_words = ""
        if self.leading is not None:
            self._add(self.leading, ())
        return [m for m in self.done if m.steps != () or m.regulation or m.outside or m.itself if not self._stray(m)]

    def _stray(self, mention: Mention) -> bool:
        """ "Mengingat" as an everyday word: alone, and not of a regulation."""
        return (
            bool(mention.steps)
            and not any(value for _, value in mention.steps)
            and not (mention.regulation and len(self.done) == 1)
        )

    def _regulation(self, token: Token) -> None:
        waiting = self.done[self.open_from :]
        if waiting:
            self.done[self.open_from :] = [_of(m, token) for m in waiting]
            self.open_from = len(self.done)
        else:
            if self.leading is not None:
                self._add(self.leading, ())
            self.leading = token
        self.fresh = True

    def _step(self, token: Token) -> None:
        step = (token.unit, token.value)
        last = self.done[-1] if self.done and not self.fresh else None
        if last is None:
            self._add(token, (step,))
        elif self.link == "range" and last.steps[-1][0] == token.unit and not last.through:
            self.done[-1] = self._grown(last, token, through=step)
        elif self.link in ("list", "range"):
            self._listed(last, step, token)
        elif rank(step) == 0 and rank(last.steps[0]) == 0:
            self._add(token, (step,))
        elif rank(step) < rank(last.steps[0]):
            self._wrap(last, step, token)
        else:
            self.done[-1] = self._grown(last, token, steps=(*last.steps, step))

    def _listed(self, last: Mention, step: Step, token: Token) -> None:
        units = [unit for unit, _ in last.steps]
        if step[0] in units:
            self._add(token, (*last.steps[: units.index(step[0])], step), continuing=True)
        elif self.link_words.strip() == "," and rank(step) > rank(last.steps[-1]):
            self.done[-1] = self._grown(last, token, steps=(*last.steps, step))
        else:
            self._add(token, (step,), continuing=True)

    def _wrap(self, last: Mention, step: Step, token: Token) -> None:
        """ "huruf a dan huruf b ayat (1)": the outer step holds for all of the list."""
        for index in range(len(self.done) - 1, -1, -1):
            mention = self.done[index]
            if index < self.open_from or not mention.steps or mention.steps[0][0] != last.steps[0][0]:
                break
            self.done[index] = replace(mention, steps=(step, *mention.steps))
        self.done[-1] = self._grown(self.done[-1], token)

    def _add(self, token: Token, steps: tuple[Step, ...], continuing: bool = False) -> None:
        mention = Mention(token.start, token.end, self.text[token.start : token.end], steps)
        if not steps:
            self.done.append(_of(mention, token))
            self.leading = None
            return
        before = self.done[-1] if continuing and self.done else None
        if before and self.open_from == len(self.done):
            mention = replace(mention, regulation=before.regulation, outside=before.outside, itself=before.itself)
        elif self.leading is not None:
            mention = _of(mention, self.leading)
        self.done.append(mention)
        if mention.regulation or mention.outside or mention.itself:
            self.open_from = len(self.done)
        self.leading = None
        self.fresh = False

    def _grown(self, mention: Mention, token: Token, **changes: object) -> Mention:
        start, end = min(mention.start, token.start), max(mention.end, token.end)
        return replace(mention, start=start, end=end, text=self.text[start:end], **changes)  # type: ignore[arg-type]


def rank(step: Step) -> int:
    """How far inside a step stands: 0 for a Pasal or an attachment."""
    return _RANK.get(step[0], _INNERMOST)


def write(step: Step) -> str:
    """A step as lawyers write it: "ayat (3)", "huruf c", "Pasal 72"."""
    unit, value = step
    if unit == "ayat":
        return f"ayat ({value})"
    return f"{unit} {value}".strip()


def _of(mention: Mention, token: Token) -> Mention:
    named = (token.start, token.end)
    if token.kind == "itself":
        return replace(mention, itself=True, named=named)
    if token.kind == "outside":
        return replace(mention, outside=token.value, named=named)
    return replace(mention, regulation=token.value, named=named)
