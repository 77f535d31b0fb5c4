"""`python -m generator.cli` is the command `peerbook`."""

from generator.cli import main

main()
