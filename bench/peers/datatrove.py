"""datatrove: its pipeline of signatures, buckets and clusters, cut after the clusters.

It takes a tokenizer of one's own; here white space parts the words, after datatrove has taken away the
punctuation. Its default for English is spaCy's, which does far more work.
"""

from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyarrow.parquet as pq
from datatrove.executor import LocalPipelineExecutor
from datatrove.pipeline.dedup import MinhashDedupBuckets, MinhashDedupCluster, MinhashDedupSignature
from datatrove.pipeline.dedup.minhash import MinhashConfig
from datatrove.pipeline.readers import ParquetReader
from datatrove.utils.logging import logger
from datatrove.utils.word_tokenizers import WordTokenizer

from bench.peers.common import BANDS, ROWS, WORDS

PACKAGES = ("datatrove", "numpy")


class Words(WordTokenizer):
    """Parts words at white space."""

    def word_tokenize(self, text: str) -> list[str]:
        return text.split()

    def sent_tokenize(self, text: str) -> list[str]:
        raise NotImplementedError

    def span_tokenize(self, text: str) -> list[tuple[int, int]]:
        raise NotImplementedError


def labels(pages: Path, cores: int, work: Path) -> npt.NDArray[np.int64]:
    """Families as the third step writes them: pairs of page and cluster."""
    logger.remove()
    config = MinhashConfig(n_grams=WORDS, num_buckets=BANDS, hashes_per_bucket=ROWS)
    reader = ParquetReader(str(pages.parent), glob_pattern=pages.name, read_metadata=False)
    signatures, buckets, clusters = str(work / "signatures"), str(work / "buckets"), str(work / "clusters")
    steps = (
        ([reader, MinhashDedupSignature(signatures, config, Words())], 1),
        ([MinhashDedupBuckets(signatures, buckets, config=config, lines_to_buffer=1_000)], BANDS),
        ([MinhashDedupCluster(buckets, clusters, config, save_cluster_id=True, lines_to_buffer=1_000)], 1),
    )
    for number, (pipeline, tasks) in enumerate(steps):
        logs = str(work / f"logs{number}")
        LocalPipelineExecutor(pipeline, tasks=tasks, workers=min(cores, tasks), logging_dir=logs).run()
    found = np.arange(pq.read_metadata(pages).num_rows)
    for path in (work / "clusters").glob("*.clusters"):
        page, cluster = np.fromfile(path, dtype="<u4").reshape(-1, 2).T
        found[page] = len(found) + cluster
    return found
