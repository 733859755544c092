"""Sends one HL7 message to a host by MLLP, and reads what it answers.

Rule 1: nothing listens here; a connection is opened, one message goes, one answer comes, and the
        connection is closed.
Rule 2: what is waited for has a bound in time and in bytes; a host that answers nonsense is one
        that did not answer.
Rule 3: with TLS the host's certificate is checked against its name, by the authorities of this
        computer or the file that was given. There is no way to switch that off.

Source: HL7 MLLP release 2: 0x0B, message, 0x1C 0x0D; acknowledgements by HL7 v2.6, 2.9.
"""

from __future__ import annotations

import re
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from data.short_steps import Line, Patience, connected

START, END = b"\x0b", b"\x1c\r"
LARGEST_ANSWER = 65_536
TIMEOUT_S = 10.0
_TAKEN = frozenset({"AA", "CA"})
_AGAIN = frozenset({"AE", "CE"})


class SendFailed(Exception):
    """The message did not get there, or nobody said that it did; one sentence.

    `again` False: sending the same once more would be refused once more.
    """

    def __init__(self, text: str, *, again: bool) -> None:
        super().__init__(text)
        self.again = again


@dataclass(frozen=True, slots=True)
class Receiver:
    """Where messages go.

    `authority` is a PEM file that vouches for the host; None = the usual authorities of this
    computer. Without `tls` everything travels in clear.
    """

    host: str
    port: int
    tls: bool = True
    authority: Path | None = None

    @property
    def name(self) -> str:
        return f"{self.host}:{self.port}"


def send(
    receiver: Receiver,
    message: bytes,
    control_id: str,
    wait_s: float = TIMEOUT_S,
    stopping: Callable[[], bool] = lambda: False,
) -> str:
    """What the host acknowledged with, ``AA`` or ``CA``. Raises `SendFailed`.

    `wait_s` is for each of reaching, saying and hearing. Raises `Stopped` soon after `stopping`
    says so: the host may have the message then, and gets it again under the same control id.
    """
    patience = Patience(wait_s, stopping)
    context = _context(receiver) if receiver.tls else None
    try:
        with connected(receiver.host, receiver.port, patience, context) as line:
            line.send(START + message + END)
            answer = _answer(line)
    except ssl.SSLError as error:
        raise _untrusted(receiver, error) from error
    except TimeoutError as error:
        raise SendFailed(
            f"{receiver.name} did not answer within {wait_s:g} s; it is tried again", again=True
        ) from error
    except OSError as error:
        raise SendFailed(
            f"{receiver.name} cannot be reached ({error.strerror or error}); "
            "check the network, host and port",
            again=True,
        ) from error
    return _judged(receiver, answer, control_id)


def trouble_with(authority: Path) -> str:
    """Why this file vouches for nobody; empty = it can be used."""
    try:
        ssl.create_default_context(cafile=str(authority))
    except ssl.SSLError as error:
        return error.reason or "no certificate is in it"
    except OSError as error:
        return error.strerror or str(error)
    return ""


def _context(receiver: Receiver) -> ssl.SSLContext:
    authority = None if receiver.authority is None else str(receiver.authority)
    try:
        context = ssl.create_default_context(cafile=authority)
    except ssl.SSLError as error:
        raise _untrusted(receiver, error) from error
    except OSError as error:
        raise SendFailed(
            f"{authority} cannot be read ({error.strerror or error}), and without it nobody "
            f"vouches for {receiver.name}; give the file back or choose the receiver anew",
            again=True,
        ) from error
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context


def _untrusted(receiver: Receiver, error: ssl.SSLError) -> SendFailed:
    why = getattr(error, "verify_message", "") or error.reason or "it does not speak TLS"
    return SendFailed(
        f"{receiver.name} cannot be trusted ({why}); check its certificate and its name",
        again=True,
    )


def _answer(line: Line) -> bytes:
    """What stands between the marks. Raises `OSError`, `Stopped`."""
    heard = b""
    for piece in line.pieces():
        heard += piece
        if END in heard:
            break
        if len(heard) > LARGEST_ANSWER:
            raise ConnectionError("its answer has no end")
    return heard[heard.find(START) + 1 : heard.find(END)]


def _error_code(segments: list[str]) -> str:
    """What the host says was wrong, as a number of HL7 table 0357 only.

    Its own words may name the patient, and what is said here is kept outside the record.
    """
    fields = next((one.split("|") for one in segments if one.startswith("ERR|")), [])
    code = fields[3].partition("^")[0] if len(fields) > 3 else ""
    return f" (error {code})" if re.fullmatch(r"\d{3}", code) else ""


def _judged(receiver: Receiver, answer: bytes, control_id: str) -> str:
    segments = answer.decode("utf-8", "replace").replace("\n", "\r").split("\r")
    fields = next((one.split("|") for one in segments if one.startswith("MSA|")), [])
    code = fields[1] if len(fields) > 1 else ""
    about = fields[2].strip() if len(fields) > 2 else ""
    if code in _TAKEN and about == control_id:
        return code
    told = _error_code(segments)
    if code in _TAKEN or not code or (about and about != control_id):
        raise SendFailed(
            f"{receiver.name} answered, but not about this message; it is tried again", again=True
        )
    plain_code = "".join(one for one in code[:2] if one.isprintable())
    raise SendFailed(
        f"{receiver.name} refused the message with {plain_code}{told}; ask who runs it",
        again=code in _AGAIN,
    )
