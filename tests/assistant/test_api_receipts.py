"""The basis of an answer can be fetched as JSON and as one printed page, by whoever holds the conversation."""

from collections.abc import Iterator

import pytest
from fake_service import fake_service
from fastapi.testclient import TestClient

from assistant.api import create_app
from assistant.calculators.law import Law
from assistant.receipt import recheck
from assistant.sessions import Sessions
from corpus.library import Corpus


@pytest.fixture(scope="module")
def client(corpus: Corpus, law: Law, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    path = tmp_path_factory.mktemp("sessions") / "percakapan.sqlite"
    app = create_app(lambda: fake_service(corpus, law, Sessions(path)))
    with TestClient(app) as opened:
        app.state.opening.wait()
        yield opened


@pytest.fixture(scope="module")
def place(client: TestClient) -> str:
    answer = client.post("/api/chat", json={"message": "bisakah saya naik pangkat?"}).json()
    return f"/api/sessions/{answer['session_id']}/receipts/{answer['turn']}"


def test_a_receipt_comes_as_json_that_runs_again(client: TestClient, place: str, law: Law) -> None:
    assert recheck(client.get(place).json(), law) == ()


def test_a_receipt_comes_as_one_page(client: TestClient, place: str) -> None:
    answer = client.get(place, params={"format": "pdf"})
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF-") and answer.content.count(b"/Type /Page\n") == 1


@pytest.mark.parametrize("path", ["/api/sessions/tidakada/receipts/1", "/api/sessions/tidakada/receipts/0"])
def test_a_receipt_that_is_not_there_is_refused(client: TestClient, path: str) -> None:
    assert client.get(path).status_code in (404, 422)


def test_another_form_is_refused(client: TestClient, place: str) -> None:
    assert client.get(place, params={"format": "docx"}).status_code == 422
