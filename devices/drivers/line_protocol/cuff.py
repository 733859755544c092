"""Tells a new cuff result from a repeated one, as the file says how.

Rule 1: the status is read before the numbers: while the cuff measures or has failed, old pressures
        are not even looked at.
Rule 2: a result waits until systolic and diastolic are there, and a few lines for its mean.
Rule 3: a result that was on the line when we began to look, or that changed while nobody looked
        for more than a minute, is of unknown age. One that is sent in a line of its own is new.
Rule 4: a measurement that was seen to run makes the next result new, even with the same numbers;
        but not with the same time.
Rule 5: results that come within seconds of each other are a list out of a memory: all but the
        first are of unknown age, unless the cuff was seen to run in between.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from devices.conversation import cuff_result
from devices.drivers.line_protocol.description import DONE, MEASURING, NOTHING, Cuff, NewBy
from devices.errors import ContentError
from monitor.vitals import (
    CuffFailed,
    CuffFailure,
    CuffResult,
    DeviceNote,
    DeviceNoteKind,
    Observation,
    Quality,
    VitalSign,
)

UNWATCHED_AFTER_S = 60.0
WAIT_FOR_MEAN_LINES = 3
CROWDED_S = 2.0
REMEMBERED = {NewBy.CHANGE: 1, NewBy.TIME: 32, NewBy.LINE: 0}
"""How many results are known again: with their times, a monitor may also repeat older ones."""

Pressures = Mapping[VitalSign, float | None]
_STAMP = re.compile(r"\d{4}-\d\d-\d\d[ T]\d\d:\d\d(:\d\d)?")


@dataclass(frozen=True, slots=True)
class _Result:
    """A result as it stands on a line; `time` is its mark, "" where there is none."""

    sbp: float
    dbp: float
    mean: float | None
    pulse: float | None
    time: str

    def repeats(self, known: _Result) -> bool:
        """The same one, perhaps with a field more or less: an empty one contradicts nothing."""
        same = (self.sbp, self.dbp, self.time) == (known.sbp, known.dbp, known.time)
        return same and all(
            one is None or other is None or one == other
            for one, other in ((self.mean, known.mean), (self.pulse, known.pulse))
        )

    def with_what(self, known: _Result) -> _Result:
        """Nothing that was known is forgotten again."""
        return replace(
            self,
            mean=known.mean if self.mean is None else self.mean,
            pulse=known.pulse if self.pulse is None else self.pulse,
        )


class CuffLines:
    """`gives_mean`: a mean stands in the line, and may come later than the rest."""

    def __init__(self, source: str, cuff: Cuff, *, gives_mean: bool) -> None:
        self._source = source
        self._cuff = cuff
        self._patience = 0 if cuff.newness is NewBy.LINE or not gives_mean else WAIT_FOR_MEAN_LINES
        self._known: deque[_Result] = deque(maxlen=REMEMBERED[cuff.newness])
        self._coming: _Result | None = None
        self._failure: tuple[CuffFailure, str] | None = None
        self._waited = 0
        self._measuring = False
        self._watched = False
        self._heard_at: float | None = None
        self._result_at: float | None = None

    def hear(self, values: Pressures, time: str, status: str, at: float) -> list[Observation]:
        """One line. Raises `ContentError` for what the file does not know, or cannot be."""
        meaning = self._cuff.statuses.get(status) if self._cuff.status else DONE
        if meaning is None:
            raise ContentError(f"the cuff's status is {status!r}, which the file does not know")
        if self._heard_at is not None and at - self._heard_at > UNWATCHED_AFTER_S:
            self._watched = False
        self._heard_at = at
        notes = self._runs(now=meaning == MEASURING)
        if meaning in {MEASURING, NOTHING}:
            return [*notes]
        if meaning != DONE:
            return [*notes, *self._failed(CuffFailure(meaning), time)]
        self._failure = None
        return [*notes, *self._done(values, time, at)]

    def _runs(self, *, now: bool) -> list[DeviceNote]:
        if now:
            self._failure = self._result_at = None
            self._forget()
        if now is self._measuring:
            return []
        self._measuring = now
        kind = DeviceNoteKind.MEASURING if now else DeviceNoteKind.IDLE
        return [DeviceNote(kind, "", self._source)]

    def _forget(self) -> None:
        """There is no result now: the next one is new, unless its time says otherwise."""
        self._watched = True
        if self._cuff.newness is not NewBy.TIME:
            self._known.clear()

    def _failed(self, reason: CuffFailure, time: str) -> list[CuffFailed]:
        known, self._failure = self._failure, (reason, time)
        self._watched = True
        if self._cuff.newness is not NewBy.LINE and known == self._failure:
            return []
        return [CuffFailed(reason, self._source)]

    def _done(self, values: Pressures, time: str, at: float) -> list[CuffResult]:
        sbp, dbp = values.get(VitalSign.SBP), values.get(VitalSign.DBP)
        mean, pulse = values.get(VitalSign.MAP), values.get(VitalSign.NIBP_PULSE)
        if sbp is None and dbp is None:
            self._forget()
        if sbp is None or dbp is None or (self._cuff.time and not time):
            return []
        new = _Result(sbp, dbp, mean, pulse, time)
        if self._is_known(new):
            self._watched = True
            return []
        if mean is None and self._waits(new):
            return []
        quality = Quality.GOOD if self._is_fresh(at) else Quality.AGE_UNKNOWN
        self._watched, self._result_at = True, at
        self._known.append(new)
        result = cuff_result(sbp, dbp, mean, pulse, source=self._source, quality=quality)
        return [replace(result, device_time=_moment(time))]

    def _is_fresh(self, at: float) -> bool:
        if self._result_at is not None and at - self._result_at < CROWDED_S:
            return False
        return self._watched or self._cuff.newness is NewBy.LINE

    def _is_known(self, new: _Result) -> bool:
        for place, known in enumerate(self._known):
            if new.repeats(known):
                self._known[place] = new.with_what(known)
                return True
        return False

    def _waits(self, new: _Result) -> bool:
        if self._coming is None or not new.repeats(self._coming):
            self._coming = new
            self._waited = 0
        self._waited += 1
        return self._waited <= self._patience


def _moment(time: str) -> str | None:
    """The monitor's own time stamp, if it is a whole one; a time without a day is only a mark."""
    if not _STAMP.fullmatch(time):
        return None
    try:
        return datetime.fromisoformat(time).isoformat()
    except ValueError:
        return None
