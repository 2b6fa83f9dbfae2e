"""`samecopy` and `python -m samecopy`: the command line, which Ctrl-C ends quietly from its first moment."""

import gc
import importlib
import os
import signal


def main() -> None:
    """Load the command line and call it. Loading takes most of a second: an interrupt then has nothing
    to lose, and one after the work is done comes too late."""
    signal.signal(signal.SIGINT, _at_once)
    gc.disable()  # nothing that loading makes is garbage: looking for it takes a tenth of a short run
    cli = importlib.import_module("samecopy.cli")
    gc.set_threshold(50_000)
    gc.enable()
    signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        cli.main()
    finally:
        signal.signal(signal.SIGINT, signal.SIG_IGN)


def _at_once(*_: object) -> None:
    os.write(2, b"samecopy: interrupted before anything was done\n")
    os._exit(130)


if __name__ == "__main__":
    main()
