"""What a site teaches: body F1 of its pages read alone, and beside 4 and 19 others of the site.

    python -m evals.sites [DATA]

No labelled set that we know of has five pages of many sites: article-extraction-benchmark has one or two.
So the figures for 5 and 20 pages come from invented sites, made here from a seed: each has a template with
notices that read like running text, which nothing but their recurrence tells from an article. They say
whether recurrence is learnt, not how well the open web is read. With DATA (as for `reading.py`) the real
sites of two pages are read alone and together as well, which shows whether anything true is lost.
"""

import argparse
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from evals.reading import body_pages, shingle_scores
from samecopy.records import Article, Page
from samecopy.settings import ReadSettings
from samecopy.stages.extract import kept_lessons, read_page, read_site, unlearned
from samecopy.stages.extract.outlets import registrable_domain

SIZES = (1, 5, 20)
_SITES, _SEED = 12, 5
_TOWNS = [
    "Torvik",
    "Lunna",
    "Orrin",
    "Maravale",
    "Holm",
    "Estrup",
    "Candry",
    "Velnes",
    "Porthaven",
    "Skarra",
    "Ulmen",
    "Brinto",
]
_HOUSES = [
    "Courier",
    "Post",
    "Gazette",
    "Herald",
    "Observer",
    "Tribune",
    "Echo",
    "Mercury",
    "Standard",
    "Messenger",
    "Argus",
    "Record",
]
_WHO = [
    "the harbour office",
    "a ferry captain",
    "two bakers",
    "the town council",
    "the school board",
    "a joiner",
    "the mill's owner",
    "the fire brigade",
    "a court",
    "the bus drivers",
    "the hospital",
    "three farmers",
    "the museum",
    "a surveyor",
    "the water board",
]
_DID = [
    "asked for",
    "turned down",
    "inspected",
    "paid for",
    "closed",
    "promised",
    "measured",
    "mended",
    "sold",
    "counted",
    "praised",
    "delayed",
    "opened",
    "moved",
    "painted",
]
_WHAT = [
    "the east pier",
    "a new crossing",
    "eleven wells",
    "the old granary",
    "a winter timetable",
    "the north road",
    "a row of sheds",
    "the reading room",
    "forty lamps",
    "the tram depot",
    "a flood wall",
    "the bell tower",
    "nine orchards",
    "the swimming hall",
    "the fish market",
]
_WHY = [
    "because of the storms in spring",
    "after months of talks",
    "though the money is short",
    "before the frost comes",
    "against the advice of engineers",
    "to the delight of the neighbours",
    "without a word of explanation",
    "for the third time in ten years",
    "while the tide was low",
    "as the law of the county demands",
]
_NOTICES = (
    "The {house} is printed in {town} on paper that comes from its own mill by the river.",
    "Readers in {town} who write to us by Friday may find their letter in the weekend edition.",
    "Our reporters drink tea with anybody in {town} who has a story worth the telling.",
    "For {number} years the {house} has looked after the news of {town} so that its people do not have to.",
    "The editor of the {house} answers questions from the public at the old town hall every Tuesday.",
    "Every morning the {house} walks through the lanes of {town} and brings what it saw to breakfast tables.",
    "The print edition of the {house} lies at every baker's in {town} from six in the morning.",
    "Whoever finds a mistake in the {house} is sent a jar of honey from the hives on our roof.",
)


@dataclass(frozen=True, slots=True)
class Made:
    """An invented page in both forms, and its true body."""

    text: Page
    html: Page
    gold: str


def made_site(number: int, pages: int) -> tuple[Made, ...]:
    """The pages of one invented site. At four places of its template stands one of two notices, or none."""
    dice = random.Random(f"{_SEED} {number}")
    town = _TOWNS[number % len(_TOWNS)]
    house = f"{town} {dice.choice(_HOUSES)}"
    notices = [
        notice.format(house=house, town=town, number=dice.randint(12, 160))
        for notice in dice.sample(_NOTICES, len(_NOTICES))
    ]
    return tuple(_made(f"{number}-{page}", notices, dice) for page in range(pages))


def _made(name: str, notices: Sequence[str], dice: random.Random) -> Made:
    body = [" ".join(_sentence(dice) for _ in range(dice.randint(1, 3))) for _ in range(dice.randint(5, 12))]
    places = [dice.choice((*notices[at : at + 2], "")) for at in range(0, len(notices), 2)]
    title = f"{dice.choice(_TOWNS)} {dice.choice(_DID)} {dice.choice(_WHAT)}"
    lines = [line for line in (places[0], *body[:2], places[1], *body[2:], *places[2:]) if line]
    markup = "".join(f"<p>{line}</p>" for line in lines)
    html = f"<html><body><div><h1>{title}</h1>{markup}</div></body></html>"
    return Made(
        Page(name, f"{name}.txt", "text", "\n\n".join([title, *lines]).encode(), ""),
        Page(name, f"{name}.html", "html", html.encode(), ""),
        "\n".join(body),
    )


def _sentence(dice: random.Random) -> str:
    who, did, what, why = (dice.choice(part) for part in (_WHO, _DID, _WHAT, _WHY))
    count, day = dice.randint(2, 90), dice.choice(("Monday", "Tuesday", "Thursday", "Saturday"))
    said = f"{who} {did} {what} {why}, {count} of {dice.choice(_TOWNS)}'s people heard on {day}."
    return said[0].upper() + said[1:]


def body_f1(golds: Sequence[str], articles: Sequence[Article]) -> float:
    """F1 of the averages over pages, as in `reading.py`."""
    pairs = [
        shingle_scores(gold, "\n".join(article.paragraph_texts()))
        for gold, article in zip(golds, articles, strict=True)
    ]
    precision, recall = (sum(part) / len(pairs) for part in zip(*pairs, strict=True))
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def taught(articles: Sequence[Article], size: int, settings: ReadSettings) -> list[Article]:
    """The articles of one site, read `size` at a time."""
    groups = [articles[at : at + size] for at in range(0, len(articles), size)]
    return [article for group in groups for article in read_site(group, settings)]


def remembered(articles: Sequence[Article], size: int, settings: ReadSettings) -> list[Article]:
    """Each article read by itself, after `size - 1` others that an earlier run has read."""
    found: list[Article] = []
    for at, article in enumerate(articles):
        others = [articles[(at + step) % len(articles)] for step in range(1, size)]
        earlier = unlearned([article], kept_lessons(others, (), settings), settings)
        found += read_site([article], settings, earlier)
    return found


def invented() -> dict[str, float]:
    """Body F1 by form, by how many pages, and whether they were read together or earlier."""
    settings = ReadSettings()
    sites = [made_site(number, max(SIZES)) for number in range(_SITES)]
    golds = [made.gold for site in sites for made in site]
    found = {}
    for form in ("text", "html"):
        alone = [_articles([getattr(made, form) for made in site], settings) for site in sites]
        for size in SIZES:
            for how, read in (("together", taught), ("earlier", remembered)):
                articles = [article for site in alone for article in read(site, size, settings)]
                found[f"{form}, {size} pages, {how}"] = body_f1(golds, articles)
    return found


def _articles(pages: Sequence[Page], settings: ReadSettings) -> list[Article]:
    return [article for page in pages if isinstance(article := read_page(page, settings), Article)]


def real(data: Path) -> tuple[int, float, float]:
    """Sites of two real pages or more: how many pages, their body F1 alone, and together."""
    settings = ReadSettings()
    sites: dict[str, list[tuple[str, Article]]] = {}
    for url, gold, page in body_pages(data):
        article = read_page(page, settings)
        if isinstance(article, Article):
            sites.setdefault(registrable_domain(url), []).append((gold, article))
    groups = [group for site, group in sorted(sites.items()) if site and len(group) > 1]
    golds = [gold for group in groups for gold, _ in group]
    alone = [article for group in groups for _, article in group]
    beside = [one for group in groups for one in read_site([article for _, article in group], settings)]
    return len(golds), body_f1(golds, alone), body_f1(golds, beside)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("data", type=Path, nargs="?")
    options = parser.parse_args()
    for what, f1 in invented().items():
        print(f"invented sites, {what}: F1 {f1:.4f}")
    if options.data is None:
        print("real sites: skipped, no DATA given")
        return
    pages, alone, beside = real(options.data)
    print(f"real sites of two pages and more ({pages} pages): F1 alone {alone:.4f}, together {beside:.4f}")


if __name__ == "__main__":
    main()
