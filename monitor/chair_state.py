"""What one chair knows: the memory that the judging, the commands and the picture share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from monitor.absence import LinkMemory
from monitor.baseline import RestingValues
from monitor.commands import EMERGENCY_NOTES, PreferSource
from monitor.cuff_control import CuffControl
from monitor.events import Numerics, SessionOpened
from monitor.handshake import Handshake
from monitor.latest import Latest
from monitor.limits import LimitProfile
from monitor.outcomes import BaselineAccepted, Refused
from monitor.phases import JUDGING, Phase
from monitor.picture import MovedLimit, NoteView
from monitor.plan import InfusionClock
from monitor.schedule import cuff_due_at, in_window
from monitor.vitals import (
    CUFF_SIGNS,
    JUDGED,
    DeviceNote,
    DeviceNoteKind,
    Reading,
    VitalSign,
)
from monitor.wishes import CuffWish, Wishes

FIRST_CYCLE_S = 6 * 60.0
SYMPTOM_S = 15 * 60.0
"""So long a symptom without an end counts as still there."""


@dataclass(slots=True)
class ChairState:
    """All times are session seconds."""

    opened: SessionOpened
    opened_at: float
    clock: InfusionClock
    latest: Latest
    links: LinkMemory
    cuff_control: CuffControl
    handshake: Handshake
    profile: LimitProfile
    resting: RestingValues = field(default_factory=RestingValues)
    baseline: BaselineAccepted | None = None
    phase: Phase = Phase.PLANNED
    phase_since: float = 0.0
    failed_in_a_row: int = 0
    wishes: Wishes = field(default_factory=Wishes)
    window_open: bool = False
    notes: dict[str, NoteView] = field(default_factory=dict)
    gaps: list[tuple[float, float]] = field(default_factory=list)
    moved: dict[str, MovedLimit] = field(default_factory=dict)
    demo_data: bool = False
    """A monitor said at some time that what it shows is of no patient."""
    bedside_off: dict[str, str] = field(default_factory=dict)
    """The devices whose own alarm makes no sound, and why in their words."""

    @classmethod
    def of(cls, opened: SessionOpened, now: float) -> ChairState:
        return cls(
            opened=opened,
            opened_at=now,
            clock=InfusionClock(opened.plan),
            latest=Latest(opened.devices),
            links=LinkMemory(opened.devices, now),
            cuff_control=CuffControl(opened.devices),
            handshake=Handshake(tuple(device.source for device in opened.devices)),
            profile=opened.profile,
            phase_since=now,
        )

    def take(self, event: Numerics, now: float) -> Sequence[Reading]:
        """Continuous values came; the readings that their signs are taken from.

        Those of the time before the treatment make the baseline.
        """
        latest, links = self.latest, self.links
        taken = [reading for reading in event.readings if latest.take(reading, now)]
        for reading in event.readings:
            links.heard(reading.source)
        if self.phase is Phase.BASELINE:
            self._rest(taken, now)
        return taken

    def _rest(self, taken: Sequence[Reading], now: float) -> None:
        for reading in taken:
            if reading.sign is VitalSign.SPO2 and reading.quality in JUDGED:
                self.resting.spo2(reading.value, now)
        heart = self.latest.heart()
        if heart is not None and heart.at == now:
            self.resting.heart(heart.reading.value, now)

    def prefer(self, event: PreferSource, now: float) -> Refused | None:
        """Take a sign from another device; None = done."""
        devices = {device.source: device for device in self.opened.devices}
        device = devices.get(event.source)
        if device is None:
            known = ", ".join(devices)
            return Refused("prefer-source", "prefer-no-device", (event.source, known))
        if event.sign in CUFF_SIGNS:
            return Refused("prefer-source", "prefer-cuff", (event.sign.value,))
        if event.sign not in device.signs:
            return Refused("prefer-source", "prefer-no-sign", (device.name, event.sign.value))
        self.latest.prefer(event.sign, event.source, now)
        return None

    def note(self, note: DeviceNote) -> None:
        """What a device says of itself, also one that was put aside."""
        if note.kind is DeviceNoteKind.DEMO_MODE and note.text:
            self.demo_data = True
        elif note.kind is DeviceNoteKind.BEDSIDE_ALARM_OFF:
            self.bedside_off[note.source] = note.text
        elif note.kind is DeviceNoteKind.BEDSIDE_ALARM_ON:
            self.bedside_off.pop(note.source, None)

    def bedside_alarm_off(self) -> str:
        """Why the own alarm of a device of this chair makes no sound; empty = it does."""
        said = self.bedside_off.items()
        return next((why for source, why in said if not self.handshake.refused(source)), "")

    def cuff_due_at(self) -> float | None:
        """When the next cuff result is due; None while none is expected."""
        return cuff_due_at(
            self.phase,
            self.opened.nibp_interval_s,
            self.clock,
            self.latest.last_counted_cuff_at(),
            self.opened_at,
            self.profile.route,
        )

    def wish(self, now: float, repeat_by: float | None) -> CuffWish | None:
        """Why a cuff result is wanted now; None = its rhythm is enough."""
        return self.wishes.current(now, repeat_by) if self.phase in JUDGING else None

    def may_ask_at(self, now: float, repeat_by: float | None) -> float | None:
        """When a cuff that is wanted now may be started again; None = nothing waits for that."""
        if self.wish(now, repeat_by) is None:
            return None
        return self.cuff_control.free_again_at(now)

    def dose_time_over(self, now: float) -> bool:
        """The planned time of the infusion is over, and nobody has said that it ended."""
        runs_out_at = self.clock.runs_out_at()
        planned = self.opened.plan.mg_per_kg is not None
        return planned and runs_out_at is not None and now >= runs_out_at

    def auto_cycle_off(self, now: float) -> bool:
        """No result came in the first 6 min of the treatment: the monitor measures on no cycle."""
        started_at = self.clock.started_at
        if started_at is None or self.phase is not Phase.TREATING:
            return False
        last_at = self.latest.last_counted_cuff_at()
        return now >= started_at + FIRST_CYCLE_S and (last_at is None or last_at < started_at)

    def symptom_stands(self, now: float) -> bool:
        """Somebody noted an emergency symptom of late, and did not take it back."""
        return any(
            line.note.kind in EMERGENCY_NOTES and not line.undone and now - line.at_s <= SYMPTOM_S
            for line in self.notes.values()
        )

    def pass_window(self, now: float, level: int) -> None:
        """The drug-effect window stays open beyond its end while a medium alarm is open."""
        self.window_open = in_window(self.clock, now, self.profile.route) or (
            self.window_open and level >= 2
        )
