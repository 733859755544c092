from __future__ import annotations

from pathlib import Path

import pytest

from data.mllp import Receiver
from data.receiver_file import load_receiver, receiver_of, save_receiver


@pytest.mark.parametrize(
    "receiver",
    [
        Receiver("hl7.clinic.example", 2575),
        Receiver("10.0.0.7", 6661, tls=False),
        Receiver("fe80::1", 2575, tls=True, authority=Path("/etc/ssl/clinic.pem").absolute()),
    ],
)
def test_what_was_kept_is_there_again(receiver: Receiver, tmp_path: Path) -> None:
    path = tmp_path / "receiver.json"
    save_receiver(path, receiver)
    assert load_receiver(path) == receiver
    save_receiver(path, None)
    assert load_receiver(path) is None


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        '{"host": "h"}',
        '{"host": "a b", "port": 1}',
        '{"host": "h", "port": 0}',
        '{"host": "h", "port": true}',
        '{"host": 7, "port": 7}',
    ],
)
def test_a_file_that_cannot_be_believed_means_nobody(content: str, tmp_path: Path) -> None:
    path = tmp_path / "receiver.json"
    path.write_text(content)
    assert load_receiver(path) is None


def test_without_a_word_about_it_tls_is_on(tmp_path: Path) -> None:
    path = tmp_path / "receiver.json"
    path.write_text('{"host": "h", "port": 7}')
    assert load_receiver(path) == Receiver("h", 7, tls=True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("hl7.clinic.example", Receiver("hl7.clinic.example", 2575)),
        ("hl7.clinic.example:6661", Receiver("hl7.clinic.example", 6661)),
        ("[fe80::1]:6661", Receiver("fe80::1", 6661)),
        ("host:0", None),
        ("host:70000", None),
        ("a host", None),
        ("-x:1", None),
        ("", None),
    ],
)
def test_a_host_and_its_port_in_one_word(text: str, expected: Receiver | None) -> None:
    assert receiver_of(text) == expected


def test_the_file_of_the_authority_is_found_from_another_folder(tmp_path: Path) -> None:
    save_receiver(tmp_path / "receiver.json", Receiver("h", 2575, authority=Path("clinic.pem")))
    known = load_receiver(tmp_path / "receiver.json")
    assert known is not None
    assert known.authority == Path.cwd() / "clinic.pem"
