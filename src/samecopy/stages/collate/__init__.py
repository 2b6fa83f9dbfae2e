"""Collating a family: who kept, cut, moved, changed and added what, and where the copy likely came from.

- `table`: `collate`, from members to rows and witnesses
  - `base` chooses the wording that rows follow; `match` finds which paragraph carries which row;
    `rows` lays them out; `witness` and `headline` describe one page
  - `edits` finds the differences, with `columns`, `units` (and `amounts`), `split`, `classes` (over
    `local`, `bearer`, `quantity`, `dated`, `attribution`, `named`, `phrasing`, `forms`, `inflections`,
    `lexicon`, `synonyms`) and `restated`, which speak in `pieces`, `unit` and `change`
- `origin`: the ledger of where the copy came from, with `credit`, `signs` and `moments`
- `dating`: days that aligned wording fixes

Which pages form a family is decided before (`engines.copies`); who says what, in `stages.account`.
"""

from samecopy.stages.collate.collation import Collation
from samecopy.stages.collate.dating import infer_times
from samecopy.stages.collate.origin import origin
from samecopy.stages.collate.table import collate

__all__ = ["Collation", "collate", "infer_times", "origin"]
