"""Weighs the scores with what else was seen: words of asking, facts told, words nobody in the field uses."""

from dataclasses import dataclass

from assistant.reading import Beyond
from assistant.understand.clues import Clues, Observer
from assistant.understand.scores import Scores, score
from assistant.understand.signs import is_personal, load_signs
from assistant.understand.split import asks

_TOOL = 0.25  # below this a calculator is not meant
_JUDGED = 0.6  # from here on a calculator is meant although an opinion is asked for
_PERSONAL = 0.30  # the same for the person's own case told without a fact
_SURE = 0.45  # from here on the guess stands against other signs
_BEYOND = 0.33  # below this a message is not outside the subject
_ASIDE = 0.35  # below this a message is no small talk
_NEARLY = 0.1  # small talk this close to "too little said" is small talk
_PLAIN = frozenset({"smalltalk:greeting", "smalltalk:thanks", "smalltalk:bye"})  # these have hardly a word of content
_PLAIN_CONTENT, _CONTENT = 2, 4  # words of content that small talk has at most
_FIRM = 0.4  # the same where a position is named
_CERTAIN = 0.6  # the same where a regulation of ours is named
_MARGIN = 0.1  # by which a reason to decline must lead
_PLAINLY = 0.4  # from here on strange words do not matter
_STRANGE = 0.34  # at most this share of known words makes a message foreign to the field
_ASKED_FOR: tuple[tuple[str, Beyond], ...] = (("judgement", "official_judgement"), ("current", "current_law"))


@dataclass(frozen=True)
class Weighed:
    """What the question is most likely after; at most one of `tool`, `beyond` and `aside` is set."""

    score: float
    tool: str = ""
    beyond: Beyond | None = None
    aside: str = ""
    sure: bool = False
    near: str = ""  # the calculator whose facts a look-up is also about


def weigh(clues: Clues, observer: Observer) -> Weighed:
    """The likeliest intent, "" and None for a question to search for: the first that holds, in this order."""
    scores = score(clues, observer)
    return (
        _small_talk(clues, scores)
        or _strange(clues, observer, scores)
        or _asked_for(clues, scores)
        or _declined(clues, observer, scores)
        or _too_little(clues, scores)
        or _calculator(clues, scores)
        or _look_up(clues, scores)
    )


def _small_talk(clues: Clues, scores: Scores) -> Weighed | None:
    rival = max(scores.by_tool, scores.clause, scores.by_beyond - _NEARLY * (scores.kind == "underspecified"))
    most = _PLAIN_CONTENT if scores.aside in _PLAIN else _CONTENT
    few = clues.text.length > 1 and len(clues.content) <= most
    if few and scores.by_aside >= max(_ASIDE, rival) and not clues.cites:
        return Weighed(scores.by_aside, aside=scores.aside, sure=True)
    return None


def _strange(clues: Clues, observer: Observer, scores: Scores) -> Weighed | None:
    """A question that is foreign to the field."""
    if scores.plainly < _PLAINLY and _is_strange(clues, observer):
        return Weighed(1.0, beyond="unrelated", sure=True)
    return None


def _is_strange(clues: Clues, observer: Observer) -> bool:
    """Whether a question is a sum to do, or hardly any of its words is one of the field's."""
    if clues.told.facts or clues.cites or clues.mentions:
        return False
    if len(clues.content) <= 1 and len(clues.amounts) > 1:
        return not clues.conversation.tool
    if not clues.content:
        return False
    least = _STRANGE / 2 if observer.domain.language(clues.text, "id") == "en" else _STRANGE
    return sum(map(observer.knows, clues.content)) / len(clues.content) < least


def _asked_for(clues: Clues, scores: Scores) -> Weighed | None:
    """A question whose words ask for an official's judgement, or for the law in force."""
    if scores.by_tool >= _JUDGED or clues.cites:
        return None
    asked = (beyond for sign, beyond in _ASKED_FOR if clues.text.has(*load_signs()[sign]))
    beyond = next(asked, None)
    return Weighed(1.0, beyond=beyond, sure=True) if beyond else None


def _declined(clues: Clues, observer: Observer, scores: Scores) -> Weighed | None:
    """A question that the classifier takes for one of those that no text answers."""
    leads = scores.by_beyond > scores.plainly + _MARGIN and not clues.cites
    if not leads or scores.by_beyond < _least_to_decline(clues, observer, scores.kind):
        return None
    thin = len(clues.content) <= 1 and not clues.told.facts
    if scores.kind == "underspecified" and not thin:
        return None
    return Weighed(scores.by_beyond, beyond=scores.kind, sure=scores.by_beyond >= _SURE)


def _least_to_decline(clues: Clues, observer: Observer, kind: Beyond) -> float:
    """How sure a reason to decline must be: surer, the more of the message is of the field."""
    if kind == "unrelated" and any(map(observer.tells_field, clues.content)):
        return _SURE
    if any(mention.regulation for mention in clues.mentions):
        return _CERTAIN
    return _FIRM if clues.positions or clues.mentions else _BEYOND


def _too_little(clues: Clues, scores: Scores) -> Weighed | None:
    """A message without a conversation before it that says nothing to go by, or only tells facts."""
    if clues.conversation.tool or clues.conversation.cited or clues.cites:
        return None
    only_told = len(clues.content) <= 1 and bool(clues.told.facts) and not asks(clues.text)
    if (only_told and max(scores.by_tool, scores.clause) < _SURE) or _is_empty(clues):
        return Weighed(1.0, beyond="underspecified")
    return None


def _is_empty(clues: Clues) -> bool:
    return not clues.content and not clues.cites and not clues.told.facts


def _calculator(clues: Clues, scores: Scores) -> Weighed | None:
    if scores.by_tool >= max(_least_to_calculate(clues, scores), scores.clause):
        return Weighed(scores.by_tool, tool=scores.tool, sure=scores.by_tool >= _SURE)
    return None


def _least_to_calculate(clues: Clues, scores: Scores) -> float:
    """How sure a calculator must be: where nothing was told that it could calculate with, quite sure."""
    if scores.useful:
        return _TOOL
    return _PERSONAL if is_personal(clues.text.words) else _SURE


def _look_up(clues: Clues, scores: Scores) -> Weighed:
    """A question to search for, if it says anything."""
    if _is_empty(clues):
        return Weighed(1.0, beyond="underspecified")
    near = scores.tool if scores.by_tool >= _TOOL else ""
    return Weighed(scores.clause, sure=scores.clause >= _SURE and bool(clues.content), near=near)
