"""Exact quotients: division that a decimal cannot hold stays a fraction until it is shown."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from assistant.calculation import indonesian

_SHOWN = Decimal("0.0001")  # the places to which an endless decimal is shown beside its fraction


def exact_decimal(value: Fraction) -> Decimal | None:
    """The value as an exact decimal; None where its decimals never end."""
    rest = value.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    return Decimal(value.numerator) / Decimal(value.denominator) if rest == 1 else None


def result_value(value: Fraction) -> Decimal | str:
    """The value for a result: an exact decimal, or the fraction as text ("8/3") where there is none."""
    found = exact_decimal(value)
    return found if found is not None else f"{value.numerator}/{value.denominator}"


def shown(value: Fraction) -> str:
    """The value for people: "4,75", or "8/3 (sekitar 2,6667)" where its decimals never end."""
    found = exact_decimal(value)
    if found is not None:
        return indonesian(found)
    near = (Decimal(value.numerator) / Decimal(value.denominator)).quantize(_SHOWN, ROUND_HALF_UP)
    return f"{value.numerator}/{value.denominator} (sekitar {indonesian(near)})"
