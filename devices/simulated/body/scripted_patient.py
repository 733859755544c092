"""A patient whose treatment goes by the script of its scenario, with nobody there.

For a virtual monitor that stands alone (`chairside simulate`): what the scenario's nurse would
give and do happens at its moment. Words of hers (notes, acknowledgements) do nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from devices.simulated.body.patient import Hand, SimulatedPatient
from devices.simulated.scenario.scenario import Scenario
from devices.simulated.scenario.script import ScriptedAction, ScriptVerb
from monitor.commands import StampKind

_WAKES = frozenset({ScriptVerb.STIMULATE, ScriptVerb.SEDATION})


def scripted_patient(scenario: Scenario, seed: int) -> SimulatedPatient:
    """Pump, drugs, oxygen and hands by the script."""
    return SimulatedPatient(scenario, seed, scenario.rates, hands=hands_of(scenario))


def hands_of(scenario: Scenario) -> Iterator[tuple[float, Hand]]:
    """What is done beside the pump, with its session second."""
    for action in scenario.script:
        hand = _hand(action)
        if hand is not None:
            yield action.at_s, hand


def _hand(action: ScriptedAction) -> Hand | None:
    if action.action in _WAKES:
        return lambda patient, now: patient.stimulate(now)
    if action.action is ScriptVerb.GIVE_DRUG:
        drug, dose, unit, route = action.text.split()
        return lambda patient, now: patient.medicate(drug, dose, unit, route, now)
    if action.action is ScriptVerb.STAMP and action.kind == StampKind.OXYGEN:
        return lambda patient, now: patient.mask(now)
    if action.action is ScriptVerb.STAMP and action.kind == StampKind.BAG_MASK:
        return lambda patient, now: patient.bag(now)
    return None
