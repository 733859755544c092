"""What the nurse of a scenario does, as it stands in its file: `[[script]]`.

Rule: every verb names the fields that it wants, in `WANTS`; a field that a verb does not know, or
      a word that the program does not know, makes the file wrong.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass, fields

from monitor.commands import Action, NoteKind, StampKind
from monitor.limits import DEFAULTS
from monitor.treatment.commands import Scale
from monitor.treatment.screening import QUESTIONS


class ScriptVerb(enum.StrEnum):
    """What the nurse does: a command of the program, or something done at the chair."""

    SCREEN = "screen"
    """Every question of the screening is answered so that it speaks against nothing."""
    ANSWER = "answer"
    """One question (`kind`) is answered with `text`."""
    SIGN = "sign"
    """A caution or no-go is signed by `provider` with `reason`, and by a `second` person."""
    BASELINE = "baseline"
    """The resting values are given by hand: `sbp`, `dbp`."""
    START = "start"
    PAUSE = "pause"
    RESUME = "resume"
    STOP = "stop"
    RATE = "rate"
    """The pump is set to `value` mg/min."""
    GIVE_DRUG = "give-drug"
    """`text` is drug, dose, unit and route, in four words; ordered by `provider`."""
    BEGIN_DISCHARGE = "begin-discharge"
    END = "end"
    NOTE = "note"
    ACKNOWLEDGE = "acknowledge"
    PAUSE_AUDIO = "pause-audio"
    ALLOW_CUFF = "allow-cuff"
    """The program may start the cuff from here on."""
    START_CUFF = "start-cuff"
    MANUAL_CUFF = "manual-cuff"
    CHANGE_LIMIT = "change-limit"
    """The limit `kind` goes to `value`; without one, back to the profile's own."""
    SCORE = "score"
    """`kind` is a scale, `value` its total."""
    SEDATION = "sedation"
    """`value` is MOAA/S, 0 to 5."""
    DISTRESS = "distress"
    CALM = "calm"
    OFF_MONITOR = "off-monitor"
    BACK = "back"
    EMERGENCY = "emergency"
    ANSWER_EMERGENCY = "answer-emergency"
    STAMP = "stamp"
    END_EMERGENCY = "end-emergency"
    STIMULATE = "stimulate"
    """At the patient: spoken to, jaw lifted. A note says so."""
    CRASH = "crash"
    """The program is killed; `value` seconds later it is started and goes on."""


_NOTHING: frozenset[str] = frozenset()
WANTS: dict[ScriptVerb, tuple[frozenset[str], frozenset[str]]] = dict.fromkeys(
    ScriptVerb, (_NOTHING, _NOTHING)
) | {
    ScriptVerb.ANSWER: (frozenset({"kind", "text"}), _NOTHING),
    ScriptVerb.SIGN: (frozenset({"provider"}), frozenset({"reason", "second"})),
    ScriptVerb.BASELINE: (frozenset({"sbp", "dbp"}), frozenset({"value"})),
    ScriptVerb.RESUME: (_NOTHING, frozenset({"provider", "reason"})),
    ScriptVerb.RATE: (frozenset({"value"}), _NOTHING),
    ScriptVerb.GIVE_DRUG: (frozenset({"text", "provider"}), _NOTHING),
    ScriptVerb.END: (_NOTHING, frozenset({"reason", "second"})),
    ScriptVerb.NOTE: (_NOTHING, frozenset({"kind", "text"})),
    ScriptVerb.ACKNOWLEDGE: (_NOTHING, frozenset({"kind", "text"})),
    ScriptVerb.MANUAL_CUFF: (frozenset({"sbp", "dbp"}), _NOTHING),
    ScriptVerb.CHANGE_LIMIT: (frozenset({"kind"}), frozenset({"value"})),
    ScriptVerb.SCORE: (frozenset({"kind", "value"}), _NOTHING),
    ScriptVerb.SEDATION: (frozenset({"value"}), _NOTHING),
    ScriptVerb.STAMP: (frozenset({"kind"}), frozenset({"text"})),
    ScriptVerb.STIMULATE: (frozenset({"text"}), _NOTHING),
    ScriptVerb.CRASH: (frozenset({"value"}), _NOTHING),
}
"""What each verb needs, and what else it may say. `by` goes with every one."""
_KINDS: dict[ScriptVerb, frozenset[str]] = {
    ScriptVerb.ANSWER: frozenset(QUESTIONS),
    ScriptVerb.NOTE: frozenset(NoteKind),
    ScriptVerb.ACKNOWLEDGE: frozenset(Action),
    ScriptVerb.CHANGE_LIMIT: frozenset(DEFAULTS),
    ScriptVerb.SCORE: frozenset(Scale),
    ScriptVerb.STAMP: frozenset(StampKind),
}
"""What `kind` may be."""
DRUG_WORDS = 4


@dataclass(frozen=True, slots=True)
class ScriptedAction:
    """`kind` is the `NoteKind` of a note, the `Action` of an acknowledgement ("" = none).

    An acknowledgement answers every alarm that waits; with a `text`, only alarms of that id.
    `by` empty = the nurse of the scenario. Numbers None = not said; pressures are mmHg.
    """

    at_s: float
    action: ScriptVerb
    text: str = ""
    kind: str = ""
    by: str = ""
    value: float | None = None
    sbp: float | None = None
    dbp: float | None = None
    provider: str = ""
    reason: str = ""
    second: str = ""


_ALWAYS = frozenset({"at_s", "action", "by"})


def wrong(action: ScriptedAction) -> str | None:
    """Why nobody can do this, in a sentence; None = it can be done."""
    needed, allowed = WANTS[action.action]
    said = {
        one.name
        for one in fields(action)
        if one.name not in _ALWAYS and getattr(action, one.name) not in {"", None}
    }
    where = f"{action.action.value} at {action.at_s:g} s"
    if missing := sorted(needed - said):
        return f"{where} does not say its {', '.join(missing)}"
    if strange := sorted(said - needed - allowed):
        return f"{where} knows no {', '.join(strange)}"
    kinds = _KINDS.get(action.action)
    if kinds is not None and action.kind and action.kind not in kinds:
        known = ", ".join(sorted(kinds))
        return f"{where}: {action.kind!r} is none of {known}"
    if action.action is ScriptVerb.GIVE_DRUG and len(action.text.split()) != DRUG_WORDS:
        return f"{where}: {action.text!r} is not drug, dose, unit and route"
    return None
