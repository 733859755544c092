"""What is pressed about the sound check, and how its state comes to the screen.

Rule: the check that is due before a session counts from when its preparation began: from the
      first look at the start page after the last session was opened.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from monitor.outcomes import Priority
from monitor.sound_check import CheckKind
from ui.chair.sound_panel import SoundFace
from ui.desk import Desk
from ui.doors import SoundTrial
from ui.panels import Panel
from ui.requests import Backend, Refusal
from ui.shell import Shell
from ui.words import say

SLOW_AFTER_S = 3.0
"""A burst that has not begun by then was not played: a loudspeaker takes a tenth of it."""


class SoundDesk:
    """`clock` is monotonic seconds, `wall` Unix seconds."""

    def __init__(
        self,
        backend: Backend,
        desk: Desk,
        shell: Shell,
        *,
        clock: Callable[[], float] = time.monotonic,
        wall: Callable[[], float] = time.time,
    ) -> None:
        self._backend, self._desk, self._shell = backend, desk, shell
        self._clock, self._wall = clock, wall
        self._trial: SoundTrial | None = None
        self._asked: Priority | None = None
        self._asked_at = 0.0
        self._refused = ""
        self._preparing_since_s: float | None = None
        self._opened = False
        panel = shell.panels.sound
        panel.begun.connect(self._begin)
        panel.answered.connect(self._answer)
        panel.again.connect(self._again)
        shell.start.opened.connect(lambda _session, _chair: self._session_opened())

    def look(self) -> None:
        """The panel is about to be opened: a check that was left unfinished counts for nothing."""
        self._trial, self._refused = None, ""
        who = self._shell.panels.sound.who
        who.setText(self._desk.by or self._shell.start.listener or who.text())
        self.show()

    def show(self) -> None:
        """To be called several times a second."""
        shell, demo = self._shell, self._backend.demo
        preparing = shell.start.isVisible()
        if preparing and (self._preparing_since_s is None or self._opened):
            self._preparing_since_s, self._opened = self._wall(), False
        if preparing or shell.panels.is_open(Panel.SOUND):
            due = None if demo else self._due()
            shell.start.sound.show_due(due)
            shell.panels.sound.show_face(self._face(due))

    def show_menu(self) -> None:
        """The menu is about to be opened."""
        menu = self._shell.panels.menu
        menu.offer("sound", offered=not self._backend.demo)
        due = not self._backend.demo and self._due() is not None
        menu.choices["sound"].say(say("menu-sound-due" if due else "menu-sound"))

    def _due(self) -> CheckKind | None:
        return self._backend.sound_check_due(self._preparing_since_s)

    def _session_opened(self) -> None:
        self._opened = True

    def _face(self, due: CheckKind | None) -> SoundFace:
        trial = self._trial
        if trial is None:
            return SoundFace(due, refused=self._refused)
        waits = self._clock() - self._asked_at >= SLOW_AFTER_S
        return SoundFace(
            due=due,
            kind=trial.kind,
            step=self._asked,
            began=trial.began,
            slow=waits and not trial.began,
            heard=trial.heard,
            refused=self._refused,
        )

    # ---- what is pressed

    def _begin(self, kind: CheckKind, by: str) -> None:
        self._trial, self._refused = None, ""
        if not by:
            self._refused = say("sound-who-missing")
            self._shell.panels.sound.who.setFocus()
            self.show()
            return
        try:
            self._trial = self._backend.begin_sound_check(kind, by)
        except Refusal as refusal:
            self._refused = str(refusal)
        self._play()

    def _again(self) -> None:
        self._play()

    def _answer(self, heard: bool) -> None:
        trial = self._trial
        if trial is None:
            return
        try:
            self._refused = ""
            trial.answer(heard=heard)
        except Refusal as refusal:
            self._refused = str(refusal)
            self.show()
            return
        self._play()

    def _play(self) -> None:
        """The burst that the check is at; nothing when it is over."""
        step = None if self._trial is None else self._trial.step
        if self._trial is not None and step is not None:
            self._asked, self._asked_at, self._refused = step, self._clock(), ""
            try:
                self._trial.play(step)
            except Refusal as refusal:
                self._refused = str(refusal)
        self.show()
