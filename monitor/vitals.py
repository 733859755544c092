"""What a monitor can say about a patient, and the one table of signs.

Rule 1: a missing value is not a value. It is a `SignalLost` or a `CuffFailed`, with its reason.
Rule 2: nothing here carries a clock. The moment travels beside the observation
        (``handle(event, now)``); only what the *device* says about time is part of it.
Rule 3: a sign's label, unit, plausible range and codes are one row of `SIGNS`, and nowhere else.

Codes: LOINC and IEEE 11073-10101 (partition x 65536 + term) as published in the vital-signs
profiles of HL7 FHIR R4 and the examples of IHE PCD-01.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass


class VitalSign(enum.StrEnum):
    """A measured quantity. The value is its name on disk and in every export."""

    HR = "hr"
    """Heart rate from the ECG, 1/min."""
    PULSE = "pulse"
    """Pulse rate from the oximeter, 1/min."""
    NIBP_PULSE = "nibp_pulse"
    """Pulse rate found by the cuff, 1/min; as old as the cuff result, never judged as HR."""
    SBP = "sbp"
    DBP = "dbp"
    MAP = "map"
    SPO2 = "spo2"
    RR = "rr"
    PERFUSION = "perfusion"
    TEMP = "temp"
    ABP_SYS = "abp_sys"
    ABP_DIA = "abp_dia"
    ABP_MEAN = "abp_mean"


class Quality(enum.StrEnum):
    """How far a value may be trusted. Only GOOD and UNCONFIRMED values are judged."""

    GOOD = "good"
    POOR = "poor"
    UNCONFIRMED = "unconfirmed"
    ARTEFACT = "artefact"
    BEFORE_SESSION = "before-session"
    """Measured before we connected, by the device's own clock or counter."""
    AGE_UNKNOWN = "age-unknown"
    """Already on the wire when we connected, and the device does not say how old it is."""
    DEMO = "demo"
    """The monitor itself says that it is in a demo, test or simulation mode."""


JUDGED = frozenset({Quality.GOOD, Quality.UNCONFIRMED})


@dataclass(frozen=True, slots=True)
class SignFacts:
    """One row of the table of signs. `low`..`high` is what a living adult can have."""

    label: str
    unit: str
    ucum: str
    low: float
    high: float
    colour_role: str
    loinc: str
    mdc: str
    mdc_code: int
    decimals: int = 0

    def plausible(self, value: float) -> bool:
        return self.low <= value <= self.high


_V = VitalSign
SIGNS: dict[VitalSign, SignFacts] = {
    _V.HR: SignFacts("HR", "1/min", "/min", 10, 350, "hr", "8867-4", "MDC_ECG_HEART_RATE", 147842),
    _V.PULSE: SignFacts(
        "Pulse", "1/min", "/min", 10, 350, "hr", "8889-8", "MDC_PULS_OXIM_PULS_RATE", 149530
    ),
    _V.NIBP_PULSE: SignFacts(
        "Cuff pulse", "1/min", "/min", 10, 350, "nibp", "8867-4", "MDC_PULS_RATE_NON_INV", 149546
    ),
    _V.SBP: SignFacts(
        "SBP", "mmHg", "mm[Hg]", 20, 350, "nibp", "8480-6", "MDC_PRESS_BLD_NONINV_SYS", 150021
    ),
    _V.DBP: SignFacts(
        "DBP", "mmHg", "mm[Hg]", 5, 250, "nibp", "8462-4", "MDC_PRESS_BLD_NONINV_DIA", 150022
    ),
    _V.MAP: SignFacts(
        "MAP", "mmHg", "mm[Hg]", 10, 300, "nibp", "8478-0", "MDC_PRESS_BLD_NONINV_MEAN", 150023
    ),
    _V.SPO2: SignFacts(
        "SpO₂", "%", "%", 1, 100, "spo2", "59408-5", "MDC_PULS_OXIM_SAT_O2", 150456
    ),
    _V.RR: SignFacts("RR", "1/min", "/min", 0, 150, "text", "9279-1", "MDC_RESP_RATE", 151562),
    _V.PERFUSION: SignFacts(
        "PI", "%", "%", 0, 30, "spo2", "61006-3", "MDC_PULS_OXIM_PERF_REL", 150448, 1
    ),
    _V.TEMP: SignFacts("Temp", "°C", "Cel", 20, 45, "text", "8310-5", "MDC_TEMP", 150344, 1),
    _V.ABP_SYS: SignFacts(
        "ABP sys", "mmHg", "mm[Hg]", 10, 350, "nibp", "8480-6", "MDC_PRESS_BLD_ART_SYS", 150033
    ),
    _V.ABP_DIA: SignFacts(
        "ABP dia", "mmHg", "mm[Hg]", 5, 300, "nibp", "8462-4", "MDC_PRESS_BLD_ART_DIA", 150034
    ),
    _V.ABP_MEAN: SignFacts(
        "ABP mean", "mmHg", "mm[Hg]", 5, 300, "nibp", "8478-0", "MDC_PRESS_BLD_ART_MEAN", 150035
    ),
}

CUFF_SIGNS = (VitalSign.SBP, VitalSign.DBP, VitalSign.MAP, VitalSign.NIBP_PULSE)
"""Signs that come once per measurement, never as a stream."""


class LostReason(enum.StrEnum):
    """Why a sign has no value now."""

    NO_VALUE = "no-value"
    """The monitor sends the field empty and does not say why."""
    SENSOR_OFF = "sensor-off"
    NO_PULSE = "no-pulse"
    OUT_OF_RANGE = "out-of-range"
    """The device sent a number that no living patient can have."""
    CALIBRATING = "calibrating"
    STANDBY = "standby"
    POOR_SIGNAL = "poor-signal"


class CuffFailure(enum.StrEnum):
    """Why a cuff measurement gave no result."""

    FAILED = "failed"
    LEAK = "leak"
    MOVEMENT = "movement"
    TIMEOUT = "timeout"
    OVERPRESSURE = "overpressure"
    CANCELLED = "cancelled"


class Wave(enum.StrEnum):
    ECG = "ecg"
    PLETH = "pleth"
    RESP = "resp"
    P1 = "p1"
    P2 = "p2"


@dataclass(frozen=True, slots=True)
class Reading:
    """One value of a continuous sign, in the unit of its row of `SIGNS`.

    `source` is ``device:<driver>``, ``manual``, ``simulated`` or ``imported``.
    `device_time` is the monitor's own time stamp (ISO 8601 without zone); None = it gave none.
    """

    sign: VitalSign
    value: float
    source: str
    quality: Quality = Quality.GOOD
    device_time: str | None = None


@dataclass(frozen=True, slots=True)
class CuffResult:
    """One cuff measurement: an event, reported once however often the monitor repeats it.

    Pressures in mmHg. `map` and `pulse` are None when the monitor does not give them.
    `age_s` is what the device says about the time since the measurement; None = it does not say.
    """

    sbp: float
    dbp: float
    map: float | None
    pulse: float | None
    source: str
    quality: Quality = Quality.GOOD
    age_s: float | None = None
    device_time: str | None = None


@dataclass(frozen=True, slots=True)
class CuffFailed:
    """A cuff measurement ended without a result."""

    reason: CuffFailure
    source: str


@dataclass(frozen=True, slots=True)
class SignalLost:
    """A sign has no value from here on, until its next `Reading`. Reported once per loss."""

    sign: VitalSign
    reason: LostReason
    source: str


@dataclass(frozen=True, slots=True)
class WaveChunk:
    """Samples of one wave that end now; `samples` are physical values in `unit`.

    `source` is empty in records of before it was kept.
    """

    wave: Wave
    rate_hz: float
    unit: str
    samples: tuple[float, ...]
    source: str = ""


class DeviceNoteKind(enum.StrEnum):
    MEASURING = "measuring"
    """A cuff cycle is running; `text` is empty."""
    IDLE = "idle"
    BATTERY_LOW = "battery-low"
    BATTERY_OK = "battery-ok"
    DEMO_MODE = "demo-mode"
    NEONATAL_MODE = "neonatal-mode"
    ADULT_MODE = "adult-mode"
    BEDSIDE_ALARM_OFF = "bedside-alarm-off"
    """Its own alarm makes no sound; `text` is why, in its words: off, paused, silenced."""
    BEDSIDE_ALARM_ON = "bedside-alarm-on"
    """Its alarm sounds again; `text` is empty."""
    ALARM_TEXT = "alarm-text"
    """The bedside monitor's own words; shown, never parsed for logic."""
    INFO = "info"


@dataclass(frozen=True, slots=True)
class DeviceNote:
    """Something the monitor says about itself. Reported when it changes."""

    kind: DeviceNoteKind
    text: str
    source: str


Observation = Reading | CuffResult | CuffFailed | SignalLost | WaveChunk | DeviceNote
