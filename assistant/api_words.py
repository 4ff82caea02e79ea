"""Words from outside, made safe to keep and to show: no control characters, one form of each letter."""

import unicodedata

# Cc control, Cf invisible format (zero width, text direction, soft hyphen), Cs lone surrogate, Co private, Cn unassigned.
_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn"}


def clean(text: str) -> str:
    """The text without invisible characters, line breaks kept, composed (NFC) and trimmed."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    seen = "".join(c for c in lines if c == "\n" or unicodedata.category(c) not in _UNSEEN)
    return unicodedata.normalize("NFC", seen).strip()
