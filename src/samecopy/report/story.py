"""What the document shows of one story: the verdict first, then the reports, then the account."""

from dataclasses import dataclass

from samecopy.records import Family, Result, Story
from samecopy.report.account import (
    ShownEvent,
    ShownFigure,
    ShownStatement,
    show_events,
    show_figures,
    show_statements,
)
from samecopy.report.anchors import page_anchor
from samecopy.report.family import FamilyPanel, family_panel
from samecopy.report.labels import Pile, Place
from samecopy.report.sizes import count
from samecopy.report.wording import too_uncertain, verdict


@dataclass(frozen=True, slots=True)
class Report:
    """One independent report at a glance; `panel` is None for a lone article."""

    letter: str
    anchor: str
    kind: str
    pages: int
    size: str
    members: tuple[Place, ...]
    panel: FamilyPanel | None


@dataclass(frozen=True, slots=True)
class StoryPanel:
    id: str
    title: str
    verdict: str
    origins: int
    pages: int
    size: str
    not_seen: tuple[str, ...]
    joined: str
    reports: tuple[Report, ...]
    statements: tuple[ShownStatement, ...]
    dated: tuple[ShownEvent, ...]
    undated: tuple[ShownEvent, ...]
    figures: tuple[ShownFigure, ...]
    uncertain_statements: str
    uncertain_events: str


def show_stories(result: Result, pile: Pile) -> tuple[StoryPanel, ...]:
    """All stories in the order of the result."""
    return tuple(_story(pile, story) for story in result.stories)


def _story(pile: Pile, story: Story) -> StoryPanel:
    families = {family.id: family for family in story.families}
    outlets = pile.outlets(story.pages)
    dated, undated = show_events(pile, story)
    return StoryPanel(
        id=story.id,
        title=story.title,
        verdict=verdict(story, outlets),
        origins=story.origins_at_most,
        pages=len(story.pages),
        size=f"{count(len(story.pages), 'page')}, {outlets}",
        not_seen=story.not_seen,
        joined=_joined(story),
        reports=tuple(
            _family_report(pile, story.id, letter, families[report])
            if report in families
            else _lone_report(pile, story.id, letter, report)
            for report, letter in story.letters
        ),
        statements=show_statements(pile, story),
        dated=dated,
        undated=undated,
        figures=show_figures(pile, story),
        uncertain_statements=too_uncertain(story.uncertain.statements, "statement"),
        uncertain_events=too_uncertain(story.uncertain.events, "event"),
    )


def _joined(story: Story) -> str:
    """Why there may be fewer origins than letters."""
    if story.origins_at_most >= len(story.letters):
        return ""
    return f"{count(len(story.letters), 'report')} listed; those of one outlet count once."


def _family_report(pile: Pile, story: str, letter: str, family: Family) -> Report:
    panel = family_panel(pile, family, story, letter)
    return Report(
        letter=letter,
        anchor=panel.anchor,
        kind=panel.kind,
        pages=panel.pages,
        size=panel.size,
        members=pile.pages(family.pages),
        panel=panel,
    )


def _lone_report(pile: Pile, story: str, letter: str, page: str) -> Report:
    members = (Place(pile.label(page), page_anchor(page), ""),)
    return Report(letter, f"{story}/{letter}", "own report", 1, "1 page", members, None)
