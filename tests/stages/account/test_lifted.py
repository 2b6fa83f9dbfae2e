"""Sentences that two reports share word for word."""

from samecopy.records import PageSpan
from samecopy.stages.account.lifted import lifted
from tests.build import article

SENTENCE = "The growers' leader said on Monday that cheap wool would ruin the hill farms."


def shared(one: str, other: str) -> bool:
    pages = {"a": article("a", one), "b": article("b", other)}
    places = [(p, PageSpan(p, 0, len(pages[p].text))) for p in pages]
    return bool(lifted(places, pages, 10))


def test_a_sentence_in_two_reports_word_for_word_joins_them() -> None:
    """Whatever else the pages hold."""
    assert shared(SENTENCE, f"We asked around. {SENTENCE}")


def test_shared_quoted_words_do_not() -> None:
    """Two reporters hear one speaker."""
    said = "“We came early with our cups and we all leave late with our thirst,”"
    assert not shared(f"{said} she said.", f"{said} the envoy told them.")


def test_a_short_sentence_does_not() -> None:
    """ "The army declined to comment" is anybody's."""
    assert not shared("The army declined to comment.", "The army declined to comment.")
