r"""A virtual Contec CMS50D+ (firmware 7): live data about a simulated patient, when asked.

    host      7D 81 op 80 80 80 80 80 80       A1 start, A2 stop, AF keep on; others are answered
    oximeter  0C 80                            understood
    oximeter  01 h d d d d d d d               60 a second; bit k of h is bit 7 of the k-th d, and
                                               bit 7 of every byte but the first is set
    oximeter  0D 80 80                         the end, when nobody said to keep on for 5 s

    d   strength and flags, wave and searching, bar graph, pulse rate, SpO2, perfusion index (2)

Written from the description of the packets and recorded ones, independently of the driver. After a
finger comes back it searches for two seconds; in one that moves or is cold it searches all the
time, and says that the signal is weak (when a real one begins to search is not known). It has no
perfusion index, as the recorded one. What the real one does when it is not told to keep on is not
known in detail.
"""

from __future__ import annotations

from devices.simulated.monitors.heart import Heart
from devices.simulated.monitors.waves import PLETH_FOOT
from devices.simulated.sensors.shown import Measuring, Shown

BURSTS_PER_S = 10
PACKETS = 6
PATIENCE_S = 5.0
SEARCHES_S = 2.0

_COMMAND_BYTES = 9
_HEAD = b"\x7d\x81"
_START, _STOP = 0xA1, 0xA2
_UNDERSTOOD = b"\x0c\x80"
_ENDED = b"\x0d\x80\x80"
_NO_RATE, _NO_SPO2, _NO_INDEX = 0xFF, 0x7F, (0xFF, 0xFF)
_PROBE_ERROR, _SEARCHING = 0x80, 0x80
_STRENGTH, _WEAK = 5, 1
_INDEX_VALID = 0x10
"""The recorded one sets it, and has no perfusion index all the same."""


class VirtualContecCms50:
    """Says nothing until it is asked."""

    def __init__(self, sensors: Measuring) -> None:
        self._sensors = sensors
        self._typed = b""
        self._told_at = 0.0
        self._live = False
        self._bursts = 0
        self._replies = b""
        self._reply_at = 0.0
        self._heart = Heart()
        self._second = b""
        self._finger_since: float | None = None

    def receive(self, data: bytes, now: float) -> None:
        self._typed += data
        while (begin := self._typed.find(_HEAD)) >= 0:
            command = self._typed[begin : begin + _COMMAND_BYTES]
            self._typed = self._typed[begin:]
            if len(command) < _COMMAND_BYTES:
                return
            self._typed = self._typed[_COMMAND_BYTES:]
            self._obey(command[2], now)
        self._typed = self._typed[-1:]

    def due(self, now: float) -> bytes:
        """Replies, and the packets of the tenth of a second that is over; missed ones are lost."""
        said, self._replies = self._replies, b""
        burst = b""
        while (at := (self._bursts + 1) / BURSTS_PER_S) <= now:
            burst = self._burst(at)
        if self._live and now - self._told_at > PATIENCE_S:
            self._live = False
            return said + _ENDED
        return said + burst if self._live else said

    def wake_at(self) -> float:
        if self._replies:
            return self._reply_at
        return (self._bursts + 1) / BURSTS_PER_S if self._live else float("inf")

    def _obey(self, op: int, now: float) -> None:
        if op == _START:
            self._live = True
        elif op == _STOP:
            self._live = False
        self._told_at = self._reply_at = now
        self._replies += _UNDERSTOOD

    def _burst(self, at: float) -> bytes:
        shown = self._sensors.at(at)
        tenth = self._bursts % BURSTS_PER_S
        self._bursts += 1
        if tenth == 0:
            self._draw(shown)
        if shown.spo2 is None and not shown.searching:
            self._finger_since = None
            return _packet(_PROBE_ERROR | _STRENGTH, _SEARCHING, 0, _NO_RATE, _NO_SPO2) * PACKETS
        if self._finger_since is None:
            self._finger_since = at
        heights = self._second[tenth * PACKETS : (tenth + 1) * PACKETS]
        searching = at - self._finger_since < SEARCHES_S
        return b"".join(_measured(shown, height >> 1, searching=searching) for height in heights)

    def _draw(self, shown: Shown) -> None:
        """The wave of the next second."""
        self._second = self._heart.pulse(shown.truth, 60)
        self._heart.advance(shown.truth)
        if shown.searching:
            self._second = bytes([PLETH_FOOT]) * 60


def _measured(shown: Shown, height: int, *, searching: bool) -> bytes:
    weak = shown.searching or shown.finger.doubtful
    if searching or weak or shown.pulse is None or shown.spo2 is None:
        strength = _WEAK if weak else _STRENGTH
        return _packet(strength, height | _SEARCHING, 0, _NO_RATE, _NO_SPO2)
    bar = height >> 3 | _INDEX_VALID
    return _packet(_STRENGTH, height, bar, min(shown.pulse, 254), shown.spo2)


def _packet(*data: int) -> bytes:
    """One live packet; the perfusion index is always missing."""
    whole = (*data, *_NO_INDEX)
    high = sum((byte >> 7) << place for place, byte in enumerate(whole))
    return bytes((0x01, 0x80 | high, *(byte | 0x80 for byte in whole)))
