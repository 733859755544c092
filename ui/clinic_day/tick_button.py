"""One line of a checklist: its name, who ticked it and when; one tap ticks it or takes it back."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout

from ui.clinic_day.opening_facts import ItemFace
from ui.icons import draw_tick
from ui.page_kit import SMALL_PX, STRONG, Button, label
from ui.theme import Theme
from ui.words import say

LINE_PX, MARK_PX, BESIDE_PX = 62, 26, 14


class TickButton(Button):
    """`turned` carries the face as it was when it was tapped."""

    turned = Signal(object)

    def __init__(self, theme: Theme, face: ItemFace) -> None:
        super().__init__("", "slim")
        self._theme = theme
        self.face = face
        self.setMinimumHeight(LINE_PX)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * BESIDE_PX + MARK_PX, 6, BESIDE_PX, 6)
        column.setSpacing(1)
        self._name = label(face.name, weight=STRONG)
        self._detail = label("", SMALL_PX, tone="second")
        column.addStretch(1)
        for words in (self._name, self._detail):
            words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            column.addWidget(words)
        column.addStretch(1)
        self.clicked.connect(lambda: self.turned.emit(self.face))
        self._show()

    def show_face(self, face: ItemFace) -> None:
        if face != self.face:
            self.face = face
            self._show()

    def _show(self) -> None:
        face = self.face
        self._name.setText(face.name)
        self._elide()
        self._detail.setVisible(bool(face.detail))
        state = say("day-is-done" if face.done else "day-is-open")
        self.setAccessibleName(", ".join(part for part in (face.name, state, face.detail) if part))
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 -- Qt's name
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        """As much as there is room for; the whole is in the accessible name."""
        layout = self.layout()
        if layout is not None:
            around = layout.contentsMargins()
            room = self.width() - around.left() - around.right()
            metrics = self._detail.fontMetrics()
            end = Qt.TextElideMode.ElideRight
            self._detail.setText(metrics.elidedText(self.face.detail, end, room))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 -- Qt's name
        super().paintEvent(event)
        layout = self.layout()
        if layout is None:
            return
        room = layout.contentsMargins().left()
        side = room * MARK_PX / (2 * BESIDE_PX + MARK_PX)
        box = QRectF((room - side) / 2, (self.height() - side) / 2, side, side)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = self._theme.infusion_edge if self.face.done else self._theme.text_3
        painter.setPen(QPen(QColor(edge), 2))
        painter.setBrush(QColor(edge) if self.face.done else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(box)
        if self.face.done:
            inset = side * 0.22
            tick = box.adjusted(inset, inset, -inset, -inset)
            draw_tick(painter, tick, QColor(self._theme.background))
        painter.end()
