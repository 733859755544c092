"""One line of today's list, to be typed, changed or taken off."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from data.day_book import TodayEntry
from monitor.limits import PROFILES
from ui.page_kit import HEADING_PX, SMALL_PX, STRONG, Button, Card, ChoiceRow, label
from ui.profiles import profile_label, profiles
from ui.requests import WrongEntry
from ui.start.fields import Field
from ui.words import say

ANY = ""
CHAIRS = 8


class LineForm(Card):
    """`put`, `begun` carry a `TodayEntry`, `dropped` a patient's id."""

    put = Signal(object)
    dropped = Signal(str)
    begun = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._edited: TodayEntry | None = None
        self.heading = label("", HEADING_PX, weight=STRONG)
        self.fields = {
            "patient_id": Field(say("start-patient-id"), hint=say("start-patient-id-scan")),
            "initials": Field(say("start-initials"), most=16),
            "at": Field(say("day-field-at"), placeholder="09:30", most=8),
            "note": Field(say("day-field-note"), most=400),
        }
        chairs = [(ANY, say("day-any")), *((str(n), str(n)) for n in range(1, CHAIRS + 1))]
        self.chair = ChoiceRow(say("day-field-chair"), chairs, ANY, a_line=9)
        self._profiles = _profile_names()
        choices = [(ANY, say("day-any")), *((one, profile_label(one)) for one in self._profiles)]
        self.profile = ChoiceRow(say("day-field-profile"), choices, ANY, a_line=3)
        self.keep = Button(say("day-put"), "primary")
        self.drop = Button(say("day-drop"))
        self.another = Button(say("day-another"))
        self.begin = Button(say("day-begin"))
        self._lay_out()
        self.keep.clicked.connect(lambda: self.put.emit(self.typed()))
        self.begin.clicked.connect(lambda: self.begun.emit(self.typed()))
        self.drop.clicked.connect(self._drop)
        self.another.clicked.connect(lambda: self.show_line(None))
        self.show_line(None)

    def _lay_out(self) -> None:
        self.column.addWidget(self.heading)
        first = QHBoxLayout()
        first.setSpacing(16)
        for name, share in (("patient_id", 4), ("initials", 2), ("at", 2)):
            first.addWidget(self.fields[name], share)
        self.column.addLayout(first)
        for name, choice in (("day-field-chair", self.chair), ("day-field-profile", self.profile)):
            self.column.addWidget(label(say(name), SMALL_PX, tone="second"))
            self.column.addWidget(choice)
        self.column.addWidget(self.fields["note"])
        foot = QHBoxLayout()
        foot.setSpacing(8)
        for button in (self.keep, self.begin, self.drop, self.another):
            foot.addWidget(button)
        foot.addStretch(1)
        self.column.addLayout(foot)

    def show_line(self, entry: TodayEntry | None) -> None:
        """A line that is on the list; None = a new one."""
        self._edited = entry
        shown = entry or TodayEntry("")
        for name, field in self.fields.items():
            field.clear()
            field.line.setText(getattr(shown, name))
        self.chair.choose(ANY if shown.chair is None else str(shown.chair))
        self.profile.choose(shown.profile if shown.profile in self._profiles else ANY)
        self.heading.setText(
            say("day-line-new") if entry is None else say("day-line-edit", entry.patient_id)
        )
        self.keep.say(say("day-put" if entry is None else "day-change"))
        for button in (self.drop, self.another, self.begin):
            button.setHidden(entry is None)

    def name_patient(self, patient_id: str) -> None:
        """A new line for a patient who was scanned."""
        self.show_line(None)
        self.fields["patient_id"].line.setText(patient_id)

    @property
    def edited(self) -> str:
        """The patient of the line that is changed; empty = a new one."""
        return "" if self._edited is None else self._edited.patient_id

    def typed(self) -> TodayEntry:
        texts = {name: field.text().strip() for name, field in self.fields.items()}
        chair = self.chair.key()
        profile = self.profile.key()
        return TodayEntry(**texts, chair=int(chair) if chair else None, profile=profile)

    def stops(self) -> list[QWidget]:
        """Where Tab stops, from top to bottom."""
        lines = {name: field.line for name, field in self.fields.items()}
        first = [lines[name] for name in ("patient_id", "initials", "at")]
        rows = [*self.chair.buttons(), *self.profile.buttons()]
        return [*first, *rows, lines["note"], self.keep, self.begin, self.drop, self.another]

    def _drop(self) -> None:
        self.dropped.emit(self.edited)


def _profile_names() -> list[str]:
    """Ours and the clinic's own; only ours while there is a mistake in the clinic's."""
    try:
        return list(profiles())
    except WrongEntry:
        return list(PROFILES)
