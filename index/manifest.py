"""Where an index lives, what it was made of, and whether it is whole.

<data>/index/current     the name of the build that is served; replaced in one step, last of all
<data>/index/<name>/     one build: passages/ and asked/ (each with chroma/, vectors.npy and words), names.npz, and
                         manifest.json, written when all else is done
"""

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from index.errors import IndexMissing, IndexStale
from index.projection import PROJECTION

_MANIFEST = "manifest.json"
_CURRENT = "current"
# Chroma counts its own openings in this file, so its bytes change; what it holds is checked by asking it.
_LIVE = "chroma.sqlite3"
_CODE = ("store.py", "keywords.py", "terms.yaml", "build.py", "manifest.py", "shelf.py", "contents.py")


@dataclass(frozen=True)
class Identity:
    """What an index is made of; two indexes of one identity are the same."""

    corpus: str
    passages: str
    encoder: str
    code: str

    def changed(self, before: Mapping[str, str]) -> str:
        """In plain words, what differs from the identity written in a manifest."""
        names = {"corpus": "teks peraturan", "passages": "susunan teks", "encoder": "penyandi", "code": "program"}
        return ", ".join(name for key, name in names.items() if before.get(key) != getattr(self, key))


@dataclass(frozen=True)
class Build:
    """A whole build on disk."""

    folder: Path
    count: int


def data_folder() -> Path:
    """The folder for everything the program makes: TANYA_DATA, or `.tanya` beside the code."""
    named = os.environ.get("TANYA_DATA")
    return Path(named) if named else Path(__file__).parents[1] / ".tanya"


def identify(corpus_hash: str, texts: str, encoder: str) -> Identity:
    """The identity of an index of texts with this digest, made by this code and that encoder."""
    code = hashlib.sha256()
    for name in _CODE:
        code.update((Path(__file__).parent / name).read_bytes())
    code.update(PROJECTION.read_bytes())
    return Identity(corpus_hash, texts, encoder, code.hexdigest())


def find_build(data_dir: Path, wanted: Identity) -> Build:
    """The build that is served, if it is whole and of the wanted identity; else IndexMissing or IndexStale."""
    home = data_dir / "index"
    try:
        folder = home / (home / _CURRENT).read_text("utf-8").strip()
        manifest = json.loads((folder / _MANIFEST).read_text("utf-8"))
        identity, files, count = dict(manifest["identity"]), dict(manifest["files"]), int(manifest["count"])
    except FileNotFoundError:
        raise IndexMissing(home, "belum dibangun") from None
    except (OSError, ValueError, KeyError, TypeError):
        raise IndexMissing(home, "manifesnya rusak") from None
    if changed := wanted.changed(identity):
        raise IndexStale(home, changed)
    if damaged := [name for name, digest in files.items() if _digest_file(folder / name) != digest]:
        raise IndexMissing(home, f"berkas {damaged[0]} rusak")
    return Build(folder, count)


def served_folder(data_dir: Path) -> Path | None:
    """The folder of the build that `current` names, whole or not."""
    try:
        return data_dir / "index" / (data_dir / "index" / _CURRENT).read_text("utf-8").strip()
    except (OSError, ValueError):
        return None


def write_manifest(folder: Path, identity: Identity, count: int) -> None:
    """Seal a build: after this it counts as whole."""
    files = {
        str(path.relative_to(folder)): _digest_file(path)
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name not in (_LIVE, _MANIFEST)
    }
    content = {"identity": vars(identity), "count": count, "files": files}
    (folder / _MANIFEST).write_text(json.dumps(content, indent=1) + "\n", "utf-8")


def serve(data_dir: Path, folder: Path) -> None:
    """Make a sealed build the one that is served, in one step."""
    beside = data_dir / "index" / f"{_CURRENT}.new"
    beside.write_text(folder.name + "\n", "utf-8")
    beside.replace(beside.with_name(_CURRENT))


def _digest_file(path: Path) -> str | None:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return None
