"""Where a family's copy likely came from: a ledger of evidence, and a verdict that may abstain.

Credit lines weigh most; then publication times together with containment (a copier can hardly carry
more of the copy than its source); then signs that make sense in one direction only, gathered in
`signs`; then the likeliest tree over all witnesses (`lineage`). The direction of copying between two
texts alone is known to be weak evidence (Grozea and Popescu 2010, "Who's the thief?", found
asymmetries, no certainty): without credits no verdict is "high".
"""

from collections.abc import Sequence

from samecopy.records import Article, Evidence, Origin
from samecopy.settings import CollateSettings
from samecopy.stages.collate.collation import Collation
from samecopy.stages.collate.credit import Credited, credited, is_generic, is_self, name_of, outlet_of
from samecopy.stages.collate.descent import OUTSIDE, Ancestry
from samecopy.stages.collate.lineage import Lineage, Verdict
from samecopy.stages.collate.moments import earliest_first
from samecopy.stages.collate.proven import with_proven
from samecopy.stages.collate.signs import Signs, gather

_UNDECIDED = Verdict("undecided", None, None, "low")


def origin(members: Sequence[Article], collation: Collation, settings: CollateSettings) -> Origin:
    """The likely origin of a family's copy with its evidence, in the order: credits, times, containment,
    other signs. Confidence is high only with two independent signs or more; the verdict may be
    `undecided`. Independent of the order of members."""
    ordered = with_proven(sorted(members, key=lambda m: m.page))
    agencies = credited(ordered, agency=True)
    signs = gather(ordered, collation, settings)
    lineage = Lineage(ordered, collation, settings.descent)
    verdict = _by_credit(ordered, agencies, signs) or _by_signs(ordered, signs)
    if verdict is None:
        tree = lineage.tree()
        verdict = _by_tree(ordered, agencies, signs, tree, lineage, settings)
    else:
        tree = lineage.tree(verdict.page, outside=verdict.kind == "outside")
    evidence = (*_credits(ordered, agencies, verdict), *signs.evidence)
    return Origin(
        verdict.kind,
        verdict.page,
        verdict.agency,
        verdict.confidence,
        evidence,
        lineage.descents(tree, verdict),
    )


def _by_credit(members: Sequence[Article], agencies: Sequence[Credited], signs: Signs) -> Verdict | None:
    """The verdict where credit lines name an agency."""
    if not agencies:
        return None
    named = [body for body in agencies if not is_generic(body.name)]
    if not named:
        return Verdict("outside", None, None, "medium")
    agencies, first = named, named[0]
    if _rivalled(agencies):
        return None
    own = sorted((m for m in members if is_self(m, first.name)), key=earliest_first)
    outlets = {outlet_of(m) for m in own}
    crediting = [o for o in first.outlets if o not in outlets]
    if own:
        page = own[0].page
        support = len(crediting) + (signs.earliest == page) + (signs.contains_all == page)
        return Verdict("page", page, first.name, "high" if support >= 2 else "medium")
    sure = len(first.outlets) >= 2 and _agreed(members, agencies)
    return Verdict("outside", None, first.name, "high" if sure else "medium")


def _agreed(members: Sequence[Article], agencies: Sequence[Credited]) -> bool:
    """Whether the credits speak with one voice: no second agency, or one that only such outlets name as
    credit the first too (they spliced its copy in), while most outlets of three or more credit the first."""
    first, others = agencies[0], agencies[1:]
    if not others:
        return True
    most = 2 * len(first.outlets) > len({outlet_of(m) for m in members})
    spliced = all(set(other.outlets) <= set(first.outlets) for other in others)
    return len(first.outlets) >= 3 and most and spliced


def _rivalled(agencies: Sequence[Credited]) -> bool:
    """Whether the credits contradict each other: other agencies have half as many outlets or more."""
    others = {outlet for body in agencies[1:] for outlet in body.outlets}
    return 2 * len(others) >= len(agencies[0].outlets)


def _by_signs(members: Sequence[Article], signs: Signs) -> Verdict | None:
    """The verdict that references, versions and what a wire leaves behind give without agency credits."""
    credited_page = _credited_member(members)
    if credited_page is not None:
        agree = signs.earliest == credited_page or signs.contains_all == credited_page
        return Verdict("page", credited_page, None, "high" if agree else "medium")
    first = signs.earliest
    if len({outlet_of(m) for m in members}) == 1:
        return Verdict("page", first, None, "medium") if first is not None else None
    if signs.leftovers:
        return Verdict("outside", None, None, "medium")
    # what carries more than the rest may be their source, unless a sign speaks against it
    contains = signs.contains_all
    if signs.same_time and signs.all_edited and (contains is None or signs.against.get(contains)):
        return Verdict("outside", None, None, "medium" if len(members) > 2 else "low")
    return None


def _by_tree(
    members: Sequence[Article],
    agencies: Sequence[Credited],
    signs: Signs,
    tree: Ancestry,
    lineage: Lineage,
    settings: CollateSettings,
) -> Verdict:
    """The verdict of the likeliest tree, where it is likely enough. "Low": texts and times show no page
    that is not in the pile, and where the origin is not, its first full copy looks the same."""
    share = tree.roots[tree.root]
    named = [body for body in agencies if not is_generic(body.name)]
    if share < settings.descent.origin_known:
        return Verdict("outside", None, None, "low") if named else _UNDECIDED
    if tree.root == OUTSIDE:
        return Verdict("outside", None, None, "low")
    page = members[tree.root].page
    if signs.against.get(page) and not lineage.timed(tree.root):
        return Verdict("outside", None, None, "low")
    return Verdict("page", page, None, "low")


def _credited_member(members: Sequence[Article]) -> str | None:
    """The page of the one member outlet that other members credit ("the Daily X reported")."""
    found: set[str] = set()
    for body in credited(members, agency=False):
        pages = sorted((m for m in members if is_self(m, body.name)), key=earliest_first)
        if pages:
            found.add(pages[0].page)
    return found.pop() if len(found) == 1 else None


def _credits(members: Sequence[Article], agencies: Sequence[Credited], verdict: Verdict) -> list[Evidence]:
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
