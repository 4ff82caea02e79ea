"""Who is said to do a thing that no provision gives to them: "kurikulum yang disusun LAN itu ...", "the course is run by BKN"."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import takewhile
from pathlib import Path

from assistant.understand.clues import Clues
from assistant.understand.language.stems import roots
from assistant.understand.language.text import Text, Word
from assistant.understand.premises.asserted import Clause, clauses, is_own, is_said
from assistant.understand.premises.contradictions import Found, Search
from assistant.understand.premises.doers import act_of, office_words, offices_at, offices_in
from assistant.understand.premises.figures import telling
from assistant.understand.premises.premises import nods
from assistant.understand.premises.statutes import Statutes
from assistant.understand.premises.taken import claims
from corpus.address import Address
from corpus.data import load_yaml

_SURE, _PLAIN = 0.5, 0.6  # how surely the search finds a provision that may be meant; the same where no word is shared
_FOUND = 3  # provisions that may be meant
_PASSIVE, _LONG = "di", 4  # a verb in the passive, and the letters that it has more than
_RELATIVE = "yang"


@cache
def load_strangers() -> dict[str, tuple[str, ...]]:
    """The words of the file beside this module."""
    raw: dict[str, list[str]] = load_yaml(Path(__file__).with_suffix(".yaml"))
    return {name: tuple(words) for name, words in raw.items()}


@dataclass(frozen=True)
class Acting:
    """An office that a clause says to do something; `act` is "" where the word for it is none of those known."""

    office: str
    act: str
    said: Text


@dataclass(frozen=True)
class Strangers:
    """Holds who is said to do a thing against every provision that names them."""

    search: Search
    statutes: Statutes

    def contradicted(self, clues: Clues, scope: Collection[str], *, of_case: bool) -> Address | None:
        """The provision about what somebody is said to do, where neither it nor another like it names them.

        Where a case is told, only what is claimed in so many words or asked about is taken for a rule.
        """
        acting = list(acting_in(clues.text, of_case=of_case))
        hits = self.search(clues.text.raw, k=_FOUND, regulations=scope or None) if acting else ()
        if not hits or hits[0].score < _SURE or hits[0].address.pasal is None:
            return None
        return hits[0].address if any(self._is_stranger(one, hits) for one in acting) else None

    def _is_stranger(self, one: Acting, hits: Sequence[Found]) -> bool:
        """Whether the provision found is nearer to what is done than any that names who is said to do it."""
        place, at_all = hits[0].address, self.statutes.named(one.office, "", hits[0].address.regulation)
        if any(rule.address.pasal == place.pasal and one.office in offices_in(rule.text) for rule in at_all):
            return False
        subject = telling(one.said) - office_words(one.said) - {*load_strangers()["passed"]}
        share = self.statutes.share(subject, self.statutes.words_at(place))
        if not share:
            near = {hit.address for hit in hits}
            return hits[0].score >= _PLAIN and not any(rule.address in near for rule in at_all)
        like = self.statutes.named(one.office, one.act, place.regulation)
        return all(self.statutes.share(subject, rule.words) < share for rule in like)


def acting_in(text: Text, *, of_case: bool = False) -> Iterator[Acting]:
    """Every office from outside that a message takes to do something."""
    for clause in clauses(text):
        own = [word for word in clause.text.words if not word.is_mark]
        words = [word.text for word in own]
        for first, last, office in offices_at(words):
            if office not in load_strangers()["outside"] or _is_apart(text, own, first):
                continue
            act = _act(words, first, last)
            if act is not None and _is_taken(text, clause, words[:first], of_case):
                yield Acting(office, act_of(act), clause.text)


def _is_apart(text: Text, words: Sequence[Word], first: int) -> bool:
    """Whether a sign parts an office from the word before it ("dibenarkan & bkn force majeure" means "bukan")."""
    return first > 0 and bool(text.raw[words[first - 1].end : words[first].start].strip())


def _is_taken(text: Text, clause: Clause, before: Sequence[str], of_case: bool) -> bool:
    """Whether a clause takes for done what it says: by stating it of nobody's own, or by asking something of it."""
    table = load_strangers()
    if is_own(clause):
        return False
    if is_said(text, clause, nods()) and (not of_case or claims(clause.text)):
        return True
    asks_of_it = clause.text.has(*table["asked"]) and not clause.text.has(*table["open"])
    return asks_of_it or _RELATIVE in before


def _act(words: Sequence[str], first: int, last: int) -> str | None:
    """The word for what an office is said to do; None where it is said to do nothing."""
    table = load_strangers()
    ahead = [word for word in takewhile(lambda at: at in table["between"], reversed(words[:first]))]
    at = first - 1 - len(ahead)
    before = words[at] if at >= 0 else ""
    if before in (*table["by"], *table["of"]):
        return words[at - 1] if at else ""
    if before.removesuffix("nya") in table["papers"] or _is_passive(before):
        return before
    behind = [word for word in words[last + 1 :] if word not in table["between"]][:1]
    return next((word for word in behind if _is_active(word)), None)


def _is_passive(word: str) -> bool:
    return word.startswith(_PASSIVE) and len(word) > _LONG and word not in load_strangers()["unacting"]


def _is_active(word: str) -> bool:
    table = load_strangers()
    if word in (*table["roles"], *table["papers"]):
        return True
    verb = word.startswith(table["active"]) and word not in table["unacting"]
    return bool((verb and (act_of(word) or roots(word))) or (word.endswith("s") and act_of(word)))
