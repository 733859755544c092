"""What a window does about sending: who receives, what waits, what came of it. Behind the gate."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path

from data.audit import AuditKind
from data.mllp import Receiver, trouble_with
from data.outbox import Letter
from data.receiver_file import receiver_of, save_receiver
from monitor.rights import Right
from ui.gate import Gate
from ui.post import known_receiver, noted, receiver_place, usual_outbox
from ui.requests import Refusal, WrongEntry
from ui.words import say


@dataclass(frozen=True, slots=True)
class PostView:
    """`receiver` None = nothing is sent from here. `letters`: the newest first.

    `trouble` is the sentence why they cannot be read, empty = they can. `possible` False = nothing
    is ever sent from here (the demo).
    """

    receiver: Receiver | None = None
    letters: tuple[Letter, ...] = ()
    trouble: str = ""
    possible: bool = True


def receiver_typed(text: str, authority: str, *, tls: bool) -> Receiver:
    """As it was typed. `authority` empty = those of this computer. Raises `WrongEntry`."""
    typed = authority.strip()
    vouching = Path(typed).expanduser() if tls and typed else None
    receiver = receiver_of(text.strip(), tls=tls, authority=vouching)
    if receiver is None:
        raise WrongEntry(say("post-receiver-wrong", text.strip() or "?"))
    why = "" if vouching is None else trouble_with(vouching)
    if why:
        raise WrongEntry(say("post-authority-wrong", typed, why))
    return receiver


class PostDesk:
    """`simulated`: this is a demo, and nothing of it is sent anywhere."""

    def __init__(self, gate: Gate, *, simulated: bool = False) -> None:
        self._gate = gate
        self._simulated = simulated

    def receiver(self) -> Receiver | None:
        """None = nothing is sent from here."""
        return None if self._simulated else known_receiver()

    def mark(self) -> object:
        """Equal to the last one as long as `view` would be."""
        if self._simulated:
            return None
        try:
            return known_receiver(), usual_outbox().mark()
        except OSError as error:
            return _failed(error)

    def view(self) -> PostView:
        if self._simulated:
            return PostView(possible=False)
        receiver = known_receiver()
        try:
            return PostView(receiver, tuple(self.letters()))
        except Refusal as refusal:
            return PostView(receiver, trouble=str(refusal))

    def choose(self, receiver: Receiver | None) -> None:
        """From now on everything goes there. Raises `Refusal`."""
        who = self._gate.want(Right.SETTINGS, about="receiver")
        before = known_receiver()
        try:
            save_receiver(receiver_place(), receiver)
        except OSError as error:
            why = error.strerror or str(error)
            raise Refusal(say("post-receiver-failed", receiver_place(), why)) from error
        old, new = noted(before), noted(known_receiver())
        if old != new:
            self._gate.trail.note(AuditKind.SETTING, who, what="receiver", old=old, new=new)

    def put(self, session_id: str) -> str:
        """It waits to be sent from now on, says the sentence. Raises `Refusal`."""
        receiver = self.receiver()
        who = self._gate.want(Right.EXPORT, about="hl7", at=session_id)
        if receiver is None:
            raise Refusal(say("post-none-here"))
        box = usual_outbox()
        try:
            box.put(session_id, receiver.name, who, time.time())
        except OSError as error:
            raise Refusal(_failed(error)) from error
        return say("post-queued", session_id, receiver.name)

    def letters(self) -> list[Letter]:
        """The newest first. Raises `Refusal`."""
        if self._simulated:
            return []
        try:
            return usual_outbox().letters()
        except OSError as error:
            raise Refusal(_failed(error)) from error

    def again(self, letter: Letter) -> str:
        """Try it at once, whatever became of it, says the sentence. Raises `Refusal`.

        It goes to whom sessions are sent now, also when it was for another one.
        """
        said = self.put(letter.session_id)
        receiver = self.receiver()
        if receiver is not None and receiver.name != letter.receiver:
            self.drop(letter)
        return said

    def drop(self, letter: Letter) -> None:
        """It is not sent, and no longer listed. Raises `Refusal`."""
        who = self._gate.want(Right.EXPORT, about="hl7", at=letter.session_id)
        try:
            usual_outbox().drop(letter)
        except OSError as error:
            raise Refusal(_failed(error)) from error
        trail, about = self._gate.trail, letter.session_id
        trail.note(AuditKind.EXPORT, who, about, format="hl7", to=letter.receiver, dropped=True)


def _failed(error: OSError) -> str:
    return say("post-box-failed", usual_outbox().folder, error.strerror or str(error))
