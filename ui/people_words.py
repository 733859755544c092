"""The sentences about people: signing in, the lock, covering, handing over, claiming, the staff.

Part of `ui.words`: the rules are those of `ui.words`, and so is the way in: `say`.
"""

from __future__ import annotations

PEOPLE_SENTENCES: dict[str, str] = {
    # ---- the top line
    "who-locked": "Locked",
    "who-open": "Who is here",
    "who-of": "chair of {0}",
    "who-covers": "covers {0} {1}",
    "who-covered": "{0} covers {1}",
    # ---- signing in
    "people-title": "Signed in: {0}",
    "people-title-none": "Nobody is signed in",
    "people-title-locked": "Locked – the chairs go on",
    "people-chair": "Chair {0} is {1}'s.",
    "people-chair-covered": "Chair {0} is {1}'s; {2} covers it for {3} more.",
    "people-switch": "Tap a name to sign in as somebody else.",
    "people-no-staff": (
        "No staff is enlisted: everybody may do everything, under the name typed at the start. "
        "Menu › Staff."
    ),
    "sign-in-title": "Who is it?",
    "sign-in-why": "Tap your name, or scan your badge; then the PIN.",
    "sign-in-needed": "Sign in first; what patients may need at once works without.",
    "sign-in-again": "Sign in, then press it again.",
    "sign-in-unread": "The staff cannot be read: {0}",
    "badge-unknown": "Nobody here has this badge; tap a name.",
    "people-lock": "Lock",
    "people-cover": "I cover this chair",
    "people-cover-other": "Somebody covers me",
    "people-cover-end": "End the cover",
    "people-hand-over": "Hand over",
    "people-claim": "Entries without a name",
    "people-staff": "Staff",
    "cover-who": "Who covers chair {0}?",
    "cover-why": "For 10 min at most; chair {0} stays {1}'s.",
    # ---- the page of a locked window without a session
    "lock-title": "Chairside is locked",
    # ---- entries without a name
    "claim-title": "Entries without a name",
    "claim-while-locked": "Entered while the screen was locked. Were they yours?",
    "claim-before-end": (
        "Chair {0} has entries without a name. Whose are they? After the end nobody can say it."
    ),
    "claim-one": "1 entry",
    "claim-many": "{0} entries",
    "claim-row": "Chair {0} · {1}",
    "claim-mine": "Mine",
    "claim-not-mine": "Not mine",
    "claim-other": "Somebody else's",
    "claim-end": "End without a name",
    "claim-whose": "Whose entries are they?",
    "entry-Acknowledge": "answer",
    "entry-Note": "note",
    "entry-UndoNote": "note taken back",
    "entry-EndNote": "end of a symptom",
    "entry-StillPresent": "symptom asked about",
    "entry-PauseInfusion": "pause",
    "entry-StopInfusion": "stop",
    "entry-ManualCuff": "BP by hand",
    "entry-PauseAudio": "sound off",
    "entry-ResumeAudio": "sound on",
    "entry-BeginEmergency": "emergency",
    "entry-AnswerEmergency": "emergency answered",
    "entry-EmergencyStamp": "emergency stamp",
    "entry-UndoStamp": "stamp taken back",
    "entry-EndEmergency": "end of the emergency",
    "entry-times": "{0} ×{1}",
    # ---- handing over
    "handover-title": "Hand over",
    "handover-why": (
        "Tap a chair to leave it out. Alarms that were acknowledged speak again to the newcomer."
    ),
    "handover-none": "No session is running; there is nothing to hand over.",
    "handover-to": "Hand over to …",
    "handover-who": "Who takes on {0}?",
    "handover-pin": "With the PIN of whoever takes over, the chairs are hers.",
    "handover-done": "{0}: handed over to {1}",
    "handover-chair": "chair {0}",
    "handover-chairs": "chairs {0}",
    "handover-dose": "{0} of {1} mg (calculated)",
    "handover-given": "{0} mg (calculated)",
    "handover-no-dose": "nothing given",
    "handover-bp": "BP {0}/{1}, {2}",
    "handover-no-bp": "no BP yet",
    "handover-no-alarm": "no alarms",
    "handover-alarms": "open: {0}",
    "handover-symptoms": "still there: {0}",
    "handover-next": "{0} in {1}",
    "handover-next-over": "{0} overdue {1}",
    "handover-no-next": "nothing is due",
    "handover-overdue": "also overdue: {0}",
    "handover-escort": "escort: {0}",
    "handover-no-escort": "escort: not asked",
    "handover-unclaimed": "{0} without a name",
    "handover-off": "off monitor {0}",
    "handover-distress": "distress",
    "handover-owner": "{0}'s",
    "handover-kept": "left out",
    # ---- the staff
    "menu-staff": "Staff",
    "menu-people": "Sign in, lock, hand over",
    "staff-title": "Staff",
    "staff-close": "Close",
    "staff-here": "Enlisted",
    "staff-empty": (
        "No staff is enlisted. Sessions bear the name that is typed when they begin, "
        "and the window is never locked. The first one may be enlisted by anybody."
    ),
    "staff-new": "Enlist",
    "staff-name": "Name",
    "staff-role": "Role",
    "staff-pin": "PIN, 4 to 12 digits",
    "staff-pin-again": "The PIN again",
    "staff-add": "Enlist",
    "staff-retire": "Retire",
    "staff-retire-sure": "Retire {0}?",
    "staff-retire-name": "Retire {0}",
    "staff-new-pin": "New PIN",
    "staff-new-pin-name": "New PIN of {0}",
    "staff-new-pin-title": "New PIN of {0}",
    "staff-keep-pin": "Keep the PIN",
    "staff-cancel": "Back",
    "staff-pins-differ": "The two PINs differ; type them again.",
    "staff-pin-kept": "{0} has a new PIN.",
    "staff-only-look": (
        "Only a supervisor enlists and retires; everybody may give herself a new PIN."
    ),
    "staff-lock": "Locks by itself after",
    "staff-lock-min": "{0} min",
    "staff-lock-wrong": "{0} min is no time for the lock; it can be {1} to {2} min.",
    "staff-lock-failed": "The time of the lock cannot be kept in {0}.",
}
