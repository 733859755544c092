"""An audit trail in memory, and a gate in front of it, for tests."""

from __future__ import annotations

from dataclasses import dataclass, field

from data.accounts import StaffMember
from data.audit import AuditKind, Fact
from monitor.rights import Role
from ui.gate import Gate

STAFF = tuple(StaffMember(f"{role.value.title()} 1", role) for role in Role)
"""One of each role: «Nurse 1» …"""


@dataclass(frozen=True, slots=True)
class Noted:
    kind: AuditKind
    by: str
    session_id: str
    facts: dict[str, Fact]


@dataclass(slots=True)
class NotedTrail:
    lines: list[Noted] = field(default_factory=list)

    def note(self, kind: AuditKind, by: str, session_id: str = "", **facts: Fact) -> None:
        self.lines.append(Noted(kind, by, session_id, facts))

    @property
    def last(self) -> Noted:
        return self.lines[-1]

    @property
    def kinds(self) -> list[AuditKind]:
        return [line.kind for line in self.lines]


class StillTime:
    def __init__(self) -> None:
        self.now_s = 500.0

    def __call__(self) -> float:
        return self.now_s


def staffed(trail: NotedTrail, *proved: str, clock: StillTime | None = None) -> Gate:
    """With one of each role enlisted; those who are named gave their PINs."""
    gate = Gate(trail, clock=clock or StillTime())
    gate.know(STAFF)
    for name in proved:
        gate.prove(name)
    return gate
