"""The record: SQLite and files. No Qt, no bytes from a wire."""
