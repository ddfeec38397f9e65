"""A network as a file: JSON text, the same to the last bit, or no network at all.

Python writes a float with as many digits as it takes to read the same one back. What
was read is believed only if the digest of it all stands beside it.
"""

import hashlib
import json
import os
import secrets
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from derivlearn._inner.checks import shown
from derivlearn.network import _checks
from derivlearn.network._functions import Array
from derivlearn.network._parameters import count

FORMAT = "derivlearn network, 1"


class Saved(NamedTuple):
    """All that a network is."""

    sizes: tuple[int, ...]
    activations: tuple[str, ...]
    cost: str
    parameters: Array  # all of them, in one row


def write(path: str | Path, saved: Saved) -> None:
    """Write a file beside the path, and put it in its place when it is whole."""
    held: dict[str, Any] = {
        "format": FORMAT,
        "sizes": saved.sizes,
        "activations": saved.activations,
        "cost": saved.cost,
        "dtype": saved.parameters.dtype.name,
        "parameters": saved.parameters.tolist(),
    }
    held["sha256"] = _digest(held)
    place = Path(os.path.realpath(path))
    # Of a name that nobody else writes to at the same time.
    beside = place.with_name(f".{secrets.token_hex(8)}.part")
    try:
        beside.write_text(json.dumps(held), encoding="utf-8")
        beside.replace(place)
    finally:
        beside.unlink(missing_ok=True)


def read(path: str | Path) -> Saved:
    """What ``write`` wrote; a ValueError for anything else that can be read."""
    data = Path(path).read_bytes()
    try:
        # As many numbers as the file has, and no more, are ever made.
        held = json.loads(data)
        if not isinstance(held, dict) or held.get("format") != FORMAT:
            raise ValueError("it was not written by Network.save")  # noqa: TRY301
        if held.pop("sha256", None) != _digest(held):
            raise ValueError("it has changed since it was written")  # noqa: TRY301
        return _saved(held)
    except RecursionError as error:
        raise ValueError(f"path: {path} holds no network: it is too deep") from error
    except (KeyError, OverflowError, TypeError, ValueError) as error:
        raise ValueError(f"path: {path} holds no network: {error}") from error


def _digest(held: dict[str, Any]) -> str:
    """The digest of all but itself."""
    return hashlib.sha256(json.dumps(held, sort_keys=True).encode()).hexdigest()


def _saved(held: dict[str, Any]) -> Saved:
    """What a file holds, if it goes together."""
    sizes = _checks.network_sizes(held["sizes"])
    activations = _checks.activation_names(held["activations"], sizes)
    cost = _checks.cost_name(held["cost"], activations[-1])
    dtype = _checks.float_dtype(held["dtype"])
    numbers = held["parameters"]
    if not isinstance(numbers, list) or len(numbers) != count(sizes):
        raise ValueError(f"parameters is no list of the {count(sizes)} that sizes says")
    for k, number in enumerate(numbers):
        if type(number) not in {int, float}:
            raise ValueError(f"parameters[{k}] is {shown(number)}, which is no number")
    with np.errstate(over="ignore"):  # and then it is infinite, which load refuses
        return Saved(sizes, activations, cost, np.array(numbers, dtype))
