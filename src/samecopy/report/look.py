"""Terminal views of one thing: a story, a family, a page, or a comparison of two pages."""

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeVar

from samecopy.errors import NotInStore
from samecopy.records import Edit, Evidence, Family, PageView, Pair, Result, Row, Story, Witness
from samecopy.report.descent import descent_words
from samecopy.report.labels import Pile, added_words, pile
from samecopy.report.lines import BOLD, DIM, RED, Form
from samecopy.report.sizes import count
from samecopy.report.summary import origin_line, story_lines, witness_lines
from samecopy.report.visible import cells, fit, one_line, pad
from samecopy.report.wording import (
    SIGN_WORDS,
    amount,
    at_most,
    between,
    day_words,
    edit_word,
    excerpt_words,
    moment,
    too_uncertain,
    weight_word,
    witness_facts,
)

Item = TypeVar("Item")

_INDENT = 5
_STATES = {"kept": "K", "changed": "C", "moved": "M", "added": "A"}


class Compared(Protocol):
    """Two pages collated as a family of their own, and what they share."""

    @property
    def family(self) -> Family: ...

    @property
    def pair(self) -> Pair | None: ...


def show(result: Result, id_: str | None, width: int = 80, color: bool = False) -> str:
    """A story (`s1`, or its key), a family (`s1/A`, or its own id) or a page; without an id, a list of
    them all. Lines end with newlines. Raises `NotInStore` where nothing has that id.
    """
    form = Form.of(width, color)
    index = pile(result)
    lines = _list(form, index, result) if id_ is None else _part(form, index, result, id_)
    return "".join(f"{line}\n" for line in lines)


def comparison(compared: Compared, width: int = 80, color: bool = False) -> str:
    """What the second of two pages did with the first: facts, edits, and paragraphs cut and added; and what
    they share where it is no copy."""
    form = Form.of(width, color)
    family = compared.family
    lines: list[str] = []
    for witness in family.witnesses:
        if not witness.base:
            head = f"{one_line(witness.page)} beside {one_line(family.base)}"
            lines.append(form.paint(fit(head, form.width), BOLD))
            if compared.pair is not None and compared.pair.kind == "excerpt":
                lines += form.wrapped(["", excerpt_words(compared.pair)], 2)
            lines += form.wrapped(["", *witness_facts(witness)], 2)
            lines += _changes(form, witness)
    if not lines:
        lines.append("these pages carry no copy of one another")
    return "".join(f"{line}\n" for line in lines)


def _part(form: Form, index: Pile, result: Result, id_: str) -> list[str]:
    id_ = result.numbered(id_)
    for number, story in enumerate(result.stories, start=1):
        if story.id == id_:
            return list(_story(form, index, story, number))
        letters = dict(story.letters)
        for family in story.families:
            letter = letters.get(family.id, "")
            if id_ in (family.id, f"{story.id}/{letter}"):
                return list(_family(form, index, family, f"{story.id}/{letter}"))
        for page in story.lone:
            if id_ == f"{story.id}/{letters.get(page, '')}":
                return list(_page(form, index.views[page]))
    if id_ in index.views:
        return list(_page(form, index.views[id_]))
    raise NotInStore(f"no page, story or family {id_!r}; `samecopy show` lists them")


def _list(form: Form, index: Pile, result: Result) -> list[str]:
    rows: list[tuple[str, str]] = []
    for story in result.stories:
        origins = at_most(story.origins_at_most, "independent origin")
        rows.append((story.id, f"{story.title}: {count(len(story.pages), 'page')}, {origins}"))
        members = {family.id: family.pages for family in story.families}
        for report, letter in story.letters:
            pages = members.get(report, (report,))
            rows.append((f"{story.id}/{letter}", ", ".join(index.label(page) for page in pages)))
    rows += [(view.article.page, index.label(view.article.page)) for view in result.pages]
    room = min(max((cells(one_line(id_)) for id_, _ in rows), default=0), form.width // 2)
    return [fit(f"{pad(one_line(id_), room)}  {one_line(says)}", form.width).rstrip() for id_, says in rows]


def _story(form: Form, index: Pile, story: Story, number: int) -> Iterator[str]:
    yield from story_lines(form, index, story, number, cells(one_line(story.title)))
    yield from _section(form, "Not seen", story.not_seen, str)
    yield from _section(
        form,
        "Statements",
        story.statements,
        lambda s: (
            f"{s.source.name}: {s.text} ({at_most(s.reports_at_most, 'report')}, "
            f"{between(s.primary_sources_at_least, s.primary_sources_at_most, 'primary source')})"
        ),
        too_uncertain(story.uncertain.statements, "statement"),
    )
    yield from _section(
        form,
        "Timeline",
        sorted(story.events, key=lambda e: (e.when is None, e.when or "")),
        lambda e: f"{day_words(e.when) if e.when else 'no date'}, {e.status.replace('_', ' ')}: {e.what}",
        too_uncertain(story.uncertain.events, "event"),
    )
    yield from _section(
        form,
        "Figures",
        story.figures,
        lambda f: (
            f"{amount(f.low, f.high, f.approximate, f.unit, f.trend)}: {f.of}"
            + (f" (given by {f.giver.name})" if f.giver is not None else "")
            + (f"; {f.note}" if f.note else "")
        ),
    )


def _section(
    form: Form, title: str, items: Iterable[Item], says: Callable[[Item], str], note: str = ""
) -> Iterator[str]:
    lines = [line for item in items for line in form.flowed(one_line(says(item)), _INDENT)]
    if lines or note:
        yield form.paint(f"  {title}", BOLD)
        yield from lines
    if note:
        yield " " * _INDENT + form.paint(note, DIM)


def _family(form: Form, index: Pile, family: Family, address: str) -> Iterator[str]:
    yield form.paint(f"{address}  {count(len(family.pages), 'page')}", BOLD)
    yield from form.flowed(f"{origin_line(index, family)}, {family.origin.confidence} confidence", 2)
    yield from _section(form, "Why we think so", family.origin.evidence, _ground)
    yield from _section(
        form,
        "Copy tree",
        family.origin.descents,
        lambda line: f"{index.label(line.page)}: {descent_words(line, index.names, family.origin)}",
    )
    yield form.paint("  Witnesses", BOLD)
    yield from witness_lines(form, index, family)
    yield form.paint("  Paragraphs", BOLD)
    yield from (_strip(form, index, row, family) for row in family.rows)
    yield " " * _INDENT + form.paint("K kept  C changed  M moved  A added  · not there", DIM)
    for witness in family.witnesses:
        if witness.edits:
            yield form.paint(f"  {index.label(witness.page)}", BOLD)
            yield from _changes(form, witness, paragraphs=False)


def _ground(line: Evidence) -> str:
    return f"{SIGN_WORDS.get(line.sign, line.sign.replace('_', ' '))}: {line.text}"


def _strip(form: Form, index: Pile, row: Row, family: Family) -> str:
    witnesses = sorted(family.witnesses, key=lambda witness: not witness.base)
    states = {cell.page: _STATES[cell.state] for cell in row.cells}
    letters = " ".join(states.get(witness.page, "·") for witness in witnesses)
    said = f"({added}) " if (added := added_words(index, row)) else ""
    return fit(f"{' ' * _INDENT}{row.id:<4} {letters}  {said}{one_line(row.text)}", form.width)


def _changes(form: Form, witness: Witness, paragraphs: bool = True) -> Iterator[str]:
    for edit in witness.edits:
        weight = pad(weight_word(edit), 10)
        head = f"{edit.row:<4} {form.paint(weight, RED) if edit.matters else weight} {edit_word(edit.kind)}"
        yield " " * _INDENT + head
        yield from form.flowed(_wording(edit), _INDENT + 5)
    if paragraphs:
        for word, held in (("cut", witness.cut), ("moved", witness.moved), ("added", witness.added)):
            yield from _section(form, word, held, lambda p: f"{p.row}  {p.text}")


def _wording(edit: Edit) -> str:
    before = f"“{one_line(edit.before)}”" if edit.before else "nothing"
    after = f"“{one_line(edit.after)}”" if edit.after else "left out"
    return f"{before} → {after}" + (f" (both are {edit.same_day})" if edit.same_day else "")


def _page(form: Form, view: PageView) -> Iterator[str]:
    article = view.article
    yield form.paint(fit(one_line(article.page), form.width), BOLD)
    credits_ = ", ".join(credit.text for credit in article.credits) or "no credit line found"
    published = article.published
    said = (
        ("title", article.title or "none found"),
        ("outlet", article.outlet.name or article.outlet.key or "unknown"),
        ("published", f"{moment(published.value)} ({published.evidence})" if published else "no date found"),
        ("byline", article.byline or ""),
        ("credits", credits_),
        ("address", article.url or ""),
        ("story", view.story),
        ("read by", article.read_by),
    )
    for name, value in said:
        if value:
            yield fit(f"  {name:<10} {one_line(value)}", form.width)
    for text in article.paragraph_texts():
        yield ""
        yield from form.flowed(one_line(text), 2)
