"""The weights that read bare text: trained here, and measured on sites they have not seen.

    python -m evals.lines DATA [--write]

DATA holds `extraction/` as for `reading.py`. Each page is taken in three forms: all text of its HTML,
resiliparse's main text with the furniture it leaves, and the article alone. Lines are labelled by
article-extraction-benchmark's ground truth, and on trafilatura's evaluation pages by what samecopy reads
in their HTML, if that fits the segments labelled there. All figures are cross-validated: no page is read
with weights that saw its site; and pages with little furniture are read by rules, as `body.py` does.
"""

import argparse
import base64
import hashlib
import re
import textwrap
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from resiliparse.extract.html2text import extract_plain_text

from evals.metadata import unpacked
from evals.reading import body_pages, evaluation_pages, read_html, shingle_scores
from samecopy.records import Page
from samecopy.settings import ReadSettings
from samecopy.stages.extract.body import laden, ruled
from samecopy.stages.extract.features import Features, context, features
from samecopy.stages.extract.line import Line
from samecopy.stages.extract.markup import read_markup
from samecopy.stages.extract.outlets import registrable_domain
from samecopy.stages.extract.parsed import text_lines
from samecopy.stages.extract.shapes import line_size
from samecopy.stages.extract.weighing import Net, Weights, scaled, weighed
from samecopy.text.charset import decode

WEIGHTS = Path("src/samecopy/stages/extract/weights.py")
FORMS = ("all text", "main text with furniture", "article alone")
_FOLDS = 5
_NETS = 3  # side by side, their sums averaged: one net of three times the units
_HIDDEN, _EPOCHS, _BATCH, _RATE, _DECAY = 24, 7, 512, 0.004, 1e-4
_WORD = re.compile(r"\w+")
_ROW = 300  # characters of weights on a line: nobody reads them
_MOST_LINES = 3_000


@dataclass(frozen=True, slots=True)
class Example:
    """One form of one page: its columns, which lines are the body, and how much each line counts. `taken`:
    the body's lines by rules; `laden`: whether its lines are weighed at all."""

    site: str
    form: str
    gold: str | None
    lines: tuple[Line, ...]
    taken: tuple[int, ...]
    laden: bool
    paragraphs: tuple[int, ...]
    columns: Features
    body: NDArray[np.float32]
    weight: NDArray[np.float32]


def examples(data: Path) -> Iterator[Example]:
    """All forms of all pages; `gold` is None where the labels are our own reading's."""
    for url, gold, page in body_pages(data):
        yield from _forms(page, url, gold, sure=True)
    with unpacked(data / "extraction") as folder:
        for url, segments, page in evaluation_pages(folder) if folder else ():
            body = read_html(page)
            if body and segments.fit(body):
                yield from _forms(page, url, body, sure=False)


def _forms(page: Page, url: str, gold: str, sure: bool) -> Iterator[Example]:
    html = decode(page.data).text
    main = extract_plain_text(html, main_content=True, alt_texts=False, preserve_formatting=True)
    for form, text in zip(FORMS, (read_markup(html).text, main, gold), strict=True):
        lines = text_lines(text)
        if not lines or len(lines) > _MOST_LINES:
            continue
        body, why, prose = ruled(lines, ReadSettings())
        weight = np.sqrt([min(line_size(line), 80) for line in lines]) / len(lines) ** 0.3
        weight *= (2 if sure else 1) * (0.25 if form == FORMS[-1] else 1)
        yield Example(
            registrable_domain(url) or page.id,
            form,
            gold if sure else None,
            lines,
            body.lines,
            laden(lines, body, why, prose, ReadSettings()),
            tuple(n for n in body.lines if prose[n] >= ReadSettings().paragraph_words),
            features(lines, why, prose, set(body.lines)),
            np.array(_labels(lines, gold), np.float32),
            weight.astype(np.float32),
        )


def _labels(lines: Sequence[Line], gold: str) -> list[bool]:
    """A line is of the body if most of its four-word runs are; a shorter one if it stands there and a
    neighbour is."""
    want = _runs(gold)
    flat = " ".join(_WORD.findall(gold))
    long: list[bool | None] = []
    for line in lines:
        runs = _runs(line.text)
        long.append(2 * (runs & want).total() > runs.total() if runs else None)
    return [
        found
        if found is not None
        else any(long[max(0, n - 3) : n + 4]) and " ".join(_WORD.findall(lines[n].text)) in flat
        for n, found in enumerate(long)
    ]


def _runs(text: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text)
    return Counter(tuple(words[at : at + 4]) for at in range(len(words) - 3))


def fitted(columns: Features, body: NDArray[np.float32], weight: NDArray[np.float32], seed: int) -> Net:
    """Nets fitted by Adam (Kingma, Ba 2015) to weighted log loss, averaged in one."""
    shift, scale = columns.mean(0), 1 / (columns.std(0) + np.float32(1e-3))
    table = scaled(columns, shift, scale)
    weight = weight / weight.mean()
    nets = [_one(table, body, weight, np.random.default_rng([seed, net])) for net in range(_NETS)]
    inner, bias, outer, offset = (np.concatenate(part, axis=-1) for part in zip(*nets, strict=True))
    return Net(shift, scale, inner, bias, np.asarray(outer / _NETS, np.float32), float(offset.mean()))


def _one(
    table: Features, body: NDArray[np.float32], weight: NDArray[np.float32], dice: np.random.Generator
) -> list[NDArray[np.float32]]:
    width = table.shape[1]
    shapes = (dice.normal(0, width**-0.5, (width, _HIDDEN)), np.zeros(_HIDDEN))
    starts = (*shapes, dice.normal(0, _HIDDEN**-0.5, _HIDDEN), np.zeros(1))
    parts = [start.astype(np.float32) for start in starts]
    mean = [np.zeros_like(part) for part in parts]
    square = [np.zeros_like(part) for part in parts]
    steps = _EPOCHS * -(-len(table) // _BATCH)
    step = 0
    for _ in range(_EPOCHS):
        order = dice.permutation(len(table))
        for at in range(0, len(order), _BATCH):
            rows = order[at : at + _BATCH]
            step += 1
            rate = np.float32((_RATE * (1 - step / steps) + 1e-5) / (1 - 0.9**step))
            unbias = np.float32(1 / (1 - 0.999**step))
            for k, slope in enumerate(_slopes(parts, table[rows], body[rows], weight[rows])):
                mean[k] += np.float32(0.1) * (slope - mean[k])
                square[k] += np.float32(0.001) * (slope**2 - square[k])
                parts[k] -= rate * mean[k] / (np.sqrt(square[k] * unbias) + np.float32(1e-8))
    return parts


def _slopes(
    parts: list[NDArray[np.float32]],
    table: Features,
    body: NDArray[np.float32],
    weight: NDArray[np.float32],
) -> list[NDArray[np.float32]]:
    inner, bias, outer, offset = parts
    sums = table @ inner + bias
    hidden = np.maximum(sums, 0)
    chance = 1 / (1 + np.exp(-np.clip(hidden @ outer + offset[0], -30, 30)))
    error = (chance - body) * weight / np.float32(len(body))
    back = np.outer(error, outer) * (sums > 0)
    return [
        table.T @ back + np.float32(_DECAY) * inner,
        back.sum(0),
        hidden.T @ error,
        np.array([error.sum()]),
    ]


def trained(pages: Sequence[Example]) -> Weights:
    """Both nets. The second learns from opinions on pages that the first had not seen: two halves by site."""
    halves = [[page for page in pages if _part(page.site, "half", 2) == half] for half in (0, 1)]
    looking = [_fit([(page, page.columns) for page in half], 0) for half in halves]
    seen = [
        (page, context(page.columns, looking[1 - half](page.columns)))
        for half, group in enumerate(halves)
        for page in group
    ]
    return Weights(_fit([(page, page.columns) for page in pages], 0), _fit(seen, 1))


def _fit(pages: Sequence[tuple[Example, Features]], seed: int) -> Net:
    columns = np.concatenate([columns for _, columns in pages])
    body = np.concatenate([page.body for page, _ in pages])
    return fitted(columns, body, np.concatenate([page.weight for page, _ in pages]), seed)


def _part(site: str, salt: str, parts: int) -> int:
    return hashlib.blake2b(f"{salt}{site}".encode(), digest_size=4).digest()[0] % parts


def cross_validated(data: Path) -> dict[str, float]:
    """Body F1 of each form, of pages whose site the weights have not seen."""
    pages = list(examples(data))
    scores: dict[str, list[tuple[float, float]]] = {form: [] for form in FORMS}
    for fold in range(_FOLDS):
        weights = trained([page for page in pages if _part(page.site, "fold", _FOLDS) != fold])
        for page in pages:
            if page.gold is not None and _part(page.site, "fold", _FOLDS) == fold:
                body = "\n".join(page.lines[n].text for n in _read(page, weights))
                scores[page.form].append(shingle_scores(page.gold, body))
    found = {}
    for form, pairs in scores.items():
        precision, recall = (sum(part) / len(pairs) for part in zip(*pairs, strict=True))
        found[form] = 2 * precision * recall / (precision + recall)
    return found


def _read(page: Example, weights: Weights) -> Sequence[int]:
    """Numbers of the lines that `body.py` would take with these weights."""
    if not page.laden:
        return page.taken
    likely = weights.chances(page.columns)
    return weighed(page.lines, likely, page.paragraphs, ReadSettings()) or page.taken


def written(weights: Weights) -> str:
    """The module that holds the weights."""
    text = base64.b85encode(weights.first.packed() + weights.second.packed()).decode()
    rows = "\n".join(textwrap.wrap(text, _ROW))
    head = "Weights for lines of bare text. Made by `python -m evals.lines DATA --write`; not to be edited."
    about = "Trained on article-extraction-benchmark (MIT) and trafilatura's evaluation pages (Apache-2.0)."
    lines = (
        f'"""{head}\n\n{about}\n"""\n',
        "from samecopy.stages.extract.weighing import unpacked\n",
        f'WEIGHTS = unpacked(\n    r"""\n{rows}\n"""\n)',
    )
    return "\n".join(lines) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--write", action="store_true", help=f"fit on all pages and write {WEIGHTS}")
    options = parser.parse_args()
    if options.write:
        WEIGHTS.write_text(written(trained(list(examples(options.data)))), "utf-8")
        return
    for form, f1 in cross_validated(options.data).items():
        print(f"{form}: F1 {f1:.4f}, cross-validated by site")


if __name__ == "__main__":
    main()
