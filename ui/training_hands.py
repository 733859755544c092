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
from monitor.training.lesson import Cue, Deed
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
    """What the patient said or showed last, or that it is over; nothing, and she is well."""
    cues = [one for one in room.staged if one.staged.kind is StagedKind.CUE]
    if not cues:
        return say("cue-well")
    last = cues[-1]
    if any(_over(room, cue, last.at_s) for cue in room.lesson.cue if cue.cue == last.staged.what):
        return say(f"{last.staged.what}-over")
    return last.staged.text or say(last.staged.what)


def _over(room: TrainingRoom, cue: Cue, since_s: float) -> bool:
    if cue.lasts_s is not None and room.here.now >= since_s + cue.lasts_s:
        return True
    if cue.over_by is Deed.STIMULATE:  # a bag and a score of the sedation wake, too
        woken_s = room.here.patient.woken_s
        return woken_s is not None and woken_s >= since_s
    done = (one for one in room.staged if one.staged.kind is StagedKind.HAND)
    return any(one.staged.what == cue.over_by and one.at_s >= since_s for one in done)
