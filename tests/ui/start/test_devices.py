from hypothesis import given as examples
from hypothesis import strategies as st

from monitor.vitals import VitalSign
from tests.ui.start.device_examples import CUFF, EVERYTHING, OXIMETER
from ui.start.devices import (
    GROUPS,
    given,
    joined,
    lacks,
    short_title,
    short_values,
    sources_line,
    taken_from,
)

V = VitalSign
DEVICES = st.lists(st.frozensets(st.sampled_from(list(V))), max_size=4)


def test_a_cuff_and_an_oximeter_share_the_signs():
    line = sources_line([("GE DINAMAP / CARESCAPE V100", CUFF), ("Nonin (USB)", OXIMETER)])
    assert line == "Blood pressure: GE DINAMAP · Heart rate and SpO₂: Nonin"


def test_the_first_device_that_has_a_sign_is_the_one_it_is_taken_from():
    devices = [CUFF | OXIMETER, OXIMETER]
    assert taken_from(devices) == {"bp": 0, "hr": 0, "spo2": 0, "rr": None}
    assert taken_from(devices[::-1]) == {"bp": 1, "hr": 0, "spo2": 0, "rr": None}


def test_an_ecg_rate_goes_before_a_pulse_wherever_it_stands():
    assert taken_from([OXIMETER, EVERYTHING])["hr"] == 1


def test_a_blood_pressure_that_no_device_gives_is_typed_by_hand():
    assert lacks([OXIMETER])
    assert sources_line([("Nonin", OXIMETER)]) == (
        "Blood pressure: by hand · Heart rate and SpO₂: Nonin"
    )
    assert sources_line([("Omron", CUFF)]).endswith("Heart rate and SpO₂: no device")


def test_two_of_a_kind_are_told_apart_by_their_place():
    assert sources_line([("Nonin", OXIMETER), ("Nonin", CUFF)]) == (
        "Blood pressure: Nonin (2) · Heart rate and SpO₂: Nonin (1)"
    )


def test_a_title_is_shortened_to_its_first_model():
    titles = ["GE Datex-Ohmeda S/5, B and CARESCAPE (DRI)", "Contec CMS50D+ / CMS50E", "Alpha 200"]
    assert [short_title(one) for one in titles] == [
        "GE Datex-Ohmeda S/5",
        "Contec CMS50D+",
        titles[2],
    ]


def test_what_was_heard_is_told_in_a_line():
    heard = [
        ("SBP", "128", "mmHg"),
        ("DBP", "79", "mmHg"),
        ("HR", "72", "1/min"),
        ("PI", "2", "%"),
    ]
    assert short_values(heard) == "BP 128/79 · HR 72"
    assert short_values([("Pulse", "70", "1/min"), ("SpO₂", "98", "%")]) == "Pulse 70 · SpO₂ 98"
    assert short_values([("SBP", "128", "mmHg")]) == ""


def test_words_are_joined_as_they_are_spoken():
    assert [joined(words) for words in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "", "a", "a and b", "a, b and c",
    ]  # fmt: skip


def test_a_device_of_which_nothing_is_watched_says_so():
    assert given(frozenset({V.TEMP})) == ["nothing that is watched here"]


@examples(DEVICES)
def test_a_sign_comes_from_a_device_that_has_it_and_from_no_later_one(devices):
    for group, wanted in GROUPS:
        place = taken_from(devices)[group]
        if place is None:
            assert not any(signs & set(wanted) for signs in devices)
            continue
        best = next(sign for sign in wanted if any(sign in signs for signs in devices))
        assert best in devices[place]
        assert not any(best in signs for signs in devices[:place])


@examples(DEVICES)
def test_every_sign_that_is_wanted_is_in_the_line_once(devices):
    line = sources_line([(f"Device {place}", signs) for place, signs in enumerate(devices)])
    for words in ("lood pressure", "eart rate", "SpO₂"):
        assert line.count(words) == 1
