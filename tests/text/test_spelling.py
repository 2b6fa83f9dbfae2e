"""Spelling variants."""

import pytest

from samecopy.text.spelling import same_name, same_spelling


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("colour", "color"),
        ("neighbouring", "neighboring"),
        ("organisation", "organization"),
        ("analysed", "analyzed"),
        ("centre", "center"),
        ("kilometres", "kilometers"),
        ("travelled", "traveled"),
        ("catalogues", "catalogs"),
        ("defence", "defense"),
        ("haemorrhage", "hemorrhage"),
        ("manoeuvre", "maneuver"),
        ("tyres", "tires"),
        ("per cent", "percent"),
        ("cease-fire", "ceasefire"),
        ("long term", "long-term"),
        ("naïve", "naive"),
        ("Kyiv", "Kiev"),
        ("Yusuf", "Yousef"),
        ("Muhammad Rafiq", "Mohammed Rafik"),
    ],
)
def test_variants(a: str, b: str) -> None:
    """One wording in two spellings, asked from either side."""
    assert same_spelling(a, b)
    assert same_spelling(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("filed", "filled"),
        ("fourth", "forth"),
        ("mourning", "morning"),
        ("four", "for"),
        ("tiled", "tilled"),
        ("rise", "raise"),
        ("house", "House"),
        ("same", "same"),
        ("Jensen", "Jansen"),
        ("Iran", "Iraq"),
        ("Austria", "Australia"),
        ("", "word"),
    ],
)
def test_other_words(a: str, b: str) -> None:
    """Other words, equal words, and words that differ in case only are no variants."""
    assert not same_spelling(a, b)


def test_names_need_capitals() -> None:
    """Romanisation is asked of names only."""
    assert same_name("Petrov", "Petroff")
    assert not same_name("petrov", "petroff")
