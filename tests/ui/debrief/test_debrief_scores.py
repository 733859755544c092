"""What a whole lesson is worth, in its room and from its record."""

from __future__ import annotations

from monitor.training.debrief import Verdict
from tests.ui.training_examples import Played


def test_a_good_learner_has_all_points_and_a_late_one_few(played: Played) -> None:
    well, late = played.well.live, played.late.live
    assert well.score == 100
    assert all(one.verdict is Verdict.MET for one in well.findings)
    assert late.score is not None
    assert late.score < 60
    assert {one.verdict for one in late.findings} >= {Verdict.LATE, Verdict.MISSED}


def test_the_score_of_the_reopened_record_is_the_one_of_the_running_room(played: Played) -> None:
    assert played.late.again == played.late.live
    assert played.well.again == played.well.live
    assert played.late.live.finished == "instructor"
    assert played.well.live.finished == "learner"
