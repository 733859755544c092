"""How fast simulated time goes: one tile for each speed, and one that lets it stand."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.chair.side_panel import ChoicePanel
from ui.controls import Look
from ui.practice_pace import SPEEDS, Pace
from ui.theme import Theme
from ui.words import figure, say

FREEZE = "freeze"


class PacePanel(ChoicePanel):
    """Emits the speed that was pressed as it is written, or `FREEZE`."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        speeds = [(f"{speed:g}", times_text(speed)) for speed in SPEEDS]
        speeds[0] = (speeds[0][0], say("pace-life"))
        choices = [*speeds, (FREEZE, say("pace-freeze"))]
        super().__init__(theme, say("pace-title"), say("pace-sentence"), choices, parent)

    def show_pace(self, pace: Pace) -> None:
        """Which of them holds now."""
        theme = self.theme
        chosen = FREEZE if pace.frozen else f"{pace.speed:g}"
        for name, tile in self.choices.items():
            edge = theme.infusion_edge if name == chosen else None
            tile.wear(Look(ink=theme.text, fill=theme.raised, size=26, edge=edge))
        self.choices[FREEZE].say(say("pace-unfreeze" if pace.frozen else "pace-freeze"))
        behind = say("pace-behind", f"{pace.reached:.0f}") if pace.behind else ""
        sentence = " ".join(part for part in (say("pace-sentence"), behind) if part)
        if sentence != self.sentence:
            self.sentence = sentence
            self.relayout()


def times_text(speed: float) -> str:
    return say("pace-times", figure(f"{speed:g}"))
