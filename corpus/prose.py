"""Words as running prose: on one line, and names told in a row."""

from collections.abc import Sequence


def flat(text: str) -> str:
    """The text with every run of blanks and line breaks as one blank."""
    return " ".join(text.split())


def listed(names: Sequence[str], joint: str = "dan", *, comma: bool = False) -> str:
    """Names in a row: "a, b dan c"; with a comma before the joint "a, b, dan c", as for more than two of them."""
    if len(names) < 2:
        return "".join(names)
    pause = "," if comma and len(names) > 2 else ""
    return f"{', '.join(names[:-1])}{pause} {joint} {names[-1]}"
