"""Open everything an assistant needs, in the order it depends on it."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from assistant.answer import Assistant
from assistant.chat_model import open_model
from assistant.explain import Explainer
from assistant.propose import Proposer
from assistant.settings import Settings
from assistant.tools import tools
from assistant.understand.understanding import Understanding
from corpus.library import Corpus, load_corpus
from index.search import Index, open_index

EXAMPLES = "examples"


def open_assistant(settings: Settings, corpus: Corpus | None = None) -> Assistant:
    """The assistant over the built index; raises IndexMissing or IndexStale with the command that mends it."""
    corpus = corpus or load_corpus()
    index = open_index(corpus, settings.data)
    understanding = open_understanding(corpus, index, settings.data)
    if settings.model is None:
        return Assistant(corpus, index, understanding)
    model = open_model(settings.model)
    explainer, proposer = Explainer(model, settings.model.external), Proposer(model, tools())
    return Assistant(corpus, index, understanding, explainer=explainer, proposer=proposer)


def open_understanding(
    corpus: Corpus, index: Index, data: Path, today: Callable[[], date] = date.today
) -> Understanding:
    """The understanding; what it learns from its examples is made once and kept under the data folder."""
    return Understanding(corpus, index, tools(), today, data / EXAMPLES)


def learn_examples(corpus: Corpus, data: Path) -> None:
    """Have what the understanding learns made now, so that the first start need not wait for it."""
    index = open_index(corpus, data)
    open_understanding(corpus, index, data)
    index.close()


def has_learned(data: Path) -> bool:
    """Whether something learned is kept there; of what has changed since, the next start learns anew."""
    return any((data / EXAMPLES).glob("*.npy"))
