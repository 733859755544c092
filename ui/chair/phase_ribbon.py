"""The course of the session as a ribbon, and the one step that comes next.

Rule 1: mg are calculated and say so; the pump is not read.
Rule 2: stopping and ending ask once, inside the ribbon; starting and reviewing do not.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from monitor.phases import AFTER_DRUG, TRANSITIONS, Phase, Step
from monitor.picture import ChairPicture
from monitor.routes import Route
from monitor.treatment.view import TreatmentView
from ui.chair.leaving_faces import leaving_words, open_lines
from ui.chair.next_step import STEPS, Next, next_of
from ui.chair.plan_draft import DEVICE_MG, number_text
from ui.chair.spans import clock_text, minutes_text
from ui.controls import Look, Tile
from ui.ink import Board, Label, Scale, Weight, fill_round, fitted, middle, mixed
from ui.theme import Theme, colour
from ui.view_state import ChairView
from ui.words import figure, say

COURSE = (Phase.BASELINE, Phase.TREATING, Phase.RECOVERY, Phase.DISCHARGE)
FLOW = (Phase.SCREENING, *COURSE)
ASKS = frozenset({Next.STOP, Next.END})
BASELINE_READINGS = 3


@dataclass(frozen=True, slots=True)
class RibbonFace:
    """`step` None = nothing to press. `drip` False: given by another route than a drip."""

    phase: Phase
    title: str
    detail: str
    progress: float
    step: Next | None
    words: str = ""
    """What stands on the tile of the next step."""
    course: tuple[Phase, ...] = COURSE
    drip: bool = True


def ribbon_face(view: ChairView, *, watch_only: bool) -> RibbonFace:
    """`watch_only`: nothing is given, so a baseline is followed by the end."""
    picture = view.picture
    treatment, drip = picture.treatment, view.profile.route is Route.IV
    flow = treatment is not None and treatment.flow
    step = next_of(view, watch_only=watch_only)
    title, detail = _title(view, drip=drip), _detail(picture)
    if treatment is not None and flow and picture.phase in {Phase.SCREENING, Phase.BASELINE}:
        detail = _prepared(picture.phase, treatment)
    elif treatment is not None and flow and picture.phase in AFTER_DRUG:
        detail = leaving_words(view)
    ran_share = picture.infusion_ran_s / picture.planned_s if picture.planned_s > 0 else 0.0
    return RibbonFace(
        picture.phase,
        title,
        detail,
        min(1.0, ran_share) if drip else 1.0,
        step,
        "" if step is None else _next_words(step, treatment, view.profile.route),
        FLOW if flow else COURSE,
        drip,
    )


def _title(view: ChairView, *, drip: bool) -> str:
    picture = view.picture
    phase = picture.phase
    ran, planned = minutes_text(picture.infusion_ran_s), minutes_text(picture.planned_s)
    since = minutes_text(picture.now_s - picture.phase_since_s)
    if phase is Phase.SIGNED:
        return _ended(view)
    if phase is Phase.TREATING and drip:
        return say("ribbon-infusion", ran, planned)
    if phase is Phase.PAUSED:
        return say("ribbon-paused", since, ran, planned)
    if phase is Phase.TREATING:
        dose_s = picture.infusion_started_s
        first_s = picture.phase_since_s if dose_s is None else dose_s
        return say("ribbon-since-dose", minutes_text(picture.now_s - first_s))
    return say("ribbon-for", say(f"phase-{phase.value}"), since)


def _ended(view: ChairView) -> str:
    """Who signed, and when; of one that was not taken through all its steps, that it ended."""
    treatment = view.picture.treatment
    signed = None if treatment is None or not treatment.flow else treatment.checks.signed
    if signed is None:
        return say("ribbon-ended")
    return say("ribbon-signed", signed.by, clock_text(view.wall_of(signed.at_s)))


def _detail(picture: ChairPicture) -> str:
    if picture.phase is Phase.PAUSED:
        return say("ask-pump-paused")
    if picture.phase is not Phase.TREATING:
        return ""
    if picture.mg_given is None or picture.dose_mg is None:
        return ""
    return say("ribbon-mg", figure(f"{picture.mg_given:.1f}"), f"{picture.dose_mg:.0f}")


def _prepared(phase: Phase, treatment: TreatmentView) -> str:
    """How far the preparation is: what is open, or how many readings there are."""
    checks = treatment.checks
    if phase is Phase.SCREENING:
        return say("ribbon-answered", len(checks.answers))
    if checks.baseline_anew:
        return say("ribbon-baseline-anew")
    had = min(checks.baseline_readings, BASELINE_READINGS)
    return say("ribbon-baseline", had, BASELINE_READINGS)


def _next_words(step: Next, treatment: TreatmentView | None, route: Route) -> str:
    if treatment is not None and step is Next.DOSE:
        return _dose_words(treatment, route)
    if treatment is not None and step is Next.DECISION:
        return say(f"step-decision-{treatment.checks.decision.go.value}")
    if step is Next.STOP and route is not Route.IV:
        return say("step-stop-dose")
    if treatment is not None and step is Next.LEAVING:
        return say("step-leaving", len(open_lines(treatment.checks)))
    return say(f"step-{step.value}")


def _dose_words(treatment: TreatmentView, route: Route) -> str:
    doses, planned = treatment.giving.doses, treatment.giving.plan.dose_mg or 0.0
    if route is Route.INTRANASAL:
        return say("step-device", len(doses) + 1, max(1, round(planned / DEVICE_MG)))
    return say("step-dose-mg", number_text(planned - sum(dose.mg for dose in doses)))


class PhaseRibbon(Board):
    """Emits the `Step` that was asked for and confirmed, or `review_pressed`.

    `place_asked` carries the `Next` that has a place of its own: screening, plan, dose.
    """

    step_asked = Signal(object)
    place_asked = Signal(object)
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
        if step is Next.REVIEW:
            self.review_pressed.emit()
        elif step in ASKS:
            self.ask(STEPS[step])
        elif step in STEPS:
            self.step_asked.emit(STEPS[step])
        elif step is not None:
            self.place_asked.emit(step)

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
        self.next.setVisible(face is not None and face.step is not None and not asking)
        self.yes.setVisible(asking)
        self.no.setVisible(asking)
        if face is not None and face.step is not None:
            self.next.say(face.words)

    def _question(self, step: Step) -> list[Label]:
        self._segments = []
        yes, no, gap = self.scale.px(230, 150), self.scale.px(150, 90), self.scale.px(10, 6)
        drip = self.face is None or self.face.drip
        asked = "stop-dose" if step is Step.STOP and not drip else step.value
        self.no.say(say(f"ask-{asked}-no"))
        self.yes.say(say(f"ask-{asked}-yes"))
        self.no.setGeometry(self.width() - no, 0, no, self.height())
        self.yes.setGeometry(self.width() - no - gap - yes, 0, yes, self.height())
        size = self.scale.type(26, 15)
        base = middle(0, self.height(), size, Weight.DemiBold)
        pad, room = self.scale.px(20, 10), self.yes.x() - 2 * self.scale.px(20, 10)
        question = say(f"ask-{asked}")
        return [fitted(Label(question, pad, base, room, size, self.theme.text, Weight.DemiBold))]

    def _course(self, face: RibbonFace, room: float) -> list[Label]:
        gap, labels = self.scale.px(4, 3), []
        active = {Phase.PAUSED: Phase.TREATING}.get(face.phase, face.phase)
        shares = [self._share(phase, active) for phase in face.course]
        unit = (room - gap * (len(face.course) - 1)) / sum(shares)
        left = 0.0
        self._segments = []
        for phase, share in zip(face.course, shares, strict=True):
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
            drug = phase is Phase.TREATING and not face.drip
            name = say("phase-treating-dose" if drug else f"phase-{phase.value}")
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
