"""What becomes of each text of a session when it is exported without what says whose it is.

Rule: every text field of every kind of event and outcome has a row here; a test fails for one that
      has none, and until then it is dropped.
"""

from __future__ import annotations

import enum


class Fate(enum.Enum):
    """What becomes of a text."""

    CODED = "coded"
    """Kept, if it has the shape of an id."""
    UNIT = "unit"
    SOURCE = "source"
    """Of a device its kind stays, and which of several it is; a file's path or a name goes."""
    PROFILE = "profile"
    """One of ours stays; what a clinic called its own goes."""
    STAFF = "staff"
    MARK = "mark"
    """An id that ties lines together: numbered anew."""
    SESSION = "session"
    PATIENT = "patient"
    DROPPED = "dropped"
    """It becomes empty."""
    ABSENT = "absent"
    """It becomes None: there is none."""


_BY = {"by": Fate.STAFF}
_COMMANDS_OF_STAFF_ONLY = (
    *("SetBaseline", "StartInfusion", "PauseInfusion", "StopInfusion", "BeginDischarge"),
    *("PauseAudio", "ResumeAudio", "ManualCuff", "Sedation", "BeginEmergency"),
    *("AnswerEmergency", "EndEmergency", "Mount", "MeasureBaseline", "GiveDose", "ChangeRate"),
    *("PumpStopped", "PumpVolume", "Distress", "OffMonitor", "CountBreaths", "StandingCuff"),
    *("Claim", "Cover"),
)
_SOURCED = {"source": Fate.SOURCE}
_OF_A_NOTE = {"note_id": Fate.MARK, **_BY}
_OF_A_STAMP = {"stamp_id": Fate.MARK, **_BY}
_OF_A_VIAL = {"lot": Fate.DROPPED, "vial": Fate.DROPPED, **_BY}

TEXTS: dict[str, dict[str, Fate]] = {
    **dict.fromkeys(_COMMANDS_OF_STAFF_ONLY, _BY),
    **dict.fromkeys(("CuffFailed", "SignalLost", "LinkChanged", "CuffAsked"), _SOURCED),
    **dict.fromkeys(("AllowCuff", "StartCuff", "PreferSource", "ConfirmMonitor"), _SOURCED | _BY),
    **dict.fromkeys(("UndoNote", "EndNote", "StillPresent"), _OF_A_NOTE),
    "Staged": {"what": Fate.CODED, "text": Fate.DROPPED, **_BY},
    "LessonBegun": {"scenario": Fate.CODED, "learner": Fate.STAFF},
    "Lesson": {"cause": Fate.CODED},
    "Cue": {"cue": Fate.CODED, "given": Fate.CODED},
    "Wanted": {"why": Fate.CODED, "kind": Fate.CODED},
    "Moment": dict.fromkeys(("alarm", "phase", "cue", "befell"), Fate.CODED),
    "SessionOpened": {"session_id": Fate.SESSION, **_BY},
    "Patient": {
        "patient_id": Fate.PATIENT,
        "initials": Fate.DROPPED,
        "name": Fate.DROPPED,
        "birth_date": Fate.DROPPED,
        "sex": Fate.CODED,
    },
    "LimitProfile": {
        "name": Fate.PROFILE,
        "own": Fate.CODED,
        "changed": Fate.CODED,
        "switched_on": Fate.CODED,
    },
    "DeviceFacts": {"name": Fate.SOURCE, **_SOURCED},
    # The clock of a device tells the true day.
    "Reading": {"device_time": Fate.ABSENT, **_SOURCED},
    "CuffResult": {"device_time": Fate.ABSENT, **_SOURCED},
    "WaveChunk": {"unit": Fate.UNIT, **_SOURCED},
    "DeviceNote": {"text": Fate.DROPPED, **_SOURCED},
    "PartFailed": {"text": Fate.DROPPED},
    "ResumeInfusion": {"provider": Fate.STAFF, "reason": Fate.DROPPED, **_BY},
    "EndSession": {"reason": Fate.DROPPED, "second": Fate.STAFF, **_BY},
    "Acknowledge": {"key": Fate.CODED, **_BY},
    "Note": {"text": Fate.DROPPED, **_OF_A_NOTE},
    "ChangeLimit": {"rule": Fate.CODED, **_BY},
    "SoundChecked": {"seat": Fate.DROPPED, **_BY},
    "EmergencyStamp": {"text": Fate.DROPPED, **_OF_A_STAMP},
    "UndoStamp": _OF_A_STAMP,
    "QuietRoom": {"output": Fate.DROPPED, "why": Fate.DROPPED, **_BY},
    "AnswerQuestion": {
        "question": Fate.CODED,
        "answer": Fate.CODED,
        "text": Fate.DROPPED,
        **_BY,
    },
    "SignDecision": {
        "provider": Fate.STAFF,
        "reason": Fate.DROPPED,
        "second": Fate.STAFF,
        **_BY,
    },
    "SetPlan": {"second": Fate.STAFF, **_BY},
    "DrawDrug": {"expiry": Fate.DROPPED, "second": Fate.STAFF, **_OF_A_VIAL},
    "WasteDrug": {"witness": Fate.STAFF, **_OF_A_VIAL},
    # Another drug is what somebody typed: name, dose and all.
    "GiveDrug": {
        **dict.fromkeys(("drug", "dose", "unit", "route"), Fate.DROPPED),
        "ordered_by": Fate.STAFF,
        **_BY,
    },
    "Score": {"result": Fate.CODED, **_BY},
    "SkipPrompt": {"prompt": Fate.CODED, "reason": Fate.DROPPED, **_BY},
    "TickCriterion": {"criterion": Fate.CODED, "text": Fate.DROPPED, **_BY},
    "OverrideCriterion": {
        "criterion": Fate.CODED,
        "reason": Fate.DROPPED,
        "second": Fate.STAFF,
        **_BY,
    },
    "HandOver": {"to": Fate.STAFF, **_BY},
    "AlarmChanged": {
        "key": Fate.CODED,
        "alarm": Fate.CODED,
        "reasons": Fate.CODED,
        "text": Fate.DROPPED,
    },
    "LimitChanged": {"rule": Fate.CODED, **_BY},
    "NewValue": {"part": Fate.CODED, "text": Fate.DROPPED},
    "Correct": {"reason": Fate.DROPPED, **_BY},
    "Addendum": {"text": Fate.DROPPED, **_BY},
    # What is named in a refusal may be what somebody typed.
    "Refused": {"command": Fate.CODED, "reason": Fate.CODED, "arguments": Fate.DROPPED},
}
"""By the name of the class and of the field. A dict or a list counts as its texts."""
