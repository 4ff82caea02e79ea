"""Texts to vectors."""

import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np
from numpy.typing import NDArray

from index.folder import GRAPH, PROMPTS, EncoderFolder, find_encoder, prepare_encoder

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

Vectors = NDArray[np.float32]

_MAX_THREADS = 4
# Small batches: long passages then stay in the processor's cache, twice as fast as sixteen at a time.
_BATCH = 4


class Encoder(Protocol):
    """What the index needs of an encoder: unit vectors, and a name for the weights that made them."""

    fingerprint: str
    dimension: int

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """One unit vector per question."""
        ...

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """One unit vector per passage."""
        ...


class SentenceEncoder:
    """The real encoder: sentence-transformers over the folder that `prepare_encoder` made."""

    def __init__(self, folder: EncoderFolder) -> None:
        self.fingerprint = folder.fingerprint
        self._model = _load_model(folder.path)
        self.dimension = int(json.loads((folder.path / "config.json").read_text("utf-8"))["hidden_size"])

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """One unit vector per question."""
        return self._encode(texts, PROMPTS["query"])

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """One unit vector per passage."""
        return self._encode(texts, PROMPTS["passage"])

    def _encode(self, texts: Sequence[str], prompt: str) -> Vectors:
        if not texts:
            return np.zeros((0, self.dimension), np.float32)
        vectors: Vectors = self._model.encode(
            list(texts), prompt=prompt, batch_size=_BATCH, show_progress_bar=False, convert_to_numpy=True
        )
        return vectors


def load_encoder(data_dir: Path, prepare: bool = False) -> SentenceEncoder:
    """The real encoder; with `prepare` its folder is made first where it is missing."""
    return SentenceEncoder(prepare_encoder(data_dir) if prepare else find_encoder(data_dir))


def _load_model(folder: Path) -> "SentenceTransformer":
    _stay_offline()
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.base.modules import Normalize
    from sentence_transformers.sentence_transformer.modules import Pooling

    from index.onnx_transformer import OnnxTransformer

    config = json.loads((folder / "sentence_bert_config.json").read_text("utf-8"))
    modules: list[Any] = [
        OnnxTransformer(folder, GRAPH, config["max_seq_length"], _threads()),
        Pooling.load(str(folder), subfolder="1_Pooling"),
        Normalize(),
    ]
    return SentenceTransformer(modules=modules, prompts=PROMPTS, device="cpu")


def _stay_offline() -> None:
    """Keep the model libraries from ever asking a hub."""
    for name in ("HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE", "HF_DATASETS_OFFLINE", "HF_HUB_DISABLE_TELEMETRY"):
        os.environ.setdefault(name, "1")
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")


def _threads() -> int:
    return min(len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1, _MAX_THREADS)
