"""One recorded session: who and when, the numbers, the curve, and what happened.

Rule 1: everything shown is worked out of the record's entries; nothing is kept from the session
        that was shown before.
"""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from monitor.events import SessionOpened
from ui.chair.spans import span_text
from ui.chair.trend_view import TrendView
from ui.page_growth import Growth
from ui.page_kit import (
    SMALL_PX,
    STRONG,
    Button,
    Card,
    label,
    style_sheet,
    tag,
)
from ui.rems_form import Form
from ui.requests import Backend, Refusal, SessionRecord
from ui.review.computed import computed
from ui.review.computed_numbers import computed_numbers
from ui.review.event_list import EventList
from ui.review.export_line import ExportLine
from ui.review.form_line import FormLine
from ui.review.heading import plan_text, who_text
from ui.review.moments import clock_at, date_text, opened_text
from ui.review.number_strip import NumberStrip, numbers
from ui.review.signature import signature, signature_text
from ui.review.statistics import statistics
from ui.review.timeline import timeline
from ui.theme import Theme
from ui.trend_model import TrendModel
from ui.words import say

NAME_PX, EVENTS_PX = 22, 220
ROOMY_PX = 860
"""From this height on what is computed stands there unasked, below what was measured; on a lower
page it takes its place. A press on its button decides.
"""


def _switch(words: str) -> Button:
    made = Button(say(words), "slim")
    made.setCheckable(True)
    return made


class SessionPage(QWidget):
    def __init__(self, backend: Backend, theme: Theme) -> None:
        super().__init__()
        self._record: SessionRecord | None = None
        self._model = TrendModel()
        self._growth = 1.0
        self._chosen = False
        self.setProperty("part", "bare")
        self.setStyleSheet(style_sheet(theme))
        self.who = label("", NAME_PX, weight=STRONG, wrap=True)
        self.plan = label("", SMALL_PX, tone="second", wrap=True)
        self.simulated = tag(say("simulated"))
        self.whole = Button(say("review-whole"), "slim")
        self.meaning = _switch("review-definitions")
        self.more = _switch("review-computed")
        self.export = Button(say("export-open"), "slim")
        self.export_line = ExportLine(backend)
        self.form = Button(say("form-open"), "slim")
        self.form_line = FormLine(backend)
        self._form: Form | None = None
        self.signed = label("", SMALL_PX, tone="second", wrap=True)
        self.outcome = label("", wrap=True)
        self.strip = NumberStrip(theme)
        self.computed_strip = NumberStrip(theme)
        self.definitions = Card()
        self.computed_words = label(
            say("stat-computed-definitions"), SMALL_PX, tone="second", wrap=True
        )
        self._define()
        self.curve = TrendView(theme, live=False)
        self.events = EventList(theme)
        self._lay_out()
        self._connect()

    def _define(self) -> None:
        """What is computed and what it means; hidden until it is asked for."""
        self.computed_strip.setAccessibleName(say("review-computed-strip"))
        self.computed_strip.hide()
        self.form.hide()
        words = label(say("stat-definitions"), SMALL_PX, tone="second", wrap=True)
        self.definitions.column.addWidget(words)
        self.definitions.column.addWidget(self.computed_words)
        self.computed_words.hide()
        self.definitions.hide()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(self._who())
        strips = (self.strip, self.computed_strip)
        for widget in (self.export_line, self.form_line, self.outcome, *strips, self.definitions):
            column.addWidget(widget)
        self.outcome.hide()
        both = QHBoxLayout()
        both.setSpacing(16)
        both.addWidget(self.curve, 5)
        both.addWidget(self.events, 2)
        self.curve.setMinimumSize(260, 160)
        column.addLayout(both, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        super().resizeEvent(event)
        self._fill()

    def _fill(self) -> None:
        roomy = self.height() >= ROOMY_PX * self._growth
        if not self._chosen:
            self.more.setChecked(roomy)
        more = self.more.isChecked()
        self.strip.setVisible(roomy or not more)
        self.computed_strip.setVisible(more)
        self.computed_words.setVisible(more)

    def _choose(self) -> None:
        self._chosen = True
        self._fill()

    def grow(self, growth: Growth) -> None:
        self._growth = growth.type
        self._fill()
        self.strip.grow(growth)
        self.computed_strip.grow(growth)
        self.events.grow(growth)
        self.events.setMinimumWidth(round(EVENTS_PX * growth.type))

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
        return words

    def button_row(self) -> QWidget:
        """What can be done with the session, for the first line of the page it is on."""
        made = QWidget()
        made.setProperty("part", "bare")
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for button in (self.whole, self.more, self.meaning, self.form, self.export):
            row.addWidget(button)
        return made

    def _connect(self) -> None:
        for strip in (self.strip, self.computed_strip):
            strip.went.connect(self._jump)
        self.events.went.connect(self.curve.jump_to)
        self.curve.cursor_moved.connect(self.events.mark)
        self.whole.clicked.connect(self.show_whole)
        self.meaning.toggled.connect(self.definitions.setVisible)
        self.more.clicked.connect(self._choose)
        self.export.clicked.connect(self._offer_export)
        self.export_line.done.connect(self._say)
        self.form.clicked.connect(self._offer_form)
        self.form_line.done.connect(self._say)

    def show_record(self, record: SessionRecord) -> None:
        """Show this session, all of it."""
        self._record = record
        found = statistics(record.entries)
        model = TrendModel()
        for entry in record.entries:
            model.absorb(entry.now_s, entry.what)
        self._model = model
        opened = next((e.what for e in record.entries if isinstance(e.what, SessionOpened)), None)
        row = record.row
        ended = clock_at(found.length_s, record.anchors, row)
        began = f"{date_text(row)}  {opened_text(row)}"
        self.who.setText(who_text(row, opened))
        length = say("review-length", began, ended, span_text(found.length_s))
        self.plan.setText(
            " · ".join(part for part in (length, plan_text(opened, record.entries)) if part)
        )
        self.simulated.setVisible(row.simulated)
        self.signed.setText(signature_text(signature(record.entries), self._clock))
        self.export_line.hide()
        self._show_form(record)
        self._say("")
        self.strip.show_numbers(numbers(found))
        self.computed_strip.show_numbers(computed_numbers(computed(record.entries), found))
        self.curve.show_model(model)
        zero_s = found.infusion_started_s or 0.0
        self.events.show_lines(timeline(record.entries, self._clock), zero_s, self._clock)

    def show_whole(self) -> None:
        """The curve from the first to the last moment of the record."""
        from_s, to_s = self._model.recorded()
        margin = (to_s - from_s) * 0.02
        self.curve.set_range(from_s - margin, to_s + margin)

    def _jump(self, at_s: float) -> None:
        self.curve.jump_to(at_s)
        self.events.mark(at_s)

    def _clock(self, at_s: float) -> str:
        record = self._record
        return "" if record is None else clock_at(at_s, record.anchors, record.row)

    def _offer_export(self) -> None:
        if self._record is not None:
            self._say("")
            self.export_line.offer(self._record.row)

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

    def _say(self, sentence: str) -> None:
        self.outcome.setText(sentence)
        self.outcome.setVisible(bool(sentence))
