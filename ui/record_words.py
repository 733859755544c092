"""The sentences about staff and PINs, a patient's course and the day. Part of `ui.words`.

The rules are those of `ui.words`, and so is the way in: `say`.
"""

from __future__ import annotations

RECORD_SENTENCES: dict[str, str] = {
    # ---- staff
    "role-nurse": "Nurse",
    "role-provider": "Provider",
    "role-supervisor": "Supervisor",
    "role-viewer": "Viewer",
    "staff-unknown": "{0} is not enlisted here; choose a name from the list.",
    "staff-name-wrong": "«{0}» is no name; give one line of 1 to {1} characters.",
    "staff-name-taken": "«{0}» is what unclaimed entries are signed with; give another name.",
    "staff-role-unknown": "There is no role {0}; there are {1}.",
    "staff-not-signed-in": "{0} is not signed in here; sign in with the PIN first.",
    "staff-not-allowed": "{0} is signed in as {1}; only a {2} can do this.",
    "staff-or": " or ",
    "staff-last-supervisor": (
        "{0} is the only supervisor; enlist another one first, or nobody could change the staff."
    ),
    "staff-none": "Nobody is enlisted yet; «chairside staff --add NAME --role supervisor» begins.",
    "staff-enlisted": "{0} is enlisted as {1}.",
    "staff-retired": "{0} can sign in no more.",
    "staff-one-thing": "--add and --retire were both given; give one of them.",
    "staff-role-missing": "--add {0} was given without a role; add --role nurse, for example.",
    "staff-by-missing": (
        "Somebody is enlisted already; say with --by NAME which supervisor does this."
    ),
    "staff-pin-missing": "--pin-stdin was given, and the PIN of {0} did not come; give it a line.",
    "staff-pin-ask": "PIN of {0}",
    "pin-shape": "A PIN is {0} to {1} digits; give one of that length.",
    "pin-wrong": "That is not the PIN of {0}; try again.",
    "pin-wrong-waits": "That is not the PIN of {0}; the next try is possible in {1} s.",
    "pin-waits": "Too many wrong PINs for {0}; try again in {1} s. The chairs go on meanwhile.",
    "demo-pins": "Demo PINs: {0}",
    # ---- today's list
    "day-patient-missing": "the patient id is missing",
    "day-text-wrong": "{0} «{1}» is longer than {2} characters, or is no plain text",
    "day-at-wrong": "the time «{0}» is no time of day; expected for example 09:30",
    "day-chair-wrong": "the chair «{0}» is no chair; expected {1} to {2}, or nothing",
    "day-profile-unknown": "there is no profile «{0}»",
    "day-twice": "patient {0} is in line {1} already",
    "day-cell-extra": "«{0}» stands under no heading",
    "day-header-wrong": "the headings are «{0}»; expected {1}",
    "day-list-large": "the file is larger than {0} kB",
    "day-list-long": "there are {0} patients; a day has {1} at most",
    "day-list-torn": "the line cannot be read ({0})",
    "day-list-no-text": "the file is no text",
    "day-entry-wrong": "This was not put on today's list: {0}.",
    "day-list-line": "line {0}: {1}",
    "day-list-more": "and {0} more",
    "day-list-wrong": "Nothing was taken from {0}. Mend it, then bring it again: {1}.",
    "day-list-unreadable": "{0} cannot be read: {1}; choose another file.",
    "day-not-on-list": "Patient {0} is not on today's list.",
    "day-item-wrong": "«{0}» is no item of a day's checklist.",
    # ---- what is unfinished at the end of the day
    "unfinished-unsigned": "not signed",
    "unfinished-unclaimed": "entries that nobody has claimed: {0}",
    "unfinished-form": "the monitoring form is due on {0}",
    "unfinished-form-late": "the monitoring form was due on {0}",
    "unfinished-pump": "the pump's volume was not entered",
    "unfinished-waste": "{0} mg of what was drawn are neither given nor thrown away",
    "unfinished-unreadable": "cannot be read; «chairside verify» says where",
    "unfinished-backup": "no verified backup was made today",
    # ---- a session as it was typed in
    "risk-unknown": "There is no risk {0}; there are {1}.",
    "drug-unknown": "There is no drug {0}; there are {1}.",
    "birth-date-wrong": "The birth date {0} is no date; expected for example 1980-05-31.",
}
