"""The courses laid over a simulated patient: its scenario's, and what befell it.

Rule 1: they are laid one upon the other in their order: a target stands instead of what is below,
        an offset is added to it, a fall begins at it and comes back to it.
Rule 2: who is woken breathes again: what held breath or saturation down then lets go and does not
        come back, and so does what would have come of that sleep within a minute. A course with
        a `lets_go` of its own does so in that time, whatever its sign, once it has begun.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from devices.simulated.body.breathing import still_asleep
from devices.simulated.scenario.mishaps import PatientMishap, Subsides, overlays_of, subsiding
from devices.simulated.scenario.parts import Overlay
from monitor.vitals import VitalSign

_FOREBODES_MIN = 1.0
_SLEEPS = frozenset({VitalSign.RR, VitalSign.SPO2})


@dataclass(frozen=True, slots=True)
class _Laid:
    """`from_s`: the session second of its minute 0; None = minutes of the scenario."""

    overlay: Overlay
    from_s: float | None = None


@dataclass(frozen=True, slots=True)
class _Woken:
    at_s: float
    script_minute: float


class LaidOver:
    """Moments are session seconds; minutes of the scenario are told beside them."""

    def __init__(self, overlays: Iterable[Overlay]) -> None:
        self._laid: defaultdict[VitalSign, list[_Laid]] = defaultdict(list)
        self._woken: list[_Woken] = []
        for overlay in overlays:
            self._laid[overlay.sign].append(_Laid(overlay))

    def befall(self, mishap: PatientMishap, now: float) -> None:
        for overlay in overlays_of(mishap):
            self._laid[overlay.sign].append(_Laid(overlay, now))

    def subside(self, mishap: Subsides, now: float) -> None:
        ended = overlays_of(mishap.of)
        for sign, laid_on_it in self._laid.items():
            kept: list[_Laid] = []
            for laid in laid_on_it:
                overlay: Overlay | None = laid.overlay
                if laid.from_s is not None and laid.overlay in ended:
                    minute = (now - laid.from_s) / 60.0
                    overlay = subsiding(laid.overlay, minute, mishap.within_s)
                if overlay is not None:
                    kept.append(_Laid(overlay, laid.from_s))
            self._laid[sign] = kept

    @property
    def woken_s(self) -> float | None:
        """When somebody woke the patient last; None = nobody did."""
        return self._woken[-1].at_s if self._woken else None

    def wake(self, now: float, script_minute: float) -> None:
        self._woken.append(_Woken(now, script_minute))

    def value(self, sign: VitalSign, modelled: float, now: float, script_minute: float) -> float:
        """What becomes of the modelled value."""
        all_laid = self._laid.get(sign)
        if all_laid is None:
            return modelled
        value = modelled
        for laid in all_laid:
            overlay, minute = laid.overlay, script_minute
            if laid.from_s is not None:
                minute = (now - laid.from_s) / 60.0
            after = overlay.laid_on(value, minute)
            sleeps = sign in _SLEEPS or overlay.lets_go is not None
            if after < value and self._woken and sleeps:
                after = value + (after - value) * self._asleep(laid, now)
            value = after
        return value

    def _asleep(self, laid: _Laid, now: float) -> float:
        """What is left of this course since the first waking that met it, 1 = all of it."""
        overlay = laid.overlay
        begins = overlay.points[0][0] - _FOREBODES_MIN
        for woken in self._woken:
            minute = woken.script_minute
            if laid.from_s is not None:
                minute = (woken.at_s - laid.from_s) / 60.0
                begins = max(begins, 0.0)
            if minute >= begins:
                own = overlay.lets_go if minute >= overlay.points[0][0] else None
                breath = overlay.sign is VitalSign.RR
                return still_asleep(now - woken.at_s, breath=breath, own=own)
        return 1.0
