"""Daft: its recipe for near-duplicates in a data frame: normalise, minhash, bands, pages by equal band.

Families are made of those groups outside, which is quicker than the recipe's repeated joins.
"""

from pathlib import Path

import daft
import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.parquet as pq
from daft import col, lit
from daft.functions import chunk, minhash, normalize

from bench.peers.common import BANDS, ROWS, SEED, WORDS, starred

PACKAGES = ("daft", "numpy")


def held(pages: Path) -> pa.Table:
    """The pages as the table that Daft works on."""
    return pq.read_table(pages, columns=["id", "text"])


def labels(pages: Path, cores: int, work: Path) -> npt.NDArray[np.int64]:
    """Families of pages with an equal band."""
    daft.set_runner_native(num_threads=cores)
    ids = pq.read_table(pages, columns=["id"])["id"].to_pylist()
    return _families(daft.read_parquet(str(pages)), ids)


def among(read: pa.Table, cores: int, work: Path) -> npt.NDArray[np.int64]:
    """The same of a table in memory."""
    daft.set_runner_native(num_threads=cores)
    return _families(daft.from_arrow(read), read["id"].to_pylist())


def _families(frame: daft.DataFrame, ids: list[str]) -> npt.NDArray[np.int64]:
    clean = normalize(col("text"), remove_punct=True, lowercase=True, white_space=True)
    sketch = minhash(clean, num_hashes=BANDS * ROWS, ngram_size=WORDS, seed=SEED, hash_function="xxhash3_64")
    bands = frame.select(
        col("id"), chunk(sketch, ROWS).alias("band"), lit(list(range(BANDS))).alias("number")
    ).explode("band", "number")
    groups = bands.groupby("number", "band").agg(col("id").list_agg().alias("ids"))
    alike = groups.where(col("ids").length() > 1).select("ids").distinct().to_pydict()["ids"]
    number = {one: place for place, one in enumerate(ids)}
    return starred(len(ids), ([number[one] for one in group] for group in alike))
