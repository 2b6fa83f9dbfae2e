"""What `samecopy families` and `samecopy stories` write: arrays to Parquet, no object per pair."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from samecopy.engines.copies import Parts
from samecopy.exports.tables import write_table
from samecopy.plan.copying import FORMS, KINDS, Aligned

_SPANS = ("a_begin", "a_end", "b_begin", "b_end", "verbatim")


def families_table(ids: Sequence[str], parts: Parts) -> pa.Table:
    """Columns `id`, `family`, `witness`, `also`: a row an article, in the order given.

    `family` is the id of one of the family's articles, the article's own when it shares no copy;
    `witness` the share, 0 to 1, of the article's text that lies in that copy; `also` further families
    of a spliced article.
    """
    family = np.arange(len(ids))
    best = np.zeros(len(ids))
    also: list[list[str]] = [[] for _ in ids]
    family[parts.page[parts.first]] = parts.head[parts.first]
    mine = parts.head == family[parts.page]
    np.maximum.at(best, parts.page[mine], parts.share[mine])
    for page, head in zip(parts.page[~mine].tolist(), parts.head[~mine].tolist(), strict=True):
        also[page].append(ids[head])
    names = pa.array(ids, pa.string())
    return pa.table(
        {
            "id": names,
            "family": names.take(pa.array(family)),
            "witness": np.round(best, 6),
            "also": pa.array(also, pa.list_(pa.string())),
        }
    )


def pairs_table(ids: Sequence[str], aligned: Aligned, form: npt.NDArray[np.uint8]) -> pa.Table:
    """Columns `a`, `b`, `containment`, `class`, `form`, `words`, `spans`: a row a pair that was aligned.

    `form`, as `plan.copying.forms` numbers it, says why an excerpt is no copy (`records.ExcerptForm`);
    `spans` lists the passages, begin and end in code points of either text.
    """
    names = pa.array(ids, pa.string())
    columns = [*(aligned.spans[:, i] for i in range(4)), aligned.verbatim.astype(bool)]
    spans = pa.StructArray.from_arrays([pa.array(c) for c in columns], names=list(_SPANS))
    return pa.table(
        {
            "a": names.take(pa.array(aligned.pairs[:, 0])),
            "b": names.take(pa.array(aligned.pairs[:, 1])),
            "containment": np.round(aligned.containment, 6),
            "class": pa.array(list(KINDS)).take(pa.array(aligned.kind.astype(np.int64))),
            "form": pa.array(list(FORMS)).take(pa.array(form.astype(np.int64))),
            "words": aligned.words,
            "spans": pa.ListArray.from_arrays(pa.array(aligned.bounds.astype(np.int32)), spans),
        }
    )


def stories_table(ids: Sequence[str], stories: Sequence[int]) -> pa.Table:
    """Columns `id`, `story`: a row an article, in the order given; `stories` number each one's story."""
    named = [f"s{number + 1}" for number in stories]
    return pa.table({"id": pa.array(ids, pa.string()), "story": pa.array(named, pa.string())})


def keys_table(ids: Sequence[str], keys: Sequence[str], formerly: Sequence[Sequence[str]]) -> pa.Table:
    """Columns `id`, `story`, `formerly`: the key of each article's story, and the keys that it had."""
    names = {"id": pa.array(ids, pa.string()), "story": pa.array(keys, pa.string())}
    return pa.table({**names, "formerly": pa.array(formerly, pa.list_(pa.string()))})


def write(table: pa.Table, path: Path) -> None:
    """One table as Parquet. Raises `StoreError` when it cannot be written."""
    write_table(table, path, "parquet")
