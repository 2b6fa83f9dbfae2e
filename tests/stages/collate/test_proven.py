"""Names that one page proves an agency's, on the pages that carry the same copy."""

from dataclasses import replace

from samecopy.records import Article, Credit, Furniture, Span
from samecopy.settings import CollateSettings
from samecopy.stages.collate import collate, origin
from samecopy.stages.collate.proven import with_proven
from tests.stages.collate.pages import COPY, agency, page

PROOF = page("p1", COPY, credited=[Credit("Tarn", True, "dateline", "ORRIN (Tarn) —")])


def credits_of(article: Article) -> list[tuple[str, bool, str]]:
    _, read = with_proven([PROOF, article])
    return [(one.name, one.agency, one.kind) for one in read.credits]


def under(article: Article, text: str, why: str = "outside") -> Article:
    """The article with a furniture line below it."""
    start = len(article.text) + 2
    line = Furniture(Span(start, start + len(text)), why)
    return replace(article, text=f"{article.text}\n\n{text}", furniture=(line,))


def test_a_byline_names_a_proven_agency() -> None:
    """ "Tarn / Evening Post" credits Tarn where another page has it in its dateline."""
    assert credits_of(replace(page("p2", COPY), byline="Tarn / Evening Post")) == [("Tarn", True, "byline")]


def test_an_unsure_credit_becomes_an_agencys() -> None:
    """A credit that was no agency's by itself is one where the name is proved."""
    unsure = page("p2", COPY, credited=[Credit("Tarn", False, "sign_off", "Source: Tarn")])
    assert credits_of(unsure) == [("Tarn", True, "sign_off")]


def test_a_name_alone_under_the_article_is_a_credit_with_its_span() -> None:
    """On a line of its own near the body, or as the last line of the body."""
    read = under(page("p2", COPY), "Source: Tarn")
    assert credits_of(read) == [("Tarn", True, "sign_off")]
    _, found = with_proven([PROOF, read])
    assert found.credits[0].span == read.furniture[0].span
    assert credits_of(page("p2", [*COPY, "Tarn"])) == [("Tarn", True, "sign_off")]


def test_a_name_among_other_words_is_no_credit() -> None:
    """A heading that speaks of it, a menu, a person with its initials, and the outlet itself."""
    assert credits_of(under(page("p2", COPY), "Tarn opens a new bridge")) == []
    assert credits_of(under(page("p2", COPY), "Tarn", "zone:nav")) == []
    assert credits_of(replace(page("p2", COPY), byline="Tom Aas Roe Nilsen")) == []
    assert credits_of(page("p2", [*COPY, "Tarn"], outlet="tarn")) == []


def test_agencies_at_large_never_compete_with_a_named_one() -> None:
    """The named agency stays the verdict's, and both outlets bear a credit line."""
    pages = [PROOF, page("p2", COPY, credited=[agency("staff and agencies")])]
    settings = CollateSettings()
    found = origin(pages, collate(pages, [], [], settings), settings)
    assert (found.kind, found.agency) == ("outside", "Tarn")
    assert not [one for one in found.evidence if one.sign == "missing"]
