"""What is known of the patient that moves limits: switches beside the profile, and what they do.

Rule: a switch that is on says below what it changes, in one sentence; all off is the usual.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from monitor.limits import Modifier
from ui.page_kit import SMALL_PX, Button, label
from ui.words import say


class ModifierSwitches(QWidget):
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(say("start-modifiers"))
        self.switches: dict[Modifier, Button] = {}
        self.told = label("", SMALL_PX, tone="second", wrap=True)
        """Stands where the page has room for it."""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for modifier in Modifier:
            text = say(f"start-modifier-{modifier.value}")
            button = Button(text, "choice")
            button.setCheckable(True)
            button.setAccessibleName(f"{say('start-modifiers')}: {text}")
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.setMinimumWidth(button.fontMetrics().horizontalAdvance(text) + 26)
            button.toggled.connect(self._toggled)
            self.switches[modifier] = button
            row.addWidget(button)
        self.told.hide()

    def chosen(self) -> frozenset[str]:
        """The names of those that are on."""
        on = (modifier for modifier, button in self.switches.items() if button.isChecked())
        return frozenset(modifier.value for modifier in on)

    def clear(self) -> None:
        for button in self.switches.values():
            button.setChecked(False)

    def buttons(self) -> list[QWidget]:
        return list(self.switches.values())

    def _toggled(self, _down: bool) -> None:
        told = [say(f"start-modifier-does-{name}") for name in Modifier if name in self.chosen()]
        self.told.setText("\n".join(told))
        self.told.setVisible(bool(told))
        self.changed.emit()
