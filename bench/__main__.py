"""Speed against peers, in one run on one pile: `python -m bench [NAME …] [options of that part]`.

copies   families of a made pile, beside datasketch (accuracy and articles per CPU-second)
start    the whole `samecopy run` on a small pile, warm, start-up included
"""

import sys
from collections.abc import Callable, Sequence

from bench import copies, start

PARTS: dict[str, Callable[[Sequence[str]], int]] = {"copies": copies.main, "start": start.main}


def main(argv: Sequence[str]) -> int:
    """Runs the part named first with the other arguments, or all parts without any."""
    if argv and argv[0] in PARTS:
        return PARTS[argv[0]](argv[1:])
    if argv:
        print(f"no part {argv[0]!r}: {', '.join(PARTS)}", file=sys.stderr)
        return 2
    return max(part([]) for part in PARTS.values())


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
