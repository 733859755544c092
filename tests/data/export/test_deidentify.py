import dataclasses
import enum
import itertools
import json
import random
import re
import typing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.codec import KINDS, decode, encode
from data.export.deidentify import MOST_DAYS, days_back, deidentified, pseudonym
from data.export.fates import TEXTS, Fate
from monitor.commands import EndSession, Note, NoteKind
from monitor.entries import Anchor, AnchorReason, Entry
from monitor.events import DeviceFacts, SessionOpened
from monitor.outcomes import AlarmChanged, AlarmPhase, Priority
from monitor.people import Patient
from monitor.treatment.commands import UNCLAIMED, Claim, EndNote, GiveDrug, HandOver
from monitor.vitals import CuffResult
from tests.data.record_examples import (
    NAME,
    REMARK,
    SOURCE,
    anything,
    course,
    opening,
    sessions,
    start_anchor,
)

SECRET = b"s" * 32
MARKER = "Zq7 Identifying=Word"


def shown(whats, anchors=(), secret=SECRET):
    entries = [Entry("s-1", seq, float(seq), what) for seq, what in enumerate(whats)]
    found, moved = deidentified(entries, anchors, secret)
    return [one.what for one in found], moved


def types_in(hint):
    inner = typing.get_args(hint)
    return {hint} if not inner else set().union(*(types_in(one) for one in inner))


def classes_of(kind, known):
    if kind in known:
        return known
    known[kind] = typing.get_type_hints(kind)
    for hint in known[kind].values():
        for one in types_in(hint):
            if dataclasses.is_dataclass(one):
                classes_of(one, known)
    return known


def every_class():
    known = {}
    for kind in KINDS.values():
        classes_of(kind, known)
    return known


def text_fields(hints):
    """Those that hold a text; a word out of a fixed list is none."""
    return {
        name
        for name, hint in hints.items()
        if any(one is str or one is typing.Any for one in types_in(hint))
    }


def test_every_text_of_every_kind_of_entry_is_either_coded_or_dropped():
    unnamed = {
        f"{kind.__name__}.{name}"
        for kind, hints in every_class().items()
        for name in text_fields(hints)
        if name not in TEXTS.get(kind.__name__, {})
    }
    assert unnamed == set()


def test_the_table_names_no_text_that_does_not_exist():
    known = {kind.__name__: text_fields(hints) for kind, hints in every_class().items()}
    assert {name: set(rows) - known.get(name, set()) for name, rows in TEXTS.items()} == {
        name: set() for name in TEXTS
    }


def marked(value):
    """The same value with the marker as every text inside it."""
    if isinstance(value, enum.Enum):
        return value
    if isinstance(value, str):
        return MARKER
    if isinstance(value, dict):
        return {marked(key): one for key, one in value.items()}
    if isinstance(value, tuple | frozenset):
        return type(value)(marked(one) for one in value)
    if dataclasses.is_dataclass(value):
        return dataclasses.replace(
            value,
            **{one.name: marked(getattr(value, one.name)) for one in dataclasses.fields(value)},
        )
    return value


@given(anything)
def test_nothing_that_was_typed_is_left_in_any_kind_of_entry(what):
    (clean,), _ = shown([marked(what)])
    text = json.dumps(encode(clean))
    assert "Zq7" not in text
    assert "Identifying" not in text


@given(sessions())
def test_a_masked_session_is_still_a_session_that_can_be_stored(entries):
    found, _ = deidentified(entries, [], SECRET)
    assert [(one.seq, one.now_s, type(one.what)) for one in found] == [
        (one.seq, one.now_s, type(one.what)) for one in entries
    ]
    for one in found:
        decode(*encode(one.what))


def test_name_remark_staff_and_session_are_gone_and_the_measurements_are_not():
    entries = course(seconds=30)
    found, moved = deidentified(entries, [start_anchor()], SECRET)
    text = " ".join("".join(encode(one.what)) for one in found)
    for word in (NAME, REMARK, '"RN"', "s-1", '"AL"'):
        assert word not in text
    assert {one.session_id for one in (*found, *moved)} == {pseudonym("session", "s-1", SECRET)}
    assert [type(one.what) for one in found] == [type(one.what) for one in entries]
    assert found[4].what == entries[4].what  # a second of numbers


def test_the_same_patient_has_one_pseudonym_and_one_shift_in_every_session():
    dice = random.Random(7)
    first, second_ = start_anchor("a", 1_760_000_000.0), start_anchor("b", 1_761_000_000.5)
    one, one_at = deidentified([Entry("a", 0, 0.0, opening("a"))], [first], SECRET)
    other, other_at = deidentified([Entry("b", 0, 0.0, opening("b"))], [second_], SECRET)
    assert one[0].what.patient.patient_id == other[0].what.patient.patient_id
    assert other_at[0].utc_s - one_at[0].utc_s == second_.utc_s - first.utc_s
    elsewhere = dice.randbytes(32)
    stranger, _ = deidentified([Entry("a", 0, 0.0, opening("a"))], [first], elsewhere)
    assert stranger[0].what.patient.patient_id != one[0].what.patient.patient_id


@given(st.text(max_size=20), st.binary(min_size=32, max_size=32))
def test_days_go_back_by_one_to_364_and_the_time_of_day_stays(patient_id, secret):
    days = days_back(patient_id, secret)
    assert 1 <= days <= MOST_DAYS
    assert days == days_back(f" {patient_id} ", secret)
    opened = dataclasses.replace(opening(), patient=Patient(patient_id, 70.0))
    _, (moved,) = deidentified([Entry("s-1", 0, 0.0, opened)], [start_anchor()], secret)
    assert start_anchor().utc_s - moved.utc_s == days * 86_400
    assert dataclasses.replace(moved, utc_s=0.0, session_id="") == dataclasses.replace(
        start_anchor(), utc_s=0.0, session_id=""
    )


def test_a_pseudonym_has_ten_letters_and_digits():
    assert re.fullmatch(r"[a-z2-7]{10}", pseudonym("patient", "20417", SECRET))
    assert pseudonym("patient", "20417", SECRET) != pseudonym("session", "20417", SECRET)


@pytest.mark.parametrize(
    ("born", "told"),
    [(1988, 1980), (1980, 1980), (1936, 1930), (1931, 1930), (1902, 1930), (None, None)],
)
def test_of_the_birth_year_ten_years_stay_and_ninety_is_the_oldest(born, told):
    opened = dataclasses.replace(opening(), patient=Patient("p", 70.0, "AB", born))
    in_2026 = Anchor("s-1", 0.0, 1_790_000_000.0, 0, AnchorReason.START)
    (clean,), _ = shown([opened], [in_2026])
    assert clean.patient.birth_year == told


def test_a_birth_year_is_dropped_when_nothing_tells_how_old_that_is():
    opened = dataclasses.replace(opening(), patient=Patient("p", 70.0, "AB", 1902))
    (clean,), _ = shown([opened])
    assert clean.patient.birth_year is None


def test_staff_are_numbered_in_the_order_of_their_appearance():
    whats = [Claim("Nurse 7"), HandOver("Provider 2", "nurse 7 "), EndSession(UNCLAIMED, "x", "")]
    found, _ = shown(whats)
    assert found[0].by == "staff 1"
    assert (found[1].to, found[1].by) == ("staff 2", "staff 1")
    assert (found[2].by, found[2].reason, found[2].second) == (UNCLAIMED, "", "")


def test_a_note_and_its_end_stay_together():
    found, _ = shown([Note("n-77", NoteKind.FREE_TEXT, "secret", "RN"), EndNote("n-77", "RN")])
    assert found[0].note_id == found[1].note_id == "mark 1"
    assert found[0].text == ""


def test_a_drug_that_was_typed_is_dropped():
    (found,), _ = shown([GiveDrug("ondansetron", "4", "mg", "IV", "Provider 1", "Nurse 1")])
    assert (found.drug, found.dose, found.unit, found.route) == ("", "", "", "")


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("device:ivy-450c", "device:ivy-450c"),
        ("device:ivy-450c#2", "device:ivy-450c#2"),
        ("manual", "manual"),
        ("device:line:/home/somebody/monitor.toml#3", "device:line#3"),
        ("device:Room of J. S.", "device:other"),
        ("", ""),
    ],
)
def test_of_a_device_its_kind_stays_and_no_path(source, told):
    (found,), _ = shown([CuffResult(150.0, 90.0, None, None, source, device_time="2026-01-01")])
    assert (found.source, found.device_time) == (told, None)


def test_the_alarm_of_a_described_monitor_does_not_tell_where_its_file_lies():
    key = "link/device:line:/home/somebody/x.toml"
    gone = AlarmChanged(
        key, "link-lost", None, Priority.LOW, AlarmPhase.SOUNDING, None, None, ("link-lost",), "x"
    )
    (found,), _ = shown([gone])
    assert (found.key, found.alarm, found.text) == ("link/device:line", "link-lost", "")
    assert found.reasons == ("link-lost",)


def test_a_profile_that_a_clinic_named_becomes_custom():
    profile = dataclasses.replace(opening().profile, name="custom:somebody")
    (found,), _ = shown([dataclasses.replace(opening(), profile=profile)])
    assert found.profile.name == "custom"
    (ours,), _ = shown([opening()])
    assert ours.profile == opening().profile


def test_a_session_without_its_opening_is_masked_too():
    found, moved = deidentified([Entry("s-9", 4, 2.0, Claim("RN"))], [start_anchor("s-9")], SECRET)
    assert (found[0].session_id, found[0].what.by) == (
        pseudonym("session", "s-9", SECRET),
        "staff 1",
    )
    assert moved[0].utc_s < start_anchor().utc_s
    assert deidentified([], [], SECRET) == ([], [])


def test_devices_are_told_by_their_kind():
    facts = DeviceFacts("Ivy 450C", SOURCE, 5.0, 10.0, frozenset())
    (found,), _ = shown([dataclasses.replace(opening(), devices=(facts,))])
    assert (found.devices[0].name, found.devices[0].source) == ("other", SOURCE)


def test_every_fate_is_used():
    assert set(itertools.chain(*(rows.values() for rows in TEXTS.values()))) == set(Fate)
    assert isinstance(opening(), SessionOpened)
