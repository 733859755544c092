"""Compartments that empty into each other at constant rates: exact steps of any length.

The course obeys x' = A x + B u with inputs u that stay as they are within a step. Then a step of
the length h is x -> E x + G u, where (E, G) depend on h only and are worked out once.

Times are minutes; matrices are rows of numbers.
"""

from __future__ import annotations

from collections.abc import Sequence
from operator import mul

Row = tuple[float, ...]
Matrix = tuple[Row, ...]

_NEGLIGIBLE = 1e-16
_MOST_TERMS = 60


def transition(a: Matrix, b: Matrix, minutes: float) -> tuple[Matrix, Matrix]:
    """(E, G) of a step: the upper part of exp(h [[A, B], [0, 0]])."""
    states, inputs = len(a), len(b[0])
    size = states + inputs
    whole = [list(a[row] + b[row]) for row in range(states)] + [[0.0] * size] * inputs
    scaled, halvings = minutes, 0
    while scaled * max(sum(map(abs, row)) for row in whole) > 0.5:
        scaled, halvings = scaled / 2.0, halvings + 1
    found = _exponential([[scaled * value for value in row] for row in whole])
    for _ in range(halvings):
        found = _product(found, found)
    e = tuple(tuple(row[:states]) for row in found[:states])
    g = tuple(tuple(row[states:]) for row in found[:states])
    return e, g


def moved(x: Row, inputs: Row, step: tuple[Matrix, Matrix]) -> Row:
    """The state one step later."""
    e, g = step
    return tuple(
        sum(map(mul, mine, x)) + sum(map(mul, fed, inputs)) for mine, fed in zip(e, g, strict=True)
    )


def _exponential(matrix: list[list[float]]) -> list[list[float]]:
    """By its series; the matrix is small."""
    size = len(matrix)
    total = [[float(row == column) for column in range(size)] for row in range(size)]
    term = total
    for order in range(1, _MOST_TERMS):
        term = [[value / order for value in row] for row in _product(term, matrix)]
        total = [list(map(sum, zip(*rows, strict=True))) for rows in zip(total, term, strict=True)]
        if max(max(map(abs, row)) for row in term) < _NEGLIGIBLE:
            break
    return total


def _product(one: Sequence[Sequence[float]], other: list[list[float]]) -> list[list[float]]:
    columns = list(zip(*other, strict=True))
    return [[sum(map(mul, row, column)) for column in columns] for row in one]
