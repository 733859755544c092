"""What is to be checked in the morning, and who did it."""

from __future__ import annotations

import pytest

from data.day_book import DayTick, TodayEntry
from tests.ui.device_line_examples import MONITOR, OXIMETER
from ui.chair.spans import clock_text
from ui.clinic_day.opening_facts import (
    AT_CHAIR,
    CHAIRS,
    MOST_CHAIRS,
    PRESCRIBER,
    ROOM,
    ChairLook,
    ItemFace,
    chair_item,
    chairs_in_use,
    newest,
    opening_face,
)
from ui.words import say

AT_UTC_S = 1_790_000_000.0


def tick(item: str, text: str = "", *, done: bool = True, by: str = "Nurse 1") -> DayTick:
    return DayTick(item, done, text, by, AT_UTC_S)


def items(*ticks: DayTick, looks: tuple[ChairLook, ...] = (ChairLook(1),)) -> dict[str, ItemFace]:
    face = opening_face(newest(ticks), looks, sound_due=True)
    found = [*face.room, *(item for chair in face.chairs for item in chair.items)]
    return {item.item: item for item in found}


def test_everything_is_open_in_the_morning() -> None:
    face = opening_face({}, [ChairLook(1), ChairLook(2)], sound_due=True)
    assert face.open == 1 + len(ROOM) + 2 * len(AT_CHAIR)


def test_nothing_is_open_when_all_is_ticked() -> None:
    done = newest(tick(item) for item in (*ROOM, *(chair_item(1, what) for what in AT_CHAIR)))
    assert opening_face(done, [ChairLook(1)], sound_due=False).open == 0
    assert opening_face(done, [ChairLook(1)], sound_due=None).open == 0
    assert opening_face(done, [ChairLook(1)], sound_due=None).sound is None


def test_a_tick_says_who_and_when_and_the_prescriber_by_name() -> None:
    at = clock_text(AT_UTC_S)
    found = items(tick("oxygen"), tick(PRESCRIBER, "Provider 1"))
    assert found["oxygen"].detail == f"Nurse 1 · {at}"
    assert found[PRESCRIBER].detail == f"Provider 1 · Nurse 1 · {at}"


def test_one_that_was_taken_back_is_open_and_says_by_whom() -> None:
    found = items(tick("cart"), tick("cart", done=False, by="Nurse 2"))["cart"]
    assert not found.done
    assert found.detail == say("day-taken-back", "Nurse 2", clock_text(AT_UTC_S))


def test_a_monitor_ticks_nothing_by_itself_and_its_word_is_kept_with_the_tick() -> None:
    look = ChairLook(2, (MONITOR, OXIMETER), "128/79 · 1 min ago")
    found = items(looks=(look,))
    link, clock, cuff = (found[chair_item(2, what)] for what in AT_CHAIR)
    assert not any(item.done for item in (link, clock, cuff))
    assert say("devices-state-up") in link.proof
    assert "2 min 10 s" in clock.proof
    assert cuff.proof == "128/79 · 1 min ago"
    ticked = items(tick(chair_item(2, "link"), link.proof), looks=(ChairLook(2),))
    assert link.proof in ticked[chair_item(2, "link")].detail


def test_a_chair_without_a_monitor_says_so() -> None:
    link, clock, cuff = (items()[chair_item(1, what)] for what in AT_CHAIR)
    assert link.detail == say("day-no-device")
    assert clock.detail == say("day-untold")
    assert cuff.detail == say("day-no-cuff")


@pytest.mark.parametrize(
    ("told", "planned", "running", "count"),
    [
        ((), (), (), 1),
        ((), (TodayEntry("1", chair=3), TodayEntry("2")), (), 3),
        ((), (TodayEntry("1", chair=2),), (1, 5), 5),
        (("2",), (TodayEntry("1", chair=3),), (5,), 2),
        (("0",), (), (), 1),
        (("99",), (), (), MOST_CHAIRS),
        (("four",), (), (3,), 3),
    ],
)
def test_as_many_chairs_as_somebody_said_or_as_are_known_of(
    told: tuple[str, ...], planned: tuple[TodayEntry, ...], running: tuple[int, ...], count: int
) -> None:
    ticks = newest(tick(CHAIRS, text) for text in told)
    assert chairs_in_use(ticks, planned, running) == count
