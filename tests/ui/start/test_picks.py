from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt

from tests.ui.page_examples import in_a_window
from ui.start.picks import Picks

CHOICES = [("left", "Left"), ("right", "Right")]


@pytest.fixture
def arms(qtbot) -> Iterator[Picks]:
    made = Picks("Cuff arm", CHOICES)
    window = in_a_window(made, 800, 600)
    qtbot.addWidget(window)
    yield made
    window.close()


def tap(qtbot, row: Picks, key: str) -> None:
    qtbot.mouseClick(row.button(key), Qt.MouseButton.LeftButton)


def test_nothing_is_down_until_somebody_says_it(arms):
    assert (arms.one(), arms.chosen()) == ("", frozenset())


def test_one_goes_up_when_the_other_goes_down(qtbot, arms):
    tap(qtbot, arms, "left")
    tap(qtbot, arms, "right")
    assert arms.chosen() == {"right"}


def test_tapped_again_it_is_taken_back(qtbot, arms):
    tap(qtbot, arms, "left")
    with qtbot.waitSignal(arms.picked) as said:
        tap(qtbot, arms, "left")
    assert (arms.one(), said.args) == ("", ["left"])


def test_several_may_be_down_where_that_makes_sense(qtbot):
    row = Picks("Known", CHOICES, several=True)
    window = in_a_window(row, 400, 200)
    qtbot.addWidget(window)
    tap(qtbot, row, "left")
    tap(qtbot, row, "right")
    assert row.chosen() == {"left", "right"}


def test_what_is_no_button_here_is_passed_over(arms):
    arms.choose(["right", "middle"])
    assert arms.one() == "right"


def test_every_button_is_named_with_its_row(arms):
    assert arms.button("left").accessibleName() == "Cuff arm: Left"
