"""Takes what waits in the outbox to the receiver, and keeps at it.

Rule 1: a message is made of the record at the moment at which it goes; nothing of it is kept.
Rule 2: what left, and that it was acknowledged, is a line of the audit trail; so is a refusal for
        good. That it is tried again is none.
Rule 3: the thread neither touches a chair nor waits for one; told to end, it
        does not wait for a host that does not answer.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from pathlib import Path

from data.audit import AuditKind, Fact
from data.errors import NoSuchSession, StoreError
from data.export.material import Material
from data.mllp import Receiver, SendFailed, send
from data.outbox import FOLDER, Fate, Letter, Outbox
from data.receiver_file import FILE_NAME, load_receiver
from data.short_steps import Stopped
from ui.gate import Trail
from ui.places import home
from ui.words import say

logger = logging.getLogger(__name__)

LOOK_S = 5.0
AFTER_BUG_S = 600.0
Note = Callable[[str, str, dict[str, Fact]], None]
"""Who, which session, what: a line of the audit trail."""


def usual_outbox() -> Outbox:
    return Outbox(home() / FOLDER)


def receiver_place() -> Path:
    return home() / FILE_NAME


def known_receiver() -> Receiver | None:
    """None = nothing is sent from here."""
    return load_receiver(receiver_place())


def noted(receiver: Receiver | None) -> str:
    """For the trail: where to, and whatever of it is not the usual way; empty = nowhere."""
    if receiver is None:
        return ""
    if not receiver.tls:
        return f"{receiver.name} without TLS"
    return receiver.name if receiver.authority is None else f"{receiver.name} {receiver.authority}"


class Post:
    """`material` gives a session of the record, or raises a `StoreError`; `note` is the trail."""

    def __init__(
        self,
        material: Callable[[str], Material],
        note: Note,
        outbox: Outbox | None = None,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self.outbox = usual_outbox() if outbox is None else outbox
        self._material = material
        self._note = note
        self._clock = clock

    def carry(self, stopping: Callable[[], bool] = lambda: False) -> list[Letter]:
        """Try all that is due, once; what became of each. Raises `OSError`."""
        if not self.outbox.due(self._clock()):
            return []
        with self.outbox.sending() as may:
            if not may:
                return []
            self.outbox.let_go(self._clock())
            due = self.outbox.due(self._clock())
            return [self._try(letter, stopping) for letter in due if not stopping()]

    def _try(self, letter: Letter, stopping: Callable[[], bool]) -> Letter:
        receiver = known_receiver()
        if receiver is None or receiver.name != letter.receiver:
            return self._refused(letter, say("post-other-receiver", letter.receiver))
        try:
            material = self._material(letter.session_id)
        except NoSuchSession:
            return self._refused(letter, say("post-no-session", letter.session_id))
        except StoreError as error:
            return self.outbox.failed(letter, self._clock(), str(error))
        if material.session_id != letter.session_id:  # another one whose id begins like this
            return self._refused(letter, say("post-no-session", letter.session_id))
        if material.simulated:
            return self._refused(letter, say("post-simulated", letter.session_id))
        try:
            return self._send(letter, receiver, material, stopping)
        except Stopped:
            return letter  # as if it had not been tried: nobody knows what became of it

    def _send(
        self,
        letter: Letter,
        receiver: Receiver,
        material: Material,
        stopping: Callable[[], bool],
    ) -> Letter:
        from data.export.hl7 import control_id, session_hl7  # noqa: PLC0415 (no start waits for it)

        try:
            message, control = b"".join(session_hl7(material)), control_id(material)
            code = send(receiver, message, control, stopping=stopping)
        except SendFailed as failure:
            if failure.again:
                return self.outbox.failed(letter, self._clock(), str(failure))
            return self._refused(letter, str(failure))
        facts: dict[str, Fact] = {"format": "hl7", "to": letter.receiver, "acknowledged": code}
        self._note(letter.by, letter.session_id, facts)
        return self.outbox.sent(letter, self._clock())

    def _refused(self, letter: Letter, why: str) -> Letter:
        facts: dict[str, Fact] = {"format": "hl7", "to": letter.receiver, "refused": why[:200]}
        self._note(letter.by, letter.session_id, facts)
        return self.outbox.refused(letter, self._clock(), why)


def post_of(path: Path, key: bytes | None, trail: Trail) -> Post:
    """Of a program whose record is at `path`."""

    def note(by: str, session_id: str, facts: dict[str, Fact]) -> None:
        trail.note(AuditKind.EXPORT, by, session_id, **facts)

    def material(session_id: str) -> Material:
        from ui.handing_over import material_of  # noqa: PLC0415 (no start waits for it)

        return material_of(path, key, session_id)

    return Post(material, note)


class PostThread:
    """Carries until it is stopped. What goes wrong around it is logged, and tried again."""

    def __init__(self, post: Post, look_s: float = LOOK_S) -> None:
        self._post = post
        self._look_s = look_s
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="post", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self, timeout_s: float | None = None) -> None:
        self._stopping.set()
        self._thread.join(timeout_s)

    def _run(self) -> None:
        wait_s = self._look_s
        while not self._stopping.wait(wait_s):
            wait_s = self._look_s
            try:
                self._post.carry(self._stopping.is_set)
            except OSError as error:
                logger.warning("the outbox cannot be used: %s", error)
            except Exception:  # bottom of the thread: a bug with one letter is logged
                logger.exception("the post has a bug")
                wait_s = AFTER_BUG_S


def open_letters(outbox: Outbox) -> tuple[int, int]:
    """How many wait, and how many were refused and want a person."""
    letters = outbox.letters()
    waiting = sum(1 for one in letters if one.fate is Fate.WAITING)
    return waiting, sum(1 for one in letters if one.fate is Fate.REFUSED)
