"""What the nurse of a scenario does, as it stands in its file: `[[script]]`."""

from __future__ import annotations

import enum
from dataclasses import dataclass


class ScriptVerb(enum.StrEnum):
    """What the nurse does. Each is one command of `monitor.events`."""

    START = "start"
    PAUSE = "pause"
    RESUME = "resume"
    STOP = "stop"
    BEGIN_DISCHARGE = "begin-discharge"
    END = "end"
    NOTE = "note"
    ACKNOWLEDGE = "acknowledge"
    PAUSE_AUDIO = "pause-audio"


@dataclass(frozen=True, slots=True)
class ScriptedAction:
    """`kind` is the `NoteKind` of a note, the `Action` of an acknowledgement ("" = none).

    An acknowledgement answers every alarm that waits; with a `text`, only alarms of that id.
    """

    at_s: float
    action: ScriptVerb
    text: str = ""
    kind: str = ""
