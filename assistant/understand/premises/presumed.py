"""Something taken for granted that the texts contradict."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from assistant.reading import Part
from assistant.understand.clues import Clues
from assistant.understand.facts.alternatives import without_choices
from assistant.understand.intent.traits import COMMON
from assistant.understand.intent.weigh import Weighed
from assistant.understand.language.signs import is_personal
from assistant.understand.language.text import Text, overlaps
from assistant.understand.language.vocabulary import FIGURE_KINDS
from assistant.understand.others.hearsay import disbelieves, only_hears, tells_of_theirs, tells_rivals
from assistant.understand.parts import Parts
from assistant.understand.premises.affirmed import is_affirmed, is_duty, is_of_others, says_the_number
from assistant.understand.premises.asserted import clauses, is_planned, is_stated
from assistant.understand.premises.concluded import agrees, concluded, conclusion
from assistant.understand.premises.counted import misclassed, misnumbered
from assistant.understand.premises.derived import derived
from assistant.understand.premises.figures import NONE_MEANT, Meant, telling
from assistant.understand.premises.granted import is_granted
from assistant.understand.premises.numbered_stages import rightly_numbered
from assistant.understand.premises.outcome import Outcomes
from assistant.understand.premises.premises import (
    Correction,
    asks_reason,
    claims_a_rule,
    find_corrections,
    find_stated,
    is_claimed,
    is_taken,
    judges,
    load_premises,
    nods,
    without_events,
    without_passed,
)
from assistant.understand.premises.stated import misstated, rightly_stated
from assistant.understand.premises.tabled import miscounted, mislevelled
from assistant.understand.premises.taken import taken_before
from assistant.understand.quantities.amount import Amount
from corpus.address import Address
from index.projection import STORY

_OWN_CASE, _ANY_CASE = 2, 3  # facts that make a case, of "saya" and of somebody else
_NEAR_OWN = 3  # words before an amount in which "saya" makes it the person's own
_AGES = frozenset({"usia", "berusia", "age", "aged"})
_SAYS = frozenset({"setahu", "setau", "kata", "think", "heard"})


_SURELY = 0.85  # chance from which a claim within somebody's own case is put right
_IN_STORY = 0.7  # the same within a story, which tells much
_RANK = "golongan"
_DIFFERS = "Anggapan itu tampaknya tidak sesuai dengan {place}."


class Presumed:
    """Reads a question for what it takes for granted."""

    def __init__(self, parts: Parts) -> None:
        self.parts = parts
        self.observer = parts.observer
        self._outcomes = Outcomes(parts)

    def read(self, clues: Clues, weighed: Weighed) -> Part | None:
        """What is really so, and where it stands; None where nothing wrong is taken for granted."""
        if weighed.beyond == "current_law" and weighed.sure:  # what another law says contradicts none of ours
            return None
        if weighed.tool and weighed.sure and judges(clues.text):
            return None
        found = self._corrections(clues, weighed)
        if len(self._positions(clues)) > 1:
            return None
        if not found:
            return self._misreckoned(clues, weighed) or self._unmet(clues, weighed)
        return self._righted(clues, self._of_case(clues, weighed) or self._asked(clues, weighed), found)

    def _misreckoned(self, clues: Clues, weighed: Weighed) -> Part | None:
        """The calculation of a case from which a message takes another time to follow than does."""
        for one in derived(clues.text, tuple(clues.amounts), nods()):
            hidden = clues.spans([one.amount])
            part = self.parts.calculation(clues, one.tool, weighed.score, hidden)
            found = self._outcomes.of_part(part)
            value = found.result.get(one.result) if found is not None else None
            if found is None or value is None or value == one.amount.value or not found.citations:
                continue
            return self._righted(clues, part, [self._differs(found.citations[0].address)])
        return None

    def _unmet(self, clues: Clues, weighed: Weighed) -> Part | None:
        """The calculation of a case that a message takes to be fulfilled, with the condition that is not met before it."""
        presumed = self._outcomes.presumed(clues, weighed)
        if presumed is None:
            return None
        tool, condition = presumed
        address, counted = condition.citation.address, any(letter.isdigit() for letter in condition.text)
        unmet = Correction(f"Ada syarat yang belum terpenuhi: {condition.text}.", address)
        correction = self._differs(address) if counted else unmet  # a figure of the case is no provision's
        asked = weighed.tool if weighed.tool and weighed.sure else tool
        return self._righted(clues, self.parts.calculation(clues, asked, weighed.score), [correction])

    def _righted(self, clues: Clues, asked: Part, found: Sequence[Correction]) -> Part:
        """What is asked, behind what is really so."""
        laws = tuple(dict.fromkeys(correction.address.regulation for correction in found))
        return replace(
            asked,
            beyond="false_premise",
            provisions=tuple(dict.fromkeys(correction.address for correction in found)),
            regulations=laws if asked.kind == "clause" else asked.regulations and (*asked.regulations, *laws),
            premises=tuple(correction.text for correction in found),
        )

    def _asked(self, clues: Clues, weighed: Weighed) -> Part:
        """What is asked beside the premise: a calculation of the person's own facts, without the rule's wrong number."""
        levelled = any(mislevelled(clues.text, self.observer.law, None, nods()))  # the facts told are of a wrong level
        stated = [a for a in clues.amounts if is_stated(clues.text, a, nods())]
        stated = stated or [a for a in clues.amounts if is_stated(clues.text, a, nods(), plainly=True)]
        if stated and weighed.tool and weighed.sure and not levelled:
            asked = self.parts.without(clues, weighed, clues.spans(stated))
            if asked is not None:
                return asked
        return Part(clues.text.raw, "clause", confidence=1.0)

    def _of_case(self, clues: Clues, weighed: Weighed) -> Part | None:
        """The calculation of a case that is told all the same: "sekretarisnya malah dari keuangan. Boleh begitu?"."""
        if not weighed.tool:
            return None
        wanted = self.observer.inputs[weighed.tool] - COMMON
        told = [fact for fact in self.observer.facts_for(clues, weighed.tool).facts if fact.field in wanted]
        claimed = [clues.text.span(a.first, a.last) for a in clues.amounts if is_claimed(clues.text, a)]
        of_rule = [fact for fact in told if overlaps(fact.start - clues.at, fact.end - clues.at, claimed)]
        least = _OWN_CASE if is_personal(clues.text.words) else _ANY_CASE
        if of_rule or len(told) < least:
            return None
        of_rules = [a for a in clues.amounts if is_stated(clues.text, a, nods())]  # they are none of the case
        return self.parts.calculation(clues, weighed.tool, weighed.score, clues.spans(of_rules))

    def _corrections(self, clues: Clues, weighed: Weighed) -> list[Correction]:
        """Those of the premises on record; else a figure that no rule holds, where a reason is asked for."""
        if disbelieves(clues.whole):
            return []
        facts = {**clues.conversation.facts, **{fact.field: fact.value for fact in clues.told.facts}}
        if positions := self._positions(clues):
            facts["jabatan"] = positions[0]
        own_case = self._is_case(clues, weighed)
        told = without_choices(clues.text, without_events(clues.text, clues.amounts))
        claimed = [amount for amount in told if not _is_own(clues.text, amount)]
        scope = self.parts.scope(clues)
        on_record = dict.fromkeys(find_corrections(clues.text, facts, claimed, own_case=own_case))
        found = self._missed(clues, self._fitting(on_record, scope, facts))
        stated = found or self._fitting(self._stated(clues, facts.get("jabatan")), scope, facts)
        if found := found or self._missed(clues, stated):
            return found
        if found := list(self._outcomes.contradicted(clues, weighed))[:1]:
            return found
        if own_case or not asks_reason(clues.text):
            claimed = [amount for amount in claimed if is_taken(clues.text, amount)]
        if tells_rivals(clues.whole):  # what one of them says may be right
            return []
        claimed = [a for a in without_passed(clues.text, claimed) if not _is_of_a_law(clues.text, a)]
        figures = list(self.observer.figures.contradicted(clues.text, claimed, scope, self._meant(weighed)))[:1]
        found = self._missed(clues, figures)
        if found or only_hears(clues.whole):
            return found
        return (
            self._held(clues, weighed, scope)
            or self._told(clues, weighed, scope)
            or self._believed(clues, weighed, scope)
        )

    def _missed(self, clues: Clues, found: Iterable[Correction]) -> list[Correction]:
        """The corrections but those whose number the message says itself."""
        read, said = self.observer.speller.read, without_events(clues.text, clues.amounts)  # "gagal 2x" says no rule's
        return [one for one in found if not says_the_number(clues.text, said, read(one.text))]

    def _held(self, clues: Clues, weighed: Weighed, scope: Collection[str]) -> list[Correction]:
        """The provision that the search finds, where it says another number than the message takes for its own."""
        text, told = clues.text, without_passed(clues.text, without_events(clues.text, clues.amounts))
        told = without_choices(text, told)
        amounts = [a for a in told if is_granted(text, a) or not _is_own(text, a)]
        of_case = bool(weighed.tool) and weighed.sure
        address = self.observer.held.contradicted(clues, amounts, scope, of_case=of_case)
        return [] if address is None else [self._differs(address)]

    def _told(self, clues: Clues, weighed: Weighed, scope: Collection[str]) -> list[Correction]:
        """The provision that the search finds, where it gives a thing to others to do, or says it to be so."""
        of_case = bool(weighed.tool) and weighed.sure
        found = (
            self.observer.strangers.contradicted(clues, scope, of_case=of_case),
            self.observer.denied.contradicted(clues, scope, of_case=of_case),
        )
        address = next((one for one in found if one is not None), None)
        return [] if address is None else [self._differs(address)]

    def _differs(self, address: Address) -> Correction:
        return Correction(_DIFFERS.format(place=self.observer.corpus.cite(address).label), address)

    def _believed(self, clues: Clues, weighed: Weighed, scope: Collection[str]) -> list[Correction]:
        """What a provision says otherwise, where a message takes for granted what people wrongly believe of it."""
        sure, claimed = weighed.tool and weighed.sure, claims_a_rule(clues.text, own_case=True)
        if (sure and not claimed) or tells_of_theirs(clues.text):  # a case, or a question, is for its calculator
            return []
        least = _IN_STORY if clues.whole.length >= STORY else 0.0
        least = _SURELY if sure and is_personal(clues.text.words) else least
        address = self.observer.contradictions.find(clues, scope, least)
        if address is None or self._concludes(clues, weighed) or self._is_right(clues, scope, address):
            return []
        return [self._differs(address)]

    def _is_right(self, clues: Clues, scope: Collection[str], address: Address) -> bool:
        """Whether the provision speaks of others, or another one says just what the message does."""
        provision = self.observer.speller.read(self.observer.corpus.node(address).words)
        taken = list(taken_before(clues.whole, clues.at, clues.at + len(clues.text.raw)))
        statutes = self.observer.statutes
        said = [clause.text for clause in clauses(clues.text)]
        jabatan, here = clues.conversation.facts.get("jabatan"), _article(address)
        right = rightly_stated(clues.text, clues.amounts, jabatan)
        if any(_article(one) == here for one in (*right, *rightly_numbered(clues.whole, jabatan))):
            return True
        affirmed = is_affirmed(taken, statutes, scope) or is_duty(clues.text, said, statutes, address)
        return affirmed or is_of_others(clues.text, provision)

    def _concludes(self, clues: Clues, weighed: Weighed) -> bool:
        """Whether a message draws a conclusion from the case it tells that the calculator of the case leaves be."""
        end = conclusion(clues.text, nods())
        so = concluded(end.text) if end is not None else None
        if so is None or not weighed.tool or not weighed.sure:
            return False
        wanted = self.observer.inputs[weighed.tool] - COMMON
        told = any(fact.field in wanted for fact in self.observer.facts_for(clues, weighed.tool).facts)
        return told and agrees(so, self._outcomes.run(clues, weighed.tool))

    def _fitting(
        self, found: Iterable[Correction], scope: Collection[str], facts: Mapping[str, object]
    ) -> list[Correction]:
        """The corrections by a regulation that may answer, or of the person's own position."""
        return [one for one in found if not scope or one.address.regulation in scope or self._is_own(one, facts)]

    def _stated(self, clues: Clues, jabatan: object) -> list[Correction]:
        """What a rule says whose number a message states otherwise, by its values or by the claims on record."""
        law, text = self.observer.law, clues.text
        amounts = without_choices(text, without_events(text, clues.amounts))
        stated = list(
            dict.fromkeys(
                (
                    *misstated(text, amounts, jabatan, clues.whole),
                    *mislevelled(text, law, jabatan, nods()),
                    *misnumbered(text, law, nods()),
                    *misclassed(text, amounts, law, jabatan, nods()),
                    *miscounted(text, amounts, law, jabatan, nods()),
                )
            )
        )
        return stated or list(dict.fromkeys(find_stated(text, jabatan, amounts)))[:1]

    def _meant(self, weighed: Weighed) -> Meant:
        """The calculator that is meant."""
        tool = self.observer.tools.get(weighed.tool) if weighed.tool else None
        if tool is None:
            return NONE_MEANT
        subject = self.observer.speller.read(self.observer.topics.get(tool.name, ""))
        return Meant(tool.family, telling(subject))

    def _is_own(self, correction: Correction, facts: Mapping[str, object]) -> bool:
        """Whether a correction is of the person's own position, whatever regulation was named."""
        own = self.observer.corpus.regulations[correction.address.regulation].jabatan
        return own is not None and own == facts.get("jabatan")

    def _positions(self, clues: Clues) -> tuple[str, ...]:
        """The positions named in words; only where none is, those of the regulations named."""
        return self.observer.positions_said(clues.text) or clues.positions

    def _is_case(self, clues: Clues, weighed: Weighed) -> bool:
        """Whether a message tells of somebody's case: of "saya", with several figures, or with a figure and a rank."""
        if not weighed.tool:
            return False
        fields = self.observer.fields
        told = self.observer.facts_for(clues, weighed.tool).facts
        figures = [f for f in told if f.field in fields and fields[f.field].kind in FIGURE_KINDS]
        ranked = any(fact.field == _RANK for fact in told)
        return is_personal(clues.text.words) or len(figures) + ranked > 1


def _is_own(text: Text, amount: Amount) -> bool:
    """Whether an amount is said of the person, so that it is no number of a rule: "umur saya 54", "saya baru 14 JP".

    An age that makes a clause of its own is somebody's too: "jurusan tidak cocok, umur 50".
    """
    if _is_mere_age(text, amount) or is_planned(text, amount.first):
        return True
    if text.at(amount.first - 1) == ":":  # "masa kerja: 3 tahun" fills in a form
        return True
    naming = load_premises()["naming"]  # "eselon I" is no "I"
    start = max(0, amount.first - _NEAR_OWN)
    near = [word for at, word in enumerate(text.words[start : amount.first], start) if text.at(at - 1) not in naming]
    return is_personal(near) and not any(word.text in _SAYS for word in near)


def _is_of_a_law(text: Text, amount: Amount) -> bool:
    """Whether a number is that of a law and its year: "surat edaran nomor 28 tahun 2021"."""
    return text.at(amount.first - 1) in load_premises()["naming"] or text.begins(amount.first - 2, "no .")


def _is_mere_age(text: Text, amount: Amount) -> bool:
    """Whether an age stands between two marks with nothing but its word: ", usia 50."."""
    first, last = amount.first - 1, amount.last + 1
    opens = first == 0 or (first > 0 and text.words[first - 1].is_mark)
    closes = last >= len(text.words) or text.words[last].is_mark
    return text.at(first) in _AGES and opens and closes and text.at(last) != "?"


def _article(address: Address) -> tuple[str, object, object]:
    """The article and the paragraph of a place, whatever stands below it."""
    return address.regulation, address.pasal, address.ayat
