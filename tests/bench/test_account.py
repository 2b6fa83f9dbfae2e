"""The pile and the clock of the account's benchmark."""

from bench.account import Clock, Put, invented, put_out


def test_outlets_leave_out_different_paragraphs() -> None:
    """The first puts out all of an article, the others each lack another paragraph, never the first."""
    puts = put_out(Put("A", "2031-03-04", "T", "one\ntwo\n\nthree"), 4)
    assert [put.text.split() for put in puts] == [
        ["one", "two", "three"], ["one", "three"], ["one", "two"], ["one", "three"],
    ]  # fmt: skip
    assert len({put.outlet for put in puts}) == 4


def test_an_article_of_one_paragraph_is_put_out_whole() -> None:
    """There is nothing to leave out."""
    assert [put.text for put in put_out(Put("A", None, None, "one"), 2)] == ["one", "one"]


def test_the_clock_adds_up_steps_of_one_name() -> None:
    """A step carried twice counts with both."""
    clock = Clock()
    for _ in range(2):
        with clock.step("counting", None) as advance:
            advance(1)
            sum(range(20_000))
    assert list(clock.seconds) == ["counting"]
    assert clock.seconds["counting"] > 0


def test_the_invented_pages_have_texts() -> None:
    """The pile that needs no file is there."""
    assert all(put.text and put.outlet for put in invented())
