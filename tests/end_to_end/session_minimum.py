"""What every record of a treatment holds, whatever the route, read by a second process.

Source: the session record minimum of the clinic: patient id, date of birth, weight and date,
route, drug, lot, concentration, dose in mg and mg/kg, rate, start, pause, stop, staff, serials of
the devices, profile and every limit with its time, derivation of the baseline, all numerics with
quality and source time, alarms, acknowledgements, notes, symptoms, scales, other drugs, checklist
of leaving, signatures, version of the program, hash of the audit.
"""

from __future__ import annotations

from practice_window import MORNING_UTC_S, Kept
from treatment_steps import BORN, NURSE, Expected

LEAST_NUMERICS = 1000


def assert_minimum(
    kept: Kept, patient: Expected, *, weight_kg: float, mg: float, lots: set[str]
) -> None:
    _who(kept, patient, weight_kg)
    _what_was_given(kept, weight_kg, mg, lots)
    _measured(kept)
    _asked_and_signed(kept)
    assert kept.program
    assert len(bytes.fromhex(kept.head)) == 32
    assert not kept.defects


def _who(kept: Kept, patient: Expected, weight_kg: float) -> None:
    (opened,) = kept.all("session-opened")
    person = opened["patient"]
    assert (person["patient_id"], person["initials"]) == (patient.patient_id, patient.initials)
    assert (person["birth_date"], person["weight_kg"]) == (BORN, weight_kg)
    assert kept.row["opened_utc_s"] >= MORNING_UTC_S
    assert opened["by"] == NURSE
    (device,) = opened["devices"]
    assert device["source"] == f"device:{device['name']}"
    profile = opened["profile"]
    assert profile["own"]["sbp-high"] == 160.0
    assert profile["name"] == patient.profile


def _what_was_given(kept: Kept, weight_kg: float, mg: float, lots: set[str]) -> None:
    plan = kept.all("set-plan")[-1]["plan"]
    planned = plan["fixed_mg"] or plan["mg_per_kg"] * plan["weight_kg"]
    assert planned == mg
    assert plan["weight_kg"] == weight_kg
    assert plan["drug"] in {"ketamine", "esketamine"}
    drawn = kept.all("draw-drug")
    assert {one["lot"] for one in drawn} == lots
    assert all(one["expiry"] and one["by"] for one in drawn)
    wasted = sum(one["mg"] for one in kept.all("waste-drug"))
    assert sum(one["mg"] for one in drawn) - wasted == mg
    doses, starts = kept.all("give-dose"), kept.all("start-infusion")
    assert sum(one["mg"] for one in doses) == mg if doses else len(starts) == 1
    assert all(one["by"] == NURSE for one in (*doses, *starts))


def _measured(kept: Kept) -> None:
    (baseline,) = kept.all("baseline-accepted")
    first = kept.moments("start-infusion") + kept.moments("give-dose")
    resting = [
        one
        for at, one in zip(kept.moments("cuff-result"), kept.all("cuff-result"), strict=True)
        if at <= first[0]
    ][-2:]
    for sign in ("sbp", "dbp"):
        assert baseline[sign] == sum(one[sign] for one in resting) / 2
    numerics = [one for body in kept.all("numerics") for one in body["readings"]]
    assert len(numerics) > LEAST_NUMERICS
    for one in (*numerics, *kept.all("cuff-result")):
        assert one["quality"]
        assert one["source"].startswith("device:")
        assert "device_time" in one
    assert {one["sign"] for one in numerics} >= {"pulse", "spo2"}


def _asked_and_signed(kept: Kept) -> None:
    answers = {one["question"]: one for one in kept.all("answer-question")}
    assert {"pregnancy", "suicidality", "consent", "fasting", "escort"} <= set(answers)
    assert answers["escort"]["text"]
    scales = {one["scale"] for one in kept.all("score")}
    assert scales >= {"dissociation", "aldrete", "c-ssrs"}
    assert kept.all("sedation")[-1]["score"] == 5
    ticked = {one["criterion"] for one in kept.all("tick-criterion") if one["met"]}
    assert ticked >= {"escort", "no-driving", "instructions", "next-date"}
    (end,) = kept.all("end-session")
    assert end["by"] == NURSE
    assert kept.row["phase"] == "signed"
