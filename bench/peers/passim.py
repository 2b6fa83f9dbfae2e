"""passim 2, on Spark: aligned passages of pairs of pages, of which pages that share much are joined here.

passim finds passages, not families of pages, and puts passages into clusters; pages that share a background
paragraph would then be together. So it is stopped where it has the aligned passages of each pair, and two
pages are joined if the passages cover at least a quarter of the shorter one. Settings are its own, except
that its limit of 100 pages for a run of characters follows the largest family, and that pairs within an
outlet are left out, as its documentation does with series. It needs Java.
"""

import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.parquet as pq

from bench.peers.common import families

PACKAGES = ("passim", "pyspark", "numpy")

COVERED = 0.25  # what samecopy asks of a copy
MOST = 250  # a made family has 200 pages at most


def labels(pages: Path, cores: int, work: Path) -> npt.NDArray[np.int64]:
    """Families of pages that share much."""
    read = pq.read_table(pages, columns=["outlet", "text"])
    n = read.num_rows
    numbered = read.append_column("id", pa.array([str(i) for i in range(n)]))
    (work / "in").mkdir()
    pq.write_table(
        numbered.append_column("page", pa.array(range(n), pa.int64())), work / "in" / "pages.parquet"
    )
    spark = f"--master local[{cores}] --driver-memory 4g --conf spark.ui.enabled=false pyspark-shell"
    command = [sys.executable, "-m", "passim.seriatim", "--input-format", "parquet", "--to-extents"]
    command += ["--maxDF", str(MOST), "--filterpairs", "uid < uid2 AND outlet <> outlet2"]
    command += ["--fields", "page", "outlet", "--", str(work / "in"), str(work / "out")]
    env = os.environ | {"PYSPARK_SUBMIT_ARGS": spark, "PYSPARK_PYTHON": sys.executable}
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr[-2_000:])
    sizes = [len(text) for text in read["text"].to_pylist()]
    columns = ["page", "page2", "begin", "end", "begin2", "end2"]
    found = pq.read_table(work / "out" / "tmp" / "extents.parquet", columns=columns).to_pylist()
    shared: Counter[tuple[int, int]] = Counter()
    for one in found:
        length = min(one["end"] - one["begin"], one["end2"] - one["begin2"])
        shared[one["page"], one["page2"]] += length
    return families(
        n, (pair for pair, length in shared.items() if length >= COVERED * min(sizes[i] for i in pair))
    )
