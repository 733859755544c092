"""Who sits here, and may she? Asked before anything is looked at, sent, taken along or changed.

Rule 1: `monitor/rights.py` is the table; this is where it is asked, whatever the window shows.
Rule 2: somebody is who gave her PIN while this program ran; a name alone is nobody. The one who
        sits at the window counts for everything that names nobody.
Rule 3: what a patient may need at once is never refused. Under a name without a PIN it is taken
        like an entry from behind the lock, to be claimed afterwards.
Rule 4: while nobody is enlisted everybody may everything. A record that cannot be read keeps
        nobody out: what was read last counts.
Rule 5: a refusal is a line of the audit trail. In an emergency the running sessions of this seat
        can be looked at without a PIN, for a while, and that is a line, too.

Sources: 45 CFR 164.312(a) (unique names, emergency access), 21 CFR 11.10(d) and (g).
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Protocol

from data.accounts import StaffMember, folded
from data.audit import AuditKind, Fact
from monitor.commands import Command
from monitor.rights import MAY, OTHERS, Other, Right, right_of
from monitor.treatment.commands import UNCLAIMED
from monitor.treatment.staffing import LOCKED_MAY
from ui.requests import Refusal
from ui.words import inside, say

WINDOW = "window"
"""Who it was where nobody is enlisted: whoever sat there."""
GLASS_S = 600.0


class Trail(Protocol):
    def note(self, kind: AuditKind, by: str, session_id: str = "", **facts: Fact) -> None:
        """A line of the audit trail; never waits, never fails."""
        ...


class NoTrail:
    """Of what is about no patient nothing is kept."""

    def note(self, kind: AuditKind, by: str, session_id: str = "", **facts: Fact) -> None:
        """Nobody asks for it."""


@dataclass(frozen=True, slots=True)
class Glass:
    """Who looks without a PIN, and why: `reason` is an id, `text` her own words."""

    name: str
    reason: str
    text: str = ""


class Gate:
    """Of one seat; used on the thread of its window."""

    def __init__(
        self,
        trail: Trail | None = None,
        *,
        trusting: bool = False,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """`trusting`: names need no PIN and strangers may everything, as in a demo.

        `clock` is monotonic seconds.
        """
        self.trail: Trail = NoTrail() if trail is None else trail
        self._trusting = trusting
        self._clock = clock
        self._members: dict[str, StaffMember] = {}
        self._proved: set[str] = set()
        self._seen: set[tuple[str, str]] = set()
        self.seated = ""
        """Who sits at the window; empty = nobody, or it is locked."""
        self._glass: Glass | None = None
        self._glass_until = float("-inf")

    # ---- who

    def know(self, members: Iterable[StaffMember]) -> None:
        """Who is enlisted now. One who left has no PIN here any more."""
        self._members = {folded(one.name): one for one in members}
        if self._members:
            self._proved &= set(self._members)
            if folded(self.seated) not in self._members:
                self.seated = ""

    @property
    def enlisted(self) -> bool:
        return bool(self._members)

    def member(self, name: str) -> StaffMember | None:
        return self._members.get(folded(name))

    def proved(self, name: str) -> bool:
        """She is enlisted and gave her PIN here."""
        known = folded(name) in self._members
        return known and (self._trusting or folded(name) in self._proved)

    def prove(self, name: str) -> None:
        """Her PIN was right."""
        self._proved.add(folded(name))

    def sit(self, name: str) -> None:
        """She is at the window now. Raises `Refusal` for one without a PIN."""
        if self.enlisted and not self.proved(name):
            raise Refusal(say("staff-not-signed-in", name or "?"))
        self.seated = name
        self._seen.clear()
        self._end_glass()

    def lock(self) -> None:
        """Nobody is at the window now."""
        if self.seated:
            self.trail.note(AuditKind.LOCKED, self.seated)
        self.seated = ""
        self._seen.clear()

    # ---- asked

    def want(self, right: Right, by: str | None = None, about: str = "", at: str = "") -> str:
        """Whose name counts. Raises `Refusal`.

        `by` None = who sits here; `about` says in the trail what was wanted, `at` of which
        session.
        """
        who = self.seated if by is None else by
        if not self.enlisted:
            return who or WINDOW
        if self._trusting and who and self.member(who) is None:
            return who
        member = self.member(who)
        if member is None or not self.proved(who):
            sentence = say("staff-not-signed-in", who) if who else say("right-nobody-here")
            raise self._refused(sentence, who, right, about, at)
        if not self._has(member, right):
            raise self._refused(_not_allowed(member, right), member.name, right, about, at)
        return member.name

    def _has(self, member: StaffMember, right: Right) -> bool:
        """While there is no supervisor, whoever is signed in enlists one."""
        if right is Right.STAFF and not any(
            one.role in MAY[right] for one in self._members.values()
        ):
            return True
        return member.role in MAY[right]

    def _refused(self, sentence: str, who: str, right: Right, about: str, at: str) -> Refusal:
        self.trail.note(AuditKind.REFUSED, who, at, right=right.value, about=about)
        return Refusal(sentence)

    # ---- commands

    def admit(self, command: Command, session_id: str = "") -> Command:
        """What is to be sent. Raises `Refusal`; nothing is sent then."""
        kind, by = type(command), command.by
        if not self.enlisted:
            return command
        if kind in LOCKED_MAY:
            known = by == UNCLAIMED or self._trusting or self.proved(by)
            return command if known else replace(command, by=UNCLAIMED)
        if by == UNCLAIMED:
            by = ""
        right = right_of(command)
        who = self.want(right, by, kind.__name__, session_id)
        for other in OTHERS.get(kind, ()):
            self._want_other(str(getattr(command, other.field)), other, who, right, session_id)
        return command

    def _want_other(self, name: str, other: Other, who: str, right: Right, at: str) -> None:
        """Somebody else who is named has given her PIN; where nobody could, a name is enough."""
        if not name or (self._trusting and self.member(name) is None):
            return
        could = [
            one
            for one in self._members.values()
            if (other.right is None or one.role in MAY[other.right])
            and (other.right is not None or folded(one.name) != folded(who))
        ]
        if not could:
            return
        member = self.member(name)
        if member is None or not self.proved(name):
            sentence = say("right-other-unproved", name)
            raise self._refused(sentence, who, other.right or right, other.field, at)
        if other.right is not None and member.role not in MAY[other.right]:
            allowed = _roles(other.right)
            sentence = say("right-other-not-allowed", member.name, _role(member), allowed)
            raise self._refused(sentence, who, other.right, other.field, at)

    # ---- looking

    def look(self, session_id: str, *, running: bool) -> str:
        """Who looks at this session. Raises `Refusal`. `running`: it goes on at this seat."""
        if self.seated or not self.enlisted:
            right = Right.VIEW_RUNNING if running else Right.VIEW_RECORD
            return self.want(right, at=session_id)
        glass = self.glass
        if glass is not None and running:
            return glass.name
        name = "" if glass is None else glass.name
        words = "right-nobody-here" if glass is None else "right-emergency-only"
        raise self._refused(say(words), name, Right.VIEW_RECORD, "", session_id)

    def viewed(self, by: str, session_id: str, what: str, **facts: Fact) -> None:
        """A line, once for each session while one person sits here."""
        if (what, session_id) not in self._seen:
            self._seen.add((what, session_id))
            glass = self.enlisted and not self.seated
            more: dict[str, Fact] = {"emergency": True} if glass else {}
            self.trail.note(AuditKind.VIEW, by, session_id, what=what, **facts, **more)

    # ---- without a PIN

    def break_glass(self, glass: Glass) -> None:
        """From now on, for `GLASS_S`, the running sessions can be looked at."""
        self.trail.note(
            AuditKind.BREAK_GLASS, glass.name, reason=glass.reason, text=glass.text, pin=False
        )
        self._glass, self._glass_until = glass, self._clock() + GLASS_S
        self._seen.clear()

    @property
    def glass(self) -> Glass | None:
        """Who looks without a PIN now; None = nobody."""
        return self._glass if self.glass_left_s > 0 else None

    @property
    def glass_left_s(self) -> float:
        return max(0.0, self._glass_until - self._clock())

    def end_glass(self) -> None:
        glass = self.glass
        if glass is not None:
            self.trail.note(AuditKind.LOCKED, glass.name, emergency=True)
        self._end_glass()

    def _end_glass(self) -> None:
        self._glass, self._glass_until = None, float("-inf")


def _role(member: StaffMember) -> str:
    return inside(say(f"role-{member.role.value}"))


def _roles(right: Right) -> str:
    return say("staff-or").join(sorted(inside(say(f"role-{role.value}")) for role in MAY[right]))


def _not_allowed(member: StaffMember, right: Right) -> str:
    return say("staff-not-allowed", member.name, _role(member), _roles(right))
