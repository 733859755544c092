"""What people did with the criteria of leaving: ticked, let go with a reason, signed.

Rule 1: only a line that no record shows can be ticked; the newest tick counts.
Rule 2: a tick and an override are of a line as it was seen. An alarm, a symptom or an answer that
        came after it was not seen: the line stands again, and wants its own tick or reason.
Rule 3: at the end the list stays as it was signed.
"""

from __future__ import annotations

from collections.abc import Sequence

from monitor.outcomes import Refused
from monitor.treatment.commands import OverrideCriterion, TickCriterion
from monitor.treatment.leaving import Line
from monitor.treatment.leaving_by_hand import TEXT_NEEDED
from monitor.treatment.vials import same_person
from monitor.treatment.view import CriterionView

NAMED = 2
"""So many unmet lines are named in a refusal; of the others it is said how many they are."""


class Checklist:
    """`signed` None = the session has not ended."""

    def __init__(self) -> None:
        self.signed: tuple[CriterionView, ...] | None = None
        self._ticks: dict[str, tuple[TickCriterion, frozenset[str]]] = {}
        self._overrides: dict[str, tuple[OverrideCriterion, frozenset[str]]] = {}

    def tick(self, event: TickCriterion, lines: Sequence[Line]) -> Refused | None:
        """None = ticked, or no longer."""
        line = _line(event.criterion, lines)
        if line is None:
            return Refused("tick", "criterion-unknown", (event.criterion,))
        if not line.by_hand:
            return Refused("tick", "criterion-computed", (f"criterion-{line.id}",))
        if event.met and line.id in TEXT_NEEDED and not event.text.strip():
            return Refused("tick", f"tick-wants-text-{line.id}")
        self._ticks[line.id] = (event, line.about)
        return None

    def override(self, event: OverrideCriterion, lines: Sequence[Line]) -> Refused | None:
        """None = let go."""
        line = _line(event.criterion, lines)
        if line is None:
            return Refused("override", "criterion-unknown", (event.criterion,))
        if not event.reason.strip():
            return Refused("override", "override-wants-reason", (f"criterion-{line.id}",))
        if event.second.strip() and same_person(event.second, event.by):
            return Refused("override", "second-is-self", (event.by,))
        if self._met(line):
            return Refused("override", "criterion-met", (f"criterion-{line.id}",))
        self._overrides[line.id] = (event, line.about)
        return None

    def shown(self, lines: Sequence[Line]) -> tuple[CriterionView, ...]:
        return tuple(self._shown(line) for line in lines)

    def sign(
        self, lines: Sequence[Line], by: str, reason: str, second: str = ""
    ) -> tuple[CriterionView, ...]:
        """The list as it is signed: what is not done is let go with this reason."""
        for line in lines:
            if not self._shown(line).done:
                said = OverrideCriterion(line.id, reason, by, second)
                self._overrides[line.id] = (said, line.about)
        self.signed = self.shown(lines)
        return self.signed

    def _tick(self, line: Line) -> TickCriterion | None:
        """The one that counts; None = there is none."""
        tick, seen = self._ticks.get(line.id, (None, frozenset()))
        return tick if line.by_hand and line.about <= seen else None

    def _met(self, line: Line) -> bool | None:
        tick = self._tick(line)
        return line.met if tick is None else tick.met

    def _shown(self, line: Line) -> CriterionView:
        tick = self._tick(line)
        override, seen = self._overrides.get(line.id, (None, frozenset()))
        if override is None or not line.about <= seen:
            reason = by = second = ""
        else:
            reason, by, second = override.reason.strip(), override.by, override.second
        text = "" if tick is None else tick.text.strip()
        return CriterionView(
            line.id, self._met(line), line.evidence, line.by_hand, text, reason, by, second
        )


def _line(name: str, lines: Sequence[Line]) -> Line | None:
    return next((line for line in lines if line.id == name), None)


def end_refused(shown: Sequence[CriterionView]) -> Refused | None:
    """Why the session is not signed without a reason; None = every line is done."""
    open_now = [one.id for one in shown if not one.done]
    if not open_now:
        return None
    named = tuple(f"criterion-{one}" for one in open_now[:NAMED])
    others = len(open_now) - len(named)
    if others:
        return Refused("end", "end-unmet-more", (*named, str(others)))
    return Refused("end", f"end-unmet-{len(named)}", named)
