"""A crash report says where, and nothing of what it was about."""

from __future__ import annotations

import logging
import os
import signal
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from helpers import ROOT
from hypothesis import given
from hypothesis import strategies as st

from data.errors import StoreDamaged, StoreUnwritable
from devices.errors import ContentError
from ui.crash_report import FOLDER, MOST, CrashReports, quiet_formatter, report_of

SECRET = "Quillfeather-4711"


def caught(fail: Callable[[], object]) -> BaseException:
    try:
        fail()
    except Exception as error:  # noqa: BLE001 -- a fault of any kind is what this is about
        return error
    raise AssertionError("it did not fail")


def fail_with(error: BaseException) -> Callable[[], object]:
    def fail() -> None:
        patient = SECRET  # a value that stands in a variable
        raise error from ValueError(patient)

    return fail


@pytest.mark.parametrize(
    "error",
    [
        KeyError(SECRET),
        ValueError(f"cannot read {SECRET}"),
        StoreDamaged(f"line 5 says {SECRET!r}"),
        ContentError(f"damaged frame: {SECRET!r}"),
        UnicodeEncodeError("utf-8", SECRET, 0, 3, SECRET),
        FileNotFoundError(2, "No such file", f"/home/somebody/{SECRET}.csv"),
    ],
    ids=lambda error: type(error).__name__,
)
def test_what_an_exception_says_is_left_out(error: Exception) -> None:
    report = report_of(caught(fail_with(error)))
    assert SECRET not in report
    assert type(error).__name__ in report
    assert "ValueError" in report  # the cause, too
    assert "tests/ui/test_crash_report.py:" in report
    assert "fail" in report


@given(st.text(min_size=4).filter(lambda text: text.strip() and not text.isascii()))
def test_no_text_of_an_exception_gets_into_a_report(text: str) -> None:
    error = caught(fail_with(RuntimeError(text)))
    error.add_note(text)
    assert text not in report_of(error)


def test_our_own_errors_about_the_surroundings_keep_their_sentence() -> None:
    told = "/clinic/record.db cannot be written: the disk is full; free some space"
    assert told in report_of(StoreUnwritable(told))
    assert "No space left on device" in report_of(OSError(28, "?", SECRET))


def test_causes_that_go_in_a_circle_end() -> None:
    one, other = KeyError("a"), ValueError("b")
    one.__cause__, other.__cause__ = other, one
    assert report_of(one).count("which came of") == 1


def test_the_newest_reports_are_kept_and_only_their_owner_reads_them(tmp_path: Path) -> None:
    reports = CrashReports(lambda: tmp_path)
    paths = [reports.write(KeyError("x"), "station") for _ in range(MOST + 5)]
    kept = set((tmp_path / FOLDER).iterdir())
    assert len(kept) == MOST
    assert paths[-1] in kept
    assert "thread  station" in paths[-1].read_text()
    if sys.platform != "win32":
        assert {stat.S_IMODE(path.stat().st_mode) for path in kept} == {0o600}
        assert stat.S_IMODE((tmp_path / FOLDER).stat().st_mode) == 0o700


def test_a_line_of_the_log_has_the_place_and_not_the_words() -> None:
    error = caught(fail_with(KeyError(SECRET)))
    record = logging.LogRecord(
        "data.writer", logging.ERROR, "", 1, "the writer has %s", ("stopped",), None
    )
    record.exc_info = (type(error), error, error.__traceback__)
    said = quiet_formatter().format(record)
    assert "ERROR data.writer: the writer has stopped" in said
    assert "KeyError" in said
    assert SECRET not in said


PROGRAM = """
import os, sys, threading
from pathlib import Path
from ui.crash_report import CrashReports
reports = CrashReports(lambda: Path(sys.argv[2]))
reports.install()
reports.watch()
def fail(patient):
    raise KeyError(patient)
def from_main():
    fail(sys.argv[3])
def from_a_thread():
    thread = threading.Thread(target=fail, args=(sys.argv[3],), name="station")
    thread.start()
    thread.join()
def from_a_destructor():
    class Thing:
        def __del__(self):
            fail(sys.argv[3])
    Thing()
def below_python():
    os.abort()
def not_at_all():
    pass
globals()[sys.argv[1]]()
"""


def run(how: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", PROGRAM, how, str(folder), SECRET],
        cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)}, timeout=60,
        capture_output=True, text=True, check=False,
    )  # fmt: skip


@pytest.mark.parametrize("how", ["from_main", "from_a_thread", "from_a_destructor"])
def test_whatever_nobody_caught_is_one_sentence_and_a_report(how: str, tmp_path: Path) -> None:
    done = run(how, tmp_path)
    assert done.returncode == (1 if how == "from_main" else 0)
    (report,) = (tmp_path / FOLDER).iterdir()
    assert done.stderr.splitlines() == [
        f"A fault in the program was found; the report, without patient data, is in {report}."
    ]
    text = report.read_text()
    assert "KeyError" in text
    assert "in fail" in text
    assert SECRET not in text + done.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="needs signals")
def test_a_fault_below_python_leaves_where_it_was(tmp_path: Path) -> None:
    done = run("below_python", tmp_path)
    assert done.returncode == -signal.SIGABRT
    (report,) = (tmp_path / FOLDER).iterdir()
    assert report.name.startswith("fault-")
    text = report.read_text()
    assert "in below_python" in text
    assert SECRET not in text


def test_a_program_that_ends_well_leaves_no_report(tmp_path: Path) -> None:
    done = run("not_at_all", tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert list((tmp_path / FOLDER).iterdir()) == []


def test_a_place_that_takes_no_report_is_said_to_be_one(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    done = run("from_main", blocked)
    assert done.stderr.splitlines() == [
        "A fault in the program was found (KeyError), and no report of it could be written."
    ]
