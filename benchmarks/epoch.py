"""How long an epoch of `Network.train` takes, beside other ways to do the same.

    pip install -e ".[benchmarks]"
    python benchmarks/epoch.py [--rounds 20] [--processor-time]

Every contestant starts from the same parameters and takes the same samples in the same
order in the same batches, with sigmoids, then softmax and cross-entropy, in double
precision. In each round each of them learns one epoch, one after the other, another one
first each time, so that a busy moment of the machine meets all of them. All run on one
thread and on two, and the better is taken for each. At the end their parameters have to
be equal. On a machine that has other work to do, `--processor-time` is steadier: it
counts the time of the processor, on one thread.

What is printed is the median over the rounds of (time of the contestant) / (time of
`train`): above 1, `train` is faster. `train` and scikit-learn also measure the cost on
the way, the others only learn. "bare products" are the matrix products of an epoch and
nothing else.
"""

import argparse
import importlib
import itertools
import multiprocessing
import os
import statistics
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
from sklearn.neural_network import MLPClassifier

from derivlearn import data
from derivlearn.network import Network

jax: Any = importlib.import_module("jax")
torch: Any = importlib.import_module("torch")

Numbers = npt.NDArray[np.floating[Any]]
Order = npt.NDArray[np.int64]
Layers = list[tuple[Numbers, Numbers]]
Contestant = tuple[Callable[[Order], object], Callable[[], Layers] | None]

SEED = 1


class Race(NamedTuple):
    """A network and what it learns from."""

    sizes: tuple[int, ...]
    batch_size: int
    data: str
    rate: float


RACES = (
    Race((64, 30, 10), 10, "digits", 0.5),
    Race((784, 30, 10), 10, "made", 0.1),
    Race((784, 128, 64, 10), 10, "made", 0.1),
    Race((784, 128, 64, 10), 128, "made", 0.1),
)


@cache
def samples(race: Race) -> tuple[Numbers, Order]:
    """Return inputs and labels."""
    if race.data == "digits":
        images, labels = (np.array(part[:1297]) for part in data.digits())
        return images / 16, labels
    rng = np.random.default_rng(SEED)
    x = rng.random((2000, race.sizes[0]))
    return x, rng.integers(0, race.sizes[-1], len(x))


def start(race: Race) -> Network:
    """Return the network that all begin with."""
    hidden = ["sigmoid"] * (len(race.sizes) - 2)
    return Network(
        race.sizes, activation=[*hidden, "softmax"], cost="cross_entropy", seed=SEED
    )


def copied(network: Network) -> Layers:
    """Return copies of its weights and biases."""
    pairs = zip(network.weights, network.biases, strict=True)
    return [(weights.copy(), biases.copy()) for weights, biases in pairs]


def batches(order: Order, size: int) -> Iterator[Order]:
    """Cut an order into batches."""
    for first in range(0, len(order), size):
        yield order[first : first + size]


def train(race: Race) -> Contestant:
    """`Network.train`, which draws the order itself."""
    network = start(race)
    x, labels = samples(race)
    epochs = network.train(
        x,
        labels,
        epochs=10**9,
        batch_size=race.batch_size,
        learning_rate=race.rate,
        seed=SEED,
    )
    return lambda _: next(epochs), lambda: copied(network)


def scikit_learn(race: Race) -> Contestant:
    """MLPClassifier.partial_fit, which is one pass over the samples."""
    network = start(race)
    x, labels = samples(race)
    model = MLPClassifier(
        race.sizes[1:-1],
        activation="logistic",
        solver="sgd",
        alpha=0,
        batch_size=race.batch_size,
        learning_rate_init=race.rate,
        momentum=0,
        nesterovs_momentum=False,
        shuffle=False,
    )
    model.partial_fit(x, labels, classes=np.unique(labels))  # makes its arrays
    for k, (weights, biases) in enumerate(copied(network)):
        model.coefs_[k][...] = weights.T
        model.intercepts_[k][...] = biases

    def parameters() -> Layers:
        pairs = zip(model.coefs_, model.intercepts_, strict=True)
        return [(weights.T, biases) for weights, biases in pairs]

    return lambda order: model.partial_fit(x[order], labels[order]), parameters


def pytorch(race: Race) -> Contestant:
    """PyTorch as it is mostly written: modules, autograd, an optimizer."""
    x, labels = map(torch.tensor, samples(race))
    linears = []
    for weights, biases in copied(start(race)):
        linear = torch.nn.Linear(*weights.shape[::-1], dtype=torch.float64)
        linear.weight.data = torch.tensor(weights)
        linear.bias.data = torch.tensor(biases)
        linears.append(linear)
    between = [[linear, torch.nn.Sigmoid()] for linear in linears]
    model = torch.nn.Sequential(*list(itertools.chain(*between))[:-1])
    descent = torch.optim.SGD(model.parameters(), lr=race.rate)

    def epoch(order: Order) -> None:
        for rows in torch.tensor(order).split(race.batch_size):
            descent.zero_grad()
            torch.nn.functional.cross_entropy(model(x[rows]), labels[rows]).backward()
            descent.step()

    def parameters() -> Layers:
        return [
            (linear.weight.detach().numpy(), linear.bias.detach().numpy())
            for linear in linears
        ]

    return epoch, parameters


def jax_epoch(race: Race) -> Contestant:
    """A whole epoch, compiled into one function."""
    jnp = jax.numpy
    inputs, labels = samples(race)
    x = jnp.asarray(inputs)
    y = jnp.asarray(np.eye(race.sizes[-1])[labels])
    state = [jax.tree.map(jnp.asarray, copied(start(race)))]

    def cost(layers: Any, rows: Any) -> Any:  # noqa: ANN401 - traced
        a = x[rows]
        for weights, biases in layers[:-1]:
            a = jax.nn.sigmoid(a @ weights.T + biases)
        weights, biases = layers[-1]
        shares = jax.nn.log_softmax(a @ weights.T + biases)
        return -(y[rows] * shares).sum(axis=1).mean()

    def step(layers: Any, rows: Any) -> Any:  # noqa: ANN401 - traced
        slopes = jax.grad(cost)(layers, rows)
        return jax.tree.map(lambda p, s: p - race.rate * s, layers, slopes), None

    def learn(layers: Any, order: Any) -> Any:  # noqa: ANN401 - traced
        whole = len(inputs) // race.batch_size * race.batch_size
        rows = order[:whole].reshape(-1, race.batch_size)
        layers, _ = jax.lax.scan(step, layers, rows)
        return step(layers, order[whole:])[0] if whole < len(inputs) else layers

    compiled = jax.jit(learn)

    def epoch(order: Order) -> None:
        state[0] = jax.block_until_ready(compiled(state[0], order))

    jax.block_until_ready(compiled(state[0], np.arange(len(inputs))))
    return epoch, lambda: [(np.array(w), np.array(b)) for w, b in state[0]]


def one_by_one(race: Race) -> Contestant:
    """NumPy, one sample after the other."""
    x, labels = samples(race)
    y = np.eye(race.sizes[-1])[labels]
    layers = copied(start(race))

    def add_slopes(slopes: Layers, sample: Numbers, target: Numbers) -> None:
        inputs = [sample]
        for weights, biases in layers[:-1]:
            inputs.append(1 / (1 + np.exp(-(weights @ inputs[-1] + biases))))
        weights, biases = layers[-1]
        z = weights @ inputs[-1] + biases
        powers = np.exp(z - z.max())
        delta = powers / powers.sum() - target
        for k in reversed(range(len(layers))):
            slopes[k][0][...] += np.outer(delta, inputs[k])
            slopes[k][1][...] += delta
            delta = (delta @ layers[k][0]) * inputs[k] * (1 - inputs[k])

    def epoch(order: Order) -> None:
        for rows in batches(order, race.batch_size):
            slopes = [(np.zeros_like(w), np.zeros_like(b)) for w, b in layers]
            for row in rows:
                add_slopes(slopes, x[row], y[row])
            for parameters, summed in zip(layers, slopes, strict=True):
                for parameter, slope in zip(parameters, summed, strict=True):
                    parameter[...] -= race.rate / len(rows) * slope

    return epoch, lambda: layers


def bare_products(race: Race) -> Contestant:
    """The matrix products of an epoch, into arrays that are there."""
    weights = [weights for weights, _ in copied(start(race))]
    slopes = [np.empty_like(w) for w in weights]
    count = len(samples(race)[0])

    def arrays(size: int) -> tuple[list[Numbers], list[Numbers]]:
        a: list[Numbers] = [np.zeros((size, n)) for n in race.sizes]
        return a, [np.zeros((size, n)) for n in race.sizes[1:]]

    room = {size: arrays(size) for size in (race.batch_size, count % race.batch_size)}

    def epoch(order: Order) -> None:
        for rows in batches(order, race.batch_size):
            a, delta = room[len(rows)]
            for k, w in enumerate(weights):
                a[k].dot(w.T, out=delta[k])
            for k, w in enumerate(weights):
                delta[k].T.dot(a[k], out=slopes[k])
                if k > 0:
                    delta[k].dot(w, out=a[k])

    return epoch, None


CONTESTANTS: dict[str, Callable[[Race], Contestant]] = {
    "train": train,
    "scikit-learn": scikit_learn,
    "PyTorch": pytorch,
    "one by one": one_by_one,
    "JAX, compiled": jax_epoch,
    "bare products": bare_products,
}


@cache
def prepared(race: Race) -> tuple[np.random.Generator, dict[str, Contestant]]:
    """Return the source of the orders and all contestants, once in each process."""
    jax.config.update("jax_enable_x64", True)  # noqa: FBT003 - its own way
    torch.set_num_threads(int(os.environ["OMP_NUM_THREADS"]))
    return np.random.default_rng(SEED), {
        name: build(race) for name, build in CONTESTANTS.items()
    }


def one_round(race: Race, number: int, clock: Callable[[], float]) -> dict[str, float]:
    """Return the seconds that each contestant takes for the next epoch."""
    rng, contestants = prepared(race)
    order = rng.permutation(len(samples(race)[0]))
    names = list(contestants)
    first = number % len(names)
    took = {}
    for name in names[first:] + names[:first]:
        epoch, _ = contestants[name]
        begun = clock()
        epoch(order)
        took[name] = clock() - begun
    return took


def farthest(race: Race) -> dict[str, float]:
    """Return how far the parameters of each are from those of `train`, at most."""
    _, contestants = prepared(race)
    distances = {}
    expected = contestants["train"][1]
    for name, (_, parameters) in contestants.items():
        if parameters and expected:
            distances[name] = max(
                float(abs(mine - own).max())
                for layers in zip(parameters(), expected(), strict=True)
                for mine, own in zip(*layers, strict=True)
            )
    return distances


def process(threads: int) -> ProcessPoolExecutor:
    """Start a process whose libraries use so many threads."""
    for library in ("OMP", "OPENBLAS", "MKL"):
        os.environ[f"{library}_NUM_THREADS"] = str(threads)
    os.environ["XLA_FLAGS"] = (
        f"--xla_cpu_multi_thread_eigen={'true' if threads > 1 else 'false'} "
        f"intra_op_parallelism_threads={threads}"
    )
    pool = ProcessPoolExecutor(1, multiprocessing.get_context("spawn"))
    pool.submit(os.getpid).result()
    return pool


Times = dict[tuple[str, int], list[float]]


def run(
    race: Race,
    pools: dict[int, ProcessPoolExecutor],
    rounds: int,
    clock: Callable[[], float],
) -> Times:
    """Return the seconds of each contestant and number of threads, round by round."""
    took: Times = {(name, t): [] for name in CONTESTANTS for t in pools}
    for number in range(rounds + 1):
        for threads, pool in pools.items():
            seconds = pool.submit(one_round, race, number, clock).result()
            for name in seconds:
                if number > 0:  # the first round warms up
                    took[name, threads].append(seconds[name])
    return took


def report(race: Race, took: Times) -> None:
    """Print the ratios to `train`, each with the better number of threads."""

    def better(name: str) -> int:
        tried = [threads for other, threads in took if other == name]
        return min(tried, key=lambda threads: statistics.median(took[name, threads]))

    threads = better("train")
    own = np.array(took["train", threads])
    print(f"\n{race.sizes}, batches of {race.batch_size}, {race.data} samples")
    print(f"  train           {np.median(own) * 1e3:6.1f} ms, threads: {threads}")
    for name in CONTESTANTS:
        if name != "train":
            threads = better(name)
            ratio = np.median(np.array(took[name, threads]) / own)
            print(f"  {name:14s}  {ratio:6.2f}, threads: {threads}")


def main() -> None:
    """Run all races, print what came out, and check that all learnt the same."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--processor-time", action="store_true")
    arguments = parser.parse_args()
    counts: tuple[int, ...] = (1, 2)
    clock = time.perf_counter
    if arguments.processor_time:
        counts, clock = (1,), time.process_time
    pools = {threads: process(threads) for threads in counts}
    for race in RACES:
        report(race, run(race, pools, arguments.rounds, clock))
        for pool in pools.values():
            distances = pool.submit(farthest, race).result()
            assert max(distances.values()) < 1e-9, distances
        print(f"  parameters equal to {max(distances.values()):.0e}")
    for pool in pools.values():
        pool.shutdown()


if __name__ == "__main__":
    main()
