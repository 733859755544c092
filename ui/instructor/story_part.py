"""What happened so far, newest at the foot; and a line to write a note for the debrief.

Rule: it follows what is new only while its foot is in sight: who scrolled back reads on.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QListView, QWidget

from ui.ink import Scale
from ui.page_kit import MEDIUM, STRONG, TEXT_PX, Button, label
from ui.review.event_list import EventDelegate, EventModel, Rows
from ui.review.line import Line
from ui.theme import Theme, font
from ui.words import say

LONGEST_NOTE = 400
NEAR_PX = 4


class StoryPart(QWidget):
    noted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = label(say("story-title"), TEXT_PX, weight=STRONG)
        self.title.setParent(self)
        self.model = EventModel()
        self.view = Rows()
        self.view.setParent(self)
        self.view.setModel(self.model)
        self._delegate = EventDelegate(theme, self.model)
        self.view.setItemDelegate(self._delegate)
        self.view.setAccessibleName(say("story-title"))
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setResizeMode(QListView.ResizeMode.Adjust)
        self.view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.told = label("", TEXT_PX, weight=MEDIUM, wrap=True)
        self.told.setParent(self)
        self.told.setStyleSheet(
            f"background: {theme.infusion}; border-radius: 10px; padding: 8px 14px;"
        )
        self.entry = QLineEdit(self)
        self.entry.setPlaceholderText(say("note-hint"))
        self.entry.setAccessibleName(say("note-hint"))
        self.entry.setMaxLength(LONGEST_NOTE)
        self.entry.returnPressed.connect(self._add)
        self.add = Button(say("note-add"), "slim")
        self.add.setParent(self)
        self.add.clicked.connect(self._add)
        self._scale = Scale()
        self._follows = True
        foot = self.view.verticalScrollBar()
        foot.actionTriggered.connect(self._scrolled)
        foot.rangeChanged.connect(self._grown)

    def show_lines(self, lines: list[Line], clock_of: Callable[[float], str]) -> None:
        value = self.view.verticalScrollBar().value()
        self.model.show_lines(lines, 0.0, clock_of)
        if self._follows:
            self.view.scrollToBottom()
        else:
            self.view.verticalScrollBar().setValue(value)

    def _scrolled(self, _action: int) -> None:
        """By a hand; where the bar will be."""
        foot = self.view.verticalScrollBar()
        self._follows = foot.sliderPosition() >= foot.maximum() - NEAR_PX

    def _grown(self, _least: int, most: int) -> None:
        """Rows are laid out after they came."""
        if self._follows:
            self.view.verticalScrollBar().setValue(most)

    def tell(self, sentence: str) -> None:
        """What somebody should read out or know now; empty = nothing."""
        if sentence != self.told.text():
            self.told.setText(sentence)
            self._place()

    def set_scale(self, scale: Scale) -> None:
        self._scale = scale
        size = scale.type(19, 13)
        for words in (self.entry, self.add, self.told):
            words.setFont(font(size))
        self.title.setFont(font(scale.type(20, 13), STRONG))
        self._delegate.growth = max(0.8, scale.unit * 1.08)
        self.view.scheduleDelayedItemsLayout()
        self._place()

    def place(self, box: QRect) -> None:
        self.setGeometry(box)
        self._place()

    def _place(self) -> None:
        scale, wide = self._scale, self.width()
        gap, high = scale.px(10, 6), scale.px(56, 44)
        head = scale.px(40, 26)
        self.title.setGeometry(scale.px(4, 2), 0, wide, head)
        add = self.add.sizeHint().width()
        top = self.height() - high
        self.add.setGeometry(wide - add, top, add, high)
        self.entry.setGeometry(0, top, wide - add - gap, high)
        self.entry.setPlaceholderText(self._hint(wide - add - gap))
        told = 0
        if self.told.text():
            told = self.told.heightForWidth(wide)
            self.told.setGeometry(0, top - gap - told, wide, told)
            told += gap
        self.told.setVisible(bool(told))
        self.view.setGeometry(0, head, wide, top - gap - told - head)

    def _hint(self, wide: int) -> str:
        """The longest that is not cut."""
        room = wide - 2 * self.fontMetrics().height()
        long = self.entry.fontMetrics().horizontalAdvance(say("note-hint"))
        return say("note-hint" if long <= room else "note-hint-short")

    def _add(self) -> None:
        text = self.entry.text().strip()
        if text:
            self.entry.clear()
            self.noted.emit(text)
