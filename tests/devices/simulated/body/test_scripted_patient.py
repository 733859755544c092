"""Where nobody is there, a scenario's treatment happens by its script."""

from __future__ import annotations

import pytest
from scenario_text import TO_BE_SCRIPTED

from devices.simulated.body.patient import SimulatedPatient
from devices.simulated.body.scripted_patient import hands_of, scripted_patient
from devices.simulated.scenario.scenario import scenario_from, scenario_named

FALL = """
[[overlay]]
sign = "spo2"
kind = "target"
points = [[5, 97], [6, 84], [20, 84], [21, 97]]
"""


def acted(*actions: str) -> tuple[SimulatedPatient, SimulatedPatient]:
    """The scripted patient, and the same one of whom nobody takes care."""
    tables = "".join(f"[[script]]\n{action}\n" for action in actions)
    scenario = scenario_from(TO_BE_SCRIPTED + FALL + tables, where="X.toml")
    return scripted_patient(scenario, 1), SimulatedPatient(scenario, 1)


def at(patient: SimulatedPatient, minute: float) -> float:
    return patient.at(600.0 + 60.0 * minute).spo2


@pytest.mark.parametrize(
    "action",
    [
        'at_min = 7\naction = "give-drug"\ntext = "O2 4 l/min inhaled"\nprovider = "Provider 1"',
        'at_min = 7\naction = "stimulate"\ntext = "spoken to"',
        'at_min = 7\naction = "sedation"\nvalue = 3',
        'at_min = 7\naction = "stamp"\nkind = "oxygen"',
        'at_min = 7\naction = "stamp"\nkind = "bag-valve-mask"',
    ],
)
def test_oxygen_and_hands_help_by_the_script(action: str) -> None:
    scripted, alone = acted(action)
    assert at(scripted, 6.9) == at(alone, 6.9) < 86
    assert at(scripted, 9.0) > at(alone, 9.0) + 8


def test_words_help_nobody() -> None:
    scripted, alone = acted(
        'at_min = 7\naction = "note"\ntext = "oxygen 4 L/min"',
        'at_min = 7.5\naction = "stamp"\nkind = "team-arrived"',
    )
    assert at(scripted, 9.0) == at(alone, 9.0)


def test_the_drug_of_s9_lowers_its_pressure() -> None:
    scenario = scenario_named("S9")
    treated = scripted_patient(scenario, 1)
    pumped = SimulatedPatient(scenario, 1, scenario.rates)
    assert list(hands_of(scenario))
    low, high = (one.at(600.0 + 33 * 60.0).sbp for one in (treated, pumped))
    assert low < high - 40
