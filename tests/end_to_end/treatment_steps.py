"""What a nurse does at a chair, tap by tap, through the real window.

Rule 1: a step operates what is visible, by the words that stand on it.
Rule 2: scores are tapped, and a second person types her PIN, beside the nurse's own count: a
        treatment is counted without them.
Rule 3: with `CHAIRSIDE_SHOTS` in the environment a picture of every step is kept in that folder,
        in the size that `CHAIRSIDE_SHOTS_SIZE` names (1920x1080).
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from practice_window import MORNING_UTC_S, Kept, PracticeWindow
from PySide6.QtCore import Qt

from data.day_book import TodayEntry
from monitor.commands import EndSession
from monitor.phases import Phase
from monitor.picture import ChairPicture
from monitor.treatment.view import TreatmentView
from ui.chair.bottom_bar import KEYS, Act
from ui.demo_people import DEMO_STAFF
from ui.practice import PracticeBackend
from ui.requests import DeviceRequest, SessionRequest
from ui.words import say

NURSE, OTHER_NURSE, PROVIDER = "Nurse 1", "Nurse 2", "Provider 1"
SHOTS, SHOTS_SIZE = "CHAIRSIDE_SHOTS", "CHAIRSIDE_SHOTS_SIZE"
LOOK_S = 60.0
"""How often the window is looked at while nothing is done."""
BORN = "1984-05-31"
WEEK_S = 7 * 86_400.0


def size() -> tuple[int, int]:
    wide, _, high = os.environ.get(SHOTS_SIZE, "1920x1080").partition("x")
    return int(wide), int(high)


@dataclass(frozen=True, slots=True)
class Expected:
    """A patient on today's list; `monitor` is a name in the list, `port` a simulated port."""

    patient_id: str
    initials: str
    at: str
    chair: int
    profile: str
    monitor: str
    port: str

    @property
    def entry(self) -> TodayEntry:
        return TodayEntry(self.patient_id, self.initials, self.at, self.chair, self.profile)


def here_before(folder: Path, *patients: Expected, weight_kg: float = 80.0) -> None:
    """They were here a week ago, and nothing was given: birth date and weight are known."""
    backend = PracticeBackend(folder / "practice.db", utc_s=MORNING_UTC_S - WEEK_S)
    backend.start()
    with closing(backend):
        for patient in patients:
            backend.open_session(_first_visit(patient, weight_kg))
            backend.send(patient.chair, EndSession(NURSE, "Not today"))
        backend.advance(5.0)


def _first_visit(patient: Expected, weight_kg: float) -> SessionRequest:
    return SessionRequest(
        chair=patient.chair,
        patient_id=patient.patient_id,
        initials=patient.initials,
        birth_year=int(BORN[:4]),
        weight_kg=weight_kg,
        mg_per_kg=None,
        minutes=40.0,
        profile=patient.profile,
        nibp_interval_min=5.0,
        devices=(DeviceRequest(patient.port, patient.port.partition(":")[2].partition("?")[0]),),
        by=NURSE,
        flow=True,
        name="Patient",
        birth_date=BORN,
        sex="female",
    )


@dataclass(slots=True)
class Nurse:
    """Somebody at one chair. `beside` are presses that are not counted as hers, by what for."""

    seat: PracticeWindow
    patient: Expected
    beside: dict[str, int]
    steps: int = 0

    @classmethod
    def of(cls, seat: PracticeWindow, patient: Expected) -> Nurse:
        return cls(seat, patient, {})

    @property
    def chair(self) -> int:
        return self.patient.chair

    @property
    def picture(self) -> ChairPicture:
        return self.seat.picture(self.chair)

    @property
    def treatment(self) -> TreatmentView:
        treatment = self.picture.treatment
        assert treatment is not None
        return treatment

    @property
    def presses(self) -> int:
        """Clicks and keys of hers, without those beside."""
        return self.seat.clicks + self.seat.keys - sum(self.beside.values())

    @contextmanager
    def not_hers(self, what: str) -> Iterator[None]:
        before = self.seat.clicks + self.seat.keys
        yield
        spent = self.seat.clicks + self.seat.keys - before
        self.beside[what] = self.beside.get(what, 0) + spent

    def keep_shot(self, name: str) -> None:
        folder = os.environ.get(SHOTS)
        if folder:
            self.steps += 1
            self.seat.shots = Path(folder)
            wide = size()[0]
            self.seat.shot(f"{self.patient.patient_id}-{self.steps:02}-{name}-{wide}")

    def wait(self, seconds: float, look_every_s: float = LOOK_S) -> None:
        self.seat.advance(seconds, look_every_s)

    def show_chair(self) -> None:
        """The digit of the chair, if another one is shown; it waits until it is no scanner's."""
        desk = self.seat.window.desk
        if desk.chair != self.chair:
            self.seat.press(Qt.Key(Qt.Key.Key_0 + self.chair))
            self.seat.settle(lambda: desk.chair == self.chair, f"chair {self.chair}")
            self.seat.look()

    # ---- before the drug

    def choose_patient(self) -> None:
        self.seat.click(self.patient.at)

    def choose_monitor(self) -> None:
        """On its own side of the page; a course lies in front of it."""
        if not self.seat.window.shell.start.device.isVisible():
            self.seat.click("Beside the form: Monitors")
        self.seat.choose(say("device-drivers"), self.patient.monitor)
        self.seat.choose(say("device-ports"), self.patient.port.partition("?")[0])

    def open_session(self) -> None:
        """The screening comes up by itself."""
        self.keep_shot("start-page")
        self.seat.click(say("start-go"))
        self.seat.settle(lambda: self.chair in self.seat.window.state.chairs, "the session")
        assert self.picture.phase is Phase.SCREENING
        self.keep_shot("screening")

    def screen(self, escort: str = "Partner") -> None:
        """Nothing speaks against it."""
        panel = self.seat.window.shell.panels.screening
        self.seat.click_on(panel.clear)
        self.answer("pregnancy", "not-applicable")
        self.answer("suicidality", "none")
        self.answer("escort", "named")
        self.keep_shot("escort")
        self.seat.click(escort)
        self.keep_shot("screened")

    def answer(self, question: str, answer: str) -> None:
        panel = self.seat.window.shell.panels.screening
        row = panel.rows[question]
        if not row.isVisible():
            group = next(
                name
                for name, rows in (panel.face.rows if panel.face else {}).items()
                if question in {one.id for one in rows}
            )
            self.seat.click_on(panel.tabs[group])
        self.seat.click_on(row.tiles[answer])

    def wait_for_baseline(self) -> None:
        self.seat.advance_until(
            lambda: self.treatment.checks.baseline_readings >= 3, 600.0, "the baseline", 5.0
        )
        self.keep_shot("decision")

    def scan(self, code: str) -> None:
        """A scanner types it, with Enter at its end: one pull of its trigger."""
        keys = self.seat.keys
        self.seat.enter(code)
        self.seat.press(Qt.Key.Key_Return)
        self.seat.keys = keys + 1

    # ---- scores and other people

    def score(self, name: str) -> None:
        """By the words on the tile; from the notes to the scores."""
        with self.not_hers("scores"):
            self.seat.press(KEYS[Act.NOTE])
            self.seat.click(say("note-scores"))
            self.keep_shot("scores")
            self.seat.click(name)

    def score_due(self, name: str) -> None:
        """The score that is asked for now."""
        with self.not_hers("scores"):
            self.seat.click(say("wait-score"))
            self.keep_shot("score")
            self.seat.click(name)

    def sign_as(self, name: str) -> None:
        """The name, then the PIN; Enter at its end."""
        self.seat.click(name)
        self.give_pin(name)

    def give_pin(self, name: str) -> None:
        self.seat.enter(DEMO_STAFF[name][1])
        self.seat.press(Qt.Key.Key_Return)

    # ---- what happens

    def note(self, name: str) -> None:
        """One of the events: two presses."""
        self.seat.press(KEYS[Act.NOTE])
        self.keep_shot("note")
        self.seat.click(name)

    # ---- leaving

    def leave(self) -> None:
        """Everything is well: the checklist, from the ribbon."""
        self.seat.click("Discharge")
        self.keep_shot("checklist")
        with self.not_hers("scores"):
            self.seat.click("Aldrete or PADSS at least 9: Score …")
            for tile in ALDRETE:
                self.seat.click(tile)
            self.keep_shot("aldrete")
            self.seat.click("Store")
            self.seat.click("Thoughts of suicide asked before and at exit: Score …")
            self.keep_shot("suicidality")
            self.seat.click("C-SSRS No thoughts of suicide")
        self.keep_shot("going-home")
        self.seat.click_on(self.seat.window.shell.panels.leaving.all)
        self.seat.click("Next date: Date …")
        self.keep_shot("next-date")
        self.seat.click("(7 days)")
        self.keep_shot("may-leave")
        assert self.treatment.checks.may_leave, self.treatment.checks.leaving

    def sign(self) -> None:
        self.seat.click("Sign off …")
        self.keep_shot("signature")
        self.seat.click("Sign")
        self.keep_shot("pin")
        self.give_pin(NURSE)
        self.seat.advance(1.0)
        self.keep_shot("signed")

    def kept(self) -> Kept:
        """The record of the session that runs on this chair, read by a second process."""
        return self.seat.read_back()[self.picture.session_id]


ALDRETE = (
    "2   Moves all four limbs",
    "2   Breathes deeply and coughs freely",
    "2   Within 20 % of before",
    "2   Fully awake",
    "2   Above 92 % on room air",
)
