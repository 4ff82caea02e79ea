"""What is answered where no answer can be given: a fact cannot be, two may be meant, or no text speaks of it."""

import re

from pydantic import ValidationError

from assistant import compose
from assistant.calculation import Missing
from assistant.draft import Draft
from assistant.english import in_english
from assistant.errors import InputError
from assistant.facts import fact_words, question_for
from assistant.lookup import provisions
from assistant.phrases import find_phrase, phrase
from assistant.reading import Part
from assistant.refusals import mistakes, shorten, too_much
from assistant.understand.message.split_words import load_split_words
from corpus.library import Corpus

_LONGEST_ASKED = 100  # characters of a question that are said again
_MARKUP = re.compile(r"[^\w\s.,;:?!/%()'’&+-]|_")
_AROUND = " .,;:!?/-"
_BEFORE_RULED = {"not_in_corpus": "held", "current_law": "now"}
_BY_TOPIC = ("changed", "done")  # what of today's law is asked, where it is not whether something still goes on


def decline(part: Part, language: str, corpus: Corpus) -> Draft:
    """That the texts do not answer a question, what they are about, and the provision nearest to it."""
    own = (_named(part, language),) if part.beside else _alone(part, language, corpus)
    cited = provisions(part.provisions[:1], corpus)
    nearest = [compose.say_provision(c, language, lead=("nearest",)) for c in cited]
    return Draft("out_of_scope", "\n\n".join((*own, *nearest)), cited, own=own)


def _alone(part: Part, language: str, corpus: Corpus) -> tuple[str, str]:
    """That nothing of a message can be answered, and what can."""
    names = "; ".join(f"{r.short} ({r.title})" for r in corpus.regulations.values())
    return phrase(language, "out_of_scope", part.beyond or "unrelated"), phrase(language, "covers", regulations=names)


def _named(part: Part, language: str) -> str:
    """That one of several questions cannot be answered, named by its own words."""
    return phrase(language, "refused_part", part.beyond or "unrelated", asked=own_words(part.text))


def own_words(asked: str) -> str:
    """What a person asked as it was written, without the joint before it and all that could be taken for markup."""
    words = _MARKUP.sub(" ", asked).strip(_AROUND).split()
    joints = {joint[0] for joint in load_split_words().joints}
    while len(words) > 1 and words[0].strip(_AROUND).casefold() in joints:
        words = words[1:]
    said = " ".join(words)
    return said if len(said) <= _LONGEST_ASKED else f"{said[:_LONGEST_ASKED].rsplit(' ', 1)[0]}…"


def say_judged(part: Part, language: str) -> str:
    """That an official decides, that not all that is asked is held, or nothing of today, before what is ruled."""
    said = part.topic if part.topic in _BY_TOPIC else _BEFORE_RULED.get(part.beyond or "", "ruled")
    if part.beside:
        return phrase(language, "refused_part", said, asked=own_words(part.text))
    return phrase(language, said)


def ask_back(part: Part, language: str) -> Draft:
    """What has to be known first, where a fact may be meant in two ways."""
    lines = [phrase(language, "doubt"), "", *(f"- {doubt.question}" for doubt in part.doubts)]
    missing = tuple(Missing(doubt.field, doubt.question) for doubt in part.doubts)
    return Draft("clarify", "\n".join(lines), missing=missing, own=tuple(lines))


def refused(error: ValidationError | InputError, language: str) -> Draft:
    """What cannot be, field by field, in plain words, each followed by the provision that says what can."""
    told = {error.field: _refusal(error, language)} if isinstance(error, InputError) else _beyond(error, language)
    # "kegiatan.0.volume" is a wrong cell of the fact "kegiatan".
    fields = dict.fromkeys(field.partition(".")[0] for field in told)
    missing = tuple(Missing(field, question_for(field)) for field in fields if field in fact_words())
    lines = tuple(f"- {text}" for text in told.values())
    sources = error.sources if isinstance(error, InputError) else ()
    blocks = ("\n".join(lines), *compose.say_sources(sources, language))
    return Draft("clarify", "\n\n".join(blocks), sources, missing=missing, refusals=lines)


def _refusal(error: InputError, language: str) -> str:
    said = str(error)
    return said if language == "id" else in_english(said, "refusals") or said


def _beyond(error: ValidationError, language: str) -> dict[str, str]:
    """Values outside what a field takes, by its label; the limits themselves are the form's, no rule's, and not told."""
    words = fact_words()
    said = {}
    for field, item in mistakes(error).items():
        name = field.partition(".")[0]
        label = find_phrase(language, "results", "labels", name) if language != "id" else None
        label = label or (words[name].label if name in words else name.replace("_", " "))
        told = shorten(item["input"] if isinstance(item["input"], str) else compose.show(item["input"]))
        said[field] = phrase(language, "refused", too_much(item), label=label, told=told)
    return said
