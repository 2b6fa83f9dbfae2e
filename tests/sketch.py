"""Draws articles and families of the hand-made sample: a sketch says what a witness did to the base."""

from collections.abc import Sequence
from dataclasses import dataclass

from samecopy.records import (
    Article,
    Cell,
    CellState,
    Credit,
    Dated,
    Dateline,
    Edit,
    EditKind,
    Family,
    Furniture,
    Headline,
    Origin,
    Outlet,
    PageSpan,
    Paragraph,
    Row,
    Span,
    Witness,
    WitnessParagraph,
)


@dataclass(frozen=True)
class Change:
    """Words of the base's paragraph and what they became."""

    row: int
    kind: EditKind
    matters: bool
    before: str
    after: str
    same_day: str | None = None


@dataclass(frozen=True)
class Sketch:
    """A witness to be drawn: which paragraphs in which order (negative: an added one), and changes."""

    page: str
    outlet: str
    key: str
    title: str
    published: str | None
    order: tuple[int, ...]
    changes: tuple[Change, ...] = ()
    moved: frozenset[int] = frozenset()
    added: tuple[str, ...] = ()
    credit: str | None = None
    url: str | None = None


def article(sketch: Sketch, base: Sequence[str]) -> Article:
    lines = ["Home · Sport · Weather", sketch.title]
    body = [_paragraph(sketch, base, number) for number in sketch.order]
    if sketch.credit is not None and sketch.credit.endswith("—"):
        body[0] = f"{sketch.credit} {body[0]}"
    elif sketch.credit is not None:
        body.append(sketch.credit)
    lines += [*body, "Read more: ten walks by the sea"]
    text = "\n".join(lines)
    paragraphs, at = [], len(lines[0]) + len(lines[1]) + 2
    for number, line in enumerate(body):
        paragraphs.append(Paragraph(number, Span(at, at + len(line))))
        at += len(line) + 1
    credit = _credit(text, sketch.credit)
    place = credit[0].span if credit and credit[0].kind == "dateline" else None
    return Article(
        page=sketch.page,
        text=text,
        title=sketch.title,
        title_span=Span(len(lines[0]) + 1, len(lines[0]) + 1 + len(sketch.title)),
        outlet=Outlet(sketch.key, sketch.outlet),
        url=sketch.url,
        published=Dated(sketch.published, "json-ld datePublished") if sketch.published else None,
        modified=None,
        byline="Staff" if sketch.credit is None else None,
        language="en",
        dateline=Dateline("VELDMAR", place) if place is not None else None,
        credits=credit,
        paragraphs=tuple(paragraphs),
        furniture=(Furniture(Span(0, len(lines[0])), "menu"), Furniture(Span(at, len(text)), "read_more")),
        read_by="blocks",
    )


def _credit(text: str, words: str | None) -> tuple[Credit, ...]:
    if words is None:
        return ()
    begin = text.index(words)
    kind = "dateline" if words.endswith("—") else "copyright" if words.startswith("©") else "sign_off"
    return (Credit("Nordwire", True, kind, words, Span(begin, begin + len(words))),)  # type: ignore[arg-type]


def _paragraph(sketch: Sketch, base: Sequence[str], number: int) -> str:
    if number < 0:
        return sketch.added[-number - 1]
    text = base[number - 1]
    for change in sketch.changes:
        if change.row == number:
            text = text.replace(change.before, change.after, 1)
    return text


def family(id_: str, sketches: Sequence[Sketch], articles: Sequence[Article], origin: Origin) -> Family:
    base_sketch, base = sketches[0], articles[0]
    cells: dict[str, list[Cell]] = {f"p{n}": [] for n in range(1, len(base_sketch.order) + 1)}
    texts = {f"p{n}": base.paragraphs[n - 1].span.of(base.text) for n in base_sketch.order}
    for sketch, article in zip(sketches, articles, strict=True):
        for at, number in enumerate(sketch.order):
            row = f"p{number}" if number > 0 else f"p{len(base_sketch.order) - number}"
            state: CellState = "added" if number < 0 else _state(sketch, number)
            span = article.paragraphs[at].span
            cells.setdefault(row, []).append(Cell(article.page, at, span, state))
            texts.setdefault(row, span.of(article.text))
    in_base = {f"p{n}" for n in base_sketch.order}
    rows = tuple(Row(row, texts[row], row in in_base, tuple(held)) for row, held in cells.items())
    witnesses = tuple(
        _witness(sketch, article, base, rows) for sketch, article in zip(sketches, articles, strict=True)
    )
    return Family(id_, tuple(a.page for a in articles), base.page, rows, witnesses, origin)


def _state(sketch: Sketch, number: int) -> CellState:
    if number in sketch.moved:
        return "moved"
    return "changed" if any(change.row == number for change in sketch.changes) else "kept"


def _witness(sketch: Sketch, article: Article, base: Article, rows: Sequence[Row]) -> Witness:
    lists: dict[str, list[WitnessParagraph]] = {s: [] for s in ("kept", "cut", "moved", "changed", "added")}
    for row in rows:
        own = [cell for cell in row.cells if cell.page == article.page]
        there = own or [cell for cell in row.cells if cell.page == base.page]
        if not own and not row.in_base:
            continue
        cell, holder = there[0], article if own else base
        held = WitnessParagraph(
            row.id,
            cell.span.of(holder.text),
            holder.page,
            cell.span.begin,
            cell.span.end,
            len(row.text.split()),
        )
        lists[own[0].state if own else "cut"].append(held)
    words = {state: sum(p.words for p in held) for state, held in lists.items()}
    total = sum(len(row.text.split()) for row in rows if row.in_base)
    return Witness(
        page=article.page,
        base=article.page == base.page,
        kept_share=1 - words["cut"] / total,
        words_kept=words["kept"] + words["moved"],
        words_cut=words["cut"],
        words_changed=words["changed"],
        words_added=words["added"],
        headline=Headline(base.title, article.title, article.title != base.title),
        kept=tuple(lists["kept"]),
        cut=tuple(lists["cut"]),
        moved=tuple(lists["moved"]),
        changed=tuple(lists["changed"]),
        added=tuple(lists["added"]),
        edits=_edits(sketch, article, base),
    )


def _edits(sketch: Sketch, article: Article, base: Article) -> tuple[Edit, ...]:
    edits = [
        Edit(
            row=f"p{change.row}",
            kind=change.kind,
            matters=change.matters,
            before=change.before,
            after=change.after,
            before_span=words(base, change.before),
            after_span=words(article, change.after),
            context=" ".join(base.text[: words(base, change.before).begin].split()[-3:]),
            same_day=change.same_day,
        )
        for change in sketch.changes
    ]
    if article.title != base.title:
        matters = "dark" in (article.title or "")
        spans = [
            PageSpan(a.page, a.title_span.begin, a.title_span.end) if a.title_span else None
            for a in (base, article)
        ]
        edits.append(
            Edit("h", "headline", matters, base.title or "", article.title or "", spans[0], spans[1])
        )
    return tuple(edits)


def words(article: Article, text: str) -> PageSpan:
    """Where `text` first stands in the body of an article."""
    begin = article.text.index(text, article.paragraphs[0].span.begin)
    return PageSpan(article.page, begin, begin + len(text))
