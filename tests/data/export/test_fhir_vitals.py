from __future__ import annotations

from datetime import datetime

import pytest
from fhir_reading import codes, moment
from fhir_sessions import clock, mdc, told
from hypothesis import given
from hypothesis import strategies as st
from record_examples import SOURCE

from monitor.commands import ManualCuff
from monitor.outcomes import BaselineAccepted, CuffUnconfirmed, Refused
from monitor.treatment.commands import CountBreaths, CuffSize, Mount, Side, StandingCuff
from monitor.vitals import CuffFailed, CuffFailure, CuffResult, Quality, VitalSign

PANEL, ERROR = "85354-9", "error"
CUFF = CuffResult(162.0, 98.0, 119.5, 84.0, SOURCE)


def values(panel) -> dict[str, float]:
    """By the LOINC code of the component."""
    return {
        codes(part["code"])[0]: part["valueQuantity"]["value"]
        for part in panel["component"]
        if "valueQuantity" in part
    }


def test_a_cuff_result_is_a_panel_with_the_codes_of_the_vital_signs_profile():
    found = told((61.25, CUFF))
    (panel,) = found.coded(PANEL)
    assert values(panel) == {"8480-6": 162, "8462-4": 98, "8478-0": 119.5}
    assert {part["valueQuantity"]["code"] for part in panel["component"]} == {"mm[Hg]"}
    assert panel["category"][0]["coding"][0]["code"] == "vital-signs"
    assert panel["meta"]["profile"] == ["http://hl7.org/fhir/StructureDefinition/bp"]
    assert panel["status"] == "final"
    assert panel["method"]["text"] == "oscillometric"
    assert found.by_url[panel["device"]["reference"]]["identifier"][0]["value"] == SOURCE
    (pulse,) = found.coded("149546")
    assert codes(pulse["code"])[0] == "8867-4"
    assert pulse["valueQuantity"]["value"] == 84
    assert pulse["derivedFrom"] == [{"reference": f"urn:uuid:{panel['id']}"}]
    assert moment(panel) == moment(pulse) == clock(61.25)


def test_a_moment_stands_in_the_time_of_the_clinic():
    (panel,) = told((61.25, CUFF)).coded(PANEL)
    assert panel["effectiveDateTime"] == "2025-10-09T10:54:21.500+02:00"


def test_without_a_clock_the_moment_is_said_to_be_unknown():
    (panel,) = told((61.25, CUFF), anchors=()).coded(PANEL)
    (absent,) = panel["_effectiveDateTime"]["extension"]
    assert absent["valueCode"] == "unknown"
    assert moment(panel) is None


def test_a_failed_cuff_is_an_error_and_not_a_zero():
    (panel,) = told((90.0, CuffFailed(CuffFailure.MOVEMENT, SOURCE))).coded(PANEL)
    assert codes(panel["dataAbsentReason"]) == [ERROR]
    assert [codes(part["dataAbsentReason"]) for part in panel["component"]] == [[ERROR], [ERROR]]
    assert values(panel) == {}
    assert "movement" in panel["note"][0]["text"]
    assert moment(panel) == clock(90.0)


def test_what_a_repeat_did_not_confirm_is_preliminary_and_says_why():
    repeat = CuffResult(142.0, 88.0, None, None, SOURCE)
    found = told((60.0, CUFF), (120.0, repeat), (120.0, CuffUnconfirmed(60.0)))
    doubtful, confirmed = found.coded(PANEL)
    assert (doubtful["status"], confirmed["status"]) == ("preliminary", "final")
    assert "did not confirm" in doubtful["note"][0]["text"]
    assert "note" not in confirmed
    assert found.coded("149546")[0]["status"] == "preliminary"


@pytest.mark.parametrize(
    ("quality", "status"),
    [
        (Quality.ARTEFACT, "entered-in-error"),
        (Quality.POOR, "final"),
        (Quality.BEFORE_SESSION, "final"),
        (Quality.AGE_UNKNOWN, "final"),
        (Quality.DEMO, "final"),
    ],
)
def test_every_doubt_is_noted(quality, status):
    (panel,) = told((60.0, CuffResult(150.0, 90.0, None, None, SOURCE, quality))).coded(PANEL)
    assert panel["status"] == status
    assert len(panel["note"]) == 1


def test_of_an_old_value_only_is_known_until_when_it_was_measured():
    old = CuffResult(150.0, 90.0, None, None, SOURCE, Quality.AGE_UNKNOWN)
    (panel,) = told((60.0, old)).coded(PANEL)
    assert "start" not in panel["effectivePeriod"]
    assert datetime.fromisoformat(panel["effectivePeriod"]["end"]) == clock(60.0)


def test_a_cuff_stands_where_its_age_says_it_was_measured():
    aged = CuffResult(
        150.0, 90.0, None, None, SOURCE, Quality.BEFORE_SESSION, 45.0, "2025-10-09T10:52:35"
    )
    (panel,) = told((60.0, aged)).coded(PANEL)
    assert moment(panel) == clock(15.0)
    assert "2025-10-09T10:52:35" in panel["note"][1]["text"]


def test_a_pressure_measured_by_a_person_stands_where_it_was_measured():
    (panel,) = told((600.0, ManualCuff(150.0, 90.0, "Nurse 1", 300.0))).coded(PANEL)
    assert moment(panel) == clock(300.0)
    assert panel["performer"] == [{"display": "Nurse 1"}]
    assert panel["method"]["text"] == "measured by a person"
    assert "device" not in panel


def test_a_pressure_measured_standing_is_not_one_at_rest():
    found = told((900.0, StandingCuff(118.0, 74.0, 3, True, "Nurse 1")))
    (panel,) = found.coded(PANEL)
    assert panel["extension"][0]["valueCodeableConcept"]["text"] == "standing"
    assert "3 min" in panel["note"][0]["text"]
    assert panel["component"][-1]["valueBoolean"] is True


def test_the_arm_is_the_one_that_was_said_last():
    mount = Mount(CuffSize.ADULT, Side.LEFT, None, None, "Nurse 1")
    found = told((10.0, CUFF), (20.0, mount), (30.0, CUFF))
    first, second = found.coded(PANEL)
    assert "bodySite" not in first
    assert second["bodySite"]["text"] == "left upper arm"


def test_breaths_and_resting_values():
    rest = BaselineAccepted(124.0, 76.0, None, 98.0)
    found = told((10.0, CountBreaths(14.0, "Nurse 1")), (20.0, rest))
    (breaths,) = found.coded("9279-1")
    assert breaths["valueQuantity"]["value"] == 14
    (resting,) = found.coded("resting-values")
    assert values(resting) == {"8480-6": 124, "8462-4": 76, "59408-5": 98}


def test_what_was_refused_was_not_measured():
    late = ManualCuff(150.0, 90.0, "Nurse 1", 99_999.0)
    found = told((60.0, late), (60.0, Refused("manual-cuff", "late-too-long", ())))
    assert found.coded(PANEL) == []


pressures = st.floats(20.0, 350.0) | st.integers(20, 350).map(float)
cuffs = st.builds(
    CuffResult, pressures, pressures, st.none() | pressures, st.none() | pressures, st.just(SOURCE)
)


@given(st.lists(st.tuples(st.integers(0, 10_000_000), cuffs), max_size=8))
def test_every_number_of_every_cuff_is_read_back_at_its_moment(said):
    lines = sorted(((ms / 1000, cuff) for ms, cuff in said), key=lambda one: one[0])
    wanted = [
        (mdc(sign), value, clock(t_s))
        for t_s, cuff in lines
        for sign, value in (
            (VitalSign.SBP, cuff.sbp),
            (VitalSign.DBP, cuff.dbp),
            (VitalSign.MAP, cuff.map),
            (VitalSign.NIBP_PULSE, cuff.pulse),
        )
        if value is not None
    ]
    found = [(one.code, one.value, one.at) for one in told(*lines).numbers()]
    assert found == wanted
