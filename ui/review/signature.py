"""Who signed a recorded session, when, and which of its entries nobody has claimed. Pure, no Qt.

Rule: a refused end is no end; what a `Claim` took on is nobody's no more.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from monitor.commands import EndSession
from monitor.entries import Entry
from monitor.outcomes import PhaseChanged
from monitor.phases import Phase
from monitor.treatment.commands import UNCLAIMED, Claim
from ui.words import say


@dataclass(frozen=True, slots=True)
class Signature:
    """`said` None = the session was not ended. `unclaimed` entries bear no name."""

    at_s: float = 0.0
    said: EndSession | None = None
    unclaimed: int = 0


def signature(entries: Sequence[Entry]) -> Signature:
    asked: EndSession | None = None
    signed, at_s, unclaimed = None, 0.0, 0
    for entry in entries:
        what = entry.what
        if isinstance(what, EndSession):
            asked = what
        elif isinstance(what, PhaseChanged) and what.after is Phase.SIGNED:
            signed, at_s = asked, entry.now_s
        if isinstance(what, Claim) and what.by != UNCLAIMED:
            unclaimed = 0
        elif getattr(what, "by", None) == UNCLAIMED:
            unclaimed += 1
    return Signature(at_s, signed, unclaimed)


def signature_text(found: Signature, clock: Callable[[float], str]) -> str:
    parts = [_signed(found, clock)]
    if found.said is not None and found.said.reason:
        parts.append(say("signoff-because", found.said.reason))
    if found.unclaimed:
        parts.append(say("review-unclaimed", found.unclaimed))
    return " · ".join(parts)


def _signed(found: Signature, clock: Callable[[float], str]) -> str:
    if found.said is None:
        return say("review-not-signed")
    if not found.said.by or found.said.by == UNCLAIMED:
        return say("review-ended-nobody", clock(found.at_s))
    words = "review-signed-second" if found.said.second else "review-signed"
    return say(words, found.said.by, clock(found.at_s), found.said.second)
