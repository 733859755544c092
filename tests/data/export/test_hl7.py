"""Read by hl7apy, which knows nothing of us."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from hl7apy.parser import parse_message
from hypothesis import given, settings
from past_treatments import Played, drawn, iv_treatment, opened
from record_examples import sessions, start_anchor

from data.export.hl7 import EVERY_S, control_id, session_hl7
from data.export.hl7_text import moment, number
from data.export.material import Material
from data.export.values import OLD, session_values
from monitor.commands import Note, NoteKind, Sedation
from monitor.entries import Entry
from monitor.events import Numerics
from monitor.treatment.commands import Scale, Score
from monitor.vitals import (
    CUFF_SIGNS,
    SIGNS,
    CuffFailed,
    CuffFailure,
    CuffResult,
    Quality,
    Reading,
    VitalSign,
)

SOURCE = "device:ivy-450c"


def cuff(sbp: float, dbp: float = 84.0, quality: Quality = Quality.GOOD) -> CuffResult:
    return CuffResult(sbp, dbp, 101.0, 77.0, SOURCE, quality)


def watched(*more: tuple[float, object]) -> Material:
    values = [
        (float(second), Numerics((Reading(VitalSign.HR, 60.0 + second / 8, SOURCE),)))
        for second in range(6, 400)
    ]
    usual = [(300.4, cuff(142.0)), (3_000.0, Score(Scale.PHQ9, 11, "AK"))]
    said = sorted((*iv_treatment(drawn(50.0)), *values, *usual, *more), key=lambda one: one[0])
    return Material("s-1", Played(opened(), said).entries, [start_anchor()])


def parsed(material: Material) -> Any:
    text = b"".join(session_hl7(material)).decode("utf-8")
    return parse_message(text, find_groups=False)


def observations(message: Any) -> Iterator[tuple[str, str, str, str, str]]:
    """MDC code, value, status, time, flags of each OBX with a value."""
    for segment in message.children:
        if segment.name == "OBX" and segment.obx_2.value == "NM":
            fields = (segment.obx_5, segment.obx_11, segment.obx_14, segment.obx_8)
            code = segment.obx_3.obx_3_1.value
            yield (code, *(one.value or "" for one in fields))  # type: ignore[misc]


def measured(material: Material) -> list[tuple[str, float, str]]:
    """What that reader finds: code, value, time; without the scores."""
    found = observations(parsed(material))
    return sorted(
        (code, float(value), when) for code, value, _, when, _ in found if code.isdigit()
    )


def expected(material: Material) -> list[tuple[str, float, str]]:
    """What the record says should be there: code, value, time."""
    seen: set[tuple[VitalSign, str, int]] = set()
    told = []
    for one in session_values(material.entries):
        minute = (one.sign, one.source, int(one.t_s // EVERY_S))
        if one.quality in OLD or (one.sign not in CUFF_SIGNS and minute in seen):
            continue
        seen.add(minute)
        when = moment(material.moments.local(one.t_s))
        told.append((str(SIGNS[one.sign].mdc_code), float(one.value), when))
    return told


def test_another_reader_finds_every_value_at_its_time() -> None:
    material = watched()
    there = expected(material)
    assert len(there) > 10
    assert measured(material) == sorted(there)
    assert ("150021", 142.0, moment(material.moments.local(300.4))) in there


def test_the_message_follows_the_structure_of_its_version() -> None:
    message = parse_message(b"".join(session_hl7(watched())).decode("utf-8"))
    assert message.validate()
    assert message.msh.msh_9.value == "ORU^R01^ORU_R01"
    assert message.msh.msh_12.value == "2.6"
    assert "IHE_PCD_001" in message.msh.msh_21.value
    assert message.msh.msh_10.value == control_id(watched())


def test_how_far_a_value_may_be_trusted_goes_with_it() -> None:
    material = watched(
        (500.0, cuff(188.0, quality=Quality.UNCONFIRMED)),
        (600.0, cuff(200.0, quality=Quality.BEFORE_SESSION)),
        (700.0, CuffFailed(CuffFailure.MOVEMENT, SOURCE)),
    )
    message = parsed(material)
    status = {value: status for _, value, status, _, _ in observations(message)}
    assert status["188"] == "P"
    assert status["142"] == "R"
    assert "200" not in status
    failed = [one for one in message.children if one.name == "OBX" and one.obx_8.value]
    assert "movement" in [one.obx_8.value for one in failed]


def test_an_alarm_and_its_limit_stand_beside_the_value() -> None:
    message = parsed(watched((800.0, cuff(214.0, 122.0))))
    (high,) = [
        one
        for one in message.children
        if one.name == "OBX" and one.obx_5.value == "214" and one.obx_3.obx_3_1.value == "150021"
    ]
    assert [one.value for one in high.obx_8] == ["H", "PH"]
    assert high.obx_7.value == "90-160"


def test_scores_have_their_codes() -> None:
    found = list(observations(parsed(watched((3_100.0, Sedation(4, "AK"))))))
    assert ("44261-6", "11", "F") in [one[:3] for one in found]
    assert ("moaa-s", "4", "F") in [one[:3] for one in found]


@pytest.mark.parametrize("name", ["A^B|C~D&E\\F", "Zeile\nzwei\rdrei", "Ä漢\x0b\x1c"])
def test_nothing_that_a_person_types_ends_a_field(name: str) -> None:
    session = opened(patient=replace(opened().patient, patient_id=name, name=name))
    entries = Played(session, iv_treatment()).entries
    text = b"".join(session_hl7(Material("s-1", entries, [start_anchor()]))).decode("utf-8")
    assert "\x0b" not in text
    assert "\x1c" not in text
    message = parse_message(text, find_groups=False)
    assert [one.name for one in message.children][:3] == ["MSH", "PID", "PV1"]
    assert message.pid.pid_8.value in {"U", "F", "M"}
    told = message.pid.pid_3.pid_3_1.value
    for code, sign in (("F", "|"), ("S", "^"), ("T", "&"), ("R", "~"), ("E", "\\")):
        told = told.replace(f"\\{code}\\", sign)
    assert told == "".join(one for one in " ".join(name.split()) if one.isprintable())


def test_notes_are_not_in_it() -> None:
    text = b"".join(session_hl7(watched((600.0, Note("n", NoteKind.NAUSEA, "secret", "AK")))))
    assert b"secret" not in text


@settings(max_examples=20, deadline=None)
@given(entries=sessions())
def test_every_session_is_a_message_that_another_reader_understands(entries: list[Entry]) -> None:
    material = Material("s-1", entries, [start_anchor()])
    assert measured(material) == sorted(expected(material))


def test_a_cuff_that_came_late_has_its_own_time_and_the_alarm_that_it_raised() -> None:
    late = replace(cuff(214.0, 122.0), age_s=40.0)
    material = watched((800.0, late))
    (high,) = [one for one in observations(parsed(material)) if one[:2] == ("150021", "214")]
    assert high[3] == moment(material.moments.local(760.0))
    assert high[4] == "H"
    assert measured(material) == sorted(expected(material))


def test_what_a_monitor_shows_in_its_demo_mode_is_not_sent() -> None:
    shown = Reading(VitalSign.SPO2, 96.5, SOURCE, Quality.DEMO)
    text = b"".join(session_hl7(watched((500.0, Numerics((shown,))))))
    assert b"|96.5|" not in text


def test_what_the_monitor_called_poor_is_questionable() -> None:
    shown = Reading(VitalSign.SPO2, 96.5, SOURCE, Quality.POOR)
    found = observations(parsed(watched((500.0, Numerics((shown,))))))
    assert [one[4] for one in found if one[1] == "96.5"] == ["QUES"]


@pytest.mark.parametrize(
    ("value", "told"),
    [(97.0, "97"), (36.75, "36.75"), (0.00001, "0.00001"), (1e300, "1" + "0" * 300)],
)
def test_a_number_has_no_exponent(value: float, told: str) -> None:
    assert float(number(value)) == value
    assert "e" not in number(value)
    assert len(told) == len(number(value))


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_what_is_no_number_is_an_empty_field(value: float) -> None:
    assert number(value) == ""
