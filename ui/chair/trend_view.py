"""The course of a session: pressures, heart rate and SpO2 over one axis of time.

Rule 1: it draws what `TrendModel` holds and decides nothing.
Rule 2: live, the axis is the whole planned session, the future included, and the mouse moves
        nothing. In review time can be moved and stretched, and a cursor reads the values.
Rule 3: `refresh` repaints only what has changed: the standing picture behind, at most two curves,
        the cuffs, the lane, the words in gaps, the line of now.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.chair.cuff_item import CuffItem
from ui.chair.curve_canvas import CurveCanvas
from ui.chair.event_lane import EventLane
from ui.chair.gap_item import GapItem
from ui.chair.time_lines import Cursor, NowLine
from ui.chair.trend_content import SHARES, PanelsKept, frame_of, tags_at
from ui.chair.trend_frame import Backdrop, Frame
from ui.chair.trend_layout import SMALLEST_PX, Boxes, XScale, lay_out
from ui.theme import Theme
from ui.trend_model import TrendModel
from ui.trend_steps import beside
from ui.words import say

NIBP, RATE, SPO2 = range(3)
FAR_STEP_S = 60.0
ROOM_FOR_TAGS = 20
"""Of the size of the type: in a lower view the values at the cursor would cover the curves."""
ZOOM = 1.5
STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
ZOOMS = {Qt.Key.Key_Plus: 1 / ZOOM, Qt.Key.Key_Equal: 1 / ZOOM, Qt.Key.Key_Minus: ZOOM}
MARGIN = 0.015
"""Share of the axis before the first moment, so that nothing sticks to the edge."""


class TrendView(QWidget):
    cursor_moved = Signal(float)
    """Review: a person moved the cursor to this moment, in session seconds."""
    moved = Signal()
    """Review: the range, the size or the cursor is another one; for what shares its axis."""

    def __init__(
        self, theme: Theme, *, live: bool, lane: bool = True, parent: QWidget | None = None
    ) -> None:
        """`lane` False: what happened stands elsewhere on this axis."""
        super().__init__(parent)
        self._theme = theme
        self._live, self._with_lane = live, lane
        self._least_px = SMALLEST_PX
        self._model: TrendModel | None = None
        self._now_s = 0.0
        self._range = (0.0, 1.0)
        self._cursor_s: float | None = None
        self._drawn: tuple[int, ...] = ()
        self._frame: Frame | None = None
        self._panels: PanelsKept | None = None
        self._canvas = CurveCanvas((None, theme.hr, theme.spo2), theme.background, self, live=live)
        self._backdrop = Backdrop(theme)
        self._cuffs = CuffItem(theme)
        self._gaps = tuple(GapItem(theme, hatched=not live) for _track in range(2))
        self._lane = EventLane(theme)
        self._now = NowLine(theme)
        self._cursor = Cursor(theme)
        for item in (self._backdrop, self._cuffs, *self._gaps, self._lane, self._now):
            self._canvas.add(item)
        self._canvas.add(self._cursor)
        self._now.setVisible(live)
        self._lane.setVisible(lane)
        self._cursor.setVisible(False)
        self._boxes = self._place()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._canvas.widget)
        self.setAccessibleName(say("trend-name"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if live else Qt.FocusPolicy.StrongFocus)
        self._canvas.range_changed.connect(self._range_moved)
        self._canvas.clicked.connect(self._clicked)

    # ---- what a page does with it

    def show_model(self, model: TrendModel) -> None:
        self._model, self._panels = model, PanelsKept(model)
        self._drawn, self._frame, self._cursor_s = (), None, None
        self._now_s = model.last_s
        self._cursor.setVisible(False)
        if not self._live:
            from_s, to_s = model.recorded()
            margin = (to_s - from_s) * MARGIN
            self._canvas.bound_x(from_s - margin, to_s + margin)
            self._set_range(from_s - margin, to_s + margin)
        self.refresh(None)

    def refresh(self, now_s: float | None) -> None:
        """Draw what is new. `now_s` None = the newest moment that the model knows."""
        model = self._model
        if model is None or self.width() < 50 or self.height() < 50:
            return
        self._now_s = model.last_s if now_s is None else max(now_s, model.last_s)
        if self._live:
            from_s, to_s = model.whole_plan(self._now_s)
            self._set_range(from_s - (to_s - from_s) * MARGIN, to_s)
        moved = self._show_frame(model)
        self._show_changes(model, everything=moved)
        self._show_gaps(model)
        if self._live:
            self._now.show_at(self._x_of(self._now_s), self._area(), self._boxes.type_px)
        elif moved:
            self._show_cursor()
            self.moved.emit()

    def set_range(self, from_s: float, to_s: float) -> None:
        """Show this time; in live mode the plan takes over again at the next refresh."""
        if to_s > from_s:
            before = self._range
            self._set_range(from_s, to_s)
            if self._range == before:  # else it was drawn when the axis moved
                self.refresh(self._now_s)

    def jump_to(self, t_s: float) -> None:
        """Put the cursor there, and bring it into sight if it is not."""
        self._cursor_s = t_s
        from_s, to_s = self._range
        edge = (to_s - from_s) * 0.05
        if not from_s + edge <= t_s <= to_s - edge:
            half = (to_s - from_s) / 2
            self.set_range(t_s - half, t_s + half)
        self._show_cursor()
        self.moved.emit()

    @property
    def shown_range(self) -> tuple[float, float]:
        return self._range

    @property
    def cursor_s(self) -> float | None:
        return self._cursor_s

    def x_scale(self) -> XScale:
        """From session seconds to pixels of this widget."""
        first, (from_s, to_s) = self._boxes.first, self._range
        return XScale(from_s, to_s, first.left(), first.width())

    @property
    def type_px(self) -> int:
        return self._boxes.type_px

    def take_cursor(self, t_s: float) -> None:
        """A person has put it there, on something that shares the axis."""
        self._move_cursor(t_s)

    @property
    def frames_painted(self) -> int:
        """How often the standing picture had to be painted anew."""
        return self._backdrop.painted

    def item_count(self) -> int:
        """Of everything in the scene; it must not grow with time."""
        return self._canvas.item_count()

    # ---- drawing

    def _show_frame(self, model: TrendModel) -> bool:
        frame = frame_of(model, self._now_s, *self._range, self._panels)
        if self._frame is None or frame.panels != self._frame.panels:
            for index, panel in enumerate(frame.panels):
                self._canvas.set_y(index, panel.low, panel.high)
        self._frame = frame
        return self._backdrop.show_frame(frame, self._boxes)

    def _show_changes(self, model: TrendModel, *, everything: bool) -> None:
        tracks = model.signals.tracks
        fresh = (model.cuffs.version, model.marks.version, *(t.buffer.version for t in tracks))
        old = self._drawn or (-1,) * len(fresh)
        self._drawn = fresh
        boxes, frame = self._boxes, self._frame
        if frame is None:
            return
        x, size = frame.x(boxes), boxes.type_px
        if everything or fresh[0] != old[0]:
            y = frame.y(boxes, NIBP)
            self._cuffs.show_cuffs(model.cuffs.all, x, y, boxes.first, size)
        if self._with_lane and (everything or fresh[1] != old[1]):
            marks, onsets = model.marks.marks, model.alarm_onsets
            self._lane.show_marks(marks, onsets, x, boxes.lane, size)
        for index, track in enumerate(tracks):
            if fresh[2 + index] != old[2 + index]:
                self._canvas.set_points(RATE + index, *track.buffer.view())

    def _show_gaps(self, model: TrendModel) -> None:
        if self._frame is None:
            return
        x, size = self._frame.x(self._boxes), self._boxes.type_px
        until_s = self._now_s if self._live else model.last_s
        for index, track in enumerate(model.signals.tracks):
            plot = self._boxes.plots[RATE + index]
            self._gaps[index].show_gaps(track.buffer.gaps, until_s, x, plot, size)

    def _show_cursor(self) -> None:
        model, at_s = self._model, self._cursor_s
        if model is None or at_s is None or self._frame is None or self._live:
            return
        x = self._frame.x(self._boxes)
        self._cursor.setVisible(x.shows(at_s))
        tags = tags_at(model, at_s, self._boxes, self._theme)
        drawn = tags if self._area().height() >= ROOM_FOR_TAGS * self._boxes.type_px else ()
        self._cursor.show_at(x.px(at_s), drawn, self._area(), self._boxes.type_px)
        self.setAccessibleDescription(", ".join(tag.text for tag in tags))

    def _place(self) -> Boxes:
        wide, high = max(50, self.width()), max(50, self.height())
        boxes = lay_out(wide, high, SHARES, with_lane=self._with_lane, least_px=self._least_px)
        self._canvas.set_boxes(boxes.plots)
        self._canvas.set_width(round(max(1.2, boxes.type_px * 0.085), 1))
        return boxes

    def _area(self) -> QRectF:
        """Of all three plots, for what goes through them."""
        return self._boxes.plots[NIBP].united(self._boxes.plots[SPO2])

    def _x_of(self, t_s: float) -> float:
        return self.x_scale().px(t_s)

    def _set_range(self, from_s: float, to_s: float) -> None:
        if (from_s, to_s) != self._range:
            self._canvas.set_x(from_s, to_s)
            self._range = self._canvas.x_range

    # ---- a person

    def _range_moved(self, from_s: float, to_s: float) -> None:
        if (from_s, to_s) != self._range:
            self._range = (from_s, to_s)
            self.refresh(self._now_s)

    def _clicked(self, at_px: float) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if self._frame is not None:
            self._move_cursor(self._frame.x(self._boxes).seconds(at_px))

    def _move_cursor(self, t_s: float) -> None:
        if self._model is None:
            return
        from_s, to_s = self._model.recorded()
        self.jump_to(min(to_s, max(from_s, t_s)))
        if self._cursor_s is not None:
            self.cursor_moved.emit(self._cursor_s)

    def _zoom(self, factor: float) -> None:
        from_s, to_s = self._range
        middle = (from_s + to_s) / 2 if self._cursor_s is None else self._cursor_s
        self.set_range(middle - (middle - from_s) * factor, middle + (to_s - middle) * factor)

    def set_least_type(self, px: int) -> None:
        """However low the view is, words are not set smaller than this."""
        self._least_px = px
        self._place_anew()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 -- Qt's name
        super().resizeEvent(event)
        self._place_anew()

    def _place_anew(self) -> None:
        self._boxes = self._place()
        self._frame = None
        self.refresh(self._now_s)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's name
        if self._live or self._model is None or not self._take_key(event, self._model):
            super().keyPressEvent(event)

    def _take_key(self, event: QKeyEvent, model: TrendModel) -> bool:
        key = Qt.Key(event.key())
        if key in STEPS:
            self._move_cursor(self._stepped(model, STEPS[key], event.modifiers()))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._move_cursor(model.recorded()[key == Qt.Key.Key_End])
        elif key in ZOOMS:
            self._zoom(ZOOMS[key])
        else:
            return False
        return True

    def _stepped(self, model: TrendModel, step: int, held: Qt.KeyboardModifier) -> float:
        """By a reading; with Ctrl by a cuff value, with Shift by a minute."""
        here = (self._range[0] + self._range[1]) / 2 if self._cursor_s is None else self._cursor_s
        if held & Qt.KeyboardModifier.ShiftModifier:
            return here + step * FAR_STEP_S
        by_cuffs = bool(held & Qt.KeyboardModifier.ControlModifier)
        return beside(model, here, step, cuffs_only=by_cuffs)
