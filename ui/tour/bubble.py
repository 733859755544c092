"""What the tour says, beside what it points at: a small panel and a ring that takes no press.

Rule 1: never over the alarm bar, and never over what it points at.
Rule 2: it takes no focus by itself, so that every key does what it does without it.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui.controls import Look, Tile
from ui.ink import Board, Label, Scale, Weight, text_width, wrapped
from ui.theme import Theme, colour
from ui.words import say

WIDE_PX, LEAST_WIDE_PX = 760, 520
POINTER_PX = 18
RING_PX = 5
RADIUS, CORNER_PX, NEAR_PX = 12.0, 26, 44


@dataclass(frozen=True, slots=True)
class BubbleFace:
    """What is said, and that it is `number` of `count` steps."""

    title: str = ""
    text: str = ""
    number: int = 1
    count: int = 1


class Bubble(Board):
    next_pressed = Signal()
    back_pressed = Signal()
    skip_pressed = Signal()
    never_pressed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.face = BubbleFace()
        self.target = QRect()
        """What is pointed at, in the coordinates of the parent."""
        super().__init__(theme, parent)
        self.next = self._tile(say("tour-next"), "→")
        self.back = self._tile(say("tour-back"), "←")
        self.skip = self._tile(say("tour-skip"))
        self.never = self._tile(say("tour-never"))
        self.next.clicked.connect(self.next_pressed)
        self.back.clicked.connect(self.back_pressed)
        self.skip.clicked.connect(self.skip_pressed)
        self.never.clicked.connect(self.never_pressed)
        self.hide()

    def _tile(self, text: str, hint: str = "") -> Tile:
        made = Tile(self.theme, text, self)
        made.say(text, hint)
        return made

    @property
    def tiles(self) -> tuple[Tile, ...]:
        """From left to right."""
        return (self.never, self.skip, self.back, self.next)

    def set_scale(self, scale: Scale) -> None:
        for tile in self.tiles:
            tile.set_scale(scale)
        super().set_scale(scale)

    def show_face(self, face: BubbleFace) -> None:
        if face == self.face:
            return
        self.face = face
        theme = self.theme
        last = face.number == face.count
        self.next.say(say("tour-end" if last else "tour-next"))
        self.back.setEnabled(face.number > 1)
        self.skip.setVisible(not last)
        quiet = Look(ink=theme.text_2, fill=theme.panel, size=22, weight=Weight.Medium)
        for tile in (self.never, self.skip, self.back):
            tile.wear(quiet)
        self.next.wear(Look(ink=theme.text, fill=theme.infusion, size=24))
        self.relayout()

    # ---- where it is

    def place(self, target: QRect, room: QRect, avoid: list[QRect]) -> None:
        """Inside `room`, beside `target` and over as little of `avoid` as can be.

        With nothing to avoid it is always at the same place, below at the right.
        """
        high = self._wanted_height()
        wide = min(self._wide(), room.width())
        gap = self.scale.px(POINTER_PX, 10)
        boxes = [QRect(room.right(), room.bottom(), wide, high)]
        boxes += _beside(target, wide, high, gap) if avoid else []
        boxes = [_inside(box, room) for box in boxes]
        self.target = target
        self.setGeometry(min(boxes, key=lambda box: _covered(box, [target, target, *avoid])))
        self.relayout()

    def _wide(self) -> int:
        return self.scale.px(WIDE_PX, LEAST_WIDE_PX)

    def _pad(self) -> int:
        return self.scale.px(28, 16)

    def _text_size(self) -> int:
        return self.scale.type(26, 16)

    def _lines(self) -> list[str]:
        wide = self._wide() - 2 * self._pad()
        return wrapped(self.face.text, wide, self._text_size(), Weight.Normal)

    def _tile_height(self) -> int:
        return self.scale.px(60, 44)

    def _wanted_height(self) -> int:
        """Words, and the tiles below them."""
        size, pad = self._text_size(), self._pad()
        head = self.scale.type(30, 18) * 1.5
        return round(
            pad * 0.8 + head + len(self._lines()) * size * 1.4 + pad + self._tile_height() + pad
        )

    def lay_out(self) -> list[Label]:
        theme, pad = self.theme, self._pad()
        big, size, small = self.scale.type(30, 18), self._text_size(), self.scale.type(20, 12)
        room = self.width() - 2 * pad
        base = pad * 0.8 + big
        count = say("tour-count", self.face.number, self.face.count)
        wide = text_width(count, small) + 1
        made = [
            Label(self.face.title, pad, base, room - wide, big, theme.text, Weight.DemiBold),
            Label(count, self.width() - pad - wide, base, wide, small, theme.text_2),
        ]
        base += big * 0.5
        for line in self._lines():
            base += size * 1.4
            made.append(Label(line, pad, base, room, size, theme.text))
        self._place_tiles()
        return made

    def _place_tiles(self) -> None:
        pad, gap, high = self._pad(), self.scale.px(12, 8), self._tile_height()
        top = self.height() - pad - high
        room = self.width() - 2 * pad - gap * 3
        left = float(pad)
        for tile, share in zip(self.tiles, (0.37, 0.19, 0.19, 0.25), strict=True):
            tile.setGeometry(round(left), top, round(room * share), high)
            left += room * share + gap

    # ---- how it is painted

    def paint_under(self, painter: QPainter) -> None:
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        radius = self.scale.px(14, 8)
        painter.setBrush(colour(self.theme.raised))
        painter.setPen(QPen(colour(self.theme.infusion_edge), 2))
        painter.drawRoundedRect(box, radius, radius)


class Ring(QWidget):
    """A line around what is pointed at, and one from the bubble to it; it takes no press."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ring = QRectF()
        self._line: tuple[QPointF, QPointF] | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def point(self, target: QRect, bubble: QRect, *, around: bool) -> None:
        """All in the coordinates of the ring, which covers the window.

        `around` False = nothing may be drawn on the target: a line runs below it.
        """
        ring = QRectF(target).adjusted(-RING_PX, -RING_PX, RING_PX, RING_PX)
        ring = ring.intersected(QRectF(self.rect()).adjusted(2, 2, -2, -2))
        below = target.bottom() + 4.0
        line = (QPointF(target.left(), below), QPointF(target.right(), below))
        drawn = (ring, _line(target, bubble)) if around else (QRectF(), line)
        if drawn != (self._ring, self._line):
            self._ring, self._line = drawn
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 -- Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour(self._theme.infusion_edge), 3))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if not self._ring.isEmpty():
            painter.drawRoundedRect(self._ring, RADIUS, RADIUS)
        if self._line is not None:
            painter.drawLine(*self._line)
        painter.end()


def _beside(target: QRect, wide: int, high: int, gap: int) -> list[QRect]:
    """To the right, below, above, to the left, then towards the middle of what is pointed at."""
    top = target.center().y() - high // 2
    left = target.center().x() - wide // 2
    return [
        QRect(target.right() + gap, target.top(), wide, high),
        QRect(left, target.bottom() + gap, wide, high),
        QRect(left, target.top() - gap - high, wide, high),
        QRect(target.left() - gap - wide, top, wide, high),
    ]


def _inside(box: QRect, room: QRect) -> QRect:
    """Moved as little as needed."""
    left = max(room.left(), min(box.left(), room.right() + 1 - box.width()))
    top = max(room.top(), min(box.top(), room.bottom() + 1 - box.height()))
    return QRect(left, top, box.width(), box.height())


def _covered(box: QRect, others: list[QRect]) -> int:
    """How much of them lies below the box, square pixels."""
    sizes = (box.intersected(other).size() for other in others)
    return sum(max(0, size.width()) * max(0, size.height()) for size in sizes)


def _line(target: QRect, bubble: QRect) -> tuple[QPointF, QPointF] | None:
    """From the bubble straight to what is pointed at; None = they touch, or are not neighbours."""
    if bubble.left() <= target.right() and bubble.right() >= target.left():
        x = _between(target.left(), target.right(), bubble.left(), bubble.right())
        if 0 < bubble.top() - target.bottom() < NEAR_PX:
            return QPointF(x, bubble.top()), QPointF(x, target.bottom() + RING_PX + 1.0)
        if 0 < target.top() - bubble.bottom() < NEAR_PX:
            return QPointF(x, bubble.bottom() + 1.0), QPointF(x, target.top() - RING_PX)
    if bubble.top() <= target.bottom() and bubble.bottom() >= target.top():
        y = _between(target.top(), target.bottom(), bubble.top(), bubble.bottom())
        if 0 < bubble.left() - target.right() < NEAR_PX:
            return QPointF(bubble.left(), y), QPointF(target.right() + RING_PX + 1.0, y)
        if 0 < target.left() - bubble.right() < NEAR_PX:
            return QPointF(bubble.right() + 1.0, y), QPointF(target.left() - RING_PX, y)
    return None


def _between(low: int, high: int, least: int, most: int) -> float:
    """The middle of the first span, moved into the second one, away from its corners."""
    return float(min(max((low + high) // 2, least + CORNER_PX), most - CORNER_PX))
