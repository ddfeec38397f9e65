"""Two small data sets, as plain files, read with the standard library alone.

Where they come from, and under which licence, stands in ``README.md`` beside them.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO

__all__ = ["digits", "irises"]

# Beside this file, whatever the system writes between folders.
_FOLDER = __file__[: -len("__init__.py")]
# A pixel of 0 to 16 is one character: 0 to 9, then a to g.
_DARKEST = 16


def irises() -> tuple[list[list[float]], list[str]]:
    """Four measurements of each of 150 flowers, in cm, and their species.

    The measurements are sepal length, sepal width, petal length and petal width. The
    species are "setosa", "versicolor" and "virginica", 50 of each, in this order.

    Source:
        Fisher, The use of multiple measurements in taxonomic problems, 1936.

    Examples:
        >>> flowers, species = irises()
        >>> flowers[0], species[0]
        ([5.1, 3.5, 1.4, 0.2], 'setosa')
    """
    flowers = []
    species = []
    with _opened("irises.csv") as lines:
        next(lines)  # the names of the columns
        for line in lines:
            *numbers, name = line.strip().split(",")
            flowers.append([float(number) for number in numbers])
            species.append(name)
    return flowers, species


def digits() -> tuple[list[list[int]], list[int]]:
    """The 64 pixels of each of 1797 handwritten digits, and which digit was meant.

    An image is 8 rows of 8 pixels, row after row, from 0 (paper) to 16 (ink). They are
    in the order of the source.

    Source:
        Alpaydin and Kaynak, Optical Recognition of Handwritten Digits, 1998.

    Examples:
        >>> images, labels = digits()
        >>> images[0][:8], labels[0]
        ([0, 0, 5, 13, 9, 1, 0, 0], 0)
    """
    images = []
    labels = []
    with _opened("digits.txt") as lines:
        for line in lines:
            pixels, label = line.split()
            images.append([int(pixel, _DARKEST + 1) for pixel in pixels])
            labels.append(int(label))
    return images, labels


def _opened(name: str) -> "TextIO":
    """A file that lies beside this one."""
    return open(_FOLDER + name, encoding="ascii")  # noqa: PTH123 - no pathlib
