"""Which monitor, on which port, and does it talk: chosen, then tried out before the start.

Rule 1: the test is polled on a timer and stops when the page is left, when another monitor or port
        is chosen, and before a session takes the port.
Rule 2: values of a test that does not run are taken off the screen.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from monitor.vitals import SIGNS
from ui.page_kit import (
    HEADING_PX,
    SMALL_PX,
    STRONG,
    TEXT_PX,
    Button,
    Card,
    label,
    set_tone,
)
from ui.requests import Backend, DeviceCheck, DeviceTest, DriverChoice, Refusal
from ui.start.fields import Field, Message
from ui.theme import font
from ui.words import say

POLL_MS = 200
BESIDE_BUTTON_PX = 14
ROW_PX, ABOUT_PX = 40, 54
"""A line of a list; three lines of small type, so that nothing jumps from monitor to monitor."""
NAME = Qt.ItemDataRole.UserRole
COLOUR_ROLES = {facts.label: facts.colour_role for facts in SIGNS.values()}


class Choices(QListWidget):
    """A list of which one line is chosen; one click or the arrow keys choose."""

    def __init__(self, name: str, rows: int) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFont(font(TEXT_PX))
        self.setUniformItemSizes(True)
        self.setMinimumHeight(rows * ROW_PX + 8)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return QSize(240, self.minimumHeight())

    def fill(self, pairs: list[tuple[str, str]], chosen: str) -> None:
        """Show (name, words) of each; keep the choice if it is still there."""
        self.blockSignals(True)
        self.clear()
        for name, words in pairs:
            item = QListWidgetItem(words)
            item.setData(NAME, name)
            self.addItem(item)
            if name == chosen:
                self.setCurrentItem(item)
                self.scrollToItem(item)
        self.blockSignals(False)

    def chosen(self) -> str:
        found = self.selectedItems()
        return str(found[0].data(NAME)) if found else ""

    def choose(self, name: str) -> bool:
        """Choose the line of this name; False if there is none, and then none is chosen."""
        for row in range(self.count()):
            if self.item(row).data(NAME) == name:
                self.setCurrentRow(row)
                return True
        self.setCurrentRow(-1)
        return False


class TestReport(QWidget):
    """What the connection test has heard: a sentence, counts, and values in their colours."""

    __test__ = False

    def __init__(self) -> None:
        super().__init__()
        self.sentence = label(say("test-idle"), tone="second", wrap=True)
        self.counts = label("", SMALL_PX, tone="second")
        self._values = QHBoxLayout()
        self._values.setSpacing(20)
        self.cells = [label("", HEADING_PX, weight=STRONG) for _ in range(6)]
        for cell in self.cells:
            self._values.addWidget(cell)
        self._values.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, BESIDE_BUTTON_PX, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.sentence)
        column.addWidget(self.counts)
        column.addLayout(self._values)
        self.idle(say("test-idle"))

    def idle(self, sentence: str) -> None:
        """No test runs: a sentence, and no values."""
        self._show(sentence, "second", "", ())

    def show_check(self, check: DeviceCheck) -> None:
        counts = say("test-counts", _spaced(check.bytes_count), check.frames, check.errors)
        self._show(check.sentence, "", counts, check.values)

    def values(self) -> list[str]:
        return [cell.text() for cell in self.cells if cell.text()]

    def _show(
        self, sentence: str, tone: str, counts: str, values: tuple[tuple[str, str, str], ...]
    ) -> None:
        self.sentence.setText(sentence)
        set_tone(self.sentence, tone)
        self.counts.setText(counts)
        for place, cell in enumerate(self.cells):
            here = values[place] if place < len(values) else None
            cell.setText(say("test-value", *here) if here else "")
            set_tone(cell, COLOUR_ROLES.get(here[0], "") if here else "")


def _spaced(count: int) -> str:
    return f"{count:,}".replace(",", "\u202f")


class DevicePanel(Card):
    """Driver, port and connection test. `edited` is said when either choice changes."""

    edited = Signal()

    def __init__(self, backend: Backend) -> None:
        super().__init__(say("device-heading"))
        self._backend = backend
        self._drivers: dict[str, DriverChoice] = {}
        self._test: DeviceTest | None = None
        self.drivers = Choices(say("device-drivers"), 3)
        self.driver_message = Message()
        self.about = label("", SMALL_PX, tone="second", wrap=True)
        self.ports = Choices(say("device-ports"), 2)
        self.refresh = Button(say("device-refresh"))
        self.url = Field(say("device-url"), placeholder=say("device-url-example"), most=200)
        self.url.line.last = True
        self.test = Button(say("test-start"))
        self.report = TestReport()
        self._timer = QTimer(self)
        self._timer.setInterval(POLL_MS)
        self._timer.timeout.connect(self._poll)
        self._lay_out()
        self.drivers.currentItemChanged.connect(lambda *_: self._driver_chosen())
        self.ports.currentItemChanged.connect(lambda *_: self._port_chosen())
        self.ports.itemClicked.connect(lambda *_: self._port_chosen())
        self.url.edited.connect(self._url_typed)
        self.refresh.clicked.connect(self.look_for_ports)
        self.test.clicked.connect(self._test_pressed)

    def _lay_out(self) -> None:
        column = self.column
        column.setSpacing(6)
        column.addWidget(self.drivers, 1)
        column.addWidget(self.driver_message)
        self.about.setMinimumHeight(ABOUT_PX)
        self.about.setAlignment(Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.about)
        column.addSpacing(4)
        column.addWidget(label(say("device-ports"), SMALL_PX, tone="second"))
        self.no_ports = label(say("device-no-ports"), tone="second", wrap=True)
        ports = QHBoxLayout()
        ports.setSpacing(12)
        ports.addWidget(self.ports, 1)
        ports.addWidget(self.no_ports, 1)
        ports.addWidget(self.refresh, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(ports)
        column.addWidget(self.url)
        below = QHBoxLayout()
        below.setSpacing(16)
        below.addWidget(self.test, 0, Qt.AlignmentFlag.AlignTop)
        below.addWidget(self.report, 1)
        column.addLayout(below)

    def stops(self) -> list[QWidget]:
        """Where Tab stops, from top to bottom."""
        return [self.drivers, self.refresh, self.ports, self.url.line, self.test]

    def reload(self) -> None:
        self.list_monitors()
        self.look_for_ports()

    def list_monitors(self) -> None:
        """Ask again which monitors there are; what was chosen stays chosen."""
        self._drivers = {choice.name: choice for choice in self._backend.drivers()}
        kept = self.drivers.chosen()
        self.drivers.fill([(key, one.title) for key, one in self._drivers.items()], kept)
        self._show_driver()

    def look_for_ports(self) -> None:
        ports = self._backend.ports()
        self.ports.fill([(port.url, port.text) for port in ports], self.url.text().strip())
        self.ports.setVisible(bool(ports))
        self.no_ports.setVisible(not ports)

    def driver(self) -> str:
        return self.drivers.chosen()

    def choose_driver(self, name: str) -> None:
        if name in self._drivers:
            self.drivers.choose(name)

    def stop_test(self, sentence: str = "") -> None:
        """End a running test and let go of the port."""
        self._timer.stop()
        if self._test is not None:
            self._test.stop()
            self._test = None
            self.report.idle(sentence or say("test-stopped"))
        self.test.say(say("test-start"))

    def testing(self) -> bool:
        return self._test is not None

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 (Qt's name)
        self.stop_test(say("test-idle"))
        super().hideEvent(event)

    def _driver_chosen(self) -> None:
        self.stop_test(say("test-idle"))
        self._show_driver()
        self.edited.emit()

    def _show_driver(self) -> None:
        choice = self._drivers.get(self.drivers.chosen())
        self.about.setText("" if choice is None else about_driver(choice))

    def _port_chosen(self) -> None:
        url = self.ports.chosen()
        if url and url != self.url.text():
            self.url.line.setText(url)
            self.stop_test(say("test-idle"))
            self.edited.emit()

    def _url_typed(self) -> None:
        self.stop_test(say("test-idle"))
        self.ports.blockSignals(True)
        self.ports.choose(self.url.text().strip())
        self.ports.blockSignals(False)
        self.edited.emit()

    def _test_pressed(self) -> None:
        if self._test is not None:
            self.stop_test()
            return
        url, driver = self.url.text().strip(), self.driver()
        if not url or not driver:
            self.report.idle(say("test-needs-both"))
            return
        try:
            self._test = self._backend.test_device(url, driver)
        except Refusal as refusal:
            self.report.idle(str(refusal))
            return
        self.test.say(say("test-stop"))
        self._timer.start()
        self._poll()

    def _poll(self) -> None:
        if self._test is not None:
            self.report.show_check(self._test.check())


def about_driver(choice: DriverChoice) -> str:
    """The cable it wants, and what has and has not been done for this driver."""
    lines = [say("device-cable", choice.cable)]
    for wanted in ("done", "todo", "exempt"):
        rows = [
            say("quality-why", what, why) if state == "exempt" else what
            for what, state, why in choice.quality
            if state == wanted
        ]
        if rows:
            lines.append(say(f"quality-{wanted}", " · ".join(rows)))
    return "\n".join(lines)
