import pytest
from PySide6.QtCore import Qt

from tests.ui.page_examples import in_a_window
from ui.ink import Scale
from ui.page_growth import Growth
from ui.start.device_list import DeviceList
from ui.start.device_row import DeviceRow
from ui.theme import DARK

CUFF = DeviceRow("GE DINAMAP", "ttyUSB0 · gives blood pressure", "● talking", "BP 128/79")
OXIMETER = DeviceRow("Nonin oximeter", "ttyUSB1 · gives heart rate and SpO₂", "○ not tested", "")
LOST = DeviceRow("Nonin oximeter", "ttyUSB1", "! not reached", "", wrong=True)


@pytest.fixture
def devices(qtbot):
    made = DeviceList(DARK)
    window = in_a_window(made, 600, 400)
    qtbot.addWidget(window)
    made.show_devices([CUFF], 0, "")
    yield made
    window.hide()


def pixels(devices: DeviceList) -> set[str]:
    image = devices.view.viewport().grab().toImage()
    return {
        image.pixelColor(x, y).name()
        for x in range(0, image.width(), 2)
        for y in range(0, image.height(), 2)
    }


def test_one_device_has_nothing_to_be_ordered(devices):
    assert devices.add.isVisible()
    assert not any(one.isVisible() for one in (devices.up, devices.down, devices.remove))


def test_several_are_ordered_by_buttons_that_know_the_ends(qtbot, devices):
    devices.show_devices([CUFF, OXIMETER], 0, "")
    assert (devices.up.isEnabled(), devices.down.isEnabled()) == (False, True)
    with qtbot.waitSignal(devices.moved) as said:
        qtbot.mouseClick(devices.down, Qt.MouseButton.LeftButton)
    assert said.args == [1]
    devices.show_devices([OXIMETER, CUFF], 1, "")
    assert (devices.up.isEnabled(), devices.down.isEnabled()) == (True, False)


def test_arrow_keys_choose_a_line_and_showing_it_tells_nobody(qtbot, devices):
    devices.show_devices([CUFF, OXIMETER], 0, "")
    told = []
    devices.chosen.connect(told.append)
    devices.show_devices([CUFF, OXIMETER], 1, "")
    assert told == []
    devices.view.setFocus()
    qtbot.keyClick(devices.view, Qt.Key.Key_Up)
    assert told == [0]


def test_it_is_as_high_as_it_has_lines(devices):
    one = devices.view.sizeHint().height()
    devices.show_devices([CUFF, OXIMETER], 0, "")
    two = devices.view.sizeHint().height()
    assert one < two
    devices.grow(Growth.of(Scale.of(1920, 1080)))
    assert devices.view.sizeHint().height() > two


def test_a_line_is_read_out_as_a_sentence(devices):
    devices.show_devices([CUFF, OXIMETER], 0, "")
    said = [devices.view.rows.index(row).data() for row in range(2)]
    assert said[0] == "GE DINAMAP, ttyUSB0 · gives blood pressure, ● talking, BP 128/79"
    assert said[1].endswith("○ not tested")


def test_what_is_wrong_has_the_colour_of_caution(devices):
    devices.show_devices([LOST], 0, "")
    assert DARK.caution in pixels(devices)
    devices.show_devices([OXIMETER], 0, "")
    assert DARK.caution not in pixels(devices)


def test_nothing_is_painted_anew_when_nothing_changed(devices):
    told = []
    devices.view.rows.dataChanged.connect(lambda *_: told.append(1))
    devices.show_devices([CUFF], 0, "")
    assert told == []
    devices.show_devices([OXIMETER], 0, "")
    assert told == [1]


def test_where_the_signs_come_from_stands_below(devices):
    devices.show_devices([CUFF], 0, "Blood pressure: GE DINAMAP")
    assert devices.sources.isVisible()
    devices.show_devices([CUFF], 0, "")
    assert not devices.sources.isVisible()
