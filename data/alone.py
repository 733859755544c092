"""Loading a library without the large one that it takes along wherever that is installed.

sqlite-utils loads pandas when it can, which takes half a second and is of no use to the record.
Whoever asks for such a library while another is loaded is told that there is none; what is loaded
already stays.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType


class _Absent(MetaPathFinder):
    def __init__(self, name: str) -> None:
        self._name = name

    def find_spec(
        self,
        fullname: str,
        path: Sequence[str] | None = None,  # noqa: ARG002
        target: ModuleType | None = None,  # noqa: ARG002
    ) -> ModuleSpec | None:
        if fullname == self._name:
            raise ModuleNotFoundError(f"{fullname} is left out", name=fullname)
        return None


@contextmanager
def without(name: str) -> Iterator[None]:
    """Meanwhile nobody can load `name`, on any thread."""
    absent = _Absent(name)
    sys.meta_path.insert(0, absent)
    try:
        yield
    finally:
        sys.meta_path.remove(absent)


def load_sqlite_utils() -> None:
    """After this an import of it takes no time."""
    if "sqlite_utils" not in sys.modules:
        with without("pandas"):
            importlib.import_module("sqlite_utils")
