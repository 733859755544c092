import pytest

from data.health import Health
from monitor.entries import StoreNote, StoreTrouble, StoreWell

MEMORY = "; everything is kept in memory"


class Second:
    """A second place of which the test says how it is."""

    place = "/mnt/spill"

    def __init__(self):
        self.trouble = None
        self.answers = True

    def keeps(self, _now):
        return self.trouble is None and self.answers


@pytest.fixture
def said():
    return []


@pytest.fixture
def health(said):
    return Health(said.append)


@pytest.fixture
def second():
    return Second()


@pytest.fixture
def both(said, second):
    return Health(said.append, second)


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
    health.trouble("the disk is full", 11.0)
    health.written(12.0)
    assert said == [StoreTrouble("the disk is full" + MEMORY)]
    health.waiting_since(12.5)
    health.written(13.0)
    assert said[1:] == [StoreWell()]


def test_a_named_trouble_is_not_talked_over_by_being_behind(health, said):
    health.waiting_since(10.0)
    health.trouble("the disk is full", 11.0)
    health.look(20.0)
    assert len(said) == 1


def test_what_is_lost_is_never_well_again(health, said):
    health.lost("an entry is lost")
    health.written(2.0)
    health.trouble("the disk is full", 3.0)
    health.written(4.0)
    assert said == [StoreTrouble("an entry is lost")]


def test_trouble_says_that_the_second_place_has_everything(both, said):
    both.trouble("the disk is full", 1.0)
    assert said == [
        StoreTrouble(
            "the disk is full; everything is kept in the second place /mnt/spill and goes back "
            "by itself"
        )
    ]


def test_trouble_in_both_places_says_that_only_memory_is_left(both, second, said):
    both.trouble("the disk is full", 1.0)
    second.trouble = "No space left on device"
    both.look(1.25)
    both.look(1.5)
    assert len(said) == 2
    assert "kept in memory only" in said[1].text
    assert "No space left on device" in said[1].text
    second.trouble = None
    both.look(2.0)
    assert said[2] == said[0]


def test_a_second_place_that_does_not_answer_is_not_relied_upon(both, second, said):
    second.answers = False
    both.waiting_since(1.0)
    both.look(3.0)
    assert "more than 1 s behind; everything is kept in memory only" in said[0].text


def test_a_second_place_that_fails_alone_is_a_note_and_no_trouble(both, second, said):
    second.trouble = "Permission denied"
    both.look(1.0)
    both.look(2.0)
    second.trouble = None
    both.look(3.0)
    assert [type(one) for one in said] == [StoreNote, StoreNote]
    assert "the record itself is written" in said[0].text
    assert "is written again" in said[1].text


def test_when_the_record_is_well_again_the_second_place_that_is_not_is_told(both, second, said):
    both.trouble("the disk is full", 1.0)
    second.trouble = "Permission denied"
    both.look(2.0)
    both.written(3.0)
    assert said[-2] == StoreWell()
    assert "the record itself is written" in said[-1].text
