"""Open everything an assistant needs, in the order it depends on it."""

from assistant.answer import Assistant
from assistant.chat_model import open_model
from assistant.explain import Explainer
from assistant.propose import Proposer
from assistant.settings import Settings
from assistant.tools import tools
from assistant.understand.understanding import Understanding
from corpus.library import Corpus, load_corpus
from index.search import open_index


def open_assistant(settings: Settings, corpus: Corpus | None = None) -> Assistant:
    """The assistant over the built index; raises IndexMissing or IndexStale with the command that mends it."""
    corpus = corpus or load_corpus()
    index = open_index(corpus, settings.data)
    understanding = Understanding(corpus, index, tools(), cache=settings.data / "examples")
    if settings.model is None:
        return Assistant(corpus, index, understanding)
    model = open_model(settings.model)
    explainer, proposer = Explainer(model, settings.model.external), Proposer(model, tools())
    return Assistant(corpus, index, understanding, explainer=explainer, proposer=proposer)
