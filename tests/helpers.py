"""What tests of every part need: a deadline instead of a sleep, the recordings, if any, and how
often a property is tried.

Import it by name (``from helpers import wait_until``): pytest puts this folder on the path.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parent.parent

_POLL_EVERY_S = 0.005


def wait_until(
    predicate: Callable[[], object],
    timeout_s: float = 5.0,
    what: str = "it",
    *,
    every_s: float = _POLL_EVERY_S,
) -> None:
    """Return as soon as `predicate` holds; fail after `timeout_s`, saying `what` did not come.

    `every_s` is longer where a look costs something, and the program that is waited for has to
    share the processor with it.
    """
    deadline = time.monotonic() + timeout_s
    while not predicate():
        if time.monotonic() > deadline:
            pytest.fail(f"{what} did not happen within {timeout_s:g} s")
        time.sleep(every_s)


def share_of_examples(share: float, *, suppress: tuple[HealthCheck, ...] = ()) -> settings:
    """So many times the examples that a property usually gets: in a campaign it is the same share.

    For a property whose cases are many and dangerous (more) or whose examples are slow (fewer).
    """
    usual = settings().max_examples
    return settings(max_examples=max(1, round(usual * share)), suppress_health_check=suppress)


def captures_folder() -> Path:
    """The folder of recorded device streams; skips the test when this computer has none.

    Recordings are no part of the project: their licences differ.
    """
    named = os.environ.get("CHAIRSIDE_CAPTURES")
    folder = Path(named) if named else ROOT.parent / "shared" / "captures"
    if not folder.is_dir():
        pytest.skip(f"no recordings beside the project ({folder} is no folder)")
    return folder


def recording(*parts: str) -> bytes:
    """One recorded stream, named by its folder and file; skips when it is not there."""
    path = captures_folder().joinpath(*parts)
    if not path.is_file():
        pytest.skip(f"no recordings beside the project ({path} is missing)")
    return path.read_bytes()


def in_chunks(data: bytes, size: int) -> Iterator[bytes]:
    """The bytes in pieces of `size`, as a port might hand them over."""
    for start in range(0, len(data), size):
        yield data[start : start + size]
