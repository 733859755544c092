import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ui.start.device_examples import DeviceBackend
from ui.requests import DeviceRequest
from ui.start.trials import Trials

CUFF, OXIMETER = DeviceRequest("COM3", "dinamap"), DeviceRequest("COM4", "nonin-df7")
STEPS = st.lists(
    st.sampled_from(
        [
            Trials.add,
            Trials.remove,
            lambda trials: trials.move(-1),
            lambda trials: trials.move(1),
            lambda trials: trials.choose(0),
            lambda trials: trials.choose(99),
        ]
    )
)


@pytest.fixture
def backend() -> DeviceBackend:
    return DeviceBackend()


@pytest.fixture
def two(backend) -> Trials:
    trials = Trials(backend)
    assert trials.prefer((CUFF, OXIMETER))
    return trials


def test_the_order_is_the_order_of_preference(two):
    assert two.requests() == (CUFF, OXIMETER)
    two.move(1)
    assert two.requests() == (OXIMETER, CUFF)
    assert (two.at, two.chosen.driver) == (1, "dinamap")


def test_beyond_its_ends_nothing_is_moved(two):
    two.move(-1)
    assert two.requests() == (CUFF, OXIMETER)


def test_a_removed_device_lets_go_of_its_port(two, backend):
    two.chosen.begin_test()
    two.remove()
    assert backend.tests[0].stopped
    assert two.requests() == (OXIMETER,)


def test_the_last_one_stays(two):
    two.remove()
    two.remove()
    assert len(two) == 1


def test_what_somebody_chose_is_not_replaced(two):
    assert not two.prefer((OXIMETER,))
    assert two.requests() == (CUFF, OXIMETER)


def test_every_device_is_tried_by_itself(two, backend):
    two.chosen.begin_test()
    two.choose(1)
    two.chosen.begin_test()
    two.poll()
    assert [trial.state() for trial in two] == ["talking", "talking"]
    two.end("enough")
    assert all(test.stopped for test in backend.tests)
    assert [trial.note for trial in two] == ["enough", "enough"]
    assert not two.busy


@given(STEPS)
def test_there_is_always_a_chosen_device(steps):
    trials = Trials(DeviceBackend())
    for step in steps:
        step(trials)
        assert 0 <= trials.at < len(trials)
        assert trials.chosen is list(trials)[trials.at]
