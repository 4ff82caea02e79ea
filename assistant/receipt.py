"""A receipt: what an answer rested on, so that anyone can run it again and see whether it still holds.

It names the corpus and the rules by hash, the calculations with their inputs, and every provision with its words.
`recheck` recomputes all of it and holds the answer against it; an empty list means: the same today as then.
"""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from assistant.calculators.law import HERE, Law
from assistant.checklist import MARKS
from assistant.english import in_english
from assistant.errors import AssistantError, InputError
from assistant.page import LANGUAGES, read_page
from assistant.phrases import find_phrase
from assistant.reply import Answer
from assistant.tools import problems, run
from corpus.errors import DataError
from corpus.library import Corpus
from corpus.prose import flat

FORMAT = "tanya-pasal/kuitansi/1"
_KEYS = {"format", "id", "made", "messages", "answer", "corpus", "rules", "provisions", "calculations"}
_PARTS = {"verdict": "putusan", "result": "hasil", "steps": "langkah", "requirements": "syarat"}
_VERDICTS = ("memenuhi", "belum", "tidak_dapat_ditentukan")
_LATER = {"warnings"}  # what receipts did not hold from the beginning
_MARKED = re.compile(rf"- ({'|'.join(MARKS.values())}) ")


def rules_hash() -> str:
    """The hash over all formulas and legal values."""
    digest = hashlib.sha256()
    for path in sorted(Path(HERE).glob("*.*")):
        if path.suffix in (".py", ".yaml"):
            digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def make_receipt(answer: Answer, messages: Sequence[str], made: str, corpus: Corpus) -> dict[str, Any]:
    """The receipt of an answer; `made` is the moment it was given, ISO 8601."""
    body = {
        "format": FORMAT,
        "made": made,
        "messages": list(messages),
        "answer": answer.answer,
        "corpus": corpus.hash,
        "rules": rules_hash(),
        "provisions": [{"key": c.address.key, "label": c.label, "quote": c.quote} for c in answer.citations],
        "calculations": [_calculation(c.to_json()) for c in answer.calculations],
        "warnings": [w.message for w in answer.warnings],
    }
    return {"id": identity(body), **body}


def recheck(receipt: Mapping[str, Any], law: Law) -> tuple[str, ...]:
    """What is no longer as the receipt says, in plain Indonesian; () when everything still holds."""
    unreadable = f"kuitansi tidak dapat dibaca; yang dikenal adalah berkas JSON berformat {FORMAT}"
    if not isinstance(receipt, Mapping) or set(receipt) - _LATER != _KEYS or receipt["format"] != FORMAT:
        raise DataError(unreadable)
    body = {key: value for key, value in receipt.items() if key != "id"}
    changed = [] if identity(body) == receipt["id"] else ["Isi kuitansi sudah diubah: nomornya tidak cocok lagi."]
    try:
        changed += _provisions(receipt["provisions"], law.corpus)
        changed += _calculations(receipt["calculations"], law)
        changed += _said(receipt)
    except (KeyError, TypeError, ValueError, AttributeError):
        raise DataError(unreadable) from None
    return tuple(changed)


def revised(receipt: Mapping[str, Any], law: Law) -> tuple[str, ...]:
    """Which of the texts and the rules were revised since, whether or not anything in this receipt changed with them."""
    now = {"Naskah peraturan": ("corpus", law.corpus.hash), "Rumus perhitungan": ("rules", rules_hash())}
    return tuple(name for name, (key, found) in now.items() if receipt[key] != found)


def identity(body: Mapping[str, Any]) -> str:
    """The number of a receipt: a hash over all it holds."""
    canonical = json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()[:16]


def _calculation(found: Mapping[str, Any]) -> dict[str, Any]:
    steps = [[s["text"], s["value"]] for s in found["steps"]]
    requirements = [[r["text"], r["status"]] for r in found["requirements"]]
    kept = {key: found[key] for key in ("tool", "inputs", "verdict", "result")}
    places = [r["citation"]["label"] for r in found["requirements"]]
    return {**kept, "steps": steps, "requirements": requirements, "places": places}


def _provisions(provisions: Sequence[Mapping[str, str]], corpus: Corpus) -> Iterator[str]:
    known = {node.address.key: node for r in corpus.regulations.values() for node in r.root.walk() if node.address}
    for provision in provisions:
        node = known.get(provision["key"])
        if node is None or node.address is None:
            yield f"{provision['label']} tidak ada lagi dalam naskah."
        elif not corpus.holds(node.address, provision["quote"]):
            yield f"Bunyi {provision['label']} sudah berubah."


def _calculations(calculations: Sequence[Mapping[str, Any]], law: Law) -> Iterator[str]:
    for kept in calculations:
        try:
            again = _calculation(run(kept["tool"], kept["inputs"], law).to_json())
        except ValidationError as error:
            yield f"Perhitungan {kept['tool']} tidak dapat diulang: {' '.join(problems(error).values())}"
            continue
        except (AssistantError, InputError) as error:
            yield f"Perhitungan {kept['tool']} tidak dapat diulang: {error}"
            continue
        for part, name in _PARTS.items():
            if again[part] != kept[part]:
                yield f"Perhitungan {kept['tool']} kini memberi {name} yang lain."


def _said(receipt: Mapping[str, Any]) -> Iterator[str]:
    """Whether the answer says what the receipt rests on: its quotes, its verdicts and the marks of its conditions."""
    lines, quotes = read_page(receipt["answer"])
    held = {flat(p["quote"]) for p in receipt["provisions"]}
    yield from (f"Jawaban mengutip yang bukan dasarnya: {q.words[:80]}" for q in quotes if q.words not in held)
    verdicts = {kept["verdict"] for kept in receipt["calculations"]} - {None}
    kept = [(text, status) for each in receipt["calculations"] for text, status in each["requirements"]]
    told = [(words, status) for text, status in kept for words in (text, in_english(text)) if words]
    for line in lines:
        said = {verdict for verdict in _VERDICTS if any(line.text.startswith(bold) for bold in _bold(verdict))}
        if verdicts and said and not said & verdicts:
            yield f"Jawaban menyatakan putusan lain daripada perhitungannya: {line.text[:80]}"
        mark = _MARKED.match(line.text)
        if mark and not any(MARKS[status] == mark[1] and text in line.text for text, status in told):
            yield f"Jawaban menyatakan syarat lain daripada perhitungannya: {line.text[:80]}"


def _bold(verdict: str) -> set[str]:
    """How the common sentence of a verdict begins, in each language."""
    said = [find_phrase(language, "verdict", verdict) or "" for language in LANGUAGES]
    return {match[0] for sentence in said if (match := re.match(r"\*\*[^*]+\*\*", sentence))}
