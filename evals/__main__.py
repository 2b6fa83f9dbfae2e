"""Accuracy, measured and held to its pins: `python -m evals [--data DIR] [--only NAME] [--errors]`.

Without DIR only what is labelled here is measured; with it also the labelled corpora that lie there (a
missing one is skipped aloud). Exit code 1 when a figure is beyond its pin.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from evals import (
    copies,
    counts,
    credited,
    direction,
    edits,
    forms,
    lines,
    metadata,
    quotes,
    reading,
    sites,
    stories,
    times,
)
from evals.figures import Figure, broken, table
from evals.piles import Hit, score

OWN_PILES = Path(__file__).with_name("piles")
FRESH_PILES = Path(__file__).with_name("fresh")

Part = Callable[[Path | None, bool], list[Figure]]
"""One part of the evaluation: measures what lies in a folder; told whether to list errors."""


def _pile(name: str, folder: Path, list_errors: bool) -> list[Figure]:
    figures, failed = score(name, folder)
    if list_errors:
        _list(name, failed)
    return figures


def _list(name: str, failed: Sequence[Hit]) -> None:
    for hit in failed:
        print(f"  {name}: {hit.what}: {hit.why}", file=sys.stderr)


def seeds(data: Path | None, list_errors: bool) -> list[Figure]:
    return _pile("seeds", data, list_errors) if data else []


def piles(_: Path | None, list_errors: bool) -> list[Figure]:
    """The piles that rules were checked on while they were made."""
    return _summed("piles", OWN_PILES, list_errors)


def fresh(_: Path | None, list_errors: bool) -> list[Figure]:
    """Piles by another hand (`evals/fresh/README.md`)."""
    return _summed("fresh", FRESH_PILES, list_errors)


def _summed(name: str, home: Path, list_errors: bool) -> list[Figure]:
    """All figures of each pile, and the sums over them that are pinned."""
    folders = sorted(p for p in home.iterdir() if (p / "gold.json").exists())
    found = [figure for folder in folders for figure in _pile(folder.name, folder, list_errors)]
    for what in ("statements right", "events right", "figures right", "edits right", "origins counted right"):
        parts = [f for f in found if f.name.endswith(what)]
        of = len(parts) if what.startswith("origins") else sum(int(f.of.split()[-1]) for f in parts)
        found.append(Figure(f"{name}: {what}", sum(f.value for f in parts) / of, f"of {of}"))
    return found


def edit_pairs(_: Path | None, __: bool) -> list[Figure]:
    return edits.figures()


def counted(_: Path | None, list_errors: bool) -> list[Figure]:
    found, wrong = counts.figures()
    for line in wrong if list_errors else ():
        print(f"  counts {line}", file=sys.stderr)
    return found


def credit_lines(_: Path | None, list_errors: bool) -> list[Figure]:
    found, wrong = credited.figures()
    for one in wrong if list_errors else ():
        told = f"{sorted(one.found)} {one.placed} for {sorted(one.gold)} {one.place}"
        print(f"  credits {one.case}: {one.why}: {told}", file=sys.stderr)
    return found


def excerpt_forms(_: Path | None, list_errors: bool) -> list[Figure]:
    found, wrong = forms.figures()
    for one in wrong if list_errors else ():
        told = f"{one.kind} {one.form}".strip()
        wanted = f"{one.pair.kind} {one.pair.form}".strip()
        print(f"  forms {one.pair.name}: {told} for {wanted} {one.pair.why}".rstrip(), file=sys.stderr)
    return found


def bodies(data: Path | None, _: bool) -> list[Figure]:
    if data is None:
        return []
    found = []
    scored = reading.body_score(data.parent, reading.read_html)
    of = f"{len(scored.pages)} pages, worst {scored.worst:.2f}"
    found.append(Figure("reading: body F1, html", scored.f1, of))
    for form, f1 in lines.cross_validated(data.parent).items():
        found.append(Figure(f"reading: bare text, {form}", f1, "cross-validated by site"))
    with metadata.unpacked(data) as folder:
        if folder is None:
            print(
                f"reading: segments and metadata skipped (no {metadata.ARCHIVE}, tar or zstd)",
                file=sys.stderr,
            )
            return found
        marks = reading.segment_score(folder, reading.read_html)
        found.append(Figure("reading: segments F1, html", marks.f1, f"{marks.pages} pages"))
        for what, share in metadata.metadata_score(folder, metadata.read_facts).items():
            found.append(Figure(f"reading: {what}", share.value, f"of {share.of}"))
    return found


def temporal(data: Path | None, _: bool) -> list[Figure]:
    if data is None:
        return []
    found = []
    for name in times.SETS:
        documents = times.read_set(data / f"{name}.jsonl.gz")
        scored = times.score(documents, Counter())
        of = f"{scored.documents} documents"
        found.append(Figure(f"times: {name} extent F1", scored.extent, of))
        found.append(Figure(f"times: {name} value F1", scored.value, of))
        right, judged = times.score_days(documents)
        found.append(Figure(f"times: {name} days right", right / judged, f"of {judged}"))
        right, judged, events = times.score_sides(documents)
        told = f"of {judged}, of {events} events"
        found.append(Figure(f"times: {name} past or scheduled right", right / judged, told))
    return found


def quotations(data: Path | None, _: bool) -> list[Figure]:
    return quotes.figures(data / "polnear-dev.jsonl.gz") if data else []


def grouping(data: Path | None, _: bool) -> list[Figure]:
    return [Figure(n, v) for n, v in stories.stories_by_editors(data.parent).items()] if data else []


def copying(data: Path | None, _: bool) -> list[Figure]:
    found = [Figure(f"copies, made pile: {n}", v) for n, v in copies.synthetic_copies().items()]
    if data is not None:
        found += [Figure(f"copies, real: {n}", v) for n, v in copies.real_copies(data.parent).items()]
    return found


def taught(_: Path | None, __: bool) -> list[Figure]:
    return [
        Figure(f"sites: body F1, {what}", f1, "invented sites, 20 pages each")
        for what, f1 in sites.invented().items()
    ]


def descending(data: Path | None, _: bool) -> list[Figure]:
    return direction.figures(data)


PARTS: dict[str, tuple[Part, str]] = {
    "piles": (piles, ""),
    "fresh": (fresh, ""),
    "counts": (counted, ""),
    "credits": (credit_lines, ""),
    "edits": (edit_pairs, ""),
    "forms": (excerpt_forms, ""),
    "seeds": (seeds, "seeds"),
    "reading": (bodies, "data/extraction"),
    "sites": (taught, ""),
    "times": (temporal, "data/time"),
    "quotes": (quotations, "data/quotes"),
    "stories": (grouping, "data/allsides"),
    "copies": (copying, "data/allsides"),
    "direction": (descending, "bench"),
}
"""Each part and the folder below DIR that it is given, "" when it needs none."""


def measured(data: Path | None, only: Sequence[str], list_errors: bool) -> Iterator[list[Figure]]:
    for name, (part, needs) in PARTS.items():
        if only and name not in only:
            continue
        where = data / needs if data is not None and (data / needs).is_dir() else None
        if needs and where is None:
            print(f"{name}: skipped what needs {needs}/ (give --data DIR)", file=sys.stderr)
        yield part(where, list_errors)


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m evals", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--data", type=Path, help="folder with the labelled corpora")
    parser.add_argument("--only", nargs="*", default=[], choices=sorted(PARTS), help="some parts only")
    parser.add_argument("--errors", action="store_true", help="list what was found wrong, on stderr")
    options = parser.parse_args(argv)
    figures: list[Figure] = []
    for part in measured(options.data, options.only, options.errors):
        if part:
            print(table(part), flush=True)
        figures += part
    beyond = broken(figures)
    for line in beyond:
        print(f"beyond its pin: {line}", file=sys.stderr)
    return 1 if beyond else 0


if __name__ == "__main__":
    raise SystemExit(main())
