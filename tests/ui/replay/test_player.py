from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from monitor.commands import Acknowledge, EndSession, StopInfusion
from monitor.entries import Entry
from monitor.events import Numerics
from monitor.outcomes import AlarmPhase
from monitor.phases import Phase
from monitor.picture import ChairPicture
from monitor.vitals import CuffResult
from tests.monitor.chairs import cuff
from tests.monitor.judged_record import Recorder
from tests.ui.page_sessions import OFFSET_MIN, OPENED_UTC_S, example_record
from ui.chair.spans import clock_text
from ui.replay.player import LEAD_S, Player, stretches
from ui.requests import Refusal, SessionRecord
from ui.trend_model import TrendModel


def recorded() -> Recorder:
    made = Recorder().treating().at(300.0, cuff(168, 95)).at(400.0, cuff(169, 95))
    made.at(420.0, Acknowledge("bp/high", "N")).at(600.0, cuff(186, 112)).at(690.0, cuff(187, 113))
    made.stream(800.0, hr=84.0, spo2=97.0).at(900.0, cuff(140, 84))
    return made.at(1000.0, StopInfusion("N")).at(1200.0, EndSession("N", "goes home early"))


def record_of(entries: list[Entry], **changes: object) -> SessionRecord:
    return example_record("s-1", entries=entries, **changes)


@pytest.fixture
def record() -> SessionRecord:
    return record_of(recorded().entries)


def arrived(player: Player, at_s: float) -> ChairPicture:
    player.go_to(at_s)
    while player.jumping:
        player.turn(0.0)
    return player.view.picture


# ---- what is shown


@pytest.mark.parametrize("at_s", [0.0, 299.999, 300.0, 405.5, 600.0, 700.25, 950.0])
def test_a_moment_looks_as_it_looked_then(record: SessionRecord, at_s: float) -> None:
    then: list[ChairPicture] = []
    live = Recorder()
    live.chair._show = lambda shown: then.append(shown.picture)
    live.treating()
    for entry in record.entries[1:]:
        if entry.now_s <= at_s and isinstance(entry.what, CuffResult | Acknowledge | Numerics):
            live.chair.take(entry.what, entry.now_s)
    live.chair.take(None, at_s)
    shown = arrived(Player(record), at_s)
    assert replace(shown, recorded_at_s=None) == replace(then[-1], recorded_at_s=None)


def test_a_jump_back_looks_as_the_way_there(record: SessionRecord) -> None:
    there, back = Player(record), Player(record)
    first = arrived(there, 650.0)
    arrived(back, 1100.0)
    assert arrived(back, 650.0) == first
    assert back.model.recorded() == there.model.recorded()


def test_the_alarm_then_is_there_and_answered_by_whoever_did(record: SessionRecord) -> None:
    player = Player(record)
    assert [one.state for one in arrived(player, 410.0).alarms] == [AlarmPhase.SOUNDING]
    assert [one.state for one in arrived(player, 430.0).alarms] == [AlarmPhase.ACKNOWLEDGED]


def test_it_ends_with_the_signature(record: SessionRecord) -> None:
    player = Player(record)
    assert player.end_s == 1200.0
    assert arrived(player, 99_999.0).phase is Phase.SIGNED
    assert player.over


# ---- how it moves


def test_it_plays_as_fast_as_it_was_told(record: SessionRecord) -> None:
    player = Player(record)
    player.playing, player.speed = True, 60.0
    player.turn(0.5)
    assert player.now_s == 30.0
    player.speed = 1.0
    player.turn(0.5)
    assert player.now_s == 30.5


def test_paused_it_stands_still(record: SessionRecord) -> None:
    player = Player(record)
    player.turn(5.0)
    assert player.now_s == player.begin_s


def test_at_its_end_it_stops_by_itself(record: SessionRecord) -> None:
    player = Player(record)
    player.playing, player.speed = True, 60.0
    for _turn in range(30):
        player.turn(1.0)
    assert player.over
    assert not player.playing


def test_a_long_jump_is_worked_off_in_pieces(record: SessionRecord) -> None:
    made = Recorder().treating().stream(2000.0, hr=80.0)
    player = Player(record_of(made.entries))
    player.go_to(2000.0)
    player.turn(0.0)
    assert player.jumping
    assert 0.0 < player.now_s < 2000.0
    assert player.view.picture.now_s == 0.0  # nothing of the way is shown


def test_it_leads_from_alarm_to_alarm(record: SessionRecord) -> None:
    made = recorded_with_two()
    player = Player(record_of(made.entries))
    begins = [alarm.began_s for alarm in player.alarms]
    assert len(begins) == 2
    first = player.next_alarm(1)
    assert first == begins[0] - LEAD_S
    arrived(player, first)
    second = player.next_alarm(1)
    assert second == begins[1] - LEAD_S
    arrived(player, second)
    assert player.next_alarm(1) is None
    assert player.next_alarm(-1) == first


def recorded_with_two() -> Recorder:
    made = Recorder().treating().at(300.0, cuff(168, 95)).at(400.0, cuff(169, 95))
    made.at(420.0, Acknowledge("bp/high", "N")).at(600.0, cuff(130, 80))
    return made.stream(640.0, hr=120.0).stream(700.0, hr=80.0)


# ---- what it is made of


def test_nothing_is_written_by_it(record: SessionRecord) -> None:
    before = list(record.entries)
    player = Player(record)
    arrived(player, 1200.0)
    arrived(player, 100.0)
    assert list(record.entries) == before


def test_the_time_of_day_is_that_of_the_record(record: SessionRecord) -> None:
    player = Player(record)
    there = datetime.fromtimestamp(OPENED_UTC_S + 600.0 + OFFSET_MIN * 60, UTC)
    assert clock_text(player.wall_s(600.0)) == f"{there:%H:%M}"


def test_the_phases_cover_the_session_without_a_hole(record: SessionRecord) -> None:
    found = stretches(record.entries)
    assert found[0].from_s == 0.0
    assert found[-1].to_s == 1200.0
    for before, after in itertools.pairwise(found):
        assert before.to_s == after.from_s
    assert [one.phase for one in found] == [Phase.TREATING, Phase.RECOVERY]


def test_its_curves_are_those_of_the_review(record: SessionRecord) -> None:
    player, model = Player(record), TrendModel()
    arrived(player, 1200.0)
    for entry in record.entries:
        model.absorb(entry.now_s, entry.what)
    assert player.model.recorded() == model.recorded()


@pytest.mark.parametrize("entries", [[], recorded().entries[1:]])
def test_a_record_without_its_opening_is_refused(entries: list[Entry]) -> None:
    with pytest.raises(Refusal):
        Player(record_of(entries))


def test_a_record_out_of_time_is_refused() -> None:
    entries = recorded().entries
    mixed = [*entries[:-1], replace(entries[-1], now_s=1.0)]
    with pytest.raises(Refusal):
        Player(record_of(mixed))


def test_an_opening_alone_is_over_at_once() -> None:
    player = Player(record_of(Recorder().entries[:1]))
    assert player.over
    assert player.next_alarm(1) is None
