"""Writes a session as CSV and as FHIR on a computer that speaks German; started by a test.

Its first line is the decimal point of the computer; with none that it knows, the usual one stays.
"""

from __future__ import annotations

import contextlib
import locale
import sys

from record_examples import course, start_anchor

from data.export.csv import session_csv
from data.export.fhir.bundle import session_fhir
from data.export.material import Material


def written() -> bytes:
    entries, anchor = course(seconds=400), start_anchor()
    told = "".join(session_csv(entries, [anchor])).encode()
    return told + b"".join(session_fhir(Material("s-1", tuple(entries), (anchor,))))


def main() -> None:
    with contextlib.suppress(locale.Error):
        locale.setlocale(locale.LC_ALL, "de_DE.UTF-8")
    out = sys.stdout.buffer
    out.write(str(locale.localeconv()["decimal_point"]).encode() + b"\n")
    out.write(written())


if __name__ == "__main__":
    main()
