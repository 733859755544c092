"""What the columns, signs, qualities and sources of a CSV mean: the data dictionary, as Markdown.

Rule 1: units and codes are those of `monitor.vitals.SIGNS`; only meanings are written here, and
        there is one for every column, sign, quality and kind of source: a test walks them.
Rule 2: `docs/data-dictionary.md` is this text, byte for byte.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from monitor.vitals import CUFF_SIGNS, SIGNS, Quality, VitalSign

COLUMNS: dict[str, tuple[str, str]] = {
    "t_seconds": (
        "number",
        "Seconds since the session was opened, to the millisecond. A monitor's value stands where "
        "it arrived, what a person entered late where it was measured. It runs on where the clock "
        "of the day was set.",
    ),
    "utc": (
        "ISO 8601",
        "The same moment in UTC, to the millisecond, with a Z. Empty: the record has no clock to "
        "tell it from. In a de-identified export the day is moved back, the time of day is true.",
    ),
    "sign": ("word", "What was measured: a row of the table of signs below."),
    "value": (
        "number",
        "In the unit of the sign, with a decimal point. What was not measured has no line: no "
        "value is ever a 0, a -1 or empty.",
    ),
    "unit": ("word", "The unit of the value; always the one of the table of signs."),
    "source": ("word", "Who says so: a row of the table of sources below."),
    "quality": ("word", "How far it may be trusted: a row of the table of qualities below."),
}
"""Of each column: what kind of text it holds, and what it means."""

MEANINGS: dict[VitalSign, str] = {
    VitalSign.HR: "Heart rate from the ECG.",
    VitalSign.PULSE: "Pulse rate from the oximeter.",
    VitalSign.NIBP_PULSE: "Pulse rate that the cuff found: as old as the cuff result.",
    VitalSign.SBP: "Systolic pressure, from the cuff or measured by a person.",
    VitalSign.DBP: "Diastolic pressure, from the cuff or measured by a person.",
    VitalSign.MAP: "Mean pressure, as the monitor gives it; never computed.",
    VitalSign.SPO2: "Oxygen saturation from the oximeter.",
    VitalSign.RR: "Breaths, from the monitor or counted by a person.",
    VitalSign.PERFUSION: "Perfusion index: the pulsing part of the oximeter's light.",
    VitalSign.TEMP: "Temperature.",
    VitalSign.ABP_SYS: "Systolic pressure from an arterial line.",
    VitalSign.ABP_DIA: "Diastolic pressure from an arterial line.",
    VitalSign.ABP_MEAN: "Mean pressure from an arterial line.",
}

QUALITIES: dict[Quality, str] = {
    Quality.GOOD: "Taken as it is.",
    Quality.POOR: "The monitor said that its signal was poor. No alarm was judged by it.",
    Quality.UNCONFIRMED: (
        "A cuff result that a repeat did not confirm. It counts as measured, and is in no peak "
        "and no time above a limit."
    ),
    Quality.ARTEFACT: "Not a value of the patient: by the monitor, or by a person.",
    Quality.BEFORE_SESSION: (
        "Measured before the session, by the monitor's own clock or counter. No alarm was judged "
        "by it."
    ),
    Quality.AGE_UNKNOWN: (
        "Was on the monitor when it was connected; how old it was is not known. No alarm was "
        "judged by it."
    ),
    Quality.DEMO: "The monitor said that it was in a demo or test mode: not a patient.",
}

SOURCES: dict[str, str] = {
    "device:NAME": (
        "A monitor that is read by the driver NAME (`chairside devices` lists them). A second of "
        "the same kind is `device:NAME#2`."
    ),
    "manual": "A person measured or counted it.",
    "simulated": "No patient: the program made it up.",
    "imported": "From a file of another program.",
    "": "Not kept: a record of an early version.",
}


def dictionary() -> Iterator[str]:
    """The text, each line with its end."""
    yield from _intro()
    yield "## Columns\n\n"
    yield from _table(
        ("Column", "Holds", "Meaning"), ((name, *told) for name, told in COLUMNS.items())
    )
    yield "\n## Signs\n\n"
    yield (
        "Codes: LOINC, and IEEE 11073-10101 (MDC, partition × 65536 + term). The range is what a "
        "living adult can have: a monitor's number beyond it is taken for a lost signal.\n\n"
    )
    head = ("Sign", "Meaning", "Unit", "UCUM", "LOINC", "MDC", "Range", "Comes")
    yield from _table(head, map(_sign, VitalSign))
    yield "\n## Qualities\n\n"
    yield from _table(
        ("Quality", "Meaning"), ((f"`{one}`", told) for one, told in QUALITIES.items())
    )
    yield "\n## Sources\n\n"
    yield from _table(
        ("Source", "Meaning"),
        ((f"`{one}`" if one else "empty", told) for one, told in SOURCES.items()),
    )


def _intro() -> Iterator[str]:
    yield "# Data dictionary of the CSV\n\n"
    yield (
        "`chairside export SESSION --format csv --out FILE` writes one line for each measured "
        "value, sorted by time; `chairside dictionary` prints this page.\n\n"
        "The file is UTF-8 with `\\n` at the end of each line, a comma between the cells and a "
        "decimal point, whatever the language of the computer. In a spreadsheet that expects a "
        "decimal comma, import it and say so; opened by a double click it may take 36.8 for a "
        "date. A text that a spreadsheet would take for a formula has an apostrophe before it.\n\n"
        "Scores, drugs, notes and alarms are not in it, and neither is a pressure measured "
        "standing: they are in the FHIR bundle (`--format fhir`).\n\n"
    )


def _sign(sign: VitalSign) -> tuple[str, ...]:
    facts = SIGNS[sign]
    return (
        f"`{sign}`",
        MEANINGS[sign],
        facts.unit,
        f"`{facts.ucum}`",
        facts.loinc,
        f"{facts.mdc_code} {facts.mdc}",
        f"{facts.low:g} to {facts.high:g}",
        "once for each measurement" if sign in CUFF_SIGNS else "each second",
    )


def _table(head: Sequence[str], rows: Iterator[tuple[str, ...]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |\n"
    yield f"|{'---|' * len(head)}\n"
    for row in rows:
        yield f"| {' | '.join(row)} |\n"
