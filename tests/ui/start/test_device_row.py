from __future__ import annotations

import pytest

from tests.ui.scripted_trial import TALKING
from tests.ui.start.device_examples import CUFF_ONLY, DINAMAP, IVY, NONIN, DeviceBackend
from ui.requests import DeviceCheck
from ui.start.device_row import NOT_RIGHT, row_of, sources_of, unknown_title
from ui.start.trial import Trial
from ui.words import say


@pytest.fixture
def trial() -> Trial:
    made = Trial(DeviceBackend())
    made.choose_port("/dev/ttyUSB0")
    made.choose_driver("dinamap")
    return made


def test_a_line_says_what_where_and_which_signs(trial: Trial) -> None:
    row = row_of(trial, DINAMAP)
    assert row.title == DINAMAP.title
    assert row.place == "ttyUSB0 · gives blood pressure, heart rate and SpO₂"
    assert (row.state, row.values, row.wrong) == ("○ not tested", "", False)


def test_a_speed_that_was_found_and_a_cuff_that_may_be_started_are_said(trial: Trial) -> None:
    trial.baud, trial.may_start_cuff = 4800, True
    place = row_of(trial, DINAMAP).place
    assert "4800 baud" in place
    assert place.endswith(say("device-starts-cuff"))


def test_a_talking_device_says_its_values(trial: Trial) -> None:
    trial.check = TALKING
    row = row_of(trial, DINAMAP)
    assert (row.state, row.values) == ("● talking", "BP 128/79 · HR 72 · SpO₂ 98")
    assert row.sentence().endswith("● talking, BP 128/79 · HR 72 · SpO₂ 98")


@pytest.mark.parametrize("state", ["waiting", "talking", "silent", "wrong-driver", "failed"])
def test_every_state_of_a_test_has_its_words(trial: Trial, state: str) -> None:
    trial.check = DeviceCheck(state, "", 0, 0, 0, ())
    row = row_of(trial, DINAMAP)
    assert row.state == say(f"state-{state}")
    assert row.wrong is (state in NOT_RIGHT)


def test_a_monitor_of_which_nothing_is_known_is_called_by_its_name() -> None:
    assert unknown_title("elsewhere") == "elsewhere"
    assert unknown_title("") == say("device-none")
    assert unknown_title("line:x.toml") == say("device-described")


def test_one_device_that_gives_everything_needs_no_explanation() -> None:
    assert sources_of([IVY]) == sources_of([None]) == sources_of([]) == ""
    assert sources_of([NONIN]).startswith("Blood pressure: by hand")
    assert sources_of([None, CUFF_ONLY, NONIN]).startswith("Blood pressure: SunTech")
