"""What happened in a session, told afterwards line by line. Part of `ui.words`.

The rules are those of `ui.words`, and so is the way in: `say`. A line is a few words; who said it,
and when it was entered, stand under it.
"""

from __future__ import annotations

PAST_SENTENCES: dict[str, str] = {
    # ---- who said it, and when
    "past-by": "by {0}",
    "past-claimed-by": "by {0}, claimed afterwards",
    "past-nobody": "without a name",
    "past-entered": "entered {0}",
    "past-second": "second: {0}",
    "past-because": "“{0}”",
    "past-taken-back": "taken back by {0}",
    "past-taken-back-nobody": "taken back, without a name",
    # ---- alarms
    "past-value": "{0} {1}",
    "past-limit": "limit {0}",
    "past-acknowledged": "acknowledged after {0} by {1}",
    "past-acknowledged-nobody": "acknowledged after {0}, without a name",
    "past-unanswered": "not acknowledged",
    "past-over": "over after {0}",
    "past-withdrawn": "not confirmed by the repeat",
    "past-still-on": "still on at the end",
    # ---- the course
    "past-started": "Infusion started",
    "past-paused": "Infusion paused",
    "past-resumed": "Infusion resumed",
    "past-stopped": "Infusion stopped",
    "past-stopped-dose": "Nothing more is given",
    "past-allowed": "allowed by {0}",
    "past-phase": "Phase: {0}",
    "past-signed": "Ended and signed",
    # ---- the drug
    "past-plan": "Plan: {0}",
    "past-drug": "{0} {1}",
    "past-drawn": "Drawn {0} mg",
    "past-wasted": "Wasted {0} mg",
    "past-lot": "lot {0}",
    "past-vial": "vial {0}",
    "past-expiry": "expires {0}",
    "past-expired": "expired, used with {0}",
    "past-witness": "witness {0}",
    "past-dose": "{0}: {1} mg",
    "past-rate": "{0} = {1}",
    "past-calculated": "calculated {0} mL",
    "past-off": "{0} % off",
    # ---- screening, scores, leaving
    "past-screening": "Screening: {0} answers",
    "past-screening-unclear": "Screening: {0} answers, {1} not clear",
    "past-answer": "Screening, {0}",
    "past-answer-text": "{0} ({1})",
    "past-answer-was": "{0}, was {1}",
    "past-decision": "Start decided by {0}",
    "past-item-9": "item 9: {0}",
    "past-ticked": "{0}: yes",
    "past-unticked": "{0}: no",
    "past-let-go": "Let go: {0}",
    # ---- notes and what waits
    "past-still-there": "{0}: still there",
    "past-not-there": "{0}: no longer there",
    "past-given": "{0} given",
    "past-ordered": "ordered by {0}",
    "past-skipped": "Skipped: {0}",
    "past-prompt-paused": "pause, reminder",
    "past-prompt-terminate": "stop the infusion, as the rules say",
    # ---- people
    "past-claimed": "Entries claimed: {0}",
    "past-cover": "Covers this chair for {0}",
    "past-cover-over": "Cover ended",
    "past-handed-over": "Chair handed over to {0}",
    # ---- measured
    "past-baseline": "Baseline {0}/{1} · HR {2} · SpO₂ {3}",
    "past-no-baseline": "No baseline",
    "past-sedation": "Sedation score (MOAA/S) {0}",
    "past-manual": "Manual BP {0}/{1}",
    "past-cuff-failed": "Cuff gave no result: {0}",
    # ---- devices and settings
    "past-monitor-same": "{0} is the monitor in front: confirmed",
    "past-monitor-other": "{0} is not this patient's monitor: put aside",
    "past-limit-moved": "{0} limit {1} → {2}",
    "past-cuff-allowed": "The cuff of {0} may be started from here",
    "past-cuff-forbidden": "The cuff of {0} may no longer be started from here",
    "past-cuff-asked": "The cuff of {0} was asked to measure",
    "past-preferred": "{0} is taken from {1}",
    "past-clock": "Clock of the computer was set by {0} s",
    "past-audio": "Sound paused for {0} s",
    "past-audio-on": "Sound on again",
    # ---- what was not measured
    "past-away": "Program was away",
    "past-no-data": "No data from the monitor",
    "past-no-data-of": "No data from {0}",
    "past-lost": "{0}: {1}",
    "past-for": "for {0}",
    "past-to-end": "until the end",
}
