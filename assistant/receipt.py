"""A receipt: what an answer rested on, so that anyone can run it again and see whether it still holds.

It names the corpus and the rules by hash, the calculations with their inputs, and every provision with its words.
`recheck` recomputes all of it; an empty list means: the same today as then.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from assistant.calculators.law import HERE, Law
from assistant.errors import AssistantError, InputError
from assistant.reply import Answer
from assistant.tools import problems, run
from corpus.errors import DataError
from corpus.library import Corpus

FORMAT = "tanya-pasal/kuitansi/1"
_KEYS = {"format", "id", "made", "messages", "answer", "corpus", "rules", "provisions", "calculations"}


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
    }
    return {"id": _identity(body), **body}


def recheck(receipt: Mapping[str, Any], law: Law) -> tuple[str, ...]:
    """What is no longer as the receipt says, in plain Indonesian; () when everything still holds."""
    if not isinstance(receipt, Mapping) or set(receipt) != _KEYS or receipt["format"] != FORMAT:
        raise DataError(f"kuitansi tidak dapat dibaca; yang dikenal adalah berkas JSON berformat {FORMAT}")
    body = {key: value for key, value in receipt.items() if key != "id"}
    changed = [] if _identity(body) == receipt["id"] else ["Isi kuitansi sudah diubah: nomornya tidak cocok lagi."]
    changed += _provisions(receipt["provisions"], law.corpus)
    changed += _calculations(receipt["calculations"], law)
    return tuple(changed)


def _identity(body: Mapping[str, Any]) -> str:
    canonical = json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()[:16]


def _calculation(found: Mapping[str, Any]) -> dict[str, Any]:
    steps = [[s["text"], s["value"]] for s in found["steps"]]
    requirements = [[r["text"], r["status"]] for r in found["requirements"]]
    kept = {key: found[key] for key in ("tool", "inputs", "verdict", "result")}
    return {**kept, "steps": steps, "requirements": requirements}


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
        for part in ("verdict", "result", "steps", "requirements"):
            if again[part] != kept[part]:
                yield f"Perhitungan {kept['tool']} kini memberi {part} yang lain."
