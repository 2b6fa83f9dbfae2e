"""`python -m samecopy`: the command line."""

from samecopy.cli import main

main()
