"""The sound process: ``python -m devices.annunciator``. The only file that knows miniaudio.

It lives beside the program and not in it, so that an alarm sounds when the window hangs, when
Python is held up in C code, and when the program is killed.

Rule 1: the device is opened at once and stays open on silence; its buffer holds 40 ms.
Rule 2: what is to sound is decided by `SoundDuty`, how it sounds by `SoundPlayer`.
Rule 3: without a working device it says so, plays into the void, and tries again: a loudspeaker
        that is plugged in is heard soon.
Rule 4: Ctrl-C and a closed terminal are the program's business; this process ends by `quit`, or
        when the program is gone and that has been announced long enough.

It is told what to do on standard input (`sound_duty.py`) and reports on standard output, both in
lines of JSON; `at` is this computer's monotonic clock:

    {"said": "ready", "backend": "PulseAudio", "at": 10.1}
    {"said": "failed", "text": "no sound output ...", "at": 10.1}
    {"said": "heard", "at": 11.0}                           after every line that came
    {"said": "sounding", "what": "high-general", "at": ..}  or null; when it changes
    {"said": "burst", "what": "high-general", "at": ...}    first frame that is not silence

`CHAIRSIDE_SOUND=null` plays into the void on purpose; `CHAIRSIDE_SOUND_ORPHAN_S` bounds the
announcement of a killed program.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import sys
import threading
import time
from array import array
from collections.abc import Generator
from queue import Empty, SimpleQueue

import miniaudio

from devices.errors import AudioFailed
from devices.sound_duty import ORPHAN_SOUNDS_FOR_S, Duty, SoundDuty, understand
from devices.sound_player import BurstBegan, SoundPlayer, prepare
from devices.sounds import RATE_HZ, Sound

PERIOD_MS = 10
PERIODS = 4
STALLED_AFTER_S = 1.0
TRY_AGAIN_S = 10.0
STEP_S = 0.1

_VOID = [miniaudio.Backend.NULL]
_NO_SOUND = "no sound output works: alarms are shown but not heard; connect a loudspeaker"


class Speaker:
    """An open device that asks the player for samples all the time."""

    def __init__(self, player: SoundPlayer, backends: list[miniaudio.Backend]) -> None:
        self._player = player
        self._fed_at = time.monotonic()
        feed = self._feed()
        next(feed)
        try:
            self._device = miniaudio.PlaybackDevice(
                output_format=miniaudio.SampleFormat.SIGNED16,
                nchannels=1,
                sample_rate=RATE_HZ,
                buffersize_msec=PERIOD_MS,
                callback_periods=PERIODS,
                backends=backends,
                app_name="Chairside",
            )
            self._device.start(feed)
        except miniaudio.MiniaudioError as error:
            raise AudioFailed(_NO_SOUND) from error

    @property
    def backend(self) -> str:
        return str(self._device.backend)

    def stalled(self, now: float) -> bool:
        """A device that was pulled out stops asking, and says nothing."""
        return now - self._fed_at > STALLED_AFTER_S

    def close(self) -> None:
        self._device.close()

    def _feed(self) -> Generator[array[int], int, None]:
        frames = yield array("h")
        while True:
            # Read by the main thread; one reference, replaced whole.
            self._fed_at = time.monotonic()
            frames = yield self._player.render(frames, self._fed_at)


class Annunciator:
    def __init__(self, duty: SoundDuty, *, void: bool) -> None:
        self._duty = duty
        self._void = void
        self._bursts: SimpleQueue[BurstBegan] = SimpleQueue()
        self._player = SoundPlayer(self._bursts.put)
        self._speaker: Speaker | None = None
        self._failed_at: float | None = None
        self._sounding: Sound | None = None

    def open(self) -> None:
        """Open the device; if there is none, say so and play into the void."""
        try:
            self._speaker = Speaker(self._player, _VOID if self._void else _real_backends())
        except AudioFailed as failure:
            if self._failed_at is None:
                _say("failed", text=str(failure))
            self._failed_at = time.monotonic()
            self._speaker = Speaker(self._player, _VOID)
        else:
            self._failed_at = None
            _say("ready", backend=self._speaker.backend)

    def run(self, lines: SimpleQueue[bytes | None]) -> None:
        """Work until the duty is over; None among the lines = the program hung up."""
        while self._duty.duty is not Duty.OVER:
            waiting = self._wait(lines)
            now = time.monotonic()
            # Time first: what passed before a beat is not counted against the next one.
            self._duty.tick(now)
            for line in waiting:
                self._obey(line)
            self._player.want(self._duty.sound)
            self._report()
            self._look_after_device(now)

    def close(self) -> None:
        if self._speaker is not None:
            self._speaker.close()

    def _wait(self, lines: SimpleQueue[bytes | None]) -> list[bytes | None]:
        """The next line, if one comes within a step."""
        try:
            return [lines.get(timeout=STEP_S)]
        except Empty:
            return []

    def _obey(self, line: bytes | None) -> None:
        if line is None:
            self._duty.hang_up()
            return
        message = understand(line)
        if message is not None:
            self._duty.take(message)
        _say("heard")

    def _report(self) -> None:
        if self._duty.sound != self._sounding:
            self._sounding = self._duty.sound
            _say("sounding", what=None if self._sounding is None else self._sounding.name)
        while not self._bursts.empty():
            began = self._bursts.get()
            _say("burst", what=began.sound.name, at=began.at)

    def _look_after_device(self, now: float) -> None:
        stalled = self._speaker is not None and self._speaker.stalled(now)
        try_again = self._failed_at is not None and now - self._failed_at > TRY_AGAIN_S
        if stalled or try_again:
            self.close()
            self.open()


def _real_backends() -> list[miniaudio.Backend]:
    """All but the void, which miniaudio would choose silently when nothing else works."""
    void = {miniaudio.Backend.NULL, miniaudio.Backend.CUSTOM}
    real = set(miniaudio.get_enabled_backends()) - void
    return sorted(real, key=lambda backend: int(backend.value))


def _say(said: str, **more: object) -> None:
    line = json.dumps({"said": said, "at": time.monotonic(), **more})
    # The program may be gone; that is when sounding matters most and reporting least.
    with contextlib.suppress(OSError):
        os.write(sys.stdout.fileno(), line.encode() + b"\n")


def _read_lines(lines: SimpleQueue[bytes | None]) -> None:
    """The reading thread: what the program says, then None."""
    rest = b""
    # Not sys.stdin: a thread that waits in its lock aborts the end of the process.
    with contextlib.suppress(OSError):
        while data := os.read(sys.stdin.fileno(), 4096):
            *whole, rest = (rest + data).split(b"\n")
            for line in whole:
                lines.put(line)
    lines.put(None)


def main() -> int:
    for name in ("SIGINT", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_IGN)
    orphan_s = float(os.environ.get("CHAIRSIDE_SOUND_ORPHAN_S", ORPHAN_SOUNDS_FOR_S))
    duty = SoundDuty(time.monotonic(), orphan_s)
    annunciator = Annunciator(duty, void=os.environ.get("CHAIRSIDE_SOUND") == "null")
    prepare()
    annunciator.open()
    lines: SimpleQueue[bytes | None] = SimpleQueue()
    threading.Thread(target=_read_lines, args=(lines,), daemon=True).start()
    try:
        annunciator.run(lines)
    finally:
        annunciator.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
