"""From what the window knows to what its parts show. Parts compare before they repaint.

Rule: nothing is decided here; the newest picture is shown as it is.
"""

from __future__ import annotations

from dataclasses import replace

from monitor.phases import TRANSITIONS, Step
from ui.bar_face import bar_face, top_face
from ui.chair.alarm_text import AlarmWords, alarm_words, bright
from ui.chair.bottom_bar import actions_face
from ui.chair.leaving_faces import has_checklist
from ui.chair.spans import clock_text, span_text
from ui.chair.toast import Receipt, receipt_text
from ui.courses import Courses
from ui.desk import Desk
from ui.panels import Panel
from ui.shell import Shell
from ui.view_state import ChairView, ViewState, shown_alarm
from ui.wall.room import alarms_of_room, running
from ui.wall.wall_scene import WallScene
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
        self._elsewhere: tuple[AlarmWords, ...] = ()
        self.receipt: Receipt | None = None
        self.wall = WallScene(shell, state)

    def forget(self) -> None:
        """Another chair is shown from now on, or none but all."""
        view = self._desk.view
        self.wall.enter()
        self._refusals_seen = 0 if view is None else view.refusal_count
        self.receipt = None

    def show(self, now: float, wall_s: float) -> None:
        view, shell = self._desk.view, self._shell
        note = self._desk.sound_note()
        self._show_covers(now)
        if self._of_room():
            self.wall.show(now, wall_s, note, self._desk.record_note())
            self.show_list()
            return
        self._elsewhere = alarms_of_room(self._state, now, but=self._desk.chair)
        clock = clock_text(wall_s)
        face = top_face(self._state, view, clock, note, self._elsewhere)
        note = self._desk.record_note()
        shell.top.show_face(replace(face, kept=note, pace=self._state.pace))
        shell.bottom.show_face(actions_face(view))
        if view is None:
            return
        shell.live.show_view(view)
        shell.panels.limits.show_view(view)
        self._show_refusal(view, now)
        shell.panels.answer.show_view(view)
        self.show_list()
        self.show_toast(now)

    def _of_room(self) -> bool:
        """No chair is chosen: the bars are about all of them."""
        return self._desk.chair is None and bool(self._state.chairs)

    def flash(self, now: float) -> None:
        """The alarm bar, in the bright or the dim half of its flash."""
        if self._of_room():
            self.wall.flash(now)
            return
        view = self._desk.view
        alarm = None if view is None else shown_alarm(view.picture.alarms)
        lit = alarm is None or bright(alarm.priority, alarm.state, now)
        self._shell.bar.show_face(bar_face(view, self._elsewhere), bright=lit)

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
        if alarm_list.isHidden():
            return
        own = () if view is None or view.over else view.picture.alarms
        alarms = [alarm_words(alarm, view) for alarm in own if view is not None]
        alarms += self.wall.alarms if view is None else self._elsewhere
        alarm_list.show_alarms(tuple(alarms))
        alarm_list.setVisible(bool(alarms))
        self._shell.place_list()

    def show_toast(self, now: float) -> None:
        view, toast = self._desk.view, self._shell.toast
        if view is None or self.receipt is None or not self.receipt.shown(now):
            self.receipt = None
            toast.hide()
            return
        text, undo = receipt_text(self.receipt, view)
        toast.show_text(text, undo=undo, below=self._shell.panels.opened)

    def show_menu_choices(self) -> None:
        view, menu = self._desk.view, self._shell.panels.menu
        can_end = view is not None and Step.END in TRANSITIONS[view.picture.phase]
        menu.offer("end", offered=can_end)
        menu.offer("leaving", offered=view is not None and has_checklist(view))
        for name in ("live", "devices", "waves"):
            menu.offer(name, offered=view is not None)
        menu.offer("trainings", offered=self._shell.trainings_offered)
        menu.offer("wall", offered=bool(self._state.chairs))
        shown = self._state.waves_shown
        menu.choices["waves"].say(say("menu-waves-hide" if shown else "menu-waves"))

    def _show_covers(self, now: float) -> None:
        worst = self._silence_s(now)
        if worst is None:
            self._shell.stalled.hide()
        else:
            since = say("stalled-for", span_text(worst))
            self._shell.stalled.show_words(say("stalled-title"), say("stalled"), since)
        if self._desk.chair in self._state.broken:
            self._shell.broken.show_words(say("broken-title"), say("broken"), "")
        else:
            self._shell.broken.hide()

    def _silence_s(self, now: float) -> float | None:
        """How long nothing was heard of all chairs, or of the one that is shown; None = it was.

        One silent chair among others says so in its own place, and the others stay in sight.
        """
        watched = [chair for chair in running(self._state) if chair not in self._state.broken]
        silences = [self._state.stalled_s(chair, now) for chair in watched]
        known = [silence for silence in silences if silence is not None]
        if known and len(known) == len(silences):
            return max(known)
        return None if self._desk.chair is None else self._state.stalled_s(self._desk.chair, now)

    def _show_refusal(self, view: ChairView, now: float) -> None:
        if view.refusal_count == self._refusals_seen:
            return
        self._refusals_seen = view.refusal_count
        if not view.refusals:
            return
        sentence = view.refusals[-1]
        if not self._shell.panels.tell_refusal(sentence):
            self.receipt = Receipt("", 0.0, now, sentence=sentence)
