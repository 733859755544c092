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

from monitor.events import NoteKind
from monitor.phases import Step
from ui.chair.bottom_bar import KEYS, Act
from ui.chair.toast import Receipt
from ui.courses import Courses
from ui.desk import Desk
from ui.panels import Panel
from ui.requests import Backend
from ui.scene import Scene
from ui.shell import Shell
from ui.theme import Theme
from ui.view_state import ViewState
from ui.words import say

DRAIN_MS = 40
LOOK_EVERY_S = 0.2
"""Without news, clocks and ages are looked at this often; the curves are never drawn oftener."""
HOLD_MS = 1000
SMALLEST = (1024, 640)
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
        shell.top.chair_pressed.connect(self.show_chair)
        shell.bar.more_pressed.connect(self._toggle_list)
        shell.alarm_list.acknowledged.connect(self.desk.acknowledge)
        shell.step_asked.connect(self.desk.step)
        shell.review_pressed.connect(self._review_this)
        shell.page_left.connect(lambda: self.go("live"))
        panels.note.noted.connect(self.note)
        panels.cuff.stored.connect(self.cuff)
        panels.limits.asked.connect(self.desk.limit)
        panels.chosen.connect(self.go)
        panels.all_closed.connect(self.setFocus)
        shell.toast.undo_pressed.connect(self.undo)
        shell.start.opened.connect(self._opened)

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
        news = self._backend.inbox.drain()
        for message in news:
            self.state.absorb(message, now, self._wall())
            self.courses.absorb(message, self.state)
        self._backend.screen_beat()
        if self.desk.chair is None and self.state.chairs:
            self.show_chair(min(self.state.chairs))
        due = now - self._looked_at >= LOOK_EVERY_S
        if news or due:
            self.scene.show(now, self._wall())
        if due:
            self._looked_at = now
            self.scene.draw_curves()
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
        self.shell.panels.toggle(panel)

    def _open_menu(self) -> None:
        self.scene.show_menu_choices()
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
                self.desk.acknowledge_shown()
            case Act.CUFF:
                self.toggle(Panel.CUFF)
            case Act.NOTE:
                self.toggle(Panel.NOTE)
            case Act.PAUSE:
                self.desk.pause_or_resume()
            case Act.EMERGENCY:
                self._emergency()

    def _emergency(self) -> None:
        if not self.shell.panels.is_open(Panel.EMERGENCY):
            self.toggle(Panel.EMERGENCY)
            self.note(NoteKind.FREE_TEXT, say("emergency-note"))

    def note(self, kind: NoteKind, text: str) -> None:
        what = text if kind is NoteKind.FREE_TEXT else say(f"note-{kind.value}")
        self._entered(what, self.desk.note(kind, text))

    def cuff(self, sbp: float, dbp: float) -> None:
        self.desk.cuff(sbp, dbp)
        self._entered(say("cuff-noted", f"{sbp:.0f}", f"{dbp:.0f}"), None)

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
