"""Where sessions are handed over: in which format, with or without names, as a file or sent.

Rule 1: it lies inside the page, never over the alarm bar, and the window goes on while files are
        made (`ui/batch.py`).
Rule 2: an existing file is replaced only when Save is pressed a second time for the same path.
Rule 3: what is handed over without names has a file name that tells neither day nor session.
Rule 4: sending is offered only where a receiver is known, and only for what names the patient: a
        record system can do nothing with a pseudonym.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy

from ui.batch import Batch, BatchState, Job
from ui.handing_over import FORMATS, at_home
from ui.page_kit import SMALL_PX, STRONG, TEXT_PX, Button, Card, ChoiceRow, label
from ui.requests import Backend, Refusal, SessionRow
from ui.review.usual_path import nameless_name, usual_folder, usual_name
from ui.start.fields import Field
from ui.words import say

LOOK_MS = 60
FIRST = "csv"


class HandOverPanel(Card):
    """`done` carries the sentence of what became of it."""

    done = Signal(str)

    def __init__(self, backend: Backend) -> None:
        super().__init__()
        self._backend = backend
        self._rows: tuple[SessionRow, ...] = ()
        self._names: dict[str, str] = {}
        self._confirmed = ""
        self._batch: Batch | None = None
        self.title = label("", TEXT_PX, weight=STRONG)
        names = [(kind, say(f"hand-over-{kind}")) for kind in FORMATS]
        self.format = ChoiceRow(say("hand-over-format"), names, FIRST)
        self.nameless = Button(say("hand-over-nameless"), "choice")
        self.nameless.setCheckable(True)
        self.what = label("", SMALL_PX, tone="second", wrap=True)
        self.path = Field(say("export-path"), most=400)
        self.path.line.last = True
        self.save = Button(say("export-save"), "primary")
        self.send = Button(say("hand-over-send", ""))
        self.not_now = Button(say("export-cancel"))
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.count = label("", SMALL_PX, tone="second")
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._lay_out()
        self._connect()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.hide()

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(12)
        first.addWidget(self.title)
        first.addStretch(1)
        first.addWidget(self.nameless)
        second = QHBoxLayout()
        second.setSpacing(12)
        second.addWidget(self.path, 1)
        for button in (self.save, self.send, self.not_now):
            second.addWidget(button)
        third = QHBoxLayout()
        third.setSpacing(12)
        third.addWidget(self.progress, 1)
        third.addWidget(self.count)
        self.column.addLayout(first)
        self.column.addWidget(self.format)
        self.column.addWidget(self.what)
        self.column.addLayout(second)
        self.column.addLayout(third)

    def _connect(self) -> None:
        self.format.changed.connect(lambda _kind: self._propose())
        self.nameless.toggled.connect(lambda _on: self._propose())
        self.path.edited.connect(self._edited)
        self.save.clicked.connect(self._save)
        self.send.clicked.connect(self._send)
        self.not_now.clicked.connect(self.leave)
        self._timer.timeout.connect(self._look)

    def offer(self, row: SessionRow) -> None:
        """Open it for this session."""
        self.offer_many((row,))

    def offer_many(self, rows: Sequence[SessionRow]) -> None:
        """Open it for these sessions: one goes into a file, several into a folder."""
        self._end()
        self._rows = tuple(rows)
        many = len(self._rows) != 1
        self.title.setText(
            say("hand-over-many", len(self._rows)) if many else say("hand-over-one")
        )
        self.path.rename(say("hand-over-into") if many else say("export-path"))
        self._propose()
        self._show_work(at_work=False)
        self.show()
        self.path.line.setFocus()

    def leave(self) -> None:
        """Cancel what is at work, else close."""
        if self._batch is not None:
            self._batch.cancel()
            return
        self.hide()

    @property
    def _suffix(self) -> str:
        return FORMATS[self.format.key()].suffix

    def _propose(self) -> None:
        kind = self.format.key()
        nameless = self.nameless.isChecked()
        self.what.setText(
            say("hand-over-nameless-why") if nameless else say(f"hand-over-what-{kind}")
        )
        one = len(self._rows) == 1
        self._names = {
            row.session_id: nameless_name(self._suffix)
            if nameless
            else usual_name(row, self._suffix)
            for row in self._rows
        }
        folder = usual_folder()
        path = folder / self._names[self._rows[0].session_id] if one else folder
        self.path.line.setText(str(path))
        self._edited()
        receiver = self._backend.post().receiver()
        self.send.setVisible(kind == "hl7" and receiver is not None and not nameless)
        if receiver is not None:
            self.send.say(say("hand-over-send", receiver.host))

    def _edited(self) -> None:
        self._confirmed = ""
        self.path.refuse("")

    def _jobs(self, path: Path) -> list[Job]:
        if len(self._rows) == 1:
            return [Job(self._rows[0].session_id, path)]
        return [Job(row.session_id, path / self._names[row.session_id]) for row in self._rows]

    def _save(self) -> None:
        typed = self.path.text().strip()
        if not typed:
            self.path.refuse(say("export-no-path"))
            return
        path = at_home(Path(typed))
        jobs = self._jobs(path)
        try:
            fits = len(self._rows) == 1 or path.is_dir()
            there = sum(job.path.exists() for job in jobs)
        except (OSError, ValueError) as error:  # too long, or nobody may look there
            why = getattr(error, "strerror", None) or str(error)
            self.path.refuse(say("export-failed", typed, why))
            return
        if not fits:
            self.path.refuse(say("hand-over-no-folder", typed))
            return
        if there and typed != self._confirmed:
            self._confirmed = typed
            many = len(jobs) > 1
            self.path.refuse(
                say("hand-over-there", there, typed) if many else say("export-exists", typed)
            )
            return
        self._begin(jobs)

    def _begin(self, jobs: list[Job]) -> None:
        nameless = self.nameless.isChecked()
        try:
            self._batch = self._backend.hand_over(jobs, self.format.key(), deidentify=nameless)
        except Refusal as refusal:
            self.path.refuse(str(refusal))
            return
        self._show_work(at_work=True)
        self._timer.start()
        self._look()

    def _look(self) -> None:
        if self._batch is None:
            return
        state = self._batch.state()
        self.progress.setRange(0, state.total)
        self.progress.setValue(state.done + len(state.failed))
        self.count.setText(say("hand-over-progress", state.done, state.total))
        if state.over:
            self._end()
            self._tell(state)

    def _tell(self, state: BatchState) -> None:
        self._show_work(at_work=False)
        place = self.path.text().strip()
        if state.total == 1 and state.failed:
            self.path.refuse(state.failed[0][1])
            return
        self.hide()
        if state.failed:
            session_id, why = state.failed[0]
            about = (state.done, state.total, place, session_id, why)
            self.done.emit(say("hand-over-some-failed", *about))
        elif state.cancelled:
            self.done.emit(say("hand-over-cut", state.done, state.total, place))
        elif state.total == 1:
            self.done.emit(say("export-done", place))
        else:
            self.done.emit(say("hand-over-done-many", state.done, place))

    def _send(self) -> None:
        said = []
        try:
            said = [self._backend.post().put(row.session_id) for row in self._rows]
        except Refusal as refusal:
            self.path.refuse(str(refusal))
            return
        self.hide()
        self.done.emit(said[-1] if said else "")

    def _show_work(self, *, at_work: bool) -> None:
        self.progress.setVisible(at_work)
        self.count.setVisible(at_work)
        for widget in (self.format, self.nameless, self.path, self.save, self.send):
            widget.setEnabled(not at_work)
        self.not_now.say(say("hand-over-cancel" if at_work else "export-cancel"))

    def _end(self) -> None:
        self._timer.stop()
        batch, self._batch = self._batch, None
        if batch is not None:
            batch.close()
