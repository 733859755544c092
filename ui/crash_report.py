"""What is kept of a fault in the program: where it was, and nothing of what it was about.

    HOME/crashes/crash-<utc>-<process>-<count>.txt   one for each exception that nobody caught
    HOME/crashes/fault-<utc>-<process>.txt           where every thread was when the process died

Rule 1: places in the code, versions and the system; never the value of a variable, an argument of
        the command line, or a line of a file.
Rule 2: what an exception says is left out: it may quote a patient. Kept are the sentences of our
        own errors about the surroundings, and the reason that the system gives for one of its own.
Rule 3: on the standard error stands one sentence that says where the report is; the log, too, says
        what Rule 2 allows.
Rule 4: the reports are readable for their owner alone, and the newest `MOST` are kept.
"""

from __future__ import annotations

import contextlib
import itertools
import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from logging import Formatter

FOLDER = "crashes"
MOST = 20
_ROOT = Path(__file__).resolve().parent.parent
_PARTS = ("chairside", "PySide6-Essentials", "sqlcipher3", "pyserial", "miniaudio", "cryptography")
_ExcInfo = (
    tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
)
_CHAIN = 8
"""So many causes of causes are followed."""


_OF_THE_PROCESS = "chairside.crash-reports"
"""Under this name click keeps the reports of a process of its own."""


class CrashReports:
    """Takes over every exception that nobody caught, from `install` on."""

    def __init__(self, home: Callable[[], Path]) -> None:
        """`home` is asked when there is something to write, and makes the folder."""
        self._home = home
        self._count = itertools.count(1)

    def install(self) -> None:
        """For the whole process: the main thread, all others, what a destructor raises."""
        sys.excepthook = lambda _kind, error, _trace: self._uncaught(error)
        threading.excepthook = lambda args: self._uncaught(
            args.exc_value, "" if args.thread is None else args.thread.name
        )
        sys.unraisablehook = lambda args: self._uncaught(args.exc_value)

    def watch(self) -> None:
        """For a program that stays: its log, and faults below Python (Qt, a library)."""
        import atexit  # noqa: PLC0415 -- a command that is soon over needs none of these
        import faulthandler  # noqa: PLC0415
        import logging  # noqa: PLC0415

        handler = logging.StreamHandler()
        handler.setLevel(logging.WARNING)
        handler.setFormatter(quiet_formatter())
        logging.getLogger().addHandler(handler)
        try:
            path = self._folder() / f"fault-{_stamp()}-{os.getpid()}.txt"
            file = os.open(path, os.O_CREAT | os.O_WRONLY | os.O_EXCL, 0o600)
        except OSError:
            return
        faulthandler.enable(file)
        atexit.register(_forget_empty, file, path)

    def write(self, error: BaseException, thread: str = "") -> Path:
        """The report. Raises `OSError`."""
        folder = self._folder()
        path = folder / f"crash-{_stamp()}-{os.getpid()}-{next(self._count)}.txt"
        file = os.open(path, os.O_CREAT | os.O_WRONLY | os.O_EXCL, 0o600)
        try:
            os.write(file, report_of(error, thread).encode("utf-8", "replace"))
            os.fsync(file)
        finally:
            os.close(file)
        _keep_newest(folder)
        return path

    def _uncaught(self, error: BaseException | None, thread: str = "") -> None:
        from ui.words import say  # noqa: PLC0415 -- only a fault needs words

        if error is None or isinstance(error, SystemExit):
            return
        if isinstance(error, KeyboardInterrupt):
            return
        try:
            told = say("crash-report", self.write(error, thread))
        except OSError:
            told = say("crash-no-report", type(error).__name__)
        with contextlib.suppress(OSError, ValueError, AttributeError):  # a window has no terminal
            sys.stderr.write(told + "\n")

    def _folder(self) -> Path:
        folder = self._home() / FOLDER
        folder.mkdir(mode=0o700, exist_ok=True)
        return folder


def known_to(context: click.Context, reports: CrashReports | None) -> None:
    """From now on `watch` finds them; None = the command runs within another program."""
    context.meta[_OF_THE_PROCESS] = reports


def watch() -> None:
    """A command that stays for long begins."""
    reports = click.get_current_context().meta.get(_OF_THE_PROCESS)
    if isinstance(reports, CrashReports):
        reports.watch()


def quiet_formatter() -> Formatter:
    """A line of the log with the place of an exception, and without what it says."""
    import logging  # noqa: PLC0415 -- see `watch`

    class Quiet(logging.Formatter):
        def formatException(self, ei: _ExcInfo) -> str:  # noqa: N802 -- the name of logging
            return "" if ei[1] is None else "\n".join(_told(ei[1]))

    return Quiet("%(levelname)s %(name)s: %(message)s")


def report_of(error: BaseException, thread: str = "") -> str:
    """All that is kept of it."""
    import platform  # noqa: PLC0415 -- only a fault needs it

    lines = [
        "Chairside: a fault in the program. This report holds no data of patients.",
        f"when    {_stamp()}",
        f"thread  {thread or threading.current_thread().name}",
        f"python  {platform.python_version()}",
        f"system  {platform.platform()}",
        *(f"{name} {_version(name)}" for name in _PARTS),
        "",
        *_told(error),
    ]
    return "\n".join(lines) + "\n"


def _told(error: BaseException) -> Iterator[str]:
    """The exception and its causes, each with where it came from."""
    seen: list[BaseException] = []
    following: BaseException | None = error
    while following is not None and following not in seen and len(seen) < _CHAIN:
        if seen:
            yield "which came of"
        seen.append(following)
        yield f"{type(following).__module__}.{type(following).__qualname__}: {_message(following)}"
        yield from _places(following.__traceback__)
        following = following.__cause__ or following.__context__


def _message(error: BaseException) -> str:
    """Rule 2."""
    from data.errors import (  # noqa: PLC0415 -- only a fault needs them
        NotEncrypted,
        StoreForeign,
        StoreLocked,
        StoreMissing,
        StoreNewer,
        StoreUnwritable,
        WrongKey,
    )

    ours = (NotEncrypted, StoreForeign, StoreLocked, StoreMissing, StoreNewer, StoreUnwritable)
    if isinstance(error, (*ours, WrongKey)):
        return str(error)
    if isinstance(error, OSError) and error.errno is not None:
        return os.strerror(error.errno)
    return "(what it says is left out)"


def _places(trace: TracebackType | None) -> Iterator[str]:
    while trace is not None:
        code = trace.tb_frame.f_code
        yield f"  {_place(code.co_filename)}:{trace.tb_lineno} in {code.co_qualname}"
        trace = trace.tb_next


def _place(filename: str) -> str:
    """The file without the folders above: they may bear the name of a person."""
    path = Path(filename)
    if path.is_relative_to(_ROOT):
        return path.relative_to(_ROOT).as_posix()
    return "/".join(path.parts[-2:])


def _version(name: str) -> str:
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415 -- takes 20 ms

    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"


def _stamp() -> str:
    return time.strftime("%Y%m%dT%H%M%SZ", time.gmtime())


def _keep_newest(folder: Path) -> None:
    reports = sorted(folder.glob("*.txt"), key=lambda path: path.name.split("-", 1)[-1])
    for old in reports[:-MOST]:
        with contextlib.suppress(OSError):
            old.unlink()


def _forget_empty(file: int, path: Path) -> None:
    import faulthandler  # noqa: PLC0415 -- it is there already

    faulthandler.disable()
    with contextlib.suppress(OSError):
        os.close(file)
        if not path.stat().st_size:
            path.unlink()
