"""What befell somebody who studies, told in a story in plain words: illness or death, for which no sanction may be due."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from assistant.reading import Fact
from assistant.understand.language.polarity import load_polarity
from assistant.understand.language.text import Text
from corpus.data import load_yaml

_NEAR = 2  # words before it in which it is denied
_WHOSE = 4  # words before it in which it is told whom it befell


def spared(text: Text, told: Sequence[Fact], wanted: Collection[str]) -> Iterator[Fact]:
    """That something befell whoever studies, where it is wanted and told by nothing else; how sure it is the rule says."""
    name = _table()["fact"]
    if name not in wanted or any(fact.field == name for fact in told):
        return
    places = [place for phrase in _table()["befell"] for place in text.find(phrase)]
    if places and any(_is_no(text, first) for first, _ in places):
        return
    meant = sorted(place for place in places if not _is_another(text, *place))
    if meant:
        start, end = text.span(*meant[0])
        yield Fact(name, True, start, end, text.raw[start:end])


def _is_no(text: Text, first: int) -> bool:
    return bool({text.at(at) for at in range(first - _NEAR, first)} & load_polarity().no)


def _is_another(text: Text, first: int, last: int) -> bool:
    """Whether the words are of another thing ("surat sakit", "rumah sakit"), or it befell somebody who does not study."""
    table = _table()
    if text.at(first - 1) in table["never_after"] or text.at(last + 1) in table["never_before"]:
        return True
    before = Text(text.raw, text.words[max(0, first - _WHOSE) : first])
    return before.has(*table["of_others"])


@cache
def _table() -> Mapping[str, Any]:
    loaded: Mapping[str, Any] = load_yaml(Path(__file__).with_suffix(".yaml"))
    return loaded
