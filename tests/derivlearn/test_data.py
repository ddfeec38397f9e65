"""The data sets are those that scikit-learn has, number by number."""

import hashlib
from collections import Counter

from derivlearn import data

# Of scikit-learn 1.9: millimetres, then kinds; pixels, then labels; a byte each.
IRISES = "5befe0734718d3fe7febc71e7833fbb4bfbfc15ec829d49f70a0af3a4bc67d38"
DIGITS = "87ff0c9e40dc7e2c0e34e7257799c2e3f3aec1a016363bb11cad869ec428a826"
SPECIES = ["setosa", "versicolor", "virginica"]


def test_the_irises_are_those_of_scikit_learn() -> None:
    flowers, species = data.irises()
    kinds = [SPECIES.index(name) for name in species]
    millimetres = [round(10 * number) for flower in flowers for number in flower]
    digest = hashlib.sha256(bytes(millimetres) + bytes(kinds)).hexdigest()
    assert digest == IRISES


def test_the_digits_are_those_of_scikit_learn() -> None:
    images, labels = data.digits()
    pixels = [pixel for image in images for pixel in image]
    assert hashlib.sha256(bytes(pixels) + bytes(labels)).hexdigest() == DIGITS


def test_there_are_150_flowers_of_four_measurements() -> None:
    flowers, species = data.irises()
    assert Counter(map(len, flowers)) == {4: 150}
    assert Counter(species) == dict.fromkeys(SPECIES, 50)
    assert all(isinstance(number, float) for flower in flowers for number in flower)


def test_there_are_1797_digits_of_64_pixels() -> None:
    images, labels = data.digits()
    assert Counter(map(len, images)) == {64: 1797}
    assert {pixel for image in images for pixel in image} == set(range(17))
    assert set(labels) == set(range(10))


def test_whoever_changes_what_was_read_changes_no_other_copy() -> None:
    flowers, _ = data.irises()
    flowers[0][0] = 99.0
    assert data.irises()[0][0][0] == 5.1
