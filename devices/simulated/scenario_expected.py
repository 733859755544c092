"""What the program must do in a scenario, and nothing else: `[[expect]]` of its file."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Expected:
    """One line of `chairside replay`, as session second, alarm id, priority and state."""

    at_s: float
    alarm: str
    priority: str
    state: str
