"""What people measured, scored and ticked in a session, told afterwards."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from monitor.commands import ManualCuff, Sedation, SetBaseline
from monitor.outcomes import BaselineAccepted
from monitor.treatment.commands import (
    CountBreaths,
    OverrideCriterion,
    Score,
    StandingCuff,
    TickCriterion,
)
from monitor.treatment.scales import MOAAS, self_harm
from ui.chair.score_choices import band_words
from ui.review.line import Book, Handler, Kind, because, second
from ui.words import figure, say, say_or


class CheckLines:
    def __init__(self, book: Book) -> None:
        self._book = book
        self._given: tuple[float, str] | None = None
        """When a baseline was given by hand, and by whom."""

    def handlers(self) -> Mapping[type, Handler]:
        return {
            ManualCuff: self._by_hand,
            SetBaseline: self._set,
            BaselineAccepted: self._rested,
            Sedation: self._sedated,
            Score: self._scored,
            CountBreaths: self._breathed,
            StandingCuff: self._stood,
            TickCriterion: self._ticked,
            OverrideCriterion: self._let_go,
        }

    def close(self) -> None:
        self._given = None

    def _add(self, now_s: float, text: str, what: Any, *details: str) -> None:
        self._book.add(now_s, Kind.MEASURED, text, *details, self._book.by(what.by))

    # ---- pressures and breaths

    def _by_hand(self, at_s: float, what: ManualCuff) -> None:
        text = say("past-manual", figure(f"{what.sbp:g}"), figure(f"{what.dbp:g}"))
        by = self._book.by(what.by, at_s, at_s + what.ago_s)
        self._book.add(at_s, Kind.MEASURED, text, by)

    def _stood(self, now_s: float, what: StandingCuff) -> None:
        text = say("noted-standing", f"{what.sbp:.0f}", f"{what.dbp:.0f}", what.minute)
        self._add(now_s, text, what, say("cuff-dizzy" if what.symptoms else "cuff-well"))

    def _breathed(self, now_s: float, what: CountBreaths) -> None:
        self._add(now_s, say("noted-breaths", f"{what.rr:.0f}"), what)

    def _set(self, now_s: float, what: SetBaseline) -> None:
        self._given = (now_s, self._book.by(what.by))

    def _rested(self, now_s: float, what: BaselineAccepted) -> None:
        given, self._given = self._given, None
        by = given[1] if given is not None and given[0] == now_s else ""
        values = (what.sbp, what.dbp, what.hr, what.spo2)
        if not any(values):
            self._book.add(now_s, Kind.MEASURED, say("past-no-baseline"), by)
            return
        shown = ("–" if value is None else f"{value:.0f}" for value in values)
        self._book.add(now_s, Kind.MEASURED, say("past-baseline", *shown), by)

    # ---- scores

    def _sedated(self, now_s: float, what: Sedation) -> None:
        text, means = say("past-sedation", what.score), say_or(_moaas(what.score), "")
        place = self._book.add(now_s, Kind.SCORE, text, means, self._book.by(what.by))
        self._badge(place, MOAAS, str(what.score))

    def _scored(self, now_s: float, what: Score) -> None:
        scale = what.scale.value
        value = str(what.total)
        means = "" if what.total is None else band_words(scale, what.total)
        if what.total is None:
            value = say_or(f"result-short-{what.result}", what.result)
        thoughts = self_harm(what)
        item_9 = "" if thoughts is None else say("past-item-9", say(f"choice-{thoughts}"))
        text = say("noted-score", say(f"scale-{scale}"), value)
        place = self._book.late(now_s, Kind.SCORE, text, what, means, item_9)
        self._badge(place, scale, value)

    def _badge(self, place: int, scale: str, value: str) -> None:
        badge = say("flag-score", say(f"flag-{scale}"), value)
        self._book.put(place, replace(self._book.line(place), badge=badge))

    # ---- leaving

    def _ticked(self, now_s: float, what: TickCriterion) -> None:
        text = say("past-ticked" if what.met else "past-unticked", _criterion(what.criterion))
        self._add(now_s, text, what, what.text)

    def _let_go(self, now_s: float, what: OverrideCriterion) -> None:
        text = say("past-let-go", _criterion(what.criterion))
        details = (because(what.reason), self._book.by(what.by), second(what.second))
        self._book.add(now_s, Kind.MEASURED, text, *details)


def _criterion(criterion: str) -> str:
    return say_or(f"criterion-{criterion}", criterion)


def _moaas(score: int) -> str:
    return f"moaa-s-short-{score}"
