from dataclasses import replace

import pytest

from tests.ui.start.device_examples import (
    FOUND,
    NOTHING,
    SEARCHING,
    TROUBLE,
    DeviceBackend,
)
from ui.requests import DeviceRequest
from ui.start.trial import Trial
from ui.words import say


@pytest.fixture
def backend() -> DeviceBackend:
    return DeviceBackend()


@pytest.fixture
def trial(backend) -> Trial:
    made = Trial(backend)
    made.choose_port("/dev/ttyUSB0")
    made.choose_driver("ivy-450c")
    return made


def test_a_test_is_of_what_was_chosen_and_tells_what_it_hears(trial, backend):
    trial.begin_test()
    assert backend.tests[0].of == DeviceRequest("/dev/ttyUSB0", "ivy-450c")
    assert trial.state() == "waiting"
    trial.poll()
    assert trial.state() == "talking"


@pytest.mark.parametrize(
    "change",
    [
        lambda trial: trial.choose_port("/dev/ttyUSB1"),
        lambda trial: trial.choose_driver("dinamap"),
        lambda trial: trial.begin_search(),
        lambda trial: trial.end(),
    ],
    ids=["port", "monitor", "search", "end"],
)
def test_whatever_else_is_done_ends_the_test_and_takes_its_values_away(trial, backend, change):
    trial.begin_test()
    trial.poll()
    change(trial)
    assert backend.tests[0].stopped
    assert trial.check is None
    assert not trial.testing


def test_choosing_the_same_again_leaves_the_test_alone(trial, backend):
    trial.begin_test()
    trial.choose_port("/dev/ttyUSB0")
    trial.choose_driver("ivy-450c")
    assert trial.testing
    assert not backend.tests[0].stopped


def test_a_proposal_is_not_chosen_by_itself(trial, backend):
    trial.choose_driver("dinamap")
    trial.begin_search()
    assert trial.state() == "searching"
    trial.poll()
    assert (trial.state(), trial.proposed, trial.driver) == ("found", "ivy-450c", "dinamap")
    assert backend.searches[0].stopped


def test_an_accepted_proposal_is_tested_at_the_speed_at_which_it_was_found(trial, backend):
    backend.finds = (replace(FOUND, baud=4800),)
    trial.begin_search()
    trial.accept()
    assert trial.request() == DeviceRequest("/dev/ttyUSB0", "ivy-450c", baud=4800)
    assert backend.tests[0].of == trial.request()
    trial.choose_driver("dinamap")
    assert trial.request().baud is None


def test_nothing_is_accepted_where_nothing_is_proposed(trial, backend):
    trial.accept()
    assert backend.tests == []
    assert trial.driver == "ivy-450c"


def test_a_search_that_found_nothing_is_over(trial, backend):
    backend.finds = (SEARCHING, NOTHING)
    trial.begin_search()
    trial.poll()
    assert not trial.busy
    assert trial.found == NOTHING
    assert trial.state() == "untested"


def test_a_search_can_be_given_up(trial, backend):
    trial.begin_search()
    trial.end()
    assert backend.searches[0].stopped
    assert (trial.found, trial.note) == (None, say("find-stopped"))


@pytest.mark.parametrize("begin", [Trial.begin_test, Trial.begin_search])
def test_a_refusal_is_said(trial, backend, begin):
    backend.refuses = TROUBLE
    begin(trial)
    assert trial.note == TROUBLE
    assert not trial.busy


@pytest.mark.parametrize("driver", ["", "line:"])
def test_a_test_needs_a_monitor_and_a_search_a_port(backend, driver):
    trial = Trial(backend)
    trial.choose_driver(driver)
    trial.begin_search()
    assert trial.note == say("find-needs-port")
    trial.choose_port("COM3")
    trial.begin_test()
    assert trial.note == say("test-needs-both")
    assert backend.tests == backend.searches == []


def test_another_monitor_may_not_have_its_cuff_started(trial):
    trial.choose_driver("dinamap")
    trial.may_start_cuff = True
    trial.choose_driver("ivy-450c")
    assert not trial.request().may_start_cuff
