"""SunTech: the examples of its description, and what a measurement looks like from here."""

from __future__ import annotations

import pytest
from helpers import captures_folder
from suntech_oem_wire import DONE, EXAMPLE, frame, pressure, result

from devices.drivers.suntech_oem import (
    ACKNOWLEDGED_WITHIN_S,
    DRIVER,
    PRESSURE,
    RESULT,
    RESULT_AFTER_S,
    START,
    START_MEANT_S,
    SunTechSession,
)
from devices.errors import ChecksumError, ContentError, ProtocolError
from devices.session import DeviceEvent, StartsCuff
from monitor.vitals import (
    CuffFailed,
    CuffFailure,
    CuffResult,
    DeviceNote,
    DeviceNoteKind,
    Quality,
)

SOURCE = DRIVER.source


def opened(at: float = 0.0) -> SunTechSession:
    session = SunTechSession(SOURCE)
    session.opened(at)
    return session


def listen(*frames: bytes, at: float = 1.0) -> list[DeviceEvent]:
    session = opened()
    return [event for one in frames for event in session.receive(one, at)]


def cuffs(events: list[DeviceEvent]) -> list[CuffResult | CuffFailed]:
    return [event for event in events if isinstance(event, CuffResult | CuffFailed)]


def found(quality: Quality = Quality.GOOD) -> CuffResult:
    return CuffResult(115.0, 74.0, 88.0, 85.0, SOURCE, quality)


class Bench:
    """A module on a table that answers what the test wants, in step with the questions."""

    def __init__(self) -> None:
        self.session = opened()
        self.now = 0.0
        self.sent: list[tuple[float, bytes]] = []
        self.heard: list[DeviceEvent] = []

    def run(self, until: float, mmhg: int = 0, data: bytes = EXAMPLE) -> Bench:
        while self.now < until:
            asked = self.session.due(self.now)
            if asked:
                self.sent.append((self.now, asked))
                answer = {PRESSURE: pressure(mmhg), RESULT: data}.get(asked, b"")
                self.say(answer)
            self.now = round(self.now + 0.05, 2)
        return self

    def say(self, data: bytes) -> None:
        self.heard += self.session.receive(data, self.now)

    def times(self, command: bytes) -> list[float]:
        return [at for at, sent in self.sent if sent == command]


# ---- the examples of the description ------------------------------------------------------------


@pytest.mark.parametrize(
    "wire",
    ["3A 20 A6", "3A 79 05 00 48", "3A 79 03 00 4A", "3E 05 02 01 BA", "3E 04 4B 73"],
)
def test_all_bytes_of_a_published_frame_make_zero(wire: str) -> None:
    assert sum(bytes.fromhex(wire)) % 256 == 0


def test_the_commands_are_the_published_ones() -> None:
    assert (
        bytes.fromhex("3A 20 A6"),
        bytes.fromhex("3A 79 05 00 48"),
        bytes.fromhex("3A 79 03 00 4A"),
    ) == (START, PRESSURE, RESULT)
    assert {sent for sent, _ in DRIVER.sends} == {PRESSURE, RESULT}


def test_the_printed_result_is_115_over_74_with_a_mean_of_88_and_a_rate_of_85() -> None:
    assert cuffs(listen(DONE, EXAMPLE)) == [found()]
    assert result(115, 74, 88, 85) == EXAMPLE


def test_the_printed_pressure_shows_a_cuff_at_work() -> None:
    assert listen(bytes.fromhex("3E 05 02 01 BA")) == [
        DeviceNote(DeviceNoteKind.MEASURING, "", SOURCE)
    ]


def test_the_written_down_frames_are_understood() -> None:
    path = captures_folder() / "suntech_oem_fixtures" / "suntech_frames.hex.txt"
    if not path.is_file():
        pytest.skip(f"no recordings beside the project ({path} is missing)")
    lines = [line[2:].split("   ")[0] for line in path.read_text().splitlines() if line[0] == "<"]
    session = opened()
    events = [e for line in lines for e in session.receive(bytes.fromhex(line), 1.0)]
    assert session.frames == len(lines) == 3
    assert not [event for event in events if isinstance(event, ProtocolError)]
    assert cuffs(events) == [found()]


# ---- the cuff -----------------------------------------------------------------------------------


def test_a_measurement_is_said_from_its_beginning_to_its_one_result() -> None:
    bench = Bench().run(10.0, data=result(0, 0))
    bench.run(40.0, mmhg=120)
    bench.say(DONE)
    bench.run(60.0)
    assert bench.heard == [
        DeviceNote(DeviceNoteKind.MEASURING, "", SOURCE),
        DeviceNote(DeviceNoteKind.IDLE, "", SOURCE),
        found(),
    ]


def test_what_the_module_still_knows_when_we_connect_is_never_judged() -> None:
    assert Bench().run(30.0).heard == [found(Quality.AGE_UNKNOWN)]


def test_the_same_pressures_after_another_measurement_are_a_new_result() -> None:
    bench = Bench().run(10.0).run(40.0, mmhg=120)
    bench.say(DONE)
    bench.run(60.0)
    assert [what.quality for what in cuffs(bench.heard) if isinstance(what, CuffResult)] == [
        Quality.AGE_UNKNOWN,
        Quality.GOOD,
    ]


def test_an_error_code_is_a_failure_whatever_pressures_stand_beside_it() -> None:
    failed = result(115, 74, 88, 85, error=7)
    assert cuffs(listen(DONE, failed, failed)) == [CuffFailed(CuffFailure.FAILED, SOURCE)]
    assert len(cuffs(listen(DONE, failed, DONE, failed))) == 2


def test_a_measurement_that_gives_no_pressures_is_no_zero() -> None:
    assert cuffs(listen(DONE, result(0, 0))) == []


def test_a_result_without_mean_or_rate_has_none() -> None:
    bare = result(115, 74)
    assert cuffs(listen(DONE, *[bare] * 6)) == [
        CuffResult(115.0, 74.0, None, None, SOURCE, Quality.GOOD)
    ]


@pytest.mark.parametrize(("sbp", "dbp"), [(74, 115), (90, 90), (600, 80), (65535, 65535)])
def test_impossible_pressures_are_one_error_and_no_result(sbp: int, dbp: int) -> None:
    wrong = result(sbp, dbp, 90, 80)
    assert [type(event) for event in listen(DONE, wrong, wrong)] == [ContentError]


def test_a_lost_done_is_made_up_for_and_its_result_has_an_unknown_age() -> None:
    bench = Bench().run(10.0, data=result(0, 0)).run(40.0, mmhg=120)
    emptied_at = bench.now
    bench.run(60.0)
    assert cuffs(bench.heard) == [found(Quality.AGE_UNKNOWN)]
    [asked_at] = [at for at in bench.times(RESULT) if at > 1.0]
    assert asked_at == pytest.approx(emptied_at + RESULT_AFTER_S, abs=1.2)


def test_a_done_that_comes_after_the_cuff_is_empty_brings_one_result() -> None:
    bench = Bench().run(10.0, data=result(0, 0)).run(40.0, mmhg=120).run(42.0)
    bench.say(DONE)
    bench.run(60.0)
    assert cuffs(bench.heard) == [found()]


def test_a_resting_pressure_of_a_few_millimetres_is_no_measurement() -> None:
    assert Bench().run(30.0, mmhg=8, data=result(0, 0)).heard == []


# ---- what is sent -------------------------------------------------------------------------------


def test_it_asks_for_the_result_once_and_for_the_pressure_each_second() -> None:
    bench = Bench().run(20.0)
    assert bench.times(RESULT) == [0.0]
    assert len(bench.times(PRESSURE)) == 20


def test_a_start_goes_out_when_the_cuff_is_known_to_be_empty_and_its_k_is_no_result() -> None:
    bench = Bench().run(5.0)
    assert isinstance(bench.session, StartsCuff)
    bench.session.start_cuff(bench.now)
    bench.run(7.0)
    assert len(bench.times(START)) == 1
    bench.say(DONE)
    bench.run(8.0)
    bench.run(40.0, mmhg=120)
    assert bench.times(RESULT) == [0.0]
    bench.say(DONE)
    bench.run(45.0)
    assert cuffs(bench.heard)[1:] == [found()]
    assert len(bench.times(START)) == 1


def test_a_module_that_acknowledges_no_start_still_says_when_it_is_done() -> None:
    bench = Bench().run(5.0)
    bench.session.start_cuff(bench.now)
    bench.run(5.0 + ACKNOWLEDGED_WITHIN_S + 20.0, mmhg=0).run(50.0, mmhg=120)
    bench.say(DONE)
    bench.run(55.0)
    assert len(cuffs(bench.heard)) == 2


def test_a_start_waits_for_an_empty_cuff_and_is_dropped_when_that_takes_too_long() -> None:
    bench = Bench().run(5.0, mmhg=10)
    bench.session.start_cuff(bench.now)
    bench.run(7.0, mmhg=10)
    assert bench.times(START) == []
    bench.run(9.0)
    assert len(bench.times(START)) == 1
    bench.session.start_cuff(bench.now)
    bench.run(9.0 + START_MEANT_S + 1.5, mmhg=10).run(30.0)
    assert len(bench.times(START)) == 1


def test_a_running_cuff_is_not_started_again_and_a_reopened_line_forgets() -> None:
    bench = Bench().run(5.0).run(10.0, mmhg=120)
    bench.session.start_cuff(bench.now)
    bench.run(30.0)
    bench.session.start_cuff(bench.now)
    bench.session.opened(bench.now)
    bench.run(60.0)
    assert bench.times(START) == []


def test_an_unanswered_question_is_complained_about_once() -> None:
    session = opened()
    for step in range(400):
        session.due(step / 20)
    said = [str(event) for event in session.receive(b"", 20.0)]
    assert said == ["no reply to result within 2 s"]


# ---- noise --------------------------------------------------------------------------------------


def test_a_damaged_frame_is_counted_and_never_a_value() -> None:
    damaged = EXAMPLE[:2] + b"\x74" + EXAMPLE[3:]
    assert [type(event) for event in listen(damaged)] == [ChecksumError]


@pytest.mark.parametrize("wrong", [frame(1, 2, 3), frame(7), frame(0xFF, 0xFF)])
def test_a_whole_frame_that_makes_no_sense_is_an_error(wrong: bytes) -> None:
    session = opened()
    assert [type(event) for event in session.receive(wrong, 1.0)] == [ContentError]
    assert session.frames == 0


def test_another_letter_is_a_frame_that_says_nothing() -> None:
    session = opened()
    assert list(session.receive(frame(ord("B")), 1.0)) == []
    assert session.frames == 1


def test_half_a_frame_is_dropped_when_the_line_was_reopened() -> None:
    session = opened()
    list(session.receive(EXAMPLE[:9], 0.0))
    session.opened(5.0)
    assert len(cuffs(list(session.receive(EXAMPLE, 6.0)))) == 1
