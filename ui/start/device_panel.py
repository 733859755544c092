"""The monitors of the session to be: chosen, found and tried out before the start.

Rule 1: what runs is polled on a timer, and stops when the page is left, when another monitor or
        port is chosen, and before a session takes the ports.
Rule 2: each device is tried out by itself; choosing another line leaves a running test alone.
Rule 3: from which device a sign is taken is said as soon as there is a choice.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from devices.registry import LINE
from ui.page_growth import Growth
from ui.page_kit import Card
from ui.requests import Backend, DeviceRequest, DriverChoice, Refusal
from ui.start.about_driver import AboutDriver
from ui.start.device_editor import DeviceEditor
from ui.start.device_list import DeviceList
from ui.start.device_row import row_of, sources_of
from ui.start.trial_report import TrialReport
from ui.start.trials import Trials
from ui.theme import Theme
from ui.words import say

POLL_MS = 200


class DevicePanel(Card):
    """`edited` is said when a choice changed; `look_at` names what should be in sight now."""

    edited = Signal()
    look_at = Signal(QWidget)

    def __init__(self, backend: Backend, theme: Theme) -> None:
        super().__init__()
        self._backend = backend
        self._drivers: dict[str, DriverChoice] = {}
        self._described: dict[str, DriverChoice] = {}
        self._trials = Trials(backend)
        self.list = DeviceList(theme)
        self.editor = DeviceEditor()
        self.report = TrialReport(theme)
        self.about = AboutDriver()
        self._choosing = QWidget()
        self._timer = QTimer(self)
        self._timer.setInterval(POLL_MS)
        self._timer.timeout.connect(self._poll)
        self._lay_out()
        self._connect()
        self._show_device()

    def _lay_out(self) -> None:
        choosing = QVBoxLayout(self._choosing)
        choosing.setContentsMargins(0, 0, 0, 0)
        choosing.setSpacing(8)
        choosing.addWidget(self.editor)
        choosing.addWidget(self.report)
        self.column.setSpacing(6)
        self.column.addWidget(self.list)
        self.column.addWidget(self._choosing)
        self.column.addWidget(self.about)
        self.column.addStretch(1)
        self.about.hide()

    def _connect(self) -> None:
        devices, editor = self.list, self.editor
        devices.chosen.connect(self.select)
        devices.added.connect(self._add)
        devices.moved.connect(self._move)
        devices.removed.connect(self._remove)
        editor.port_chosen.connect(self._port_chosen)
        editor.driver_chosen.connect(self._driver_chosen)
        editor.file_left.connect(lambda: self._judge_file(strictly=True))
        editor.cuff_chosen.connect(self._cuff_chosen)
        editor.wants_typing.connect(self.look_at)
        editor.refresh.clicked.connect(self.look_for_ports)
        editor.search.clicked.connect(self._find_pressed)
        editor.test.clicked.connect(self._test_pressed)
        editor.about.clicked.connect(self._show_about)
        self.about.closed.connect(self._close_about)
        self.report.accepted.connect(self._accept)
        self.report.declined.connect(self._decline)

    def stops(self) -> list[QWidget]:
        """Where Tab stops, from top to bottom."""
        return [*self.list.stops(), *self.editor.stops(), *self.report.stops(), self.about.back]

    def grow(self, growth: Growth) -> None:
        self.list.grow(growth)

    # ---- what there is, and what was chosen

    def reload(self) -> None:
        self.list_monitors()
        self.look_for_ports()

    def list_monitors(self) -> None:
        """Ask again which monitors there are; what was chosen stays chosen."""
        self._drivers = {choice.name: choice for choice in self._backend.drivers()}
        self.editor.list_drivers(list(self._drivers.values()))
        self._judge_file(strictly=False)
        self._show_device()

    def look_for_ports(self) -> None:
        self.editor.list_ports(self._backend.ports())
        self._show_device()

    def requests(self) -> tuple[DeviceRequest, ...]:
        """What was chosen, complete or not, the preferred device first."""
        return self._trials.requests()

    def prefer(self, devices: Sequence[DeviceRequest]) -> None:
        """Choose these, if nobody has chosen anything yet."""
        if self._trials.prefer(devices):
            self._turn_to_chosen()
            self.edited.emit()

    def replace(self, devices: Sequence[DeviceRequest]) -> None:
        """Choose these instead of what was chosen; of none, nothing is chosen."""
        self._trials.replace(devices)
        self._turn_to_chosen()
        self.edited.emit()

    def select(self, place: int) -> None:
        """Let the device at this place be chosen for, from 0."""
        if place != self._trials.at:
            self._trials.choose(place)
            self._turn_to_chosen()

    def stop_tests(self, sentence: str = "") -> None:
        """End what runs and let go of the ports."""
        self._timer.stop()
        self._trials.end(sentence)
        self._show_all()

    def testing(self) -> bool:
        return self._trials.busy

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 (Qt's name)
        self.stop_tests(say("test-idle"))
        super().hideEvent(event)

    # ---- the list

    def _turn_to_chosen(self) -> None:
        self.editor.forget()
        self._close_about()
        self._judge_file(strictly=False)
        self._show_device()

    def _add(self) -> None:
        self._trials.add()
        self._turn_to_chosen()
        self.editor.ports.setFocus()
        self.edited.emit()

    def _move(self, by: int) -> None:
        self._trials.move(by)
        self._show_all()
        self.edited.emit()

    def _remove(self) -> None:
        self._trials.remove()
        self._turn_to_chosen()
        self.edited.emit()

    # ---- one device

    def _port_chosen(self, url: str) -> None:
        self._trials.chosen.choose_port(url)
        self._chosen()

    def _driver_chosen(self, driver: str) -> None:
        self._trials.chosen.choose_driver(driver)
        self._judge_file(strictly=False)
        self._chosen()

    def _cuff_chosen(self, allowed: bool) -> None:
        self._trials.chosen.may_start_cuff = allowed
        self._chosen()

    def _chosen(self) -> None:
        self._show_all()
        self.edited.emit()

    def _judge_file(self, *, strictly: bool) -> None:
        """Read the description file again; what is wrong is said when it is whole or was left."""
        driver, field = self._trials.chosen.driver, self.editor.file
        if not driver.removeprefix(LINE) or not driver.startswith(LINE):
            field.refuse("")
            return
        try:
            self._described[driver] = self._backend.driver(driver)
        except Refusal as refusal:
            self._described.pop(driver, None)
            field.refuse(str(refusal) if strictly or driver.endswith(".toml") else "")
        else:
            field.refuse("")
        self._show_all()
        if strictly:
            self.look_at.emit(field)

    def _choice(self, driver: str) -> DriverChoice | None:
        return self._drivers.get(driver) or self._described.get(driver)

    # ---- trying it out

    def _find_pressed(self) -> None:
        trial = self._trials.chosen
        if trial.searching:
            trial.end()
        else:
            trial.begin_search()
        self._tried()

    def _test_pressed(self) -> None:
        trial = self._trials.chosen
        if trial.testing:
            trial.end()
        else:
            self._judge_file(strictly=True)
            trial.begin_test()
        self._tried()

    def _accept(self) -> None:
        self._trials.chosen.accept()
        self._show_device()
        self._tried()
        self.edited.emit()

    def _decline(self) -> None:
        self._trials.chosen.end(say("test-idle"))
        self.editor.drivers.setFocus()
        self._show_all()

    def _tried(self) -> None:
        if self.testing():
            self._timer.start()
        self._show_all()
        self.look_at.emit(self.report)

    def _poll(self) -> None:
        before = self._trials.chosen.state()
        self._trials.poll()
        if not self.testing():
            self._timer.stop()
        self._show_all()
        if self._trials.chosen.state() != before:
            self.look_at.emit(self.report)

    # ---- what is shown

    def _show_device(self) -> None:
        """The choices of the chosen line, and everything else."""
        device = self._trials.chosen.request()
        self.editor.show_device(device, self._choice(device.driver))
        self._show_all()

    def _show_all(self) -> None:
        """Everything but the choices, which are shown when they are made elsewhere."""
        trial = self._trials.chosen
        self.editor.show_chosen(trial.request(), self._choice(trial.driver))
        self.editor.show_running(testing=trial.testing, searching=trial.searching)
        proposed = self._choice(trial.proposed)
        title = proposed.title if proposed is not None else trial.proposed
        self.report.show_trial(trial, title, has_lines=trial.driver.startswith(LINE))
        known = [self._choice(one.driver) for one in self._trials]
        rows = [row_of(one, choice) for one, choice in zip(self._trials, known, strict=True)]
        self.list.show_devices(rows, self._trials.at, sources_of(known))

    def _show_about(self) -> None:
        choice = self._choice(self._trials.chosen.driver)
        if choice is not None:
            self.about.show_driver(choice)
            self._choosing.hide()
            self.about.show()
            self.about.back.setFocus()
            self.look_at.emit(self.about.title)

    def _close_about(self) -> None:
        if not self.about.isHidden():
            self.about.hide()
            self._choosing.show()
            self.editor.about.setFocus()
