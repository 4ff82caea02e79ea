"""Words of an answer put in the place of their opposites, denied, or added."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from random import Random

from assistant.compose import link
from assistant.numerals import numerals
from eval.honest import Answers, Sent, changed, in_name, opening

LIMITS = {
    "paling lama": "paling singkat", "paling singkat": "paling lama", "paling sedikit": "paling banyak",
    "paling banyak": "paling sedikit", "paling rendah": "paling tinggi", "paling tinggi": "paling rendah",
    "paling kurang": "paling lama", "lebih dari": "kurang dari", "kurang dari": "lebih dari",
}  # fmt: skip
DUTIES = {"wajib": "dapat", "harus": "dapat", "dapat": "wajib", "dilarang": "dapat", "boleh": "harus"}
JOINTS = {" dan ": " atau ", " atau ": " dan ", "dan/atau": "dan"}
TIMES = {"sebelum": "setelah", "setelah": "sebelum", "sejak": "sampai dengan", "apabila": "meskipun"}
UNITS = {"tahun": "bulan", "bulan": "tahun", "hari": "bulan", "jam": "hari", "orang": "tim"}
ACTORS = {
    "Menteri": "Presiden", "Presiden": "Menteri", "Ahli Muda": "Ahli Madya", "Ahli Madya": "Ahli Muda",
    "Ahli Pertama": "Ahli Utama", "Ahli Utama": "Ahli Pertama", "Negosiator": "Pengawas", "Pengawas": "Negosiator",
    "PyB": "PPK", "PPK": "PyB", "Unit Pembina": "Unit Kerja", "Tim Penilai": "Tim Penguji",
}  # fmt: skip
_NEGATION = re.compile(r"\b(?:tidak|bukan|belum) ")
_PUT_IN = (
    "Ketentuan ini sudah dicabut.", "Anda pasti diterima.", "Biayanya ditransfer ke rekening panitia.",
    "Syarat itu tidak berlaku bagi Anda.", "Ketentuan itu boleh diabaikan.", "Hal itu hanya formalitas.",
)  # fmt: skip


def exchanged(pairs: Mapping[str, str]) -> Callable[[Answers, Random], Sent | None]:
    """A forger that puts one word in the place of its opposite: in a claim, a direct sentence, a quote or a calculation."""
    wanted = re.compile("|".join(rf"(?<!\w){re.escape(word)}(?!\w)" for word in pairs))

    def twist(answers: Answers, dice: Random) -> Sent | None:
        forms = (answers.claim, answers.sentence, answers.provision, answers.shortened, None)
        form = dice.choice(forms)
        sent = (
            answers.calculation(dice) if form is None else form(dice, having=lambda words: bool(wanted.search(words)))
        )
        places = [m for m in wanted.finditer(sent.text) if not in_name(sent, m.start())]
        if not places:
            return None
        match = dice.choice(places)
        if re.match(r"\W*(?:\[|$)", sent.text[match.end() :].split("\n")[0]):
            return None  # the "; dan" that leads to the next item joins nothing
        return changed(sent, match.start(), match.end(), pairs[match[0]])

    return twist


def negation_moved(answers: Answers, dice: Random) -> Sent | None:
    """A "tidak" before another word of the same sentence."""
    form = dice.choice((answers.claim, answers.sentence, answers.shortened))
    sent = form(dice, having=lambda words: bool(_NEGATION.search(words)))
    first, rest = opening(sent)
    match = _NEGATION.search(first)
    if match is None or in_name(sent, match.start()):
        return None
    words = (first[: match.start()] + first[match.end() :]).split(" ")
    at = dice.randrange(1, max(2, len(words) - 3))
    moved = " ".join((*words[:at], match[0].strip(), *words[at:]))
    return replace(sent, text=moved + rest) if moved != first and "[" not in words[at - 1] else None


def negation_put_in(answers: Answers, dice: Random) -> Sent | None:
    """A "tidak" where there was none."""
    sent = dice.choice((answers.claim, answers.sentence, answers.shortened))(dice)
    first, rest = opening(sent)
    places = [m.start() for m in re.finditer(r"(?<= )[a-z]{3,}", first) if not in_name(sent, m.start())]
    if not places:
        return None
    at = dice.choice(places)
    return replace(sent, text=f"{first[:at]}{dice.choice(('tidak', 'bukan', 'belum', 'tanpa'))} {first[at:]}{rest}")


def correction_turned(answers: Answers, dice: Random) -> Sent | None:
    """A correction of what is wrongly taken for granted, turned into another mistake."""
    sent = answers.corrected(dice)
    first, rest = opening(sent)
    pairs = {**LIMITS, **DUTIES, **TIMES, **UNITS, **ACTORS, "tidak ": ""}
    places = [word for word in pairs if re.search(rf"(?<!\w){re.escape(word)}", first)]
    found = numerals(first)
    if found and (not places or dice.random() < 0.5):
        numeral = dice.choice(found)
        return changed(sent, numeral.start, numeral.end, str(dice.randint(101, 400)))
    if not places:
        return None
    word = dice.choice(places)
    return replace(sent, text=first.replace(word, pairs[word], 1) + rest)


def put_in(answers: Answers, dice: Random) -> Sent | None:
    """A sentence of nobody among honest ones, bare or with a true citation behind it."""
    sent = answers.honest(dice)
    said = dice.choice(_PUT_IN)
    if dice.random() < 0.5 and sent.citations:
        said = f"{said.rstrip('.')} ({link(sent.citations[0])})."
    blocks = sent.text.split("\n\n")
    at = dice.randrange(len(blocks) + 1)
    return replace(sent, text="\n\n".join((*blocks[:at], said, *blocks[at:])))
