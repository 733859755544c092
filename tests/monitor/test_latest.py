"""What is known of each sign now, and why there is nothing."""

from __future__ import annotations

import pytest
from chairs import DEVICE, SOURCE, cuff
from hypothesis import given
from hypothesis import strategies as st

from monitor.events import DeviceFacts
from monitor.latest import FRESH_BY_DEFAULT_S, Latest, Missing
from monitor.vitals import LostReason, Quality, Reading, SignalLost, VitalSign

SLOW = DeviceFacts("slow", "device:slow", 25.0, 25.0, frozenset({VitalSign.SPO2}))
HR, PULSE, SPO2 = VitalSign.HR, VitalSign.PULSE, VitalSign.SPO2


def reading(
    sign: VitalSign, value: float = 80.0, source: str = SOURCE, quality: Quality = Quality.GOOD
) -> Reading:
    return Reading(sign, value, source, quality)


def latest(*readings: Reading, at: float = 100.0) -> Latest:
    known = Latest((DEVICE, SLOW))
    for one in readings:
        known.take(one, at)
    return known


def test_a_value_goes_blank_at_the_freshness_of_its_device_and_not_before() -> None:
    known = latest(reading(HR), reading(SPO2, 98.0, SLOW.source))
    assert known.expires_at() == 105.0
    assert known.expire(104.999) == []
    assert known.expire(105.0) == [HR]
    assert known.missing[HR] == Missing(LostReason.NO_VALUE, 105.0, SOURCE)
    assert known.expires_at() == 125.0


def test_a_source_that_nobody_described_has_the_default_freshness() -> None:
    assert latest(reading(HR, source="imported")).expires_at() == 100.0 + FRESH_BY_DEFAULT_S


def test_a_new_value_ends_a_loss() -> None:
    known = latest(reading(HR))
    known.lose(SignalLost(HR, LostReason.SENSOR_OFF, SOURCE), 101.0)
    known.take(reading(HR), 102.0)
    assert HR not in known.missing
    assert known.held[HR].at == 102.0


def test_a_sign_that_never_had_a_value_can_not_lose_it() -> None:
    known = latest()
    known.lose(SignalLost(HR, LostReason.SENSOR_OFF, SOURCE), 101.0)
    assert known.missing == {}


def test_of_a_sign_that_went_blank_the_reason_is_learnt_and_the_moment_stays() -> None:
    known = latest(reading(HR))
    known.expire(105.0)
    known.lose(SignalLost(HR, LostReason.SENSOR_OFF, SOURCE), 108.0)
    assert known.missing[HR] == Missing(LostReason.SENSOR_OFF, 105.0, SOURCE)


def test_a_line_that_breaks_takes_only_the_signs_of_its_own_device() -> None:
    known = latest(reading(HR), reading(SPO2, 98.0, SLOW.source))
    assert known.lose_all("port-broke", 101.0, SOURCE) == [HR]
    assert set(known.held) == {SPO2}
    assert known.lose_all("program-away", 102.0) == [SPO2]
    assert known.held == {}


def test_a_line_that_is_back_starts_the_clocks_of_its_own_signs() -> None:
    known = latest(reading(HR), reading(SPO2, 98.0, SLOW.source))
    known.lose_all("port-broke", 101.0)
    known.give_grace(SOURCE, 150.0)
    assert (known.missing[HR].since, known.missing[SPO2].since) == (150.0, 101.0)
    assert known.missing[HR].reason == "port-broke"


@pytest.mark.parametrize(
    ("readings", "heart"),
    [
        ((reading(HR, 80.0), reading(PULSE, 90.0)), 80.0),
        ((reading(PULSE, 90.0),), 90.0),
        ((reading(HR, 80.0, quality=Quality.POOR), reading(PULSE, 90.0)), 90.0),
        ((reading(HR, 80.0, quality=Quality.POOR),), None),
        ((reading(VitalSign.NIBP_PULSE, 70.0),), None),
        ((), None),
    ],
)
def test_the_heart_is_the_ecg_else_the_pulse_and_never_the_cuff(
    readings: tuple[Reading, ...], heart: float | None
) -> None:
    held = latest(*readings).heart()
    assert (None if held is None else held.reading.value) == heart


@pytest.mark.parametrize(
    ("quality", "counts"),
    [
        (Quality.GOOD, True),
        (Quality.UNCONFIRMED, True),
        (Quality.BEFORE_SESSION, False),
        (Quality.AGE_UNKNOWN, False),
    ],
)
def test_a_result_from_before_the_session_is_no_part_of_the_schedule(
    quality: Quality, *, counts: bool
) -> None:
    known = latest()
    assert known.last_cuff() is None
    assert known.last_counted_cuff_at() is None
    known.take_cuff(cuff(120, 76), 50.0)
    known.take_cuff(cuff(130, 80, quality), 90.0)
    assert known.last_counted_cuff_at() == (90.0 if counts else 50.0)


FIRST, SECOND = DEVICE.source, SLOW.source


def both() -> Latest:
    """Two devices that give SpO2: the first says 98, the second 95."""
    return latest(reading(SPO2, 98.0, FIRST), reading(SPO2, 95.0, SECOND))


def value(known: Latest, sign: VitalSign = SPO2) -> float | None:
    held = known.held.get(sign)
    return None if held is None else held.reading.value


def test_a_sign_is_taken_from_the_first_device_in_order_that_has_it() -> None:
    known = latest(reading(SPO2, 95.0, SECOND))
    assert value(known) == 95.0
    assert known.take(reading(SPO2, 98.0, FIRST), 101.0)
    assert not known.take(reading(SPO2, 94.0, SECOND), 102.0)
    assert value(known) == 98.0


def test_what_a_device_behind_lost_does_not_blank_the_one_before_it() -> None:
    known = both()
    known.lose(SignalLost(SPO2, LostReason.SENSOR_OFF, SECOND), 101.0)
    assert known.lose_all("port-broke", 101.5, SECOND) == []
    assert (value(known), known.missing) == (98.0, {})


@pytest.mark.parametrize("how", ["lost", "down", "stale"])
def test_the_next_device_takes_over_at_that_moment_and_makes_way_again(how: str) -> None:
    known = both()
    if how == "lost":
        known.lose(SignalLost(SPO2, LostReason.SENSOR_OFF, FIRST), 101.0)
    elif how == "down":
        assert known.lose_all("port-broke", 101.0, FIRST) == [SPO2]
    else:
        assert known.expire(105.0) == [SPO2]
    assert (value(known), known.missing) == (95.0, {})
    assert known.held[SPO2].at == 100.0, "its age is its own"
    known.take(reading(SPO2, 97.0, FIRST), 106.0)
    assert value(known) == 97.0


def test_a_sign_is_missing_only_when_no_device_has_it() -> None:
    known = both()
    known.lose(SignalLost(SPO2, LostReason.SENSOR_OFF, FIRST), 101.0)
    known.lose(SignalLost(SPO2, LostReason.NO_PULSE, SECOND), 102.0)
    assert known.missing[SPO2] == Missing(LostReason.NO_PULSE, 102.0, SECOND)
    known.lose(SignalLost(SPO2, LostReason.POOR_SIGNAL, FIRST), 103.0)
    assert known.missing[SPO2].reason == LostReason.NO_PULSE, "that was never shown"


def test_a_device_that_stopped_speaking_takes_nothing_over() -> None:
    known = latest(reading(SPO2, 98.0, FIRST), reading(HR, 80.0, FIRST), at=124.0)
    known.take(reading(SPO2, 95.0, SECOND), 100.0)
    known.lose(SignalLost(SPO2, LostReason.SENSOR_OFF, FIRST), 125.0)
    assert value(known) is None


def test_heart_rate_and_pulse_of_two_devices_stay_two_signs() -> None:
    known = latest(reading(HR, 80.0, FIRST), reading(PULSE, 90.0, SECOND))
    assert (value(known, HR), value(known, PULSE)) == (80.0, 90.0)
    known.lose_all("port-broke", 101.0, FIRST)
    assert (value(known, HR), value(known, PULSE)) == (None, 90.0)


def test_a_preferred_device_is_taken_at_once_and_for_that_sign_only() -> None:
    known = both()
    known.take(reading(PULSE, 70.0, FIRST), 100.0)
    known.take(reading(PULSE, 71.0, SECOND), 100.0)
    known.prefer(SPO2, SECOND, 101.0)
    assert (value(known), value(known, PULSE)) == (95.0, 70.0)
    known.prefer(SPO2, FIRST, 102.0)
    assert value(known) == 98.0


def test_a_source_that_nobody_described_stands_behind_all_others() -> None:
    known = latest(reading(SPO2, 90.0, "imported"), reading(SPO2, 95.0, SECOND))
    assert value(known) == 95.0
    known.lose(SignalLost(SPO2, LostReason.SENSOR_OFF, SECOND), 101.0)
    assert value(known) == 90.0


STEPS = st.lists(
    st.tuples(
        st.integers(0, 9000),
        st.sampled_from(["take", "take", "lose", "down", "away", "prefer"]),
        st.sampled_from([HR, SPO2]),
        st.sampled_from([DEVICE, SLOW]),
    ),
    max_size=40,
)


@given(STEPS)
def test_what_is_held_is_the_fresh_value_of_the_first_device_that_has_one(
    steps: list[tuple[int, str, VitalSign, DeviceFacts]],
) -> None:
    known, now = Latest((DEVICE, SLOW)), 0.0
    fresh: dict[tuple[VitalSign, str], float] = {}
    order = {sign: [FIRST, SECOND] for sign in (HR, SPO2)}
    for wait_ms, what, sign, device in steps:
        now = round(now + wait_ms / 1000, 3)
        known.expire(now)
        source = device.source
        match what:
            case "take":
                known.take(reading(sign, 80.0, source), now)
                fresh[sign, source] = now
            case "lose":
                known.lose(SignalLost(sign, LostReason.NO_PULSE, source), now)
                fresh.pop((sign, source), None)
            case "down":
                known.lose_all("port-broke", now, source)
                fresh = {key: at for key, at in fresh.items() if key[1] != source}
            case "away":
                known.lose_all("program-away", now)
                fresh = {}
            case "prefer":
                known.prefer(sign, source, now)
                order[sign] = [source, *(one for one in order[sign] if one != source)]
        lasts = {FIRST: DEVICE.fresh_for_s, SECOND: SLOW.fresh_for_s}
        for one in (HR, SPO2):
            expected = [
                (giver, fresh[one, giver])
                for giver in order[one]
                if (one, giver) in fresh and round(fresh[one, giver] + lasts[giver], 3) > now
            ]
            held = known.held.get(one)
            assert (expected[:1] or [None]) == [held and (held.reading.source, held.at)]
            assert (one in known.held) <= (one not in known.missing)


@given(
    st.lists(
        st.tuples(
            st.integers(0, 9000),
            st.sampled_from(["take", "lose", "expire", "down"]),
            st.sampled_from([HR, PULSE, SPO2]),
        )
    )
)
def test_a_sign_is_never_held_and_missing_and_never_older_than_its_freshness(
    steps: list[tuple[int, str, VitalSign]],
) -> None:
    known, now = latest(), 0.0
    for wait_ms, what, sign in steps:
        now = round(now + wait_ms / 1000, 3)
        known.expire(now)
        match what:
            case "take":
                known.take(reading(sign), now)
            case "lose":
                known.lose(SignalLost(sign, LostReason.NO_PULSE, SOURCE), now)
            case "down":
                known.lose_all("port-broke", now)
        assert not set(known.held) & set(known.missing)
        assert all(now - held.at < DEVICE.fresh_for_s for held in known.held.values())
        due = known.expires_at()
        assert due is None or due > now
