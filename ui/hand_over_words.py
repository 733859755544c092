"""The sentences of the panel in which sessions are handed over.

Part of `ui.words`: the rules are those of `ui.words`, and so is the way in: `say`.
"""

from __future__ import annotations

HAND_OVER_SENTENCES: dict[str, str] = {
    "hand-over-open": "Hand over…",
    "hand-over-these": "Hand over these {0}…",
    "hand-over-too-many": "More than {0} sessions are too many at once; narrow the list first.",
    "hand-over-one": "Hand over this session",
    "hand-over-many": "Hand over {0} sessions",
    "hand-over-into": "Folder",
    "hand-over-format": "Format",
    "hand-over-csv": "CSV",
    "hand-over-fhir": "FHIR",
    "hand-over-hl7": "HL7",
    "hand-over-edf": "EDF+",
    "hand-over-vital": ".vital",
    "hand-over-json": "Whole session",
    "hand-over-pdf": "PDF page",
    "hand-over-text": "Text",
    "hand-over-what-csv": "Every value as a line, for a spreadsheet or a study.",
    "hand-over-what-fhir": "A FHIR R4 bundle, for a record system that takes files.",
    "hand-over-what-hl7": "One HL7 v2.6 message, for an interface engine.",
    "hand-over-what-edf": "Values, waves and events, for signal programs.",
    "hand-over-what-vital": "Values, waves and events, for Vital Recorder and VitalDB.",
    "hand-over-what-json": "All of it, to be taken in by Chairside on another computer.",
    "hand-over-what-pdf": "The page for the chart.",
    "hand-over-what-text": "A short text to be pasted into a record system.",
    "hand-over-nameless": "Without names",
    "hand-over-nameless-why": (
        "Patient and staff become numbers, days are moved, notes are left out. Look at it before "
        "you pass it on."
    ),
    "hand-over-no-folder": "{0} is no folder that is there; make it, or choose another.",
    "hand-over-there": (
        "{0} of these files exist in {1} already; press Save again to replace them."
    ),
    "hand-over-send": "Send to {0}",
    "hand-over-cancel": "Cancel",
    "hand-over-progress": "{0} of {1}",
    "hand-over-done-many": "{0} sessions saved in {1}",
    "hand-over-first-failed": "{0}: {1}",
    "hand-over-some": "{0} of {1} sessions saved in {2}. {3}",
    "hand-over-cut": "Cancelled: {0} of {1} sessions saved in {2}",
    "hand-over-some-failed": "{0} of {1} sessions saved in {2}. Not saved: {3}: {4}",
}
