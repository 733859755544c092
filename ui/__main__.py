"""`python -m ui` equals `chairside`."""

from ui.cli import main

main()
