"""One chair, live: the numerals at the left, the course and the curves at the right.

Waves, where they are shown and the monitor has them, lie in the panels of their numbers: the ECG
under the heart rate, the pleth under SpO2. Without a wave every panel is as if there were none.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from monitor.phases import Step
from monitor.vitals import VitalSign, Wave
from ui.chair.faces import cuff_face, heart_numeral, numeral_of, vital_face
from ui.chair.instruction import InstructionStrip, instruction_face
from ui.chair.numerals import CuffBoard
from ui.chair.phase_ribbon import PhaseRibbon, ribbon_face
from ui.chair.trend_view import TrendView
from ui.chair.vital_board import VitalBoard
from ui.chair.wave_sweep import WaveSweep
from ui.icons import draw_watermark
from ui.ink import Scale, Weight
from ui.theme import Theme, colour, font
from ui.trend_model import TrendModel
from ui.view_state import ChairView, not_a_patient
from ui.wave_buffer import ChairWaves

LEFT_SHARE = 0.352
"""Width of the numerals; their height is shared out by `SHARES` to NIBP, HR and SpO2."""
SHARES = {
    (False, False): (0.46, 0.27, 0.27),
    (True, False): (0.405, 0.335, 0.26),
    (False, True): (0.405, 0.26, 0.335),
    (True, True): (0.38, 0.31, 0.31),
}
"""By whether there is a wave under the heart rate, and under SpO2."""
WAVE_SHARE = 0.37
"""Of a panel with a wave, so much is left to the wave."""


class Watermark(QWidget):
    """SIMULATED over the curves: faint, never in the way of a finger."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._text = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_text(self, text: str) -> None:
        """Empty = what is shown is of a patient, and nothing is drawn over it."""
        if text == self._text:
            return
        self._text = text
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        self.raise_()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 -- Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(60, Weight.Bold))
        ink = colour(self._theme.text, 0.055)
        draw_watermark(painter, QRectF(self.rect()), self._text, ink)
        painter.end()


class LiveView(QWidget):
    """`show_view` is cheap when nothing changed: every part compares before it repaints."""

    step_asked = Signal(object)
    review_pressed = Signal()
    place_asked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scale = Scale()
        self.mark = ""
        """Words over the curves, whatever is shown; empty = only what is of no patient has any."""
        self.cuff = CuffBoard(theme, self)
        self.heart = VitalBoard(theme, self)
        self.spo2 = VitalBoard(theme, self)
        self.ecg = WaveSweep(theme, Wave.ECG, self.heart)
        self.pleth = WaveSweep(theme, Wave.PLETH, self.spo2)
        for sweep in (self.ecg, self.pleth):
            sweep.hide()
        self.ribbon = PhaseRibbon(theme, self)
        self.instruction = InstructionStrip(theme, self)
        self.trend = TrendView(theme, live=True)
        self.trend.setParent(self)
        self.watermark = Watermark(theme, self)
        self.ribbon.step_asked.connect(self.step_asked)
        self.ribbon.review_pressed.connect(self.review_pressed)
        self.ribbon.place_asked.connect(self.place_asked)

    def set_scale(self, scale: Scale) -> None:
        self.scale = scale
        for board in (self.cuff, self.heart, self.spo2, self.ribbon, self.instruction):
            board.set_scale(scale)
        for sweep in (self.ecg, self.pleth):
            sweep.set_scale(scale)
        self._place()

    def show_model(self, model: TrendModel) -> None:
        self.trend.show_model(model)

    def refresh_curves(self, now_s: float) -> None:
        self.trend.refresh(now_s)

    def show_view(self, view: ChairView) -> None:
        self.cuff.show_face(cuff_face(view))
        self.heart.show_face(vital_face(heart_numeral(view), view))
        self.spo2.show_face(vital_face(numeral_of(view, VitalSign.SPO2), view))
        ribbon, instruction = (
            ribbon_face(view, watch_only=watch_only(view)),
            instruction_face(view),
        )
        if self.mark:  # nobody is there: nothing is offered to a finger
            ribbon = replace(ribbon, step=None, words="")
            instruction = instruction and replace(instruction, answers=(), skip="", more=0)
        self.ribbon.show_face(ribbon)
        if self.instruction.show_face(instruction):
            self._place()
        self.watermark.show_text(self.mark or not_a_patient(view.picture))

    @property
    def has_waves(self) -> bool:
        """There is a line on the screen, or the place of one."""
        return not (self.ecg.isHidden() and self.pleth.isHidden())

    def show_waves(self, waves: ChairWaves | None, now_s: float, *, too_fast: bool) -> None:
        """The lines up to session second `now_s`; None = waves are not shown."""
        placed = False
        for sweep, wave in ((self.ecg, Wave.ECG), (self.pleth, Wave.PLETH)):
            buffer = None if waves is None else waves.of(wave)
            if sweep.isHidden() is not (buffer is None):
                sweep.setVisible(buffer is not None)
                placed = True
            if buffer is not None:
                sweep.show_wave(buffer, now_s, too_fast=too_fast)
        if placed:
            self._place()

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
        boards = (self.cuff, self.heart, self.spo2)
        room = box.height() - gap * (len(boards) - 1)
        shares = SHARES[not self.ecg.isHidden(), not self.pleth.isHidden()]
        top: float = box.top()
        for board, share in zip(boards, shares, strict=True):
            high = room * share
            board.setGeometry(pad, round(top), width, round(top + high) - round(top))
            top += high + gap
        self._place_wave(self.heart, self.ecg)
        self._place_wave(self.spo2, self.pleth)
        ribbon = self.scale.px(60, 46)
        self.ribbon.setGeometry(box.left(), box.top(), box.width(), ribbon)
        curves = QRect(box)
        curves.setTop(box.top() + ribbon + gap)
        if not self.instruction.isHidden():
            strip = self.scale.px(88, 62)
            self.instruction.setGeometry(box.left(), curves.top(), box.width(), strip)
            curves.setTop(curves.top() + strip + gap)
        self.trend.setGeometry(curves)
        self.watermark.setGeometry(curves)

    def _place_wave(self, board: VitalBoard, sweep: WaveSweep) -> None:
        """The lowest part of the panel, clear of its corners and of its edge."""
        if sweep.isHidden():
            board.leave_to_wave(0)
            return
        high = round(board.height() * WAVE_SHARE)
        pad, below = board.pad(), self.scale.px(12, 6)
        board.leave_to_wave(high - self.scale.px(10, 4))
        sweep.setGeometry(pad, board.height() - high, board.width() - 2 * pad, high - below)


def watch_only(view: ChairView) -> bool:
    """Nothing is to be given in this session."""
    treatment = view.picture.treatment
    if treatment is not None and treatment.flow:
        return False
    if view.opened is not None:
        return not view.opened.plan.planned
    return view.picture.dose_mg is None
