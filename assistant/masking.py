"""Mask what identifies a person before a question leaves the machine: NIP, NIK, e-mail and phone numbers."""

import re

# The longest first: a NIP holds a NIK's worth of digits.
_PATTERNS = (
    ("[EMAIL]", re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")),
    ("[NIP]", re.compile(r"(?<!\d)\d{8}[ .-]?\d{6}[ .-]?\d[ .-]?\d{3}(?!\d)")),
    ("[NIK]", re.compile(r"(?<!\d)\d{16}(?!\d)")),
    ("[TELEPON]", re.compile(r"(?<!\d)(?:\+62|62|0)[ -]?8\d{1,3}(?:[ -]?\d{3,4}){2,3}(?!\d)")),
    ("[TELEPON]", re.compile(r"(?<!\d)\(?0\d{2,3}\)?[ -]\d{6,8}(?!\d)")),
)


def mask(text: str) -> str:
    """The text with personal identifiers replaced by their kind."""
    for kind, pattern in _PATTERNS:
        text = pattern.sub(kind, text)
    return text
