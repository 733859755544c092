"""The panels of the window: one open at a time, over the curves."""

from __future__ import annotations

import enum

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QWidget

from ui.chair.answer_panel import AnswerPanel
from ui.chair.breaths_panel import BreathsPanel
from ui.chair.clinic_panel import ClinicPanel
from ui.chair.cuff_panel import CuffPanel
from ui.chair.dose_panel import DosePanel
from ui.chair.drug_panel import DrugPanel
from ui.chair.emergency_page import EmergencyPage
from ui.chair.leaving_panel import LeavingPanel
from ui.chair.limits_panel import LimitsPanel
from ui.chair.monitors_panel import MonitorsPanel
from ui.chair.note_panel import NotePanel
from ui.chair.pace_panel import PacePanel
from ui.chair.plan_panel import PlanPanel
from ui.chair.pump_panel import PumpPanel
from ui.chair.quiet_panel import QuietPanel
from ui.chair.scores_panel import ScoresPanel
from ui.chair.screening_panel import ScreeningPanel
from ui.chair.side_panel import ChoicePanel, SidePanel
from ui.chair.signoff_panel import SignoffPanel
from ui.chair.sound_panel import SoundPanel
from ui.chair.waiting_panel import WaitingPanel
from ui.ink import Scale
from ui.people.claim_panel import ClaimPanel
from ui.people.handover_panel import HandoverPanel
from ui.people.people_panel import PeoplePanel
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
    SCREENING = "screening"
    PLAN = "plan"
    DOSE = "dose"
    SCORES = "scores"
    DRUG = "drug"
    BREATHS = "breaths"
    PUMP = "pump"
    WAITING = "waiting"
    LEAVING = "leaving"
    SIGNOFF = "signoff"
    PEOPLE = "people"
    CLAIM = "claim"
    HANDOVER = "handover"
    PACE = "pace"
    MENU = "menu"
    CLOSE = "close"


MENU_CHOICES = (
    "live",
    "wall",
    "new",
    "day",
    "review",
    "scores",
    "pump",
    "leaving",
    "devices",
    "waves",
    "sound",
    "quiet",
    "clinic",
    "people",
    "staff",
    "trainings",
    "about",
    "end",
)


class Panels(QWidget):
    """Owns no place on the screen itself: the panels are children of the window.

    Two dozen of them are closed at any time: each is laid out when it is opened, and not before.
    """

    chosen = Signal(str)
    all_closed = Signal()

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self.hide()
        self._make_actions(theme, window)
        self._make_treatment(theme, window)
        self._make_seat(theme, window)
        self._make_choices(theme, window)
        self.by_name = self._named()
        self._scale = Scale()
        self._connect()

    def _make_actions(self, theme: Theme, window: QWidget) -> None:
        """What the six actions open, and what is set at a chair."""
        self.answer = AnswerPanel(theme, window)
        self.note = NotePanel(theme, window)
        self.cuff = CuffPanel(theme, window)
        self.emergency = EmergencyPage(theme, window)
        self.limits = LimitsPanel(theme, window)
        self.devices = MonitorsPanel(theme, window)

    def _make_treatment(self, theme: Theme, window: QWidget) -> None:
        self.screening = ScreeningPanel(theme, window)
        self.plan = PlanPanel(theme, window)
        self.dose = DosePanel(theme, window)
        self.scores = ScoresPanel(theme, window)
        self.drug = DrugPanel(theme, window)
        self.breaths = BreathsPanel(theme, window)
        self.pump = PumpPanel(theme, window)
        self.waiting = WaitingPanel(theme, window)
        self.leaving = LeavingPanel(theme, window)
        self.signoff = SignoffPanel(theme, window)

    def _make_seat(self, theme: Theme, window: QWidget) -> None:
        """Of this computer, and of who is in front of it."""
        self.clinic = ClinicPanel(theme, window)
        self.quiet = QuietPanel(theme, window)
        self.sound = SoundPanel(theme, window)
        self.people = PeoplePanel(theme, window)
        self.claim = ClaimPanel(theme, window)
        self.handover = HandoverPanel(theme, window)
        self.pace = PacePanel(theme, window)

    def _make_choices(self, theme: Theme, window: QWidget) -> None:
        entries = [(name, say(f"menu-{name}")) for name in MENU_CHOICES]
        self.menu = ChoicePanel(theme, say("menu"), "", entries, window)
        answers = [("stay", say("close-no")), ("quit", say("close-yes"))]
        title, sentence = say("close-title"), say("close-sentence")
        self.close_question = ChoicePanel(theme, title, sentence, answers, window)

    def _named(self) -> dict[Panel, SidePanel]:
        return {
            Panel.ANSWER: self.answer,
            Panel.NOTE: self.note,
            Panel.CUFF: self.cuff,
            Panel.LIMITS: self.limits,
            Panel.DEVICES: self.devices,
            Panel.EMERGENCY: self.emergency,
            Panel.CLINIC: self.clinic,
            Panel.QUIET: self.quiet,
            Panel.SOUND: self.sound,
            Panel.SCREENING: self.screening,
            Panel.PLAN: self.plan,
            Panel.DOSE: self.dose,
            Panel.SCORES: self.scores,
            Panel.DRUG: self.drug,
            Panel.BREATHS: self.breaths,
            Panel.PUMP: self.pump,
            Panel.WAITING: self.waiting,
            Panel.LEAVING: self.leaving,
            Panel.SIGNOFF: self.signoff,
            Panel.PEOPLE: self.people,
            Panel.CLAIM: self.claim,
            Panel.HANDOVER: self.handover,
            Panel.PACE: self.pace,
            Panel.MENU: self.menu,
            Panel.CLOSE: self.close_question,
        }

    def _connect(self) -> None:
        for panel in self.by_name.values():
            panel.hide()
            panel.closed.connect(self.all_closed)
            panel.opening.connect(lambda panel=panel: panel.set_scale(self._scale))
        for choice in (self.menu, self.close_question):
            choice.chosen.connect(self._chosen)

    def is_open(self, name: Panel) -> bool:
        return not self.by_name[name].isHidden()

    @property
    def opened(self) -> SidePanel | None:
        """The panel that is open; None = none is."""
        return next((self.by_name[name] for name in Panel if self.is_open(name)), None)

    @property
    def any_open(self) -> bool:
        return self.opened is not None

    def toggle(self, name: Panel) -> None:
        """Open this one and close the others; close it when it is open."""
        was_open = self.is_open(name)
        self.close_all()
        if not was_open:
            self.by_name[name].open()

    def tell_refusal(self, sentence: str) -> bool:
        """A panel that is open says it in its own place; False = none does."""
        asking = (self.screening, self.plan, self.dose, self.leaving, self.signoff)
        for panel in (self.limits, *asking):
            if not panel.isHidden():
                panel.show_refusal(sentence)
                return True
        return False

    def close_all(self) -> None:
        for panel in self.by_name.values():
            if not panel.isHidden():
                panel.dismiss()

    def place(self, box: QRect, scale: Scale) -> None:
        self._scale = scale
        for panel in self.by_name.values():
            panel.setGeometry(box)
            if not panel.isHidden():
                panel.set_scale(scale)

    def _chosen(self, name: str) -> None:
        self.close_all()
        self.chosen.emit(name)
