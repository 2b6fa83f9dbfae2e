"""Edits of one paragraph seen together: the same said in another order, and what only looks so."""

import pytest

from samecopy.records import Edit, Span
from samecopy.settings import CollateSettings
from samecopy.stages.collate.edits import compare
from samecopy.stages.collate.pieces import block


def edits(before: str, after: str) -> list[Edit]:
    a, b = block("a", 0, before, Span(0, len(before))), block("b", 0, after, Span(0, len(after)))
    return compare("p1", a, b, (None, None), CollateSettings())


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Wardens caught two poachers.", "Two poachers were caught by wardens."),
        ("In May the pier burned to the piles.", "The pier burned to the piles in May."),
        ("The warden said the reef was bare.", "The reef was bare, the warden said."),
        ("Hale, the yard's owner, paid the toll.", "Yard owner Hale paid the toll."),
        ("The gale killed nine seals.", "The gale left nine seals dead."),
        ("The pilot said in a statement it was dark.", "It was dark, according to the pilot."),
        ("The storm hit the quay at dusk.", "The quay was hit by the storm at dusk."),
        ("The 34-year-old pilot swam ashore.", "The pilot, 34, swam ashore."),
        ("Divers are still searching the hull.", "Divers continue to search the hull."),
        ("The line was cut, but nobody was hurt.", "Nobody was hurt, but the line was cut."),
    ],
)
def test_words_that_moved_do_not_matter(before: str, after: str) -> None:
    """What left one place of a paragraph and stands in another says the same."""
    assert not any(e.matters for e in edits(before, after))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Wardens chased the poachers.", "Poachers chased the wardens."),
        ("The yard sued the line over a mast.", "The line sued the yard over a mast."),
        ("The wardens chased poachers.", "The wardens were chased by poachers."),
        ("Hale told Brook of the leak.", "Brook told Hale of the leak."),
        ("The pier, not the quay, is shut.", "The pier is shut, not the quay and the yard."),
    ],
)
def test_who_did_it_to_whom_matters(before: str, after: str) -> None:
    """The same words in other parts say another thing."""
    assert any(e.matters for e in edits(before, after))


def test_a_name_for_a_pronoun_is_style() -> None:
    """ "His pilot" and "Hale's pilot" are one, where both are put beside the same verb."""
    found = edits("His pilot, Ida Brook, swam ashore.", "Ida Brook, Hale's pilot, swam ashore.")
    assert not any(e.matters for e in found)


def test_a_negation_is_shown_with_its_verb() -> None:
    """The reader sees what is said on either page, not a lone "not"."""
    found = edits("The mast had not been tested.", "The mast had been tested.")
    assert [(e.kind, e.before, e.after) for e in found] == [("negation", "had not", "had")]


def test_what_is_said_to_be_so_is_hedged() -> None:
    """Talks that are close to a deal, and talks that are said to be."""
    found = edits("The yards are close to a deal.", "The yards are said to be close to a deal.")
    assert [(e.kind, e.matters) for e in found] == [("hedge", True)]


def test_a_name_may_open_its_sentence() -> None:
    """Where one bare word gave way to another at the head of a sentence, it is taken for a name."""
    found = edits("Hesselby will host the races.", "Mossport will host the races.")
    assert [(e.kind, e.matters) for e in found] == [("name", True)]
