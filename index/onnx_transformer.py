"""The first step of a sentence-transformers model, run by onnxruntime instead of PyTorch."""

from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime as ort
import torch
from sentence_transformers.base.modules import InputModule
from tokenizers import Tokenizer


class OnnxTransformer(InputModule):
    """Tokens and network of an encoder folder; pooling and normalising stay sentence-transformers' own."""

    def __init__(self, folder: Path, graph: str, max_length: int, threads: int) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.max_seq_length = max_length
        self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.tokenizer.enable_truncation(max_length)
        self.tokenizer.enable_padding(pad_id=self.tokenizer.token_to_id("<pad>"), pad_token="<pad>")
        options = ort.SessionOptions()
        options.intra_op_num_threads = threads
        # Threads that wait busily would take the cores from the web server between two questions.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        self.session = ort.InferenceSession(str(folder / graph), options, providers=["CPUExecutionProvider"])

    def preprocess(self, inputs: Any, prompt: str | None = None, **kwargs: object) -> dict[str, torch.Tensor | Any]:
        """Texts to token numbers, all as long as the longest."""
        encodings = self.tokenizer.encode_batch([(prompt or "") + text for text in inputs])
        return {
            "input_ids": torch.tensor([encoding.ids for encoding in encodings]),
            "attention_mask": torch.tensor([encoding.attention_mask for encoding in encodings]),
        }

    def forward(self, features: dict[str, torch.Tensor | Any], **kwargs: object) -> dict[str, torch.Tensor | Any]:
        """Token numbers to one vector per token."""
        tokens = {name: features[name].numpy().astype(np.int64) for name in ("input_ids", "attention_mask")}
        features["token_embeddings"] = torch.from_numpy(self.session.run(None, tokens)[0])
        return features

    def save(self, output_path: str, *args: object, **kwargs: object) -> None:
        """Nothing to save: the folder this was read from is the model."""
