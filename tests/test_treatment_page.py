"""The page about a treatment says what the program does: steps, bands, criteria, times, keys."""

from __future__ import annotations

import pytest
from helpers import ROOT

from data.seat_file import LONGEST_MIN, SHORTEST_MIN, USUAL_MIN
from monitor.routes import COURSES, Route
from monitor.treatment.decision import APART, BANDS, SBP_AT_65, Band
from monitor.treatment.dose import SECOND_ABOVE_LAST, SECOND_ABOVE_MG_PER_KG
from monitor.treatment.late_entries import JUDGED_UP_TO_S
from monitor.treatment.leaving import (
    FRESH_S,
    HEART_AT_REST,
    HEART_SHARE,
    LEAVE_AT_MOST,
    LEAVE_BELOW,
    OVER_BASELINE,
    PRESSURES_APART_S,
    SPO2_AT_LEAST,
    WAIT_FROM_END_S,
    WAIT_FROM_FIRST_S,
)
from monitor.treatment.prompts import (
    BP_AT_S,
    DISSOCIATION_AT_S,
    OFF_MONITOR_S,
    PAUSED_EVERY_S,
    RHYTHMS,
)
from monitor.treatment.pump import FLAGGED_ABOVE
from monitor.treatment.resume_rule import (
    APART_S,
    BELOW_DBP,
    BELOW_HR,
    BELOW_SBP,
    TERMINATE_AFTER_S,
)
from monitor.treatment.screening import QUESTIONS
from monitor.treatment.staffing import COVER_AT_MOST_S
from monitor.treatment.view import PromptKind
from ui.chair.bottom_bar import KEY_NAMES, Act
from ui.chair.leaving_faces import GROUPS, LineState
from ui.chair.toast import SHOWN_FOR_S
from ui.words import say

LINES = (ROOT / "docs" / "treatment.md").read_text(encoding="utf-8").splitlines()
PAGE = " ".join(" ".join(LINES).split())
NURSE = (ROOT / "docs" / "nurse.md").read_text(encoding="utf-8")
BANDED = {
    "sbp": "systolic",
    "dbp": "diastolic",
    "hr": "heart rate",
    "spo2": "SpO₂",
    "rr": "breathing rate, if it is measured",
}


def minutes(seconds: float) -> str:
    return f"{seconds / 60:g}"


def told_of(band: Band) -> tuple[str, str, str]:
    """What is a go, a caution and a no-go, as the page says it."""
    (low, high), (least, most) = band.go, band.caution
    if high == most:
        return f"from {low:g}", f"{least:g} to {low - 1:g}", f"below {least:g}"
    if low == least:
        return f"{low:g} to {high:g}", f"up to {most:g}", f"above, or below {low:g}"
    return f"{low:g} to {high:g}", f"{least:g} to {most:g}", "outside"


@pytest.mark.parametrize("sign", BANDS)
def test_the_bands_of_the_decision_on_the_page_are_those_that_are_judged(sign: str) -> None:
    go, caution, no_go = told_of(BANDS[sign])
    if sign == "sbp":
        go = f"{go} ({SBP_AT_65.go[1]:g} from 65 years on)"
    assert f"| {BANDED[sign]} | {go} | {caution} | {no_go} |" in LINES


def test_every_line_of_the_checklist_stands_on_the_page_as_the_screen_says_it() -> None:
    named = [say(f"criterion-{line}") for lines in GROUPS.values() for line in lines]
    assert not [one for one in named if one not in PAGE]
    states = [say(f"state-{state.value}") for state in LineState]
    assert not [one for one in states if f"**{one}**" not in PAGE]


@pytest.mark.parametrize("act", Act)
def test_every_key_on_the_page_has_the_name_of_its_tile(act: Act) -> None:
    assert f"| {KEY_NAMES[act]} **{say(f'do-{act.value}')}**" in NURSE


def test_the_steps_of_a_treatment_are_named_in_their_order() -> None:
    steps = ("screening", "plan", "decision-go", "start", "stop", "discharge", "sign")
    places = [PAGE.index(f"**{say(f'step-{step}')}**") for step in steps]
    assert places == sorted(places)


def test_what_is_asked_one_by_one_is_told() -> None:
    single = [one.id for one in QUESTIONS.values() if one.by_itself]
    assert single == ["pregnancy", "suicidality", "escort"]
    assert "The pregnancy test, thoughts of suicide and the escort are asked one by one" in PAGE


@pytest.mark.parametrize(
    "told",
    [
        f"after {USUAL_MIN} minutes without a tap ({SHORTEST_MIN} to {LONGEST_MIN},",
        f"It lasts {minutes(COVER_AT_MOST_S)} minutes at most",
        f"by more than {APART:g}, one more is asked for",
        f"by IV above {SECOND_ABOVE_MG_PER_KG:g} mg/kg, or by any route above "
        f"{SECOND_ABOVE_LAST:g} times the last one",
        f"dissociation at {minutes(DISSOCIATION_AT_S[0])} and {minutes(DISSOCIATION_AT_S[1])}",
        f"for a spray the pressure at {minutes(BP_AT_S)} minutes",
        f"symptom of up to {minutes(JUDGED_UP_TO_S)} minutes ago is judged now",
        f"works for {SHOWN_FOR_S:g} seconds",
        f"signals are held for {minutes(OFF_MONITOR_S)} minutes",
        f"reminds you every {minutes(PAUSED_EVERY_S)} minutes",
        f"two readings below {BELOW_SBP:g}/{BELOW_DBP:g} with a heart rate below {BELOW_HR:g}, "
        f"at least {minutes(APART_S)} minutes apart",
        f"more than {minutes(TERMINATE_AFTER_S)} minutes of pause",
        f"{minutes(COURSES[Route.IM_SC].acts_until_s)} minutes after an injection, "
        f"{minutes(COURSES[Route.INTRANASAL].acts_until_s)} after a spray, "
        f"{minutes(COURSES[Route.ORAL].acts_until_s)} after a dose by mouth",
        f"more than {FLAGGED_ABOVE * 100:g} % off the calculated volume",
        f"{minutes(WAIT_FROM_END_S)} minutes after an infusion or an injection; "
        f"{minutes(WAIT_FROM_FIRST_S[Route.INTRANASAL])} after the first device or by mouth",
        f"{minutes(PRESSURES_APART_S)} minutes apart, not rising, below "
        f"{LEAVE_BELOW[0]:g}/{LEAVE_BELOW[1]:g}, or within {OVER_BASELINE:g} of the baseline and "
        f"at most {LEAVE_AT_MOST[0]:g}/{LEAVE_AT_MOST[1]:g}",
        f"{HEART_AT_REST[0]:g} to {HEART_AT_REST[1]:g}, or within {HEART_SHARE * 100:g} %",
        f"from {SPO2_AT_LEAST:g} without oxygen",
        f"at most {minutes(FRESH_S)} minutes ago",
    ],
)
def test_the_times_and_bounds_on_the_page_are_those_of_the_rules(told: str) -> None:
    assert told in PAGE


def test_how_often_sedation_is_asked_for_is_told() -> None:
    plain, sedated = (row for row in RHYTHMS if row.kind is PromptKind.SEDATION)
    told = (
        f"sedation every {minutes(plain.then_s)} minutes "
        f"(with sedatives every {minutes(sedated.first_s)}, then {minutes(sedated.then_s)})"
    )
    assert told in PAGE
