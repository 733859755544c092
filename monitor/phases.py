"""The course of one session, as a table.

Rule 1: everything that can change the phase is in `TRANSITIONS`.
Rule 2: a command that is not in the row of the present phase is refused with a sentence; it
        changes nothing.
"""

from __future__ import annotations

import enum


class Phase(enum.StrEnum):
    PLANNED = "planned"
    SCREENING = "screening"
    BASELINE = "baseline"
    TREATING = "treating"
    PAUSED = "paused"
    RECOVERY = "recovery"
    DISCHARGE = "discharge"
    SIGNED = "signed"


class Step(enum.StrEnum):
    """What a person can ask of the session."""

    SCREEN = "screen"
    MEASURE_BASELINE = "measure-baseline"
    START = "start"
    PAUSE = "pause"
    RESUME = "resume"
    STOP = "stop"
    DISCHARGE = "discharge"
    END = "end"


P, S = Phase, Step

TRANSITIONS: dict[Phase, dict[Step, Phase]] = {
    P.PLANNED: {S.SCREEN: P.SCREENING, S.MEASURE_BASELINE: P.BASELINE, S.END: P.SIGNED},
    P.SCREENING: {S.MEASURE_BASELINE: P.BASELINE, S.END: P.SIGNED},
    P.BASELINE: {S.START: P.TREATING, S.END: P.SIGNED},
    P.TREATING: {S.PAUSE: P.PAUSED, S.STOP: P.RECOVERY},
    P.PAUSED: {S.RESUME: P.TREATING, S.STOP: P.RECOVERY},
    P.RECOVERY: {S.DISCHARGE: P.DISCHARGE, S.END: P.SIGNED},
    P.DISCHARGE: {S.END: P.SIGNED},
    P.SIGNED: {},
}

JUDGING = frozenset({P.BASELINE, P.TREATING, P.PAUSED, P.RECOVERY, P.DISCHARGE})
"""Where the absolute rows of the alarm table are judged."""
BEFORE_DRUG = frozenset({P.PLANNED, P.SCREENING, P.BASELINE})
GIVING = frozenset({P.TREATING, P.PAUSED})
AFTER_DRUG = frozenset({P.RECOVERY, P.DISCHARGE})
"""The drug was given, and the session is not signed."""

_WRONG_ORDER: dict[Step, tuple[tuple[frozenset[Phase], str], ...]] = {
    S.START: (
        (frozenset({P.PLANNED, P.SCREENING}), "start-before-baseline"),
        (frozenset({P.TREATING}), "start-twice"),
        (frozenset({P.PAUSED}), "start-while-paused"),
        (AFTER_DRUG, "start-after-end"),
    ),
    S.PAUSE: (
        (BEFORE_DRUG, "pause-before-start"),
        (frozenset({P.PAUSED}), "pause-twice"),
        (AFTER_DRUG, "pause-after-end"),
    ),
    S.RESUME: (
        (BEFORE_DRUG, "resume-before-start"),
        (frozenset({P.TREATING}), "resume-while-running"),
        (AFTER_DRUG, "resume-after-end"),
    ),
    S.STOP: ((BEFORE_DRUG, "stop-before-start"), (AFTER_DRUG, "stop-twice")),
    S.MEASURE_BASELINE: (
        (frozenset({P.BASELINE}), "baseline-under-way"),
        (GIVING | AFTER_DRUG, "baseline-too-late"),
    ),
    S.DISCHARGE: (
        (BEFORE_DRUG, "discharge-before-drug"),
        (GIVING, "discharge-while-giving"),
        (frozenset({P.DISCHARGE}), "discharge-under-way"),
    ),
    S.END: ((GIVING, "end-while-giving"),),
}


def wrong_order(phase: Phase, step: Step) -> str:
    """Why this step cannot be taken in this phase: an id of `ui/words.py`."""
    if phase is P.SIGNED:
        return "session-over"
    found = (why for phases, why in _WRONG_ORDER.get(step, ()) if phase in phases)
    return next(found, "refused-in-this-phase")
