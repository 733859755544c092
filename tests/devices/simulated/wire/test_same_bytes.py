"""The same seed is the same bytes, in whichever process: of every monitor, and its line."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import every_monitors_bytes
import pytest

from devices.simulated.monitors.catalogue import VIRTUAL_MONITORS

ROOT = Path(__file__).resolve().parents[4]
SEED = 7


def in_a_process(seed: int, hash_seed: str) -> dict[str, str]:
    """Each process has another order of sets and other hashes of texts."""
    words = (sys.executable, every_monitors_bytes.__file__, str(seed))
    known = {**os.environ, "PYTHONHASHSEED": hash_seed, "PYTHONPATH": str(ROOT)}
    ran = subprocess.run(words, env=known, capture_output=True, text=True, check=True, cwd=ROOT)
    return dict(line.split() for line in ran.stdout.splitlines())


@pytest.fixture(scope="module")
def first() -> dict[str, str]:
    return in_a_process(SEED, "1")


def test_another_process_with_the_same_seed_says_the_same_on_every_line(
    first: dict[str, str],
) -> None:
    assert list(first) == list(VIRTUAL_MONITORS)
    assert in_a_process(SEED, "2") == first


def test_another_seed_says_something_else_on_every_line(first: dict[str, str]) -> None:
    other = in_a_process(SEED + 1, "1")
    assert all(other[name] != said for name, said in first.items())
