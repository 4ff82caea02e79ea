"""What is not about the five texts: small talk, and a subject or a law that none of them holds."""

from dataclasses import replace
from typing import Literal

from assistant.reading import Part
from assistant.understand.clues import Clues
from assistant.understand.intent.changed import asks_of_change
from assistant.understand.intent.foretold import foretold_of
from assistant.understand.intent.spheres import matter_of, ministries_of
from assistant.understand.intent.traits import rests_outside
from assistant.understand.intent.treated import names_a_thing
from assistant.understand.intent.weigh import Weighed
from assistant.understand.language.signs import load_signs
from assistant.understand.language.text import Text
from assistant.understand.parts import Parts
from assistant.understand.premises.asserted import clauses

_OUTSIDE = "not_in_corpus"
_LATER: Literal["current_law"] = "current_law"
_FOREIGN = 0.1  # chance of all reasons to decline from which a foreign word decides; below it only tells the story
_CLEARLY = 0.8  # chance of all reasons to decline above which nothing that is ruled is asked for
_BEFORE_YEAR = 3  # words before a year in which stands what is of that year
_NEAR = 9  # words behind a regulation in which it is said of it that it holds or not
_NAMING = frozenset({"pasal", "article", "lampiran", "permendag", "permen", "peraturan", "the", "aturan"})
_BESIDE = ("sama", "dengan", "oleh", "menurut", "in", "with", "of")  # before what is no subject of its sentence


class Outside:
    """Reads a message as small talk, or as a question that the texts cannot answer."""

    def __init__(self, parts: Parts) -> None:
        self.parts = parts
        self.observer = parts.observer

    def small_talk(self, clues: Clues, weighed: Weighed) -> Part | None:
        """A greeting, thanks, a question about the assistant itself, or a wish to be forgotten."""
        topic = self.observer.domain.smalltalk_topic(clues.text)
        if topic and not (clues.conversation.asked and clues.told.facts):
            return Part(clues.text.raw, "smalltalk", topic=topic, confidence=1.0)
        if not weighed.aside:
            return None
        intent = self.observer.intents[weighed.aside]
        kind: Literal["forget", "smalltalk"] = "forget" if intent.kind == "forget" else "smalltalk"
        return Part(clues.text.raw, kind, topic=intent.topic, confidence=weighed.score)

    def read(self, clues: Clues, weighed: Weighed) -> Part | None:
        """A subject or a law that none of the five texts holds."""
        if self._is_superseded(clues) or self._is_dated(clues):
            return self.parts.beyond(clues, "current_law")
        if self._asks_for_content(clues):
            return self.parts.beyond(clues, "current_law")
        if self._has_changed(clues, weighed):
            return self._behind_what_is_ruled(clues, weighed)
        foreign = any(mention.outside for mention in clues.mentions)
        if any(m.regulation or (m.steps and not m.relative and not foreign) for m in clues.mentions):
            return None
        topic = self.observer.domain.outside_topic(clues.text)
        if (
            topic
            and not self._is_judged(clues, weighed)
            and not self.observer.domain.is_kept(clues.text, clues.until)
            and (weighed.beyond or self._is_plainly_foreign(clues) or self._may_be_foreign(clues, weighed))
        ):
            return self.parts.beyond(clues, "not_in_corpus", topic)
        if self._by_law_outside(clues):
            return self._law_outside(clues)
        return None if weighed.tool and weighed.sure else self._law_in_force(clues) or self._law_outside(clues)

    def _is_judged(self, clues: Clues, weighed: Weighed) -> bool:
        """Whether an official's judgement of a thing of ours is asked for, and a foreign word only tells what it is about."""
        judged = [said for said in foretold_of(clues.text) if not self.observer.domain.outside_topic(said)]
        return weighed.beyond == "official_judgement" and bool(judged) and names_a_thing(clues.whole)

    def _has_changed(self, clues: Clues, weighed: Weighed) -> bool:
        """Whether it is asked if the law has changed, of what the texts treat and no calculator takes from later law."""
        domain, tool = self.observer.domain, self.observer.tools.get(weighed.tool)
        later = weighed.beyond == _LATER
        if (domain.outside_topic(clues.text) and not later) or (later and weighed.declined > _CLEARLY):
            return False
        if (tool and rests_outside(tool)) or clues.text.has(*domain.contrary) or self.asks_of_ours(clues):
            return False
        return asks_of_change(clues)

    def _behind_what_is_ruled(self, clues: Clues, weighed: Weighed) -> Part:
        """That the texts do not know of a change, with what stands in them."""
        ruled = replace(self.parts.clause(clues), offers=weighed.tool)
        return replace(self.parts.beyond(clues, _LATER, "changed"), ruled=ruled, facts=ruled.facts)

    def _is_plainly_foreign(self, clues: Clues) -> bool:
        """Whether a question is of a subject that decides by itself, or of the rules of another body."""
        domain, text = self.observer.domain, clues.text
        if domain.by_rules_of_others(text):
            return not (clues.positions or ministries_of(clues.whole))
        return domain.is_plain(text)

    def _may_be_foreign(self, clues: Clues, weighed: Weighed) -> bool:
        """Whether an unsure question with a foreign word may be foreign: "telat absen" may only tell why there was a sanction.

        One of several questions is held to its own words, for the others are about our texts.
        """
        if weighed.sure:
            return False
        if clues.text.raw != clues.whole.raw:
            weighed = self.parts.weigher.weigh(self.observer.look_at(clues.text.raw, clues.conversation))
        return weighed.declined >= _FOREIGN

    def goes_on_foreign(self, clues: Clues, part: Part, previous: Part | None) -> bool:
        """Whether a question of a message goes on with what none of the texts holds: "mau cerai. Izinnya ke siapa?"."""
        told, domain = clues.until, self.observer.domain
        if part.kind not in ("clause", "calculation") or part.provisions or part.unresolved or part.premises:
            return False
        opening = not clues.conversation.going_on and clues.text.raw != clues.whole.raw
        if not opening or clues.positions or ministries_of(clues.text) or domain.is_kept(told, told):
            return False
        if domain.is_of_another_post(told) or domain.by_rules_of_others(told):
            return True
        after = previous is not None and previous.beyond == _OUTSIDE and not names_a_thing(told)
        if names_a_thing(clues.text) or not (domain.is_plain(told) or (after and domain.outside_topic(told))):
            return False
        alone = self.parts.weigher.weigh(self.observer.look_at(clues.text.raw, clues.conversation))
        return not (alone.tool and alone.sure)

    def asks_of_ours(self, clues: Clues) -> bool:
        """Whether it is asked what one of the five texts says, whatever came later: "di Permendag 82/2020 ditulis berapa?".

        So it is where something else contradicts it.
        """
        domain, text = self.observer.domain, clues.text
        if text.has(*domain.contrary) and self.parts.scope(clues):
            return True
        if text.has(*domain.newer) and self._is_of_the_newest(clues):
            return True
        named = [text.places(m.start, m.end) for m in clues.mentions if m.regulation and not m.outside]
        led = any(places and text.at(places[0] - 1) in domain.according for places in named)
        return led and not text.has(*domain.still, *domain.now, *load_signs()["current"])

    def _is_of_the_newest(self, clues: Clues) -> bool:
        """Whether a message is of what the newest of the five texts treats, which then is the rule that is called new."""
        regulations = self.observer.corpus.regulations.values()
        newest = max(regulations, key=lambda regulation: regulation.year).id
        return newest in matter_of(clues.whole, ministries_of(clues.whole))[0]

    def _is_superseded(self, clues: Clues) -> bool:
        """Whether it is asked if one of the five, or a provision of it, still holds: "Permendag 94/2020 dicabut?"."""
        domain, text = self.observer.domain, clues.text
        ours = [m for m in clues.mentions if not m.outside and not m.relative]
        places = [at for at in (text.places(m.start, m.end) for m in ours) if at]
        if not places or text.has(*domain.itself, *domain.contrary) or not text.has(*domain.changed):
            return False
        if text.has(*domain.newer):
            return True
        behind = (
            Text(text.raw, text.words[at[-1] + 1 : at[-1] + 1 + _NEAR])
            for at in places
            if self._is_subject(text, at[0])
        )
        return any(rest.has(*domain.changed) for rest in behind)

    def _is_dated(self, clues: Clues) -> bool:
        """Whether it is asked if rules still hold that are only called old: "masih berlaku? permendagnya kan tahun 2014"."""
        domain, text = self.observer.domain, clues.text
        if clues.mentions or text.has(*domain.itself, *domain.contrary):
            return False
        asked = any(clause.asked and clause.text.has(*domain.changed) for clause in clauses(text))
        years = [amount for amount in clues.amounts if amount.is_year]
        return asked and any(
            Text(text.raw, text.words[max(0, y.first - _BEFORE_YEAR) : y.first]).has(*domain.rules) for y in years
        )

    def _is_subject(self, text: Text, at: int) -> bool:
        """Whether a regulation named here is what is spoken of, and not where it stands or what something goes by."""
        passed = at - 1
        while text.at(passed) in _NAMING:
            passed -= 1
        return text.at(passed) not in (*self.observer.domain.according, *_BESIDE)

    def _law_in_force(self, clues: Clues) -> Part | None:
        domain, text = self.observer.domain, clues.text
        if text.has(*domain.law) and text.has(*domain.now) and not text.has(*domain.still):
            return self.parts.beyond(clues, "current_law")
        return None

    def _asks_for_content(self, clues: Clues) -> bool:
        """Whether it is asked what another maker's law says: "aturan BKN itu bunyinya apa?", "apa isi edaran itu?"."""
        domain = self.observer.domain
        if clues.cites or any(m.regulation for m in clues.mentions):
            return False
        return any(
            said.has(*domain.content)
            and (
                (said.has(*domain.law) and said.has(*domain.acts))
                or (said.has(*domain.theirs) and clues.whole.has(*domain.law))
            )
            for said in (clause.text for clause in clauses(clues.text))
        )

    def _by_law_outside(self, clues: Clues) -> bool:
        """Whether it is asked what a law says that is none of the five: "menurut Peraturan BKN 3/2023 berapa?"."""
        named = [clues.text.places(m.start, m.end) for m in clues.mentions if m.outside]
        return any(places and clues.text.at(places[0] - 1) in self.observer.domain.according for places in named)

    def _law_outside(self, clues: Clues) -> Part | None:
        """A law that is not in the corpus, unless it is asked what the texts say of it."""
        named = [mention for mention in clues.mentions if mention.outside]
        asked_about = clues.text.has(*self.observer.domain.still) and not clues.cites
        if not named or (asked_about and any(map(self.observer.laws_outside.include, named))):
            return None
        message = self.observer.language.resolve(named[0]).message
        return replace(self.parts.beyond(clues, "current_law", named[0].outside), unresolved=(message,))
