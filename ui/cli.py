"""The command line. Qt is imported only inside the commands that need it.

Exit codes: 0 done, 1 a defect was found or the surroundings failed, 2 used wrongly. An error is
one sentence that names the thing, the value and what to do; a bug is a crash report and the
sentence that says where it is (`ui/crash_report.py`).

Rule: only what the command needs is loaded: its own module, and after a failure the kinds of it.
"""

from __future__ import annotations

import importlib
import keyword
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from ui.crash_report import CrashReports, known_to

# A new command is one line here: the module in `ui.commands` that has a function of this name,
# and the line that `chairside --help` says about it.
COMMANDS: dict[str, tuple[str, str]] = {
    "demo": ("demo", "Watch a simulated treatment."),
    "train": ("train", "Learn with a simulated patient, and see what it was worth."),
    "devices": ("devices", "Show the ports that are there and the monitors that are known."),
    "simulate": ("devices", "Be a monitor: speak its true bytes."),
    "record": ("record", "Record a session from a monitor."),
    "decode": ("devices", "Say what a file of raw bytes means, as CSV."),
    "replay": ("replay", "Judge a session, a raw capture or a CSV recording again."),
    "sessions": ("library", "List the recorded sessions, newest first."),
    "rems": ("rems", "List the monitoring forms that are due or were sent."),
    "export": ("export", "Write sessions in another format."),
    "dictionary": ("dictionary", "Say what the columns of a CSV mean."),
    "import": ("take_in", "Take in a session from another computer, or a CSV recording."),
    "send": ("send", "Send a session to another system by HL7, and what waits."),
    "sounds": ("devices", "Write each alarm burst as a 16-bit WAV file."),
    "alarm-report": ("alarm_report", "Say what the alarms of the sessions were worth."),
    "verify": ("library", "Check that the record is whole and unchanged."),
    "backup": ("backup", "Make a verified copy of the record."),
    "restore": ("restore", "Make a record out of a backup."),
    "retention": ("retention", "How long sessions are kept; delete one."),
    "key": ("key", "Recovery code, lost key, new key of the record."),
    "rescue": ("rescue", "Save all that can be read of a damaged record."),
    "staff": ("staff", "List, enlist or retire who works here."),
    "audit": ("audit", "Show who looked, changed, exported, signed in."),
}


class Commands(click.Group):
    """Loads a command when it is asked for."""

    def list_commands(self, _ctx: click.Context) -> list[str]:
        return [*COMMANDS, *self.commands]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return super().get_command(ctx, cmd_name)
        module, _ = COMMANDS[cmd_name]
        command: click.Command = getattr(
            importlib.import_module(f"ui.commands.{module}"), _function(cmd_name)
        )
        return command

    def format_commands(self, _ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])


def _function(command: str) -> str:
    """The name of its function: where Python has that word itself, with a stroke behind."""
    name = command.replace("-", "_")
    return f"{name}_" if keyword.iskeyword(name) else name


def program_version() -> str:
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415 -- rule

    try:
        return version("chairside")
    except PackageNotFoundError:
        return "0 (not installed)"


def _say_version(context: click.Context, _option: click.Parameter, wanted: bool) -> None:
    if wanted:
        click.echo(f"chairside, version {program_version()}")
        context.exit()


@click.group(
    cls=Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Example: chairside demo",
)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_say_version,
    help="Show the version and exit.",
)
@click.option(
    "--language",
    type=click.Choice(["en", "de"]),
    help="The language of the window: English or German; kept for good under Menu, About.",
)
@click.option("--in-clear", is_flag=True, help="Keep the usual record without encryption.")
@click.pass_context
def chairside(context: click.Context, language: str | None, in_clear: bool) -> None:
    """Blood pressure and heart rate beside the treatment chair: live, alarmed, recorded.

    Chairside is not a certified medical device; the bedside monitor's own alarms stay primary.
    """
    known_to(context, context.obj)
    context.obj = language
    if context.invoked_subcommand is None:
        from ui.commands.demo import open_window  # noqa: PLC0415 -- see the rule above

        context.exit(open_window(language, in_clear=in_clear))


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one command and end the process with its exit code."""
    reports = CrashReports(_home)
    reports.install()
    sys.exit(run(arguments, reports))


def _home() -> Path:
    from ui.places import home  # noqa: PLC0415 -- see the rule above

    return home()


def run(arguments: Sequence[str] | None = None, reports: CrashReports | None = None) -> int:
    """Run one command; its exit code. `reports` None: this process is somebody else's."""
    try:
        result = chairside.main(
            arguments, prog_name="chairside", standalone_mode=False, obj=reports
        )
    except click.UsageError as error:
        click.echo(_usage_sentence(error), err=True)
        return 2
    except click.ClickException as error:
        click.echo(error.format_message(), err=True)
        return 1
    except click.Abort:
        return 1
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    except _used_wrongly() as error:
        click.echo(str(error), err=True)
        return 2
    except _surroundings() as error:
        click.echo(str(error), err=True)
        return 1
    return result if isinstance(result, int) else 0


def _used_wrongly() -> tuple[type[Exception], ...]:
    """What somebody typed cannot be."""
    from data.errors import NoSuchSession, StoreMissing, WrongCode  # noqa: PLC0415 -- see above
    from devices.errors import UnknownDriver  # noqa: PLC0415
    from devices.simulated.scenario.scenario import UnknownScenario  # noqa: PLC0415
    from monitor.limits import LimitRefused  # noqa: PLC0415
    from monitor.people import ImpossibleEntry  # noqa: PLC0415
    from ui.recording import RecordingError  # noqa: PLC0415
    from ui.requests import WrongEntry  # noqa: PLC0415

    return (
        UnknownDriver,
        UnknownScenario,
        ImpossibleEntry,
        LimitRefused,
        RecordingError,
        WrongEntry,
        NoSuchSession,
        StoreMissing,
        WrongCode,
    )


def _surroundings() -> tuple[type[Exception], ...]:
    """What is there, or is not there, refuses."""
    from data.errors import StoreError  # noqa: PLC0415 -- see the rule above
    from devices.errors import DeviceError  # noqa: PLC0415
    from ui.requests import Refusal  # noqa: PLC0415

    return (StoreError, DeviceError, Refusal)


def _usage_sentence(error: click.UsageError) -> str:
    """One line: what is wrong, and where to read what would be right."""
    said = " ".join(error.format_message().split()).rstrip(".")
    command = "chairside" if error.ctx is None else error.ctx.command_path
    return f"{said}; see «{command} --help»."


__all__ = ["chairside", "main", "run"]
