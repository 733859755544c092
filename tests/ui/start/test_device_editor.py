from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.page_examples import in_a_window
from tests.ui.start.device_examples import ALPHA, DINAMAP, DRIVERS, IVY, PORTS
from ui.requests import DeviceRequest, PortChoice
from ui.start.device_editor import OTHER, DeviceEditor, port_line
from ui.words import say

NOTHING = DeviceRequest("", "")


@pytest.fixture
def editor(qtbot):
    made = DeviceEditor()
    window = in_a_window(made, 600, 500)
    qtbot.addWidget(window)
    window.activateWindow()
    made.list_ports(PORTS)
    made.list_drivers(DRIVERS)
    made.show_device(NOTHING, None)
    yield made
    window.hide()


def test_a_port_is_told_by_maker_product_and_serial_number_each_once():
    assert port_line(PORTS[0]) == "/dev/ttyUSB0 · FT232R · FTDI · A10K2X7Q"
    assert port_line(PortChoice("COM3", "COM3")) == "COM3"


def test_what_else_is_known_of_a_port_stands_below_it(editor):
    known = replace(PORTS[0], facts=(*PORTS[0].facts, ("Place", "1-2.4")))
    editor.list_ports([known])
    editor.show_device(DeviceRequest(known.url, ""), None)
    assert editor.port_facts.text() == "Place 1-2.4"
    editor.show_device(NOTHING, None)
    assert not editor.port_facts.isVisible()


def test_a_choice_is_told(qtbot, editor):
    with qtbot.waitSignal(editor.port_chosen) as port:
        editor.ports.choose("/dev/ttyUSB1")
    with qtbot.waitSignal(editor.driver_chosen) as driver:
        editor.drivers.choose("dinamap")
    assert (port.args, driver.args) == (["/dev/ttyUSB1"], ["dinamap"])


def test_showing_a_device_tells_nobody(editor):
    told = []
    editor.port_chosen.connect(told.append)
    editor.driver_chosen.connect(told.append)
    editor.cuff_chosen.connect(told.append)
    editor.show_device(DeviceRequest("/dev/ttyUSB0", "dinamap", may_start_cuff=True), DINAMAP)
    assert (editor.ports.chosen(), editor.drivers.chosen()) == ("/dev/ttyUSB0", "dinamap")
    assert editor.cuff.key() == "on"
    assert told == []


def test_an_address_is_typed_where_it_was_asked_for(qtbot, editor):
    assert not editor.url.isVisible()
    editor.ports.choose(OTHER)
    assert editor.url.isVisible()
    assert QApplication.focusWidget() is editor.url.line
    told = []
    editor.port_chosen.connect(told.append)
    qtbot.keyClicks(editor.url.line, "COM3")
    assert told[-1] == "COM3"


def test_an_address_that_is_not_listed_has_its_field(editor):
    editor.show_device(DeviceRequest("socket://10.0.0.2:4001", "ivy-450c"), IVY)
    assert editor.ports.chosen() == OTHER
    assert editor.url.text() == "socket://10.0.0.2:4001"
    assert editor.url.isVisible()


def test_no_port_says_what_to_do(editor):
    editor.list_ports([])
    assert editor.no_ports.isVisible()
    assert editor.ports.count() == 1
    editor.list_ports(PORTS)
    assert not editor.no_ports.isVisible()


def test_a_description_file_is_typed_where_it_was_asked_for(qtbot, editor):
    assert not editor.file.isVisible()
    editor.drivers.choose("line:")
    assert editor.file.isVisible()
    told, left = [], []
    editor.driver_chosen.connect(told.append)
    editor.file_left.connect(lambda: left.append(1))
    qtbot.keyClicks(editor.file.line, "x.toml")
    assert told[-1] == "line:x.toml"
    assert left == []
    qtbot.keyClick(editor.file.line, Qt.Key.Key_Return)
    assert left


def test_a_device_of_a_file_shows_its_path(editor):
    editor.show_device(DeviceRequest("", ALPHA.name), ALPHA)
    assert editor.drivers.chosen() == "line:"
    assert editor.file.text() == "alpha.toml"
    editor.forget()
    assert editor.file.text() == ""


def test_the_cuff_is_only_offered_where_it_can_be_started_and_is_off_at_first(qtbot, editor):
    editor.show_device(DeviceRequest("", "ivy-450c"), IVY)
    assert not editor.cuff.isVisible()
    editor.show_device(DeviceRequest("", "dinamap"), DINAMAP)
    assert editor.cuff.isVisible()
    assert editor.cuff.key() == "off"
    with qtbot.waitSignal(editor.cuff_chosen) as said:
        qtbot.mouseClick(editor.cuff.button("on"), Qt.MouseButton.LeftButton)
    assert said.args == [True]


def test_the_cable_is_told_and_there_is_nothing_about_no_monitor(editor):
    editor.show_device(DeviceRequest("", "dinamap"), DINAMAP)
    assert editor.cable.text() == say("device-cable", DINAMAP.cable)
    assert editor.about.isEnabled()
    editor.show_device(NOTHING, None)
    assert not editor.cable.isVisible()
    assert not editor.about.isEnabled()


def test_buttons_say_what_they_would_do(editor):
    editor.show_running(testing=True, searching=True)
    assert (editor.test.text(), editor.search.text()) == (say("test-stop"), say("find-stop"))
    editor.show_running(testing=False, searching=False)
    assert (editor.test.text(), editor.search.text()) == (say("test-start"), say("find-start"))
