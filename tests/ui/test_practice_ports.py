"""What the name of a simulated port says, and the sentence for one that says nothing."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.simulated.body.absorption import Way
from devices.simulated.body.person import person_of
from devices.simulated.monitors.catalogue import VIRTUAL_MONITORS
from devices.simulated.population.drawn_person import drawn_person
from devices.simulated.scenario.mishaps import Likeness
from devices.simulated.sensors.practice_patient import CALM, calm_patient
from ui.practice_ports import SIM, port_choices, simulated_port
from ui.requests import WrongEntry


def test_a_plain_name_is_a_calm_patient() -> None:
    port = simulated_port("sim:dinamap")
    assert (port.monitor, port.nth, port.seed, port.every_s) == ("dinamap", 1, None, 300.0)
    assert port.likeness is None
    assert port.patient(4).name == CALM


def test_everything_that_can_be_said() -> None:
    port = simulated_port("sim:ivy-450c#3?scenario=s5&seed=7&every=3&sbp=131&dbp=82&hr=77&spo2=93")
    assert port.place == ("ivy-450c", 3)
    assert (port.scenario, port.seed, port.every_s) == ("S5", 7, 180.0)
    assert port.likeness == Likeness(131, 82, 77, 93)
    assert port.patient(1).name == "S5"
    assert simulated_port("sim:ivy-450c?hr=61").likeness == Likeness(120, 75, 61, 98)


def test_somebody_out_of_the_population_can_sit_there() -> None:
    port = simulated_port("sim:dinamap?patient=drawn&seed=5")
    assert port.drawn
    assert port.who(5) == drawn_person(5)
    assert port.who(5, 70.0).scenario.patient.weight_kg == 70.0
    assert port.who(5) != port.who(6)


def test_a_calm_patient_and_a_scenario_are_themselves() -> None:
    assert simulated_port("sim:dinamap?patient=calm").who(4) == person_of(calm_patient(4))
    heavy = simulated_port("sim:dinamap?scenario=S5").who(1, 99.0)
    assert (heavy.name, heavy.scenario.plan.weight_kg) == ("S5", 99.0)


def test_the_way_of_a_dose_can_be_said() -> None:
    assert simulated_port("sim:dinamap").way is None
    assert simulated_port("sim:dinamap?way=skin").way is Way.SKIN


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("/dev/ttyUSB0", ("/dev/ttyUSB0", "sim:NAME", "dinamap")),
        ("sim:", ("sim:NAME",)),
        ("sim:ivy", ("'sim:ivy'", "ivy-450c")),
        ("dinamap", ("sim:NAME",)),
        ("sim:dinamap#x", ("'x'", "whole number")),
        ("sim:dinamap?seed=", ("seed", "''")),
        ("sim:dinamap?seed=-1", ("seed", "-1")),
        ("sim:dinamap?speed=2", ("speed", "scenario, seed, every")),
        ("sim:dinamap?scenario=S99", ("S99", "S1")),
        ("sim:dinamap?patient=tall", ("patient", "tall", "calm, drawn")),
        ("sim:dinamap?patient=drawn&scenario=S5", ("drawn", "scenario")),
        ("sim:dinamap?way=ear", ("way", "ear", "tongue")),
    ],
)
def test_a_port_that_is_none_is_refused_in_one_sentence(url: str, words: tuple[str, ...]) -> None:
    with pytest.raises(WrongEntry) as refused:
        simulated_port(url)
    said = str(refused.value)
    assert [word for word in words if word.strip("'") not in said] == []
    assert "\n" not in said


@given(st.text(max_size=30))
def test_any_text_is_a_port_or_a_sentence(text: str) -> None:
    for url in (text, f"{SIM}{text}", f"sim:dinamap#{text}", f"sim:dinamap?{text}"):
        with suppress(WrongEntry):
            assert simulated_port(url).monitor in VIRTUAL_MONITORS


def test_one_of_each_kind_is_offered_that_nobody_uses() -> None:
    free = [choice.url for choice in port_choices(())]
    assert free == [f"sim:{name}" for name in VIRTUAL_MONITORS]
    used = [simulated_port(url) for url in ("sim:dinamap?seed=2", "sim:dinamap#2")]
    offered = [choice.url for choice in port_choices(used)]
    assert "sim:dinamap#3" in offered
    assert len(offered) == len(free)
    assert [simulated_port(url).url for url in offered] == offered
