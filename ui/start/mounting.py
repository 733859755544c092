"""Where cuff, probe and drip sit, and how large the cuff is; remembered per patient."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from monitor.treatment.commands import CuffSize, Mount, Side
from ui.page_kit import SMALL_PX, label
from ui.start.entry import Mounted
from ui.start.picks import Picks
from ui.words import say

ARMS = ("cuff_arm", "spo2_arm", "iv_arm")


class Mounting(QWidget):
    """Nothing here has to be said; what was said last time stands already."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.rows: dict[str, Picks] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(5)
        sizes = [(size.value, say(f"cuff-size-{size.value}")) for size in CuffSize]
        sides = [(side.value, say(f"side-{side.value}")) for side in Side]
        self._put(grid, "cuff_size", sizes, 0)
        for column, name in enumerate(ARMS):
            self._put(grid, name, sides, column)
            grid.setColumnStretch(column, 1)

    def _put(
        self, grid: QGridLayout, name: str, choices: list[tuple[str, str]], column: int
    ) -> None:
        """The size in a line of its own, the arms beside each other below it."""
        line, wide = (1, 1) if name in ARMS else (0, len(ARMS))
        words = say(f"mount-{name.replace('_', '-')}")
        row = Picks(words, choices)
        row.picked.connect(lambda _key: self.changed.emit())
        grid.addWidget(label(words, SMALL_PX, tone="second"), 2 * line, column, 1, wide)
        grid.addWidget(row, 2 * line + 1, column, 1, wide)
        self.rows[name] = row

    def mounted(self) -> Mounted:
        return Mounted(**{name: row.one() for name, row in self.rows.items()})

    def show_mount(self, mount: Mount | None) -> None:
        """As it was last time; None = not known, and then nothing is down."""
        for name, row in self.rows.items():
            value = None if mount is None else getattr(mount, name)
            row.choose(() if value is None else [value.value])

    def buttons(self) -> list[QWidget]:
        return [button for row in self.rows.values() for button in row.buttons()]
