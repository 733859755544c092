"""The clinic's own words for an emergency: where they are kept on this computer."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

from data.audit import AuditKind
from data.clinic_file import FILE_NAME, Clinic, load_clinic, save_clinic
from monitor.rights import Right
from ui.gate import Gate
from ui.places import home
from ui.requests import Refusal
from ui.words import say


def _place() -> Path:
    return home() / FILE_NAME


def known_clinic() -> Clinic:
    return load_clinic(_place())


def keep_clinic(clinic: Clinic, gate: Gate) -> None:
    """What was changed becomes a line each of the audit trail. Raises `Refusal`."""
    who, before = gate.want(Right.SETTINGS, about="clinic"), known_clinic()
    try:
        save_clinic(_place(), clinic)
    except OSError as error:
        raise Refusal(say("clinic-failed", _place())) from error
    for field in fields(Clinic):
        old, new = (_text(getattr(one, field.name)) for one in (before, clinic))
        if old != new:
            what = f"clinic-{field.name}"
            gate.trail.note(AuditKind.SETTING, who, what=what, old=old, new=new)


def _text(value: str | tuple[str, ...]) -> str:
    return value if isinstance(value, str) else ", ".join(value)
