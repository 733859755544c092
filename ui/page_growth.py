"""Lets a page grow with the window: type, controls and spaces, each by its own measure.

Rule 1: up to 1280 x 720 a page has the sizes that its code names; in a larger window they grow,
        so that a page is read from where the live view is read.
Rule 2: type grows most and spaces least: what is gained shall be words, and no more scrolling.
Rule 3: the size in the code is remembered when a widget is first seen, and is what grows; a
        widget grows when a font was chosen for it, a layout always. What paints its words itself
        is told by its page.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, QRect, QRectF, Qt
from PySide6.QtWidgets import QLayout, QLineEdit, QWidget

from ui.ink import Scale

TYPE, CONTROL, SPACE = 1.28, 1.17, 1.14
"""How much larger things are in a window of 1920 x 1080 than in the code."""
BESIDE_PX, LEAST_BESIDE_PX = 32, 16
"""Left and right of a page: in line with the bars above and below."""
REMEMBERED = "size_in_code"


@dataclass(frozen=True, slots=True)
class Growth:
    """Factors, never below 1."""

    type: float = 1.0
    control: float = 1.0
    space: float = 1.0

    @classmethod
    def of(cls, scale: Scale) -> Growth:
        return cls(*(max(1.0, factor * scale.unit) for factor in (TYPE, CONTROL, SPACE)))


class Page(QWidget):
    """A page of the window; `grow` is for what paints its words itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.growth = Growth()
        self._beside_px = 0
        self.setProperty("part", "page")

    def set_scale(self, scale: Scale) -> None:
        growth, beside = Growth.of(scale), scale.px(BESIDE_PX, LEAST_BESIDE_PX)
        if (growth, beside) != (self.growth, self._beside_px):
            self.growth, self._beside_px = growth, beside
            self.grow()

    def grow(self) -> None:
        grow(self, self.growth)
        layout = self.layout()
        if layout is not None:
            around = layout.contentsMargins()
            beside = self._beside_px
            layout.setContentsMargins(beside, around.top(), beside, around.bottom())


def grow(root: QWidget, growth: Growth) -> None:
    """Give everything from here on down its size; also for what came later than the page."""
    for widget in (root, *root.findChildren(QWidget)):
        if widget.testAttribute(Qt.WidgetAttribute.WA_SetFont):
            _grow_widget(widget, growth)
        layout = widget.layout()
        if layout is not None:
            _grow_layout(layout, growth)
            for below in layout.findChildren(QLayout):
                _grow_layout(below, growth)


def in_code(rect: QRect, growth: float) -> QRectF:
    """A rectangle of the screen in the measures of code that paints it on a scaled painter."""
    return QRectF(
        rect.x() / growth, rect.y() / growth, rect.width() / growth, rect.height() / growth
    )


def _grow_widget(widget: QWidget, growth: Growth) -> None:
    type_px, wide, high = _remembered(
        widget, [widget.font().pixelSize(), widget.minimumWidth(), widget.minimumHeight()]
    )
    font = widget.font()
    font.setPixelSize(round(type_px * growth.type))
    widget.setFont(font)
    widget.setMinimumSize(round(wide * growth.type), round(high * growth.control))
    if isinstance(widget, QLineEdit):
        unit = widget.findChild(QWidget)
        if unit is not None and widget.layout() is not None:
            widget.setTextMargins(0, 0, unit.sizeHint().width() + 8, 0)


def _grow_layout(layout: QLayout, growth: Growth) -> None:
    margins = layout.contentsMargins()
    around = [margins.left(), margins.top(), margins.right(), margins.bottom()]
    *around, between = _remembered(layout, [*around, layout.spacing()])
    layout.setContentsMargins(*(round(px * growth.space) for px in around))
    if between > 0:
        layout.setSpacing(round(between * growth.space))


def _remembered(thing: QObject, now: list[int]) -> list[int]:
    """What `now` was when this was asked for the first time."""
    kept = thing.property(REMEMBERED)
    if kept is None:
        thing.setProperty(REMEMBERED, now)
        return now
    return [int(value) for value in kept]
