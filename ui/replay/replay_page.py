"""A recorded session once more through the live screen: marked, and only to be looked at.

Rule 1: the bars of the window stay where they are and speak of the chairs of this seat alone. What
        was an alarm then stands in a bar of the page, inside the striped frame, and never flashes.
Rule 2: nothing on the chair's screen can be pressed: nobody is there to be treated.
Rule 3: it is silent; with the switch it sounds at ×1.
Rule 4: Esc or Back leaves it. Out of sight it stands still, and is silent.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from ui.bar_face import bar_face
from ui.chair.alarm_bar import AlarmBar
from ui.chair.live_view import LiveView
from ui.chair.spans import clock_text
from ui.ink import Scale
from ui.page_growth import Page
from ui.page_kit import Button, style_sheet
from ui.replay.controls import Controls
from ui.replay.player import Player
from ui.replay.sound import ReplaySound
from ui.replay.stripes import Frame, ReplayMark
from ui.replay.waves import Read, ReplayedWaves
from ui.requests import SessionRecord
from ui.review.moments import date_text, opened_text
from ui.scene import WAVES_UP_TO_SPEED
from ui.theme import Theme
from ui.trend_model import TrendModel
from ui.words import say

TURN_MS = 40
CURVES_EVERY_S = 0.2
LONGEST_TURN_S = 0.5
"""Time in which the window did not turn is not played over."""
LIVE_PX = 824
"""The height that the live view has in a window of 1920 x 1080."""


class ReplayPage(Page):
    """`clock` is monotonic seconds of the window."""

    closed = Signal()

    def __init__(self, theme: Theme, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._clock = clock
        self.player: Player | None = None
        self.sound = ReplaySound()
        self._model: TrendModel | None = None
        self._waves: ReplayedWaves | None = None
        self.in_the_way: Callable[[], bool] = lambda: False
        """Whether it has to be left: a chair with a patient needs the screen."""
        self._turned_at = self._drawn_at = float("-inf")
        self.setStyleSheet(style_sheet(theme))
        self.setAccessibleName(say("replay-page"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.frame = Frame(theme, self)
        self.mark = ReplayMark(theme, self)
        self.bar = AlarmBar(theme, self)
        self.leave = Button(say("replay-back"), "slim")
        self.leave.setParent(self)
        self.live = LiveView(theme, self)
        self.live.mark = say("replay-not-now")
        self.controls = Controls(theme)
        self.controls.setParent(self)
        _only_to_look_at(self.live.ribbon, self.live.instruction, self.bar)
        self._timer = QTimer(self)
        self._timer.setInterval(TURN_MS)
        self._timer.timeout.connect(self.turn)
        self._connect()

    def _connect(self) -> None:
        controls = self.controls
        self.leave.clicked.connect(self.closed)
        controls.play_pressed.connect(self.play_or_pause)
        controls.alarm_asked.connect(self._to_alarm)
        controls.speed_chosen.connect(self._choose_speed)
        controls.sound_switched.connect(self._switch_sound)
        controls.scrub.sought.connect(self.go_to)

    # ---- what is played

    def open(self, record: SessionRecord, waves: Read | None = None) -> None:
        """From the start. Raises `Refusal` when the record cannot be judged anew.

        `waves` reads those of this session; None = none are shown.
        """
        player = self.player = Player(record)
        self._waves = None if waves is None else ReplayedWaves(waves)
        opened, row = player.opened, record.row
        when = f"{date_text(row)} {opened_text(row)}"
        who = row.initials or f"#{row.patient_id}"
        self.mark.show_of(say("replay-of", when, who, opened.chair))
        now, nobody = say("replay-not-now"), say("simulated")
        self.live.mark = f"{now} · {nobody}" if row.simulated else now
        self.controls.show_player(player)
        player.speed = self.controls.speed
        player.playing = True
        self._show(player)

    def play_or_pause(self) -> None:
        player = self.player
        if player is None:
            return
        if player.over:
            player.go_to(player.begin_s)
        player.playing = not player.playing
        self._show(player)

    def go_to(self, at_s: float) -> None:
        if self.player is not None:
            self.player.go_to(at_s)
            self.turn()

    def _to_alarm(self, step: int) -> None:
        at_s = None if self.player is None else self.player.next_alarm(step)
        if at_s is not None:
            self.go_to(at_s)

    def _choose_speed(self, speed: float) -> None:
        if self.player is not None:
            self.player.speed = speed

    def _switch_sound(self, on: bool) -> None:
        self.sound.switch(on=on)

    def turn(self) -> None:
        """A little time went by."""
        player, now = self.player, self._clock()
        gone = min(LONGEST_TURN_S, max(0.0, now - self._turned_at))
        self._turned_at = now
        if player is None:
            return
        if self.in_the_way():
            self.closed.emit()
            return
        player.turn(gone)
        moving = player.playing and not player.jumping
        self.sound.turn(player.sounding(), speed=player.speed, playing=moving)
        self._show(player)

    def _show(self, player: Player) -> None:
        clock = clock_text(player.wall_s(player.target_s))
        self.controls.show_place(player, clock, self.sound.note())
        if player.jumping:
            return
        view = player.view
        self.bar.show_face(bar_face(view), bright=True)
        self.live.show_view(view)
        if self._model is not player.model:  # another session, or a jump back
            self._model = player.model
            self.live.show_model(player.model)
        self._show_waves(player)
        now = self._clock()
        if now - self._drawn_at >= CURVES_EVERY_S or not player.playing:
            self._drawn_at = now
            self.live.refresh_curves(player.now_s)

    def _show_waves(self, player: Player) -> None:
        """At a speed at which a line can be seen; faster, the sweep says that it is too fast."""
        too_fast = player.speed > WAVES_UP_TO_SPEED
        if self._waves is not None and not too_fast:
            player.take_waves(self._waves.come_to(player.now_s))
        self.live.show_waves(player.view.waves, player.now_s, too_fast=too_fast)

    # ---- the window

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 -- Qt's name
        super().showEvent(event)
        self._turned_at = self._clock()
        self._timer.start()
        self.controls.play.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 -- Qt's name
        super().hideEvent(event)
        self._timer.stop()
        self.controls.sound.setChecked(False)
        if self.player is not None:
            self.player.playing = False

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's name
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() == Qt.Key.Key_Space:
            self.play_or_pause()
        else:
            super().keyPressEvent(event)

    def set_scale(self, scale: Scale) -> None:
        super().set_scale(scale)
        for part in (self.mark, self.bar):
            part.set_scale(scale)
        self.controls.set_scale(scale)
        self._place(scale)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 -- Qt's name
        super().resizeEvent(event)
        self._place(self.mark.scale)

    def _frame_px(self) -> int:
        return self.mark.scale.px(10, 6)

    def _place(self, scale: Scale) -> None:
        frame = self._frame_px()
        self.frame.place(self.width(), self.height(), frame)
        wide, inner = self.width() - 2 * frame, self.height() - 2 * frame
        bar, foot = scale.px(84, 58), scale.px(84, 62)
        mark, back = scale.px(380, 280), self.leave.sizeHint().width()
        self.mark.setGeometry(frame, frame, mark, bar)
        self.leave.setGeometry(frame + wide - back - 8, frame + 4, back, bar - 8)
        self.bar.setGeometry(frame + mark, frame, wide - mark - back - 16, bar)
        high = inner - bar - foot
        self.live.setGeometry(frame, frame + bar, wide, high)
        self.live.set_scale(Scale(max(0.5, min(self.width() / 1920, high / LIVE_PX))))
        self.controls.setGeometry(frame, frame + bar + high, wide, foot)


def _only_to_look_at(*parts: QWidget) -> None:
    """No finger and no key reaches them."""
    for part in parts:
        part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        for widget in (part, *part.findChildren(QWidget)):
            widget.setFocusPolicy(Qt.FocusPolicy.NoFocus)
