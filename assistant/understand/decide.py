"""What one question means: the readings in the order they are tried."""

from dataclasses import replace
from typing import Literal

from assistant.glossary import define
from assistant.reading import Part
from assistant.understand.clues import Clues
from assistant.understand.following.digressing import digresses
from assistant.understand.following.followups import content, leans_back, points_back, supposes
from assistant.understand.following.leaning import Leaning
from assistant.understand.following.ongoing import Ongoing
from assistant.understand.following.resuming import Resuming
from assistant.understand.following.returning import Returning
from assistant.understand.intent.cited import Cited
from assistant.understand.intent.foretold import foretells
from assistant.understand.intent.outside import Outside
from assistant.understand.intent.provision_asked import asks_where_written
from assistant.understand.intent.still_open import StillOpen
from assistant.understand.intent.traits import CLAUSE
from assistant.understand.intent.treated import is_of_ours
from assistant.understand.intent.two_ways import TwoWays
from assistant.understand.intent.weigh import Weighed
from assistant.understand.language.text import Spans, Text, overlaps
from assistant.understand.observer import Observer
from assistant.understand.parts import Parts
from assistant.understand.premises.asserted import clause_of, is_granted
from assistant.understand.premises.grounds import is_ground, load_grounds
from assistant.understand.premises.premises import nods
from assistant.understand.premises.presumed import Presumed
from assistant.understand.quantities.amount import Amount
from index.projection import STORY

_UNRELATED: Literal["unrelated"] = "unrelated"
_FOREIGN: Literal["not_in_corpus"] = "not_in_corpus"
_RULED = ("number", "duration")
_REQUIRED = "disyaratkan"  # facts that are what a rule asks of somebody: "syaratnya katanya 450"
_THIN = 1  # words of content up to which a later question of a message leans on the one before
_POINTING = 3  # such words where one of them points back ("jumlah anggotanya disesuaikan sama apa?")
_LATER = ("current_law",)  # declined for what came later, which a question of our texts does not ask for
_LIKELY = 0.45  # chance from which a later question alone is taken at its word
_SURE = 0.6  # the same of the first one
_FAIRLY = 0.08  # chance from which a message of a thing of the texts may ask for a provision, though it is declined
_DOUBTFUL = 0.45  # chance below which a calculator is wrong four times in five where a story is told


class Decider:
    """Decides on the meaning of one question."""

    def __init__(self, observer: Observer) -> None:
        self._observer = observer
        self._parts = Parts(observer)
        self._leaning = Leaning(self._parts)
        self._outside = outside = Outside(self._parts)
        self._readings = (
            self._leaning.shown.tells,
            self._meaning,
            Returning(self._parts).read,
            Resuming(self._parts).read,
            Ongoing(self._parts).read,
            outside.small_talk,
            StillOpen(self._parts).read,
            TwoWays(self._parts).read,
            outside.read,
            Presumed(self._parts).read,
            self._leaning.read,
            Cited(self._parts).read,
        )

    def forgets(self, whole: Text) -> bool:
        """Whether a message wishes, beside what it asks, that what was told be forgotten."""
        return self._parts.weigher.small.forgets(whole)

    def look_up(self, clues: Clues) -> Part:
        """A question as a look-up, whatever it seems to be."""
        return self._parts.clause(clues)

    def may_be_looked_up(self, clues: Clues, *, treated: bool) -> bool:
        """Whether a message that is declined may ask for a provision all the same.

        With a foreign word it does where it tells of a thing of the texts (`treated`) besides; without one where that is
        as likely as the reason to decline, or fairly likely of such a thing.
        """
        if self._observer.domain.outside_topic(clues.text):
            return treated
        weighed = self._parts.weigher.weigh(clues)
        least = min(weighed.score, _FAIRLY) if treated else weighed.score
        return bool(weighed.beyond) and weighed.looked_up >= least

    def decide(self, clues: Clues, others: Spans, previous: Part | None) -> Part:
        """The first reading that fits; `previous` is that of the question before in the same message."""
        if not clues.text.length:
            return self._parts.beyond(clues, "underspecified")
        weighed = self._weigh(clues, others, previous)
        part = self._continued(clues, weighed, previous) or self._read(clues, weighed, others, previous)
        if self._outside.goes_on_foreign(clues, part, previous):
            return self._parts.beyond(clues, _FOREIGN)
        if digresses(clues, weighed, part, self._observer):
            part = replace(self._parts.clause(clues), facts=())  # a case that is asked about is nobody's own
        return part if previous is None else _within(part, previous)

    def _weigh(self, clues: Clues, others: Spans, previous: Part | None) -> Weighed:
        """What a question is after; a later one that seems to repeat the one before is taken for itself, where it is clear.

        So is the first of several, where it is clearer still: "... inpassing. Jenjang apa dan AK berapa?".
        """
        weighed = self._parts.weigher.weigh(clues)
        repeats = previous is not None and weighed.tool == previous.tool
        if not weighed.tool or not (repeats or (previous is None and others)):
            return weighed
        alone = self._parts.weigher.weigh(self._observer.look_at(clues.text.raw, clues.conversation))
        return alone if alone.tool and alone.score >= (_LIKELY if repeats else _SURE) else weighed

    def _continued(self, clues: Clues, weighed: Weighed, previous: Part | None) -> Part | None:
        """A question with the subject of the one before; one that is sure of its own does not repeat that one's calculator."""
        if previous is None or self._meaning(clues, weighed):
            return None
        if not _continues(clues, weighed, previous):
            return None
        before = previous.after.subject if previous.after is not None and not previous.after.cited else ""
        said = " ".join((*before.split(), *content(self._observer.speller.read(previous.text))))
        if self._is_foreign(clues, said):
            return None
        topic = self._observer.topics.get(previous.tool or "", previous.text)
        read = [self._leaning.about(clues, subject) for subject in filter(None, (said, topic))]
        turned = [part for part in read if part.tool is None or part.tool != previous.tool]
        sure = weighed.tool and weighed.sure
        return next(iter(turned if turned or sure else read), None)

    def _is_foreign(self, clues: Clues, subject: str) -> bool:
        """Whether a question is of a matter that none of the texts holds, with its subject too: "terus gajinya berapa?"."""
        domain, with_subject = self._observer.domain, self._observer.speller.read(f"{clues.text.raw} {subject}")
        return bool(domain.outside_topic(clues.text) and domain.outside_topic(with_subject))

    def _read(self, clues: Clues, weighed: Weighed, others: Spans, previous: Part | None) -> Part:
        for read in self._readings:
            part = read(clues, weighed)
            if part is not None:
                return part
        if weighed.tool and _is_doubtful(clues, weighed):
            return replace(self._parts.clause(clues), offers=weighed.tool)
        if weighed.tool and not _asks_where(clues):
            return self._calculation(clues, weighed, others, previous)
        later = weighed.beyond in _LATER and self._outside.asks_of_ours(clues)
        if weighed.beyond and not later and not self._is_of_ours(clues, weighed):
            return self._declined(clues, weighed, others, previous)
        return self._parts.clause(clues, near=weighed.near)

    def _is_of_ours(self, clues: Clues, weighed: Weighed) -> bool:
        """Whether a question of a matter of ours only looks foreign, by itself or for what another one asks."""
        domain = self._observer.domain
        if domain.is_kept(clues.text, clues.until):
            return True
        spilt = domain.outside_topic(clues.whole) and not domain.outside_topic(clues.text)
        return bool(is_of_ours(clues.text) and (weighed.beyond == _UNRELATED or (spilt and weighed.beyond == _FOREIGN)))

    def _declined(self, clues: Clues, weighed: Weighed, others: Spans, previous: Part | None) -> Part:
        """Why a question is not answered; of what an official judges, what is ruled goes with it."""
        part = self._parts.beyond(clues, weighed.beyond or "unrelated")
        if not weighed.ruled:
            return part
        judged = replace(weighed, tool="" if weighed.ruled == CLAUSE else weighed.ruled, beyond=None)
        looked_up = weighed.ruled == CLAUSE
        ruled = self._parts.clause(clues) if looked_up else self._calculation(clues, judged, others, previous)
        return replace(part, ruled=ruled, facts=ruled.facts)

    def _meaning(self, clues: Clues, weighed: Weighed) -> Part | None:
        """ "RPL artinya apa?": a look-up of a defined term, whatever calculator has it for its subject."""
        asked = not clues.amounts and define(clues.text.raw, self._observer.corpus, self._parts.scope(clues))
        return self._parts.clause(clues) if asked else None

    def _calculation(self, clues: Clues, weighed: Weighed, others: Spans, previous: Part | None) -> Part:
        """The calculation of a case; a rule's number beside one's own is no fact: "targetnya kan 25, saya dapat 22"."""
        part = self._parts.calculation(clues, weighed.tool, weighed.score, others, previous)
        numbers = [amount for amount in clues.amounts if amount.kind in _RULED]  # a day is no rule's number
        of_rules = clues.spans(amount for amount in numbers if _is_of_a_rule(clues.text, amount))
        required = [(fact.start, fact.end) for fact in part.facts if fact.field.endswith(_REQUIRED)]
        of_rules = [span for span in of_rules if not overlaps(*span, required)]
        if not any(overlaps(fact.start, fact.end, of_rules) for fact in part.facts):
            return part
        own = self._parts.without(clues, weighed, of_rules, others, previous)
        grounds = clues.spans(amount for amount in numbers if _is_ground(clues.text, amount))
        if own is not None or not grounds:
            return own or part
        return self._parts.calculation(clues, weighed.tool, weighed.score, [*others, *grounds], previous)


def _is_of_a_rule(text: Text, amount: Amount) -> bool:
    """Whether a number is said as a rule's that everybody knows, or given as the limit that is a reason."""
    return _is_ground(text, amount) or (is_granted(text, amount, nods()) and not _is_own_reckoning(text, amount))


def _is_own_reckoning(text: Text, amount: Amount) -> bool:
    """Whether somebody is said to have reckoned a number: "katanya hitungannya sendiri 33,6"."""
    clause = clause_of(text, amount.first)
    said = Text(text.raw, text.words[clause.first : amount.first]) if clause else None
    return said is not None and said.has(*load_grounds()["reckoning"])


def _is_ground(text: Text, amount: Amount) -> bool:
    """Whether a number is given as a limit's, for a reason or by pointing at it."""
    clause = clause_of(text, amount.first)
    return clause is not None and is_ground(text, clause, amount.first, amount.last)


def _continues(clues: Clues, weighed: Weighed, previous: Part) -> bool:
    """Whether a question is too thin to be understood without the one before it in the same message."""
    points = points_back(clues.text)
    another = bool(weighed.tool) and weighed.tool != previous.tool
    open_ended = points or not weighed.tool or not weighed.sure
    if clues.cites or not open_ended or (another and not points) or foretells(clues.text):
        return False
    return leans_back(clues.text, (), _POINTING if points else _THIN)


def _is_doubtful(clues: Clues, weighed: Weighed) -> bool:
    """Whether the likeliest calculator of a story that opens a conversation is only the least unlikely."""
    opening = not clues.conversation.going_on and clues.whole.length >= STORY
    return opening and weighed.score < _DOUBTFUL and not weighed.sure


def _asks_where(clues: Clues) -> bool:
    """Whether it is asked where something is written in the midst of a case, and no new one is told."""
    told = clues.amounts or supposes(clues.text)
    return bool(clues.conversation.tool) and asks_where_written(clues.text) and not told


def _within(part: Part, previous: Part) -> Part:
    """A question that names no regulation is asked of those that the one before it in the same message named."""
    unnamed = part.kind == "clause" and not part.regulations and not part.provisions
    return replace(part, regulations=previous.regulations) if unnamed else part
