"""From what was typed in to the first event of a session. Every bound is the core's own."""

from __future__ import annotations

import secrets
import time

from devices.session import Driver
from monitor.events import DeviceFacts, SessionOpened
from monitor.limits import PROFILES
from monitor.people import ImpossibleEntry, Patient
from monitor.plan import Plan
from ui.requests import SessionRequest, WrongEntry
from ui.words import say


def new_session_id() -> str:
    """Sortable by its second, unique by its tail; says nothing about a patient."""
    return time.strftime("%Y%m%dT%H%M%S", time.gmtime()) + "-" + secrets.token_hex(3)


def facts_of(driver: Driver, source: str) -> DeviceFacts:
    """What the core must know about a device, from its driver."""
    return DeviceFacts(
        driver.name, source, driver.fresh_for_s, driver.link_lost_after_s, driver.signs
    )


def checked(request: SessionRequest) -> tuple[Patient, Plan]:
    """Who and what, once nothing that was typed is wrong. Raises `WrongEntry`."""
    patient_id = request.patient_id.strip()
    if not patient_id:
        raise WrongEntry(say("patient-id-missing"))
    if request.profile not in PROFILES:
        known = ", ".join(sorted(PROFILES))
        raise WrongEntry(say("profile-unknown", request.profile, known))
    try:
        patient = Patient(patient_id, request.weight_kg, request.initials, request.birth_year)
        plan = Plan(request.mg_per_kg, request.weight_kg, request.minutes)
    except ImpossibleEntry as error:
        raise WrongEntry(say("entry-impossible", str(error))) from error
    return patient, plan


def opening(
    request: SessionRequest, device: DeviceFacts, session_id: str, *, simulated: bool
) -> SessionOpened:
    """Raises `WrongEntry` naming the field, the value and the bounds."""
    patient, plan = checked(request)
    return SessionOpened(
        session_id=session_id,
        chair=request.chair,
        patient=patient,
        plan=plan,
        profile=PROFILES[request.profile],
        devices=(device,),
        nibp_interval_s=request.nibp_interval_min * 60.0,
        simulated=simulated,
        by=request.by,
    )
