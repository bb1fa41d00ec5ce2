"""Model weights, addressed by content.  (first version: what is in the cache)"""

import json
import os
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

import platformdirs

from .errors import WeightsError


@dataclass(frozen=True)
class Weights:
    """One entry of the manifest."""

    name: str
    file: str
    bytes: int
    sha256: str
    licence: str
    sources: tuple[dict[str, Any], ...]


def known() -> dict[str, Weights]:
    """The manifest, by name; the first is the default."""
    rows: list[dict[str, Any]] = json.loads((files(__package__ or "") / "weights.json").read_text("utf-8"))
    return {row["name"]: Weights(**{**row, "sources": tuple(row["sources"])}) for row in rows}


def cache_folder() -> Path:
    """$ASKBACK_CACHE, or the user's cache folder for askback."""
    return Path(os.environ.get("ASKBACK_CACHE") or platformdirs.user_cache_dir("askback"))


def fetch(name: str, progress: Any = None, offline: bool = False) -> Path:
    """The verified file of a known name, or the user's own path."""
    manifest = known()
    if name in manifest:
        path = cache_folder() / "weights" / f"{manifest[name].sha256}.gguf"
        if path.exists():
            return path
        raise WeightsError(f"the weights of {name} are not in the cache")
    if Path(name).is_file():
        return Path(name)
    raise WeightsError(f"no weights called {name!r} and no such file; known: {', '.join(manifest)}")
