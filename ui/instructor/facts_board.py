"""Where the treatment stands and what hides behind it, in four lines."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from devices.simulated.body.patient import Vitals
from monitor.phases import Phase
from monitor.picture import ChairPicture
from ui.chair.spans import minutes_text
from ui.ink import Board, Label, Weight, fill_round, fitted, middle, wrapped
from ui.theme import Theme
from ui.words import figure, say


@dataclass(frozen=True, slots=True)
class FactsFace:
    """(what, value) pairs, and the hidden cause in words."""

    facts: tuple[tuple[str, str], ...] = ()
    cause: str = ""


def facts_face(
    truth: Vitals, given_mg: float, picture: ChairPicture | None, cause: str
) -> FactsFace:
    facts = (
        (say("truth-phase"), "" if picture is None else _phase(picture)),
        (say("truth-given"), say("truth-given-mg", figure(f"{given_mg:.1f}"))),
        (say("truth-effect"), say("truth-effect-of", f"{truth.effect * 100:.0f}")),
    )
    return FactsFace(facts, say("instructor-hidden", cause))


def _phase(picture: ChairPicture) -> str:
    if picture.phase is Phase.TREATING:
        ran, planned = minutes_text(picture.infusion_ran_s), minutes_text(picture.planned_s)
        return say("ribbon-infusion", ran, planned)
    since = minutes_text(picture.now_s - picture.phase_since_s)
    return say("ribbon-for", say(f"phase-{picture.phase.value}"), since)


class FactsBoard(Board):
    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.face = FactsFace()
        super().__init__(theme, parent)

    def show_face(self, face: FactsFace) -> None:
        if face != self.face:
            self.face = face
            self.relayout()

    def lay_out(self) -> list[Label]:
        theme, scale = self.theme, self.scale
        pad, size = scale.px(22, 12), scale.type(18, 12)
        step = size * 1.62
        names = self.width() * 0.3
        room = self.width() - 2 * pad
        made: list[Label] = []
        top = float(scale.px(12, 8))
        for name, value in self.face.facts:
            base = middle(top, step, size)
            made.append(fitted(Label(name, pad, base, names, size, theme.text_2)))
            at, wide = pad + names, room - names
            made.append(fitted(Label(value, at, base, wide, size, theme.text, Weight.Medium)))
            top += step
        for line in wrapped(self.face.cause, room, size, Weight.Normal):
            made.append(Label(line, pad, middle(top, step, size), room, size, theme.caution))
            top += step * 0.86
        return made

    def paint_under(self, painter: QPainter) -> None:
        fill_round(painter, QRectF(self.rect()), self.theme.panel, self.scale.px(12, 6))
