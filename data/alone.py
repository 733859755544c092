"""Loading a library without the large ones that it takes along wherever they are installed.

sqlite-utils loads pandas and numpy when it can, which takes most of a second and is of no use to
the record: a program that makes a record without showing anything would load numpy for nothing.
Who asks for such a library on the same thread while another is loaded is told that there is none;
what is loaded already stays, and other threads are told nothing.
"""

from __future__ import annotations

import importlib
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType


class _Absent(MetaPathFinder):
    def __init__(self, names: Sequence[str]) -> None:
        self._names = names
        self._thread = threading.get_ident()

    def find_spec(
        self,
        fullname: str,
        path: Sequence[str] | None = None,  # noqa: ARG002
        target: ModuleType | None = None,  # noqa: ARG002
    ) -> ModuleSpec | None:
        if fullname in self._names and threading.get_ident() == self._thread:
            raise ModuleNotFoundError(f"{fullname} is left out", name=fullname)
        return None


@contextmanager
def without(*names: str) -> Iterator[None]:
    """Meanwhile this thread can load none of these; the window may be loading one on another."""
    absent = _Absent(names)
    sys.meta_path.insert(0, absent)
    try:
        yield
    finally:
        sys.meta_path.remove(absent)


def load_sqlite_utils() -> None:
    """After this an import of it takes no time."""
    if "sqlite_utils" not in sys.modules:
        with without("pandas", "numpy"):
            importlib.import_module("sqlite_utils")
