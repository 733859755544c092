"""A cuff measurement from its beginning to its one result, for monitors that say when it ended.

Rule 1: a result is new when an end was heard since the last one, even with the same numbers.
Rule 2: numbers for which no end was heard are said once, with an unknown age: they are shown and
        never judged. So it is with what a monitor still shows when we connect, and with what it
        measured while the line was away.
Rule 3: an end that was heard long before its result could be read makes no fresh result.
Rule 4: a failure is said once, until another end is heard; what it leaves of old pressures is
        not even looked at.
Rule 5: a result waits a few looks for its mean, and is then taken without one.
"""

from __future__ import annotations

from devices.conversation import CuffLine, cuff_result
from monitor.vitals import (
    CuffFailed,
    CuffFailure,
    CuffResult,
    DeviceNote,
    DeviceNoteKind,
    Quality,
)

READ_WITHIN_S = 60.0
"""A result that is read later than this after its end is of unknown age."""
PATIENT_LOOKS = 5
"""So many looks at missing values after an end, and they will not come."""


class CuffCycle:
    def __init__(self, source: str) -> None:
        self._source = source
        self._known: CuffLine | None = None
        self._failure: CuffFailure | None = None
        self._ended_at: float | None = None
        self._looks = 0
        self._running = False
        self._neonatal = False

    @property
    def running(self) -> bool:
        return self._running

    def runs(self, *, now: bool) -> list[DeviceNote]:
        """The cuff measures, or does not; said when it changes."""
        if now is self._running:
            return []
        self._running = now
        kind = DeviceNoteKind.MEASURING if now else DeviceNoteKind.IDLE
        return [DeviceNote(kind, "", self._source)]

    def mode(self, *, neonatal: bool) -> list[DeviceNote]:
        """For whom the cuff is set; said when it changes, and not at first that it is usual."""
        if neonatal is self._neonatal:
            return []
        self._neonatal = neonatal
        kind = DeviceNoteKind.NEONATAL_MODE if neonatal else DeviceNoteKind.ADULT_MODE
        return [DeviceNote(kind, "", self._source)]

    def ended(self, at: float) -> None:
        """The monitor said that a measurement is over; what it shows from now on is new."""
        self._ended_at = at
        self._looks = 0

    def result(
        self, sbp: float, dbp: float, mean: float | None, pulse: float | None, at: float
    ) -> list[CuffResult]:
        """The pressures that the monitor shows.

        Raises `ContentError` once for a new result that cannot be.
        """
        line = (sbp, dbp, mean, pulse)
        self._failure = None
        if self._ended_at is None and _same(line, self._known):
            return []
        if mean is None and self._hopes():
            return []
        fresh = self._ended_at is not None and at - self._ended_at <= READ_WITHIN_S
        self._known = line
        self._ended_at = None
        self._looks = 0
        quality = Quality.GOOD if fresh else Quality.AGE_UNKNOWN
        return [cuff_result(sbp, dbp, mean, pulse, source=self._source, quality=quality)]

    def empty(self) -> list[CuffFailed]:
        """The monitor is content and shows no pressures, or not yet all."""
        if self._ended_at is None:
            return []
        return [] if self._hopes() else self.failed(CuffFailure.FAILED)

    def failed(self, reason: CuffFailure) -> list[CuffFailed]:
        if self._ended_at is None and reason is self._failure:
            return []
        self._ended_at = None
        self._failure = reason
        return [CuffFailed(reason, self._source)]

    def _hopes(self) -> bool:
        """One more look at an incomplete result; it may still become whole."""
        self._looks += 1
        return self._looks < PATIENT_LOOKS


def _same(line: CuffLine, known: CuffLine | None) -> bool:
    """An empty field contradicts nothing."""
    if known is None:
        return False
    pairs = zip(line, known, strict=True)
    return all(one is None or other is None or one == other for one, other in pairs)
