"""Plain text to blocks."""

import textwrap

from hypothesis import given
from hypothesis import strategies as st

from samecopy.text.lines import blocks

LONG = (
    "The survey ship lay off the island for nine days before the fog lifted and the crew could lower the "
    "camera, which found the wreck upright on the sand with her name still plain at the stern."
)


def texts(text: str) -> list[str]:
    return [block.span.of(text) for block in blocks(text)]


def test_one_paragraph_per_line_stays_so() -> None:
    """Long lines are paragraphs, with or without blank lines between."""
    assert texts(f"{LONG}\n{LONG}\n\nShort.\r\nEnd") == [LONG, LONG, "Short.", "End"]


def test_hard_wrapped_paragraphs_are_joined() -> None:
    """Lines that fill a common width are one block."""
    text = "\n\n".join(textwrap.fill(LONG, 72) for _ in range(3))
    assert [" ".join(one.split()) for one in texts(text)] == [LONG] * 3


def test_list_items_in_wrapped_text_stay_apart() -> None:
    """A list marker begins a new block even in wrapped text."""
    item = "- The second boat of the morning sails at a quarter past seven on week-"
    text = textwrap.fill(LONG, 72) + f"\n\n{item}\n{item}\n"
    assert texts(text)[-2:] == [item, item]


def test_sentences_one_to_a_line_are_not_joined() -> None:
    """Lines of like length that each end a sentence are paragraphs."""
    lines = ["The boat sailed at seven and came back at half past nine again."] * 6
    assert texts("\n".join(lines)) == lines


def test_blank_line_before_is_kept_as_a_feature() -> None:
    """Blocks know whether a blank line stands before them."""
    assert [block.spaced for block in blocks("a\nb\n\nc\r\n\r\nd\r\ne")] == [True, False, True, True, False]


@given(st.text(alphabet="ab .\n\r\u2028-", max_size=200))
def test_blocks_cover_all_but_white_space(text: str) -> None:
    """Blocks are in order, do not overlap, and leave out white space only."""
    end, left = 0, ""
    for block in blocks(text):
        left += text[end : block.span.begin]
        end = block.span.end
    assert not (left + text[end:]).strip()
