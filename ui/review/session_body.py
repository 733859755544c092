"""What a recorded session was: its numbers, the linked panes, what happened, waves and raw bytes.

Rule 1: everything is worked out of the record's entries; nothing is kept from the session before.
Rule 2: what is not needed to see the session (`fill_in`) comes after its first picture; until
        then a number that is still to come is an ellipsis, never a dash.
Rule 3: on a low page one group of numbers stands there, and none while waves or bytes are open;
        the curve is never squeezed out.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from data.counted import happened
from ui.page_growth import Growth
from ui.page_kit import Button
from ui.requests import Backend, SessionRecord
from ui.review.burden_numbers import burden_numbers, left_out_text
from ui.review.burdens import burdens
from ui.review.computed import computed
from ui.review.computed_numbers import computed_numbers
from ui.review.course_facts import CourseFacts, course_facts, phases_of
from ui.review.cursor_readout import CursorReadout
from ui.review.cursor_values import values_at
from ui.review.event_list import EventList
from ui.review.line import Line
from ui.review.linked_panes import LinkedPanes
from ui.review.meanings import Meanings
from ui.review.number_strip import NumberStrip, numbers
from ui.review.raw_pane import RawPane
from ui.review.statistics import SessionStatistics
from ui.review.wave_pane import WavePane
from ui.theme import Theme
from ui.trend_model import TrendModel
from ui.words import say

EVENTS_PX = 220
ROOMY_PX = 770
"""From this height on a second group of numbers stands below what was measured."""
WHOLE_SHARE = 0.98
VALUES, BURDEN, INDICES = "values", "burden", "indices"
GROUPS = (VALUES, BURDEN, INDICES)


class SessionBody(QWidget):
    left_out = Signal(str)
    """Which readings are in no number; empty = all are."""
    zoomed = Signal(bool)
    """Whether less than the whole session is in sight."""

    def __init__(self, backend: Backend, theme: Theme) -> None:
        super().__init__()
        self._record: SessionRecord | None = None
        self._model = TrendModel()
        self._found: SessionStatistics | None = None
        self._facts = CourseFacts()
        self._clock: Callable[[float], str] = str
        self._growth = 1.0
        self._writing = False
        self._folded = ""
        """The group of numbers that gave its place to waves or bytes."""
        self.setProperty("part", "bare")
        self.strips = {group: NumberStrip(theme) for group in GROUPS}
        self.groups = {group: _switch(f"review-{group}") for group in GROUPS}
        self.groups[VALUES].setChecked(True)
        self.readout = CursorReadout(theme)
        self.waves = WavePane(backend, theme)
        self.bytes = RawPane(backend, theme)
        self.show_waves, self.show_bytes = _switch("review-waves"), _switch("review-bytes")
        self.panes = LinkedPanes(theme)
        self.meanings = Meanings()
        self.events = EventList(theme)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self.fill_in)
        self._lay_out()
        self._connect()
        self._fit()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for group, strip in self.strips.items():
            strip.setAccessibleName(say(f"review-{group}-strip"))
            column.addWidget(strip)
        bar = QHBoxLayout()
        bar.setSpacing(8)
        bar.addWidget(self.readout, 1)
        for control in (*self.groups.values(), self.show_waves, self.show_bytes):
            bar.addWidget(control)
        column.addLayout(bar)
        self.beside = QStackedWidget()
        self.beside.addWidget(self.panes)
        self.beside.addWidget(self.meanings)
        left = QVBoxLayout()
        left.setSpacing(6)
        left.addWidget(self.beside, 1)
        left.addWidget(self.waves)
        left.addWidget(self.bytes)
        both = QHBoxLayout()
        both.setSpacing(16)
        both.addLayout(left, 5)
        both.addWidget(self.events, 2)
        column.addLayout(both, 1)

    def _connect(self) -> None:
        for strip in self.strips.values():
            strip.went.connect(self.jump)
            strip.explained.connect(self.readout.explain)
        self.events.went.connect(self.panes.curve.jump_to)
        self.panes.cursor_moved.connect(self.events.mark)
        self.panes.flags.chosen.connect(self.events.mark_line)
        self.panes.cursor_placed.connect(self._cursor_placed)
        self.panes.curve.moved.connect(self._say_zoom)
        for group, button in self.groups.items():
            button.toggled.connect(lambda down, group=group: self._choose(group, down))
        self.show_waves.toggled.connect(lambda down: self._drawer(self.show_bytes, down))
        self.show_bytes.toggled.connect(lambda down: self._drawer(self.show_waves, down))

    def grow(self, growth: Growth) -> None:
        self._growth = growth.type
        for strip in self.strips.values():
            strip.grow(growth)
        for part in (self.readout, self.panes, self.waves, self.bytes, self.events):
            part.grow(growth)
        self.events.setMinimumWidth(round(EVENTS_PX * growth.type))
        self._fit()

    # ---- a session

    def show_session(
        self,
        record: SessionRecord,
        model: TrendModel,
        found: SessionStatistics,
        lines: Sequence[Line],
        clock: Callable[[float], str],
    ) -> None:
        """The curve, what happened and what was measured; the rest follows (`fill_in`)."""
        self._record, self._model, self._found, self._clock = record, model, found, clock
        zero_s = found.infusion_started_s or 0.0
        phases = phases_of(happened(record.entries), model.last_s)
        self._facts = CourseFacts(phases, lines=tuple(lines))
        self.strips[VALUES].show_numbers(numbers(found))
        for group in (BURDEN, INDICES):
            self.strips[group].await_numbers()
        self.panes.show_session(model, self._facts)
        self.events.show_lines(lines, zero_s, clock)
        for pane in (self.waves, self.bytes):
            pane.show_session(record.row.session_id, zero_s)
        self.left_out.emit("")
        self._cursor_placed()
        self._later.start()

    def fill_in(self) -> None:
        """What takes longer, once the session is seen."""
        self._later.stop()
        record, found = self._record, self._found
        if record is None or found is None:
            return
        events = happened(record.entries)
        self._facts = course_facts(events, self._model, self._facts.lines)
        self.panes.show_facts(self._facts, self._model)
        known = burdens(record.entries, found)
        self.strips[BURDEN].show_numbers(burden_numbers(known, found.alarms))
        self.strips[INDICES].show_numbers(computed_numbers(computed(record.entries), found))
        self.meanings.show_numbers([strip.numbers() for strip in self.strips.values()])
        self.left_out.emit(left_out_text(known.left_out))
        self._cursor_placed()

    def show_whole(self) -> None:
        """The curve from the first to the last moment of the record."""
        from_s, to_s = self._model.recorded()
        margin = (to_s - from_s) * 0.02
        self.panes.curve.set_range(from_s - margin, to_s + margin)

    def jump(self, at_s: float) -> None:
        self.panes.curve.jump_to(at_s)
        self.events.mark(at_s)

    def explain_all(self, wanted: bool) -> None:
        """What every number means, in the place of the curve."""
        self.beside.setCurrentWidget(self.meanings if wanted else self.panes)

    def make_room(self, wanted: bool) -> None:
        """Somebody fills something in, in the place of the curve: no numbers meanwhile."""
        self._writing = wanted
        self._fit()

    def _cursor_placed(self) -> None:
        at_s = self.panes.curve.cursor_s
        known = () if at_s is None else values_at(at_s, self._model, self._facts, self._clock)
        self.readout.show_values(known)
        for pane in (self.waves, self.bytes):
            pane.put_cursor(at_s)

    # ---- room

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        super().resizeEvent(event)
        self._fit()

    def _choose(self, chosen: str, down: bool) -> None:
        """One group of numbers, or none."""
        for group, button in self.groups.items():
            if down and group != chosen:
                button.setChecked(False)
        if down and not self._roomy():
            self._folded = ""
            self.show_waves.setChecked(False)
            self.show_bytes.setChecked(False)
        self._fit()

    def _drawer(self, other: Button, down: bool) -> None:
        """Waves or bytes; on a low page in the place of the numbers, which come back behind it."""
        if down:
            other.setChecked(False)
        if not self._roomy():
            if down and self._shown_group():
                self._folded = self._shown_group()
                self.groups[self._folded].setChecked(False)
            elif not (down or other.isChecked()) and self._folded:
                self.groups[self._folded].setChecked(True)
                self._folded = ""
        self._fit()

    def _shown_group(self) -> str:
        return next((one for one, button in self.groups.items() if button.isChecked()), "")

    def _roomy(self) -> bool:
        return self.height() >= ROOMY_PX * self._growth

    def _fit(self) -> None:
        waves, raw = self.show_waves.isChecked(), self.show_bytes.isChecked()
        shown = {group for group, button in self.groups.items() if button.isChecked()}
        if self._roomy():
            shown |= {VALUES, BURDEN} if shown == {VALUES} else shown
        if self._writing:
            shown = set()
        for group, strip in self.strips.items():
            strip.setVisible(group in shown)
        self.waves.be_low(not self._roomy())
        self.waves.setVisible(waves)
        self.bytes.setVisible(raw)

    def _say_zoom(self) -> None:
        from_s, to_s = self.panes.curve.shown_range
        first_s, last_s = self._model.recorded()
        self.zoomed.emit(to_s - from_s < (last_s - first_s) * WHOLE_SHARE)


def _switch(words: str) -> Button:
    made = Button(say(words), "slim")
    made.setCheckable(True)
    return made
