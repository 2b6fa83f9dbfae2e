"""Signs of direction in a collation: times, containment, and what only a copy has."""

import datetime
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from samecopy.records import Article, Evidence, PageSpan, Witness
from samecopy.settings import CollateSettings
from samecopy.stages.collate.collation import Collation
from samecopy.stages.collate.credit import is_self, name_of, outlet_of
from samecopy.stages.collate.moments import Moment, day, earliest_first, moment
from samecopy.text.dates import find_times

_LEFTOVER = re.compile(
    r"\((?:more|ends|end|urgent|cor|corr|correction)\)\s*$|^\s*[-–—*]+\s*(?:ends?|more)\s*[-–—*]+\s*$"
    r"|\b(?:adds|updates|recasts|corrects) (?:with|details|quotes|background|paragraph|throughout)\b",
    re.IGNORECASE | re.MULTILINE,
)
"""What a wire service writes to its clients and a desk takes out."""


@dataclass(slots=True)
class Signs:
    """What the verdict asks for, and the ledger's lines.

    `earliest`: the page that surely precedes all others; `contains_all`: the page that carries all
    copy that any two members share; `same_time`: all times known, and close; `all_edited`: every
    outlet has additions, cuts or edits of its own; `leftovers`: some page kept a wire's own notes.
    """

    earliest: str | None = None
    contains_all: str | None = None
    same_time: bool = False
    all_edited: bool = False
    leftovers: bool = False
    for_page: Counter[str] = field(default_factory=Counter)
    against: Counter[str] = field(default_factory=Counter)
    evidence: list[Evidence] = field(default_factory=list)


def gather(members: Sequence[Article], collation: Collation, settings: CollateSettings) -> Signs:
    """All signs of a family, members in order of page id."""
    signs = Signs()
    _times(signs, members, settings)
    _containment(signs, members, collation)
    for member in members:
        _self_reference(signs, member)
        _leftovers(signs, member)
    _stale_days(signs, members, collation)
    _tails(signs, collation, members)
    return signs


def _times(signs: Signs, members: Sequence[Article], settings: CollateSettings) -> None:
    known = [(m, at) for m in members if (at := moment(m)) is not None]
    if not known:
        signs.evidence.append(Evidence("time", "no publication time known", ""))
        return
    known.sort(key=lambda pair: earliest_first(pair[0]))
    first, first_at = known[0]
    everyone = len(known) == len(members)
    if everyone and len(known) > 1 and all(first_at.before(at) for _, at in known[1:]):
        signs.earliest = first.page
    span = max(at.first for _, at in known) - min(at.last for _, at in known)
    signs.same_time = everyone and span <= datetime.timedelta(minutes=settings.same_time_minutes)
    tied = [name_of(m) for m, at in known if (at.first, at.last) == (first_at.first, first_at.last)]
    where = f"at {_listed(tied)}" if len(tied) < max(2, len(known)) else "at every page with a date"
    text = f"earliest: {_shown(first, first_at)} {where}"
    if not first_at.exact:
        text += ", without an exact time of day"
    if not everyone:
        text += f" ({len(known)} of {len(members)} pages are dated)"
    signs.evidence.append(Evidence("time", text, signs.earliest or ""))


def _listed(names: Sequence[str]) -> str:
    """
    >>> _listed(["Daily Orrin"]), _listed(["a.txt", "b.txt", "c.txt"])
    ('Daily Orrin', 'a.txt, b.txt and c.txt')
    """
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def _shown(article: Article, at: Moment) -> str:
    if at.exact:
        return f"{at.first:%Y-%m-%d %H:%M}Z"
    return article.published.value if article.published else ""


def _containment(signs: Signs, members: Sequence[Article], collation: Collation) -> None:
    """Who carries all the copy; who has edits and paragraphs of its own."""
    shared = [r for r in collation.rows if len({c.page for c in r.cells}) > 1]
    words = {r.id: len(r.text.split()) for r in shared}
    total = sum(words.values())
    if not total or len(members) < 2:
        return
    carried = {m.page: 0 for m in members}
    for row in shared:
        for page in {c.page for c in row.cells}:
            carried[page] += words[row.id]
    full = [page for page, count in carried.items() if count == total]
    own = {m.page: _own(collation, m.page) for m in members}
    outlets = {outlet_of(m): 0 for m in members}
    for m in members:
        outlets[outlet_of(m)] += own[m.page] + _edited(collation, m.page)
    signs.all_edited = len(outlets) > 1 and all(outlets.values())
    alone = [p for p in full if all(not own[q] for q in own if q != p)]
    if len(alone) == 1:
        signs.contains_all = alone[0]
    if len(full) == 1:
        page = full[0]
        signs.evidence.append(
            Evidence("containment", f"{page} carries all the copy that the pages share", page)
        )
    elif full:
        signs.evidence.append(
            Evidence("containment", f"{len(full)} of {len(members)} pages carry all the shared copy", "")
        )
    else:
        signs.evidence.append(Evidence("containment", "no page carries all the shared copy", "outside"))
    adding = sum(1 for count in own.values() if count)
    if adding:
        whose = "has paragraphs of its own" if adding == 1 else "have paragraphs of their own"
        signs.evidence.append(Evidence("addition", f"{adding} of {len(members)} pages {whose}", ""))


def _own(collation: Collation, page: str) -> int:
    """The paragraphs that only this page has."""
    return sum(1 for row in collation.rows if row.cells and all(c.page == page for c in row.cells))


def _edited(collation: Collation, page: str) -> bool:
    """Whether a page's wording is its own somewhere. An edit between the base and a witness may be of
    either; the base's wording is its own where that of every other witness differs."""
    copy = {row.id for row in collation.rows if row.in_base}
    edited = {w.page: any(e.row in copy for e in w.edits) for w in collation.witnesses}
    if page != collation.base:
        return edited[page]
    others = [found for other, found in edited.items() if other != page]
    return bool(others) and all(others)


def _self_reference(signs: Signs, member: Article) -> None:
    for credit in member.credits:
        if credit.kind == "text" and is_self(member, credit.name):
            signs.against[member.page] += 1
            spans = (PageSpan(member.page, credit.span.begin, credit.span.end),) if credit.span else ()
            text = f"{name_of(member)} put its own name into the text (“{credit.text}”)"
            signs.evidence.append(Evidence("edit_direction", text, "", spans))
            return


def _leftovers(signs: Signs, member: Article) -> None:
    for stretch in [p.span for p in member.paragraphs] + [f.span for f in member.furniture]:
        found = _LEFTOVER.search(stretch.of(member.text))
        if found:
            signs.leftovers = True
            begin = stretch.begin + found.start()
            span = PageSpan(member.page, begin, begin + len(found.group().rstrip()))
            text = f"{name_of(member)} kept a wire's note (“{found.group().strip()}”)"
            signs.evidence.append(Evidence("edit_direction", text, "outside", (span,)))
            return


def _stale_days(signs: Signs, members: Sequence[Article], collation: Collation) -> None:
    """ "Today" carried over word for word into the page of a later day speaks for the earlier page."""
    by_page = {m.page: m for m in members}
    for row in collation.rows:
        kept = [(by_page[c.page], c) for c in row.cells if c.state == "kept"]
        dated = [(m, c, on) for m, c in kept if (on := day(m)) is not None]
        dated.sort(key=lambda found: (found[2], found[0].page))
        if len(dated) < 2 or dated[0][2] == dated[-1][2]:
            continue
        first, _, on = dated[0]
        for member, cell, own in dated[1:]:
            times = [
                t
                for t in find_times(member.text, own, cell.span.begin, cell.span.end)
                if t.relative and t.value and member.text[t.begin : t.end].lower() in _DEICTIC
            ]
            if own != on and times:
                word = member.text[times[0].begin : times[0].end]
                text = f"{name_of(member)} ({own}) repeats “{word}” from a page of {on}"
                span = PageSpan(member.page, times[0].begin, times[0].end)
                signs.for_page[first.page] += 1
                signs.against[member.page] += 1
                signs.evidence.append(Evidence("edit_direction", text, first.page, (span,)))
                return


_DEICTIC = frozenset(("today", "tomorrow", "yesterday", "tonight", "last night", "this morning"))


def _tails(signs: Signs, collation: Collation, members: Sequence[Article]) -> None:
    """Copies cut from the end: the page stops early and cuts nothing before."""
    copy = [r.id for r in collation.rows if r.in_base]
    by_page = {m.page: m for m in members}
    for witness in sorted(collation.witnesses, key=lambda w: w.page):
        cut = [p.row for p in witness.cut]
        left = len(copy) - len(cut)
        if cut and left and cut == copy[left:] and not _adds_at_end(collation, witness):
            text = f"{name_of(by_page[witness.page])} stops after {left} of {len(copy)} paragraphs"
            signs.against[witness.page] += 1
            signs.evidence.append(Evidence("edit_direction", text, ""))


def _adds_at_end(collation: Collation, witness: Witness) -> bool:
    carrying = [r.id for r in collation.rows if any(c.page == witness.page for c in r.cells)]
    return bool(carrying) and carrying[-1] in {p.row for p in witness.added}
