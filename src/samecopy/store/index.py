"""The state of an index of copies: what adding a batch of articles must know of those before.

Articles are numbered as they came. Texts, postings, furniture, pairs and passages lie in flat files beside
the database, which says where; what a file holds beyond that is forgotten, so that an addition is kept as a
whole or not at all.

    articles      id, outlet (in `outlets`, -1 where unknown), digest; postings; what it is a version of
                  and hangs together with (`knot`)
    versions      pairs of articles that are versions of one story
    segments      of the postings: those found by their hash, and furniture (`stock`), which lies under
                  hash and outlet
    parts         articles in families, by the article that a family is named after

and as files of pairs

    shared        pairs that share postings, and whether they are worth aligning (`chosen`)
    pairs         pairs that were aligned; `early` is what one amounted to before families were known
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np

from samecopy.settings import CopySettings
from samecopy.store.failing import told
from samecopy.store.growing import GrowingStore
from samecopy.store.pairs import PairFile
from samecopy.store.postings import Segment, Three, filed, swept
from samecopy.store.rows import RowFile
from samecopy.store.texts import TextFile

_TABLES = {
    "articles": "number INTEGER, id VARCHAR, outlet INTEGER, digest BLOB, postings INTEGER, version INTEGER, "
    "knot INTEGER, flags_at BIGINT, flags INTEGER",
    "outlets": "number INTEGER, name VARCHAR",
    "versions": "a INTEGER, b INTEGER",
    "parts": "number INTEGER, head INTEGER, first BOOLEAN, share DOUBLE",
    "segments": "name VARCHAR, postings BIGINT, bits INTEGER, stock BOOLEAN",
}
_SHARED = np.dtype([("count", np.int32), ("chosen", np.bool_)])
_PAIRS = np.dtype(
    [
        ("first", np.bool_),
        ("early", np.uint8),
        ("kind", np.uint8),
        ("containment", np.float64),
        ("words", np.int32),
        ("unquoted", np.int32),
        ("a_share", np.float64),
        ("b_share", np.float64),
        ("spans_at", np.int64),
        ("spans", np.int32),
    ]
)
DATABASE = "index.duckdb"
"""The file by which a folder is known as an index."""

PASSAGE = 5
"""Columns of a passage's row: begin and end in a, begin and end in b, verbatim (1 or 0)."""


class IndexStore(GrowingStore):
    """An open index of copies in a folder of its own; of each file what is in it says its name."""

    texts: TextFile
    flags: RowFile
    spans: RowFile
    shared: PairFile
    pairs: PairFile
    segments: tuple[Segment, ...]
    stock: tuple[Segment, ...]

    def __init__(self, folder: Path, settings: CopySettings) -> None:
        with told(folder, "make"):
            (folder / "postings").mkdir(parents=True, exist_ok=True)
        refusal = (
            f"the index in {folder} was made with other settings or another version; choose another "
            "folder and add all articles to it"
        )
        super().__init__(folder / DATABASE, _TABLES, settings, refusal)

    @property
    def postings(self) -> Path:
        """The folder of the segments."""
        return self.folder / "postings"

    @contextmanager
    def change(self) -> Iterator[None]:
        """All or nothing: an addition is made within. Keeps where the files end and which segments are."""
        with super().change():
            yield
        self._sweep()

    def file(self, some: Three, stock: Three) -> None:
        """Adds postings, in order of article: those found by their hash, and furniture by its key."""
        name = f"{len(self.texts)}"
        self.segments = filed(self.postings, name, self.segments, some)
        self.stock = filed(self.postings, f"{name}s", self.stock, stock)

    def forget(self) -> None:
        """Forgets all that was found of the articles, not themselves."""
        for table in ("versions", "parts"):
            self._db.execute(f"DELETE FROM {table}")
        self.shared.forget()
        self.pairs.forget()

    def _segments(self, stock: bool) -> tuple[Segment, ...]:
        wanted = "SELECT name, postings, bits FROM segments WHERE stock = ? ORDER BY rowid"
        return tuple(Segment(*row) for row in self._db.execute(wanted, [stock]).fetchall())

    def _remember(self) -> None:
        self.texts.flush()
        self.shared.tidy()
        self.pairs.tidy()
        super()._remember()
        self._db.execute("DELETE FROM segments")
        for stock, segments in ((False, self.segments), (True, self.stock)):
            for one in segments:
                row = [one.name, one.postings, one.bits, stock]
                self._db.execute("INSERT INTO segments VALUES (?, ?, ?, ?)", row)

    def _open(self) -> None:
        self.texts = TextFile(self.folder / "texts", self._size("texts"))
        self.flags = RowFile(self.folder / "flags", 1, self._size("flags"))
        self.spans = RowFile(self.folder / "spans", PASSAGE, self._size("spans"))
        self.shared, self.pairs = self._pairs("shared", _SHARED), self._pairs("pairs", _PAIRS)
        self.segments, self.stock = self._segments(stock=False), self._segments(stock=True)
        self._sweep()

    def _pairs(self, name: str, dtype: np.dtype[Any]) -> PairFile:
        begin, kept = self._size(f"{name} from"), self._size(f"{name} kept")
        return PairFile(self.folder / name, dtype, self._size(name), begin, kept)

    def _close(self) -> None:
        for file in (self.texts, self.flags, self.spans, self.shared, self.pairs):
            file.close()

    def _sizes(self) -> Mapping[str, int]:
        sizes = {"texts": len(self.texts), "flags": len(self.flags), "spans": len(self.spans)}
        for name, file in (("shared", self.shared), ("pairs", self.pairs)):
            sizes |= {name: len(file), f"{name} from": file.begin, f"{name} kept": file.kept}
        return sizes

    def _sweep(self) -> None:
        """Removes the files of segments that are no longer part of the index."""
        with told(self.folder, "write"):
            swept(self.postings, (*self.segments, *self.stock))
