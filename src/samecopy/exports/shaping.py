"""Records as the shapes of `shapes`: fields copied over, spans taken apart, nothing computed."""

from collections.abc import Sequence

from samecopy.exports import shapes
from samecopy.records import (
    Article,
    Credit,
    Edit,
    Event,
    Family,
    Figure,
    Origin,
    PageView,
    Row,
    Source,
    Span,
    Statement,
    StatementMention,
    Story,
    Witness,
)


def page(view: PageView) -> shapes.PageShape:
    article = view.article
    published, modified = article.published, article.modified
    return shapes.PageShape(
        id=article.page,
        locator=view.locator,
        url=article.url,
        outlet=article.outlet.name,
        outlet_key=article.outlet.key,
        title=article.title,
        byline=article.byline,
        published=published.value if published is not None else None,
        published_utc=published.utc if published is not None else None,
        published_evidence=published.evidence if published is not None else None,
        modified=modified.value if modified is not None else None,
        modified_utc=modified.utc if modified is not None else None,
        modified_evidence=modified.evidence if modified is not None else None,
        fetched=view.fetched,
        language=article.language,
        section=article.section,
        canonical=article.canonical,
        dateline=article.dateline.place if article.dateline is not None else None,
        credits=_credits(article.credits),
        read_by=article.read_by,
        digest=view.digest,
        story=view.story,
        families=list(view.families),
        paragraphs=_lines(article),
    )


def _lines(article: Article) -> list[shapes.Lines]:
    return [shapes.Lines(p.number, p.span.begin, p.span.end) for p in article.paragraphs]


def _edit(edit: Edit) -> shapes.EditShape:
    return shapes.EditShape(
        row=edit.row,
        kind=edit.kind,
        matters=edit.matters,
        before=edit.before,
        after=edit.after,
        spans=[span for span in (edit.before_span, edit.after_span) if span is not None],
        before_span=edit.before_span,
        after_span=edit.after_span,
        context=edit.context,
        same_day=edit.same_day,
        note=edit.note,
    )


def _credits(credits_: Sequence[Credit]) -> list[shapes.Credit]:
    return [
        shapes.Credit(
            c.name,
            c.agency,
            c.kind,
            c.text,
            c.span.begin if c.span is not None else None,
            c.span.end if c.span is not None else None,
        )
        for c in credits_
    ]


def story(told: Story) -> shapes.StoryShape:
    letters = dict(told.letters)
    return shapes.StoryShape(
        id=told.id,
        key=told.key,
        formerly=told.formerly,
        title=told.title,
        pages=told.pages,
        letters=letters,
        lone=told.lone,
        not_seen=told.not_seen,
        origins_at_most=told.origins_at_most,
        families=[family(held, letters.get(held.id, "")) for held in told.families],
        statements=[_statement(statement) for statement in told.statements],
        events=[_event(event) for event in told.events],
        figures=[_figure(figure) for figure in told.figures],
        uncertain=told.uncertain,
    )


def family(copied: Family, letter: str) -> shapes.FamilyShape:
    return shapes.FamilyShape(
        id=copied.id,
        letter=letter,
        pages=copied.pages,
        base=copied.base,
        origin=_origin(copied.origin),
        rows=[_row(row) for row in copied.rows],
        witnesses=[_witness(witness) for witness in copied.witnesses],
    )


def _origin(origin: Origin) -> shapes.OriginShape:
    return shapes.OriginShape(
        kind=origin.kind,
        page=origin.page,
        agency=origin.agency,
        confidence=origin.confidence,
        evidence=origin.evidence,
        parents={line.page: line.parent for line in origin.descents},
        descents=origin.descents,
    )


def _row(row: Row) -> shapes.RowShape:
    cells = [shapes.CellShape(c.page, c.paragraph, c.state, c.span.begin, c.span.end) for c in row.cells]
    return shapes.RowShape(row.id, row.text, row.in_base, row.first, cells)


def _witness(witness: Witness) -> shapes.WitnessShape:
    return shapes.WitnessShape(
        page=witness.page,
        base=witness.base,
        kept_share=round(witness.kept_share, 6),
        words_kept=witness.words_kept,
        words_cut=witness.words_cut,
        words_changed=witness.words_changed,
        words_added=witness.words_added,
        headline=witness.headline,
        kept=witness.kept,
        cut=witness.cut,
        moved=witness.moved,
        changed=witness.changed,
        added=witness.added,
        edits=[_edit(edit) for edit in witness.edits],
    )


def _source(source: Source) -> shapes.SourceShape:
    return shapes.SourceShape(source.text, source.name, source.type, source.relayed_from)


def _statement(statement: Statement) -> shapes.StatementShape:
    return shapes.StatementShape(
        id=statement.id,
        text=statement.text,
        kind=statement.kind,
        source=_source(statement.source),
        cue=statement.cue,
        pages=statement.pages,
        spans=statement.spans,
        reports_at_most=statement.reports_at_most,
        primary_sources_at_least=statement.primary_sources_at_least,
        primary_sources_at_most=statement.primary_sources_at_most,
        evidence=statement.evidence,
    )


def _event(event: Event) -> shapes.EventShape:
    return shapes.EventShape(
        id=event.id,
        what=event.what,
        when=event.when,
        where=event.where,
        who=event.who,
        status=event.status,
        pages=event.pages,
        spans=event.spans,
        surfaces=[shapes.Surface(page, text) for page, text in event.surfaces],
        reports_at_most=event.reports_at_most,
        primary_sources_at_least=event.primary_sources_at_least,
        primary_sources_at_most=event.primary_sources_at_most,
        evidence=event.evidence,
        note=event.note,
    )


def _figure(figure: Figure) -> shapes.FigureShape:
    return shapes.FigureShape(
        id=figure.id,
        surface=figure.surface,
        low=figure.low,
        high=figure.high,
        approximate=figure.approximate,
        unit=figure.unit,
        of=figure.of,
        trend=figure.trend,
        giver=_source(figure.giver) if figure.giver is not None else None,
        pages=figure.pages,
        spans=figure.spans,
        reports_at_most=figure.reports_at_most,
        primary_sources_at_least=figure.primary_sources_at_least,
        primary_sources_at_most=figure.primary_sources_at_most,
        evidence=figure.evidence,
        note=figure.note,
    )


def mention(text: str, said: StatementMention) -> shapes.MentionShape:
    source = said.source
    return shapes.MentionShape(
        kind=said.kind,
        content=[_words(text, span) for span in said.content],
        cue=_words(text, said.cue) if said.cue is not None else None,
        source=_words(text, source.span) if source.span is not None else None,
        source_name=source.name,
        source_type=source.type,
        relayed_from=source.relayed_from,
        confidence=said.confidence,
    )


def _words(text: str, span: Span) -> shapes.Words:
    return shapes.Words(span.begin, span.end, span.of(text))


def article(read: Article) -> shapes.ArticleShape:
    published, modified = read.published, read.modified
    return shapes.ArticleShape(
        page=read.page,
        title=read.title,
        byline=read.byline,
        outlet=read.outlet.name,
        outlet_key=read.outlet.key,
        published=published.value if published is not None else None,
        published_utc=published.utc if published is not None else None,
        published_evidence=published.evidence if published is not None else None,
        modified=modified.value if modified is not None else None,
        modified_utc=modified.utc if modified is not None else None,
        modified_evidence=modified.evidence if modified is not None else None,
        language=read.language,
        url=read.url,
        credits=_credits(read.credits),
        section=read.section,
        canonical=read.canonical,
        dateline=read.dateline.place if read.dateline is not None else None,
        body=read.paragraph_texts(),
        paragraphs=_lines(read),
        furniture=[line.span.of(read.text) for line in read.furniture],
        left_out=[
            shapes.LeftOut(line.span.of(read.text), line.why, line.span.begin, line.span.end)
            for line in read.furniture
        ],
        read_by=read.read_by,
    )
