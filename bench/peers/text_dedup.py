"""text-dedup: `python -m text_dedup.minhash` with xxh3 hashes, the faster of its two."""

import os
import pickle
import subprocess
import sys
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyarrow.parquet as pq

from bench.peers.common import BANDS, ROWS, WORDS

PACKAGES = ("text-dedup", "datasets", "numpy")


def labels(pages: Path, cores: int, work: Path) -> npt.NDArray[np.int64]:
    """Families as the command leaves them in its union-find; pages shorter than a shingle stand alone."""
    options = {
        "path": "parquet",
        "data_files": str(pages),
        "split": "train",
        "cache_dir": str(work / "cache"),
        "output": str(work / "out"),
        "column": "text",
        "ngram": str(WORDS),
        "num_perm": str(BANDS * ROWS),
        "b": str(BANDS),
        "r": str(ROWS),
        "hash_func": "xxh3",
        "hash_bits": "32",
        "num_proc": str(cores),
    }
    command = [sys.executable, "-m", "text_dedup.minhash", "--debug"]
    command += [part for name, value in options.items() for part in (f"--{name}", value)]
    offline = {"HF_HUB_OFFLINE": "1", "HF_DATASETS_OFFLINE": "1", "HF_HOME": str(work / "home")}
    done = subprocess.run(command, env=os.environ | offline, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr[-2_000:])
    with (work / "out" / "uf.pkl").open("rb") as file:
        found = pickle.load(file)
    n = pq.read_metadata(pages).num_rows
    return np.array([found.find(page) for page in range(n)], dtype=np.int64)
