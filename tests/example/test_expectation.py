"""The bundled example's pages and its hand-written expectation agree with each other.

No part of samecopy runs here: what is held is that every wording the expectation names stands in the
pages, that every paragraph of a base is accounted for in every witness, and that the pile is as described.
"""

import csv
import html
import re
from pathlib import Path

import msgspec
import pytest

EXAMPLE = Path(__file__).parents[2] / "examples" / "ceasefire-talks"


class Edit(msgspec.Struct, frozen=True):
    row: int
    before: str
    after: str


class Witness(msgspec.Struct, frozen=True):
    page: str
    kept: list[int]
    changed: list[int]
    cut: list[int]
    moved: list[int]
    added: list[str]
    edits: list[Edit]


class Family(msgspec.Struct, frozen=True):
    base: str
    credits: dict[str, str | None]
    witnesses: list[Witness]


class Statement(msgspec.Struct, frozen=True):
    text: str
    pages: list[str]


class Story(msgspec.Struct, frozen=True):
    pages: list[str]
    families: list[Family]
    statements: list[Statement]


class Page(msgspec.Struct, frozen=True):
    id: str
    outlet: str
    title: str


class Expected(msgspec.Struct, frozen=True):
    outlets: int
    pages: list[Page]
    rejected: list[str]
    stories: list[Story]


EXPECTED = msgspec.json.decode((EXAMPLE / "expected.json").read_bytes(), type=Expected)
FAMILIES = [family for story in EXPECTED.stories for family in story.families]
WITNESSES = [(family, witness) for family in FAMILIES for witness in family.witnesses]

each_witness = pytest.mark.parametrize(("family", "witness"), WITNESSES, ids=[w.page for _, w in WITNESSES])


def words(page: str) -> str:
    """The page's own words, with markup, kinds of quotes and line breaks evened out."""
    source = (EXAMPLE / "pages" / page).read_text(encoding="utf-8")
    text = html.unescape(re.sub(r"<[^>]+>", " ", source)) if page.endswith(".html") else source
    return even(text)


def even(text: str) -> str:
    return " ".join(text.translate(str.maketrans("“”‘’", "\"\"''")).split())


def test_the_pile_is_as_described() -> None:
    """There are fourteen pages from eleven outlets, one of them unreadable."""
    files = sorted(path.name for path in (EXAMPLE / "pages").iterdir() if path.suffix in {".html", ".txt"})
    assert files == sorted([page.id for page in EXPECTED.pages] + EXPECTED.rejected)
    assert len(files) == 14
    assert len({page.outlet for page in EXPECTED.pages}) == EXPECTED.outlets == 11


def test_each_text_page_has_its_row_of_metadata() -> None:
    """Pages without markup are described in pages.csv, and only those."""
    with (EXAMPLE / "pages" / "pages.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    texts = sorted(path.name for path in (EXAMPLE / "pages").glob("*.txt"))
    assert [row["file"] for row in rows] == texts
    titles = {page.id: page.title for page in EXPECTED.pages}
    assert all(row["title"] == titles[row["file"]] for row in rows)


def test_stories_share_no_page() -> None:
    """Each readable page belongs to exactly one story."""
    pages = sorted(page for story in EXPECTED.stories for page in story.pages)
    assert pages == sorted(page.id for page in EXPECTED.pages)


@each_witness
def test_each_row_of_the_base_is_accounted_for(family: Family, witness: Witness) -> None:
    """A paragraph of the base is kept, changed, cut or moved, never two of these."""
    base = next(w for w in family.witnesses if w.page == family.base)
    assert sorted(witness.kept + witness.changed + witness.cut + witness.moved) == base.kept


@each_witness
def test_edited_rows_are_the_changed_ones(family: Family, witness: Witness) -> None:
    """A row that is neither cut nor moved is changed exactly if an edit names it."""
    assert {edit.row for edit in witness.edits} - set(witness.moved) == set(witness.changed)


@each_witness
def test_edits_and_additions_stand_in_their_pages(family: Family, witness: Witness) -> None:
    """What the base read before an edit stands in the base; what was put in or added, in the witness."""
    base, own = words(family.base), words(witness.page)
    assert all(even(edit.before) in base and even(edit.after) in own for edit in witness.edits)
    assert all(even(added) in own and even(added) not in base for added in witness.added)


@each_witness
def test_credit_lines_stand_in_their_pages(family: Family, witness: Witness) -> None:
    """A page credits the agency as the expectation says, or names it nowhere."""
    credit, own = family.credits[witness.page], words(witness.page)
    named = any(credited in own for credited in ("OPA", "Ostrel", "Brantis"))
    assert (credit in own) if credit else not named


def test_statements_stand_in_a_page_that_carries_them() -> None:
    """Each key statement is in the words of its first page."""
    missing = [
        statement.text
        for story in EXPECTED.stories
        for statement in story.statements
        if even(statement.text) not in words(statement.pages[0])
    ]
    assert missing == []
