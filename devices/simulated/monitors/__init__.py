"""The virtual monitors, each speaking the bytes of its maker about what was measured."""
