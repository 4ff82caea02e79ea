"""Golden questions: a new index is served only when each finds its provision among the first (golden.yaml)."""

from dataclasses import dataclass
from pathlib import Path

from corpus.address import Address
from corpus.data import load_sheet
from corpus.library import Corpus
from index.errors import IndexFault
from index.search import Index

GOLDEN = Path(__file__).parent / "golden.yaml"


@dataclass(frozen=True)
class Golden:
    """One question, the provision that must be found for it, and among how many."""

    question: str
    address: Address
    within: int


def load_golden(corpus: Corpus, path: Path | None = None) -> tuple[Golden, ...]:
    """The golden questions of a corpus's regulations; UnknownProvision for a place that does not exist."""
    sheet = load_sheet(path or GOLDEN)
    asked = {name: questions for name, questions in sheet.mapping("questions").items() if name in corpus.regulations}
    found = []
    for name, questions in asked.items():
        for place, question in questions.items():
            address = corpus.find(place, name).address or Address.parse(place, name)
            found.append(Golden(question, address, int(sheet.get("found_within"))))
    return tuple(found)


def check_golden(index: Index, corpus: Corpus, questions: tuple[Golden, ...]) -> None:
    """IndexFault, naming the first question whose provision is not found where it must be."""
    for golden in questions:
        hits = index.search(golden.question, golden.within)
        if not any(golden.address.contains(hit.address) for hit in hits):
            raise IndexFault(
                f"Indeks baru tidak menemukan {corpus.label(golden.address)} di antara {golden.within} ketentuan teratas "
                f"untuk pertanyaan “{golden.question}”; indeks lama tetap dipakai."
            )
