from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.vial_code import GROUP_SEPARATOR, VialCode, expired, typed_expiry, vial_code

LOTS = st.text("ABCDEFGHJKLMNPRSTUVWXYZ0123456789-", min_size=1, max_size=20)
DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))


def test_the_example_of_the_page_is_read():
    assert vial_code(f"0105412345000013{'17270331'}10A123{GROUP_SEPARATOR}210042") == VialCode(
        "A123", "2027-03-31", "0042"
    )


@given(LOTS, DAYS, LOTS)
def test_what_was_put_into_a_code_is_read_from_it(lot, day, serial):
    code = f"010541234500001317{day:%y%m%d}10{lot}{GROUP_SEPARATOR}21{serial}"
    assert vial_code(code) == VialCode(lot, day.isoformat(), serial)
    assert vial_code(f"]d2{code}") == VialCode(lot, day.isoformat(), serial)


def test_day_zero_is_the_last_of_the_month():
    assert vial_code("1728020010A1") == VialCode("A1", "2028-02-29", "")


@given(st.text(max_size=60))
def test_any_text_is_a_code_or_none(text):
    found = vial_code(text)
    assert found is None or (found.lot and len(found.lot) <= 20)


@pytest.mark.parametrize(
    "text", ["", "A123", "01054123450000", "17271331" + "10A", "17270230" + "10A", "99A"]
)
def test_a_lot_that_was_typed_and_a_date_that_there_is_not_are_no_code(text):
    assert vial_code(text) is None


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2027-03", "2027-03"),
        (" 2027-3-5 ", "2027-03-05"),
        ("03/2027", "2027-03"),
        ("2027/03/31", "2027-03-31"),
        ("2027-13", None),
        ("2027-02-30", None),
        ("27-03", None),
        ("soon", None),
        ("", None),
    ],
)
def test_an_expiry_is_a_month_or_a_day(typed, meant):
    assert typed_expiry(typed) == meant


@given(st.text(max_size=12))
def test_any_text_is_an_expiry_or_none(text):
    found = typed_expiry(text)
    assert found is None or len(found) in {7, 10}


@pytest.mark.parametrize(
    ("expiry", "gone"),
    [
        ("2026-09-20", True),
        ("2026-09-21", False),
        ("2026-08", True),
        ("2026-09", False),
        ("2027-01", False),
    ],
)
def test_a_vial_is_good_through_its_last_day(expiry, gone):
    assert expired(expiry, date(2026, 9, 21)) is gone


@given(DAYS, DAYS)
def test_a_day_is_expired_exactly_when_it_is_past(last, today):
    assert expired(last.isoformat(), today) is (last < today)
