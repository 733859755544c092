"""A session of the record, over a real line, into another library's listener."""

from __future__ import annotations

import socket
import threading
from pathlib import Path

import pytest
from helpers import wait_until
from hl7apy.parser import parse_message
from past_treatments import PATIENT, keep, opened
from real_program import asked, one_sentence

from data.audit import Audit, AuditKind
from data.outbox import Fate
from tests.data.past_treatments import iv_treatment
from tests.data.test_mllp import acknowledged, certificate, host, listening
from ui.handing_over import material_of
from ui.post import Post, PostThread, open_letters, usual_outbox


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CHAIRSIDE_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def db(tmp_path: Path) -> Path:
    path = tmp_path / "record.db"
    keep(path, opened("s-1"), iv_treatment())
    return path


def echoing(text: str) -> str:
    return acknowledged("AA", parse_message(text, find_groups=False).msh.msh_10.value)


def port_of(server: object) -> int:
    return int(server.server_address[1])  # type: ignore[attr-defined]


def test_a_session_goes_to_the_host_by_tls_and_is_a_line_of_the_trail(
    db: Path, tmp_path: Path
) -> None:
    context, authority = certificate(tmp_path)
    with listening(echoing, context) as server:
        there = ("--receiver", f"127.0.0.1:{port_of(server)}", "--authority", authority)
        assert "by TLS" in asked("send", *there, "--db", db).out
        ran = asked("send", "s-1", "--db", db)
    assert ran.code == 0, ran.err
    assert "was taken by 127.0.0.1" in ran.out
    (text,) = server.heard
    message = parse_message(text, find_groups=False)
    assert message.pid.pid_3.pid_3_1.value == PATIENT
    (line,) = [one for one in Audit(db, None).lines(100) if one.kind == AuditKind.EXPORT]
    assert line.facts["acknowledged"] == "AA"
    assert PATIENT not in repr(line)


def test_a_host_that_is_away_gets_it_when_it_is_back(db: Path) -> None:
    with listening(echoing) as server:
        port = port_of(server)
    asked("send", "--receiver", f"127.0.0.1:{port}", "--without-tls", "--db", db)
    ran = asked("send", "s-1", "--db", db)
    assert ran.code == 1
    assert one_sentence(ran.err)
    assert "tries so far: 1" in ran.err
    (letter,) = usual_outbox().letters()
    later = letter.next_utc_s + 1
    post = Post(
        lambda session_id: material_of(db, None, session_id), lambda *_: None, clock=lambda: later
    )
    with listening(echoing, port=port) as server:
        thread = PostThread(post, look_s=0.01)
        thread.start()
        wait_until(lambda: open_letters(post.outbox) == (0, 0), 20.0)
        thread.stop(10.0)
        assert len(server.heard) == 1
    assert [one.fate for one in post.outbox.letters()] == [Fate.SENT]


def test_what_a_host_refuses_for_good_waits_for_a_person(db: Path) -> None:
    def refusing(text: str) -> str:
        about = parse_message(text, find_groups=False).msh.msh_10.value
        return acknowledged("AR", about, f"unknown patient {PATIENT}") + "ERR|||204|E\r"

    with listening(refusing) as server:
        there = ("--receiver", f"127.0.0.1:{port_of(server)}", "--without-tls")
        assert "IN CLEAR" in asked("send", *there, "--db", db).out
        assert asked("send", "s-1", "--db", db).code == 1
        assert asked("send", "--db", db).code == 1
        assert len(server.heard) == 1  # not once more
    assert open_letters(usual_outbox()) == (0, 1)
    listed = asked("send", "--list", "--db", db)
    assert "error 204" in listed.err
    assert PATIENT not in "".join(one.read_text() for one in usual_outbox().folder.iterdir())


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("s-1",), 2, "There is no receiver"),
        (("--receiver", "a host"), 2, "is no host"),
        ((), 0, "Nothing waits"),
    ],
)
def test_wrong_uses_are_one_sentence(
    db: Path, arguments: tuple[str, ...], code: int, says: str
) -> None:
    ran = asked("send", *arguments, "--db", db)
    assert ran.code == code
    assert says in ran.out + ran.err
    assert one_sentence(ran.out + ran.err)


def test_without_a_receiver_nothing_is_sent_any_more(db: Path) -> None:
    with listening(echoing) as server:
        there = ("--receiver", f"127.0.0.1:{port_of(server)}", "--without-tls")
        asked("send", *there, "--db", db)
        usual_outbox().put("s-1", f"127.0.0.1:{port_of(server)}", "AK", 1.0)
        assert "nothing is sent" in asked("send", "--no-receiver", "--db", db).out
        assert asked("send", "--db", db).code == 1
        assert server.heard == []


def test_a_window_that_closes_does_not_wait_for_a_host_that_hangs(db: Path) -> None:
    over, reached = threading.Event(), threading.Event()

    def hang(_line: socket.socket) -> None:
        reached.set()
        over.wait()

    with host(hang) as there:
        asked("send", "--receiver", there.name, "--without-tls", "--db", db)
        post = Post(lambda session_id: material_of(db, None, session_id), lambda *_: None)
        letter = post.outbox.put("s-1", there.name, "Nurse 1", 1.0)
        thread = PostThread(post, look_s=0.01)
        thread.start()
        wait_until(reached.is_set, 20.0)
        thread.stop()
        assert not over.is_set()  # the host still says nothing
        over.set()
    assert post.outbox.letters() == [letter]


def test_of_a_session_that_was_deleted_no_other_goes_in_its_place(db: Path) -> None:
    keep(db, opened("s-22-2"), iv_treatment())
    with listening(echoing) as server:
        name = f"127.0.0.1:{port_of(server)}"
        asked("send", "--receiver", name, "--without-tls", "--db", db)
        post = Post(lambda session_id: material_of(db, None, session_id), lambda *_: None)
        post.outbox.put("s-22", name, "Nurse 1", 1.0)
        (letter,) = post.carry()
        assert server.heard == []
    assert letter.fate is Fate.REFUSED
    assert "no longer in the record" in letter.trouble
