"""What a message takes for a fact, held against what the calculator at hand finds: who does it, whether it is so, what it needs."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from pydantic import ValidationError

from assistant.calculation import Calculation, Requirement, Step
from assistant.errors import AssistantError
from assistant.reading import Part
from assistant.understand.clues import Clues
from assistant.understand.intent.traits import COMMON
from assistant.understand.intent.weigh import Weighed, load_plans
from assistant.understand.language.text import Text
from assistant.understand.parts import Parts
from assistant.understand.premises.claimed import Claims, read_claims
from assistant.understand.premises.doers import Doer, acts_in, load_outcome, offices_in, same_office
from assistant.understand.premises.figures import telling
from assistant.understand.premises.named import load_named
from assistant.understand.premises.premises import Correction
from assistant.understand.premises.presuming import UNMET, load_presuming, presumes, said_to_be_safe, unmet
from assistant.understand.premises.taken import taken_before

_PUNISHED, _EVER_PUNISHED, _NONE = "hukuman_disiplin", "pernah_hukuman_disiplin", "tidak_ada"
_DECIDES = "pejabat_berwenang"  # the calculator of who decides on a functional position


class Outcomes:
    """Runs the calculators that a message is about and compares."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._observer = parts.observer
        self._statutes = parts.observer.statutes

    def contradicted(self, clues: Clues, weighed: Weighed) -> Iterator[Correction]:
        """What a calculator finds otherwise than a clause of the message takes it to be."""
        for said in taken_before(clues.whole, clues.at, clues.at + len(clues.text.raw)):
            claims = read_claims(said)
            if not claims:
                continue
            matters = [matter for act, matter in load_outcome()["matters"].items() if claims.does(act)]
            tried = [(tool, "") for tool in (weighed.tool, self._tool_of(clues, said)) if tool]
            sure: set[Doer] = set()
            if claims.fulfils:
                tried += [(tool, "") for word, tool in load_outcome()["entering"].items() if clues.whole.has(word)]
            tried += [(load_outcome()["happens"][row]["tool"], "") for row, _ in claims.happens]
            for tool, matter in dict.fromkeys([*tried, *((_DECIDES, matter) for matter in matters)]):
                found = self.run(clues, tool, matter)
                corrections = list(self._compare(claims, found, sure)) if found else []
                if found and not corrections and claims.fulfils and not found.requirements:
                    corrections = self._unmet_by_any(claims, clues, tool)
                if corrections:
                    yield corrections[0]
                    return
            yield from self._by_statute(claims, self._parts.scope(clues), sure, clues.whole)

    def presumed(self, clues: Clues, weighed: Weighed) -> tuple[str, Requirement] | None:
        """The calculator that finds a condition not met by what was told, where a message goes on as if all were."""
        if not presumes(clues.text):
            return self._safe(clues, weighed)
        for tool in self._ways(clues, weighed):
            found = self.run(clues, tool) if tool in load_presuming()["calculators"] else None
            condition = unmet(found) if found else None
            if condition is not None:
                return tool, condition
        return self._safe(clues, weighed)

    def _ways(self, clues: Clues, weighed: Weighed) -> list[str]:
        """The calculators of whose conditions a message may speak."""
        ways = (tool for word, tool in load_outcome()["entering"].items() if clues.whole.has(word))
        part = load_plans()["parts"].get(weighed.tool, "")
        return [tool for tool in dict.fromkeys([weighed.tool, part, *ways]) if tool]

    def _safe(self, clues: Clues, weighed: Weighed) -> tuple[str, Requirement] | None:
        """The condition not met by the very fact that a message says in passing to hinder nothing."""
        for said in said_to_be_safe(clues.text):
            start, end = said.words[0].start + clues.at, said.words[-1].end + clues.at
            tools = [*self._ways(clues, weighed), self._tool_of(clues, said, clues.at)]
            for tool in filter(None, dict.fromkeys(tools)):
                told = self._observer.facts_for(clues, tool).facts
                fields = {fact.field for fact in told if start <= fact.start and fact.end <= end} - COMMON
                found = self.run(clues, tool) if fields else None
                for each in found.requirements if found else ():
                    if each.status == UNMET and any(self._hangs_on(each, field, clues, tool) for field in fields):
                        return tool, each
        return None

    def _hangs_on(self, condition: Requirement, field: str, clues: Clues, tool: str) -> bool:
        """Whether a condition is not met for this fact alone: without it, nothing speaks against it."""
        found = self.run(clues, tool, without=field)
        same = [each for each in found.requirements if each.citation == condition.citation] if found else []
        return found is not None and all(each.status != UNMET for each in same)

    def _unmet_by_any(self, claims: Claims, clues: Clues, tool: str) -> list[Correction]:
        """Where no position is named: what is not met in any of them."""
        positions = [each.jabatan for each in self._observer.corpus.regulations.values() if each.jabatan]
        runs = [self.run(clues, tool, jabatan=jabatan) for jabatan in positions]
        unmet = [[*_unmet(claims.text, found)] if found else [] for found in runs]
        return unmet[0] if unmet and all(unmet) else []

    def _by_statute(
        self, claims: Claims, scope: Collection[str], sure: Collection[Doer], whole: Text
    ) -> Iterator[Correction]:
        for doer in [doer for doer in claims.doers if doer not in sure]:
            yield from self._statutes.other_doer(claims.text, doer, scope)
        if claims.needless:
            yield from self._statutes.needed(claims.text, claims.needless, scope, whole)

    def _tool_of(self, clues: Clues, said: Text, at: int = 0) -> str:
        start, end = said.words[0].start + at, said.words[-1].end + at
        alone = self._observer.look(clues.whole, (start, end), clues.conversation)
        return self._parts.weigher.weigh(alone).tool

    def run(
        self, clues: Clues, tool: str, matter: str = "", jabatan: str = "", without: str = ""
    ) -> Calculation | None:
        """What a calculator finds with what a message tells, but for one fact; None where it cannot run."""
        facts = {**clues.conversation.facts, **clues.conversation.supposed}
        if jabatan:
            facts["jabatan"] = jabatan
        if len(clues.positions) == 1:
            facts["jabatan"] = clues.positions[0]
        facts |= {fact.field: fact.value for fact in self._observer.facts_for(clues, tool).facts}
        if matter:
            facts["urusan"] = matter
        if facts.get(_PUNISHED) not in (None, _NONE):  # who is or was punished has been punished once
            facts.setdefault(_EVER_PUNISHED, True)
        facts.pop(without, None)
        return self._run(tool, facts)

    def of_part(self, part: Part) -> Calculation | None:
        """What the calculator of a part finds with the facts of this part alone."""
        return self._run(part.tool, {fact.field: fact.value for fact in part.facts}) if part.tool else None

    def _run(self, tool: str, facts: Mapping[str, Any]) -> Calculation | None:
        taken = self._observer.inputs[tool]
        inputs = {name: value for name, value in facts.items() if name in taken and value is not None}
        if "tanggal" in taken:
            inputs.setdefault("tanggal", self._observer.today())
        try:
            return self._observer.tools[tool].run(inputs, self._observer.law)
        except (ValidationError, AssistantError):
            return None

    def _compare(self, claims: Claims, found: Calculation, sure: set[Doer]) -> Iterator[Correction]:
        for doer in claims.doers:
            yield from self._other_doer(doer, claims.text, found, sure)
        for row, so in claims.happens:
            yield from _otherwise(load_outcome()["happens"][row], so, found)
        if claims.needless:
            yield from self._needed(claims, found)
        if found.tool in claims.kinds:
            yield from _other_kind(claims.text, found)
        if claims.fulfils:
            yield from _unmet(claims.text, found)

    def _other_doer(self, doer: Doer, said: Text, found: Calculation, sure: set[Doer]) -> Iterator[Correction]:
        """The office that does it, where none that the calculator names for this act may be the one named.

        One that does it indeed is kept in `sure`.
        """
        own = load_outcome()["own_acts"].get(found.tool)
        if own is None:
            return
        named: list[tuple[Step, frozenset[str]]] = []
        for step in found.steps:
            acts = acts_in(self._observer.speller.read(step.text)) or frozenset(own["acts"])
            acts |= {own["alike"][act] for act in acts if act in own.get("alike", ())}
            offices = offices_in(self._observer.speller.read(step.value))
            if offices and acts & doer.acts and step.citation is not None:
                named.append((step, offices))
        wrong = [step for step, offices in named if not any(same_office(doer.office, each) for each in offices)]
        of_all = said.has(*load_outcome()["every"])
        if wrong and (len(wrong) == len(named) or of_all):
            yield from self._says(wrong[0])
        elif len(wrong) < len(named):
            sure.add(doer)

    def _says(self, step: Step) -> Iterator[Correction]:
        assert step.citation is not None
        label = step.text[0].lower() + step.text[1:]
        counted = any(letter.isdigit() for letter in label)
        if counted or label.startswith("me"):
            text = f"yang {'ditetapkan ketentuannya' if counted else label} adalah {step.value}."
        else:
            text = f"{label}{' ' if label.endswith('oleh') else ': '}{step.value}."
        yield Correction(text[0].upper() + text[1:], step.citation.address)

    def _needed(self, claims: Claims, found: Calculation) -> Iterator[Correction]:
        """The condition that demands what is said not to be needed."""
        needless, named = claims.needless, self._observer.facts.cued(claims.unneeded) if claims.unneeded else ()
        demanded = next((each for each in found.requirements if each.field in named), None)
        if demanded is not None:
            yield Correction("Hal itu disyaratkan.", demanded.citation.address)
            return
        lines = [(r.text, r.citation) for r in found.requirements]
        lines += [(f"{s.text}: {s.value}", s.citation) for s in found.steps if s.citation is not None]
        table = load_outcome()
        for words, citation in lines:
            text = self._observer.speller.read(words)
            if citation is None or text.has(*table["relaxed"]) or not needless <= telling(text):
                continue
            if citation.quote and self._observer.speller.read(citation.quote).has(*table["demanding"]):
                bare = not any(letter.isdigit() for letter in words)
                yield Correction(f"Disyaratkan: {words}." if bare else "Hal itu disyaratkan.", citation.address)
                return


def _unmet(said: Text, found: Calculation) -> Iterator[Correction]:
    """The condition that a clause names and takes to be met, where the facts do not meet it."""
    for requirement in found.requirements:
        names = {*requirement.field.split("_")} - {*load_outcome()["measures"]}
        if requirement.status == UNMET and names and names <= {word.text for word in said.words}:
            yield Correction("Syarat itu belum terpenuhi.", requirement.citation.address)


def _other_kind(said: Text, found: Calculation) -> Iterator[Correction]:
    """What a thing is really called, where a clause calls it by another name of its kind."""
    row = load_outcome()["kinds"][found.tool]
    kinds, _ = load_named()
    names = {name for phrase, name in kinds[row["kind"]].items() if said.has(phrase)}
    real = found.result.get(row["result"])
    denied = said.has("atau", "or", "bukan", "not")
    if isinstance(real, str) and len(names) == 1 and real not in names and not denied and found.citations:
        yield Correction(f"{row['say']} {real}.", found.citations[0].address)


def _otherwise(row: Mapping[str, Any], so: bool, found: Calculation) -> Iterator[Correction]:
    if row["tool"] != found.tool:
        return
    value = found.verdict if row["result"] == "verdict" else found.result.get(row["result"])
    if value is None:
        return
    if row["result"] == "sanksi":  # a list of sanctions; that none is imposed stands among the steps
        real = not any("tidak dikenakan" in step.value for step in found.steps)
    else:
        real = str(value).casefold() == row["is"]
    say, steps = row.get("yes" if real else "no"), [step for step in found.steps if step.citation is not None]
    cited = [r.citation for r in found.requirements if r.citation] + [s.citation for s in steps if s.citation]
    if real == so or say is None or not cited:
        return
    whose = _about_step(steps, row) or cited[0]
    yield Correction(say[0].upper() + say[1:] + ".", whose.address)


def _about_step(steps: Sequence[Step], row: Mapping[str, Any]) -> Any:
    """The provision of the line that tells this outcome."""
    word = "kembali" if row["result"] == "dapat_diangkat_kembali" else "menyebabkan"
    return next((step.citation for step in steps if word in step.text), None)
