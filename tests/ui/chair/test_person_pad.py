from collections.abc import Iterator

import pytest
from panel_desk import in_its_place, tap, words
from PySide6.QtCore import Qt

from monitor.rights import Role
from ui.chair.person_pad import LONGEST_PIN, PersonPad
from ui.demo_people import StaffInMemory
from ui.people.asked import RIGHT_PIN, Asked, PinAnswer
from ui.requests import Refusal
from ui.theme import DARK
from ui.words import say

STAFF = StaffInMemory()
ASKED = Asked("Who is it?", "It is kept.")


def check(name: str, pin: str) -> PinAnswer:
    try:
        STAFF.check(name, pin)
    except Refusal as refusal:
        return PinAnswer(str(refusal))
    return RIGHT_PIN


@pytest.fixture
def pad(qtbot) -> Iterator[PersonPad]:
    made = PersonPad(DARK)
    with in_its_place(qtbot, made):
        made.ask(ASKED, STAFF.members(), check)
        yield made


def type_pin(qtbot, pad: PersonPad, pin: str) -> None:
    for digit in pin:
        tap(qtbot, pad.keys[digit])


def test_a_name_and_its_pin_are_taken(qtbot, pad):
    tap(qtbot, pad.people["Nurse 2"])
    type_pin(qtbot, pad, "2222")
    with qtbot.waitSignal(pad.named) as said:
        tap(qtbot, pad.ok)
    assert said.args == ["Nurse 2"]
    assert not pad.isVisible()


def test_a_wrong_pin_says_so_and_leaves_no_digit(qtbot, pad):
    tap(qtbot, pad.people["Nurse 2"])
    type_pin(qtbot, pad, "2229")
    assert pad.dots == 4
    tap(qtbot, pad.ok)
    assert pad.isVisible()
    assert pad.dots == 0
    assert pad.refusal in words(pad)
    type_pin(qtbot, pad, "2")
    assert pad.refusal == ""


def test_a_pin_is_never_shown_or_spoken(qtbot, pad):
    tap(qtbot, pad.people["Nurse 2"])
    type_pin(qtbot, pad, "2222")
    assert "2222" not in words(pad)
    assert "2222" not in pad.accessibleName()


def test_a_pin_is_typed_on_the_keyboard_too(qtbot, pad):
    tap(qtbot, pad.people["Nurse 1"])
    qtbot.keyClicks(pad, "11119")
    qtbot.keyClick(pad, Qt.Key.Key_Backspace)
    with qtbot.waitSignal(pad.named) as said:
        qtbot.keyClick(pad, Qt.Key.Key_Return)
    assert said.args == ["Nurse 1"]


def test_a_scanner_without_a_chosen_name_types_nothing(qtbot, pad):
    qtbot.keyClicks(pad, "1111")
    qtbot.keyClick(pad, Qt.Key.Key_Return)
    assert (pad.dots, pad.name, pad.isVisible()) == (0, "", True)


def test_no_pin_is_longer_than_the_longest(qtbot, pad):
    tap(qtbot, pad.people["Nurse 1"])
    qtbot.keyClicks(pad, "1" * 30)
    assert pad.dots == LONGEST_PIN


def test_back_goes_to_the_names_and_then_leaves(qtbot, pad):
    tap(qtbot, pad.people["Nurse 1"])
    tap(qtbot, pad.back)
    assert (pad.name, pad.isVisible()) == ("", True)
    with qtbot.waitSignal(pad.left):
        qtbot.keyClick(pad, Qt.Key.Key_Escape)
    assert not pad.isVisible()


def test_only_the_role_that_is_asked_for_is_offered(pad):
    pad.ask(Asked("Provider?", roles=frozenset({Role.PROVIDER})), STAFF.members(), check)
    assert list(pad.people) == ["Provider 1"]


def test_it_has_to_be_somebody_else(pad):
    pad.ask(Asked("Second?", but=frozenset({"nurse 1"})), STAFF.members(), check)
    assert "Nurse 1" not in pad.people


def test_with_nobody_enlisted_a_name_is_typed(qtbot, pad):
    pad.ask(Asked("Second?", but=frozenset({"Nurse 1"})), (), check)
    assert not pad.people
    assert say("pin-nobody") in words(pad)
    qtbot.keyClick(pad.line, Qt.Key.Key_Return)
    assert pad.refusal == say("pin-no-name")
    qtbot.keyClicks(pad.line, "nurse 1")
    tap(qtbot, pad.ok)
    assert pad.refusal == say("pin-somebody-else", "nurse 1")
    pad.line.clear()
    qtbot.keyClicks(pad.line, " Nurse 7 ")
    with qtbot.waitSignal(pad.named) as said:
        qtbot.keyClick(pad.line, Qt.Key.Key_Return)
    assert said.args == ["Nurse 7"]
