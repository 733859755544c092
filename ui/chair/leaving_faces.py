"""The checklist before leaving in words: what is met, what is still to be done, and where. No Qt.

Rule: whether a line is met is the core's; here is only how it is said, and what can be done about
      it in one tap.
"""

from __future__ import annotations

import enum
from collections.abc import Callable
from dataclasses import dataclass

from monitor.outcomes import BaselineAccepted
from monitor.phases import AFTER_DRUG, BEFORE_DRUG, Phase
from monitor.treatment.leaving_by_hand import NEXT_DATE, PROVIDER_SEEN, SECOND_WANTED
from monitor.treatment.screening import ESCORT
from monitor.treatment.view import ChecksView, CriterionView
from ui.chair.spans import clock_text
from ui.leaving_text import criterion_name, evidence_lines
from ui.view_state import ChairView
from ui.words import say

GROUPS: dict[str, tuple[str, ...]] = {
    "body": ("time", "bp", "hr", "spo2", "standing", "symptoms", "alarms"),
    "asked": ("sedation", "dissociation", "aldrete-padss", "suicidality", PROVIDER_SEEN),
    "home": (
        "iv-removed",
        "pump-volume",
        "waste",
        "escort",
        "no-driving",
        "instructions",
        NEXT_DATE,
    ),
}


class LineState(enum.StrEnum):
    MET = "met"
    NOT_YET = "not-yet"
    NOT_MET = "not-met"
    LET_GO = "let-go"


class Does(enum.StrEnum):
    """What the tile of a line does."""

    NOTHING = ""
    TICK = "tick"
    UNTICK = "untick"
    TICK_WITH = "name"
    """With words that are asked for."""
    DATE = "date"
    SCORE = "score"
    CUFF = "cuff"
    STAND = "stand"
    PUMP = "pump"
    NOTES = "notes"
    ANSWER = "answer"


_DOES = {
    "bp": Does.CUFF,
    "standing": Does.STAND,
    "symptoms": Does.NOTES,
    "alarms": Does.ANSWER,
    "sedation": Does.SCORE,
    "dissociation": Does.SCORE,
    "aldrete-padss": Does.SCORE,
    "suicidality": Does.SCORE,
    "pump-volume": Does.PUMP,
    "waste": Does.PUMP,
}
"""Where a line that no person ticks is brought forward."""


@dataclass(frozen=True, slots=True)
class LineFace:
    """One line. `told` begins with its state in words.

    `text` is what a tick takes along without asking. `wants_second`: it is let go by two people.
    """

    id: str
    name: str
    state: LineState
    told: str
    does: Does
    text: str = ""
    wants_second: bool = False

    @property
    def done(self) -> bool:
        return self.state in {LineState.MET, LineState.LET_GO}


@dataclass(frozen=True, slots=True)
class LeavingFace:
    """`groups` are in the order of the screen; one without a line is not there."""

    groups: dict[str, tuple[LineFace, ...]]
    summary: str
    may_leave: bool
    can_begin: bool
    can_sign: bool

    def open_in(self, group: str) -> int:
        return sum(not line.done for line in self.groups.get(group, ()))

    @property
    def first_open(self) -> str:
        """The first group with something to do; else the first."""
        return next((name for name in self.groups if self.open_in(name)), next(iter(GROUPS)))

    def line(self, name: str) -> LineFace | None:
        lines = (line for group in self.groups.values() for line in group)
        return next((line for line in lines if line.id == name), None)


def leaving_face(view: ChairView) -> LeavingFace:
    checks = _checks(view)
    lines = {one.id: _line(one, checks, view) for one in checks.leaving}
    placed = {name: [lines[one] for one in ids if one in lines] for name, ids in GROUPS.items()}
    return LeavingFace(
        {name: tuple(found) for name, found in placed.items() if found},
        summary(view),
        checks.may_leave,
        view.picture.phase is Phase.RECOVERY,
        view.picture.phase in AFTER_DRUG,
    )


def summary(view: ChairView) -> str:
    """How much is open, and until when it is at least."""
    checks, phase = _checks(view), view.picture.phase
    if not checks.leaving:
        return say("leaving-none") if phase in BEFORE_DRUG else ""
    of = len(checks.leaving)
    still = open_lines(checks)
    if not still:
        return say("leaving-done", of)
    from_s = checks.leave_from_s
    if from_s is not None and from_s > view.picture.now_s:
        clock = clock_text(view.wall_of(from_s))
        return say("leaving-open-from", len(still), of, clock)
    return say("leaving-open", len(still), of)


def leaving_words(view: ChairView) -> str:
    """The same in two or three words, for the ribbon."""
    checks = _checks(view)
    still, from_s = open_lines(checks), checks.leave_from_s
    if not still:
        return say("ribbon-leaving-done") if checks.leaving else ""
    if from_s is not None and from_s > view.picture.now_s:
        return say("ribbon-leaving-from", len(still), clock_text(view.wall_of(from_s)))
    return say("ribbon-leaving", len(still))


def has_checklist(view: ChairView) -> bool:
    """Something was given in a session that is taken through all its steps."""
    treatment = view.picture.treatment
    return treatment is not None and bool(treatment.checks.leaving)


def open_lines(checks: ChecksView) -> tuple[str, ...]:
    return tuple(one.id for one in checks.leaving if not one.done)


def clock_of(view: ChairView) -> Callable[[float], str]:
    return lambda at_s: clock_text(view.wall_of(at_s))


def _checks(view: ChairView) -> ChecksView:
    treatment = view.picture.treatment
    return ChecksView() if treatment is None else treatment.checks


def _line(one: CriterionView, checks: ChecksView, view: ChairView) -> LineFace:
    state = state_of(one)
    told = [say(f"state-{state.value}"), *_told(one, view)]
    return LineFace(
        one.id,
        criterion_name(one.id),
        state,
        " · ".join(told),
        _does(one, state, checks),
        _known(one.id, checks),
        one.id in SECOND_WANTED,
    )


def state_of(one: CriterionView) -> LineState:
    if one.met is True:
        return LineState.MET
    if one.override:
        return LineState.LET_GO
    waits = one.met is None or one.id == "time"
    return LineState.NOT_YET if waits else LineState.NOT_MET


def _told(one: CriterionView, view: ChairView) -> list[str]:
    found = [one.text] if one.text else []
    if one.override and one.met is not True:
        found.append(let_go_words(one))
    if one.by_hand and one.met is True:
        return found
    found += evidence_lines(one, clock_of(view))
    resting = _resting(one.id, view.picture.baseline)
    return [*found, say("leaving-baseline", resting)] if resting and one.evidence else found


def let_go_words(one: CriterionView) -> str:
    if one.override_second:
        return say("leaving-let-go-two", one.override, one.override_by, one.override_second)
    return say("leaving-let-go", one.override, one.override_by)


def _resting(name: str, baseline: BaselineAccepted | None) -> str:
    """The baseline of a line that is compared with it; empty = none."""
    if baseline is None:
        return ""
    if name == "bp":
        both = baseline.sbp is not None and baseline.dbp is not None
        return f"{baseline.sbp:.0f}/{baseline.dbp:.0f}" if both else ""
    value = {"hr": baseline.hr, "spo2": baseline.spo2}.get(name)
    return "" if value is None else f"{value:.0f}"


def _does(one: CriterionView, state: LineState, checks: ChecksView) -> Does:
    if checks.signed is not None:
        return Does.NOTHING
    if not one.by_hand:
        return Does.NOTHING if state is LineState.MET else _DOES.get(one.id, Does.NOTHING)
    if state is LineState.MET:
        return Does.UNTICK
    if one.id == NEXT_DATE:
        return Does.DATE
    wants = one.id == PROVIDER_SEEN or (one.id == ESCORT and not _known(one.id, checks))
    return Does.TICK_WITH if wants else Does.TICK


def _known(name: str, checks: ChecksView) -> str:
    """What the screening knows of it already: the name of the escort."""
    if name != ESCORT:
        return ""
    said = [one for one in checks.answers if one.question == ESCORT and one.answer == "named"]
    return said[-1].text if said else ""
