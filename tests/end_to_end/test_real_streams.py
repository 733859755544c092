"""What real monitors sent, through `decode`, and through a pseudo-terminal with `record`.

The recordings are no part of the project. What is said of them here is what stands beside them:
who recorded them decoded every frame. A longer piece of the same recording gives the same.
"""

from __future__ import annotations

import csv
import io
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest
from helpers import recording
from real_program import Ran, Running, asked, exported, needs_pty, values

from devices.registry import DRIVERS
from monitor.vitals import VitalSign

Rows = list[dict[str, str]]

PLAYED_S = 6.0
"""A recording is played so fast that it lasts no longer than this."""
RECORDED_S = 10.0
"""The silence behind it is not yet a lost link."""


def contec_bytes() -> bytes:
    """What the oximeter sent: the right side of each line."""
    text = recording("contec", "cms50dplus_v7_stream.hex.txt").decode()
    lines = [line.partition(">")[2] for line in text.splitlines() if not line.startswith("#")]
    return bytes.fromhex("".join(lines))


def par_bytes() -> bytes:
    """The two lines that were quoted from a bench, of the board with SpO2."""
    text = recording("par_nibp2010_2020up", "par_frames.txt").decode("latin-1")
    assert "P101065076" in text
    result = b"\xfdS1;A0;C00;M00;P101065076;R060;T    ;;F3\xfe\r"
    return result + bytes.fromhex("55 AA 07 6C 02 7F FF 00 F3")


STREAMS: dict[str, Callable[[], bytes]] = {
    "philips-intellivue": lambda: recording("philips_intellivue", "MPRawoutput1.raw"),
    "ge-s5": lambda: recording("ge_dri_s5", "AS3Rawoutput1.raw"),
    "ivy-450c": lambda: recording("ivy_450c_ansar_b", "Ivy450C.1.data"),
    "masimo-ascii": lambda: recording("masimo_ascii", "masimo_lines.txt"),
    "nellcor-n560": lambda: recording("nellcor_n560", "n560_lines.txt"),
    "contec-cms50": contec_bytes,
    "par-nibp2010": par_bytes,
}

every_stream = pytest.mark.parametrize("name", STREAMS)


# ---- decode -------------------------------------------------------------------------------------


def decoded(name: str, folder: Path) -> Rows:
    raw = folder / f"{name}.raw"
    raw.write_bytes(STREAMS[name]())
    ran = asked("decode", "--driver", name, raw)
    assert ran.code == 0, ran.err
    return list(csv.DictReader(io.StringIO(ran.out)))


def said(rows: Rows, kind: str) -> list[tuple[str, str]]:
    return [(row["sign"], row["note"]) for row in rows if row["kind"] == kind]


def read(rows: Rows) -> set[tuple[str, float, str]]:
    return {
        (row["sign"], float(row["value"]), row["note"]) for row in rows if row["kind"] == "reading"
    }


def test_the_intellivue_has_no_damaged_frame_and_no_cuff_result(tmp_path: Path) -> None:
    """Its cuff object bears a stamp of three weeks before, and no values."""
    rows = decoded("philips-intellivue", tmp_path)
    assert said(rows, "protocol-error") == []
    assert read(rows) == {("hr", 60.0, "")}
    assert said(rows, "lost") == [(sign, "no-value") for sign in ("spo2", "pulse", "perfusion")]
    assert [note for _, note in said(rows, "device")] == ["info Philips M8000 0009fb029e18"]
    rounds = len(values([row for row in rows if row["kind"] == "reading"], "hr"))
    seconds = len(STREAMS["philips-intellivue"]()) / DRIVERS["philips-intellivue"].bytes_per_s
    assert rounds == pytest.approx(seconds / 1.024, rel=0.05)


def test_the_s5s_damaged_records_are_counted_and_the_rest_is_understood(tmp_path: Path) -> None:
    rows = decoded("ge-s5", tmp_path)
    damaged = sum(len(STREAMS["ge-s5"]()) > at for at in (26_427, 91_615))
    assert len(said(rows, "protocol-error")) == damaged
    assert {(sign, note) for sign, _, note in read(rows)} == {("hr", "")}
    assert ("hr", 78.0, "") in read(rows)
    lost = dict(said(rows, "lost"))
    assert lost["spo2"] == lost["pulse"] == "no-value"
    assert not lost.keys() & {"hr", "sbp"}


def test_the_ivys_frames_are_whole_but_for_the_tail_it_begins_with(tmp_path: Path) -> None:
    rows = decoded("ivy-450c", tmp_path)
    assert len(said(rows, "protocol-error")) == 1
    assert int(rows[0]["offset"]) < 252
    cuff = {("sbp", 121.0), ("dbp", 75.0), ("map", 92.0), ("nibp_pulse", 80.0)}
    assert read(rows) == {
        ("hr", 80.0, ""),
        ("rr", 35.0, ""),
        ("spo2", 100.0, ""),
        ("pulse", 80.0, ""),
        ("abp_sys", 110.0, ""),
        ("abp_sys", 111.0, ""),
        ("abp_dia", 73.0, ""),
        ("abp_mean", 88.0, ""),
        *((sign, value, "age-unknown") for sign, value in cuff),
    }
    frames = (len(STREAMS["ivy-450c"]()) - 252) // 562
    told = Counter(row["sign"] for row in rows if row["kind"] == "reading")
    assert (told["hr"], told["spo2"], told["sbp"]) == (frames, frames, 1)


def test_the_masimos_lines_are_values_or_the_reason_why_there_is_none(tmp_path: Path) -> None:
    rows = decoded("masimo-ascii", tmp_path)
    readings = [row for row in rows if row["kind"] == "reading"]
    assert said(rows, "protocol-error") == []
    assert values(readings, "spo2") == [97.0] * 6 + [98.0]
    assert values(readings, "pulse") == [80.0, 81.0, 81.0, 81.0, 80.0, 80.0, 123.0]
    assert values(readings, "perfusion") == [4.96, 5.04, 5.04, 5.13, 5.26, 5.31, 0.55]
    assert {row["note"] for row in readings[:-3]} == {""}
    assert {row["note"] for row in readings[-3:]} == {"poor"}
    reasons = [note for sign, note in said(rows, "lost") if sign == "spo2"]
    assert reasons == ["sensor-off", "no-value"]


def test_the_nellcors_lines_are_values_and_motion_makes_them_poor(tmp_path: Path) -> None:
    rows = decoded("nellcor-n560", tmp_path)
    readings = [row for row in rows if row["kind"] == "reading"]
    assert said(rows, "protocol-error") == []
    assert values(readings, "spo2") == [100.0] * 5
    assert values(readings, "pulse") == [105.0, 104.0, 102.0, 101.0, 101.0]
    assert [row["note"] for row in readings if row["sign"] == "pulse"] == [
        "", "", "poor", "poor", "",
    ]  # fmt: skip


def test_the_contecs_packets_are_understood(tmp_path: Path) -> None:
    rows = decoded("contec-cms50", tmp_path)
    assert said(rows, "protocol-error") == []
    assert read(rows) == {("pulse", 65.0, ""), ("spo2", 97.0, "")}


def test_the_pars_result_is_old_and_its_finger_is_out(tmp_path: Path) -> None:
    rows = decoded("par-nibp2010", tmp_path)
    assert said(rows, "protocol-error") == []
    found = {("sbp", 101.0), ("dbp", 65.0), ("map", 76.0), ("nibp_pulse", 60.0)}
    assert read(rows) == {(sign, value, "age-unknown") for sign, value in found}
    assert said(rows, "lost") == [("spo2", "sensor-off"), ("pulse", "sensor-off")]


# ---- record -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Recorded:
    ran: Ran
    db: Path
    folder: Path


@pytest.fixture(scope="module")
def recorded() -> Iterator[dict[str, Recorded]]:
    """All streams at the same time, each between a `simulate` and a `record` of its own."""
    with tempfile.TemporaryDirectory() as folder_name, ExitStack() as stack:
        running: dict[str, tuple[Running, Path]] = {}
        for name, load in STREAMS.items():
            folder = Path(folder_name) / name
            folder.mkdir()
            raw, db = folder / "monitor.raw", folder / "record.db"
            raw.write_bytes(load())
            speed = max(1.0, raw.stat().st_size / DRIVERS[name].bytes_per_s / PLAYED_S)
            monitor = stack.enter_context(
                Running("simulate", "--driver", name, "--file", raw, "--speed", speed, "--pty")
            )
            url = monitor.until_said("/")
            recorder = stack.enter_context(
                Running(
                    "record", "--port", url, "--driver", name, "--seconds", RECORDED_S,
                    "--db", db,
                )
            )  # fmt: skip
            running[name] = (recorder, db)
        yield {
            name: Recorded(recorder.wait(), db, db.parent)
            for name, (recorder, db) in running.items()
        }


@needs_pty
@every_stream
def test_the_record_says_what_decode_says(
    name: str, recorded: dict[str, Recorded], tmp_path: Path
) -> None:
    one = recorded[name]
    assert one.ran.code == 0, one.ran.err
    rows = exported(one.ran.last_line, one.db, one.folder)
    readings = [row for row in decoded(name, tmp_path) if row["kind"] == "reading"]
    assert rows
    for sign in VitalSign:
        assert values(rows, sign) == values(readings, sign), sign
    assert {row["source"] for row in rows} == {f"device:{name}"}
    assert Counter((row["sign"], row["quality"]) for row in rows) == Counter(
        (row["sign"], row["note"] or "good") for row in readings
    )


@needs_pty
@every_stream
def test_the_capture_of_the_session_decodes_to_the_same(
    name: str, recorded: dict[str, Recorded], tmp_path: Path
) -> None:
    one = recorded[name]
    capture = one.db.with_name(f"{one.ran.last_line}.capture")
    captured = asked("decode", "--driver", name, capture)
    assert list(csv.DictReader(io.StringIO(captured.out))) == decoded(name, tmp_path)
