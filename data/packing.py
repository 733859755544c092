"""Small values made smaller, each way back exact.

* samples of a wave: whole multiples of 1, 0.1, 0.01 or 0.001 as differences of integers, anything
  else as doubles; both deflated
* the device's own time stamp: whole seconds as one integer, anything else as the text it was
* the signs, qualities and the source of readings that came together: one line of text, which
  `layouts` holds once

Rule: numpy is loaded with the first wave; most sessions have none, and no start waits for it.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from datetime import datetime, timedelta

from data.outside import inflate
from monitor.vitals import Quality, VitalSign

_EPOCH = datetime(2000, 1, 1)  # noqa: DTZ001 - a monitor's clock has no zone
STAMPS = range(
    int((datetime.min - _EPOCH).total_seconds()),  # noqa: DTZ901 - as above
    int((datetime.max - _EPOCH).total_seconds()) + 1,  # noqa: DTZ901 - as above
)
"""The packed stamps that `unpack_time` can make a text of."""
_DECIMALS = 3
_FINEST = 10.0**_DECIMALS
_LEVEL = 1
"""Of zlib: half the time of its usual one, for a twentieth more bytes."""
_BIGGEST = 1_000_000.0
"""From here on samples are kept as doubles; thousandths of what is less fit into 32 bits."""
_DOUBLES = "doubles"
_WHOLE = frozenset(map(str, range(_DECIMALS + 1)))
_LARGEST_WAVE = 4_000_000
"""Bytes of the samples of one chunk; a second of the densest wave has four thousand."""


def pack_samples(samples: tuple[float, ...]) -> tuple[str, bytes]:
    """How it was packed, and the bytes."""
    import numpy as np  # noqa: PLC0415 -- see the rule above

    values = np.array(samples, dtype="<f8")
    if not samples or np.abs(values).max() < _BIGGEST:  # false of one that is no number, too
        finest = np.rint(values * _FINEST)
        if (finest / _FINEST == values).all():
            steps = finest.astype("<i4")
            shared = int(np.gcd.reduce(steps))
            decimals = next(n for n in range(_DECIMALS + 1) if shared % 10 ** (_DECIMALS - n) == 0)
            steps //= 10 ** (_DECIMALS - decimals)
            steps[1:] -= steps[:-1].copy()
            return str(decimals), zlib.compress(steps.tobytes(), _LEVEL)
    return _DOUBLES, zlib.compress(values.tobytes(), _LEVEL)


def unpack_samples(packing: str, data: bytes) -> tuple[float, ...]:
    """Raises ValueError or zlib.error for what `pack_samples` did not make."""
    import numpy as np  # noqa: PLC0415 -- see the rule above

    raw = inflate(data, _LARGEST_WAVE)
    if packing == _DOUBLES:
        return tuple(np.frombuffer(raw, dtype="<f8").tolist())
    if packing not in _WHOLE:
        raise ValueError(f"samples are packed as {packing!r}")
    numbers = np.cumsum(np.frombuffer(raw, dtype="<i4"), dtype=np.int64)
    return tuple((numbers / 10.0 ** int(packing)).tolist())


def pack_time(stamp: str | None) -> int | str | None:
    """Seconds since 2000 if that gives the same text again."""
    if stamp is None:
        return None
    try:
        seconds = int((datetime.fromisoformat(stamp) - _EPOCH).total_seconds())
    except (ValueError, TypeError):
        return stamp
    return seconds if unpack_time(seconds) == stamp else stamp


def unpack_time(packed: int | str | None) -> str | None:
    if isinstance(packed, int):
        return (_EPOCH + timedelta(seconds=packed)).isoformat()
    return packed


@dataclass(frozen=True, slots=True)
class Layout:
    """What readings that came together have in common from second to second."""

    source: str
    signs: tuple[tuple[VitalSign, Quality], ...]

    @property
    def text(self) -> str:
        """``hr spo2:poor @ device:ivy-450c``."""
        words = (
            sign.value if quality is Quality.GOOD else f"{sign.value}:{quality.value}"
            for sign, quality in self.signs
        )
        return f"{' '.join(words)} @ {self.source}"


def layout_of(text: str) -> Layout:
    """Raises ValueError for a text that `Layout.text` did not make."""
    words, found, source = text.partition(" @ ")
    if not found:
        raise ValueError(f"layout {text!r} names no source")
    pairs = (word.partition(":") for word in words.split(" "))
    return Layout(
        source,
        tuple((VitalSign(sign), Quality(quality or "good")) for sign, _, quality in pairs),
    )
