"""`samecopy` and `python -m samecopy`: the command line, quick to start and to end."""

import gc
import importlib
import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress


def main() -> None:
    """Load the command line, call it, leave.

    Loading takes most of a second: an interrupt then has nothing to lose, and one after the work is done
    comes too late. What is loaded is no garbage, so it is neither searched for any (a tenth of a short run)
    nor taken apart at the end: the store is closed and the streams are flushed, and that is all there is.
    """
    signal.signal(signal.SIGINT, _at_once)
    gc.disable()
    cli = importlib.import_module("samecopy.cli")
    gc.freeze()
    gc.enable()
    signal.signal(signal.SIGINT, signal.default_int_handler)
    code = _called(cli.main)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):  # a reader who has gone, a stream that was closed for him
            stream.flush()
    os._exit(code)


def _called(command: Callable[[], None]) -> int:
    try:
        command()
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else int(stop.code is not None)
    return 0


def _at_once(*_: object) -> None:
    os.write(2, b"samecopy: interrupted before anything was done\n")
    os._exit(130)


if __name__ == "__main__":
    main()
