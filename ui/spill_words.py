"""The second place, what came back from it, and rescue, in words.

Part of `ui.words`. The rules are those of `ui.words`, and so is the way in: `say`.
"""

from __future__ import annotations

SPILL_SENTENCES: dict[str, str] = {
    "second-place-off": "Second copy off",
    "store-note-read": "Understood",
    "merged-back": (
        "{0} lines that had not reached the record were put back from the second place {1}."
    ),
    "merged-back-one": (
        "1 line that had not reached the record was put back from the second place {1}."
    ),
    "merged-lost": "{0} parts of the second place {1} are damaged and could not be put back.",
    "merged-unread": (
        "{0} files of the second place {1} do not open with this passphrase or key and were left "
        "as they are; check CHAIRSIDE_PASSPHRASE."
    ),
    "rescued-whole": (
        "The record {0} was damaged: {1} lines of {2} sessions were saved, none is missing; the "
        "damaged file is kept as {3}."
    ),
    "rescued-part": (
        "The record {0} was damaged: {1} lines of {2} sessions were saved, {4} are missing; the "
        "damaged file is kept as {3}."
    ),
    "rescued-finished": "The record {0} was damaged; its rescue, begun earlier, is finished.",
    "rescued-session": "{0}: {1} lines saved, {2} missing, {3} told in two ways",
    "record-gone": (
        "The record {0} with {1} sessions is gone, and a new one was begun; put the file back, or "
        "restore the last backup."
    ),
    "rescue-not-needed": "{0} is whole; nothing was rescued.",
    "resume-without-record": (
        "Session {0} has ended in the second place already; it is shown once the record can be "
        "written again."
    ),
}
