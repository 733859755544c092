"""Disks that are full, read-only, gone, slow, or held by another program."""

from __future__ import annotations

import contextlib
import random
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest
from survival_found import Outcome, check_resumed, outcome
from survival_run import Place, Sufferer
from survival_steps import judged_during, recording, resumed, suffered, told_during

from data import vault


@contextlib.contextmanager
def mounted(place: Place, size: str) -> Iterator[None]:
    """A small disk of its own; only where this account may mount one."""
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(place.disk)],
        capture_output=True, check=False,
    )  # fmt: skip
    if done.returncode:
        pytest.skip("needs an account that may mount a disk")
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", str(place.disk)], check=True)


def disk_full(place: Place, url: str, dice: random.Random) -> Outcome:
    ballast = place.disk / "ballast"

    @contextlib.contextmanager
    def full(_program: Sufferer) -> Iterator[None]:
        with contextlib.suppress(OSError), ballast.open("wb") as file:
            while True:
                file.write(bytes(4096))
                file.flush()
        yield
        ballast.unlink()

    with mounted(place, "4m"):
        return suffered(place, url, full, lasts_s=dice.uniform(3.0, 5.0))


def every_disk_full(place: Place, url: str, dice: random.Random) -> Outcome:
    """No file may grow any more: neither the record's nor the second place's."""
    if sys.platform != "linux":
        pytest.skip("needs Linux to bound the files of a running process")
    import resource  # noqa: PLC0415 -- Windows has none

    @contextlib.contextmanager
    def bounded(program: Sufferer) -> Iterator[None]:
        number = program.process.pid
        before = resource.prlimit(number, resource.RLIMIT_FSIZE)
        resource.prlimit(number, resource.RLIMIT_FSIZE, (1, before[1]))
        try:
            yield
        finally:
            resource.prlimit(number, resource.RLIMIT_FSIZE, before)

    return suffered(place, url, bounded, lasts_s=dice.uniform(3.0, 5.0))


def read_only(place: Place, url: str, dice: random.Random) -> Outcome:
    """The disk takes no writing when the program starts again, and later it does."""
    with mounted(place, "20m"):
        with recording(place, url) as program:
            program.live(dice.uniform(0.5, 1.5))
            program.kill()
        subprocess.run(["mount", "-o", "remount,ro", str(place.disk)], check=True)
        with Sufferer(place, url, "resume") as again:
            again.until(lambda: len(again.said.puts) > 40, "values")
            assert again.said.told, "nobody was told that nothing is written"
            began = time.monotonic()
            again.live(2.0)
            judged_during(again.said, began, time.monotonic())
            subprocess.run(["mount", "-o", "remount,rw", str(place.disk)], check=True)
            back_after_s = again.until_recording(time.monotonic())
            again.stop()
        check_resumed(place, program.said.session, again.said)
        return outcome(place, program.said, again.said, back_after_s=back_after_s)


def vanished(place: Place, url: str, dice: random.Random) -> Outcome:
    @contextlib.contextmanager
    def away(_program: Sufferer) -> Iterator[None]:
        place.disk.rename(place.folder / "away")
        yield
        (place.folder / "away").rename(place.disk)

    return suffered(place, url, away, lasts_s=dice.uniform(3.0, 5.0))


def vanished_for_good(place: Place, url: str, dice: random.Random) -> Outcome:
    """It dies while its folder is away; everything since then is in the second place."""
    with recording(place, url) as program:
        program.live(dice.uniform(0.5, 1.5))
        place.disk.rename(place.folder / "away")
        began = time.monotonic()
        program.live(2.5)
        judged_during(program.said, began, time.monotonic())
        program.kill()
    told_during(program.said, began)
    (place.folder / "away").rename(place.disk)
    again, back_after_s = resumed(place, url)
    check_resumed(place, program.said.session, again)
    return outcome(place, program.said, again, back_after_s=back_after_s)


def slow_disk(place: Place, url: str, dice: random.Random) -> Outcome:
    """Every write takes up to 5 s; then the program dies within one."""
    with Sufferer(place, url, SLOW_DISK="1") as program:
        program.until(lambda: program.said.kept, "anything saved")
        began = time.monotonic()
        program.live(dice.uniform(4.0, 8.0))
        judged_during(program.said, began, time.monotonic())
        program.kill()
    told_during(program.said, 0.0)
    again, back_after_s = resumed(place, url)
    check_resumed(place, program.said.session, again)
    return outcome(place, program.said, again, back_after_s=back_after_s)


@contextlib.contextmanager
def held(place: Place) -> Iterator[None]:
    """Another program writes, and does not finish."""
    connection = vault.connect(place.db, place.key(), read_only=False)
    try:
        for _try in range(20):
            with contextlib.suppress(Exception):
                connection.execute("BEGIN IMMEDIATE")
                break
        assert connection.in_transaction
        yield
        connection.execute("ROLLBACK")
    finally:
        connection.close()


def locked(place: Place, url: str, dice: random.Random) -> Outcome:
    return suffered(place, url, lambda _program: held(place), lasts_s=dice.uniform(3.0, 5.0))


def locked_to_death(place: Place, url: str, dice: random.Random) -> Outcome:
    with recording(place, url) as program, held(place):
        program.live(dice.uniform(1.0, 3.0))
        program.kill()
    again, back_after_s = resumed(place, url)
    check_resumed(place, program.said.session, again)
    return outcome(place, program.said, again, back_after_s=back_after_s)
