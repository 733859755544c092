"""The panels of the window: one open at a time, over the curves."""

from __future__ import annotations

import enum

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QWidget

from ui.chair.answer_panel import AnswerPanel
from ui.chair.clinic_panel import ClinicPanel
from ui.chair.cuff_panel import CuffPanel
from ui.chair.emergency_page import EmergencyPage
from ui.chair.limits_panel import LimitsPanel
from ui.chair.monitors_panel import MonitorsPanel
from ui.chair.note_panel import NotePanel
from ui.chair.quiet_panel import QuietPanel
from ui.chair.side_panel import ChoicePanel, SidePanel
from ui.chair.sound_panel import SoundPanel
from ui.ink import Scale
from ui.theme import Theme
from ui.words import say


class Panel(enum.Enum):
    ANSWER = "answer"
    NOTE = "note"
    CUFF = "cuff"
    LIMITS = "limits"
    DEVICES = "devices"
    EMERGENCY = "emergency"
    CLINIC = "clinic"
    QUIET = "quiet"
    SOUND = "sound"
    MENU = "menu"
    CLOSE = "close"


MENU_CHOICES = (
    "live",
    "new",
    "review",
    "devices",
    "waves",
    "sound",
    "quiet",
    "clinic",
    "about",
    "end",
)


class Panels(QWidget):
    """Owns no place on the screen itself: the panels are children of the window."""

    chosen = Signal(str)
    all_closed = Signal()

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self.hide()
        self.answer = AnswerPanel(theme, window)
        self.note = NotePanel(theme, window)
        self.cuff = CuffPanel(theme, window)
        self.limits = LimitsPanel(theme, window)
        self.devices = MonitorsPanel(theme, window)
        self.emergency = EmergencyPage(theme, window)
        self.clinic = ClinicPanel(theme, window)
        self.quiet = QuietPanel(theme, window)
        self.sound = SoundPanel(theme, window)
        self.menu = ChoicePanel(
            theme,
            say("menu"),
            "",
            [(name, say(f"menu-{name}")) for name in MENU_CHOICES],
            window,
        )
        self.close_question = ChoicePanel(
            theme,
            say("close-title"),
            say("close-sentence"),
            [("stay", say("close-no")), ("quit", say("close-yes"))],
            window,
        )
        self.by_name: dict[Panel, SidePanel] = {
            Panel.ANSWER: self.answer,
            Panel.NOTE: self.note,
            Panel.CUFF: self.cuff,
            Panel.LIMITS: self.limits,
            Panel.DEVICES: self.devices,
            Panel.EMERGENCY: self.emergency,
            Panel.CLINIC: self.clinic,
            Panel.QUIET: self.quiet,
            Panel.SOUND: self.sound,
            Panel.MENU: self.menu,
            Panel.CLOSE: self.close_question,
        }
        self._connect()

    def _connect(self) -> None:
        for panel in self.by_name.values():
            panel.hide()
            panel.closed.connect(self.all_closed)
        for choice in (self.menu, self.close_question):
            choice.chosen.connect(self._chosen)

    def is_open(self, name: Panel) -> bool:
        return not self.by_name[name].isHidden()

    @property
    def any_open(self) -> bool:
        return any(self.is_open(name) for name in Panel)

    def toggle(self, name: Panel) -> None:
        """Open this one and close the others; close it when it is open."""
        was_open = self.is_open(name)
        self.close_all()
        if not was_open:
            self.by_name[name].open()

    def close_all(self) -> None:
        for panel in self.by_name.values():
            if not panel.isHidden():
                panel.dismiss()

    def place(self, box: QRect, scale: Scale) -> None:
        for panel in self.by_name.values():
            panel.set_scale(scale)
            panel.setGeometry(box)

    def _chosen(self, name: str) -> None:
        self.close_all()
        self.chosen.emit(name)
