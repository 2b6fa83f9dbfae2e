"""Families of parts of pages, from aligned pairs."""

import numpy as np

from samecopy.settings import CopySettings
from samecopy.stages.copies.align import Aligned
from samecopy.stages.copies.family import families, memberships, shares_of, standing

_SETTINGS = CopySettings()
_LINE = "w" * 99
_TEXT = "\n".join([_LINE] * 6)


def _aligned(rows: list[tuple[int, int, tuple[int, int, int, int]]], share: float = 0.4) -> Aligned:
    """Copy pairs with one passage each."""
    n = len(rows)
    return Aligned(
        pairs=np.array([row[:2] for row in rows], dtype=np.int64).reshape(-1, 2),
        kind=np.full(n, 2, dtype=np.uint8),
        containment=np.full(n, share),
        words=np.full(n, 50, dtype=np.int32),
        unquoted=np.full(n, 50, dtype=np.int32),
        bounds=np.arange(n + 1),
        spans=np.array([row[2] for row in rows], dtype=np.int32).reshape(-1, 4),
        verbatim=np.ones(n, dtype=np.uint8),
        shares=np.full((n, 2), share),
    )


_LENGTHS = np.full(4, len(_TEXT), dtype=np.int64)


def test_chains_of_pairs_are_one_family() -> None:
    """Single linkage: what overlaps joins, however far apart."""
    found = families(_aligned([(0, 1, (0, 300, 0, 300)), (1, 2, (100, 400, 0, 300))]), _LENGTHS, _SETTINGS)
    assert found.label.tolist() == [0, 0, 0, 3]


def test_a_bridge_by_disjoint_paragraphs_is_two_parts() -> None:
    """The page between two strangers is in both families, by the paragraphs that each matches."""
    aligned = _aligned([(0, 1, (0, 300, 0, 300)), (1, 2, (300, 600, 300, 600))])
    found = families(aligned, _LENGTHS, _SETTINGS)
    records = memberships(found, aligned, ["a", "b", "c", "d"], _LENGTHS, lambda page: _TEXT)
    assert {(m.page, m.paragraphs) for m in records if m.page == "b"} == {("b", (0, 1, 2)), ("b", (3, 4, 5))}
    assert len({m.family for m in records}) == 2


def _mostly_inside() -> Aligned:
    """Page a lies mostly in b, c and d in b's other half and beyond it with each other."""
    spans = [(0, 300, 0, 300), (300, 600, 0, 300), (300, 600, 0, 300), (0, 500, 0, 500)]
    aligned = _aligned(list(zip((0, 1, 1, 2), (1, 2, 3, 3), spans, strict=True)))
    aligned.shares[0] = 0.75, 0.5
    return aligned


def test_a_bridge_is_split_though_one_side_lies_mostly_in_it() -> None:
    """Where pages of the other side agree on a paragraph that the bridge lacks."""
    found = families(_mostly_inside(), _LENGTHS, _SETTINGS)
    assert (found.page.tolist(), found.label.tolist()) == ([0, 1, 2, 3, 1], [0, 0, 2, 2, 2])


def test_a_side_wholly_in_the_bridge_stays() -> None:
    """A page with nothing of its own is cut from the bridge, whatever the others say."""
    aligned = _mostly_inside()
    aligned.shares[0] = 0.95, 0.5
    assert families(aligned, _LENGTHS, _SETTINGS).label.tolist() == [0, 0, 0, 0]


def test_no_bridge_is_split_so_before_all_pairs_are_aligned() -> None:
    """Until then, that two sides share nothing is not known."""
    assert families(_mostly_inside(), _LENGTHS, _SETTINGS, settled=False).label.tolist() == [0, 0, 0, 0]


def test_pairs_stand_alike_up_to_the_shares_that_split_pages() -> None:
    """A share on the same side of every bound changes nothing; one beyond a bound does."""
    row = [(0, 1, (0, 10, 0, 10))]
    some, same, other = (standing(_aligned(row, share), CopySettings())[0] for share in (0.4, 0.5, 0.7))
    assert some == same != other


def test_a_familys_id_depends_on_its_least_page_only() -> None:
    """A later page joins the family under the id it had."""
    small = _aligned([(0, 1, (0, 300, 0, 300))])
    large = _aligned([(0, 1, (0, 300, 0, 300)), (0, 3, (0, 300, 0, 300))])
    ids = ["a", "b", "c", "d"]
    names = [
        {
            m.family
            for m in memberships(families(part, _LENGTHS, _SETTINGS), part, ids, _LENGTHS, lambda page: _TEXT)
        }
        for part in (small, large)
    ]
    assert names[0] == names[1]


def test_shares_count_the_union_of_passages() -> None:
    """Text that two neighbours match counts once."""
    aligned = _aligned([(0, 1, (0, 300, 0, 300)), (0, 2, (150, 450, 150, 450))], share=0.9)
    found = families(aligned, _LENGTHS, _SETTINGS)
    assert shares_of(found, aligned, _LENGTHS)[0] == 450 / len(_TEXT)
