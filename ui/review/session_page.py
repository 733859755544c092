"""One recorded session: who and when, the numbers, the curve, and what happened.

Rule 1: everything shown is worked out of the record's entries; nothing is kept from the session
        that was shown before.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from data.counted import happened
from monitor.corrected import entries_corrected
from monitor.events import SessionOpened
from ui.chair.spans import span_text
from ui.page_growth import Growth
from ui.page_kit import (
    SMALL_PX,
    STRONG,
    Button,
    label,
    tag,
)
from ui.rems_form import Form
from ui.report.report_line import ReportLine
from ui.requests import Backend, Refusal, SessionRecord
from ui.review.correction_panel import CorrectionPanel
from ui.review.form_line import FormLine
from ui.review.hand_over_panel import HandOverPanel
from ui.review.heading import plan_text, who_text
from ui.review.moments import clock_at, date_text, opened_text
from ui.review.session_body import SessionBody
from ui.review.signature import signature, signature_text
from ui.review.statistics import statistics
from ui.review.timeline import timeline
from ui.theme import Theme
from ui.trend_model import TrendModel
from ui.words import say

NAME_PX = 22


def _switch(words: str) -> Button:
    made = Button(say(words), "slim")
    made.setCheckable(True)
    return made


class SessionPage(QWidget):
    """What is asked for elsewhere carries the `SessionRecord` that is shown."""

    replay_asked = Signal(object)
    what_if_asked = Signal(object)
    compare_asked = Signal(object)

    def __init__(self, backend: Backend, theme: Theme) -> None:
        super().__init__()
        self._record: SessionRecord | None = None
        self.setProperty("part", "bare")
        self.who = label("", NAME_PX, weight=STRONG, wrap=True)
        self.plan = label("", SMALL_PX, tone="second", wrap=True)
        self.simulated = tag(say("simulated"))
        self.whole = Button(say("review-whole"), "slim")
        self.compare = Button(say("compare-open"), "slim")
        self.meaning = _switch("review-definitions")
        self.replay = Button(say("replay-open"), "slim")
        self.what_if = Button(say("what-if-open"), "slim")
        self.export = Button(say("hand-over-open"), "slim")
        self.handing_over = HandOverPanel(backend)
        self.report = Button(say("chart-open"), "slim")
        self.report_line = ReportLine(backend)
        self.form = Button(say("form-open"), "slim")
        self.form_line = FormLine(backend)
        self._form: Form | None = None
        self.signed = label("", SMALL_PX, tone="second", wrap=True)
        self.outcome = label("", wrap=True)
        self.missing = label("", SMALL_PX, tone="caution", wrap=True)
        self._signed_text = ""
        self.form.hide()
        self.whole.hide()
        self.body = SessionBody(backend, theme)
        self._backend = backend
        self.correction = CorrectionPanel(backend, theme)
        self.body.beside.addWidget(self.correction)
        self.curve, self.events = self.body.panes.curve, self.body.events
        self._buttons = QWidget()
        self._lay_out_buttons()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._who())
        for widget in (self.handing_over, self.report_line, self.form_line, self.outcome):
            column.addWidget(widget)
        self.outcome.hide()
        column.addWidget(self.body, 1)
        column.addStretch(0)  # what is left stands at the top while the body is away
        for part in (self.handing_over, self.report_line, self.form_line):
            part.installEventFilter(self)

    def eventFilter(self, part: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """What is filled in gets its room: a line that of the numbers, a panel all of it."""
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            if isinstance(part, HandOverPanel):
                self.body.setHidden(not part.isHidden())
            else:
                self._make_room()
        return super().eventFilter(part, event)

    def _make_room(self) -> None:
        lines = (self.report_line, self.form_line)
        correcting = self.body.beside.currentWidget() is self.correction
        self.body.make_room(correcting or any(not line.isHidden() for line in lines))

    def grow(self, growth: Growth) -> None:
        self.body.grow(growth)
        self.correction.grow(growth)

    def _who(self) -> QVBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(2)
        first = QHBoxLayout()
        first.setSpacing(14)
        first.addWidget(self.who, 1)
        first.addWidget(self.simulated)
        words.addLayout(first)
        words.addWidget(self.plan)
        words.addWidget(self.signed)
        words.addWidget(self.missing)
        return words

    def button_row(self) -> QWidget:
        """What can be done with the session, for the first line of the page it is on."""
        return self._buttons

    def _lay_out_buttons(self) -> None:
        """In their row from the start: shown without one, a button would be a window."""
        self._buttons.setProperty("part", "bare")
        row = QHBoxLayout(self._buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        others = (self.compare, self.replay, self.what_if, self.form, self.report, self.export)
        for button in (self.whole, self.meaning, *others):
            row.addWidget(button)

    def _connect(self) -> None:
        self.whole.clicked.connect(self.body.show_whole)
        self.body.zoomed.connect(self.whole.setVisible)
        self.meaning.toggled.connect(self.body.explain_all)
        self.body.left_out.connect(self._leave_out)
        self.compare.clicked.connect(lambda: self._ask(self.compare_asked))
        self.replay.clicked.connect(lambda: self._ask(self.replay_asked))
        self.what_if.clicked.connect(lambda: self._ask(self.what_if_asked))
        self.export.clicked.connect(self._offer_export)
        self.handing_over.done.connect(self._say)
        self.report.clicked.connect(self._offer_report)
        self.report_line.done.connect(self._say)
        self.form.clicked.connect(self._offer_form)
        self.form_line.done.connect(self._say)
        self.events.amending.connect(self._offer_amendment)
        self.correction.done.connect(self._amended)
        self.correction.left.connect(self._show_curve)

    def show_record(self, record: SessionRecord, *, goes_on: bool = False) -> None:
        """Show this session, all of it. One that `goes_on` is corrected at its chair."""
        self._record = record
        found = statistics(record.entries)
        model = TrendModel()
        model.read(record.entries)
        events = entries_corrected(happened(record.entries))
        opened = next((e.what for e in events if isinstance(e.what, SessionOpened)), None)
        row = record.row
        ended = clock_at(found.length_s, record.anchors, row)
        began = f"{date_text(row)}  {opened_text(row)}"
        self.who.setText(who_text(row, opened))
        length = say("review-length", began, ended, span_text(found.length_s))
        self.plan.setText(" · ".join(part for part in (length, plan_text(opened, events)) if part))
        self.simulated.setVisible(row.simulated)
        self._signed_text = signature_text(signature(events), self._clock)
        self.missing.setText(record.missing)
        self.missing.setVisible(bool(record.missing))
        self.handing_over.hide()
        self.report_line.hide()
        why_not = say("amend-running") if goes_on else ""
        self.events.offer(corrections=not row.signed, why_not=why_not)
        self._show_curve()
        self._show_form(record)
        self._say("")
        lines = timeline(record.entries, self._clock)
        self.body.show_session(record, model, found, lines, self._clock)

    def _leave_out(self, sentence: str) -> None:
        parts = (self._signed_text, sentence)
        self.signed.setText(" · ".join(part for part in parts if part))

    def _clock(self, at_s: float) -> str:
        record = self._record
        return "" if record is None else clock_at(at_s, record.anchors, record.row)

    def _offer_amendment(self, addendum: bool) -> None:
        if self._record is not None:
            self._say("")
            self.correction.offer(
                self._record, self.events.current(), self.curve.cursor_s, addendum=addendum
            )
            self.body.beside.setCurrentWidget(self.correction)
            self._make_room()

    def _amended(self, sentence: str) -> None:
        """Show the session as it counts now."""
        if self._record is None:
            return
        try:
            self.show_record(self._backend.review(self._record.row.session_id))
        except Refusal as refusal:
            sentence = str(refusal)
        self._say(sentence)

    def _show_curve(self) -> None:
        if self.body.beside.currentWidget() is self.correction:
            self.body.explain_all(self.meaning.isChecked())
            self._make_room()

    def _offer_export(self) -> None:
        if self._record is not None:
            self._say("")
            self.handing_over.offer(self._record.row)

    def _offer_report(self) -> None:
        if self._record is not None:
            self._say("")
            self.report_line.offer(self._record.row)

    def _show_form(self, record: SessionRecord) -> None:
        """Offered where one goes with the treatment."""
        self.form_line.hide()
        try:
            self._form = self.form_line.rems.form(record)
        except Refusal:
            self._form = None
        self.form.setVisible(self._form is not None)

    def _offer_form(self) -> None:
        if self._form is not None:
            self._say("")
            self.form_line.offer(self._form)

    def _ask(self, asked: SignalInstance) -> None:
        if self._record is not None:
            self._say("")
            asked.emit(self._record)

    def tell(self, sentence: str) -> None:
        """What somebody else has to say about the session that is shown."""
        self._say(sentence)

    def _say(self, sentence: str) -> None:
        self.outcome.setText(sentence)
        self.outcome.setVisible(bool(sentence))
