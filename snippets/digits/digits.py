"""Handwritten digits: a network of 64, 30 and 10 learns to read them.

Sections that take long stand last, so that no other block has to run them.
"""

# --8<-- [start:load]
import numpy as np

from derivlearn import data
from derivlearn.network import Network

images, labels = data.digits()
images = np.array(images)
labels = np.array(labels)
print(images.shape)
for row in images[0].reshape(8, 8):
    print("".join(f"{value:3}" for value in row))
print("label:", labels[0])
# --8<-- [end:load]

assert images.min() == 0
assert images.max() == 16
assert (labels[:10] == range(10)).all()

# --8<-- [start:split]
x = images[:1297] / 16
y = labels[:1297]
test_x = images[1297:] / 16
test_y = labels[1297:]

print("train:", x.shape, np.bincount(y))
print("test: ", test_x.shape, np.bincount(test_y))
# --8<-- [end:split]

# --8<-- [start:network]
network = Network(
    [64, 30, 10],
    activation=["sigmoid", "softmax"],
    cost="cross_entropy",
    seed=1,
)


def decimals(numbers):
    return " ".join(f"{number:.2f}" for number in numbers)


print(decimals(network.forward(x[0])))
print(decimals(np.eye(10)[y[0]]))
# --8<-- [end:network]

_weights, _biases = network.weights, network.biases
assert sum(each.size for each in (*_weights, *_biases)) == 2260

# --8<-- [start:before]
print(f"cost:     {network.cost_of(test_x, test_y):.2f}")
print(f"accuracy: {network.accuracy(test_x, test_y):.2f}")
# --8<-- [end:before]

# --8<-- [start:train]
progress = list(
    network.train(x, y, epochs=30, batch_size=10, learning_rate=0.5, seed=1)
)
for epoch, cost, accuracy in progress:
    if epoch in (1, 2, 5, 10, 20, 30):
        print(f"{epoch:2}: {cost:.3f} {accuracy:.3f}")
# --8<-- [end:train]


# --8<-- [start:test]
def wrong(network, x, y):
    answers = network.forward(x).argmax(axis=1)
    return int((answers != y).sum())


print("train:", wrong(network, x, y), "of", len(y))
print("test: ", wrong(network, test_x, test_y), "of", len(test_y))
print(f"accuracy: {network.accuracy(test_x, test_y):.3f}")
print(decimals(network.forward(x[0])))
# --8<-- [end:test]

# --8<-- [start:confusion]
answers = network.forward(test_x).argmax(axis=1)

table = np.zeros((10, 10), dtype=int)
for label, answer in zip(test_y, answers, strict=True):
    table[label, answer] += 1

print("   " + "".join(f"{answer:3}" for answer in range(10)))
for label in range(10):
    print(f"{label}: " + "".join(f"{n:3}" for n in table[label]))
# --8<-- [end:confusion]

assert table.sum() == 500
assert 500 - np.trace(table) == wrong(network, test_x, test_y) == 37

# --8<-- [start:misread]
shares = network.forward(test_x)
surest = shares.max(axis=1)

for i in np.flatnonzero(answers != test_y)[:12]:
    print(f"{i:3}: {test_y[i]} read as {answers[i]}, {surest[i]:.2f}")
# --8<-- [end:misread]

# No answer hangs on the last digits: the second largest share is well below.
for _x in (x, test_x):
    _sorted = np.sort(network.forward(_x), axis=1)
    assert (_sorted[:, -1] - _sorted[:, -2]).min() > 0.01
for _edge in (0.5, 0.9, 0.99):
    assert abs(surest - _edge).min() > 1e-6

# --8<-- [start:sure]
for low, high in ((0.0, 0.5), (0.5, 0.9), (0.9, 0.99), (0.99, 1.0)):
    some = (surest > low) & (surest <= high)
    missed = int((answers[some] != test_y[some]).sum())
    expected = (1 - surest[some]).sum()
    print(
        f"{low:.2f} to {high:.2f}: {missed:2} of {some.sum():3}, "
        f"expected {expected:.1f}"
    )
# --8<-- [end:sure]

# --8<-- [start:most-frequent]
most = np.bincount(y).argmax()
print(most, int((test_y != most).sum()))
print(f"{(test_y == most).mean():.3f}")
# --8<-- [end:most-frequent]


# --8<-- [start:nearest]
def nearest(x, y, unseen):
    answers = []
    for image in unseen:
        distances = ((x - image) ** 2).sum(axis=1)
        answers.append(y[distances.argmin()])
    return np.array(answers)


found = nearest(x, y, test_x)
print(int((found != test_y).sum()))
print(f"{(found == test_y).mean():.3f}")
# --8<-- [end:nearest]

assert ((found != test_y) & (answers != test_y)).sum() == 14

# --8<-- [start:price]
print("network:", 64 * 30 + 30 * 10)
print("nearest:", x.size)
# --8<-- [end:price]

# --8<-- [start:exercise-shifted]
squares = test_x.reshape(500, 8, 8)
for name, step in (("right", 1), ("left", -1)):
    moved = np.roll(squares, step, axis=2).reshape(500, 64)
    by_network = network.accuracy(moved, test_y)
    by_nearest = (nearest(x, y, moved) == test_y).mean()
    print(f"{name}: {by_network:.2f} {by_nearest:.2f}")
# --8<-- [end:exercise-shifted]


# --8<-- [start:learn]
def learned(sizes, x, y, seed):
    hidden = len(sizes) - 2
    network = Network(
        sizes,
        activation=["sigmoid"] * hidden + ["softmax"],
        cost="cross_entropy",
        seed=seed,
    )
    for _ in network.train(
        x, y, epochs=30, batch_size=10, learning_rate=0.5, seed=seed
    ):
        pass
    return network


def summary(counts):
    accuracies = 1 - np.array(counts) / 500
    mean, spread = accuracies.mean(), accuracies.std()
    return f"{mean:.3f} ± {spread:.3f}"


# --8<-- [end:learn]

# --8<-- [start:exercise-random]
pixels = images / 16
counts = []
hard = []
for seed in (1, 2, 3):
    order = np.random.default_rng(seed).permutation(1797)
    some, rest = order[:1297], order[1297:]
    reader = learned([64, 30, 10], pixels[some], labels[some], seed)
    counts.append(wrong(reader, pixels[rest], labels[rest]))
    late = rest[rest >= 1297]
    hard.append(reader.accuracy(pixels[late], labels[late]))
print(counts, summary(counts))
print(decimals(hard))
# --8<-- [end:exercise-random]

assert max(counts) < 25

# --8<-- [start:exercise-hidden]
for size in (3, 10, 100):
    counts = []
    for seed in (1, 2, 3):
        reader = learned([64, size, 10], x, y, seed)
        counts.append(wrong(reader, test_x, test_y))
    print(f"{size:3}: {counts} {summary(counts)}")
# --8<-- [end:exercise-hidden]

# --8<-- [start:seeds]
for sizes in ([64, 30, 10], [64, 10]):
    counts = []
    for seed in (1, 2, 3, 4, 5):
        reader = learned(sizes, x, y, seed)
        counts.append(wrong(reader, test_x, test_y))
    print(sizes, counts, summary(counts))
# --8<-- [end:seeds]

assert 1 - np.mean(counts) / 500 >= 0.925

# Wrong programs: what they print are wrong answers of the page's questions.

# --8<-- [start:wrong-zeros]
# All weights are 0 at the start.
empty = Network(
    [64, 30, 10],
    activation=["sigmoid", "softmax"],
    cost="cross_entropy",
    seed=1,
)
empty.weights = [np.zeros((30, 64)), np.zeros((10, 30))]
print(decimals(empty.forward(x[0])))
# --8<-- [end:wrong-zeros]

# --8<-- [start:wrong-sigmoid]
# Sigmoids in the output layer, so the outputs do not add up to 1.
other = Network([64, 30, 10], activation="sigmoid", cost="squared_error", seed=1)
print(decimals(other.forward(x[0])))
# --8<-- [end:wrong-sigmoid]

# --8<-- [start:wrong-squared]
# The squared error of ten outputs of 0.1.
print(f"cost:     {((0.1 - 1) ** 2 + 9 * 0.1**2) / 2:.2f}")
# --8<-- [end:wrong-squared]

# --8<-- [start:wrong-share]
# How many are wrong, and not the logarithm.
print(f"cost:     {1 - 0.1:.2f}")
# --8<-- [end:wrong-share]

# --8<-- [start:wrong-seen]
# 500 of the images that it has learned from.
print("test: ", wrong(network, x[:500], y[:500]), "of", 500)
# --8<-- [end:wrong-seen]

# --8<-- [start:wrong-means]
# Only the mean image of each digit is kept.
middles = np.array([x[y == digit].mean(axis=0) for digit in range(10)])
print(int((nearest(middles, np.arange(10), test_x) != test_y).sum()))
# --8<-- [end:wrong-means]

# --8<-- [start:wrong-ten]
# Only the first image of each digit is kept.
print(int((nearest(x[:10], y[:10], test_x) != test_y).sum()))
# --8<-- [end:wrong-ten]

# --8<-- [start:wrong-prices]
# Without the pixels; for all 500 images; a network that had to look at its examples.
print("nearest:", len(x))
print("nearest:", len(x) * 500)
print("network:", 10 * (64 * 30 + 30 * 10))
# --8<-- [end:wrong-prices]

# --8<-- [start:wrong-as-said]
# As many mistakes as the outputs say.
some = (surest > 0.9) & (surest <= 0.99)
print(f"0.90 to 0.99: {round((1 - surest[some]).sum()):2} of {some.sum():3}")
# --8<-- [end:wrong-as-said]
