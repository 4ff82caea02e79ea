"""Where a fact is a choice among a few, the choices go along with the question, each with the value that it stands for."""

from typing import Any

from fake_service import fake_service
from fastapi.testclient import TestClient

from assistant.api import create_app
from assistant.calculators.law import Law
from assistant.sessions import Sessions
from assistant.tools import run
from corpus.library import Corpus

TOLD: dict[str, Any] = {
    "jabatan": "negosiator",
    "jenjang": "ahli_muda",
    "kegiatan": [{"kegiatan": "perundingan", "volume": "3"}, {"kegiatan": "51"}],
}


def test_each_choice_settles_the_row_it_is_asked_for_and_leaves_the_rest_as_told(law: Law) -> None:
    asked = run("angka_kredit_kegiatan", TOLD, law).to_json()["missing"][0]
    assert len(asked["options"]) > 1
    for option in asked["options"]:
        assert option["label"] in asked["question"]
        rows = run("angka_kredit_kegiatan", {**TOLD, "kegiatan": option["value"]}, law).result["baris"]
        assert [(row["nomor"], str(row["volume"])) for row in rows][1] == ("51", "1")
        assert option["label"].startswith(f"nomor {rows[0]['nomor']} (") and str(rows[0]["volume"]) == "3"


def test_a_fact_that_may_be_anything_has_no_choices(law: Law) -> None:
    asked = run("angka_kredit_kegiatan", {"jabatan": "negosiator", "jenjang": "ahli_muda"}, law).to_json()["missing"]
    assert asked == [{"field": "kegiatan", "question": asked[0]["question"]}]


def test_the_choices_reach_programs_over_http(corpus: Corpus, law: Law) -> None:
    app = create_app(lambda: fake_service(corpus, law, Sessions(":memory:")))
    with TestClient(app) as client:
        app.state.opening.wait()
        found = client.post("/api/tools/angka_kredit_kegiatan", json=TOLD).json()
        assert found["missing"][0]["options"][0]["value"][0]["volume"] == "3"
        picked = {**TOLD, "kegiatan": found["missing"][0]["options"][0]["value"]}
        assert client.post("/api/tools/angka_kredit_kegiatan", json=picked).json()["missing"] == []
