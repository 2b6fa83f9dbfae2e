"""Speed against peers, in one run on one pile: `python -m bench [NAME …] [options of that part]`.

account      who said what, when, how many: what reading and counting cost
copies       families of a pile: accuracy, speed and memory, beside datasketch, or more peers
cores        what a second core gives a search, and what the machine could give
fingerprint  text to postings, beside a pass over memory and a hash step a byte
growth       what copies cost as the pile grows, and the exponent
index        what adding a batch to an index costs as the index grows
peers        installs the peers, each into an environment of its own
read         HTML to articles, beside five other readers (give --pages)
start        the whole `samecopy run` on a small pile, warm, start-up included
stories      what joining reports into stories costs as the pile grows
times        temporal expressions of labelled documents, beside other finders
warc         a crawl to articles: records per CPU-second, memory

Without a name: copies and start. docs/bench.md tells more.
"""

import sys
from collections.abc import Callable, Sequence

from bench import account, copies, cores, fingerprint, growth, index, read, start, stories, times, tools, warc

PARTS: dict[str, Callable[[Sequence[str]], int]] = {
    "account": account.main,
    "copies": copies.main,
    "cores": cores.main,
    "fingerprint": fingerprint.main,
    "growth": growth.main,
    "index": index.main,
    "peers": tools.main,
    "read": read.main,
    "start": start.main,
    "stories": stories.main,
    "times": times.main,
    "warc": warc.main,
}
UNASKED = ("copies", "start")


def main(argv: Sequence[str]) -> int:
    """Runs the part named first with the other arguments, or two of them without any."""
    if argv and argv[0] in PARTS:
        return PARTS[argv[0]](argv[1:])
    if argv and argv[0] in ("-h", "--help"):
        print(__doc__)
        return 0
    if argv:
        print(f"no part {argv[0]!r}: {', '.join(PARTS)}", file=sys.stderr)
        return 2
    return max(PARTS[name]([]) for name in UNASKED)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
