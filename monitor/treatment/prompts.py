"""What the nurse is asked for at one moment, and when: tables, and what follows from them. Pure.

Rule 1: a prompt is worked out anew each time from what was said and measured; nothing is
        remembered of it but what was answered. What is asked again and again stands once on the
        list: its next occurrence, or the newest that is due.
Rule 2: an occurrence that was skipped counts as answered when it was due; a rhythm goes on from
        the moment of the skip where that was later.
Rule 3: an occurrence that was due stays until it is answered or skipped. It is never an alarm.

Sources: the clinic's rules on variants, schedule, pauses and late entries; the rhythms of MOAA/S
and dissociation are those of the observation schedule for an infusion, for as long as the drug is
expected to act. Moments are session seconds.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from monitor.clock import whole_ms
from monitor.limits import Modifier
from monitor.phases import Phase
from monitor.picture import NoteView
from monitor.routes import Route
from monitor.treatment.view import ChecksView, GivingView, PromptKind, PromptView

_MIN_S = 60.0
GIVEN = frozenset({Phase.TREATING, Phase.PAUSED, Phase.RECOVERY, Phase.DISCHARGE})
"""The drug was given, and the patient is there."""
PAUSED_EVERY_S = 5 * _MIN_S
PAUSE_AT_MOST_S = 20 * _MIN_S
OFF_MONITOR_S = 5 * _MIN_S
EARLY_S = 5 * _MIN_S
"""A score given so long before its fixed moment is that score."""
LEAVING_EARLY_S = 15 * _MIN_S
"""The last score before leaving may be so old when leaving begins."""


@dataclass(frozen=True, slots=True)
class Rhythm:
    """Every `then_s`, and every `first_s` while the first dose is less than `first_for_s` ago.

    `modifier` None = for every patient. `by_hand` False: a device that measures it is enough.
    """

    kind: PromptKind
    modifier: Modifier | None
    then_s: float
    first_s: float = 0.0
    first_for_s: float = 0.0
    by_hand: bool = True

    def interval_s(self, since_dose_s: float) -> float:
        return self.first_s if since_dose_s < self.first_for_s else self.then_s


RHYTHMS = (
    Rhythm(PromptKind.SEDATION, None, 15 * _MIN_S),
    Rhythm(PromptKind.SEDATION, Modifier.SEDATIVES, 10 * _MIN_S, 5 * _MIN_S, 30 * _MIN_S),
    Rhythm(PromptKind.BREATHS, Modifier.SEDATIVES, 10 * _MIN_S, 5 * _MIN_S, 30 * _MIN_S),
    Rhythm(PromptKind.BREATHS, Modifier.OXYGEN, 15 * _MIN_S, by_hand=False),
)
"""Of several rows of one kind the soonest counts."""
RHYTHMIC = frozenset({PromptKind.SEDATION, PromptKind.BREATHS, PromptKind.PAUSED})
FIXED = frozenset({PromptKind.DISSOCIATION, PromptKind.BP_AT_40})
DISSOCIATION_AT_S = (40 * _MIN_S, 60 * _MIN_S)
BP_AT_S = 40 * _MIN_S


@dataclass(frozen=True, slots=True)
class Call:
    """A high alarm of the pressure while the drug is given, and since when it is one."""

    key: str
    at: float
    kind: PromptKind


@dataclass(frozen=True, slots=True)
class Facts:
    """All that the prompts of one moment rest on.

    `answered` holds, for each kind, when it was done or skipped, `closed` the ids of those that do
    not come again. `started_at` is the first dose,
    `acts_until` the end of the drug-effect window, `paused_at` when the present pause began; None
    = there is none (yet). `rr_at` is when a device last gave a breathing rate, None = never;
    `rr_given`: one does now. `notes` are those that ask whether a symptom is still there.
    """

    now: float
    phase: Phase
    phase_since: float
    route: Route
    modifiers: frozenset[Modifier]
    giving: GivingView
    checks: ChecksView
    answered: Mapping[PromptKind, Sequence[float]]
    closed: frozenset[str] = frozenset()
    started_at: float | None = None
    acts_until: float | None = None
    paused_at: float | None = None
    rr_at: float | None = None
    rr_given: bool = False
    notes: tuple[NoteView, ...] = ()
    walk_since: float | None = None
    distress_since: float | None = None
    calls: tuple[Call, ...] = ()

    def done(self, kind: PromptKind, since: float = -math.inf) -> list[float]:
        """When it was answered from `since` on."""
        return [at for at in self.answered.get(kind, ()) if at >= since]


def prompts(facts: Facts) -> tuple[PromptView, ...]:
    """All that stands on the list at that moment, in the order of its being due."""
    if facts.phase is Phase.SIGNED:
        return ()
    found = [prompt for source in _SOURCES for prompt in source(facts)]
    left = [prompt for prompt in found if prompt.id not in facts.closed]
    return tuple(sorted(left, key=lambda prompt: (prompt.due_s, prompt.id)))


def prompt_id(kind: PromptKind, due: float, about: str = "") -> str:
    """It names this occurrence and no other one."""
    return f"{kind.value}:{about}@{due:.3f}" if about else f"{kind.value}@{due:.3f}"


def _prompt(
    kind: PromptKind, due: float, about: str = "", *, can_skip: bool = True
) -> Iterator[PromptView]:
    yield PromptView(prompt_id(kind, due, about), kind, due, about, can_skip)


# ---- by the clock of the drug -------------------------------------------------------------------


def _rhythms(facts: Facts) -> Iterator[PromptView]:
    if facts.started_at is None or facts.phase not in GIVEN:
        return
    for kind in (PromptKind.SEDATION, PromptKind.BREATHS):
        dues = [_next_of(row, facts, facts.started_at) for row in RHYTHMS if row.kind is kind]
        due = min((at for at in dues if at is not None), default=None)
        if due is not None:
            yield from _prompt(kind, due)


def _next_of(row: Rhythm, facts: Facts, started_at: float) -> float | None:
    """None = this row asks for nothing (any more)."""
    if row.modifier is not None and row.modifier not in facts.modifiers:
        return None
    anchors = [started_at, *facts.done(row.kind, started_at)]
    if not row.by_hand and facts.rr_given:
        return None
    if not row.by_hand and facts.rr_at is not None:
        anchors.append(facts.rr_at)
    last = max(anchors)
    due = whole_ms(last + row.interval_s(last - started_at))
    over = facts.acts_until is not None and due > facts.acts_until
    return None if over else due


def _dissociation(facts: Facts) -> Iterator[PromptView]:
    if facts.started_at is None or facts.phase not in GIVEN:
        return
    moments = [(whole_ms(facts.started_at + after_s), EARLY_S) for after_s in DISSOCIATION_AT_S]
    leaving = leaving_at(facts)
    if leaving is not None:
        moments.append((leaving, LEAVING_EARLY_S))
    due = _fixed(moments, facts.done(PromptKind.DISSOCIATION), facts.now)
    if due is not None:
        yield from _prompt(PromptKind.DISSOCIATION, due)


def _bp_at_40(facts: Facts) -> Iterator[PromptView]:
    given = facts.phase in GIVEN and facts.route is Route.INTRANASAL
    if facts.started_at is None or not given:
        return
    moment = (whole_ms(facts.started_at + BP_AT_S), 0.0)
    due = _fixed([moment], facts.done(PromptKind.BP_AT_40), facts.now)
    if due is not None:
        yield from _prompt(PromptKind.BP_AT_40, due)


def _fixed(
    moments: Iterable[tuple[float, float]], done: Sequence[float], now: float
) -> float | None:
    """Of the (moment, how early counts) that nobody answered: the newest due, else the next."""
    waiting = [at for at, early_s in moments if not any(when >= at - early_s for when in done)]
    reached = [at for at in waiting if at <= now]
    return max(reached) if reached else min(waiting, default=None)


# ---- leaving ------------------------------------------------------------------------------------


def leaving_at(facts: Facts) -> float | None:
    """When leaving begins to be a question; None = not known yet."""
    if facts.phase not in {Phase.RECOVERY, Phase.DISCHARGE}:
        return None
    known = [] if facts.checks.leave_from_s is None else [facts.checks.leave_from_s]
    if facts.phase is Phase.DISCHARGE:
        known.append(facts.phase_since)
    return min(known, default=None)


def _standing(facts: Facts) -> Iterator[PromptView]:
    """Where leaving wants a pressure standing, and there is none yet."""
    leaving = leaving_at(facts)
    lines = [one for one in facts.checks.leaving if one.id == PromptKind.STANDING.value]
    wanted = any(one.met is None and not one.override for one in lines)
    if leaving is not None and wanted:
        yield from _prompt(PromptKind.STANDING, leaving)


def _baseline(facts: Facts) -> Iterator[PromptView]:
    """The readings don't agree, or the cuff sits elsewhere; asked anew with each reading."""
    if facts.checks.baseline_anew and facts.phase in {Phase.SCREENING, Phase.BASELINE}:
        about = str(facts.checks.baseline_readings)
        yield from _prompt(PromptKind.BASELINE, facts.phase_since, about)


# ---- what happens meanwhile ---------------------------------------------------------------------


def _paused(facts: Facts) -> Iterator[PromptView]:
    """A reminder every 5 min, one in the place of the one before; and when to give it up."""
    if facts.phase is not Phase.PAUSED or facts.paused_at is None:
        return
    since = max([facts.paused_at, *facts.done(PromptKind.PAUSED, facts.paused_at)])
    nth = max(1.0, whole_ms(facts.now - since) // PAUSED_EVERY_S)
    yield from _prompt(PromptKind.PAUSED, whole_ms(since + nth * PAUSED_EVERY_S))
    giving = facts.giving
    if giving.resume.terminate:
        too_long_s = giving.paused_s - PAUSE_AT_MOST_S
        due = max(facts.paused_at, whole_ms(facts.now - max(0.0, too_long_s)))
        yield from _prompt(PromptKind.TERMINATE, facts.paused_at if giving.pauses > 1 else due)


def asked_at_a_high(route: Route) -> PromptKind:
    """An infusion can be paused; no other dose can."""
    return PromptKind.PAUSE_AND_CALL if route is Route.IV else PromptKind.CALL_PROVIDER


def _calls(facts: Facts) -> Iterator[PromptView]:
    for call in facts.calls:
        yield from _prompt(call.kind, call.at, call.key)


def _still_present(facts: Facts) -> Iterator[PromptView]:
    """Only an answer takes it away: it is about what may be an emergency."""
    for line in facts.notes:
        if line.asks:
            due = whole_ms(line.at_s + line.note.ago_s)  # when it was entered
            yield from _prompt(PromptKind.STILL_PRESENT, due, line.note.note_id, can_skip=False)


def _off_monitor(facts: Facts) -> Iterator[PromptView]:
    if facts.walk_since is not None:
        due = whole_ms(facts.walk_since + OFF_MONITOR_S)
        yield from _prompt(PromptKind.OFF_MONITOR, due, can_skip=False)


def _distress(facts: Facts) -> Iterator[PromptView]:
    since = facts.distress_since
    if since is not None and not facts.done(PromptKind.DISTRESS, since):
        yield from _prompt(PromptKind.DISTRESS, since)


_SOURCES: tuple[Callable[[Facts], Iterator[PromptView]], ...] = (
    _rhythms,
    _dissociation,
    _bp_at_40,
    _standing,
    _baseline,
    _paused,
    _calls,
    _still_present,
    _off_monitor,
    _distress,
)
