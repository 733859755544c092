"""What a replay is steered by: play and pause, alarm to alarm, speed, sound, the scrub bar."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.ink import Scale
from ui.page_kit import Button, ChoiceRow
from ui.replay.player import SPEEDS, Player
from ui.replay.scrub_bar import ScrubBar, Track
from ui.theme import Theme
from ui.words import say

FIRST_SPEED = 10.0
SCRUB_LEAST_PX = 240


class Controls(QWidget):
    play_pressed = Signal()
    alarm_asked = Signal(int)
    speed_chosen = Signal(float)
    sound_switched = Signal(bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("part", "bare")
        self.play = Button(say("replay-pause"), "primary")
        self.earlier = Button(say("replay-earlier"), "slim")
        self.earlier.setAccessibleName(say("replay-earlier-name"))
        self.later = Button(say("replay-later"), "slim")
        self.later.setAccessibleName(say("replay-later-name"))
        speeds = [(f"{speed:g}", say("replay-times", f"{speed:g}")) for speed in SPEEDS]
        self.speeds = ChoiceRow(say("replay-speed"), speeds, f"{FIRST_SPEED:g}")
        self.sound = Button(say("replay-sound"), "slim")
        self.sound.setCheckable(True)
        self.scrub = ScrubBar(theme)
        self.scrub.setMinimumWidth(SCRUB_LEAST_PX)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 8, 0)
        row.setSpacing(8)
        for widget in (self.play, self.earlier, self.later, self.speeds, self.sound):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.scrub, 1)
        self._keep_width()
        self._connect()

    def _keep_width(self) -> None:
        """Its three words share one width, so that nothing moves."""
        words = ("replay-play", "replay-pause", "replay-again")
        metrics = self.play.fontMetrics()
        widest = max(metrics.horizontalAdvance(say(word)) for word in words)
        self.play.setMinimumWidth(widest + 40)

    def _connect(self) -> None:
        self.play.clicked.connect(self.play_pressed)
        self.earlier.clicked.connect(lambda: self.alarm_asked.emit(-1))
        self.later.clicked.connect(lambda: self.alarm_asked.emit(1))
        self.speeds.changed.connect(lambda key: self.speed_chosen.emit(float(key)))
        self.sound.toggled.connect(self.sound_switched)

    @property
    def speed(self) -> float:
        return float(self.speeds.key())

    def set_scale(self, scale: Scale) -> None:
        self.scrub.set_scale(scale)

    def show_player(self, player: Player) -> None:
        self.scrub.show_track(Track(player.begin_s, player.end_s, player.stretches, player.alarms))

    def show_place(self, player: Player, clock: str, sound_note: str) -> None:
        """`sound_note` says why nothing is heard although the sound is on; empty = nothing."""
        word = "replay-pause" if player.playing else "replay-play"
        self.play.say(say("replay-again" if player.over and not player.playing else word))
        self.earlier.setEnabled(player.next_alarm(-1) is not None)
        self.later.setEnabled(player.next_alarm(1) is not None)
        self.sound.say(sound_note or say("replay-sound"))
        self.scrub.show_place(player.now_s, player.target_s, clock)
