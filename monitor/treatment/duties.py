"""What the nurse is asked for, what she answered, and what happens beside the signals.

Rule 1: a prompt is done by the command that it asks for, or skipped with a reason; a command that
        was refused did nothing. When each is due is in `prompts.py`.
Rule 2: other drugs are for the record only. Distress lasts until somebody says that it is over,
        15 min at most; it moves no limit and no priority.
Rule 3: it is remembered when a pressure alarm became a high one: where the route cannot be paused
        the provider is called, once an alarm.

Late notes are in `noting.py`, the walk to the toilet in `off_monitor.py`. Moments are session
seconds.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from monitor.alarm_table import ARTERIAL_ROWS, CUFF_ROWS
from monitor.commands import Acknowledge, Action, Note, NoteKind, Sedation
from monitor.events import Event
from monitor.outcomes import Outcome, Priority, Refused
from monitor.phases import Phase
from monitor.routes import Route
from monitor.schedule import window_ends_at
from monitor.treatment import late_entries
from monitor.treatment.commands import CountBreaths, Distress, GiveDrug, Scale, Score, SkipPrompt
from monitor.treatment.noting import NOTED
from monitor.treatment.off_monitor import WALKED
from monitor.treatment.prompts import (
    FIXED,
    RHYTHMIC,
    Call,
    Facts,
    asked_at_a_high,
    prompt_id,
    prompts,
)
from monitor.treatment.view import ChecksView, DrugView, GivingView, PromptKind, PromptView
from monitor.vitals import VitalSign

if TYPE_CHECKING:
    from monitor.core import MonitorCore

Handler = Callable[["MonitorCore", Any, float], list[Outcome]]

DISTRESS_S = 15 * 60.0
ASKED_IN_DISTRESS = frozenset({NoteKind.CHEST_PAIN, NoteKind.DYSPNOEA})
DISSOCIATION_SCALES = frozenset({Scale.DISSOCIATION, Scale.CADSS})
_BP_KEYS = tuple(dict.fromkeys(row.key for row in CUFF_ROWS))
_ARTERIAL_KEYS = tuple(dict.fromkeys(row.key for row in ARTERIAL_ROWS))


class Duties:
    """The prompts of one session, and other drugs."""

    def __init__(self) -> None:
        self._answered: dict[PromptKind, list[float]] = {}
        self._closed: set[str] = set()
        """The prompts that were done or skipped and will not come again."""
        self._calls: dict[str, tuple[float, Call]] = {}
        """By the key of the alarm: when it began, and the call that it asks for."""
        self._drugs: list[DrugView] = []
        self._distress_since: float | None = None

    @property
    def drugs(self) -> tuple[DrugView, ...]:
        """In the order in which they were given."""
        return tuple(sorted(self._drugs, key=lambda drug: drug.at_s))

    def distress_since_s(self, now: float) -> float | None:
        """None = the patient is calm, as far as anybody said."""
        since = self._distress_since
        return None if since is None or now >= since + DISTRESS_S else since

    # ---- what is heard

    def hear(self, event: Event, now: float) -> None:
        """Something that was not refused: it may be what was asked for."""
        match event:
            case Sedation():
                self._answer(PromptKind.SEDATION, now)
            case Score(scale=scale, ago_s=ago_s) if scale in DISSOCIATION_SCALES:
                self._answer(PromptKind.DISSOCIATION, late_entries.moment(ago_s, now))
            case CountBreaths():
                self._answer(PromptKind.BREATHS, now)
            case Note(kind=kind) if kind in ASKED_IN_DISTRESS:
                self._answer(PromptKind.DISTRESS, now)
            case Acknowledge(key=key, action=Action.PROVIDER_CALLED) if key in self._calls:
                called = self._calls[key][1]
                self._closed.add(prompt_id(called.kind, called.at, key))
            case _:
                return

    def _answer(self, kind: PromptKind, at: float) -> None:
        self._answered.setdefault(kind, []).append(at)

    def settle(self, core: MonitorCore, now: float) -> None:
        """Alarms may have changed, and with them which ask for the provider.

        An infusion asks while it runs: once paused, its own reminders say what is to be done.
        """
        state, engine = core.state, core.judge.engine
        given = state.clock.started_at is not None and state.phase is not Phase.SIGNED
        route = state.profile.route
        if not given or (route is Route.IV and state.phase is not Phase.TREATING):
            self._calls.clear()
            return
        for key in _BP_KEYS + (_ARTERIAL_KEYS if state.opened.arterial_judged else ()):
            slot, known = engine.slot(key), self._calls.get(key)
            if known is not None and (not slot.holds or known[0] != slot.since):
                del self._calls[key]
            high = slot.said is not None and slot.said.row.priority is Priority.HIGH
            if slot.holds and high and key not in self._calls:
                self._calls[key] = (slot.since, Call(key, now, asked_at_a_high(route)))

    # ---- what is asked

    def prompts(
        self, core: MonitorCore, now: float, giving: GivingView, checks: ChecksView
    ) -> tuple[PromptView, ...]:
        """What stands on the list at `now`."""
        state = core.state
        clock, route = state.clock, state.profile.route
        rr_at, rr_given = _device_rr(core, now)
        measured = (*state.latest.cuffs, *state.latest.late)
        cuffs = [one.at for one in measured if one.judgeable and not one.strange]
        cuffs += self._answered.get(PromptKind.BP_AT_40, [])
        return prompts(
            Facts(
                now=now,
                phase=state.phase,
                phase_since=state.phase_since,
                route=route,
                modifiers=state.profile.modifiers,
                giving=giving,
                checks=checks,
                answered=self._answered | {PromptKind.BP_AT_40: cuffs},
                closed=frozenset(self._closed),
                started_at=clock.started_at,
                acts_until=window_ends_at(clock, route),
                paused_at=clock.last_at if state.phase is Phase.PAUSED else None,
                rr_at=rr_at,
                rr_given=rr_given,
                notes=tuple(state.notes.values()),
                walk_since=state.walk.since,
                distress_since=self.distress_since_s(now),
                calls=tuple(call for _since, call in self._calls.values()),
            )
        )

    # ---- what is said

    def skip(self, prompt: PromptView, now: float) -> None:
        """It is not done this time; the next one of a rhythm is counted from here."""
        if prompt.kind in RHYTHMIC:
            self._answer(prompt.kind, max(now, prompt.due_s))
        elif prompt.kind in FIXED:
            self._answer(prompt.kind, prompt.due_s)
        else:
            self._closed.add(prompt.id)

    def give(self, drug: GiveDrug, at: float) -> None:
        self._drugs.append(DrugView(at, drug))

    def distress(self, since: float | None) -> None:
        """None = over."""
        self._distress_since = since


def _device_rr(core: MonitorCore, now: float) -> tuple[float | None, bool]:
    """When a device last gave a breathing rate (None = never), and whether one does now."""
    state = core.state
    devices = {device.source for device in state.opened.devices}
    held = state.latest.held.get(VitalSign.RR)
    if held is not None and held.reading.source in devices:
        return now, True
    missing = state.latest.missing.get(VitalSign.RR)
    return (None if missing is None or missing.source not in devices else missing.since), False


def _skip_prompt(core: MonitorCore, event: SkipPrompt, now: float) -> list[Outcome]:
    if not event.reason.strip():
        return [Refused("skip-prompt", "prompt-no-reason")]
    listed = core.treatment.view(core, now).prompts
    prompt = next((one for one in listed if one.id == event.prompt), None)
    if prompt is None:
        return [Refused("skip-prompt", "prompt-unknown")]
    if not prompt.can_skip:
        return [Refused("skip-prompt", "prompt-must-be-done")]
    core.treatment.duties.skip(prompt, now)
    return []


def _give_drug(core: MonitorCore, event: GiveDrug, now: float) -> list[Outcome]:
    state = core.state
    if state.phase is Phase.SIGNED:
        return [Refused("give-drug", "session-over")]
    if not event.drug.strip():
        return [Refused("give-drug", "drug-no-name")]
    refused = late_entries.refused("give-drug", event.ago_s, now, state.opened_at)
    if refused is not None:
        return [refused]
    core.treatment.duties.give(event, late_entries.moment(event.ago_s, now))
    return []


def _distress(core: MonitorCore, event: Distress, now: float) -> list[Outcome]:
    duties = core.treatment.duties
    if core.state.phase is Phase.SIGNED:
        return [Refused("distress", "session-over")]
    if event.over and duties.distress_since_s(now) is None:
        return [Refused("distress", "no-distress")]
    duties.distress(None if event.over else now)
    return []


MINDED: dict[type, Handler] = {
    **NOTED,
    **WALKED,
    GiveDrug: _give_drug,
    Distress: _distress,
    SkipPrompt: _skip_prompt,
}
"""Every command of this part has its place."""
