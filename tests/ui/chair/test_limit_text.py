"""What the limits panel says of each limit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from monitor.limits import BOUNDS, Modifier
from monitor.outcomes import BaselineAccepted
from monitor.picture import ChairPicture, MovedLimit
from tests.ui import pictures
from ui.bar_face import top_face
from ui.chair.limit_text import LimitFace, limit_faces, profile_text
from ui.chair.limits_panel import LimitsPanel
from ui.chair.spans import clock_text
from ui.theme import DARK
from ui.view_state import ChairView, ViewState

WALL_S = 1_790_000_000.0


def view_of(picture: ChairPicture) -> ChairView:
    return ChairView(picture, 0.0, WALL_S, opened=pictures.opened())


def face(view: ChairView, rule: str) -> LimitFace:
    (found,) = [one for one in limit_faces(view) if one.rule == rule]
    return found


def plain() -> ChairPicture:
    return replace(pictures.calm(), deviations=(), baseline=BaselineAccepted(124, 76, 76, 98))


def moved() -> ChairPicture:
    at_s = plain().now_s - 600.0
    return replace(
        plain(),
        deviations=(("sbp-high", 160.0, 150.0),),
        limits_moved=(MovedLimit("sbp-high", "AK", at_s), MovedLimit("hr-high", "BL", at_s)),
    )


def test_there_is_a_line_about_every_limit() -> None:
    assert {one.rule for one in limit_faces(view_of(plain()))} == set(BOUNDS)


def test_a_limit_of_the_profile_says_its_bounds() -> None:
    assert face(view_of(plain()), "sbp-high") == LimitFace("sbp-high", 160, 160, "130 to 190")


def test_a_moved_limit_says_the_profiles_own_who_moved_it_and_when() -> None:
    when = clock_text(WALL_S - 600.0)
    assert face(view_of(moved()), "sbp-high").told == f"profile 160 · AK {when}"
    assert face(view_of(moved()), "hr-high").told == "90 to 140"  # it went back


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        ("sbp-rise", "161.2 for this patient · 10 to 60"),
        ("spo2-low", "94 for this patient · 85 to 99"),
        ("sbp-high", "130 to 190"),
    ],
)
def test_where_another_number_is_judged_for_this_patient_it_is_said(rule: str, told: str) -> None:
    picture = replace(plain(), modifiers=frozenset(Modifier))
    assert face(view_of(picture), rule).told == told


def test_without_a_baseline_a_rise_is_not_judged_and_says_only_its_bounds() -> None:
    assert face(view_of(replace(plain(), baseline=None)), "sbp-rise").told == "10 to 60"


def test_the_profile_names_what_is_known_of_the_patient() -> None:
    picture = replace(plain(), modifiers=frozenset({Modifier.SEDATIVES, Modifier.OXYGEN}))
    text = profile_text(view_of(picture))
    assert text == "Adult IV · sedatives · SpO₂ on O₂: late sign"


def test_every_wording_of_the_top_line_names_what_is_known_and_that_something_was_moved() -> None:
    picture = replace(moved(), modifiers=frozenset({Modifier.OXYGEN}))
    wordings = top_face(ViewState(), view_of(picture), "14:31").profile
    assert all("O₂" in wording for wording in wordings)
    assert "SBP high 150 ≠ 160" in wordings[0]
    assert wordings[-1] == "Adult IV · O₂ · +1 more"


# ---- the panel


@pytest.fixture
def panel(qtbot: QtBot) -> Iterator[LimitsPanel]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1280, 720)
    made = LimitsPanel(DARK, window)
    made.setGeometry(0, 0, 788, 524)
    window.show()
    qtbot.waitExposed(window)
    yield made
    window.hide()


def test_one_tap_takes_back_everything_that_was_moved(panel: LimitsPanel, qtbot: QtBot) -> None:
    two = (("sbp-extreme", 200.0, 215.0), ("sbp-very-high", 180.0, 205.0))
    panel.show_view(view_of(replace(plain(), deviations=two)))
    panel.open()
    asked: list[tuple[str, object]] = []
    panel.asked.connect(lambda rule, value: asked.append((rule, value)))
    qtbot.mouseClick(panel.all_back, Qt.MouseButton.LeftButton)
    assert asked == [("sbp-very-high", None), ("sbp-extreme", None)]


def test_without_a_deviation_there_is_nothing_to_take_back(panel: LimitsPanel) -> None:
    panel.show_view(view_of(plain()))
    panel.open()
    assert not panel.all_back.isVisible()
    assert not panel.rows["sbp-high"].reset.isVisible()


def test_the_same_limits_are_not_laid_out_again(panel: LimitsPanel) -> None:
    panel.show_view(view_of(moved()))
    before = panel.rows["sbp-high"].labels
    panel.show_view(view_of(replace(moved(), now_s=moved().now_s + 1.0)))
    assert panel.rows["sbp-high"].labels is before
