"""What if, for several sessions at once: the clinic asks what other limits would have cost. Pure.

Rule 1: each session is judged by `monitor/what_if.py`; nothing is counted anew.
Rule 2: a session that cannot be judged is left out and named with its reason; the others go on.
Rule 3: the figures of all are those of `alarm_report.together`: as if they were one session.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from monitor.alarm_report import AlarmReport, together
from monitor.entries import Entry
from monitor.limits import LimitRefused
from monitor.side_by_side import Change
from monitor.what_if import Comparison, Limits, NotOpened, what_if

Progress = Callable[[int, int], bool]
"""(sessions done, sessions in all); False = no more."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """`why` is an id of `ui/words.py`."""

    session_id: str
    why: str
    arguments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ManyCompared:
    """`changes` counts the alarms of all sessions. `cancelled`: not all were judged."""

    sessions: tuple[Comparison, ...]
    was: AlarmReport
    then: AlarmReport
    changes: Counter[Change]
    left_out: tuple[LeftOut, ...]
    cancelled: bool = False


def what_if_many(
    session_ids: Sequence[str],
    limits: Limits,
    read: Callable[[str], Sequence[Entry]],
    progress: Progress,
) -> ManyCompared:
    """`read` gives the entries of a session, without waves; what it raises goes through."""
    compared: list[Comparison] = []
    left_out: list[LeftOut] = []
    cancelled = False
    for done, session_id in enumerate(session_ids):
        if not progress(done, len(session_ids)):
            cancelled = True
            break
        try:
            compared.append(what_if(read(session_id), limits))
        except NotOpened:
            left_out.append(LeftOut(session_id, "session-not-opened", (session_id,)))
        except LimitRefused as refused:
            left_out.append(LeftOut(session_id, refused.reason, refused.arguments))
    else:
        progress(len(session_ids), len(session_ids))
    return ManyCompared(
        tuple(compared),
        together(one.was.report for one in compared),
        together(one.then.report for one in compared),
        Counter(pair.change for one in compared for pair in one.pairs),
        tuple(left_out),
        cancelled,
    )
