"""The day since which a rank or a level is held, told right behind it: "III/a per 1 April 2024"."""

from assistant.understand.facts.seen import Seen
from assistant.understand.language.units import load_units
from assistant.understand.quantities.introduced import load_introductions
from assistant.understand.quantities.values import Value


def is_held_since(value: Value, name: str, seen: Seen) -> bool:
    """Whether a day long past stands behind the choice that a fact says since when, or how long, it is held."""
    field = seen.fields[name]
    held = field.held_in or (seen.fields[field.began].held_in if field.began else "")
    if not held or not value.long_ago:  # nobody judges a case as of a day more than a year ago
        return False
    first = value.first
    while seen.text.at(first - 1) in load_introductions().since or seen.text.at(first - 1) in load_units().since:
        first -= 1
    return first < value.first and any(held in other.fits and other.last == first - 1 for other in seen.values)
