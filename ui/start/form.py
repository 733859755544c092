"""What is typed about a session: patient, infusion, limits and who starts it.

Rule 1: a field is checked from the moment it was left with something in it, or Start was pressed;
        nobody is told off while still typing for the first time.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from monitor.limits import PROFILES
from ui.page_kit import (
    HEADING_PX,
    SMALL_PX,
    STRONG,
    Card,
    ChoiceRow,
    label,
)
from ui.profiles import profile_label, profiles
from ui.requests import WrongEntry
from ui.start.entry import USUAL_MG_PER_KG, USUAL_MINUTES, Typed, dose_line, pounds
from ui.start.fields import Field
from ui.start.switches import ModifierSwitches
from ui.words import say

INTERVALS_MIN = ("2.5", "3", "5", "10", "15")
USUAL_INTERVAL_MIN = "5"
USUAL_PROFILE = "adult-iv"
OF_THE_PATIENT = ("patient_id", "initials", "birth_year", "weight", "dose", "minutes")


def _fields() -> dict[str, Field]:
    """In the order of the page."""
    dose, minutes = f"{USUAL_MG_PER_KG:g}", f"{USUAL_MINUTES:g}"
    return {
        "patient_id": Field(say("start-patient-id"), hint=say("start-patient-id-hint")),
        "initials": Field(say("start-initials"), most=8),
        "birth_year": Field(say("start-birth-year"), most=8),
        "weight": Field(say("start-weight"), unit="kg", most=12),
        "dose": Field(say("start-dose"), value=dose, unit="mg/kg", most=12),
        "minutes": Field(say("start-minutes"), value=minutes, unit="min", most=12),
        "by": Field(say("start-by"), hint=say("start-by-hint"), most=12),
    }


def _profiles() -> tuple[str, list[tuple[str, str]]]:
    """What is wrong with the clinic's own profiles, and the profiles that can be chosen."""
    try:
        known, trouble = profiles(), ""
    except WrongEntry as refusal:
        known, trouble = PROFILES, str(refusal)
    return trouble, [(name, profile_label(name)) for name in known]


def _keep_place(field: Field) -> None:
    """Hidden, it leaves its place empty, and the others stay where they are."""
    policy = field.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    field.setSizePolicy(policy)


class SessionForm(QWidget):
    edited = Signal()
    left = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        kinds = [(kind, say(f"start-kind-{kind}")) for kind in ("infusion", "watch")]
        self.profile_trouble, names = _profiles()
        minutes = [(value, say("start-interval-min", value)) for value in INTERVALS_MIN]
        everything = _fields()
        for name in ("dose", "minutes"):
            _keep_place(everything[name])
        self.fields = everything
        self.kind = ChoiceRow(say("start-kind"), kinds, "infusion")
        self.dose = label("", HEADING_PX + 6, weight=STRONG)
        self.rate = label("", SMALL_PX, tone="second")
        self.profile = ChoiceRow(say("start-profile"), names, USUAL_PROFILE, a_line=5)
        self.modifiers = ModifierSwitches()
        self.interval = ChoiceRow(say("start-interval"), minutes, USUAL_INTERVAL_MIN)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for card in (self._patient_card(), self._infusion_card(), self._watching_card()):
            column.addWidget(card)
        column.addStretch(1)
        self.modifiers.changed.connect(self.edited)
        self.kind.changed.connect(lambda _kind: self.edited.emit())
        for name, field in everything.items():
            field.edited.connect(self.edited)
            field.left.connect(lambda name=name: self.left.emit(name))

    def stops(self) -> list[QWidget]:
        """Where Tab stops, from top to bottom."""
        lines: list[QWidget] = [field.line for field in self.fields.values()]
        choices = [
            *self.modifiers.buttons(),
            *self.profile.buttons(),
            *self.interval.buttons(),
        ]
        return [*lines[:3], *self.kind.buttons(), *lines[3:6], *choices, lines[6]]

    def texts(self) -> dict[str, str]:
        return {name: field.text() for name, field in self.fields.items()}

    @property
    def infusion(self) -> bool:
        return self.kind.key() == "infusion"

    def show_typed(self, typed: Typed) -> None:
        """What follows from the entry: pounds, the dose, and which fields there are."""
        for name in ("dose", "minutes"):
            self.fields[name].setVisible(typed.infusion)
        self.fields["weight"].beside.setText(pounds(typed.weight))
        whole, rate = dose_line(typed)
        idle = say("dose-incomplete") if typed.infusion else say("start-watch-line")
        self.dose.setText(whole)
        self.dose.setVisible(bool(whole))
        self.rate.setText(rate or idle)

    def forget_patient(self) -> None:
        for name in OF_THE_PATIENT:
            self.fields[name].clear()
        self.profile.choose(USUAL_PROFILE)
        self.modifiers.clear()

    def _patient_card(self) -> Card:
        card = Card(say("start-patient"))
        card.column.addLayout(self._row(("patient_id", 3), ("initials", 2), ("birth_year", 2)))
        return card

    def _infusion_card(self) -> Card:
        card = Card()
        top = QHBoxLayout()
        top.setSpacing(24)
        top.addWidget(label(say("start-infusion"), HEADING_PX, weight=STRONG))
        top.addWidget(self.kind, 1)
        card.column.addLayout(top)
        card.column.addLayout(self._row(("weight", 1), ("dose", 1), ("minutes", 1)))
        below = QHBoxLayout()
        below.setContentsMargins(0, 4, 0, 0)
        below.setSpacing(16)
        self.dose.setMinimumHeight(32)
        self.rate.setMinimumHeight(32)
        below.addWidget(self.dose)
        below.addWidget(self.rate, 1)
        card.column.addLayout(below)
        return card

    def _watching_card(self) -> Card:
        card = Card()
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(label(say("start-watching"), HEADING_PX, weight=STRONG))
        top.addWidget(self.modifiers, 1)
        card.column.addLayout(top)
        card.column.addWidget(self.profile)
        if self.profile_trouble:
            card.column.addWidget(label(self.profile_trouble, SMALL_PX, tone="caution", wrap=True))
        card.column.addWidget(self.modifiers.told)
        row = QHBoxLayout()
        row.setSpacing(16)
        cuff = QVBoxLayout()
        cuff.setSpacing(5)
        cuff.addWidget(label(say("start-interval"), SMALL_PX, tone="second"))
        cuff.addWidget(self.interval)
        cuff.addStretch(1)
        row.addLayout(cuff, 3)
        row.addWidget(self.fields["by"], 2)
        card.column.addLayout(row)
        return card

    def _row(self, *shares: tuple[str, int]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(16)
        for name, share in shares:
            row.addWidget(self.fields[name], share)
        return row
