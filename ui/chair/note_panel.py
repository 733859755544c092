"""What happened, in one tap: the events of a session, and own words when none fits.

The keys 1 to 9 press the nine tiles while the panel is open.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from monitor.events import NoteKind
from ui.chair.side_panel import SidePanel, grid
from ui.controls import Tile
from ui.ink import Label
from ui.theme import Theme, font
from ui.words import say

TAPS = tuple(kind for kind in NoteKind if kind is not NoteKind.FREE_TEXT)
"""In the order of their keys, from 1."""


class NotePanel(SidePanel):
    """Emits (kind, own words)."""

    noted = Signal(object, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.taps: dict[NoteKind, Tile] = {}
        super().__init__(theme, say("note-title"), parent)
        for number, kind in enumerate(TAPS, start=1):
            tile = self.tile(say(f"note-{kind.value}"))
            tile.say(tile.text(), str(number))
            tile.clicked.connect(lambda _checked=False, kind=kind: self._note(kind))
            self.taps[kind] = tile
        self.words = QLineEdit(self)
        self.words.setPlaceholderText(say("note-text-hint"))
        self.words.setAccessibleName(say("note-text-field"))
        self.words.setMaxLength(200)
        self.words.returnPressed.connect(self._note_words)
        self.words.setStyleSheet(
            f"QLineEdit {{ background: {theme.background}; color: {theme.text};"
            f" border: 2px solid {theme.line}; border-radius: 8px; padding: 0 12px; }}"
            f"QLineEdit:focus {{ border-color: {theme.text_2}; }}"
        )
        self.save = self.tile(say("note-text-save"))
        self.save.clicked.connect(self._note_words)

    def open(self) -> None:
        self.words.clear()
        super().open()

    def _note(self, kind: NoteKind) -> None:
        self.noted.emit(kind, "")
        self.dismiss()

    def _note_words(self) -> None:
        text = self.words.text().strip()
        if not text:
            self.words.setFocus()
            return
        self.noted.emit(NoteKind.FREE_TEXT, text)
        self.dismiss()

    def lay_out_content(self) -> list[Label]:
        box, gap, high = self.content_box(), self.scale.px(16, 8), self.scale.px(76, 48)
        self.words.setFont(font(self.scale.type(24, 14)))
        above = QRect(box.left(), box.top(), box.width(), box.height() - high - 2 * gap)
        bottom = grid(tuple(self.taps.values()), above, 3, gap, self.scale.px(132, 400))
        save = self.scale.px(200, 110)
        top = min(bottom + 2 * gap, box.bottom() - high + 1)
        self.words.setGeometry(box.left(), top, box.width() - save - gap, high)
        self.save.setGeometry(box.right() + 1 - save, top, save, high)
        return []

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's name
        number = event.key() - Qt.Key.Key_1
        if 0 <= number < len(TAPS) and not event.isAutoRepeat():
            self.taps[TAPS[number]].click()
            return
        super().keyPressEvent(event)
