"""Text in the letters that the standard PDF fonts have: every other sign is written out, none is dropped."""

import unicodedata

_WRITTEN = {
    "✅": "[v]", "❌": "[x]", "❔": "[?]", "“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "−": "-",
    "…": "...", "≥": ">=", "≤": "<=", "→": "->", "•": "-", "\t": " | ", "\u00a0": " ",
}  # fmt: skip


def latin(text: str) -> str:
    """The text with every sign beyond Latin letters written out."""
    for sign, written in _WRITTEN.items():
        text = text.replace(sign, written)
    return "".join(_letter(char) for char in text)


def _letter(char: str) -> str:
    if char == "\n" or (char.isprintable() and ord(char) < 256):
        return char
    plain = "".join(c for c in unicodedata.normalize("NFKD", char) if not unicodedata.combining(c))
    return plain if plain and all(ord(c) < 256 and c.isprintable() for c in plain) else "?"
