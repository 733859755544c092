"""Where the files are, and how the record is opened.

Rule 1: `CHAIRSIDE_HOME` moves everything; without it, the system's place for a user's data.
        `CHAIRSIDE_SPILL` moves the second place: best to another disk.
Rule 2: demo data have a database of their own and never meet a patient's.
Rule 3: the raw bytes of a session lie beside its database, in a file named after the session.
"""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs

from data.capture_seal import CAPTURE_SUFFIX, capture_path
from data.store import SessionStore
from data.vault import is_encrypted, key_for

__all__ = [
    "CAPTURE_SUFFIX",
    "HOME_VARIABLE",
    "SPILL_VARIABLE",
    "capture_path",
    "home",
    "kept_how",
    "open_record",
    "record_path",
    "spill_folder",
    "training_path",
]

HOME_VARIABLE = "CHAIRSIDE_HOME"
SPILL_VARIABLE = "CHAIRSIDE_SPILL"


def home() -> Path:
    """The folder of everything this program keeps; made when it is not there."""
    moved = os.environ.get(HOME_VARIABLE, "")
    place = Path(moved) if moved else platformdirs.user_data_path("chairside", appauthor=False)
    place.mkdir(mode=0o700, parents=True, exist_ok=True)
    return place


def spill_folder() -> Path:
    """The second place: journals and heads of chains. `CHAIRSIDE_SPILL` puts it on another disk.

    Made by whoever writes there: a place that cannot be made is no reason not to start.
    """
    moved = os.environ.get(SPILL_VARIABLE, "")
    return Path(moved) if moved else home() / "spill"


def record_path(given: Path | None, *, demo: bool = False) -> Path:
    """The database: the one that was named, else the usual one."""
    return given or home() / ("demo.db" if demo else "chairside.db")


def training_path() -> Path:
    """The database of the trainings; a folder of its own keeps their raw bytes apart, too."""
    place = home() / "training"
    place.mkdir(mode=0o700, exist_ok=True)
    return place / "training.db"


def open_record(path: Path, *, read_only: bool = False, key: bytes | None = None) -> SessionStore:
    """Raises a `data.errors.StoreError` with one sentence."""
    return SessionStore.open(path, key or key_for(path), read_only=read_only)


def kept_how(path: Path) -> bool:
    """True when the record at `path` is, or will be, encrypted."""
    return is_encrypted(path) if path.exists() else key_for(path) is not None
