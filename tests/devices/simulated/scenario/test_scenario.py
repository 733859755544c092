import pytest
from hypothesis import given
from hypothesis import strategies as st
from scenario_text import SMALLEST, TO_BE_SCRIPTED

from devices.errors import DeviceError
from devices.simulated.scenario.artefacts import Artefact, ArtefactKind
from devices.simulated.scenario.parts import CuffSetting, Overlay, OverlayKind
from devices.simulated.scenario.scenario import (
    ScenarioError,
    UnknownScenario,
    scenario_from,
    scenario_named,
    scenario_names,
    with_beside,
)
from devices.simulated.scenario.script import ScriptVerb, wrong
from monitor.limits import PROFILES
from monitor.phases import TRANSITIONS, Phase, Step
from monitor.vitals import VitalSign

STEP_OF = {
    ScriptVerb.START: Step.START,
    ScriptVerb.PAUSE: Step.PAUSE,
    ScriptVerb.RESUME: Step.RESUME,
    ScriptVerb.STOP: Step.STOP,
    ScriptVerb.BEGIN_DISCHARGE: Step.DISCHARGE,
    ScriptVerb.END: Step.END,
}


def test_the_scenarios_that_people_ask_for_are_there_in_the_order_of_their_numbers() -> None:
    names = scenario_names()
    assert names[:6] == ("S1", "S2", "S3", "S4", "S5", "S6")
    assert {"S8", "S9", "S10", "S12", "S14", "S15", "S16"} <= set(names)


@pytest.mark.parametrize("name", scenario_names())
def test_every_scenario_bears_its_own_name_and_ends(name: str) -> None:
    scenario = scenario_named(name)
    assert scenario.name == name
    assert scenario.script[-1].action is ScriptVerb.END
    assert scenario.plan.weight_kg == scenario.patient.weight_kg


@pytest.mark.parametrize("name", sorted(set(scenario_names()) - {"S20", "S21"}))
def test_every_script_is_a_possible_course_of_a_session(name: str) -> None:
    """S20 and S21 try what is refused."""
    phase = Phase.BASELINE
    for action in scenario_named(name).script:
        if action.action in STEP_OF:
            phase = TRANSITIONS[phase][STEP_OF[action.action]]
    assert phase is Phase.SIGNED


@pytest.mark.parametrize("name", scenario_names())
def test_nothing_is_in_a_script_that_nobody_can_do(name: str) -> None:
    assert [wrong(action) for action in scenario_named(name).script if wrong(action)] == []


def test_what_nobody_can_do_makes_the_file_wrong() -> None:
    script = '[[script]]\nat_min = 3\naction = "rate"\n'
    with pytest.raises(ScenarioError, match=r"x: rate at 780 s does not say its value"):
        scenario_from(TO_BE_SCRIPTED + script, where="x")


def test_a_lowered_rate_is_that_of_the_pump_and_of_a_later_resume() -> None:
    script = "".join(
        f'[[script]]\nat_s = {at}\naction = "{action}"\n{more}'
        for at, action, more in (
            (600, "start", ""),
            (700, "rate", "value = 0.5\n"),
            (800, "pause", ""),
            (900, "resume", ""),
        )
    )
    rates = scenario_from(TO_BE_SCRIPTED + script, where="x").rates
    assert rates[1:] == ((700.0, 0.5), (800.0, 0.0), (900.0, 0.5))


def test_the_chairs_beside_are_played_too_unless_somebody_said_how_many() -> None:
    two = scenario_named("S22")
    assert [one.name for one in with_beside([two], alone=True)] == ["S22", "S12"]
    assert with_beside([two, two], alone=False) == [two, two]


def test_a_name_is_found_whatever_its_case() -> None:
    assert scenario_named(" s4 ").name == "S4"


@pytest.mark.parametrize("wrong", ["S99", "", "../S1", "normal"])
def test_an_unknown_name_is_answered_with_the_list(wrong: str) -> None:
    with pytest.raises(UnknownScenario, match=r"There are: S1, S2") as caught:
        scenario_named(wrong)
    assert isinstance(caught.value, DeviceError)


def test_an_unknown_name_is_answered_with_the_nearest() -> None:
    with pytest.raises(UnknownScenario, match=r"Did you mean S1\b"):
        scenario_named("S1.")


def test_minutes_count_from_the_planned_start() -> None:
    scenario = scenario_from(
        f"start_s = 900\n{SMALLEST}"
        '[[cuff]]\nat_min = 2\n[[artefact]]\nkind = "probe-off"\nfrom_min = -1\nto_s = 960\n',
        where="x",
    )
    assert scenario.cuff[0].at_s == 1020.0
    assert scenario.artefact == (Artefact(ArtefactKind.PROBE_OFF, 840.0, 960.0),)


def test_the_pump_follows_the_script() -> None:
    severe = scenario_named("S4")
    rate = severe.plan.mg_per_min
    assert severe.rates[:3] == ((600.0, rate), (2430.0, 0.0), (3690.0, 0.0))


def test_a_scenario_without_a_target_needs_no_more_than_a_patient_and_a_plan() -> None:
    smallest = scenario_from(SMALLEST, where="x")
    assert smallest.target is None
    assert smallest.ends_at_s == smallest.start_s


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("name = ", "not TOML"),
        (SMALLEST + "[weather]\nsun = 1\n", "weather"),
        (SMALLEST.replace("age = 40", "height = 1.8"), "age"),
        (SMALLEST.replace("mg_per_kg = 0.5", "mg_per_kg = 50"), "50 mg/kg"),
        (SMALLEST + '[[overlay]]\nsign = "hair"\nkind = "offset"\npoints = []\n', "overlay"),
        (
            SMALLEST + '[[overlay]]\nsign = "hr"\nkind = "offset"\npoints = [[2, 1], [1, 1]]\n',
            "back in time",
        ),
        (
            SMALLEST + '[[overlay]]\nsign = "rr"\nkind = "down"\npoints = [[1, 0], [2, 12]]\n',
            "0 to 1",
        ),
        (SMALLEST + "[[cuff]]\nat_min = 'soon'\n", "cuff"),
        ("cuff = 3\n" + SMALLEST, "cuff"),
        ("cuff = [3]\n" + SMALLEST, "cuff"),
        ("start_s = 'early'\n" + SMALLEST + "[[cuff]]\nat_min = 1\n", "start_s"),
        ("patient = 3", "patient"),
        (
            SMALLEST.replace("script = []", "")
            + '[[script]]\nat_s = 2\naction = "end"\n[[script]]\nat_s = 1\naction = "start"\n',
            "order",
        ),
    ],
)
def test_a_wrong_file_is_refused_with_the_place_and_the_fault(text: str, word: str) -> None:
    with pytest.raises(ScenarioError, match=r"X\.toml") as caught:
        scenario_from(text, where="X.toml")
    assert word in str(caught.value)


@given(st.text(max_size=200))
def test_any_text_is_a_scenario_or_a_scenario_error(text: str) -> None:
    with pytest.raises(ScenarioError):
        scenario_from(text, where="x")


def test_an_overlay_is_straight_between_its_points_and_nothing_outside() -> None:
    overlay = Overlay(VitalSign.HR, OverlayKind.TARGET, ((1.0, 80.0), (3.0, 100.0), (3.0, 60.0)))
    assert overlay.at(0.99) is None
    assert overlay.at(1.0) == 80.0
    assert overlay.at(2.0) == 90.0
    assert overlay.at(3.0) == 100.0
    assert overlay.at(3.01) is None


def test_a_fall_of_a_file_goes_from_the_own_value_down_to_its_aim() -> None:
    text = 'sign = "spo2"\nkind = "down"\naim = 84\npoints = [[0, 0], [1, 1]]\n'
    (fall,) = scenario_from(f"{SMALLEST}[[overlay]]\n{text}", where="x").overlay
    assert [fall.laid_on(own, 0.5) for own in (98.0, 92.0, 80.0)] == [91.0, 88.0, 80.0]


def test_an_overlay_without_points_is_nothing() -> None:
    assert Overlay(VitalSign.HR, OverlayKind.OFFSET, ()).at(0.0) is None


def test_no_resting_patient_of_a_treated_scenario_would_alarm() -> None:
    limits = PROFILES["adult-iv"]
    for name in set(scenario_names()) - {"S20"}:
        rest = scenario_named(name).patient
        assert limits.limit("sbp-low") + 10 < rest.sbp < limits.limit("sbp-high") - 10
        assert limits.limit("dbp-low") + 10 < rest.dbp < limits.limit("dbp-high") - 10
        assert limits.limit("hr-low") + 10 < rest.hr < limits.limit("hr-high") - 10


def test_how_the_cuff_and_the_oximeter_are_set_stands_in_tables_of_their_own() -> None:
    tables = (
        "[cuff_unit]\ncycle_s = [30, 40]\nretries = true\nheight_in = 4\n"
        "icu_like = true\nto_the_middle = 0.1\n[oximeter]\naverage_s = 16\n"
        "[noise]\nspo2_dropouts = 4.0\nbias_spo2 = 1.0\n"
    )
    scenario = scenario_from(SMALLEST + tables, where="x")
    assert scenario.cuff_unit == CuffSetting((30.0, 40.0), True, 4.0, True, 0.1)
    assert scenario.oximeter.average_s == 16
    assert (scenario.noise.spo2_dropouts, scenario.noise.bias_spo2) == (4.0, 1.0)
    plain = scenario_from(SMALLEST, where="x")
    assert plain.cuff_unit == CuffSetting((25.0, 45.0), False, 0.0, False, 0.0)
    assert plain.oximeter.average_s == 8


@pytest.mark.parametrize("table", ["[oximeter]\naverage_s = 5\n", "[cuff_unit]\nheight = 4\n"])
def test_a_setting_that_no_monitor_has_is_refused(table: str) -> None:
    with pytest.raises(ScenarioError, match="x is not a scenario"):
        scenario_from(SMALLEST + table, where="x")


@pytest.mark.parametrize("lets_go", ["[-1, 20]", "[20, 0]"])
def test_nobody_is_let_go_of_before_being_woken_or_in_no_time(lets_go: str) -> None:
    overlay = f"""
[[overlay]]
sign = "hr"
kind = "offset"
points = [[0, 0], [1, -20]]
lets_go = {lets_go}
"""
    with pytest.raises(ScenarioError, match="lets_go of hr is not late and slow"):
        scenario_from(SMALLEST + overlay, where="T.toml")
