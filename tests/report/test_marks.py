"""Page text in blocks, with marked spans."""

from hypothesis import given
from hypothesis import strategies as st

from samecopy.records import Span
from samecopy.report.marks import Mark, blocks
from tests.sample import sample

ARTICLE = sample().pages[1].article


def plain(content: tuple[Mark | str, ...]) -> str:
    return "".join(part if isinstance(part, str) else plain(part.inner) for part in content)


def begun(content: tuple[Mark | str, ...]) -> list[Span]:
    marks = [part for part in content if isinstance(part, Mark)]
    return [m.span for m in marks if m.first] + [span for m in marks for span in begun(m.inner)]


def test_blocks_hold_the_whole_page() -> None:
    """Nothing of the page text is left out but blank lines."""
    shown = [plain(block.content) for block in blocks(ARTICLE, [])]
    assert shown == [line for line in ARTICLE.text.split("\n") if line.strip()]


def test_kinds() -> None:
    """Furniture, headline and paragraphs are told apart."""
    kinds = [block.kind for block in blocks(ARTICLE, [])]
    assert kinds == ["furniture", "title", *["paragraph"] * 5, "furniture"]


places = st.integers(0, len(ARTICLE.text))


@given(st.lists(st.tuples(places, places), max_size=8))
def test_marks_never_change_the_text(edges: list[tuple[int, int]]) -> None:
    """However spans cross, the text stays as it was and each span begins at most once."""
    spans = [Span(min(edge), max(edge)) for edge in edges if edge[0] != edge[1]]
    shown = blocks(ARTICLE, spans)
    assert [plain(b.content) for b in shown] == [plain(b.content) for b in blocks(ARTICLE, [])]
    starts = [span for block in shown for span in begun(block.content)]
    assert len(starts) == len(set(starts))


def test_crossing_spans_both_begin() -> None:
    """Each of two spans that cross has a place to land on."""
    first = ARTICLE.paragraphs[0].span.begin
    spans = [Span(first, first + 10), Span(first + 5, first + 20)]
    starts = [span for block in blocks(ARTICLE, spans) for span in begun(block.content)]
    assert sorted(starts) == spans
