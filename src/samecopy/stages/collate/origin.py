"""Where a family's copy likely came from: a ledger of evidence, and a verdict that may abstain.

Credit lines weigh most; then publication times together with containment (a copier can hardly carry
more of the copy than its source); then signs that make sense in one direction only, gathered in
`signs`. The direction of copying between texts alone is known to be weak evidence (Grozea and
Popescu 2010, "Who's the thief?", found asymmetries, no certainty): it never decides by itself.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from samecopy.records import Article, Evidence, Origin
from samecopy.settings import CollateSettings
from samecopy.stages.collate.collation import Collation
from samecopy.stages.collate.credit import Credited, credited, is_generic, is_self, name_of, outlet_of
from samecopy.stages.collate.moments import earliest_first, moment
from samecopy.stages.collate.proven import with_proven
from samecopy.stages.collate.signs import Signs, gather

Kind = Literal["page", "outside", "undecided"]
Confidence = Literal["high", "medium", "low"]


@dataclass(frozen=True, slots=True)
class _Verdict:
    kind: Kind
    page: str | None
    agency: str | None
    confidence: Confidence


_UNDECIDED = _Verdict("undecided", None, None, "low")


def origin(members: Sequence[Article], collation: Collation, settings: CollateSettings) -> Origin:
    """The likely origin of a family's copy with its evidence, in the order: credits, times, containment,
    other signs. Confidence is high only with two independent signs or more; the verdict may be
    `undecided`. Independent of the order of members."""
    ordered = with_proven(sorted(members, key=lambda m: m.page))
    agencies = credited(ordered, agency=True)
    signs = gather(ordered, collation, settings)
    verdict = _by_credit(ordered, agencies, signs) or _by_signs(ordered, agencies, signs)
    evidence = (*_credits(ordered, agencies, verdict), *signs.evidence)
    return Origin(
        verdict.kind,
        verdict.page,
        verdict.agency,
        verdict.confidence,
        tuple(evidence),
        _parents(ordered, verdict),
    )


def _by_credit(members: Sequence[Article], agencies: Sequence[Credited], signs: Signs) -> _Verdict | None:
    """The verdict where credit lines name an agency."""
    if not agencies:
        return None
    named = [body for body in agencies if not is_generic(body.name)]
    if not named:
        return _Verdict("outside", None, None, "medium")
    agencies, first = named, named[0]
    rival = len(agencies) > 1 and len(agencies[1].outlets) == len(first.outlets)
    if rival:
        return _Verdict("outside", None, None, "low")
    own = sorted((m for m in members if is_self(m, first.name)), key=earliest_first)
    outlets = {outlet_of(m) for m in own}
    crediting = [o for o in first.outlets if o not in outlets]
    if own:
        page = own[0].page
        support = len(crediting) + (signs.earliest == page) + (signs.contains_all == page)
        return _Verdict("page", page, first.name, "high" if support >= 2 else "medium")
    several = len(first.outlets) >= 2
    clean = len(agencies) == 1
    return _Verdict("outside", None, first.name, "high" if several and clean else "medium")


def _by_signs(members: Sequence[Article], agencies: Sequence[Credited], signs: Signs) -> _Verdict:
    """The verdict without agency credits."""
    credited_page = _credited_member(members)
    if credited_page is not None:
        agree = signs.earliest == credited_page or signs.contains_all == credited_page
        return _Verdict("page", credited_page, None, "high" if agree else "medium")
    first = signs.earliest
    outlets = {outlet_of(m) for m in members}
    if first is not None and signs.contains_all == first and not signs.against.get(first):
        strong = signs.for_page.get(first, 0) >= 1
        return _Verdict("page", first, None, "high" if strong else "medium")
    if len(outlets) == 1:
        return _Verdict("page", first, None, "medium") if first is not None else _UNDECIDED
    if signs.leftovers:
        return _Verdict("outside", None, None, "medium")
    # what carries more than the rest may be their source, unless a sign speaks against it
    contains = signs.contains_all
    if signs.same_time and signs.all_edited and (contains is None or signs.against.get(contains)):
        return _Verdict("outside", None, None, "medium" if len(outlets) > 2 else "low")
    return _UNDECIDED


def _credited_member(members: Sequence[Article]) -> str | None:
    """The page of the one member outlet that other members credit ("the Daily X reported")."""
    found: set[str] = set()
    for body in credited(members, agency=False):
        pages = sorted((m for m in members if is_self(m, body.name)), key=earliest_first)
        if pages:
            found.add(pages[0].page)
    return found.pop() if len(found) == 1 else None


def _credits(members: Sequence[Article], agencies: Sequence[Credited], verdict: _Verdict) -> list[Evidence]:
    outlets = {outlet_of(m): m for m in members}
    found = []
    for body in agencies:
        own = next((m for m in members if is_self(m, body.name)), None)
        count = _of(len(body.outlets), len(outlets))
        only = f": {name_of(outlets[body.outlets[0]])}" if len(body.outlets) == 1 < len(outlets) else ""
        found.append(
            Evidence(
                "credit",
                f"{count} credit{'s' if len(body.outlets) == 1 else ''} {body.name}{only}",
                own.page if own else "outside",
                body.spans,
            )
        )
        if own is not None:
            found.append(Evidence("credit", f"{own.page} is a page of {body.name} itself", own.page))
    for body in credited(members, agency=False):
        page = next((m.page for m in members if is_self(m, body.name)), "outside")
        verb = "refers" if len(body.outlets) == 1 else "refer"
        count = _of(len(body.outlets), len(outlets))
        found.append(
            Evidence(
                "credit", f"{_of(len(body.outlets), len(outlets))} {verb} to {body.name}", page, body.spans
            )
        )
    bare = [m for m in members if not any(c.agency for c in m.credits)]
    if len(bare) == len(members):
        found.append(Evidence("missing", "no credit line found", ""))
    elif bare:
        names = sorted({name_of(m) for m in bare})
        listed = ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")
        found.append(Evidence("missing", f"no credit line found at {listed}", ""))
    return found


def _of(count: int, total: int) -> str:
    """
    >>> _of(5, 6), _of(1, 1)
    ('5 of 6 outlets', '1 of 1 outlet')
    """
    return f"{count} of {total} outlet{'s' if total != 1 else ''}"


def _parents(members: Sequence[Article], verdict: _Verdict) -> tuple[tuple[str, str | None], ...]:
    """A page's likely parent: its outlet's own version before it, else the member that it refers to,
    else the origin's page."""
    found: dict[str, str | None] = {}
    for member in members:
        older = _older_version(member, members)
        parent = older or (verdict.page if verdict.kind == "page" else None)
        found[member.page] = None if parent == member.page else parent
    return tuple(sorted((page, None if _circular(page, found) else up) for page, up in found.items()))


def _older_version(member: Article, members: Sequence[Article]) -> str | None:
    """The latest version that the same outlet put out before; equal days are no order."""
    at = moment(member)
    if at is None or not member.outlet.key:
        return None
    older = [
        m
        for m in members
        if m.outlet.key == member.outlet.key
        and m.page != member.page
        and (other := moment(m)) is not None
        and (other.last < at.first or (other.exact == at.exact and other.first < at.first))
    ]
    return max(older, key=earliest_first).page if older else None


def _circular(page: str, parents: Mapping[str, str | None]) -> bool:
    seen = {page}
    at = parents[page]
    while at is not None:
        if at == page:
            return True
        if at in seen:
            return False
        seen.add(at)
        at = parents.get(at)
    return False
