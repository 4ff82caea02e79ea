"""A real Chromium against the real server: found or loudly missed, and in CI never missed."""

import os
import shutil
import socket
import threading
from collections.abc import Iterator

import pytest
import uvicorn
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from assistant.api import create_app, open_service
from assistant.settings import Settings

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PATIENCE = 30  # seconds for the server to let go of open connections, and for a page to show what it must
MISSING = (
    "PERHATIAN: Chromium tidak ditemukan, uji halaman DILEWATI. Pasang dengan `apt-get install chromium` "
    "atau sebutkan jalannya dalam TANYA_CHROMIUM."
)


def find_chromium() -> str | None:
    named = os.environ.get("TANYA_CHROMIUM")
    return named or next((path for path in map(shutil.which, NAMES) if path), None)


@pytest.fixture(scope="session", autouse=True)
def _patient() -> None:
    """What a page must come to show may take its time on a busy machine."""
    expect.set_options(timeout=1000 * PATIENCE)


@pytest.fixture(scope="session")
def chromium() -> str:
    found = find_chromium()
    if found is None and os.environ.get("CI") == "true":
        pytest.fail("Chromium tidak ditemukan, dan di CI uji halaman tidak boleh dilewati.")
    if found is None:
        pytest.skip(MISSING)
    return found


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """A skip is a single letter: that a whole kind of test was left out is said at the very end, where it is read."""
    if find_chromium() is None and os.environ.get("CI") != "true":
        terminalreporter.section(MISSING, "!", red=True, bold=True)


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server over the built index, with a file of conversations of its own."""
    kept = tmp_path_factory.mktemp("percakapan") / "percakapan.sqlite"
    app = create_app(lambda: open_service(Settings.read(), kept))
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    listening.listen()  # from here on a request waits until the server takes it
    config = uvicorn.Config(app, log_level="error", ws="none")
    running = uvicorn.Server(config)
    thread = threading.Thread(target=running.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    app.state.opening.wait()
    _ = app.state.opening.service  # says in plain words what is wrong, if anything is
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    running.should_exit = True
    thread.join(PATIENCE)


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture
def context(browser: Browser, server: str) -> Iterator[BrowserContext]:
    made = browser.new_context(base_url=server, viewport={"width": 1280, "height": 860}, color_scheme="light")
    made.grant_permissions(["clipboard-read", "clipboard-write"], origin=server)
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext, server: str) -> Iterator[Page]:
    """A page that may neither complain in its console nor ask anything of another host."""
    opened = context.new_page()
    complaints: list[str] = []
    strangers: list[str] = []
    opened.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on(
        "request", lambda asked: strangers.append(asked.url) if not asked.url.startswith((server, "blob:")) else None
    )
    yield opened
    assert strangers == [], "the page asked another host"
    assert [words for words in complaints if not expected(words)] == []


def expected(words: str) -> bool:
    """A refusal of the server that a test provokes shows up in the console as a failed load."""
    return words.startswith("Failed to load resource")
