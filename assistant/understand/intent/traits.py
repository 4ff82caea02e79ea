"""What of a question tells its intent, as figures: traits of the question, and of each calculator that may be meant."""

import itertools
import math
from collections import Counter
from collections.abc import Collection, Mapping

from assistant.calculators.law import HERE, values_of
from assistant.reading import Fact
from assistant.tools import Tool
from assistant.understand.clues import Clues
from assistant.understand.language.signs import is_personal, load_signs
from assistant.understand.language.text import overlaps
from assistant.understand.language.vocabulary import FIGURE_KINDS
from assistant.understand.message.split import asks
from assistant.understand.observer import Observer

MOST_TOOLS = 3  # calculators between which the facts decide: the classifier's best
TOOL, CLAUSE = "calculation", "clause"
BEYOND = "out_of_scope:"
_POSITION = "jabatan"
COMMON = frozenset({_POSITION, "jenjang", "jenjang_tujuan", "golongan", "tanggal"})  # facts of many calculators
Traits = Mapping[str, float]


class Weighing:
    """Sees the traits of questions; knows how telling each fact is, and the words of each calculator's subject."""

    def __init__(self, observer: Observer) -> None:
        self.observer = observer
        takers = Counter(name for fields in observer.inputs.values() for name in fields)
        self._telling = {name: math.log(len(observer.inputs) / count) for name, count in takers.items()}
        self._subjects = {
            tool: frozenset(observer.speller.read(t).plain.split()) for tool, t in observer.topics.items()
        }
        named = Counter(word for words in self._subjects.values() for word in words)
        self._rare = {word: 1 / count for word, count in named.items()}
        self._words = {tool: self._own_words(tool) for tool in observer.tools}
        users = Counter(word for words in self._words.values() for word in words)
        self._telling_word = {word: math.log(len(self._words) / count) for word, count in users.items()}
        self._regulations = {name: self._rests_on(name, tool) for name, tool in observer.tools.items()}
        self.kinds = (TOOL, CLAUSE, *(label for label in observer.intents if label.startswith(BEYOND)))

    def tools(self, clues: Clues) -> list[str]:
        """The calculators that may be meant, likeliest first; the one at work is always one of them.

        One that does not treat the matter of the message gives its place to none: those behind it are hardly meant.
        """
        held = [name for name in self.observer.tools if self._treats(name, clues.within)]
        ranked = sorted(held, key=lambda name: -clues.score(f"tool:{name}"))
        running = [name for name in ranked[MOST_TOOLS:] if name == clues.conversation.tool]
        return [*ranked[:MOST_TOOLS], *running]

    def may_answer(self, clues: Clues, tool: str) -> bool:
        """Whether a calculator rests on a regulation that is named, or on one of the ministry or matter spoken of."""
        return self._treats(tool, clues.within) and self._treats(tool, clues.about)

    def _treats(self, tool: str, held: Collection[str]) -> bool:
        own = self._regulations[tool]
        return not held or not own or not own.isdisjoint(held)

    def _rests_on(self, name: str, tool: Tool) -> frozenset[str]:
        """The regulations of a calculator; those of the positions where it takes one and has no values of its own."""
        of_positions = self.observer.scope.of_positions() if _POSITION in self.observer.inputs[name] else frozenset()
        return _regulations(tool) or of_positions

    def words_of(self, tool: str) -> frozenset[str]:
        """The words of a calculator's subject, and those in which its facts are told."""
        return self._words[tool]

    def of_question(self, clues: Clues) -> Traits:
        """What tells a calculation, a look-up and each reason to decline from each other."""
        observer, text = self.observer, clues.text
        best = self.tools(clues)
        scores = [clues.score(f"tool:{name}") for name in best] + [0.0, 0.0]
        told = self._told(clues, best[0]) if best else []
        content = max(len(clues.content), 1)
        signs = {f"tanda_{name}": float(text.has(*words)) for name, words in load_signs().items() if name != "personal"}
        return {
            "tetap": 1.0,
            "kalkulator": scores[0],
            "unggul": scores[0] - scores[1],
            **{f"mirip_{kind.removeprefix(BEYOND)}": clues.score(kind) for kind in self.kinds if kind != TOOL},
            "terdekat": max((guess.near for guess in clues.guesses), default=0.0),
            **{f"dekat_{kind.removeprefix(BEYOND)}": clues.near(kind) for kind in self.kinds if kind != TOOL},
            **signs,
            "pribadi": float(is_personal(text.words)),
            "bertanya": float(asks(text)),
            "menyebut_pasal": float(clues.cites),
            "menyebut_peraturan": float(any(m.regulation for m in clues.mentions)),
            "menyebut_luar": float(any(m.outside for m in clues.mentions)),
            "menyebut_jabatan": float(bool(clues.positions)),
            "perihal_luar": float(bool(observer.domain.outside_topic(text))),
            "hukum_kini": float(text.has(*observer.domain.law) and text.has(*observer.domain.now)),
            "kata_dikenal": sum(map(observer.lexicon.knows, clues.content)) / content,
            "kata_hukum": sum(map(observer.lexicon.tells_field, clues.content)) / content,
            "isi": math.log1p(len(clues.content)),
            "panjang": math.log1p(text.length),
            "angka": math.log1p(len(clues.amounts)),
            "fakta": math.log1p(len(clues.told.facts)),
            "fakta_sendiri": math.log1p(sum(fact.field not in COMMON for fact in told)),
            "angka_sendiri": math.log1p(sum(self._is_figure(fact) for fact in told)),
        }

    def of_tool(self, clues: Clues, tool: str) -> Traits:
        """What tells one calculator from another."""
        observer, text = self.observer, clues.text
        told = self._told(clues, tool)
        fields = observer.inputs[tool]
        known = {fact.field for fact in told}
        cued = (clues.told.cued - known) & fields - COMMON
        spans = [(fact.start - clues.at, fact.end - clues.at) for fact in observer.worded_for(clues, tool).facts]
        left = [amount for amount in clues.amounts if not overlaps(amount.start, amount.end, spans)]
        subject = self._subjects.get(tool, frozenset())
        said = {word.text for word in text.words}
        named = subject & said
        return {
            "skor": clues.score(f"tool:{tool}"),
            "terdekat": clues.near(f"tool:{tool}"),
            "fakta_umum": float(len(known & COMMON)),
            "fakta_khas": sum(self._telling[name] for name in known - COMMON),
            "fakta_sendiri": math.log1p(len(known - COMMON)),
            "angka_dibaca": math.log1p(sum(self._is_figure(fact) for fact in told)),
            "angka_sisa": math.log1p(len(left)),
            "disinggung": math.log1p(sum(self._telling[name] for name in cued)),
            "asing": math.log1p(sum(self._telling[name] for name in clues.told.cued - fields - COMMON)),
            "kosakata": math.log1p(sum(self._telling_word[word] for word in self._words[tool] & said)),
            "perihal": sum(self._rare[word] for word in named) / max(sum(self._rare[word] for word in subject), 1e-6),
            "ragu": float(bool(observer.worded_for(clues, tool).doubts)),
        }

    def _own_words(self, tool: str) -> frozenset[str]:
        """The words in which the facts of a calculator are told, and those of its subject."""
        fields = [
            self.observer.fields[name] for name in self.observer.inputs[tool] - COMMON if name in self.observer.fields
        ]
        said = [phrase for f in fields for phrase in (*f.cues, *f.yes, *f.no, *itertools.chain(*f.choices.values()))]
        return self._subjects.get(tool, frozenset()) | {word for phrase in said for word in phrase.split()}

    def _told(self, clues: Clues, tool: str) -> list[Fact]:
        """The facts a question tells that the calculator takes."""
        facts = self.observer.worded_for(clues, tool).facts
        return [fact for fact in facts if fact.field in self.observer.inputs[tool]]

    def _is_figure(self, fact: Fact) -> bool:
        fields = self.observer.fields
        return fact.field not in COMMON and fact.field in fields and fields[fact.field].kind in FIGURE_KINDS


def _regulations(tool: Tool) -> frozenset[str]:
    """The regulations that the values of a calculator stand in; none where it has no values of its own."""
    values = values_of(tool.family).entries if (HERE / f"{tool.family}.yaml").is_file() else ()
    return frozenset(value.address.regulation for value in values if value.address)


def rests_outside(tool: Tool) -> bool:
    """Whether all values of a calculator stand in law outside the texts."""
    values = values_of(tool.family).entries if (HERE / f"{tool.family}.yaml").is_file() else ()
    return bool(values) and not any(value.address for value in values)
