"""Every sentence a user reads, by id. Lower layers return ids and arguments, never prose.

Rule 1: one id, one sentence; `{0}`, `{1}` are its arguments.
Rule 2: a sentence names the thing, the value and what to do. Plain words, no exclamation.
Rule 3: nothing here claims that this program is a medical device; it says that it is not.
"""

from __future__ import annotations

from ui.alarm_words import ALARM_SENTENCES
from ui.device_words import DEVICE_SENTENCES
from ui.emergency_words import EMERGENCY_SENTENCES
from ui.page_words import PAGE_SENTENCES
from ui.report_words import REPORT_SENTENCES
from ui.search_words import SEARCH_SENTENCES
from ui.sound_words import SOUND_SENTENCES

SENTENCES: dict[str, str] = {
    # ---- the program itself
    "app-name": "Chairside",
    "disclaimer": (
        "Chairside is not a certified medical device. "
        "The bedside monitor and its own alarms stay primary: do not switch them off."
    ),
    "simulated": "SIMULATED – NOT A PATIENT",
    "demo-data": "MONITOR IN DEMO MODE – NOT A PATIENT",
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
    "demo-left": "Left in {0}: one session database, its raw bytes, and these pictures:",
    # ---- the command line
    "no-ports": "No serial port is there; plug the monitor's cable in and look again.",
    "no-sessions": "No session has been recorded yet.",
    "session-ended": "ended",
    "session-cut-off": "cut off",
    "verified": "{0}: every row is as it was written.",
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
    # ---- alarms, start of a session, review, about
    **ALARM_SENTENCES,
    **EMERGENCY_SENTENCES,
    **PAGE_SENTENCES,
    **REPORT_SENTENCES,
    **SEARCH_SENTENCES,
    **SOUND_SENTENCES,
    # ---- the live view: times
    "span-s": "{0} s",
    "span-min": "{0} min",
    "span-h": "{0} h {1} min",
    "age-now": "now",
    "age-ago": "{0} ago",
    # ---- the live view: top line
    "chair": "Chair {0}",
    "who-none": "nobody signed in",
    "recorded-ago": "recorded {0} ago",
    "recorded-now": "recorded just now",
    "recorded-nothing": "nothing recorded yet",
    "not-recorded-for": "not recorded for {0}",
    "profile-default-limits": "{0} · default limits",
    "deviation": "{0} {1} ≠ {2}",
    "modifier-short-sedatives": "sedat.",
    "modifier-short-oxygen": "O₂",
    "modifier-short-raised-baseline": "high BP",
    "spo2-on-oxygen": "{0} · on O₂: late sign",
    "deviations-more": "+{0} more",
    "menu": "Menu",
    "menu-live": "Live view",
    "menu-new": "New session",
    "menu-review": "Sessions",
    "menu-about": "About",
    "menu-end": "End this session",
    "limits-open": "Limits",
    # ---- the live view: numerals
    "nibp": "NIBP",
    "limits-of": "limits {0}",
    "limits-both": "{0}–{1}",
    "limits-low": "≥ {0}",
    "limits-high": "≤ {0}",
    "limits-bp": "limits {0} / {1}",
    "limits-none": "no limits",
    "map-value": "MAP {0}",
    "next-in": "next in {0}",
    "next-due": "due for {0}",
    "measuring": "measuring",
    "delta-from": "{0} from {1}",
    "delta-bp": "{0} / {1} from {2}/{3}",
    "source-ecg": "ECG",
    "source-oximeter": "oximeter",
    "last-was": "last {0}, {1}",
    "why-none": "not measured yet",
    "why-no-value": "no value from the monitor",
    "why-sensor-off": "probe off",
    "why-no-pulse": "no pulse found",
    "why-out-of-range": "value cannot be right",
    "why-calibrating": "calibrating",
    "why-standby": "monitor in standby",
    "why-poor-signal": "poor signal",
    "why-connected": "waiting for the first value",
    "why-no-data": "no data from the monitor",
    "why-wrong-driver": "wrong monitor type chosen",
    "why-port-absent": "cable unplugged",
    "why-port-in-use": "port in use by another program",
    "why-port-denied": "port not permitted",
    "why-port-broke": "port failed",
    "why-stranger": "another device on the port",
    "why-driver-bug": "fault in this program",
    "why-closed": "connection closed",
    "why-failed": "cuff: no result",
    "why-leak": "cuff: leak",
    "why-movement": "cuff: movement",
    "why-timeout": "cuff: took too long",
    "why-overpressure": "cuff: pressure too high",
    "why-cancelled": "cuff: stopped by hand",
    "why-good": "",
    "why-poor": "poor signal",
    "why-unconfirmed": "not confirmed",
    "why-artefact": "marked as artefact",
    "why-before-session": "from before this session",
    "why-age-unknown": "age unknown, not judged",
    "why-demo": "monitor is in demo mode",
    "why-not-on-device": "not on this monitor",
    # ---- the live view: course of the session
    "ribbon-infusion": "Infusion {0} / {1}",
    "ribbon-paused": "Paused {0} · ran {1} / {2}",
    "ribbon-mg": "{0} of {1} mg (calculated)",
    "ribbon-for": "{0} {1}",
    "ribbon-ended": "Session ended",
    "ask-pump-paused": "Is the pump paused too?",
    "step-start": "Start infusion",
    "step-stop": "Stop infusion",
    "step-end": "End session",
    "step-review": "Review session",
    "ask-stop": "Is the pump stopped?",
    "ask-stop-yes": "Yes, stopped",
    "ask-stop-no": "No",
    "ask-end": "End this session?",
    "ask-end-yes": "Yes, end it",
    "ask-end-no": "No",
    # ---- the live view: bottom bar
    "do-silence": "Silence",
    "do-sound-on": "Sound on",
    "do-acknowledge": "Acknowledge",
    "do-cuff": "Cuff",
    "do-note": "Note",
    "do-pause": "Pause infusion",
    "do-resume": "Resume infusion",
    "do-emergency": "Emergency",
    "key-hold": "{0} hold",
    # ---- the live view: panels
    "close": "Close",
    "note-title": "What happened?",
    "note-dissociation": "Dissociation",
    "note-nausea": "Nausea",
    "note-vomiting": "Vomiting",
    "note-dizziness": "Dizziness",
    "note-headache": "Headache",
    "note-anxiety": "Anxiety",
    "note-chest-pain": "Chest pain",
    "note-visual-sign": "Visual sign",
    "note-dyspnoea": "Breathless",
    "note-severe-headache": "Severe headache",
    "note-neurological-sign": "Neurological sign",
    "note-seizure": "Seizure",
    "note-unresponsive": "Unresponsive",
    "note-drug-given": "Drug given",
    "note-free-text": "Note",
    "note-emergencies": "Emergency symptoms – sound at once",
    "note-usual": "Also noted",
    "note-sedation": "Sedation score…",
    "note-back": "Back",
    "sedation-title": "Sedation (MOAA/S)",
    "sedation-5": "Awake: answers at once to the name in a normal voice",
    "sedation-4": "Drowsy: answers slowly to the name in a normal voice",
    "sedation-3": "Answers only to the name called loudly or repeatedly",
    "sedation-2": "Reacts only to mild prodding or shaking",
    "sedation-1": "Reacts only to a painful squeeze",
    "sedation-0": "No reaction, not even to a painful squeeze",
    "sedation-score": "Sedation score {0}: {1}",
    "sedation-told": "Score {0} and below sounds at once.",
    "sedation-noted": "Sedation score {0}",
    "note-text-hint": "Own words, then Enter",
    "note-text-save": "Save text",
    "note-text-field": "Note in your own words",
    "toast-saving": "{0} · saving…",
    "toast-saved": "{0} · saved",
    "toast-undone": "{0} · undone, stays in the record struck through",
    "toast-what": "{0} {1}",
    "undo": "Undo",
    "cuff-title": "Blood pressure by hand",
    "cuff-sbp": "Systolic",
    "cuff-dbp": "Diastolic",
    "cuff-store": "Store",
    "cuff-unit": "mmHg",
    "cuff-back": "Delete",
    "cuff-digit": "Digit {0}",
    "cuff-missing": "Type both pressures.",
    "cuff-odd": "Unusual reading: check the numbers. It can be stored.",
    "cuff-ready": "Enter stores it with the time of now.",
    "cuff-noted": "BP {0}/{1} by hand",
    "limits-title": "Alarm limits",
    "limits-profile": "Profile {0}. A change counts at once, for this chair and this session.",
    "limits-own": "profile {0}",
    "limits-active": "{0} for this patient",
    "limits-moved": "{0} {1}",
    "limits-all-back": "All as profile",
    "limits-bounds": "{0} to {1}",
    "limits-less": "Lower {0}",
    "limits-higher": "Raise {0}",
    "limits-reset": "Reset",
    "limits-reset-name": "Reset {0} to the profile",
    "limits-tab-sbp": "SBP",
    "limits-tab-dbp": "DBP",
    "limits-tab-hr": "HR",
    "limits-tab-spo2": "SpO₂",
    "limits-tab-rr": "RR",
    "refused": "Not done: {0} ({1}).",
    # ---- the trend curves
    "trend-name": "Trend curves of blood pressure, heart rate and oxygen saturation",
    "trend-now": "now",
    "trend-minutes": "min",
    "trend-baseline": "baseline {0}",
    "trend-limit": "{0} {1}",
    "trend-gap": "{0} {1}",
    "trend-cuff": "{0}/{1}",
    "trend-cuff-at": "{0}/{1} at {2}",
    "trend-value": "{0} {1}",
    "trend-no-value": "{0} –",
    "why-program-away": "program was away",
    "mark-start": "Start",
    "mark-start-at": "Start {0} mg/h",
    "mark-pause": "Paused",
    "mark-resume": "Resumed",
    "mark-stop": "Stop",
    "mark-discharge": "Discharge",
    "mark-limit": "{0} limit {1}",
    "mark-away": "Program away {0}",
    "mark-cuff-failed": "Cuff: no result",
    "mark-text": "{0}",
    "mark-note": "{0} {1}",
    # ---- the live view: waves and devices
    **DEVICE_SENTENCES,
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


def say(sentence_id: str, *arguments: object) -> str:
    """The sentence with its arguments filled in. Raises KeyError for an unknown id: a bug."""
    return SENTENCES[sentence_id].format(*arguments)
