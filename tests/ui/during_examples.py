"""Hand-made pictures of a treatment while it runs, for tests and screenshots."""

from __future__ import annotations

from dataclasses import replace

import pictures

from monitor.commands import Note, NoteKind
from monitor.phases import Phase
from monitor.picture import ChairPicture, NoteView
from monitor.plan import Plan
from monitor.treatment.view import (
    ChecksView,
    DoseView,
    GivingView,
    PromptKind,
    PromptView,
    ResumeView,
    ScoreView,
    TreatmentView,
    VialView,
)
from ui.view_state import ChairView, ViewState

NOW_S = pictures.picture().now_s
WALL_S = 1_790_000_000.0
BY = "Nurse AK"
PLAN = Plan(0.5, 82.0, 40.0, concentration_mg_per_ml=1.0)
"""41 mg in 41 mL: 61.5 mL/h."""
VIAL = VialView(100.0, 50.0, "A123", "7", "2027-03", BY)
GIVING = GivingView(
    PLAN,
    mg_given=26.8,
    ml_given=26.8,
    mg_calculated=26.8,
    ml_calculated=26.8,
    mg_per_min=1.025,
    set_mg_per_min=1.025,
    runs_out_s=NOW_S + 830.0,
    drawn_mg=50.0,
    vials=(VIAL,),
)
NOTES = (
    pictures.noted(NoteKind.DISSOCIATION, NOW_S - 700, "a"),
    replace(pictures.noted(NoteKind.ANXIETY, NOW_S - 900, "d"), ended_s=NOW_S - 600),
    pictures.noted(NoteKind.NAUSEA, NOW_S - 400, "b"),
    pictures.noted(NoteKind.HEADACHE, NOW_S - 300, "c", undone=True),
    NoteView(NOW_S - 200, Note("e", NoteKind.FREE_TEXT, "wants water", BY), False),
)
SCORES = (
    ScoreView("moaa-s", NOW_S - 600, 5, (), "", BY),
    ScoreView("phq-9", NOW_S - 500, 17, (), "", BY),
    ScoreView("c-ssrs", NOW_S - 400, None, (), "intent-or-plan", BY),
)


def prompt(kind: PromptKind, in_s: float, about: str = "", *, can_skip: bool = True) -> PromptView:
    return PromptView(f"{kind.value}@{in_s}", kind, NOW_S + in_s, about, can_skip)


def picture(
    *prompts: PromptView, flow: bool = True, giving: GivingView = GIVING, **changes: object
) -> ChairPicture:
    """The calm infusion of the other examples, taken through all its steps."""
    lasting = {
        name: changes.pop(name, None) for name in ("distress_since_s", "off_monitor_since_s")
    }
    made = TreatmentView(flow, giving, ChecksView(scores=SCORES), prompts)
    treatment = replace(made, **lasting)  # type: ignore[arg-type]
    return pictures.picture(treatment=treatment, **{"notes": NOTES} | changes)


def view_of(shown: ChairPicture) -> ChairView:
    state = ViewState()
    for message in (pictures.beginning(shown), pictures.said(shown)):
        state.absorb(message, 0.0, WALL_S)
    return state.chairs[shown.chair]


RULE = ResumeView(needed=True, good=1, next_from_s=NOW_S + 120.0)
PAUSED = replace(GIVING, mg_per_min=0.0, asks_pump=True, pauses=1, paused_s=370.0)


def paused(rule: ResumeView = RULE, **changes: object) -> ChairPicture:
    giving = replace(PAUSED, resume=rule, **changes)  # type: ignore[arg-type]
    return picture(
        prompt(PromptKind.PAUSED, -70.0),
        giving=giving,
        phase=Phase.PAUSED,
        infusion_running=False,
    )


OVER = replace(
    GIVING,
    mg_given=41.0,
    ml_given=41.0,
    mg_calculated=41.0,
    ml_calculated=41.0,
    mg_per_min=0.0,
    asks_volume=True,
    unaccounted_mg=9.0,
)


def over(giving: GivingView = OVER) -> ChairPicture:
    return picture(giving=giving, phase=Phase.RECOVERY, infusion_running=False)


def by_dose(*prompts: PromptView) -> ChairPicture:
    """An injection, which cannot be paused."""
    giving = replace(
        GIVING,
        can_pause=False,
        set_mg_per_min=None,
        runs_out_s=None,
        doses=(DoseView(pictures.START_S, 41.0, BY),),
    )
    return picture(*prompts, giving=giving, profile="im-sc")


def distressed() -> ChairPicture:
    return picture(
        prompt(PromptKind.DISTRESS, -30.0),
        prompt(PromptKind.OFF_MONITOR, 200.0, can_skip=False),
        distress_since_s=NOW_S - 30.0,
        off_monitor_since_s=NOW_S - 100.0,
    )


def everything() -> ChairPicture:
    """One of each kind, all due."""
    prompts = [prompt(kind, -30.0 - place, "a") for place, kind in enumerate(PromptKind)]
    return picture(*prompts, distress_since_s=NOW_S - 30.0, off_monitor_since_s=NOW_S - 400.0)
