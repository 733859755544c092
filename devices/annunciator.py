"""The sound process: ``python -m devices.annunciator``. The only file that knows miniaudio.

It lives beside the program and not in it, so that an alarm sounds when the window hangs, when
Python is held up in C code, and when the program is killed.

Rule 1: the device is opened at once and stays open on silence; its buffer holds 40 ms.
Rule 2: what is to sound is decided by `SoundDuty`, how it sounds by `SoundPlayer`.
Rule 3: without a working device it says so, plays into the void, and tries again: a loudspeaker
        that is plugged in is heard soon. An output that the system says is muted is a failure too.
Rule 4: Ctrl-C and a closed terminal are the program's business; this process ends by `quit`, or
        when the program is gone and that has been announced long enough.

It is told what to do on standard input (`sound_duty.py`) and reports on standard output, both in
lines of JSON; `at` is this computer's monotonic clock:

    {"said": "ready", "backend": "PulseAudio", "at": 10.1}
    {"said": "failed", "text": "no sound output ...", "at": 10.1}
    {"said": "heard", "at": 11.0}                           after every line that came
    {"said": "sounding", "what": "high-general", "at": ..}  or null; when it changes; several that
                                                            take turns are joined by " + "
    {"said": "burst", "what": "high-general", "chair": 2, "at": ...}
                                    the moment of the callback that returned the first frame that
                                    is not silence; chair 0 is a sound check, or the program

    {"said": "outputs", "outputs": [["Speaker", true], ["Headset", false]], "at": ...}
                                    when asked: every output, and whether it is the usual one
    {"said": "desk-ready", "what": "Headset", "at": ...}       the second output is open
    {"said": "desk-failed", "what": "Headset", "at": ...}      and is not: the room hears all again
    a burst at the second output bears "desk": true

`CHAIRSIDE_SOUND=null` plays into the void on purpose, `null,null` into one of two voids;
`CHAIRSIDE_SOUND_ORPHAN_S` bounds the announcement of a killed program.
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

from devices.desk_sound import DeskSound
from devices.errors import AudioFailed
from devices.mixer import MixerWatch, Output
from devices.sound_duty import ORPHAN_SOUNDS_FOR_S, Duty, Enquiry, SoundDuty, understand
from devices.sound_player import BurstBegan, SoundPlayer, Wish, prepare
from devices.sounds import RATE_HZ, Sound
from monitor.sounding import turns

PERIOD_MS = 10
PERIODS = 4
STALLED_AFTER_S = 1.0
TRY_AGAIN_S = 10.0
STEP_S = 0.1

_VOID = [miniaudio.Backend.NULL]
_NO_SOUND = "no sound output works: alarms are shown but not heard; connect a loudspeaker"
_SILENCED = {
    Output.MUTED: "the sound of this computer is muted: alarms are not heard; turn it on",
    Output.ABSENT: _NO_SOUND,
}


class Speaker:
    """An open device that asks the player for samples all the time."""

    def __init__(
        self, player: SoundPlayer, backends: list[miniaudio.Backend], identity: object = None
    ) -> None:
        """`identity` None = the usual output. Raises `AudioFailed`."""
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
                device_id=identity,
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
    def __init__(self, duty: SoundDuty, mixer: MixerWatch, *, void: bool, voids: int = 1) -> None:
        self._duty = duty
        self._mixer = mixer
        self._void = void
        self._voids = voids
        self._bursts: SimpleQueue[BurstBegan] = SimpleQueue()
        self._desk_bursts: SimpleQueue[BurstBegan] = SimpleQueue()
        self._desk = DeskSound(
            duty,
            self._open_desk,
            self._desk_bursts.put,
            lambda said, output: _say(said, what=output),
        )
        self._player = SoundPlayer(self._bursts.put)
        self._speaker: Speaker | None = None
        self._failed_at: float | None = None
        self._said: str | None = None
        """The trouble that was said last; empty = all is well, None = nothing was said yet."""
        self._sounding: str | None = None

    def open(self) -> None:
        """Open the device; if there is none, say so and play into the void."""
        try:
            self._speaker = Speaker(self._player, _VOID if self._void else _real_backends())
        except AudioFailed as failure:
            self._failed_at = time.monotonic()
            self._speaker = Speaker(self._player, _VOID)
            self._mixer.follow("")
            self._say_trouble(str(failure))
        else:
            self._failed_at = None
            self._mixer.follow(self._speaker.backend)
            self._said = None
            self._say_trouble(_SILENCED.get(self._mixer.state, ""))

    def run(self, lines: SimpleQueue[bytes | None]) -> None:
        """Work until the duty is over; None among the lines = the program hung up."""
        while self._duty.duty is not Duty.OVER:
            waiting = self._wait(lines)
            now = time.monotonic()
            # Time first: what passed before a beat is not counted against the next one.
            self._duty.tick(now)
            for line in waiting:
                self._obey(line)
            self._desk.follow(now)
            self._player.want(self._duty.wish)
            self._report()
            self._look_after_device(now)

    def close(self) -> None:
        self._desk.close()
        self._close_speaker()
        self._mixer.close()

    def _close_speaker(self) -> None:
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
        if isinstance(message, Enquiry):
            _say(
                "outputs",
                outputs=[[name, usual] for name, (_id, usual) in self._outputs().items()],
            )
        elif message is not None:
            self._duty.take(message)
        _say("heard")

    def _report(self) -> None:
        sounding = _name_of(self._duty.wish)
        if sounding != self._sounding:
            self._sounding = sounding
            _say("sounding", what=sounding)
        while not self._bursts.empty():
            began = self._bursts.get()
            _say("burst", what=began.sound.name, chair=began.chair, at=began.at)
        while not self._desk_bursts.empty():
            began = self._desk_bursts.get()
            _say("burst", what=began.sound.name, chair=began.chair, at=began.at, desk=True)

    def _outputs(self) -> dict[str, tuple[object, bool]]:
        """By name: what miniaudio knows it by (None = the void), and whether it is the usual."""
        if self._void:
            return {f"Void {number + 1}": (None, number == 0) for number in range(self._voids)}
        try:
            return listed_outputs(_real_backends())
        except miniaudio.MiniaudioError:
            return {}

    def _open_desk(self, player: SoundPlayer, output: str) -> Speaker:
        known = self._outputs()
        if output not in known:
            raise AudioFailed(_NO_SOUND)
        return Speaker(player, _VOID if self._void else _real_backends(), known[output][0])

    def _look_after_device(self, now: float) -> None:
        stalled = self._speaker is not None and self._speaker.stalled(now)
        try_again = self._failed_at is not None and now - self._failed_at > TRY_AGAIN_S
        if stalled or try_again:
            self._close_speaker()
            self.open()
        elif self._failed_at is None:
            self._say_trouble(_SILENCED.get(self._mixer.state, ""))

    def _say_trouble(self, trouble: str) -> None:
        """Once, and its end."""
        if trouble == self._said:
            return
        self._said = trouble
        if trouble:
            _say("failed", text=trouble)
        elif self._speaker is not None:
            _say("ready", backend=self._speaker.backend)


def _name_of(wish: Wish) -> str | None:
    names = [Sound.of(one).name for one in turns(wish.asked)]
    return " + ".join(names) or None


def listed_outputs(backends: list[miniaudio.Backend]) -> dict[str, tuple[object, bool]]:
    """Every output of the first backend that works; two of one name are told apart by number."""
    devices = miniaudio.Devices(backends)
    usual = _usual_names(devices)
    found: dict[str, tuple[object, bool]] = {}
    for device in devices.get_playbacks():
        name, number = str(device["name"]), 2
        while name in found:
            name, number = f"{device['name']} ({number})", number + 1
        found[name] = (device["id"], name in usual)
    return found


def _usual_names(devices: miniaudio.Devices) -> set[str]:
    """The names of the usual output, which miniaudio's own list leaves out."""
    ffi, lib = miniaudio.ffi, miniaudio.lib
    infos, count = ffi.new("ma_device_info **"), ffi.new("ma_uint32 *")
    context = devices._context
    if lib.ma_context_get_devices(context, infos, count, ffi.NULL, ffi.NULL) != lib.MA_SUCCESS:
        return set()
    listed = (infos[0][place] for place in range(count[0]))
    return {ffi.string(info.name).decode() for info in listed if info.isDefault}


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
    wanted = os.environ.get("CHAIRSIDE_SOUND", "").split(",")
    void = set(wanted) == {"null"}
    annunciator = Annunciator(duty, MixerWatch(), void=void, voids=len(wanted))
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
