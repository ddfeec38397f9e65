"""The numbers of CPython's `random`, to the last bit, from the same seeds.

M. Matsumoto, T. Nishimura, "Mersenne Twister", ACM TOMACS 8 (1998), MT19937; and the
order in which CPython's `Random` uses up its numbers.
"""

import math
from array import array

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

_SIZE, _AHEAD = 624, 397
_WORD = 0xFFFFFFFF
_UPPER, _LOWER = 0x80000000, 0x7FFFFFFF
_TWIST = 0x9908B0DF
# What `sample` takes its items from: up to so many items a copy, for few of them.
_POOL, _FEW = 21, 5


class Random:
    """A generator of its own."""

    def __init__(self, x: "int | None" = None) -> None:
        """Begin with a seed, or anywhere."""
        self.seed(x)

    def seed(self, a: "int | None" = None) -> None:
        """Begin anew: with a whole number, or anywhere if there is none."""
        if a is None:
            import time  # noqa: PLC0415 - MicroPython's is slow to come

            a = int(time.time() * 1000)
        if not isinstance(a, int):
            raise NotImplementedError("a seed that is no whole number")
        self._gauss: float | None = None
        rest = abs(a)
        key: list[int] = []
        while rest or not key:
            key.append(rest & _WORD)
            rest >>= 32
        self._fill(key)

    def _fill(self, key: list[int]) -> None:
        """Make the state of a key of words."""
        words = [19650218]
        for i in range(1, _SIZE):
            word = words[-1]
            words.append((1812433253 * (word ^ (word >> 30)) + i) & _WORD)
        i = 1
        for k in range(max(_SIZE, len(key))):
            word = words[i - 1]
            mixed = words[i] ^ ((word ^ (word >> 30)) * 1664525)
            words[i] = (mixed + key[k % len(key)] + k % len(key)) & _WORD
            i = self._next(words, i)
        for _ in range(_SIZE - 1):
            word = words[i - 1]
            mixed = words[i] ^ ((word ^ (word >> 30)) * 1566083941)
            words[i] = (mixed - i) & _WORD
            i = self._next(words, i)
        words[0] = _UPPER
        self._words, self._used = array("I", words), _SIZE

    @staticmethod
    def _next(words: list[int], i: int) -> int:
        if i + 1 < _SIZE:
            return i + 1
        words[0] = words[_SIZE - 1]
        return 1

    def _twist(self) -> None:
        """Make the next words of the last ones."""
        words = self._words
        for i in range(_SIZE):
            y = (words[i] & _UPPER) | (words[(i + 1) % _SIZE] & _LOWER)
            word = words[(i + _AHEAD) % _SIZE] ^ (y >> 1)
            words[i] = word ^ _TWIST if y & 1 else word
        self._used = 0

    def _word(self) -> int:
        """Return the next 32 bits."""
        if self._used == _SIZE:
            self._twist()
        y = self._words[self._used]
        self._used += 1
        y ^= y >> 11
        y ^= (y << 7) & 0x9D2C5680
        y ^= (y << 15) & 0xEFC60000
        return y ^ (y >> 18)

    def getrandbits(self, k: int) -> int:
        """Return a whole number of k random bits."""
        if k < 0:
            raise ValueError("number of bits must be non-negative")
        number = done = 0
        while done < k:
            bits = min(32, k - done)
            number |= (self._word() >> (32 - bits)) << done
            done += bits
        return number

    def random(self) -> float:
        """Return a number from 0 up to, but not including, 1, with 53 random bits."""
        high, low = self._word() >> 5, self._word() >> 6
        return (high * 67108864.0 + low) / 9007199254740992.0

    def _below(self, n: int) -> int:
        """Return a whole number from 0 up to, but not including, n."""
        bits, rest = 0, n
        while rest:
            bits += 1
            rest >>= 1
        number = self.getrandbits(bits)
        while number >= n:
            number = self.getrandbits(bits)
        return number

    def randrange(self, start: int, stop: "int | None" = None, step: int = 1) -> int:
        """Return one of `range(start, stop, step)`."""
        values = range(start) if stop is None else range(start, stop, step)
        if len(values) == 0:
            raise ValueError("empty range for randrange()")
        return values[self._below(len(values))]

    def randint(self, a: int, b: int) -> int:
        """Return a whole number from a to b, b included."""
        return self.randrange(a, b + 1)

    def choice(self, seq: "Sequence[Any]") -> "Any":
        """Return one item of a sequence."""
        if len(seq) == 0:
            raise IndexError("Cannot choose from an empty sequence")
        return seq[self._below(len(seq))]

    def choices(self, population: "Sequence[Any]", *, k: int = 1) -> "list[Any]":
        """Return k items, each of which may come again."""
        n = len(population) + 0.0
        return [population[int(self.random() * n)] for _ in range(k)]

    def shuffle(self, x: "list[Any]") -> None:
        """Bring a list into a random order."""
        for i in range(len(x) - 1, 0, -1):
            j = self._below(i + 1)
            x[i], x[j] = x[j], x[i]

    def sample(self, population: "Sequence[Any]", k: int) -> "list[Any]":
        """Return k different items."""
        n = len(population)
        if not 0 <= k <= n:
            raise ValueError("Sample larger than population or is negative")
        # From a size on, CPython looks up what was taken instead of moving a copy.
        size = _POOL
        if k > _FEW:
            power = 4
            while power < 3 * k:
                power *= 4
            size += power
        if n <= size:
            return self._from_pool(list(population), k)
        places: list[int] = []
        for _ in range(k):
            j = self._below(n)
            while j in places:
                j = self._below(n)
            places.append(j)
        return [population[j] for j in places]

    def _from_pool(self, pool: "list[Any]", k: int) -> "list[Any]":
        taken = []
        for last in range(len(pool) - 1, len(pool) - 1 - k, -1):
            j = self._below(last + 1)
            taken.append(pool[j])
            pool[j] = pool[last]
        return taken

    def uniform(self, a: float, b: float) -> float:
        """Return a number between a and b."""
        return a + (b - a) * self.random()

    def gauss(self, mu: float = 0.0, sigma: float = 1.0) -> float:
        """Return a normally distributed number; every second one is left of a pair."""
        z, self._gauss = self._gauss, None
        if z is None:
            turn = self.random() * 2.0 * math.pi
            far = math.sqrt(-2.0 * math.log(1.0 - self.random()))
            z, self._gauss = math.cos(turn) * far, math.sin(turn) * far
        return mu + z * sigma


_shared = Random()
seed = _shared.seed
getrandbits = _shared.getrandbits
random = _shared.random
randrange = _shared.randrange
randint = _shared.randint
choice = _shared.choice
choices = _shared.choices
shuffle = _shared.shuffle
sample = _shared.sample
uniform = _shared.uniform
gauss = _shared.gauss
