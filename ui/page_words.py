"""The sentences of the pages: start of a session, review, about. Part of `ui.words`.

The rules are those of `ui.words`, and so is the way in: `say`.
"""

from __future__ import annotations

PAGE_SENTENCES: dict[str, str] = {
    # ---- start of a session
    "start-title": "New session",
    "start-chair": "Chair",
    "start-patient-id": "Patient id",
    "start-initials": "Initials",
    "start-birth-year": "Birth year",
    "start-weight": "Weight",
    "start-watching": "Profile of limits",
    "start-profile": "Profile",
    "start-interval": "Cuff every",
    "start-interval-min": "{0} min",
    "start-by": "Your initials",
    "start-by-hint": "Kept with every entry.",
    "start-cancel": "Cancel",
    "start-go": "Open session",
    "start-incomplete": "Not started yet: {0}.",
    "start-incomplete-more": "Not started yet: {0} (and {1} more below their fields).",
    "profile-adult-iv": "Adult IV",
    "profile-elderly-iv": "Elderly IV",
    "profile-im-sc": "IM / SC",
    "profile-intranasal": "Intranasal",
    "profile-oral": "Oral",
    "start-modifiers": "Known of the patient",
    "start-modifier-sedatives": "Sedatives, apnoea",
    "start-modifier-oxygen": "On oxygen",
    "start-modifier-raised-baseline": "Raised BP",
    "start-modifier-does-sedatives": "SpO₂ is judged from 94 % (or baseline − 4) instead of 92 %.",
    "start-modifier-does-oxygen": "A falling SpO₂ is a late sign on oxygen; count the breaths.",
    "start-modifier-does-raised-baseline": (
        "SBP high follows a baseline above 140, up to 170; a provider has signed for it."
    ),
    "entry-pounds": "= {0} lb",
    "entry-name-weight": "weight",
    "entry-not-a-number": "{0} is “{1}”; expected a number such as 82 or 0.5",
    "entry-no-patient": "patient id is missing; type the clinic's own number",
    "entry-birth-year": "birth year is “{0}”; expected four digits such as 1974",
    "entry-no-weight": "weight is missing; type it in kg, or choose Watch only",
    "entry-no-nurse": "your initials are missing; type who starts this session",
    "entry-no-driver": "monitor is missing; choose it from the list",
    "entry-no-port": "port is missing; choose it from the list",
    "entry-no-file": "description file is missing; type where it is, such as alpha.toml",
    "entry-port-twice": "{0} is chosen for two devices; each device needs its own port",
    "entry-of-device": "device {0}: {1}",
    "cut-off": "The session of {0} was cut off at {1} ({2}).",
    "cut-off-treating": "{0} min into the infusion",
    "cut-off-other": "{0} min after it began, in phase {1}",
    "cut-off-resume": "Resume",
    "cut-off-leave": "Leave it",
    "cut-off-device": "Choose its monitors and ports below, then press Resume again.",
    # ---- the monitors of a session and their ports
    "device-heading": "Monitors",
    "device-list": "Monitors of this session, the preferred one first",
    "device-add": "Add another device",
    "device-up": "Move up",
    "device-down": "Move down",
    "device-remove": "Remove",
    "device-row": "{0}, {1}, {2}, {3}",
    "device-none": "Monitor not chosen yet",
    "device-described": "Monitor of a description file",
    "device-no-port": "no port yet",
    "device-gives": "gives {0}",
    "device-starts-cuff": "cuff started from here",
    "device-drivers": "Monitor",
    "device-ports": "Port",
    "device-refresh": "Look again",
    "device-no-ports": (
        "No port found. Plug in the serial adapter and press Look again, "
        "or choose Other address for a serial server."
    ),
    "device-other-port": "Other address (serial server) …",
    "device-url": "Port address",
    "device-url-example": "COM3 or socket://192.168.1.20:4001",
    "device-other-driver": "Other ASCII monitor (description file) …",
    "device-file": "Description file",
    "device-file-example": "alpha.toml",
    "device-file-hint": "The arrow keys go through the files of a folder.",
    "device-cable": "Cable: {0}",
    "device-cuff": (
        "Chairside may start this cuff for a repeat reading, "
        "never more often than every 2 minutes."
    ),
    "device-cuff-name": "Start this cuff",
    "device-cuff-off": "Off",
    "device-cuff-on": "On",
    "device-about": "About",
    "device-about-name": "About this monitor",
    "device-about-back": "Back",
    "port-maker": "Maker",
    "port-product": "Product",
    "port-serial": "Serial number",
    "port-location": "Place",
    "port-fact": "{0} {1}",
    "line-baud": "{0} baud",
    "line-parity-none": "no parity",
    "line-parity-even": "even parity",
    "line-parity-odd": "odd parity",
    "line-rtscts": "flow control RTS/CTS",
    # ---- from which device a sign is taken
    "sign-bp": "blood pressure",
    "sign-hr": "heart rate",
    "sign-spo2": "SpO₂",
    "sign-rr": "breathing rate",
    "sign-source": "{0} ({1})",
    "sign-none": "nothing that is watched here",
    "sign-two": "{0} and {1}",
    "sign-from": "{0}: {1}",
    "sign-by-hand": "by hand",
    "sign-nowhere": "no device",
    # ---- how far a device is
    "state-untested": "○ not tested",
    "state-searching": "◌ searching",
    "state-found": "○ found, not chosen",
    "state-waiting": "◌ listening",
    "state-talking": "● talking",
    "state-silent": "○ silent",
    "state-wrong-driver": "! another monitor",
    "state-failed": "! not reached",
    # ---- about one monitor
    "about-cable": "Cable",
    "about-line": "Line",
    "about-gives": "Gives",
    "about-sends": "Sent to it",
    "about-sends-nothing": "Nothing is ever sent; it talks by itself.",
    "about-cuff": "Cuff",
    "about-cuff-can": "Its cuff can be started from here, where you allow it.",
    "about-cuff-cannot": "Its cuff is never started from here.",
    "about-quality": "What has been done for this driver",
    "quality-done": "✓",
    "quality-todo": "○",
    "quality-exempt": "–",
    "quality-said-done": "done: {0}",
    "quality-said-todo": "not yet: {0}",
    "quality-said-exempt": "not needed: {0}",
    "quality-why": "{0} · {1}",
    "quality-key": "✓ done   ○ not yet   – not needed",
    # ---- is it the right one, and does it talk
    "find-start": "Find the monitor",
    "find-stop": "Stop searching",
    "find-progress": "Search for the monitor",
    "find-needs-port": "Choose the port first; then what is on it is looked for.",
    "find-stopped": "Search stopped.",
    "find-proposal": "This looks like: {0}.",
    "find-use": "Use {0}",
    "find-refuse": "No",
    "find-refuse-name": "No, choose the monitor by hand",
    "find-nothing": (
        "No monitor was understood on this port. Check that it is on, that its data output is "
        "switched on, and the cable: many monitors need a null modem."
    ),
    "test-start": "Test connection",
    "test-stop": "Stop test",
    "test-idle": "Not tested yet. The test listens and shows what the monitor says.",
    "test-stopped": "Test stopped.",
    "test-needs-both": "Choose the monitor and its port first, then test.",
    "test-counts": "{0} bytes · {1} frames · {2} bad frames",
    "test-value": "{0} {1} {2}",
    "test-value-short": "{0} {1}",
    # ---- the lines of a monitor that a file describes
    "line-raw": "What came",
    "line-understood": "What was understood",
    "line-none": "No line has come yet.",
    "line-said": "{0}: {1}",
    "line-too-long": "(no end of a line)",
    "line-ignored": "means nothing, as described",
    "line-nothing": "no value on it",
    "line-no-value": "{0}: {1}",
    "line-status": "status {0}",
    "line-time": "measured {0}",
    # ---- looking at sessions again
    "review-title": "Sessions",
    "review-close": "Back to the chair",
    "review-filter": "Filter",
    "review-filter-example": "Patient, date, “cut off” …",
    "review-list": "Recorded sessions",
    "review-none": ("No sessions yet.\nA session stands here from the moment it is started."),
    "review-no-match": "No session matches “{0}”. Clear the filter to see all {1}.",
    "review-choose": "Choose a session on the left.",
    "review-patient": "#{0}",
    "review-dose": "{0} mg in {1} min",
    "review-dose-per-kg": "{0} mg/kg in {1} min",
    "review-watch": "watched only",
    "review-peak-label": "peak",
    "review-peak": "{0}/{1}",
    "review-open": "open",
    "review-cut-off": "cut off",
    "review-simulated": "SIMULATED",
    "review-row": "{0}, patient {1}, {2}, peak {3}, {4} high and {5} medium alarms {6}",
    "review-length": "{0} – {1} · {2}",
    "review-started-by": "started by {0}",
    "review-whole": "Whole session",
    "review-definitions": "Definitions",
    "review-events": "Alarms and events",
    "review-no-events": "Nothing happened: no alarm, no note, no gap.",
    "review-event-row": "{0}, {1}. {2}",
    "review-struck": "taken back: {0}",
    "stat-baseline": "Baseline",
    "stat-peak-sbp": "Peak SBP",
    "stat-peak-dbp": "Peak DBP",
    "stat-peak-hr": "Peak HR",
    "stat-lowest-spo2": "Lowest SpO₂",
    "stat-above": "BP above limit",
    "stat-alarms": "Alarms",
    "stat-dose": "Given",
    "stat-none": "–",
    "stat-at": "at {0} · {1}",
    "stat-at-only": "at {0}",
    "stat-baseline-rest": "HR {0} · SpO₂ {1}",
    "stat-longest-gap": "cuff gap {0}",
    "stat-alarms-value": "{0} high · {1} medium",
    "stat-alarms-rate": "{0} per hour · {1} low",
    "stat-dose-value": "{0} of {1} mg",
    "stat-dose-rest": "calculated · {0}",
    "stat-dose-pump": "by the pump · {0}",
    "stat-definitions": (
        "Baseline: the resting values that were accepted last.\n"
        "Peaks and lowest: over the whole session, from values of good quality; "
        "a withdrawn or old cuff value of poor quality does not count.\n"
        "Second figure: the difference from baseline; times count from the start of the "
        "infusion.\n"
        "BP above limit: time in which the last cuff value was at or above the active SBP or DBP "
        "limit; a cuff value stands until the next one, at most twice the cuff interval.\n"
        "Cuff gap: the longest time without a cuff value during the infusion.\n"
        "Alarms: every onset once, under the worst priority it reached; per hour of session.\n"
        "Given: the rates as they were entered over the time in which each ran, or the doses; the "
        "pump's own volume where that was entered. The pump is not read."
    ),
    # ---- what is computed of a session
    "review-computed": "Computed",
    "review-computed-strip": "Computed from the recorded values",
    "stat-peak-map": "Peak MAP",
    "stat-computed-at": "computed · at {0}",
    "stat-rise": "Largest rise",
    "stat-z": "z {0}",
    "stat-above-pair": "Above {0}/{1}",
    "stat-areas": "{0} · {1} mmHg·min",
    "stat-steepest": "Steepest rise",
    "stat-slope": "{0} mmHg/min",
    "stat-reaches": "{0} in {1} min",
    "stat-product": "Rate × pressure",
    "stat-shock": "Shock index",
    "stat-news2": "NEWS2, partial",
    "stat-without": "without {0}",
    "stat-computed-definitions": (
        "Computed, and no alarm unless the profile switches it on. MAP: the monitor's, else "
        "(SBP + 2 DBP) / 3.\n"
        "Largest rise: from baseline to the peak; z is the systolic rise in steps of 12 mmHg.\n"
        "Above 160/100 and 180/110: time of either pressure, then the area of SBP and of DBP, on "
        "a straight line from one cuff value to the next (at most 15 min apart).\n"
        "Steepest rise: of the line through four or five cuff values in 25 min, and when it would "
        "have met 180.\n"
        "Rate × pressure, shock index (rate / SBP): highest, with the cuff value of the last "
        "3 min.\n"
        "NEWS2: the highest score of what was measured; consciousness is not in it."
    ),
    "export-open": "Export CSV…",
    "export-path": "Save as",
    "export-save": "Save",
    "export-cancel": "Not now",
    "export-done": "Saved to {0}",
    "export-exists": "{0} exists already; press Save again to replace it.",
    "export-no-path": "Type where to save the file.",
    # ---- about
    "about-title": "About Chairside",
    "about-close": "Back",
    "about-what": (
        "Chairside reads blood pressure, heart rate and oxygen saturation from the monitor beside "
        "a treatment chair, plots them live, raises alarms during ketamine infusions and keeps "
        "every session on this computer. It works without a network and without an account."
    ),
    "about-version": "Version {0}",
    "about-version-unknown": "Version unknown (not installed as a package)",
    "about-language": "Language",
    "about-language-next": "It counts from the next start of the program.",
    "about-language-failed": "The language cannot be kept in {0}; it stays as it is.",
    "about-record": "The record",
    "about-libraries": "Made with",
    "about-qt": (
        "Qt and PySide6 are used under the LGPL, version 3. They are linked dynamically: you may "
        "replace the installed PySide6 by your own build of the same version, and you may "
        "reverse engineer this program to debug such a change."
    ),
    "about-licence": "Chairside itself is free software under the MIT licence.",
}
