"""Letters of an answer that only look like the right ones, or are others."""

from random import Random

from eval.honest import Answers, Sent, changed, in_name

_LIKE = {"a": "а", "e": "е", "o": "о", "i": "і", "c": "с", "p": "р", "1": "١", "2": "２", "5": "٥", "0": "０"}


def like_letter(answers: Answers, dice: Random) -> Sent | None:
    """A letter or digit that only looks like the right one, or one that nobody sees."""
    sent = answers.honest(dice)
    places = [i for i, char in enumerate(sent.text) if char in _LIKE and not in_name(sent, i)]
    if not places:
        return None
    at = dice.choice(places)
    unseen = dice.choice(("\u200b", "\u00ad", "\u2060"))
    return changed(sent, at, at + 1, dice.choice((_LIKE[sent.text[at]], sent.text[at] + unseen)))


def letter_changed(answers: Answers, dice: Random) -> Sent | None:
    """One letter anywhere is another one, left out or doubled."""
    sent = answers.honest(dice)
    places = [i for i, char in enumerate(sent.text) if char.isalpha() and not in_name(sent, i)]
    if not places:
        return None
    at = dice.choice(places)
    letter = sent.text[at]
    new = dice.choice([c for c in "abcdefghijklmnopqrstuvwxyz" if c != letter.lower()])
    return changed(sent, at, at + 1, dice.choice((new, "", letter * 2)))
