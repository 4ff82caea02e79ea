"""Opening the parts takes seconds (texts, index, encoder): it happens beside the server, which says so until it is done."""

import logging
import threading
from collections.abc import Callable
from typing import Annotated

from fastapi import Depends, Request

from assistant.api_errors import Refusal
from assistant.service import Service

log = logging.getLogger(__name__)


class Opening:
    """The service while it is being opened in a thread, and after."""

    def __init__(self, open_service: Callable[[], Service]) -> None:
        self._open = open_service
        self._service: Service | None = None
        self._failure = ""
        self._done = threading.Event()

    def start(self) -> None:
        """Begin opening."""
        threading.Thread(target=self._run, name="open-service", daemon=True).start()

    def wait(self) -> None:
        """Stay until opened or failed."""
        self._done.wait()

    def close(self) -> None:
        """Close what was opened."""
        self.wait()
        if self._service is not None:
            self._service.sessions.close()

    @property
    def service(self) -> Service:
        """The opened service; a plain 503 before."""
        if self._service is not None:
            return self._service
        if self._failure:
            raise Refusal(503, "not_available", f"Sistem tidak dapat disiapkan: {self._failure}")
        raise Refusal(503, "not_ready", "Sistem sedang disiapkan. Coba lagi beberapa detik lagi.")

    def _run(self) -> None:
        try:
            self._service = self._open()
        except Exception as error:  # whatever it is, the page must be able to say it
            log.exception("the service could not be opened")
            self._failure = str(error) or type(error).__name__
        finally:
            self._done.set()


def _opened(request: Request) -> Service:
    opening: Opening = request.app.state.opening
    return opening.service


Opened = Annotated[Service, Depends(_opened)]
