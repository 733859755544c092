"""One entry as one row of one table, and back.

Rule 1: what is put is what is read: decoding a row gives an equal entry. A value that its column
        cannot hold exactly (not finite, not encodable, readings of two sources) makes the entry
        go to `events` as JSON, where everything fits.
Rule 2: a row, without its session, has one canonical text; hashes are over that, and are the same
        before writing and after reading.
"""

from __future__ import annotations

import functools
import json
import math
import struct
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from data.codec import What, decode, encode
from data.errors import StoreDamaged
from data.outside import LATEST_S, quoted
from data.packing import (
    Layout,
    layout_of,
    pack_samples,
    pack_time,
    unpack_samples,
    unpack_time,
)
from monitor.entries import Entry
from monitor.events import Numerics
from monitor.outcomes import AlarmChanged, AlarmPhase, LimitChanged, Priority
from monitor.vitals import CuffResult, Quality, Reading, VitalSign, Wave, WaveChunk

COLUMNS: dict[str, tuple[str, ...]] = {
    "numerics": (
        *("layout", "device_time", "hr", "pulse", "spo2", "rr", "abp_sys", "abp_dia", "abp_mean"),
        *("perfusion_x100", "temp_x100"),
    ),
    "cuff_results": ("sbp", "dbp", "map", "pulse", "source", "quality", "age_s", "device_time"),
    "alarms": (
        *("key", "alarm", "sign", "priority", "state", "value", "threshold", "reasons", "text"),
    ),
    "limit_changes": ("rule", "old_value", "new_value", "changed_by"),
    "wave_chunks": ("wave", "rate_hz", "unit", "packing", "samples", "source"),
    "events": ("kind", "body"),
}
"""The tables of entries; before these come session, seq and t_ms."""
WAVES = "wave_chunks"

LAYOUT_AT = 2
"""Where a row of `numerics` has the text of its layout (the table has its number)."""

_SUFFIX = "_x100"
"""Signs with decimals are kept in whole hundredths: two bytes instead of eight, each second."""
_NUMERIC = tuple(VitalSign(name.removesuffix(_SUFFIX)) for name in COLUMNS["numerics"][2:])
_PLACE = {sign: place for place, sign in enumerate(_NUMERIC)}
SCALED = frozenset(
    sign for sign, name in zip(_NUMERIC, COLUMNS["numerics"][2:], strict=True) if name != sign
)
STAMP_AT = LAYOUT_AT + 1
VALUE_AT = {sign: STAMP_AT + 1 + place for sign, place in _PLACE.items()}
"""Where a row of `numerics` has the device's time, and the value of each sign."""

Values = tuple[Any, ...]

_canonical = json.JSONEncoder(default=bytes.hex, check_circular=False).encode


@dataclass(frozen=True, slots=True)
class Row:
    """`values` are seq, t_ms and then the columns of the table."""

    table: str
    values: Values

    @property
    def canonical(self) -> bytes:
        values = self.values
        if self.table == "numerics":
            return _canonical_numerics(values)
        if self.table == "wave_chunks" and not values[-1]:
            values = values[:-1]  # as it was hashed before waves had a source
        return _canonical((self.table, *values)).encode()


def _canonical_numerics(values: Values) -> bytes:
    """The same text as that of any other row, in half the time: there is one each second."""
    seq, t_ms, layout, *rest = values
    texts = [
        "null" if one is None else _json_text(one) if isinstance(one, str) else repr(one)
        for one in rest
    ]
    return f'["numerics", {seq}, {t_ms}, {_json_text(layout)}, {", ".join(texts)}]'.encode()


_json_text = functools.lru_cache(maxsize=256)(json.dumps)


def to_ms(seconds: float) -> int:
    return round(seconds * 1000)


# ---- entry to row -------------------------------------------------------------------------------


def to_row(entry: Entry) -> Row:
    what = entry.what
    maker = _MAKERS.get(type(what))
    made = None if maker is None else maker(what)
    if made is None or not _fit(made[1]):
        made = ("events", encode(what))
    return Row(made[0], (entry.seq, to_ms(entry.now_s), *made[1]))


def _fit(values: Values) -> bool:
    """All of them can be stored and read again unchanged."""
    for value in values:
        if isinstance(value, float):
            if not math.isfinite(value):
                return False
        elif isinstance(value, str) and not (value.isascii() or _encodable(value)):
            return False
    return True


def _encodable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _real(value: float | None) -> float | None:
    # SQLite keeps no negative zero; adding zero makes it a positive one.
    return None if value is None else float(value) + 0.0


def _numerics(what: Numerics) -> tuple[str, Values] | None:
    if not what.readings:
        return None
    source, stamp = what.readings[0].source, what.readings[0].device_time
    values: list[float | None] = [None] * len(_NUMERIC)
    for reading in what.readings:
        place = _PLACE.get(reading.sign)
        value = _numeric(reading)
        if place is None or value is None or values[place] is not None:
            return None
        if reading.source != source or reading.device_time != stamp:
            return None
        values[place] = value
    layout = _layout(source, tuple([(one.sign, one.quality) for one in what.readings]))
    return "numerics", (layout, None if stamp is None else pack_time(stamp), *values)


@functools.lru_cache(maxsize=256)
def _layout(source: str, signs: tuple[tuple[VitalSign, Quality], ...]) -> str:
    return Layout(source, signs).text


def _numeric(reading: Reading) -> float | None:
    """What the column of the sign holds; None when it cannot hold the value exactly."""
    if reading.sign not in SCALED:
        return _real(reading.value)
    if not abs(reading.value) < 1e6:
        return None
    hundredths = round(reading.value * 100)
    return hundredths if hundredths / 100 == reading.value else None


def _cuff(what: CuffResult) -> tuple[str, Values]:
    return "cuff_results", (
        *(_real(what.sbp), _real(what.dbp), _real(what.map), _real(what.pulse)),
        *(what.source, what.quality.value, _real(what.age_s), pack_time(what.device_time)),
    )


def _alarm(what: AlarmChanged) -> tuple[str, Values]:
    return "alarms", (
        *(what.key, what.alarm, None if what.sign is None else what.sign.value),
        *(what.priority.value, what.state.value, _real(what.value), _real(what.limit)),
        *(json.dumps(what.reasons), what.text),
    )


def _limit(what: LimitChanged) -> tuple[str, Values]:
    return "limit_changes", (what.rule, _real(what.before), _real(what.after), what.by)


def _wave(what: WaveChunk) -> tuple[str, Values]:
    packed = pack_samples(what.samples)
    return "wave_chunks", (what.wave.value, _real(what.rate_hz), what.unit, *packed, what.source)


_MAKERS: dict[type, Callable[[Any], tuple[str, Values] | None]] = {
    Numerics: _numerics,
    CuffResult: _cuff,
    AlarmChanged: _alarm,
    LimitChanged: _limit,
    WaveChunk: _wave,
}


# ---- row to entry -------------------------------------------------------------------------------


READ_FAULTS = (
    *(ValueError, TypeError, KeyError, OverflowError, RecursionError),
    *(struct.error, zlib.error),
)
"""What comes out of reading columns that we did not write."""


def to_entry(session_id: str, row: Row) -> Entry:
    """Raises `StoreDamaged` for a row that `to_row` did not make."""
    seq, t_ms, *columns = row.values
    try:
        if not abs(t_ms) < LATEST_S * 1000:
            raise ValueError(f"{t_ms} ms is no moment of a session")
        return Entry(session_id, seq, t_ms / 1000, _READERS[row.table](*columns))
    except (StoreDamaged, *READ_FAULTS) as error:
        raise StoreDamaged(
            f"line {seq} of session {quoted(session_id)} in {row.table} cannot be read "
            f"({quoted(error)}); `chairside verify` shows what is changed"
        ) from error


@functools.lru_cache(maxsize=256)
def _plan(text: str) -> tuple[str, tuple[tuple[VitalSign, Quality, int, bool], ...]]:
    """The source, and for each reading its sign, quality, column and whether that is x100."""
    layout = layout_of(text)
    return layout.source, tuple(
        (sign, quality, _PLACE[sign], sign in SCALED) for sign, quality in layout.signs
    )


def _to_numerics(text: str, device_time: int | str | None, *values: float | None) -> Numerics:
    source, plan = _plan(text)
    stamp = unpack_time(device_time)
    readings = []
    for sign, quality, place, scaled in plan:
        value = values[place]
        if value is None:
            raise ValueError(f"{sign} has no value")
        value = value / 100 if scaled else value
        readings.append(Reading(sign, value, source, quality, stamp))
    return Numerics(tuple(readings))


def _to_cuff(*columns: Any) -> CuffResult:
    sbp, dbp, mean, pulse, source, quality, age_s, stamp = columns
    stamp = unpack_time(stamp)
    return CuffResult(sbp, dbp, mean, pulse, source, Quality(quality), age_s, stamp)


def _to_alarm(*columns: Any) -> AlarmChanged:
    key, alarm, sign, priority, state, value, limit, reasons, text = columns
    return AlarmChanged(
        key,
        alarm,
        None if sign is None else VitalSign(sign),
        Priority(priority),
        AlarmPhase(state),
        value,
        limit,
        tuple(json.loads(reasons)),
        text,
    )


def _to_wave(*columns: Any) -> WaveChunk:
    wave, rate_hz, unit, packing, samples, source = columns
    return WaveChunk(Wave(wave), rate_hz, unit, unpack_samples(packing, samples), source or "")


_READERS: dict[str, Callable[..., What]] = {
    "numerics": _to_numerics,
    "cuff_results": _to_cuff,
    "alarms": _to_alarm,
    "limit_changes": LimitChanged,
    "wave_chunks": _to_wave,
    "events": decode,
}
