"""Each correction that the assistant may make agrees with the provision it is shown above."""

import pytest

from assistant.compose import say_provision
from assistant.phrases import phrase
from assistant.verify import verify
from corpus.address import Address
from corpus.library import Corpus
from eval.honest import all_corrections


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize(("text", "address"), all_corrections())
def test_a_correction_passes_the_gate(text: str, address: Address, language: str, corpus: Corpus) -> None:
    cited = corpus.cite(address)
    said = f"{phrase(language, 'corrected', correction=text)}\n\n{say_provision(cited, language)}"
    assert verify(said, (cited,), (), (), corpus, corrections=(text,)).failures == ()
