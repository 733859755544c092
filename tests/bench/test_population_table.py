"""Does the simulated population meet every row of the table of published figures?

Three seeds, each with 5 000 people who come twice (10 000 infusions read every 5 and every 10 min)
and 3 000 of age 70 ± 4 who come twice. A row that is out of its band with any seed fails the run;
`population_table.py` says what counts and where the bands come from, `population_groups.py` what
the mean course is compared with.
"""

from __future__ import annotations

import faulthandler
import math
import time
from collections.abc import Callable, Iterator

import pytest
from population_groups import comparison, mean_curve
from population_table import ROWS, Cohort, Row, cohort_of, pooled
from reporting import Figure

SEEDS = (1, 2, 3)
PEOPLE, OLD_PEOPLE = 5000, 3000
OLD = 70.0


def printed(row: Row, values: list[float], error: float, together: float) -> str:
    """One line of the table."""
    if math.isinf(row.low) or math.isinf(row.high):
        limit = f"≤ {row.high:g}" if math.isfinite(row.high) else "shown only"
    else:
        limit = f"{row.low:g} to {row.high:g}"
    each = " ".join(f"{value:7.2f}" for value in values)
    missed = "" if all(map(row.met, values)) else "  MISSED"
    return (
        f"{row.what:<34} {each}  {together:7.2f} ± {error:.2f}  {limit:<12} SIM {row.sim:<6g} "
        f"{row.published}{missed}"
    ).rstrip()


def lines_of(cohorts: list[Cohort], old: list[Cohort]) -> Iterator[tuple[Row, list[float], str]]:
    everybody, all_old = pooled(cohorts), pooled(old)
    for row in ROWS:
        values = [row.value(cohort) for cohort in (old if row.old else cohorts)]
        together = all_old if row.old else everybody
        yield row, values, printed(row, values, row.error(together), row.value(together))


@pytest.mark.bench
def test_the_population_meets_every_row_of_the_published_table(
    report: Callable[[Figure], None],
) -> None:
    faulthandler.cancel_dump_traceback_later()  # it is no hanging test, only a long one
    begin = time.perf_counter()
    cohorts = [cohort_of(seed, PEOPLE) for seed in SEEDS]
    old = [cohort_of(seed, OLD_PEOPLE, OLD) for seed in SEEDS]
    assert all(cohort.sessions >= 5000 for cohort in (*cohorts, *old))
    found = list(lines_of(cohorts, old))
    infusions = sum(cohort.sessions for cohort in (*cohorts, *old))
    print(f"\n{infusions} infusions; {len(SEEDS)} seeds, then all together ± one standard error")
    for _, _, line in found:
        print(line)
    for line in comparison(mean_curve(pooled(cohorts))):
        print(line)
    missed = [row.what for row, values, _ in found if not all(map(row.met, values))]
    banded = sum(math.isfinite(row.high) for row in ROWS)
    report(
        Figure(
            "rows of the population table met",
            banded - len(missed),
            banded,
            at_least=True,
            unit="",
            detail=f"{infusions} infusions in {time.perf_counter() - begin:.0f} s",
        )
    )
    assert not missed
