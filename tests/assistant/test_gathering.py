"""The questions of one message together: nothing is told twice, and what is refused is named by its own words."""

from dataclasses import replace
from typing import get_args

import pytest

from assistant.answer import Assistant
from assistant.conversation import Conversation
from assistant.declining import decline, say_judged
from assistant.gathering import gathered
from assistant.phrases import phrase
from assistant.reading import Beyond, Fact, Part
from corpus.library import Corpus

COVERS = "Yang saya pegang"


def refusal(reason: Beyond, text: str = "apa?") -> Part:
    return Part(text, "out_of_scope", beyond=reason)


def test_one_case_told_in_another_order_is_calculated_once() -> None:
    jabatan, jenjang = Fact("jabatan", "pengawas", 0, 1, "a"), Fact("jenjang", "ahli_muda", 2, 3, "b")
    first = Part("target?", "calculation", "target_tahunan", facts=(jabatan, jenjang))
    again = replace(first, text="maksimalnya?", facts=(jenjang, jabatan), premises=("Bukan begitu.",))
    (part,) = gathered((first, again))
    assert part.premises == ("Bukan begitu.",)  # what is put right is told all the same
    other = replace(again, facts=(replace(jenjang, value="ahli_madya"),))
    assert len(gathered((first, other))) == 2


def test_what_a_calculator_does_not_tell_is_searched_for() -> None:
    first = Part("target setahun berapa?", "calculation", "target_tahunan")
    parts = gathered((first, replace(first, text="kalau kurang sanksinya apa?")))
    assert [part.kind for part in parts] == ["calculation", "clause"]
    assert len(gathered((first, replace(first, text="paling banyak berapa?")))) == 1
    element = Part("makalah itu masuk unsur apa?", "calculation", "penulis_bersama")
    parts = gathered((element, replace(element, text="bagian saya berapa persen?")))
    assert [part.kind for part in parts] == ["clause", "calculation"]


@pytest.mark.parametrize(
    "message",
    [
        "negosiator madya wajib ngumpulin AK berapa per tahun dan paling banyak dihitung berapa?",
        "berapa AK minimal setahun pengawas muda? terus berapa AK maksimal setahunnya?",
    ],
)
def test_the_least_and_the_most_are_one_answer(assistant: Assistant, message: str) -> None:
    answer = assistant.ask(message, Conversation("x"))
    assert [calculation.tool for calculation in answer.calculations] == ["target_tahunan"]
    assert answer.answer.count("yang dihitung paling banyak") == 1


@pytest.mark.parametrize(
    ("reasons", "left"),
    [
        (("unrelated", "official_judgement"), ["official_judgement"]),
        (("underspecified", "unrelated"), ["underspecified"]),
        (("not_in_corpus", "not_in_corpus"), ["not_in_corpus"]),
        (("unrelated", "unrelated"), ["unrelated"]),
        (("not_in_corpus", "official_judgement"), ["not_in_corpus", "official_judgement"]),
    ],
)
def test_refusals_do_not_contradict_or_repeat_each_other(reasons: tuple[Beyond, ...], left: list[Beyond]) -> None:
    assert [part.beyond for part in gathered([refusal(reason) for reason in reasons])] == left


def test_beside_an_answer_each_refusal_is_kept_and_named(corpus: Corpus) -> None:
    answered = Part("syaratnya apa?", "clause")
    parts = gathered((answered, refusal("not_in_corpus", "terus gaji pokoknya berapa?")))
    said = decline(parts[1], "id", corpus).text
    assert "“gaji pokoknya berapa”" in said and COVERS not in said
    (alone,) = gathered((refusal("not_in_corpus", "gaji pokoknya berapa?"),))
    assert COVERS in decline(alone, "id", corpus).text


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("reason", get_args(Beyond))
def test_every_refusal_can_be_named(corpus: Corpus, language: str, reason: Beyond) -> None:
    part = replace(refusal(reason, "dan [apa](x) **itu**,\n> kalau " + "lama sekali " * 20), beside=True)
    for said in (decline(part, language, corpus).text, say_judged(part, language)):
        assert "apa" in said and not set("*[]>\n") & set(said) and len(said) < 300


def test_the_regulations_are_listed_once(assistant: Assistant) -> None:
    answer = assistant.ask("gaji pns tahun depan berapa? terus harga emas hari ini berapa?", Conversation("x"))
    assert answer.answer.count(COVERS) == 1


def test_a_refusal_beside_an_answer_says_what_it_refuses(assistant: Assistant) -> None:
    answer = assistant.ask(
        "syarat naik jenjang negosiator apa saja? terus cuti melahirkan berapa bulan?", Conversation("x")
    )
    assert "Tentang “cuti melahirkan berapa bulan”" in answer.answer and COVERS not in answer.answer


def test_a_provision_is_quoted_once(assistant: Assistant) -> None:
    message = "pegawai dinas kabupaten boleh ikut Trade CorpU? terus kalau boleh yang menanggung biaya siapa?"
    answer = assistant.ask(message, Conversation("x")).answer
    quotes = [line for line in answer.splitlines() if line.startswith("> ") and len(line) > 60]
    assert len(quotes) == len({quote.removeprefix("> (1) ").removeprefix("> ") for quote in quotes})


def test_a_definition_is_told_once(assistant: Assistant) -> None:
    answer = assistant.ask("baperjakat itu apa", Conversation("x")).answer
    assert answer.count("adalah tim yang dibentuk") == 1


def test_the_position_is_asked_for_once_and_last(assistant: Assistant) -> None:
    question = "Jabatan fungsional Anda apa"
    answer = assistant.ask("target angka kredit setahun berapa?", Conversation("x"))
    assert question in answer.answer.splitlines()[-1] and answer.missing[0].field == "jabatan"
    english = assistant.ask("how many credits must I collect a year?", Conversation("x", language="en")).answer
    assert phrase("en", "asking_you") in english
    both = assistant.ask("target angka kredit setahun berapa? diklat fungsional wajib kapan?", Conversation("x")).answer
    assert both.count(question) == 1
    known = assistant.ask("target angka kredit setahun negosiator berapa?", Conversation("x")).answer
    assert question not in known
