"""Embedded posts."""

from samecopy.text.posts import posts
from samecopy.text.words import tokens


def _found(text: str) -> list[str]:
    return [span.of(text) for span in posts(text)]


def test_a_post_is_told_by_its_signature() -> None:
    """A dash, a name and a handle in brackets end it; it begins with its line."""
    assert _found("Before.\nThe pier is shut. — Pier Watch (@pier) 3 June\nAfter.") == [
        "The pier is shut. — Pier Watch (@pier)"
    ]


def test_two_posts_on_one_line_are_two() -> None:
    """The second begins where the first one's signature ends."""
    assert len(_found("Shut. — Pier Watch (@pier) Open. — Ada Brook (@adab)")) == 2


def test_a_handle_in_running_text_is_no_post() -> None:
    """Without a dash before the name nobody signs."""
    assert _found("The harbour master (@mellin) said so.") == []


def test_the_words_of_a_post_count_as_quoted() -> None:
    """Outlets that embed one post share it as they would share a quotation."""
    assert tokens(["é No.\nShut. — Pier (@pier)\nYes"]).quoted.tolist() == [0, 0, 1, 1, 1, 0]


def test_a_dated_signature_on_its_own_line_signs_the_line_above() -> None:
    """So our reader sets out the usual markup; a blank line may stand between."""
    for gap in ("\n", "\n\n"):
        post = f"The pier is shut.{gap}— Pier Watch (@pier)"
        assert _found(f"Before.\n{post} June 3, 2031\nAfter.") == [post]


def test_an_author_who_signs_an_article_posts_nothing() -> None:
    """Without a date the line above is the article's."""
    assert _found("The pier is shut.\n— Ada Brook (@adab)\n2 more") == ["— Ada Brook (@adab)"]
