"""Another act on the thing just spoken of: "yang mengusulkan siapa?" after who sets the credits."""

from assistant.reading import Fact
from assistant.understand.clues import Clues
from assistant.understand.language.stems import same_act
from assistant.understand.message.split import asks
from assistant.understand.observer import Observer

_CHOICE = "pilihan"
_JOINT = "_"  # between an act and what it is done to, in the name of a choice


def acted(observer: Observer, clues: Clues, tool: str) -> tuple[Fact, ...]:
    """The choice that names this act on the same thing; () where the message tells more or there is no such choice."""
    text = clues.text
    alone = text.raw == clues.whole.raw and len(clues.content) == 1 and not clues.cites and asks(text)
    if not alone or observer.facts_for(clues, tool).facts:
        return ()
    known = {**clues.conversation.facts, **clues.conversation.supposed}
    for name in sorted(observer.inputs[tool] & known.keys() & observer.fields.keys()):
        if observer.fields[name].kind == _CHOICE and (other := _other(observer, name, known[name], clues.content[0])):
            return (Fact(name, other, 0, len(text.raw), text.raw),)
    return ()


def _other(observer: Observer, name: str, value: object, act: str) -> str:
    """Of the choices about the same thing the one of this act; "" where none is, or it is the one known."""
    done, _, thing = str(value).partition(_JOINT)
    for choice in observer.fields[name].choices if thing else ():
        other, _, of = choice.partition(_JOINT)
        if of == thing and other != done and same_act(act, other):
            return choice
    return ""
