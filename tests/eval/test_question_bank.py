"""The question bank holds together: every label exists, every answer stands in the law, every Pasal is asked about."""

import re
from collections import Counter
from pathlib import Path

import pytest

from corpus.address import Address
from corpus.data import load_sheet
from corpus.errors import DataError, UnknownProvision
from corpus.library import Corpus
from eval.cases import CASES, SPLITS, STYLES, TWINS, Case, group_of, load_cases, load_file, split

FILES = sorted(CASES.glob("*.yaml"))
PREFIXES = {
    "permendag-94-2020": "n94",
    "permendag-82-2020": "p82",
    "permendag-79-2014": "k79",
    "permendag-4-2026": "t4",
    "permen-pupr-2-2023": "u2",
}
# At least half of what the bank aims at, so that no style is too thin to measure.
STYLE_FLOORS = {
    "formal": 0.075,
    "sehari-hari": 0.15,
    "kata-kunci": 0.065,
    "inggris": 0.05,
    "salah-ketik": 0.05,
    "situasi": 0.075,
    "dua-ketentuan": 0.035,
}
QUOTED_AT_MOST = 4


@pytest.fixture(scope="module")
def cases() -> tuple[Case, ...]:
    return load_cases()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_label_of_a_file_exists_and_holds_the_answer(path: Path, corpus: Corpus) -> None:
    wrong = []
    for case in load_file(path):
        missing = [address for address in (*case.provisions, *case.also) if not _exists(corpus, address)]
        wrong += [f"{case.id}: {address.place} does not exist in {address.regulation}" for address in missing]
        if not missing and not corpus.holds(case.provisions[0], case.words):
            wrong.append(f"{case.id}: words {case.words[:70]!r} do not stand in {case.provisions[0].place}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_question_asks_in_other_words_than_the_provision(path: Path, corpus: Corpus) -> None:
    names = _names(corpus)
    wrong = []
    for case in load_file(path):
        quoted = max((_quoted(case.question, corpus.node(a).words, names) for a in case.provisions), key=len)
        if case.style != "formal" and len(quoted) > QUOTED_AT_MOST:
            wrong.append(f"{case.id}: quotes {' '.join(quoted)!r}; ask in your own words or call it formal")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_two_provisions_are_labelled_where_the_style_says_so(path: Path) -> None:
    wrong = [case.id for case in load_file(path) if (case.style == "dua-ketentuan") != (len(case.provisions) > 1)]
    assert not wrong, f"dua-ketentuan needs two provisions, every other style exactly one: {wrong}"


def test_every_id_is_unique_and_carries_the_prefix_of_its_regulation(cases: tuple[Case, ...]) -> None:
    repeated = [identity for identity, times in Counter(case.id for case in cases).items() if times > 1]
    assert not repeated
    assert not [c.id for c in cases if not re.fullmatch(rf"{PREFIXES[c.regulation]}-\d{{4}}", c.id)]


def test_no_question_is_asked_twice(cases: tuple[Case, ...]) -> None:
    asked: dict[str, str] = {}
    wrong = []
    for case in cases:
        words = " ".join(_tokens(case.question))
        if words in asked:
            wrong.append(f"{case.id} repeats {asked[words]}: {case.question}")
        asked[words] = case.id
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("regulation", PREFIXES)
def test_every_pasal_is_asked_about_twice(regulation: str, cases: tuple[Case, ...], corpus: Corpus) -> None:
    asked = _asked(cases, regulation)
    thin = {node.label: asked[f"Pasal {node.address.pasal}"] for node in corpus.pasals(regulation) if node.address}
    assert not {label: times for label, times in thin.items() if times < 2}


@pytest.mark.parametrize("regulation", PREFIXES)
def test_every_lampiran_is_asked_about_three_times(regulation: str, cases: tuple[Case, ...], corpus: Corpus) -> None:
    asked = _asked(cases, regulation)
    lampirans = [n.address for n in corpus.regulations[regulation].root.walk() if n.kind == "lampiran" and n.address]
    assert not {address.place: asked[address.place] for address in lampirans if asked[address.place] < 3}


@pytest.mark.parametrize("regulation", PREFIXES)
def test_every_style_has_its_share(regulation: str, cases: tuple[Case, ...]) -> None:
    styles = Counter(case.style for case in cases if case.regulation == regulation)
    assert set(STYLE_FLOORS) == set(STYLES)
    shares = {style: styles[style] / max(styles.total(), 1) for style in STYLES}
    assert not {style: share for style, share in shares.items() if share < STYLE_FLOORS[style]}


def test_every_split_has_its_share(cases: tuple[Case, ...]) -> None:
    assert cases
    shares = Counter(split(case) for case in cases)
    assert 0.45 < shares["train"] / len(cases) < 0.62
    assert 0.08 < shares["dev"] / len(cases) < 0.22
    assert 0.25 < shares["test"] / len(cases) < 0.40


def test_no_training_question_is_answered_by_a_provision_that_is_held_back(cases: tuple[Case, ...]) -> None:
    held = {group_of(case.provisions[0]) for case in cases if split(case) == "test" and len(case.provisions) == 1}
    taught = {group_of(address) for case in cases if split(case) == "train" for address in case.provisions}
    assert held and taught and not held & taught


def test_twins_of_two_regulations_stand_in_one_split() -> None:
    assert group_of(_at("Pasal 14 ayat (1)", "permendag-82-2020")) == group_of(_at("Pasal 15", "permendag-94-2020"))
    assert group_of(_at("Pasal 16", "permendag-82-2020")) != group_of(_at("Pasal 16", "permendag-94-2020"))
    assert group_of(_at("Lampiran V angka 12", "permendag-82-2020")) == group_of(
        _at("Lampiran V angka 12", "permendag-94-2020")
    )


def test_every_twin_exists_on_both_sides(corpus: Corpus) -> None:
    for regulation, entry in load_sheet(TWINS).content.items():
        for unit, other in entry["units"].items():
            assert _exists(corpus, _at(unit, regulation)), unit
            assert _exists(corpus, _at(other, entry["of"])), other


def test_a_numbered_row_stands_alone_and_other_depths_stay_with_their_part() -> None:
    assert group_of(_at("Lampiran I huruf A nomor 7", "permendag-94-2020")).endswith("Lampiran I huruf A nomor 7")
    assert group_of(_at("Lampiran IV golongan III/b ijazah S2", "permendag-94-2020")).endswith("golongan III/b")
    assert group_of(_at("Lampiran V angka 1 huruf a", "permendag-82-2020")).endswith("94-2020 Lampiran V angka 1")
    assert group_of(_at("Pasal 13 ayat (1) huruf h", "permendag-94-2020")) == "permendag-94-2020 Pasal 13"


def test_a_question_over_two_provisions_takes_the_stricter_split() -> None:
    alone = {name: next(a for a in map(_pasal, range(1, 83)) if split(_case(a)) == name) for name in SPLITS}
    assert split(_case(alone["train"], alone["test"])) == "test"
    assert split(_case(alone["train"], alone["dev"])) == "dev"
    assert split(_case(alone["train"])) == "train"


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("style: santai", "known styles are formal"),
        ('provisions: ["pasal tiga"]', "x-1-2020.yaml entry 1.*pasal tiga.*write it like"),
        ("provisions: []", "write at least one place"),
        ("word: kosong", "known keys are"),
        ('words: ""', "write some words"),
    ],
)
def test_a_wrong_entry_is_named_with_its_file_key_and_right_form(tmp_path: Path, line: str, message: str) -> None:
    entry = {"id": "x-1", "question": "apa?", "style": "formal", "provisions": '["Pasal 1"]', "words": "isi"}
    key, _, value = line.partition(": ")
    entry[key] = value
    text = "- " + "\n  ".join(f"{name}: {content}" for name, content in entry.items())
    (tmp_path / "x-1-2020.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match=message):
        load_cases(tmp_path)


def _asked(cases: tuple[Case, ...], regulation: str) -> Counter[str]:
    mine = (case for case in cases if case.regulation == regulation)
    return Counter(unit for case in mine for unit in {_unit(address) for address in case.provisions})


def _unit(address: Address) -> str:
    return f"Pasal {address.pasal}" if address.pasal is not None else f"Lampiran {address.lampiran}"


def _exists(corpus: Corpus, address: Address) -> bool:
    try:
        corpus.node(address)
    except UnknownProvision:
        return False
    return True


def _names(corpus: Corpus) -> list[str]:
    """Defined terms, longest first: a name has one wording, so using it is no quotation."""
    terms = {" ".join(_tokens(name)) for term in corpus.definitions() for name in term.names}
    return sorted((term for term in terms if " " in term), key=len, reverse=True)


def _quoted(question: str, provision: str, names: list[str]) -> tuple[str, ...]:
    """The longest run of words that a question shares with a provision, a defined term counting as one word."""
    asked, law = (_shorten(" ".join(_tokens(text)), names).split() for text in (question, provision))
    law_text = f" {' '.join(law)} "
    runs = ((start, end) for start in range(len(asked)) for end in range(start + 1, len(asked) + 1))
    shared = [tuple(asked[start:end]) for start, end in runs if f" {' '.join(asked[start:end])} " in law_text]
    return max(shared, key=lambda run: len(run), default=())


def _shorten(text: str, names: list[str]) -> str:
    for name in names:
        text = re.sub(rf"\b{re.escape(name)}\b", name.replace(" ", "_"), text)
    return text


def _tokens(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", text.lower())


def _at(place: str, regulation: str) -> Address:
    return Address.parse(place, regulation)


def _pasal(number: int) -> Address:
    return Address("permendag-94-2020", pasal=number)


def _case(*provisions: Address) -> Case:
    return Case("n94-0001", "permendag-94-2020", "apa?", "formal", provisions, (), "isi", "x.yaml")
