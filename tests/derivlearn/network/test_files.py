"""A saved network: the same to the last bit, or one ValueError."""

import errno
import hashlib
import json
import math
import pickle
import re
import tracemalloc
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from derivlearn.network import Network
from derivlearn.network._files import FORMAT
from tests.derivlearn.network.networks import Case, bits, cases

SETTINGS: dict[str, Any] = {"activation": "sigmoid", "cost": "cross_entropy"}
NO_NETWORK = r"^path: .* holds no network: "


def small() -> Network:
    """Return a network of 2 inputs, 3 hidden neurons and 2 outputs."""
    return Network([2, 3, 2], **SETTINGS, seed=1)


def written(path: Path, **change: object) -> Path:
    """Write a file as `save` does, digest and all, but for a change."""
    held: dict[str, Any] = {
        "format": FORMAT,
        "sizes": [2, 3, 2],
        "activations": ["sigmoid", "sigmoid"],
        "cost": "squared_error",
        "dtype": "float64",
        "parameters": [0.5] * 17,
        **change,
    }
    held = {name: value for name, value in held.items() if value is not ...}
    digest = hashlib.sha256(json.dumps(held, sort_keys=True).encode()).hexdigest()
    path.write_text(json.dumps({**held, "sha256": digest}), encoding="utf-8")
    return path


@given(
    cases() | cases(dtype="float32"),
    st.sampled_from([-0.0, 5e-324, 1e-45, 1 / 3, 3.4e38, -1e-7]),
)
def test_what_is_saved_is_loaded_to_the_last_bit(
    tmp_path_factory: pytest.TempPathFactory, case: Case, number: float
) -> None:
    path = tmp_path_factory.mktemp("saved") / "network"
    network = case.network
    network.weights[0][0, 0] = number
    network.save(path)
    loaded = Network.load(path)
    assert bits(loaded) == bits(network)
    assert repr(loaded) == repr(network)
    assert loaded.dtype == network.dtype


def test_a_file_is_written_where_it_was_asked_for(tmp_path: Path) -> None:
    small().save(str(tmp_path / "network.saved"))
    assert [path.name for path in tmp_path.iterdir()] == ["network.saved"]
    assert bits(Network.load(str(tmp_path / "network.saved"))) == bits(small())


def test_a_loaded_network_goes_on_learning(tmp_path: Path) -> None:
    network = small()
    network.save(tmp_path / "network")
    loaded = Network.load(tmp_path / "network")
    for one in (network, loaded):
        samples: dict[str, Any] = {"x": [[0, 0], [0, 1]], "y": [0, 1]}
        steps = one.train(**samples, epochs=3, batch_size=1, learning_rate=0.5, seed=1)
        assert len(list(steps)) == 3
    assert bits(loaded) == bits(network)


def test_a_file_is_text_that_can_be_read(tmp_path: Path) -> None:
    network = small()
    network.save(tmp_path / "network")
    held = json.loads((tmp_path / "network").read_text(encoding="utf-8"))
    assert held["sizes"] == [2, 3, 2]
    assert held["activations"] == ["sigmoid", "sigmoid"]
    assert held["parameters"][:2] == network.weights[0][0].tolist()


def test_whatever_bit_is_flipped_it_is_the_same_network_or_none(tmp_path: Path) -> None:
    path = tmp_path / "network"
    small().save(path)
    whole = path.read_bytes()
    for place in range(len(whole)):
        for bit in range(8):
            changed = bytearray(whole)
            changed[place] ^= 1 << bit
            path.write_bytes(changed)
            try:
                loaded = Network.load(path)
            except ValueError as error:
                assert re.match(NO_NETWORK, str(error))  # noqa: PT017 - one of two
            else:
                assert bits(loaded) == bits(small())
                assert repr(loaded) == repr(small())


@given(st.binary(max_size=60))
def test_whatever_a_file_holds_is_one_error(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    path = tmp_path_factory.mktemp("any") / "network"
    path.write_bytes(content)
    with pytest.raises(ValueError, match=NO_NETWORK):
        Network.load(path)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"no network",
        b"[]",
        b"{}",
        b"17",
        b"null",
        b'"network"',
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b"\xff\xfe",
        b"9" * 10_000,
        pickle.dumps("no network"),
        b"PK\x03\x04",
        json.dumps({"format": FORMAT}).encode(),
        json.dumps({"format": FORMAT, "sha256": None}).encode(),
    ],
    ids=lambda content: content[:12],
)
def test_a_file_of_another_kind_is_an_error(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "network"
    path.write_bytes(content)
    with pytest.raises(ValueError, match=NO_NETWORK):
        Network.load(path)


def test_a_file_of_numpy_is_an_error(tmp_path: Path) -> None:
    np.save(tmp_path / "network.npy", np.zeros(17))
    with pytest.raises(ValueError, match=NO_NETWORK):
        Network.load(tmp_path / "network.npy")


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"sizes": [2, 3, 3]}, "parameters is no list of the 21 that sizes says"),
        ({"sizes": 3}, "sizes is 3, which is no list"),
        ({"sizes": [2]}, "sizes has length 1, "),
        ({"sizes": ["2", 3, 2]}, "sizes[0] is '2', which is no whole number"),
        ({"activations": ["swish", "sigmoid"]}, "activation 'swish' is unknown"),
        ({"activations": ["sigmoid"]}, "activation has length 1, "),
        ({"activations": ["tanh", "tanh"], "cost": "cross_entropy"}, "cost is "),
        ({"cost": ["squared_error"]}, "cost is ['squared_error'], which is no name"),
        ({"dtype": "int64"}, "dtype 'int64' is unknown"),
        ({"dtype": ["float64"]}, "dtype "),
        ({"dtype": "m8[Y/0]"}, "dtype 'm8[Y/0]' is unknown"),
        ({"dtype": ","}, "dtype ',' is unknown"),
        ({"dtype": "float64,float32"}, "dtype 'float64,float32' is unknown"),
        ({"parameters": [0.5] * 16}, "parameters is no list of the 17 that sizes says"),
        ({"parameters": "a" * 17}, "parameters is no list"),
        ({"parameters": {"0": 0.5}}, "parameters is no list"),
        ({"parameters": [[0.5]] * 17}, "parameters[0] is [0.5], which is no number"),
        ({"parameters": [0.5] * 16 + [None]}, "parameters[16] is None, which is no"),
        ({"parameters": ["1"] * 17}, "parameters[0] is '1', which is no number"),
        ({"parameters": [True] * 17}, "parameters[0] is True, which is no number"),
        ({"parameters": [10**400] * 17}, "int too large to convert to float"),
        ({"format": "derivlearn network, 2"}, "it was not written by Network.save"),
        ({"sizes": ...}, "'sizes'"),
        ({"activations": ...}, "'activations'"),
        ({"cost": ...}, "'cost'"),
        ({"dtype": ...}, "'dtype'"),
        ({"parameters": ...}, "'parameters'"),
    ],
)
def test_a_file_with_another_network_than_it_says_is_an_error(
    tmp_path: Path, change: dict[str, Any], reason: str
) -> None:
    path = written(tmp_path / "network", **change)
    message = f"path: {path} holds no network: {reason}"
    with pytest.raises(ValueError, match=f"^{re.escape(message)}"):
        Network.load(path)


def test_a_number_that_was_changed_is_told(tmp_path: Path) -> None:
    path = written(tmp_path / "network")
    assert Network.load(path).weights[0][0, 0] == 0.5
    path.write_text(path.read_text(encoding="utf-8").replace("0.5", "0.4", 1))
    message = re.escape("holds no network: it has changed since it was written")
    with pytest.raises(ValueError, match=message):
        Network.load(path)


def test_nothing_large_is_made_of_a_small_file(tmp_path: Path) -> None:
    large = written(tmp_path / "large", sizes=[20_000, 20_000, 2])
    # As an array, these would be 17 times the longest text.
    text = written(tmp_path / "text", parameters=["a" * 50_000, *[""] * 16])
    tracemalloc.start()
    with pytest.raises(ValueError, match=r"the 400060002 that sizes says$"):
        Network.load(large)
    with pytest.raises(ValueError, match=r"no number$"):
        Network.load(text)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 10**6


def test_many_may_save_to_one_place(tmp_path: Path) -> None:
    networks = [Network([2, 2], **SETTINGS, seed=seed) for seed in range(8)]
    path = tmp_path / ("n" * 250)  # as long as a name may well be

    def save_often(network: Network) -> None:
        for _ in range(20):
            network.save(path)

    with ThreadPoolExecutor() as threads:
        list(threads.map(save_often, networks))
    assert bits(Network.load(path)) in [bits(network) for network in networks]
    assert len(list(tmp_path.iterdir())) == 1


def test_a_link_to_itself_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "network"
    path.symlink_to(path)
    small().save(path)
    assert bits(Network.load(path)) == bits(small())


@pytest.mark.parametrize("number", [math.nan, math.inf, -math.inf])
def test_what_is_not_finite_is_refused_with_its_place(
    tmp_path: Path, number: float
) -> None:
    message = rf"^weights\[1\]\[0, 2\] = {number!r} is not finite in float64$"
    path = written(tmp_path / "network", parameters=[*[0.5] * 11, number, *[0.5] * 5])
    with pytest.raises(ValueError, match=message):
        Network.load(path)
    network = small()
    network.weights[1][0, 2] = number
    with pytest.raises(ValueError, match=message):
        network.save(tmp_path / "other")
    assert not (tmp_path / "other").exists()


def test_what_float32_cannot_hold_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path / "network", dtype="float32", parameters=[1e300] * 17)
    with pytest.raises(ValueError, match=r"^weights\[0\]\[0, 0\] = inf is not finite"):
        Network.load(path)


def test_half_a_file_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "network"
    small().save(path)
    whole = path.read_bytes()
    for size in range(0, len(whole), 7):
        path.write_bytes(whole[:size])
        with pytest.raises(ValueError, match=NO_NETWORK):
            Network.load(path)


def test_if_the_disk_is_full_halfway_the_old_network_is_still_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "network"
    small().save(path)
    before = path.read_bytes()

    def write_half(self: Path, text: str, **_: object) -> None:
        self.write_bytes(text.encode()[: len(text) // 2])
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_text", write_half)
    network = small()
    network.biases[0] = [1.0, 2.0, 3.0]
    with pytest.raises(OSError, match="No space left"):
        network.save(path)
    assert path.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == ["network"]


def test_a_link_is_followed_and_stays(tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    (tmp_path / "network").symlink_to(tmp_path / "kept/network")
    small().save(tmp_path / "network")
    assert (tmp_path / "network").is_symlink()
    assert bits(Network.load(tmp_path / "kept/network")) == bits(small())


def test_a_file_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        Network.load(tmp_path / "nothing")
    with pytest.raises(FileNotFoundError):
        small().save(tmp_path / "no folder/network")
