from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from fhir_reading import codes, read
from fhir_sessions import ANCHOR, clock, entries_of, mdc, told
from hypothesis import given
from hypothesis import strategies as st
from record_examples import SOURCE, course

from data.export.material import Material
from monitor.commands import ConfirmMonitor
from monitor.entries import Anchor, AnchorReason
from monitor.events import DeviceFacts, Numerics
from monitor.vitals import SIGNS, Quality, Reading, VitalSign

HR = VitalSign.HR


def rate(value: float, quality: Quality = Quality.GOOD, sign: VitalSign = HR) -> Numerics:
    return Numerics((Reading(sign, value, SOURCE, quality),))


def series(found, sign=HR):
    return [one for one in found.coded(mdc(sign)) if "valueSampledData" in one]


def test_a_value_each_second_is_one_series():
    found = told(*((10.0 + n, rate(70.0 + n)) for n in range(5)))
    (one,) = series(found)
    assert one["valueSampledData"] == {
        "origin": {"value": 0, "unit": "1/min", "system": "http://unitsofmeasure.org",
                   "code": "/min"},
        "period": 1000,
        "dimensions": 1,
        "data": "70 71 72 73 74",
    }  # fmt: skip
    assert one["effectivePeriod"] == {
        "start": "2025-10-09T10:53:30.250+02:00",
        "end": "2025-10-09T10:53:34.250+02:00",
    }
    assert one["category"][0]["coding"][0]["code"] == "vital-signs"
    assert found.by_url[one["device"]["reference"]]["deviceName"][0]["name"] == "ivy-450c"


def test_saturation_has_the_code_of_the_profile_and_that_of_the_method():
    (one,) = series(told((1.0, rate(97.0, sign=VitalSign.SPO2))), VitalSign.SPO2)
    assert codes(one["code"]) == ["59408-5", "2708-6", "150456"]


def test_a_second_without_a_value_is_an_error_of_the_signal():
    (one,) = series(told((10.0, rate(70.0)), (11.0, rate(71.0)), (14.0, rate(72.0))))
    assert one["valueSampledData"]["data"] == "70 71 E E 72"


def test_ten_minutes_are_one_series():
    found = told(*((n * 1.0, rate(70.0)) for n in range(1500)))
    lengths = [len(one["valueSampledData"]["data"].split()) for one in series(found)]
    assert lengths == [600, 600, 300]


def test_a_poor_value_is_no_number_among_the_good_ones():
    said = ((0.0, rate(70.0)), (1.0, rate(190.0, Quality.POOR)), (2.0, rate(71.0)))
    good, poor = sorted(series(told(*said)), key=lambda one: "note" in one)
    assert good["valueSampledData"]["data"] == "70 E 71"
    assert poor["valueSampledData"]["data"] == "190"
    assert "poor" in poor["note"][0]["text"]


def test_an_artefact_is_entered_in_error():
    (one,) = series(told((1.0, rate(190.0, Quality.ARTEFACT))))
    assert one["status"] == "entered-in-error"


def test_what_is_no_number_is_no_value():
    assert series(told((1.0, rate(float("nan"))), (2.0, rate(float("inf"))))) == []


def test_a_series_ends_where_the_clock_was_set():
    stepped = Anchor("s-1", 2.5, ANCHOR.utc_s + 3602.5, 60, AnchorReason.CLOCK_STEP)
    found = told(*((n * 1.0, rate(70.0 + n)) for n in range(5)), anchors=(ANCHOR, stepped))
    before, after = series(found)
    assert before["valueSampledData"]["data"] == "70 71 72"
    assert after["valueSampledData"]["data"] == "73 74"
    assert [one.at for one in found.numbers()] == [
        *(clock(float(n)) for n in range(3)),
        *(clock(float(n), stepped) for n in (3, 4)),
    ]


def test_a_device_that_stood_behind_another_is_not_told():
    two = tuple(DeviceFacts(name, name, 5.0, 10.0, frozenset(SIGNS)) for name in ("a", "b"))
    both = Numerics((Reading(HR, 70.0, "a"),)), Numerics((Reading(HR, 99.0, "b"),))
    entries = list(entries_of([(1.0, both[0]), (1.0, both[1])]))
    entries[0] = replace(entries[0], what=replace(entries[0].what, devices=two))
    found = read(Material("s-1", tuple(entries), (ANCHOR,)))
    assert [one.value for one in found.numbers()] == [70]


def test_nothing_is_told_of_a_monitor_that_was_not_this_patient_s():
    said = ((1.0, ConfirmMonitor(SOURCE, False, "Nurse 1")), (2.0, rate(70.0)))
    assert series(told(*said)) == []


signs = st.sampled_from([HR, VitalSign.SPO2, VitalSign.PERFUSION, VitalSign.TEMP])
values = st.integers(0, 3000).map(lambda tenths: tenths / 10) | st.floats(0.0, 1e6)
lines = st.lists(
    st.tuples(
        st.integers(0, 4000) | st.integers(0, 3_000_000),
        signs,
        values,
        st.sampled_from([Quality.GOOD, Quality.POOR]),
    ),
    max_size=40,
)


@given(lines)
def test_every_value_is_read_back_once_and_within_a_second_of_its_moment(drawn):
    said = sorted(
        ((ms / 1000, rate(value, quality, sign)) for ms, sign, value, quality in drawn),
        key=lambda one: one[0],
    )
    wanted, found = defaultdict(list), defaultdict(list)
    for t_s, numerics in said:
        (one,) = numerics.readings
        wanted[mdc(one.sign)].append((clock(t_s), one.value))
    for one in told(*said).numbers():
        found[one.code].append((one.at, one.value))
    assert found.keys() == wanted.keys()
    for code, pairs in wanted.items():
        got = sorted(found[code], key=lambda one: one[1])
        for (at, value), (read_at, read_value) in zip(
            sorted(pairs, key=lambda one: one[1]), got, strict=True
        ):
            assert read_value == value
            same = [moment for moment, other in pairs if other == value]
            assert min(abs((moment - read_at).total_seconds()) for moment in same) <= 1.0
            assert at in same


def test_a_long_session_is_read_back_second_by_second():
    """Rates as monitors give them, with their jitter: value by value, and time by time."""
    entries = course(seconds=3000)
    found = read(Material("s-1", tuple(entries), (ANCHOR,)))
    for sign in (HR, VitalSign.SPO2, VitalSign.RR, VitalSign.PULSE, VitalSign.PERFUSION):
        wanted = [
            (clock(entry.now_s), one.value)
            for entry in entries
            if isinstance(entry.what, Numerics)
            for one in entry.what.readings
            if one.sign is sign
        ]
        got = [(one.at, one.value) for one in found.numbers() if one.code == mdc(sign)]
        assert [value for _at, value in got] == [value for _at, value in wanted]
        apart = [
            abs((read_at - at).total_seconds())
            for (read_at, _), (at, _) in zip(got, wanted, strict=True)
        ]
        assert max(apart) <= 1.0
