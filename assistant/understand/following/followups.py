"""Follow-ups: what a short message means after what was just said."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from assistant.understand.intent.provision_asked import asking_words, asks_where_written
from assistant.understand.language.stems import roots
from assistant.understand.language.text import Spans, Text, overlaps
from corpus.data import load_yaml

_FIRST = 4  # words of a message among which a case to try is announced
_SHORT = 9  # words; a longer message speaks for itself
_BRIEF = 4  # words after a comma up to which they replace what was denied before it: "bukan 80, 105"
_NYA = 5  # letters that a word ending in "nya" has more of ("punya", "tanya" point to nothing)
_VERBS = ("di", "me", "ng", "ny")
JOINING = frozenset({"dan", "terus", "lalu", "trus", "and"})
_NAMING = frozenset({"yang", "syarat", "untuk", "kalau", "for", "the"})  # before the subject of a question
_THIN = 2  # content words up to which a message may lean on the one before


@dataclass(frozen=True)
class FollowUpWords:
    """The words of `followups.yaml`."""

    which_provision: tuple[str, ...]
    all_provisions: tuple[str, ...]
    no_subject: frozenset[str]
    pointing: frozenset[str]
    what_if: tuple[str, ...]
    slight: frozenset[str]
    persons: frozenset[str]
    affirming: frozenset[str]
    when: frozenset[str]
    likewise: frozenset[str]
    becoming: frozenset[str]
    returning: tuple[str, ...]
    adding: frozenset[str]
    increasing: frozenset[str]
    increasing_behind: frozenset[str]
    correction: tuple[str, ...]
    more: tuple[str, ...]
    in_full: tuple[str, ...]
    quoting: frozenset[str]
    lacking: tuple[str, ...]
    subjects: Mapping[str, tuple[str, ...]]
    empty: frozenset[str]
    putting_right: tuple[str, ...]
    next_one: tuple[str, ...]
    previous_one: tuple[str, ...]
    units: Mapping[str, tuple[str, ...]]
    comparing: tuple[str, ...]
    places: Mapping[str, int]
    this_year: tuple[str, ...]


@cache
def load_follow_ups() -> FollowUpWords:
    """The words of the file beside this module."""
    raw: dict[str, Any] = load_yaml(Path(__file__).parent / "followups.yaml")
    return FollowUpWords(
        tuple(raw["which_provision"]),
        tuple(raw["all_provisions"]),
        frozenset(raw["no_subject"]),
        frozenset(raw["pointing"]),
        tuple(raw["what_if"]),
        frozenset(raw["slight"]),
        frozenset(raw["persons"]),
        frozenset(raw["affirming"]),
        frozenset(raw["when"]),
        frozenset(raw["likewise"]),
        frozenset(raw["becoming"]),
        tuple(raw["returning"]),
        frozenset(raw["adding"]),
        frozenset(raw["increasing"]),
        frozenset(raw["increasing_behind"]),
        tuple(raw["correction"]),
        tuple(raw["more"]),
        tuple(raw["in_full"]),
        frozenset(raw["quoting"]),
        tuple(raw["lacking"]),
        {tool: tuple(words) for tool, words in raw["subjects"].items()},
        frozenset(raw["empty"]),
        tuple(raw["putting_right"]),
        tuple(raw["next_one"]),
        tuple(raw["previous_one"]),
        {unit: tuple(words) for unit, words in raw["units"].items()},
        tuple(raw["comparing"]),
        {word: place for place, words in raw["places"].items() for word in words},
        tuple(raw["this_year"]),
    )


def content(text: Text, taken: Spans = ()) -> list[str]:
    """The words that carry a subject; `taken` characters (facts, citations) carry none."""
    empty = load_follow_ups().empty
    return [
        word.text
        for word in text.words
        if not word.is_mark
        and word.text not in empty
        and word.text.removesuffix("nya") not in empty
        and not word.text[0].isdigit()
        and not overlaps(word.start, word.end, taken)
    ]


def is_empty(word: str) -> bool:
    """Whether a word carries no subject of its own."""
    return word in load_follow_ups().empty


def is_act(word: str) -> bool:
    """Whether a word is a verb that says what is done ("dibantu", "ngebentuk")."""
    return len(word) > _NYA and word.startswith(_VERBS) and bool(roots(word)) and word not in load_follow_ups().pointing


def leans_back(text: Text, taken: Spans, most: int = _THIN) -> bool:
    """Whether a message is too thin to be understood without the one before: at most so many words of content."""
    return text.length <= _SHORT and len(content(text, taken)) <= most


def asks_for_provision(text: Text) -> bool:
    """Whether it is asked, of whatever subject, where something is written."""
    return text.has(*load_follow_ups().which_provision) or asks_where_written(text)


def asks_which_provision(text: Text) -> bool:
    """ "Pasal berapa itu?": the person wants the provision of what was just said."""
    return text.length <= _SHORT and asks_for_provision(text) and len(beside_provision(text)) < _THIN


def beside_provision(text: Text) -> list[str]:
    """The words that tell more than that a provision is wanted, but for a sigh before: "yah sayang banget, pasal mana?"."""
    table = load_follow_ups()
    own = {word for phrase in table.which_provision for word in phrase.split()} | table.no_subject | asking_words()
    led = {word.text for word in text.words[_after_sigh(text) :]}
    return [word for word in content(text) if word in led and not {word, word.removesuffix("nya")} & own]


def _after_sigh(text: Text) -> int:
    """Where a message goes on behind a few words and a comma."""
    at = next((at for at, word in enumerate(text.words) if word.text in ",.!"), 0)
    said = {word.text for word in text.words[:at]}
    subject = said & (load_follow_ups().pointing | load_follow_ups().no_subject | _NAMING)
    return at + 1 if 0 < at <= _BRIEF and not subject and not any(word[0].isdigit() for word in said) else 0


def compares(text: Text) -> bool:
    """ "Bandingkan dengan 17 setahun": another plan beside the one at work."""
    return text.has(*load_follow_ups().comparing)


def asks_all_provisions(text: Text) -> bool:
    """ "Dasar hukumnya?": every provision that what was just said rests on, not only the first."""
    return text.has(*load_follow_ups().all_provisions)


def asks_neighbour(text: Text) -> tuple[str, int] | None:
    """ "Pasal berikutnya?": the unit whose next (1) or previous (-1) one after the provision just shown is asked for."""
    table = load_follow_ups()
    for step, words in ((1, table.next_one), (-1, table.previous_one)):
        for unit, names in table.units.items():
            named = text.has(*(f"{name} {word}" for name in names for word in words))
            named = named or text.has(*(f"{word} {name}" for name in names for word in words))
            if named and text.length <= _BRIEF + 1:
                return unit, step
    return None


def right_from(text: Text) -> int:
    """Of "eh, maksudnya baik" the place of the word that puts something right; 0 where nothing is put right."""
    at = 0
    while at < len(text.words):
        mark = at > 0 and text.words[at].is_mark
        lead = next((p for p in load_follow_ups().putting_right if text.begins(at, p)), "")
        if not mark and not lead:
            break
        at += len(lead.split()) if lead else 1
    return at if at < len(text.words) else 0


def points_back(text: Text) -> bool:
    """ "Dia dibantu siapa?", "who heads it?": a word stands for something said before."""
    table = load_follow_ups()
    said = ((word.text, text.raw[word.start : word.end].casefold()) for word in text.words)
    return any(plain in table.pointing or (raw.endswith("nya") and len(raw) > _NYA) for plain, raw in said)


def points_at_it(text: Text) -> bool:
    """The same by a word that stands for nothing else: "itu", "that"."""
    return any(word.text in load_follow_ups().pointing for word in text.words)


def joins(text: Text) -> bool:
    """ "Dan ...", "and ...": what was asked goes on."""
    return text.at(0) in JOINING


def supposes(text: Text) -> bool:
    """ "Kalau 105?": a case to try, not a fact."""
    first = f" {text.before(_FIRST, _FIRST)} "
    return any(f" {phrase} " in first for phrase in load_follow_ups().what_if)


def adds(text: Text) -> bool:
    """ "Plus perpanjangan 6 bulan": what is told is added to what was told before."""
    return text.at(0) in load_follow_ups().adding


def corrects(text: Text) -> bool:
    """ "Eh, AK saya 105": the person takes back what was told before."""
    return text.has(*load_follow_ups().correction)


def wants_more(text: Text) -> bool:
    """ "Jelaskan lebih lanjut": the provision just shown, in full."""
    return leans_back(text, ()) and text.has(*load_follow_ups().more) and not content(text)[1:]


def wants_whole(text: Text) -> bool:
    """ "Please quote the full text": nothing but that, of the provision just shown."""
    table = load_follow_ups()
    own = {word for words in table.in_full for word in words.split()} | table.quoting
    return text.has(*table.in_full) and all(word in own for word in content(text))


def asks_lacking(text: Text) -> bool:
    """ "Kurang apa lagi?": what the running calculation still lacks."""
    return text.has(*load_follow_ups().lacking) and len(content(text)) <= _THIN


def taken_back(text: Text) -> list[tuple[int, int]]:
    """The characters of what a correction denies: "bukan 80 tapi 105"."""
    spans = []
    for at, word in enumerate(text.words):
        if word.text in ("bukan", "not"):
            until = next(
                (
                    i
                    for i in range(at + 1, min(at + 6, len(text.words)))
                    if text.words[i].text in ("tapi", "tetapi", "melainkan", "but", ",")
                ),
                None,
            )
            if until is None and _follows_number(text, at) and _is_number_alone(text, at):
                spans.append((word.start, text.words[at + 1].end))
            told = text.at(at - 1) == "yang"  # "pelatihan yang bukan kepemimpinan, siapa ..." takes nothing back
            if until is not None and (text.words[until].text != "," or (_is_brief(text, until) and not told)):
                spans.append((word.start, text.words[until - 1].end))
    return spans


def _follows_number(text: Text, at: int) -> bool:
    """Whether a number stands before this word, a comma between them or none: "64, not 74"."""
    before = [word.text for word in text.words[:at]]
    last = before[-2] if len(before) > 1 and before[-1] == "," else before[-1] if before else ""
    counted = before[-3] if len(before) > 2 and before[-1] == "," else ""  # "3 retiring, not 2"
    return last[:1].isdigit() or counted[:1].isdigit()


def _is_number_alone(text: Text, at: int) -> bool:
    """Whether nothing but a number stands behind this word: "8 bukan 7"."""
    rest = [word.text for word in text.words[at + 1 :] if not word.is_mark]
    return len(rest) == 1 and rest[0][0].isdigit()


def _is_brief(text: Text, at: int) -> bool:
    """Whether hardly anything stands behind this word."""
    return sum(not word.is_mark for word in text.words[at + 1 :]) <= _BRIEF
