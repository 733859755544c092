"""What is chosen for one device: its port, its monitor, and whether its cuff may be started.

Rule 1: it shows the choices of one device and tells what was chosen; it keeps none itself.
Rule 2: what is not in a list (an address, a description file) has a field that comes when it is
        asked for, so that nobody reads it who does not need it.
Rule 3: the text of a description file is judged when it is whole or was left, not while typing.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from devices.registry import LINE
from ui.page_kit import SMALL_PX, Button, ChoiceRow, label
from ui.requests import DeviceRequest, DriverChoice, PortChoice
from ui.start.choices import Choices
from ui.start.fields import Field, Message
from ui.start.file_names import complete_paths
from ui.words import say

OTHER = "other:"
"""The line of the port list behind which an address is typed."""
TOLD_IN_LINE = 3
"""So many facts of a port stand in its line: maker, product and serial number."""
ROWS = 3
BESIDE_PX = 154


class DeviceEditor(QWidget):
    """`wants_typing` names a field that has come up."""

    port_chosen = Signal(str)
    driver_chosen = Signal(str)
    file_left = Signal()
    cuff_chosen = Signal(bool)
    wants_typing = Signal(QWidget)

    def __init__(self) -> None:
        super().__init__()
        self._ports: dict[str, PortChoice] = {}
        self.ports = Choices(say("device-ports"), ROWS)
        self.port_facts = label("", SMALL_PX, tone="second", wrap=True)
        self.no_ports = label(say("device-no-ports"), SMALL_PX, tone="second", wrap=True)
        self.url = Field(say("device-url"), placeholder=say("device-url-example"), most=200)
        self.url.line.last = True
        self.refresh = Button(say("device-refresh"), "slim")
        self.search = Button(say("find-start"), "slim")
        self.drivers = Choices(say("device-drivers"), ROWS)
        self.port_message = Message()
        self.driver_message = Message()
        self.file = Field(
            say("device-file"),
            placeholder=say("device-file-example"),
            hint=say("device-file-hint"),
            most=500,
        )
        self.file.line.last = True
        complete_paths(self.file.line)
        self.cable = label("", SMALL_PX, tone="second", wrap=True)
        self.about = Button(say("device-about"), "slim")
        self.about.setAccessibleName(say("device-about-name"))
        self.test = Button(say("test-start"), "slim")
        choices = [("off", say("device-cuff-off")), ("on", say("device-cuff-on"))]
        self.cuff = ChoiceRow(say("device-cuff-name"), choices, "off")
        self._cuff_row = QWidget()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        ports = [self.ports, self.no_ports, self.port_message, self.port_facts, self.url]
        column.addLayout(self._section("device-ports", ports, (self.refresh, self.search)))
        drivers = [self.drivers, self.driver_message, self.file]
        column.addLayout(self._section("device-drivers", drivers, (self.test, self.about)))
        column.addWidget(self.cable)
        cuff = QHBoxLayout(self._cuff_row)
        cuff.setContentsMargins(0, 0, 0, 0)
        cuff.setSpacing(12)
        cuff.addWidget(label(say("device-cuff"), SMALL_PX, tone="second", wrap=True), 1)
        cuff.addWidget(self.cuff)
        column.addWidget(self._cuff_row)

    @staticmethod
    def _section(name: str, left: Sequence[QWidget], buttons: Sequence[Button]) -> QVBoxLayout:
        """A name, a list with what belongs to it below, and what can be done on the right."""
        whole = QVBoxLayout()
        whole.setSpacing(4)
        whole.addWidget(label(say(name), SMALL_PX, tone="second"))
        both = QHBoxLayout()
        both.setSpacing(12)
        chosen = QVBoxLayout()
        chosen.setSpacing(6)
        for widget in left:
            chosen.addWidget(widget)
        chosen.addStretch(1)
        doing = QVBoxLayout()
        doing.setSpacing(8)
        for button in buttons:
            button.setMinimumWidth(BESIDE_PX)
            doing.addWidget(button)
        doing.addStretch(1)
        both.addLayout(chosen, 1)
        both.addLayout(doing)
        whole.addLayout(both)
        return whole

    def _connect(self) -> None:
        self.ports.itemSelectionChanged.connect(self._port_chosen)
        self.drivers.itemSelectionChanged.connect(self._driver_chosen)
        self.url.edited.connect(lambda: self.port_chosen.emit(self.url.text()))
        self.file.edited.connect(lambda: self.driver_chosen.emit(self._described()))
        # A completed text is no edit for Qt; it is whole when the field is left.
        self.file.left.connect(self._file_left)
        self.cuff.changed.connect(lambda key: self.cuff_chosen.emit(key == "on"))

    def stops(self) -> list[QWidget]:
        """Where Tab stops, from top to bottom."""
        port = [self.ports, self.url.line, self.refresh, self.search]
        driver = [self.drivers, self.file.line, self.test, self.about]
        return [*port, *driver, *self.cuff.buttons()]

    # ---- what is there to choose from

    def list_ports(self, ports: Sequence[PortChoice]) -> None:
        self._ports = {port.url: port for port in ports}
        pairs = [(port.url, port_line(port)) for port in ports]
        self.ports.fill([*pairs, (OTHER, say("device-other-port"))], self.ports.chosen())
        self.no_ports.setVisible(not ports)

    @property
    def listed(self) -> frozenset[str]:
        """The ports that there are."""
        return frozenset(self._ports)

    def list_drivers(self, drivers: Sequence[DriverChoice]) -> None:
        pairs = [(driver.name, driver.title) for driver in drivers]
        other = (LINE, say("device-other-driver"))
        self.drivers.fill([*pairs, other], self.drivers.chosen())

    # ---- what is chosen

    def forget(self) -> None:
        """Nothing is left of the device that was shown."""
        self.ports.show_chosen("")
        for field in (self.url, self.file):
            field.clear()

    def show_device(self, device: DeviceRequest, choice: DriverChoice | None) -> None:
        """The choices of this device; `choice` None = its monitor is not known (yet)."""
        listed = device.url in self._ports
        other = not listed and (bool(device.url) or self.ports.chosen() == OTHER)
        self.ports.show_chosen(device.url if listed else OTHER if other else "")
        if self.url.text() != device.url:
            self.url.line.setText(device.url if other else "")
        described = device.driver.startswith(LINE)
        self.drivers.show_chosen(LINE if described else device.driver)
        if described and self._described() != device.driver:
            self.file.line.setText(device.driver.removeprefix(LINE))
        self.show_chosen(device, choice)

    def show_chosen(self, device: DeviceRequest, choice: DriverChoice | None) -> None:
        """What follows from the choices; the choices themselves stay as they are."""
        self.url.setVisible(self.ports.chosen() == OTHER)
        self.file.setVisible(self.drivers.chosen() == LINE)
        port = self._ports.get(device.url)
        facts = (
            " · ".join(say("port-fact", *fact) for fact in port.facts[TOLD_IN_LINE:])
            if port
            else ""
        )
        self.port_facts.setText(facts)
        self.port_facts.setVisible(bool(facts))
        self.about.setEnabled(choice is not None)
        self.cable.setText("" if choice is None else say("device-cable", choice.cable))
        self.cable.setVisible(choice is not None)
        self._cuff_row.setVisible(choice is not None and choice.can_start_cuff)
        self.cuff.blockSignals(True)
        self.cuff.choose("on" if device.may_start_cuff else "off")
        self.cuff.blockSignals(False)

    def show_running(self, *, testing: bool, searching: bool) -> None:
        self.test.say(say("test-stop" if testing else "test-start"))
        self.search.say(say("find-stop" if searching else "find-start"))

    def _described(self) -> str:
        return LINE + self.file.text().strip()

    def _port_chosen(self) -> None:
        chosen = self.ports.chosen()
        if chosen == OTHER:
            self.port_chosen.emit(self.url.text())
            self._let_type(self.url)
        elif chosen:
            self.port_chosen.emit(chosen)

    def _driver_chosen(self) -> None:
        chosen = self.drivers.chosen()
        if chosen == LINE:
            self.driver_chosen.emit(self._described())
            self._let_type(self.file)
        elif chosen:
            self.driver_chosen.emit(chosen)

    def _let_type(self, field: Field) -> None:
        field.show()
        field.line.setFocus()
        self.wants_typing.emit(field)

    def _file_left(self) -> None:
        if self.file.isVisible():
            self.driver_chosen.emit(self._described())
            self.file_left.emit()


def port_line(port: PortChoice) -> str:
    """Its name, maker, product and serial number, each once, as far as they are told."""
    parts = [port.text]
    parts += [value for _, value in port.facts[:TOLD_IN_LINE] if value not in port.text]
    return " · ".join(parts)
