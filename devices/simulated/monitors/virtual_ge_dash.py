r"""A virtual GE Dash: answers the "Unity" parameter request about a simulated patient.

    host      ... function 202 (00CA), sub 35 (0023) at byte 12 ...
    monitor   60 bytes of head: addresses, function 201 (00C9), sub 20 (0014), version 1, sequence,
              zeros, return status 0, data count; then alarm state, level, audio level, admitted,
              count, graph status; a block for each parameter; two check bytes

    block     01, code, status u16, three values; 0C, code, extended values; 03, code, flags and
              limits; 15, code, messages; 02, code, four more; type, code, position, port

Written from the description of the protocol and the published bytes of a real Dash 4000,
independently of the driver. Its check bytes are zeros, because nobody knows their rule. While the
cuff measures and before the first result there are no pressures (8000), after a failure 8006; what
a real one shows then is not known. A probe or an electrode that is off is 8007, a probe that finds
no pulse 8006; a finger that moves or is cold is not said in any known place.
"""

from __future__ import annotations

import math
import struct

from devices.simulated.sensors.shown import CuffShown, Measuring, Shown

ANSWERS_AFTER_S = 0.05
BLOCK_BYTES = 68
_REQUEST = bytes.fromhex("00CA0023")
_MOST_WAITING = 64
_ADDRESS = bytes.fromhex("C0A800C30000")
_INVALID, _MISSING, _NO_PULSE, _SENSOR_FAIL = 0x8000, 0x8001, 0x8006, 0x8007
_NOTHING = (_INVALID, _INVALID, _INVALID)
_NO_LIMITS = (_MISSING,) * 6
_OXIMETER_LIMITS = (94, 101, 35, 110, _MISSING, _MISSING)
_USUAL_STATUS, _OXIMETER_STATUS = 0xC080, 0xC0E0
"""As a real one was seen to send them; what the bits mean is not known."""
_CUFF_LIMITS = (40, 140, 80, 160, 20, 120)
_ADVISORY = 5


class VirtualGeDash:
    """Speaks only when spoken to."""

    def __init__(self, sensors: Measuring, *, block_bytes: int = BLOCK_BYTES) -> None:
        self._sensors = sensors
        self._block_bytes = block_bytes
        self._typed = b""
        self._answers_at: list[float] = []
        self._sequence = 0

    def receive(self, data: bytes, now: float) -> None:
        *asked, rest = (self._typed + data).split(_REQUEST)
        self._typed = rest[-_MOST_WAITING:]
        self._answers_at += [now + ANSWERS_AFTER_S] * len(asked)

    def due(self, now: float) -> bytes:
        ready = [at for at in self._answers_at if at <= now]
        self._answers_at = self._answers_at[len(ready) :]
        return b"".join(self._reply(self._sensors.at(now)) for _ in ready)

    def wake_at(self) -> float:
        return self._answers_at[0] if self._answers_at else math.inf

    def _reply(self, shown: Shown) -> bytes:
        off = shown.spo2 is None or shown.pulse is None
        why = _NO_PULSE if shown.searching else _SENSOR_FAIL
        oximeter = (why, why) if off else (shown.spo2 or 0, shown.pulse or 0)
        hr = _SENSOR_FAIL if shown.hr is None else shown.hr
        rr = _SENSOR_FAIL if shown.rr is None else shown.rr
        blocks = (
            self._block(1, 0x3A, (hr, 0), _NO_LIMITS),
            self._block(10, 0x18, _cuff(shown.cuff), _CUFF_LIMITS),
            self._block(11, 0x2D, oximeter, _OXIMETER_LIMITS, status=_OXIMETER_STATUS),
            self._block(8, 0x22, (rr,), _NO_LIMITS),
        )
        data = bytes([0, _ADVISORY if off else 0, 3, 1, len(blocks), 0]) + b"".join(blocks)
        self._sequence = (self._sequence + 1) % 0x10000
        head = _ADDRESS + _ADDRESS + struct.pack(">4H", 201, 20, 1, self._sequence)
        return head.ljust(58, b"\x00") + struct.pack(">H", len(data)) + data + b"\x00\x00"

    def _block(
        self,
        kind: int,
        code: int,
        values: tuple[int, ...],
        limits: tuple[int, ...],
        *,
        status: int = _USUAL_STATUS,
    ) -> bytes:
        three = (*values, _MISSING, _MISSING)[:3]
        data = struct.pack(">BBH3H", 1, code, status, *three)
        data += struct.pack(">BB6H", 0x0C, code, *[_MISSING] * 6)
        data += struct.pack(">BBHH6HH", 3, code, 0xA020, 8, *limits, 0)
        data += struct.pack(">BB", 0x15, code).ljust(10, b"\x00")
        data += struct.pack(">BB", 2, code).ljust(10, b"\x00")
        return (data + bytes([kind, code, 0, 0])).ljust(self._block_bytes, b"\x00")


def _cuff(cuff: CuffShown) -> tuple[int, ...]:
    """MEAN, SYS, DIA: in this order."""
    if cuff.failure is not None and not cuff.measuring:
        return (_NO_PULSE, _NO_PULSE, _NO_PULSE)
    if cuff.measuring or cuff.last is None:
        return _NOTHING
    return (cuff.last.map, cuff.last.sbp, cuff.last.dbp)
