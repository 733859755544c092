"""The sessions of the record that `chairside replay` judges again: read, judged, printed.

Rule 1: whoever asks is known where a record has staff, and that she looked is a line.
Rule 2: the session keeps its own limits, unless others were named.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import click
from click.core import ParameterSource

from data.audit import AuditKind
from data.outside import LONGEST_TIME_S
from data.vault import key_for
from monitor.amendments import Amendment
from monitor.clock import whole_ms
from monitor.core import MonitorCore, Said
from monitor.entries import Entry
from monitor.events import SessionOpened, is_event
from monitor.limits import LimitProfile
from monitor.outcomes import AlarmChanged
from monitor.rights import Right
from monitor.what_if import Limits, Rejudging
from ui.commands.signing import CommandTrail, signed_in
from ui.commands.what_if import Single, side_by_side
from ui.places import open_record
from ui.profiles import profile_named
from ui.words import say


def other_profile(
    context: click.Context, name: str, switched_on: Sequence[str]
) -> LimitProfile | None:
    """The profile that was named; None = a session keeps its own."""
    if context.get_parameter_source("profile") is not ParameterSource.COMMANDLINE:
        return None
    return profile_named(name).switch_on(switched_on)


def recorded(session_id: str, db: Path, asks: tuple[str | None, bool]) -> list[Entry]:
    """A stored session, fit to be judged again."""
    key = key_for(db)
    who = signed_in(db, key, *asks, Right.VIEW_RECORD)
    with open_record(db, read_only=True, key=key) as store:
        summary = store.summary(session_id)
        if not summary.simulated:
            trail = CommandTrail(db, key)
            trail.note(AuditKind.VIEW, who, summary.session_id, what="replay")
        entries = list(store.entries(summary.session_id, waves=False))
    if not entries or not isinstance(entries[0].what, SessionOpened):
        raise click.ClickException(say("session-not-opened", session_id))
    moments = [entry.now_s for entry in entries]
    if moments != sorted(moments) or moments[-1] - moments[0] > LONGEST_TIME_S:
        raise click.ClickException(say("session-out-of-time", session_id))
    return entries


def print_session(
    entries: Sequence[Entry],
    other: LimitProfile | None,
    switched_on: Sequence[str],
    single: Sequence[Single],
) -> None:
    """Under its own limits, or under those of the `other` profile, or both side by side."""
    if single:
        for line in side_by_side(entries, other, single):
            click.echo(line)
    else:
        print_said(_session(entries, switched_on) if other is None else _anew(entries, other))


def _anew(entries: Sequence[Entry], profile: LimitProfile) -> Iterator[Said]:
    """The session under the limits of another profile."""
    judged = Rejudging(entries, Limits(profile))
    judged.go_on(len(entries))
    for entry in judged.entries:
        if isinstance(entry.what, AlarmChanged):
            yield Said(entry.now_s, entry.what)


def _session(entries: Sequence[Entry], switched_on: Sequence[str]) -> Iterator[Said]:
    """The session from its events, with these optional rows too."""
    opened = entries[0].what
    if not isinstance(opened, SessionOpened):
        return
    profile = opened.profile.switch_on(switched_on)
    core = MonitorCore(replace(opened, profile=profile), entries[0].now_s)
    last_s = core.now
    for entry in entries:
        if is_event(entry.what):
            yield from core.handle(entry.what, entry.now_s)
        if not isinstance(entry.what, Amendment):
            last_s = entry.now_s
    # What followed from silence at the end of a session that was cut off. The moments of a record
    # are rounded: it may have been due just after the one that stands there.
    said = core.tick(max(core.now, whole_ms(last_s + 0.001)))
    yield from (one for one in said if one.at <= last_s)


def print_said(said: Iterable[Said]) -> None:
    """What was said about alarms, a line each."""
    for one in said:
        change = one.outcome
        if isinstance(change, AlarmChanged):
            click.echo(
                json.dumps(
                    {
                        "t_s": round(one.at, 3),
                        "alarm": change.alarm,
                        "sign": None if change.sign is None else change.sign.value,
                        "priority": change.priority.word,
                        "state": change.state.value,
                        "value": change.value,
                        "limit": change.limit,
                    }
                )
            )
