"""What an official will decide, asked in so many words: "bakal disetujui ga ya", "itu pertanda sy lulus?", "peluang lulus brp persen"."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path

from assistant.understand.language.signs import is_personal
from assistant.understand.language.text import Text
from assistant.understand.premises.asserted import Clause, clauses
from corpus.data import load_yaml


@cache
def load_foretold() -> Mapping[str, tuple[str, ...]]:
    """The words of the file beside this module."""
    raw: dict[str, list[str]] = load_yaml(Path(__file__).with_suffix(".yaml"))
    return {name: tuple(words) for name, words in raw.items()}


def foretells(text: Text) -> bool:
    """Whether a question asks how somebody will judge or decide, or to be judged by the assistant itself."""
    counted = any(letter.isdigit() for letter in text.bare)  # "sah 11, disyaratkan 19. mohon nilai" is for a calculator
    asks = _ASKS if counted else (*_ASKS, _rates)
    asks = (*asks, _expects) if is_personal(text.words) or text.has(*load_foretold()["whose"]) else asks
    return any(each(clause) for clause in clauses(text) for each in asks)


def foretold_of(text: Text) -> Iterator[Text]:
    """The clauses that ask for such a judgement."""
    return (clause.text for clause in clauses(text) if any(each(clause) for each in (*_ASKS, _expects)))


def _bodes(clause: Clause) -> bool:
    """ "Itu pertanda sy lulus apa enggak": what something told bodes."""
    table, said = load_foretold(), clause.text
    asks = clause.asked or _is_open(said) or said.has("apakah", "apa")
    return said.has(*table["signs"]) and said.has(*table["outcomes"]) and asks


def _weighs_chances(clause: Clause) -> bool:
    """ "Peluang lulus berapa persen": how likely an outcome is."""
    table, said = load_foretold(), clause.text
    likely = said.has(*table["chances"]) and said.has(*table["outcomes"]) and not said.has(*table["ruled"])
    return likely and (said.has(*table["much"]) or said.has("ada"))


def _decides(clause: Clause) -> bool:
    """ "Bakal disetujui ga ya": whether somebody will do what he may do as he sees fit."""
    table, said = load_foretold(), clause.text
    if said.has(*table["ruled"]) or said.has(*table["asking"]):
        return False
    open_ = _is_open(said) or (clause.asked and said.at(0) in table["opening"])
    return open_ and (said.has(*table["admitted"]) or (said.has(*table["future"]) and said.has(*table["acts"])))


def _chooses(clause: Clause) -> bool:
    """ "Siapa yang bakal dipilih": on whom a choice will fall."""
    table = load_foretold()
    return clause.text.has(*table["whom"]) and not clause.text.has(*table["ruled"])


def _scores(clause: Clause) -> bool:
    """ "Berapa skor yang akan diberikan tim penguji": what is given for a work, before it is given."""
    table, said = load_foretold(), clause.text
    asks = said.has(*table["how_much"]) and said.has(*table["grades"])
    return asks and said.has(*table["scored"]) and not said.has(*table["ruled"])


def _praises(clause: Clause) -> bool:
    """ "Coaching saya ini gagal ya?": whether somebody's work is good, which only who judges it can say."""
    table, said = load_foretold(), clause.text
    if said.has(*table["ruled"]) or said.has(*table["asking"]):
        return False
    return said.has(*table["own"]) and said.has(*table["qualities"]) and _is_open(said)


def _sets(clause: Clause) -> bool:
    """ "Kira-kira diputus berapa sama mereka": the amount that somebody will settle on."""
    table, said = load_foretold(), clause.text
    guessed = said.has(*table["guessing"]) and said.has(*table["settled"]) and said.has(*table["how_much"])
    return guessed and said.has(*table["judges"]) and not said.has(*table["ruled"])


def _guesses(clause: Clause) -> bool:
    """ "Tebak dong hasil plenonya": a guess at what a judgement will be."""
    table, said = load_foretold(), clause.text
    judged = said.has(*table["judged"], *table["outcomes"])
    return said.has(*table["guess"]) and judged and not said.has(*table["by_rule"])


def _deserves(clause: Clause) -> bool:
    """ "Apakah makalah saya layak mendapat nilai A": whether a work is worth what only who judges it can give."""
    table, said = load_foretold(), clause.text
    asks = clause.asked or _is_open(said) or said.has("apakah", *table["guessing"])
    return asks and said.has(*table["works"]) and said.has(*table["worth"]) and not said.has(*table["by_rule"])


def _expects(clause: Clause) -> bool:
    """ "Saya bakal diusulkan masuk tim tidak", "Will the Minister post me": what those above will do with somebody or his work."""
    table, said = load_foretold(), clause.text
    if said.has(*table["ruled"]) or said.has(*table["asking"]):
        return False
    if said.at(0) in table["will"]:
        last = max((last for official in table["officials"] for _, last in said.find(official)), default=-1)
        behind = Text(said.raw, said.words[last + 1 :])
        return last >= 0 and behind.has(*table["english_favours"]) and behind.has(*table["mine"])
    asks = _is_open(said) or said.has(*table["choosing"]) or (clause.asked and said.at(0) in table["opening"])
    return asks and said.has(*table["foreseen"]) and said.has(*table["favours"])


def _suffices(clause: Clause) -> bool:
    """ "Apakah mutu kami cukup bagus untuk lolos": whether what only an official rates is good enough for him."""
    table, said = load_foretold(), clause.text
    asks = clause.asked or _is_open(said) or said.at(0) in table["opening"]
    counted = any(letter.isdigit() for letter in said.bare)
    rated = said.has(*table["good_enough"]) or (said.has(*table["standing"]) and said.has(*table["enough"]))
    return asks and rated and not counted and not said.has(*table["by_rule"])


def _rates(clause: Clause) -> bool:
    """ "Tolong dinilai": that the assistant itself rate what was told."""
    table, said = load_foretold(), clause.text
    words = {word.text for word in said.words if not word.is_mark}
    rated = {word for phrase in table["rate"] for word in phrase.split()}
    return said.has(*table["rate"]) and words <= rated | {*table["beside"], *table["own"]}


def _is_open(said: Text) -> bool:
    """Whether a clause ends by leaving the contrary open: "... tidak ya"."""
    return any(f" {said.bare}".endswith(f" {last}") for last in load_foretold()["open_ended"]) or _is_within(said)


def _is_within(said: Text) -> bool:
    """Whether it leaves the contrary open behind the act: "bakal milih sy ga ya", "disetujui ga sih thn ini"."""
    words = said.bare.split()
    ends = {word for phrase in load_foretold()["acts"] for word in phrase.split()} | {*load_foretold()["admitted"]}
    return any(word == "tidak" and ends & {*words[max(0, at - 2) : at]} for at, word in enumerate(words) if at)


_ASKS: tuple[Callable[[Clause], bool], ...] = (
    _bodes, _weighs_chances, _decides, _chooses, _scores, _praises, _sets, _guesses, _deserves, _suffices,
)  # fmt: skip
