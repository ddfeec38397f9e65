"""What has been computed is kept on disk until something that it depends on changes."""

import hashlib
import json
import platform
import sys
from collections.abc import Callable, Iterable, Sequence
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
    digest = digest_of([*state, *surroundings()])
    computed = find(path, digest)
    if computed is None:
        computed = compute()
        keep(path, digest, computed)
    return computed


def find(path: Path, digest: str) -> Any:  # noqa: ANN401 - JSON
    """Return what is kept, if it was computed of what has this digest; else `None`."""
    with suppress(OSError, ValueError, KeyError, TypeError):
        found = json.loads(path.read_text(encoding="utf-8"))
        if found["digest"] == digest:
            return found["computed"]
    return None


def keep(path: Path, digest: str, computed: object) -> None:
    """Keep what was computed, with the digest of what it was computed of."""
    folder = path.parent
    folder.mkdir(parents=True, exist_ok=True)
    # Another process may build the same book: a file is there as a whole or not at all.
    with NamedTemporaryFile("w", dir=folder, delete=False, encoding="utf-8") as new:
        json.dump({"digest": digest, "computed": computed}, new)
    Path(new.name).replace(path)


def digest_of(parts: Iterable[object]) -> str:
    """Return a digest of what something is made of; of a file, what it holds."""
    digest = hashlib.sha256()
    for part in parts:
        data = part.read_bytes() if isinstance(part, Path) else repr(part).encode()
        digest.update(len(data).to_bytes(8, "big") + data)
    return digest.hexdigest()


@cache
def surroundings() -> tuple[str, ...]:
    """Return what everything depends on: Python, the machine, what is installed."""
    # The names of these folders hold the versions: quicker than to read each one.
    folders = [each for entry in sys.path for each in Path(entry).glob("*.dist-info")]
    return sys.version, platform.platform(), *sorted(each.name for each in folders)
