from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt

from monitor.treatment.commands import CuffSize, Mount, Side
from tests.ui.day_examples import MOUNT
from tests.ui.page_examples import in_a_window
from ui.start.entry import Mounted
from ui.start.mounting import Mounting


@pytest.fixture
def mounting(qtbot) -> Iterator[Mounting]:
    made = Mounting()
    window = in_a_window(made, 800, 600)
    qtbot.addWidget(window)
    yield made
    window.close()


def test_nothing_is_said_by_itself(mounting):
    assert mounting.mounted() == Mounted()


def test_it_stands_as_it_was_last_time_and_one_tap_changes_it(qtbot, mounting):
    mounting.show_mount(MOUNT)
    assert mounting.mounted() == Mounted("large", "left", "right", "right")
    with qtbot.waitSignal(mounting.changed):
        qtbot.mouseClick(
            mounting.rows["cuff_arm"].button(Side.RIGHT.value), Qt.MouseButton.LeftButton
        )
    assert mounting.mounted().cuff_arm == "right"


def test_what_was_not_said_last_time_is_not_said_now(mounting):
    mounting.show_mount(MOUNT)
    mounting.show_mount(Mount(CuffSize.THIGH, None, None, None, "Nurse 1"))
    assert mounting.mounted() == Mounted(cuff_size="thigh")
    mounting.show_mount(None)
    assert mounting.mounted() == Mounted()
