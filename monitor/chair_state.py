"""What one chair knows: the memory that the judging, the commands and the picture share."""

from __future__ import annotations

from dataclasses import dataclass, field

from monitor.absence import LinkMemory
from monitor.baseline import RestingValues
from monitor.events import BaselineAccepted, Numerics, SessionOpened
from monitor.latest import Latest
from monitor.limits import LimitProfile
from monitor.phases import Phase
from monitor.picture import NoteView
from monitor.plan import InfusionClock
from monitor.schedule import cuff_due_at, in_window
from monitor.vitals import JUDGED, VitalSign


@dataclass(slots=True)
class ChairState:
    """All times are session seconds."""

    opened: SessionOpened
    opened_at: float
    clock: InfusionClock
    latest: Latest
    links: LinkMemory
    profile: LimitProfile
    resting: RestingValues = field(default_factory=RestingValues)
    baseline: BaselineAccepted | None = None
    phase: Phase = Phase.PLANNED
    phase_since: float = 0.0
    failed_in_a_row: int = 0
    measuring: bool = False
    window_open: bool = False
    notes: dict[str, NoteView] = field(default_factory=dict)
    gaps: list[tuple[float, float]] = field(default_factory=list)

    @classmethod
    def of(cls, opened: SessionOpened, now: float) -> ChairState:
        return cls(
            opened=opened,
            opened_at=now,
            clock=InfusionClock(opened.plan),
            latest=Latest(opened.devices),
            links=LinkMemory(tuple(device.source for device in opened.devices), now),
            profile=opened.profile,
            phase_since=now,
        )

    def take(self, event: Numerics, now: float) -> None:
        """Continuous values came; those of the time before the treatment make the baseline."""
        for reading in event.readings:
            self.latest.take(reading, now)
            self.links.heard(reading.source)
            spo2 = reading.sign is VitalSign.SPO2 and reading.quality in JUDGED
            if spo2 and self.phase is Phase.BASELINE:
                self.resting.spo2(reading.value, now)
        heart = self.latest.heart()
        if heart is not None and heart.at == now and self.phase is Phase.BASELINE:
            self.resting.heart(heart.reading.value, now)

    def cuff_due_at(self) -> float | None:
        """When the next cuff result is due; None while none is expected."""
        return cuff_due_at(
            self.phase,
            self.opened.nibp_interval_s,
            self.clock,
            self.latest.last_counted_cuff_at(),
            self.opened_at,
        )

    def pass_window(self, now: float, level: int) -> None:
        """The drug-effect window stays open beyond its end while a medium alarm is open."""
        self.window_open = in_window(self.clock, now) or (self.window_open and level >= 2)
