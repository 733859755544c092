"""The gates every test passes through: silence is earned.

Rule 1: a log line of WARNING or above fails the test, unless the test asks for `caplog`: then it
        answers for the log itself.
Rule 2: a thread that outlives its test fails it; so does a child process at the end of the run.
        Exceptions nobody saw are errors by ``filterwarnings`` in pyproject.toml.
Rule 3: every test has its own files: no keyring, passphrase, sound, screen or record of this
        computer is ever touched.
Rule 4: `soak` and `bench` run only when they are asked for by ``-m``.
Rule 5: a property is tried with `EXAMPLES` examples in every run, and with many more in a
        campaign (``--hypothesis-profile=campaign``): `make soak` has one of every property.
Rule 6: with CI set, a skip whose reason is not one of `ACCEPTED_SKIPS` is an error.
"""

from __future__ import annotations

import gc
import itertools
import logging
import os
import sys
import threading
import time
from collections.abc import Generator, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import psutil
import pytest

if TYPE_CHECKING:
    from xdist.remote import Producer
    from xdist.scheduler import Scheduling

ACCEPTED_SKIPS = ("no recordings beside the project", "needs ")
ONLY_ON_DEMAND = ("soak", "bench")
FAREWELL_S = 2.0
"""How long a thread that was told to stop may take to be gone."""
EXAMPLES = 50
"""Of each property, in every run: each run draws other ones."""
EXAMPLES_IN_A_CAMPAIGN = 1000
"""Of each property, in `make soak`."""

# Before anything loads Qt, the keyring or the sound; child processes inherit it.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["CHAIRSIDE_SOUND"] = "null"
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"
os.environ.pop("CHAIRSIDE_PASSPHRASE", None)

IN_CI = bool(os.environ.get("CI"))

# Time is no judge on a shared computer; in CI the same examples are tried each time.
hypothesis.settings.register_profile(
    "house",
    deadline=None,
    derandomize=IN_CI,
    print_blob=True,
    database=None,
    max_examples=EXAMPLES,
)
hypothesis.settings.register_profile(
    "campaign",
    hypothesis.settings.get_profile("house"),
    derandomize=False,
    max_examples=EXAMPLES_IN_A_CAMPAIGN,
)
hypothesis.settings.load_profile("house")


# ---- which tests run ----------------------------------------------------------------------------


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    asked_for = str(config.option.markexpr)
    silent = {mark for mark in ONLY_ON_DEMAND if mark not in asked_for}
    left_out = [item for item in items if any(item.get_closest_marker(m) for m in silent)]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in left_out]


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> Scheduling | None:
    """With ``--dist loadfile``, tests of one scenario run where it has been played."""
    if config.getoption("dist") != "loadfile":
        return None
    # Only the process that hands out the tests has need of it.
    from work_units import ByFileAndScenario  # noqa: PLC0415

    return ByFileAndScenario(config, log)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    _refuse_an_unexpected_skip(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    report = yield
    _refuse_an_unexpected_skip(report)
    return report


def _refuse_an_unexpected_skip(report: pytest.TestReport | pytest.CollectReport) -> None:
    if not IN_CI or report.outcome != "skipped" or hasattr(report, "wasxfail"):
        return
    told = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
    reason = told.removeprefix("Skipped: ")
    if not reason.startswith(ACCEPTED_SKIPS):
        report.outcome = "failed"
        report.longrepr = f"unexpected skip: {reason}"


def pytest_collection_finish() -> None:
    """What was imported and collected stays until the end: no search for garbage goes through it.

    Each search took a quarter of a second: a tenth of the whole run.
    """
    gc.collect()
    gc.freeze()


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """What the campaigns have measured, once, at the end of `make soak`."""
    if "soak" not in str(config.option.markexpr):
        return
    # Only a run that has campaigns has need of it.
    from campaign_table import TABLE, lines_of  # noqa: PLC0415

    reports = [one for each in terminalreporter.stats.values() for one in each]
    rows = [
        str(value)
        for report in reports
        if isinstance(report, pytest.TestReport) and report.when == "call"
        for name, value in report.user_properties
        if name == TABLE
    ]
    if rows:
        terminalreporter.section("what the campaigns have found")
        for line in lines_of(rows):
            terminalreporter.write_line(line)


# ---- what a test may not leave behind -----------------------------------------------------------


class _Listener(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.setFormatter(logging.Formatter("%(levelname)s %(name)s: %(message)s"))
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.heard.append(self.format(record))


@pytest.fixture(autouse=True)
def _no_unexpected_log_line(request: pytest.FixtureRequest) -> Iterator[None]:
    listener = _Listener()
    logging.getLogger().addHandler(listener)
    yield
    logging.getLogger().removeHandler(listener)
    if listener.heard and "caplog" not in request.fixturenames:
        pytest.fail("unexpected in the log:\n" + "\n".join(listener.heard))


@pytest.fixture(autouse=True)
def _no_thread_outlives_a_test() -> Iterator[None]:
    before = set(threading.enumerate())
    yield
    deadline = time.monotonic() + FAREWELL_S
    for thread in set(threading.enumerate()) - before:
        thread.join(max(0.0, deadline - time.monotonic()))
    left = sorted(thread.name for thread in set(threading.enumerate()) - before)
    if left:
        pytest.fail(f"left running: {', '.join(left)}")


@pytest.fixture(scope="session", autouse=True)
def _no_child_outlives_the_run() -> Iterator[None]:
    yield
    _gone, left = psutil.wait_procs(psutil.Process().children(recursive=True), FAREWELL_S)
    told = [" ".join(child.cmdline()) for child in left if child.is_running()]
    if told:
        pytest.fail("child processes left running:\n" + "\n".join(told))


@pytest.fixture(autouse=True)
def _no_window_outlives_a_test() -> Iterator[None]:
    """A closed window waits for an event loop to take it away, and a test has none.

    Hundreds of them, with a thousand parts each, slow down every test that comes after.
    """
    yield
    if core := sys.modules.get("PySide6.QtCore"):
        core.QCoreApplication.sendPostedEvents(None, core.QEvent.Type.DeferredDelete.value)


# ---- what a test may not touch ------------------------------------------------------------------


@pytest.fixture(scope="session", autouse=True)
def _no_home_of_this_computer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """For fixtures that live longer than one test."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CHAIRSIDE_HOME", str(tmp_path_factory.mktemp("home")))
        yield


@pytest.fixture(scope="session", autouse=True)
def pin_effort() -> Iterator[Mapping[str, int]]:
    """PINs are hashed with the least effort; what the program itself takes is given.

    At that each of them would cost a processor 0.2 s, which is its purpose, and of no other test.
    """
    # Only now: what is set above has to be set before anything of the program is loaded.
    from data import accounts  # noqa: PLC0415

    own = accounts.PIN_EFFORT
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(accounts, "PIN_EFFORT", {**own, "time_cost": 1, "memory_cost": 64})
        yield own


@pytest.fixture(scope="session")
def _homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A place for one test after the other. None exists until a test makes it: few ever do."""
    homes = tmp_path_factory.mktemp("homes")
    return (homes / f"home-{count}" for count in itertools.count())


@pytest.fixture(autouse=True)
def _a_home_of_its_own(_homes: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHAIRSIDE_HOME", str(next(_homes)))
    monkeypatch.delenv("CHAIRSIDE_PASSPHRASE", raising=False)
    monkeypatch.delenv("CHAIRSIDE_SPILL", raising=False)
