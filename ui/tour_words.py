"""Sentences of the first minutes: the running clinic, its tour, and how fast its time goes."""

from __future__ import annotations

TOUR_SENTENCES: dict[str, str] = {
    "setup-title": "Setting up the clinic",
    "setup-what": (
        "Three simulated chairs live through the last hour: one has recovered, one is in the "
        "middle of an infusion, one is ready to begin. It takes a few seconds."
    ),
    "setup-keys": "Nothing here is a patient. What you do is kept apart from every real record.",
    "setup-failed": (
        "The clinic could not be set up. Close the window and try it again; "
        "chairside demo --practice opens an empty room."
    ),
    "demo-folder-failed": "{0} cannot be made or written: {1}. Choose another folder with {2}.",
    "setup-not-ready": "The clinic is still being set up; wait a few seconds.",
    "tour-next": "Next",
    "tour-back": "Back",
    "tour-skip": "Skip",
    "tour-end": "Done",
    "tour-never": "Never show again",
    "tour-count": "{0} of {1}",
    "tour-name": "Tour",
    "tour-failed": "That could not be kept in {0}; the tour will be offered again.",
    "tour-away-title": "The tour is at chair {0}",
    "tour-away": "Press {0}, or tap its number, to go on there.",
    "tour-room-title": "All chairs of the room",
    "tour-room": (
        "Chair {0} is in the middle of its infusion, its pressure has been rising, and you are "
        "the nurse now. Press {0}, or tap the chair. 0 leads back to all of them."
    ),
    "tour-room-now": (
        "Chair {0} is calling: the bar above says what is wrong, on every page. Press {0}, or tap "
        "the chair."
    ),
    "tour-pressure-title": "The pressure, and how old it is",
    "tour-pressure": (
        "A cuff reading is an event: below it stand its age, when the next one is due, and what "
        "changed since the baseline. Too old, it turns grey and then to dashes."
    ),
    "tour-alarm-title": "What is wrong stands in this bar",
    "tour-alarm": (
        "On every page, above everything. Soon this chair will need you: the next cuff reading "
        "is on its way. Wait for it here."
    ),
    "tour-alarm-now": (
        "There it is. Look at the numbers, then press F3, or tap Acknowledge, and say what you "
        "did about it: that is recorded, and the sound stops."
    ),
    "tour-alarm-done": (
        "It was answered, and stays here in a quiet colour while it holds. It speaks again when "
        "the next reading is no better, at the latest after three minutes."
    ),
    "tour-actions-title": "Six actions, the same everywhere",
    "tour-actions": (
        "F2 silences, F3 acknowledges, F4 cuff, F5 note, F6 pause; F12 held down is an emergency. "
        "Space, Enter and Esc never silence anything. Now press F6: pause the infusion."
    ),
    "tour-recorded-title": "Recorded means: on the disk",
    "tour-recorded": (
        "Every value, alarm and press is in the record within a second. If the disk falls behind, "
        "this line says so in bold, and an alarm tells you."
    ),
    "tour-pace-title": "Time is simulated here",
    "tour-pace": (
        "A pressure does not fall at once: after a pause it takes ten minutes and more. Tap here, "
        "or press Ctrl and +, to let time go up to 60 times as fast."
    ),
    "tour-after-title": "Where to go from here",
    "tour-after": (
        "Menu leads to the review of every session, and to this tour again (About). Chair 3 waits "
        "for its infusion. To begin sessions yourself: chairside demo --practice. To learn with a "
        "lesson and its debrief: chairside train."
    ),
    "about-tour": "Tour",
    "about-tour-what": "The first minutes with the running clinic, once more.",
    "about-tour-begin": "Begin the tour",
    "pace-title": "How fast time goes",
    "pace-sentence": "Time is simulated. Ctrl with + or − changes it, too.",
    "pace-times": "×{0}",
    "pace-life": "×1, as in life",
    "pace-frozen": "FROZEN",
    "pace-freeze": "Freeze time",
    "pace-unfreeze": "Let time go on",
    "pace-behind": "This computer reaches ×{0}.",
    "pace-open": "How fast time goes: {0}",
}
