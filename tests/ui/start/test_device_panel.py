from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.page_examples import PORTS, TALKING, WAITING, RecordingBackend, in_a_window
from ui.requests import PortChoice
from ui.start.device_panel import DevicePanel, about_driver
from ui.words import say


@pytest.fixture
def backend() -> RecordingBackend:
    return RecordingBackend()


@pytest.fixture
def panel(qtbot, backend) -> Iterator[DevicePanel]:
    made = DevicePanel(backend)
    window = in_a_window(made, 800, 700)
    qtbot.addWidget(window)
    made.reload()
    yield made
    window.hide()


def start_test(qtbot, panel: DevicePanel) -> None:
    panel.drivers.choose("ivy-450c")
    panel.ports.choose("/dev/ttyUSB0")
    qtbot.mouseClick(panel.test, Qt.MouseButton.LeftButton)


def test_a_running_test_shows_what_it_hears(qtbot, panel, backend):
    start_test(qtbot, panel)
    assert backend.tests[0].of == ("/dev/ttyUSB0", "ivy-450c")
    assert panel.report.sentence.text() == WAITING.sentence
    qtbot.waitUntil(lambda: panel.report.sentence.text() == TALKING.sentence)
    assert "96 frames" in panel.report.counts.text()
    assert panel.report.values() == ["SBP 128 mmHg", "DBP 79 mmHg", "HR 72 1/min", "SpO₂ 98 %"]


def test_values_have_the_colours_of_their_signs(qtbot, panel):
    start_test(qtbot, panel)
    qtbot.waitUntil(lambda: bool(panel.report.values()))
    tones = [cell.property("tone") for cell in panel.report.cells if cell.text()]
    assert tones == ["nibp", "nibp", "hr", "spo2"]


def test_stopping_lets_go_of_the_port_and_takes_the_values_away(qtbot, panel, backend):
    start_test(qtbot, panel)
    qtbot.waitUntil(lambda: bool(panel.report.values()))
    qtbot.mouseClick(panel.test, Qt.MouseButton.LeftButton)
    assert backend.tests[0].stopped
    assert panel.report.values() == []
    assert panel.report.sentence.text() == say("test-stopped")


@pytest.mark.parametrize(
    "leave",
    [
        lambda panel: panel.window().hide(),
        lambda panel: panel.drivers.choose("dinamap"),
        lambda panel: panel.ports.choose("/dev/ttyUSB1"),
        lambda panel: QTest.keyClicks(panel.url.line, "x"),
    ],
    ids=["page left", "other monitor", "other port", "other address"],
)
def test_the_test_stops_by_itself(qtbot, panel, backend, leave):
    start_test(qtbot, panel)
    leave(panel)
    assert backend.tests[0].stopped
    assert not panel.testing()
    assert panel.report.values() == []


def test_a_test_without_a_choice_says_what_to_choose(qtbot, panel, backend):
    qtbot.mouseClick(panel.test, Qt.MouseButton.LeftButton)
    assert backend.tests == []
    assert panel.report.sentence.text() == say("test-needs-both")


def test_a_refused_test_says_why(qtbot, panel, backend):
    backend.refuses = "/dev/ttyUSB0 is in use by another program; close it"
    start_test(qtbot, panel)
    assert panel.report.sentence.text() == backend.refuses
    assert not panel.testing()


def test_an_address_may_be_typed(qtbot, panel):
    panel.ports.choose("/dev/ttyUSB0")
    panel.url.line.clear()
    qtbot.keyClicks(panel.url.line, "socket://192.168.1.20:4001")
    assert panel.url.text() == "socket://192.168.1.20:4001"
    assert panel.ports.chosen() == ""


def test_no_port_says_what_to_do_and_a_new_one_is_found(qtbot, panel, backend):
    backend.ports_there = []
    qtbot.mouseClick(panel.refresh, Qt.MouseButton.LeftButton)
    assert panel.no_ports.isVisible()
    assert not panel.ports.isVisible()
    backend.ports_there = [*PORTS, PortChoice("COM7", "COM7")]
    qtbot.mouseClick(panel.refresh, Qt.MouseButton.LeftButton)
    assert panel.ports.count() == 3
    assert not panel.no_ports.isVisible()


def test_looking_again_keeps_the_choice(qtbot, panel):
    panel.drivers.choose("dinamap")
    panel.ports.choose("/dev/ttyUSB1")
    panel.reload()
    assert (panel.driver(), panel.url.text()) == ("dinamap", "/dev/ttyUSB1")
    assert panel.ports.chosen() == "/dev/ttyUSB1"


def test_a_monitor_says_its_cable_and_what_was_not_tried(backend):
    told = about_driver(backend.drivers()[0])
    assert "null modem" in told
    assert "Done: manual cited · recorded bytes" in told
    assert "Not yet: tried on hardware" in told
    assert "Not needed: waves (the monitor sends none)" in told


def test_arrow_keys_choose_the_monitor(qtbot, panel):
    panel.drivers.setFocus()
    qtbot.keyClick(panel.drivers, Qt.Key.Key_Down)
    first = panel.driver()
    qtbot.keyClick(panel.drivers, Qt.Key.Key_Down)
    assert panel.driver() != first
