"""`samecopy fetch` from a site on this machine, and `samecopy run` over what it brought."""

import importlib
from pathlib import Path

import pytest

from tests.cli.terminal import call
from tests.sources.site import serving

PAGE = "<!doctype html><title>Night tram</title><article><h1>Night tram to run again</h1>" + "".join(
    f"<p>The night tram to Oldminster will run again from {day}, the transport office said on Friday.</p>"
    for day in ("Monday", "Tuesday", "Wednesday")
)


def test_pages_are_fetched_and_then_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What could not be had is told beside what could."""
    pytest.importorskip("protego", reason="the extra `fetch` is not installed")
    monkeypatch.setattr("time.sleep", lambda seconds: None)
    with serving() as site:
        good, gone = site.put("/tram", PAGE.encode()), f"{site.address}/gone"
        told = call("fetch", good, gone, "--into", tmp_path / "in", "--private")
        assert told.code == 0
        lines = [line.split("\t") for line in told.out.splitlines()]
        assert [(line[0], line[1]) for line in lines] == [(good, "fetched"), (gone, "bad_status")]
        again = call("fetch", good, "--into", tmp_path / "in", "--private", "--json")
        assert again.json()["asked"] == good
        assert site.asked.count("/tram") == 1
    read = call("read", tmp_path / "in", "--json")
    assert "Night tram" in read.json()["title"]


def test_private_networks_are_refused_unless_allowed(tmp_path: Path) -> None:
    """Nothing fetched is exit code 2."""
    pytest.importorskip("protego", reason="the extra `fetch` is not installed")
    with serving() as site:
        told = call("fetch", site.put("/tram"), "--into", tmp_path)
        assert told.code == 2
        assert "private_address" in told.out
        assert site.asked == []


def test_a_missing_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The error says what to install."""

    def missing(name: str) -> None:
        raise ImportError("No module named 'protego'")

    monkeypatch.setattr(importlib, "import_module", missing)
    told = call("fetch", "https://gazette.example/", "--into", tmp_path)
    assert told.code == 2
    assert "samecopy[fetch]" in told.err
