"""How a data file names lines ("1291, 1300-1304") and places inside an attachment ("huruf A nomor 12")."""

from corpus.errors import DataError

Trail = tuple[tuple[str, str], ...]
_ALONE = ("judul", "penutup", "pembuka")


def numbers(lines: object) -> tuple[int, ...]:
    """The physical line numbers meant by "1291, 1300-1304", in that order."""
    found: list[int] = []
    for part in str(lines).replace(" ", "").split(","):
        first, _, last = part.partition("-")
        if part and not (first.isdigit() and (last or first).isdigit()):
            raise DataError(f"lines: {str(lines)!r} is wrong; write line numbers like '1291, 1300-1304'")
        if part:
            found.extend(range(int(first), int(last or first) + 1))
    return tuple(found)


def trail(place: str) -> Trail:
    """The steps of a place below an attachment: "huruf A nomor 12" is (("huruf", "A"), ("nomor", "12"))."""
    words, steps = place.split(), []
    while words:
        unit = words.pop(0)
        if unit not in _ALONE and not words:
            raise DataError(f"at: {place!r} is wrong; write pairs of unit and number like 'huruf A nomor 12'")
        steps.append((unit, "" if unit in _ALONE else words.pop(0)))
    return tuple(steps)
