"""The sound check's panel: "Did you hear it?" for each burst, and what to look at after a No.

Rule 1: what is due, what is played and what may be answered is decided behind `SoundTrial`; a
        refusal is its sentence.
Rule 2: the shapes of the alarms are shown without their colours: nothing here is an alarm.
Rule 3: No and Play again can always be pressed; Yes from the moment at which the burst began.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLineEdit, QWidget

from monitor.outcomes import Priority
from monitor.sound_check import STEPS, CheckKind
from ui.chair.side_panel import SidePanel, grid
from ui.controls import Look, Tile
from ui.icons import alarm_width, draw_alarm, draw_tick
from ui.ink import Label, Weight, fitted, middle, mixed, wrapped
from ui.theme import Theme, colour, font
from ui.words import inside, say

HELP = ("loudspeaker", "volume", "cable", "output")
KINDS = (CheckKind.FULL, CheckKind.SHORT)
MOST_INITIALS = 12
LATER = 0.45
"""How much of its ink the sign of a burst has that was not played yet."""


@dataclass(frozen=True, slots=True)
class SoundFace:
    """`kind` None = no check was begun; `heard` None = it is under way.

    `step` is the burst that is asked about, or the last one. `slow`: it was asked for a while ago
    and did not begin.
    """

    due: CheckKind | None = None
    kind: CheckKind | None = None
    step: Priority | None = None
    began: bool = False
    slow: bool = False
    heard: bool | None = None
    refused: str = ""


class SoundPanel(SidePanel):
    """`begun` carries the `CheckKind` and who listens."""

    begun = Signal(object, str)
    answered = Signal(bool)
    again = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.face = SoundFace()
        self._signs: list[tuple[Priority, QRectF]] = []
        super().__init__(theme, say("sound-title"), parent)
        self.who = self._field(theme)
        self.kinds = {kind: self.tile(say(f"sound-begin-{kind.value}")) for kind in KINDS}
        for kind, tile in self.kinds.items():
            tile.say(tile.text(), detail=say(f"sound-begin-{kind.value}-detail"))
            tile.clicked.connect(lambda _checked=False, kind=kind: self._begin(kind))
        self.yes = self.tile(say("sound-yes"))
        self.yes.clicked.connect(lambda: self.answered.emit(True))
        self.no = self.tile(say("sound-no"))
        self.no.clicked.connect(lambda: self.answered.emit(False))
        self.play_again = self.tile(say("sound-again"))
        self.play_again.clicked.connect(self.again)
        self.anew = self.tile(say("sound-anew"))
        self.anew.clicked.connect(lambda: self._begin(self.face.kind or CheckKind.FULL))
        self.done = self.tile(say("sound-done"))
        self.done.clicked.connect(self.dismiss)

    def _field(self, theme: Theme) -> QLineEdit:
        line = QLineEdit(self)
        line.setAccessibleName(say("sound-who"))
        line.setPlaceholderText(say("sound-who-hint"))
        line.setMaxLength(MOST_INITIALS)
        line.setStyleSheet(
            f"QLineEdit {{ background: {theme.background}; color: {theme.text};"
            f" border: 2px solid {theme.line}; border-radius: 8px; padding: 0 10px;"
            f" placeholder-text-color: {theme.text_3}; }}"
            f"QLineEdit:focus {{ border-color: {theme.text_2}; }}"
        )
        return line

    def show_face(self, face: SoundFace) -> None:
        if face != self.face:
            self.face = face
            self.relayout()

    def _begin(self, kind: CheckKind) -> None:
        self.begun.emit(kind, self.who.text().strip())

    # ---- layout

    def lay_out_content(self) -> list[Label]:
        face, box = self.face, self.content_box()
        choosing = face.kind is None
        asking = not choosing and face.heard is None
        self.who.setVisible(choosing)
        for kind, tile in self.kinds.items():
            tile.setVisible(choosing)
            self._dress(tile, first=kind is (face.due or CheckKind.FULL))
        for tile in (self.yes, self.no, self.play_again):
            tile.setVisible(asking)
        self.yes.setEnabled(face.began)
        self._dress(self.yes, first=face.began)
        self._dress(self.no, first=face.slow)
        self.anew.setVisible(face.heard is False)
        self._dress(self.anew, first=True)
        self.done.setVisible(face.heard is not None)
        self._signs = []
        if choosing:
            return self._lay_out_choice(box)
        made, below = self._lay_out_steps(box)
        return [*made, *(self._lay_out_question(below) if asking else self._lay_out_end(below))]

    def _dress(self, tile: Tile, *, first: bool) -> None:
        """The one to be pressed next stands out."""
        theme = self.theme
        fill = theme.infusion if first else theme.raised
        tile.wear(Look(ink=theme.text, fill=fill, size=26))

    def _gap(self) -> int:
        return self.scale.px(16, 8)

    def _tall(self) -> int:
        return self.scale.px(104, 64)

    def _paragraph(
        self, text: str, box: QRect, base: float, size: int, weight: Weight = Weight.Normal
    ) -> list[Label]:
        """Lines one below the other; the first stands a line below `base`."""
        made: list[Label] = []
        for line in wrapped(text, box.width(), size, weight):
            base += size * 1.4
            made.append(Label(line, box.left(), base, box.width(), size, self.theme.text, weight))
        return made

    def _lay_out_choice(self, box: QRect) -> list[Label]:
        size, small = self.scale.type(26, 14), self.scale.type(22, 13)
        face, gap, theme = self.face, self._gap(), self.theme
        due = "none" if face.due is None else face.due.value
        made = self._paragraph(say(f"sound-due-{due}"), box, box.top(), size, Weight.DemiBold)
        made += self._paragraph(say("sound-explained"), box, made[-1].baseline + gap / 2, size)
        base = made[-1].baseline + size * 1.2 + small
        made.append(Label(say("sound-who"), box.left(), base, box.width(), small, theme.text_2))
        high = self.scale.px(64, 48)
        self.who.setFont(font(self.scale.type(26, 15)))
        top = int(base + small * 0.5)
        self.who.setGeometry(box.left(), top, min(box.width(), self.scale.px(420, 240)), high)
        rest = QRect(box.left(), top + high + 2 * gap, box.width(), 0)
        rest.setBottom(box.bottom())
        bottom = grid([self.kinds[kind] for kind in KINDS], rest, 2, gap, self._tall())
        return [*made, *self._refusal(box, bottom)]

    def _refusal(self, box: QRect, base: float) -> list[Label]:
        size = self.scale.type(24, 14)
        return self._paragraph(self.face.refused, box, base, size, Weight.DemiBold)

    def _lay_out_steps(self, box: QRect) -> tuple[list[Label], QRect]:
        """The bursts of this check side by side, and the room that is left below them."""
        steps = STEPS[self.face.kind or CheckKind.FULL]
        box = box.adjusted(0, self._gap() // 2, 0, 0)
        side, size = self.scale.px(40, 24), self.scale.type(24, 14)
        wide = box.width() / max(len(steps), 3)
        made: list[Label] = []
        for place, step in enumerate(steps):
            left = box.left() + place * wide
            self._signs.append((step, QRectF(left, box.top(), side, side)))
            left += alarm_width(step, side) + side * 0.35
            ink = self._ink_of(step)
            now = step is self.face.step and not self.face.heard
            weight = Weight.DemiBold if now else Weight.Normal
            base = middle(box.top(), side, size, weight)
            room = box.left() + (place + 1) * wide - left - side
            text = say(f"sound-step-{step.word}")
            made.append(fitted(Label(text, left, base, room, size, ink, weight)))
        top = box.top() + side + 2 * self._gap()
        return made, QRect(box.left(), top, box.width(), box.bottom() + 1 - top)

    def _ink_of(self, step: Priority) -> str:
        theme = self.theme
        if self._passed(step) or step is self.face.step:
            return theme.text
        return mixed(theme.text, theme.panel, LATER)

    def _passed(self, step: Priority) -> bool:
        """It was heard."""
        face = self.face
        if face.kind is None or face.step is None:
            return False
        steps = STEPS[face.kind]
        return bool(face.heard) or steps.index(step) < steps.index(face.step)

    def _lay_out_question(self, box: QRect) -> list[Label]:
        face, gap = self.face, self._gap()
        word = "" if face.step is None else inside(say(f"sound-step-{face.step.word}"))
        asks = "sound-asks" if face.began else "sound-slow" if face.slow else "sound-plays"
        size = self.scale.type(36, 20)
        made = self._paragraph(say(asks, word), box, box.top(), size, Weight.DemiBold)
        made += self._refusal(box, made[-1].baseline + gap / 2)
        top = int(made[-1].baseline) + 2 * gap
        rest = QRect(box.left(), top, box.width(), box.bottom() + 1 - top)
        grid([self.yes, self.no, self.play_again], rest, 3, gap, self._tall())
        return made

    def _lay_out_end(self, box: QRect) -> list[Label]:
        face, gap = self.face, self._gap()
        size, text = self.scale.type(36, 20), self.scale.type(26, 14)
        if face.heard:
            kind = (face.kind or CheckKind.FULL).value
            made = self._paragraph(say("sound-heard"), box, box.top(), size, Weight.DemiBold)
            below = made[-1].baseline + gap / 2
            made += self._paragraph(say(f"sound-heard-{kind}"), box, below, text)
        else:
            word = "" if face.step is None else inside(say(f"sound-step-{face.step.word}"))
            title = say("sound-not-heard", word)
            made = self._paragraph(title, box, box.top(), size, Weight.DemiBold)
            for name in HELP:
                below = made[-1].baseline + gap / 2
                made += self._paragraph(say(f"sound-help-{name}"), box, below, text)
            stands = say("sound-stands")
            made += self._paragraph(stands, box, made[-1].baseline + gap, text, Weight.DemiBold)
        made += self._refusal(box, made[-1].baseline)
        top = int(made[-1].baseline) + 2 * gap
        rest = QRect(box.left(), top, box.width(), box.bottom() + 1 - top)
        there = [tile for tile in (self.anew, self.done) if not tile.isHidden()]
        grid(there, rest, 2, gap, self._tall())
        return made

    def paint_under(self, painter: QPainter) -> None:
        super().paint_under(painter)
        for step, box in self._signs:
            ink = colour(self._ink_of(step))
            if self._passed(step):
                draw_tick(painter, box, ink)
            else:
                draw_alarm(painter, box, step, ink)
