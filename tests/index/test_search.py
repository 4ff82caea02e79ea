"""Search finds the right provision, and nothing outside the scope."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
import yaml

from index.contents import PASSAGES
from index.manifest import served_folder
from index.search import MEANING, WORDS, Index
from index.store import VectorStore

BANK = yaml.safe_load((Path(__file__).parent / "questions.yaml").read_text("utf-8"))


def test_the_provision_with_the_asked_words_comes_first(small: Index) -> None:
    best = small.search("berapa usia paling tinggi Negosiator")[0]
    assert best.address.key == "permendag-1-2020#pasal-2-ayat-2"
    assert best.via == (MEANING, WORDS)


def test_a_scope_leaves_the_twin_regulation_out(small: Index) -> None:
    hits = small.search("berapa usia paling tinggi Negosiator", regulations=["permendag-2-2020"])
    assert hits[0].address.key == "permendag-2-2020#pasal-2-ayat-2"
    assert {hit.address.regulation for hit in hits} == {"permendag-2-2020"}


def test_kinds_narrow_the_search(small: Index) -> None:
    hits = small.search("Angka Kredit", kinds=["definisi"])
    assert {hit.passage.kind for hit in hits} == {"definisi"}


def test_regulation_and_kind_narrow_together(small: Index) -> None:
    hits = small.search("Angka Kredit", regulations=["permendag-2-2020"], kinds=["definisi"])
    assert [hit.address.key for hit in hits] == ["permendag-2-2020#pasal-1-angka-1", "permendag-2-2020#pasal-1-angka-2"]


@pytest.mark.parametrize("scope", [[], ["permendag-9-1999"]])
def test_an_empty_or_unknown_scope_finds_nothing(small: Index, scope: list[str]) -> None:
    assert small.search("usia", regulations=scope) == []


@pytest.mark.parametrize("query", ["", "   ", "\n\t"])
def test_an_empty_question_finds_nothing(small: Index, query: str) -> None:
    assert small.search(query) == []


def test_k_limits_the_hits_and_each_provision_comes_once(small: Index) -> None:
    assert len(small.search("Negosiator", k=3)) == 3
    everything = [hit.address for hit in small.search("Negosiator", k=50)]
    assert len(everything) == len(set(everything)) == 12


def test_scores_fall_from_hit_to_hit(small: Index) -> None:
    scores = [hit.score for hit in small.search("uji kompetensi Pengawas")]
    assert scores == sorted(scores, reverse=True)


def test_strange_characters_do_no_harm(small: Index) -> None:
    assert small.search("<script>\x00 ' OR 1=1 -- " + "ayat " * 4000)


@pytest.mark.parametrize(
    ("question", "key"),
    [
        ("umur maksimal pindah jadi negosiator ahli madya?", "permendag-94-2020#pasal-13-ayat-1"),
        ("persyaratan kenaikan jenjang jabatan negosiator perdagangan", "permendag-94-2020#pasal-74-ayat-1"),
        ("berapa lama tugas belajar bisa diperpanjang", "permen-pupr-2-2023#pasal-38-ayat-3"),
        ("apa itu Trade CorpU", "permendag-4-2026#pasal-1-angka-5"),
        ("tahapan seleksi calon pejabat", "permendag-79-2014#pasal-21"),
    ],
)
def test_plain_questions_find_their_provision_first(real: Index, question: str, key: str) -> None:
    assert real.search(question)[0].address.key == key


def test_everyday_questions_find_their_pasal_among_the_first_five(real: Index) -> None:
    missed = []
    for entry in BANK:
        wanted = {key.split("-ayat")[0].split("-angka")[0] for key in entry["want"]}
        found = [hit.address.key.split("-ayat")[0].split("-angka")[0] for hit in real.search(entry["ask"], k=15)]
        if not wanted & set(list(dict.fromkeys(found))[:5]):
            missed.append(entry["ask"])
    assert len(missed) <= 0.05 * len(BANK), missed


def test_the_store_finds_the_very_nearest_passages(real: Index, built: Path) -> None:
    folder = served_folder(built)
    assert folder is not None
    vectors = np.load(folder / PASSAGES / "vectors.npy")
    questions = real.encode([entry["ask"] for entry in BANK])
    store = VectorStore.open(folder / PASSAGES / "chroma")
    found = store.search(questions, 10)
    nearest = np.argsort(-(questions @ vectors.T), axis=1)[:, :10]
    wanted = [[real.passages[number].id for number in row] for row in nearest]
    store.close()
    same = [len(set(one) & set(other)) for one, other in zip(found, wanted, strict=True)]
    assert sum(same) >= 0.995 * 10 * len(BANK)
    assert [one[0] for one in found] == [other[0] for other in wanted]


def test_threads_find_what_one_caller_finds(real: Index) -> None:
    questions = ["syarat naik pangkat", "tugas belajar", "tim penilai", "uji kompetensi ulang"] * 4
    alone = [[hit.address for hit in real.search(question)] for question in questions]
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda question: [hit.address for hit in real.search(question)], questions))
    assert together == alone
