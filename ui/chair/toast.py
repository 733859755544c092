"""What was just written down: saving, saved, and ten seconds to take it back."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from ui.chair.spans import course_text
from ui.controls import Look, Tile
from ui.ink import Board, Label, Scale, Weight, fitted, middle
from ui.theme import Theme, colour
from ui.view_state import ChairView
from ui.words import say

SHOWN_FOR_S = 10.0


@dataclass(frozen=True, slots=True)
class Receipt:
    """Something a person entered. `note_id` None = it cannot be undone. `at` is window time.

    `sentence`: what she asked for was refused, and this is why.
    """

    what: str
    entered_s: float
    at: float
    note_id: str | None = None
    sentence: str = ""

    def shown(self, now: float) -> bool:
        return now - self.at < SHOWN_FOR_S


def receipt_text(receipt: Receipt, view: ChairView) -> tuple[str, bool]:
    """The words, and whether it can still be undone. Saved means: the store committed it."""
    if receipt.sentence:
        return receipt.sentence, False
    entered_s, undone, known = receipt.entered_s, False, receipt.note_id is None
    for line in view.picture.notes:
        if line.note.note_id == receipt.note_id:
            entered_s, undone, known = line.at_s, line.undone, True
    what = say("toast-what", receipt.what, course_text(view.picture, entered_s))
    if undone:
        return say("toast-undone", what), False
    saved = known and view.picture.now_s > receipt.entered_s and view.saved(entered_s)
    return say("toast-saved" if saved else "toast-saving", what), receipt.note_id is not None


class Toast(Board):
    undo_pressed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.text = ""
        super().__init__(theme, parent)
        self.undo = Tile(theme, say("undo"), self)
        self.undo.wear(Look(ink=theme.text, fill=theme.raised, edge=theme.text_2, size=24))
        self.undo.clicked.connect(self.undo_pressed)
        self.hide()

    def set_scale(self, scale: Scale) -> None:
        self.undo.set_scale(scale)
        super().set_scale(scale)

    def show_text(self, text: str, *, undo: bool, below: QWidget | None = None) -> None:
        """In front of everything but `below`, a panel whose tiles it would cover."""
        changed = text != self.text or self.undo.isHidden() is undo
        self.text = text
        self.undo.setVisible(undo)
        if changed or self.isHidden():
            self.show()
            self.raise_()
            if below is not None:
                self.stackUnder(below)
            self.relayout()

    def lay_out(self) -> list[Label]:
        pad, wide = self.scale.px(24, 12), self.scale.px(140, 84)
        inset = self.scale.px(8, 4)
        self.undo.setGeometry(self.width() - wide - inset, inset, wide, self.height() - 2 * inset)
        taken = 0 if self.undo.isHidden() else wide + inset + pad
        size = self.scale.type(25, 14)
        base = middle(0, self.height(), size, Weight.Medium)
        room = self.width() - 2 * pad - taken
        return [
            fitted(Label(self.text, pad, base, room, size, self.theme.text, Weight.Medium), 11)
        ]

    def paint_under(self, painter: QPainter) -> None:
        painter.setBrush(colour(self.theme.raised))
        painter.setPen(QPen(colour(self.theme.text_2), 1.5))
        radius = self.scale.px(12, 6)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
