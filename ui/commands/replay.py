"""`chairside replay`: judge a recording again and print what the alarms would have said."""

from __future__ import annotations

import heapq
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import click

from devices.capture import replay_capture
from monitor.commands import SetBaseline, StartInfusion, StopInfusion
from monitor.core import MonitorCore, Said
from monitor.events import DeviceFacts, Event, SessionOpened
from monitor.limits import LimitProfile, Modifier
from monitor.people import Patient
from monitor.phases import Phase
from monitor.plan import Plan
from monitor.vitals import VitalSign
from ui.black_box import Wire, wires_in
from ui.commands.options import modifier_option, profile_option, switch_on_option
from ui.commands.replayed_session import other_profile, print_said, print_session, recorded
from ui.commands.signing import by_options
from ui.commands.what_if import Single, what_if_option
from ui.opening import facts_of
from ui.places import record_path
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
@what_if_option
@by_options
@click.pass_context
def replay(
    context: click.Context,
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
    single: tuple[Single, ...],
    by: str | None,
    pin_stdin: bool,
) -> None:
    """Judge INPUT again: a session id, a raw capture, or a CSV recording. Prints JSON lines.

    A session has its own limits: with --profile it is judged by others, and with --what-if its
    alarms are compared with those under other limits, side by side.
    """
    path = Path(source)
    if not path.is_file():
        if path.suffix or len(path.parts) > 1:
            raise click.UsageError(say("no-such-input", source))
        other = other_profile(context, profile, switched_on)
        entries = recorded(source, record_path(db), (by, pin_stdin))
        print_session(entries, other, switched_on, single)
        return
    if single:
        raise click.UsageError(say("what-if-only-session", source))
    material = _material(path, driver, continuous_bp=continuous_bp)
    limits = replace(
        profile_named(profile).switch_on(switched_on),
        modifiers=frozenset(Modifier(name) for name in modifiers),
    )
    opened = _opened(material, limits, nibp_interval, technical=technical)
    print_said(_judged(opened, material, _preparation(phase, baseline)))


def _opened(
    material: _Material, limits: LimitProfile, nibp_interval_min: float, *, technical: bool
) -> SessionOpened:
    """The opening of a session that never was, for a recording of nobody."""
    return SessionOpened(
        session_id="replay",
        chair=1,
        patient=Patient("replay", None),
        plan=Plan(None, None, 40.0),
        profile=limits,
        devices=material.devices,
        nibp_interval_s=nibp_interval_min * 60.0,
        simulated=False,
        by=BY,
        technical_alarms=technical,
        arterial_judged=material.arterial,
    )


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
