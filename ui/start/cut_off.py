"""Sessions that were cut off (crash, power cut): said at the top of the start page, to resume.

Rule 1: nothing is resumed or forgotten by itself; "Leave it" only takes the line off this page,
        the session stays in the record as it is.
Rule 2: what was put back into the record, rescued or is missing stands here until it was read.
Rule 3: a record that cannot be asked is said here, and keeps nobody from starting a session.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from monitor.events import SessionOpened
from ui.page_kit import Button, Card, label
from ui.requests import Backend, DeviceRequest, Refusal, SessionRecord, SessionRow
from ui.review.moments import clock_at, whole_minutes
from ui.words import inside, say


def cut_off_sentence(record: SessionRecord) -> str:
    """Whose session, when it was cut off, and how far it had come."""
    row = record.row
    who = say("review-patient", row.patient_id) + (f" ({row.initials})" if row.initials else "")
    from ui.review.statistics import statistics  # noqa: PLC0415 (no start waits for it)

    found = statistics(record.entries)
    running = found.infusion_started_s is not None and found.infusion_ended_s is None
    if running:
        how_far = say("cut-off-treating", whole_minutes(found.infusion_ran_s))
    else:
        phase = inside(say(f"phase-{row.phase}"))
        how_far = say("cut-off-other", whole_minutes(found.length_s), phase)
    return say("cut-off", who, clock_at(found.length_s, record.anchors, row), how_far)


def chair_of(record: SessionRecord) -> int:
    """The chair the session was opened for; 1 if its first entry is lost."""
    opened = (e.what for e in record.entries if isinstance(e.what, SessionOpened))
    return next((what.chair for what in opened), 1)


def devices_of(record: SessionRecord) -> tuple[DeviceRequest, ...]:
    """The monitors of the session, the preferred one first; the record does not know their ports.

    Whether a cuff may be started is asked anew.
    """
    opened = (e.what for e in record.entries if isinstance(e.what, SessionOpened))
    devices = next((what.devices for what in opened), ())
    return tuple(DeviceRequest("", one.name) for one in devices)


NOTES = 4
"""So many notes about the record at once; the oldest gives way."""


class CutOffNotices(QWidget):
    """One line per session that can be resumed; hidden when there is none."""

    resume = Signal(str, int)

    def __init__(self, backend: Backend) -> None:
        super().__init__()
        self._backend = backend
        self._left: set[str] = set()
        self._told: list[str] = []
        self.devices: dict[str, tuple[DeviceRequest, ...]] = {}
        """Of each session that waits, what it was watched by."""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self.hide()

    def reload(self) -> list[SessionRow]:
        """Ask again which sessions wait; the rows that are shown."""
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self.devices = {}
        for sentence in self._told:
            self._column.addWidget(self._note(sentence))
        try:
            rows = [one for one in self._backend.unfinished() if one.session_id not in self._left]
        except Refusal as refusal:
            self._column.addWidget(self._trouble(str(refusal)))
            self.show()
            return []
        for row in rows:
            self._column.addWidget(self._notice(row))
        self.setVisible(bool(rows or self._told))
        return rows

    def tell(self, sentence: str) -> None:
        """Say something about the record above the lines, until somebody has read it."""
        if sentence not in self._told:
            self._told = [*self._told, sentence][-NOTES:]
            self.reload()

    def _note(self, sentence: str) -> QWidget:
        card = Card(part="notice")
        line = QHBoxLayout()
        line.setSpacing(12)
        card.column.addLayout(line)
        line.addWidget(label(sentence, wrap=True), 1)
        read = Button(say("store-note-read"))
        read.clicked.connect(lambda: self._read(sentence))
        line.addWidget(read)
        return card

    def _read(self, sentence: str) -> None:
        self._told = [one for one in self._told if one != sentence]
        self.reload()

    @staticmethod
    def _trouble(sentence: str) -> QWidget:
        card = Card(part="notice")
        card.column.addWidget(label(sentence, wrap=True))
        return card

    def _notice(self, row: SessionRow) -> QWidget:
        card = Card(part="notice")
        card.column.setContentsMargins(20, 10, 12, 10)
        line = QHBoxLayout()
        line.setSpacing(12)
        card.column.addLayout(line)
        leave = Button(say("cut-off-leave"))
        leave.clicked.connect(lambda: self._leave(row.session_id))
        try:
            record = self._backend.record(row.session_id)
        except Refusal as refusal:
            line.addWidget(label(str(refusal), wrap=True), 1)
            line.addWidget(leave)
            return card
        line.addWidget(label(cut_off_sentence(record), wrap=True), 1)
        self.devices[row.session_id] = devices_of(record)
        resume = Button(say("cut-off-resume"), "primary")
        chair = chair_of(record)
        resume.clicked.connect(lambda: self.resume.emit(row.session_id, chair))
        line.addWidget(resume)
        line.addWidget(leave)
        return card

    def _leave(self, session_id: str) -> None:
        self._left.add(session_id)
        self.reload()
