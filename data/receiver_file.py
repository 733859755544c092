"""To which host messages go, in a small JSON file beside the record.

Rule 1: a file that is missing or damaged means that nothing is sent anywhere.
Rule 2: it is replaced whole. Nothing in it is about a patient, and no secret is in it.

    {"host": "hl7.clinic.example", "port": 2575, "tls": true, "authority": "/etc/ssl/clinic.pem"}
"""

from __future__ import annotations

import re
from pathlib import Path

from data.mllp import Receiver
from data.outgoing import write_json
from data.outside import small_json

FILE_NAME = "receiver.json"
USUAL_PORT = 2575
"""Of HL7 by MLLP, as registered with IANA."""
_HOST = re.compile(r"[A-Za-z0-9]([A-Za-z0-9.:-]{0,251}[A-Za-z0-9])?")
_LARGEST = 20_000


def load_receiver(path: Path) -> Receiver | None:
    """None = there is none."""
    content = small_json(path, _LARGEST)
    host, port, authority = (content.get(name) for name in ("host", "port", "authority"))
    if not isinstance(host, str) or isinstance(port, bool) or not isinstance(port, int):
        return None
    if not is_host(host) or not is_port(port):
        return None
    known = Path(authority) if isinstance(authority, str) and authority else None
    return Receiver(host, port, content.get("tls") is not False, known)


def save_receiver(path: Path, receiver: Receiver | None) -> None:
    """None = from now on nothing is sent. Raises `OSError`.

    The file of the authority is kept with its whole path: who sends may stand in another folder.
    """
    if receiver is None:
        path.unlink(missing_ok=True)
        return
    content = {
        "host": receiver.host,
        "port": receiver.port,
        "tls": receiver.tls,
        "authority": "" if receiver.authority is None else str(receiver.authority.absolute()),
    }
    write_json(path, content)


def is_host(text: str) -> bool:
    """A name or an address, as it can stand in a URL."""
    return _HOST.fullmatch(text) is not None


def is_port(number: int) -> bool:
    return 0 < number < 65_536


def receiver_of(text: str, *, tls: bool = True, authority: Path | None = None) -> Receiver | None:
    """From ``host``, ``host:port`` or ``[address]:port``; None = it is neither."""
    found = re.fullmatch(r"\[([0-9A-Fa-f:.]+)\](?::(\d{1,5}))?|([^:\s]+)(?::(\d{1,5}))?", text)
    if found is None:
        return None
    host = found[1] or found[3]
    port = int(found[2] or found[4] or USUAL_PORT)
    if not is_host(host) or not is_port(port):
        return None
    return Receiver(host, port, tls, authority)
