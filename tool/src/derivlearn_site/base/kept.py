"""What has been computed is kept on disk until something that it depends on changes."""

import hashlib
import json
import platform
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

# Below the root of the book.
FOLDER = ".cache"


def kept(path: Path, state: Sequence[str], compute: Callable[[], Any]) -> Any:  # noqa: ANN401 - JSON
    """Return what was computed last in this state, or compute it now.

    Args:
        path: Where it is kept.
        state: What it depends on, beside Python, the machine and what is installed.
        compute: Returns what JSON can hold.
    """
    text = json.dumps([*state, *surroundings()])
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
def surroundings() -> tuple[str, ...]:
    """Return what everything depends on: Python, the machine, what is installed."""
    # The names of these folders hold the versions: quicker than to read each one.
    folders = [each for entry in sys.path for each in Path(entry).glob("*.dist-info")]
    return sys.version, platform.platform(), *sorted(each.name for each in folders)
