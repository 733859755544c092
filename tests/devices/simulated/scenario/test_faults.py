"""Faults as data: read from a command line or a scenario, and refused where they mean nothing."""

import math
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scenario_text import SMALLEST

from devices.simulated.scenario.faults import (
    USUAL_BY_S,
    USUAL_SHARE,
    Fault,
    FaultKind,
    befalling,
    fault_from,
    usual_fault,
    written,
    wrong,
)
from devices.simulated.scenario.scenario import ScenarioError, scenario_from, scenario_named

SECONDS = st.floats(0.0, 1e5, allow_nan=False).map(lambda at: round(at, 3))
SHARES = st.floats(0.001, 1.0)


@st.composite
def faults(draw: st.DrawFn) -> Fault:
    kind = draw(st.sampled_from(FaultKind))
    from_s = draw(SECONDS)
    to_s = draw(st.one_of(st.just(math.inf), st.floats(0.001, 1e4).map(lambda s: from_s + s)))
    share = draw(SHARES) if kind in USUAL_SHARE else 0.0
    by_s = draw(st.floats(1.0, 100.0)) if kind in USUAL_BY_S else 0.0
    baud = draw(st.integers(0, 115200)) if kind is FaultKind.WRONG_BAUD else 0
    return Fault(kind, from_s, to_s, share, by_s, baud)


@given(faults())
def test_what_is_written_is_read_again(fault: Fault) -> None:
    assert wrong(fault) is None
    assert fault_from(written(fault)) == fault


@given(st.text(max_size=40))
def test_any_text_is_a_fault_or_one_sentence(text: str) -> None:
    said = None
    try:
        said = wrong(fault_from(text))
    except ValueError as error:
        said = str(error)
    assert said is None or said.endswith(".")


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("unplugged", Fault(FaultKind.UNPLUGGED, 0.0, math.inf)),
        ("silent:10-20", Fault(FaultKind.SILENT, 10.0, 20.0)),
        ("noise:5-", Fault(FaultKind.NOISE, 5.0, math.inf, share=0.02)),
        ("noise:5-9:0.5", Fault(FaultKind.NOISE, 5.0, 9.0, share=0.5)),
        ("noise::0.5", Fault(FaultKind.NOISE, 0.0, math.inf, share=0.5)),
        ("slow:0-60:2.5", Fault(FaultKind.SLOW, 0.0, 60.0, by_s=2.5)),
        ("clock-skew:0-60:-420", Fault(FaultKind.CLOCK_SKEW, 0.0, 60.0, by_s=-420.0)),
        ("wrong-baud:0-60:2400", Fault(FaultKind.WRONG_BAUD, 0.0, 60.0, baud=2400)),
    ],
)
def test_a_command_line_says_it_like_this(text: str, fault: Fault) -> None:
    assert fault_from(text) == fault


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("noisy", "'noisy' is no fault; there are unplugged,"),
        ("noise:5", "does not say from when to when"),
        ("noise:9-5", "must begin at 0 s or later, and end after that"),
        ("noise:0-5:2", "is not between 0 and 1"),
        ("noise:0-5:much", "'much' in 'noise:0-5:much' is no number"),
        ("slow:0-5:1000", "is not between 0 and 120"),
        ("silent:0-5:3", "silent has no size"),
    ],
)
def test_what_means_nothing_is_refused_in_a_sentence(text: str, said: str) -> None:
    with pytest.raises(ValueError, match=re.escape(said)):
        fault_from(text)


def test_a_fault_befalls_all_monitors_or_the_one_that_it_names() -> None:
    both = Fault(FaultKind.SILENT, 0.0, 9.0)
    one = Fault(FaultKind.SILENT, 0.0, 9.0, driver="nonin-df7")
    assert befalling((both, one), "nonin-df7") == (both, one)
    assert befalling((both, one), "ivy-450c") == (both,)


@pytest.mark.parametrize("kind", FaultKind)
def test_a_fault_of_the_usual_size_is_one(kind: FaultKind) -> None:
    assert wrong(usual_fault(kind, 1.0, 2.0)) is None


def test_a_scenario_plans_faults_on_its_own_clock() -> None:
    text = SMALLEST + '[[fault]]\nkind = "noise"\nfrom_min = 1\nto_min = 2\nshare = 0.1\n'
    scenario = scenario_from(text, where="X.toml")
    assert scenario.fault == (Fault(FaultKind.NOISE, 660.0, 720.0, share=0.1),)
    assert scenario_named("S16").fault == (Fault(FaultKind.UNPLUGGED, 1560.0, 1740.0),)


def test_a_scenario_with_a_fault_that_is_none_is_refused() -> None:
    text = SMALLEST + '[[fault]]\nkind = "noise"\nfrom_min = 1\nto_min = 2\n'
    with pytest.raises(ScenarioError, match=r"X\.toml: noise: of no share .* say share"):
        scenario_from(text, where="X.toml")
