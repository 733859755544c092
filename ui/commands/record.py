"""`chairside record`: a session without a window."""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import click

from data.errors import StoreLocked, StoreUnwritable
from data.vault import key_for
from devices.probe import probe
from monitor.commands import EndSession, StartInfusion, StopInfusion
from monitor.phases import Phase
from monitor.rights import Right
from ui.cables import known_driver, want_ports_apart
from ui.commands.options import modifier_option, profile_option
from ui.commands.signing import COMMAND_LINE, by_options, signed_in
from ui.commands.telling import Teller
from ui.crash_report import watch
from ui.evidence import evidence
from ui.keeping import settle, tell
from ui.opening import checked
from ui.places import record_path
from ui.requests import DeviceRequest, Refusal, SessionRequest
from ui.wiring import Program
from ui.words import say

BY = "record"
CHAIR = 1
LOOK_S = 0.05
END_WITHIN_S = 5.0
LISTEN_FOR_IT = ("", "auto")
"""Without a name of the monitor, or with this one, it is found by listening."""


@click.command(
    epilog="Example: chairside record --port /dev/ttyUSB0 --driver ivy-450c --seconds 600"
)
@click.option(
    "--port",
    "ports",
    required=True,
    multiple=True,
    metavar="URL",
    help="Device path, COM port, socket:// …; once for each monitor, the preferred one first.",
)
@click.option(
    "--driver",
    "drivers",
    multiple=True,
    metavar="NAME",
    help="Which monitor it is, in the order of the ports, or auto; see «chairside devices».",
)
@click.option(
    "--baud",
    "bauds",
    multiple=True,
    type=click.IntRange(min=0),
    metavar="N",
    help="Speed of the line where it is not the usual one, in the order of the ports; 0 = usual.",
)
@click.option(
    "--allow-start-cuff",
    is_flag=True,
    help="The program may start the cuff, on the monitors that can be told to.",
)
@click.option(
    "--seconds",
    type=click.FloatRange(min=0, min_open=True),
    metavar="N",
    help="Stop after N seconds.",
)
@click.option(
    "--db", type=click.Path(path_type=Path), metavar="FILE", help="The record to write to."
)
@click.option("--in-clear", is_flag=True, help="Without encryption, where there is no key.")
@by_options
@click.option("--patient", default="unknown", show_default=True, metavar="ID")
@profile_option
@modifier_option
@click.option("--resume", is_flag=True, help="Continue the session that was cut off.")
@click.option("--infuse", type=float, metavar="MG_PER_KG", help="Begin with the infusion.")
@click.option("--weight", type=float, metavar="KG")
@click.option("--minutes", type=float, default=40.0, show_default=True, metavar="N")
def record(
    ports: tuple[str, ...],
    drivers: tuple[str, ...],
    bauds: tuple[int, ...],
    allow_start_cuff: bool,
    seconds: float | None,
    db: Path | None,
    in_clear: bool,
    patient: str,
    profile: str,
    modifiers: tuple[str, ...],
    by: str | None,
    pin_stdin: bool,
    resume: bool,
    infuse: float | None,
    weight: float | None,
    minutes: float,
) -> None:
    """Record a session from one monitor or several. The last line is the id of the session.

    Of several monitors that give the same value, the first is taken while it has one.
    """
    devices = asked_devices(ports, drivers, bauds, allow_start_cuff=allow_start_cuff)
    request = _request(devices, patient, (profile, modifiers), (infuse, weight, minutes))
    checked(request)
    watch()
    path = record_path(db)
    kept = settle(path, named=db is not None, in_clear=in_clear)
    who = _who(path, by, pin_stdin)
    request = replace(request, by=who or BY)
    program = Program(path, seated=who)
    program.start()
    try:
        session_id = _resume(program, devices) if resume else _begin(program, request)
        tell(path, kept)
        until = Until(seconds, None if resume or infuse is None else minutes, request.by)
        _watch(program, Teller(program, several=len(devices) > 1), until)
    finally:
        program.close()
    click.echo(session_id)


def _who(path: Path, by: str | None, pin_stdin: bool) -> str:
    """Whose PIN was right, empty = nobody's.

    No patient waits for a record that cannot be read now: it asks for nobody.
    """
    try:
        who = signed_in(path, key_for(path), by, pin_stdin, Right.TREAT, always=True)
    except (Refusal, StoreLocked, StoreUnwritable) as error:
        cause = error.__cause__ if isinstance(error, Refusal) else error
        if isinstance(cause, (StoreLocked, StoreUnwritable)):
            return ""
        raise
    return "" if who == COMMAND_LINE else who


def asked_devices(
    ports: Sequence[str],
    drivers: Sequence[str],
    bauds: Sequence[int] = (),
    *,
    allow_start_cuff: bool = False,
) -> tuple[DeviceRequest, ...]:
    """A device for each port, without a name where it is to be found by listening.

    Raises `click.UsageError` when there are not as many names, or speeds, as ports, and
    `WrongEntry` for a name that nobody has and for a port that was given twice.
    """
    for option, given in (("--driver", drivers), ("--baud", bauds)):
        if given and len(given) != len(ports):
            raise click.UsageError(say("record-counts", len(ports), len(given), option))
    named = drivers or ("",) * len(ports)
    paced = bauds or (0,) * len(ports)
    devices = tuple(
        DeviceRequest(
            port,
            "" if name in LISTEN_FOR_IT else known_driver(name).name,
            allow_start_cuff,
            baud or None,
        )
        for port, name, baud in zip(ports, named, paced, strict=True)
    )
    want_ports_apart(devices)
    return devices


def _begin(program: Program, request: SessionRequest) -> str:
    """A new session, with a dose from its beginning where one is asked for."""
    session_id = program.open_session(replace(request, devices=_found(request.devices)))
    if request.mg_per_kg is not None:
        program.send(CHAIR, StartInfusion(request.by))
    return session_id


def _found(devices: Sequence[DeviceRequest]) -> tuple[DeviceRequest, ...]:
    """The same devices, each with the name of its driver."""
    return tuple(device if device.driver else found(device) for device in devices)


def _request(
    devices: tuple[DeviceRequest, ...],
    patient: str,
    limits: tuple[str, Sequence[str]],
    dose: tuple[float | None, float | None, float],
) -> SessionRequest:
    """`limits`: profile and modifiers; `dose`: mg/kg, kg and minutes."""
    profile, modifiers = limits
    mg_per_kg, weight_kg, minutes = dose
    if mg_per_kg is not None and weight_kg is None:
        raise click.UsageError("--infuse needs the weight; give it with --weight KG")
    return SessionRequest(
        chair=CHAIR,
        patient_id=patient,
        initials="",
        birth_year=None,
        weight_kg=weight_kg,
        mg_per_kg=mg_per_kg,
        minutes=minutes,
        profile=profile,
        nibp_interval_min=5.0,
        devices=devices,
        by=BY,
        modifiers=frozenset(modifiers),
    )


def found(device: DeviceRequest) -> DeviceRequest:
    """The device with the driver that is heard on its port, at the speed at which it is heard.

    Raises `Refusal` with what was heard instead.
    """
    finding = probe(device.url)
    if finding.proposed is None:
        raise Refusal(say("probe-nothing", evidence(finding)))
    click.echo(evidence(finding), err=True)
    baud = device.baud if finding.line is None else finding.line.baud
    return replace(device, driver=finding.proposed, baud=baud)


def _resume(program: Program, devices: tuple[DeviceRequest, ...]) -> str:
    """Continue the newest session that was cut off, on the monitors that it had."""
    unfinished = program.cut_off()  # the newest: one that is still recorded is refused, not passed
    if not unfinished:
        raise Refusal(say("nothing-to-resume", program.record_place()))
    session_id = unfinished[0].session_id
    program.resume_session(session_id, devices)
    return session_id


def _stopping() -> threading.Event:
    """Set by the first Ctrl-C or SIGTERM: the session is ended in order."""
    stopping = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda _number, _frame: stopping.set())
    return stopping


@dataclass(frozen=True, slots=True)
class Until:
    """When the session is ended, seconds (None = when somebody says so), and by whom.

    The infusion is stopped after `stop_min` minutes; None = there is none to stop.
    """

    seconds: float | None
    stop_min: float | None
    by: str


def _watch(program: Program, teller: Teller, until: Until) -> None:
    """Say what happens until it is time to end; then end the session."""
    stopping = _stopping()
    began = time.monotonic()
    infusion_over = until.stop_min is None
    while not stopping.wait(LOOK_S):
        lasted = time.monotonic() - began
        if until.seconds is not None and lasted >= until.seconds:
            break
        if not infusion_over and until.stop_min is not None and lasted >= until.stop_min * 60:
            program.send(CHAIR, StopInfusion(until.by))
            infusion_over = True
        teller.look()
    _end(program, teller, until.by)


def _end(program: Program, teller: Teller, by: str) -> None:
    """Close the session as a person would; what was begun here is stopped first."""
    if teller.look() in {Phase.TREATING, Phase.PAUSED}:
        program.send(CHAIR, StopInfusion(by))
    program.send(CHAIR, EndSession(by))
    deadline = time.monotonic() + END_WITHIN_S
    pause = threading.Event()
    while teller.look() is not Phase.SIGNED and time.monotonic() < deadline:
        pause.wait(LOOK_S)
