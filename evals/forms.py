"""What two articles share, judged on labelled pairs: copy, excerpt or neither, and the form of an excerpt.

The pairs stand in `evals/forms/kept.toml` and `tuned.toml`; the README beside them describes the files.
Each pair is judged alone, as two articles of two outlets, so that nothing but their texts speaks.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

from evals.figures import Figure
from samecopy.engines.copies import find_copies
from samecopy.records import Body, ExcerptForm, PairClass
from samecopy.settings import CopySettings

PAIRS = Path(__file__).with_name("forms")
HALVES = ("tuned", "kept")
"""Rules may be made on the first; the second was written before its writer had read any."""

_PIECE = re.compile(r"<(\w+)>")
_PARAGRAPHS = re.compile(r"\n\s*\n")

Story = Any
"""One decoded story of a file: outlets, text (pieces by name), pairs."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """Two articles with what they are to each other; `name` is the story's and the pair's number in it,
    `why` what the pair tries."""

    name: str
    kind: PairClass
    form: ExcerptForm
    why: str
    a: Body
    b: Body


@dataclass(frozen=True, slots=True)
class Judged:
    """A labelled pair and what was found."""

    pair: Labelled
    kind: PairClass
    form: ExcerptForm

    @property
    def right(self) -> bool:
        return (self.kind, self.form) == (self.pair.kind, self.pair.form)


def load(half: str) -> list[Labelled]:
    """The pairs of one half, put together; `ValueError` where an edit or a piece is not in its text."""
    stories = tomllib.loads((PAIRS / f"{half}.toml").read_text(encoding="utf-8"))["story"]
    return [pair for story in stories for pair in _pairs(story)]


def _pairs(story: Story) -> Iterator[Labelled]:
    one, other = story["outlets"]
    for number, pair in zip(count(1), story["pair"], strict=False):
        a, b = (article(pair[side], story["text"]) for side in "ab")
        for edit in pair.get("edits", ()):
            before, _, after = edit.partition("=>")
            if before not in b:
                raise ValueError(f"{story['id']}.{number}: no {before!r} in b: write it as it stands there")
            b = b.replace(before, after)
        yield Labelled(
            f"{story['id']}.{number}",
            pair["class"],
            pair.get("form", ""),
            pair.get("why", ""),
            Body("a", one, a),
            Body("b", other, b),
        )


def article(order: str, pieces: dict[str, str]) -> str:
    """A text of pieces: a paragraph each, or joined to one by "+"; `<name>` in a piece stands for another.

    >>> article("a1+a2 qa", {"a1": "It rained.", "a2": "Then not.", "q": "Wet", "qa": "'<q>,' she said."})
    "It rained. Then not.\\n\\n'Wet,' she said."
    """
    joined = (" ".join(_told(name, pieces) for name in names.split("+")) for names in order.split())
    return "\n\n".join(joined)


def _told(name: str, pieces: dict[str, str]) -> str:
    """A piece with those that it names, each of its paragraphs on one line."""
    if name not in pieces:
        raise ValueError(f"no piece is called {name!r}: add it to the story's text")
    text = _PIECE.sub(lambda found: _told(found[1], pieces), pieces[name])
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in _PARAGRAPHS.split(text.strip()))


def judge(pair: Labelled) -> Judged:
    """What is found of two articles alone."""
    found = find_copies([pair.a, pair.b], CopySettings(), cores=1).pairs
    return Judged(pair, found[0].kind, found[0].form) if found else Judged(pair, "neither", "")


def figures() -> tuple[list[Figure], list[Judged]]:
    """The figures of both halves, and the pairs that were judged wrongly."""
    told, wrong = [], []
    for half in HALVES:
        judged = [judge(pair) for pair in load(half)]
        told += scored(half, judged)
        wrong += [one for one in judged if not one.right]
    return told, wrong


def scored(half: str, judged: Sequence[Judged]) -> list[Figure]:
    """Classes right, copies found, excerpts called copies, forms right of excerpts found, and each form."""
    name = f"forms, {half}"
    cells = Counter((one.pair.kind, one.kind) for one in judged)
    of = Counter(one.pair.kind for one in judged)
    found = [one for one in judged if one.pair.kind == one.kind == "excerpt"]
    told = [
        _share(f"{name}: class right", sum(one.pair.kind == one.kind for one in judged), len(judged)),
        _share(f"{name}: copies found", cells["copy", "copy"], of["copy"]),
        _share(f"{name}: excerpts called copies", cells["excerpt", "copy"], of["excerpt"]),
        _share(f"{name}: form right", sum(one.right for one in found), len(found)),
    ]
    forms = Counter(one.pair.form for one in judged if one.pair.form)
    right = Counter(one.pair.form for one in judged if one.pair.form and one.right)
    return told + [_share(f"{name}: {form} found", right[form], forms[form]) for form in sorted(forms)]


def _share(name: str, right: int, total: int) -> Figure:
    return Figure(name, right / max(total, 1), f"of {total}")
