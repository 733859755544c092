from __future__ import annotations

import re
import subprocess
import sys

import pytest
from helpers import ROOT

from devices.errors import UnknownDriver
from devices.registry import DRIVERS, driver_named


@pytest.mark.parametrize("name", DRIVERS)
def test_a_driver_is_found_by_its_name(name: str) -> None:
    assert driver_named(name).name == name


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("ivy-450", "ivy-450c"), ("Ivy-450C", "ivy-450c"), ("dynamap", "dinamap")],
)
def test_an_unknown_driver_is_answered_with_the_nearest_spelling(typed: str, meant: str) -> None:
    with pytest.raises(UnknownDriver, match=f"{re.escape(repr(typed))}; did you mean '{meant}'"):
        driver_named(typed)


@pytest.mark.parametrize("typed", ["", "zzz", "ivy_45"])
def test_an_unknown_driver_is_answered_with_all_names(typed: str) -> None:
    with pytest.raises(UnknownDriver) as refused:
        driver_named(typed)
    assert all(name in str(refused.value) for name in DRIVERS)


def test_what_is_nothing_like_a_driver_is_answered_without_a_guess() -> None:
    with pytest.raises(UnknownDriver) as refused:
        driver_named("zzz")
    assert "did you mean" not in str(refused.value)


def test_listing_the_names_loads_no_driver() -> None:
    check = (
        "import sys; from devices.registry import DRIVERS; list(DRIVERS); 'ivy-450c' in DRIVERS; "
        "sys.exit([m for m in sys.modules if m.startswith('devices.drivers.')] or 0)"
    )
    run = subprocess.run(
        [sys.executable, "-c", check], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
