"""Opening and closing the day: what is checked, who is expected, what is left, and paper."""
