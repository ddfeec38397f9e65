"""What school may not have taught: signs of mathematics, more of Python."""

import math

# isort: split
# --8<-- [start:imports]
from math import inf
from random import Random

# --8<-- [end:imports]

# --8<-- [start:powers-of-ten]
print(10**3, 10**-3)
print(0.0000001)
print(2.5e-3, 1e6)
# --8<-- [end:powers-of-ten]

assert 10**-7 == 1e-07

# --8<-- [start:roots]
print(math.sqrt(9), 9**0.5)
print(round(8 ** (1 / 3), 6))
print(abs(-2.5), abs(2.5))
# --8<-- [end:roots]

assert round(2**0.0001 * 2**0.9999, 12) == 2

# --8<-- [start:nearly-equal]
print(1 / 3)
print(0.1 + 0.2 == 0.3, abs(0.1 + 0.2 - 0.3) < 1e-9)
# --8<-- [end:nearly-equal]

# --8<-- [start:e]
for z in (-2, -1, 0, 1, 2):
    print(f"{z:2}  {math.exp(z):.4f}")
# --8<-- [end:e]

assert abs(math.exp(-2) - 1 / math.exp(2)) < 1e-15

# --8<-- [start:e-slope]
for z in (0, 1, 2):
    slope = (math.exp(z + 0.0001) - math.exp(z)) / 0.0001
    print(f"{math.exp(z):.3f}  {slope:.3f}")
# --8<-- [end:e-slope]

# --8<-- [start:ln]
for a in (1, 0.5, 0.1, 0.01, 0.001):
    print(f"{a:<5}  {math.log(a):.3f}")
print(f"{math.exp(math.log(7)):.3f}")
# --8<-- [end:ln]

# --8<-- [start:ln-product]
print(f"{math.log(2 * 3):.6f}")
print(f"{math.log(2) + math.log(3):.6f}")
# --8<-- [end:ln-product]

# --8<-- [start:sigma]
x = [4, 1, 3]
total = 0
for i in range(len(x)):
    total = total + x[i]
print(total)
# --8<-- [end:sigma]

# --8<-- [start:log-axes]
for value in (0.001, 0.01, 0.1, 1, 10, 100):
    print(" " * (4 * round(math.log10(value)) + 12), value)
# --8<-- [end:log-axes]

# --8<-- [start:f-strings]
x = 2 / 3
print(f"x is {x}")
print(f"{x:.3f}")
print(f"[{x:8.3f}]")
print(f"[{7:4}] [{7:<4}]")
print(f"{0.000012345:.2e} {0.5:g} {50.0:g}")
print(1, end=" ")
print(2)
# --8<-- [end:f-strings]

# --8<-- [start:text]
words = ["a", "b", "c"]
print(" ".join(words))
print("one\ntwo")
print("abcd".startswith("ab"))
# --8<-- [end:text]

# --8<-- [start:while]
dx = 1.0
count = 0
while dx > 0.001:
    dx = dx / 2
    count = count + 1
print(count, dx)

for _ in range(3):
    count += 1
print(count)
# --8<-- [end:while]

# --8<-- [start:tuples]
pair = (3, "three")
number, name = pair
print(number, name)
for number, name in [(1, "one"), (2, "two")]:
    print(number, name)
for number, name in zip([1, 2], ["one", "two"], strict=True):
    print(number, name)
print(math.dist(*[(0, 0), (3, 4)]))
# --8<-- [end:tuples]

# --8<-- [start:slices]
numbers = [10, 20, 30, 40, 50]
print(numbers[1:3], numbers[:2], numbers[2:], numbers[-1])
print(numbers.index(40), max(numbers))
print(sum(numbers), [0] * 3, 7 % 3)
# --8<-- [end:slices]

# --8<-- [start:comprehensions]
squares = [n * n for n in range(5)]
print(squares)

squares = []
for n in range(5):
    squares.append(n * n)
print(squares)
print([n for n in range(10) if n % 2 == 0])
print(sum(n * n for n in range(5)))
# --8<-- [end:comprehensions]


# --8<-- [start:functions-as-values]
def double(x):
    return 2 * x


def twice(f, x):
    return f(f(x))


print(twice(double, 5))
# --8<-- [end:functions-as-values]


# --8<-- [start:function-from-function]
def adder(n):
    def add(x):
        return x + n

    return add


add_three = adder(3)
print(add_three(10), adder(3)(10))
# --8<-- [end:function-from-function]


# --8<-- [start:defaults]
def power(x, n=2):
    return x**n


print(power(3), power(3, 4), power(3, n=1))
print(twice(lambda x: x * x, 3))
print(sorted(["ccc", "a", "bb"], key=len))
print(sorted([[2, 1], [1, 9], [1, 3]], reverse=True))
# --8<-- [end:defaults]

# --8<-- [start:try]
try:
    print(1 / 0)
except ZeroDivisionError:
    print("division by zero")
print("and on it goes")
# --8<-- [end:try]


# --8<-- [start:raise]
def square_root(y):
    if y < 0:
        raise ValueError
    return math.sqrt(y)


print(square_root(9))
# --8<-- [end:raise]


# --8<-- [start:classes]
class Counter:
    def __init__(self, start):
        self.number = start

    def up(self):
        self.number = self.number + 1


counter = Counter(5)
counter.up()
counter.up()
print(counter.number)
# --8<-- [end:classes]

# --8<-- [start:import]
dice = Random(0)
print(inf > 10**9)
print(dice.uniform(-1, 1), dice.uniform(-1, 1))
# --8<-- [end:import]

# --8<-- [start:dictionaries]
ages = {"Ann": 31, "Bob": 27}
print(ages["Ann"])
for name in ages:
    print(name)

seen = {3, 5}
seen.add(5)
print(3 in seen, 4 in seen, len(seen))
# --8<-- [end:dictionaries]
