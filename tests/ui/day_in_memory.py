"""A day that is kept in memory, at a moment that stands still."""

from __future__ import annotations

from dataclasses import dataclass, field

from data.day_book import ClosingView, DayTick, TodayEntry
from data.forms import FormOf
from ui.requests import Refusal

MORNING_UTC_S = 1_790_000_000.0


@dataclass
class DayInMemory:
    """`DayDoor`: set `brought` (of a file), `end` (what is unfinished), `due` (forms)."""

    entries: dict[str, TodayEntry] = field(default_factory=dict)
    ticked: list[DayTick] = field(default_factory=list)
    brought: tuple[TodayEntry, ...] | None = None
    """None = every file is refused."""
    end: ClosingView = field(default_factory=ClosingView)
    due: tuple[FormOf, ...] = ()
    asked: list[tuple[str, str]] = field(default_factory=list)
    """(what, by whom) of everything that changed the day."""

    def today(self) -> tuple[TodayEntry, ...]:
        return tuple(self.entries.values())

    def plan(self, entry: TodayEntry, by: str) -> None:
        if not entry.patient_id:
            raise Refusal("the patient id is missing")
        self.asked.append(("plan", by))
        self.entries[entry.patient_id] = entry

    def drop(self, patient_id: str, by: str) -> None:
        self.asked.append(("drop", by))
        self.entries.pop(patient_id, None)

    def bring(self, path: str, by: str) -> int:
        if self.brought is None:
            raise Refusal(f"{path}: line 2 is wrong")
        self.asked.append(("bring", by))
        self.entries |= {entry.patient_id: entry for entry in self.brought}
        return len(self.brought)

    def ticks(self) -> tuple[DayTick, ...]:
        return tuple(self.ticked)

    def tick(self, item: str, done: bool, text: str, by: str) -> None:
        self.asked.append(("tick", by))
        self.ticked.append(DayTick(item, done, text, by, MORNING_UTC_S + len(self.ticked)))

    def closing(self) -> ClosingView:
        return self.end

    def forms(self) -> tuple[FormOf, ...]:
        return self.due
