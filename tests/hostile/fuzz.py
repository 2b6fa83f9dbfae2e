"""Damaged and hostile files of every format against the readers: nothing may be thrown, hang or grow.

    python -m tests.hostile.fuzz --seconds 600 --seed 1 --keep /tmp/found

makes valid files of each format, damages them (bytes flipped, cut, doubled, spliced; lengths and counts
changed; brackets and tags nested), reads them as a pile and reads each page as an article. A case fails if
anything is raised, takes over ten seconds, or if the process outgrows its bound. Failing files are kept,
and the last file tried lies there too, should the process itself die. `--seconds` are of CPU.
"""

import argparse
import random
import resource
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from types import FrameType

from samecopy import plan
from samecopy.records import Page
from samecopy.settings import ReadSettings, Settings
from samecopy.sources import open_pile
from tests.hostile.seeds import seeds

SETTINGS = Settings(read=ReadSettings(max_page_bytes=200_000, max_repairs=20))
CASE_SECONDS = 10
GROWTH_MB = 600
TOKENS = (
    b"<", b">", b"</", b"<!--", b"-->", b"<![CDATA[",
    b"]]>", b"&", b"&#x0;", b"&#xD800;", b"&#1114112;", b"&b;",
    b"<script>", b"</script>", b"<p>", b"<div>",
    b"<table>", b"<svg>", b"<math>", b"<template>", b"<plaintext>",
    b"{", b"}", b"[", b"]", b'"', b"\\",
    b"\\u0000", b"\\ud800", b"\x00", b"\xff", b"\xef\xbb\xbf", b"\xff\xfe",
    b"\r\n\r\n", b"\r", b"\n", b"WARC/1.0\r\n", b"Content-Length: 99999999\r\n", b"Content-Length: -1\r\n",
    b"PK\x01\x02", b"PK\x05\x06", b"\x1f\x8b\x08", b"\x28\xb5\x2f\xfd",
    b"1e999", b"-1", b"0", b"NaN", b"null",
    b"99999999999999999999", "\u200b\u202e\ufe0f\u2066".encode(),
    "\U000e0041".encode(), b"<!DOCTYPE a SYSTEM 'file:///etc/passwd'>",
)  # fmt: skip


def damaged(data: bytes, dice: random.Random, others: list[bytes]) -> bytes:
    """The file with a few damages."""
    out = bytearray(data)
    for _ in range(dice.choice((1, 1, 2, 3, 8))):
        at = dice.randrange(len(out) + 1)
        end = min(len(out), at + dice.choice((1, 2, 8, 64, 1000)))
        kind = dice.randrange(9)
        if kind == 0 and out:
            out[at % len(out)] = dice.randrange(256)
        elif kind == 1:
            del out[at:end]
        elif kind == 2:
            out[at:at] = out[at:end] * dice.choice((1, 2, 50))
        elif kind == 3:
            out[at:at] = dice.choice(TOKENS) * dice.choice((1, 1, 1, 5, 3000))
        elif kind == 4:
            del out[at:]
        elif kind == 5:
            other = dice.choice(others)
            begin = dice.randrange(len(other))
            out[at:end] = other[begin : begin + dice.choice((4, 100, 5000))]
        elif kind == 6:
            out[at:end] = dice.randbytes(end - at)
        elif kind == 7 and out:
            out[at % len(out)] ^= 1 << dice.randrange(8)
        else:
            digit = next((i for i in range(at, len(out)) if 48 <= out[i] <= 57), None)
            if digit is not None:
                out[digit : digit + 1] = dice.choice((b"9", b"0", b"-", b"99999999", b""))
        del out[2_000_000:]
    return bytes(out)


def read(path: Path) -> Counter[str]:
    """All of a pile, each page read as an article; counts of what came of them."""
    told: Counter[str] = Counter()
    for item in open_pile([path], SETTINGS.read):
        outcome = plan.read(item, SETTINGS).rejection if isinstance(item, Page) else item
        told[outcome.reason if outcome else "article"] += 1
        if outcome is not None and outcome.reason == "reader_failed":
            raise AssertionError(outcome.detail)
    return told


class TooSlow(BaseException):
    """A case took longer than it may."""


def _alarm(signum: int, frame: FrameType | None) -> None:
    raise TooSlow


def run(seconds: float, seed: int, keep: Path, only: str | None, say: Callable[[str], None]) -> int:
    """Cases until the CPU time is up; returns how many failed."""
    dice = random.Random(seed)
    files = {name: data for name, data in seeds().items() if only in (None, name)}
    others = list(seeds().values())
    keep.mkdir(parents=True, exist_ok=True)
    signal.signal(signal.SIGALRM, _alarm)
    tried: Counter[str] = Counter()
    seen: set[str] = set()
    failed, slowest = 0, 0.0
    with tempfile.TemporaryDirectory() as folder:
        for name, data in files.items():
            (Path(folder) / name).write_bytes(data)
            assert read(Path(folder) / name)["article"] or name == "pages.csv", (
                f"the seed {name} is no article"
            )
            (Path(folder) / name).unlink()
        begin, before = time.process_time(), _rss()
        while time.process_time() - begin < seconds:
            name = dice.choice(list(files))
            data = damaged(files[name], dice, others)
            path = Path(folder) / name
            path.write_bytes(data)
            shutil.copy(path, keep / "last")
            tried[name] += 1
            start = time.process_time()
            signal.alarm(3 * CASE_SECONDS)
            why = ""
            try:
                read(path)
            except BaseException as error:
                if isinstance(error, KeyboardInterrupt):
                    raise
                why = "".join(traceback.format_exception(error)[-4:])
            finally:
                signal.alarm(0)
            took = time.process_time() - start
            slowest = max(slowest, took)
            if not why and took > CASE_SECONDS:
                why = f"took {took:.1f} s"
            if not why and _rss() - before > GROWTH_MB:
                why, before = f"grew by {_rss() - before} MB", _rss()
            path.unlink()
            if why:
                failed += 1
                if why[-300:] not in seen:
                    seen.add(why[-300:])
                    (keep / f"{len(seen)}-{name}").write_bytes(data)
                    say(f"case {sum(tried.values())}, {name}:\n{why}")
    say(f"seed {seed}: {sum(tried.values()):,} cases, {failed} failed, slowest {slowest:.2f} s, {_rss()} MB")
    say(", ".join(f"{name} {n:,}" for name, n in sorted(tried.items())))
    return failed


def _rss() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def main() -> int:
    """The command line."""
    parser = argparse.ArgumentParser(prog="fuzz", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--seconds", type=float, default=60, help="CPU seconds")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, default=Path(tempfile.gettempdir()) / "samecopy-fuzz")
    parser.add_argument("--only", choices=list(seeds()), help="one format")
    options = parser.parse_args()
    failed = run(
        options.seconds, options.seed, options.keep, options.only, lambda text: print(text, flush=True)
    )
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
