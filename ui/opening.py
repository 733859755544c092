"""From what was typed in to the first event of a session. Every bound is the core's own."""

from __future__ import annotations

import secrets
import time
from collections.abc import Set
from dataclasses import replace
from datetime import date
from enum import StrEnum

from devices.session import Driver
from monitor.events import DeviceFacts, SessionOpened
from monitor.limits import Modifier
from monitor.people import ImpossibleEntry, Patient, Risk
from monitor.plan import Drug, Plan
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
    if not request.patient_id.strip():
        raise WrongEntry(say("patient-id-missing"))
    route = profile_named(request.profile).route
    _want_known("modifier-unknown", request.modifiers, Modifier)
    _want_known("risk-unknown", request.risks, Risk)
    _want_known("drug-unknown", {request.drug}, Drug)
    try:
        plan = _plan(request)
        if request.flow:
            plan.check(route)
        return _patient(request), plan
    except ImpossibleEntry as error:
        raise WrongEntry(say("entry-impossible", str(error))) from error


def _want_known(sentence: str, names: Set[str], kinds: type[StrEnum]) -> None:
    for name in sorted(names - set(kinds)):
        raise WrongEntry(say(sentence, name, ", ".join(kinds)))


def _patient(request: SessionRequest) -> Patient:
    return Patient(
        request.patient_id.strip(),
        request.weight_kg,
        request.initials,
        request.birth_year,
        name=" ".join(request.name.split()),
        birth_date=_birth_date(request.birth_date.strip()),
        sex=request.sex.strip(),
        risks=frozenset(Risk(name) for name in request.risks),
    )


def _plan(request: SessionRequest) -> Plan:
    return Plan(
        request.mg_per_kg,
        request.weight_kg,
        request.minutes,
        request.fixed_mg,
        request.concentration_mg_per_ml,
        Drug(request.drug),
    )


def _birth_date(text: str) -> str:
    """ISO 8601, or empty. Raises `WrongEntry`."""
    try:
        return date.fromisoformat(text).isoformat() if text else ""
    except ValueError as error:
        raise WrongEntry(say("birth-date-wrong", text)) from error


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
        flow=request.flow,
        course=request.course,
    )
