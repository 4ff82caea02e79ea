"""Whether a clause asks by the word at its end: "dihitung tidak", "harus dikembalikan kah"."""

from assistant.understand.language.denial import is_tag
from assistant.understand.language.text import Text
from assistant.understand.message.split_words import load_split_words


def tags(text: Text, at: int) -> bool:
    """Whether a word makes a question of the clause that it ends; "yang lain tidak" and "katanya tidak" are told."""
    table, before = load_split_words(), text.at(at - 1)
    if is_tag(text, at):
        return True
    if text.at(at) not in table.tags or before in table.untagged or not before.isalpha() or at < 2:
        return False
    if not (table.reporting | table.untagged_clause).isdisjoint(text.said[_clause_start(text, at) : at]):
        return False
    return _ends(text, at + 1) or (text.at(at + 1) in table.fillers and _ends(text, at + 2))


def _clause_start(text: Text, at: int) -> int:
    """The first word of the clause that holds a word."""
    while at > 0 and not text.words[at - 1].is_mark:
        at -= 1
    return at


def _ends(text: Text, at: int) -> bool:
    """Whether a clause is at its end: the message is, a mark stands there, or a joint leads on."""
    joints = {joint[0] for joint in load_split_words().joints}
    return at >= len(text.words) or text.words[at].is_mark or text.at(at) in joints
