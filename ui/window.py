"""The window: it empties the inbox on a timer, shows the newest picture, and passes on presses.

Rule 1: the alarm bar and the six actions are in the same place on every page.
Rule 2: nothing is decided here. What is shown is the newest picture; what is pressed goes to
        the desk.
Rule 3: no dialog ever lies over the alarm bar; questions are panels in the page.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow

from monitor.commands import Action, NoteKind
from monitor.phases import Step
from monitor.vitals import SIGNS, VitalSign
from ui.chair.bottom_bar import KEYS, Act
from ui.chair.device_text import maker
from ui.chair.toast import Receipt
from ui.courses import Courses
from ui.desk import Desk
from ui.emergency_desk import EmergencyDesk
from ui.panels import Panel
from ui.quiet_desk import QuietDesk
from ui.requests import Backend
from ui.scene import Scene
from ui.shell import Shell
from ui.sound_desk import SoundDesk
from ui.theme import Theme
from ui.view_state import ViewState
from ui.words import say

DRAIN_MS = 40
LOOK_EVERY_S = 0.2
"""Without news, clocks and ages are looked at this often; the curves are never drawn oftener."""
HOLD_MS = 1000
SMALLEST = (1024, 640)
OPENED_BY_MENU = {
    "devices": Panel.DEVICES,
    "sound": Panel.SOUND,
    "quiet": Panel.QUIET,
    "clinic": Panel.CLINIC,
}
CHAIR_KEYS = frozenset("123456789")


class MainWindow(QMainWindow):
    """`clock` is monotonic seconds, `wall` Unix seconds."""

    def __init__(
        self,
        backend: Backend,
        theme: Theme,
        *,
        clock: Callable[[], float] = time.monotonic,
        wall: Callable[[], float] = time.time,
    ) -> None:
        super().__init__()
        self._backend, self._clock, self._wall = backend, clock, wall
        self.state = ViewState()
        self.desk = Desk(backend, self.state)
        self.courses = Courses(backend)
        self._looked_at = float("-inf")
        self._may_close = False
        self.setWindowTitle(say("window-title"))
        self.setMinimumSize(*SMALLEST)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.shell = Shell(backend, theme)
        self.setCentralWidget(self.shell)
        self.scene = Scene(self.shell, self.state, self.desk, self.courses)
        self.quiet = QuietDesk(backend, self.desk, self.shell)
        self.sound = SoundDesk(backend, self.desk, self.shell, clock=clock, wall=wall)
        self.emergency = EmergencyDesk(backend, self.desk, self.shell.panels, self.courses)
        self._connect()
        self._bind_keys()
        self._timer = QTimer(self)
        self._timer.setInterval(DRAIN_MS)
        self._timer.timeout.connect(self.turn)
        self._timer.start()
        self.setFocus()
        self.turn()

    def _connect(self) -> None:
        shell, panels = self.shell, self.shell.panels
        shell.bottom.pressed.connect(self.act)
        shell.top.limits_pressed.connect(lambda: self.toggle(Panel.LIMITS))
        shell.top.menu_pressed.connect(self._open_menu)
        shell.top.devices_pressed.connect(lambda: self.toggle(Panel.DEVICES))
        shell.top.chair_pressed.connect(self.show_chair)
        shell.bar.more_pressed.connect(self._toggle_list)
        shell.alarm_list.answer_asked.connect(self.ask_answer)
        shell.monitor_confirmed.connect(self.confirm_monitor)
        panels.answer.answered.connect(self.answer)
        panels.answer.pause_asked.connect(self.desk.pause)
        shell.step_asked.connect(self.desk.step)
        shell.review_pressed.connect(self._review_this)
        shell.page_left.connect(lambda: self.go("live"))
        panels.note.noted.connect(self.note)
        panels.note.sedated.connect(self.sedation)
        panels.cuff.stored.connect(self.cuff)
        panels.cuff.start_asked.connect(self.start_cuff)
        panels.limits.asked.connect(self.desk.limit)
        panels.devices.take_asked.connect(self.take)
        panels.devices.allow_asked.connect(self.allow_cuff)
        panels.devices.start_asked.connect(self.start_cuff)
        panels.devices.stranger_accepted.connect(self.desk.accept_device)
        panels.chosen.connect(self.go)
        panels.all_closed.connect(self.setFocus)
        shell.toast.undo_pressed.connect(self.undo)
        shell.start.opened.connect(self._opened)
        shell.start.sound.asked.connect(lambda: self.toggle(Panel.SOUND))

    def _bind_keys(self) -> None:
        for act, key in KEYS.items():
            if act is not Act.EMERGENCY:
                shortcut = QShortcut(QKeySequence(key), self)
                shortcut.setAutoRepeat(False)
                shortcut.activated.connect(lambda act=act: self.act(act))
        undo = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self)
        undo.activated.connect(self.undo)
        self._hold = QTimer(self)
        self._hold.setSingleShot(True)
        self._hold.setInterval(HOLD_MS)
        self._hold.timeout.connect(lambda: self.act(Act.EMERGENCY))

    def turn(self) -> None:
        """Empty the inbox and show what is new."""
        now = self._clock()
        known = self.state.news
        for message in self._backend.inbox.drain():
            self.state.absorb(message, now, self._wall())
            self.courses.absorb(message, self.state)
        self._backend.screen_beat()
        if self.desk.chair is None and self.state.chairs:
            self.show_chair(min(self.state.chairs))
        due = now - self._looked_at >= LOOK_EVERY_S
        if due or self.state.news != known:
            self.scene.show(now, self._wall())
            self.emergency.show()
        if due:
            self._looked_at = now
            self.quiet.show()
            self.sound.show()
            self.scene.draw_curves()
        self.scene.draw_waves(now)
        self.scene.show_devices(now)
        self.scene.flash(now)

    # ---- where to go

    def show_chair(self, chair: int) -> None:
        if chair not in self.state.chairs:
            return
        self.desk.chair = chair
        self.scene.forget()
        self.shell.panels.close_all()
        self.shell.alarm_list.hide()
        self.go("live")

    def go(self, name: str) -> None:
        """To a page, or do what the menu and the question before closing offer."""
        shell = self.shell
        if name == "live":
            shell.pages.setCurrentWidget(shell.live if self.state.chairs else shell.start)
        elif name == "new":
            shell.pages.setCurrentWidget(shell.start)
        elif name == "review":
            shell.review.reload()
            shell.pages.setCurrentWidget(shell.review)
        elif name == "about":
            shell.pages.setCurrentWidget(shell.about)
        elif name == "end":
            shell.pages.setCurrentWidget(shell.live)
            shell.live.ask(Step.END)
        elif name in OPENED_BY_MENU:
            self.toggle(OPENED_BY_MENU[name])
        elif name == "waves":
            shell.pages.setCurrentWidget(shell.live)
            self.state.show_waves(shown=not self.state.waves_shown)
        elif name == "quit":
            self._may_close = True
            self.close()
        self._looked_at = float("-inf")

    def _review_this(self) -> None:
        view = self.desk.view
        self.go("review")
        if view is not None:
            self.shell.review.show_session(view.picture.session_id)

    def _opened(self, _session_id: str, chair: int) -> None:
        self.desk.chair = chair
        self.shell.pages.setCurrentWidget(self.shell.live)

    def toggle(self, panel: Panel) -> None:
        self.shell.complete()
        self.shell.alarm_list.hide()
        if panel is Panel.CLINIC:
            self.emergency.show_clinic()
        self.shell.panels.toggle(panel)
        if panel is Panel.QUIET:
            self.quiet.look()
        elif panel is Panel.SOUND:
            self.sound.look()
        self.scene.show_devices(self._clock())

    def _open_menu(self) -> None:
        self.scene.show_menu_choices()
        self.sound.show_menu()
        self.toggle(Panel.MENU)

    def _toggle_list(self) -> None:
        self.shell.panels.close_all()
        self.shell.alarm_list.setVisible(self.shell.alarm_list.isHidden())
        self.shell.alarm_list.raise_()
        self.scene.show_list()

    # ---- what is pressed

    def act(self, act: Act) -> None:
        """One of the six actions, by its tile or by its key."""
        if not self.shell.bottom.tiles[act].isEnabled():
            return
        match act:
            case Act.SILENCE:
                self.desk.silence()
            case Act.ACKNOWLEDGE:
                self.ask_answer(self.desk.asked_key() or "")
            case Act.CUFF:
                self.toggle(Panel.CUFF)
            case Act.NOTE:
                self.toggle(Panel.NOTE)
            case Act.PAUSE:
                self.desk.pause_or_resume()
            case Act.EMERGENCY:
                self._emergency()

    def ask_answer(self, key: str) -> None:
        """What was done about this alarm? Pressed again, the question goes away."""
        view = self.desk.view
        if view is None:
            return
        panels = self.shell.panels
        if panels.is_open(Panel.ANSWER) and panels.answer.key != key:
            panels.close_all()
        panels.answer.ask(key, view)
        self.toggle(Panel.ANSWER)

    def answer(self, key: str, action: Action | None, minutes_ago: int) -> None:
        """Acknowledged at once; a pause of the pump that began before is noted with its time."""
        self.desk.acknowledge(key, action)
        what = say("do-acknowledge") if action is None else say(f"mark-action-{action.value}")
        self._entered(what, None)
        if minutes_ago:
            self.note(NoteKind.FREE_TEXT, say("answer-pump-note", minutes_ago))

    def confirm_monitor(self, source: str, same: bool) -> None:
        self.desk.confirm_monitor(source, same=same)

    def _emergency(self) -> None:
        if not self.shell.panels.is_open(Panel.EMERGENCY):
            self.emergency.press()
            self.toggle(Panel.EMERGENCY)
            self.emergency.show()

    def note(self, kind: NoteKind, text: str) -> None:
        what = text if kind is NoteKind.FREE_TEXT else say(f"note-{kind.value}")
        self._entered(what, self.desk.note(kind, text))

    def sedation(self, score: int) -> None:
        self.desk.sedation(score)
        self._entered(say("sedation-noted", score), None)

    def cuff(self, sbp: float, dbp: float) -> None:
        self.desk.cuff(sbp, dbp)
        self._entered(say("cuff-noted", f"{sbp:.0f}", f"{dbp:.0f}"), None)

    def start_cuff(self, source: str) -> None:
        self.desk.start_cuff(source)
        self._entered(say("cuff-start-noted", maker(source)), None)

    def allow_cuff(self, source: str, allowed: bool) -> None:
        self.desk.allow_cuff(source, allowed=allowed)
        word = "devices-asked-cuff-on" if allowed else "devices-asked-cuff-off"
        self._entered(say(word, maker(source)), None)

    def take(self, sign: VitalSign, source: str) -> None:
        self.desk.prefer(sign, source)
        self._entered(say("devices-asked-take", SIGNS[sign].label, maker(source)), None)

    def _entered(self, what: str, note_id: str | None) -> None:
        view = self.desk.view
        if view is not None:
            now = self._clock()
            self.scene.receipt = Receipt(what, view.picture.now_s, now, note_id)
            self.scene.show_toast(now)

    def undo(self) -> None:
        receipt = self.scene.receipt
        if receipt is not None and receipt.note_id is not None:
            self.desk.undo(receipt.note_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's name
        key = event.key()
        if key == KEYS[Act.EMERGENCY]:
            if not event.isAutoRepeat():
                self._hold.start()
        elif key == Qt.Key.Key_Escape:
            self.shell.panels.close_all()
            self.shell.alarm_list.hide()
        elif event.text() in CHAIR_KEYS:
            self.show_chair(int(event.text()))
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's name
        if event.key() == KEYS[Act.EMERGENCY] and not event.isAutoRepeat():
            self._hold.stop()
        super().keyReleaseEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 -- Qt's name
        """A running session asks first, in the page; a demonstration does not."""
        running = any(not view.over for view in self.state.chairs.values())
        if running and not self._backend.demo and not self._may_close:
            event.ignore()
            if not self.shell.panels.is_open(Panel.CLOSE):
                self.toggle(Panel.CLOSE)
            return
        self._timer.stop()
        super().closeEvent(event)
