"""The command line. Qt is imported only inside the commands that need it.

Exit codes: 0 done, 1 a defect was found or the surroundings failed, 2 used wrongly. An error is
one sentence that names the thing, the value and what to do; a bug is a traceback.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version

import click

from data.errors import NoSuchSession, StoreError, StoreMissing
from devices.errors import DeviceError, UnknownDriver
from devices.simulated.scenario import UnknownScenario
from monitor.limits import LimitRefused
from monitor.people import ImpossibleEntry
from ui.commands import demo, devices, library, record, replay
from ui.recording import RecordingError
from ui.requests import Refusal, WrongEntry
from ui.words import say

USED_WRONGLY = (
    UnknownDriver,
    UnknownScenario,
    ImpossibleEntry,
    LimitRefused,
    RecordingError,
    WrongEntry,
    NoSuchSession,
    StoreMissing,
)
SURROUNDINGS = (StoreError, DeviceError, Refusal)


def program_version() -> str:
    try:
        return version("chairside")
    except PackageNotFoundError:
        return "0 (not installed)"


@click.group(
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Example: chairside demo",
)
@click.version_option(program_version(), prog_name="chairside")
@click.pass_context
def chairside(context: click.Context) -> None:
    """Blood pressure and heart rate beside the treatment chair: live, alarmed, recorded.

    Chairside is not a certified medical device; the bedside monitor's own alarms stay primary.
    """
    if context.invoked_subcommand is None:
        context.exit(demo.open_window())


for command in (
    demo.demo,
    devices.devices,
    devices.simulate,
    record.record,
    devices.decode,
    replay.replay,
    library.sessions,
    library.export,
    devices.sounds,
    library.verify,
):
    chairside.add_command(command)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one command and end the process with its exit code."""
    sys.exit(run(arguments))


def run(arguments: Sequence[str] | None = None) -> int:
    """Run one command; its exit code."""
    try:
        result = chairside.main(arguments, prog_name="chairside", standalone_mode=False)
    except click.UsageError as error:
        click.echo(_usage_sentence(error), err=True)
        return 2
    except click.ClickException as error:
        click.echo(error.format_message(), err=True)
        return 1
    except click.Abort:
        return 1
    except USED_WRONGLY as error:
        click.echo(str(error), err=True)
        return 2
    except SURROUNDINGS as error:
        click.echo(str(error), err=True)
        return 1
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    return result if isinstance(result, int) else 0


def _usage_sentence(error: click.UsageError) -> str:
    """One line: what is wrong, and where to read what would be right."""
    said = " ".join(error.format_message().split()).rstrip(".")
    command = "chairside" if error.ctx is None else error.ctx.command_path
    return f"{said}; see «{command} --help»."


__all__ = ["chairside", "main", "run", "say"]
