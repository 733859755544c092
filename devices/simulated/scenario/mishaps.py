"""What can befall a simulated patient, its monitor and its cable, when somebody wants it to.

Rule 1: nothing is shown that a real monitor would not show: a mishap changes the patient, the
        sensors or the cable, and the bytes follow from that.
Rule 2: seconds are counted from the moment at which it happens; `for_s` None = until it is ended.

A patient's own course of a scenario goes on below: what is laid over it is added.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from devices.simulated.scenario.faults import FaultKind
from devices.simulated.scenario.parts import Overlay, OverlayKind
from monitor.vitals import CuffFailure, VitalSign


@dataclass(frozen=True, slots=True)
class Surge:
    """Pressures and heart rate rise by so much, mmHg and 1/min; negative = they fall."""

    sbp: float
    dbp: float
    hr: float = 0.0
    rise_s: float = 90.0
    hold_s: float = 600.0
    fall_s: float = 300.0


@dataclass(frozen=True, slots=True)
class Panic:
    """A fright: the heart races, breathing is fast, the pressure rises a little."""

    hr: float = 50.0
    for_s: float = 300.0


@dataclass(frozen=True, slots=True)
class Desaturation:
    """SpO2 goes from where it is down to this, %, and comes back to where it would be."""

    spo2: float
    fall_s: float = 40.0
    hold_s: float = 60.0
    rise_s: float = 90.0


@dataclass(frozen=True, slots=True)
class Vasovagal:
    """Heart rate and pressures fall together, 1/min and mmHg, and come back: a faint."""

    hr: float = -38.0
    sbp: float = -40.0
    dbp: float = -28.0
    fall_s: float = 40.0
    hold_s: float = 110.0
    rise_s: float = 150.0


@dataclass(frozen=True, slots=True)
class Apnoea:
    """No breath for so long; SpO2 follows late, as the lungs' store and the finger's way want.

    It begins to fall `lag_s` after the last breath and is at `spo2`, %, another `lag_s` later.
    """

    for_s: float = 45.0
    spo2: float = 82.0
    lag_s: float = 25.0
    rise_s: float = 60.0


@dataclass(frozen=True, slots=True)
class FastRhythm:
    """The heart jumps up by so much, 1/min, in one beat, and back again.

    `lost` is how many of these beats do not reach the finger, 1/min: more than none only when
    they come irregularly.
    """

    hr: float = 90.0
    for_s: float = 180.0
    lost: float = 28.0


@dataclass(frozen=True, slots=True)
class Subsides:
    """What befell the patient so is over within so long, sooner than it would be by itself."""

    of: Surge | Panic | Desaturation | Vasovagal | Apnoea | FastRhythm
    within_s: float = 45.0


@dataclass(frozen=True, slots=True)
class CuffFails:
    """The next so many measurements of the cuff end without a result."""

    failure: CuffFailure = CuffFailure.MOVEMENT
    times: int = 1


@dataclass(frozen=True, slots=True)
class NextCuff:
    """What the next measurement gives, mmHg and 1/min. None = whatever is measured."""

    sbp: float
    dbp: float
    pulse: float | None = None


@dataclass(frozen=True, slots=True)
class PressStart:
    """Somebody presses START on the monitor."""


@dataclass(frozen=True, slots=True)
class ProbeOff:
    """The oximeter probe comes off the finger."""

    for_s: float | None = None


@dataclass(frozen=True, slots=True)
class ProbeOn:
    """And is put on again."""


@dataclass(frozen=True, slots=True)
class Motion:
    """The patient moves: the finger's numbers are doubtful, and a cuff takes longer or fails.

    `spo2` is what the oximeter then shows, %; `hr` what the electrocardiogram counts too much,
    1/min. None = as it comes.
    """

    for_s: float | None = 20.0
    spo2: float | None = None
    hr: float | None = None


@dataclass(frozen=True, slots=True)
class KeepStill:
    """And lies still again."""


@dataclass(frozen=True, slots=True)
class ElectrodeOff:
    """An electrode comes off: no heart rate and no breaths from the electrocardiogram."""

    for_s: float | None = None


@dataclass(frozen=True, slots=True)
class ElectrodeOn:
    """And is stuck on again."""


@dataclass(frozen=True, slots=True)
class LowPerfusion:
    """The finger is cold: hardly a pulse wave."""

    for_s: float | None = 120.0


@dataclass(frozen=True, slots=True)
class WarmHand:
    """And is warm again."""


@dataclass(frozen=True, slots=True)
class CuffOnSpo2Arm:
    """The cuff sits on the arm of the probe: each inflation takes the pulse away from it."""


@dataclass(frozen=True, slots=True)
class CuffOnOtherArm:
    """And is put on the other one."""


@dataclass(frozen=True, slots=True)
class CableOut:
    """The plug comes out of the computer."""

    for_s: float | None = None


@dataclass(frozen=True, slots=True)
class CableIn:
    """And goes in again, and sits well: nothing that a loose contact does goes on."""


@dataclass(frozen=True, slots=True)
class WireFault:
    """Something else befalls the wire; `share` and `by_s` as the kind says, None = as usual."""

    kind: FaultKind
    for_s: float | None = None
    share: float | None = None
    by_s: float | None = None


@dataclass(frozen=True, slots=True)
class WireMended:
    """It is over; None = everything that befell the wire."""

    kind: FaultKind | None = None


@dataclass(frozen=True, slots=True)
class Likeness:
    """The monitor shows exactly these from now on, mmHg, 1/min and %: values that name a chair."""

    sbp: int
    dbp: int
    hr: int
    spo2: int


PatientMishap = Surge | Panic | Desaturation | Vasovagal | Apnoea | FastRhythm
ArtefactMishap = (
    ProbeOff | ProbeOn | Motion | KeepStill | ElectrodeOff | ElectrodeOn | LowPerfusion | WarmHand
)
SensorMishap = (
    CuffFails | NextCuff | PressStart | Likeness | CuffOnSpo2Arm | CuffOnOtherArm | ArtefactMishap
)
CableMishap = CableOut | CableIn | WireFault | WireMended
Mishap = PatientMishap | Subsides | SensorMishap | CableMishap


def overlays_of(mishap: PatientMishap) -> tuple[Overlay, ...]:
    """The same as courses; their minutes are those since it began."""
    match mishap:
        case Surge():
            times = (mishap.rise_s, mishap.hold_s, mishap.fall_s)
            rises = {VitalSign.SBP: mishap.sbp, VitalSign.DBP: mishap.dbp, VitalSign.HR: mishap.hr}
            return tuple(_hill(sign, by, *times) for sign, by in rises.items() if by)
        case Panic():
            times = (15.0, mishap.for_s, 120.0)
            rises = {VitalSign.HR: mishap.hr, VitalSign.RR: 10.0, VitalSign.SBP: 12.0}
            return tuple(_hill(sign, by, *times) for sign, by in rises.items())
        case Desaturation():
            return (_fall(mishap),)
        case Vasovagal():
            times = (mishap.fall_s, mishap.hold_s, mishap.rise_s)
            rises = {VitalSign.HR: mishap.hr, VitalSign.SBP: mishap.sbp, VitalSign.DBP: mishap.dbp}
            return tuple(_hill(sign, by, *times) for sign, by in rises.items() if by)
        case Apnoea():
            return _without_breath(mishap)
        case FastRhythm():
            times = (1.0, mishap.for_s, 5.0)
            rises = {VitalSign.HR: mishap.hr, VitalSign.PULSE: -mishap.lost}
            return tuple(_hill(sign, by, *times) for sign, by in rises.items() if by)


def subsiding(overlay: Overlay, minute: float, within_s: float) -> Overlay | None:
    """The same course, going back from where it is at this minute; None = it is over."""
    here = overlay.at(minute)
    if here is None:
        return None
    back = (minute + within_s / 60.0, overlay.points[-1][1])
    return replace(overlay, points=((minute, here), back))


def _hill(sign: VitalSign, by: float, rise_s: float, hold_s: float, fall_s: float) -> Overlay:
    up, down = rise_s / 60.0, (rise_s + hold_s) / 60.0
    points = ((0.0, 0.0), (up, by), (down, by), (down + fall_s / 60.0, 0.0))
    return Overlay(sign, OverlayKind.OFFSET, points)


def _fall(mishap: Desaturation) -> Overlay:
    """From the patient's own saturation, and back to it."""
    low = mishap.fall_s / 60.0
    up = low + mishap.hold_s / 60.0
    points = ((0.0, 0.0), (low, 1.0), (up, 1.0), (up + mishap.rise_s / 60.0, 0.0))
    return Overlay(VitalSign.SPO2, OverlayKind.DOWN, points, mishap.spo2)


def _without_breath(mishap: Apnoea) -> tuple[Overlay, ...]:
    """SpO2 comes back only some time after the first breath, too."""
    ends = mishap.for_s / 60.0
    breath = ((0.0, 1.0), (ends, 1.0), (ends + 0.1, 0.0))
    still = Overlay(VitalSign.RR, OverlayKind.DOWN, breath)
    lag = mishap.lag_s / 60.0
    low = max(2.0 * lag, ends + lag)
    course = ((lag, 0.0), (2.0 * lag, 1.0), (low, 1.0), (low + mishap.rise_s / 60.0, 0.0))
    return still, Overlay(VitalSign.SPO2, OverlayKind.DOWN, course, mishap.spo2)
