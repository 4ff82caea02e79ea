"""Ways to twist an honest answer with its own words: every figure and citation may be true, and yet it is a lie.

Each takes an honest answer and turns one thing round. A twist that cannot be made of some evidence is not made (None).
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from random import Random

from assistant.checklist import MARKS
from assistant.compose import link, say_calculation, say_provision
from assistant.facts import fact_words
from assistant.ledger import figures_of
from assistant.numerals import numerals, values_of
from assistant.phrases import find_phrase
from corpus.citation import Citation
from corpus.prose import flat
from eval.honest import Answers, Sent, changed, in_name

_LIMITS = {
    "paling lama": "paling singkat", "paling singkat": "paling lama", "paling sedikit": "paling banyak",
    "paling banyak": "paling sedikit", "paling rendah": "paling tinggi", "paling tinggi": "paling rendah",
    "paling kurang": "paling lama", "lebih dari": "kurang dari", "kurang dari": "lebih dari",
}  # fmt: skip
_DUTIES = {"wajib": "dapat", "harus": "dapat", "dapat": "wajib", "dilarang": "dapat", "boleh": "harus"}
_JOINTS = {" dan ": " atau ", " atau ": " dan ", "dan/atau": "dan"}
_TIMES = {"sebelum": "setelah", "setelah": "sebelum", "sejak": "sampai dengan", "apabila": "meskipun"}
_UNITS = {"tahun": "bulan", "bulan": "tahun", "hari": "bulan", "jam": "hari", "orang": "tim"}
_ACTORS = {
    "Menteri": "Presiden", "Presiden": "Menteri", "Ahli Muda": "Ahli Madya", "Ahli Madya": "Ahli Muda",
    "Ahli Pertama": "Ahli Utama", "Ahli Utama": "Ahli Pertama", "Negosiator": "Pengawas", "Pengawas": "Negosiator",
    "PyB": "PPK", "PPK": "PyB", "Unit Pembina": "Unit Kerja", "Tim Penilai": "Tim Penguji",
}  # fmt: skip
_SHARES = ("lima persen", "tiga puluh persen", "seratus sepuluh persen", "setengah", "seperempat", "99 persen")
_LIKE = {"a": "а", "e": "е", "o": "о", "i": "і", "c": "с", "p": "р", "1": "١", "2": "２", "5": "٥", "0": "０"}
_NEGATION = re.compile(r"\b(?:tidak|bukan|belum) ")
_MONTHS = "Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November|Desember"
_DAY = re.compile(rf"\b\d{{1,2}} (?:{_MONTHS}) \d{{4}}\b")
_MONTH = re.compile(rf"\b(?:{_MONTHS})\b")
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
    first, rest = _split(sent)
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
    first, rest = _split(sent)
    places = [m.start() for m in re.finditer(r"(?<= )[a-z]{3,}", first) if not in_name(sent, m.start())]
    if not places:
        return None
    at = dice.choice(places)
    return replace(sent, text=f"{first[:at]}{dice.choice(('tidak', 'bukan', 'belum', 'tanpa'))} {first[at:]}{rest}")


def ends_exchanged(answers: Answers, dice: Random) -> Sent | None:
    """Two numerals of one sentence in each other's place: a range turned round, two levels' figures exchanged."""
    form = dice.choice((answers.claim, answers.sentence, answers.shortened))
    sent = form(dice, having=lambda words: len(values_of(words)) > 1)
    found = [n for n in numerals(_split(sent)[0]) if not in_name(sent, n.start)]
    pairs = [(a, b) for a in found for b in found if a.start < b.start and not a.values & b.values]
    if not pairs:
        return None
    first, second = dice.choice(pairs)
    text = sent.text
    turned = f"{text[: first.start]}{second.text}{text[first.end : second.start]}{first.text}{text[second.end :]}"
    return replace(sent, text=turned)


def sibling_named(answers: Answers, dice: Random) -> Sent | None:
    """What one huruf says under the name of the next one, which is cited as well."""
    cited = answers.cite(dice)
    above = cited.address.parent
    if above is None or above.parent is None or not answers.stands(above):
        return None
    around = [
        n.address for n in answers.corpus.node(above).children if n.address is not None and n.address != cited.address
    ]
    if not around:
        return None
    other = answers.corpus.cite(dice.choice(around))
    if flat(other.quote) == flat(cited.quote) or not cited.quote.strip():
        return None
    said = flat(cited.quote)
    moved = Citation(other.address, other.label, cited.quote)
    held = answers.corpus.holds(other.address, cited.quote)
    return None if held else dice.choice(
        (
            Sent(f"{said.rstrip('.;:, ')} ({link(other)}).\n\n{say_provision(cited, 'id')}", (cited, other)),
            Sent(f"Menurut **{other.label}**: {said}\n\n{say_provision(cited, 'id')}", (cited, other)),
            Sent(say_provision(moved, "id"), (moved, other)),
            Sent(say_provision(cited, "id").replace(f"**{cited.label}**", f"**{other.label}**"), (cited, other)),
        )
    )  # fmt: skip


def marks_exchanged(answers: Answers, dice: Random) -> Sent | None:
    """The letters of two items of a quoted list in each other's place."""
    sent = answers.provision(dice, having=lambda words: bool(re.search(r"(?m)^b\. ", words)))
    marks = re.findall(r"(?m)^> ([a-z])\. ", sent.text)
    if len(marks) < 2 or len(set(marks)) != len(marks):
        return None
    at = dice.randrange(len(marks) - 1)
    one, two = marks[at], marks[at + 1]
    turned = re.sub(rf"(?m)^> ([{one}{two}])\. ", lambda m: f"> {two if m[1] == one else one}. ", sent.text)
    return replace(sent, text=turned)


def another_year(answers: Answers, dice: Random) -> Sent | None:
    """A regulation of another year or number, in its name or in the citation itself."""
    sent = dice.choice((answers.claim, answers.sentence, answers.provision))(dice)
    cited = sent.citations[0]
    number, _, year = answers.corpus.regulations[cited.address.regulation].short.rpartition(" ")[2].partition("/")
    right = f"{number}/{year}"
    wrong = dice.choice((f"{number}/{int(year) + dice.choice((-2, -1, 1, 2))}", f"{int(number) + 1}/{year}"))
    places = [m.start() for m in re.finditer(re.escape(right), sent.text)]
    if dice.random() < 0.3:
        forged = replace(cited, label=cited.label.replace(right, wrong))
        return replace(sent, text=sent.text.replace(right, wrong), citations=(forged,)) if places else None
    at = dice.choice(places) if places else -1
    return changed(sent, at, at + len(right), wrong) if places else None


def another_roman(answers: Answers, dice: Random) -> Sent | None:
    """A roman number is another one: of an attachment, a chapter or a stage."""
    wanted = re.compile(r"\b(?:Lampiran|BAB) ([IVX]+)\b")
    sent = dice.choice((answers.claim, answers.sentence, answers.provision))(
        dice, having=lambda w: bool(wanted.search(w))
    )
    places = [m for m in wanted.finditer(sent.text) if not in_name(sent, m.start())]
    if not places:
        return None
    match = dice.choice(places)
    others = [r for r in ("I", "II", "III", "IV", "V", "VI", "VII", "IX") if r != match[1]]
    return changed(sent, match.start(1), match.end(1), dice.choice(others))


def another_reference(answers: Answers, dice: Random) -> Sent | None:
    """A clause that refers to another ayat, huruf or Pasal than it does."""
    wanted = re.compile(r"\b(?:ayat \((\d+)\)|huruf ([a-z])\b|Pasal (\d+))")
    form = dice.choice((answers.claim, answers.sentence))
    sent = form(dice, having=lambda words: bool(wanted.search(words)))
    places = [m for m in wanted.finditer(_split(sent)[0]) if not in_name(sent, m.start())]
    if not places:
        return None
    match = dice.choice(places)
    at = next(n for n in (1, 2, 3) if match[n])
    others = [c for c in ("abcdefghij" if at == 2 else "123456789") if c != match[at]]
    return changed(sent, match.start(at), match.end(at), dice.choice(others))


def share_in_words(answers: Answers, dice: Random) -> Sent | None:
    """A percentage told in the words of another one."""
    wanted = re.compile(r"\d+(?:,\d+)? ?%(?: ?\([^)]*\))?|\d+ \([a-z ]+\) persen")
    form = dice.choice((answers.claim, answers.sentence, answers.shortened))
    sent = form(dice, having=lambda words: bool(wanted.search(words)))
    match = wanted.search(_split(sent)[0])
    new = dice.choice(_SHARES)
    if match is None or values_of(new) & values_of(match[0]):
        return None
    return changed(sent, match.start(), match.end(), new)


def another_form_of_date(answers: Answers, dice: Random) -> Sent | None:
    """A date or month in another form, and another one: of a calculation, or of the law."""
    if dice.random() < 0.5:
        sent, wanted = answers.calculation(dice), _DAY
    else:
        form = dice.choice((answers.claim, answers.sentence, answers.shortened))
        sent, wanted = form(dice, having=lambda words: bool(_MONTH.search(words))), _MONTH
    places = [m for m in wanted.finditer(sent.text) if not in_name(sent, m.start())]
    if not places:
        return None
    match = dice.choice(places)
    day, month, year = dice.randint(1, 28), dice.choice((2, 3, 5, 8, 9, 11)), dice.randint(2021, 2040)
    forms = (f"{day:02d}/{month:02d}/{year}", f"{day}-{month}-{year}", f"{year}-{month:02d}-{day:02d}", f"ke-{month}")
    new = dice.choice(forms)
    return None if values_of(new) & values_of(match[0]) else changed(sent, match.start(), match.end(), new)


def condition_turned(answers: Answers, dice: Random) -> Sent | None:
    """A condition of a checklist with another mark and the status that goes with it."""
    sent = answers.calculation(dice)
    said = {status: {l: str(find_phrase(l, "status", status)) for l in ("id", "en")} for status in MARKS}
    lines = [line for line in sent.text.splitlines() if any(f"- {mark} " in line for mark in MARKS.values())]
    if not lines:
        return None
    line = dice.choice(lines)
    old = next(status for status, mark in MARKS.items() if mark in line)
    new = dice.choice([status for status in MARKS if status != old])
    turned = line.replace(MARKS[old], MARKS[new])
    for language in ("id", "en"):
        turned = turned.replace(f"({said[old][language]})", f"({said[new][language]})")
    return replace(sent, text=sent.text.replace(line, turned, 1))


def condition_left_out(answers: Answers, dice: Random) -> Sent | None:
    """A condition, a step or the verdict is left out of a calculation, or stands at another place."""
    sent = answers.calculation(dice)
    lines = sent.text.splitlines()
    places = [at for at, line in enumerate(lines) if re.match(r"- [✅❌❔]|\d+\. |\*\*", line)]
    if not places:
        return None
    at = dice.choice(places)
    left = [*lines[:at], *lines[at + 1 :]]
    if dice.random() < 0.3:
        left.insert(dice.randrange(len(left) + 1), lines[at])
    text = "\n".join(left)
    return replace(sent, text=text) if text != sent.text and sent.text not in text else None


def verdict_of_another(answers: Answers, dice: Random) -> Sent | None:
    """The checklist of one calculation below the headline of another verdict."""
    sent = answers.calculation(dice)
    found = sent.calculations[0]
    if found.verdict is None:
        return None
    other = dice.choice([v for v in ("memenuhi", "belum", "tidak_dapat_ditentukan") if v != found.verdict])
    language = "id" if say_calculation(found, "id") == sent.text else "en"
    head = say_calculation(found, language).split("\n\n")[0]
    wrong = say_calculation(replace(found, verdict=other), language).split("\n\n")[0]  # type: ignore[arg-type]
    return replace(sent, text=sent.text.replace(head, wrong, 1)) if wrong != head else None


def told_as_law(answers: Answers, dice: Random) -> Sent | None:
    """The figure that the person told, put where the law has its own."""
    sent = dice.choice((answers.claim, answers.shortened, answers.sentence))(dice, having=lambda w: bool(values_of(w)))
    found = [n for n in numerals(_split(sent)[0]) if not in_name(sent, n.start)]
    if not found:
        return None
    numeral, told = dice.choice(found), str(dice.randint(2, 90))
    if numeral.values & values_of(told):
        return None
    asked = f"Saya {told} tahun dan punya {told} angka kredit, bisakah?"
    lied = changed(replace(sent, question=asked), numeral.start, numeral.end, told)
    return lied and replace(lied, text=dice.choice(("", "Bagi Anda, ", "Anda: ")) + lied.text)


def computed_as_law(answers: Answers, dice: Random) -> Sent | None:
    """A figure that was computed, put where a provision behind the calculation has its own."""
    sent = answers.calculation(dice)
    cited = [c for c in sent.citations if values_of(c.quote) and len(c.quote) < 600]
    figures = [f for f in figures_of(sent.calculations[0]) if re.fullmatch(r"\d+(?:[.,]\d+)?", f)]
    if not cited or not figures:
        return None
    source, figure = dice.choice(cited), dice.choice(figures)
    said = flat(source.quote)
    numeral = dice.choice(numerals(said))
    if numeral.values & values_of(figure):
        return None
    lied = f"{said[: numeral.start]}{figure}{said[numeral.end :]}".rstrip(".;:, ")
    return replace(sent, text=f"{lied} ({link(source)}).\n\n{sent.text}")


def positions_exchanged(answers: Answers, dice: Random) -> Sent | None:
    """The answers for the two positions under each other's name."""
    both = answers.both(dice)
    names = [f"**{name}**" for name in fact_words()["jabatan"].choices.values()]
    text = both.text.replace(names[0], "\0").replace(names[1], names[0]).replace("\0", names[1])
    return replace(both, text=text)


def correction_turned(answers: Answers, dice: Random) -> Sent | None:
    """A correction of what is wrongly taken for granted, turned into another mistake."""
    sent = answers.corrected(dice)
    first, rest = _split(sent)
    pairs = {**_LIMITS, **_DUTIES, **_TIMES, **_UNITS, **_ACTORS, "tidak ": ""}
    places = [word for word in pairs if re.search(rf"(?<!\w){re.escape(word)}", first)]
    found = numerals(first)
    if found and (not places or dice.random() < 0.5):
        numeral = dice.choice(found)
        return changed(sent, numeral.start, numeral.end, str(dice.randint(101, 400)))
    if not places:
        return None
    word = dice.choice(places)
    return replace(sent, text=first.replace(word, pairs[word], 1) + rest)


def like_letter(answers: Answers, dice: Random) -> Sent | None:
    """A letter or digit that only looks like the right one, or one that nobody sees."""
    sent = answers.honest(dice)
    places = [i for i, char in enumerate(sent.text) if char in _LIKE and not in_name(sent, i)]
    if not places:
        return None
    at = dice.choice(places)
    unseen = dice.choice(("\u200b", "\u00ad", "\u2060"))
    return changed(sent, at, at + 1, dice.choice((_LIKE[sent.text[at]], sent.text[at] + unseen)))


def letter_changed(answers: Answers, dice: Random) -> Sent | None:
    """One letter anywhere is another one, left out or doubled."""
    sent = answers.honest(dice)
    places = [i for i, char in enumerate(sent.text) if char.isalpha() and not in_name(sent, i)]
    if not places:
        return None
    at = dice.choice(places)
    letter = sent.text[at]
    new = dice.choice([c for c in "abcdefghijklmnopqrstuvwxyz" if c != letter.lower()])
    return changed(sent, at, at + 1, dice.choice((new, "", letter * 2)))


def put_in(answers: Answers, dice: Random) -> Sent | None:
    """A sentence of nobody among honest ones, bare or with a true citation behind it."""
    sent = answers.honest(dice)
    said = dice.choice(_PUT_IN)
    if dice.random() < 0.5 and sent.citations:
        said = f"{said.rstrip('.')} ({link(sent.citations[0])})."
    blocks = sent.text.split("\n\n")
    at = dice.randrange(len(blocks) + 1)
    return replace(sent, text="\n\n".join((*blocks[:at], said, *blocks[at:])))


def _split(sent: Sent) -> tuple[str, str]:
    """The first line and the rest of an answer."""
    first, mark, rest = sent.text.partition("\n")
    return first, mark + rest


TWISTS: Sequence[tuple[str, Callable[[Answers, Random], Sent | None]]] = (
    ("wajib jadi dapat", exchanged(_DUTIES)),
    ("dan jadi atau", exchanged(_JOINTS)),
    ("batas dibalik", exchanged(_LIMITS)),
    ("sebelum jadi setelah", exchanged(_TIMES)),
    ("satuan diganti", exchanged(_UNITS)),
    ("pelaku diganti", exchanged(_ACTORS)),
    ("tidak dipindahkan", negation_moved),
    ("tidak disisipkan", negation_put_in),
    ("dua angka ditukar", ends_exchanged),
    ("huruf tetangga", sibling_named),
    ("tanda huruf ditukar", marks_exchanged),
    ("tahun peraturan lain", another_year),
    ("angka romawi lain", another_roman),
    ("rujukan lain dalam kalimat", another_reference),
    ("persen lain dengan kata", share_in_words),
    ("tanggal lain bentuk lain", another_form_of_date),
    ("tanda syarat dibalik", condition_turned),
    ("baris perhitungan hilang", condition_left_out),
    ("kepala putusan lain", verdict_of_another),
    ("angka penanya jadi hukum", told_as_law),
    ("angka hitungan jadi hukum", computed_as_law),
    ("nama jabatan ditukar", positions_exchanged),
    ("pelurusan dipelintir", correction_turned),
    ("huruf mirip", like_letter),
    ("satu huruf diganti", letter_changed),
    ("kalimat titipan", put_in),
)
