"""The course of the session as a ribbon, and the one step that comes next.

Rule 1: mg are calculated and say so; the pump is not read.
Rule 2: stopping and ending ask once, inside the ribbon; starting and reviewing do not.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from monitor.phases import TRANSITIONS, Phase, Step
from monitor.picture import ChairPicture
from ui.chair.spans import minutes_text
from ui.controls import Look, Tile
from ui.ink import Board, Label, Scale, Weight, fill_round, fitted, middle, mixed
from ui.theme import Theme, colour
from ui.words import say

COURSE = (Phase.BASELINE, Phase.TREATING, Phase.RECOVERY, Phase.DISCHARGE)
NEXT_STEP: dict[Phase, Step | None] = {
    Phase.PLANNED: None,
    Phase.SCREENING: None,
    Phase.BASELINE: Step.START,
    Phase.TREATING: Step.STOP,
    Phase.PAUSED: Step.STOP,
    Phase.RECOVERY: Step.END,
    Phase.DISCHARGE: Step.END,
    Phase.SIGNED: None,
}
ASKS = frozenset({Step.STOP, Step.END})


@dataclass(frozen=True, slots=True)
class RibbonFace:
    """`step` None = nothing to press but the review of an ended session."""

    phase: Phase
    title: str
    detail: str
    progress: float
    step: Step | None


def ribbon_face(picture: ChairPicture, *, watch_only: bool) -> RibbonFace:
    """`watch_only`: no infusion is planned, so a baseline is followed by the end."""
    phase = picture.phase
    step = NEXT_STEP[phase]
    if watch_only and step is Step.START:
        step = Step.END
    ran, planned = minutes_text(picture.infusion_ran_s), minutes_text(picture.planned_s)
    since = minutes_text(picture.now_s - picture.phase_since_s)
    title, detail = say("ribbon-for", say(f"phase-{phase.value}"), since), ""
    if phase is Phase.TREATING:
        title, detail = say("ribbon-infusion", ran, planned), _milligrams(picture)
    elif phase is Phase.PAUSED:
        title, detail = say("ribbon-paused", since, ran, planned), say("ask-pump-paused")
    elif phase is Phase.SIGNED:
        title = say("ribbon-ended")
    ran_share = picture.infusion_ran_s / picture.planned_s if picture.planned_s > 0 else 0.0
    return RibbonFace(phase, title, detail, min(1.0, ran_share), step)


def _milligrams(picture: ChairPicture) -> str:
    if picture.mg_given is None or picture.dose_mg is None:
        return ""
    return say("ribbon-mg", f"{picture.mg_given:.1f}", f"{picture.dose_mg:.0f}")


class PhaseRibbon(Board):
    """Emits the `Step` that was asked for and confirmed, or `review_pressed`."""

    step_asked = Signal(object)
    review_pressed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.face: RibbonFace | None = None
        self.asking: Step | None = None
        self._segments: list[tuple[QRectF, Phase, bool]] = []
        super().__init__(theme, parent)
        self.next = Tile(theme, say("step-start"), self)
        self.next.clicked.connect(self._next_pressed)
        self.yes = Tile(theme, say("ask-stop-yes"), self)
        self.yes.clicked.connect(self._confirmed)
        self.no = Tile(theme, say("ask-stop-no"), self)
        self.no.clicked.connect(lambda: self.ask(None))
        plain = Look(ink=theme.text, fill=theme.raised, size=23)
        self.next.wear(replace(plain, edge=theme.text_2))
        self.yes.wear(replace(plain, edge=theme.text_2))
        self.no.wear(plain)

    def set_scale(self, scale: Scale) -> None:
        for tile in (self.next, self.yes, self.no):
            tile.set_scale(scale)
        super().set_scale(scale)

    def show_face(self, face: RibbonFace) -> None:
        if face == self.face:
            return
        self.face = face
        if self.asking is not None and self.asking not in TRANSITIONS[face.phase]:
            self.asking = None
        self.relayout()

    def ask(self, step: Step | None) -> None:
        """Ask whether this step is meant; None = no question any more."""
        self.asking = step
        self.relayout()

    def _next_pressed(self) -> None:
        step = None if self.face is None else self.face.step
        if step is None:
            self.review_pressed.emit()
        elif step in ASKS:
            self.ask(step)
        else:
            self.step_asked.emit(step)

    def _confirmed(self) -> None:
        step = self.asking
        self.ask(None)
        if step is not None:
            self.step_asked.emit(step)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's name
        if event.key() == Qt.Key.Key_Escape and self.asking is not None:
            self.ask(None)
            return
        super().keyPressEvent(event)

    # ---- layout

    def lay_out(self) -> list[Label]:
        face = self.face
        self._show_tiles()
        if face is None:
            return []
        if self.asking is not None:
            return self._question(self.asking)
        room = self.width()
        if self.next.isVisibleTo(self):
            wide = self.scale.px(230, 150)
            self.next.setGeometry(self.width() - wide, 0, wide, self.height())
            room -= wide + self.scale.px(10, 6)
        return self._course(face, room)

    def _show_tiles(self) -> None:
        face, asking = self.face, self.asking is not None
        offered = face is not None and (face.step is not None or face.phase is Phase.SIGNED)
        self.next.setVisible(offered and not asking)
        self.yes.setVisible(asking)
        self.no.setVisible(asking)
        if face is not None and face.step is not None:
            self.next.say(say(f"step-{face.step.value}"))
        elif face is not None:
            self.next.say(say("step-review"))

    def _question(self, step: Step) -> list[Label]:
        self._segments = []
        yes, no, gap = self.scale.px(230, 150), self.scale.px(150, 90), self.scale.px(10, 6)
        self.no.say(say(f"ask-{step.value}-no"))
        self.yes.say(say(f"ask-{step.value}-yes"))
        self.no.setGeometry(self.width() - no, 0, no, self.height())
        self.yes.setGeometry(self.width() - no - gap - yes, 0, yes, self.height())
        size = self.scale.type(26, 15)
        base = middle(0, self.height(), size, Weight.DemiBold)
        pad, room = self.scale.px(20, 10), self.yes.x() - 2 * self.scale.px(20, 10)
        question = say(f"ask-{step.value}")
        return [fitted(Label(question, pad, base, room, size, self.theme.text, Weight.DemiBold))]

    def _course(self, face: RibbonFace, room: float) -> list[Label]:
        gap, labels = self.scale.px(4, 3), []
        active = {Phase.PAUSED: Phase.TREATING}.get(face.phase, face.phase)
        shares = [self._share(phase, active) for phase in COURSE]
        unit = (room - gap * (len(COURSE) - 1)) / sum(shares)
        left = 0.0
        self._segments = []
        for phase, share in zip(COURSE, shares, strict=True):
            box = QRectF(left, 0, share * unit, self.height())
            self._segments.append((box, phase, phase is active))
            labels += self._words(box, phase, face, active=phase is active)
            left += box.width() + gap
        return labels

    @staticmethod
    def _share(phase: Phase, active: Phase) -> float:
        if phase is Phase.TREATING:
            return 3.6 if phase is active else 1.2
        return 1.6 if phase is active else 1.0

    def _words(self, box: QRectF, phase: Phase, face: RibbonFace, *, active: bool) -> list[Label]:
        pad = self.scale.px(16, 7)
        left, room = box.left() + pad, box.width() - 2 * pad
        size = self.scale.type(23, 12)
        base = middle(0, self.height(), size, Weight.Medium)
        if not active:
            name = say(f"phase-{phase.value}")
            return [fitted(Label(name, left, base, room, size, self.theme.text_2), 10)]
        title = Label(face.title, left, base, room, size, self.theme.text, Weight.DemiBold)
        gap = self.scale.px(22, 10)
        start = left + title.text_width() + gap
        detail = Label(face.detail, start, base, left + room - start, size, self.theme.text)
        if not face.detail or detail.text_width() <= detail.width:
            return [fitted(title, 10), detail]
        small = self.scale.type(20, 12)
        upper, lower = self.height() * 0.41, self.height() * 0.79
        return [
            fitted(replace(title, baseline=upper, size_px=small), 10),
            fitted(replace(detail, left=left, width=room, baseline=lower, size_px=small), 10),
        ]

    def paint_under(self, painter: QPainter) -> None:
        theme, face, radius = self.theme, self.face, self.scale.px(8, 4)
        if face is None:
            return
        if self.asking is not None:
            fill_round(painter, QRectF(self.rect()), theme.panel, radius)
            return
        for box, phase, active in self._segments:
            infusing = phase is Phase.TREATING and active
            fill_round(painter, box, theme.infusion if infusing else theme.panel, radius)
            if active and not infusing:
                self._line_below(painter, box, 1.0, theme.text_2)
            if infusing and face.phase is Phase.PAUSED:
                self._hatch(painter, box)
            if infusing:
                self._line_below(painter, box, face.progress, theme.infusion_edge)

    def _line_below(self, painter: QPainter, box: QRectF, share: float, hue: str) -> None:
        thick = self.scale.px(5, 3)
        line = QRectF(box.left(), box.bottom() - thick, box.width() * share, thick)
        painter.fillRect(line, colour(hue))

    def _hatch(self, painter: QPainter, box: QRectF) -> None:
        """Standing still: the tint is broken by diagonal stripes."""
        pen = QPen(colour(mixed(self.theme.panel, self.theme.infusion, 0.7)), self.scale.px(10, 6))
        painter.save()
        painter.setClipRect(box)
        painter.setPen(pen)
        step, high = self.scale.px(28, 16), box.height()
        for place in range(int((box.width() + high) / step) + 1):
            x = box.left() - high + place * step
            painter.drawLine(QPointF(x, box.bottom()), QPointF(x + high, box.top()))
        painter.restore()
