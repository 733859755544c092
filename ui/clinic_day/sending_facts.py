"""What is said of a session on its way to another system, and of where they go. Pure, no Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from data.mllp import Receiver
from data.outbox import Fate, Letter
from ui.backup_text import moment_text
from ui.post_desk import PostView
from ui.words import say

Offset = Callable[[float], int]
"""The offset of the local zone from UTC at a moment, minutes."""


def letter_text(letter: Letter, offset_min: Offset) -> str:
    """What became of it, and what happens next."""
    trouble = " ".join(letter.trouble.split())
    if letter.fate is Fate.SENT:
        at = _at(letter.settled_utc_s, offset_min)
        return say("post-row-sent", letter.receiver, at, letter.by)
    if letter.fate is Fate.REFUSED:
        return say("post-row-refused", _at(letter.settled_utc_s, offset_min), trouble)
    if not letter.tries:
        return say("post-row-first", letter.receiver, _at(letter.queued_utc_s, offset_min))
    why, following = trouble.rstrip("."), _at(letter.next_utc_s, offset_min)
    if letter.tries == 1:
        return say("post-row-waits-once", letter.receiver, why, following)
    return say("post-row-waits", letter.receiver, why, following, letter.tries)


def still_open(letters: Sequence[Letter]) -> list[Letter]:
    """Those that were not sent: what wants a person first, then what waits; the newest first."""
    refused = [one for one in letters if one.fate is Fate.REFUSED]
    return refused + [one for one in letters if one.fate is Fate.WAITING]


def sent(letters: Sequence[Letter]) -> list[Letter]:
    """The latest first."""
    done = [one for one in letters if one.fate is Fate.SENT]
    return sorted(done, key=lambda one: -one.settled_utc_s)


def part_text(view: PostView) -> str:
    """The name of the part, with what wants a person, else with what waits."""
    refused = sum(one.fate is Fate.REFUSED for one in view.letters)
    waiting = sum(one.fate is Fate.WAITING for one in view.letters)
    if view.trouble:
        return say("post-part-trouble")
    if refused:
        return say("post-part-refused", refused)
    return say("post-part-waiting", waiting) if waiting else say("day-sending")


def is_wanted(view: PostView) -> bool:
    """There is something to see: a receiver, a letter, or a folder that cannot be read."""
    return view.possible and bool(view.receiver or view.letters or view.trouble)


def where_text(view: PostView) -> str:
    receiver = view.receiver
    if receiver is None:
        return say("post-nowhere")
    return say("post-receiver" if receiver.tls else "post-receiver-clear", receiver.name)


def typed_text(receiver: Receiver | None) -> str:
    """As it is typed: an address of IPv6 stands in brackets."""
    if receiver is None:
        return ""
    host = f"[{receiver.host}]" if ":" in receiver.host else receiver.host
    return f"{host}:{receiver.port}"


def _at(utc_s: float, offset_min: Offset) -> str:
    return moment_text(utc_s, offset_min(utc_s))
