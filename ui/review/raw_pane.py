"""The raw bytes about the cursor, for support: what went over the wire, and what was understood.

Rule 1: nothing is read before the pane is open and the cursor has stood still for a moment.
Rule 2: it can be scrolled, selected and copied by keyboard; nothing of it is kept.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout

from ui.page_growth import Growth
from ui.page_kit import SMALL_PX, label
from ui.requests import Backend, Refusal
from ui.review.cursor_pane import CursorPane
from ui.review.raw_reading import ABOUT_S, WARM_UP_S, raw_reading, raw_text
from ui.theme import Theme, fixed_font
from ui.words import say

TEXT_PX = 13
LEAST_PX = 130


class RawPane(CursorPane):
    def __init__(self, backend: Backend, theme: Theme) -> None:
        super().__init__()
        self._backend = backend
        self.head = label(say("bytes-no-cursor"), SMALL_PX, tone="second", wrap=True)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setAccessibleName(say("bytes-name"))
        self.text.setTabChangesFocus(True)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard
            | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.text.setStyleSheet(
            f"QPlainTextEdit {{ background: {theme.background}; color: {theme.text};"
            f" border: 2px solid {theme.line}; border-radius: 10px; padding: 4px 8px;"
            f" selection-background-color: {theme.infusion}; }}"
            f"QPlainTextEdit:focus {{ border-color: {theme.infusion_edge}; }}"
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.head)
        column.addWidget(self.text, 1)
        self.grow(Growth())

    def grow(self, growth: Growth) -> None:
        self.text.setFont(fixed_font(round(TEXT_PX * growth.type)))
        self.text.setFixedHeight(round(LEAST_PX * growth.type))

    def empty_out(self) -> None:
        self._tell(say("bytes-no-cursor"))

    def read(self, session_id: str, at_s: float, zero_s: float) -> None:
        try:
            kept = self._backend.raw_bytes(session_id, at_s - ABOUT_S - WARM_UP_S, at_s + ABOUT_S)
        except Refusal as refusal:
            self._tell(str(refusal))
            return
        found = raw_reading(kept, at_s)
        about = f"{ABOUT_S:g}"
        if not found.rows:
            self._tell(say("bytes-none", about))
            return
        names = ", ".join(dict.fromkeys(row.device for row in found.rows))
        first = found.rows[0].offset
        self.head.setText(say("bytes-head", names, found.count, about, first, found.total))
        self.text.setPlainText(raw_text(found, zero_s))
        self.text.setVisible(True)

    def _tell(self, sentence: str) -> None:
        self.head.setText(sentence)
        self.text.clear()
        self.text.setVisible(False)
