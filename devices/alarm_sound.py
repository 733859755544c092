"""The program's handle on its sound process: what is to sound, heartbeats, and what went wrong.

Rule 1: nothing here blocks the caller: every call only puts a message into a queue. One thread
        owns the process and all state; another one hands over what the process says.
Rule 2: nobody beats here but the caller. If the caller hangs, no beat is sent, and the sound
        process speaks up by itself.
Rule 3: a sound process that dies or does not answer is trouble, and is started again.
Rule 4: trouble is told once, with one sentence for a person; so is its end.
"""

from __future__ import annotations

import contextlib
import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from queue import Empty, SimpleQueue

from devices.sound_process import (
    Process,
    SoundReport,
    end,
    hand_over,
    report_in,
    start_process,
    tell,
)
from monitor.outcomes import Priority
from monitor.sounding import Sounding

logger = logging.getLogger(__name__)

STEP_S = 0.5
ANSWER_WITHIN_S = 10.0
RESTART_AFTER_S = 2.0

_DIED = "the sound program ended: alarms are shown but not heard until it runs again"
_BUG = "the sound program is lost: alarms are not heard until Chairside is started again"
_HANGS = "the sound program does not answer: alarms may not be heard until it runs again"


@dataclass(frozen=True, slots=True)
class _Ask:
    asked: tuple[Sounding, ...]


@dataclass(frozen=True, slots=True)
class _Try:
    priority: Priority


@dataclass(frozen=True, slots=True)
class _Desk:
    """A second output, None = none; `try_it` = play a burst there."""

    output: str | None
    quiet: bool
    try_it: bool = False


@dataclass(frozen=True, slots=True)
class _Do:
    word: str
    """``beat``, ``rest``, ``outputs`` or ``quit``."""


@dataclass(frozen=True, slots=True)
class _Said:
    """A line of the process with this number; None = it ended."""

    process: int
    line: bytes | None


_Message = _Ask | _Try | _Desk | _Do | _Said


class AlarmSound:
    """`on_trouble`, `on_well` and `on_report` are called on a thread of this object."""

    def __init__(
        self,
        on_trouble: Callable[[str], None],
        on_well: Callable[[], None],
        on_report: Callable[[SoundReport], None] | None = None,
    ) -> None:
        self._queue: SimpleQueue[_Message] = SimpleQueue()
        keeper = _Keeper(self._queue, on_trouble, on_well, on_report)
        self._thread = threading.Thread(target=keeper.run, name="alarm sound", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def sound(self, asked: tuple[Sounding, ...]) -> None:
        """All that the chairs ask for from now on; the most urgent are heard, in turn."""
        self._queue.put(_Ask(asked))

    def try_burst(self, priority: Priority) -> None:
        """Play one burst once, for a sound check; nothing is played while a chair asks."""
        self._queue.put(_Try(priority))

    def ask_outputs(self) -> None:
        """A report says which loudspeakers there are."""
        self._queue.put(_Do("outputs"))

    def desk(self, output: str | None, *, quiet: bool) -> None:
        """Open a second output (None = close it); `quiet`: alarms are heard there, not here."""
        self._queue.put(_Desk(output, quiet))

    def try_desk(self, output: str) -> None:
        """Open it, and play one medium burst there."""
        self._queue.put(_Desk(output, quiet=False, try_it=True))

    def beat(self) -> None:
        """The program watches: to be called at least twice a second from the first time on."""
        self._queue.put(_Do("beat"))

    def rest(self) -> None:
        """The program does not watch now, and need not beat until it beats again."""
        self._queue.put(_Do("rest"))

    def close(self) -> None:
        """End the sound process in order; it falls silent."""
        self._queue.put(_Do("quit"))
        if self._thread.is_alive():
            self._thread.join()


class _Keeper:
    """Owns the process. Everything but `run` happens on its thread."""

    def __init__(
        self,
        queue: SimpleQueue[_Message],
        on_trouble: Callable[[str], None],
        on_well: Callable[[], None],
        on_report: Callable[[SoundReport], None] | None,
    ) -> None:
        self._queue = queue
        self._on_trouble = on_trouble
        self._on_well = on_well
        self._on_report = on_report
        self._asked: tuple[Sounding, ...] = ()
        self._trials = 0
        self._trial: Priority | None = None
        """A burst of a sound check that was not passed on yet."""
        self._desk = _Desk(None, quiet=False)
        self._desk_told: _Desk | None = None
        self._desk_tries = False
        self._trouble: str | None = None
        self._process_number = 0
        self._unanswered_s = 0.0
        self._ended = False
        self._quitting = False

    def run(self) -> None:
        try:
            self._keep_running()
        except Exception:  # bottom of the thread: the bug is logged, and the person is told
            logger.exception("the handle of the sound program has a bug")
            self._fail(_BUG)

    def _keep_running(self) -> None:
        while not self._quitting:
            self._process_number += 1
            self._desk_told = None
            self._unanswered_s = 0.0
            self._ended = False
            try:
                process = start_process()
            except OSError as error:
                self._fail(f"the sound program cannot be started ({error}): alarms are not heard")
            else:
                self._keep(process)
            self._rest_before_restart()

    def _keep(self, process: Process) -> None:
        number = self._process_number
        reader = threading.Thread(
            target=hand_over,
            args=(process, lambda line: self._queue.put(_Said(number, line))),
            name="alarm sound reader",
            daemon=True,
        )
        reader.start()
        with process:
            try:
                self._serve(process)
            except OSError:
                self._fail(_DIED)
            finally:
                end(process)
                reader.join()

    def _serve(self, process: Process) -> None:
        """Until the process ends, hangs, or is to quit."""
        self._tell_sound(process)
        while True:
            messages = self._take_messages(STEP_S)
            asked_before = self._asked
            does = [message.word for message in messages if isinstance(message, _Do)]
            words = [word for word in does if word != "outputs"]
            for message in messages:
                self._absorb(message)
            if self._quitting:
                tell(process, {"do": "quit"})
                return
            if self._ended:
                self._fail(_DIED)
                return
            if self._asked != asked_before:
                self._tell_sound(process)
            self._tell_trial(process)
            self._tell_desk(process)
            if "outputs" in does:
                tell(process, {"do": "outputs"})
            if words:
                # Beats that waited together are one beat; the last word counts.
                tell(process, {"do": words[-1]})
            if self._unanswered_s > ANSWER_WITHIN_S:
                self._fail(_HANGS)
                return

    def _take_messages(self, timeout_s: float) -> list[_Message]:
        """All that waits; waits for the first."""
        began = time.monotonic()
        messages: list[_Message] = []
        with contextlib.suppress(Empty):
            messages.append(self._queue.get(timeout=timeout_s))
            while True:
                messages.append(self._queue.get_nowait())
        # A longer step means that we were held up ourselves: the answer may be waiting.
        self._unanswered_s += min(time.monotonic() - began, STEP_S)
        return messages

    def _absorb(self, message: _Message) -> None:
        """Take note of a message."""
        if isinstance(message, _Ask):
            self._asked = message.asked
        elif isinstance(message, _Try):
            self._trial = message.priority
        elif isinstance(message, _Desk):
            self._desk = message
            self._desk_tries = self._desk_tries or message.try_it
        elif isinstance(message, _Do):
            self._quitting = self._quitting or message.word == "quit"
        elif message.process == self._process_number:
            self._unanswered_s = 0.0
            if message.line is None:
                self._ended = True
            else:
                self._hear(message.line)

    def _hear(self, line: bytes) -> None:
        report = report_in(line)
        if report is None:
            # What sound libraries of the system print, or a traceback of the process.
            logger.debug("sound program: %s", line.decode(errors="replace").rstrip())
            return
        if report.said == "failed":
            self._fail(report.what or _DIED)
        elif report.said == "ready":
            self._recover()
        if self._on_report is not None:
            self._on_report(report)

    def _fail(self, text: str) -> None:
        if text != self._trouble:
            self._trouble = text
            logger.info("%s", text)
            self._on_trouble(text)

    def _recover(self) -> None:
        if self._trouble is not None:
            self._trouble = None
            logger.info("the sound program is well again")
            self._on_well()

    def _tell_sound(self, process: Process) -> None:
        asked = [
            [wish.chair, wish.priority.word, wish.melody.value, wish.everywhere]
            for wish in self._asked
        ]
        tell(process, {"do": "sound", "asked": asked})

    def _tell_trial(self, process: Process) -> None:
        if self._trial is not None:
            self._trials += 1
            tell(process, {"do": "try", "number": self._trials, "priority": self._trial.word})
            self._trial = None

    def _tell_desk(self, process: Process) -> None:
        """A process that was started again hears of the desk again, but plays no old burst."""
        desk = self._desk
        if desk == self._desk_told and not self._desk_tries:
            return
        if desk != self._desk_told and (desk.output is not None or self._desk_told is not None):
            tell(process, {"do": "desk", "output": desk.output, "quiet": desk.quiet})
        self._desk_told = desk
        if self._desk_tries:
            self._desk_tries = False
            self._trials += 1
            trial = {"number": self._trials, "priority": Priority.MEDIUM.word, "desk": True}
            tell(process, {"do": "try", **trial})

    def _rest_before_restart(self) -> None:
        """Keep listening to the program, above all to `quit`."""
        until = time.monotonic() + RESTART_AFTER_S
        while not self._quitting and (left_s := until - time.monotonic()) > 0:
            for message in self._take_messages(left_s):
                self._absorb(message)
