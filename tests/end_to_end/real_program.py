"""The program as somebody else runs it: its commands as processes, on real ports and real files.

Nothing here sleeps for a fixed time: whoever waits, waits for something and has a deadline.
"""

from __future__ import annotations

import csv
import io
import json
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Any, Self, cast

import pytest

from ui.cli import run

PATIENCE_S = 60.0
"""Enough for a busy computer; nothing that works takes as long."""

needs_pty = pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo terminal")


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def last_line(self) -> str:
        return self.out.splitlines()[-1]

    @property
    def alarms(self) -> list[dict[str, Any]]:
        """The JSON lines of a replay."""
        return [json.loads(line) for line in self.out.splitlines()]


def chairside(*arguments: object, timeout_s: float = PATIENCE_S) -> Ran:
    """Run one command to its end."""
    done = subprocess.run(
        command_line(arguments), capture_output=True, text=True, timeout=timeout_s, check=False
    )
    return Ran(done.returncode, done.stdout, done.stderr)


def asked(*arguments: object) -> Ran:
    """Run one command in this process: for those that only read, much sooner done."""
    out, err = _pipe(), io.StringIO()
    with out, redirect_stdout(out), redirect_stderr(err):
        code = run([str(argument) for argument in arguments])
        out.flush()
        said = cast(io.BytesIO, out.buffer).getvalue()
    return Ran(code, said.decode("utf-8"), err.getvalue())


def _pipe() -> io.TextIOWrapper:
    """As a standard output is: words, with bytes below them."""
    return io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="", write_through=True)


def command_line(arguments: Sequence[object]) -> list[str]:
    return [sys.executable, "-m", "ui", *map(str, arguments)]


class Running:
    """One command in the background. Leaving the context ends it and closes its pipes."""

    def __init__(self, *arguments: object) -> None:
        self.process = subprocess.Popen(
            command_line(arguments), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        self._told: queue.SimpleQueue[str] = queue.SimpleQueue()
        self.out: list[str] = []
        self.err: list[str] = []
        self._readers = [
            threading.Thread(target=self._read, args=(self.process.stdout, self.out)),
            threading.Thread(target=self._read, args=(self.process.stderr, self.err)),
        ]
        for reader in self._readers:
            reader.start()

    def _read(self, pipe: Any, lines: list[str]) -> None:
        with pipe:
            for line in pipe:
                lines.append(line.rstrip("\n"))
                self._told.put(line.rstrip("\n"))

    def until_said(self, words: str, timeout_s: float = PATIENCE_S) -> str:
        """The next line, of either pipe, with these words in it."""
        while True:
            try:
                line = self._told.get(timeout=timeout_s)
            except queue.Empty:
                pytest.fail(f"never said {words!r}; said {self.out + self.err}")
            if words in line:
                return line

    def kill(self) -> None:
        """As a power cut would."""
        self.process.kill()
        self.wait()

    def stop(self) -> None:
        self.process.send_signal(signal.SIGTERM)
        self.wait()

    def wait(self, timeout_s: float = PATIENCE_S) -> Ran:
        code = self.process.wait(timeout_s)
        for reader in self._readers:
            reader.join()
        return Ran(code, "\n".join(self.out), "\n".join(self.err))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.wait()


@contextmanager
def simulated(*arguments: object, driver: str = "ivy-450c") -> Iterator[tuple[Running, str]]:
    """A virtual monitor that listens, and its URL.

    On a pseudo terminal it has a name of its own, and the name of a cable that is pulled goes with
    it. Otherwise it would lead to whatever terminal is next given the same number, be it another
    test's.
    """
    with ExitStack() as stack:
        if "--link" in arguments:
            link = Path(str(arguments[arguments.index("--link") + 1]))
        else:
            link = Path(stack.enter_context(TemporaryDirectory())) / "monitor"
            arguments = (*arguments, "--link", link) if "--pty" in arguments else arguments
        monitor = stack.enter_context(Running("simulate", "--driver", driver, *arguments))
        try:
            yield monitor, monitor.until_said("/")
        finally:
            link.unlink(missing_ok=True)


def exported(session: str, db: Path, folder: Path) -> list[dict[str, str]]:
    """The rows of the CSV export."""
    out = folder / f"{session}.csv"
    ran = asked("export", session, "--format", "csv", "--out", out, "--db", db)
    assert ran.code == 0, ran.err
    with out.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def values(rows: Sequence[dict[str, str]], sign: str) -> list[float]:
    return [float(row["value"]) for row in rows if row["sign"] == sign]


# ---- the bytes of an Ivy 450C, as the test wants them -------------------------------------------


def ivy_frame(hr: int = 80, spo2: int = 100, nibp: str = "121;75;92;80;;") -> bytes:
    """One second of an Ivy 450C."""
    waves = bytes([100] * 200 + [86] * 100 + [80] * 50 + [251] * 50)
    lines = (
        f"HR=1;{hr};ECG-II-DIAG;\rRR=1;15;APNEA: 20 SEC;\rETCO2=1;;;\rSPO2=1;{spo2};PR={hr} ;\r"
        f"NIBP=4;{nibp}\rP1=3;;;;NO TRANSDUCER;\rP2=3;;;;NO TRANSDUCER;\rT1=1;;;\rT2=1;;;\r"
    )
    return b"\xffANSAR-B " + waves + lines.encode("ascii") + b"\xfe"


def one_sentence(text: str) -> bool:
    """What a person is told when something cannot be done."""
    return len(text.strip().splitlines()) == 1 and "Traceback" not in text and len(text) < 400
