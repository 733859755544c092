"""The sound process itself, run as it is run, against the void (`CHAIRSIDE_SOUND=null`)."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from queue import SimpleQueue

import pytest
from helpers import ROOT, wait_until

from devices.annunciator import PERIOD_MS, PERIODS, Annunciator
from devices.mixer import MixerWatch
from devices.sound_duty import SoundDuty

STOPPED = "high-program-stopped"
HIGH = [[1, "high", "general"]]


class Child:
    """The process, what is told to it, and what it has said."""

    def __init__(self, **environment: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-P", "-m", "devices.annunciator"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        )
        self._queue: SimpleQueue[dict[str, object]] = SimpleQueue()
        self._reports: list[dict[str, object]] = []
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._queue.put(json.loads(line))

    @property
    def reports(self) -> list[dict[str, object]]:
        while not self._queue.empty():
            self._reports.append(self._queue.get())
        return self._reports

    def all_of(self, said: str) -> list[object]:
        return [report.get("what") for report in self.reports if report["said"] == said]

    def moment_of(self, said: str, what: str) -> float:
        moments = [r["at"] for r in self.reports if (r["said"], r.get("what")) == (said, what)]
        assert isinstance(moments[0], float)
        return moments[0]

    def tell(self, **message: object) -> float:
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps(message).encode() + b"\n")
        self.process.stdin.flush()
        return time.monotonic()

    def hang_up(self) -> None:
        assert self.process.stdin is not None
        self.process.stdin.close()

    def end(self) -> None:
        self.process.kill()
        self._reader.join()
        with self.process:
            pass


@pytest.fixture
def child() -> Iterator[Child]:
    child = Child()
    wait_until(lambda: child.all_of("ready"), 20.0)
    yield child
    child.end()


def test_it_is_ready_before_it_is_told_anything_and_says_nothing_more(child: Child) -> None:
    assert child.reports[0]["backend"] == "Null"
    assert child.all_of("sounding") == []


def test_no_more_than_forty_milliseconds_wait_in_the_device() -> None:
    assert PERIOD_MS * PERIODS <= 40


def test_an_alarm_is_heard_at_once_and_a_withdrawn_one_no_longer(child: Child) -> None:
    told_at = child.tell(do="sound", asked=HIGH)
    wait_until(lambda: child.all_of("burst"))
    assert child.moment_of("burst", "high-general") - told_at < 0.5
    child.tell(do="sound", asked=[])
    wait_until(lambda: child.all_of("sounding") == ["high-general", None])


def test_a_worse_alarm_takes_over(child: Child) -> None:
    child.tell(do="sound", asked=[[1, "low", "general"]])
    child.tell(do="sound", asked=HIGH)
    wait_until(lambda: "high-general" in child.all_of("burst"))


def test_a_program_that_does_not_beat_is_announced_until_it_beats_again(child: Child) -> None:
    beat_at = child.tell(do="beat")
    wait_until(lambda: child.all_of("burst") == [STOPPED])
    assert 2.0 <= child.moment_of("sounding", STOPPED) - beat_at <= 3.0
    child.tell(do="beat")
    wait_until(lambda: child.all_of("sounding") == [STOPPED, None])


def test_quit_ends_it_at_once_and_in_silence(child: Child) -> None:
    child.tell(do="beat")
    child.tell(do="quit")
    assert child.process.wait(5.0) == 0
    assert child.all_of("burst") == []


def test_a_killed_program_is_announced_and_then_it_ends() -> None:
    child = Child(CHAIRSIDE_SOUND_ORPHAN_S="1.5")
    wait_until(lambda: child.all_of("ready"), 20.0)
    child.tell(do="beat")
    child.hang_up()
    wait_until(lambda: child.all_of("burst") == [STOPPED])
    assert child.process.wait(10.0) == 0
    child.end()


def test_a_program_that_never_watched_may_go_without_a_word(child: Child) -> None:
    child.hang_up()
    assert child.process.wait(5.0) == 0
    assert child.all_of("sounding") == []


@pytest.mark.parametrize("name", ["SIGINT", "SIGHUP"])
def test_a_closed_terminal_does_not_silence_it(child: Child, name: str) -> None:
    child.process.send_signal(getattr(signal, name))
    child.tell(do="sound", asked=[[1, "medium", "general"]])
    wait_until(lambda: child.all_of("burst") == ["medium-general"])


def test_a_line_that_means_nothing_is_ignored(child: Child) -> None:
    child.tell(do="dance")
    child.tell(do="sound", asked=HIGH)
    wait_until(lambda: child.all_of("sounding") == ["high-general"])
    assert len(child.all_of("heard")) == 2


def test_without_a_loudspeaker_it_says_so_and_goes_on_reporting() -> None:
    # No server and no card can be reached, whatever this computer has.
    child = Child(
        CHAIRSIDE_SOUND="",
        PULSE_SERVER="none",
        JACK_NO_START_SERVER="1",
        ALSA_CONFIG_PATH=os.devnull,
    )
    wait_until(lambda: child.all_of("failed") or child.all_of("ready"), 20.0)
    if child.all_of("ready"):
        child.end()
        pytest.skip("needs a computer whose loudspeaker can be hidden")
    assert "no sound output works" in str(child.reports[0].get("text"))
    child.tell(do="sound", asked=HIGH)
    wait_until(lambda: child.all_of("burst") == ["high-general"], 10.0)
    assert len(child.all_of("failed")) == 1
    child.end()


class Aloud:
    """The sound process as an object, with a mixer whose answers a test gives."""

    def __init__(self, capfd: pytest.CaptureFixture[str]) -> None:
        self._capfd = capfd
        self._text = ""
        self.mute = "Mute: no"
        self.lines: SimpleQueue[bytes | None] = SimpleQueue()
        watch = MixerWatch(self._answer, every_s=0.01)
        self._annunciator = Annunciator(SoundDuty(time.monotonic()), watch, void=True)
        self._annunciator.open()
        watch.follow("PulseAudio")
        self._thread = threading.Thread(target=self._annunciator.run, args=(self.lines,))
        self._thread.start()

    def _answer(self, command: Sequence[str]) -> str:
        return {"get-sink-mute": self.mute, "get-sink-volume": "40%"}.get(command[1], "sink")

    def said(self) -> list[tuple[str, str | None]]:
        self._text += self._capfd.readouterr().out
        reports = map(json.loads, self._text.splitlines())
        return [(one["said"], one.get("text")) for one in reports if one["said"] != "heard"]

    def end(self) -> None:
        self.lines.put(b'{"do": "quit"}')
        self._thread.join()
        self._annunciator.close()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells of a muted output")
def test_a_muted_output_is_a_failure_until_it_is_turned_on(
    capfd: pytest.CaptureFixture[str],
) -> None:
    aloud = Aloud(capfd)
    aloud.mute = "Mute: yes"
    wait_until(lambda: len(aloud.said()) == 2)
    [ready, failed] = aloud.said()
    assert ready == ("ready", None)
    assert failed[0] == "failed"
    assert "is muted: alarms are not heard" in str(failed[1])
    aloud.mute = "Mute: no"
    wait_until(lambda: aloud.said()[2:] == [("ready", None)])
    aloud.end()
