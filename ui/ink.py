"""Words on a surface: laid out first, painted afterwards, so that a test can ask what fits.

Rule 1: every word stands on a baseline. Sizes are given for a window of 1920 x 1080 and scale.
Rule 2: a word that is too wide is set smaller, down to a floor; below that it is shortened with
        an ellipsis, which no test of a supported window size lets pass.
Rule 3: a board repaints when what it shows has changed, and not otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.theme import Theme, colour, font, width_of

Weight = QFont.Weight
LEFT = Qt.AlignmentFlag.AlignLeft
RIGHT = Qt.AlignmentFlag.AlignRight
CENTRE = Qt.AlignmentFlag.AlignHCenter
DESIGN_WIDTH, DESIGN_HEIGHT = 1920, 1080
SMALLEST_TYPE_PX = 12
CLOSE_PX = 4.0


@dataclass(frozen=True, slots=True)
class Scale:
    """How large things are: 1.0 in a window of 1920 x 1080."""

    unit: float = 1.0

    @classmethod
    def of(cls, width: int, height: int) -> Scale:
        return cls(max(0.5, min(width / DESIGN_WIDTH, height / DESIGN_HEIGHT)))

    def px(self, length: float, at_least: int = 0) -> int:
        return max(at_least, round(length * self.unit))

    def type(self, size: float, at_least: int = SMALLEST_TYPE_PX) -> int:
        return max(at_least, round(size * self.unit))


@dataclass(frozen=True, slots=True)
class Label:
    """One line of words: it stands on `baseline`, between `left` and `left + width`."""

    text: str
    left: float
    baseline: float
    width: float
    size_px: int
    colour: str
    weight: QFont.Weight = Weight.Normal
    align: Qt.AlignmentFlag = LEFT
    shortened: bool = False

    @property
    def font(self) -> QFont:
        return font(self.size_px, self.weight)

    def text_width(self) -> float:
        return text_width(self.text, self.size_px, self.weight)

    def ink_left(self) -> float:
        """Where the first letter starts."""
        spare = self.width - self.text_width()
        if self.align == RIGHT:
            return self.left + spare
        return self.left + (spare / 2 if self.align == CENTRE else 0.0)


def text_width(text: str, size_px: int, weight: QFont.Weight = Weight.Normal) -> float:
    return width_of(text, size_px, weight)


def cap_height(size_px: int, weight: QFont.Weight = Weight.Normal) -> float:
    return QFontMetricsF(font(size_px, weight)).capHeight()


def fitted(label: Label, at_least: int = SMALLEST_TYPE_PX) -> Label:
    """The label in a size that fits its width; shortened when even the smallest does not."""
    size = label.size_px
    while size > at_least and text_width(label.text, size, label.weight) > label.width:
        size -= 1
    text = label.text
    metrics = QFontMetricsF(font(size, label.weight))
    room = label.width
    while room > 0 and metrics.horizontalAdvance(text) > label.width:
        # Qt counts in whole pixels here, so that the first try may be a part of one too wide.
        text = metrics.elidedText(label.text, Qt.TextElideMode.ElideRight, room)
        room -= 1
    return Label(
        text,
        label.left,
        label.baseline,
        label.width,
        size,
        label.colour,
        label.weight,
        label.align,
        shortened=text != label.text,
    )


def wrapped(text: str, width: float, size_px: int, weight: QFont.Weight) -> list[str]:
    """The text in lines no wider than `width`, broken at plain spaces only."""
    return Ruler(size_px, weight).wrapped(text, width)


class Ruler:
    """Measures many texts in one type; every word of them once.

    The parts of a line are as wide as the line, to within `CLOSE_PX`: nearer than that to the
    edge the line itself is measured.
    """

    def __init__(self, size_px: int, weight: QFont.Weight) -> None:
        self._metrics = QFontMetricsF(font(size_px, weight))
        self._space = self._metrics.horizontalAdvance(" ")
        self._words: dict[str, float] = {}

    def wrapped(self, text: str, width: float) -> list[str]:
        """The text in lines no wider than `width`, broken at plain spaces only."""
        lines: list[list[str]] = []
        known, space, filled = self._words, self._space, 0.0
        for word in filter(None, text.replace("\n", " ").split(" ")):
            wide = known.get(word)
            if wide is None:
                wide = known[word] = self._metrics.horizontalAdvance(word)
            longer = filled + space + wide
            if lines and (
                longer < width - CLOSE_PX
                or (longer < width + CLOSE_PX and self._fits([*lines[-1], word], width))
            ):
                lines[-1].append(word)
                filled = longer
            else:
                lines.append([word])
                filled = wide
        return [" ".join(words) for words in lines]

    def _fits(self, words: list[str], width: float) -> bool:
        return self._metrics.horizontalAdvance(" ".join(words)) <= width


def middle(top: float, height: float, size_px: int, weight: QFont.Weight = Weight.Normal) -> float:
    """The baseline that centres capitals and figures in a strip."""
    return top + (height + cap_height(size_px, weight)) / 2


def draw_label(painter: QPainter, label: Label) -> None:
    painter.setFont(label.font)
    painter.setPen(colour(label.colour))
    painter.drawText(QPointF(label.ink_left(), label.baseline), label.text)


def mixed(front: str, back: str, share: float) -> str:
    """`share` of the front colour on the back colour, as ``#rrggbb``."""
    a, b = QColor(front), QColor(back)
    parts = (
        round(one * share + other * (1 - share))
        for one, other in (
            (a.red(), b.red()),
            (a.green(), b.green()),
            (a.blue(), b.blue()),
        )
    )
    return "#{:02x}{:02x}{:02x}".format(*parts)


def fill_round(painter: QPainter, box: QRectF, fill: str, radius: float) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(fill))
    painter.drawRoundedRect(box, radius, radius)


class Board(QWidget):
    """A painted widget: `lay_out` gives its words, `paint_under` what lies below them."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.scale = Scale()
        self.labels: tuple[Label, ...] = ()

    def set_scale(self, scale: Scale) -> None:
        if scale != self.scale:
            self.scale = scale
            self.relayout()

    def relayout(self) -> None:
        self.labels = tuple(label for label in self.lay_out() if label.text)
        self.setAccessibleName(self.spoken())
        self.update()

    def lay_out(self) -> list[Label]:
        return []

    def spoken(self) -> str:
        """What a screen reader says of this board."""
        return " ".join(label.text for label in self.labels)

    def paint_under(self, painter: QPainter) -> None:
        """Whatever lies below the words."""

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 -- Qt's name
        super().resizeEvent(event)
        self.relayout()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 -- Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_under(painter)
        for label in self.labels:
            draw_label(painter, label)
        painter.end()
