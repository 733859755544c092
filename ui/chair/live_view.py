"""One chair, live: the numerals at the left, the course and the curves at the right."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from monitor.phases import Step
from monitor.vitals import VitalSign
from ui.chair.faces import cuff_face, heart_numeral, numeral_of, vital_face
from ui.chair.numerals import CuffBoard, VitalBoard
from ui.chair.phase_ribbon import PhaseRibbon, ribbon_face
from ui.chair.trend_view import TrendView
from ui.icons import draw_watermark
from ui.ink import Scale, Weight
from ui.theme import Theme, colour, font
from ui.trend_model import TrendModel
from ui.view_state import ChairView
from ui.words import say

LEFT_SHARE = 0.352
"""Width of the numerals; their height is shared out by `SHARES`: NIBP, HR, SpO2."""
SHARES = (0.46, 0.27, 0.27)


class Watermark(QWidget):
    """SIMULATED over the curves: faint, never in the way of a finger."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(say("simulated"))
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 -- Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(60, Weight.Bold))
        ink = colour(self._theme.text, 0.055)
        draw_watermark(painter, QRectF(self.rect()), say("simulated"), ink)
        painter.end()


class LiveView(QWidget):
    """`show_view` is cheap when nothing changed: every part compares before it repaints."""

    step_asked = Signal(object)
    review_pressed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scale = Scale()
        self.cuff = CuffBoard(theme, self)
        self.heart = VitalBoard(theme, self)
        self.spo2 = VitalBoard(theme, self)
        self.ribbon = PhaseRibbon(theme, self)
        self.trend = TrendView(theme, live=True)
        self.trend.setParent(self)
        self.watermark = Watermark(theme, self)
        self.ribbon.step_asked.connect(self.step_asked)
        self.ribbon.review_pressed.connect(self.review_pressed)

    def set_scale(self, scale: Scale) -> None:
        self.scale = scale
        for board in (self.cuff, self.heart, self.spo2, self.ribbon):
            board.set_scale(scale)
        self._place()

    def show_model(self, model: TrendModel) -> None:
        self.trend.show_model(model)

    def refresh_curves(self, now_s: float) -> None:
        self.trend.refresh(now_s)

    def show_view(self, view: ChairView) -> None:
        self.cuff.show_face(cuff_face(view))
        self.heart.show_face(vital_face(heart_numeral(view), view))
        self.spo2.show_face(vital_face(numeral_of(view, VitalSign.SPO2), view))
        self.ribbon.show_face(ribbon_face(view.picture, watch_only=watch_only(view)))
        if self.watermark.isHidden() is view.picture.simulated:
            self.watermark.setVisible(view.picture.simulated)
            self.watermark.raise_()

    def ask(self, step: Step) -> None:
        self.ribbon.ask(step)

    def curve_box(self) -> QRect:
        """Where the course and the curves are; panels lie here and leave the numerals free."""
        pad, gap = self.scale.px(32, 16), self.scale.px(20, 10)
        left = pad + round((self.width() - 2 * pad) * LEFT_SHARE) + gap
        return QRect(
            left, gap, self.width() - pad - left, self.height() - gap - self.scale.px(8, 4)
        )

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 -- Qt's name
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        pad, gap = self.scale.px(32, 16), self.scale.px(14, 8)
        box = self.curve_box()
        width = box.left() - self.scale.px(20, 10) - pad
        room = box.height() - gap * (len(SHARES) - 1)
        top: float = box.top()
        for board, share in zip((self.cuff, self.heart, self.spo2), SHARES, strict=True):
            high = room * share
            board.setGeometry(pad, round(top), width, round(top + high) - round(top))
            top += high + gap
        ribbon = self.scale.px(60, 46)
        self.ribbon.setGeometry(box.left(), box.top(), box.width(), ribbon)
        curves = QRect(box)
        curves.setTop(box.top() + ribbon + gap)
        self.trend.setGeometry(curves)
        self.watermark.setGeometry(curves)


def watch_only(view: ChairView) -> bool:
    """No infusion was planned for this session."""
    if view.opened is not None:
        return view.opened.plan.mg_per_kg is None
    return view.picture.dose_mg is None
