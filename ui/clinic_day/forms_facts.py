"""What is said of a monitoring form: until when, how late, who sent it. Pure, no Qt."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from data.forms import FormOf
from ui.words import say


def state_text(one: FormOf) -> str:
    """Until when, how late, or who sent it."""
    if one.sent is not None:
        at = datetime.fromtimestamp(one.sent.utc_s, UTC).astimezone()
        return say("forms-sent-by", one.sent.by, f"{at:%Y-%m-%d %H:%M}")
    due = one.due.isoformat()
    if one.left_days == 0:
        return say("forms-due-today", due)
    if one.late:
        words = "forms-late-day" if one.left_days == -1 else "forms-late"
        return say(words, due, -one.left_days)
    return say("forms-due-day" if one.left_days == 1 else "forms-due", due, one.left_days)


def part_text(forms: Sequence[FormOf]) -> str:
    """The name of the part, with what is open."""
    waiting = [one for one in forms if one.sent is None]
    late = sum(one.late for one in waiting)
    if late:
        return say("forms-part-late", len(waiting), late)
    return say("forms-part-open", len(waiting)) if waiting else say("forms-part-done")
