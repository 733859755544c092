"""A few buttons of which one can be down, or none: what need not be said at all."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from ui.page_kit import Button


class Picks(QWidget):
    """Tapped again, a button comes up. `several`: any number of them can be down.

    Emits the name of the button that a person tapped.
    """

    picked = Signal(str)

    def __init__(
        self,
        name: str,
        choices: Iterable[tuple[str, str]],
        *,
        several: bool = False,
        a_line: int = 8,
    ) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._several = several
        self._buttons: dict[str, Button] = {}
        rows = QGridLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        for place, (key, text) in enumerate(choices):
            button = Button(text, "choice")
            button.setCheckable(True)
            button.setAccessibleName(f"{name}: {text}")
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.setMinimumWidth(button.fontMetrics().horizontalAdvance(text) + 20)
            button.clicked.connect(lambda _down=False, key=key: self._tapped(key))
            self._buttons[key] = button
            rows.addWidget(button, *divmod(place, a_line))

    def chosen(self) -> frozenset[str]:
        return frozenset(key for key, button in self._buttons.items() if button.isChecked())

    def one(self) -> str:
        """The one that is down; empty = none."""
        return next(iter(self.chosen()), "")

    def choose(self, keys: Iterable[str]) -> None:
        """Put down exactly these; what is no button here is passed over."""
        wanted = set(keys)
        for key, button in self._buttons.items():
            button.setChecked(key in wanted)

    def button(self, key: str) -> Button:
        return self._buttons[key]

    def buttons(self) -> list[QWidget]:
        return list(self._buttons.values())

    def _tapped(self, key: str) -> None:
        if not self._several and self._buttons[key].isChecked():
            self.choose([key])
        self.picked.emit(key)
