"""A recorded stream of an Ivy 450C, through a pseudo-terminal into `record`, and what is left.

The stream begins in the middle of a frame and repeats one old cuff result in every frame.
"""

from __future__ import annotations

import csv
import io
import json
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from helpers import recording
from real_program import (
    Ran,
    asked,
    chairside,
    exported,
    ivy_frame,
    needs_pty,
    simulated,
    values,
)

pytestmark = needs_pty

BUILT = ivy_frame()[300:] + ivy_frame() * 5 + ivy_frame(spo2=84) * 5
SPEED = 4
SECONDS = 7
"""Longer than the streams at this speed; the silence after them is not yet a lost link."""
ALARMS = {"built": {"spo2-extreme"}, "real": {"rr-high"}}
OXYGEN = {"built": {100, 84}, "real": {100}}


@dataclass(frozen=True, slots=True)
class Played:
    """A stream and what came of it."""

    kind: str
    raw: Path
    db: Path
    folder: Path
    ran: Ran

    @property
    def session(self) -> str:
        return self.ran.last_line

    @property
    def capture(self) -> Path:
        return self.db.with_name(f"{self.session}.capture")


@pytest.fixture(scope="module", params=["built", "real"])
def played(request: pytest.FixtureRequest) -> Iterator[Played]:
    data = BUILT
    if request.param == "real":
        data = recording("ivy_450c_ansar_b", "Ivy450C.1.data")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        raw, db = folder / "ivy.raw", folder / "record.db"
        raw.write_bytes(data)
        with simulated("--pty", "--file", raw, "--speed", SPEED) as (_monitor, url):
            ran = chairside(
                "record", "--port", url, "--driver", "ivy-450c", "--seconds", SECONDS,
                "--db", db, "--infuse", 0.5, "--weight", 82,
            )  # fmt: skip
        yield Played(request.param, raw, db, folder, ran)


def test_one_old_cuff_result_is_one_record_of_unknown_age(played: Played) -> None:
    assert played.ran.code == 0, played.ran.err
    rows = exported(played.session, played.db, played.folder)
    assert (values(rows, "sbp"), values(rows, "dbp"), values(rows, "map")) == ([121], [75], [92])
    cuff = [row for row in rows if row["sign"] in {"sbp", "dbp", "map", "nibp_pulse"}]
    assert {row["quality"] for row in cuff} == {"age-unknown"}
    assert {row["source"] for row in rows} == {"device:ivy-450c"}


def test_the_stream_gives_heart_rate_and_oxygen(played: Played) -> None:
    rows = exported(played.session, played.db, played.folder)
    assert set(values(rows, "hr")) == {80}
    assert set(values(rows, "spo2")) == OXYGEN[played.kind]
    assert len(values(rows, "hr")) >= 9


def test_no_number_alarms_that_does_not_justify_it(played: Played) -> None:
    ran = asked("replay", played.session, "--db", played.db)
    assert {line["alarm"] for line in ran.alarms} <= ALARMS[played.kind]
    assert {line["value"] for line in ran.alarms if line["alarm"] == "spo2-extreme"} <= {84}


def test_decode_says_the_same_as_the_record(played: Played) -> None:
    ran = asked("decode", "--driver", "ivy-450c", played.raw)
    decoded = [row for row in csv.DictReader(io.StringIO(ran.out)) if row["kind"] == "reading"]
    recorded = exported(played.session, played.db, played.folder)
    for sign in ("hr", "spo2", "pulse", "rr", "sbp", "dbp", "map", "nibp_pulse"):
        assert values(decoded, sign) == values(recorded, sign)


def test_decoding_the_capture_is_decoding_the_stream(played: Played) -> None:
    raw = asked("decode", "--driver", "ivy-450c", played.raw)
    captured = asked("decode", "--driver", "ivy-450c", played.capture)
    assert captured.out == raw.out


def test_the_capture_replays_to_what_the_session_replays_to(played: Played) -> None:
    session = asked("replay", played.session, "--db", played.db)
    capture = asked("replay", played.capture, "--driver", "ivy-450c", "--technical")
    assert steps(capture.alarms) == steps(session.alarms)[: len(capture.alarms)]


def steps(lines: list[dict[str, Any]]) -> list[tuple[str, str, float | None]]:
    return [(line["alarm"], line["state"], line["value"]) for line in lines]


def test_the_library_lists_it_and_it_is_as_it_was_written(played: Played) -> None:
    listed = json.loads(asked("sessions", "--db", played.db, "--json").out)
    assert [one["id"] for one in listed] == [played.session]
    assert listed[0]["ended"] is True
    verified = asked("verify", "--db", played.db)
    assert verified.code == 0, verified.out
