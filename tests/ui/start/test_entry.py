from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.people import WEIGHT_KG, ImpossibleEntry, Patient
from ui.requests import DeviceRequest
from ui.start.entry import (
    NotANumber,
    Typed,
    dose_line,
    number,
    pounds,
    problems,
    request,
    without_driver,
    without_port,
)
from ui.words import say

NOTHING = DeviceRequest("", "")
CUFF, OXIMETER = DeviceRequest("COM3", "dinamap"), DeviceRequest("COM4", "nonin-df7")
WHOLE = Typed(
    chair=2,
    patient_id=" 20417 ",
    initials="J. M.",
    birth_year="1974",
    infusion=True,
    weight="82",
    dose="0.5",
    minutes="40",
    profile="adult-iv",
    interval_min=5.0,
    by="AK",
    devices=(DeviceRequest("/dev/ttyUSB0", "ivy-450c"),),
)


def test_a_whole_entry_has_no_problems_and_is_a_request():
    assert problems(WHOLE) == {}
    asked = request(WHOLE)
    assert (asked.patient_id, asked.birth_year, asked.chair) == ("20417", 1974, 2)
    assert (asked.weight_kg, asked.mg_per_kg, asked.minutes) == (82.0, 0.5, 40.0)
    assert (asked.nibp_interval_min, asked.devices, asked.by) == (5.0, WHOLE.devices, "AK")


@pytest.mark.parametrize("kg", ["0", "900", "-82", "24.9", "350,1"])
def test_an_impossible_weight_is_refused_in_the_words_of_the_domain(kg):
    with pytest.raises(ImpossibleEntry) as refusal:
        Patient("20417", float(kg.replace(",", ".")))
    assert problems(replace(WHOLE, weight=kg)) == {"weight": str(refusal.value)}


def test_a_weight_of_900_says_what_was_expected():
    sentence = problems(replace(WHOLE, weight="900"))["weight"]
    assert sentence == "weight is 900 kg; expected 25 to 350 kg"


def test_dose_and_duration_are_refused_each_with_its_own_bounds():
    found = problems(replace(WHOLE, dose="5", minutes="0"))
    assert found["dose"] == "dose is 5 mg/kg; expected 0.05 to 2 mg/kg"
    assert found["minutes"] == "duration is 0 min; expected 1 to 240 min"


@pytest.mark.parametrize("text", ["abc", "82kg", "nan", "inf", "1e2", "8 2", "0x52", "82..5"])
def test_what_is_no_number_is_refused_by_name(text):
    assert text in problems(replace(WHOLE, weight=text))["weight"]


def test_a_comma_is_a_decimal_point():
    assert request(replace(WHOLE, weight="81,5", dose="0,75")).weight_kg == 81.5


def test_everything_missing_is_found_at_once_in_the_order_of_the_page():
    blank = replace(WHOLE, patient_id=" ", weight="", dose="", by="", devices=(NOTHING,))
    assert list(problems(blank)) == ["patient_id", "weight", "dose", "by", "driver", "url"]


@pytest.mark.parametrize("year", ["74", "19745", "abcd", "3000", "1974.5"])
def test_a_birth_year_has_four_digits(year):
    assert year in problems(replace(WHOLE, birth_year=year))["birth_year"]


def test_watching_only_needs_neither_weight_nor_dose():
    watching = replace(WHOLE, infusion=False, weight="", dose="nonsense", minutes="")
    assert problems(watching) == {}
    asked = request(watching)
    assert (asked.weight_kg, asked.mg_per_kg) == (None, None)
    assert problems(replace(watching, weight="900"))


def test_the_dose_is_said_in_one_whole_line():
    assert dose_line(WHOLE)[0] == "0.5 mg/kg = 41 mg over 40 min"
    assert "61.5 mg/h" in dose_line(WHOLE)[1]


def test_no_dose_is_said_while_the_entry_is_impossible_or_there_is_no_infusion():
    for change in ({"weight": "900"}, {"weight": ""}, {"dose": "x"}, {"infusion": False}):
        assert dose_line(replace(WHOLE, **change)) == ("", "")


def test_pounds_stand_beside_a_possible_weight_only():
    assert pounds("82") == "= 180.8 lb"
    assert [pounds(text) for text in ("", "x", "900")] == ["", "", ""]


@given(st.text(max_size=12))
def test_any_text_is_a_number_nothing_or_a_refusal_that_quotes_it(text):
    said = problems(replace(WHOLE, weight=text)).get("weight", "")
    try:
        value = number("weight", text)
    except NotANumber:
        value = None
        assert text.strip() in said
    assert value is None or abs(value) < 1e7


@given(st.floats(*WEIGHT_KG).map(lambda kg: f"{kg:.1f}"))
def test_every_weight_in_bounds_is_taken(text):
    assert problems(replace(WHOLE, weight=text)) == {}


def test_of_several_devices_the_one_with_something_missing_is_named():
    missing = problems(replace(WHOLE, devices=(CUFF, NOTHING)))
    assert missing == {
        "driver": say("entry-of-device", 2, say("entry-no-driver")),
        "url": say("entry-of-device", 2, say("entry-no-port")),
    }
    assert (without_driver((CUFF, NOTHING)), without_port((CUFF, NOTHING))) == (1, 1)
    assert (without_driver((CUFF, OXIMETER)), without_port((CUFF, OXIMETER))) == (None, None)


def test_no_two_devices_are_on_one_port():
    twice = (CUFF, replace(OXIMETER, url="COM3"))
    assert problems(replace(WHOLE, devices=twice)) == {"url": say("entry-port-twice", "COM3")}
    assert without_port(twice) == 1


def test_two_of_a_kind_are_two_devices():
    twins = (CUFF, replace(CUFF, url="COM4"))
    assert request(replace(WHOLE, devices=twins)).devices == twins


def test_a_description_file_without_a_name_is_missing():
    unnamed = (replace(CUFF, driver="line:"),)
    assert problems(replace(WHOLE, devices=unnamed)) == {"driver": say("entry-no-file")}
