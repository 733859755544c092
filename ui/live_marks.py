"""Which sessions a living process records on this computer; kept as marks in the program's folder.

Rule 1: a session that another living process records is not continued here.
Rule 2: while there is any, a demo makes no sound: nobody may take a demo's alarm for a patient's.
Rule 3: a folder that cannot be asked keeps no session from being recorded, and a demo silent.
"""

from __future__ import annotations

import logging
import os
import secrets
from pathlib import Path

from data.live_mark import SUFFIX, LiveMark, any_held, is_held, take
from data.outside import name_in_folder

logger = logging.getLogger(__name__)

FOLDER = "live"
OPEN_FOLDER = "open"
"""Marks of the programs that are open: while there is one, nobody changes a key under it."""


class LiveMarks:
    """The marks of one program. May be used by several threads, for different sessions."""

    def __init__(self, home: Path) -> None:
        self._folder = home / FOLDER
        self._open_folder = home / OPEN_FOLDER
        self._own: dict[str, LiveMark] = {}
        self._open: LiveMark | None = None

    def hold(self, session_id: str) -> bool:
        """From now on it is recorded here; False = a living process records it already."""
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            mark = take(self._path(session_id))
        except OSError as error:
            logger.warning("session %s could not be marked as recorded: %s", session_id, error)
            return True
        if mark is not None:
            self._own[session_id] = mark
        return mark is not None

    def hold_open(self) -> None:
        """From now until `let_all_go` a program is open here."""
        name = f"{os.getpid()}-{secrets.token_hex(4)}{SUFFIX}"
        try:
            self._open_folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._open = take(self._open_folder / name)
        except OSError as error:
            logger.info("the program could not be marked as open: %s", error)

    def let_go(self, session_id: str) -> None:
        mark = self._own.pop(session_id, None)
        if mark is not None:
            mark.drop()

    def let_all_go(self) -> None:
        for session_id in list(self._own):
            self.let_go(session_id)
        if self._open is not None:
            self._open.drop()
            self._open = None

    def elsewhere(self, session_id: str) -> bool:
        """Another living process records it."""
        if session_id in self._own:
            return False
        try:
            return is_held(self._path(session_id))
        except OSError:
            return False

    def any(self) -> bool:
        """A session is recorded on this computer, here or in another process."""
        try:
            return bool(self._own) or any_held(self._folder)
        except OSError:
            return True

    def _path(self, session_id: str) -> Path:
        return self._folder / f"{name_in_folder(session_id)}{SUFFIX}"
