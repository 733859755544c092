from __future__ import annotations

import math
from datetime import datetime
from itertools import pairwise

import pytest
from fhir_reading import codes, read
from fhir_sessions import ANCHOR, clock
from hypothesis import given
from hypothesis import strategies as st
from past_treatments import (
    BASELINE,
    IV_PLAN,
    Played,
    drawn,
    iv_treatment,
    nasal_treatment,
    opened,
    wasted,
)

from data.export.material import Material
from monitor.commands import (
    Note,
    NoteKind,
    PauseInfusion,
    ResumeInfusion,
    StartInfusion,
    StopInfusion,
)
from monitor.plan import Plan
from monitor.treatment.commands import ChangeRate, GiveDose, GiveDrug, PumpVolume, SetPlan

BY = "Nurse 1"
REMARK = Note("n", NoteKind.FREE_TEXT, "calm", BY)


def played(session, said):
    made = Played(session, said)
    found = read(Material("s-1", tuple(made.entries), (ANCHOR,)))
    found.valid()
    assert found.references() <= set(found.by_url)
    return made, found


def given_in(found):
    return found.of("MedicationAdministration")


def times(period):
    return tuple(datetime.fromisoformat(period[name]) for name in ("start", "end"))


def test_an_infusion_is_one_administration_for_each_rate_and_a_pause_is_a_gap():
    said = iv_treatment(
        (660.0, ChangeRate(0.5, BY)), (1260.0, PauseInfusion(BY)), (1860.0, ResumeInfusion(BY))
    )
    _made, found = played(opened(), said)
    pieces = given_in(found)
    assert [times(one["effectivePeriod"]) for one in pieces] == [
        (clock(60.0), clock(660.0)),
        (clock(660.0), clock(1260.0)),
        (clock(1860.0), clock(2460.0)),
    ]
    assert [one["dosage"]["rateQuantity"]["value"] for one in pieces] == [1, 0.5, 0.5]
    assert [one["dosage"]["dose"]["value"] for one in pieces] == [10, 5, 5]
    assert {one["dosage"]["rateQuantity"]["code"] for one in pieces} == {"mg/min"}
    assert {one["dosage"]["route"]["text"] for one in pieces} == {"intravenous"}
    assert [one["status"] for one in pieces] == ["completed", "completed", "stopped"]
    (total,) = found.coded("mass-given")
    assert total["valueQuantity"]["value"] == 20
    order = found.one("MedicationRequest")
    assert order["status"] == "stopped"
    assert {one["request"]["reference"] for one in pieces} == {f"urn:uuid:{order['id']}"}
    assert "6130" in codes(order["medicationCodeableConcept"])


def test_an_infusion_that_gave_its_plan_is_completed():
    _made, found = played(opened(), iv_treatment())
    (piece,) = given_in(found)
    assert (piece["status"], piece["dosage"]["dose"]["value"]) == ("completed", 40)
    order = found.one("MedicationRequest")
    assert order["status"] == "completed"
    (dosage,) = order["dosageInstruction"]
    assert dosage["doseAndRate"][0]["doseQuantity"]["value"] == 40
    assert dosage["timing"]["repeat"] == {"duration": 40, "durationUnit": "min"}


@pytest.mark.parametrize(
    ("said", "status", "order"),
    [
        ((), "in-progress", "active"),
        (((600.0, PauseInfusion(BY)),), "on-hold", "active"),
        (((600.0, StopInfusion(BY)),), "stopped", "stopped"),
    ],
)
def test_the_last_piece_says_how_far_the_record_goes(said, status, order):
    begun = [(5.0, BASELINE), (60.0, StartInfusion(BY)), *said, (900.0, REMARK)]
    _made, found = played(opened(), begun)
    (piece,) = given_in(found)
    assert piece["status"] == status
    assert ("end" in piece["effectivePeriod"]) == (status != "in-progress")
    assert found.one("MedicationRequest")["status"] == order


def test_each_dose_by_another_route_is_one_administration():
    _made, found = played(opened(profile="intranasal"), nasal_treatment())
    doses = given_in(found)
    assert [times(one["effectivePeriod"])[0] for one in doses] == [
        clock(60.0),
        clock(360.0),
        clock(660.0),
    ]
    assert {one["dosage"]["dose"]["value"] for one in doses} == {28}
    assert {one["dosage"]["route"]["text"] for one in doses} == {"intranasal"}
    assert {tuple(codes(one["medicationCodeableConcept"])) for one in doses} == {
        ("2119365", "N06AX27")
    }


def test_a_dose_entered_late_stands_where_it_was_given():
    said = nasal_treatment((900.0, GiveDose(14.0, BY, 120.0)))
    _made, found = played(opened(profile="intranasal"), said)
    last = given_in(found)[-1]
    assert times(last["effectivePeriod"]) == (clock(780.0), clock(780.0))


def test_the_pump_goes_before_what_was_calculated():
    _made, found = played(opened(), iv_treatment((2500.0, PumpVolume(3.9, BY))))
    (mass,), (volume,) = found.coded("mass-given"), found.coded("volume-given-by-pump")
    assert (mass["valueQuantity"]["value"], mass["method"]["text"]) == (39, "by the pump's volume")
    assert (volume["valueQuantity"]["value"], volume["valueQuantity"]["code"]) == (3.9, "mL")


def test_a_plan_that_was_changed_is_a_cancelled_order():
    changed = Plan(0.4, 80.0, 40.0, concentration_mg_per_ml=10.0)
    _made, found = played(opened(), iv_treatment((10.0, SetPlan(changed, BY))))
    first, second = found.of("MedicationRequest")
    assert (first["status"], second["status"]) == ("cancelled", "completed")
    assert second["priorPrescription"]["reference"] == f"urn:uuid:{first['id']}"
    amount = second["dosageInstruction"][0]["doseAndRate"][0]["doseQuantity"]
    assert amount["value"] == 32
    assert given_in(found)[0]["request"]["reference"] == f"urn:uuid:{second['id']}"


def test_what_was_drawn_and_thrown_away_is_told_with_who_saw_it():
    _made, found = played(opened(), iv_treatment(drawn(45.0), wasted(5.0)))
    (taken,), (away,) = found.coded("mass-drawn"), found.coded("mass-wasted")
    assert (taken["valueQuantity"]["value"], away["valueQuantity"]["value"]) == (45, 5)
    assert taken["note"] == [{"text": "Lot L1, good until 2031-01"}]
    assert away["performer"] == [{"display": BY}, {"display": "Nurse 2"}]
    assert datetime.fromisoformat(away["effectiveDateTime"]) == clock(2500.0)


def test_a_session_that_only_watched_ordered_and_gave_nothing():
    watched = opened(plan=Plan(None, None, 40.0))
    made = Played(watched, [])
    found = read(Material("s-1", tuple(made.entries), (ANCHOR,)))
    assert found.of("MedicationRequest") == given_in(found) == []


@pytest.mark.parametrize(
    ("dose", "unit", "amount"),
    [
        ("4", "mg", {"value": 4, "code": "mg"}),
        ("0,5", "mL", {"value": 0.5, "code": "mL"}),
        ("2", "puffs", {"value": 2, "unit": "puffs"}),
        ("half", "tablet", None),
        ("nan", "mg", None),
    ],
)
def test_another_drug_is_given_as_it_was_said(dose, unit, amount):
    drug = GiveDrug("ondansetron", dose, unit, "iv", "Provider 1", BY, 60.0)
    _made, found = played(opened(), iv_treatment((1200.0, drug)))
    (given,) = [one for one in given_in(found) if "identifier" in one]
    assert given["medicationCodeableConcept"]["text"] == "ondansetron"
    assert times(given["effectivePeriod"]) == (clock(1140.0), clock(1140.0))
    assert "Provider 1" in given["note"][-1]["text"]
    assert given["performer"][0]["actor"]["display"] == BY
    if amount is None:
        assert "dosage" not in given
        assert f"{dose} {unit}" in given["note"][0]["text"]
    else:
        assert given["dosage"]["dose"].items() >= amount.items()
        assert given["dosage"]["route"]["text"] == "iv"


steps = st.lists(
    st.tuples(
        st.floats(70.0, 2400.0).map(lambda t_s: round(t_s, 3)),
        st.sampled_from([PauseInfusion(BY), ResumeInfusion(BY), ChangeRate(0.5, BY)])
        | st.floats(0.1, 3.0).map(lambda rate: ChangeRate(rate, BY)),
    ),
    max_size=8,
)


@given(steps)
def test_the_pieces_together_are_what_the_core_says_was_given(between):
    made, found = played(opened(plan=IV_PLAN), iv_treatment(*between))
    core_mg = made.giving().mg_given
    told_mg = math.fsum(one["dosage"]["dose"]["value"] for one in given_in(found))
    assert told_mg == pytest.approx(core_mg, abs=0.001 * (len(given_in(found)) + 1))
    assert found.coded("mass-given")[0]["valueQuantity"]["value"] == pytest.approx(
        core_mg, abs=0.001
    )
    ends = [times(one["effectivePeriod"]) for one in given_in(found)]
    assert all(before[1] <= after[0] for before, after in pairwise(ends))
