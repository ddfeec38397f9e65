"""What has been computed is kept on disk until something that it depends on changes."""

import hashlib
import json
import platform
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import cache
from importlib import metadata
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

# Below the root of the book.
FOLDER = ".cache"


def kept(path: Path, state: Sequence[str], compute: Callable[[], Any]) -> Any:  # noqa: ANN401 - JSON
    """Return what was computed last in this state, or compute it now.

    Args:
        path: Where it is kept.
        state: What it depends on, beside Python, the machine and the libraries.
        compute: Returns what JSON can hold.
    """
    text = json.dumps([*state, *_surroundings()])
    digest = hashlib.sha256(text.encode()).hexdigest()
    with suppress(OSError, ValueError, KeyError):
        found = json.loads(path.read_text(encoding="utf-8"))
        if found["digest"] == digest:
            return found["computed"]
    computed = compute()
    folder = path.parent
    folder.mkdir(parents=True, exist_ok=True)
    # Another process may build the same book: a file is there as a whole or not at all.
    with NamedTemporaryFile("w", dir=folder, delete=False, encoding="utf-8") as new:
        json.dump({"digest": digest, "computed": computed}, new)
    Path(new.name).replace(path)
    return computed


@cache
def _surroundings() -> tuple[str, ...]:
    libraries = [
        f"{name} {metadata.version(name)}" for name in ("numpy", "scikit-learn")
    ]
    return sys.version, platform.platform(), *libraries
