"""`chairside replay`: judge a recording again and print what the alarms would have said."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
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
from ui.places import capture_records, open_record, record_path
from ui.recording import SOURCE, looks_like_recording, read_recording

BY = "replay"
PHASES = (Phase.BASELINE.value, Phase.TREATING.value, Phase.RECOVERY.value)


def _baseline(
    _context: click.Context, _option: click.Parameter, text: str | None
) -> SetBaseline | None:
    if text is None:
        return None
    parts = text.split("/")
    try:
        sbp, dbp, hr = (float(part) if part else None for part in parts)
    except ValueError:
        raise click.BadParameter(
            f"{text!r} is not SBP/DBP/HR; write for example 124/76/72"
        ) from None
    return SetBaseline(sbp, dbp, hr, None, BY)


@click.command()
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
    r"""Judge INPUT again: a session id, a raw capture, or a CSV recording. Prints JSON lines.

    \b
    Example: chairside replay recording.csv --baseline 124/76/72
    """
    path = Path(source)
    if not path.is_file():
        _print(_session(source, record_path(db)))
        return
    devices, events, arterial = _material(path, driver, continuous_bp=continuous_bp)
    first = min((at for at, _event in events), default=0.0)
    opened = SessionOpened(
        session_id="replay",
        chair=1,
        patient=Patient("replay", None),
        plan=Plan(None, None, 40.0),
        profile=PROFILES[profile],
        devices=devices,
        nibp_interval_s=nibp_interval * 60.0,
        simulated=False,
        by=BY,
        technical_alarms=technical,
        arterial_judged=arterial,
    )
    _print(_judged(opened, min(first, 0.0), events, _preparation(phase, baseline)))


def _preparation(phase: str, baseline: SetBaseline | None) -> list[Event]:
    events: list[Event] = [] if baseline is None else [baseline]
    if phase != Phase.BASELINE:
        events.append(StartInfusion(BY))
    if phase == Phase.RECOVERY:
        events.append(StopInfusion(BY))
    return events


def _material(
    path: Path, driver_name: str | None, *, continuous_bp: bool
) -> tuple[tuple[DeviceFacts, ...], list[tuple[float, Event]], bool]:
    """The device, what it said, and whether its pressures are an arterial line."""
    if looks_like_recording(path):
        recording = read_recording(path)
        facts = DeviceFacts("recording", SOURCE, recording.fresh_for_s, 1e9, frozenset(VitalSign))
        return (facts,), list(recording.events(continuous_bp=continuous_bp)), continuous_bp
    if driver_name is None:
        raise click.UsageError(f"{path} is a raw capture; name its monitor with --driver")
    driver = driver_named(driver_name)
    return (facts_of(driver, driver.source),), _captured(path, driver), continuous_bp


def facts_of(driver: Driver, source: str) -> DeviceFacts:
    """What the core must know about a device, from its driver."""
    return DeviceFacts(
        driver.name, source, driver.fresh_for_s, driver.link_lost_after_s, driver.signs
    )


def _captured(path: Path, driver: Driver) -> list[tuple[float, Event]]:
    return [
        (at, event)
        for at, heard in replay_capture(capture_records(path, driver), driver)
        for event in heard
    ]


def _judged(
    opened: SessionOpened,
    start: float,
    events: Iterable[tuple[float, Event]],
    preparation: Iterable[Event],
) -> Iterator[Said]:
    core = MonitorCore(opened, start)
    for event in (opened, *preparation):
        yield from core.handle(event, start)
    for at, event in events:
        yield from core.handle(event, round(at, 3))


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
