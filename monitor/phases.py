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
