"""What one question means: the readings in the order they are tried."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from assistant.reading import Beyond, Fact, Part
from assistant.understand.amounts import Amount
from assistant.understand.claims import Context
from assistant.understand.clues import Clues, Observer
from assistant.understand.followups import (
    asks_lacking,
    asks_which_provision,
    content,
    corrects,
    leans_back,
    load_follow_ups,
    supposes,
    wants_more,
)
from assistant.understand.polarity import declines
from assistant.understand.premises import asks_reason, find_corrections
from assistant.understand.split import load_split_words
from assistant.understand.stems import roots
from assistant.understand.text import Text
from assistant.understand.weigh import FIGURES, Weighed, load_signs, weigh
from corpus.address import Address

_NEAR_OWN = 3  # words before an amount in which "saya" makes it the person's own
_SAYS = frozenset({"setahu", "setau", "kata", "think", "heard"})
_SHORTEST_FORM = 4  # letters of a word by which a provision last shown is told from the others
_MOST_SHOWN = 8
_WORDS_SHOWN = 300  # characters of a provision by which its like is looked for
Spans = Sequence[tuple[int, int]]
_NEEDS_MORE = "underspecified"
_ANEW = 0.5  # score from which a message opens a new subject although an answer was expected
_FAIRLY = 0.35  # score from which a thin question is put to its own calculator rather than to the last subject
_PLAINLY = 0.6  # score from which a calculator is meant although a provision is named ("contoh 2 di Lampiran II")
_LOOKED_BACK = 3  # messages in which a choice may have been told before
_THIN = 1  # words of content up to which a later question of a message leans on the one before
_REPLACES = {"jenjang": "golongan", "golongan": "jenjang"}


class Decider:
    """Decides on the meaning of one question."""

    def __init__(self, observer: Observer) -> None:
        self.observer = observer

    def decide(self, clues: Clues, others: Spans, previous: Part | None, before: Clues | None) -> Part:
        """The first reading that fits."""
        if not any(not word.is_mark for word in clues.text.words):
            return self._beyond(clues, "underspecified")
        weighed = weigh(clues, self.observer)
        open_ended = not weighed.sure or weighed.beyond == _NEEDS_MORE
        another = bool(weighed.tool) and previous is not None and weighed.tool != previous.tool
        if (
            previous is not None
            and open_ended
            and not another
            and not clues.cites
            and leans_back(clues.text, (), _THIN)
        ):
            return self._about(clues, self._topic_of(previous))
        for reading in (self._answer, self._smalltalk, self._outside, self._premise, self._back, self._cited):
            part = reading(clues, weighed)
            if part is not None:
                return part
        if weighed.tool:
            return self._calculation(clues, weighed.tool, others, weighed.score, previous)
        if weighed.beyond:
            return self._beyond(clues, weighed.beyond)
        return self._clause(clues, near=weighed.near)

    # --- readings, in the order they are tried

    def _smalltalk(self, clues: Clues, weighed: Weighed) -> Part | None:
        topic = self.observer.domain.smalltalk_topic(clues.text)
        if topic and not (clues.conversation.asked and clues.told.facts):
            return Part(clues.text.raw, "smalltalk", topic=topic, confidence=1.0)
        if weighed.aside:
            intent = self.observer.intents[weighed.aside]
            kind = "forget" if intent.kind == "forget" else "smalltalk"
            return Part(
                clues.text.raw,
                "forget" if kind == "forget" else "smalltalk",
                topic=intent.topic,
                confidence=weighed.score,
            )
        return None

    def _answer(self, clues: Clues, weighed: Weighed) -> Part | None:
        """An answer to what was asked, a correction, or a case to try: the calculation goes on."""
        conversation = clues.conversation
        tool = conversation.tool
        if tool is None or tool not in self.observer.tools or clues.cites:
            return None
        told = self.observer.facts_for(clues, tool)
        if asks_lacking(clues.text):
            return self._calculated(clues, tool, (), 1.0, what_if=bool(conversation.supposed))
        if declines(clues.text):
            known = {fact.field for fact in told.facts}
            skipped = tuple(field for field in conversation.asked if field not in known)
            return self._calculated(clues, tool, told.facts, 1.0, skipped=skipped)
        relevant = [fact for fact in told.facts if fact.field in self.observer.inputs[tool]]
        if (not relevant and not told.doubts) or self._opens_anew(clues, weighed, tool):
            return None
        facts = tuple(relevant) + self._unset(clues, relevant, tool)
        return self._calculated(clues, tool, facts, 1.0, what_if=supposes(clues.text), doubts=told.doubts)

    def _opens_anew(self, clues: Clues, weighed: Weighed, tool: str) -> bool:
        if supposes(clues.text) or corrects(clues.text):
            return weighed.tool not in ("", tool) and (
                self._tells_more(clues, weighed.tool, tool) or (weighed.sure and len(clues.content) > 2)
            )
        if not _asks(clues):
            return bool(weighed.tool) and weighed.tool != tool and weighed.score > _ANEW
        told = [(fact.start - clues.at, fact.end - clues.at) for fact in self.observer.facts_for(clues, tool).facts]
        return bool(content(clues.text, told)) and weighed.tool != tool

    def _tells_more(self, clues: Clues, fresh: str, tool: str) -> bool:
        """Whether another calculator finds a fact that the one at work does not take."""
        old, new = self.observer.inputs[tool], self.observer.inputs[fresh]
        taken = [f for f in self.observer.facts_for(clues, tool).facts if f.field in old]
        found = [f for f in self.observer.facts_for(clues, fresh).facts if f.field in new and f.field not in old]
        return any(not any(f.start < t.end and t.start < f.end for t in taken) for f in found)

    def _unset(self, clues: Clues, told: Sequence[Fact], tool: str) -> tuple[Fact, ...]:
        """A new level makes the old rank doubtful, and the other way round: the old one is forgotten."""
        fields = {fact.field for fact in told}
        model = self.observer.inputs[tool]
        gone = [old for new, old in _REPLACES.items() if new in fields and old not in fields]
        known = clues.conversation.facts
        return tuple(Fact(field, None, 0, 0, "") for field in gone if field in model and known.get(field) is not None)

    def _outside(self, clues: Clues, weighed: Weighed) -> Part | None:
        """A subject or a law that none of the five texts holds."""
        foreign = any(mention.outside for mention in clues.mentions)
        ours = [m for m in clues.mentions if m.regulation or (m.steps and not m.relative and not foreign)]
        if ours:
            return None
        topic = self.observer.domain.outside_topic(clues.text)
        case = len(clues.told.facts) > 2 or weighed.score > _PLAINLY
        if topic and not (weighed.tool and weighed.sure and case):
            return self._beyond(clues, "not_in_corpus", topic)
        domain = self.observer.domain
        in_force = clues.text.has(*domain.law) and clues.text.has(*domain.now) and not clues.text.has(*domain.still)
        if in_force and not (weighed.tool and weighed.sure):
            return self._beyond(clues, "current_law")
        named = [mention for mention in clues.mentions if mention.outside]
        asked_about = clues.text.has(*self.observer.domain.still) and not clues.cites
        mentioned = asked_about and any(map(self.observer.speaks_of, named))
        if named and not mentioned and not (weighed.tool and weighed.sure):
            messages = tuple(self.observer.language.resolve(mention).message for mention in named[:1])
            return replace(self._beyond(clues, "current_law", named[0].outside), unresolved=messages)
        return None

    def _premise(self, clues: Clues, weighed: Weighed) -> Part | None:
        """Something taken for granted that the texts contradict."""
        facts = {**clues.conversation.facts, **{fact.field: fact.value for fact in clues.told.facts}}
        if clues.positions:
            facts["jabatan"] = clues.positions[0]
        own_case = self._is_case(clues, weighed)
        claimed = [amount for amount in clues.amounts if not _is_own(clues.text, amount)]
        found = list(dict.fromkeys(find_corrections(clues.text, facts, claimed, own_case=own_case)))
        if not found and not own_case and asks_reason(clues.text):
            found = list(self.observer.figures.contradicted(clues.text, claimed, self._scope(clues)))[:1]
        if not found or len(clues.positions) > 1:
            return None
        return Part(
            clues.text.raw,
            "clause",
            confidence=1.0,
            provisions=tuple(dict.fromkeys(correction.address for correction in found)),
            regulations=tuple(dict.fromkeys(correction.address.regulation for correction in found)),
            premises=tuple(correction.text for correction in found),
            beyond="false_premise",
        )

    def _is_case(self, clues: Clues, weighed: Weighed) -> bool:
        """Whether a message tells of somebody's own case: of "saya", or with several figures for the calculator."""
        if not weighed.tool:
            return False
        fields = self.observer.fields
        told = self.observer.facts_for(clues, weighed.tool).facts
        figures = [f for f in told if f.field in fields and fields[f.field].kind in FIGURES]
        personal = bool({word.text for word in clues.text.words} & load_signs()["personal"])
        return personal or len(figures) > 1

    def _back(self, clues: Clues, weighed: Weighed) -> Part | None:
        """A message that leans on what was just said."""
        conversation = clues.conversation
        if conversation.cited and not clues.cites and (asks_which_provision(clues.text) or wants_more(clues.text)):
            return Part(
                clues.text.raw,
                "clause",
                confidence=1.0,
                provisions=(self._meant(clues),),
                regulations=conversation.regulations,
            )
        if not conversation.recent or clues.cites or (weighed.sure and weighed.beyond != _NEEDS_MORE):
            return None
        tool = conversation.tool
        taken = [(fact.start, fact.end) for fact in clues.told.facts]
        if not leans_back(clues.text, taken) or (tool and weighed.tool and self._tells_more(clues, weighed.tool, tool)):
            return None
        if any(mention.regulation for mention in clues.mentions) and not clues.content:
            return self._elsewhere(clues)
        named = load_follow_ups().subjects
        subject = next((t for t, words in named.items() if t in self.observer.tools and clues.text.has(*words)), "")
        if subject and subject != tool and not clues.content:
            turned = self._calculation(clues, subject, (), 1.0)
            return replace(turned, regulations=turned.regulations or conversation.regulations)
        near = self._last_tool(clues)
        told_near = near and any(
            f.field in self.observer.inputs[near] for f in self.observer.facts_for(clues, near).facts
        )
        if told_near and not weighed.tool and not _asks(clues) and not supposes(clues.text):
            return self._with_last(clues, near)
        if supposes(clues.text) or self._only_exchanges(clues, near):
            part = self._same_question(clues, near)
            if part is not None:
                return part
        if tool and weighed.tool == tool and weighed.score >= _FAIRLY and clues.content:
            return None
        if conversation.tool and conversation.tool in self.observer.topics:
            return self._about(clues, self.observer.topics[conversation.tool])
        return self._about(clues, conversation.recent[-1]) if conversation.cited else None

    def _meant(self, clues: Clues) -> Address:
        """Of the provisions last shown the one that the question names something of; else the one that carried the answer."""
        cited = clues.conversation.cited
        asked = {form for word in clues.content for form in (word, *roots(word)) if len(form) >= _SHORTEST_FORM}
        shared = []
        for address in cited[:_MOST_SHOWN]:
            words = self.observer.speller.read(self.observer.corpus.node(address).words).plain.split()
            shared.append(len(asked & {form for word in words for form in (word, *roots(word))}))
        return cited[shared.index(max(shared))]

    def _about(self, clues: Clues, subject: str) -> Part:
        """A thin question with the subject of the one before: another calculator where it now clearly means one."""
        whole = f"{clues.text.raw.rstrip('?!. ')} {subject}"
        again = self.observer.look(self.observer.speller.read(whole), (0, len(whole)), clues.conversation)
        weighed = weigh(again, self.observer)
        if weighed.tool and weighed.sure and weighed.tool != clues.conversation.tool:
            return replace(self._calculation(again, weighed.tool, (), weighed.score), text=clues.text.raw, doubts=())
        return self._clause(clues, subject)

    def _same_question(self, clues: Clues, near: str) -> Part | None:
        """ "Kalau untuk ahli madya?": the last question with its choices exchanged; `near` is the calculator it was about."""
        last = self.observer.speller.read(clues.conversation.recent[-1])
        told = self.observer.facts_for(clues, near).facts if near else clues.told.facts
        if not told:
            return None
        context = Context(self.observer.inputs[near]) if near else Context()
        old = self.observer.facts.read(last, context, self.observer.today()).facts
        said = _exchanged(last.raw, old, told)
        again = self.observer.look(self.observer.speller.read(said), (0, len(said)), clues.conversation)
        weighed = weigh(again, self.observer)
        if weighed.tool:
            return self._calculation(again, weighed.tool, (), weighed.score)
        return replace(self._clause(again), facts=told)

    def _with_last(self, clues: Clues, tool: str) -> Part:
        """Facts told after a look-up: the calculator it was near to, with those of the last message too."""
        told = self.observer.facts_for(clues, tool).facts
        last = self.observer.speller.read(clues.conversation.recent[-1])
        before = self.observer.facts.read(last, Context(self.observer.inputs[tool]), self.observer.today()).facts
        known = {fact.field for fact in told}
        facts = (*(replace(f, start=0, end=0) for f in before if f.field not in known), *told)
        return self._calculated(clues, tool, facts, 1.0)

    def _only_exchanges(self, clues: Clues, near: str) -> bool:
        """Whether a message holds nothing but facts: "yang strategis?"."""
        told = self.observer.facts_for(clues, near).facts if near else clues.told.facts
        spans = [(fact.start - clues.at, fact.end - clues.at) for fact in told]
        return bool(told) and not content(clues.text, spans)

    def _last_tool(self, clues: Clues) -> str:
        """The calculator that the last message was about, if any."""
        last = clues.conversation.recent[-1]
        before = self.observer.look(self.observer.speller.read(last), (0, len(last)), clues.conversation)
        weighed = weigh(before, self.observer)
        return weighed.tool or weighed.near

    def _elsewhere(self, clues: Clues) -> Part:
        """ "Kalau di permendag 82?": the last question, or the provision last shown, in another regulation."""
        last = clues.conversation.recent[-1]
        shown = clues.conversation.cited
        if shown and any(mention.steps for mention in self.observer.language.find(last)):
            last = " ".join(self.observer.corpus.node(shown[0]).words.split())[:_WORDS_SHOWN]
        return replace(self._clause(clues), text=last)

    def _cited(self, clues: Clues, weighed: Weighed) -> Part | None:
        """A provision named by its number."""
        if not clues.cites or (
            weighed.tool and weighed.sure and (len(clues.told.facts) > 1 or weighed.score > _PLAINLY)
        ):
            return None
        scope = self._scope(clues)
        found = self.observer.resolve(clues, scope)
        near = clues.conversation.regulations
        if near and not any(each.targets for each in found):
            nearer = self.observer.resolve(clues, [i for i in near if not scope or i in scope])
            found = nearer if any(each.targets for each in nearer) else found
        provisions = tuple(dict.fromkeys(target for each in found for target in each.targets))
        unresolved = tuple(dict.fromkeys(each.message for each in found if each.message))
        absent = bool(unresolved) and not any(each.candidates for each in found)
        beyond: Beyond | None = "false_premise" if absent else None
        return Part(
            clues.text.raw,
            "clause",
            confidence=1.0,
            provisions=provisions,
            unresolved=unresolved,
            regulations=tuple(dict.fromkeys(address.regulation for address in provisions)) or scope,
            beyond=beyond,
        )

    # --- parts

    def _calculation(self, clues: Clues, tool: str, others: Spans, score: float, previous: Part | None = None) -> Part:
        """A calculation with the facts of its question and those told in the questions before it."""
        told = self.observer.facts_for(clues, tool, others)
        known = {fact.field for fact in told.facts}
        earlier = [fact for fact in previous.facts if fact.field not in known] if previous else []
        earlier += self._carried(clues, tool, known | {fact.field for fact in earlier})
        facts = (*earlier, *told.facts)
        return self._calculated(clues, tool, facts, score, what_if=self._tries(clues, tool), doubts=told.doubts)

    def _carried(self, clues: Clues, tool: str, known: Collection[str]) -> list[Fact]:
        """Choices that only this calculator takes, told in the messages before: "dokumennya apa saja?" after a transfer."""
        conversation = clues.conversation
        if not conversation.recent or conversation.tool == tool or not leans_back(clues.text, ()):
            return []
        fields = self.observer.fields
        taken = (
            known
            | conversation.facts.keys()
            | (self.observer.inputs[conversation.tool] if conversation.tool else set())
        )
        wanted = {n for n in self.observer.inputs[tool] - taken if n in fields and fields[n].kind == "pilihan"}
        found: dict[str, Fact] = {}
        for said in reversed(conversation.recent[-_LOOKED_BACK:]):
            text = self.observer.speller.read(said)
            for fact in self.observer.facts.read(
                text, Context(self.observer.inputs[tool]), self.observer.today()
            ).facts:
                if fact.field in wanted:
                    found.setdefault(fact.field, replace(fact, start=0, end=0))
        return list(found.values())

    def _tries(self, clues: Clues, tool: str) -> bool:
        return supposes(clues.text) and clues.conversation.tool == tool

    def _calculated(self, clues: Clues, tool: str, facts: Sequence[Fact], score: float, **more: object) -> Part:
        return Part(
            clues.text.raw,
            "calculation",
            tool=tool,
            confidence=score,
            facts=(*facts, *self._position_named(clues, tool, facts)),
            regulations=self._scope(clues),
            **more,  # type: ignore[arg-type]
        )

    def _position_named(self, clues: Clues, tool: str, facts: Sequence[Fact]) -> Iterator[Fact]:
        """ "Permendag 82: ...": the regulation that is named is one position's own."""
        if "jabatan" not in self.observer.inputs[tool] or any(fact.field == "jabatan" for fact in facts):
            return
        for mention in clues.mentions:
            own = self.observer.corpus.regulations[mention.regulation].jabatan if mention.regulation else None
            if own and clues.positions == (own,):
                start, end = mention.start + clues.at, mention.end + clues.at
                yield Fact("jabatan", own, start, end, clues.whole.raw[start:end])
                return

    def _clause(self, clues: Clues, about: str = "", near: str = "") -> Part:
        """A look-up, with the facts told on the way: those of the calculator it is near to, where there is one."""
        text = f"{clues.text.raw} ({about})" if about else clues.text.raw
        return Part(
            text,
            "clause",
            confidence=clues.score("clause"),
            facts=self.observer.facts_for(clues, near).facts if near else self._told(clues),
            regulations=self._scope(clues, leaning=bool(about)),
        )

    def _told(self, clues: Clues) -> tuple[Fact, ...]:
        """The facts of a question with their places in the whole message."""
        return tuple(replace(f, start=f.start + clues.at, end=f.end + clues.at) for f in clues.told.facts)

    def _beyond(self, clues: Clues, beyond: Beyond, topic: str = "") -> Part:
        return Part(
            clues.text.raw,
            "out_of_scope",
            confidence=1.0,
            facts=self._told(clues),
            beyond=beyond,
            topic=topic,
            regulations=self._scope(clues),
        )

    def _scope(self, clues: Clues, leaning: bool = False) -> tuple[str, ...]:
        named = {mention.regulation for mention in clues.mentions if mention.regulation}
        positions = clues.positions
        if not positions and not named:
            told = clues.conversation.supposed.get("jabatan") or clues.conversation.facts.get("jabatan")
            positions = (told,) if told else ()
        if leaning and not positions and not named:
            return clues.conversation.regulations
        return self.observer.scope.of(clues.text, named, positions)

    def _topic_of(self, part: Part) -> str:
        return self.observer.topics.get(part.tool or "", part.text)


def _exchanged(said: str, old: Sequence[Fact], new: Sequence[Fact]) -> str:
    """A question with the facts it told replaced by new ones of the same kind; facts it did not tell are added."""
    fresh = {fact.field: fact for fact in new}
    alike = {"jenjang": "jenjang_tujuan", "jenjang_tujuan": "jenjang"}
    changed = said
    for fact in sorted(old, key=lambda fact: -fact.start):
        exchanged = fresh.get(fact.field) or fresh.get(alike.get(fact.field, ""))
        if exchanged is not None:
            changed = changed[: fact.start] + exchanged.text + changed[fact.end :]
    return changed if changed != said else f"{said} {' '.join(fact.text for fact in new)}"


def _is_own(text: Text, amount: Amount) -> bool:
    """Whether an amount is said of the person, so that it is no number of a rule: "umur saya 54", "saya baru 14 JP"."""
    near = {word.text for word in text.words[max(0, amount.first - _NEAR_OWN) : amount.first]}
    return bool(near & load_signs()["personal"]) and not near & _SAYS


def _asks(clues: Clues) -> bool:
    asking = load_split_words().asking
    return any(word.text in asking or word.text == "?" for word in clues.text.words)
