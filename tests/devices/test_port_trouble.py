from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from devices.errors import ConnectReason
from devices.port_trouble import broke_off, connection_failed, could_not_open

URL = "/dev/ttyUSB7"


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (errno.ENOENT, ConnectReason.ABSENT),
        (errno.EBUSY, ConnectReason.IN_USE),
        (errno.EWOULDBLOCK, ConnectReason.IN_USE),
        (errno.ECONNREFUSED, ConnectReason.REFUSED),
        (errno.EHOSTUNREACH, ConnectReason.ABSENT),
        (errno.ENOTTY, ConnectReason.BAD_URL),
        (errno.EPIPE, ConnectReason.BROKEN),
    ],
)
def test_the_error_number_gives_the_reason(number: int, reason: ConnectReason) -> None:
    assert could_not_open(URL, OSError(number, os.strerror(number))).reason is reason


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Could not open port rfc2217://x:1: [Errno 111] refused", ConnectReason.REFUSED),
        ("could not open port 'COM9': FileNotFoundError(2, 'x', None, 2)", ConnectReason.ABSENT),
        ("Could not configure port: (25, 'Inappropriate ioctl')", ConnectReason.BAD_URL),
        ("Could not open port: [Errno -2] Name or service not known", ConnectReason.ABSENT),
        ("Could not open port rfc2217://x:1: timed out", ConnectReason.ABSENT),
        ("something unheard of", ConnectReason.BROKEN),
    ],
)
def test_a_number_that_is_only_in_the_text_is_found(text: str, reason: ConnectReason) -> None:
    assert could_not_open(URL, OSError(text)).reason is reason


def test_a_value_that_pyserial_refuses_is_a_bad_url() -> None:
    error = ValueError("invalid URL, protocol 'foo' not known")
    assert could_not_open("foo://", error).reason is ConnectReason.BAD_URL


@pytest.mark.parametrize("reason", ConnectReason)
def test_every_sentence_names_the_port_and_what_to_do(reason: ConnectReason) -> None:
    failure = connection_failed(URL, reason)
    assert str(failure).startswith(URL)
    assert any(mark in str(failure) for mark in (";", "expected"))
    assert (failure.url, failure.reason) == (URL, reason)


def test_a_broken_line_is_broken() -> None:
    assert broke_off(URL).reason is ConnectReason.BROKEN


def test_a_denied_port_names_the_group_that_may_open_it(tmp_path: Path) -> None:
    port = tmp_path / "port"
    port.touch()
    denied = could_not_open(str(port), PermissionError(errno.EPERM, "no"))
    assert f"group {port.group()} " in str(denied)


def test_an_empty_name_still_makes_a_sentence() -> None:
    failure = could_not_open("", FileNotFoundError(errno.ENOENT, "no"))
    assert str(failure).startswith("an empty port name is not a serial port")
    assert failure.reason is ConnectReason.BAD_URL
