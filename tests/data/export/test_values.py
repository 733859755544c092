from __future__ import annotations

from hypothesis import given
from past_treatments import Played, iv_treatment, opened
from record_examples import sessions

from data.export.values import DRAWN, Value, session_values
from monitor.commands import ManualCuff
from monitor.entries import Entry
from monitor.treatment.commands import CountBreaths
from monitor.vitals import CuffResult, Quality, VitalSign


def values(*said: tuple[float, object]) -> list[Value]:
    told = sorted((*iv_treatment(), *said), key=lambda one: one[0])
    return list(session_values(Played(opened(), told).entries))  # type: ignore[arg-type]


def test_what_a_person_measured_stands_beside_what_a_device_did() -> None:
    found = values(
        (200.0, CuffResult(142.0, 84.0, None, None, "device:ivy-450c")),
        (300.0, ManualCuff(140.0, 80.0, "AK")),
        (400.0, CountBreaths(14.0, "AK")),
    )
    good = Quality.GOOD
    assert [one for one in found if one.t_s >= 200.0] == [
        Value(200.0, VitalSign.SBP, 142.0, "device:ivy-450c", good, 200.0),
        Value(200.0, VitalSign.DBP, 84.0, "device:ivy-450c", good, 200.0),
        Value(300.0, VitalSign.SBP, 140.0, "manual", good, 300.0),
        Value(300.0, VitalSign.DBP, 80.0, "manual", good, 300.0),
        Value(400.0, VitalSign.RR, 14.0, "manual", good, 400.0),
    ]


@given(entries=sessions())
def test_values_are_in_order(entries: list[Entry]) -> None:
    found = [one.t_s for one in session_values(entries)]
    assert found == sorted(found)


def test_a_cuff_result_stands_where_it_was_measured_and_not_where_it_came() -> None:
    late = CuffResult(142.0, 84.0, None, None, "device:ivy-450c", age_s=25.5)
    found = [one for one in values((200.0, late)) if one.value == 142.0]
    assert [(one.t_s, one.heard_s) for one in found] == [(174.5, 200.0)]


def test_what_a_monitor_shows_in_its_demo_mode_is_not_drawn() -> None:
    assert Quality.DEMO not in DRAWN
