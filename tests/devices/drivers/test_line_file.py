"""What is refused in a file that describes a monitor, and how it is said."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.drivers.line_protocol import LineFileError, described, line_driver
from devices.drivers.line_protocol.description import Description, NewBy, Unexpected, one_of
from monitor.vitals import LostReason, VitalSign

GOOD = """
title = "Beta 5"
ignore = ["HELLO.*"]
[line]
baud = 9600
[missing]
"---" = "no-value"
[fields]
heart = { sign = "hr" }
sys = { sign = "sbp", unit = "kPa" }
dia = { sign = "dbp" }
[[message]]
pattern = 'HR=(?P<heart>.*)'
example = "HR=076"
[[message]]
columns = ["", "at", "sys", "dia", "state"]
starts_with = "BP,"
example = "BP,10:01,16.0,80,D"
[poll]
send = "?"
every_s = 2.0
[cuff]
time = "at"
status = "state"
[cuff.statuses]
D = "done"
"""


def refusal(text: str) -> str:
    with pytest.raises(LineFileError) as refused:
        line_driver(text, name="line:a.toml", where="a.toml")
    return str(refused.value)


def test_a_file_that_says_everything_is_understood() -> None:
    found = described(GOOD, where="a.toml")
    assert isinstance(found, Description)
    assert found.fields["sys"].sign is VitalSign.SBP
    assert found.missing == {"---": LostReason.NO_VALUE}
    assert found.cuff.newness is NewBy.TIME
    assert line_driver(GOOD, name="line:a.toml", where="a.toml").title == "Beta 5"


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ('title = "Beta 5"', "", "a.toml: title is missing"),
        ('"Beta 5"', '" "', "title is ' '; expected the name of the monitor"),
        ('"Beta 5"', "5", "title is 5; expected a text in quotes"),
        ("title =", "titel = 1\ntitle =", "titel is no key; keys: title, fields, message,"),
        ("9600", '"9600"', "line.baud is '9600'; expected a whole number without quotes"),
        ("9600", "9601", "line.baud is 9601; expected 300, 600,"),
        ("9600", "true", "line.baud is True; expected a whole number"),
        ("9600", "9600\ndata_bits = 9", "line.data_bits is 9; expected 7 or 8"),
        ("9600", "9600\nstop_bits = 0", "line.stop_bits is 0; expected 1 or 2"),
        ("9600", "9600\nlongest = 4", "line.longest is 4; expected 8 to 2000 characters"),
        ("9600", '9600\nparity = "evn"', "line.parity is 'evn'; expected none, even or odd (did"),
        ("9600", '9600\nrtscts = "no"', "line.rtscts is 'no'; expected true or false"),
        ("9600", '9600\nends = ""', "line.ends is ''; expected one or more characters"),
        ("9600", '9600\nends = "€"', "line.ends is '€'; expected one or more characters"),
        ('"HELLO.*"', '"HELLO("', "ignore 1 is 'HELLO('; expected a regular expression ("),
        ('["HELLO.*"]', '"HELLO"', "ignore is 'HELLO'; expected a list of texts"),
        ('"no-value"', '"novalue"', "missing.--- is 'novalue'; expected no-value, sensor-off,"),
        ('sign = "hr"', 'sign = "heart"', "fields.heart.sign is 'heart'; expected hr, pulse,"),
        ('sign = "hr"', 'unit = "1/min"', "fields.heart.sign is missing"),
        ('"kPa"', '"bar"', "fields.sys.unit is 'bar'; expected mmHg or kPa"),
        ('"kPa"', '"°C"', "fields.sys.unit is '°C'; expected mmHg or kPa"),
        ("(?P<heart>.*)", "(?P<heart>.*", "message 1.pattern is 'HR=(?P<heart>.*'; expected a"),
        (
            "(?P<heart>",
            "(?P<hart>",
            "message 1.pattern is 'hart'; expected names of fields: heart",
        ),
        ("pattern =", "pattrn =", "message 1.pattrn is no key; keys: pattern, columns,"),
        ('"dia", "state"', '"dai", "state"', "message 2.columns is 'dai'; expected names of"),
        ('"dia", "state"', '"dia", "dia"', "message 2.columns is 'dia'; expected each name once"),
        ('sign = "dbp"', 'sign = "sbp"', "message 2.columns is 'sbp'; expected each sign once"),
        ('"BP,"', '"BP,"\nseparator = ""', "message 2.separator is ''; expected a character"),
        (
            "'HR=(?P<heart>.*)'",
            "''",
            "message 1.pattern is missing; expected a pattern or columns",
        ),
        (
            "dia = {",
            'mean = { sign = "map" }\ndia = {',
            "fields.mean is missing; expected a group",
        ),
        ('send = "?"', 'send = ""', "poll.send is ''; expected the characters to send"),
        ('send = "?"', "", "poll.send is missing"),
        ("every_s = 2.0", "every_s = 0", "poll.every_s is 0.0; expected 0.2 to 3600 seconds"),
        ("every_s = 2.0", "", "poll.every_s is missing"),
        (
            "title =",
            "interval_s = -1\ntitle =",
            "interval_s is -1.0; expected 0.2 to 3600 seconds",
        ),
        ('time = "at"', 'time = "when"', "message 2.columns is 'at'; expected names of fields"),
        ('time = "at"', 'new_by = "tim"', "cuff.new_by is 'tim'; expected change, time or line"),
        ('time = "at"', 'new_by = "time"', "cuff.time is missing; expected the name of the field"),
        ("[cuff]", '[cuff]\nnew_by = "line"', "cuff.new_by is 'line'; expected time, as the key"),
        ('D = "done"', "", "cuff.statuses is missing; expected both status and statuses"),
        ('status = "state"', "", "cuff.status is missing; expected both status and statuses"),
        (
            '"done"',
            '"don"',
            "cuff.statuses.D is 'don'; expected done, measuring, nothing, failed,",
        ),
        ("[cuff.statuses]", "statuses = 5\n[x]", "cuff.statuses is 5; expected a table"),
        ("[fields]", "[field]", "a.toml: fields is missing; field is no key; keys: title,"),
        (
            "HR=076",
            "HR=O76",
            "message 1.example is 'HR=O76'; expected a line that is understood, ",
        ),
        ("HR=076", "HEART=76", "message 1.example is 'HEART=76'; expected a line that is under"),
        ("HR=076", "HELLO", "message 1.example is 'HELLO'; expected a line of this message, but"),
        ("HR=076", "BP,1,16,80,D", "expected a line of this message, but it is of message 2"),
        ("16.0,80,D", "16.0,80,E", "message 2.example is 'BP,10:01,16.0,80,E'; expected a line "),
        ("16.0,80,D", "8.0,80,D", "but cuff result 60/80: diastolic is not below systolic"),
        ("HR=076", "HR=076\\r\\nHR=x", "message 1.example is"),
    ],
)
def test_a_refusal_names_the_key_the_value_and_what_is_expected(
    right: str, wrong: str, said: str
) -> None:
    assert GOOD.count(right) >= 1
    assert said in refusal(GOOD.replace(right, wrong, 1))


def test_everything_that_is_wrong_is_said_at_once() -> None:
    text = GOOD.replace("9600", "9601").replace('"kPa"', '"bar"').replace('"done"', '"don"')
    said = refusal(text)
    assert [key in said for key in ("line.baud", "fields.sys.unit", "cuff.statuses.D")] == [
        True
    ] * 3


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("title = ", "a.toml is not TOML: "),
        ('title = "x"\nfields = 3', "a.toml: fields is 3; expected a table [fields]"),
        ('title = "x"\nfields = {a = 3}\nmessage = []', "fields.a is 3; expected a table"),
        ('title = "x"\nfields = {}\nmessage = []', "fields is missing; expected at least one"),
        ('title = "x"\nline = 3\nfields = {}\nmessage = []', "line is 3; expected a table"),
        ('title = "x"\nmessage = {}', "message is {}; expected tables [[message]]"),
        (
            'title = "x"\nfields = {a = {sign = "hr"}}\nmessage = []',
            "message is missing; expected",
        ),
        ('title = "x"\nfields = {}\nmessage = [1]', "message 1 is 1; expected a table"),
        ('title = "x"\nmissing = 1', "missing is 1; expected a table [missing]"),
        ('title = "x"\ncuff = 1\nfields = {}\nmessage = []', "cuff is 1; expected a table"),
    ],
)
def test_what_is_no_table_is_said(text: str, said: str) -> None:
    assert said in refusal(text)


def test_a_cuff_without_pressures_is_refused() -> None:
    text = 'title = "x"\nfields = {a = {sign = "hr"}}\nmessage = [{pattern = "(?P<a>.*)"}]\n'
    assert described(text, where="a.toml")
    said = refusal(text + '[cuff]\nnew_by = "line"')
    assert "fields is missing; expected fields with the signs sbp and dbp" in said


def test_pressures_in_several_kinds_of_line_are_refused() -> None:
    text = """
        title = "x"
        fields = {a = {sign = "sbp"}, b = {sign = "dbp"}}
        message = [{pattern = "S(?P<a>.*)"}, {pattern = "D(?P<b>.*)"}]
    """
    assert "message is 'cuff values in several messages'; expected all of them in one" in refusal(
        text
    )


def test_a_pressure_alone_is_refused() -> None:
    text = 'title = "x"\nfields = {a = {sign = "map"}}\nmessage = [{pattern = "(?P<a>.*)"}]'
    assert "fields is missing; expected a field with the sign sbp beside" in refusal(text)


def test_the_time_of_a_measurement_stands_in_the_line_that_has_the_pressures() -> None:
    text = """
        title = "x"
        fields = {a = {sign = "sbp"}, b = {sign = "dbp"}, c = {sign = "hr"}}
        message = [{pattern = "(?P<a>.*)/(?P<b>.*)"}, {pattern = "(?P<c>.*)@(?P<t>.*)"}]
        cuff = {time = "t"}
    """
    assert "cuff is 't'; expected a field in the line that has the pressures" in refusal(text)


def test_a_word_is_answered_with_the_nearest_one() -> None:
    with pytest.raises(Unexpected, match=re.escape("(did you mean 'spo2'?)")):
        one_of("sign", "spO2", ["hr", "spo2"])


TOML_VALUES = st.sampled_from(
    ["1", "-1", "2.5", '"x"', '""', "true", "[]", "{}", '["a"]', "[1]", "{a = 1}", "1979-05-27"]
)
KEYS = st.sampled_from(
    [
        "title",
        "fields",
        "message",
        "interval_s",
        "cable",
        "ignore",
        "line",
        "poll",
        "missing",
        "cuff",
    ]
)


@given(st.dictionaries(KEYS, TOML_VALUES))
def test_whatever_a_file_says_is_understood_or_refused(keys: dict[str, str]) -> None:
    text = "\n".join(f"{key} = {value}" for key, value in keys.items())
    assert refusal(text).startswith("a.toml")
