import contextlib
import json
import typing
from dataclasses import replace

import pytest
from helpers import share_of_examples
from hypothesis import given
from hypothesis import strategies as st

from data.codec import KINDS, decode, encode
from data.errors import StoreDamaged
from monitor.commands import Note, NoteKind
from monitor.events import Recorded
from tests.data.record_examples import anything, opening


def members(union: object) -> set[type]:
    found = set()
    for part in typing.get_args(union):
        found |= members(part) if typing.get_args(part) else {part}
    return found


def test_whatever_a_record_can_have_has_a_name_on_the_disk():
    assert set(KINDS.values()) == members(Recorded)
    assert len(set(KINDS.values())) == len(KINDS)


@share_of_examples(3)
@given(anything)
def test_what_was_encoded_is_what_is_decoded(what):
    assert decode(*encode(what)) == what


def test_the_same_opening_always_gives_the_same_text():
    # A set has no order of its own; the hash over the record needs one.
    devices = opening().devices
    signs = sorted(devices[0].signs)
    other_way = replace(devices[0], signs=frozenset(reversed(signs)))
    assert encode(opening()) == encode(replace(opening(), devices=(other_way,)))
    assert '"signs":' + json.dumps(signs, separators=(",", ":")) in encode(opening())[1]


def test_a_profile_of_an_earlier_version_has_nothing_switched_on():
    kind, body = encode(opening())
    earlier = json.loads(body)
    del earlier["profile"]["switched_on"]
    assert decode(kind, json.dumps(earlier)) == opening()
    on = replace(opening(), profile=opening().profile.switch_on({"map-low", "rpp-high"}))
    assert decode(*encode(on)) == on


def test_a_field_of_a_later_version_is_passed_over():
    kind, body = encode(Note("n1", NoteKind.NAUSEA, "", "RN"))
    assert decode(kind, body.replace("{", '{"colour":"red",', 1)) == decode(kind, body)


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("unheard-of", "{}"),
        ("note", "{}"),
        ("note", "[]"),
        ("note", "not JSON"),
        ("note", '{"note_id":"n","kind":"unheard-of","text":"","by":""}'),
        ("cuff-result", '{"sbp":"high","dbp":80}'),
        ("session-opened", "null"),
    ],
)
def test_an_event_that_nobody_wrote_is_damage_and_says_which_kind(kind, body):
    with pytest.raises(StoreDamaged, match=kind):
        decode(kind, body)


@given(st.sampled_from(sorted(KINDS)), st.text())
def test_any_text_decodes_or_is_damage(kind, body):
    with contextlib.suppress(StoreDamaged):
        assert isinstance(decode(kind, body), KINDS[kind])
