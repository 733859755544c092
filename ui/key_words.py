"""The sentences about the key of the record, its recovery code and crash reports.

Part of `ui.words`; the rules are those of `ui.words`, and so is the way in: `say`.
"""

from __future__ import annotations

KEY_SENTENCES: dict[str, str] = {
    # ---- whether a record is encrypted
    "key-made": (
        "The record {0} is encrypted; its key is in the keyring of this computer. "
        "Write down a recovery code: Menu, About, or «chairside key recovery»."
    ),
    "key-none": (
        "{0} would hold patient data in clear: this computer has no keyring, and no passphrase is "
        "set. Set CHAIRSIDE_PASSPHRASE, or choose --in-clear."
    ),
    "key-record-in-clear": (
        "{0} is not encrypted; encrypt it with «chairside key rotate», or go on as it is with "
        "--in-clear."
    ),
    "key-clear-and-passphrase": (
        "--in-clear was chosen, and CHAIRSIDE_PASSPHRASE is set; leave out one of them."
    ),
    "key-clear-and-encrypted": "--in-clear was chosen, and {0} is encrypted; leave it out.",
    "key-not-encrypted": "Not encrypted: {0}",
    "key-note-clear": "Not encrypted",
    # ---- recovery code
    "key-code": (
        "This is the recovery code of {0}. Keep it on paper, away from this computer; it will "
        "never be shown again, and an earlier one opens nothing any more."
    ),
    "key-code-none": "No recovery code was printed for this record.",
    "key-code-there": "A recovery code was printed for this record.",
    "key-code-in-clear": "{0} is not encrypted; there is no key that a code could bring back.",
    "key-code-demo": "A demo holds no patient; its record needs no recovery code.",
    "key-code-print": "Show a recovery code",
    "key-code-again": "Show a new recovery code",
    "key-code-hide": "I have written it down",
    "key-code-sure": "The code that was printed before will open nothing any more. Go on?",
    "key-code-yes": "Yes, a new code",
    "key-code-shown": (
        "Write it down now: it is never shown again. Keep the paper away from this computer; "
        "whoever has the code and this computer's files can read the record."
    ),
    "key-code-why": (
        "It brings back the key when this computer or its keyring is lost. It is shown once."
    ),
    "key-code-ask": "Recovery code",
    "key-code-old": (
        "This recovery code was of an earlier key; {0} has a newer one. Give the newest code."
    ),
    "key-back-keyring": "The key of {0} is in the keyring of this computer again.",
    "key-no-keyring": (
        "This computer has no keyring that keeps a key; give the record a passphrase with "
        "--passphrase."
    ),
    # ---- a new key
    "key-new-passphrase": "New passphrase",
    "key-passphrase-short": (
        "The new passphrase has {0} characters; give at least {1}, several words for example."
    ),
    "key-two-ways": "--passphrase and --keyring were both given; give one of them.",
    "key-rotated": "{0} is under its new key, with {1} other files.",
    "key-use-passphrase": "From now on set CHAIRSIDE_PASSPHRASE to the new passphrase.",
    "key-use-keyring": (
        "From now on leave CHAIRSIDE_PASSPHRASE out: the key is in the keyring of this computer."
    ),
    "key-under-way": (
        "The key of {0} was being changed when that was cut off; run «chairside key rotate» again."
    ),
    "key-status-keyring": "Its key is in the keyring of this computer.",
    "key-status-passphrase": "Its key comes from the passphrase in CHAIRSIDE_PASSPHRASE.",
    # ---- crash reports
    "crash-report": (
        "A fault in the program was found; the report, without patient data, is in {0}."
    ),
    "crash-no-report": (
        "A fault in the program was found ({0}), and no report of it could be written."
    ),
}
