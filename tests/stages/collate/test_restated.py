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
