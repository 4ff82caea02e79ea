"""Mask what identifies a person before a question leaves the machine: NIP, NIK, e-mail and phone numbers."""

import re

_GAP = r"[\s.\u2010-\u2015-]{0,3}"  # spaces and dashes of any kind
# The longest first: a NIP holds a NIK's worth of digits.
_PATTERNS = (
    ("[EMAIL]", re.compile(r"[\w.+-]+(?:@|[\[(]at[\])])[\w-]+(?:\.[\w-]+)+")),
    ("[NIP]", re.compile(rf"(?<!\d)\d(?:{_GAP}\d){{17}}(?!\d)")),
    ("[NIK]", re.compile(rf"(?<!\d)\d(?:{_GAP}\d){{15}}(?!\d)")),
    ("[TELEPON]", re.compile(rf"(?<!\d)(?:\+?62|0){_GAP}8(?:{_GAP}\d){{7,11}}(?!\d)")),
    ("[TELEPON]", re.compile(rf"(?<!\d)\(?(?:0|\+62 ?)\d{{2,3}}\)?{_GAP}\d{{3,4}}{_GAP}\d{{3,4}}(?!\d)")),
)


def mask(text: str) -> str:
    """The text with personal identifiers replaced by their kind."""
    for kind, pattern in _PATTERNS:
        text = pattern.sub(kind, text)
    return text
