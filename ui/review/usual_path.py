"""The name under which a session is offered to be saved."""

from __future__ import annotations

import re
import secrets
from pathlib import Path

from platformdirs import user_documents_path

from ui.requests import SessionRow
from ui.review.moments import date_text, opened_text


def usual_name(row: SessionRow, suffix: str) -> str:
    """It sorts by date, and does not say who it was."""
    which = re.sub(r"[^A-Za-z0-9_-]+", "-", row.session_id).strip("-")[-8:] or "session"
    when = f"{date_text(row)}-{opened_text(row).replace(':', '')}"
    return f"chairside-{when}-{which}{suffix}"


def nameless_name(suffix: str) -> str:
    """Of a session without names: neither its day nor its id is in it, and no two are the same."""
    return f"chairside-nameless-{secrets.token_hex(4)}{suffix}"


def usual_path(row: SessionRow, suffix: str = ".csv") -> Path:
    """In the person's documents folder."""
    return usual_folder() / usual_name(row, suffix)


def usual_folder() -> Path:
    return user_documents_path()
