"""Tells a new cuff result from the old one that a DRI monitor keeps showing.

The monitor says two things in records of their own: the pressures, with flags (measuring, older
than 60 s), and the time of the last measurement, which may come up to ten seconds later.

Rule 1: a result is new when that time is new. It goes with pressures that were shown after it,
        and not with an earlier time either: not one from before they changed or were measured.
Rule 2: measured before we connected, by the monitor's own clock, it is `before-session`.
Rule 3: a monitor that gives no time, or the same again, is believed by its pressures (they differ)
        and its flag (it measured). It gets the chance to say a time first.
Rule 4: while it measures or calibrates, and until systolic, diastolic and mean are there, there
        are no pressures. A mean that stays away for three records is done without.
Rule 5: it measured, and then shows nothing twice or the old result with its old time: it failed.
        Not after venous stasis, which inflates the cuff and measures nothing.

Not known: how a failed measurement looks (Rule 5 is what the description allows), and whether
the time is that of the end of a measurement: some models count from its start. Such a time is
taken for that of the measurement before, so that its result is told without one, and later.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from devices.conversation import WAIT_FOR_MEAN_FRAMES, CuffLine, cuff_result
from devices.drivers.ge_s5.record import iso_time
from devices.drivers.ge_s5.values import CuffGroup
from monitor.vitals import CuffFailed, CuffFailure, CuffResult, Quality

FIRST_TIME_WITHIN_S = 5.0
"""A monitor that has told no time yet, though we asked, gets this long to tell its first one."""
TIME_WITHIN_S = 15.0
"""One that tells the time every ten seconds gets this long."""
UNWATCHED_AFTER_S = 60.0

CuffOutcome = CuffResult | CuffFailed


@dataclass(frozen=True, slots=True)
class _Look:
    """A moment by our clock, and by the monitor's."""

    at: float
    now: int

    def after_s(self, other: _Look) -> float:
        """By the clock on which more time went by: a recording may be played at any pace."""
        by_monitor_s = self.now - other.now if self.now and other.now else 0
        return max(self.at - other.at, float(by_monitor_s))


class CuffByTime:
    """`now` and `time` are Unix seconds of the monitor's clock (0 = it has none), `at` is ours."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._opened_at: float | None = None
        self._connected: float | None = None
        """When we connected, by the monitor's clock; None = it has told none yet."""
        self._expects_time = False
        self._time: int | None = None
        self._time_at: float | None = None
        self._time_new_at = 0.0
        self._time_before: int | None = None
        """What the time was while the cuff measured: not yet that of this measurement."""
        self._shown_since_time = False
        self._told: CuffLine | None = None
        self._told_time: int | None = None
        self._told_now = 0
        self._shown: CuffLine | None = None
        self._shown_now = 0
        self._shown_old = False
        self._since = _Look(0.0, 0)
        self._looked: _Look | None = None
        self._watched = False
        self._last_line: CuffLine | None = None
        self._not_before = 0
        """No measurement that ended earlier can have given what is shown."""
        self._measured = False
        self._empty = 0
        self._without_mean = 0

    def opened(self, at: float) -> None:
        if self._opened_at is None:
            self._opened_at = at
        self._shown = None
        self._time_at = None
        self._expects_time = False
        self._measured = False
        self._empty = 0

    def asked_for_time(self) -> None:
        self._expects_time = True

    def hear_time(self, time: int, at: float) -> list[CuffOutcome]:
        """The time of the last measurement; 0 = the monitor knows of none."""
        if time != self._time:
            self._time_new_at, self._shown_since_time = at, False
        self._time_at = at
        self._time = time or None
        return self._judge(at)

    def hear(self, group: CuffGroup, now: int, at: float) -> list[CuffOutcome]:
        """Raises `ContentError` once for a new result that cannot be."""
        self._learn_when_connected(now, at)
        before, self._looked = self._looked, _Look(at, now)
        if group.measuring or group.calibrating:
            self._inflated(group, now)
            return []
        line = self._whole(group.line)
        if line is None:
            self._shown = None
            return self._nothing(group.line, now)
        self._empty = 0
        if not _same(line, self._shown):
            self._since = self._looked
            after_s = UNWATCHED_AFTER_S + 1 if before is None else self._looked.after_s(before)
            self._watched = after_s <= UNWATCHED_AFTER_S
        changed = self._last_line is not None and not _same(line, self._last_line)
        if changed and before is not None and now > before.now:
            self._not_before = before.now
        self._shown = self._last_line = line
        self._shown_now, self._shown_old, self._shown_since_time = now, group.old, True
        return self._judge(at)

    def _learn_when_connected(self, now: int, at: float) -> None:
        """A monitor's clock that is set back must not make what it measures look older than us."""
        if now:
            connected = now - (at - (self._opened_at or 0.0))
            known = self._connected
            self._connected = connected if known is None else min(known, connected)

    def _inflated(self, group: CuffGroup, now: int) -> None:
        """The cuff is at work; what is shown next is from this measurement or none."""
        if group.measuring:
            self._not_before, self._time_before = now, self._time
        self._measured = group.measuring and not group.stasis
        self._shown = self._last_line = None
        self._empty = self._without_mean = 0

    def _whole(self, line: CuffLine) -> CuffLine | None:
        """The line when it is all there; None = empty, or still coming."""
        sbp, dbp, mean, _ = line
        if sbp is None or dbp is None:
            self._without_mean = 0
            return None
        if mean is not None:
            return line
        self._without_mean += 1
        return line if self._without_mean > WAIT_FOR_MEAN_FRAMES else None

    def _nothing(self, line: CuffLine, now: int) -> list[CuffOutcome]:
        """No pressures to be seen, twice in a row after a measurement: it failed."""
        if line[0] is not None:
            return []
        self._last_line = None
        if not self._measured:
            self._not_before = now
            return []
        self._empty += 1
        return self._failed() if self._empty > 1 else []

    def _failed(self) -> list[CuffOutcome]:
        self._measured = False
        return [CuffFailed(CuffFailure.FAILED, self._source)]

    def _judge(self, at: float) -> list[CuffOutcome]:
        line = self._shown
        if line is None:
            return []
        suspect = self._measured or not _same(line, self._told)
        if self._time_is_new():
            early = self._precedes_its_time(suspect=suspect)
            if early and at - self._time_new_at < TIME_WITHIN_S:
                return []
            return self._tell(line, self._time, at)
        if not suspect or not self._waited(at):
            return []
        if _same(line, self._told) and (self._says_same_time() or self._shown_old):
            return self._failed()
        return self._tell(line, None, at)

    def _precedes_its_time(self, *, suspect: bool) -> bool:
        """The pressures may be those from before the measurement that the time is of.

        Not when their record came after that time. When it came before, then not if it is dated
        later, and the pressures are new by themselves.
        """
        if self._shown_since_time or self._time is None:
            return False
        return not suspect or 0 < self._shown_now < self._time

    def _says_same_time(self) -> bool:
        """It told the time since these pressures are shown, and it is the one from before."""
        if self._time is None or self._time_at is None or self._time_at < self._since.at:
            return False
        return self._time == self._time_before

    def _time_is_new(self) -> bool:
        """Not that of the result that was told, nor older than one told without a time."""
        if self._time in {None, self._told_time} or self._time < self._not_before:
            return False
        if self._told is not None and self._told_time is None and self._time <= self._told_now:
            self._told_time = self._time
            return False
        return True

    def _waited(self, at: float) -> bool:
        """The monitor had its chance to say when these pressures were measured."""
        waited_s = _Look(at, self._shown_now).after_s(self._since)
        if self._time_at is not None or self._time is not None:
            return waited_s >= TIME_WITHIN_S
        return not self._expects_time or waited_s >= FIRST_TIME_WITHIN_S

    def _tell(self, line: CuffLine, time: int | None, at: float) -> list[CuffOutcome]:
        quality = self._quality(time, at)
        self._told, self._told_time, self._told_now = line, time, self._shown_now
        self._measured = False
        sbp, dbp, mean, pulse = line
        if sbp is None or dbp is None:
            return []
        age_s = float(max(self._shown_now - time, 0)) if time and self._shown_now else None
        result = cuff_result(
            sbp, dbp, mean, pulse, source=self._source, quality=quality, age_s=age_s
        )
        return [replace(result, device_time=None if time is None else iso_time(time))]

    def _quality(self, time: int | None, at: float) -> Quality:
        if time is not None:
            # The monitor's time is cut to whole seconds.
            before = self._connected is None or time <= self._connected
            return Quality.BEFORE_SESSION if before else Quality.GOOD
        if self._measured or self._watched:
            return Quality.GOOD
        connected_s = at - (self._opened_at or 0.0)
        first_look = self._told is None and connected_s < UNWATCHED_AFTER_S
        if self._shown_old and first_look:
            return Quality.BEFORE_SESSION
        return Quality.AGE_UNKNOWN


def _same(line: CuffLine, other: CuffLine | None) -> bool:
    """The same pressures; the mean and the pulse may be filled in later."""
    if other is None or line[:2] != other[:2]:
        return False
    return line[2] is None or other[2] is None or line[2] == other[2]
