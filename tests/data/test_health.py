import pytest

from data.health import Health
from monitor.entries import StoreTrouble, StoreWell


@pytest.fixture
def said():
    return []


@pytest.fixture
def health(said):
    return Health(said.append)


def test_a_record_that_keeps_up_says_nothing(health, said):
    health.waiting_since(10.0)
    health.look(11.0)
    health.waiting_since(None)
    health.look(99.0)
    health.written(99.0)
    assert said == []


def test_falling_behind_by_more_than_a_second_is_told_once(health, said):
    health.waiting_since(10.0)
    health.look(11.1)
    health.look(12.0)
    assert [type(one) for one in said] == [StoreTrouble]


def test_it_is_well_only_when_it_has_caught_up(health, said):
    health.waiting_since(10.0)
    health.trouble("the disk is full")
    health.written(12.0)
    assert said == [StoreTrouble("the disk is full")]
    health.waiting_since(12.5)
    health.written(13.0)
    assert said[1:] == [StoreWell()]


def test_a_named_trouble_is_not_talked_over_by_being_behind(health, said):
    health.waiting_since(10.0)
    health.trouble("the disk is full")
    health.look(20.0)
    assert len(said) == 1


def test_what_is_lost_is_never_well_again(health, said):
    health.trouble("an entry is lost", for_good=True)
    health.written(2.0)
    health.trouble("the disk is full")
    health.written(4.0)
    assert StoreWell() not in said
