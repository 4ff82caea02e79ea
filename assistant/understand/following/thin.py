"""Messages that tell next to nothing of their own: a yes or no, another kind, the subject come back to."""

from collections.abc import Collection

from assistant.numerals import numerals
from assistant.understand.following.followups import (
    JOINING,
    asks_for_provision,
    beside_provision,
    joins,
    load_follow_ups,
    supposes,
)
from assistant.understand.language.polarity import load_polarity
from assistant.understand.language.signs import is_personal
from assistant.understand.language.text import Spans, Text
from assistant.understand.message.split_words import load_split_words

_LONGEST = 12  # words of a message that asks for a provision, or turns a fact round
_ONE = "1"  # "satu" is said of anything
_BRIEF = 4  # words of a message that names nothing but another thing


def provision_subject(text: Text) -> list[str]:
    """Of "soal disiplin tadi di pasal berapa?" the words of the subject; none where no provision is asked for."""
    asks = text.length <= _LONGEST and asks_for_provision(text)
    return [word.removesuffix("nya") for word in beside_provision(text)] if asks else []


def numbers_asked(text: Text) -> frozenset[str]:
    """Of "90% itu di pasal berapa?" the number in all its readings; none where no provision is asked for.

    Nor where somebody tells of himself, or tries a case: "kalau AK 105, pasal berapa?".
    """
    if text.length > _LONGEST or not asks_for_provision(text) or supposes(text) or is_personal(text.words):
        return frozenset()
    return frozenset(value for n in numerals(text.raw) for value in n.values) - {_ONE}


def returns(text: Text) -> Spans:
    """The characters of what leads back to a subject: "balik ke syarat tadi"."""
    return [text.span(*place) for phrase in load_follow_ups().returning for place in text.find(phrase)]


def plain_turn(text: Text, said: Collection[str]) -> bool | None:
    """Of "kalau belum?", "and one who isn't?" the yes or no; None where words tell more than those `said` before."""
    table, words = load_follow_ups(), load_polarity()
    told = words.yes | words.no | table.affirming
    plain = [word.text for word in text.words if not word.is_mark]
    if text.length > _LONGEST or any(word not in told and word not in said for word in telling(plain)):
        return None
    return not words.no & {*plain} if told & {*plain} else None


def telling(words: Collection[str]) -> list[str]:
    """The words but for those that carry nothing where a case is tried: "kalau temannya yang ketiga gimana?"."""
    table = load_follow_ups()
    small = table.slight | table.persons | table.adding | JOINING | load_polarity().fillers
    small |= {word for phrase in table.what_if for word in phrase.split()}
    return [word for word in words if word not in small and word.removesuffix("nya") not in small]


def names_another(text: Text) -> bool:
    """ "Kalau yang penunjang?", "yang strategis?": nothing but another thing, of which the same is asked."""
    leads = (supposes(text) or joins(text) or text.at(0) == "yang") and text.length <= _BRIEF
    return leads and load_split_words().asking.isdisjoint(word.text for word in text.words if not word.is_mark)
