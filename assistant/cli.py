"""The command line: `tanya serve|ask|search|pasal|calc|index|eval|verify|feedback|corpus`.

Exit status 0 on an answer, 2 on a usage error, 1 on a failure; errors on stderr in one plain line.
"""

import argparse
import json
import sys
import uuid
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from assistant.errors import AssistantError, InputError
from assistant.settings import Settings
from corpus.address import Address
from corpus.errors import CorpusError, UnknownProvision
from corpus.prose import flat
from index.errors import IndexFault


class UsageError(Exception):
    """The command was called wrongly: shown in one line, exit status 2."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    parser = _parser()
    options, rest = parser.parse_known_args(arguments)
    if rest and options.command != "calc":
        parser.error(f"argumen tidak dikenal: {' '.join(rest)}")
    options.rest = rest
    run: Callable[[argparse.Namespace, Settings], None] = options.run
    try:
        run(options, Settings.read())
    except (UsageError, InputError, ValueError) as error:
        return _fail(error, 2)
    except (AssistantError, CorpusError, IndexFault, OSError) as error:
        return _fail(error, 1)
    return 0


def _fail(error: Exception, status: int) -> int:
    print(f"tanya: {flat(str(error))}", file=sys.stderr)
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="tanya", description="Tanya Pasal: jawaban dari naskah peraturan, dengan pasalnya."
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="PERINTAH")

    def command(name: str, text: str, run: Callable[[argparse.Namespace, Settings], None]) -> argparse.ArgumentParser:
        added = commands.add_parser(name, help=text, description=text)
        added.set_defaults(run=run)
        return added

    command("serve", "buka halaman web dan HTTP API", _serve)
    ask = command("ask", "tanyakan sesuatu", _ask)
    ask.add_argument("question")
    ask.add_argument("--json", action="store_true", help="cetak objek jawaban")
    search = command("search", "cari ketentuan", _search)
    search.add_argument("query")
    search.add_argument("-k", type=int, default=5, help="banyaknya hasil")
    search.add_argument("--regulation", help="batasi pada satu peraturan")
    search.add_argument("--kind", help="batasi pada satu jenis: definisi, persyaratan, prosedur, tabel, ...")
    pasal = command("pasal", "cetak satu Pasal", _pasal)
    pasal.add_argument("regulation")
    pasal.add_argument("number", type=int)
    calc = command("calc", "jalankan satu kalkulator: tanya calc NAMA --masukan nilai ...", _calc)
    calc.add_argument("name")
    command("index", "bangun atau segarkan indeks", _index)
    evaluate = command("eval", "ukur mutu pencarian dan jawaban", _eval)
    evaluate.add_argument("--quick", action="store_true", help="hanya mutu dan waktu pencarian, tanpa dialog")
    receipt = command("verify", "ulangi sebuah kuitansi jawaban dan katakan apa yang berubah", _verify)
    receipt.add_argument("file")
    command("feedback", "cetak penilaian semua pengguna, satu objek JSON sebaris", _feedback)
    corpus = command("corpus", "periksa naskah", _corpus)
    corpus.add_argument("action", choices=["check"])
    return parser


def _serve(options: argparse.Namespace, settings: Settings) -> None:
    from assistant.api import serve

    serve(settings)


def _ask(options: argparse.Namespace, settings: Settings) -> None:
    from assistant.compose import say_notes
    from assistant.conversation import Conversation
    from assistant.start import open_assistant

    if not options.question.strip():
        raise UsageError("pertanyaan kosong; tuliskan pertanyaannya dalam tanda kutip")
    answer = open_assistant(settings).ask(options.question, Conversation(uuid.uuid4().hex))
    notes = say_notes(answer.warnings, answer.language)
    print(_json(answer.to_json()) if options.json else "\n\n".join(part for part in (answer.answer, notes) if part))


def _search(options: argparse.Namespace, settings: Settings) -> None:
    from assistant.finding import find, show
    from corpus.library import load_corpus
    from corpus.references import CitationLanguage
    from index.passages import load_kinds
    from index.search import open_index

    corpus = load_corpus()
    _known("peraturan", options.regulation, corpus.regulations)
    _known("jenis", options.kind, [kind.name for kind in load_kinds()])
    if not options.query.strip():
        raise UsageError("pencarian kosong; tuliskan kata yang dicari dalam tanda kutip")
    if options.k < 1:
        raise UsageError(f"-k {options.k}: banyaknya hasil paling sedikit 1")
    index, citations = open_index(corpus, settings.data), CitationLanguage(corpus.regulations)
    found, messages = find(options.query, corpus, index, citations, options.k, options.regulation, options.kind)
    print("\n\n".join((*messages, *(show(one, sys.stdout.isatty()) for one in found))) or "Tidak ada yang cocok.")


def _pasal(options: argparse.Namespace, settings: Settings) -> None:
    from corpus.library import load_corpus

    corpus = load_corpus()
    _known("peraturan", options.regulation, corpus.regulations)
    try:
        citation = corpus.cite(Address(options.regulation, pasal=options.number))
    except UnknownProvision as error:
        raise UsageError(str(error)) from None
    print(f"{citation.label}\n\n{citation.quote}")


def _calc(options: argparse.Namespace, settings: Settings) -> None:
    from assistant.calculators.law import Law
    from assistant.tools import problems, run
    from corpus.library import load_corpus

    inputs = _pairs(options.rest)
    try:
        found = run(options.name, inputs, Law(load_corpus()))
    except ValidationError as error:
        raise UsageError(" ".join(problems(error).values())) from None
    print(_json(found.to_json()))


def _pairs(rest: Sequence[str]) -> dict[str, Any]:
    """`--field value` pairs; a value that is JSON (a list, true, false) is read as such."""
    if len(rest) % 2 or any(not name.startswith("--") for name in rest[::2]):
        raise UsageError("masukan kalkulator ditulis berpasangan, misalnya --golongan III/a --angka_kredit 52")
    return {name.removeprefix("--"): _value(value) for name, value in zip(rest[::2], rest[1::2], strict=True)}


def _value(text: str) -> Any:
    if text[:1] in "[{" or text in ("true", "false"):
        try:
            return json.loads(text)
        except json.JSONDecodeError:
            return text
    return {"ya": True, "tidak": False}.get(text, text)


def _index(options: argparse.Namespace, settings: Settings) -> None:
    from assistant.start import has_learned, learn_examples
    from corpus.library import load_corpus
    from index.build import build

    corpus = load_corpus()
    report = build(corpus, settings.data, progress=sys.stderr.isatty())
    print(report, flush=True)
    if report.built or not has_learned(settings.data):
        learn_examples(corpus, settings.data)


def _eval(options: argparse.Namespace, settings: Settings) -> None:
    from eval.report import main as report

    if not report(settings.data, options.quick):
        raise AssistantError("ada angka di luar batas yang ditetapkan; lihat tabel di atas")


def _verify(options: argparse.Namespace, settings: Settings) -> None:
    from assistant.calculators.law import Law
    from assistant.receipt import recheck
    from corpus.library import load_corpus

    try:
        receipt = json.loads(Path(options.file).read_text(encoding="utf-8"))
    except (json.JSONDecodeError, UnicodeDecodeError):
        raise UsageError(f"{options.file} bukan berkas JSON") from None
    changed = recheck(receipt, Law(load_corpus()))
    if changed:
        raise AssistantError(f"berubah sejak kuitansi dibuat: {' '.join(changed)}")
    print("Sama: semua kutipan dan perhitungan dalam kuitansi ini masih berlaku.")


def _feedback(options: argparse.Namespace, settings: Settings) -> None:
    from assistant.sessions import Sessions

    if not settings.conversations.exists():
        return
    sessions = Sessions(settings.conversations)
    for opinion in sessions.feedback():
        print(json.dumps(opinion, ensure_ascii=False))
    sessions.close()


def _corpus(options: argparse.Namespace, settings: Settings) -> None:
    from corpus.check import check
    from corpus.library import load_corpus

    for finding in check(load_corpus()):
        print(finding)


def _known(what: str, name: str | None, known: Iterable[str]) -> None:
    if name is not None and name not in known:
        raise UsageError(f"{what} {name!r} tidak dikenal; yang ada: {', '.join(known)}")


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)
