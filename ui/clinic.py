"""The clinic's own words for an emergency: where they are kept on this computer."""

from __future__ import annotations

from pathlib import Path

from data.clinic_file import FILE_NAME, Clinic, load_clinic, save_clinic
from ui.places import home
from ui.requests import Refusal
from ui.words import say


def _place() -> Path:
    return home() / FILE_NAME


def known_clinic() -> Clinic:
    return load_clinic(_place())


def keep_clinic(clinic: Clinic) -> None:
    """Raises `Refusal`."""
    try:
        save_clinic(_place(), clinic)
    except OSError as error:
        raise Refusal(say("clinic-failed", _place())) from error
