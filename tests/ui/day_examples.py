"""Patients of a day and their earlier sessions, for tests and screenshots."""

from __future__ import annotations

from data.courses import PastSession, PatientCourse
from data.day_book import TodayEntry
from monitor.people import Patient, Risk
from monitor.plan import Plan
from monitor.routes import Route
from monitor.treatment.commands import CuffSize, Mount, Side
from tests.ui.day_in_memory import DayInMemory

FIRST_UTC_S = 1_789_000_000.0
DAY_S = 86_400.0
LIST = (
    TodayEntry("20417", "J. M.", "09:00", 2, "adult-iv"),
    TodayEntry("20533", "K. B.", "09:30", 3, "intranasal", "needs an interpreter"),
    TodayEntry("20610", "A. S.", "11:00"),
)
MOUNT = Mount(CuffSize.LARGE, Side.LEFT, Side.RIGHT, Side.RIGHT, "Nurse 1")


def past(
    number: int, sbp: float, *, mg: float = 41.0, dissociation: int | None = 2
) -> PastSession:
    return PastSession(
        session_id=f"s-{number}",
        opened_utc_s=FIRST_UTC_S + 4 * DAY_S * number,
        offset_min=120,
        signed=True,
        treated=True,
        route=Route.IV,
        plan=Plan(0.5, 82.0, 40.0),
        given_mg=mg,
        peak_sbp=sbp,
        peak_dbp=sbp - 66.0,
        peak_hr=96.0,
        worst_dissociation=dissociation,
        worst_sedation=4,
        scores=(("phq-9", 18 - 3 * number),),
    )


def example_course(patient_id: str = "20417", *, last_peak: float = 168.0) -> PatientCourse:
    return PatientCourse(
        patient_id,
        (past(1, 152.0, mg=38.0), past(2, last_peak)),
        Patient(patient_id, 82.0, "J. M.", 1974, risks=frozenset({Risk.HYPERTENSION})),
        MOUNT,
    )


def day_of(*entries: TodayEntry) -> DayInMemory:
    return DayInMemory({entry.patient_id: entry for entry in entries})
