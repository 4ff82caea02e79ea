"""A message that leans on what was just said: a wish for more, a subject, the last question with another choice."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.reading import Fact, Part
from assistant.understand.clues import Clues
from assistant.understand.following.followups import (
    asks_which_provision,
    content,
    is_act,
    joins,
    leans_back,
    load_follow_ups,
    points_back,
    supposes,
)
from assistant.understand.following.shown import Shown
from assistant.understand.following.staying import asks_beside_who
from assistant.understand.intent.weigh import Weighed
from assistant.understand.message.split import asks
from assistant.understand.parts import Parts, begins_back
from corpus.prose import flat

_WORDS_SHOWN = 300  # characters of a provision by which its like is looked for
_FAIRLY = 0.35  # score from which a thin question is put to its own calculator rather than to the last subject
_FAIRLY_LIKE = 0.3  # likeness to its examples from which a thin question may be a calculator's
_CERTAIN = 0.9  # score from which a thin question speaks for itself
_LOST = 0.5  # score below which nothing but the conversation tells what a question means
_FULLER = 4  # words of content that such a question has at most
_THINNEST = 2  # words of content below which a message that points back is not foreign to the field
_JOINED = 9  # words of a message that goes on with what was asked
_WHOSE = frozenset({"jabatan", "jenjang", "jenjang_tujuan", "golongan"})  # facts that tell whose rule is asked for
_ALIKE = {"jenjang": "jenjang_tujuan", "jenjang_tujuan": "jenjang"}


class Leaning:
    """Reads a message that is too thin to be understood without the one before it."""

    def __init__(self, parts: Parts) -> None:
        self.parts = parts
        self.observer = parts.observer
        self.shown = Shown(parts)

    def read(self, clues: Clues, weighed: Weighed) -> Part | None:
        """What the message means after the last one; None where it does not lean on it."""
        if elsewhere := self._in_other_position(clues):
            return elsewhere
        pointed = self.shown.read(clues, weighed) or self._going_on(clues, weighed) or self.shown.beside(clues, weighed)
        if pointed:
            return pointed
        if not self._leans(clues, weighed) or self._asks_of_its_own(clues, weighed):
            return None
        if any(mention.regulation for mention in clues.mentions) and not clues.content:
            return self._elsewhere(clues)
        return self._subject(clues) or self._last_question(clues, weighed) or self._last_subject(clues, weighed)

    def about(self, clues: Clues, subject: str) -> Part:
        """A thin question with the subject of the one before: another calculator where it now clearly means one."""
        lent = self.observer.look_at(f"{clues.text.raw.rstrip('?!. ')} {subject}", clues.conversation)
        again = replace(
            lent, within=clues.within, about=clues.about
        )  # what the last question named binds no new subject
        weighed = self.parts.weigher.weigh(again)
        other = weighed.tool and weighed.sure and weighed.tool != clues.conversation.tool
        if other and not self._strange(clues, weighed):
            return replace(self.parts.calculation(again, weighed.tool, weighed.score), text=clues.text.raw, doubts=())
        if kindred := self._kindred(clues):
            return self.parts.calculation(clues, kindred.tool, kindred.score)
        return self.parts.clause(clues, subject)

    def _kindred(self, clues: Clues) -> Weighed | None:
        """ "Yang netapin siapa?": of the calculators that it may mean the likeliest one that takes what was told before."""
        conversation, inputs = clues.conversation, self.observer.inputs
        told = {**conversation.facts, **conversation.supposed}.keys() & inputs.get(conversation.tool or "", frozenset())
        for guess in clues.guesses:
            tool = guess.label.removeprefix("tool:")
            likely = guess.score >= _FAIRLY_LIKE and tool in inputs and tool != conversation.tool
            if likely and told & inputs[tool] and conversation.at_work:
                return Weighed(guess.score, tool=tool)
        return None

    def _leans(self, clues: Clues, weighed: Weighed) -> bool:
        declined = weighed.beyond in ("unrelated", "not_in_corpus")
        foreign = declined and not self._at_home(clues)
        certain = weighed.score >= _CERTAIN and not self._strange(clues, weighed)
        few = not clues.content[_THINNEST - 1 :] or (not certain and not clues.content[_THINNEST:])
        thin = few and (not weighed.tool or asks(clues.text))
        lost = thin or weighed.score < _LOST or weighed.beyond == "underspecified"
        sure = foreign or (weighed.sure and not declined and not lost)
        if not clues.conversation.recent or clues.cites or sure:
            return False
        taken = [(fact.start, fact.end) for fact in clues.told.facts]
        tool = clues.conversation.tool
        other = tool and weighed.tool and self.observer.tells_more(clues, weighed.tool, tool)
        most = (_FULLER,) if weighed.score < _LOST or declined else ()
        return leans_back(clues.text, taken, *most) and not other

    def _asks_of_its_own(self, clues: Clues, weighed: Weighed) -> bool:
        """ "Kalau gagal boleh ngulang berapa kali?" after who decides: a surely meant calculator that who does it tells nothing of."""
        tool = clues.conversation.tool or ""
        certain = weighed.tool not in ("", tool) and weighed.score >= _CERTAIN
        return certain and asks_beside_who(clues.text, tool)

    def _strange(self, clues: Clues, weighed: Weighed) -> bool:
        """ "Keputusannya diteken siapa?": whether the calculator it is like takes nothing told of what it begins with."""
        conversation, inputs = clues.conversation, self.observer.inputs
        if weighed.tool not in inputs or not conversation.at_work or not begins_back(clues):
            return False
        known = {**conversation.facts, **conversation.supposed}.keys() | {
            fact.field for fact in self.observer.facts_for(clues, weighed.tool).facts
        }
        return not inputs[weighed.tool] & known

    def _at_home(self, clues: Clues) -> bool:
        """Whether a message that looks foreign points back, or says what is done, or has the field's words alone."""
        few = len(clues.content) < _THINNEST and (points_back(clues.text) or all(map(is_act, clues.content)))
        known = [word for word in clues.content if self.observer.lexicon.knows(word.removesuffix("nya"))]
        pointed = known and not clues.content[_THINNEST:] and points_back(clues.text) and clues.conversation.at_work
        return few or bool(pointed) or all(self.observer.lexicon.knows(word) or is_act(word) for word in clues.content)

    def _going_on(self, clues: Clues, weighed: Weighed) -> Part | None:
        """ "Kalau masih tugas belajar 8 bulan?" after requirements were shown: the calculator that checks them."""
        conversation, text = clues.conversation, clues.text
        joined = supposes(text) or joins(text)
        if not joined or conversation.at_work or not conversation.recent or clues.cites or text.length > _JOINED:
            return None
        near = self._last_tool(clues)
        told = self.observer.facts_for(clues, near).facts if near else ()
        case = {fact.field for fact in told} & self.observer.inputs.get(near, frozenset())
        if not case - _WHOSE or (weighed.tool and self.observer.tells_more(clues, weighed.tool, near)):
            return None
        return self._with_last(clues, near)

    def _elsewhere(self, clues: Clues) -> Part:
        """ "Kalau di permendag 82?": the last question, or the provision last shown, in another regulation."""
        last = clues.conversation.recent[-1]
        shown = clues.conversation.cited
        if shown and any(mention.steps for mention in self.observer.language.find(last)):
            last = flat(self.observer.corpus.node(shown[0]).words)[:_WORDS_SHOWN]
        return replace(self.parts.clause(clues), text=last)

    def _in_other_position(self, clues: Clues) -> Part | None:
        """ "Where's the same rule for pengawas?": the provision last shown, as the other position's regulation has it."""
        shown, regulations = clues.conversation.cited, self.observer.corpus.regulations
        own = regulations[shown[0].regulation].jabatan if shown else None
        if not own or clues.cites or clues.positions in ((), (own,)) or not asks_which_provision(clues.text):
            return None
        words = flat(self.observer.corpus.node(shown[0]).words)[:_WORDS_SHOWN]
        return replace(self.parts.clause(clues), text=words)

    def _subject(self, clues: Clues) -> Part | None:
        """A bare subject that is another calculator's: "dokumennya?"."""
        named, tools = load_follow_ups().subjects, self.observer.tools
        subject = next((tool for tool, words in named.items() if tool in tools and clues.text.has(*words)), "")
        if not subject or subject == clues.conversation.tool or clues.content:
            return None
        turned = self.parts.calculation(clues, subject, 1.0)
        return replace(turned, regulations=turned.regulations or clues.conversation.regulations)

    def _last_question(self, clues: Clues, weighed: Weighed) -> Part | None:
        """The last question with what the message tells: facts that its calculator lacked, or other choices."""
        near = self._last_tool(clues)
        told = self.observer.facts_for(clues, near).facts if near else ()
        adds = any(fact.field in self.observer.inputs[near] for fact in told)
        if adds and not weighed.tool and not asks(clues.text) and not supposes(clues.text):
            return self._with_last(clues, near)
        told = told if near else clues.told.facts
        if told and (supposes(clues.text) or _tells_only(clues, told)):
            return self._same_question(clues, near, told)
        return None

    def _last_tool(self, clues: Clues) -> str:
        """The calculator that the last message was about, if any."""
        before = self.observer.look_at(clues.conversation.recent[-1], clues.conversation)
        weighed = self.parts.weigher.weigh(before)
        return weighed.tool or weighed.near

    def _with_last(self, clues: Clues, tool: str) -> Part:
        """Facts told after a look-up: the calculator it was near to, with those of the last message too."""
        told = self.observer.facts_for(clues, tool).facts
        before = self.observer.facts_of(clues.conversation.recent[-1], tool)
        known = {fact.field for fact in told}
        facts = (*(replace(f, start=0, end=0) for f in before if f.field not in known), *told)
        return self.parts.calculated(clues, tool, facts)

    def _same_question(self, clues: Clues, near: str, told: Sequence[Fact]) -> Part:
        """ "Kalau untuk ahli madya?": the last question with its choices exchanged; `near` is the calculator it was about."""
        last = clues.conversation.recent[-1]
        again = self.observer.look_at(_exchanged(last, self.observer.facts_of(last, near), told), clues.conversation)
        weighed = self.parts.weigher.weigh(again)
        if weighed.tool:
            return self.parts.calculation(again, weighed.tool, weighed.score)
        return replace(self.parts.clause(again), facts=tuple(told))

    def _last_subject(self, clues: Clues, weighed: Weighed) -> Part | None:
        """A thin question about what the conversation is about."""
        conversation = clues.conversation
        tool = conversation.tool
        if tool and weighed.tool == tool and weighed.score >= _FAIRLY and clues.content:
            return None
        if tool and tool in self.observer.topics:
            return self.about(clues, self.observer.topics[tool])
        return self.about(clues, conversation.recent[-1]) if conversation.cited else None


def _tells_only(clues: Clues, told: Sequence[Fact]) -> bool:
    """Whether a message holds nothing but facts: "yang strategis?"."""
    rest = content(clues.text, [(fact.start - clues.at, fact.end - clues.at) for fact in told])
    return not {*rest} - load_follow_ups().likewise


def _exchanged(said: str, old: Sequence[Fact], new: Sequence[Fact]) -> str:
    """A question with the facts it told replaced by new ones of the same kind; facts it did not tell are added."""
    fresh = {fact.field: fact for fact in new}
    changed = said
    for fact in sorted(old, key=lambda fact: -fact.start):
        exchanged = fresh.get(fact.field) or fresh.get(_ALIKE.get(fact.field, ""))
        if exchanged is not None:
            changed = changed[: fact.start] + exchanged.text + changed[fact.end :]
    return changed if changed != said else f"{said} {' '.join(fact.text for fact in new)}"
