"""`chairside` and `chairside demo`: the window, in earnest and with simulated patients."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

import click

from devices.simulated.scenario.scenario import Scenario, scenario_named, with_beside
from monitor.entries import StoreNote
from ui.crash_report import watch
from ui.demo_headless import Window, run_headless
from ui.demo_program import DemoProgram
from ui.displays import can_show
from ui.keeping import notes, settle, tell
from ui.library import Library
from ui.places import HOME_VARIABLE, home, record_path, training_path
from ui.practice_clock import RoomClock
from ui.running_clinic import RunningClinic
from ui.wiring import Program
from ui.words import say

NO_SCENARIO = "S1"
ROOM = ("S1", "S3", "S2", "S12", "S14", "S21", "S15", "S10")
"""Who sits on which chair when nobody is named and there are several."""


def open_window(language: str | None = None, *, in_clear: bool = False) -> int:
    """The window in earnest; the exit code. `language` None = as it was chosen."""
    want_display()
    from ui.app import run  # noqa: PLC0415 -- Qt only when a window is wanted

    watch()
    with _written(HOME_VARIABLE):
        path = record_path(None)
    kept = settle(path, named=False, in_clear=in_clear)
    tell(path, kept)
    program = Program(path, awake=True)
    for sentence in notes(path, kept):
        program.inbox.put(StoreNote(sentence))
    program.start()
    return run(program, language=language)


@click.command(epilog="Example: chairside demo --scenario S4 --speed 10")
@click.option(
    "--scenario",
    "name",
    metavar="NAME",
    help="Play one through, answered by a script; without a name, on several chairs one each.",
)
@click.option("--speed", type=click.FloatRange(1, 60), default=1.0, show_default=True, metavar="N")
@click.option("--seed", type=int, default=1, show_default=True, metavar="K")
@click.option("--chairs", type=click.IntRange(1, 8), metavar="N", help="So many; else one.")
@click.option("--practice", is_flag=True, help="Nothing is played: begin sessions yourself.")
@click.option("--language", type=click.Choice(["en", "de"]), help="English or German.")
@click.option("--headless", is_flag=True, help="No window: play it all and leave files.")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), metavar="DIR")
def demo(
    name: str | None,
    speed: float,
    seed: int,
    chairs: int | None,
    practice: bool,
    language: str | None,
    headless: bool,
    out: Path | None,
) -> None:
    """Watch or treat simulated patients. Nothing in it is a patient.

    Alone, it opens a clinic in the middle of its day: three chairs, of which one will soon need
    you.
    """
    if practice and (name is not None or (chairs or 1) > 1 or headless):
        raise click.UsageError(
            "--practice plays nothing; leave out --scenario, --chairs, --headless"
        )
    spoken = language or click.get_current_context().obj
    many = chairs or 1
    names = ROOM[:many] if name is None and many > 1 else [name or NO_SCENARIO] * many
    scenarios = with_beside([scenario_named(one) for one in names], alone=many == 1)
    if headless:
        if out is None:
            raise click.UsageError("--headless leaves files; say where with --out DIR")
        _headless(scenarios, out, seed, spoken)
        return
    if out is not None:
        raise click.UsageError("--out goes with --headless")
    want_display()
    watch()
    if name is None and chairs is None and not practice:
        click.get_current_context().exit(_clinic(seed, speed, spoken))
    played = () if practice else scenarios
    with _written(HOME_VARIABLE):
        path = record_path(None, demo=True)
        program = DemoProgram(path, played, seed=seed, speed=speed, sound=True)
    program.start()
    click.get_current_context().exit(_shown(program, spoken))


def _clinic(seed: int, speed: float, language: str | None) -> int:
    """The running clinic, with its tour; the exit code."""
    from ui.app import run  # noqa: PLC0415 -- Qt only when a window is wanted
    from ui.debrief.past_desk import PastDesk  # noqa: PLC0415 -- the same
    from ui.tour.first_minutes import FirstMinutes  # noqa: PLC0415 -- the same

    with _written(HOME_VARIABLE):
        path = record_path(None, demo=True)
        clinic = RunningClinic(path, seed=seed, speed=speed, sound=True)
    clinic.start()
    return run(
        clinic,
        language=language,
        wall=clinic.wall,
        dress=lambda window: (
            FirstMinutes(window, clinic, home()),
            PastDesk(window, training_path()),
        ),
    )


def _shown(room: RoomClock, language: str | None) -> int:
    """A window over this room, which runs; the exit code."""
    from ui.app import run  # noqa: PLC0415 -- Qt only when a window is wanted
    from ui.debrief.past_desk import PastDesk  # noqa: PLC0415 -- the same
    from ui.pace_desk import PaceDesk  # noqa: PLC0415 -- the same

    return run(
        room,
        language=language,
        wall=room.utc,
        dress=lambda window: (PaceDesk(window, room), PastDesk(window, training_path())),
    )


@contextlib.contextmanager
def _written(by: str) -> Iterator[None]:
    """A folder that cannot be made or written is no fault of the program; `by` names another."""
    try:
        yield
    except OSError as error:
        said = say("demo-folder-failed", error.filename or "", error.strerror or str(error), by)
        raise click.ClickException(said.strip()) from error


def want_display() -> None:
    """Say so in a sentence: Qt itself would end the process without one."""
    if not can_show(os.environ):
        raise click.ClickException(say("no-display"))


def _headless(scenarios: list[Scenario], out: Path, seed: int, language: str | None) -> None:
    if not can_show(os.environ):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from ui.gallery import Gallery  # noqa: PLC0415 -- Qt only when pictures are wanted

    def window(database: Path) -> Window:
        return Gallery(database, out, language)

    with _written("--out"):
        left = run_headless(scenarios, out, seed=seed, window=window)
    click.echo(Library(left.database, None).place())
    click.echo(say("demo-left", out))
    for path in left.pictures:
        click.echo(f"  {path}")
    for session_id in left.sessions:
        click.echo(session_id)
