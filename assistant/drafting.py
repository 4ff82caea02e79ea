"""The answer to one question of a message: its evidence gathered and put into words, not yet verified."""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal

from pydantic import ValidationError

from assistant import compose
from assistant.bounds import loosened, noted
from assistant.calculation import Calculation, Caveat, Missing, plain
from assistant.calculators.law import Law
from assistant.comparison import Compared, compare, define_both, has_both
from assistant.conversation import Conversation
from assistant.english import in_english
from assistant.errors import AssistantError, InputError
from assistant.facts import fact_words, question_for
from assistant.glossary import asked_term, define
from assistant.lookup import Found, look_up, provisions
from assistant.notices import notices
from assistant.phrases import find_phrase, phrase
from assistant.reading import Part
from assistant.refusals import mistakes, shorten, too_much
from assistant.reply import AnswerKind
from assistant.supposing import going_on, overruled
from assistant.tools import Tool, tools
from assistant.validity import validity
from corpus.citation import Citation
from corpus.library import Corpus
from corpus.references import CitationLanguage
from index.search import Index

_REFERENCE = re.compile(r"sebagaimana dimaksud (?:pada|dalam) (?:ayat|huruf|pasal) \(?\w+\)?", re.IGNORECASE)


@dataclass(frozen=True)
class Draft:
    """The answer to one question of the message, with all its evidence, before it is verified."""

    kind: AnswerKind
    text: str
    citations: tuple[Citation, ...] = ()
    calculations: tuple[Calculation, ...] = ()
    missing: tuple[Missing, ...] = ()
    warnings: tuple[Caveat, ...] = ()
    mode: Literal["extractive", "model"] = "extractive"
    own: tuple[str, ...] = ()  # fixed sentences of the assistant in it, which claim no rule
    corrections: tuple[str, ...] = ()  # fixed sentences on what is wrongly taken for granted
    refusals: tuple[str, ...] = ()  # sentences that refuse a fact: the numerals in them are told or cited


class Drafter:
    """Drafts answers over the corpus; one instance serves all conversations."""

    def __init__(self, corpus: Corpus, index: Index, law: Law, today: Callable[[], date]) -> None:
        self.corpus = corpus
        self.index = index
        self.law = law
        self.today = today
        self._citations = CitationLanguage(corpus.regulations)

    def draft(self, part: Part, conversation: Conversation, language: str) -> Draft:
        """The answer to one question, from the exact route, a calculator, the glossary or the search."""
        if not part.what_if:
            conversation.facts = _merged(conversation.facts, part)
            conversation.bounds = noted(conversation.bounds, part)
        if part.kind == "forget":
            conversation.forget()
            draft = own("smalltalk", phrase(language, "forgotten"))
        elif part.kind == "smalltalk":
            draft = own("smalltalk", phrase(language, "smalltalk", part.topic or "help"))
        elif part.doubts:
            draft = self._doubt(part, language)
        elif part.kind in ("clause", "out_of_scope") and (standing := self._standing(part, language)):
            draft = standing
        elif part.kind == "calculation" and part.tool is not None and not self._differ(part, language):
            draft = self._for_real(part, conversation, language) or self._calculate(part, conversation, language)
        elif part.unresolved and not part.provisions:
            draft = own("clause", *part.unresolved)
        elif part.kind == "out_of_scope":
            draft = self._decline(part, language)
        else:
            draft = self._clause(self._scoped(part, conversation), language)
        lines = [phrase(language, "corrected", correction=text) for text in part.premises]
        return replace(draft, text="\n\n".join((*lines, draft.text)), corrections=part.premises)

    def _for_real(self, part: Part, conversation: Conversation, language: str) -> Draft | None:
        """The answer from the person's own facts again, which says so, where the last one rested on a supposition."""
        if part.what_if or not overruled(conversation, part) & tools()[part.tool or ""].facts.model_fields.keys():
            return None
        draft, line = self._calculate(part, conversation, language), phrase(language, "supposed_over")
        return replace(draft, text=f"{line}\n\n{draft.text}", own=(line, *draft.own))

    def _calculate(self, part: Part, conversation: Conversation, language: str) -> Draft:
        tool = tools()[part.tool or ""]
        if part.what_if:  # one supposition may be added to the last: "kalau AK 100?", "kalau sudah 2 tahun?"
            conversation.supposed = _merged(conversation.supposed, part)
        else:
            conversation.supposed = going_on(conversation, part)
            conversation.skipped.update(part.skipped)
            conversation.tool = tool.name
        told = _merged({**conversation.facts, **conversation.supposed}, part)
        inputs = {name: told[name] for name in tool.facts.model_fields if name in told}
        if "tanggal" in tool.facts.model_fields:
            inputs.setdefault("tanggal", self.today())
        try:
            found = loosened(tool.run(inputs, self.law), noted(conversation.bounds, part))
        except (ValidationError, InputError) as error:
            return refused(error, language)
        both = self._for_both(tool, inputs, found, language, conversation.skipped)
        if both is not None:
            return both
        asked = _unskipped(found.missing, conversation.skipped)
        found = replace(found, missing=asked)
        kind: AnswerKind = "clarify" if asked and not found.requirements else "calculation"
        if found.requirements:
            kind = "eligibility"
        return Draft(kind, compose.say_calculation(found, language), found.citations, (found,), asked, found.warnings)

    def _for_both(
        self,
        tool: Tool,
        inputs: Mapping[str, Any],
        found: Calculation,
        language: str,
        skipped: Collection[str] = (),
    ) -> Draft | None:
        """The answer for each position, where the position is not known: what holds is told before it is asked for."""
        if "jabatan" in inputs or not any(m.field == "jabatan" for m in found.missing):
            return None
        names = fact_words()["jabatan"].choices
        try:
            each = {name: tool.run({**inputs, "jabatan": jabatan}, self.law) for jabatan, name in names.items()}
        except (ValidationError, AssistantError):  # one of the two positions has no such rule
            return None
        if not all(c.citations for c in each.values()):
            return None
        asked = tuple(m for m in found.missing if m.field == "jabatan")
        calculations = tuple(each.values())
        if len({_outcome(c) for c in calculations}) == 1:
            calculations = tuple(replace(c, missing=_unskipped(c.missing, skipped)) for c in calculations)
            asked += calculations[0].missing
            blocks = [compose.say_calculation(calculations[0], language), phrase(language, "both_same")]
            blocks += [_say_twin(c, language) for c in calculations[1:]]
        else:
            # The position decides what else is to be asked, so it alone is asked for.
            calculations = tuple(replace(c, missing=()) for c in calculations)
            spoken = zip(each, calculations, strict=True)
            told = [f"**{name}**\n\n{compose.say_calculation(c, language)}" for name, c in spoken]
            blocks = [phrase(language, "both_differ"), *told]
        return Draft(
            "eligibility" if any(c.requirements for c in calculations) else "calculation",
            "\n\n".join(blocks),
            tuple(dict.fromkeys(citation for c in calculations for citation in c.citations)),
            calculations,
            missing=_unskipped(asked, skipped),
            warnings=tuple({w.code: w for c in calculations for w in c.warnings}.values()),
            own=tuple(f"**{name}**" for name in names.values()),
        )

    def _scoped(self, part: Part, conversation: Conversation) -> Part:
        """The question without the regulation of the other position, where the person's own position is known."""
        jabatan = conversation.facts.get("jabatan")
        if part.regulations or jabatan is None:
            return part
        fitting = tuple(r.id for r in self.corpus.regulations.values() if r.jabatan in (None, jabatan))
        return replace(part, regulations=fitting)

    def _clause(self, part: Part, language: str) -> Draft:
        if part.provisions:
            cited = provisions(part.provisions, self.corpus)
            text = "\n\n".join(compose.say_provision(c, language) for c in cited)
            own_words = tuple(text.split("\n\n")) if any(len(c.quote) > compose.LONG_PROVISION for c in cited) else ()
            return Draft("clause", text, cited, warnings=notices(cited, self.corpus), own=own_words)
        defined = self._both_defined(part) or define(part.text, self.corpus, part.regulations)
        if defined:
            text = "\n\n".join(compose.say_provision(c, language) for c in defined)
            return Draft("clause", text, defined, warnings=notices(defined, self.corpus))
        term = asked_term(part.text)
        found = look_up(part, self.corpus, self.index, definitions=not term)
        compared = compare(part, found, language, self.corpus, self.index)
        if compared is not None:
            return say_compared(compared, language, self.corpus)
        if found is None:
            return own("out_of_scope", phrase(language, "not_found"))
        lead = (phrase(language, "undefined", term=term),) if term else ()
        draft = say_found(found, language, self.corpus)
        return replace(draft, text="\n\n".join((*lead, draft.text)), own=(*lead, *draft.own))

    def _differ(self, part: Part, language: str) -> bool:
        return has_both(part, language, self.corpus, self.index)

    def _both_defined(self, part: Part) -> tuple[Citation, ...]:
        return define_both(part.text, self.corpus, part.regulations)

    def _standing(self, part: Part, language: str) -> Draft | None:
        """Whether a regulation is still in force: what is known of it, then the Pasal that put it in force."""
        found = validity(part.text, self.corpus, self._citations)
        if not found:
            return None
        notes = [standing.note.message for standing in found]
        lines = tuple(notes if language == "id" else (in_english(note) or note for note in notes))
        shown = (compose.say_provision(standing.closing, language) for standing in found)
        text = "\n\n".join(block for pair in zip(lines, shown, strict=True) for block in pair)
        kind: AnswerKind = "out_of_scope" if part.kind == "out_of_scope" else "clause"
        cited = tuple(standing.closing for standing in found)
        return Draft(kind, text, cited, warnings=notices(cited, self.corpus), own=lines)

    def _decline(self, part: Part, language: str) -> Draft:
        names = "; ".join(f"{r.short} ({r.title})" for r in self.corpus.regulations.values())
        text = phrase(language, "out_of_scope", part.beyond or "unrelated")
        own = (text, phrase(language, "covers", regulations=names))
        cited = provisions(part.provisions[:1], self.corpus)
        nearest = [compose.say_provision(c, language, lead=("nearest",)) for c in cited]
        return Draft("out_of_scope", "\n\n".join((*own, *nearest)), cited, own=own)

    def _doubt(self, part: Part, language: str) -> Draft:
        lines = [phrase(language, "doubt"), "", *(f"- {doubt.question}" for doubt in part.doubts)]
        missing = tuple(Missing(doubt.field, doubt.question) for doubt in part.doubts)
        return Draft("clarify", "\n".join(lines), missing=missing, own=tuple(lines))


def own(kind: AnswerKind, *sentences: str) -> Draft:
    """An answer of fixed sentences alone."""
    return Draft(kind, "\n\n".join(sentences), own=sentences)


def say_found(found: Found, language: str, corpus: Corpus) -> Draft:
    """What a search found: the best provision first, then its sister, then what may be meant as well."""
    shown = [_say(found.citation, found.sentence, language)]
    cited = [found.citation]
    if found.twin is not None:
        said = "both_same" if found.same else "both_differ"
        at = 1 if found.same else 0  # the rule first; that there are two rules before both
        shown.insert(at, phrase(language, said))
        shown.append(_say(found.twin, found.twin_sentence, language))
        cited.append(found.twin)
    warned = notices(cited, corpus)
    heading = (phrase(language, "rivals"),) if found.rivals else ()
    shown += [*heading, *(f"{compose.link(c)}\n\n{compose.quote(c)}" for c in found.rivals)]
    if found.near:
        shown.append(phrase(language, "also", labels="; ".join(map(compose.link, found.near))))
    return Draft("clause", "\n\n".join(shown), (*cited, *found.rivals, *found.near), warnings=warned, own=heading)


def say_compared(compared: Compared, language: str, corpus: Corpus) -> Draft:
    """What speaks of each of two things, one after the other, and of which of them nothing speaks."""
    drafts = [say_found(found, language, corpus) for found in compared.found]
    lines = tuple(phrase(language, "unknown_side", term=side) for side in compared.unknown)
    cited = tuple(dict.fromkeys(c for draft in drafts for c in draft.citations))
    text = "\n\n".join((*(draft.text for draft in drafts), *lines))
    return Draft("clause", text, cited, warnings=notices(cited, corpus), own=lines)


def _say(citation: Citation, sentence: str, language: str) -> str:
    """A direct sentence where it says more or less than the provision's words, then these."""
    lead = phrase(language, "according", label=citation.label)
    if " ".join(citation.quote.split()) != sentence:
        lead = f"{lead} {compose.sentence_of(sentence)}"
    return f"{lead}\n\n{compose.quote(citation)}\n\n{compose.link(citation)}"


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


def _merged(facts: Mapping[str, Any], part: Part) -> dict[str, Any]:
    """The facts known with those a question tells; one told as None is no longer known."""
    told = {**facts, **{fact.field: fact.value for fact in part.facts}}
    return {field: value for field, value in told.items() if value is not None}


def _outcome(calculation: Calculation) -> str:
    """What a calculation comes to, for telling whether two come to the same."""
    statuses = [(r.text, r.status) for r in calculation.requirements]
    worked = [(s.text, s.value) for s in calculation.steps]
    told = repr((calculation.verdict, plain(calculation.result), statuses, worked))
    if calculation.result or statuses or worked:
        return told
    return repr([_unnamed(c.quote) for c in calculation.citations])  # the provisions themselves are all that is told


def _unskipped(missing: Sequence[Missing], skipped: Collection[str]) -> tuple[Missing, ...]:
    """What is still to be asked of a person who would not tell some facts."""
    return tuple(m for m in missing if m.field not in skipped)


def _say_twin(calculation: Calculation, language: str) -> str:
    """Where the same rule stands for the other position; in its words too, where these are all that is told."""
    if calculation.result or calculation.requirements or calculation.steps:
        return phrase(language, "also", labels=compose.link(calculation.citations[0]))
    return "\n\n".join(compose.say_sources(calculation.citations, language))


def _unnamed(quote: str) -> str:
    """A provision without the name of the position, and without what it refers to."""
    for name in fact_words()["jabatan"].choices.values():
        quote = quote.replace(name, "")
    return " ".join(_REFERENCE.sub("", quote).casefold().split())
