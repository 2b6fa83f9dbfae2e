"""Invented sites that show what a site teaches."""

from evals.sites import body_f1, made_site, remembered, taught
from samecopy.records import Article
from samecopy.settings import ReadSettings
from samecopy.stages.extract import read_page


def read(pages: int) -> tuple[list[str], list[Article]]:
    made = made_site(3, pages)
    articles = [read_page(page.html, ReadSettings()) for page in made]
    return [page.gold for page in made], [one for one in articles if isinstance(one, Article)]


def test_an_invented_site_is_the_same_each_time() -> None:
    """Its pages depend on its number alone, and differ from each other."""
    assert made_site(3, 2) == made_site(3, 2)
    assert made_site(3, 2)[0].gold != made_site(3, 2)[1].gold


def test_pages_beside_each_other_are_read_better_than_alone() -> None:
    """Together or after others: the template's notices leave the bodies."""
    golds, articles = read(5)
    settings = ReadSettings()
    alone = body_f1(golds, taught(articles, 1, settings))
    assert body_f1(golds, taught(articles, 5, settings)) > alone
    assert body_f1(golds, remembered(articles, 5, settings)) > alone
