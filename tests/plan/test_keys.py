"""Stories keep their keys while pages join and leave."""

from hypothesis import given
from hypothesis import strategies as st

from samecopy.plan.keys import Named, named

LABELS = st.dictionaries(st.sampled_from("abcdefgh"), st.integers(0, 3), min_size=1)
Stories = list[tuple[str, ...]]


def stories(labels: dict[str, int]) -> Stories:
    """Pages by the label of their story."""
    numbers = sorted(set(labels.values()))
    return [tuple(sorted(page for page in labels if labels[page] == number)) for number in numbers]


def keys(told: list[Named]) -> list[str]:
    return [one.key for one in told]


def test_a_story_that_grows_keeps_its_key() -> None:
    """Also when a page joins that comes before all others by id."""
    first = named([("b", "c")], [])
    assert keys(named([("a", "b", "c", "d")], first)) == keys(first)


def test_of_two_that_merge_the_larger_ones_key_stays() -> None:
    """The other's becomes what the story was formerly, as does what that was before."""
    small, large = named([("a",), ("b", "c")], [])
    [whole] = named([("a", "b", "c")], [Named(("a",), small.key, ("k0",)), large])
    assert whole == Named(("a", "b", "c"), large.key, tuple(sorted([small.key, "k0"])))


def test_of_a_story_that_splits_the_larger_part_keeps_the_key() -> None:
    """The other part gets one of its own, even if it has the page that the key was made of."""
    [whole] = named([("a", "b", "c")], [])
    part, rest = named([("a",), ("b", "c")], [whole])
    assert rest.key == whole.key != part.key
    assert named([("a",), ("b", "c")], [part, rest]) == [part, rest]


def test_without_a_past_keys_are_those_of_the_pages() -> None:
    """A story has the same key in every pile in which no page before its first joins it."""
    assert keys(named([("a", "b"), ("c",)], [])) == keys(named([("a",), ("c", "d")], []))


@given(LABELS, LABELS, st.permutations(range(4)))
def test_keys_differ_and_do_not_depend_on_order(
    before: dict[str, int], after: dict[str, int], order: list[int]
) -> None:
    """Whatever the order of stories, of this run and of the earlier."""
    earlier = named(stories(before), [])
    told = named(stories(after), earlier)
    assert len({*keys(told), *(name for one in told for name in one.formerly)}) == sum(
        1 + len(one.formerly) for one in told
    )
    shuffled = [stories(after)[at] for at in order if at < len(told)]
    assert sorted(named(shuffled, earlier[::-1]), key=lambda one: one.pages) == sorted(
        told, key=lambda one: one.pages
    )


@given(LABELS, LABELS)
def test_no_key_of_a_living_page_is_lost(before: dict[str, int], after: dict[str, int]) -> None:
    """Each earlier story with a page left is some story's key, or what one was formerly."""
    earlier = named(stories(before), [])
    told = named(stories(after), earlier)
    known = {name for one in told for name in (one.key, *one.formerly)}
    assert {one.key for one in earlier if set(one.pages) & after.keys()} <= known


@given(LABELS)
def test_the_same_stories_keep_all_as_it_is(labels: dict[str, int]) -> None:
    """A second run over the same pages changes nothing."""
    told = named(stories(labels), [])
    assert named(stories(labels), told) == told
