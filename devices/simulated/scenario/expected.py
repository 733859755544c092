"""What the program must do in a scenario, and nothing else, as it stands in its file.

    [[expect]]         an alarm's step: at_s, alarm, priority, state, as `chairside replay` prints
    [[expect_prompt]]  something is asked of the nurse from then on: at_s, prompt
    [expect_record]    what must be in the record; what is not named there must not be

Rule 1: each list is complete and in the order of time; a moment may be missed by `WITHIN_S`.
Rule 2: what is expected is worked out from the clinic's rules, and the comments of the file say
        how; it is never copied from what the program did.

A prompt is one of these words:

    press-start        a cuff result is wanted: press START (repeat, symptom, heart, oxygen, often)
    find-value         is this value on the monitor in front of you?
    auto-cycle-off     the monitor seems to measure on no cycle of its own
    call-provider      paused because of a very high pressure: who allows that it goes on
    sedation, dissociation, breaths, paused, terminate, ...   a `PromptKind` that is due
"""

from __future__ import annotations

from dataclasses import dataclass

WITHIN_S = 2.0


@dataclass(frozen=True, slots=True)
class Expected:
    """One line of `chairside replay`, as session second, alarm id, priority and state."""

    at_s: float
    alarm: str
    priority: str
    state: str


@dataclass(frozen=True, slots=True)
class ExpectedPrompt:
    """From `at_s` on the nurse is asked for it; asked again, it is a line of its own."""

    at_s: float
    prompt: str


@dataclass(frozen=True, slots=True)
class ExpectedRecord:
    """What the record of the session holds. Minutes are infusion minutes.

    `cuffs` and `failed` count measurements. `unconfirmed` and `doubtful_from` are when the results
    came that a repeat did not confirm. `notes`, `drugs`, `stamps` name what was entered, in order.
    `links` are (minute, state, reason) of every change after the first connection, `gaps` when
    the program was away, from and to. `limits` are (row, before, after, who). `refused` are the
    reasons of refusals, `unmet` the criteria of leaving that are not met or not known at the end,
    `decision` the go and who took it on. `poor`: samples of poor quality were recorded.
    `monitor_clock_s` is how far the monitor's own clock goes before ours, at first and at the end;
    empty = it tells none.
    """

    cuffs: int
    failed: int = 0
    unconfirmed: tuple[float, ...] = ()
    manual: int = 0
    notes: tuple[str, ...] = ()
    drugs: tuple[str, ...] = ()
    stamps: tuple[str, ...] = ()
    links: tuple[tuple[float, str, str], ...] = ()
    gaps: tuple[tuple[float, float], ...] = ()
    limits: tuple[tuple[str, float, float, str], ...] = ()
    refused: tuple[str, ...] = ()
    phases: tuple[str, ...] = ("baseline", "treating", "recovery", "signed")
    unmet: tuple[str, ...] = ()
    decision: tuple[str, str] = ("", "")
    poor: bool = False
    monitor_clock_s: tuple[float, ...] = ()
