"""Errors of the assistant.

AssistantError      shown to the user as it stands: plain Indonesian
├── InputError      a fact that cannot be: names the field, the value and what is allowed
└── ValueMissing    a calculator asked for a legal value that no YAML holds (a mistake of ours, named by file and key)
"""

from corpus.citation import Citation


class AssistantError(Exception):
    """Base of all errors of the assistant."""


class InputError(AssistantError):
    """A fact that cannot be; `field` is the fact's name, the message names the value and what is allowed.

    `sources` are the provisions that say what is allowed (None: a value from outside the texts); every numeral of the
    message stands in them or was told.
    """

    def __init__(self, field: str, message: str, *sources: Citation | None) -> None:
        super().__init__(message)
        self.field = field
        self.sources = tuple(source for source in sources if source is not None)


class ValueMissing(AssistantError):
    """A legal value that no YAML holds: names the file and the key."""
