"""The same seeds give CPython's numbers, to the last bit."""

import random
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from derivlearn_site.code.micropython import random as ours

SEEDS = st.integers(-(2**80), 2**80)
USES: dict[str, Callable[[Any], object]] = {
    "random": lambda dice: dice.random(),
    "getrandbits": lambda dice: [dice.getrandbits(k) for k in (0, 1, 31, 32, 33, 100)],
    "randrange": lambda dice: [dice.randrange(7), dice.randrange(3, 90, 4)],
    "randint": lambda dice: dice.randint(-3, 1000),
    "choice": lambda dice: dice.choice("abcdefg"),
    "choices": lambda dice: dice.choices(range(9), k=5),
    "few of many": lambda dice: dice.sample(range(1000), 4),
    "many of many": lambda dice: dice.sample(range(1000), 80),
    "some of few": lambda dice: dice.sample(range(30), 7),
    "all of few": lambda dice: dice.sample(range(21), 21),
    "uniform": lambda dice: dice.uniform(-1.5, 4),
    "gauss": lambda dice: [dice.gauss(1.0, 2.0) for _ in range(3)],
}


def shuffled(dice: Any) -> list[int]:  # noqa: ANN401
    items = list(range(40))
    dice.shuffle(items)
    return items


@given(seed=SEEDS, names=st.lists(st.sampled_from([*USES]), max_size=6))
def test_they_come_in_the_same_order(seed: int, names: list[str]) -> None:
    theirs, own = random.Random(seed), ours.Random(seed)  # noqa: S311
    for name in names:
        assert USES[name](own) == USES[name](theirs), name
    assert shuffled(own) == shuffled(theirs)
    assert [own.random() for _ in range(700)] == [theirs.random() for _ in range(700)]


def test_the_module_has_a_generator_of_its_own() -> None:
    random.seed(5)
    ours.seed(5)
    for name, use in USES.items():
        assert use(ours) == use(random), name


def test_a_seed_may_be_set_anew() -> None:
    dice = ours.Random(1)
    first = [dice.gauss(), dice.random()]
    dice.seed(1)
    assert [dice.gauss(), dice.random()] == first
    assert ours.Random().random() != first[1]


@pytest.mark.parametrize("seed", ["text", 1.5, b"bytes"])
def test_a_seed_that_cpython_hashes_is_left_to_it(seed: Any) -> None:  # noqa: ANN401
    with pytest.raises(NotImplementedError):
        ours.Random(seed)


def test_what_is_empty_is_refused() -> None:
    dice = ours.Random(1)
    for refused in (
        lambda: dice.randrange(0),
        lambda: dice.sample([1], 2),
        lambda: dice.getrandbits(-1),
    ):
        with pytest.raises(ValueError, match=r"\w"):
            refused()
    with pytest.raises(IndexError):
        dice.choice([])
