from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QWidget,
)

from tests.ui.page_examples import in_a_window
from tests.ui.page_sessions import cut_off_record
from tests.ui.start.device_examples import DeviceBackend
from ui.requests import DeviceRequest
from ui.start.cut_off import cut_off_sentence
from ui.start.start_page import StartPage
from ui.theme import DARK
from ui.words import say


@pytest.fixture
def backend() -> DeviceBackend:
    return DeviceBackend()


@pytest.fixture
def page(qtbot, backend) -> Iterator[StartPage]:
    made = StartPage(backend, DARK)
    window = in_a_window(made, 1280, 720)
    qtbot.addWidget(window)
    qtbot.waitExposed(window)
    qtbot.waitUntil(lambda: made.device.editor.drivers.count() > 0)
    yield made
    window.hide()


def type_in(qtbot, page: StartPage, name: str, text: str) -> None:
    line = page.fields[name].line
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, text)


def fill_in(qtbot, page: StartPage) -> None:
    for name, text in {"patient_id": "20417", "weight": "82", "by": "AK"}.items():
        type_in(qtbot, page, name, text)
    page.device.editor.drivers.choose("ivy-450c")
    page.device.editor.ports.choose("/dev/ttyUSB0")


def press(qtbot, button: QWidget) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_filled_page_opens_the_session_that_was_typed(qtbot, page, backend):
    fill_in(qtbot, page)
    page.choose_chair(3)
    with qtbot.waitSignal(page.opened) as said:
        press(qtbot, page.start)
    assert said.args == ["s-1", 3]
    asked = backend.opened[0]
    assert (asked.patient_id, asked.weight_kg, asked.flow) == ("20417", 82.0, True)
    assert (asked.devices, asked.by) == ((DeviceRequest("/dev/ttyUSB0", "ivy-450c"),), "AK")
    assert (asked.minutes, asked.nibp_interval_min, asked.profile) == (40.0, 5.0, "adult-iv")


def test_pounds_follow_the_typing(qtbot, page):
    type_in(qtbot, page, "weight", "82")
    assert page.fields["weight"].beside.text() == "= 180.8 lb"


def test_start_says_what_is_missing_and_goes_there(qtbot, page, backend):
    type_in(qtbot, page, "patient_id", "20417")
    press(qtbot, page.start)
    assert backend.opened == []
    assert page.fields["weight"].message() == say("entry-no-weight")
    assert QApplication.focusWidget() is page.fields["weight"].line
    assert say("entry-no-weight") in page.outcome.text()
    assert page.start.isEnabled()


def test_a_refused_weight_loses_nothing_that_was_typed(qtbot, page, backend):
    fill_in(qtbot, page)
    type_in(qtbot, page, "weight", "900")
    press(qtbot, page.start)
    assert backend.opened == []
    assert page.fields["weight"].message() == "weight is 900 kg; expected 25 to 350 kg"
    assert page.fields["weight"].text() == "900"
    assert page.fields["patient_id"].text() == "20417"
    type_in(qtbot, page, "weight", "90")
    assert page.fields["weight"].message() == ""


def test_nobody_is_told_off_while_typing_for_the_first_time(qtbot, page):
    type_in(qtbot, page, "weight", "9")
    assert page.fields["weight"].message() == ""
    page.fields["initials"].line.setFocus()
    assert "expected 25 to 350" in page.fields["weight"].message()


def test_a_refusal_by_the_program_is_shown_and_the_entry_stays(qtbot, page, backend):
    fill_in(qtbot, page)
    backend.refuses = "chair 1 already has a session; end it first"
    press(qtbot, page.start)
    assert page.outcome.text() == backend.refuses
    assert page.fields["patient_id"].text() == "20417"


def test_nothing_of_a_patient_is_left_for_the_next_one(qtbot, page):
    fill_in(qtbot, page)
    press(qtbot, page.start)
    assert [page.fields[name].text() for name in ("patient_id", "weight")] == ["", ""]
    assert page.fields["by"].text() == "AK"
    assert page.device.requests()[0].driver == "ivy-450c"


def test_watch_only_is_no_treatment_and_needs_no_weight(qtbot, page, backend):
    fill_in(qtbot, page)
    type_in(qtbot, page, "weight", "")
    page.fields["weight"].line.clear()
    press(qtbot, page.form.limits.route.button("watch"))
    press(qtbot, page.start)
    assert (backend.opened[0].flow, backend.opened[0].weight_kg) == (False, None)


def test_enter_goes_on_and_never_starts(qtbot, page, backend):
    fill_in(qtbot, page)
    page.fields["patient_id"].line.setFocus()
    seen = []
    for _ in range(30):
        focused = QApplication.focusWidget()
        seen.append(focused)
        qtbot.keyClick(focused, Qt.Key.Key_Return)
    assert seen[1] is page.fields["initials"].line
    page.device.editor.ports.choose("other:")
    qtbot.keyClick(page.device.editor.url.line, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is page.device.editor.url.line
    page.start.setFocus()
    qtbot.keyClick(page.start, Qt.Key.Key_Return)
    assert backend.opened == []


def test_space_on_start_starts(qtbot, page, backend):
    fill_in(qtbot, page)
    page.start.setFocus()
    qtbot.keyClick(page.start, Qt.Key.Key_Space)
    assert len(backend.opened) == 1


def test_tab_goes_from_top_to_bottom_through_everything(qtbot, page):
    page.device.editor.drivers.choose("ivy-450c")
    page.fields["patient_id"].line.setFocus()
    order: list[QWidget] = []
    while QApplication.focusWidget() not in order:
        order.append(QApplication.focusWidget())
        qtbot.keyClick(order[-1], Qt.Key.Key_Tab)
    wanted = [
        *(page.fields[name].line for name in ("patient_id", "initials", "birth_year")),
        *(page.fields[name].line for name in ("weight", "by")),
        page.form.limits.route.button("iv"),
        page.form.limits.profile.button("adult-iv"),
        page.form.mounting.rows["cuff_size"].button("adult"),
        page.form.interval.button("5"),
        page.form.limits.risks.button("hypertension"),
        page.form.patient.more,
        page.device.list.add,
        page.device.list.view,
        page.device.editor.ports,
        page.device.editor.refresh,
        page.device.editor.search,
        page.device.editor.drivers,
        page.device.editor.test,
        page.device.editor.about,
        page.cancel,
        page.start,
    ]
    assert [widget.accessibleName() for widget in order if widget in wanted] == [
        widget.accessibleName() for widget in wanted
    ]


def test_arrow_keys_choose_within_a_row(qtbot, page):
    first = page.form.limits.profile.button("adult-iv")
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Right)
    assert page.form.limits.profile.key() == "elderly-iv"


def test_every_control_has_a_name(page):
    unnamed = [
        widget
        for kind in (QPushButton, QLineEdit, QAbstractItemView, QProgressBar)
        for widget in page.findChildren(kind)
        if not widget.accessibleName()
    ]
    assert unnamed == []


def test_that_it_is_no_medical_device_is_always_in_sight(page):
    corner = page.disclaimer.mapTo(page, QPoint(0, 0))
    assert page.disclaimer.text() == say("disclaimer")
    assert page.disclaimer.isVisible()
    assert page.rect().contains(corner)


def test_cancel_says_so(qtbot, page):
    with qtbot.waitSignal(page.cancelled):
        press(qtbot, page.cancel)


# ---- several devices


def test_a_cuff_and_an_oximeter_are_opened_in_their_order(qtbot, page, backend):
    fill_in(qtbot, page)
    press(qtbot, page.device.list.add)
    page.device.editor.drivers.choose("nonin-df7")
    page.device.editor.ports.choose("/dev/ttyUSB1")
    press(qtbot, page.start)
    assert backend.opened[0].devices == (
        DeviceRequest("/dev/ttyUSB0", "ivy-450c"),
        DeviceRequest("/dev/ttyUSB1", "nonin-df7"),
    )


def test_start_goes_to_the_device_that_lacks_something(qtbot, page, backend):
    fill_in(qtbot, page)
    press(qtbot, page.device.list.add)
    page.device.editor.drivers.choose("nonin-df7")
    page.device.select(0)
    press(qtbot, page.start)
    assert backend.opened == []
    assert page.device.list.view.currentIndex().row() == 1
    assert QApplication.focusWidget() is page.device.editor.ports
    assert say("entry-of-device", 2, say("entry-no-port")) in page.outcome.text()
    page.device.editor.ports.choose("/dev/ttyUSB0")
    press(qtbot, page.start)
    assert say("entry-port-twice", "/dev/ttyUSB0") in page.outcome.text()
    page.device.editor.ports.choose("/dev/ttyUSB1")
    assert not page.outcome.isVisible()


def test_a_running_test_lets_go_of_its_port_before_the_session_takes_it(qtbot, page, backend):
    fill_in(qtbot, page)
    page.device.editor.test.click()
    press(qtbot, page.start)
    assert backend.tests[0].stopped
    assert len(backend.opened) == 1


def test_what_a_test_heard_is_brought_in_sight(qtbot, page):
    fill_in(qtbot, page)
    page.device.editor.test.click()
    qtbot.waitUntil(page.device.report.heard.isVisible)

    def in_sight() -> bool:
        heard = page.device.report.heard
        return (
            not heard.visibleRegion().isEmpty()
            and heard.visibleRegion().boundingRect().height() == heard.height()
        )

    qtbot.waitUntil(in_sight)


def test_there_are_eight_chairs(page):
    page.choose_chair(8)
    assert page.typed().chair == 8


# ---- sessions that were cut off


@pytest.fixture
def cut_off(page, backend):
    record = cut_off_record()
    backend.records = {"cut": record}
    backend.waiting = [record.row]
    page.reload()
    return record


def test_a_cut_off_session_is_named_with_its_time_and_progress(page, cut_off):
    assert page.notices.isVisible()
    assert cut_off_sentence(cut_off) == (
        "The session of #20417 (J. M.) was cut off at 16:45 (22 min into the infusion)."
    )


def buttons(page: StartPage, words: str) -> list[QPushButton]:
    return [b for b in page.notices.findChildren(QPushButton) if b.text() == say(words)]


def test_resume_continues_it_on_the_chosen_port(qtbot, page, backend, cut_off):
    press(qtbot, buttons(page, "cut-off-resume")[0])
    assert page.outcome.text() == say("cut-off-device")
    assert page.device.requests()[0].driver == "ivy-450c"
    page.device.editor.ports.choose("/dev/ttyUSB1")
    with qtbot.waitSignal(page.opened) as said:
        press(qtbot, buttons(page, "cut-off-resume")[0])
    assert backend.resumed == [("cut", (DeviceRequest("/dev/ttyUSB1", "ivy-450c"),))]
    assert said.args == ["cut", 2]


def test_leave_it_takes_the_line_away_and_changes_nothing(qtbot, page, backend, cut_off):
    press(qtbot, buttons(page, "cut-off-leave")[0])
    assert not page.notices.isVisible()
    page.reload()
    assert not page.notices.isVisible()
    assert backend.resumed == []


def test_what_was_put_back_into_the_record_stands_here_until_it_was_read(qtbot, page):
    page.tell("12 lines were put back.")
    page.tell("12 lines were put back.")
    assert page.notices.isVisible()
    assert [one.text() for one in page.notices.findChildren(QLabel)] == ["12 lines were put back."]
    press(qtbot, buttons(page, "store-note-read")[0])
    page.reload()
    assert not page.notices.isVisible()


def test_a_session_of_two_devices_is_resumed_with_both(qtbot, page, backend):
    record = cut_off_record()
    opened, *rest = record.entries
    second = replace(opened.what.devices[0], name="nonin-df7", source="device:nonin-df7")
    devices = (*opened.what.devices, second)
    entries = (replace(opened, what=replace(opened.what, devices=devices)), *rest)
    backend.records = {"cut": replace(record, entries=entries)}
    backend.waiting = [record.row]
    page.reload()
    assert [one.driver for one in page.device.requests()] == ["ivy-450c", "nonin-df7"]
    page.device.editor.ports.choose("/dev/ttyUSB0")
    press(qtbot, buttons(page, "cut-off-resume")[0])
    assert page.device.list.view.currentIndex().row() == 1
    page.device.editor.ports.choose("/dev/ttyUSB1")
    press(qtbot, buttons(page, "cut-off-resume")[0])
    assert backend.resumed == [
        (
            "cut",
            (
                DeviceRequest("/dev/ttyUSB0", "ivy-450c"),
                DeviceRequest("/dev/ttyUSB1", "nonin-df7"),
            ),
        )
    ]


def test_a_record_that_cannot_be_asked_is_said_and_keeps_nobody_from_starting(
    qtbot, page, backend
):
    backend.unfinished_refuses = "the record cannot be read: disk I/O error"
    page.reload()
    assert page.notices.isVisible()
    assert backend.unfinished_refuses in [one.text() for one in page.notices.findChildren(QLabel)]
    fill_in(qtbot, page)
    press(qtbot, page.start)
    assert len(backend.opened) == 1
    backend.unfinished_refuses = ""
    page.reload()
    assert not page.notices.isVisible()
