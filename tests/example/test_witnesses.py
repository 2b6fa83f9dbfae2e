"""The bundled example: what each outlet kept, cut, moved, changed and added, as expected by hand.

Rows count from 1: the paragraphs of a family's base, in order. An edit's wording may be found a little
wider or narrower than the expectation has it ("had not agreed" for "not").
"""

from pathlib import Path

import msgspec
import pytest

EXPECTED = Path(__file__).parents[2] / "examples" / "ceasefire-talks" / "expected.json"


class WantedEdit(msgspec.Struct, frozen=True):
    row: int
    kind: str | list[str]
    matters: bool | list[bool]
    before: str
    after: str
    same_day: str | None = None

    def allows(self, kind: str, matters: bool) -> bool:
        kinds = [self.kind] if isinstance(self.kind, str) else self.kind
        return kind in kinds and self.may_matter(matters)

    def may_matter(self, matters: bool) -> bool:
        return matters in ([self.matters] if isinstance(self.matters, bool) else self.matters)


class WantedWitness(msgspec.Struct, frozen=True):
    page: str
    kept: list[int]
    cut: list[int]
    moved: list[int]
    added: list[str]
    headline_rewritten: bool
    edits: list[WantedEdit]


class WantedFamily(msgspec.Struct, frozen=True):
    witnesses: list[WantedWitness]


class WantedStory(msgspec.Struct, frozen=True):
    families: list[WantedFamily]


class Wanted(msgspec.Struct, frozen=True):
    stories: list[WantedStory]


class Edit(msgspec.Struct, frozen=True):
    row: str
    kind: str
    matters: bool
    before: str
    after: str
    same_day: str | None = None


class Paragraph(msgspec.Struct, frozen=True):
    row: str
    text: str


class Headline(msgspec.Struct, frozen=True):
    rewritten: bool


class Witness(msgspec.Struct, frozen=True):
    page: str
    kept: list[Paragraph]
    cut: list[Paragraph]
    moved: list[Paragraph]
    added: list[Paragraph]
    edits: list[Edit]
    headline: Headline


class Row(msgspec.Struct, frozen=True):
    id: str
    in_base: bool


class Family(msgspec.Struct, frozen=True):
    rows: list[Row]
    witnesses: list[Witness]

    def numbering(self) -> dict[str, int]:
        """The number, from 1, of each row of the base."""
        return {id_: number for number, id_ in enumerate((r.id for r in self.rows if r.in_base), 1)}


class Story(msgspec.Struct, frozen=True):
    families: list[Family]


class Seen(msgspec.Struct, frozen=True):
    stories: list[Story]


WANTED = msgspec.json.decode(EXPECTED.read_bytes(), type=Wanted)
WITNESSES = [w for story in WANTED.stories for family in story.families for w in family.witnesses]

each_witness = pytest.mark.parametrize("wanted", WITNESSES, ids=[witness.page for witness in WITNESSES])


@pytest.fixture
def family(example_result: dict[str, object], wanted: WantedWitness) -> Family:
    """The family that the witness belongs to."""
    seen = msgspec.convert(example_result, Seen)
    families = (family for story in seen.stories for family in story.families)
    return next(f for f in families if any(w.page == wanted.page for w in f.witnesses))


@pytest.fixture
def witness(family: Family, wanted: WantedWitness) -> Witness:
    return next(witness for witness in family.witnesses if witness.page == wanted.page)


def numbers(paragraphs: list[Paragraph], family: Family) -> list[int]:
    return sorted(family.numbering()[paragraph.row] for paragraph in paragraphs)


def letters_only(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())


def overlap(a: str, b: str) -> bool:
    a, b = letters_only(a), letters_only(b)
    return a in b or b in a


def same_edit(wanted: WantedEdit, edit: Edit, family: Family) -> bool:
    here = family.numbering().get(edit.row) == wanted.row
    return here and overlap(wanted.before, edit.before) and overlap(wanted.after, edit.after)


@each_witness
def test_witness_cut_these_paragraphs(family: Family, witness: Witness, wanted: WantedWitness) -> None:
    """The paragraphs of the base that a witness lacks are named."""
    assert numbers(witness.cut, family) == wanted.cut


@each_witness
def test_witness_moved_these_paragraphs(family: Family, witness: Witness, wanted: WantedWitness) -> None:
    """The paragraphs that stand elsewhere than in the base are named, as few as explain the order."""
    assert numbers(witness.moved, family) == wanted.moved


@each_witness
def test_witness_added_these_paragraphs(witness: Witness, wanted: WantedWitness) -> None:
    """The paragraphs that a witness has beyond the base are named, in its order."""
    begins = [letters_only(added) for added in wanted.added]
    added = [letters_only(paragraph.text) for paragraph in witness.added]
    assert len(added) == len(begins), [paragraph.text for paragraph in witness.added]
    assert [text[: len(begin)] for text, begin in zip(added, begins, strict=True)] == begins


@each_witness
def test_untouched_paragraphs_are_kept(family: Family, witness: Witness, wanted: WantedWitness) -> None:
    """A paragraph carried word for word is named as kept, also where it was merged or split."""
    assert set(wanted.kept) <= set(numbers(witness.kept, family))


@each_witness
def test_a_change_of_substance_is_not_kept(family: Family, witness: Witness, wanted: WantedWitness) -> None:
    """No paragraph whose substance was changed counts as kept word for word."""
    touched = {edit.row for edit in wanted.edits if edit.matters is True}
    assert touched.isdisjoint(numbers(witness.kept, family))


@each_witness
def test_every_expected_edit_is_found(family: Family, witness: Witness, wanted: WantedWitness) -> None:
    """Each edit is found with its kind, whether it matters, and the day that two date forms share."""
    missing = [
        edit
        for edit in wanted.edits
        if not any(
            same_edit(edit, found, family)
            and edit.allows(found.kind, found.matters)
            and edit.same_day in (None, found.same_day)
            for found in witness.edits
        )
    ]
    assert missing == [], witness.edits


@each_witness
def test_no_unexpected_edit_matters(family: Family, witness: Witness, wanted: WantedWitness) -> None:
    """What an outlet changed in form alone is never said to matter."""
    alarms = [
        found
        for found in witness.edits
        if found.matters
        and found.row != "h"
        and not any(same_edit(edit, found, family) and edit.may_matter(True) for edit in wanted.edits)
    ]
    assert alarms == []


@each_witness
def test_rewritten_headline_is_noticed(witness: Witness, wanted: WantedWitness) -> None:
    """Each witness says whether its headline differs from the base's."""
    assert witness.headline.rewritten == wanted.headline_rewritten
