"""Digits learned by heart: the cost of what was learned, and of what was not."""

# --8<-- [start:digits]
import numpy as np

from derivlearn import data
from derivlearn.network import Network

images, labels = data.digits()
x = np.array(images) / 16
y = np.array(labels)
test_x, test_y = x[1297:], y[1297:]
# --8<-- [end:digits]


# --8<-- [start:costs]
def costs(count):
    network = Network(
        [64, 30, 10],
        activation=["sigmoid", "softmax"],
        cost="cross_entropy",
        seed=1,
    )
    some_x, some_y = x[:count], y[:count]
    lines = ""
    for epoch, _, _ in network.train(
        some_x, some_y, epochs=100, batch_size=10, learning_rate=0.5, seed=1
    ):
        if epoch in (1, 5, 10, 20, 50, 100):
            train = network.cost_of(some_x, some_y)
            test = network.cost_of(test_x, test_y)
            lines += f"{epoch:3}: train {train:.3f}, test {test:.3f}\n"
    return lines


print(costs(400), end="")
# --8<-- [end:costs]

# --8<-- [start:more]
print(costs(1297), end="")
# --8<-- [end:more]
