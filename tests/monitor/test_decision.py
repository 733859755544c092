"""Go, caution, no-go: from answers and resting values, signed or not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.people import Risk
from monitor.plan import Plan
from monitor.treatment.commands import SignDecision
from monitor.treatment.decision import (
    BADNESS,
    BANDS,
    Rested,
    Signature,
    Weighed,
    named,
    shown,
    sign_refused,
    weigh,
)
from monitor.treatment.screening import QUESTIONS
from monitor.treatment.view import AnswerView, Go, GoReason

PLAN = Plan(0.5, 80.0, 40.0)
FINE = Rested(
    sbp=124.0,
    dbp=76.0,
    hr=72.0,
    spo2=98.0,
    rr=14.0,
    moaas=5,
    wanted=frozenset({"hr", "spo2"}),
    readings=3,
)
PLAIN = SignDecision("Provider 1", "", "Nurse 1")


def answer(question: str, said: str) -> AnswerView:
    return AnswerView(question, said, "", "Nurse 1", 0.0, QUESTIONS[question].answers[said])


CLEAR = tuple(answer(one.id, one.clear) for one in QUESTIONS.values())


def judged(rested: Rested = FINE, *risks: Risk, **answers: str) -> Weighed:
    said = {name.replace("_", "-"): value for name, value in answers.items()}
    given_answers = [answer(one.question, said.get(one.question, one.answer)) for one in CLEAR]
    return weigh(given_answers, (), rested, risks, PLAN)


def test_everything_answered_and_measured_is_a_go() -> None:
    assert judged() == Weighed(Go.GO, (), ())


@pytest.mark.parametrize(
    ("sign", "value", "go"),
    [
        ("sbp", 140.0, Go.GO),
        ("sbp", 140.5, Go.CAUTION),
        ("sbp", 160.0, Go.CAUTION),
        ("sbp", 160.5, Go.NO_GO),
        ("sbp", 90.0, Go.GO),
        ("sbp", 89.5, Go.NO_GO),
        ("dbp", 90.0, Go.GO),
        ("dbp", 91.0, Go.CAUTION),
        ("dbp", 101.0, Go.NO_GO),
        ("dbp", 49.0, Go.NO_GO),
        ("hr", 50.0, Go.GO),
        ("hr", 49.0, Go.CAUTION),
        ("hr", 44.0, Go.NO_GO),
        ("hr", 101.0, Go.CAUTION),
        ("hr", 111.0, Go.NO_GO),
        ("spo2", 95.0, Go.GO),
        ("spo2", 94.0, Go.CAUTION),
        ("spo2", 91.0, Go.NO_GO),
        ("rr", 20.0, Go.GO),
        ("rr", 24.0, Go.CAUTION),
        ("rr", 25.0, Go.NO_GO),
        ("rr", 9.0, Go.NO_GO),
    ],
)
def test_the_bands_of_the_table(sign: str, value: float, go: Go) -> None:
    found = judged(replace(FINE, **{sign: value}))
    assert found.go is go
    expected = () if go is Go.GO else (GoReason(sign, f"{value:g}", go),)
    assert found.reasons == expected


def test_from_65_on_a_pressure_up_to_150_is_a_go() -> None:
    assert judged(replace(FINE, sbp=150.0), Risk.AGE_65).go is Go.GO
    assert judged(replace(FINE, sbp=150.0)).go is Go.CAUTION
    assert judged(replace(FINE, sbp=151.0), Risk.AGE_65).go is Go.CAUTION
    assert judged(replace(FINE, sbp=161.0), Risk.AGE_65).go is Go.NO_GO


@pytest.mark.parametrize(
    ("risk", "go"),
    [
        (Risk.BENZODIAZEPINE, Go.CAUTION),
        (Risk.STIMULANT, Go.CAUTION),
        (Risk.MAOI, Go.CAUTION),
        (Risk.SLEEP_APNOEA, Go.CAUTION),
        (Risk.BMI_35, Go.CAUTION),
        (Risk.HYPERTENSION, Go.GO),
        (Risk.AGE_65, Go.GO),
    ],
)
def test_what_is_known_of_the_patient(risk: Risk, go: Go) -> None:
    assert judged(FINE, risk).go is go


def test_somebody_who_is_not_awake_is_given_nothing() -> None:
    found = judged(replace(FINE, moaas=4))
    assert found.reasons == (GoReason("moaa-s", "4", Go.NO_GO),)
    assert judged(replace(FINE, moaas=None)).go is Go.GO


def test_a_dose_by_weight_without_a_weight_is_a_caution() -> None:
    plans = {
        Plan(0.5, None, 40.0): Go.CAUTION,
        Plan(None, None, 40.0): Go.GO,
        Plan(None, None, 40.0, fixed_mg=56.0): Go.GO,
    }
    for plan, go in plans.items():
        assert weigh(CLEAR, (), FINE, (), plan).go is go


def test_what_is_missing_is_no_go_and_is_named() -> None:
    assert weigh(CLEAR, ("fasting",), FINE, (), PLAN).missing == ("fasting",)
    assert weigh(CLEAR, ("fasting",), FINE, (), PLAN).go is Go.UNKNOWN
    assert judged(replace(FINE, readings=2)).missing == ("baseline-readings",)
    assert judged(replace(FINE, agree=False)).missing == ("baseline-agreement",)
    assert judged(replace(FINE, readings=0, by_hand=True)).missing == ()
    assert judged(replace(FINE, hr=None, spo2=None)).missing == ("hr", "spo2")
    assert judged(replace(FINE, hr=None, wanted=frozenset())).missing == ()


def test_something_worse_than_missing_is_what_it_comes_to() -> None:
    found = weigh(CLEAR, ("fasting",), replace(FINE, hr=105.0), (), PLAN)
    assert (found.go, found.missing) == (Go.CAUTION, ("fasting",))


def test_all_reasons_are_listed_worst_first() -> None:
    rested = replace(FINE, dbp=95.0, spo2=90.0)
    found = judged(rested, Risk.MAOI, kidney_disease="yes", consent="no")
    assert [one.what for one in found.reasons] == [
        "consent",
        "spo2",
        "kidney-disease",
        "dbp",
        "maoi",
    ]
    assert named(found.reasons, found.missing) == ("reason-consent", "reply-no")


# ---- properties

answers = st.fixed_dictionaries(
    {one.id: st.sampled_from([None, *one.answers]) for one in QUESTIONS.values()}
)
resting = st.builds(
    Rested,
    sbp=st.none() | st.floats(60, 230),
    dbp=st.none() | st.floats(30, 140),
    hr=st.none() | st.floats(30, 170),
    spo2=st.none() | st.floats(75, 100),
    rr=st.none() | st.floats(4, 40),
    moaas=st.none() | st.integers(0, 5),
    wanted=st.frozensets(st.sampled_from(["hr", "spo2"])),
    readings=st.integers(0, 5),
    agree=st.booleans(),
    by_hand=st.booleans(),
)
risks = st.frozensets(st.sampled_from(Risk))


def said_to(found: dict[str, str | None]) -> tuple[list[AnswerView], tuple[str, ...]]:
    views = [answer(question, said) for question, said in found.items() if said is not None]
    return views, tuple(question for question, said in found.items() if said is None)


@given(answers, resting, risks, st.randoms())
def test_the_order_of_the_answers_does_not_matter(found, rested, known, chance) -> None:
    views, missing = said_to(found)
    mixed = list(views)
    chance.shuffle(mixed)
    one = weigh(views, missing, rested, known, PLAN)
    other = weigh(mixed, missing, rested, known, PLAN)
    assert one.go is other.go
    assert set(one.reasons) == set(other.reasons)


@given(answers, resting, risks, st.sampled_from(sorted(BANDS)), st.floats(0.0, 100.0))
def test_a_worse_value_never_makes_it_better(found, rested, known, sign, by) -> None:
    views, missing = said_to(found)
    value = getattr(rested, sign)
    if value is None:
        return
    low, high = BANDS[sign].go
    worse = value + by if value >= (low + high) / 2 else value - by
    before = weigh(views, missing, rested, known, PLAN)
    after = weigh(views, missing, replace(rested, **{sign: worse}), known, PLAN)
    assert BADNESS[after.go] >= BADNESS[before.go]


@given(answers, resting, risks)
def test_it_is_a_go_only_when_nothing_is_missing_and_nothing_speaks_against_it(
    found, rested, known
) -> None:
    views, missing = said_to(found)
    weighed = weigh(views, missing, rested, known, PLAN)
    assert (weighed.go is Go.GO) is (not weighed.reasons and not weighed.missing)
    assert all(reason.go is not Go.GO for reason in weighed.reasons)


@given(answers, resting, risks)
def test_whatever_it_is_somebody_can_take_it_on(found, rested, known) -> None:
    views, missing = said_to(found)
    weighed = weigh(views, missing, rested, known, PLAN)
    full = SignDecision("Provider 1", "discussed", "Nurse 1", second="Nurse 2")
    why = sign_refused(full, weighed)
    assert why == ("decision-wants-nothing" if weighed.go is Go.GO else None)
    if why is None:
        assert shown(weighed, Signature(full, 10.0, weighed)).open


# ---- signatures


def test_a_caution_wants_a_provider() -> None:
    caution = judged(replace(FINE, sbp=150.0))
    assert sign_refused(SignDecision(" ", "", "Nurse 1"), caution) == "decision-wants-provider"
    assert sign_refused(PLAIN, caution) is None


def test_a_no_go_wants_a_reason_and_somebody_else() -> None:
    no_go = judged(replace(FINE, sbp=170.0))
    assert sign_refused(PLAIN, no_go) == "decision-wants-reason"
    reasoned = replace(PLAIN, reason="white coat")
    assert sign_refused(reasoned, no_go) == "decision-wants-second"
    assert sign_refused(replace(reasoned, second="provider 1 "), no_go) == "decision-wants-second"
    assert sign_refused(replace(reasoned, second="Nurse 1"), no_go) is None


def test_something_missing_wants_a_reason_also_under_a_caution() -> None:
    for rested in (replace(FINE, readings=1), replace(FINE, readings=1, sbp=150.0)):
        assert sign_refused(PLAIN, judged(rested)) == "decision-wants-reason"
        assert sign_refused(replace(PLAIN, reason="short of time"), judged(rested)) is None


def signed(weighed: Weighed) -> Signature:
    return Signature(replace(PLAIN, reason="discussed", second="Nurse 2"), 10.0, weighed)


def test_a_signature_does_not_cover_what_came_after_it() -> None:
    seen = signed(judged(replace(FINE, sbp=150.0)))
    assert shown(judged(replace(FINE, sbp=158.0)), seen).open, "no worse than it was"
    assert shown(judged(replace(FINE, sbp=124.0)), seen).open, "a go needs none"
    for worse in (
        judged(replace(FINE, sbp=161.0)),
        judged(replace(FINE, sbp=150.0, hr=105.0)),
        judged(replace(FINE, sbp=150.0), kidney_disease="yes"),
        judged(replace(FINE, sbp=150.0, hr=None)),
    ):
        assert not shown(worse, seen).open
        assert shown(worse, seen).signed_by == ""


def test_too_low_is_another_reason_than_too_high() -> None:
    seen = signed(judged(replace(FINE, hr=105.0)))
    assert not shown(judged(replace(FINE, hr=47.0)), seen).open


def test_another_answer_to_the_same_question_is_another_reason() -> None:
    seen = signed(judged(interacting_drug="benzodiazepine"))
    assert not shown(judged(interacting_drug="maoi"), seen).open
    assert shown(judged(interacting_drug="benzodiazepine"), seen).provider == "Provider 1"
