"""`chairside devices --probe` and `record --driver auto`, as a person uses them."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from real_program import Ran, chairside, exported, one_sentence, simulated, values

FOREIGN = b"$GPGGA,123519,4807.038,N,01131.000,E,1,08,0.9,545.4,M,46.9,M,,*47\r\n" * 200


def recorded(url: str, db: Path, seconds: int) -> Ran:
    asked = ("--port", url, "--driver", "auto", "--seconds", seconds, "--db", db)
    return chairside("record", *asked, timeout_s=60)


@pytest.mark.parametrize("driver", ["masimo-ascii", "omron-hbp9030"])
def test_a_probe_as_json_is_url_proposal_and_evidence(driver: str) -> None:
    with simulated("--pty", driver=driver) as (_, url):
        began = time.monotonic()
        ran = chairside("devices", "--probe", url, "--json", timeout_s=60)
        assert time.monotonic() - began < 15.0
    found = json.loads(ran.out)
    assert set(found) == {"url", "proposed", "evidence"}
    assert (found["url"], found["proposed"]) == (url, driver)
    assert url in found["evidence"]


@pytest.mark.parametrize(
    ("driver", "sign", "seconds"), [("omron-hbp9030", "sbp", 11), ("philips-intellivue", "hr", 4)]
)
def test_a_monitor_without_a_name_is_found_and_recorded(
    driver: str, sign: str, seconds: int, tmp_path: Path
) -> None:
    db = tmp_path / "record.db"
    with simulated("--pty", driver=driver) as (_, url):
        ran = recorded(url, db, seconds)
    assert ran.code == 0, ran.err
    rows = exported(ran.last_line, db, tmp_path)
    assert {row["source"] for row in rows} == {f"device:{driver}"}
    assert values(rows, sign)


def test_a_foreign_device_is_not_recorded_and_what_it_said_is_shown(tmp_path: Path) -> None:
    file = tmp_path / "navigation.raw"
    file.write_bytes(FOREIGN)
    with simulated("--pty", "--file", file, driver="ivy-450c") as (_, url):
        ran = recorded(url, tmp_path / "record.db", 4)
    assert ran.code == 1
    assert "«$GPGGA" in ran.err
    assert one_sentence(ran.err)
