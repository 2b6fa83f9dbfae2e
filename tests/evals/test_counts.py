"""The labelled stories of the counts, and how they are scored."""

import pytest

from evals import counts

ALL = counts.stories(1) + counts.stories(0)


@pytest.mark.parametrize("story", ALL, ids=lambda s: str(s["story"]))
def test_the_gold_names_the_pages_that_hold_its_phrases(story: counts.Gold) -> None:
    """And bounds are no higher than the pages allow."""
    for gold in story["gold"]:
        pages = {k for k, page in story["pages"].items() if any(key in page["text"] for key in gold["keys"])}
        assert pages == set(gold["pages"])
        for least, most in (gold["reports"], gold["sources"]):
            assert 1 <= least <= most <= len(pages)


@pytest.mark.parametrize("story", [s for s in ALL if "figures" in s], ids=lambda s: str(s["story"]))
def test_figures_of_the_gold_stand_in_the_pages(story: counts.Gold) -> None:
    """Each phrase that a figure is found by is in some page."""
    texts = [page["text"] for page in story["pages"].values()]
    assert all(any(key in text for text in texts) for gold in story["figures"] for key in gold["keys"])


def test_every_second_story_is_kept_out() -> None:
    """And both halves hold the same situations."""
    made, kept = counts.stories(1), counts.stories(0)
    assert len(made) == len(kept) >= 20
    assert sorted(s["situation"] for s in made) == sorted(s["situation"] for s in kept)


def test_an_item_is_off_by_its_worst_bound() -> None:
    """A source that may be two counts by both ends; what was not found is far off."""
    gold = ((2, 2), (1, 2))
    assert counts.Scored("1", "figure", "x", gold, ((2, 2), (1, 2)), False).off == 0
    assert counts.Scored("1", "figure", "x", gold, ((2, 2), (2, 2)), False).off == 1
    assert counts.Scored("1", "figure", "x", gold, None, False).off > 1
