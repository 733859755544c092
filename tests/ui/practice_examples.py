"""A practice room whose clock stands still, and requests for sessions in it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from monitor.entries import Entry
from ui.places import open_record
from ui.practice import PracticeBackend
from ui.requests import DeviceRequest, SessionRequest

NURSE = "Nurse 1"
UTC_S = 1_790_000_000.0


@contextmanager
def room(folder: Path, *, seed: int = 1) -> Iterator[PracticeBackend]:
    made = PracticeBackend(folder / "practice.db", seed=seed, utc_s=UTC_S)
    made.start()
    made.staff().sit(NURSE)
    try:
        yield made
    finally:
        made.close()


def asked(
    chair: int,
    *urls: str,
    profile: str = "adult-iv",
    mg_per_kg: float | None = 0.5,
    minutes: float = 40.0,
) -> SessionRequest:
    """Each url with the driver of its monitor."""
    devices = tuple(DeviceRequest(url, driver_of(url), may_start_cuff=False) for url in urls)
    return SessionRequest(
        chair=chair,
        patient_id=f"P-{chair}",
        initials="",
        birth_year=None,
        weight_kg=80.0,
        mg_per_kg=mg_per_kg,
        minutes=minutes,
        profile=profile,
        nibp_interval_min=5.0,
        devices=devices,
        by=NURSE,
    )


def driver_of(url: str) -> str:
    return url.removeprefix("sim:").partition("?")[0].partition("#")[0]


def entries_of(backend: PracticeBackend, session_id: str) -> list[Entry]:
    """What is on the disk."""
    with open_record(backend.db, read_only=True) as store:
        return list(store.entries(session_id))
