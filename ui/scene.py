"""From what the window knows to what its parts show. Parts compare before they repaint.

Rule: nothing is decided here; the newest picture is shown as it is.
"""

from __future__ import annotations

from monitor.phases import TRANSITIONS, Step
from ui.bar_face import bar_face, top_face
from ui.chair.alarm_text import alarm_words, bright
from ui.chair.bottom_bar import actions_face
from ui.chair.spans import clock_text, span_text
from ui.chair.toast import Receipt, receipt_text
from ui.courses import Courses
from ui.desk import Desk
from ui.panels import Panel
from ui.shell import Shell
from ui.view_state import ChairView, ViewState, shown_alarm
from ui.words import say

DEVICES_EVERY_S = 0.5
"""How often the links are asked for their counts, while somebody looks at them."""
WAVES_UP_TO_SPEED = 4.0
"""Faster than this a sweep would flicker; only a demonstration runs so fast."""


class Scene:
    """`receipt` is what was entered last, as long as it is shown."""

    def __init__(self, shell: Shell, state: ViewState, desk: Desk, courses: Courses) -> None:
        self._shell, self._state = shell, state
        self._desk, self._courses = desk, courses
        self._refusals_seen = 0
        self._devices_at = float("-inf")
        self.receipt: Receipt | None = None

    def forget(self) -> None:
        """Another chair is shown from now on."""
        view = self._desk.view
        self._refusals_seen = 0 if view is None else view.refusal_count
        self.receipt = None

    def show(self, now: float, wall_s: float) -> None:
        view, shell = self._desk.view, self._shell
        note = self._desk.sound_note()
        shell.top.show_face(top_face(self._state, view, clock_text(wall_s), note))
        shell.bottom.show_face(actions_face(view))
        self._show_covers(now)
        if view is None:
            return
        shell.live.show_view(view)
        shell.panels.limits.show_view(view)
        self._show_refusal(view, now)
        shell.panels.answer.show_view(view)
        self.show_list()
        self.show_toast(now)

    def flash(self, now: float) -> None:
        """The alarm bar, in the bright or the dim half of its flash."""
        view = self._desk.view
        alarm = None if view is None else shown_alarm(view.picture.alarms)
        lit = alarm is None or bright(alarm.priority, alarm.state, now)
        self._shell.bar.show_face(bar_face(view), bright=lit)

    def draw_curves(self) -> None:
        view = self._desk.view
        if view is not None and self._shell.pages.currentWidget() is self._shell.live:
            self._shell.live.show_model(self._courses.of(view))
            self._shell.live.refresh_curves(view.picture.now_s)

    def draw_waves(self, now: float) -> None:
        """The sweeps; next to nothing while waves are not shown."""
        view = self._desk.view
        if view is None or not (self._state.waves_shown or self._shell.live.has_waves):
            return
        too_fast = view.clock.speed > WAVES_UP_TO_SPEED
        self._shell.live.show_waves(view.waves, view.clock.now_s(now), too_fast=too_fast)

    def show_devices(self, now: float) -> None:
        """What the links count and what may be done with them, while a panel shows it."""
        panels = self._shell.panels
        if not (panels.is_open(Panel.DEVICES) or panels.is_open(Panel.CUFF)):
            self._devices_at = float("-inf")
        elif now - self._devices_at >= DEVICES_EVERY_S:
            self._devices_at = now
            lines = self._desk.device_lines()
            panels.devices.show_lines(lines)
            panels.cuff.show_lines(lines)

    def show_list(self) -> None:
        """The open list of alarms; it closes by itself when there is nothing in it."""
        view, alarm_list = self._desk.view, self._shell.alarm_list
        if view is None or alarm_list.isHidden():
            return
        alarms = view.picture.alarms
        alarm_list.show_alarms(tuple(alarm_words(alarm, view) for alarm in alarms))
        alarm_list.setVisible(bool(alarms))
        self._shell.place_list()

    def show_toast(self, now: float) -> None:
        view, toast = self._desk.view, self._shell.toast
        if view is None or self.receipt is None or not self.receipt.shown(now):
            self.receipt = None
            toast.hide()
            return
        text, undo = receipt_text(self.receipt, view)
        toast.show_text(text, undo=undo)

    def show_menu_choices(self) -> None:
        view, menu = self._desk.view, self._shell.panels.menu
        can_end = view is not None and Step.END in TRANSITIONS[view.picture.phase]
        menu.offer("end", offered=can_end)
        for name in ("live", "devices", "waves"):
            menu.offer(name, offered=bool(self._state.chairs))
        shown = self._state.waves_shown
        menu.choices["waves"].say(say("menu-waves-hide" if shown else "menu-waves"))

    def _show_covers(self, now: float) -> None:
        silences = (self._state.stalled_s(chair, now) for chair in self._state.chairs)
        worst = max((silence for silence in silences if silence is not None), default=None)
        if worst is None:
            self._shell.stalled.hide()
        else:
            since = say("stalled-for", span_text(worst))
            self._shell.stalled.show_words(say("stalled-title"), say("stalled"), since)
        if self._desk.chair in self._state.broken:
            self._shell.broken.show_words(say("broken-title"), say("broken"), "")
        else:
            self._shell.broken.hide()

    def _show_refusal(self, view: ChairView, now: float) -> None:
        if view.refusal_count == self._refusals_seen:
            return
        self._refusals_seen = view.refusal_count
        if not view.refusals:
            return
        sentence = view.refusals[-1]
        self._shell.panels.limits.show_refusal(sentence)
        if not self._shell.panels.is_open(Panel.LIMITS):
            self.receipt = Receipt("", 0.0, now, sentence=sentence)
