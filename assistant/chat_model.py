"""The optional chat model: opened by one setting, called with a time limit, a token limit and a daily budget.

Whatever goes wrong with it, the caller gets None in time and sends the answer it already has.
"""

import logging
import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from assistant.errors import AssistantError

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

log = logging.getLogger(__name__)
LONGEST_REPLY = 20_000  # characters read of a reply; the rest is not an answer
AT_ONCE = 4  # calls under way; one that hangs keeps its place
_LOCAL = ("localhost", "127.0.0.1", "::1")


@dataclass(frozen=True)
class ModelSettings:
    """Which model and within which limits; `name` is "provider:model", such as "openai:gpt-4o-mini" or "ollama:llama3.1"."""

    name: str
    url: str = ""  # base URL of an OpenAI-compatible server
    key: str = ""
    seconds: float = 15.0
    tokens: int = 500
    calls_a_day: int = 1000

    @property
    def external(self) -> bool:
        """Whether a question leaves the machine when this model is asked."""
        if not self.url:
            return not self.name.startswith("ollama:")
        return urlsplit(self.url).hostname not in _LOCAL


class ChatModel:
    """A langchain chat model that answers within its limits or not at all."""

    def __init__(self, model: "BaseChatModel", settings: ModelSettings, today: Callable[[], date] = date.today) -> None:
        self.settings = settings
        self._model = model
        self._today = today
        self._spent: tuple[date, int] = (today(), 0)
        self._lock = threading.Lock()
        self._lines = threading.BoundedSemaphore(AT_ONCE)

    @property
    def seconds(self) -> float:
        """How long the person waits for it at most, all tries together."""
        return self.settings.seconds

    def write(self, instruction: str, brief: str, seconds: float | None = None) -> str | None:
        """What the model writes; None when it is late, down, busy, over budget or writes no text."""
        if not self._lines.acquire(blocking=False):
            log.warning("chat model: %s calls hang already", AT_ONCE)
            return None
        if not self._may_spend():
            self._lines.release()
            log.warning("chat model: daily budget of %s calls is spent", self.settings.calls_a_day)
            return None
        reply: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        # A daemon: a server that hangs holds up neither the answer nor the end of the program.
        threading.Thread(target=self._call, args=(instruction, brief, reply), name="chat-model", daemon=True).start()
        limit = self.settings.seconds if seconds is None else min(seconds, self.settings.seconds)
        try:
            return reply.get(timeout=limit)
        except queue.Empty:
            log.warning("chat model: no reply within %.1f s", limit)
            return None

    def _call(self, instruction: str, brief: str, reply: "queue.SimpleQueue[str | None]") -> None:
        written = None
        try:
            written = _text(self._model.invoke([("system", instruction), ("human", brief)]))
        except Exception as error:  # noqa: BLE001 - a model can fail in any way; the answer must not fail with it
            log.warning("chat model: %s", type(error).__name__)
        finally:
            self._lines.release()
            reply.put(written)

    def _may_spend(self) -> bool:
        with self._lock:
            day, count = self._spent
            count = count if day == self._today() else 0
            if count >= self.settings.calls_a_day:
                return False
            self._spent = (self._today(), count + 1)
            return True


def open_model(settings: ModelSettings) -> ChatModel:
    """Open a model by its setting; AssistantError says which extra to install or how to write the setting."""
    from langchain.chat_models import init_chat_model

    given: dict[str, Any] = {
        "timeout": settings.seconds,
        "max_tokens": settings.tokens,
        "max_retries": 0,
        "temperature": 0,
    }
    if settings.url:
        given["base_url"] = settings.url
    if settings.key or settings.url:
        given["api_key"] = settings.key or "tidak-ada"
    provider = settings.name.partition(":")[0]
    try:
        return ChatModel(init_chat_model(settings.name, **given), settings)
    except ImportError:
        extra = f"pip install 'tanya-pasal[{provider}]'"
        raise AssistantError(
            f"TANYA_MODEL={settings.name!r} memerlukan paket tambahan; pasang dengan: {extra}"
        ) from None
    except ValueError as error:
        form = "penyedia:model, misalnya openai:gpt-4o-mini atau ollama:llama3.1"
        raise AssistantError(f"TANYA_MODEL={settings.name!r} tidak dapat dibuka ({error}); tulis {form}") from None


def _text(reply: Any) -> str | None:
    content = getattr(reply, "text", None)
    return str(content)[:LONGEST_REPLY] if isinstance(content, str) and content.strip() else None
