"""A pile with a gold reading, told by samecopy and scored: copies, edits, account, counts.

A pile is a folder with pages and a `gold.json` (its shape is described in `evals/piles/README.md`).
Of the gold only the publication dates are given to the run, through a `pages.csv`.
"""

import csv
import json
import re
import shutil
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evals.figures import Figure
from samecopy import views
from samecopy.api import Quiet
from samecopy.engines import local
from samecopy.records import Edit, Event, Family, Result, Statement
from samecopy.settings import Settings
from samecopy.sources import open_pile
from samecopy.store import Store

Gold = Any
"""The decoded `gold.json`."""

_WORD = re.compile(r"\w+")
_STATUS = {"planned_no_date": "no_date_set"}


def told(folder: Path, gold: Gold) -> Result:
    """Run the whole plan on a pile, in a temporary folder, given the publication dates alone."""
    with tempfile.TemporaryDirectory() as temporary:
        pile, out = Path(temporary, "pile"), Path(temporary, "out")
        pile.mkdir()
        out.mkdir()
        with (pile / "pages.csv").open("w", newline="", encoding="utf-8") as beside:
            rows = csv.writer(beside)
            rows.writerow(["file", "published"])
            for page in gold["pages"].values():
                shutil.copy(folder / page["file"], pile)
                rows.writerow([page["file"], page["published"]])
        settings = Settings()
        with Store(views.store_in(out)) as store:
            local.run(open_pile([pile], settings.read), store, settings, Quiet())
            return views.result(store)


@dataclass(frozen=True, slots=True)
class Hit:
    """One gold item and whether it was found right; `why` says what is wrong with the nearest one."""

    what: str
    right: bool
    why: str = ""


def bag(text: str | None) -> set[str]:
    return set(_WORD.findall((text or "").casefold()))


def near(a: str, b: str) -> float:
    """Shared words over all words."""
    left, right = bag(a), bag(b)
    return len(left & right) / len(left | right) if left or right else 0.0


def within(a: str, b: str) -> float:
    """Shared words over those of the smaller text."""
    left, right = bag(a), bag(b)
    return len(left & right) / min(len(left), len(right)) if left and right else 0.0


def furniture_hits(result: Result, gold: Gold) -> list[Hit]:
    """Every furniture line of the gold is in no body paragraph."""
    hits = []
    for key, lines in gold.get("boilerplate", {}).items():
        body = [
            p for v in result.pages if v.article.page == _file(gold, key) for p in v.article.paragraph_texts()
        ]
        for line in lines:
            kept = [p for p in body if line == p.strip() or (len(line) > 30 and line in p)]
            hits.append(Hit(line[:60], not kept, "kept in the body"))
    return hits


def family_of(result: Result, pages: Iterable[str]) -> Family | None:
    """The family that holds exactly these pages."""
    wanted = tuple(sorted(pages))
    families = [f for story in result.stories for f in story.families]
    return next((f for f in families if f.pages == wanted), None)


def row_counts(family: Family) -> tuple[int, int]:
    """Rows that every witness carries: word for word, and with edits."""
    shared = [row for row in family.rows if len({cell.page for cell in row.cells}) == len(family.pages)]
    edited = {(e.row) for w in family.witnesses for e in w.edits}
    verbatim = [row for row in shared if row.id not in edited]
    return len(verbatim), len(shared) - len(verbatim)


def added_hits(family: Family, gold: Gold) -> list[Hit]:
    """Each paragraph that one outlet added is named as added, and nothing else is."""
    hits = []
    for key, paragraphs in gold["family"].get("added_by", {}).items():
        witness = next(w for w in family.witnesses if w.page == _file(gold, key))
        named = [p.text.strip() for p in witness.added]
        hits += [Hit(text[:60], text.strip() in named, "not named as added") for text in paragraphs]
        hits += [Hit(text[:60], False, "named as added") for text in named if text not in paragraphs]
    return hits


def edit_hits(family: Family, gold: Gold) -> list[Hit]:
    """Each gold edit is found with its kind; its orientation does not count."""
    ours = [e for w in family.witnesses for e in w.edits]
    return [_edit_hit(edit, ours) for edit in gold["family"].get("edits", ())]


def _edit_hit(edit: Gold, ours: Sequence[Edit]) -> Hit:
    what = f"{edit['kind']}: {edit['a'][:40]} | {edit['b'][:40]}"
    same = [e for e in ours if _same_edit(e, edit["a"], edit["b"]) or _same_edit(e, edit["b"], edit["a"])]
    if not same:
        return Hit(what, False, "not found")
    kinds = {e.kind for e in same}
    day = edit.get("same_day")
    right = edit["kind"] in kinds and (day is None or any(e.same_day == day for e in same))
    return Hit(what, right, f"classed {', '.join(sorted(kinds))}")


def _same_edit(ours: Edit, before: str, after: str) -> bool:
    """Equal wording, or one side's unit is drawn a few words wider."""
    pairs = ((ours.before, before), (ours.after, after))
    return all(x in y or y in x for x, y in pairs) and all(bool(x) == bool(y) for x, y in pairs)


def extra_edits(family: Family, gold: Gold) -> list[Edit]:
    """Edits classed as substance that the gold does not hold as substance."""
    gold_edits = gold["family"].get("edits", ())
    return [
        e
        for w in family.witnesses
        for e in w.edits
        if e.matters
        and not any(_same_edit(e, g["a"], g["b"]) or _same_edit(e, g["b"], g["a"]) for g in gold_edits)
    ]


def statement_hits(result: Result, gold: Gold) -> list[Hit]:
    """Each gold statement: found, with the right kind and the right (resolved, typed) source."""
    ours = [s for story in result.stories for s in story.statements]
    return [_statement_hit(g, ours, gold) for g in gold["statements"]]


def _statement_hit(g: Gold, ours: Sequence[Statement], gold: Gold) -> Hit:
    pages = {_file(gold, key) for key in g["pages"]}
    found = [s for s in ours if _one_text(s.text, g["text"]) and pages & set(s.pages)]
    if not found:
        return Hit(g["text"][:70], False, "not found")
    best = max(found, key=lambda s: (near(s.text, g["text"]), s.kind == g["kind"]))
    wrong = []
    if best.kind != g["kind"]:
        wrong.append(f"kind {best.kind} for {g['kind']}")
    if best.source.type != g["source_type"]:
        wrong.append(f"type {best.source.type} for {g['source_type']}")
    if within(best.source.name, g["source"]) < 0.6:
        wrong.append(f"source {best.source.name!r} for {g['source']!r}")
    if not pages <= set(best.pages):
        wrong.append(f"pages {best.pages}")
    return Hit(g["text"][:70], not wrong, "; ".join(wrong))


def _one_text(ours: str, gold: str) -> bool:
    """Mostly the same words; the gold cuts some long quotations short."""
    return near(ours, gold) >= 0.5 or (within(ours, gold) >= 0.8 and near(ours, gold) >= 0.3)


def event_hits(result: Result, gold: Gold) -> list[Hit]:
    """Each gold event: found by its words, with the right date and status."""
    ours = [e for story in result.stories for e in story.events]
    return [_event_hit(g, ours, gold) for g in gold["events"]]


def _event_hit(g: Gold, ours: Sequence[Event], gold: Gold) -> Hit:
    what = f"{g['when']} {g['status']}: {g['what'][:50]}"
    status = _STATUS.get(g["status"], g["status"])
    words = f"{g['what']} {' '.join(g['who'])}"
    pages = {_file(gold, key) for key in g["pages"]}
    near_by = [e for e in ours if bag(words) & bag(f"{e.what} {' '.join(e.who)}") and pages & set(e.pages)]
    dated = [e for e in near_by if _day(e.when) == g["when"]]
    right = [e for e in dated if e.status == status]
    if right:
        return Hit(what, True)
    return Hit(what, False, f"dated so: {[(e.what[:40], e.status) for e in dated]}")


def _day(when: str | None) -> str | None:
    """Without its time of day, which the gold does not record."""
    return when and when.partition("T")[0]


def figure_hits(result: Result, gold: Gold) -> list[Hit]:
    """Each gold figure: found by its value, with the right giver."""
    hits = []
    ours = [f for story in result.stories for f in story.figures]
    for g in gold["figures"]:
        low, high = g["value"] if isinstance(g["value"], list) else (g["value"], g["value"])
        same = [f for f in ours if f.low == low and f.high == high]
        narrated = "no giver" in g["giver"]
        right = [
            f
            for f in same
            if (
                f.giver is None
                if narrated
                else f.giver is not None and within(f.giver.name, g["giver"]) >= 0.6
            )
        ]
        givers = [f.giver.name if f.giver else None for f in same]
        hits.append(Hit(f"{g['surface']} by {g['giver'][:30]}", bool(right), f"givers {givers}"))
    return hits


def score(name: str, folder: Path) -> tuple[list[Figure], list[Hit]]:
    """All figures of one pile, and the hits that failed."""
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    result = told(folder, gold)
    family = family_of(result, (_file(gold, key) for key in gold["family"]["pages"]))
    parts = {
        "furniture lines left out": furniture_hits(result, gold),
        "statements right": statement_hits(result, gold),
        "events right": event_hits(result, gold),
        "figures right": figure_hits(result, gold),
    }
    figures = [Figure(f"{name}: family found", float(family is not None))]
    if family is not None:
        verbatim, edited = row_counts(family)
        figures.append(
            Figure(f"{name}: paragraphs verbatim", verbatim, f"of {gold['family']['verbatim_paragraphs']}")
        )
        figures.append(
            Figure(f"{name}: paragraphs edited", edited, f"of {gold['family']['edited_paragraphs']}")
        )
        parts["edits right"] = edit_hits(family, gold)
        parts["added paragraphs named"] = added_hits(family, gold)
        extra = extra_edits(family, gold)
        figures.append(Figure(f"{name}: edits wrongly said to matter", len(extra)))
        parts["not substance"] = [
            Hit(f"{e.kind}: {e.before} | {e.after}", False, "said to matter") for e in extra
        ]
    figures += [
        Figure(f"{name}: {what}", sum(h.right for h in hits), f"of {len(hits)}")
        for what, hits in parts.items()
        if what != "not substance"
    ]
    figures += _counts(name, result, gold, family)
    return figures, [h for hits in parts.values() for h in hits if not h.right]


def _counts(name: str, result: Result, gold: Gold, family: Family | None) -> list[Figure]:
    """The bounds: of the story, and behind each statement that only the family carries."""
    origins = max((s.origins_at_most for s in result.stories), default=0)
    expected = gold.get("origins_at_most", gold["family"]["independent_reports_upper_bound"])
    figures = [
        Figure(f"{name}: origins counted right", float(origins == expected), f"{origins} for {expected}")
    ]
    if family is not None:
        inside = [
            s for story in result.stories for s in story.statements if set(s.pages) <= set(family.pages)
        ]
        over = [s for s in inside if (s.reports_at_most, s.primary_sources_at_most) != (1, 1)]
        figures.append(
            Figure(f"{name}: copied statements counted more than once", len(over), f"of {len(inside)}")
        )
    return figures


def _file(gold: Gold, key: str) -> str:
    return str(gold["pages"][key]["file"])
