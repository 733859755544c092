"""What is typed about a session: patient, route and limits, where things sit, who begins it.

Rule 1: a field is checked from the moment it was left with something in it, or Start was pressed;
        nobody is told off while still typing for the first time.
Rule 2: what was filled in from an earlier session belongs to the patient id that it was found
        under: with another id it is gone.
"""

from __future__ import annotations

import time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from data.courses import PatientCourse
from monitor.people import Course, Patient
from monitor.proposal import is_old
from monitor.routes import Route
from monitor.treatment.commands import Mount
from ui.page_kit import SMALL_PX, Card, ChoiceRow, label
from ui.requests import DeviceRequest
from ui.start.entry import Typed, tidy
from ui.start.limits_card import USUAL_ROUTE, LimitsCard
from ui.start.mounting import Mounting
from ui.start.patient_card import PatientCard
from ui.words import say

INTERVALS_MIN = ("2.5", "3", "5", "10", "15")
USUAL_INTERVAL_MIN = "5"
OF_THE_PATIENT = ("initials", "birth_year", "weight", "name", "birth_date")
"""Fields that are filled in from an earlier session, beside the patient's id."""


class SessionForm(QWidget):
    edited = Signal()
    left = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.patient = PatientCard()
        self.limits = LimitsCard()
        self.mounting = Mounting()
        minutes = [(value, say("start-interval-min", value)) for value in INTERVALS_MIN]
        self.interval = ChoiceRow(say("start-interval"), minutes, USUAL_INTERVAL_MIN)
        self.fields = self.patient.fields
        self.known: PatientCourse | None = None
        """The earlier sessions of the patient whose id stands here; None = not looked up."""
        self._filled_in = False
        self._weight_confirmed = False
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        at_arm = Card(say("start-mount"))
        at_arm.column.addWidget(self.mounting)
        at_arm.column.addWidget(label(say("start-interval"), SMALL_PX, tone="second"))
        at_arm.column.addWidget(self.interval)
        cards = (self.patient, self.limits.how, at_arm, self.limits.known, self.patient.forms)
        for card in cards:
            column.addWidget(card)
        column.addStretch(1)

    def _connect(self) -> None:
        for part in (self.patient.edited, self.limits.changed, self.mounting.changed):
            part.connect(self.edited)
        self.patient.confirmed.connect(self._confirm_weight)
        self.fields["patient_id"].edited.connect(self._id_edited)
        self.fields["weight"].edited.connect(self._weight_edited)
        self.fields["birth_year"].edited.connect(self._year_edited)
        for name, field in self.fields.items():
            field.edited.connect(self.edited)
            field.left.connect(lambda name=name: self.left.emit(name))

    def stops(self) -> list[QWidget]:
        """Where Tab stops, from top to bottom."""
        risks = self.limits.known.findChildren(QWidget)
        limits = self.limits.stops()
        above = [stop for stop in limits if stop not in risks]
        below = [stop for stop in limits if stop in risks]
        sits = [*self.mounting.buttons(), *self.interval.buttons()]
        return [*self.patient.stops(), *above, *sits, *below, *self.patient.last_stops()]

    def typed(self, chair: int, devices: tuple[DeviceRequest, ...]) -> Typed:
        """Everything that stands on this form, for this chair and these monitors."""
        return Typed(
            chair=chair,
            devices=devices,
            route=self.limits.route.key(),
            profile=self.limits.profile.key(),
            interval_min=float(self.interval.key()),
            modifiers=self.limits.modifiers.chosen(),
            risks=self.limits.risks.chosen(),
            mounted=self.mounting.mounted(),
            sex=self.patient.sex.one(),
            course=Course() if self.known is None else self.known.next,
            weight_confirmed=self._weight_confirmed,
            **{name: field.text() for name, field in self.fields.items()},
        )

    def show_typed(self, typed: Typed) -> None:
        self.patient.show_typed(typed)

    # ---- from earlier sessions

    def know(self, course: PatientCourse) -> None:
        """These are the earlier sessions of the patient whose id stands here."""
        self._forget_known()
        self.known = course
        if course.patient is not None:
            self._filled_in = True
            self._fill_in(course.patient, course.mount, _route_of(course))
        self.edited.emit()

    def _fill_in(self, patient: Patient, mount: Mount | None, route: str) -> None:
        """What was typed already stays; the rest is as it was last time."""
        texts = {
            "initials": patient.initials,
            "birth_year": "" if patient.birth_year is None else str(patient.birth_year),
            "weight": "" if patient.weight_kg is None else tidy(patient.weight_kg),
            "name": patient.name,
            "birth_date": patient.birth_date,
        }
        for name, text in texts.items():
            if not self.fields[name].text().strip():
                self.fields[name].line.setText(text)
        self.patient.sex.choose([patient.sex])
        self.mounting.show_mount(mount)
        self.limits.show_risks(frozenset(patient.risks), route)
        self._year_edited()

    def forget_patient(self) -> None:
        """Nothing of the last patient stays."""
        self.fields["patient_id"].clear()
        self._filled_in = True
        self._forget_known()

    def _forget_known(self) -> None:
        self.known = None
        self._weight_confirmed = False
        if not self._filled_in:
            return
        self._filled_in = False
        for name in OF_THE_PATIENT:
            self.fields[name].clear()
        self.patient.sex.choose(())
        self.patient.unfold(unfolded=False)
        self.mounting.show_mount(None)
        self.limits.forget_patient()

    def _id_edited(self) -> None:
        known = self.known
        if known is not None and known.patient_id != self.fields["patient_id"].text().strip():
            self._forget_known()

    def _weight_edited(self) -> None:
        self._weight_confirmed = False

    def _confirm_weight(self) -> None:
        self._weight_confirmed = True
        self.edited.emit()

    def _year_edited(self) -> None:
        text = self.fields["birth_year"].text().strip()
        if len(text) == len("1974") and text.isascii() and text.isdigit():
            self.limits.note_age(old=is_old(int(text), time.localtime().tm_year))


def _route_of(course: PatientCourse) -> str:
    """The route of the last treatment; the usual one if there was none."""
    treated = [past.route for past in course.sessions if past.treated]
    route: Route = treated[-1] if treated else USUAL_ROUTE
    return route.value
