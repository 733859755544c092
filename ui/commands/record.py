"""`chairside record`: a session without a window."""

from __future__ import annotations

import signal
import threading
import time
from dataclasses import replace
from pathlib import Path

import click

from devices.probe import probe
from monitor.entries import Published, StoreTrouble
from monitor.events import (
    AlarmChanged,
    EndSession,
    LinkChanged,
    Refused,
    StartInfusion,
    StopInfusion,
)
from monitor.limits import PROFILES
from monitor.phases import Phase
from ui.opening import checked
from ui.places import record_path
from ui.requests import Refusal, SessionRequest
from ui.wiring import Program, known_driver
from ui.words import say

BY = "record"
CHAIR = 1
LOOK_S = 0.05
END_WITHIN_S = 5.0
LISTEN_FOR_IT = (None, "auto")
"""Without a name of the monitor, or with this one, it is found by listening."""


@click.command(
    epilog="Example: chairside record --port /dev/ttyUSB0 --driver ivy-450c --seconds 600"
)
@click.option("--port", required=True, metavar="URL", help="Device path, COM port, socket:// …")
@click.option("--driver", help="Which monitor it is; see «chairside devices».")
@click.option(
    "--seconds",
    type=click.FloatRange(min=0, min_open=True),
    metavar="N",
    help="Stop after N seconds.",
)
@click.option(
    "--db", type=click.Path(path_type=Path), metavar="FILE", help="The record to write to."
)
@click.option("--patient", default="unknown", show_default=True, metavar="ID")
@click.option(
    "--profile", type=click.Choice(sorted(PROFILES)), default="adult-iv", show_default=True
)
@click.option("--resume", is_flag=True, help="Continue the session that was cut off.")
@click.option("--infuse", type=float, metavar="MG_PER_KG", help="Begin with the infusion.")
@click.option("--weight", type=float, metavar="KG")
@click.option("--minutes", type=float, default=40.0, show_default=True, metavar="N")
def record(
    port: str,
    driver: str | None,
    seconds: float | None,
    db: Path | None,
    patient: str,
    profile: str,
    resume: bool,
    infuse: float | None,
    weight: float | None,
    minutes: float,
) -> None:
    """Record a session from a monitor. The last line is the id of the session."""
    if infuse is not None and weight is None:
        raise click.UsageError("--infuse needs the weight; give it with --weight KG")
    request = _request(port, driver, patient, profile, (infuse, weight, minutes))
    checked(request)
    program = Program(record_path(db))
    program.start()
    try:
        if resume:
            session_id = _resume(program, port, driver)
        else:
            heard = found_driver(port, driver)
            session_id = program.open_session(replace(request, driver=heard))
            if infuse is not None:
                program.send(CHAIR, StartInfusion(BY))
        _watch(program, seconds, minutes if infuse is not None and not resume else None)
    finally:
        program.close()
    click.echo(session_id)


def _request(
    port: str,
    driver: str | None,
    patient: str,
    profile: str,
    dose: tuple[float | None, float | None, float],
) -> SessionRequest:
    mg_per_kg, weight_kg, minutes = dose
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
        url=port,
        driver="" if driver in LISTEN_FOR_IT else known_driver(driver).name,
        by=BY,
    )


def found_driver(port: str, named: str | None) -> str:
    """The driver that was named; without a name, or with ``auto``, the one that is heard."""
    if named not in LISTEN_FOR_IT:
        return named
    finding = probe(port)
    click.echo(finding.evidence, err=True)
    if finding.proposed is None:
        raise Refusal(say("probe-nothing", port))
    return finding.proposed


def _resume(program: Program, port: str, driver: str | None) -> str:
    unfinished = program.unfinished()
    if not unfinished:
        raise Refusal(say("nothing-to-resume", program.record_place()))
    session_id = unfinished[0].session_id
    named = driver or unfinished[0].driver
    program.resume_session(session_id, port, found_driver(port, named))
    return session_id


def _stopping() -> threading.Event:
    """Set by the first Ctrl-C or SIGTERM: the session is ended in order."""
    stopping = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda _number, _frame: stopping.set())
    return stopping


def _watch(program: Program, seconds: float | None, stop_after_min: float | None) -> None:
    """Say what happens until it is time to end; then end the session."""
    stopping = _stopping()
    began = time.monotonic()
    phase = Phase.BASELINE
    infusion_over = stop_after_min is None
    while not stopping.wait(LOOK_S):
        lasted = time.monotonic() - began
        if seconds is not None and lasted >= seconds:
            break
        if not infusion_over and stop_after_min is not None and lasted >= stop_after_min * 60:
            program.send(CHAIR, StopInfusion(BY))
            infusion_over = True
        phase = _tell(program, phase)
    _end(program, _tell(program, phase))


def _end(program: Program, phase: Phase) -> None:
    """Close the session as a person would; what was begun here is stopped first."""
    if phase in {Phase.TREATING, Phase.PAUSED}:
        program.send(CHAIR, StopInfusion(BY))
    program.send(CHAIR, EndSession(BY))
    deadline = time.monotonic() + END_WITHIN_S
    pause = threading.Event()
    while phase is not Phase.SIGNED and time.monotonic() < deadline:
        pause.wait(LOOK_S)
        phase = _tell(program, phase)


def _tell(program: Program, phase: Phase) -> Phase:
    """Say on standard error what a person at a terminal wants to know; the phase now."""
    program.screen_beat()
    for message in program.inbox.drain():
        match message:
            case Published():
                phase = message.picture.phase
                _tell_published(message)
            case StoreTrouble():
                click.echo(message.text, err=True)
            case _:
                pass
    return phase


def _tell_published(published: Published) -> None:
    at = f"{published.now_s:8.1f} s  "
    if isinstance(published.event, LinkChanged):
        click.echo(at + link_sentence(published.event), err=True)
    for outcome in published.outcomes:
        if isinstance(outcome, AlarmChanged):
            value = "" if outcome.value is None else f" {outcome.value:g}"
            limit = "" if outcome.limit is None else f" (limit {outcome.limit:g})"
            click.echo(
                f"{at}{outcome.priority.word} {outcome.alarm}{value}{limit}: {outcome.state}",
                err=True,
            )
        elif isinstance(outcome, Refused):
            click.echo(at + say(outcome.reason, *outcome.arguments), err=True)


def link_sentence(change: LinkChanged) -> str:
    return say(f"link-{change.reason.value}")
