"""What "tanpa" denies: of "tanpa balik kerja dulu" it tells nothing of punishments, though these may be told as "tanpa"."""

from assistant.understand.facts.seen import Seen
from assistant.understand.language.polarity import load_polarity
from assistant.understand.quantities.values import Value

_WITHIN = 4  # words behind it among which stands what it denies
_ENDS = frozenset(".,;?!") | {"tapi", "tetapi", "namun", "but", "maupun", "ataupun", "nor"}


def denies_another(value: Value, name: str, seen: Seen) -> bool:
    """Whether a choice is a no of what stands right behind it, which no cue of this fact names: "tanpa balik kerja"."""
    text, table = seen.text, load_polarity()
    if value.bare or value.first != value.last or text.at(value.first) not in table.of_what_follows:
        return False
    behind = range(value.last + 1, value.last + 2 + _WITHIN)
    end = next((at for at in behind if at >= len(text.words) or text.at(at) in _ENDS), behind.stop)
    says_something = end > value.last + 1 and not text.parts_lines(value.last, value.last + 1)
    told = (c for c in seen.cues if c.payload == name and value.last < c.first < end)
    return says_something and all(table.beforehand.issuperset(cue.phrase) for cue in told)
