from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from monitor.limits import BOUNDS, PROFILES
from tests.ui.page_examples import in_a_window
from ui.review.limit_choices import LimitChoices, offered, step_of


@pytest.fixture
def choices(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Iterator[LimitChoices]:
    monkeypatch.setenv("CHAIRSIDE_HOME", str(tmp_path))
    made = LimitChoices()
    window = in_a_window(made, 420, 640)
    qtbot.addWidget(window)
    made.show_own(PROFILES["adult-iv"])
    yield made
    window.hide()


def test_profiles_with_the_same_limits_are_offered_once() -> None:
    assert list(offered(PROFILES["adult-iv"])) == ["elderly-iv"]
    assert list(offered(PROFILES["elderly-iv"])) == ["adult-iv"]


def test_the_own_profile_is_offered_anew_when_limits_of_it_were_moved() -> None:
    moved = PROFILES["adult-iv"].with_limit("sbp-high", 170)
    assert list(offered(moved)) == ["adult-iv", "elderly-iv"]


def test_a_mistake_in_the_clinics_file_leaves_ours(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("CHAIRSIDE_HOME", str(tmp_path))
    (tmp_path / "profiles.toml").write_text("[quiet", encoding="utf-8")
    assert list(offered(PROFILES["adult-iv"])) == ["elderly-iv"]


def test_nothing_is_asked_for_at_first(choices: LimitChoices) -> None:
    assert not choices.asked
    assert choices.limits().of(PROFILES["adult-iv"]) == PROFILES["adult-iv"]
    assert not choices.reset.isEnabled()


def test_a_step_asks_for_another_limit_and_the_way_back_for_none(
    qtbot: QtBot, choices: LimitChoices
) -> None:
    row = choices.rows["sbp-high"]
    with qtbot.waitSignal(choices.changed):
        qtbot.mouseClick(row.more, Qt.MouseButton.LeftButton)
    assert choices.limits().single == {"sbp-high": 165.0}
    assert "160" in row.name.text()
    assert row.value.text() == "165"
    qtbot.mouseClick(row.less, Qt.MouseButton.LeftButton)
    assert not choices.asked
    assert "160" not in row.name.text()


def test_a_limit_goes_no_further_than_its_bounds(qtbot: QtBot, choices: LimitChoices) -> None:
    row = choices.rows["sbp-high"]
    for _press in range(20):
        qtbot.mouseClick(row.more, Qt.MouseButton.LeftButton)
    assert choices.limits().single == {"sbp-high": BOUNDS["sbp-high"][1]}
    assert not row.more.isEnabled()


def test_another_profile_lets_single_limits_go(qtbot: QtBot, choices: LimitChoices) -> None:
    qtbot.mouseClick(choices.rows["sbp-high"].more, Qt.MouseButton.LeftButton)
    assert choices.profile is not None
    choices.profile.choose("elderly-iv")
    limits = choices.limits()
    assert limits.profile is not None
    assert limits.profile.name == "elderly-iv"
    assert not limits.single
    assert choices.rows["sbp-rise"].value.text() == "25"


def test_one_press_leads_back_to_the_limits_as_they_were(
    qtbot: QtBot, choices: LimitChoices
) -> None:
    assert choices.profile is not None
    choices.profile.choose("elderly-iv")
    qtbot.mouseClick(choices.rows["hr-high"].less, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(choices.changed):
        qtbot.mouseClick(choices.reset, Qt.MouseButton.LeftButton)
    assert not choices.asked


def test_another_session_brings_its_own_limits(choices: LimitChoices) -> None:
    choices.show_own(replace(PROFILES["adult-iv"]).switch_on(["map-high"]))
    assert "map-high" in choices.rows
    assert not choices.asked


@pytest.mark.parametrize(
    ("rule", "step"),
    [("sbp-high", 5.0), ("spo2-low", 1.0), ("rr-low", 1.0), ("rpp-high", 500.0),
     ("shock-index-high", 0.1), ("sbp-z-high", 1.0)],
)  # fmt: skip
def test_a_step_fits_what_it_moves(rule: str, step: float) -> None:
    assert step_of(rule) == step
