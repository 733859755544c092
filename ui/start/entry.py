"""What was typed on the start page, and what it means: a request, or what is wrong with it.

Rule 1: bounds are the domain's own (`monitor.people`); there is no second copy.
Rule 2: everything that is wrong is found at once, in the order of the page, one sentence each.
Rule 3: the dose is not asked here: it is planned at the chair, when the screening is done.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date

from devices.registry import LINE
from monitor.people import Course, ImpossibleEntry, Patient
from monitor.routes import Route
from monitor.treatment.commands import CuffSize, Mount, Side
from monitor.treatment.dose import lb_of_kg, why_confirm
from ui.requests import DeviceRequest, SessionRequest
from ui.words import figure, say

USUAL_MINUTES = 40.0
WATCH = "watch"
"""Instead of a route: vital signs, alarms and record, and nothing is given."""
WEIGHED = frozenset({Route.IV, Route.IM_SC})
"""Routes with a dose by weight."""

_NUMBER = re.compile(r"[+-]?\d{1,6}(?:[.,]\d{0,6})?")


@dataclass(frozen=True, slots=True)
class Mounted:
    """Where cuff, probe and drip sit, as it was tapped; empty = not said."""

    cuff_size: str = ""
    cuff_arm: str = ""
    spo2_arm: str = ""
    iv_arm: str = ""


@dataclass(frozen=True, slots=True)
class Typed:
    """The page as it stands; every text as it was typed.

    `route` is a `Route` or `WATCH`. `weight_confirmed`: somebody said that the weight is right
    although it is not that of last time.
    """

    chair: int
    patient_id: str
    initials: str
    birth_year: str
    weight: str
    route: str
    profile: str
    interval_min: float
    by: str
    devices: tuple[DeviceRequest, ...]
    """As they were chosen; an empty text is a choice that is missing."""
    modifiers: frozenset[str] = frozenset()
    risks: frozenset[str] = frozenset()
    mounted: Mounted = Mounted()
    name: str = ""
    birth_date: str = ""
    sex: str = ""
    course: Course = field(default_factory=Course)
    weight_confirmed: bool = False

    @property
    def flow(self) -> bool:
        return self.route != WATCH


class NotANumber(ValueError):
    """The text is the sentence for the person."""


def number(field: str, text: str) -> float | None:
    """A number with a point or a comma; None for an empty field. Raises `NotANumber`."""
    cleaned = text.strip()
    if not cleaned:
        return None
    if _NUMBER.fullmatch(cleaned) is None:
        raise NotANumber(say("entry-not-a-number", say(f"entry-name-{field}"), cleaned))
    return float(cleaned.replace(",", "."))


def problems(typed: Typed) -> dict[str, str]:
    """What is missing or impossible: name of the field to one sentence, in order of the page."""
    found = {field: check(typed) for field, check in _CHECKS.items()}
    return {field: sentence for field, sentence in found.items() if sentence}


def request(typed: Typed) -> SessionRequest:
    """The session that was typed in. Only for an entry without `problems`."""
    return SessionRequest(
        chair=typed.chair,
        patient_id=typed.patient_id.strip(),
        initials=typed.initials.strip(),
        birth_year=int(typed.birth_year) if typed.birth_year.strip() else None,
        weight_kg=number("weight", typed.weight),
        mg_per_kg=None,
        minutes=USUAL_MINUTES,
        profile=typed.profile,
        nibp_interval_min=typed.interval_min,
        devices=typed.devices,
        by=typed.by.strip(),
        modifiers=typed.modifiers,
        flow=typed.flow,
        course=typed.course,
        name=typed.name.strip(),
        birth_date=typed.birth_date.strip(),
        sex=typed.sex.strip(),
        risks=typed.risks,
    )


def mount_of(typed: Typed) -> Mount | None:
    """Where things sit, to be said once the session is open; None = nothing was said."""
    said = typed.mounted
    if said == Mounted():
        return None
    return Mount(
        cuff_size=CuffSize(said.cuff_size) if said.cuff_size else None,
        cuff_arm=Side(said.cuff_arm) if said.cuff_arm else None,
        spo2_arm=Side(said.spo2_arm) if said.spo2_arm else None,
        iv_arm=Side(said.iv_arm) if said.iv_arm else None,
        by=typed.by.strip(),
    )


def pounds(weight: str) -> str:
    """The same weight in lb, or nothing while it is no possible weight."""
    kg = _possible_weight(weight)
    return "" if kg is None else say("entry-pounds", figure(f"{lb_of_kg(kg):.1f}"))


def weight_doubt(typed: Typed) -> str:
    """What is odd about the weight, if it is much more or less than last time; else empty."""
    kg, last = _possible_weight(typed.weight), typed.course.last_weight_kg
    if kg is None or last is None or not why_confirm(kg, typed.course):
        return ""
    return say("entry-weight-differs", tidy(kg), tidy(last), f"{(kg - last) / last:+.0%}")


def tidy(value: float) -> str:
    """One decimal, and none when it would be a zero."""
    return figure(f"{value:.1f}".removesuffix(".0"))


def _possible_weight(text: str) -> float | None:
    try:
        kg = number("weight", text)
        Patient("-", kg)
    except ValueError:
        return None
    return kg


def _patient_id(typed: Typed) -> str:
    return "" if typed.patient_id.strip() else say("entry-no-patient")


def _birth_year(typed: Typed) -> str:
    text = typed.birth_year.strip()
    if not text or re.fullmatch(r"(?:18|19|20)\d\d", text):
        return ""
    return say("entry-birth-year", text)


def _weight(typed: Typed) -> str:
    kg = number("weight", typed.weight)
    Patient(typed.patient_id, kg)
    if kg is None:
        return say("entry-no-weight") if typed.route in WEIGHED else ""
    return "" if typed.weight_confirmed else weight_doubt(typed)


def _birth_date(typed: Typed) -> str:
    text = typed.birth_date.strip()
    if not text:
        return ""
    try:
        date.fromisoformat(text)
    except ValueError:
        return say("entry-birth-date", text)
    year = typed.birth_year.strip()
    return say("entry-birth-date-year", text, year) if year and text[:4] != year else ""


def _by(typed: Typed) -> str:
    return "" if typed.by.strip() else say("entry-no-nurse")


def _driver(typed: Typed) -> str:
    at = without_driver(typed.devices)
    if at is None:
        return ""
    missing = "entry-no-file" if typed.devices[at].driver == LINE else "entry-no-driver"
    return _of_device(typed.devices, at, say(missing))


def _url(typed: Typed) -> str:
    at = without_port(typed.devices)
    if at is None:
        return ""
    url = typed.devices[at].url
    if url:
        return say("entry-port-twice", url)
    return _of_device(typed.devices, at, say("entry-no-port"))


def without_driver(devices: Sequence[DeviceRequest]) -> int | None:
    """The place of the first device whose monitor or file is missing; None if there is none."""
    return next((at for at, device in enumerate(devices) if device.driver in {"", LINE}), None)


def without_port(devices: Sequence[DeviceRequest]) -> int | None:
    """The place of the first device whose port is missing, or is that of one before it."""
    urls = [device.url for device in devices]
    return next((at for at, url in enumerate(urls) if not url or url in urls[:at]), None)


def _of_device(devices: Sequence[DeviceRequest], at: int, sentence: str) -> str:
    """Which of them is meant is said when there are several."""
    return say("entry-of-device", at + 1, sentence) if len(devices) > 1 else sentence


def _sentence(check: Callable[[Typed], str]) -> Callable[[Typed], str]:
    """The domain refuses by raising; here a refusal is its sentence."""

    def checked(typed: Typed) -> str:
        try:
            return check(typed)
        except (ImpossibleEntry, NotANumber) as refusal:
            return str(refusal)

    return checked


_CHECKS: dict[str, Callable[[Typed], str]] = {
    "patient_id": _patient_id,
    "birth_year": _birth_year,
    "weight": _sentence(_weight),
    "by": _by,
    "birth_date": _birth_date,
    "driver": _driver,
    "url": _url,
}
