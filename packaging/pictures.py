"""The pictures of the README: a morning with four simulated patients, seen in the real window.

Then a page of paper: what the report of one of them looks like, by the same strokes; and a lesson
as its instructor sees it.

Rule: what a nurse says is sent as her commands; patients, monitors and window are those of the
      practice room, so that the same pictures come out each time.

Run by `pictures.sh`, which says where the pictures go.
"""

from __future__ import annotations

import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import shiboken6
from practice_window import PracticeWindow, practice_window
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter

from data.export.material import Material
from devices.simulated.scenario.mishaps import PressStart, Surge
from monitor.commands import (
    Acknowledge,
    Action,
    ConfirmMonitor,
    Note,
    NoteKind,
    PauseInfusion,
    Sedation,
    StartInfusion,
    StopInfusion,
)
from monitor.people import Course
from monitor.phases import Phase
from monitor.treatment.commands import AnswerQuestion, DrawDrug, GiveDose, Scale, Score
from monitor.treatment.screening import QUESTIONS
from tests.ui.training_examples import begin, lesson_room
from ui.demo_people import DEMO_STAFF
from ui.instructor.instructor_window import InstructorWindow
from ui.report.facts import report_of
from ui.report.ink import Ink
from ui.report.page import draw_page
from ui.report.sheet import MARGIN_MM, Sheet
from ui.requests import DeviceRequest, SessionRequest
from ui.theme import DARK
from ui.words import say

NURSE = next(iter(DEMO_STAFF))
SIZE = (1920, 1080)
LOOK_S = 30.0
MINUTE_S = 60.0
SCORES_EVERY_S = 15 * MINUTE_S
INFUSION_MIN = 40.0
LESSON_LOOK_S, LESSON_LOOKS, LESSON_LOOKS_AFTER = 10.0, 175, 5


@dataclass(frozen=True, slots=True)
class Guest:
    """Who sits where. `opened_min` and `given_min` count from the beginning of the morning."""

    chair: int
    initials: str
    born: int
    weight_kg: float
    monitor: str
    profile: str
    course: Course
    opened_min: float
    given_min: float
    mg_per_kg: float | None = 0.5
    fixed_mg: float | None = None
    first_mg: float | None = None
    """By another route than the drip: the first dose; None = it is an infusion."""
    drug: str = "ketamine"
    risks: frozenset[str] = frozenset()

    def request(self) -> SessionRequest:
        return SessionRequest(
            chair=self.chair,
            patient_id=f"47{self.chair:02}",
            initials=self.initials,
            birth_year=self.born,
            weight_kg=self.weight_kg,
            mg_per_kg=self.mg_per_kg,
            minutes=INFUSION_MIN,
            profile=self.profile,
            nibp_interval_min=5.0,
            devices=(DeviceRequest(f"sim:{self.monitor}#{self.chair}", self.monitor),),
            by=NURSE,
            flow=True,
            course=self.course,
            risks=self.risks,
            fixed_mg=self.fixed_mg,
            concentration_mg_per_ml=10.0 if self.first_mg is None else None,
            drug=self.drug,
        )


GUESTS = (
    Guest(1, "R. T.", 1988, 74.0, "ivy-450c", "adult-iv", Course(4, 6), 24.0, 30.0),
    Guest(2, "K. O.", 1961, 82.0, "ge-s5", "elderly-iv", Course(2, 6), 30.0, 36.0,
          risks=frozenset({"hypertension"})),
    Guest(3, "M. B.", 1979, 68.0, "dinamap", "intranasal", Course(9), 20.0, 26.5, None, 56.0,
          28.0, "esketamine"),
    Guest(4, "A. L.", 1993, 61.0, "dinamap", "im-sc", Course(1, 6), 0.0, 6.0, first_mg=30.5),
)  # fmt: skip
RISING, LEAVING = GUESTS[1], GUESTS[3]
NOTED_MIN, SURGE_MIN, WALL_MIN, LEAVING_MIN = 52.0, 60.0, 62.7, 71.0
CALM_MIN, OVER_MIN = 82.0, 126.0
PAPER_PX = 1000
"""The width of the page of paper."""
SURGE = Surge(72.0, 38.0, 30.0)
AFTER_ALARM_S = 75.0


class Morning:
    """`seat` is the window with the room behind it."""

    def __init__(self, seat: PracticeWindow) -> None:
        self.seat = seat
        self._scored_at: dict[int, float] = {}

    def until(self, minute: float) -> None:
        """Time goes on; what is due about every patient is done when it is due."""
        end = minute * MINUTE_S
        while self.seat.backend.now_s < end - 1e-6:
            now = self.seat.backend.now_s
            for guest in GUESTS:
                self._look_after(guest, now)
            self.seat.advance(min(LOOK_S, end - now), LOOK_S)

    def _look_after(self, guest: Guest, now: float) -> None:
        chair, backend = guest.chair, self.seat.backend
        if chair not in self.seat.window.state.chairs:
            if now >= guest.opened_min * MINUTE_S:
                self._open(guest)
            return
        picture = self.seat.picture(chair)
        if picture.question is not None:
            backend.send(chair, ConfirmMonitor(picture.question.source, True, NURSE))
        given = self._scored_at.get(chair)
        if given is None and now >= guest.given_min * MINUTE_S:
            self._give(guest)
            self._scored_at[chair] = now
        elif given is not None and now - given >= SCORES_EVERY_S - 1.0:
            self._score(chair)
            self._scored_at[chair] = now
        if picture.phase is Phase.TREATING and picture.infusion_ran_s >= INFUSION_MIN * MINUTE_S:
            backend.send(chair, StopInfusion(NURSE))

    def _open(self, guest: Guest) -> None:
        self.seat.backend.open_session(guest.request())
        for question in QUESTIONS.values():
            said = AnswerQuestion(question.id, question.clear, NURSE)
            self.seat.backend.send(guest.chair, said)
        self.seat.settle(lambda: guest.chair in self.seat.window.state.chairs, "a session")

    def _give(self, guest: Guest) -> None:
        backend, chair = self.seat.backend, guest.chair
        mg = guest.fixed_mg or (guest.mg_per_kg or 0.0) * guest.weight_kg
        backend.send(chair, DrawDrug(mg, "L123", "2028-03", NURSE))
        if guest.first_mg is None:
            backend.send(chair, StartInfusion(NURSE))
            return
        backend.send(chair, GiveDose(guest.first_mg, NURSE))
        if guest.first_mg < mg:
            backend.send(chair, GiveDose(mg - guest.first_mg, NURSE))

    def _score(self, chair: int) -> None:
        self.seat.backend.send(chair, Sedation(5, NURSE))
        self.seat.backend.send(chair, Score(Scale.DISSOCIATION, 1, NURSE))

    def answer(self, chair: int) -> None:
        """What is done about a very high pressure."""
        for alarm in self.seat.picture(chair).alarms:
            self.seat.backend.send(chair, Acknowledge(alarm.key, NURSE, Action.PAUSED))
        self.seat.backend.send(chair, PauseInfusion(NURSE))

    def let_it_be(self, chair: int) -> None:
        """The pressure came down: what is left of the drug is not given."""
        for alarm in self.seat.picture(chair).alarms:
            self.seat.backend.send(chair, Acknowledge(alarm.key, NURSE, Action.PROVIDER_CALLED))
        self.seat.backend.send(chair, StopInfusion(NURSE))


def take(out: Path) -> None:
    """Leave `live`, `wall`, `leaving`, `review` and `report` in this folder, each a ``.png``."""
    with tempfile.TemporaryDirectory() as folder, practice_window(Path(folder), size=SIZE) as seat:
        seat.shots, morning, backend = out, Morning(seat), seat.backend
        morning.until(NOTED_MIN)
        backend.send(RISING.chair, Note("n-1", NoteKind.NAUSEA, "", NURSE))
        morning.until(SURGE_MIN)
        backend.happen(RISING.chair, SURGE)
        morning.until(WALL_MIN)
        backend.happen(RISING.chair, PressStart())
        seat.advance(AFTER_ALARM_S)
        seat.press(Qt.Key.Key_0)
        seat.settle(lambda: seat.window.desk.chair is None, "the wall")
        seat.shot("wall")
        show(seat, RISING.chair)
        seat.shot("live")
        morning.answer(RISING.chair)
        morning.until(LEAVING_MIN)
        show(seat, LEAVING.chair)
        seat.click(say("menu"))
        seat.click(say("menu-leaving"))
        seat.click(say("leaving-tab-body"))
        seat.shot("leaving")
        morning.until(CALM_MIN)
        morning.let_it_be(RISING.chair)
        morning.until(OVER_MIN)
        look_back(seat, RISING.chair)
        seat.shot("review")
        session_id = seat.picture(RISING.chair).session_id
        draw_report(backend.material(session_id, "pdf", "file"), out / "report.png")


def take_lesson(path: Path) -> None:
    """Half an hour into an infusion; the oximeter probe is off, and nobody has answered yet."""
    with tempfile.TemporaryDirectory() as folder, lesson_room(Path(folder), "S4") as room:
        window = InstructorWindow(room, DARK)
        window.resize(*SIZE)
        window.show()
        begin(room)
        for looks, then in ((LESSON_LOOKS, "probe-off"), (LESSON_LOOKS_AFTER, "")):
            for _look in range(looks):
                room.advance(LESSON_LOOK_S)
                window.turn()
            if then:
                next(tile for key, tile in window.wall.tiles.items() if then in key).click()
                room.note("asks the patient first")
        if not window.grab().save(str(path)):
            raise OSError(f"{path} cannot be written")
        shiboken6.delete(window)


def look_back(seat: PracticeWindow, chair: int) -> None:
    """At what was recorded of this chair until now."""
    show(seat, chair)
    seat.window.go("review-this")
    page = seat.window.shell.review
    seat.settle(page.session.isVisible, "the session")


def draw_report(material: Material, path: Path) -> None:
    """The page of the report as a picture; it is larger than its margins by a little."""
    wide, high = Sheet.A4.inner_mm
    scale = PAPER_PX / (wide + 2 * MARGIN_MM)
    image = QImage(PAPER_PX, round((high + 2 * MARGIN_MM) * scale), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.scale(scale, scale)
    painter.translate(MARGIN_MM, MARGIN_MM)
    draw_page(Ink(painter), wide, high, report_of(material), 1, 1)
    painter.end()
    if not image.save(str(path)):
        raise OSError(f"{path} cannot be written")


def show(seat: PracticeWindow, chair: int) -> None:
    seat.press(Qt.Key(Qt.Key.Key_0 + chair))
    seat.settle(lambda: seat.window.desk.chair == chair, "the chair")


if __name__ == "__main__":
    take(Path(sys.argv[1]))
    take_lesson(Path(sys.argv[1]) / "lesson.png")
