"""Which regular expressions a description of a monitor may have: those that end.

A repeat, or a choice, inside a repeat can be read in more ways than there are atoms, and Python
tries them all before it says no: one line of the monitor would stop the whole program. Such a
pattern is refused when it is read; nothing can stop it later.

What is not found: several repeats one behind another, which take a time that grows with a power
of the length of the line. The length of a line is bounded for that.
"""

from __future__ import annotations

import importlib
import re
import warnings
from collections.abc import Iterator
from typing import Any

FEW = 16
"""A repeat of at most so many is written out in the mind, and bounded."""
_REPEATS = frozenset({"MAX_REPEAT", "MIN_REPEAT"})
_CHOICES = frozenset({"BRANCH", "GROUPREF_EXISTS"})
Step = tuple[Any, Any]


class HopelessPattern(ValueError):
    """It is no regular expression, or one that may never end; the text says which."""


def check_pattern(pattern: str) -> None:
    """Raises `HopelessPattern`."""
    try:
        # What Python will read otherwise one day is no pattern to be sure of.
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            re.compile(pattern)
        # The only reader of the syntax that never differs from what is run.
        steps = importlib.import_module("re._parser").parse(pattern)
        hopeless = any(_varies(inside) for inside in _repeated(steps))
    except (re.error, OverflowError, RecursionError, Warning) as error:
        raise HopelessPattern(f"a regular expression ({error})") from None
    if hopeless:
        raise HopelessPattern("a regular expression without a repeat or a choice inside a repeat")


def _repeated(steps: Any) -> Iterator[Any]:
    """What stands under each repeat that is long."""
    for name, value in steps:
        if str(name) in _REPEATS and int(value[1]) > FEW:
            yield value[2]
        for inside in _inside(value):
            yield from _repeated(inside)


def _varies(steps: Any) -> bool:
    """It can take more or fewer characters, or choose."""
    for name, value in steps:
        if str(name) in _CHOICES or (str(name) in _REPEATS and value[0] != value[1]):
            return True
        if any(_varies(inside) for inside in _inside(value)):
            return True
    return False


def _inside(value: Any) -> Iterator[Any]:
    """The sequences that a step holds, however deep in lists and tuples."""
    if hasattr(value, "data"):
        yield value
    elif isinstance(value, tuple | list):
        for part in value:
            yield from _inside(part)
