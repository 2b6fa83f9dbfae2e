"""Collations: rows, states and counts."""

from samecopy.records import Article, Membership, Passage, Row, Span, Witness
from samecopy.settings import CollateSettings
from samecopy.stages.collate import Collation, collate
from tests.stages.collate.pages import ADDED, COPY, page

SETTINGS = CollateSettings()


def collated(*members: Article) -> Collation:
    return collate(members, [], [], SETTINGS)


def witness(collation: Collation, name: str) -> Witness:
    return next(w for w in collation.witnesses if w.page == name)


def rows_of(collation: Collation, name: str) -> list[str]:
    return [row.id for row in collation.rows if any(c.page == name for c in row.cells)]


def state(row: Row, name: str) -> list[str]:
    return [cell.state for cell in row.cells if cell.page == name]


def test_a_word_for_word_copy_keeps_all() -> None:
    """Equal pages: every row kept, share 1, no edits."""
    found = witness(collated(page("a", COPY), page("b", COPY)), "b")
    assert (len(found.kept), found.kept_share, found.edits) == (6, 1.0, ())


def test_the_base_carries_most_of_the_shared_copy() -> None:
    """A page that was cut is no base, though it came first."""
    full, cut = page("z", COPY, published="2030-05-02"), page("a", COPY[:3], published="2030-05-01")
    third = page("m", COPY[2:], published="2030-05-01")
    assert collated(cut, full, third).base == "z"


def test_of_equals_the_earliest_is_the_base() -> None:
    """Ties go to the earliest page, and pages without a date come last."""
    late, early, undated = (
        page("a", COPY, published="2030-05-02"),
        page("b", COPY, published="2030-05-01"),
        page("0", COPY),
    )
    assert collated(late, early, undated).base == "b"


def test_cut_paragraphs_are_named_where_they_stand_in_the_base() -> None:
    """A paragraph that a witness lacks is cut, with its place in the base."""
    found = witness(collated(page("a", COPY), page("b", (*COPY[:2], *COPY[3:]))), "b")
    assert [(p.text, p.page) for p in found.cut] == [(COPY[2], "a")]
    assert found.words_cut == found.cut[0].words


def test_an_added_paragraph_is_a_row_that_is_not_in_the_base() -> None:
    """It stands after the row it follows in its witness."""
    collation = collated(page("a", COPY), page("b", (*COPY[:2], ADDED, *COPY[2:])))
    row = collation.rows[2]
    assert (row.id, row.text, row.in_base, state(row, "b")) == ("p3", ADDED, False, ["added"])


def test_several_witnesses_share_an_added_row() -> None:
    """The same addition at two outlets is one row."""
    more = (*COPY, ADDED)
    base = page("a", (*COPY, "The Hesselby line carries a million travellers a year, mostly in summer."))
    collation = collate([base, page("b", more), page("c", more)], [], [], SETTINGS)
    assert [len(r.cells) for r in collation.rows if r.text == ADDED] == [2]


def test_the_fewest_paragraphs_are_called_moved() -> None:
    """One paragraph taken to the top is one moved paragraph, not five."""
    collation = collated(page("a", COPY), page("b", (COPY[4], *COPY[:4], COPY[5])))
    assert [p.row for p in witness(collation, "b").moved] == ["p5"]


def test_a_moved_paragraph_may_be_edited_too() -> None:
    """It stands in `moved`, its edits in `edits`."""
    edited = COPY[4].replace("Mossport", "Orrin")
    found = witness(collated(page("a", COPY), page("b", (edited, *COPY[:4], COPY[5]))), "b")
    assert [p.text for p in found.moved] == [edited]
    assert [(e.kind, e.row) for e in found.edits] == [("name", "p5")]


def test_merged_paragraphs_have_a_cell_per_row() -> None:
    """Two rows in one paragraph: each cell spans its own part of it."""
    joined = f"{COPY[0]} {COPY[1]}"
    b = page("b", (joined, *COPY[2:]))
    collation = collated(page("a", COPY), b)
    parts = [c.span.of(b.text) for r in collation.rows[:2] for c in r.cells if c.page == "b"]
    assert parts == [COPY[0], COPY[1]]
    assert len(witness(collation, "b").kept) == 6


def test_a_split_paragraph_has_two_cells_in_its_row() -> None:
    """Both parts are kept word for word, and nothing is cut."""
    joined = (f"{COPY[0]} {COPY[1]}", *COPY[2:])
    collation = collated(page("a", joined, published="2030-05-01"), page("b", COPY))
    assert collation.base == "a"
    assert state(collation.rows[0], "b") == ["kept", "kept"]
    assert witness(collation, "b").words_cut == 0


def test_a_standfirst_that_repeats_the_text_is_added() -> None:
    """A row is carried once; its repeat is the witness's own paragraph."""
    collation = collated(page("a", COPY), page("b", (COPY[4], *COPY)))
    found = witness(collation, "b")
    assert ([p.text for p in found.added], len(found.kept)) == ([COPY[4]], 6)


def test_a_heavily_edited_paragraph_is_found_between_its_neighbours() -> None:
    """What is left between matched neighbours is the same paragraph."""
    rewritten = "The vessel dates from 1988 and was mended four times since then, documents show."
    collation = collated(page("a", COPY), page("b", (*COPY[:3], rewritten, *COPY[4:])))
    assert state(collation.rows[3], "b") == ["changed"]


def test_short_paragraphs_align_too() -> None:
    """Three words suffice where they are the same."""
    a, b = (*COPY, "Sailings resume Friday."), (*COPY[:3], "Sailings resume Friday.", *COPY[3:])
    found = witness(collated(page("a", a), page("b", b)), "b")
    assert ([p.row for p in found.moved], found.added) == (["p7"], ())


def test_a_spliced_base_gives_no_rows_to_what_is_not_its_copy() -> None:
    """Paragraphs outside the membership are added, not cut by everyone else."""
    a, b = page("a", (*COPY, ADDED)), page("b", COPY)
    members = [
        Membership("f", "a", 0.9, (0, 1, 2, 3, 4, 5)),
        Membership("f", "b", 1.0, (0, 1, 2, 3, 4, 5)),
    ]
    collation = collate([a, b], members, [], SETTINGS)
    assert witness(collation, "b").cut == ()
    assert [p.text for w in collation.witnesses for p in w.added] == [ADDED]


def test_a_spliced_page_is_no_base_while_there_is_a_whole_one() -> None:
    """What carries another copy as well is no text to measure the others by."""
    spliced, whole = page("a", (*COPY, ADDED)), page("b", COPY[:4])
    third = page("c", COPY[2:5])
    lines = {"a": (0, 1, 2, 3, 4, 5), "b": (0, 1, 2, 3), "c": (0, 1, 2)}
    members = [Membership("f", name, 0.9, numbers) for name, numbers in lines.items()]
    assert collate([spliced, whole, third], members, [], SETTINGS).base == "b"
    assert collate([spliced, whole, third], members, [], SETTINGS, base="a").base == "a"
    assert collate([spliced], members[:1], [], SETTINGS).base == "a"


def test_passages_vouch_for_thin_paragraphs() -> None:
    """A passage that joins two paragraphs lowers what is asked of them."""
    a = page("a", ("Rescue boats came from Orrin, then a helicopter from the far side of Lake Vey.",))
    b = page("b", ("Boats came from Orrin and, later, help by air from beyond Lake Vey as wind rose.",))
    hint = Passage("a", "b", Span(0, len(a.text)), Span(0, len(b.text)), False)
    assert [c.state for r in collate([a, b], [], [hint], SETTINGS).rows for c in r.cells] == [
        "kept",
        "changed",
    ]


def test_a_sentence_moved_between_paragraphs_does_not_matter() -> None:
    """Taken from one paragraph and put into another, it is noted and not said to matter."""
    extra = "The fog had lain over the strait since dawn."
    a = page("a", (f"{COPY[0]} {extra}", *COPY[1:]), published="2030-05-01")
    b = page("b", (*COPY[:4], f"{COPY[4]} {extra}", COPY[5]))
    found = witness(collated(a, b), "b").edits
    assert [(e.matters, e.note) for e in found] == [(False, "a sentence moved")] * 2


def test_the_order_of_members_does_not_matter() -> None:
    """Any order of input gives the same collation."""
    members = [page("a", COPY), page("b", (*COPY[1:], ADDED)), page("c", (ADDED, *COPY[:4]))]
    assert collate(members, [], [], SETTINGS) == collate(members[::-1], [], [], SETTINGS)


def test_words_of_the_base_are_kept_changed_or_cut() -> None:
    """The three counts add up to the base's words."""
    edited = (COPY[0].replace("Monday", "Tuesday"), *COPY[2:])
    collation = collated(page("a", COPY), page("b", edited))
    base, other = collation.witnesses
    assert other.words_kept + other.words_changed + other.words_cut == base.words_kept
    assert other.words_changed == 1


def test_a_page_without_paragraphs_has_no_cells() -> None:
    """An empty page is described as having cut all."""
    found = witness(collated(page("a", COPY), page("b", ())), "b")
    assert (found.kept_share, len(found.cut)) == (0.0, 6)


def test_a_single_page_is_its_own_base() -> None:
    """One member: kept in full, nothing else."""
    collation = collated(page("a", COPY))
    assert (collation.base, collation.witnesses[0].kept_share) == ("a", 1.0)


def test_spans_point_at_the_text_that_is_named() -> None:
    """Each listed paragraph is the page text at its place."""
    members = {m.page: m for m in (page("a", COPY, title="One"), page("b", (ADDED, *COPY[2:]), title="Two"))}
    for found in collate(list(members.values()), [], [], SETTINGS).witnesses:
        for paragraph in (*found.kept, *found.cut, *found.added):
            assert members[paragraph.page].text[paragraph.begin : paragraph.end] == paragraph.text


def test_a_rewritten_headline_is_one_edit_that_does_not_matter() -> None:
    """Row h, both headlines whole."""
    a, b = (
        page("a", COPY, title="Ferry Lark aground"),
        page("b", COPY, title="Night on a reef"),
    )
    found = witness(collated(a, b), "b")
    assert found.headline.rewritten
    assert [(e.row, e.kind, e.matters, e.after) for e in found.edits] == [("h", "headline", False, b.title)]


def test_a_headline_with_another_number_matters() -> None:
    """Headlines that contradict each other in a figure matter."""
    a, b = (
        page("a", COPY, title="Ferry with 212 aground"),
        page("b", COPY, title="Ferry with 300 aground"),
    )
    assert [e.matters for e in witness(collated(a, b), "b").edits] == [True]


def test_equal_headlines_are_not_rewritten() -> None:
    """Case and spelling are no new headline."""
    a, b = page("a", COPY, title="Harbour closed"), page("b", COPY, title="HARBOR CLOSED")
    assert not witness(collated(a, b), "b").headline.rewritten


def test_pages_that_add_one_paragraph_are_compared_in_it() -> None:
    """A row that the base lacks: the first page that has it is the measure, the others' edits are listed."""
    other = ADDED.replace("slower sailings", "12 sailings")
    collation = collated(page("a", COPY), page("b", (*COPY[:4], ADDED)), page("c", (*COPY[2:], other)))
    assert witness(collation, "b").edits == ()
    (edit,) = witness(collation, "c").edits
    assert (edit.kind, edit.before, edit.after) == ("number", "slower", "12")
    assert edit.before_span is not None
    assert edit.before_span.page == "b"
    assert [len(witness(collation, name).added) for name in "bc"] == [1, 1]


def test_a_sentence_from_another_row_is_told_apart() -> None:
    """A brief that runs two paragraphs together, both shortened: each sentence belongs to its row."""
    brief = "The ferry Lark ran aground off Hesselby on Monday with 212 aboard. Divers will inspect the hull."
    collation = collated(page("a", COPY), page("b", (brief,)))
    assert rows_of(collation, "b") == ["p1", "p5"]
    assert not any(e.kind == "number" for e in witness(collation, "b").edits)


def test_who_had_an_added_paragraph_first_is_told_where_times_tell() -> None:
    """Of two pages with one added paragraph, the one surely published before the other; else nobody."""
    base = page("a", COPY, published="2030-05-01")
    early = page("b", (*COPY[:4], ADDED), published="2030-05-02")
    late, undated = page("c", (*COPY[:4], ADDED), published="2030-05-06"), page("d", (*COPY[:4], ADDED))
    for other, first in ((late, "b"), (undated, None)):
        collation = collate([base, early, other], [], [], SETTINGS, base="a")
        assert [r.first for r in collation.rows if r.text == ADDED] == [first]


def test_any_page_can_be_the_base() -> None:
    """Against a page that cut two paragraphs, the others added them."""
    short, whole = page("b", COPY[:4]), page("a", COPY)
    collation = collate([short, whole], [], [], SETTINGS, base="b")
    assert (collation.base, [p.text for p in witness(collation, "a").added]) == ("b", list(COPY[4:]))


def test_a_paragraph_of_short_runs_is_found_by_most_of_its_words() -> None:
    """Many small edits leave no long run; most words of both are equal nevertheless."""
    row = "The krona fell 0.8 percent against the euro. Shares in yards rose, led by Quill AB, up 6 percent."
    own = "The krona fell 0.8 per cent against the euro. Yard shares rose, Quill AB by 6 per cent."
    collation = collate([page("a", (*COPY, row)), page("b", (own, *COPY[:3]))], [], [], SETTINGS)
    assert own in [p.text for p in witness(collation, "b").moved]


def test_one_sentence_of_a_row_finds_it_for_a_rewritten_paragraph() -> None:
    """Sentences reordered and most of one rewritten: the other is still the row's."""
    row = "The krona fell 0.8 percent against the euro. Shares in yards rose, led by Quill AB, up 6 percent."
    own = "Quill AB gained as yards did well. The krona lost 0.8 percent against the euro."
    collation = collate([page("a", (*COPY, row)), page("b", (*COPY[:3], own))], [], [], SETTINGS)
    assert [p.text for p in witness(collation, "b").added] == []
