"""What was typed on the start page, and what it means: a request, or what is wrong with it.

Rule 1: bounds are the domain's own (`monitor.people`, `monitor.plan`); there is no second copy.
Rule 2: everything that is wrong is found at once, in the order of the page, one sentence each.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from devices.registry import LINE
from monitor.people import ImpossibleEntry, Patient
from monitor.plan import Plan
from ui.requests import DeviceRequest, SessionRequest
from ui.words import say

LB_PER_KG = 2.2046226
USUAL_MG_PER_KG = 0.5
USUAL_MINUTES = 40.0

_NUMBER = re.compile(r"[+-]?\d{1,6}(?:[.,]\d{0,6})?")


@dataclass(frozen=True, slots=True)
class Typed:
    """The page as it stands; every text as it was typed."""

    chair: int
    patient_id: str
    initials: str
    birth_year: str
    infusion: bool
    weight: str
    dose: str
    minutes: str
    profile: str
    interval_min: float
    by: str
    devices: tuple[DeviceRequest, ...]
    """As they were chosen; an empty text is a choice that is missing."""
    modifiers: frozenset[str] = frozenset()


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
    dose = number("dose", typed.dose) if typed.infusion else None
    minutes = number("minutes", typed.minutes) if typed.infusion else None
    return SessionRequest(
        chair=typed.chair,
        patient_id=typed.patient_id.strip(),
        initials=typed.initials.strip(),
        birth_year=int(typed.birth_year) if typed.birth_year.strip() else None,
        weight_kg=number("weight", typed.weight),
        mg_per_kg=dose,
        minutes=USUAL_MINUTES if minutes is None else minutes,
        profile=typed.profile,
        nibp_interval_min=typed.interval_min,
        devices=typed.devices,
        by=typed.by.strip(),
        modifiers=typed.modifiers,
    )


def pounds(weight: str) -> str:
    """The same weight in lb, or nothing while it is no possible weight."""
    try:
        kg = number("weight", weight)
        Patient("-", kg)
    except ValueError:
        return ""
    return "" if kg is None else say("entry-pounds", f"{kg * LB_PER_KG:.1f}")


def dose_line(typed: Typed) -> tuple[str, str]:
    """The whole line of the dose and what follows from it; empty while it is not complete."""
    fields = ("weight", "dose", "minutes")
    if not typed.infusion or any(_CHECKS[field](typed) for field in fields):
        return "", ""
    asked = request(typed)
    plan = Plan(asked.mg_per_kg, asked.weight_kg, asked.minutes)
    if plan.dose_mg is None or plan.mg_per_min is None:
        return "", ""
    whole = say("dose-line", f"{asked.mg_per_kg:g}", tidy(plan.dose_mg), f"{asked.minutes:g}")
    return whole, say("dose-rate", tidy(plan.mg_per_min * 60.0))


def tidy(value: float) -> str:
    """One decimal, and none when it would be a zero."""
    return f"{value:.1f}".removesuffix(".0")


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
    return say("entry-no-weight") if kg is None and typed.infusion else ""


def _dose(typed: Typed) -> str:
    if not typed.infusion:
        return ""
    dose = number("dose", typed.dose)
    Plan(dose, None, USUAL_MINUTES)
    return say("entry-no-dose") if dose is None else ""


def _minutes(typed: Typed) -> str:
    if not typed.infusion:
        return ""
    minutes = number("minutes", typed.minutes)
    if minutes is None:
        return say("entry-no-minutes")
    Plan(None, None, minutes)
    return ""


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
    "dose": _sentence(_dose),
    "minutes": _sentence(_minutes),
    "by": _by,
    "driver": _driver,
    "url": _url,
}
