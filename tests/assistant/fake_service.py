"""A service without index and understanding, for tests of the doors: real corpus, real calculators, scripted answers."""

from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal

from assistant.calculators.law import Law
from assistant.compose import say_calculation
from assistant.conversation import Conversation
from assistant.reply import Answer
from assistant.service import Service
from assistant.sessions import Sessions
from assistant.tools import run
from corpus.address import Address
from corpus.library import Corpus
from corpus.references import CitationLanguage


@dataclass(frozen=True)
class FakeHit:
    address: Address
    score: float


class FakeIndex:
    """Finds every Pasal whose words hold the query."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus

    def search(
        self,
        query: str,
        k: int = 10,
        regulations: Collection[str] | None = None,
        kinds: Collection[str] | None = None,
    ) -> list[FakeHit]:
        found = [
            FakeHit(node.address, 1.0)
            for identity in regulations or self.corpus.regulations
            for node in self.corpus.pasals(identity)
            if query.lower() in node.words.lower() and node.address is not None
        ]
        return found[:k]


class FakeAssistant:
    """Answers "pasal" with a provision, "nilai" and "naik pangkat" with a calculation, "rusak" with a fault, else a greeting."""

    def __init__(self, corpus: Corpus, law: Law) -> None:
        self.corpus = corpus
        self.law = law

    def ask(self, message: str, conversation: Conversation) -> Answer:
        conversation.said.append(message)
        if "rusak" in message:
            raise RuntimeError("/rahasia/jalur.py baris 7")
        if "pasal" in message.lower():
            return self._clause(conversation)
        if "naik pangkat" in message.lower() or conversation.tool == "kenaikan_pangkat":
            return self._promotion(conversation)
        if "nilai" in message.lower():
            return self._calculation(conversation)
        return Answer(conversation.id, "smalltalk", "Halo! Silakan bertanya.")

    def again(self, message: str, conversation: Conversation) -> Answer:
        return self.ask(message, conversation)

    def _clause(self, conversation: Conversation) -> Answer:
        address = Address("permendag-94-2020", pasal=13, ayat=1, huruf="h")
        citation = self.corpus.cite(address)
        conversation.cited = (address,)
        text = f"Menurut **{citation.label}**:\n\n> {citation.quote}\n\n[{citation.label}]({address.url})"
        return Answer(conversation.id, "clause", text, (citation,))

    def _calculation(self, conversation: Conversation) -> Answer:
        scores = {"nilai_pengetahuan": 80, "nilai_makalah": 70, "nilai_wawancara": 75, "nilai_ukmsk": 72}
        inputs = {"jabatan": "negosiator", **{name: Decimal(score) for name, score in scores.items()}}
        conversation.facts = conversation.facts or inputs
        found = run("nilai_uji_kompetensi", conversation.facts, self.law)
        return Answer(
            conversation.id,
            "eligibility",
            "**Ya.** Nilai akhir memenuhi.",
            found.citations,
            (found,),
            facts=tuple(conversation.facts.items()),
        )

    def _promotion(self, conversation: Conversation) -> Answer:
        told = {"jabatan": "negosiator", "golongan": "III/c", "jenjang": "ahli_muda", "masa_pangkat_bulan": 27}
        conversation.tool = "kenaikan_pangkat"
        conversation.facts = {**told, **conversation.facts}
        found = run("kenaikan_pangkat", conversation.facts, self.law)
        return Answer(
            conversation.id,
            "eligibility",
            say_calculation(found, "id"),
            found.citations,
            (found,),
            found.missing,
            found.warnings,
            facts=tuple(conversation.facts.items()),
        )


def fake_service(corpus: Corpus, law: Law, sessions: Sessions) -> Service:
    return Service(
        FakeAssistant(corpus, law), corpus, FakeIndex(corpus), law, CitationLanguage(corpus.regulations), sessions
    )
