"""Every sentence a user reads, by id. Lower layers return ids and arguments, never prose.

Rule 1: one id, one sentence; `{0}`, `{1}` are its arguments.
Rule 2: a sentence names the thing, the value and what to do. Plain words, no exclamation.
Rule 3: nothing here claims that this program is a medical device; it says that it is not.
Rule 4: the sentences stand here in English. In a window they go through `ui.language`, which hangs
        Qt's translation on `speak_through`; on the command line, where there is no Qt, they stay.
Rule 5: nothing is said while a module is imported: the language is chosen after that.

The errors of `data` and `devices` say their own sentence, in English: they name the file, the port
or the value that a technician has to look for, and are the same in every language.
"""

from __future__ import annotations

from collections.abc import Callable

from monitor.vitals import SIGNS, VitalSign
from ui.alarm_words import ALARM_SENTENCES
from ui.backup_words import BACKUP_SENTENCES
from ui.chart_words import CHART_SENTENCES
from ui.check_refusals import CHECK_REFUSALS
from ui.compare_words import COMPARE_SENTENCES
from ui.correction_words import CORRECTION_SENTENCES
from ui.day_words import DAY_SENTENCES
from ui.device_words import DEVICE_SENTENCES
from ui.during_words import DURING_SENTENCES
from ui.duty_refusals import DUTY_REFUSALS
from ui.emergency_words import EMERGENCY_SENTENCES
from ui.fhir_words import FHIR_SENTENCES
from ui.filter_words import FILTER_SENTENCES
from ui.hand_over_words import HAND_OVER_SENTENCES
from ui.instructor_words import INSTRUCTOR_SENTENCES
from ui.key_words import KEY_SENTENCES
from ui.leaving_words import LEAVING_SENTENCES
from ui.library_words import LIBRARY_SENTENCES
from ui.live_words import LIVE_SENTENCES
from ui.outside_words import OUTSIDE_SENTENCES
from ui.page_words import PAGE_SENTENCES
from ui.past_words import PAST_SENTENCES
from ui.people_words import PEOPLE_SENTENCES
from ui.post_words import POST_SENTENCES
from ui.practice_words import PRACTICE_SENTENCES
from ui.record_words import RECORD_SENTENCES
from ui.rems_words import REMS_SENTENCES
from ui.replay_words import REPLAY_SENTENCES
from ui.report_words import REPORT_SENTENCES
from ui.review_words import REVIEW_SENTENCES
from ui.rights_words import RIGHTS_SENTENCES
from ui.scale_words import SCALE_SENTENCES
from ui.scenario_words import SCENARIO_SENTENCES
from ui.screening_words import SCREENING_SENTENCES
from ui.search_words import SEARCH_SENTENCES
from ui.signoff_words import SIGNOFF_SENTENCES
from ui.sound_words import SOUND_SENTENCES
from ui.spill_words import SPILL_SENTENCES
from ui.staged_words import STAGED_SENTENCES
from ui.tour_words import TOUR_SENTENCES
from ui.training_words import TRAINING_SENTENCES
from ui.treatment_refusals import GIVING_REFUSALS
from ui.treatment_words import TREATMENT_SENTENCES
from ui.wall_words import WALL_SENTENCES

SENTENCES: dict[str, str] = {
    # ---- the program itself
    "app-name": "Chairside",
    "language": "en",
    "decimal-sign": ".",
    "case-inside": "lower",
    "disclaimer": (
        "Chairside is not a certified medical device. "
        "The bedside monitor and its own alarms stay primary: do not switch them off."
    ),
    "simulated": "SIMULATED – NOT A PATIENT",
    "demo-data": "MONITOR IN DEMO MODE – NOT A PATIENT",
    # ---- the signs: their short names, of which `monitor.vitals` is the one place
    **{f"label-{sign.value}": facts.label for sign, facts in SIGNS.items()},
    # ---- phases
    "phase-planned": "Planned",
    "phase-screening": "Screening",
    "phase-baseline": "Baseline",
    "phase-treating": "Infusion",
    "phase-paused": "Paused",
    "phase-recovery": "Recovery",
    "phase-discharge": "Discharge",
    "phase-signed": "Ended",
    # ---- what was typed in, and where it goes
    "patient-id-missing": "The patient id is missing; give the clinic's own number.",
    "profile-unknown": "There is no profile {0}; there are {1}.",
    "profiles-unreadable": "The clinic's profiles in {0} cannot be read: {1}.",
    "profiles-wrong": "The clinic's profiles in {0} are not used, because of {1}: {2}",
    "profile-no-table": "{0} is no table; expected [{0}] with based-on and limits.",
    "profile-name-wrong": "{0} is no name; use small letters, digits and hyphens, 24 at most.",
    "profile-key-unknown": "{0} has {1}, which means nothing; there are {2}.",
    "profile-basis-unknown": "{0} is based on {1}, which there is not; there are {2}.",
    "profile-limits-wrong": "the limits of {0} are no table; expected lines like sbp-high = 150.",
    "profile-limit-unknown": "{0} has a limit {1}, which there is not; there are {2}.",
    "profile-switches-wrong": (
        'switched-on of {0} is no list of rows; expected for example ["map-low"].'
    ),
    "profile-number-wrong": "{1} of {0} is {2}, which is no number.",
    "modifier-unknown": "There is no modifier {0}; there are {1}.",
    "entry-impossible": "The {0}.",
    "chair-taken": "Chair {0} has a session already; end it first.",
    "session-not-unfinished": "Session {0} was ended and cannot be continued.",
    "session-recorded-elsewhere": (
        "Session {0} is still being recorded by another Chairside on this computer; "
        "end it there, or continue it after that one was closed."
    ),
    "device-missing": "No monitor was chosen; choose at least one monitor and its port.",
    "device-not-of-session": (
        "«{0}» is not a monitor of session {1}; it goes on with {2}, each on a port of its own."
    ),
    "port-twice": "{0} was given for two monitors; each needs a port of its own.",
    "export-failed": "{0} cannot be written: {1}; choose another place.",
    "record-encrypted": "The record is kept, encrypted, in {0}.",
    "record-plain": "The record is kept in {0}, not encrypted.",
    "demo-no-devices": "This is the demo; start «chairside» without «demo» to use a monitor.",
    "demo-left": (
        "Left in {0}: one session database, its raw bytes, these pictures and its report:"
    ),
    # ---- the command line
    "no-ports": "No serial port is there; plug the monitor's cable in and look again.",
    "no-sessions": "No session has been recorded yet.",
    "session-ended": "ended",
    "session-cut-off": "cut off",
    "verified": "{0}: every row is as it was written.",
    "defect": "{0}: {1}",
    "verified-end": (
        "Its audit chain ends with line {0}, {1}; on paper, that shows later that nothing was cut "
        "off."
    ),
    "verified-in-clear": (
        "It is not encrypted: somebody who knows the program could have made its chains anew."
    ),
    "mirror-missing": "There is no file {0}; give the .heads that lies beside a backup.",
    "probe-nothing": "No monitor was found: {0}",
    "record-counts": (
        "{0} --port and {1} {2} were given; "
        "give one {2} for each --port in the same order, or none"
    ),
    "raw-needs-driver": "{0} is a raw capture; name its monitor with --driver",
    "capture-without-driver": "{0} holds nothing of {1}; its monitors are {2}",
    "nothing-to-resume": "No session was cut off. {0}",
    "no-display": (
        "There is no display to show a window on; set DISPLAY, or play the demo into files "
        "with «chairside demo --headless --out DIR»."
    ),
    "no-such-input": (
        "there is no file {0}; give a CSV recording, a raw capture, or the id of a session"
    ),
    # ---- the connection test
    "test-waiting": "Listening for a {0} …",
    "test-talking": "A {0} answers.",
    "test-silent": "The port is open, but nothing that a {0} says comes. Check cable and monitor.",
    "test-wrong-driver": (
        "Something sends, but not as a {0} does. Check which monitor is on this port, "
        "and its output setting."
    ),
    # ---- refused commands and limits
    "prefer-no-device": "{0} is no monitor of this session; its monitors are {1}.",
    "prefer-no-sign": "{0} does not measure {1}; choose a monitor that does.",
    "prefer-cuff": (
        "Every cuff result counts, whichever monitor measured it; {0} has no preferred one."
    ),
    **DUTY_REFUSALS,
    **GIVING_REFUSALS,
    **BACKUP_SENTENCES,
    **CHECK_REFUSALS,
    **CORRECTION_SENTENCES,
    **LEAVING_SENTENCES,
    **SCALE_SENTENCES,
    **SCENARIO_SENTENCES,
    **SCREENING_SENTENCES,
    "refused-in-this-phase": "«{0}» does not fit now: the session is in the phase {1}.",
    "nothing-to-undo": "That note was undone already.",
    "cuff-not-allowed": "Starting the cuff of {0} is not switched on.",
    "cuff-cannot": "The cuff of {0} cannot be started from here; press START on the monitor.",
    "cuff-put-aside": "{0} was put aside as another patient's monitor; its cuff is not started.",
    "cuff-no-link": "{0} is not connected; its cuff cannot be started.",
    "cuff-measuring": "{0} is measuring already.",
    "cuff-too-soon": "Two starts lie 2 min apart; the cuff can be started in {0} s.",
    "cuff-short-cycle": (
        "The arm had a cuff more often than every 5 min for 15 min; the next one in {0} s."
    ),
    # ---- the places a user can be
    **ALARM_SENTENCES,
    **CHART_SENTENCES,
    **COMPARE_SENTENCES,
    **DAY_SENTENCES,
    **DEVICE_SENTENCES,
    **DURING_SENTENCES,
    **EMERGENCY_SENTENCES,
    **FHIR_SENTENCES,
    **FILTER_SENTENCES,
    **LIBRARY_SENTENCES,
    **KEY_SENTENCES,
    **LIVE_SENTENCES,
    **OUTSIDE_SENTENCES,
    **PAGE_SENTENCES,
    **PAST_SENTENCES,
    **PEOPLE_SENTENCES,
    **HAND_OVER_SENTENCES,
    **INSTRUCTOR_SENTENCES,
    **POST_SENTENCES,
    **PRACTICE_SENTENCES,
    **TOUR_SENTENCES,
    **RECORD_SENTENCES,
    **REMS_SENTENCES,
    **REPLAY_SENTENCES,
    **REPORT_SENTENCES,
    **REVIEW_SENTENCES,
    **RIGHTS_SENTENCES,
    **SEARCH_SENTENCES,
    **SIGNOFF_SENTENCES,
    **SOUND_SENTENCES,
    **SPILL_SENTENCES,
    **STAGED_SENTENCES,
    **TRAINING_SENTENCES,
    **TREATMENT_SENTENCES,
    **WALL_SENTENCES,
    # ---- the window
    "stalled-title": "No answer",
    "stalled": (
        "The program behind this screen has stopped answering. Watch the bedside monitor."
    ),
    "stalled-for": "No answer for {0}.",
    "broken-title": "This chair is not watched",
    "broken": (
        "A fault in this program stopped the watching of this chair. "
        "Watch the bedside monitor, and start the program again."
    ),
    "close-title": "A session is running",
    "close-sentence": (
        "Closing the program stops watching, alarming and recording. "
        "The session can be continued later."
    ),
    "close-yes": "Close the program",
    "close-no": "Keep watching",
    "window-title": "Chairside",
}


Translate = Callable[[str, str], str]
"""From the id of a sentence and the sentence in English to the sentence that is shown."""


def _as_it_stands(_sentence_id: str, english: str) -> str:
    return english


class _Tongue:
    """What every sentence goes through on its way to a reader."""

    __slots__ = ("translate",)

    def __init__(self) -> None:
        self.translate: Translate = _as_it_stands


_TONGUE = _Tongue()


def speak_through(translate: Translate | None) -> None:
    """From now on sentences go through `translate`; None: they stay as they stand here."""
    _TONGUE.translate = translate or _as_it_stands


def say(sentence_id: str, *arguments: object) -> str:
    """The sentence with its arguments filled in. Raises KeyError for an unknown id: a bug."""
    return _TONGUE.translate(sentence_id, SENTENCES[sentence_id]).format(*arguments)


def perhaps(sentence_id: str) -> str | None:
    """The sentence without arguments; None when there is none of this id.

    For what comes from outside with a name that may have no sentence: a clinic's own profile, the
    reason of a driver.
    """
    english = SENTENCES.get(sentence_id)
    return None if english is None else _TONGUE.translate(sentence_id, english)


def say_or(sentence_id: str, otherwise: str) -> str:
    """The sentence of this id, or `otherwise` when there is none."""
    return otherwise if (told := perhaps(sentence_id)) is None else told


def inside(sentence: str) -> str:
    """As it is written inside another one: in small letters, where the language does that."""
    return sentence.lower() if say("case-inside") == "lower" else sentence


def sign_label(sign: VitalSign) -> str:
    """The short name of a sign, as it stands beside its number."""
    return say(f"label-{sign.value}")


def grouped(number: int) -> str:
    """A count in groups of three with a narrow space, the same in every language (ISO 80000)."""
    return f"{number:,}".replace(",", "\u202f")


def figure(number: str) -> str:
    """A number in plain digits with the decimal sign of the language, for a reader only.

    What is stored, exported or read by a program keeps its point.
    """
    return number.replace(".", say("decimal-sign"))
