"""The command line, a file for each kind of work; `ui/cli.py` puts them together."""
