from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.people import WEIGHT_KG, Course, ImpossibleEntry, Patient
from monitor.routes import Route
from monitor.treatment.commands import CuffSize, Mount, Side
from ui.requests import DeviceRequest
from ui.start.entry import (
    WATCH,
    Mounted,
    NotANumber,
    Typed,
    mount_of,
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
    weight="82",
    route="iv",
    profile="adult-iv",
    interval_min=5.0,
    by="AK",
    devices=(DeviceRequest("/dev/ttyUSB0", "ivy-450c"),),
)


def test_a_whole_entry_has_no_problems_and_is_a_request():
    assert problems(WHOLE) == {}
    asked = request(WHOLE)
    assert (asked.patient_id, asked.birth_year, asked.chair) == ("20417", 1974, 2)
    assert (asked.weight_kg, asked.mg_per_kg, asked.flow) == (82.0, None, True)
    assert (asked.nibp_interval_min, asked.devices, asked.by) == (5.0, WHOLE.devices, "AK")


@pytest.mark.parametrize("kg", ["0", "900", "-82", "24.9", "350,1"])
def test_an_impossible_weight_is_refused_in_the_words_of_the_domain(kg):
    with pytest.raises(ImpossibleEntry) as refusal:
        Patient("20417", float(kg.replace(",", ".")))
    assert problems(replace(WHOLE, weight=kg)) == {"weight": str(refusal.value)}


def test_a_weight_of_900_says_what_was_expected():
    sentence = problems(replace(WHOLE, weight="900"))["weight"]
    assert sentence == "weight is 900 kg; expected 25 to 350 kg"


@pytest.mark.parametrize("text", ["abc", "82kg", "nan", "inf", "1e2", "8 2", "0x52", "82..5"])
def test_what_is_no_number_is_refused_by_name(text):
    assert text in problems(replace(WHOLE, weight=text))["weight"]


def test_a_comma_is_a_decimal_point():
    assert request(replace(WHOLE, weight="81,5")).weight_kg == 81.5


def test_everything_missing_is_found_at_once_in_the_order_of_the_page():
    blank = replace(WHOLE, patient_id=" ", weight="", by="", devices=(NOTHING,))
    assert list(problems(blank)) == ["patient_id", "weight", "by", "driver", "url"]


@pytest.mark.parametrize("year", ["74", "19745", "abcd", "3000", "1974.5"])
def test_a_birth_year_has_four_digits(year):
    assert year in problems(replace(WHOLE, birth_year=year))["birth_year"]


def test_watching_only_needs_no_weight_and_is_no_treatment():
    watching = replace(WHOLE, route=WATCH, weight="")
    assert problems(watching) == {}
    asked = request(watching)
    assert (asked.weight_kg, asked.mg_per_kg, asked.flow) == (None, None, False)
    assert problems(replace(watching, weight="900"))


@pytest.mark.parametrize("route", list(Route))
def test_only_a_dose_by_weight_needs_a_weight(route):
    found = problems(replace(WHOLE, route=route.value, weight=""))
    assert ("weight" in found) is (route in {Route.IV, Route.IM_SC})


def test_a_weight_far_from_last_time_wants_one_confirmation():
    heavier = replace(WHOLE, weight="92", course=Course(3, 6, 41.0, 82.0))
    sentence = problems(heavier)["weight"]
    assert all(part in sentence for part in ("92 kg", "82 kg", "+12%"))
    assert problems(replace(heavier, weight_confirmed=True)) == {}
    assert problems(replace(heavier, weight="87")) == {}


def test_a_confirmed_weight_can_still_be_impossible():
    assert "weight" in problems(replace(WHOLE, weight="900", weight_confirmed=True))


@pytest.mark.parametrize("text", ["31.05.1974", "1974-5", "yesterday", "1974-02-30"])
def test_a_birth_date_is_year_month_day(text):
    assert text in problems(replace(WHOLE, birth_date=text))["birth_date"]


def test_birth_date_and_year_must_agree():
    assert problems(replace(WHOLE, birth_date="1974-05-31")) == {}
    assert "1975-05-31" in problems(replace(WHOLE, birth_date="1975-05-31"))["birth_date"]


def test_where_things_sit_is_said_only_as_far_as_it_was_tapped():
    assert mount_of(WHOLE) is None
    tapped = replace(WHOLE, mounted=Mounted(cuff_size="large", iv_arm="right"))
    assert mount_of(tapped) == Mount(CuffSize.LARGE, None, None, Side.RIGHT, "AK")


def test_what_is_known_goes_with_the_request():
    course = Course(3, 6, 41.0, 82.0, 168.0)
    known = replace(
        WHOLE,
        risks=frozenset({"hypertension"}),
        modifiers=frozenset({"sedatives"}),
        name=" A. Name ",
        birth_date="1974-05-31",
        sex="female",
        course=course,
    )
    asked = request(known)
    assert (asked.risks, asked.modifiers) == ({"hypertension"}, {"sedatives"})
    assert (asked.name, asked.birth_date, asked.sex) == ("A. Name", "1974-05-31", "female")
    assert asked.course == course


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
