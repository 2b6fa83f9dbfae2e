"""What collating a family gives."""

from dataclasses import dataclass

from samecopy.records import Row, Witness


@dataclass(frozen=True, slots=True)
class Collation:
    """A family's paragraphs × witnesses: the page whose wording the rows follow, the rows in order,
    and each member described against the base (the base first)."""

    base: str
    rows: tuple[Row, ...]
    witnesses: tuple[Witness, ...]
