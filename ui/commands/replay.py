"""`chairside replay`: judge a recording again and print what the alarms would have said."""

from __future__ import annotations

import heapq
import json
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import click

from data.audit import AuditKind
from data.outside import LONGEST_TIME_S
from data.vault import key_for
from devices.capture import replay_capture
from monitor.commands import SetBaseline, StartInfusion, StopInfusion
from monitor.core import MonitorCore, Said
from monitor.events import DeviceFacts, Event, SessionOpened, is_event
from monitor.limits import Modifier
from monitor.outcomes import AlarmChanged
from monitor.people import Patient
from monitor.phases import Phase
from monitor.plan import Plan
from monitor.rights import Right
from monitor.vitals import VitalSign
from ui.black_box import Wire, wires_in
from ui.commands.options import modifier_option, profile_option, switch_on_option
from ui.commands.signing import CommandTrail, by_options, signed_in
from ui.opening import facts_of
from ui.places import open_record, record_path
from ui.profiles import profile_named
from ui.recording import SOURCE, looks_like_recording, read_recording
from ui.words import say

BY = "replay"
PHASES = (Phase.BASELINE.value, Phase.TREATING.value, Phase.RECOVERY.value)


@dataclass(frozen=True, slots=True)
class _Material:
    """A recording, ready to be judged from `start_s` to `end_s`, whatever it says in them.

    `devices` in order of priority; `arterial`: the pressures are an arterial line.
    """

    devices: tuple[DeviceFacts, ...]
    start_s: float
    end_s: float
    events: Sequence[tuple[float, Event]]
    arterial: bool


def _baseline(
    _context: click.Context, _option: click.Parameter, text: str | None
) -> SetBaseline | None:
    if text is None:
        return None
    parts = text.split("/")
    try:
        sbp, dbp, hr = (_resting(part) for part in parts)
    except ValueError:
        raise click.BadParameter(
            f"{text!r} is not SBP/DBP/HR; write for example 124/76/72"
        ) from None
    return SetBaseline(sbp, dbp, hr, None, BY)


def _resting(text: str) -> float | None:
    value = float(text) if text else None
    if value is not None and not math.isfinite(value):
        raise ValueError(text)
    return value


@click.command(epilog="Example: chairside replay recording.csv --baseline 124/76/72")
@click.argument("source", metavar="INPUT")
@profile_option
@modifier_option
@switch_on_option
@click.option("--phase", type=click.Choice(PHASES), default="treating", show_default=True)
@click.option("--baseline", callback=_baseline, metavar="SBP/DBP/HR", help="Resting values.")
@click.option(
    "--driver",
    help="The monitor that a file without names is from, or the one of several to replay.",
)
@click.option("--db", type=click.Path(path_type=Path), help="The record that INPUT is an id of.")
@click.option("--technical", is_flag=True, help="Judge overdue cuffs, sensors and links too.")
@click.option(
    "--nibp-interval", type=click.FloatRange(1, 60), default=5.0, show_default=True, metavar="MIN"
)
@click.option("--continuous-bp", is_flag=True, help="The pressures are an arterial line.")
@by_options
def replay(
    source: str,
    profile: str,
    modifiers: tuple[str, ...],
    switched_on: tuple[str, ...],
    phase: str,
    baseline: SetBaseline | None,
    driver: str | None,
    db: Path | None,
    technical: bool,
    nibp_interval: float,
    continuous_bp: bool,
    by: str | None,
    pin_stdin: bool,
) -> None:
    """Judge INPUT again: a session id, a raw capture, or a CSV recording. Prints JSON lines."""
    path = Path(source)
    if not path.is_file():
        if path.suffix or len(path.parts) > 1:
            raise click.UsageError(say("no-such-input", source))
        _print(_session(source, record_path(db), switched_on, (by, pin_stdin)))
        return
    material = _material(path, driver, continuous_bp=continuous_bp)
    opened = SessionOpened(
        session_id="replay",
        chair=1,
        patient=Patient("replay", None),
        plan=Plan(None, None, 40.0),
        profile=replace(
            profile_named(profile).switch_on(switched_on),
            modifiers=frozenset(Modifier(name) for name in modifiers),
        ),
        devices=material.devices,
        nibp_interval_s=nibp_interval * 60.0,
        simulated=False,
        by=BY,
        technical_alarms=technical,
        arterial_judged=material.arterial,
    )
    _print(_judged(opened, material, _preparation(phase, baseline)))


def _preparation(phase: str, baseline: SetBaseline | None) -> list[Event]:
    events: list[Event] = [] if baseline is None else [baseline]
    if phase != Phase.BASELINE:
        events.append(StartInfusion(BY))
    if phase == Phase.RECOVERY:
        events.append(StopInfusion(BY))
    return events


def _material(path: Path, driver_name: str | None, *, continuous_bp: bool) -> _Material:
    if looks_like_recording(path):
        recording = read_recording(path)
        device = DeviceFacts(
            "recording",
            SOURCE,
            recording.fresh_for_s,
            recording.link_lost_after_s,
            frozenset(VitalSign),
        )
        events = list(recording.events(continuous_bp=continuous_bp))
        first, last = recording.rows[0].t_s, recording.rows[-1].t_s
        return _Material((device,), first, last, events, arterial=continuous_bp)
    wires = wires_in(path, driver_name)
    events = _captured(wires)
    start = min((at for at, _event in events), default=0.0)
    end = max((at for at, _event in events), default=0.0)
    facts = tuple(facts_of(wire.driver, wire.source) for wire in wires)
    return _Material(facts, min(start, 0.0), end, events, arterial=continuous_bp)


def _captured(wires: Sequence[Wire]) -> list[tuple[float, Event]]:
    """What all devices said, each through its own driver, in the order of time."""
    end = max((record.at for wire in wires for record in wire.records), default=0.0)
    said = (replay_capture(wire.records, wire.driver, wire.source, end) for wire in wires)
    merged = heapq.merge(*said, key=lambda moment: moment[0])
    return [(at, event) for at, heard in merged for event in heard]


def _judged(
    opened: SessionOpened, material: _Material, preparation: Iterable[Event]
) -> Iterator[Said]:
    core = MonitorCore(opened, material.start_s)
    for event in (opened, *preparation):
        yield from core.handle(event, material.start_s)
    for at, event in material.events:
        yield from core.handle(event, round(at, 3))
    yield from core.tick(max(core.now, round(material.end_s, 3)))


def _session(
    session_id: str, db: Path, switched_on: Sequence[str], asks: tuple[str | None, bool]
) -> Iterator[Said]:
    """A stored session, judged again from its events, with these optional rows too."""
    key = key_for(db)
    who = signed_in(db, key, *asks, Right.VIEW_RECORD)
    with open_record(db, read_only=True, key=key) as store:
        summary = store.summary(session_id)
        if not summary.simulated:
            trail = CommandTrail(db, key)
            trail.note(AuditKind.VIEW, who, summary.session_id, what="replay")
        entries = list(store.entries(summary.session_id))
    opened = entries[0].what if entries else None
    if not isinstance(opened, SessionOpened):
        raise click.ClickException(say("session-not-opened", session_id))
    moments = [entry.now_s for entry in entries]
    if moments != sorted(moments) or moments[-1] - moments[0] > LONGEST_TIME_S:
        raise click.ClickException(say("session-out-of-time", session_id))
    profile = opened.profile.switch_on(switched_on)
    core = MonitorCore(replace(opened, profile=profile), entries[0].now_s)
    for entry in entries:
        if is_event(entry.what):
            yield from core.handle(entry.what, entry.now_s)


def _print(said: Iterable[Said]) -> None:
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
