"""The shortest file that is a scenario; a test adds to it what it is about."""

from __future__ import annotations

SMALLEST = """
name = "X"
title = "Smallest"
script = []
[patient]
age = 40
weight_kg = 80
sbp = 120
dbp = 75
hr = 70
[plan]
mg_per_kg = 0.5
minutes = 40
"""
TO_BE_SCRIPTED = SMALLEST.replace("script = []\n", "")
"""Its script follows, in tables."""
