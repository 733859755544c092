"""A session without what says whose it is, for everybody who need not know.

Rule 1: what becomes of a text is said in `data/export/fates.py`; what is not said there is
        dropped.
Rule 2: a word that is kept has the shape of the program's own ids; any other word is dropped.
Rule 3: days are moved back by a number of days that is the same for all sessions of one patient,
        so that intervals and the time of day stay true; the weekday does not.
Rule 4: patient and session become pseudonyms, made with the secret: the same patient has the same
        one in every export of this record, and nobody without the secret finds the way back.
Rule 5: staff become "staff 1", "staff 2" in the order in which they appear in this session.

What stays, on purpose: what was measured and given, weight, sex, risks, the ten years in which the
patient was born (all who are 90 or older at the session count as 90), the zone of the clock, and
the kinds of the devices. Whoever passes an export on has to judge whether that, together with what
the receiver knows, still says who it is.

Source: 45 CFR 164.514(b)(2), the eighteen identifiers of "safe harbor".
"""

from __future__ import annotations

import base64
import enum
import hmac
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any, cast

from data.export.fates import TEXTS, Fate
from monitor.amendments import Amendment
from monitor.entries import Anchor, Entry
from monitor.events import SessionOpened
from monitor.limits import PROFILES
from monitor.people import Patient
from monitor.treatment.commands import UNCLAIMED

MOST_DAYS = 364
OLDEST = 90
"""Years. Whoever is older counts as so old."""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_DAY_S = 86_400.0

_ID = re.compile(r"[a-z0-9]+([-_./:#][a-z0-9]+){0,11}")
_LONGEST_ID = 64
_UNIT = re.compile(r"[A-Za-z0-9%/µ·]{0,12}")
_KIND = re.compile(r"[a-z0-9]+(-[a-z0-9]+){0,5}")
_DEVICE = "device:"
_OTHER = "other"
_NTH = re.compile(r"#\d{1,3}$")


def deidentified(
    entries: Iterable[Entry], anchors: Iterable[Anchor], secret: bytes
) -> tuple[list[Entry], list[Anchor]]:
    """One session, and its anchors, as another may see them.

    `secret` belongs to the record (`vault.subkey(key, "deidentify")`); of a record in clear it is
    random for each export, and no two exports can then be tied together.
    """
    said, known = list(entries), list(anchors)
    opened = next((one.what for one in said if isinstance(one.what, SessionOpened)), None)
    session_id = said[0].session_id if said else ""
    patient_id = f"unknown of {session_id}" if opened is None else opened.patient.patient_id
    shift_s = days_back(patient_id, secret) * _DAY_S
    mask = _Mask(secret, _opened_year(known), shift_s)
    shown_id = mask.session(session_id)
    return (
        [replace(one, session_id=shown_id, what=cast(Any, mask.clean(one.what))) for one in said],
        [replace(one, session_id=shown_id, utc_s=one.utc_s - shift_s) for one in known],
    )


def days_back(patient_id: str, secret: bytes) -> int:
    """1 to 364, always the same for this patient and this secret."""
    digest = _digest(secret, "days", patient_id.strip())
    return 1 + int.from_bytes(digest[:8], "big") % MOST_DAYS


def pseudonym(kind: str, name: str, secret: bytes) -> str:
    """Ten letters and digits."""
    return base64.b32encode(_digest(secret, kind, name.strip())).decode().lower()[:10]


def _digest(secret: bytes, kind: str, name: str) -> bytes:
    text = f"{kind}\0{name}".encode("utf-8", "surrogatepass")
    return hmac.digest(secret, text, "sha256")


def _opened_year(anchors: list[Anchor]) -> int | None:
    """By the true calendar; None = no anchor tells it."""
    if not anchors:
        return None
    try:
        return (_EPOCH + timedelta(seconds=anchors[0].utc_s)).year
    except OverflowError:
        return None


class _Numbered:
    """Names in the order of their appearance."""

    def __init__(self, word: str) -> None:
        self._word = word
        self._seen: dict[str, int] = {}

    def of(self, name: str) -> str:
        plain = " ".join(name.split()).casefold()
        if not plain or plain == UNCLAIMED:
            return plain
        return f"{self._word} {self._seen.setdefault(plain, len(self._seen) + 1)}"


class _Mask:
    """What one export does to texts. Keeps who has which number."""

    def __init__(self, secret: bytes, opened_year: int | None, shift_s: float) -> None:
        self._secret = secret
        self._shift_s = shift_s
        self._opened_year = opened_year
        self._staff = _Numbered("staff")
        self._marks = _Numbered("mark")
        self._of: dict[Fate, Callable[[str], str]] = {
            Fate.CODED: _coded,
            Fate.UNIT: lambda text: text if _UNIT.fullmatch(text) else "",
            Fate.SOURCE: _source,
            Fate.PROFILE: lambda text: text if text in PROFILES else "custom",
            Fate.STAFF: self._staff.of,
            Fate.MARK: self._marks.of,
            Fate.SESSION: self.session,
            Fate.PATIENT: lambda text: pseudonym("patient", text, secret),
        }

    def session(self, session_id: str) -> str:
        return pseudonym("session", session_id, self._secret)

    def clean(self, value: object) -> object:
        """The same dataclass with every text inside as `TEXTS` says."""
        if not is_dataclass(value) or isinstance(value, type):
            return value
        fates = TEXTS.get(type(value).__name__, {})
        told: dict[str, Any] = {}
        for field in fields(value):
            before = getattr(value, field.name)
            after = self._part(before, fates.get(field.name, Fate.DROPPED))
            if after is not before:
                told[field.name] = after
        if isinstance(value, Patient):
            told["birth_year"] = self._decade(value.birth_year)
        if isinstance(value, Amendment):
            told["utc_s"] = value.utc_s - self._shift_s
        return replace(value, **told) if told else value

    def _part(self, value: object, fate: Fate) -> object:
        """`fate` is that of the texts in it; what is no text has a fate of its own."""
        if isinstance(value, enum.Enum):
            return value
        if isinstance(value, str):
            return self._text(value, fate)
        if isinstance(value, Mapping):
            pairs = ((self._part(key, fate), self._part(one, fate)) for key, one in value.items())
            return {key: one for key, one in pairs if key != ""}
        if isinstance(value, tuple | frozenset):
            parts = (self._part(one, fate) for one in value)
            return type(value)(one for one in parts if one != "")
        return self.clean(value)

    def _text(self, text: str, fate: Fate) -> str | None:
        if fate is Fate.ABSENT:
            return None
        return "" if fate is Fate.DROPPED or not text else self._of[fate](text)

    def _decade(self, birth_year: int | None) -> int | None:
        """The first year of the ten; None = not known, or not how old that is."""
        if birth_year is None or self._opened_year is None:
            return None
        return max(birth_year, self._opened_year - OLDEST) // 10 * 10


def _coded(text: str) -> str:
    """An id; what follows «device:» in it is a source."""
    before, device, source = text.partition(_DEVICE)
    if device:
        return f"{before}{_source(device + source)}" if _is_id(before.rstrip("/:")) else ""
    return text if _is_id(text) else ""


def _is_id(text: str) -> bool:
    return not text or (len(text) <= _LONGEST_ID and _ID.fullmatch(text) is not None)


def _source(text: str) -> str:
    nth = _NTH.search(text)
    number = nth[0] if nth else ""
    bare = text.removesuffix(number)
    head = _DEVICE if bare.startswith(_DEVICE) else ""
    kind = bare.removeprefix(head)
    if kind.startswith("line:"):
        kind = "line"
    return f"{head}{kind if _KIND.fullmatch(kind) else _OTHER}{number}"
