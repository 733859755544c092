"""Off the monitor, escorted: to the toilet and back.

Rule 1: meanwhile no alarm begins that only says that a signal is missing: sensor off, poor signal,
        no data, cuff overdue. What was open before stays, and a value that still comes is judged
        as always. An alarm about the patient is never held.
Rule 2: after 5 min the absence is an alarm itself (`off-monitor`), until she is back.
Rule 3: from the return on every delay counts anew.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from monitor.outcomes import Outcome, Refused
from monitor.phases import Phase
from monitor.treatment.commands import OffMonitor

if TYPE_CHECKING:
    from monitor.core import MonitorCore

Handler = Callable[["MonitorCore", Any, float], list[Outcome]]


class Walk:
    """Moments are session seconds; `since` None = at the chair, `back_at` None = never away."""

    def __init__(self) -> None:
        self.since: float | None = None
        self.back_at: float | None = None

    @property
    def away(self) -> bool:
        return self.since is not None

    def leave(self, now: float) -> None:
        self.since = now

    def come_back(self, now: float) -> None:
        self.since, self.back_at = None, now


def _off_monitor(core: MonitorCore, event: OffMonitor, now: float) -> list[Outcome]:
    state = core.state
    if state.phase is Phase.SIGNED:
        return [Refused("off-monitor", "session-over")]
    if event.back is not state.walk.away:
        return [Refused("off-monitor", "not-off-monitor" if event.back else "off-monitor-already")]
    if not event.back:
        state.walk.leave(now)
        core.judge.conditions.signals(now)
        return []
    state.walk.come_back(now)
    for source in {missing.source for missing in state.latest.missing.values()}:
        state.latest.give_grace(source, now)
    state.links.give_grace(now)
    core.judge.conditions.begin_anew(now)
    return []


WALKED: dict[type, Handler] = {OffMonitor: _off_monitor}
