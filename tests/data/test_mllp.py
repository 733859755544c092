"""Against a listener of another library, in clear and by TLS, and against hosts that misbehave."""

from __future__ import annotations

import datetime
import ipaddress
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from hl7apy.mllp import AbstractHandler, MLLPServer

from data.export.hl7 import control_id, session_hl7
from data.export.material import Material
from data.mllp import END, LARGEST_ANSWER, START, Receiver, SendFailed, send, trouble_with
from data.short_steps import Stopped
from tests.data.past_treatments import Played, iv_treatment, opened
from tests.data.record_examples import start_anchor

MATERIAL = Material("s-1", Played(opened(), iv_treatment()).entries, [start_anchor()])
MESSAGE = b"".join(session_hl7(MATERIAL))
CONTROL = control_id(MATERIAL)
SOON_S = 0.4


def acknowledged(code: str, about: str = CONTROL, text: str = "") -> str:
    return f"MSH|^~\\&|HOST||CHAIRSIDE||||ACK|1|P|2.6\rMSA|{code}|{about}|{text}\r"


@contextmanager
def listening(
    answer: Callable[[str], str], tls: ssl.SSLContext | None = None, port: int = 0
) -> Iterator[Any]:
    """hl7apy's server on a port of this computer (0 = any); what it heard is in ``heard``."""
    heard: list[str] = []

    class Handler(AbstractHandler):  # type: ignore[misc]
        def reply(self) -> str:
            heard.append(self.incoming_message)
            return f"\x0b{answer(self.incoming_message)}\x1c\r"

    class Server(MLLPServer):  # type: ignore[misc]
        allow_reuse_address = True

    server = Server("127.0.0.1", port, {"ORU^R01^ORU_R01": (Handler,)})
    server.daemon_threads = True
    if tls is not None:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    server.heard = heard
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def receiver(server: Any, *, tls: bool = False, authority: Path | None = None) -> Receiver:
    return Receiver("127.0.0.1", server.server_address[1], tls, authority)


@contextmanager
def host(behave: Callable[[socket.socket], None]) -> Iterator[Receiver]:
    """A host that does with the first connection whatever it likes."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def once() -> None:
            line, _ = server.accept()
            with line:
                behave(line)

        thread = threading.Thread(target=once)
        thread.start()
        try:
            yield Receiver("127.0.0.1", server.getsockname()[1], tls=False)
        finally:
            thread.join()


def certificate(folder: Path, name: str = "127.0.0.1") -> tuple[ssl.SSLContext, Path]:
    """A host's own certificate, and the file that vouches for it."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "test host")])
    now = datetime.datetime.now(datetime.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address(name))]), False
        )
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), True)
        .sign(key, hashes.SHA256())
    )
    public, private = folder / "host.pem", folder / "host.key"
    public.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    private.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(public, private)
    return context, public


def test_a_listener_of_another_library_takes_the_message_as_it_is() -> None:
    with listening(lambda _text: acknowledged("CA")) as server:
        assert send(receiver(server), MESSAGE, CONTROL) == "CA"
    (heard,) = server.heard
    assert heard.strip("\r") == MESSAGE.decode("utf-8").strip("\r")


def test_the_same_by_tls(tmp_path: Path) -> None:
    context, authority = certificate(tmp_path)
    with listening(lambda _text: acknowledged("AA"), context) as server:
        there = receiver(server, tls=True, authority=authority)
        assert send(there, MESSAGE, CONTROL) == "AA"
    assert len(server.heard) == 1


def test_a_host_that_nobody_vouches_for_gets_nothing(tmp_path: Path) -> None:
    context, _authority = certificate(tmp_path)
    with (
        listening(lambda _text: acknowledged("AA"), context) as server,
        pytest.raises(SendFailed, match="cannot be trusted") as failed,
    ):
        send(receiver(server, tls=True), MESSAGE, CONTROL)
    assert server.heard == []
    assert failed.value.again


def test_a_host_with_another_name_gets_nothing(tmp_path: Path) -> None:
    context, authority = certificate(tmp_path, "127.0.0.2")
    with (
        listening(lambda _text: acknowledged("AA"), context) as server,
        pytest.raises(SendFailed, match="cannot be trusted"),
    ):
        send(receiver(server, tls=True, authority=authority), MESSAGE, CONTROL)
    assert server.heard == []


@pytest.mark.parametrize(
    ("answer", "says", "again"),
    [
        (acknowledged("AE", text="try later"), "refused the message with AE; ask", True),
        (acknowledged("AR") + "ERR|||204^Unknown key|E\r", "with AR .error 204.; ask", False),
        (acknowledged("AR") + "ERR|||P-20417^Patient|E\r", "with AR; ask", False),
        (acknowledged("CR"), "with CR", False),
        (acknowledged("CA", about="another"), "not about this message", True),
        ("MSH|nonsense\r", "not about this message", True),
    ],
)
def test_what_a_host_refuses_is_said_and_may_be_tried_again_or_not(
    answer: str, says: str, *, again: bool
) -> None:
    with (
        listening(lambda _text: answer) as server,
        pytest.raises(SendFailed, match=says) as failed,
    ):
        send(receiver(server), MESSAGE, CONTROL)
    assert failed.value.again is again


def test_a_host_that_is_not_there_is_one_to_be_tried_again() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    with pytest.raises(SendFailed, match="cannot be reached") as failed:
        send(Receiver("127.0.0.1", port, tls=False), MESSAGE, CONTROL)
    assert failed.value.again


def test_a_host_that_says_nothing_is_not_waited_for_for_ever() -> None:
    over = threading.Event()
    with host(lambda _line: bool(over.wait()) and None) as there:
        with pytest.raises(SendFailed, match=r"did not answer within 0\.4 s"):
            send(there, MESSAGE, CONTROL, SOON_S)
        over.set()


def test_a_host_that_hangs_up_has_not_answered() -> None:
    with (
        host(lambda line: line.shutdown(socket.SHUT_WR)) as there,
        pytest.raises(SendFailed, match="cannot be reached"),
    ):
        send(there, MESSAGE, CONTROL)


def test_an_answer_without_an_end_is_none() -> None:
    def talk(line: socket.socket) -> None:
        try:
            for _ in range(LARGEST_ANSWER // 1024 + 64):
                line.sendall(b"\x0b" + b"x" * 1024)
        except OSError:
            return  # it was hung up on

    with host(talk) as there, pytest.raises(SendFailed, match="has no end"):
        send(there, MESSAGE, CONTROL)


def test_a_refusal_of_another_message_says_nothing_about_this_one() -> None:
    with (
        listening(lambda _text: acknowledged("AR", about="another")) as server,
        pytest.raises(SendFailed, match="not about this message") as failed,
    ):
        send(receiver(server), MESSAGE, CONTROL)
    assert failed.value.again


def test_what_a_host_says_cannot_move_the_cursor_of_a_terminal() -> None:
    with (
        listening(lambda _text: acknowledged("AR", text="no\x1b[2J\x07 such")) as server,
        pytest.raises(SendFailed) as failed,
    ):
        send(receiver(server), MESSAGE, CONTROL)
    assert str(failed.value).isprintable()


@pytest.mark.parametrize("name", ["a..b", "a" * 64 + ".example"])
def test_a_name_that_no_host_can_have_is_one_that_is_not_reached(name: str) -> None:
    with pytest.raises(SendFailed, match="cannot be reached"):
        send(Receiver(name, 2575, tls=False), MESSAGE, CONTROL)


def test_a_certificate_that_is_gone_is_named(tmp_path: Path) -> None:
    with pytest.raises(SendFailed, match=r"gone\.pem cannot be read") as failed:
        send(Receiver("127.0.0.1", 9, authority=tmp_path / "gone.pem"), MESSAGE, CONTROL)
    assert failed.value.again


@pytest.mark.parametrize("tls", [False, True])
def test_whoever_stops_does_not_wait_for_a_host_that_hangs(*, tls: bool) -> None:
    over, reached = threading.Event(), threading.Event()

    def hang(_line: socket.socket) -> None:
        reached.set()
        over.wait()

    with host(hang) as found:
        there = Receiver(found.host, found.port, tls)
        with pytest.raises(Stopped):  # an hour would be the end of it otherwise
            send(there, MESSAGE, CONTROL, 3600.0, stopping=reached.is_set)
        over.set()


def test_a_message_that_the_host_reads_slowly_arrives_whole() -> None:
    heard: list[bytes] = []
    large = b"x" * 8_000_000

    def read(line: socket.socket) -> None:
        while not (heard and heard[-1].endswith(END)):
            heard.append(line.recv(65_536))
        line.sendall(START + acknowledged("AA").encode() + END)

    with host(read) as there:
        assert send(there, large, CONTROL) == "AA"
    assert b"".join(heard) == START + large + END


def test_a_file_that_vouches_for_nobody_is_told_before_anything_is_sent(tmp_path: Path) -> None:
    _context, authority = certificate(tmp_path)
    assert trouble_with(authority) == ""
    assert trouble_with(tmp_path / "gone.pem")
    (tmp_path / "empty.pem").write_text("no certificate\n", encoding="utf-8")
    assert trouble_with(tmp_path / "empty.pem")
