from __future__ import annotations

from datetime import datetime

import pytest
from fhir_reading import codes, moment
from fhir_sessions import clock, told
from hypothesis import given
from hypothesis import strategies as st

from monitor.commands import Sedation
from monitor.treatment.commands import Scale, Score
from monitor.treatment.scales import SCALES

BY = "Nurse 1"
LOINC = "http://loinc.org"
PHQ9 = (3, 2, 1, 0, 3, 2, 1, 0, 1)


def points(item) -> int:
    (answer,) = item["answer"]
    if "valueInteger" in answer:
        return answer["valueInteger"]
    (extension,) = answer["valueCoding"]["extension"]
    assert extension["url"].endswith("/ordinalValue")
    return extension["valueDecimal"]


def test_a_phq_9_is_a_questionnaire_and_a_total_with_their_loinc_codes():
    found = told((60.0, Score(Scale.PHQ9, 13, BY, PHQ9)))
    answers = found.one("QuestionnaireResponse")
    assert answers["questionnaire"] == "http://loinc.org/q/44249-1"
    assert [item["linkId"] for item in answers["item"]] == [
        "/44250-9", "/44255-8", "/44259-0", "/44254-1", "/44251-7", "/44258-2", "/44252-5",
        "/44253-3", "/44260-8",
    ]  # fmt: skip
    assert tuple(map(points, answers["item"])) == PHQ9
    first = answers["item"][0]["answer"][0]["valueCoding"]
    assert (first["system"], first["code"]) == (LOINC, "LA6571-9")
    assert datetime.fromisoformat(answers["authored"]) == clock(60.0)
    (total,) = found.coded("44261-6")
    assert total["valueQuantity"]["value"] == 13
    assert total["valueQuantity"]["code"] == "{score}"
    assert total["derivedFrom"] == [{"reference": f"urn:uuid:{answers['id']}"}]
    assert codes(total["interpretation"][0]) == ["moderate"]


def test_a_gad_7_has_its_own_codes():
    found = told((60.0, Score(Scale.GAD7, 7, BY, (1,) * 7)))
    answers = found.one("QuestionnaireResponse")
    assert [item["linkId"] for item in answers["item"]] == [
        "/69725-0", "/68509-9", "/69733-4", "/69734-2", "/69735-9", "/69689-8", "/69736-7",
    ]  # fmt: skip
    assert found.coded("70274-6")[0]["valueQuantity"]["value"] == 7


def test_item_nine_alone_stands_beside_its_total():
    found = told((60.0, Score(Scale.PHQ9, 13, BY, (2,))))
    assert found.of("QuestionnaireResponse") == []
    (part,) = found.coded("44261-6")[0]["component"]
    assert codes(part["code"]) == ["44260-8"]
    assert part["valueQuantity"]["value"] == 2


@pytest.mark.parametrize("scale", [Scale.MADRS, Scale.CADSS, Scale.DISSOCIATION, Scale.PAIN])
def test_a_scale_that_no_public_system_names_has_a_code_of_our_own(scale):
    (total,) = told((60.0, Score(scale, 3, BY))).coded(scale.value)
    assert total["code"]["coding"][0]["system"] == "urn:chairside:scale"
    assert total["valueQuantity"]["value"] == 3
    assert total["category"][0]["coding"][0]["code"] == "survey"
    assert total["performer"] == [{"display": BY}]


def test_a_result_in_a_word_is_a_code():
    (result,) = told((60.0, Score(Scale.CSSRS, None, BY, result="ideation"))).coded("c-ssrs")
    assert codes(result["valueCodeableConcept"]) == ["ideation"]


def test_how_awake_is_a_score_too():
    (awake,) = told((60.0, Sedation(3, BY))).coded("moaa-s")
    assert awake["valueQuantity"]["value"] == 3
    assert moment(awake) == clock(60.0)


def test_a_score_entered_late_stands_where_it_was_given():
    (total,) = told((600.0, Score(Scale.MADRS, 20, BY, ago_s=300.0))).coded("madrs")
    assert moment(total) == clock(300.0)


@st.composite
def scores(draw):
    scale = draw(st.sampled_from([one for one in Scale if not SCALES[one].results]))
    facts = SCALES[scale]
    if facts.items and draw(st.booleans()):
        high = st.integers(0, facts.item_high)
        items = tuple(draw(st.lists(high, min_size=len(facts.items), max_size=len(facts.items))))
        return Score(scale, sum(items), BY, items)
    return Score(scale, draw(st.integers(facts.low, facts.high)), BY)


@given(st.lists(scores(), max_size=6))
def test_every_score_is_read_back_with_its_items(given_scores):
    found = told(*((60.0 + n, score) for n, score in enumerate(given_scores)))
    totals = [
        (moment(one), one["valueQuantity"]["value"])
        for one in found.of("Observation")
        if one["category"][0]["coding"][0]["code"] == "survey"
    ]
    assert totals == [(clock(60.0 + n), score.total) for n, score in enumerate(given_scores)]
    answered = [tuple(map(points, one["item"])) for one in found.of("QuestionnaireResponse")]
    assert answered == [score.items for score in given_scores if score.items]
