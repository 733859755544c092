from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import datetime

from fhir_reading import codes, read
from fhir_sessions import ANCHOR, clock, told
from hypothesis import given
from hypothesis import strategies as st
from past_treatments import BASELINE, Played, iv_treatment, opened
from record_examples import SOURCE

from data.export.material import Material
from monitor.alarm_report import report_of
from monitor.alarm_slot import SILENT_IDS
from monitor.commands import Acknowledge, Action
from monitor.entries import Entry
from monitor.outcomes import AlarmChanged, AlarmPhase, Priority
from monitor.vitals import CuffResult, VitalSign

BY = "Nurse 1"
HIGH = AlarmChanged(
    "bp/high", "sbp-high", VitalSign.SBP, Priority.MEDIUM, AlarmPhase.SOUNDING, 171.0, 160.0,
    ("sbp-high",),
)  # fmt: skip
S = AlarmPhase


def step(state: AlarmPhase, **changes) -> AlarmChanged:
    return replace(HIGH, state=state, **changes)


def alarms(found):
    return [one for one in found.of("Observation") if "alarm" in codes(one["category"][0])]


def test_an_alarm_lasts_from_its_onset_to_its_end():
    cuff = CuffResult(171.0, 98.0, None, None, SOURCE)
    found = told((60.0, cuff), (60.0, HIGH), (360.0, step(S.CLEARED)))
    (one,) = alarms(found)
    assert codes(one["code"]) == ["sbp-high"]
    assert datetime.fromisoformat(one["effectivePeriod"]["start"]) == clock(60.0)
    assert datetime.fromisoformat(one["effectivePeriod"]["end"]) == clock(360.0)
    assert codes(one["interpretation"][0]) == ["medium"]
    assert one["valueQuantity"]["value"] == 171
    assert one["referenceRange"][0]["high"]["value"] == 160
    assert one["status"] == "final"
    source = found.by_url[one["derivedFrom"][0]["reference"]]
    assert codes(source["code"]) == ["85354-9"]


def test_an_answer_is_an_audit_event_that_names_the_alarm():
    found = told(
        (60.0, HIGH),
        (75.0, Acknowledge("bp/high", BY, Action.PROVIDER_CALLED)),
        (75.0, step(S.ACKNOWLEDGED)),
        (360.0, step(S.CLEARED)),
    )
    event = found.one("AuditEvent")
    assert datetime.fromisoformat(event["recorded"]) == clock(75.0)
    assert event["agent"][0]["who"]["display"] == BY
    (entity,) = event["entity"]
    assert entity["what"]["reference"] == f"urn:uuid:{alarms(found)[0]['id']}"
    assert entity["detail"] == [{"type": "action", "valueString": "provider-called"}]


def test_an_alarm_counts_with_the_worst_that_it_was():
    worse = step(
        S.ESCALATED, alarm="sbp-very-high", priority=Priority.HIGH, value=188.0, limit=180.0,
        reasons=("sbp-very-high", "sbp-high"),
    )  # fmt: skip
    (one,) = alarms(told((60.0, HIGH), (120.0, worse), (360.0, step(S.CLEARED))))
    assert codes(one["code"]) == ["sbp-very-high"]
    assert codes(one["interpretation"][0]) == ["high"]
    assert one["valueQuantity"]["value"] == 188
    assert "sbp high" in one["note"][0]["text"]


def test_what_was_over_before_its_delay_was_over_never_was_an_alarm():
    assert alarms(told((60.0, step(S.PENDING)), (65.0, step(S.CLEARED)))) == []


def test_what_was_withdrawn_says_so():
    (one,) = alarms(told((60.0, step(S.PENDING)), (90.0, step(S.WITHDRAWN))))
    assert "did not confirm" in one["note"][-1]["text"]


def test_an_extreme_that_came_back_before_anybody_answered_is_two():
    again = step(S.SOUNDING, alarm="sbp-extreme", value=205.0)
    first, second = alarms(told((60.0, HIGH), (360.0, again)))
    assert datetime.fromisoformat(first["effectivePeriod"]["end"]) == clock(360.0)
    assert (first["status"], second["status"]) == ("final", "preliminary")


def test_an_alarm_that_still_stands_has_no_end():
    (one,) = alarms(told((60.0, HIGH)))
    assert one["status"] == "preliminary"
    assert "end" not in one["effectivePeriod"]


def test_an_alarm_below_its_limit_has_a_lower_bound():
    low = replace(HIGH, key="bp/low", alarm="sbp-low", value=84.0, limit=90.0)
    (one,) = alarms(told((60.0, low)))
    assert one["referenceRange"][0]["low"]["value"] == 90


def test_a_technical_alarm_has_no_sign_and_its_own_words():
    lost = AlarmChanged(
        "link", "link-lost", None, Priority.MEDIUM, S.SOUNDING, None, None, (), "x"
    )
    (one,) = alarms(told((60.0, lost)))
    assert "valueQuantity" not in one
    assert one["note"] == [{"text": "x"}]


pressures = st.lists(
    st.tuples(st.integers(70, 3600), st.integers(70, 230), st.integers(40, 130)), max_size=12
)


@given(pressures)
def test_there_are_as_many_alarms_as_the_report_counts(cuffs):
    said = iv_treatment(
        *((at * 1.0, CuffResult(sbp, dbp, None, None, SOURCE)) for at, sbp, dbp in cuffs)
    )
    entries: list[Entry] = Played(opened(), [(5.0, BASELINE), *said[1:]]).entries
    found = read(Material("s-1", tuple(entries), (ANCHOR,)))
    wanted = report_of(entries)
    sounded = Counter(
        codes(one["interpretation"][0])[0]
        for one in alarms(found)
        if codes(one["code"])[0] not in SILENT_IDS and not never_sounded(one)
    )
    assert sounded == Counter(
        {
            priority.word: count
            for priority in Priority
            if (count := wanted.physiological[priority] + wanted.technical[priority])
        }
    )


def never_sounded(alarm) -> bool:
    return any("before it sounded" in one["text"] for one in alarm.get("note", []))
