"""`chairside replay`: judge a recording again and print what the alarms would have said."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from devices.capture import replay_capture
from devices.registry import driver_named
from devices.session import Driver
from monitor.core import MonitorCore, Said
from monitor.events import (
    AlarmChanged,
    DeviceFacts,
    Event,
    SessionOpened,
    SetBaseline,
    StartInfusion,
    StopInfusion,
    is_event,
)
from monitor.limits import PROFILES
from monitor.people import Patient
from monitor.phases import Phase
from monitor.plan import Plan
from monitor.vitals import VitalSign
from ui.opening import facts_of
from ui.places import capture_records, open_record, record_path
from ui.recording import SOURCE, looks_like_recording, read_recording
from ui.words import say

BY = "replay"
PHASES = (Phase.BASELINE.value, Phase.TREATING.value, Phase.RECOVERY.value)


@dataclass(frozen=True, slots=True)
class _Material:
    """A recording, ready to be judged from `start_s` to `end_s`, whatever it says in them.

    `arterial`: its pressures are an arterial line.
    """

    device: DeviceFacts
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
@click.option(
    "--profile", type=click.Choice(sorted(PROFILES)), default="adult-iv", show_default=True
)
@click.option("--phase", type=click.Choice(PHASES), default="treating", show_default=True)
@click.option("--baseline", callback=_baseline, metavar="SBP/DBP/HR", help="Resting values.")
@click.option("--driver", help="The driver that a raw capture is decoded with.")
@click.option("--db", type=click.Path(path_type=Path), help="The record that INPUT is an id of.")
@click.option("--technical", is_flag=True, help="Judge overdue cuffs, sensors and links too.")
@click.option(
    "--nibp-interval", type=click.FloatRange(1, 60), default=5.0, show_default=True, metavar="MIN"
)
@click.option("--continuous-bp", is_flag=True, help="The pressures are an arterial line.")
def replay(
    source: str,
    profile: str,
    phase: str,
    baseline: SetBaseline | None,
    driver: str | None,
    db: Path | None,
    technical: bool,
    nibp_interval: float,
    continuous_bp: bool,
) -> None:
    """Judge INPUT again: a session id, a raw capture, or a CSV recording. Prints JSON lines."""
    path = Path(source)
    if not path.is_file():
        if path.suffix or len(path.parts) > 1:
            raise click.UsageError(say("no-such-input", source))
        _print(_session(source, record_path(db)))
        return
    material = _material(path, driver, continuous_bp=continuous_bp)
    opened = SessionOpened(
        session_id="replay",
        chair=1,
        patient=Patient("replay", None),
        plan=Plan(None, None, 40.0),
        profile=PROFILES[profile],
        devices=(material.device,),
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
        return _Material(device, first, last, events, arterial=continuous_bp)
    if driver_name is None:
        raise click.UsageError(f"{path} is a raw capture; name its monitor with --driver")
    driver = driver_named(driver_name)
    captured = _captured(path, driver)
    end = max((at for at, _event in captured), default=0.0)
    start = min((at for at, _event in captured), default=0.0)
    device = facts_of(driver, driver.source)
    return _Material(device, min(start, 0.0), end, captured, arterial=continuous_bp)


def _captured(path: Path, driver: Driver) -> list[tuple[float, Event]]:
    return [
        (at, event)
        for at, heard in replay_capture(capture_records(path, driver), driver)
        for event in heard
    ]


def _judged(
    opened: SessionOpened, material: _Material, preparation: Iterable[Event]
) -> Iterator[Said]:
    core = MonitorCore(opened, material.start_s)
    for event in (opened, *preparation):
        yield from core.handle(event, material.start_s)
    for at, event in material.events:
        yield from core.handle(event, round(at, 3))
    yield from core.tick(max(core.now, round(material.end_s, 3)))


def _session(session_id: str, db: Path) -> Iterator[Said]:
    """A stored session, judged again from its events."""
    store = open_record(db, read_only=True)
    try:
        entries = list(store.entries(store.summary(session_id).session_id))
    finally:
        store.close()
    opened = entries[0].what
    if not isinstance(opened, SessionOpened):
        raise click.ClickException(f"session {session_id} does not begin with its opening")
    core = MonitorCore(opened, entries[0].now_s)
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
