from __future__ import annotations

import csv
import doctest
import io
import re
from dataclasses import replace
from pathlib import Path

import pytest
from helpers import ROOT, in_chunks
from hypothesis import given
from hypothesis import strategies as st
from line_protocol_bench import (
    BY_CHANGE,
    BY_LINE,
    BY_TIME,
    CONTINUOUS,
    cuffs,
    driver,
    heard,
    session,
    values,
)

from devices.decode import decode
from devices.drivers import line_protocol
from devices.drivers.line_protocol import LineFileError, line_driver
from devices.drivers.line_protocol.file import described
from devices.drivers.line_protocol.reading import LineReader, Said, Value
from devices.errors import ContentError, ProtocolError, UnknownDriver
from devices.registry import DRIVERS, QUALITY_LIST, driver_named
from devices.session import LineSettings, Parity
from monitor.vitals import (
    SIGNS,
    CuffFailure,
    CuffResult,
    LostReason,
    Reading,
    SignalLost,
    VitalSign,
)

# ---- the page that explains it ------------------------------------------------------------------


def on_the_page(kind: str) -> str:
    page = (ROOT / "docs" / "line-driver.md").read_text(encoding="utf-8")
    (block,) = re.findall(rf"^```{kind}\n(.*?)^```$", page, re.DOTALL | re.MULTILINE)
    return str(block)


def test_the_example_of_the_page_says_what_the_page_says() -> None:
    lines = on_the_page("text").replace("\n", "\r\n").encode()
    rows = decode(driver(on_the_page("toml")), lines)
    found = [
        [row.kind, row.sign, "" if row.value is None else str(row.value), row.unit, row.note]
        for row in rows
    ]
    _head, *promised = csv.reader(io.StringIO(on_the_page("csv")))
    assert found == promised


def test_the_example_of_the_page_sets_the_line() -> None:
    alpha = driver(on_the_page("toml"))
    assert alpha.line == LineSettings(4800, 7, Parity.EVEN)
    assert (alpha.title, alpha.interval_s, alpha.sends) == ("Alpha 200", 1.0, ())
    assert alpha.bytes_per_s == len("HR=076 SPO2=097 TEMP=098.2F\r\n") + len(
        "BP,10:32:07,16.3,10.4,12.4,075,0\r\n"
    )


def test_the_error_of_the_page_is_the_one_that_is_said() -> None:
    page = (ROOT / "docs" / "line-driver.md").read_text(encoding="utf-8")
    wrong = on_the_page("toml").replace('"even"', '"evn"')
    with pytest.raises(LineFileError) as refused:
        line_driver(wrong, name="line:alpha.toml", where="alpha.toml")
    assert str(refused.value) in page.splitlines()


def test_the_page_names_every_key_sign_unit_and_reason() -> None:
    page = (ROOT / "docs" / "line-driver.md").read_text(encoding="utf-8")
    words = {sign.value for sign in VitalSign} | {why.value for why in LostReason}
    words |= {reason.value for reason in CuffFailure}
    assert not [word for word in sorted(words) if f"`{word}`" not in page]


def test_the_examples_in_its_head_are_true() -> None:
    told = doctest.testmod(line_protocol)
    assert (told.failed, told.attempted > 0) == (0, True)


# ---- where the file is --------------------------------------------------------------------------


def test_a_file_is_named_instead_of_a_driver(tmp_path: Path) -> None:
    file = tmp_path / "beta.toml"
    file.write_text(BY_TIME, encoding="utf-8")
    beta = driver_named(f"line:{file}")
    assert (beta.name, beta.title) == (f"line:{file}", "Beta 5")
    assert not [name for name in DRIVERS if name.startswith("line:")]


@pytest.mark.parametrize("name", ["line:", "line:nowhere.toml"])
def test_a_file_that_is_not_there_is_said(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UnknownDriver, match=f"^{name} cannot be read: .*line:FILE.toml"):
        driver_named(name)


def test_a_file_that_is_no_text_is_said(tmp_path: Path) -> None:
    file = tmp_path / "photo.toml"
    file.write_bytes(b"\xff\xd8\xff")
    with pytest.raises(UnknownDriver, match=r"photo.toml is not text in UTF-8"):
        driver_named(f"line:{file}")


def test_what_is_wrong_in_a_file_is_said_with_its_name(tmp_path: Path) -> None:
    file = tmp_path / "beta.toml"
    file.write_text(BY_TIME.replace('"done"', '"don"'), encoding="utf-8")
    with pytest.raises(UnknownDriver) as refused:
        driver_named(f"line:{file}")
    assert str(refused.value).startswith(
        f"{file}: cuff.statuses.D is 'don'; expected done, measuring, "
    )


# ---- values -------------------------------------------------------------------------------------


def test_units_are_converted_to_ours() -> None:
    assert values(heard(CONTINUOUS, "76 97 98.6 12,0")) == {
        VitalSign.HR: 76.0,
        VitalSign.SPO2: 97.0,
        VitalSign.TEMP: 37.0,
        VitalSign.ABP_MEAN: 90.0,
    }


@given(st.integers(60, 300))
def test_a_pressure_in_kpa_is_the_one_in_mmhg_within_the_steps_of_the_monitor(mmhg: int) -> None:
    shown = round(mmhg / 7.500617, 1)
    found = values(heard(CONTINUOUS, f"76 97 98.6 {shown}"))[VitalSign.ABP_MEAN]
    assert abs(found - mmhg) <= 0.05 * 7.500617 + 0.05


def test_missing_texts_are_losses_said_once_with_their_reason() -> None:
    events = heard(CONTINUOUS, "*** 999 98.6 12", "*** 999 98.6 12", "76 97 98.6 12")
    assert [(e.sign, e.reason) for e in events if isinstance(e, SignalLost)] == [
        (VitalSign.HR, LostReason.NO_PULSE),
        (VitalSign.SPO2, LostReason.SENSOR_OFF),
    ]
    assert values(events)[VitalSign.HR] == 76.0


def test_a_number_that_nobody_can_have_is_a_loss() -> None:
    events = heard(CONTINUOUS, "0 101 98.6 12")
    assert [(e.sign, e.reason) for e in events if isinstance(e, SignalLost)] == [
        (VitalSign.HR, LostReason.OUT_OF_RANGE),
        (VitalSign.SPO2, LostReason.OUT_OF_RANGE),
    ]


@pytest.mark.parametrize("text", ["7x", "--", "1e3", "nan", "٣٣", "7 6", "+", "1.2.3"])
def test_what_is_neither_a_number_nor_missing_refuses_its_line(text: str) -> None:
    pattern = CONTINUOUS.replace(
        'columns = ["heart", "spo2", "temp", "art"]',
        "pattern = '(?P<heart>.*);(?P<spo2>.*);(?P<temp>.*);(?P<art>.*)'",
    )
    events = heard(pattern, f"{text};97;98.6;12")
    assert [type(event) for event in events] == [ContentError]
    assert "heart is " in str(events[0])


def test_a_single_line_can_be_read_for_whoever_writes_a_file() -> None:
    reader = LineReader(described(BY_TIME, where="a.toml"))
    assert reader.read("120,80,---,10:01,D") == Said(
        message=1,
        values=(
            Value(VitalSign.SBP, 120.0),
            Value(VitalSign.DBP, 80.0),
            Value(VitalSign.NIBP_PULSE, None, LostReason.NO_VALUE),
        ),
        time="10:01",
        status="D",
    )


def test_a_line_that_was_not_described_is_an_error_that_does_not_quote_it() -> None:
    (error,) = heard(CONTINUOUS, "PATIENT MILLER ARRIVED IN ROOM 5")
    assert error == ContentError("a line of 32 characters fits no message of the file")


def test_a_line_to_ignore_is_no_error_and_no_life() -> None:
    monitor = session('ignore = ["HELLO.*"]\n' + CONTINUOUS)
    assert not monitor.receive(b"HELLO THERE\r\n", 0.0)
    assert monitor.frames == 0
    monitor.receive(b"76 97 98.6 12\r\n", 1.0)
    assert monitor.frames == 1


def test_lines_may_end_with_anything() -> None:
    text = CONTINUOUS + '[line]\nends = ";\\u0003"\n'
    assert values(list(session(text).receive(b"76 97 98.6 12\x03", 0.0)))[VitalSign.HR] == 76.0


def test_a_line_that_never_ends_is_an_error_and_the_next_is_understood() -> None:
    text = CONTINUOUS + "[line]\nlongest = 20\n"
    events = list(session(text).receive(b"7" * 500 + b"\r\n76 97 98.6 12\r\n", 0.0))
    assert [type(e) for e in events if isinstance(e, ProtocolError)]
    assert values(events)[VitalSign.HR] == 76.0


# ---- asking -------------------------------------------------------------------------------------


def test_a_monitor_that_must_be_asked_is_asked_at_once_and_then_every_so_often() -> None:
    gamma = driver(CONTINUOUS)
    assert [command for command, _why in gamma.sends] == [b"?\r"]
    assert gamma.interval_s == 2.0
    monitor = session(CONTINUOUS)
    sent = [now for now in range(7) if monitor.due(float(now)) == b"?\r"]
    assert sent == [0, 2, 4, 6]
    assert monitor.wake_at() == 8.0


def test_a_monitor_that_talks_by_itself_is_never_asked() -> None:
    monitor = session(BY_TIME)
    assert (monitor.due(9.0), monitor.wake_at(), driver(BY_TIME).sends) == (b"", None, ())


def test_an_echo_of_the_question_is_an_error_and_no_value() -> None:
    assert heard(CONTINUOUS, "?") == [ContentError("our own request came back")]


# ---- what every driver promises -----------------------------------------------------------------

ANY_LINES = st.lists(
    st.sampled_from(["120,80,70,10:01,D", "76 97 98.6 12", "--- 97 98.6 12", "120,80,70,10:06,E"])
    | st.text(max_size=30),
    max_size=12,
).map(lambda lines: "\r\n".join(lines).encode("utf-8", "replace"))


@pytest.mark.parametrize("text", [BY_TIME, BY_CHANGE, BY_LINE, CONTINUOUS])
@given(wire=ANY_LINES | st.binary(max_size=300), size=st.integers(1, 40))
def test_any_bytes_in_any_pieces_give_the_same_plausible_events(
    text: str, wire: bytes, size: int
) -> None:
    whole, pieces = session(text), session(text)
    events = list(whole.receive(wire, 1.0))
    assert events == [e for piece in in_chunks(wire, size) for e in pieces.receive(piece, 1.0)]
    assert whole.frames == pieces.frames
    for event in events:
        if isinstance(event, Reading):
            assert SIGNS[event.sign].plausible(event.value)
        if isinstance(event, CuffResult):
            assert event.dbp < event.sbp


def test_a_line_that_was_begun_is_dropped_when_the_line_was_reopened() -> None:
    monitor = session(BY_TIME)
    monitor.receive(b"999,9", 0.0)
    monitor.opened(5.0)
    assert cuffs(list(monitor.receive(b"120,80,70,10:01,D\r\n", 6.0)))


def test_its_quality_list_answers_for_everything() -> None:
    assert tuple(row.what for row in driver(BY_TIME).quality) == QUALITY_LIST


def test_its_facts_are_whole() -> None:
    beta = driver(BY_TIME)
    assert beta.signs == {VitalSign.SBP, VitalSign.DBP, VitalSign.NIBP_PULSE}
    assert beta.cable
    assert 0 < beta.bytes_per_s <= beta.line.bytes_per_s()
    slow = driver("interval_s = 0.2\n" + BY_TIME + "[line]\nbaud = 300\n")
    assert slow.bytes_per_s == slow.line.bytes_per_s()
    assert replace(beta, name="x").source == "device:x"
