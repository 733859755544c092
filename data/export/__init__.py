"""Rows in, bytes out: pure functions, one format a file."""
