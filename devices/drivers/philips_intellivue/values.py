"""The small things that IntelliVue messages are made of: values, their states, times, texts."""

from __future__ import annotations

import struct
from datetime import datetime, timedelta
from functools import lru_cache
from typing import NamedTuple

from devices.errors import ContentError
from monitor.vitals import LostReason, Quality

VALUE, VALUES = 0x0950, 0x094B
"""The attributes that hold one observed value, or several."""
ABSOLUTE_STAMP, RELATIVE_STAMP = 0x0990, 0x0991

Attributes = dict[int, bytes]

_OBSERVED = struct.Struct(">HHHbHB")
"""Physiological id, state, unit, exponent, and the mantissa in two pieces (24 bits)."""
_NO_NUMBERS = frozenset({0x7FFFFF, 0x800000, 0x7FFFFE, 0x800002, 0x800001})


INVALID, QUESTIONABLE, UNAVAILABLE, CALIBRATING = 0x8000, 0x4000, 0x2000, 0x1000
TEST, DEMO, EARLY, ONGOING = 0x0800, 0x0400, 0x0040, 0x0020
"""Bits of a state. `EARLY`: the rest of this measurement comes later; `ONGOING`: it runs."""

_UNUSABLE = INVALID | UNAVAILABLE
_NO_PATIENT = TEST | DEMO
_DOUBTFUL = 0xFF00
"""A state is good when nothing of its high byte is set; two of these bits are not described."""


class Observed(NamedTuple):
    """One numeric observed value; `value` None = there is none, whatever the state says."""

    physio: int
    state: int
    unit: int
    value: float | None

    @property
    def lost(self) -> LostReason | None:
        """Why it must not be used; None = it may."""
        if self.state & CALIBRATING:
            return LostReason.CALIBRATING
        if self.value is None or self.state & _UNUSABLE:
            return LostReason.NO_VALUE
        return None

    @property
    def quality(self) -> Quality:
        if not self.state & _DOUBTFUL:
            return Quality.GOOD
        return Quality.DEMO if self.state & _NO_PATIENT else Quality.POOR


def number(exponent: int, mantissa: int) -> float | None:
    """A FLOAT: `mantissa` is 24 bits as they come. None = not a number of any size.

    >>> number(-1, 0xFFFFF7), number(0, 0x7FFFFF)
    (-0.9, None)
    """
    if mantissa in _NO_NUMBERS:
        return None
    signed = mantissa - 0x1000000 if mantissa & 0x800000 else mantissa
    if exponent < 0:
        # Dividing gives the float nearest to the decimal number; multiplying by 0.1 does not.
        return signed / 10.0**-exponent
    return signed * 10.0**exponent


def float_at(data: bytes, at: int) -> float | None:
    exponent, high, low = struct.unpack_from(">bHB", data, at)
    return number(exponent, high << 8 | low)


def observed(data: bytes, at: int = 0) -> Observed:
    """Raises `ContentError` when it is cut short."""
    if len(data) < at + _OBSERVED.size:
        raise ContentError(f"an observed value of {len(data) - at} bytes")
    physio, state, unit, exponent, high, low = _OBSERVED.unpack_from(data, at)
    return Observed(physio, state, unit, number(exponent, high << 8 | low))


def all_observed(attributes: Attributes) -> list[Observed]:
    """Every value of an object. Raises `ContentError` for a list that is cut short."""
    said = []
    if (one := attributes.get(VALUE)) is not None:
        said.append(observed(one))
    if (several := attributes.get(VALUES)) is not None:
        said += _listed(several)
    return said


def _listed(data: bytes) -> list[Observed]:
    if len(data) < 4:
        raise ContentError(f"a list of values of {len(data)} bytes")
    count = data[0] << 8 | data[1]
    if len(data) < 4 + count * _OBSERVED.size:
        raise ContentError(f"a list of {count} values in {len(data)} bytes")
    return [observed(data, 4 + index * _OBSERVED.size) for index in range(count)]


# ---- time ---------------------------------------------------------------------------------------

TICKS = 1 << 32
TICK_S = 125e-6
YEARS = range(1970, 2200)
"""What a clock that was set can show: beyond them it is not a time, and arithmetic ends."""


@lru_cache(maxsize=64)
def moment(bcd: bytes) -> datetime | None:
    """An absolute time (CC YY MM DD hh mm ss ff, decimal digits); None = not set, or none.

    >>> moment(bytes.fromhex("2021032912461800"))
    datetime.datetime(2021, 3, 29, 12, 46, 18)
    """
    digits = bcd[:7].hex()
    if len(digits) != 14 or not digits.isdecimal():
        return None
    try:
        shown = datetime.strptime(digits, "%Y%m%d%H%M%S")  # noqa: DTZ007 (it has no time zone)
    except ValueError:
        return None
    return shown if shown.year in YEARS else None


class MonitorClock:
    """What the monitor's clock shows, from one look at it and the ticks that went by since."""

    def __init__(self) -> None:
        self._seen: datetime | None = None
        self._ticks = 0

    def learn(self, shown: datetime, ticks: int) -> None:
        self._seen = shown
        self._ticks = ticks

    def at(self, ticks: int) -> datetime | None:
        """None = it was never seen. Called often enough, it bears the counter's overflow."""
        if self._seen is None:
            return None
        passed = (ticks - self._ticks + TICKS // 2) % TICKS - TICKS // 2
        shown = self._seen + timedelta(seconds=passed * TICK_S)
        self._seen = shown if shown.year in YEARS else None
        self._ticks = ticks
        return self._seen


def iso(shown: datetime | None) -> str | None:
    return None if shown is None else shown.isoformat(timespec="seconds")


# ---- text ---------------------------------------------------------------------------------------


def wide_text(data: bytes) -> str:
    """UTF-16, padded with zeros and spaces.

    >>> wide_text(bytes.fromhex("004E004200500020002000200000"))
    'NBP'
    """
    text = data[: len(data) & ~1].decode("utf-16-be", errors="replace")
    return "".join(filter(str.isprintable, text)).strip()


def identity(attributes: Attributes) -> str:
    """Maker and model, as the monitor words them, and the number of this unit."""
    words = [*_texts(attributes.get(0x0928, b"")), attributes.get(0x0984, b"")[2:].hex()]
    return " ".join(word for word in words if word)


def _texts(data: bytes) -> list[str]:
    """Two texts, each after its length."""
    texts = []
    while len(data) >= 2:
        end = 2 + (data[0] << 8 | data[1])
        text = data[2:end].decode("latin-1")
        texts.append("".join(filter(str.isprintable, text)).strip())
        data = data[end:]
    return texts
