"""An emergency at a chair, for tests of its page."""

from __future__ import annotations

from dataclasses import replace

import pictures

from data.clinic_file import Clinic
from monitor.commands import EmergencyStamp, StampKind
from monitor.emergency import EmergencyView, StampView
from monitor.picture import ChairPicture

CLINIC = Clinic(
    "Lakeside Clinic",
    "14 Harbour Street, Springfield",
    "Yard entrance",
    "112",
    "+41 55 123 45 67",
    ("Adrenaline 0.5 mg", "Midazolam 2 mg"),
)
BEGAN_AGO_S = 272.0


def stamp(
    now_s: float, ago_s: float, kind: StampKind, text: str = "", *, undone: bool = False
) -> StampView:
    made = EmergencyStamp(f"s{ago_s:g}", kind, text, "AK")
    return StampView(now_s - ago_s, BEGAN_AGO_S - ago_s, made, undone)


def emergency(*, going: bool = True, rings: bool = True, **changes: object) -> ChairPicture:
    """Four and a half minutes into an emergency at an extreme pressure."""
    picture = pictures.extreme()
    now = picture.now_s
    stamps = (
        stamp(now, 250.0, StampKind.CALL),
        stamp(now, 64.0, StampKind.SHOCK, undone=True),
        stamp(now, 40.0, StampKind.DRUG, "Adrenaline 0.5 mg"),
        stamp(now, 4.0, StampKind.OXYGEN),
    )
    view = EmergencyView(
        now - BEGAN_AGO_S,
        "Nurse AK",
        None if going else now - 2.0,
        None if rings else now - 200.0,
        stamps,
    )
    return replace(picture, emergency=view, **changes)  # type: ignore[arg-type]
