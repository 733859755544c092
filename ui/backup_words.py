"""What is said about backups, restoring, and how long sessions are kept."""

from __future__ import annotations

BACKUP_SENTENCES: dict[str, str] = {
    # ---- what was made
    "backup-verified": "Verified backup {0}, {1}, {2}, restored and compared.",
    "backup-suspect": (
        "The copy {0} is true, but the record itself has {1}, the first: {2} "
        "Keep the earlier backups, and run «chairside verify»."
    ),
    "backup-defect-one": "one defect",
    "backup-defects": "{0} defects",
    "backup-session-one": "1 session",
    "backup-sessions": "{0} sessions",
    "backup-fault": "Raw bytes that could not be copied: {0}",
    "backup-same-disk": (
        "It lies on the disk of the record: when that disk is lost, both are. Choose another disk."
    ),
    "backup-none": "There is no backup of {0} in {1}.",
    "backup-is-verified": "verified",
    "backup-is-suspect": "a defect was found in the record",
    "backup-heads-lost": "its heads cannot be read",
    "backup-size-mb": "{0} MB",
    "backup-size-kb": "{0} kB",
    # ---- the card in the closing of the day
    "backup-title": "Backup",
    "backup-folder": "Folder",
    "backup-now": "Back up now",
    "backup-keep-folder": "Use this folder",
    "backup-never": "No verified backup yet.",
    "backup-last": "Verified backup {0}, {1}, {2}, restored and compared.",
    "backup-last-bare": "Verified backup {0}, {1}.",
    "backup-by-itself": (
        "Made by itself once a day while no session runs, and when the day is closed."
    ),
    "backup-overdue": "The last backup is older than {0} h.",
    "backup-stage-waiting": "A backup begins.",
    "backup-stage-copying": "Copying the record …",
    "backup-stage-captures": "Copying raw bytes …",
    "backup-stage-checking": "Restoring and comparing …",
    "backup-stage-keeping": "Putting it in its place …",
    "backup-stopped": "The backup was ended because the program closed; the next one begins anew.",
    "backup-demo": "The demo is not backed up.",
    "backup-broken": "Backups have stopped because of a bug; they begin again with the program.",
    "backup-folder-missing": "The folder {0} does not exist; make it, or give another one.",
    "backup-folder-wrong": "{0} is no folder for a backup; give the whole path of one.",
    "backup-folder-unkept": "The choice could not be kept in {0}: {1}.",
    "backup-going-already": "A backup is being made already.",
    "backup-start-never": "Nothing was ever backed up: see «The day», closing.",
    "backup-start-overdue": (
        "The last verified backup is older than {0} h: see «The day», closing."
    ),
    # ---- restoring
    "restored": "Restored {0}: {1}, the newest of {2}; {3} raw recordings.",
    "restored-none": "Restored {0}: no session was recorded in it.",
    "restored-unvouched": "No heads lie beside the backup: it was checked by itself only.",
    "restored-beyond": (
        "The record in use has {0} that this backup lacks, and {1} go on further there."
    ),
    "restored-nothing-beyond": "It has all that the record in use was known to have.",
    "restored-beyond-unknown": "What the record in use had beyond it is not known.",
    "restored-recovery": "Its recovery code opens it, too.",
    "restored-returned": (
        "Sessions that were deleted since are in it again: {0}. Delete them there, too."
    ),
    "restored-defect": "Defect: {0}",
    "restore-is-there": "{0} is there already, and nothing is overwritten; give another name.",
    # ---- how long sessions are kept
    "retention-for-ever": "Every session is kept for ever.",
    "retention-years": "Sessions are kept for {0} years; what is older may be deleted.",
    "retention-few-years": (
        "{0} years are too few: at least {1} are asked for (45 CFR 164.316), and most states "
        "want more."
    ),
    "retention-none-due": "No session is due.",
    "retention-due": "{0} · opened {1} · may be deleted",
    "retention-unkept": "The rule could not be kept in {0}: {1}.",
    "retention-one-thing": "Give one of --keep-years, --keep-all, --due and --delete.",
    "retention-reason-missing": "Say why with --reason; it stays in the audit chain for ever.",
    "retention-deleted": "Session {0} is deleted: {1} rows, {2} of raw bytes.",
    "retention-in-backups": "These backups still have it: {0}.",
    "retention-log-full": (
        "Another program reads the record: its old pages go when it is closed everywhere."
    ),
}
