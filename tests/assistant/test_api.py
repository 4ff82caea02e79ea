"""The HTTP door: what programs and the page may rely on, and how bad requests are refused."""

import json
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from fake_service import fake_service
from fastapi.testclient import TestClient

from assistant.api import create_app
from assistant.calculators.law import Law
from assistant.conversation import Conversation
from assistant.receipt import recheck
from assistant.reply import Answer
from assistant.service import Service
from assistant.sessions import Sessions
from corpus.library import Corpus

NEGOSIATOR = "/api/regulations/permendag-94-2020"


@pytest.fixture(scope="module")
def client(corpus: Corpus, law: Law, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    path = tmp_path_factory.mktemp("sessions") / "percakapan.sqlite"
    app = create_app(lambda: fake_service(corpus, law, Sessions(path)))
    with TestClient(app, raise_server_exceptions=False) as client:
        app.state.opening.wait()
        yield client


@pytest.fixture
def stranger(client: TestClient) -> TestClient:
    """Another browser at the same server."""
    return TestClient(client.app, raise_server_exceptions=False)


def ask(client: TestClient, message: str, **more: object) -> dict[str, object]:
    answer = client.post("/api/chat", json={"message": message, **more})
    assert answer.status_code == 200, answer.text
    found: dict[str, object] = answer.json()
    return found


def test_it_is_not_healthy_before_everything_is_open_and_is_after(corpus: Corpus, law: Law) -> None:
    gate = threading.Event()

    def open_slowly() -> Service:
        gate.wait()
        return fake_service(corpus, law, Sessions(":memory:"))

    app = create_app(open_slowly)
    with TestClient(app) as client:
        before = client.get("/healthz")
        assert (before.status_code, before.json()["error"]["code"]) == (503, "not_ready")
        assert client.get("/").status_code == 200
        gate.set()
        app.state.opening.wait()
        after = client.get("/healthz")
        assert (after.status_code, after.json()["status"]) == (200, "ok")


def test_a_service_that_cannot_be_opened_says_why_in_one_line() -> None:
    def fail() -> Service:
        raise RuntimeError("Indeks rusak; jalankan `tanya index` untuk membangunnya kembali.")

    app = create_app(fail)
    with TestClient(app) as client:
        app.state.opening.wait()
        answer = client.get("/healthz")
    assert answer.status_code == 503
    assert "tanya index" in answer.json()["error"]["message"]


def test_every_regulation_is_listed_with_its_status_and_counts(client: TestClient) -> None:
    listed = client.get("/api/regulations").json()
    pasals = {found["id"]: found["counts"]["pasal"] for found in listed}
    assert pasals["permendag-94-2020"] == 82
    assert pasals["permendag-79-2014"] == 25
    assert all({"id", "title", "number", "year", "status", "counts"} <= set(found) for found in listed)


def test_an_outline_names_bab_pasal_and_lampiran(client: TestClient) -> None:
    found = client.get(NEGOSIATOR).json()["outline"]
    labels = [entry["label"] for entry in found]
    assert "BAB I" in labels
    assert any(label.startswith(("LAMPIRAN", "Lampiran")) for label in labels)
    assert found[labels.index("BAB I")]["children"][0]["anchor"] == "pasal-1"


def test_a_pasal_comes_as_a_tree_with_citations_and_source_lines(client: TestClient) -> None:
    found = client.get(f"{NEGOSIATOR}/pasal/13").json()
    assert found["citation"]["label"] == "Pasal 13 Permendag 94/2020"
    ayat = found["children"][0]
    huruf = next(child for child in ayat["children"] if child["anchor"] == "pasal-13-ayat-1-huruf-h")
    assert huruf["citation"]["huruf"] == "h"
    assert huruf["citation"]["quote"] == huruf["text"] or huruf["children"]
    assert huruf["lines"]
    assert (found["previous"]["anchor"], found["next"]["anchor"]) == ("pasal-12", "pasal-14")


def test_cross_references_are_shown_both_ways(client: TestClient) -> None:
    found = client.get(f"{NEGOSIATOR}/text").json()

    def walk(node: dict[str, list[dict[str, object]]]) -> Iterator[dict[str, object]]:
        for child in node["children"]:
            yield child
            yield from walk(child)  # type: ignore[arg-type]

    nodes = {node["anchor"]: node for node in walk(found)}
    source, target = next(
        (node, reference["targets"][0])
        for node in nodes.values()
        for reference in node.get("refers_to", ())  # type: ignore[attr-defined]
        if reference["targets"]
    )
    assert source["anchor"] in [back["anchor"] for back in nodes[target["anchor"]]["referred_by"]]  # type: ignore[attr-defined]


def test_a_reference_stands_at_the_characters_it_names(client: TestClient) -> None:
    node = client.get(f"{NEGOSIATOR}/pasal/2").json()
    found = [(n, r) for n in (node, *node["children"]) for r in n.get("refers_to", ())]
    assert all(n[r["within"]][r["start"] : r["end"]] == r["text"] for n, r in found)


def test_a_lampiran_comes_with_its_rows(client: TestClient) -> None:
    found = client.get(f"{NEGOSIATOR}/lampiran/i").json()
    assert found["anchor"] == "lampiran-i"
    assert found["children"]


def test_source_lines_are_given_as_received(client: TestClient) -> None:
    node = client.get(f"{NEGOSIATOR}/pasal/13").json()
    first = node["lines"][0]
    found = client.get(f"{NEGOSIATOR}/source", params={"begin": first, "end": first + 2}).json()
    assert [line["line"] for line in found["lines"]] == [first, first + 1, first + 2]
    assert "13" in found["lines"][0]["text"]


def test_a_pasal_after_the_last_says_where_the_regulation_ends(client: TestClient) -> None:
    answer = client.get(f"{NEGOSIATOR}/pasal/99")
    assert answer.status_code == 404
    assert "berakhir pada Pasal 82" in answer.json()["error"]["message"]


def test_pasal_3_of_pupr_says_that_its_source_lacks_it(client: TestClient) -> None:
    answer = client.get("/api/regulations/permen-pupr-2-2023/pasal/3")
    assert answer.status_code == 404
    assert "Pasal 3" in answer.json()["error"]["message"]
    assert "berakhir" not in answer.json()["error"]["message"]


def test_the_terms_of_a_regulation_are_listed_with_their_place(client: TestClient) -> None:
    terms = {each["term"]: each for each in client.get(f"{NEGOSIATOR}/definitions").json()}
    minimal = terms["Hasil Kerja Minimal"]
    assert "harus dicapai minimal" in minimal["meaning"] and minimal["url"].endswith("#pasal-1-angka-28")
    assert client.get("/api/regulations/uu-1-1945/definitions").status_code == 404


def test_an_unknown_regulation_names_those_there_are(client: TestClient) -> None:
    for path in ("/api/regulations/uu-1-1945", "/api/regulations/uu-1-1945/pasal/1", "/api/search?q=a&regulation=uu-1"):
        answer = client.get(path)
        assert answer.status_code == 404
        assert "Permendag 94/2020" in answer.json()["error"]["message"]


def test_an_unchanged_answer_is_not_sent_twice(client: TestClient) -> None:
    first = client.get(NEGOSIATOR)
    again = client.get(NEGOSIATOR, headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_search_gives_citations_and_obeys_its_scope(client: TestClient) -> None:
    hits = client.get("/api/search", params={"q": "jabatan", "k": 3, "regulation": "permendag-79-2014"}).json()["hits"]
    assert len(hits) == 3
    assert {hit["citation"]["regulation"] for hit in hits} == {"permendag-79-2014"}
    assert all(hit["text"] and isinstance(hit["score"], float) for hit in hits)


def test_a_provision_named_in_a_search_comes_first(client: TestClient) -> None:
    found = client.get("/api/search", params={"q": "pasal 72 ayat 3 huruf c juknis negosiator"}).json()
    first = found["hits"][0]
    assert (first["citation"]["label"], first["exact"]) == ("Pasal 72 ayat (3) huruf c Permendag 94/2020", True)
    scoped = client.get("/api/search", params={"q": "Pasal 13", "regulation": "permendag-79-2014"}).json()
    assert scoped["hits"][0]["citation"]["label"] == "Pasal 13 Permendag 79/2014"
    missing = client.get("/api/search", params={"q": "Pasal 99 Permendag 94/2020"}).json()
    assert "berakhir pada Pasal 82" in missing["messages"][0]


def test_a_search_marks_the_words_asked_for_and_leads_on(client: TestClient) -> None:
    hit = client.get("/api/search", params={"q": "pasal 13 ayat 1 permendag 94/2020 usia"}).json()["hits"][0]
    assert "berusia" in {hit["text"][start:end] for start, end in hit["marks"]}
    leading = client.get("/api/search", params={"q": "pasal 13 ayat 1 permendag 94/2020"}).json()["hits"][0]
    assert all(place["url"].startswith("/peraturan/permendag-94-2020#pasal-") for place in leading["see_also"])
    assert leading["see_also"]


def test_kinds_of_provision_are_listed_and_others_refused(client: TestClient) -> None:
    names = {kind["name"]: kind["label"] for kind in client.get("/api/kinds").json()}
    assert names["definisi"] == "Definisi" and names["tabel"] == "Tabel dan lampiran"
    assert {"persyaratan": "Persyaratan", "prosedur": "Tata cara"}.items() <= names.items()
    assert client.get("/api/search", params={"q": "jabatan", "kind": "definisi"}).status_code == 200
    refused = client.get("/api/search", params={"q": "jabatan", "kind": "puisi"})
    assert (refused.status_code, list(refused.json()["error"]["fields"])) == (422, ["kind"])


def test_tools_are_listed_with_schemas_that_people_can_read(client: TestClient) -> None:
    tool = next(t for t in client.get("/api/tools").json() if t["name"] == "nilai_uji_kompetensi")
    assert tool["description"].startswith("Menghitung")
    assert tool["schema"]["properties"]["jabatan"]["description"]


def test_a_calculation_is_exact_and_cites_its_provisions(client: TestClient) -> None:
    scores = {
        "nilai_pengetahuan": 80,
        "nilai_makalah": 70,
        "nilai_wawancara": 75,
        "nilai_ukmsk": 72,
        "jabatan": "pengawas",
    }
    found = client.post("/api/tools/nilai_uji_kompetensi", json=scores).json()
    # (80 x 20 + 70 x 40 + 75 x 40) / 100 = 74; 74 x 60 / 100 + 72 x 40 / 100 = 73.2
    assert "error" not in found, found
    assert (found["verdict"], found["result"]["nilai_akhir"]) == ("memenuhi", "73.2")
    assert all(step["citation"]["quote"] for step in found["steps"])


def test_wrong_fields_of_a_calculator_are_refused_one_entry_each(client: TestClient) -> None:
    wrong = {"jabatan": "dokter", "nilai_makalah": 130, "warna": "biru"}
    answer = client.post("/api/tools/nilai_uji_kompetensi", json=wrong)
    assert answer.status_code == 422
    assert set(answer.json()["error"]["fields"]) == {"jabatan", "nilai_makalah", "warna"}


def test_a_conversation_keeps_its_session_and_counts_its_turns(client: TestClient) -> None:
    first = ask(client, "halo")
    second = ask(client, "bunyi pasal 13?", session_id=first["session_id"])
    assert second["session_id"] == first["session_id"]
    assert (first["turn"], second["turn"]) == (1, 2)
    citation = second["citations"][0]  # type: ignore[index]
    assert citation["label"] == "Pasal 13 ayat (1) huruf h Permendag 94/2020"


def test_a_streamed_answer_is_the_same_answer_in_pieces(client: TestClient) -> None:
    answer = client.post("/api/chat", json={"message": "pasal 13"}, headers={"accept": "text/event-stream"})
    assert answer.headers["content-type"].startswith("text/event-stream")
    events = [block.split("\n", 1) for block in answer.text.strip().split("\n\n")]
    told = [(name.removeprefix("event: "), json.loads(data.removeprefix("data: "))) for name, data in events]
    assert [name for name, _ in told][:1] == ["stage"]
    assert [name for name, _ in told][-1] == "answer"
    whole = told[-1][1]
    assert "".join(data["text"] for name, data in told if name == "piece") == whole["answer"]
    assert client.get(f"/api/sessions/{whole['session_id']}").json()["turns"][0]["answer"]["citations"]


def test_a_fault_inside_a_stream_shows_nothing_of_its_insides(client: TestClient) -> None:
    answer = client.post("/api/chat", json={"message": "rusak"}, headers={"accept": "text/event-stream"})
    assert "event: error" in answer.text
    assert "rahasia" not in answer.text


def test_a_fault_shows_nothing_of_its_insides(client: TestClient) -> None:
    answer = client.post("/api/chat", json={"message": "rusak"})
    assert answer.status_code == 500
    assert "rahasia" not in answer.text and "Traceback" not in answer.text


def test_facts_set_by_hand_are_checked_and_kept(client: TestClient) -> None:
    first = ask(client, "nilai saya?")
    session = first["session_id"]
    ask(client, "", session_id=session, facts={"nilai_makalah": 90.5}, forget=["nilai_ukmsk"])
    facts = {f["field"]: f["value"] for f in client.get(f"/api/sessions/{session}").json()["facts"]}
    assert facts["nilai_makalah"] == "90.5"
    assert "nilai_ukmsk" not in facts
    wrong = client.post("/api/chat", json={"message": "", "session_id": session, "facts": {"nilai_makalah": 130}})
    assert (wrong.status_code, list(wrong.json()["error"]["fields"])) == (422, ["nilai_makalah"])


@pytest.mark.parametrize(("words", "still"), [("", ()), ("halo", ("nilai_wawancara",))])
def test_a_question_answered_by_hand_is_no_longer_open(
    corpus: Corpus, law: Law, words: str, still: tuple[str, ...]
) -> None:
    service = fake_service(corpus, law, Sessions(":memory:"))
    seen: list[tuple[str, ...]] = []

    class Listening:
        def ask(self, message: str, conversation: Conversation) -> Answer:
            seen.append(conversation.asked)
            conversation.asked = ("nilai_makalah", "nilai_wawancara")
            return Answer(conversation.id, "clarify", "Berapa nilainya?")

        again = ask

    app = create_app(lambda: replace(service, assistant=Listening()))
    with TestClient(app) as listened:
        app.state.opening.wait()
        session = ask(listened, "nilai saya?")["session_id"]
        ask(listened, words, session_id=session, facts={"nilai_makalah": 90})
    assert seen == [(), still]


def test_a_holder_lists_reloads_and_deletes_only_own_conversations(client: TestClient, stranger: TestClient) -> None:
    mine = ask(client, "pasal 13")["session_id"]
    ask(stranger, "halo")
    assert mine in [s["id"] for s in client.get("/api/sessions").json()["sessions"]]
    assert mine not in [s["id"] for s in stranger.get("/api/sessions").json()["sessions"]]
    turns = client.get(f"/api/sessions/{mine}").json()["turns"]
    assert turns[0]["answer"]["citations"][0]["quote"]
    assert client.delete(f"/api/sessions/{mine}").json() == {"deleted": 1}
    assert client.get(f"/api/sessions/{mine}").status_code == 404


def test_the_holder_key_cannot_be_read_by_scripts_or_sent_from_elsewhere(stranger: TestClient) -> None:
    cookie = stranger.post("/api/chat", json={"message": "halo"}).headers["set-cookie"].lower()
    assert "httponly" in cookie and "samesite=strict" in cookie


def test_feedback_is_kept_and_exported(client: TestClient) -> None:
    answer = ask(client, "pasal 13")
    given = {"session_id": answer["session_id"], "turn": answer["turn"], "verdict": "keliru", "comment": "Bukan itu."}
    assert client.post("/api/feedback", json=given).json() == {"kept": True}
    assert "Bukan itu." in [f["comment"] for f in client.get("/api/feedback").json()["feedback"]]
    assert client.post("/api/feedback", json={**given, "turn": 99}).status_code == 404


BAD_CHAT: dict[str, tuple[object, int]] = {
    "an empty message": ({"message": ""}, 422),
    "a message of blanks": ({"message": " \n\t "}, 422),
    "a message of control characters": ({"message": "\x00\x07\u200b"}, 422),
    "a message of 4,001 characters": ({"message": "a" * 4001}, 422),
    "a message of 20,000 characters": ({"message": "a" * 20_000}, 422),
    "a number as message": ({"message": 5}, 422),
    "no message": ({}, 422),
    "a list": ([], 422),
    "a string": ("halo", 422),
    "nothing": (None, 422),
    "an unknown session": ({"message": "halo", "session_id": "x"}, 404),
    "a session that is a number": ({"message": "halo", "session_id": 5}, 422),
    "an unknown field": ({"message": "halo", "admin": True}, 422),
    "an unknown fact": ({"message": "halo", "facts": {"gaji": 5}}, 422),
    "facts that are a list": ({"message": "halo", "facts": [1]}, 422),
}


@pytest.mark.parametrize("name", BAD_CHAT)
def test_a_bad_question_is_refused_in_plain_words(client: TestClient, name: str) -> None:
    body, status = BAD_CHAT[name]
    answer = client.post("/api/chat", json=body)
    assert answer.status_code == status, answer.text
    error = answer.json()["error"]
    assert set(error) == {"code", "message", "fields"}
    assert error["message"].endswith(".")


def test_a_message_of_4000_characters_is_answered(client: TestClient) -> None:
    assert ask(client, "a" * 4000)["kind"] == "smalltalk"


@pytest.mark.parametrize("body", [b"{", b"\xff\xfe", b"", b'{"message": "\\ud800"}', b"[" * 5000, b"nan"])
def test_a_body_that_is_not_json_is_refused(client: TestClient, body: bytes) -> None:
    answer = client.post("/api/chat", content=body, headers={"content-type": "application/json"})
    assert 400 <= answer.status_code < 500, answer.text
    assert answer.json()["error"]["message"]


def test_a_form_from_another_site_is_not_taken_for_json(client: TestClient) -> None:
    answer = client.post("/api/chat", content=b'{"message": "halo"}', headers={"content-type": "text/plain"})
    assert answer.status_code == 422


@pytest.mark.parametrize("length", ["declared", "hidden"])
def test_a_huge_body_is_refused_before_it_is_read(client: TestClient, length: str) -> None:
    chunk = b"a" * 65536
    content = chunk * 8 if length == "declared" else iter([chunk] * 8)
    answer = client.post("/api/chat", content=content, headers={"content-type": "application/json"})
    assert (answer.status_code, answer.json()["error"]["code"]) == (413, "too_large")


BAD_PATHS = {
    "/api/chat": 405,
    "/api/tidak-ada": 404,
    "/api/tools/tidak_ada": 405,
    f"{NEGOSIATOR}/pasal/abc": 422,
    f"{NEGOSIATOR}/pasal/0": 404,
    f"{NEGOSIATOR}/pasal/-1": 404,
    f"{NEGOSIATOR}/pasal/{10**30}": 404,
    f"{NEGOSIATOR}/lampiran/XX": 404,
    f"{NEGOSIATOR}/lampiran/<script>": 404,
    f"{NEGOSIATOR}/source?begin=0": 422,
    f"{NEGOSIATOR}/source?begin=999999": 404,
    "/api/search": 422,
    "/api/search?q=": 422,
    "/api/search?q=%00": 422,
    "/api/search?q=a&k=0": 422,
    "/api/search?q=a&k=51": 422,
    "/api/search?q=a&k=banyak": 422,
    f"/api/search?q={'a' * 501}": 422,
    "/api/sessions/tidak-ada": 404,
    "/api/sessions/%00": 404,
    "/static/lain/js/main.js": 404,
}


@pytest.mark.parametrize("path", BAD_PATHS)
def test_a_bad_address_is_refused_in_plain_words(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == BAD_PATHS[path], answer.text
    assert answer.json()["error"]["message"]


def test_a_wrong_method_is_refused(client: TestClient) -> None:
    assert client.delete(NEGOSIATOR).status_code == 405
    assert client.put("/api/chat", json={}).json()["error"]["code"] == "method_not_allowed"


def test_an_unknown_tool_names_those_there_are(client: TestClient) -> None:
    answer = client.post("/api/tools/tidak_ada", json={})
    assert answer.status_code == 404
    assert "nilai_uji_kompetensi" in answer.json()["error"]["message"]


def test_html_in_a_question_is_never_sent_back_as_html(client: TestClient) -> None:
    answer = client.post("/api/chat", json={"message": "<script>alert(1)</script>"})
    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    "path", ["/", "/peraturan/permendag-94-2020", "/api/regulations", "/docs", "/tidak-ada", "/api/chat"]
)
def test_every_answer_carries_the_strict_policy(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy and "unsafe" not in policy and "http" not in policy
    assert headers["x-frame-options"] == "DENY"
    assert "cache-control" in headers


@pytest.mark.parametrize("path", ["/", "/peraturan", "/peraturan/permendag-94-2020", "/kalkulator", "/cari", "/docs"])
def test_every_view_is_served_without_inline_script_or_foreign_address(client: TestClient, path: str) -> None:
    page = client.get(path)
    assert page.status_code == 200
    assert "<script>" not in page.text and "style=" not in page.text and " on" + "click" not in page.text
    assert "http://" not in page.text and "https://" not in page.text


def test_static_files_may_be_kept_for_good_and_only_served_under_their_version(client: TestClient) -> None:
    page = client.get("/").text
    style = page.split('rel="stylesheet" href="')[1].split('"')[0]
    answer = client.get(style)
    assert answer.status_code == 200
    assert "immutable" in answer.headers["cache-control"]


def test_an_address_that_is_not_there_shows_people_the_page_and_programs_json(client: TestClient) -> None:
    page = client.get("/tidak-ada", headers={"accept": "text/html"})
    assert (page.status_code, page.headers["content-type"].split(";")[0]) == (404, "text/html")
    assert client.get("/tidak-ada").json()["error"]["code"] == "not_found"


def test_the_description_of_the_interface_names_every_call(client: TestClient) -> None:
    paths = client.get("/openapi.json").json()["paths"]
    assert {"/healthz", "/api/chat", "/api/search", "/api/tools/{name}", "/api/regulations/{identity}"} <= set(paths)


def test_conversations_are_still_there_after_a_restart(corpus: Corpus, law: Law, tmp_path: Path) -> None:
    path = tmp_path / "percakapan.sqlite"
    session = ""
    for _ in range(2):
        app = create_app(lambda: fake_service(corpus, law, Sessions(path)))
        with TestClient(app) as client:
            app.state.opening.wait()
            if not session:
                session = str(ask(client, "pasal 13")["session_id"])
            assert client.get(f"/api/sessions/{session}").json()["turns"][0]["answer"]["citations"]


def test_an_answer_has_a_receipt_that_can_be_kept_and_checked(client: TestClient, law: Law) -> None:
    answer = ask(client, "bisakah saya naik pangkat?")
    path = f"/api/sessions/{answer['session_id']}/receipts/{answer['turn']}"
    receipt = client.get(path)
    assert "attachment" in receipt.headers["content-disposition"]
    assert receipt.json()["id"] == answer["receipt"]
    assert recheck(receipt.json(), law) == ()
    assert client.get(path.replace("/1", "/9")).status_code == 404
    client.delete(f"/api/sessions/{answer['session_id']}")
    assert client.get(path).status_code == 404


def test_the_page_can_tell_whether_questions_leave_the_machine(client: TestClient, corpus: Corpus, law: Law) -> None:
    assert client.get("/healthz").json()["external_model"] is False
    app = create_app(lambda: replace(fake_service(corpus, law, Sessions(":memory:")), external=True))
    with TestClient(app) as outside:
        app.state.opening.wait()
        assert outside.get("/healthz").json()["external_model"] is True


def test_a_fact_withdrawn_alone_is_said_for_the_person(client: TestClient) -> None:
    session = ask(client, "bisa naik pangkat? nilai saya 80")["session_id"]
    ask(client, "", session_id=session, forget=["angka_kredit"])
    turns = client.get(f"/api/sessions/{session}").json()["turns"]
    assert turns[-1]["message"] == "Tanpa Angka kredit terkumpul"
