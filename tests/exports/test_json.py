"""JSON of results: its shape is held here, field by field."""

from dataclasses import replace
from typing import Any

import msgspec
import pytest

from samecopy import exports
from samecopy.errors import NotInStore
from samecopy.records import Source, Span, StatementMention
from samecopy.text.dates import Time
from tests.sample import sample

PAGE = (
    "id locator url outlet outlet_key title byline published published_utc published_evidence modified "
    "modified_utc modified_evidence fetched language section canonical dateline credits "
    "read_by digest story families paragraphs"
)
STORY = (
    "id key formerly title pages letters lone not_seen origins_at_most families statements events figures "
    "uncertain"
)
FAMILY = "id letter pages base origin rows witnesses"
ORIGIN = "kind page agency confidence evidence parents descents"
WITNESS = (
    "page base kept_share words_kept words_cut words_changed words_added headline kept cut moved changed "
    "added edits"
)
EDIT = "row kind matters before after spans before_span after_span context same_day note"
COUNTS = "reports_at_most primary_sources_at_least primary_sources_at_most evidence"
STATEMENT = f"id text kind source cue pages spans {COUNTS}"
EVENT = f"id what when where who status pages spans surfaces {COUNTS} note"
FIGURE = f"id surface low high approximate unit of trend giver pages spans {COUNTS} note"

RESULT: Any = msgspec.json.decode(exports.result_json(sample()))
FIRST: Any = RESULT["stories"][0]

SHAPES = [
    ("result", RESULT, "schema outlets pages stories rejected warnings"),
    ("page", RESULT["pages"][0], PAGE),
    ("credit", RESULT["pages"][0]["credits"][0], "name agency kind text begin end"),
    ("paragraph", RESULT["pages"][0]["paragraphs"][0], "number begin end"),
    ("rejection", RESULT["rejected"][0], "page locator reason detail"),
    ("story", FIRST, STORY),
    ("family", FIRST["families"][0], FAMILY),
    ("origin", FIRST["families"][0]["origin"], ORIGIN),
    ("ledger line", FIRST["families"][0]["origin"]["evidence"][0], "sign text speaks_for spans"),
    ("row", FIRST["families"][0]["rows"][0], "id text in_base first cells"),
    ("cell", FIRST["families"][0]["rows"][0]["cells"][0], "page paragraph state begin end"),
    ("witness", FIRST["families"][0]["witnesses"][1], WITNESS),
    ("headline", FIRST["families"][0]["witnesses"][1]["headline"], "before after rewritten"),
    ("kept", FIRST["families"][0]["witnesses"][1]["kept"][0], "row text page begin end words"),
    ("edit", FIRST["families"][0]["witnesses"][1]["edits"][0], EDIT),
    ("span", FIRST["families"][0]["witnesses"][1]["edits"][0]["before_span"], "page begin end"),
    ("statement", FIRST["statements"][0], STATEMENT),
    ("source", FIRST["statements"][0]["source"], "text name type relayed_from"),
    ("event", FIRST["events"][0], EVENT),
    ("surface", FIRST["events"][0]["surfaces"][0], "page text"),
    ("figure", FIRST["figures"][0], FIGURE),
]


@pytest.mark.parametrize(("shape", "fields"), [s[1:] for s in SHAPES], ids=[s[0] for s in SHAPES])
def test_shape(shape: dict[str, object], fields: str) -> None:
    """Each object has exactly the fields promised, in that order."""
    assert list(shape) == fields.split()


def test_result_is_the_same_each_time() -> None:
    """Equal results give equal bytes."""
    assert exports.result_json(sample()) == exports.result_json(sample())


def test_letters_map_reports_to_letters() -> None:
    """A story's letters can be looked up by family or by lone page."""
    assert FIRST["letters"] == {"f1": "A", "f2": "B", "lone.html": "C"}


def test_spans_point_at_the_words() -> None:
    """A statement's span cuts the statement out of its page's text."""
    texts = {view.article.page: view.article.text for view in sample().pages}
    span = FIRST["statements"][1]["spans"][0]
    assert texts[span["page"]][span["begin"] : span["end"]] == FIRST["statements"][1]["text"]


def test_hostile_strings_stay_valid_json() -> None:
    """Markup, control and bidirectional characters come through as they were."""
    result = sample(hostile=True)
    title = msgspec.json.decode(exports.result_json(result))["stories"][0]["title"]
    assert title == result.stories[0].title


def test_lone_surrogates_do_not_stop_the_export() -> None:
    """A file name that is no UTF-8 is written with its bytes escaped."""
    result = sample()
    view = replace(result.pages[0], locator="pile/\udcff.html")
    data = exports.result_json(replace(result, pages=(view, *result.pages[1:])))
    assert msgspec.json.decode(data)["pages"][0]["locator"] == "pile/\\udcff.html"


@pytest.mark.parametrize(("id_", "field", "value"), [
    ("s2", "id", "s2"),
    ("s1/A", "letter", "A"),
    ("f2", "letter", "B"),
    ("s1/C", "id", "lone.html"),
    ("daily-x.html", "outlet", "Daily X"),
    (None, "schema", 1),
])  # fmt: skip
def test_part(id_: str | None, field: str, value: object) -> None:
    """A page, story or family can be had by its id or its address."""
    assert msgspec.json.decode(exports.part_json(sample(), id_))[field] == value


def test_part_unknown() -> None:
    """An id that nothing has is an error of ours."""
    with pytest.raises(NotInStore):
        exports.part_json(sample(), "s9")


def test_article() -> None:
    """An article's JSON holds its body as paragraphs, and what was left out with the reason."""
    article = sample().pages[1].article
    seen = msgspec.json.decode(exports.article_json(article))
    assert seen["body"] == article.paragraph_texts()
    assert [line["why"] for line in seen["left_out"]] == ["menu", "read_more"]
    assert seen["furniture"] == [line["text"] for line in seen["left_out"]]
    assert seen["credits"][0]["name"] == "Nordwire"


def test_times() -> None:
    """A temporal expression carries its words, type and value."""
    data = exports.times_json("on 2 May 2031", [Time(3, 13, "DATE", "2031-05-02", False)])
    assert msgspec.json.decode(data) == [
        {
            "begin": 3,
            "end": 13,
            "text": "2 May 2031",
            "type": "DATE",
            "value": "2031-05-02",
            "relative": False,
        }
    ]


def test_statements() -> None:
    """A statement carries content, cue and source as spans with their words."""
    text = "“It rains,” she said."
    source = Source("she", "Ada Brannock", "brannock", "named_person", Span(12, 15))
    mention = StatementMention("p", "direct", (Span(1, 9),), Span(16, 20), source)
    (seen,) = msgspec.json.decode(exports.statements_json(text, [mention]))
    assert [part["text"] for part in seen["content"]] == ["It rains"]
    assert (seen["cue"]["text"], seen["source"]["text"]) == ("said", "she")
    assert (seen["source_name"], seen["source_type"]) == ("Ada Brannock", "named_person")
