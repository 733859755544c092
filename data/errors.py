"""Everything that can go wrong with the record.

* StoreError                  an environment error; a person can do something about it
  x StoreMissing              there is no record at this place
  x StoreUnwritable           no room, no permission, no folder, a read-only disk
  x StoreLocked               another program holds the file
  x StoreNewer                a later version of the program wrote it
  x StoreForeign              a database, or some file, that is not a record of this program
  x StoreDamaged              the file, or one of its lines, cannot be understood
  x WrongKey                  encrypted, and the key is missing or another one
  x NotEncrypted              a key is given, and the file to be written to is in clear
  x WrongCode                 what was typed is not the recovery code of this record
  x BackupFailed              a copy is not what was copied, or was not finished
  x DeletionRefused           this session must not be deleted (so)
  x AmendmentRefused          this cannot be added to this session afterwards
  x NoSuchSession             the record is fine, but holds no (one) session of that name
* RecordBug                   the program itself is wrong
  x EntryConflict             another entry already bears this number

Every text is one sentence that names the file, the value, and what to do.
"""

from __future__ import annotations

import difflib
from collections.abc import Sequence


class StoreError(Exception):
    """Something outside the program keeps the record from being read or written."""


class StoreMissing(StoreError):
    """There is no file at this place."""


class StoreUnwritable(StoreError):
    """The disk, the folder or the file does not take what is to be written."""


class StoreLocked(StoreError):
    """Another program holds the file longer than we wait."""


class StoreNewer(StoreError):
    """The major version of the schema is above ours."""


class StoreForeign(StoreError):
    """Not ours: nothing is ever written into it."""


class StoreDamaged(StoreError):
    """SQLite, or our own decoder, finds content that nobody wrote."""


class WrongKey(StoreError):
    """The file is encrypted and this key does not open it."""


class NotEncrypted(StoreError):
    """Patient data would go into a file in clear although a key was chosen."""


class WrongCode(StoreError):
    """A slip in a recovery code, or the code of something else."""


class BackupFailed(StoreError):
    """There is no new backup; those that were there before are as they were."""


class DeletionRefused(StoreError):
    """Not signed, not due, or without a name and a reason."""


class AmendmentRefused(StoreError):
    """The session goes on, or is signed, or its line cannot be corrected like that.

    `reason` and `arguments` are those of `monitor.corrected.Trouble`.
    """

    def __init__(self, text: str, reason: str, arguments: Sequence[str] = ()) -> None:
        super().__init__(text)
        self.reason = reason
        self.arguments = tuple(arguments)


class NoSuchSession(StoreError):
    """`wanted` fits no session, or more than one; the text names those that come near."""

    def __init__(self, wanted: str, known: Sequence[str]) -> None:
        fitting = [one for one in known if one.startswith(wanted)] if wanted else []
        near = fitting or difflib.get_close_matches(wanted, known, n=3, cutoff=0.4)
        if len(fitting) > 1:
            text = f"session {wanted!r} fits {len(fitting)} sessions; give more of the id"
        elif near:
            text = f"there is no session {wanted!r}"
        else:
            text = f"there is no session {wanted!r}; `chairside sessions` lists those that exist"
        if near:
            text += f": did you mean {', '.join(near[:3])}?"
        super().__init__(text)
        self.wanted = wanted
        self.near = tuple(near[:3])


class RecordBug(Exception):
    """The program did something that it must never do."""


class EntryConflict(RecordBug):
    """A different entry was already stored under this session and number."""
