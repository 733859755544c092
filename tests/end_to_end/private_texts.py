"""What goes into a session and may be read nowhere without the key. Nobody is meant by it."""

from __future__ import annotations

PATIENT = "PX-99417-ZULU"
NAME = "Nobody Quillfeather-Overmarsh"
INITIALS = "QZOVM"
BORN = "1961-12-29"
NOTE = "says the ceiling smells of violet thunder"
DRUG = "ondansetron-oddly-typed"
DOSE = "4.125"
ORDERED_BY = "Provider Underhollow"
STAMP = "flumazenil, by guesswork"
STAFF = "Supervisor Thistledown"
NEXT_PATIENT = "PX-55120-YANKEE"
DAY_NOTE = "comes with a brass umbrella"
PIN = "8642097531"
WRONG_PIN = "1357908642"

KEPT = (
    PATIENT, NAME, INITIALS, BORN, NOTE, DRUG, ORDERED_BY, STAMP, STAFF, NEXT_PATIENT, DAY_NOTE,
)  # fmt: skip
"""In a record in clear each of these can be read."""
NEVER = (PIN, WRONG_PIN)
"""Nowhere, whether there is a key or not."""
