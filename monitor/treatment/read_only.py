"""After the end a session is read-only: what a person says then is refused with one sentence.

Rule: it holds for everything that would change what was signed. An entry from behind a locked
      screen can still be claimed, and an alarm sound be silenced: neither changes the record.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from monitor.outcomes import Outcome, Refused
from monitor.phases import Phase

if TYPE_CHECKING:
    from monitor.core import MonitorCore

Handler = Callable[["MonitorCore", Any, float], list[Outcome]]


def while_open(command: str, handler: Handler) -> Handler:
    """The same, refused after the end of the session; `command` names it in the refusal."""

    def obeyed(core: MonitorCore, event: Any, now: float) -> list[Outcome]:
        if core.state.phase is Phase.SIGNED:
            return [Refused(command, "session-over")]
        return handler(core, event, now)

    return obeyed
