from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from queue import SimpleQueue

import psutil
import pytest
from helpers import ROOT, wait_until

from devices.alarm_sound import AlarmSound
from devices.sound_process import SoundReport
from monitor.outcomes import Priority
from monitor.sounding import Melody, Sounding

LOW = Sounding(1, Priority.LOW)
HIGH = Sounding(2, Priority.HIGH, Melody.CARDIOVASCULAR)
STOPPED = "high-program-stopped"
FAILING_PROGRAM = ROOT / "tests" / "devices" / "failing_program.py"
ORPHAN_S = 3.0


class Heard:
    """What one handle reported, in order."""

    def __init__(self) -> None:
        self.troubles: SimpleQueue[str | None] = SimpleQueue()
        self._queue: SimpleQueue[SoundReport] = SimpleQueue()
        self._reports: list[SoundReport] = []
        self.sound = AlarmSound(
            self.troubles.put, lambda: self.troubles.put(None), self._queue.put
        )

    @property
    def reports(self) -> list[SoundReport]:
        while not self._queue.empty():
            self._reports.append(self._queue.get())
        return self._reports

    def all_of(self, said: str) -> list[str | None]:
        return [report.what for report in self.reports if report.said == said]


@pytest.fixture
def heard() -> Iterator[Heard]:
    heard = Heard()
    heard.sound.start()
    wait_until(lambda: heard.all_of("ready"), 20.0)
    yield heard
    heard.sound.close()


posix = pytest.mark.skipif(os.name != "posix", reason="needs POSIX to hold up or kill a program")


def lives(pid: int) -> bool:
    """Somebody else may be slow to bury it."""
    try:
        return bool(psutil.Process(pid).status() != psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return False


def sound_process() -> psutil.Process:
    return next(
        child for child in psutil.Process().children() if "devices.annunciator" in child.cmdline()
    )


def test_the_worst_chair_is_heard(heard: Heard) -> None:
    heard.sound.sound((LOW,))
    wait_until(lambda: heard.all_of("sounding") == ["low-general"])
    heard.sound.sound((LOW, HIGH))
    wait_until(lambda: heard.all_of("sounding")[-1] == "high-cardiovascular")
    heard.sound.sound((LOW,))
    wait_until(lambda: heard.all_of("sounding")[-1] == "low-general")
    heard.sound.sound(())
    wait_until(lambda: heard.all_of("sounding")[-1] is None)
    assert heard.troubles.empty()


def test_two_chairs_of_one_priority_take_turns(heard: Heard) -> None:
    heard.sound.sound((HIGH, replace(HIGH, chair=1, melody=Melody.GENERAL)))
    names = "high-general + high-cardiovascular"
    wait_until(lambda: heard.all_of("sounding") == [names])
    wait_until(lambda: len(heard.all_of("burst")) == 2, 12.0)
    begun = [(report.chair, report.what) for report in heard.reports if report.said == "burst"]
    assert begun == [(1, "high-general"), (2, "high-cardiovascular")]


def test_a_sound_check_plays_one_burst_of_no_chair(heard: Heard) -> None:
    for priority in (Priority.HIGH, Priority.LOW):
        name = f"{priority.word}-general"
        heard.sound.try_burst(priority)
        wait_until(lambda name=name: name in heard.all_of("burst"))
    assert {report.chair for report in heard.reports if report.said == "burst"} == {0}
    assert heard.all_of("sounding") == []


def test_what_was_asked_for_before_it_was_ready_is_not_lost() -> None:
    early = Heard()
    early.sound.sound((Sounding(1, Priority.MEDIUM),))
    early.sound.start()
    wait_until(lambda: early.all_of("burst") == ["medium-general"], 20.0)
    early.sound.close()


def test_closing_silences_and_leaves_nothing_behind() -> None:
    closing = Heard()
    closing.sound.start()
    closing.sound.sound((HIGH,))
    closing.sound.beat()
    wait_until(lambda: closing.all_of("burst"), 20.0)
    process = sound_process()
    closing.sound.close()
    assert not process.is_running()
    assert STOPPED not in closing.all_of("sounding")


def test_closing_what_was_never_started_is_no_error() -> None:
    Heard().sound.close()


def test_a_sound_process_that_dies_is_trouble_once_and_runs_again(heard: Heard) -> None:
    heard.sound.sound((HIGH,))
    wait_until(lambda: heard.all_of("burst"))
    sound_process().kill()
    wait_until(lambda: heard.troubles.qsize() == 2, 20.0)
    assert "not heard" in str(heard.troubles.get())
    assert heard.troubles.get() is None
    wait_until(lambda: heard.all_of("burst")[-1] == "high-cardiovascular", 5.0)
    wait_until(lambda: len(heard.all_of("sounding")) == 2)


def test_a_program_that_rests_is_not_announced_as_stopped(heard: Heard) -> None:
    heard.sound.beat()
    heard.sound.rest()
    heard.sound.sound((HIGH,))
    wait_until(lambda: heard.all_of("sounding") == ["high-cardiovascular"])
    # The second burst begins 7.5 s after the first: more than two seconds without a beat.
    wait_until(lambda: len(heard.all_of("burst")) == 2, 12.0)
    assert STOPPED not in heard.all_of("burst")


def run_program(how: str) -> dict[str, float | str]:
    done = subprocess.run(
        [sys.executable, "-P", str(FAILING_PROGRAM), how],
        env={
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "CHAIRSIDE_SOUND_ORPHAN_S": str(ORPHAN_S),
        },
        stdout=subprocess.PIPE,
        check=how != "die",
        timeout=60.0,
    )
    answer: dict[str, float | str] = json.loads(done.stdout)
    return answer


@posix
def test_a_program_held_up_inside_c_code_is_announced_while_it_is_held_up() -> None:
    answer = run_program("freeze")
    last_beat, free_again = float(answer["last_beat_at"]), float(answer["free_again_at"])
    sounded = float(answer["sounded_at"])
    assert answer["what"] == STOPPED
    assert 1.9 <= sounded - last_beat <= 3.0
    assert sounded < free_again
    assert answer["trouble"] == ""


@posix
def test_the_sound_process_outlives_a_killed_program_but_not_for_ever() -> None:
    pid = int(run_program("die")["pid"])
    died_at = time.monotonic()
    assert lives(pid)
    wait_until(lambda: not lives(pid), ORPHAN_S + 10.0)
    assert time.monotonic() - died_at > ORPHAN_S - 1.0
