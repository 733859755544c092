"""Buttons that are painted: exact type, room for a finger, one way to press them.

Rule 1: no hover, no double click. Tab reaches every button; a tap does not take the focus, so
        that a barcode scanner's Enter never presses what was tapped last.
Rule 2: a guarded button (silence, acknowledge) is deaf to Space and Enter; its own key works.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from ui.ink import CENTRE, LEFT, RIGHT, Label, Scale, Weight, draw_label, fitted, middle, mixed
from ui.theme import Theme, colour

PRESSING_KEYS = frozenset(
    {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Select}
)


DETAIL_SIZE = 22
DETAIL_BELOW = 1.1
"""From the first line to a second one at least, in sizes of the second."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a tile is painted; None = no such part. Colours are ``#rrggbb``."""

    ink: str
    fill: str | None = None
    edge: str | None = None
    edge_px: float = 2.0
    size: float = 26
    weight: QFont.Weight = Weight.DemiBold
    align: Qt.AlignmentFlag = CENTRE
    radius: float = 12.0


class Tile(QAbstractButton):
    """`hint` is small in the corner (the key); `detail` is a second, quieter line."""

    def __init__(
        self, theme: Theme, text: str, parent: QWidget | None = None, *, guarded: bool = False
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self.scale = Scale()
        self.hint = ""
        self.detail = ""
        self.look = Look(ink=theme.text, fill=theme.raised)
        self._guarded = guarded
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.say(text)

    def say(self, text: str, hint: str | None = None, detail: str | None = None) -> None:
        """Change the words; nothing is repainted when they are the same."""
        hint = self.hint if hint is None else hint
        detail = self.detail if detail is None else detail
        if (text, hint, detail) == (self.text(), self.hint, self.detail) and self.accessibleName():
            return
        self.hint, self.detail = hint, detail
        self.setText(text)
        self.setAccessibleName(", ".join(part for part in (text, detail, hint) if part))
        self.update()

    def wear(self, look: Look) -> None:
        if look != self.look:
            self.look = look
            self.update()

    def set_scale(self, scale: Scale) -> None:
        if scale != self.scale:
            self.scale = scale
            self.update()

    def labels(self) -> list[Label]:
        """The words where they are painted."""
        look, scale = self.look, self.scale
        pad = scale.px(18, 8)
        size = scale.type(look.size, 13)
        width = self.width() - 2 * pad
        ink = look.ink if self.isEnabled() else mixed(look.ink, self.theme.background, 0.38)
        main = Label(self.text(), pad, 0, width, size, ink, look.weight, look.align)
        main = replace(fitted(main), baseline=middle(0, self.height(), size, look.weight))
        made = [main]
        if self.detail:
            main = replace(main, baseline=middle(0, self.height() * 0.72, size, look.weight))
            small = scale.type(min(look.size * 0.72, DETAIL_SIZE))
            quiet = mixed(ink, look.fill or self.theme.background, 0.72)
            second = Label(self.detail, pad, 0, width, small, quiet, align=look.align)
            base = middle(self.height() * 0.5, self.height() * 0.42, small)
            near = max(0.0, main.baseline + small * DETAIL_BELOW - base) / 2  # on a low tile
            main = replace(main, baseline=main.baseline - near)
            made = [main, replace(fitted(second), baseline=base + near)]
        if self.hint:
            made.append(self._hint_label(ink))
        return made

    def _hint_label(self, ink: str) -> Label:
        small = self.scale.type(15, 11)
        pad = self.scale.px(12, 6)
        quiet = mixed(ink, self.look.fill or self.theme.background, 0.6)
        width = self.width() - 2 * pad
        align = LEFT if self.look.align == RIGHT else RIGHT
        return Label(self.hint, pad, pad * 0.9 + small * 0.75, width, small, quiet, align=align)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's name
        if event.key() not in PRESSING_KEYS:
            super().keyPressEvent(event)
        elif self._guarded:
            event.ignore()
        elif not event.isAutoRepeat():
            self.click()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's name
        if event.key() in PRESSING_KEYS:
            event.ignore()
            return
        super().keyReleaseEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 -- Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = self.look
        inset = look.edge_px / 2 if look.edge else 0.5
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        radius = self.scale.px(look.radius, 6)
        fill = look.fill
        if self.isDown():
            fill = mixed(look.ink, fill or self.theme.background, 0.16)
        painter.setBrush(colour(fill) if fill else Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour(look.edge), look.edge_px) if look.edge else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(box, radius, radius)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour(self.theme.text), 2))
            ring = QRectF(self.rect()).adjusted(3, 3, -3, -3)
            painter.drawRoundedRect(ring, radius - 2, radius - 2)
        for label in self.labels():
            draw_label(painter, label)
        self.paint_over(painter)
        painter.end()

    def paint_over(self, painter: QPainter) -> None:
        """What a special tile adds."""
