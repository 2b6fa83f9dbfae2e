"""What holds of every collation, on copies cut, edited, joined and shuffled at random."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from samecopy.records import Article
from samecopy.settings import CollateSettings
from samecopy.stages.collate import collate, infer_times, origin
from tests.stages.collate.pages import ADDED, COPY, page

SETTINGS = CollateSettings()
WORDS = st.sampled_from(["not", "said", "on Tuesday", "12", "“soon”", "Mr.", "US", "—", "(", "tomorrow"])


@st.composite
def pages(draw: st.DrawFn) -> list[Article]:
    """One to four pages made of the copy."""
    return [draw(one_page(f"p{i}")) for i in range(draw(st.integers(1, 4)))]


@st.composite
def one_page(draw: st.DrawFn, name: str) -> Article:
    paragraphs = draw(st.lists(st.sampled_from((*COPY, ADDED, "* * *")), max_size=7))
    for _ in range(draw(st.integers(0, 4))):
        if paragraphs:
            at = draw(st.integers(0, len(paragraphs) - 1))
            words = paragraphs[at].split()
            place = draw(st.integers(0, len(words)))
            paragraphs[at] = " ".join([*words[:place], draw(WORDS), *words[place + 1 :]])
    if len(paragraphs) > 1 and draw(st.booleans()):
        paragraphs[:2] = [" ".join(paragraphs[:2])]
    day = draw(st.sampled_from([None, "2030-05-01", "2030-05-02"]))
    return page(name, paragraphs, published=day)


@settings(max_examples=40, deadline=None)
@given(pages())
def test_every_paragraph_stands_in_the_table_and_no_word_twice(members: list[Article]) -> None:
    """Cells of a page do not overlap, and each of its paragraphs has one."""
    collation = collate(members, [], [], SETTINGS)
    for member in members:
        cells = sorted(
            ((c.span, c.paragraph) for row in collation.rows for c in row.cells if c.page == member.page),
        )
        assert all(a.end <= b.begin for (a, _), (b, _) in pairwise(cells))
        assert {number for _, number in cells} == {p.number for p in member.paragraphs}


@settings(max_examples=40, deadline=None)
@given(pages())
def test_counts_add_up_and_spans_hold(members: list[Article]) -> None:
    """Kept, changed and cut words make up the base; edits quote their pages and never say nothing."""
    texts = {m.page: m.text for m in members}
    witnesses = collate(members, [], [], SETTINGS).witnesses
    for witness in witnesses:
        assert witness.words_kept + witness.words_changed + witness.words_cut == witnesses[0].words_kept
        for edit in witness.edits:
            assert edit.before != edit.after
            for wording, span in ((edit.before, edit.before_span), (edit.after, edit.after_span)):
                assert wording == ("" if span is None else texts[span.page][span.begin : span.end])


@settings(max_examples=25, deadline=None)
@given(pages())
def test_any_order_gives_the_same(members: list[Article]) -> None:
    """Collation, origin and inferred days do not depend on the order of the members."""
    turned = members[::-1]
    first, second = collate(members, [], [], SETTINGS), collate(turned, [], [], SETTINGS)
    assert first == second
    assert origin(members, first, SETTINGS) == origin(turned, second, SETTINGS)
    assert infer_times(members, first, SETTINGS) == infer_times(turned, second, SETTINGS)
