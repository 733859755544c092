"""A line that misbehaves, seen from both of its ends: what passes, when, and what is kept."""

import math

from devices.session import LineSettings
from devices.simulated.body.patient import SimulatedPatient
from devices.simulated.monitors.virtual_masimo import VirtualMasimo
from devices.simulated.scenario.faults import Fault, FaultKind, usual_fault
from devices.simulated.scenario.scenario import scenario_named
from devices.simulated.sensors.measurement import Sensors
from devices.simulated.wire.faulty_line import MOST_ANSWERS, STALE_EVERY_S, FaultyLine, line_to

LINE = LineSettings(9600)


def sensors(seed: int = 1) -> Sensors:
    return Sensors(SimulatedPatient(scenario_named("S1"), seed))


class Talker:
    """Counts aloud, once a second; keeps what it hears."""

    def __init__(self) -> None:
        self._next = 1
        self.heard: list[tuple[float, bytes]] = []

    def receive(self, data: bytes, now: float) -> None:
        self.heard.append((now, data))

    def due(self, now: float) -> bytes:
        said = b""
        while self._next <= now:
            said = b"%03d;" % self._next
            self._next += 1
        return said

    def wake_at(self) -> float:
        return float(self._next)


class Answering:
    """Repeats a question with a number that grows."""

    def __init__(self) -> None:
        self._waiting: list[bytes] = []
        self._count = 0

    def receive(self, data: bytes, now: float) -> None:  # noqa: ARG002
        self._count += 1
        self._waiting.append(b"%s=%d;" % (data, self._count))

    def due(self, now: float) -> bytes:  # noqa: ARG002
        said, self._waiting = b"".join(self._waiting), []
        return said

    def wake_at(self) -> float:
        return 0.0 if self._waiting else math.inf


def said_by(line: FaultyLine, until: float) -> list[tuple[float, bytes]]:
    """Everything that comes out, when it does."""
    said = []
    while (at := line.wake_at()) <= until:
        if told := line.due(at):
            said.append((at, told))
    return said


def talk(*faults: Fault, until: float = 10.0) -> list[tuple[float, bytes]]:
    return said_by(FaultyLine(Talker(), LINE, faults), until)


def plain(*seconds: int) -> list[tuple[float, bytes]]:
    return [(float(second), b"%03d;" % second) for second in seconds]


def test_without_a_fault_everything_passes_as_it_is() -> None:
    talker = Talker()
    line = FaultyLine(talker, LINE)
    assert said_by(line, 5.0) == plain(1, 2, 3, 4, 5)
    line.receive(b"hello", 5.5)
    assert talker.heard == [(5.5, b"hello")]


def test_silence_and_an_unplugged_line_pass_nothing_and_keep_nothing_for_later() -> None:
    for kind in (FaultKind.SILENT, FaultKind.UNPLUGGED):
        assert talk(Fault(kind, 2.0, 4.0), until=5.0) == plain(1, 4, 5)


def test_nothing_reaches_the_monitor_either() -> None:
    for kind in (FaultKind.SILENT, FaultKind.UNPLUGGED, FaultKind.RESTART, FaultKind.STALE):
        talker = Talker()
        line = FaultyLine(talker, LINE, [Fault(kind, 2.0, 4.0)])
        for at in (1.0, 3.0, 5.0):
            line.receive(b"?", at)
        assert [at for at, _ in talker.heard] == [1.0, 5.0]


def test_only_an_unplugged_line_has_no_port() -> None:
    line = FaultyLine(Talker(), LINE, [Fault(kind, 2.0, 4.0) for kind in FaultKind])
    assert [line.plugged(at) for at in (1.0, 2.0, 3.9, 4.0)] == [True, False, False, True]
    assert FaultyLine(Talker(), LINE, [Fault(FaultKind.SILENT, 0.0, 9.0)]).plugged(5.0)


def test_a_stuck_line_says_one_byte_all_the_time() -> None:
    said = talk(Fault(FaultKind.STUCK, 2.0, 4.0), until=5.0)
    stuck = [told for at, told in said if 2.0 <= at < 4.0]
    assert len(stuck) >= 18
    assert len(set(b"".join(stuck))) == 1
    assert said[0] == (1.0, b"001;")
    assert said[-1] == (5.0, b"005;")


def test_a_slow_line_is_late_in_order_and_catches_up() -> None:
    said = talk(Fault(FaultKind.SLOW, 2.0, 4.0, by_s=2.5), until=8.0)
    assert said == [(1.0, b"001;"), (4.5, b"002;"), (5.5, b"003;004;005;"), *plain(6, 7, 8)]


def test_a_line_that_grows_slower_is_later_each_second() -> None:
    said = talk(Fault(FaultKind.SLOW, 2.0, 9.0, share=0.5, by_s=1.0), until=7.0)
    late = {int(told[:3]): at for at, told in said}
    assert [late[second] - second for second in (2, 3, 4)] == [1.0, 1.5, 2.0]


def test_a_stale_talker_says_its_last_message_every_second() -> None:
    said = talk(Fault(FaultKind.STALE, 2.5, 5.5), until=7.0)
    again = [(2.5 + STALE_EVERY_S * count, b"002;") for count in (1, 2)]
    assert said == [*plain(1, 2), *again, *plain(6, 7)]


def test_a_stale_monitor_that_is_asked_gives_its_old_answers() -> None:
    line = FaultyLine(Answering(), LINE, [Fault(FaultKind.STALE, 2.0, 60.0)])
    answers = {}
    for at, question in ((0.5, b"a"), (1.0, b"b"), (3.0, b"a"), (4.0, b"b"), (5.0, b"c")):
        line.receive(question, at)
        answers[at] = b"".join(told for _, told in said_by(line, at + 0.3))
    assert answers == {0.5: b"a=1;", 1.0: b"b=2;", 3.0: b"a=1;", 4.0: b"b=2;", 5.0: b""}


def test_what_is_kept_to_be_said_again_is_bounded() -> None:
    line = FaultyLine(Answering(), LINE, [Fault(FaultKind.STALE, 500.0, 2000.0)])
    for number in range(500):
        line.receive(b"%d" % number, number)
        said_by(line, number + 0.5)
    said = []
    for number in range(500):
        line.receive(b"%d" % number, 501.0 + number)
        said += said_by(line, 501.5 + number)
    assert len(said) == MOST_ANSWERS


def test_a_fault_can_be_laid_on_a_line_that_runs_and_mended() -> None:
    line = FaultyLine(Talker(), LINE)
    assert said_by(line, 2.0) == plain(1, 2)
    line.befall(Fault(FaultKind.SILENT, 2.5, math.inf))
    line.befall(Fault(FaultKind.STUCK, 50.0, math.inf))
    assert said_by(line, 5.0) == []
    line.mend(5.5)
    assert said_by(line, 60.0) == plain(*range(6, 61))


def test_mending_one_kind_leaves_the_others() -> None:
    line = FaultyLine(Talker(), LINE, [Fault(FaultKind.SILENT, 2.0, 90.0)])
    line.befall(Fault(FaultKind.SLOW, 2.0, 90.0, by_s=1.0))
    said_by(line, 3.5)
    line.mend(3.5, FaultKind.SILENT)
    assert said_by(line, 6.0)[-1] == (6.0, b"005;")


def test_faults_of_several_kinds_hold_together() -> None:
    half = Fault(FaultKind.HALF_FRAMES, 2.0, 9.0, share=1.0)
    slow = Fault(FaultKind.SLOW, 2.0, 9.0, by_s=0.5)
    said = [told for at, told in talk(half, slow, until=8.6) if at > 2.0]
    assert all(len(told) < 4 for told in said)


def test_the_clock_of_the_monitor_goes_wrong_and_right_again() -> None:
    masimo = VirtualMasimo(sensors())
    said = said_by(FaultyLine(masimo, LINE, [Fault(FaultKind.CLOCK_SKEW, 2, 4, by_s=-420)]), 4.0)
    assert [told[9:17] for _, told in said] == [b"10:00:01", b"09:53:02", b"09:53:03", b"10:00:04"]


def test_a_restart_is_a_silence_and_a_new_monitor_whose_clock_went_on() -> None:
    faults = [Fault(FaultKind.RESTART, 2.5, 61.25)]
    said = said_by(line_to("masimo-ascii", sensors(), LINE, faults), 64.0)
    assert [round(at, 3) for at, _ in said] == [1.0, 2.0, 62.25, 63.25]
    assert said[-1][1][9:17] == b"10:01:03"


def test_without_a_bedside_a_restart_brings_the_same_one_back() -> None:
    assert talk(Fault(FaultKind.RESTART, 2.0, 4.0), until=5.0) == plain(1, 4, 5)


def test_the_same_seed_says_the_same_and_another_something_else() -> None:
    def said(seed: str) -> list[tuple[float, bytes]]:
        faults = [usual_fault(kind, 10.0, 200.0) for kind in FaultKind]
        faults += [usual_fault(FaultKind.NOISE, 210.0, 300.0)]
        return said_by(line_to("ivy-450c", sensors(), LINE, faults, seed), 320.0)

    assert said("1") == said("1")
    assert said("1") != said("2")
