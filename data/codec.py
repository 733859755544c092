"""Events and outcomes as JSON, and back, without loss.

Rule 1: the name of a kind on the disk is the one in `KINDS`, whatever the class is called; a name
        once released is never given to anything else.
Rule 2: every field is written, defaults too, so a default that changes later changes no record.
        A field that we do not know (written by a newer minor version) is passed over.
Rule 3: cattrs is loaded with the first event that goes to or comes from the disk.
"""

from __future__ import annotations

import functools
import json
from typing import TYPE_CHECKING, Any, cast

from data.errors import StoreDamaged
from data.outside import quoted
from monitor import amendments as a
from monitor import commands as c
from monitor import events as e
from monitor import outcomes as o
from monitor import vitals as v
from monitor.training import staged as s
from monitor.treatment import commands as t

if TYPE_CHECKING:
    import cattrs

What = e.Event | o.Outcome | a.Amendment

LARGEST_BODY = 1_000_000
"""Characters; the longest that the program writes, an opening with all its limits, has ten
thousand."""

KINDS: dict[str, type[Any]] = {
    "session-opened": e.SessionOpened,
    "numerics": e.Numerics,
    "cuff-result": v.CuffResult,
    "cuff-failed": v.CuffFailed,
    "signal-lost": v.SignalLost,
    "wave-chunk": v.WaveChunk,
    "device-note": v.DeviceNote,
    "link-changed": e.LinkChanged,
    "part-failed": e.PartFailed,
    "part-recovered": e.PartRecovered,
    "resumed": e.Resumed,
    "clock-jumped": e.ClockJumped,
    "set-baseline": c.SetBaseline,
    "start-infusion": c.StartInfusion,
    "pause-infusion": c.PauseInfusion,
    "resume-infusion": c.ResumeInfusion,
    "stop-infusion": c.StopInfusion,
    "begin-discharge": c.BeginDischarge,
    "end-session": c.EndSession,
    "acknowledge": c.Acknowledge,
    "pause-audio": c.PauseAudio,
    "resume-audio": c.ResumeAudio,
    "note": c.Note,
    "undo-note": c.UndoNote,
    "manual-cuff": c.ManualCuff,
    "change-limit": c.ChangeLimit,
    "allow-cuff": c.AllowCuff,
    "start-cuff": c.StartCuff,
    "prefer-source": c.PreferSource,
    "sound-checked": c.SoundChecked,
    "sedation": c.Sedation,
    "confirm-monitor": c.ConfirmMonitor,
    "begin-emergency": c.BeginEmergency,
    "answer-emergency": c.AnswerEmergency,
    "emergency-stamp": c.EmergencyStamp,
    "undo-stamp": c.UndoStamp,
    "end-emergency": c.EndEmergency,
    "quiet-room": c.QuietRoom,
    "mount": t.Mount,
    "answer-question": t.AnswerQuestion,
    "measure-baseline": t.MeasureBaseline,
    "sign-decision": t.SignDecision,
    "set-plan": t.SetPlan,
    "draw-drug": t.DrawDrug,
    "waste-drug": t.WasteDrug,
    "give-dose": t.GiveDose,
    "change-rate": t.ChangeRate,
    "pump-stopped": t.PumpStopped,
    "pump-volume": t.PumpVolume,
    "end-note": t.EndNote,
    "still-present": t.StillPresent,
    "give-drug": t.GiveDrug,
    "distress": t.Distress,
    "off-monitor": t.OffMonitor,
    "score": t.Score,
    "count-breaths": t.CountBreaths,
    "standing-cuff": t.StandingCuff,
    "skip-prompt": t.SkipPrompt,
    "tick-criterion": t.TickCriterion,
    "override-criterion": t.OverrideCriterion,
    "claim": t.Claim,
    "cover": t.Cover,
    "hand-over": t.HandOver,
    "alarm-changed": o.AlarmChanged,
    "phase-changed": o.PhaseChanged,
    "baseline-accepted": o.BaselineAccepted,
    "limit-changed": o.LimitChanged,
    "cuff-unconfirmed": o.CuffUnconfirmed,
    "cuff-asked": o.CuffAsked,
    "refused": o.Refused,
    "staged": s.Staged,
    "lesson-begun": s.LessonBegun,
    "true-state": s.TrueState,
    "correct": a.Correct,
    "addendum": a.Addendum,
}
_NAMES = {kind: name for name, kind in KINDS.items()}


@functools.cache
def _converter() -> cattrs.Converter:
    import cattrs  # noqa: PLC0415 -- rule 3

    # A set has no order; JSON that is checked by its hash needs one.
    return cattrs.Converter(
        detailed_validation=False, unstruct_collection_overrides={frozenset: sorted}
    )


def _faults() -> tuple[type[Exception], ...]:
    """What structuring says about content that is not ours."""
    import cattrs  # noqa: PLC0415 -- rule 3

    return (
        *(ValueError, TypeError, KeyError, AttributeError, OverflowError, RecursionError),
        cattrs.BaseValidationError,
    )


def encode(what: What) -> tuple[str, str]:
    """The name of the kind, and the rest as compact ASCII JSON."""
    body = _converter().unstructure(what)
    return _NAMES[type(what)], json.dumps(body, separators=(",", ":"))


def decode(kind: str, body: str) -> What:
    """Raises `StoreDamaged` for a kind that does not exist or a body that does not fit it."""
    wanted = KINDS.get(kind)
    if wanted is None:
        raise StoreDamaged(
            f"an event is of kind {quoted(kind)!r}, which this version does not know; "
            "update Chairside"
        )
    try:
        if len(body) > LARGEST_BODY:
            raise ValueError(f"it has {len(body)} characters")
        return cast(What, _converter().structure(json.loads(body), wanted))
    except _faults() as error:
        text = f"an event of kind {kind!r} does not have what it should ({quoted(error)})"
        raise StoreDamaged(text) from error
