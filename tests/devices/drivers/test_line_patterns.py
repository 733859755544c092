import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.drivers.line_protocol import LineFileError, described
from devices.drivers.line_protocol.patterns import HopelessPattern, check_pattern

NEVER_ENDING = [
    "(a+)+b",
    "(a*)*b",
    "(a|a)*b",
    "(a|aa)+$",
    "(?:(?:x+)y?)*z",
    "(.*,)*x",
    "(a?){50}b",
    "((a{1,40}){1,40}){1,40}b",
    "(?=(a+)+b)c",
    "(?P<hr>(\\d+)*)x",
]
ENDING = [
    "",
    "HR=(?P<hr>\\d+)",
    "(?P<a>.*);(?P<b>.*)",
    "(?:[^,]*,){3}(?P<hr>\\d+)",
    "(?:ab)*",
    "(?:OK|ERR) (?P<hr>\\d{1,3})",
    "\\s*(?P<hr>\\d+)\\s*",
]


@pytest.mark.parametrize("pattern", NEVER_ENDING)
def test_a_pattern_that_never_ends_is_refused(pattern):
    with pytest.raises(HopelessPattern, match="inside a repeat"):
        check_pattern(pattern)


@pytest.mark.parametrize("pattern", ENDING)
def test_a_pattern_that_ends_is_taken(pattern):
    check_pattern(pattern)


@pytest.mark.parametrize(
    "pattern", ["(", "a{99999999999999}", "(" * 3000 + ")" * 3000, "[z-a]", "[[a]"]
)
def test_what_is_no_pattern_is_refused(pattern):
    with pytest.raises(HopelessPattern, match="regular expression"):
        check_pattern(pattern)


@given(st.text("ab()[]{}*+?|.\\^$1,", max_size=24))
def test_any_text_is_a_pattern_or_refused(pattern):
    try:
        check_pattern(pattern)
    except HopelessPattern:
        return
    re.compile(pattern)


@pytest.mark.parametrize(("ignore", "pattern"), [("(a+)+", "(?P<h>b)"), ("a", "(a+)+(?P<h>b)")])
def test_a_description_with_such_a_pattern_names_it(ignore, pattern):
    lines = ('title = "x"', f'ignore = ["{ignore}"]', f'message = [{{pattern = "{pattern}"}}]')
    text = "\n".join((*lines, "[fields.h]", 'sign = "hr"'))
    with pytest.raises(LineFileError, match=r"own\.toml: .*\(a\+\)\+"):
        described(text, where="own.toml")
