"""Numbers for names going in, names for numbers coming out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from samecopy.plan.copying import FORMS, KINDS, Aligned, Families, forms
from samecopy.records import Pair, Passage, Span
from samecopy.settings import CopySettings


def numbered(outlets: Sequence[str]) -> npt.NDArray[np.int32]:
    """Outlet keys as numbers from 0 on; -1 for ""."""
    number = {key: place for place, key in enumerate(sorted(set(outlets) - {""}))}
    return np.array([number.get(key, -1) for key in outlets], dtype=np.int32)


@dataclass(frozen=True, slots=True)
class Parts:
    """Parts of articles in families: `page` the article and `head` the one that the family is named after
    (int64, numbers), `first` whether it is the article's first part, `share` (0 to 1) of its text."""

    page: npt.NDArray[np.int64]
    head: npt.NDArray[np.int64]
    first: npt.NDArray[np.bool_]
    share: npt.NDArray[np.float64]


def named_parts(found: Families, share: npt.NDArray[np.float64], n: int) -> Parts:
    """The parts of n articles, with the share of each."""
    return Parts(found.page, found.page[found.label], np.arange(len(found.page)) < n, share)


def copy_records(
    aligned: Aligned, ids: Sequence[str], text_of: Callable[[int], str], settings: CopySettings
) -> tuple[tuple[Pair, ...], tuple[Passage, ...]]:
    """Pairs and passages of all that is copy or excerpt; `ids` are the names of the articles, ascending,
    `text_of` gives their texts."""
    pairs, passages = [], []
    form = forms(aligned, text_of, settings)
    for p in np.flatnonzero(aligned.kind > 0).tolist():
        a, b = (ids[i] for i in aligned.pairs[p].tolist())
        containment, words = round(float(aligned.containment[p]), 6), int(aligned.words[p])
        pairs.append(Pair(a, b, containment, words, KINDS[aligned.kind[p]], FORMS[form[p]]))
        for row in range(int(aligned.bounds[p]), int(aligned.bounds[p + 1])):
            begin, end, other_begin, other_end = aligned.spans[row].tolist()
            exact = bool(aligned.verbatim[row])
            passages.append(Passage(a, b, Span(begin, end), Span(other_begin, other_end), exact))
    pairs.sort(key=lambda pair: (pair.a, pair.b))
    passages.sort(key=lambda passage: (passage.a, passage.b, passage.a_span))
    return tuple(pairs), tuple(passages)
