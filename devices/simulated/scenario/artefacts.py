"""What spoils a measurement of a simulated patient, as data: `[[artefact]]`; and when it does.

Rule 1: an artefact changes what is measured, never the patient.
Rule 2: what an artefact leaves open ("as it comes") is drawn from its own moment: the same seed
        gives the same, whatever else happens.

Facts: a burst of movement takes the finger's perfusion below 0.3 %, moves SpO2 from 97 to 83 for
6 s and adds 40/min to the heart rate for 4 s; what is not said is as in `accuracy.py`.
"""

from __future__ import annotations

import enum
import math
from collections.abc import Iterable
from dataclasses import dataclass, replace
from random import Random

from devices.simulated.scenario.accuracy import BURST_S, FALSE_SPO2
from devices.simulated.scenario.mishaps import (
    ArtefactMishap,
    ElectrodeOff,
    ElectrodeOn,
    KeepStill,
    LowPerfusion,
    Motion,
    ProbeOff,
    ProbeOn,
    WarmHand,
)

SPOILT_PERFUSION = 0.2
"""%, of a finger that moves or is cold."""
SPIKE_HR, SPIKE_S = 40.0, 4.0


class ArtefactKind(enum.StrEnum):
    MOTION = "motion"
    """The patient moves: the finger's signal is poor and its numbers wrong, cuffs take longer."""
    PROBE_OFF = "probe-off"
    """The oximeter probe is off the finger."""
    ELECTRODE_OFF = "electrode-off"
    """The electrocardiogram gives no rate."""
    LOW_PERFUSION = "low-perfusion"
    """The finger is cold: hardly a pulse wave."""


KIND_OF: dict[type[ArtefactMishap], ArtefactKind] = {
    Motion: ArtefactKind.MOTION,
    KeepStill: ArtefactKind.MOTION,
    ProbeOff: ArtefactKind.PROBE_OFF,
    ProbeOn: ArtefactKind.PROBE_OFF,
    ElectrodeOff: ArtefactKind.ELECTRODE_OFF,
    ElectrodeOn: ArtefactKind.ELECTRODE_OFF,
    LowPerfusion: ArtefactKind.LOW_PERFUSION,
    WarmHand: ArtefactKind.LOW_PERFUSION,
}
"""What each of them begins or ends."""


@dataclass(frozen=True, slots=True)
class Artefact:
    """From (included) to (excluded), session seconds. Values None = as it comes.

    `spo2`: what the oximeter then shows, %; `hr`: what is added to the heart rate, 1/min.
    """

    kind: ArtefactKind
    from_s: float
    to_s: float
    spo2: float | None = None
    hr: float | None = None

    def holds(self, now: float) -> bool:
        return self.from_s <= now < self.to_s


@dataclass(frozen=True, slots=True)
class Spoilt:
    """What is wrong with the measurements at one second.

    `spo2`: shown in place of the measured one, None = the measured one; `hr` is added, 1/min,
    of several the largest.
    """

    moving: bool = False
    probe_off: bool = False
    electrode_off: bool = False
    cold: bool = False
    spo2: float | None = None
    hr: float = 0.0


CLEAN = Spoilt()


class Artefacts:
    """`planned` are on the scenario's clock; what is laid on them later, on the session's.

    `motions`: bursts an hour that come by themselves.
    """

    def __init__(self, planned: Iterable[Artefact], motions: float, name: str) -> None:
        self._name = name
        self._planned = tuple(self._drawn(artefact) for artefact in planned)
        self._laid: list[Artefact] = []
        self._mended: set[ArtefactKind] = set()
        """Kinds that were ended since somebody looked: a planned one that holds is over."""
        self._random = Random(f"motion {name}")
        self._per_s = motions / 3600.0
        self._burst = self._next_burst(0.0)

    def befall(self, mishap: ArtefactMishap, now: float) -> None:
        """It begins or ends now; what a scenario plans for later comes all the same."""
        kind = KIND_OF[type(mishap)]
        if isinstance(mishap, ProbeOn | KeepStill | ElectrodeOn | WarmHand):
            self._laid = [artefact for artefact in self._laid if artefact.kind is not kind]
            self._mended.add(kind)
            return
        to_s = math.inf if mishap.for_s is None else now + mishap.for_s
        spo2, hr = (mishap.spo2, mishap.hr) if isinstance(mishap, Motion) else (None, None)
        self._laid.append(self._drawn(Artefact(kind, now, to_s, spo2, hr)))

    def at(self, now: float, script_s: float) -> Spoilt:
        """`now` never goes back; `script_s` is the same moment in the scenario's file."""
        if not self._planned and not self._laid and self._burst is None:
            return CLEAN
        if self._mended:
            self._mend(script_s)
        if self._burst is not None and now >= self._burst.to_s:
            self._burst = self._next_burst(self._burst.to_s)
        found = [artefact for artefact in self._planned if artefact.holds(script_s)]
        since = [script_s - artefact.from_s for artefact in found]
        late = [*self._laid] if self._burst is None else [*self._laid, self._burst]
        for artefact in late:
            if artefact.holds(now):
                found.append(artefact)
                since.append(now - artefact.from_s)
        return _spoilt(found, since) if found else CLEAN

    def _mend(self, script_s: float) -> None:
        self._planned = tuple(
            artefact
            for artefact in self._planned
            if artefact.kind not in self._mended or not artefact.holds(script_s)
        )
        self._mended.clear()

    def _drawn(self, artefact: Artefact) -> Artefact:
        """With the saturation that a movement leaves open."""
        if artefact.kind is not ArtefactKind.MOTION or artefact.spo2 is not None:
            return artefact
        random = Random(f"{artefact.kind} {self._name} {artefact.from_s:g}")
        return replace(artefact, spo2=random.uniform(*FALSE_SPO2))

    def _next_burst(self, after_s: float) -> Artefact | None:
        if self._per_s <= 0.0:
            return None
        from_s = after_s + self._random.expovariate(self._per_s)
        lasts_s = self._random.uniform(*BURST_S)
        return self._drawn(Artefact(ArtefactKind.MOTION, from_s, from_s + lasts_s))


def _spoilt(found: list[Artefact], since: list[float]) -> Spoilt:
    kinds = {artefact.kind for artefact in found}
    motions = [pair for pair in zip(found, since, strict=True) if pair[0].kind in _NUMBERS]
    return Spoilt(
        moving=ArtefactKind.MOTION in kinds,
        probe_off=ArtefactKind.PROBE_OFF in kinds,
        electrode_off=ArtefactKind.ELECTRODE_OFF in kinds,
        cold=ArtefactKind.LOW_PERFUSION in kinds,
        spo2=next((artefact.spo2 for artefact, _ in motions if artefact.spo2 is not None), None),
        hr=max((_added(artefact, since_s) for artefact, since_s in motions), key=abs, default=0.0),
    )


_NUMBERS = frozenset({ArtefactKind.MOTION, ArtefactKind.LOW_PERFUSION})
"""Those in which false numbers are shown."""


def _added(artefact: Artefact, since_s: float) -> float:
    """To the heart rate, so long after it began; one that was left open is a single spike."""
    if artefact.hr is not None:
        return artefact.hr
    spike = artefact.kind is ArtefactKind.MOTION and since_s < SPIKE_S
    return SPIKE_HR if spike else 0.0
