"""Which pieces of the 250,002-piece vocabulary are kept, and the tokenizer made of them.

multilingual-e5-small knows a hundred languages; its embedding table is four fifths of it. We keep the pieces that
common Indonesian and English words need, in the shapes they are written in, all short Latin pieces (so that any Latin
text, mistyped too, can still be spelled out) and those of numbers. The choice does not look at the regulations:
one more regulation leaves the encoder, and with it every vector already made, as it was.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from index.weights import Piece

if TYPE_CHECKING:
    from tokenizers import Tokenizer

SPECIAL = ("<s>", "<pad>", "</s>", "<unk>", "<mask>")
_INDONESIAN_WORDS = 40_000
_ENGLISH_WORDS = 30_000
_SPACE = "\u2581"
_LAST_LATIN = "\u024f"
_SHORT = 2
_NUMBER = re.compile(r"[0-9.,:/()%\-]+")
# What the model's own normalisation map does beyond Unicode NFKC: drop control characters, and see these as a space.
_DROPPED = "[\x00-\x08\x0b\x0e-\x1f\x7f\x8f\x9f]"
_BLANK = "[\t\n\f\r\u1680\u200b-\u200f\u2028\u2029\u2581\ufeff\ufffd]"


def choose_pieces(pieces: Sequence[Piece]) -> list[int]:
    """Numbers of the pieces to keep, in their old order."""
    import wordfreq

    whole = make_tokenizer(pieces)
    wanted = {number for number, piece in enumerate(pieces) if piece.text in SPECIAL or _is_basic(piece.text)}
    indonesian = [*wordfreq.top_n_list("id", _INDONESIAN_WORDS), *_own_words()]
    words = [
        *(shape for word in indonesian for shape in _shapes(word)),
        *wordfreq.top_n_list("en", _ENGLISH_WORDS),
    ]
    for encoding in whole.encode_batch(words):
        wanted.update(encoding.ids)
    return sorted(wanted)


def make_tokenizer(pieces: Sequence[Piece]) -> "Tokenizer":
    """The XLM-RoBERTa tokenizer over these pieces."""
    from tokenizers import AddedToken, Regex, Tokenizer, models, normalizers, pre_tokenizers, processors

    number = {piece.text: at for at, piece in enumerate(pieces) if piece.text in SPECIAL}
    tokenizer = Tokenizer(models.Unigram([(piece.text, piece.score) for piece in pieces], unk_id=number["<unk>"]))
    tokenizer.normalizer = normalizers.Sequence(
        [
            normalizers.Replace(Regex(_DROPPED), ""),
            normalizers.Replace(Regex(_BLANK), " "),
            normalizers.NFKC(),
            normalizers.Replace(Regex(" {2,}"), " "),
        ]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(replacement=_SPACE, prepend_scheme="always")
    tokenizer.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>",
        pair="<s> $A </s> </s> $B </s>",
        special_tokens=[("<s>", number["<s>"]), ("</s>", number["</s>"])],
    )
    tokenizer.add_special_tokens([AddedToken(text, special=True, normalized=False) for text in SPECIAL])
    return tokenizer


def _own_words() -> list[str]:
    lines = (Path(__file__).parent / "words.txt").read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def _is_basic(text: str) -> bool:
    bare = text.lstrip(_SPACE)
    short = len(bare) <= _SHORT and all(_is_plain(letter) for letter in bare)
    return short or _NUMBER.fullmatch(bare) is not None


def _is_plain(letter: str) -> bool:
    return letter <= _LAST_LATIN or unicodedata.category(letter)[0] in "PS"


def _shapes(word: str) -> Iterable[str]:
    """The word as texts write it: lower, Title and UPPER, after a space, a bracket, a hyphen or a stroke."""
    for written in (word, word.title(), word.upper()):
        yield written
        yield "(" + written
    yield "-" + word
    yield "/" + word
