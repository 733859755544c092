"""A power cut at any moment of a backup: never a file that looks like one and is none."""

from __future__ import annotations

import contextlib
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest
from backup_examples import KEY, add_session, clinic
from helpers import ROOT

from data.backup import make_backup
from data.backup_folder import backups
from data.capture_store import read
from data.manifest import verify
from data.mirror import read_heads

PROCESS = Path(__file__).with_name("backup_process.py")


def killed_after(record: Path, safe: Path, after_s: float) -> None:
    """`kill -9` so long after the process has begun its first backup."""
    process = subprocess.Popen(
        [sys.executable, str(PROCESS), str(record), str(safe)],
        stdout=subprocess.PIPE,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert process.stdout is not None
    try:
        assert process.stdout.readline().strip() == b"going"
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(after_s)
        process.kill()
    finally:
        process.wait()
        process.stdout.close()


def want_only_whole_backups(record: Path, safe: Path) -> int:
    found = backups(safe, record)
    for one in found:
        assert verify(one.path, KEY, read_heads(one.heads, KEY)) == []
        assert read_heads(one.heads, KEY) is not None
    for capture in (safe / "captures").glob("*.capture"):
        assert list(read(capture, KEY))
    assert verify(record, KEY) == []
    return len(found)


def campaign(folder: Path, times: int, seed: int) -> None:
    record, safe = clinic(folder, sessions=3), folder / "safe"
    dice = random.Random(seed)
    for number in range(times):
        add_session(record, KEY, f"s-more-{number}")
        killed_after(record, safe, dice.uniform(0.0, 0.3))
        want_only_whole_backups(record, safe)
    before = len(backups(safe, record))
    made = make_backup(record, KEY, safe)
    assert made.verified
    assert len(backups(safe, record)) >= min(before, 7)
    assert [path.name for path in safe.rglob("*.part*")] == []
    assert want_only_whole_backups(record, safe) >= 1


def test_a_backup_that_is_killed_leaves_nothing_that_looks_like_one(tmp_path: Path) -> None:
    campaign(tmp_path, 4, 1)


@pytest.mark.soak
def test_sixty_backups_killed_at_random_moments(tmp_path: Path) -> None:
    campaign(tmp_path, 60, 2)
