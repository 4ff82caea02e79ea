"""The ways to forge an answer, by name: what the last gate must stop of each kind, and the honest answers it must pass."""

from collections.abc import Callable, Mapping, Sequence
from random import Random

from assistant.calculation import Calculation
from assistant.calculators.law import Law
from assistant.compose import say_calculation
from eval.forging import (
    date_changed,
    digit_changed,
    does_not_exist,
    golongan_changed,
    invented_tail,
    lost_negation,
    number_word_changed,
    other_position,
    percentage_changed,
    stitched,
    verdict_turned,
    wrong_numeral_beside,
    wrong_provision,
)
from eval.honest import Answers, Sent
from eval.twisting import TWISTS

FORGERIES: Mapping[str, Callable[[Answers, Random], Sent | None]] = {
    "pasal tidak ada": does_not_exist,
    "ekor dikarang": invented_tail,
    "dua potongan dijahit": stitched,
    "kutipan di bawah pasal lain": wrong_provision,
    "angka lain di samping kutipan": wrong_numeral_beside,
    "tidak dihilangkan": lost_negation,
    "aturan jabatan lain": other_position,
    "satu digit diganti": digit_changed,
    "kata bilangan diganti": number_word_changed,
    "persen diganti": percentage_changed,
    "tanggal diganti": date_changed,
    "golongan diganti": golongan_changed,
    "putusan dibalik": verdict_turned,
    **dict(TWISTS),
}


def forge(kind: str, answers: Answers, dice: Random) -> Sent:
    """A forgery of one kind; tries other evidence until one can be made."""
    while True:
        made = FORGERIES[kind](answers, dice)
        if made is not None:
            return made


def load_answers(law: Law, calculations: Sequence[Calculation]) -> Answers:
    """Answers from the texts and some calculations whose own answer is honest today."""
    honest = [c for c in calculations if Sent(say_calculation(c, "id"), c.citations, (c,)).failures(law.corpus) == ()]
    return Answers(law.corpus, honest)
