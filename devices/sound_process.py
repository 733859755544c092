"""Starting, telling, hearing and ending the sound process, seen from the program.

Rule 1: one line of JSON is one message, both ways; what is sent is read by `sound_duty.py`, what
        comes is written by `annunciator.py`.
Rule 2: lines that are no message (sound libraries of the system talk, too) are nobody's trouble.
"""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

QUIT_WITHIN_S = 3.0

_ROOT = Path(__file__).resolve().parent.parent

Process = subprocess.Popen[bytes]


@dataclass(frozen=True, slots=True)
class SoundReport:
    """What the sound process said; `at` is the monotonic clock of this computer.

    `said` is ``ready``, ``failed``, ``heard``, ``sounding``, ``burst``, ``outputs``,
    ``desk-ready`` or ``desk-failed`` (`annunciator.py`);
    `what` is the sound's name, the backend's or the sentence; None = silence, or nothing to add.
    `chair` is whose burst began, 0 = no chair's.
    """

    said: str
    what: str | None
    at: float
    chair: int = 0
    outputs: tuple[tuple[str, bool], ...] = ()
    """Each loudspeaker, and whether it is the usual one; only in an answer about them."""
    desk: bool = False
    """It is about the second output."""


def start_process() -> Process:
    environment = dict(os.environ)
    paths = [str(_ROOT), environment.get("PYTHONPATH", "")]
    environment["PYTHONPATH"] = os.pathsep.join(path for path in paths if path)
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "devices.annunciator"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=environment,
        # A Ctrl-C or a closed terminal is for the program, not for its alarm.
        start_new_session=True,
    )


def tell(process: Process, message: Mapping[str, object]) -> None:
    if process.stdin is not None:
        process.stdin.write(json.dumps(message).encode() + b"\n")
        process.stdin.flush()


def end(process: Process) -> None:
    """Give the process a moment to end by itself, then end it."""
    with contextlib.suppress(OSError):
        if process.stdin is not None:
            process.stdin.close()
    try:
        process.wait(QUIT_WITHIN_S)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def hand_over(process: Process, put: Callable[[bytes | None], None]) -> None:
    """Body of the reading thread: each line the process says, then None when it has ended."""
    if process.stdout is not None:
        for line in process.stdout:
            put(line)
    put(None)


def report_in(line: bytes) -> SoundReport | None:
    try:
        message = json.loads(line)
    except ValueError:
        return None
    if not isinstance(message, dict) or not isinstance(message.get("at"), float):
        return None
    what = message.get("what", message.get("text", message.get("backend")))
    chair = message.get("chair")
    return SoundReport(
        str(message.get("said")),
        None if what is None else str(what),
        message["at"],
        chair if isinstance(chair, int) else 0,
        _outputs_in(message.get("outputs")),
        message.get("desk") is True,
    )


def _outputs_in(listed: object) -> tuple[tuple[str, bool], ...]:
    if not isinstance(listed, list):
        return ()
    pairs = (item for item in listed if isinstance(item, list) and len(item) == 2)
    return tuple((str(name), usual is True) for name, usual in pairs)
