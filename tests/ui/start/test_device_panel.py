from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from tests.ui.page_examples import PORTS as PAGE_PORTS
from tests.ui.page_examples import in_a_window
from tests.ui.scripted_trial import TALKING, WAITING
from tests.ui.start.device_examples import (
    ALPHA,
    FOUND,
    IVY,
    NOTHING,
    PORTS,
    READING,
    SEARCHING,
    WRONG_FILE,
    DeviceBackend,
    ScriptedSearch,
)
from ui.requests import DeviceRequest, PortChoice
from ui.start.device_panel import DevicePanel
from ui.theme import DARK
from ui.words import say

CUFF, OXIMETER = "suntech-oem", "nonin-df7"


@pytest.fixture
def backend() -> DeviceBackend:
    return DeviceBackend()


@pytest.fixture
def panel(qtbot, backend) -> Iterator[DevicePanel]:
    made = DevicePanel(backend, DARK)
    window = in_a_window(made, 800, 800)
    qtbot.addWidget(window)
    window.activateWindow()
    made.reload()
    yield made
    window.hide()


def press(qtbot, button: QPushButton) -> None:
    assert button.isVisible()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def choose(panel: DevicePanel, driver: str, port: str = "/dev/ttyUSB0") -> None:
    panel.editor.ports.choose(port)
    panel.editor.drivers.choose(driver)


def start_test(qtbot, panel: DevicePanel) -> None:
    choose(panel, "ivy-450c")
    press(qtbot, panel.editor.test)


def with_two(qtbot, panel: DevicePanel) -> None:
    choose(panel, CUFF)
    press(qtbot, panel.list.add)
    choose(panel, OXIMETER, "/dev/ttyUSB1")


def row(panel: DevicePanel, at: int = 0) -> str:
    return panel.list.view.rows.rows[at].sentence()


# ---- one device


def test_a_running_test_shows_what_it_hears_in_its_line_and_below(qtbot, panel, backend):
    start_test(qtbot, panel)
    assert backend.tests[0].of == DeviceRequest("/dev/ttyUSB0", "ivy-450c")
    assert panel.report.sentence.text() == WAITING.sentence
    qtbot.waitUntil(lambda: panel.report.sentence.text() == TALKING.sentence)
    assert row(panel).endswith("● talking, BP 128/79 · HR 72 · SpO₂ 98")
    press(qtbot, panel.editor.test)
    assert backend.tests[0].stopped
    assert panel.report.values() == []
    assert panel.report.sentence.text() == say("test-stopped")


@pytest.mark.parametrize(
    "leave",
    [
        lambda panel: panel.window().hide(),
        lambda panel: panel.editor.drivers.choose("dinamap"),
        lambda panel: panel.editor.ports.choose("/dev/ttyUSB1"),
        lambda panel: panel.editor.ports.choose("other:"),
        lambda panel: panel.stop_tests(),
    ],
    ids=["page left", "other monitor", "other port", "other address", "start"],
)
def test_the_test_stops_by_itself(qtbot, panel, backend, leave):
    start_test(qtbot, panel)
    leave(panel)
    assert backend.tests[0].stopped
    assert not panel.testing()
    assert panel.report.values() == []


def test_what_was_chosen_is_what_is_asked_for(qtbot, panel):
    assert panel.requests() == (DeviceRequest("", ""),)
    choose(panel, "dinamap")
    press(qtbot, panel.editor.cuff.button("on"))
    assert panel.requests() == (DeviceRequest("/dev/ttyUSB0", "dinamap", may_start_cuff=True),)
    assert say("device-starts-cuff") in row(panel)


def test_an_address_may_be_typed(qtbot, panel):
    panel.editor.ports.choose("other:")
    qtbot.keyClicks(panel.editor.url.line, "socket://192.168.1.20:4001")
    assert panel.requests()[0].url == "socket://192.168.1.20:4001"


def test_looking_again_finds_a_new_port_and_keeps_the_choice(qtbot, panel, backend):
    choose(panel, "dinamap", "/dev/ttyUSB1")
    backend.ports_there = [PortChoice("COM7", "COM7"), *PORTS]
    press(qtbot, panel.editor.refresh)
    panel.list_monitors()
    assert panel.editor.ports.count() == len(PAGE_PORTS) + 2
    assert panel.requests() == (DeviceRequest("/dev/ttyUSB1", "dinamap"),)
    assert panel.editor.ports.chosen() == "/dev/ttyUSB1"


def test_a_port_that_is_gone_stays_as_an_address(qtbot, panel, backend):
    choose(panel, "dinamap")
    backend.ports_there = []
    press(qtbot, panel.editor.refresh)
    assert panel.requests()[0].url == "/dev/ttyUSB0"
    assert panel.editor.url.text() == "/dev/ttyUSB0"


def test_all_about_a_monitor_stands_in_place_of_the_choosing(qtbot, panel):
    choose(panel, "ivy-450c")
    press(qtbot, panel.editor.about)
    assert panel.about.title.text() == IVY.title
    assert not panel.editor.isVisible()
    press(qtbot, panel.about.back)
    assert panel.editor.isVisible()
    assert QApplication.focusWidget() is panel.editor.about


# ---- finding it


def test_a_proposal_is_used_when_somebody_says_so_and_proves_itself(qtbot, panel, backend):
    panel.editor.ports.choose("/dev/ttyUSB0")
    press(qtbot, panel.editor.search)
    assert panel.report.bar.isVisible()
    qtbot.waitUntil(panel.report.proposal.isVisible)
    assert panel.requests()[0].driver == ""
    assert panel.report.proposed.text() == say("find-proposal", IVY.title)
    press(qtbot, panel.report.use)
    assert panel.requests()[0].driver == FOUND.proposed
    assert panel.editor.drivers.chosen() == FOUND.proposed
    assert backend.tests[0].of.driver == FOUND.proposed


def test_a_proposal_may_be_declined(qtbot, panel, backend):
    backend.finds = (FOUND,)
    panel.editor.ports.choose("/dev/ttyUSB0")
    press(qtbot, panel.editor.search)
    press(qtbot, panel.report.decline)
    assert not panel.report.proposal.isVisible()
    assert panel.requests()[0].driver == ""
    assert QApplication.focusWidget() is panel.editor.drivers


def test_a_search_is_stopped_by_its_button_and_by_another_port(qtbot, panel, backend):
    backend.finds = (SEARCHING,)
    panel.editor.ports.choose("/dev/ttyUSB0")
    press(qtbot, panel.editor.search)
    press(qtbot, panel.editor.search)
    press(qtbot, panel.editor.search)
    panel.editor.ports.choose("/dev/ttyUSB1")
    assert [search.stopped for search in backend.searches] == [True, True]
    assert isinstance(backend.searches[0], ScriptedSearch)


def test_silence_says_what_to_check(qtbot, panel, backend):
    backend.finds = (NOTHING,)
    panel.editor.ports.choose("/dev/ttyUSB0")
    with qtbot.waitSignal(panel.look_at):
        press(qtbot, panel.editor.search)
    assert say("find-nothing") in panel.report.sentence.text()
    assert not panel.testing()


# ---- several


def test_two_devices_say_who_gives_what(qtbot, panel):
    with_two(qtbot, panel)
    assert [one.driver for one in panel.requests()] == [CUFF, OXIMETER]
    assert panel.list.sources.text() == (
        "Blood pressure: SunTech Advantage OEM · Heart rate and SpO₂: Nonin oximeter"
    )


def test_a_line_shows_its_own_choices(qtbot, panel):
    with_two(qtbot, panel)
    panel.list.view.setFocus()
    qtbot.keyClick(panel.list.view, Qt.Key.Key_Up)
    assert panel.editor.drivers.chosen() == CUFF
    assert panel.editor.ports.chosen() == "/dev/ttyUSB0"
    qtbot.keyClick(panel.list.view, Qt.Key.Key_Down)
    assert panel.editor.drivers.chosen() == OXIMETER


def test_a_new_device_has_nothing_of_the_one_before(qtbot, panel):
    panel.editor.ports.choose("other:")
    qtbot.keyClicks(panel.editor.url.line, "COM3")
    panel.editor.drivers.choose("line:")
    qtbot.keyClicks(panel.editor.file.line, "alpha.toml")
    press(qtbot, panel.list.add)
    assert (panel.editor.ports.chosen(), panel.editor.drivers.chosen()) == ("", "")
    assert not panel.editor.url.isVisible()
    assert panel.requests() == (DeviceRequest("COM3", ALPHA.name), DeviceRequest("", ""))


def test_moving_a_device_changes_who_is_preferred(qtbot, panel):
    with_two(qtbot, panel)
    with qtbot.waitSignal(panel.edited):
        press(qtbot, panel.list.up)
    assert [one.driver for one in panel.requests()] == [OXIMETER, CUFF]
    assert panel.editor.drivers.chosen() == OXIMETER
    assert panel.list.view.currentIndex().row() == 0


def test_both_are_tried_at_the_same_time(qtbot, panel, backend):
    choose(panel, CUFF)
    press(qtbot, panel.editor.test)
    press(qtbot, panel.list.add)
    choose(panel, OXIMETER, "/dev/ttyUSB1")
    press(qtbot, panel.editor.test)
    qtbot.waitUntil(lambda: all("● talking" in row(panel, at) for at in range(2)))
    press(qtbot, panel.list.remove)
    assert [test.stopped for test in backend.tests] == [False, True]
    assert "● talking" in row(panel)


def test_what_a_session_had_is_chosen_unless_somebody_has_chosen(panel):
    panel.prefer((DeviceRequest("", CUFF), DeviceRequest("", OXIMETER)))
    assert [one.driver for one in panel.requests()] == [CUFF, OXIMETER]
    assert panel.editor.drivers.chosen() == CUFF
    panel.prefer((DeviceRequest("", "ivy-450c"),))
    assert len(panel.requests()) == 2


# ---- described by a file


def test_a_right_file_is_the_monitor_that_it_describes(qtbot, panel):
    panel.editor.drivers.choose("line:")
    assert row(panel).startswith(say("device-described"))
    QTest.keyClicks(panel.editor.file.line, "alpha.toml")
    assert row(panel).startswith("Alpha 200")
    assert panel.requests()[0].driver == ALPHA.name
    press(qtbot, panel.editor.about)
    assert panel.about.title.text() == "Alpha 200"


def test_a_wrong_file_says_what_is_wrong_when_it_is_whole_and_not_before(qtbot, panel):
    panel.editor.drivers.choose("line:")
    QTest.keyClicks(panel.editor.file.line, "alph")
    assert WRONG_FILE not in panel.editor.file.message()
    QTest.keyClick(panel.editor.file.line, Qt.Key.Key_Return)
    assert panel.editor.file.message() == WRONG_FILE
    QTest.keyClicks(panel.editor.file.line, "a.toml")
    assert WRONG_FILE not in panel.editor.file.message()


def test_its_lines_are_shown_while_it_is_tried(qtbot, panel, backend):
    panel.editor.ports.choose("/dev/ttyUSB0")
    panel.editor.drivers.choose("line:")
    QTest.keyClicks(panel.editor.file.line, "alpha.toml")
    press(qtbot, panel.editor.test)
    backend.tests[0].checks = [READING]
    qtbot.waitUntil(lambda: panel.report.lines.lines == READING.lines)
    assert panel.report.lines.isVisible()
