"""Whether the system has turned its sound output off: asks the tools that come with the system.

Rule 1: only what a tool says plainly is believed. A tool that is missing, slow or says something
        else leaves it UNKNOWN, and then only the sound check by ear tells.
Rule 2: it never blocks the sound: a thread of its own asks, every few seconds.

On Linux, by the kind of output that is open:

    PulseAudio   pactl get-default-sink              auto_null = there is no loudspeaker
                 pactl get-sink-mute @DEFAULT_SINK@      Mute: yes
                 pactl get-sink-volume @DEFAULT_SINK@    Volume: front-left: 0 /   0% / -inf dB
    ALSA         amixer sget Master                  Front Left: Playback 0 [0%] [-inf dB] [off]

The forms are those that the manuals of pactl and amixer show. Windows and macOS are not asked. A
knob on the loudspeaker, a pulled jack of an amplifier and headphones are beyond any system.
"""

from __future__ import annotations

import enum
import os
import re
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence

ASK_EVERY_S = 5.0
PATIENCE_S = 2.0
"""For one tool."""

Ask = Callable[[Sequence[str]], str | None]
"""Runs a command; its output, None = there is no such tool, or no answer."""

_PULSE = ("pactl",)
_SINK = "@DEFAULT_SINK@"
_NO_CARD = "auto_null"
_PERCENT = re.compile(r"(\d+)%")
_ALSA_CHANNEL = re.compile(r"Playback\b.*?\[(\d+)%\].*?\[(on|off)\]")


class Output(enum.StrEnum):
    AUDIBLE = "audible"
    """As far as the system tells: not turned off."""
    MUTED = "muted"
    ABSENT = "absent"
    UNKNOWN = "unknown"


def output_state(backend: str, ask: Ask) -> Output:
    """What the system says about the output that this backend plays to."""
    asked = _ASKED.get(backend)
    return Output.UNKNOWN if asked is None else asked(ask)


def _pulse(ask: Ask) -> Output:
    sink = ask((*_PULSE, "get-default-sink"))
    if sink is not None and sink.strip() == _NO_CARD:
        return Output.ABSENT
    mute = ask((*_PULSE, "get-sink-mute", _SINK))
    if mute is not None and mute.strip() == "Mute: yes":
        return Output.MUTED
    percents = _PERCENT.findall(ask((*_PULSE, "get-sink-volume", _SINK)) or "")
    if not percents:
        return Output.UNKNOWN
    if not any(int(percent) for percent in percents):
        return Output.MUTED
    return Output.UNKNOWN if mute is None else Output.AUDIBLE


def _alsa(ask: Ask) -> Output:
    """Every channel turned off, or all at nothing."""
    channels = _ALSA_CHANNEL.findall(ask(("amixer", "sget", "Master")) or "")
    if not channels:
        return Output.UNKNOWN
    audible = any(switch == "on" and int(percent) for percent, switch in channels)
    return Output.AUDIBLE if audible else Output.MUTED


_ASKED: dict[str, Callable[[Ask], Output]] = {"PulseAudio": _pulse, "ALSA": _alsa}


def ask_system(command: Sequence[str]) -> str | None:
    """Raises nothing: what cannot be asked is not known."""
    try:
        answer = subprocess.run(
            command,
            env={**os.environ, "LC_ALL": "C"},  # their answers are translated otherwise
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=PATIENCE_S,
            check=True,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return answer.stdout.decode(errors="replace")


class MixerWatch:
    """Keeps asking. `state` may be read by any thread; it is UNKNOWN until the first answer."""

    def __init__(self, ask: Ask = ask_system, *, every_s: float = ASK_EVERY_S) -> None:
        self._ask = ask
        self._every_s = every_s
        self._backend = ""
        self._state = Output.UNKNOWN
        self._woken = threading.Event()
        self._over = False
        self._thread = threading.Thread(target=self._run, name="mixer watch", daemon=True)

    @property
    def state(self) -> Output:
        return self._state

    def follow(self, backend: str) -> None:
        """From now on it is this kind of output that is open; empty = none is."""
        if backend != self._backend:
            self._backend = backend
            self._state = Output.UNKNOWN
        self._woken.set()
        # Other systems and outputs have no such tools, and no thread that asks in vain.
        if sys.platform == "linux" and backend in _ASKED and not self._thread.ident:
            self._thread.start()

    def close(self) -> None:
        self._over = True
        self._woken.set()
        if self._thread.ident:
            self._thread.join()

    def _run(self) -> None:
        while not self._over:
            self._woken.clear()
            backend = self._backend
            state = output_state(backend, self._ask)
            if backend == self._backend:  # else: an answer about another output
                self._state = state
                self._woken.wait(self._every_s)
