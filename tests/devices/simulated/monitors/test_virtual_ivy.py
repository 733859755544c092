"""The frames are taken apart here by hand, from the description of the output alone."""

import itertools
import os
import re
from dataclasses import replace
from pathlib import Path

import pytest

from devices.simulated.body.patient import SimulatedPatient
from devices.simulated.monitors.virtual_ivy import VirtualIvy450C
from devices.simulated.scenario.artefacts import Artefact, ArtefactKind
from devices.simulated.scenario.scenario import Scenario, scenario_named
from devices.simulated.sensors.measurement import Sensors

HEAD = b"\xffANSAR-B "
NAMES = ["HR", "RR", "ETCO2", "SPO2", "NIBP", "P1", "P2", "T1", "T2"]


def monitor(scenario: Scenario, seed: int = 1) -> VirtualIvy450C:
    return VirtualIvy450C(Sensors(SimulatedPatient(scenario, seed, scenario.rates)))


def frames(scenario: Scenario, seconds: int, seed: int = 1) -> list[bytes]:
    ivy = monitor(scenario, seed)
    return [ivy.due(float(second)) for second in range(1, seconds + 1)]


def lines(frame: bytes) -> dict[str, list[str]]:
    texts = frame[409:-1].decode("ascii").removesuffix("\r").split("\r")
    pairs = (text.split("=", 1) for text in texts)
    return {name: fields.split(";") for name, fields in pairs}


def test_a_frame_has_the_form_of_the_real_one() -> None:
    frame = frames(scenario_named("S1"), 60)[-1]
    assert frame.startswith(HEAD)
    assert frame.endswith(b"\r\xfe")
    assert not {0xFE, 0xFF} & set(frame[len(HEAD) : -1])
    assert list(lines(frame)) == NAMES


def test_every_line_has_the_fields_of_the_real_one() -> None:
    found = lines(frames(scenario_named("S1"), 120)[-1])
    counts = {name: len(fields) for name, fields in found.items()}
    assert counts == {
        "HR": 4, "RR": 4, "ETCO2": 4, "SPO2": 4, "NIBP": 7, "P1": 6, "P2": 6, "T1": 4, "T2": 4
    }  # fmt: skip
    assert found["SPO2"][2].startswith("PR=")
    assert found["P1"] == ["3", "", "", "", "NO TRANSDUCER", ""]


def test_the_lines_match_those_of_a_real_recording() -> None:
    repository = Path(__file__).parents[4]
    captures = Path(os.environ.get("CHAIRSIDE_CAPTURES", repository / "../shared/captures"))
    recording = captures / "ivy_450c_ansar_b" / "Ivy450C.1.data"
    if not recording.exists():
        pytest.skip(f"needs the recording of a real Ivy 450C, which is not at {recording}")
    data = recording.read_bytes()
    begin = data.index(HEAD)
    real = data[begin : data.index(b"\xfe", begin + 409) + 1]

    def form(frame: bytes) -> list[tuple[str, str]]:
        shapes = (
            (name, re.sub(r"\d+", "9", ";".join(fields))) for name, fields in lines(frame).items()
        )
        return [(name, shape) for name, shape in shapes if name != "P1"]

    ours = frames(scenario_named("S1"), 120)[-1]
    assert len(real) == 562
    assert form(ours) == form(real)


def test_there_is_one_frame_a_second() -> None:
    ivy = monitor(scenario_named("S1"))
    assert ivy.wake_at() == 1.0
    assert ivy.due(0.99) == b""
    assert ivy.due(1.0).startswith(HEAD)
    assert ivy.due(1.5) == b""
    assert ivy.wake_at() == 2.0


def test_frames_that_were_missed_are_not_sent_later() -> None:
    ivy = monitor(scenario_named("S1"))
    assert ivy.due(30.2).count(HEAD) == 1
    assert ivy.wake_at() == 31.0


def test_nothing_it_is_sent_changes_it() -> None:
    told, untold = monitor(scenario_named("S1")), monitor(scenario_named("S1"))
    told.receive(b" NC0!E\r", 0.5)
    assert told.due(1.0) == untold.due(1.0)


def test_the_nibp_line_is_empty_before_the_first_result_and_while_the_cuff_measures() -> None:
    found = [lines(frame)["NIBP"] for frame in frames(scenario_named("S1"), 240)]
    assert found[0] == ["4", "", "", "", "", "", ""]
    with_value = [bool(fields[1]) for fields in found]
    turns = [now for before, now in itertools.pairwise(with_value) if before != now]
    assert turns[:3] == [True, False, True]


def test_the_nibp_line_repeats_the_last_result_in_between() -> None:
    found = {tuple(lines(frame)["NIBP"]) for frame in frames(scenario_named("S1"), 110)}
    assert len(found) == 2


def test_two_equal_results_in_a_row_have_an_empty_line_between_them() -> None:
    scenario = scenario_named("S15")
    twice = replace(
        scenario,
        cuff=tuple(replace(cuff, sbp=150.0, dbp=90.0, pulse=80.0) for cuff in scenario.cuff),
    )
    found = [lines(frame)["NIBP"][1] for frame in frames(twice, 2300)]
    assert found[2105] == found[2195] == "150"
    assert "" in found[2105:2195]


def test_a_failed_cuff_is_empty_fields_and_a_word_and_not_a_zero() -> None:
    fields = lines(frames(scenario_named("S14"), 1850)[-1])["NIBP"]
    assert fields == ["4", "", "", "", "", "", "LEAK"]


def test_a_probe_that_is_off_leaves_empty_fields_and_a_flat_wave() -> None:
    scenario = replace(
        scenario_named("S1"), artefact=(Artefact(ArtefactKind.PROBE_OFF, 30.0, 60.0),)
    )
    seen = frames(scenario, 70)
    off, on = seen[44], seen[69]
    assert lines(off)["SPO2"] == ["1", "", "", ""]
    assert len(set(off[259:309])) == 1
    assert lines(off)["HR"][1]
    assert lines(on)["SPO2"][1]
    assert len(set(on[259:309])) > 10


def test_the_electrocardiogram_beats_as_often_as_the_line_says() -> None:
    seen = frames(scenario_named("S1"), 300)[-60:]
    wave = b"".join(frame[9:209] for frame in seen)
    beats = sum(a < 130 <= b for a, b in itertools.pairwise(wave))
    said = sum(int(lines(frame)["HR"][1]) for frame in seen) / len(seen)
    assert beats == pytest.approx(said, abs=2.5)


def test_the_same_seed_gives_the_same_bytes() -> None:
    assert frames(scenario_named("S4"), 200, 5) == frames(scenario_named("S4"), 200, 5)
    assert frames(scenario_named("S4"), 200, 5) != frames(scenario_named("S4"), 200, 6)
