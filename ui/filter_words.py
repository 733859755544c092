"""Filter and calendar of the library in words. Part of `ui.words`.

The rules are those of `ui.words`, and so is the way in: `say`.
"""

from __future__ import annotations

FILTER_SENTENCES: dict[str, str] = {
    # ---- the filter
    "filter-title": "Filter and calendar",
    "filter-close": "Close the filter",
    "filter-keys": (
        "Ctrl+F words, Ctrl+G filter and calendar, Ctrl+N not signed, Esc takes all off. In the "
        "calendar: arrows, Page Up and Down for months, Enter for a day, Shift+Enter up to a day."
    ),
    "filter-any": "Any",
    "filter-route": "Route",
    "filter-peak": "Highest systolic pressure",
    "filter-peak-least": "from {0}",
    "filter-alarms": "Alarms",
    "filter-alarms-any": "With alarms",
    "filter-alarms-high": "High ones",
    "filter-alarms-none": "None",
    "filter-signed": "Signature",
    "filter-unsigned": "Not signed",
    "filter-dose-from": "Dose from",
    "filter-dose-to": "Dose to",
    "filter-dose-unit": "Unit of the dose",
    "filter-patient": "Patient number",
    "filter-first": "From day",
    "filter-last": "To day",
    "filter-day-example": "2026-02-03",
    "filter-span-1": "Today",
    "filter-span-7": "7 days",
    "filter-span-30": "30 days",
    # ---- what narrows the list, one chip each
    "filter-chips": "What narrows the list",
    "filter-chip": "{0}  ×",
    "filter-take-off": "Take off: {0}",
    "filter-all-off": "All off",
    "filter-days": "{0} to {1}",
    "filter-from": "from {0}",
    "filter-until": "until {0}",
    "filter-dose-any": "with a dose",
    "filter-dose-least": "from {0} {1}",
    "filter-dose-most": "up to {0} {1}",
    "filter-dose-is": "{0} {1}",
    "filter-dose-between": "{0} to {1} {2}",
    "filter-peak-chip": "peak from {0}",
    "filter-alarms-any-chip": "with alarms",
    "filter-alarms-high-chip": "high alarms",
    "filter-alarms-none-chip": "no alarms",
    # ---- what cannot be understood
    "filter-day-wrong": "“{0}” is no day; type it like 2026-02-03 or 3.2.2026.",
    "filter-dose-wrong": "“{0}” is no dose; type a figure such as 41 or 0.5.",
    # ---- the calendar
    "calendar-month": "{0} {1}",
    "calendar-day": "{0} {1}",
    "calendar-weekdays": "Mo Tu We Th Fr Sa Su",
    "calendar-weekdays-long": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "calendar-is-chosen": "chosen",
    "calendar-back": "Month before",
    "calendar-on": "Next month",
}
