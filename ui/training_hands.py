"""What a learner's hands do at the bedside, where no program sees it, and what they find there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from devices.simulated.body.breathing import USUAL_L_PER_MIN
from devices.simulated.scenario.mishaps import (
    CableIn,
    CuffOnOtherArm,
    ElectrodeOn,
    Mishap,
    PressStart,
    ProbeOn,
)
from monitor.training.lesson import Deed
from monitor.training.staged import StagedKind
from ui.words import say

if TYPE_CHECKING:
    from ui.training import TrainingRoom

CHAIR_HANDS: tuple[Deed, ...] = (
    Deed.ASK_PATIENT,
    Deed.REMEASURE,
    Deed.CHECK_CUFF,
    Deed.CHECK_PROBE,
    Deed.CHECK_CABLE,
    Deed.STIMULATE,
    Deed.OXYGEN,
)
"""In the order in which the screen offers them."""

_MENDS: dict[Deed, tuple[Mishap, ...]] = {
    Deed.REMEASURE: (PressStart(),),
    Deed.CHECK_PROBE: (ProbeOn(), ElectrodeOn()),
    Deed.CHECK_CABLE: (CableIn(),),
    Deed.CHECK_CUFF: (CuffOnOtherArm(),),
}


def by_hand(room: TrainingRoom, deed: Deed) -> str:
    """Let it have its effect; the sentence of what is found."""
    for mishap in _MENDS.get(deed, ()):
        room.here.happen(mishap)
    here = room.here
    match deed:
        case Deed.ASK_PATIENT:
            return _says(room)
        case Deed.STIMULATE:
            here.patient.stimulate(here.now)
        case Deed.OXYGEN:
            here.patient.oxygen(USUAL_L_PER_MIN, here.now)
        case _:
            pass
    return say(f"hand-found-{deed}")


def _says(room: TrainingRoom) -> str:
    """What the patient said or showed last; nothing, and she is well."""
    cues = [one.staged for one in room.staged if one.staged.kind is StagedKind.CUE]
    if not cues:
        return say("cue-well")
    return cues[-1].text or say(cues[-1].what)
