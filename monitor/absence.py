"""Absence is an alarm: the cuff that did not come, the sensor that is off, the link that is gone.

Each function says, for each row of its alarm, whether the condition is true now and since when.
The delays are the rows' own; here is only what counts as absent.
"""

from __future__ import annotations

from dataclasses import dataclass

from monitor.clock import whole_ms
from monitor.events import DeviceFacts, LinkChanged, LinkState
from monitor.latest import Latest, Missing
from monitor.rules import Verdict
from monitor.vitals import VitalSign


@dataclass(frozen=True, slots=True)
class Judgement:
    """`since` None = since it was first seen."""

    verdict: Verdict
    since: float | None = None


WITHIN = Judgement(Verdict.WITHIN)
UNKNOWN = Judgement(Verdict.UNKNOWN)
BOTH_LOST_AFTER_S = 5.0
_SENSOR_MEDIUM_DELAY_S = 30.0
_TOLERATED_S = 60.0 - 5.0
"""So much later a loss begins where the cuff may be its cause; the row's own 5 s come on top."""


def overdue(
    due_at: float | None, now: float, level: int, back_at: float | None = None
) -> tuple[Judgement, ...]:
    """For the three rows of `bp-overdue`: low, medium, and medium soon while an alarm is open.

    `back_at` is when the patient came back to the monitor: it is not late from before then.
    """
    if due_at is None or now < due_at:
        return (WITHIN, WITHIN, WITHIN)
    late = Judgement(Verdict.BREACH, due_at if back_at is None else max(due_at, back_at))
    return (late, late, late if level >= 2 else WITHIN)


def sensor_off(
    latest: Latest, links: LinkMemory, *, window: bool, same_arm: bool = False
) -> tuple[Judgement, ...]:
    """For the two rows of `sensor-off`: low, and medium in the drug-effect window.

    While the link of a device is gone nothing is known of its sensors. A sign that never had a
    value was never connected. Heart rate and SpO2 lost together is medium as soon as it is an
    alarm. `same_arm`: the probe sits on the arm of the cuff, which shuts its pulse off each time
    it measures: what the oximeter lost is an alarm after 60 s. A low value is never held back.
    """
    gone = [
        (sign, missing) for sign, missing in lost_signs(latest).items() if links.up(missing.source)
    ]
    if not gone:
        nothing_known = any(not links.up(missing.source) for missing in latest.missing.values())
        return (UNKNOWN, UNKNOWN) if nothing_known else (WITHIN, WITHIN)
    lost = [
        missing.since + (_TOLERATED_S if same_arm and _of_the_probe(sign, latest) else 0.0)
        for sign, missing in gone
    ]
    first = Judgement(Verdict.BREACH, min(lost))
    if not window:
        return (first, WITHIN)
    if len(lost) == 2:
        sooner = max(lost) - _SENSOR_MEDIUM_DELAY_S + BOTH_LOST_AFTER_S
        return (first, Judgement(Verdict.BREACH, min(*lost, sooner)))
    return (first, first)


def _of_the_probe(sign: VitalSign, latest: Latest) -> bool:
    """Only the oximeter lost it: the ECG knows nothing of the cuff."""
    return sign is VitalSign.SPO2 or VitalSign.HR not in latest.missing


def lost_signs(latest: Latest) -> dict[VitalSign, Missing]:
    """Heart rate and SpO2, as far as they are lost."""
    lost = {VitalSign.HR: _heart(latest), VitalSign.SPO2: latest.missing.get(VitalSign.SPO2)}
    return {sign: missing for sign, missing in lost.items() if missing is not None}


def _heart(latest: Latest) -> Missing | None:
    """The heart rate is lost when neither the ECG nor the oximeter gives one any more."""
    if VitalSign.HR in latest.held or VitalSign.PULSE in latest.held:
        return None
    gone = [
        missing
        for sign in (VitalSign.HR, VitalSign.PULSE)
        if (missing := latest.missing.get(sign)) is not None
    ]
    return max(gone, key=lambda missing: missing.since, default=None)


class LinkMemory:
    """When the last whole frame of each device came, as far as its link has said.

    A device that speaks only when it has measured cannot be too quiet: of its link it can only be
    known that its port failed, and since when.
    """

    def __init__(self, devices: tuple[DeviceFacts, ...], opened_at: float) -> None:
        self._may_be_silent = {d.source for d in devices if d.link_lost_after_s is None}
        self._quiet_since: dict[str, float | None] = {
            device.source: self._since(device.source, opened_at) for device in devices
        }
        self.last: dict[str, LinkChanged] = {}

    def take(self, changed: LinkChanged, now: float) -> None:
        source = changed.source
        self.last[source] = changed
        if changed.state is LinkState.UP:
            self._quiet_since[source] = None
        elif self._quiet_since.get(source) is None:
            silent_s = 0.0 if source in self._may_be_silent else changed.quiet_s or 0.0
            since = whole_ms(now - silent_s)
            down = changed.state is LinkState.DOWN
            self._quiet_since[source] = since if down else self._since(source, since)

    def away(self, from_s: float) -> None:
        """The program was away: nothing is heard of any device since then."""
        self.last.clear()
        for source in self._quiet_since:
            self._quiet_since[source] = self._since(source, from_s)

    def give_grace(self, now: float) -> None:
        """The patient is back at the monitor: what is silent still is silent since now."""
        for source, since in self._quiet_since.items():
            if since is not None:
                self._quiet_since[source] = now

    def heard(self, source: str) -> None:
        """A value came: whatever was said about the link, it lives."""
        self._quiet_since[source] = None

    def _since(self, source: str, quiet_since: float) -> float | None:
        """What to remember of a silence: nothing, where silence is usual."""
        return None if source in self._may_be_silent else quiet_since

    def up(self, source: str) -> bool:
        """A source without a link (a file, a person) cannot lose it."""
        return self._quiet_since.get(source) is None

    def judge(self, source: str, *, window: bool) -> tuple[Judgement, ...]:
        """For the two rows of `link-lost`: medium, and high in the drug-effect window."""
        since = self._quiet_since.get(source)
        if since is None:
            return (WITHIN, WITHIN)
        lost = Judgement(Verdict.BREACH, since)
        return (lost, lost if window else WITHIN)
