"""Which chair and which monitors the start page chooses by itself."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.page_examples import in_a_window
from tests.ui.start.device_examples import DeviceBackend
from ui.requests import DeviceRequest
from ui.start.start_page import StartPage
from ui.theme import DARK


@pytest.fixture
def backend() -> DeviceBackend:
    return DeviceBackend()


@pytest.fixture
def page(qtbot: QtBot, backend: DeviceBackend) -> Iterator[StartPage]:
    made = StartPage(backend, DARK)
    window = in_a_window(made, 1280, 720)
    qtbot.addWidget(window)
    qtbot.waitExposed(window)
    qtbot.waitUntil(lambda: made.device.editor.drivers.count() > 0)
    yield made
    window.hide()


def choose(page: StartPage) -> None:
    for name, text in {"patient_id": "20417", "weight": "82", "by": "AK"}.items():
        page.fields[name].line.setText(text)
    page.device.editor.drivers.choose("ivy-450c")
    page.device.editor.ports.choose("/dev/ttyUSB0")


def begin(page: StartPage) -> None:
    page.start.click()


def test_the_first_free_chair_is_chosen_for_the_next_patient(page: StartPage) -> None:
    page.know_chairs([1, 2, 4])
    assert page.chair.key() == "3"
    page.fields["patient_id"].line.setText("20417")
    page.choose_chair(5)
    page.know_chairs([1])
    assert page.chair.key() == "5"  # a hand chose it for this patient
    page.know_chairs([1, 5])
    assert page.chair.key() == "2"


def test_what_a_running_chair_uses_is_not_chosen_for_the_next_one(page: StartPage) -> None:
    choose(page)
    begin(page)
    page.know_chairs([1])
    assert page.device.requests() == (DeviceRequest("", ""),)
    assert page.device.editor.ports.chosen() == ""


def test_a_chair_gets_the_monitor_it_had_last_and_no_other_chairs(
    page: StartPage, backend: DeviceBackend
) -> None:
    choose(page)
    begin(page)
    had = backend.opened[0].devices
    page.know_chairs([1])
    page.know_chairs([])
    assert (page.chair.key(), page.device.requests()) == ("1", had)
    page.choose_chair(2)
    assert page.device.requests() == (DeviceRequest("", ""),)
    page.choose_chair(1)
    assert page.device.requests() == had
    backend.ports_there = []
    page.choose_chair(2)
    page.reload()
    page.choose_chair(1)
    assert page.device.requests() == (DeviceRequest("", ""),)


def test_a_monitor_that_a_hand_chose_stays_when_another_chair_is_chosen(page: StartPage) -> None:
    choose(page)
    chosen = page.device.requests()
    page.choose_chair(6)
    page.know_chairs([6])
    assert (page.chair.key(), page.device.requests()) == ("1", chosen)
