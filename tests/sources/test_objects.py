"""JSON files: one object, many, wrapped ones, and the shapes that agencies and peers write."""

import json
from pathlib import Path

import pytest

from samecopy.records import Page, Rejection
from samecopy.settings import ReadSettings
from samecopy.sources.pile import open_pile

SMALL = ReadSettings(max_page_bytes=2000)
TEXT = "The ferry to Norhaven will stay in port until the harbour wall is mended."


def read(path: Path, settings: ReadSettings | None = None) -> tuple[list[Page], dict[str, str]]:
    items = list(open_pile([path], settings or ReadSettings()))
    rejected = {i.page: i.reason for i in items if isinstance(i, Rejection)}
    return [i for i in items if isinstance(i, Page)], rejected


def page(tmp_path: Path, *objects: object, name: str = "a.json") -> Page:
    (tmp_path / name).write_text("\n".join(json.dumps(o) for o in objects))
    (found,), rejected = read(tmp_path / name)
    assert rejected == {}
    return found


@pytest.mark.parametrize(
    "content",
    [
        '{"text": "one"} {"text": "two"}',
        '[{"text": "one"},\n {"text": "two"}]',
        '{"status": "ok", "articles": [{"text": "one"}, {"text": "two"}]}',
        '{"response": 1, "data": {"items": [{"text": "one"}, {"text": "two"}]}}',
        '\ufeff[{"text": "one"}, {"text": "two"}]',
    ],
)
def test_objects_one_after_the_other_listed_or_wrapped(tmp_path: Path, content: str) -> None:
    """Each is a page."""
    (tmp_path / "a.json").write_text(content)
    pages, rejected = read(tmp_path)
    assert [(p.id, p.data) for p in pages] == [("a.json#1", b"one"), ("a.json#2", b"two")]
    assert rejected == {}


def test_brackets_and_quotes_in_texts_end_no_object(tmp_path: Path) -> None:
    """Wherever the blocks end in which the file is read."""
    text = 'He said: "}]" \\ and {[ ' * 20_000
    (tmp_path / "a.json").write_text(json.dumps([{"text": text}, {"text": text + "."}]))
    pages, rejected = read(tmp_path)
    assert [p.data.decode() for p in pages] == [text, text + "."]
    assert rejected == {}


def test_a_broken_or_endless_object_is_told(tmp_path: Path) -> None:
    """The objects around it are read."""
    objects = [
        '{"text": "one"}',
        '{"text": }',
        '{"text": "' + "x" * 5000 + '"}',
        '{"text": "four"}',
        '{"text": "',
    ]
    (tmp_path / "a.json").write_text("\n".join(objects))
    pages, rejected = read(tmp_path, SMALL)
    assert [p.data for p in pages] == [b"one", b"four"]
    assert rejected == {"a.json#2": "broken_json", "a.json#3": "too_large", "a.json#5": "broken_json"}


@pytest.mark.parametrize("content", ["", "[]", "7", "[1, 2]", '"text"', "garbage"])
def test_json_without_an_object_is_told(tmp_path: Path, content: str) -> None:
    """There is no page in it."""
    (tmp_path / "a.json").write_text(content)
    assert read(tmp_path) == ([], {"a.json#1": "not_an_object"})


@pytest.mark.parametrize("name", ["a.json", "a.jsonl"])
def test_nesting_without_end_is_told(tmp_path: Path, name: str) -> None:
    """A hundred thousand lists deep."""
    deep = "[" * 100_000 + "]" * 100_000
    (tmp_path / name).write_text(f'{{"text": {deep}}}\n{{"text": "two"}}\n')
    pages, rejected = read(tmp_path)
    assert [p.data for p in pages] == [b"two"]
    assert rejected == {f"{name}#1": "broken_json"}


NINJS_1 = {
    "uri": "http://meridian.example/items/20260311-1",
    "type": "text",
    "versioncreated": "2026-03-11T10:37:00Z",
    "copyrightholder": "Meridian",
    "byline": "Ida Holm",
    "headline": "Ferry stays in port",
    "body_text": TEXT,
    "body_xhtml": f"<p>{TEXT}</p>",
}
NINJS_2 = {
    "uri": "http://meridian.example/items/20260311-1",
    "versioncreated": "2026-03-11T10:37:00Z",
    "infosources": [{"name": "Meridian"}],
    "by": "Ida Holm",
    "headlines": [{"role": "short", "value": "Ferry"}, {"role": "main", "value": "Ferry stays in port"}],
    "bodies": [
        {"role": "main", "contenttype": "text/plain", "value": TEXT},
        {"role": "rich", "contenttype": "application/xhtml+xml", "value": f"<p>{TEXT}</p>"},
    ],
}
NINJS_3 = {
    "uri": "http://meridian.example/items/20260311-1",
    "versionCreated": "2026-03-11T10:37:00Z",
    "copyrightHolder": "Meridian",
    "by": "Ida Holm",
    "headlines": [{"value": "Ferry stays in port"}],
    "bodies": [{"role": "html", "contentType": "text/html", "value": f"<p>{TEXT}</p>"}],
}


@pytest.mark.parametrize("item", [NINJS_1, NINJS_2, NINJS_3])
@pytest.mark.parametrize("name", ["a.json", "a.jsonl"])
def test_ninjs_is_read(tmp_path: Path, item: dict[str, object], name: str) -> None:
    """All three majors give the same page, by the body that has its paragraphs."""
    found = page(tmp_path, item, name=name)
    assert (found.media, found.data.decode()) == ("html", f"<p>{TEXT}</p>")
    assert (found.given.outlet, found.given.byline) == ("Meridian", "Ida Holm")
    assert (found.given.title, found.given.published) == ("Ferry stays in port", "2026-03-11T10:37:00Z")
    assert found.id == found.given.url == "http://meridian.example/items/20260311-1"


def test_a_ninjs_picture_has_no_text(tmp_path: Path) -> None:
    """It is told, as any row without text."""
    (tmp_path / "a.json").write_text(json.dumps({"uri": "urn:meridian:2", "body_caption": "", "bodies": []}))
    assert read(tmp_path) == ([], {"a.json#1": "no_text"})


def test_a_json_feed_is_read(tmp_path: Path) -> None:
    """JSON Feed 1.1: its items are pages."""
    item = {
        "id": "9",
        "url": "https://gazette.example/9",
        "title": "Ferry stays in port",
        "content_html": f"<p>{TEXT}</p>",
        "date_published": "2026-03-11T10:37:00Z",
        "authors": [{"name": "Ida Holm"}],
    }
    found = page(
        tmp_path, {"version": "https://jsonfeed.org/version/1.1", "title": "Gazette", "items": [item]}
    )
    assert (found.id, found.given.url, found.given.byline) == ("9", "https://gazette.example/9", "Ida Holm")
    assert (found.media, found.given.published) == ("html", "2026-03-11T10:37:00Z")


def test_a_dump_of_trafilatura_is_read(tmp_path: Path) -> None:
    """Its `source` is the address, `source-hostname` the site's name, and `text` keeps the paragraphs."""
    row = {"title": "Ferry", "author": "Ida Holm", "hostname": "gazette.example", "date": "2026-03-11"}
    row |= {
        "raw_text": "flat",
        "text": TEXT,
        "source": "https://gazette.example/1",
        "source-hostname": "Gazette",
    }
    row |= {"filedate": "2026-03-12"}
    found = page(tmp_path, row)
    assert (found.given.url, found.given.outlet) == ("https://gazette.example/1", "Gazette")
    assert (found.given.published, found.given.fetched) == ("2026-03-11", "2026-03-12")
    assert found.data.decode() == TEXT


def test_a_dump_of_news_please_is_read(tmp_path: Path) -> None:
    """`maintext`, `date_publish`, `date_download`, `source_domain`."""
    row: dict[str, object] = {
        "authors": ["Ida Holm"],
        "date_download": "2026-03-12 04:11:00",
        "maintext": TEXT,
    }
    row |= {"date_publish": "2026-03-11 10:37:00", "source_domain": "gazette.example", "title": "Ferry"}
    row |= {"url": "https://gazette.example/1", "filename": "1.json", "description": "In port."}
    found = page(tmp_path, row)
    assert (found.given.outlet, found.given.byline) == ("gazette.example", "Ida Holm")
    assert found.given.published == "2026-03-11 10:37:00"
    assert found.given.fetched == "2026-03-12 04:11:00"


def test_a_dump_of_newspaper_is_read(tmp_path: Path) -> None:
    """`meta_site_name`, `publish_date`; summaries and images are passed over."""
    row: dict[str, object] = {"url": "https://gazette.example/1", "authors": ["Ida Holm"], "text": TEXT}
    row |= {
        "publish_date": "2026-03-11T10:37:00",
        "meta_site_name": "Gazette",
        "summary": "In port.",
        "images": [],
    }
    found = page(tmp_path, row)
    assert (found.given.outlet, found.given.published) == ("Gazette", "2026-03-11T10:37:00")


def test_a_dump_of_media_cloud_is_read(tmp_path: Path) -> None:
    """CSV with `media_name`, `publish_date`, `indexed_date`."""
    (tmp_path / "a.csv").write_text(
        "id,indexed_date,language,media_name,media_url,publish_date,title,url,text\n"
        f"77,2026-03-12,en,gazette.example,gazette.example,2026-03-11,Ferry,https://gazette.example/1,{TEXT}\n"
    )
    (found,), _ = read(tmp_path)
    assert (found.id, found.given.outlet, found.given.fetched) == ("77", "gazette.example", "2026-03-12")


def test_an_index_of_a_crawl_names_its_cure(tmp_path: Path) -> None:
    """Common Crawl's index has addresses and no texts."""
    (tmp_path / "a.csv").write_text(
        "url,fetch_time,warc_filename\nhttps://gazette.example/1,2026-03-11,x.warc.gz\n"
    )
    (told,) = open_pile([tmp_path], ReadSettings())
    assert isinstance(told, Rejection)
    assert told.reason == "no_text_column"
    assert "name the WARC files" in told.detail
