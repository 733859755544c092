"""What one chair knows: the memory that the judging, the commands and the picture share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from monitor.absence import LinkMemory
from monitor.baseline import Origins, RestingValues
from monitor.commands import PreferSource
from monitor.cuff_control import CuffControl
from monitor.events import Numerics, SessionOpened
from monitor.handshake import Handshake
from monitor.infusion import InfusionClock
from monitor.latest import Cuffed, Latest
from monitor.limits import LimitProfile
from monitor.outcomes import BaselineAccepted, Refused
from monitor.phases import JUDGING, Phase
from monitor.picture import MovedLimit, NoteView
from monitor.schedule import cuff_due_at, in_window
from monitor.treatment import late_entries
from monitor.treatment.off_monitor import Walk
from monitor.vitals import (
    CUFF_SIGNS,
    JUDGED,
    DeviceNote,
    DeviceNoteKind,
    Reading,
)
from monitor.wishes import CuffWish, Wishes

FIRST_CYCLE_S = 6 * 60.0


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
    settled: RestingValues = field(default_factory=RestingValues)
    """The same of the time after the drug, for leaving."""
    baseline: BaselineAccepted | None = None
    baseline_from: int = 0
    """So many cuff results came before the cuff was put where it sits now."""
    same_arm: bool = False
    """The probe sits on the arm of the cuff."""
    watched_from: float = 0.0
    """No cuff was expected before this moment: the screening knows no rhythm."""
    rested_on: Origins = field(default_factory=dict)
    """Where the values of the baseline come from, as far as devices measured them."""
    phase: Phase = Phase.PLANNED
    phase_since: float = 0.0
    failed_in_a_row: int = 0
    wishes: Wishes = field(default_factory=Wishes)
    window_open: bool = False
    notes: dict[str, NoteView] = field(default_factory=dict)
    walk: Walk = field(default_factory=Walk)
    """Whether the patient is off the monitor, escorted."""
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
            handshake=Handshake(opened.devices),
            profile=opened.profile,
            phase_since=now,
            watched_from=now,
        )

    def take(self, event: Numerics, now: float) -> Sequence[Reading]:
        """Continuous values came; the readings that their signs are taken from.

        Those of the time before the treatment make the baseline.
        """
        latest, links = self.latest, self.links
        taken = [reading for reading in event.readings if latest.take(reading, now)]
        for reading in event.readings:
            links.heard(reading.source)
        if self.phase in {Phase.SCREENING, Phase.BASELINE}:
            self._rest(self.resting, taken, now)
        elif self.phase in {Phase.RECOVERY, Phase.DISCHARGE}:
            self._rest(self.settled, taken, now)
        return taken

    def _rest(self, resting: RestingValues, taken: Sequence[Reading], now: float) -> None:
        for reading in taken:
            if reading.quality in JUDGED:
                resting.value(reading.sign, reading.value, now, reading.source)
        heart = self.latest.heart()
        if heart is not None and heart.at == now:
            resting.heart(heart.reading.value, now, heart.reading.source)

    def resting_cuffs(self) -> Sequence[Cuffed]:
        """The results that a baseline may rest on: those since the cuff sits where it does."""
        cuffs, first = self.latest.cuffs, self.baseline_from
        late = [one for one in self.latest.late if not first or one.at > cuffs[first - 1].at]
        return sorted((*cuffs[first:], *late), key=lambda cuffed: cuffed.at)

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
        last_at = self.latest.last_counted_cuff_at()
        return cuff_due_at(
            self.phase,
            self.opened.nibp_interval_s,
            self.clock,
            None if last_at is None else max(last_at, self.watched_from),
            self.watched_from,
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
        return self.clock.plan.planned and runs_out_at is not None and now >= runs_out_at

    def auto_cycle_off(self, now: float) -> bool:
        """No result came in the first 6 min of the treatment: the monitor measures on no cycle."""
        started_at = self.clock.started_at
        if started_at is None or self.phase is not Phase.TREATING:
            return False
        last_at = self.latest.last_counted_cuff_at()
        return now >= started_at + FIRST_CYCLE_S and (last_at is None or last_at < started_at)

    def symptom_stands(self, now: float) -> bool:
        """Somebody said of late that an emergency symptom is there, and not that it is over."""
        return any(late_entries.stands(line, now) for line in self.notes.values())

    def pass_window(self, now: float, level: int) -> None:
        """The drug-effect window stays open beyond its end while a medium alarm is open."""
        self.window_open = in_window(self.clock, now, self.profile.route) or (
            self.window_open and level >= 2
        )
