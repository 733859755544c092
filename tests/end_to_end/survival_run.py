"""One program of a campaign: the place it writes to, what it says, and how it is made to die."""

from __future__ import annotations

import functools
import json
import os
import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Self

import psutil
import pytest
from helpers import ROOT, wait_until

from data import vault
from monitor.vitals import WaveChunk

PASSPHRASE = "a long passphrase of this campaign"
PROGRAM = Path(__file__).with_name("survival_program.py")
PATIENCE_S = 60.0


@dataclass(frozen=True, slots=True)
class Put:
    """One line of a session that was handed over at `t_s`, seconds of the monotonic clock."""

    t_s: float
    seq: int
    now_s: float
    human: bool
    kind: str

    @property
    def what(self) -> tuple[int, float, str]:
        return self.seq, round(self.now_s, 3), self.kind

    @property
    def is_row(self) -> bool:
        return self.kind != WaveChunk.__name__


@dataclass(slots=True)
class Said:
    """What a program said so far; moments are seconds of the monotonic clock."""

    session: str = ""
    puts: list[Put] = field(default_factory=list)
    kept: list[tuple[float, int]] = field(default_factory=list)
    told: list[tuple[float, str]] = field(default_factory=list)
    alarms: list[tuple[float, str, str]] = field(default_factory=list)
    limits: list[dict[str, float]] = field(default_factory=list)
    seen: list[tuple[float, int]] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)
    """``moved`` for each time that its clocks were, ``closed`` at its end."""
    point: str = ""
    ended_s: float | None = None
    """When it was killed; None = it ended in order."""

    def take(self, line: str) -> None:
        word, _, rest = line.partition(" ")
        at, _, rest = rest.partition(" ")
        values = rest.split(" ")
        match word:
            case "put":
                seq, now_s, who, kind = values
                self.puts.append(Put(float(at), int(seq), float(now_s), who == "human", kind))
            case "kept":
                self.kept.append((float(at), int(values[0])))
            case "told":
                self.told.append((float(at), rest))
            case "alarm":
                self.alarms.append((float(at), values[0], values[1]))
            case "limits":
                self.limits.append({rule: now for rule, _own, now in json.loads(rest)})
            case "seen":
                self.seen.append((float(at), int(values[0])))
            case "session":
                self.session = rest
            case "began":
                self.point = rest
            case "moved" | "closed":
                self.marks.append(word)

    def kept_after(self, since_s: float) -> float | None:
        """When the first value that came after `since_s` was called saved; None = not yet."""
        first = next((p for p in self.puts if p.t_s >= since_s and p.kind == "Numerics"), None)
        if first is None:
            return None
        return next((t for t, seq in self.kept if t >= first.t_s and seq >= first.seq), None)

    def pictures(self, from_s: float, until_s: float) -> int:
        counts = [n for t, n in self.seen if from_s <= t <= until_s]
        return counts[-1] - counts[0] if counts else 0


class Place:
    """Where one run has its files. `disk` may be mounted, filled, renamed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.disk, self.spill, self.home = (folder / name for name in ("disk", "spill", "home"))
        self.disk.mkdir(parents=True)
        self.db = self.disk / "record.db"

    def wal(self) -> Path:
        return self.db.with_name(self.db.name + "-wal")

    def journals(self) -> list[Path]:
        """Oldest first; those that were merged, too."""
        found = [*self.spill.glob("*.jnl"), *self.spill.glob("*.merged")]
        return sorted(found, key=lambda path: path.stat().st_mtime)

    def files(self) -> list[Path]:
        """Of the record and of the second place."""
        both = (*self.disk.glob("*"), *self.spill.glob("*"))
        return [one for one in both if one.is_file()]

    def captures(self) -> list[Path]:
        return sorted(self.disk.glob("*.capture"))

    def environment(self, **more: str) -> dict[str, str]:
        return os.environ | {
            "CHAIRSIDE_HOME": str(self.home),
            "CHAIRSIDE_SPILL": str(self.spill),
            "CHAIRSIDE_PASSPHRASE": PASSPHRASE,
            **more,
        }

    def key(self) -> bytes:
        """Asked again and again: to stretch a passphrase takes as long as half a run."""
        return _stretched(vault.salt_of(self.db) or vault.new_salt())


@functools.cache
def _stretched(salt: bytes) -> bytes:
    return vault.stretched(PASSPHRASE, salt)


def _stands_still(pid: int) -> bool:
    """Every thread has stopped (Linux says it of each), or waits for a disk and stops then."""
    threads = list(Path(f"/proc/{pid}/task").glob("*/stat"))
    if not threads:
        return bool(psutil.Process(pid).status() == psutil.STATUS_STOPPED)
    states = (one.read_text(encoding="utf-8").rpartition(")")[2].split()[0] for one in threads)
    return all(state in {"T", "D"} for state in states)


class Sufferer:
    """One program. Leaving the context kills it."""

    def __init__(
        self, place: Place, url: str, how: str = "open", *, chair: int = 1, **env: str
    ) -> None:
        self.said = Said()
        self._heard: queue.SimpleQueue[None] = queue.SimpleQueue()
        self.began_s = time.monotonic()
        self.process = subprocess.Popen(
            [sys.executable, str(PROGRAM), str(place.db), url, str(chair), how],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            cwd=ROOT, env=place.environment(**env), encoding="utf-8",
        )  # fmt: skip
        self._reader = threading.Thread(target=self._read)
        self._reader.start()
        self._errors: list[str] = []
        self._listener = threading.Thread(target=self._listen)
        self._listener.start()

    def _read(self) -> None:
        for line in self.process.stdout:
            self.said.take(line.rstrip("\n"))
            self._heard.put(None)
        self._heard.put(None)

    def _listen(self) -> None:
        self._errors += self.process.stderr.readlines()

    def until(self, holds: Callable[[], object], what: str, timeout_s: float = PATIENCE_S) -> None:
        deadline = time.monotonic() + timeout_s
        while not holds():
            if time.monotonic() > deadline or self.process.poll() is not None:
                if self.process.poll() is not None:
                    self._reader.join()
                    self._listener.join()
                    if holds():
                        return
                pytest.fail(f"{what} did not come; it told {self.said.told}; {self._errors}")
            try:
                self._heard.get(timeout=0.25)
            except queue.Empty:
                continue

    def until_recording(self, since_s: float, timeout_s: float = PATIENCE_S) -> float:
        """Seconds from `since_s` until a value that came later was called saved."""
        self.until(lambda: self.said.kept_after(since_s), "a saved value", timeout_s)
        at = self.said.kept_after(since_s)
        assert at is not None
        return at - since_s

    def live(self, seconds: float) -> None:
        """Let it be for so long; it does not die of itself."""
        try:
            self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            return
        pytest.fail(f"it ended by itself: {self._errors}")

    def ask(self, *words: object) -> None:
        self.process.stdin.write(" ".join(map(str, words)) + "\n")
        self.process.stdin.flush()

    def move_clock(self, how: str, seconds: int) -> float:
        """``step`` or ``slept``; when that was done."""
        before = len(self.said.marks)
        self.ask(how, seconds)
        self.until(lambda: len(self.said.marks) > before, "the other time")
        return time.monotonic()

    def kill(self) -> None:
        self.said.ended_s = time.monotonic()
        self.process.kill()
        self._gone()

    def stop(self) -> None:
        self.ask("stop")
        self._gone()
        assert self.said.marks[-1:] == ["closed"], self._errors

    def freeze(self) -> None:
        self.process.send_signal(signal.SIGSTOP)
        # The signal is only on its way: a thread that still runs would write after the copy.
        wait_until(lambda: _stands_still(self.process.pid), what="every thread to stop")

    def thaw(self) -> None:
        self.process.send_signal(signal.SIGCONT)

    def _gone(self) -> None:
        self.process.wait(PATIENCE_S)
        self._reader.join()
        self._listener.join()
        for pipe in (self.process.stdin, self.process.stdout, self.process.stderr):
            pipe.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.process.kill()
        if not self.process.stdout.closed:
            self._gone()
