"""From what was typed in to the first event of a session. Every bound is the core's own."""

from __future__ import annotations

import secrets
import time
from dataclasses import replace

from devices.session import Driver
from monitor.events import DeviceFacts, SessionOpened
from monitor.limits import Modifier
from monitor.people import ImpossibleEntry, Patient
from monitor.plan import Plan
from ui.profiles import profile_named
from ui.requests import SessionRequest, WrongEntry
from ui.words import say


def new_session_id() -> str:
    """Sortable by its second, unique by its tail; says nothing about a patient."""
    return time.strftime("%Y%m%dT%H%M%S", time.gmtime()) + "-" + secrets.token_hex(3)


def facts_of(driver: Driver, source: str, *, may_start_cuff: bool = False) -> DeviceFacts:
    """What the core must know about a device, from its driver.

    `may_start_cuff`: a person switched it on; it means nothing for a device that cannot.
    """
    return DeviceFacts(
        driver.name,
        source,
        driver.fresh_for_s,
        driver.link_lost_after_s,
        driver.signs,
        can_start_cuff=driver.starts_cuff,
        may_start_cuff=driver.starts_cuff and may_start_cuff,
    )


def checked(request: SessionRequest) -> tuple[Patient, Plan]:
    """Who and what, once nothing that was typed is wrong. Raises `WrongEntry`."""
    patient_id = request.patient_id.strip()
    if not patient_id:
        raise WrongEntry(say("patient-id-missing"))
    profile_named(request.profile)
    for name in sorted(request.modifiers - set(Modifier)):
        raise WrongEntry(say("modifier-unknown", name, ", ".join(Modifier)))
    try:
        patient = Patient(patient_id, request.weight_kg, request.initials, request.birth_year)
        plan = Plan(request.mg_per_kg, request.weight_kg, request.minutes)
    except ImpossibleEntry as error:
        raise WrongEntry(say("entry-impossible", str(error))) from error
    return patient, plan


def opening(
    request: SessionRequest,
    devices: tuple[DeviceFacts, ...],
    session_id: str,
    *,
    simulated: bool,
) -> SessionOpened:
    """`devices` in order of priority. Raises `WrongEntry` naming field, value and bounds."""
    patient, plan = checked(request)
    return SessionOpened(
        session_id=session_id,
        chair=request.chair,
        patient=patient,
        plan=plan,
        profile=replace(
            profile_named(request.profile),
            modifiers=frozenset(Modifier(name) for name in request.modifiers),
        ),
        devices=devices,
        nibp_interval_s=request.nibp_interval_min * 60.0,
        simulated=simulated,
        by=request.by,
    )
