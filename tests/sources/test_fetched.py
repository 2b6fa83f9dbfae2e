"""Fetched pages lie in a directory that a run reads."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from samecopy.errors import InputError, UnreadablePage
from samecopy.records import Page, Rejection
from samecopy.settings import ReadSettings
from samecopy.sources.fetched import Folder, Kept
from samecopy.sources.pile import open_pile

URL = "https://gazette.example/news/tram?id=7"


@dataclass
class Came:
    url: str = "https://www.gazette.example/tram"
    type: str = "text/html"
    data: bytes = b"<p>Hi"
    fetched: str = "2026-03-11T08:12:00+00:00"


@dataclass
class Net:
    """Answers, and counts how often it was asked."""

    answer: Came | None
    asked: int = 0

    def fetch(self, url: str, /) -> Came:
        self.asked += 1
        if self.answer is None:
            raise UnreadablePage("bad_status", "It is gone.")
        return self.answer


def test_a_fetched_page_is_read_with_its_provenance(tmp_path: Path) -> None:
    """Under the address that it came from in the end."""
    kept, before = Folder(tmp_path / "new").get(URL, Net(Came()), again=False)
    assert isinstance(kept, Kept)
    assert not before
    (page,) = open_pile([tmp_path / "new"], ReadSettings())
    assert isinstance(page, Page)
    assert (page.id, page.data, page.given.url) == (kept.file, b"<p>Hi", "https://www.gazette.example/tram")
    assert page.given.fetched == "2026-03-11T08:12:00+00:00"


def test_what_is_there_is_not_fetched_again(tmp_path: Path) -> None:
    """Unless it is asked for, or its file has gone."""
    net = Net(Came())
    kept, _ = Folder(tmp_path).get(URL, net, again=False)
    assert Folder(tmp_path).get(URL, net, again=False) == (kept, True)
    assert net.asked == 1
    Folder(tmp_path).get(URL, net, again=True)
    assert net.asked == 2
    assert isinstance(kept, Kept)
    (tmp_path / kept.file).unlink()
    Folder(tmp_path).get(URL, net, again=False)
    assert net.asked == 3


def test_a_page_that_cannot_be_had_is_told(tmp_path: Path) -> None:
    """And an older copy of it stays."""
    folder = Folder(tmp_path)
    folder.get(URL, Net(Came()), again=False)
    told, _ = folder.get(URL, Net(None), again=True)
    assert told == Rejection(URL, URL, "bad_status", "It is gone.")
    assert len(list(open_pile([tmp_path], ReadSettings()))) == 1


@pytest.mark.parametrize("kind", ["image/png", "application/pdf", ""])
def test_what_is_no_page_is_not_kept(tmp_path: Path, kind: str) -> None:
    """Nothing is written."""
    told, _ = Folder(tmp_path).get(URL, Net(Came(type=kind, data=b"\x89PNG")), again=False)
    assert isinstance(told, Rejection)
    assert told.reason == "unknown_kind"
    assert list(tmp_path.iterdir()) == []


def test_letters_and_kinds_are_kept(tmp_path: Path) -> None:
    """A charset that only the header tells; a feed; a page without a type."""
    folder = Folder(tmp_path)
    folder.get(
        URL + "1",
        Net(Came(type="text/html; charset=iso-8859-1", data="<p>Käse".encode("latin-1"))),
        again=False,
    )
    folder.get(URL + "2", Net(Came(type="application/rss+xml", data=b"<rss/>")), again=False)
    folder.get(URL + "3", Net(Came(type="", data=b"<!doctype html><p>Hi")), again=False)
    assert sorted(p.suffix for p in tmp_path.iterdir()) == [".html", ".html", ".jsonl", ".xml"]
    assert any("Käse".encode() in p.read_bytes() for p in tmp_path.glob("*.html"))


def test_a_directory_of_another_kind_is_not_touched(tmp_path: Path) -> None:
    """A `pages.jsonl` that we did not write is not overwritten."""
    (tmp_path / "pages.jsonl").write_text('{"file": "a.txt"}\n')
    with pytest.raises(InputError, match="was not written by samecopy fetch"):
        Folder(tmp_path)
