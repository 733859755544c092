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
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QMainWindow

from monitor.commands import Action, NoteKind
from monitor.entries import StoreNote
from monitor.vitals import VitalSign
from ui.chair.bottom_bar import KEYS, Act
from ui.chair.device_text import maker
from ui.chair.toast import Receipt
from ui.clinic_day.day_desk import DayDesk
from ui.courses import Courses
from ui.desk import Desk
from ui.during_desk import DuringDesk
from ui.emergency_desk import EmergencyDesk
from ui.leaving_desk import LeavingDesk
from ui.panels import Panel
from ui.people.idle import Idle
from ui.people.people_desk import PeopleDesk
from ui.quiet_desk import QuietDesk
from ui.replay.desk import ReplayDesk
from ui.requests import Backend
from ui.roads import Roads
from ui.scan_guard import ScanGuard
from ui.scene import Scene
from ui.shell import Shell
from ui.sound_desk import SoundDesk
from ui.theme import Theme
from ui.treatment_desk import TreatmentDesk
from ui.view_state import ViewState
from ui.wall.wall_desk import WallDesk, Ways
from ui.whereabouts import Whereabouts
from ui.words import say, sign_label

DRAIN_MS = 40
LOOK_EVERY_S = 0.2
"""Without news, clocks and ages are looked at this often; the curves are never drawn oftener."""
HOLD_MS = 1000
SMALLEST = (1024, 640)
LOCK_KEY = "Ctrl+L"


class MainWindow(QMainWindow):
    """`clock` is monotonic seconds, `wall` Unix seconds.

    `hand` is the monotonic time of whoever sits here, also where `clock` goes faster; by it the
    window locks.
    """

    def __init__(
        self,
        backend: Backend,
        theme: Theme,
        *,
        clock: Callable[[], float] = time.monotonic,
        wall: Callable[[], float] = time.time,
        hand: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__()
        self._backend, self._clock, self._wall = backend, clock, wall
        self.state = ViewState(demo=backend.demo)
        self.desk = Desk(backend, self.state)
        self.courses = Courses(backend)
        self._looked_at = float("-inf")
        self._may_close = False
        self._paused_ago_s = 0.0
        """How long ago the pump was paused, by the answer to the last alarm."""
        self.setWindowTitle(say("window-title"))
        self.setMinimumSize(*SMALLEST)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.shell = Shell(backend, theme)
        self.setCentralWidget(self.shell)
        self.scene = Scene(self.shell, self.state, self.desk, self.courses)
        self.where = Whereabouts(self.state, self.desk, self.shell, self.scene)
        self.people = PeopleDesk(backend, self.desk, self.state, self.shell, self.where, hand)
        self._idle = Idle(self, self.people.touch)
        self.sound = SoundDesk(backend, self.desk, self.shell, clock=clock, wall=wall)
        self._make_desks(backend)
        self._roads = Roads(self)
        self._connect()
        self._bind_keys()
        self._timer = QTimer(self)
        self._timer.setInterval(DRAIN_MS)
        self._timer.timeout.connect(self.turn)
        self._timer.start()
        self.setFocus()
        self.turn()

    def _make_desks(self, backend: Backend) -> None:
        """What is pressed on the panels of each kind, and what becomes of it."""
        desk, shell = self.desk, self.shell
        self.quiet = QuietDesk(backend, desk, shell)
        self.emergency = EmergencyDesk(backend, desk, shell.panels, self.courses)
        self.treatment = TreatmentDesk(backend, desk, shell.panels)
        self.during = DuringDesk(
            backend, desk, shell.panels, self._entered, lambda: self.emergency.clinic
        )
        self.leaving = LeavingDesk(backend, desk, shell, self.courses, self.during.go)
        self.day = DayDesk(backend, self.people.seat, self.state, shell, self.scene, self)
        self.replay = ReplayDesk(shell, self.state, backend.waves)
        self.scans = ScanGuard(self)
        ways = Ways(self.show_chair, self.act_at, self.answer_at, lambda: self.go("new"))
        self.wall = WallDesk(desk, self.state, shell, self.scene.wall, ways)

    def _connect(self) -> None:
        shell, panels = self.shell, self.shell.panels
        shell.bottom.pressed.connect(self.act)
        shell.top.limits_pressed.connect(lambda: self.toggle(Panel.LIMITS))
        shell.top.menu_pressed.connect(self._open_menu)
        shell.top.devices_pressed.connect(lambda: self.toggle(Panel.DEVICES))
        shell.top.chair_pressed.connect(self.show_chair)
        shell.top.room_pressed.connect(lambda: self.go("wall"))
        shell.bar.more_pressed.connect(self._toggle_list)
        shell.alarm_list.answer_asked.connect(self.answer_at)
        shell.waiting_answered.connect(self.during.answer)
        shell.waiting_skipped.connect(self.during.ask_skip)
        shell.waiting_asked.connect(lambda: self.during.open(Panel.WAITING))
        self.during.toggled.connect(self.toggle)
        panels.answer.answered.connect(self.answer)
        panels.answer.pause_asked.connect(lambda: self.desk.pause(self._paused_ago_s))
        shell.step_asked.connect(self.during.step)
        shell.place_asked.connect(self.treatment.go)
        self.treatment.toggled.connect(self.toggle)
        self.leaving.toggled.connect(self.toggle)
        self.leaving.page_asked.connect(self.go)
        shell.review_pressed.connect(lambda: self.go("review-this"))
        shell.page_left.connect(lambda: self.go("live"))
        self.people.toggled.connect(self.toggle)
        self.people.page_asked.connect(self.go)
        self.people.told.connect(lambda words: self._entered(words, None))
        panels.cuff.start_asked.connect(self.start_cuff)
        panels.limits.asked.connect(self.desk.limit)
        panels.devices.take_asked.connect(self.take)
        panels.devices.allow_asked.connect(self.allow_cuff)
        panels.devices.start_asked.connect(self.start_cuff)
        panels.devices.stranger_accepted.connect(self.desk.accept_device)
        panels.chosen.connect(self.go)
        panels.all_closed.connect(self.setFocus)
        shell.which.closed.connect(self.setFocus)
        shell.toast.undo_pressed.connect(self.undo)
        self.scans.typed.connect(self.typed)
        self.scans.scanned.connect(self.scanned)
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
        QShortcut(QKeySequence(LOCK_KEY), self).activated.connect(self.people.lock)
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
            if isinstance(message, StoreNote):
                self.shell.start.tell(message.text)
        self._backend.screen_beat()
        self.where.settle()
        due = now - self._looked_at >= LOOK_EVERY_S
        if due or self.state.news != known:
            self.scene.show(now, self._wall())
            self.emergency.show()
            self.treatment.show()
            self.during.show()
            self.leaving.show()
        if due:
            self._looked_at = now
            self.people.show()
            self.quiet.show()
            self.sound.show()
            self.day.show(now)
            self.scene.draw_curves()
        self.scene.draw_waves(now)
        self.scene.show_devices(now)
        self.scene.flash(now)

    # ---- where to go

    def show_chair(self, chair: int) -> None:
        if chair in self.state.chairs:
            self.where.to_chair(chair)
            self._looked_at = float("-inf")

    def go(self, name: str) -> None:
        """To a page, or do what the menu and the question before closing offer."""
        self._roads.go(name)
        self._looked_at = float("-inf")

    def leave(self) -> None:
        """Close the window; it was asked before."""
        self._may_close = True
        self.close()

    def _opened(self, session_id: str, chair: int) -> None:
        self.desk.chair = chair
        self.treatment.begin(session_id)
        self.shell.which.hide()
        self.shell.pages.setCurrentWidget(self.shell.live)

    def toggle(self, panel: Panel) -> None:
        self.shell.complete()
        self.shell.alarm_list.hide()
        if self.people.stops(panel):
            return
        if panel is Panel.CLINIC:
            self.emergency.show_clinic()
        self.shell.panels.toggle(panel)
        if panel is Panel.QUIET:
            self.quiet.look()
        elif panel is Panel.SOUND:
            self.sound.look()
        self.scene.show_devices(self._clock())
        self.during.show()

    def _open_menu(self) -> None:
        self.people.glass.trim(self.shell.panels.menu, self._fill_menu)
        self.toggle(Panel.MENU)

    def _fill_menu(self) -> None:
        self.scene.show_menu_choices()
        self.sound.show_menu()

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
        if self.desk.chair is None:
            self.wall.act(act)
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
                self.during.pause_or_resume()
            case Act.EMERGENCY:
                self._emergency()

    def act_at(self, chair: int, act: Act) -> None:
        """At the wall somebody said which chair is meant: go there, and do it."""
        self.show_chair(chair)
        self.scene.show(self._clock(), self._wall())
        self.act(act)

    def answer_at(self, chair: int, key: str) -> None:
        """What was done about this alarm of this chair? It is asked beside its numbers."""
        if chair != self.desk.chair:
            self.show_chair(chair)
            self.scene.show(self._clock(), self._wall())
        self.ask_answer(key)

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
        self._paused_ago_s = minutes_ago * 60.0
        if minutes_ago:
            self.note(NoteKind.FREE_TEXT, say("answer-pump-note", minutes_ago))

    def _emergency(self) -> None:
        if not self.shell.panels.is_open(Panel.EMERGENCY):
            self.emergency.press()
            self.toggle(Panel.EMERGENCY)
            self.emergency.show()

    def note(self, kind: NoteKind, text: str) -> None:
        self.during.note(kind, text, 0.0)

    def start_cuff(self, source: str) -> None:
        self.desk.start_cuff(source)
        self._entered(say("cuff-start-noted", maker(source)), None)

    def allow_cuff(self, source: str, allowed: bool) -> None:
        self.desk.allow_cuff(source, allowed=allowed)
        word = "devices-asked-cuff-on" if allowed else "devices-asked-cuff-off"
        self._entered(say(word, maker(source)), None)

    def take(self, sign: VitalSign, source: str) -> None:
        self.desk.prefer(sign, source)
        self._entered(say("devices-asked-take", sign_label(sign), maker(source)), None)

    def _entered(self, what: str, note_id: str | None) -> None:
        view = self.desk.view
        if view is not None and not self.people.seat.held:
            now = self._clock()
            self.scene.receipt = Receipt(what, view.picture.now_s, now, note_id)
            self.scene.show_toast(now)

    def undo(self) -> None:
        receipt = self.scene.receipt
        if receipt is not None and receipt.note_id is not None:
            self.desk.undo(receipt.note_id)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 -- Qt's name
        super().showEvent(event)
        self._idle.watch(self.windowHandle())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's name
        key = event.key()
        if key == KEYS[Act.EMERGENCY]:
            if not event.isAutoRepeat():
                self._hold.start()
        elif key == Qt.Key.Key_Escape:
            self.shell.panels.close_all()
            self.shell.alarm_list.hide()
        elif not self.scans.take(event):
            super().keyPressEvent(event)

    def scanned(self, text: str) -> None:
        """A badge asks for its PIN; every other label goes to the page in sight."""
        if not self.people.badge(text):
            self.day.scanned(text)

    def typed(self, character: str) -> None:
        """One character of a hand, which no field took: a digit leads to a chair."""
        self.where.typed(character)
        self._looked_at = float("-inf")

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
