import pytest

from monitor.commands import ManualCuff
from monitor.outcomes import AlarmPhase, CuffUnconfirmed, Priority
from monitor.vitals import CuffResult, Quality
from tests.ui.trend_examples import SOURCE, Entry, bp_alarm, cuff, fed, opened

M, H = Priority.MEDIUM, Priority.HIGH
A = AlarmPhase


def named(*entries: Entry) -> list[Priority | None]:
    return [reading.priority for reading in fed([(0, opened()), *entries]).cuffs.all]


def test_a_reading_bears_the_priority_of_the_alarm_it_raised() -> None:
    assert named((60, cuff(130, 80)), (360, cuff(186, 112)), (360, bp_alarm(A.SOUNDING, H))) == [
        None,
        H,
    ]


def test_a_later_reading_in_breach_is_named_while_the_alarm_is_open() -> None:
    assert named((60, cuff(168, 101)), (60, bp_alarm(A.PENDING)), (120, cuff(167, 99))) == [M, M]


def test_a_later_reading_within_limits_is_not_named_though_the_alarm_still_sounds() -> None:
    assert named((60, cuff(206, 101)), (60, bp_alarm(A.SOUNDING, H)), (120, cuff(140, 85))) == [
        H,
        None,
    ]


@pytest.mark.parametrize("state", [A.CLEARED, A.LATCHED])
def test_the_reading_that_ends_an_alarm_is_not_named(state: AlarmPhase) -> None:
    assert named(
        (60, cuff(168, 101)),
        (60, bp_alarm(A.SOUNDING)),
        (360, cuff(160, 96)),
        (360, bp_alarm(state)),
        (660, cuff(161, 96)),
    ) == [M, None, None]


def test_a_worse_tier_colours_the_reading_that_caused_it() -> None:
    assert named(
        (60, cuff(168, 101)),
        (60, bp_alarm(A.SOUNDING)),
        (360, cuff(186, 104)),
        (360, bp_alarm(A.ESCALATED, H, "sbp-very-high")),
    ) == [M, H]


def test_no_repeat_in_time_makes_the_latest_reading_worse_later() -> None:
    assert named(
        (60, cuff(186, 104)), (60, bp_alarm(A.SOUNDING)), (180, bp_alarm(A.ESCALATED, H))
    ) == [H]


def test_a_reading_that_was_not_confirmed_is_marked_and_named_no_more() -> None:
    model = fed(
        [
            (0, opened()),
            (60, cuff(168, 101)),
            (60, bp_alarm(A.PENDING)),
            (150, cuff(142, 88)),
            (150, bp_alarm(A.WITHDRAWN)),
            (150, CuffUnconfirmed(60.0)),
        ]
    )
    first, second = model.cuffs.all
    assert (first.priority, first.quality) == (None, Quality.UNCONFIRMED)
    assert (second.priority, second.quality) == (None, Quality.GOOD)


def test_a_withdrawn_alarm_does_not_doubt_readings_that_had_been_confirmed() -> None:
    model = fed(
        [
            (0, opened()),
            (60, cuff(168, 101)),
            (60, bp_alarm(A.PENDING)),
            (150, cuff(167, 101)),
            (150, bp_alarm(A.SOUNDING)),
            (450, cuff(206, 101)),
            (450, bp_alarm(A.ESCALATED, H)),
            (520, cuff(142, 88)),
            (520, bp_alarm(A.WITHDRAWN)),
            (520, CuffUnconfirmed(450.0)),
        ]
    )
    assert [reading.priority for reading in model.cuffs.all] == [M, M, None, None]
    assert model.cuffs.all[2].quality is Quality.UNCONFIRMED


def test_of_two_readings_of_one_moment_the_first_is_doubted_and_then_the_second() -> None:
    story = [(0, opened()), (60, cuff(168, 101)), (60, cuff(140, 80)), (90, CuffUnconfirmed(60.0))]
    model = fed(story)
    good, doubted = Quality.GOOD, Quality.UNCONFIRMED
    assert [reading.quality for reading in model.cuffs.all] == [doubted, good]
    model.absorb(91, CuffUnconfirmed(60.0))
    assert [reading.quality for reading in model.cuffs.all] == [doubted, doubted]
    version = model.cuffs.version
    model.absorb(92, CuffUnconfirmed(61.0))
    assert model.cuffs.version == version


@pytest.mark.parametrize("quality", [Quality.BEFORE_SESSION, Quality.AGE_UNKNOWN])
def test_a_value_from_before_the_session_is_never_named(quality: Quality) -> None:
    assert named(
        (60, cuff(168, 101)), (60, bp_alarm(A.SOUNDING)), (90, cuff(190, 115, quality))
    ) == [M, None]


def test_a_reading_stands_where_it_was_measured() -> None:
    old = CuffResult(120, 70, None, None, SOURCE, Quality.BEFORE_SESSION, age_s=300.0)
    model = fed([(0, opened()), (10, old), (400, ManualCuff(150, 90, "AK"))])
    assert [reading.at_s for reading in model.cuffs.all] == [-290, 400]
    assert model.cuffs.all[1].manual


def test_a_reading_that_was_entered_late_stands_where_it_was_measured_and_is_never_named() -> None:
    model = fed(
        [
            (0, opened()),
            (300, cuff(186, 104)),
            (300, bp_alarm(A.SOUNDING)),
            (400, ManualCuff(190, 112, "AK", 250.0)),
            (420, bp_alarm(A.ESCALATED, H)),
            (430, ManualCuff(190, 112, "AK", 431.0)),
        ]
    )
    assert [(one.at_s, one.came_s, one.priority) for one in model.cuffs.all] == [
        (300, 300, H),
        (150, 400, None),
    ]


def test_an_alarm_of_another_sign_names_no_reading() -> None:
    other = bp_alarm(A.SOUNDING)
    heart = type(other)("hr/high", "hr-high", None, H, A.SOUNDING, 150.0, 110.0)
    assert named((60, cuff(130, 80)), (60, heart)) == [None]


def test_the_reading_at_a_moment_is_the_latest_before_it() -> None:
    cuffs = fed([(0, opened()), (60, cuff(130, 80)), (360, cuff(140, 85))]).cuffs
    assert cuffs.before(59) is None
    assert [getattr(cuffs.before(at_s), "sbp", None) for at_s in (60, 359, 360, 900)] == [
        130,
        130,
        140,
        140,
    ]


def test_a_reading_is_named_by_a_mean_pressure_where_that_is_an_alarm() -> None:
    readings = ((60, cuff(155, 98)), (60, bp_alarm(A.PENDING)), (120, cuff(156, 98)))
    usual = opened().profile
    switched = usual.switch_on({"map-high"}).with_limit("map-high", 110)
    for profile, later in ((usual, None), (switched, M)):
        model = fed([(0, opened(profile=profile)), *readings])
        assert [reading.priority for reading in model.cuffs.all] == [M, later]
