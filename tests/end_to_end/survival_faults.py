"""Everything that may befall a program while it records, each as one run of a campaign.

Each fault opens a session, does its harm, sees that judging went on where the program lived on,
and gives what was handed over and what is there in the end.
"""

from __future__ import annotations

import contextlib
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Callable

import pytest
from survival_deaths import (
    journal_damaged,
    killed,
    page_damaged,
    page_damaged_at_work,
    power_cut,
    power_cut_twice,
    second_program,
    wal_damaged,
)
from survival_disks import (
    disk_full,
    every_disk_full,
    locked,
    locked_to_death,
    read_only,
    slow_disk,
    vanished,
    vanished_for_good,
)
from survival_found import Outcome, check_resumed, misses, outcome, session_found
from survival_run import Place
from survival_steps import recording, resumed

from monitor.entries import AnchorReason

Fault = Callable[[Place, str, random.Random], Outcome]


def clock_stepped(place: Place, url: str, dice: random.Random) -> Outcome:
    """An hour on, an hour back, and death."""
    steps = dice.sample([3600, -3600], 2)
    with recording(place, url) as program:
        for seconds in steps[: dice.randrange(1, 3)]:
            program.until_recording(program.move_clock("step", seconds))
        program.live(0.5)
        program.kill()
    again, back_after_s = resumed(place, url)
    check_resumed(place, program.said.session, again)
    anchors = session_found(place, program.said.session).anchors
    assert AnchorReason.CLOCK_STEP in {one.reason for one in anchors}, "the step is not recorded"
    return outcome(place, program.said, again, back_after_s=back_after_s)


ZONE = "CET-1CEST,M3.5.0,M10.5.0/3"
MARCH, OCTOBER = 1_774_746_000.0, 1_792_890_000.0
"""Unix seconds at which the clocks of central Europe go on, and back, in 2026."""


def changed_time(place: Place, url: str, dice: random.Random) -> Outcome:
    """The night in which the clocks are put on, or back, and a death in it."""
    night = dice.choice([MARCH, OCTOBER])
    with recording(place, url, TZ=ZONE, CLOCK_AT=str(night - 4.0)) as program:
        program.live(3.5)
        program.kill()
    again, back_after_s = resumed(place, url, TZ=ZONE, CLOCK_AT=str(night + 12.0))
    check_resumed(place, program.said.session, again)
    for anchor in session_found(place, program.said.session).anchors:
        is_summer = MARCH <= anchor.utc_s < OCTOBER
        assert anchor.offset_min == (120 if is_summer else 60)
    return outcome(place, program.said, again, back_after_s=back_after_s)


def asleep(place: Place, url: str, dice: random.Random) -> Outcome:
    """Ten minutes with the lid closed."""
    if sys.platform != "linux":
        pytest.skip("needs the clock of Linux that counts sleep")
    with recording(place, url) as program:
        program.live(dice.uniform(0.3, 1.0))
        program.move_clock("slept", 600)
        program.freeze()
        time_over = time.monotonic() + 1.0
        with contextlib.suppress(subprocess.TimeoutExpired):
            program.process.wait(time_over - time.monotonic())
        program.thaw()
        back_after_s = program.until_recording(time.monotonic())
        program.stop()
    last = session_found(place, program.said.session).entries[-1]
    assert last.now_s > 600.0, "the time asleep is not in the record"
    return outcome(place, program.said, back_after_s=back_after_s)


def decimal_comma(place: Place, url: str, dice: random.Random) -> Outcome:
    locales = place.folder / "locales"
    locales.mkdir()
    made = shutil.which("localedef") and subprocess.run(
        ["localedef", "-i", "de_DE", "-f", "UTF-8", str(locales / "de_DE.UTF-8")],
        capture_output=True, check=False,
    )  # fmt: skip
    if not made or not (locales / "de_DE.UTF-8").exists():
        pytest.skip("needs a locale with a decimal comma")
    comma = {"LOCPATH": str(locales), "LC_ALL": "de_DE.UTF-8"}
    with recording(place, url, **comma) as program:
        assert program.said.point == ","
        program.live(dice.uniform(0.5, 1.5))
        program.kill()
    again, back_after_s = resumed(place, url, **comma)
    check_resumed(place, program.said.session, again)
    return outcome(place, program.said, again, back_after_s=back_after_s)


FAULTS: dict[str, Fault] = {
    "kill -9": killed,
    "power cut, one file torn": power_cut,
    "power cut, both torn": power_cut_twice,
    "disk full, then not": disk_full,
    "every disk full, then not": every_disk_full,
    "read-only at the start": read_only,
    "folder gone, then back": vanished,
    "folder gone, then dead": vanished_for_good,
    "slow disk (up to 5 s), then dead": slow_disk,
    "locked by another program": locked,
    "locked, then dead": locked_to_death,
    "log (WAL) damaged": wal_damaged,
    "a page damaged": page_damaged,
    "a page damaged at work": page_damaged_at_work,
    "second place damaged": journal_damaged,
    "a second program, one dies": second_program,
    "clock stepped an hour": clock_stepped,
    "both nights of summer time": changed_time,
    "asleep for 10 min": asleep,
    "decimal comma": decimal_comma,
}
AGAIN_AND_AGAIN: dict[str, Callable[[Place, str, random.Random, int], Outcome]] = {
    "kill -9": killed,
    "power cut, one file torn": power_cut,
    "power cut, both torn": power_cut_twice,
}
"""Those of which one session may suffer many."""
_DAMAGING = frozenset(name for name in FAULTS if "damaged" in name or "torn" in name)
_LIES_S = {"power cut, one file torn": 0.25, "power cut, both torn": 1.0}
"""Where a disk loses what it had confirmed: a line may have reached only one of the two files."""


def goals(fault: str, done: Outcome) -> list[str]:
    """What the run has missed.

    Where bytes are gone that were safe on the disk, what `verify` says is true.
    """
    return misses(done, defects_are_true=fault in _DAMAGING, disk_lies_s=_LIES_S.get(fault, 0.0))
