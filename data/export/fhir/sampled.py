"""What a monitor says each second, as `SampledData`: one observation for ten minutes of a sign.

Rule 1: one series holds one sign of one source in one quality, so that what was poor, or no value
        of the patient, is never a number among those that count.
Rule 2: every value of the record is in it exactly once, and within a second of its moment: the
        n-th stands for the beginning of the period and n times `period` (1000 ms). Where that
        cannot be held, the next series begins.
Rule 3: a second without a value is ``E``, as FHIR has it. There is no ``U`` and no ``L``: what
        a monitor cannot measure it does not say as a bound. `lowerLimit` and `upperLimit` are the
        bounds of those two, and are absent with them.
Rule 4: where the clock of the day was set, or the program was away, the next series begins: the
        time of day of each value is that of its anchor.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from data.export.cells import number
from data.export.fhir.codes import DOUBTS, STATUS, Json, category, sign_concept
from data.export.fhir.frame import Frame, note, sign_quantity
from monitor.entries import Entry
from monitor.events import Numerics
from monitor.vitals import Quality, Reading, VitalSign

BLOCK_S = 600.0
PERIOD_S = 1.0
_NO_VALUE = "E"
_MOST_OFF_S = 1.0


@dataclass(slots=True)
class _Series:
    """The `nth` of its session; `slots` has None for a second without a value."""

    reading: Reading
    nth: int
    block: tuple[int, int]
    from_s: float
    slots: list[float | None] = field(default_factory=list)

    def take(self, value: float, at_s: float, block: tuple[int, int]) -> bool:
        """False = it belongs into the next series."""
        if block != self.block:
            return False
        slot = max(round((at_s - self.from_s) / PERIOD_S), len(self.slots))
        if abs(self.from_s + slot * PERIOD_S - at_s) > _MOST_OFF_S:
            return False
        self.slots += [None] * (slot - len(self.slots))
        self.slots.append(value)
        return True


_Key = tuple[VitalSign, str, Quality]


def sampled(frame: Frame, entries: Iterable[Entry]) -> Iterator[Json]:
    """The series in the order in which they end."""
    anchors = sorted(anchor.from_s for anchor in frame.material.anchors)
    open_now: dict[_Key, _Series] = {}
    begun = 0
    for entry in entries:
        if not isinstance(entry.what, Numerics):
            continue
        at_s = entry.now_s
        block = (bisect_right(anchors, at_s), math.floor(at_s / BLOCK_S))
        for reading in entry.what.readings:
            if not math.isfinite(reading.value):
                continue
            key = (reading.sign, reading.source, reading.quality)
            series = open_now.get(key)
            if series is not None and series.take(reading.value, at_s, block):
                continue
            if series is not None:
                yield _observation(frame, series)
            begun += 1
            open_now[key] = _Series(reading, begun, block, at_s, [reading.value])
    for series in open_now.values():
        yield _observation(frame, series)


def _observation(frame: Frame, series: _Series) -> Json:
    reading = series.reading
    sign, quality = reading.sign, reading.quality
    lasts_s = (len(series.slots) - 1) * PERIOD_S
    zero = sign_quantity(sign, 0.0)
    # A sign has few values in ten minutes, and each of them often.
    told = {one: _NO_VALUE if one is None else number(one) for one in set(series.slots)}
    made = frame.observation(
        "series",
        series.nth,
        status=STATUS.get(quality, "final"),
        category=category("vital-signs"),
        code=sign_concept(sign),
        effectivePeriod=frame.period(series.from_s, series.from_s + lasts_s),
        device=frame.device(reading.source),
        method={"text": "entered by a person"} if reading.source == "manual" else None,
        note=note(DOUBTS.get(quality, "")),
        valueSampledData={
            "origin": zero,
            "period": round(PERIOD_S * 1000),
            "dimensions": 1,
            "data": " ".join(map(told.__getitem__, series.slots)),
        },
    )
    if quality is Quality.GOOD:
        frame.measured.add(sign, series.from_s, made["id"])
    return made
