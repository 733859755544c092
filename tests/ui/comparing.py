"""What a program behind the pages answers about many sessions at once, for tests."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from data.overlays import Overlay
from data.period import Period
from ui.requests import Refusal
from ui.review.clinic_figures import table_lines


class Comparing:
    """Set `overlays` and `periods` to what is known; `forbids` to be refused."""

    def __init__(self) -> None:
        self.overlays: dict[tuple[str, bool], Overlay] = {}
        self.periods: dict[tuple[date, date], Period] = {}
        self.forbids = ""
        self.asked_about: list[str] = []
        self.looked_at: list[tuple[date, date]] = []

    def overlay(self, patient_id: str, *, simulated: bool = False, about: str = "") -> Overlay:
        self._ask()
        self.asked_about.append(about)
        return self.overlays.get((patient_id, simulated), Overlay(patient_id))

    def period(self, first: date, last: date) -> Period:
        self._ask()
        self.looked_at.append((first, last))
        return self.periods.get((first, last), Period(first, last))

    def take_period(self, first: date, last: date, path: str) -> None:
        lines = table_lines(self.period(first, last))
        Path(path).write_text("".join(lines), encoding="utf-8")

    def _ask(self) -> None:
        if self.forbids:
            raise Refusal(self.forbids)
