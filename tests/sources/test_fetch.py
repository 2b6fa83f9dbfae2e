"""Pages come politely, within bounds, and from public hosts only; a real server answers."""

import gzip
import socket
from collections.abc import Iterator

import pytest

from samecopy.errors import UnreadablePage
from samecopy.settings import FetchSettings
from tests.sources.site import Site, serving

pytest.importorskip("protego", reason="the extra `fetch` is not installed")
fetch = pytest.importorskip("samecopy.sources.fetch")

SETTINGS = FetchSettings(max_bytes=1000, pause_seconds=0, wait_seconds=5, total_seconds=10)


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as made:
        yield made


def why(url: str, settings: FetchSettings = SETTINGS, *, allow_private: bool = True) -> str:
    """The reason why an address cannot be fetched."""
    with pytest.raises(UnreadablePage) as caught:
        fetch.Fetcher(settings, allow_private=allow_private).fetch(url)
    assert caught.value.detail.endswith(".")
    return caught.value.reason


def test_a_page_comes_with_its_provenance(site: Site) -> None:
    """Address, type, time; robots.txt is asked first, under a name of our own."""
    url = site.put("/a?b=ü", b"<p>Hi")
    site.pages["/a?b=%C3%BC"] = site.pages.pop("/a?b=ü")
    answer = fetch.Fetcher(SETTINGS, allow_private=True).fetch(url)
    assert (answer.url, answer.data, answer.type) == (url, b"<p>Hi", "text/html; charset=utf-8")
    assert answer.fetched.endswith("+00:00")
    assert site.asked == ["/robots.txt", "/a?b=%C3%BC"]
    assert site.agents == {"samecopy"}


def test_robots_are_asked_once_and_obeyed(site: Site) -> None:
    """The longest rule counts, and what is forbidden is not asked for."""
    site.put("/robots.txt", b"User-agent: *\nAllow: /\nDisallow: /private\n")
    fetcher = fetch.Fetcher(SETTINGS, allow_private=True)
    assert fetcher.fetch(site.put("/a")).data == b"<p>Hi"
    with pytest.raises(UnreadablePage, match="forbids"):
        fetcher.fetch(site.put("/private/b"))
    assert site.asked == ["/robots.txt", "/a"]


def test_a_host_whose_robots_cannot_be_asked_is_left(site: Site) -> None:
    """A server error forbids all (RFC 9309), a missing file nothing."""
    site.put("/robots.txt", status=503)
    assert why(site.put("/a")) == "robots"
    assert site.asked == ["/robots.txt"]


def test_a_host_that_asks_for_long_pauses_is_left(site: Site) -> None:
    """An hour between requests is a no."""
    site.put("/robots.txt", b"User-agent: *\nCrawl-delay: 3600\n")
    assert why(site.put("/a")) == "robots"


def test_two_requests_to_one_host_keep_a_distance(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """The pause runs from the end of the one before."""
    slept: list[float] = []
    monkeypatch.setattr(fetch.time, "sleep", slept.append)
    fetcher = fetch.Fetcher(FetchSettings(pause_seconds=60), allow_private=True)
    fetcher.fetch(site.put("/a"))
    fetcher.fetch(site.put("/b"))
    assert [50 < seconds <= 60 for seconds in slept] == [True, True]


def test_redirects_are_followed_within_bounds(site: Site) -> None:
    """The page has the address that it came from in the end; a circle ends."""
    site.put("/old", status=301, Location="/new")
    new = site.put("/new", b"<p>New")
    assert fetch.Fetcher(SETTINGS, allow_private=True).fetch(site.address + "/old").url == new
    assert why(site.put("/circle", status=302, Location="/circle")) == "too_many_redirects"


def test_each_hop_is_looked_at(site: Site) -> None:
    """A redirect to a file, or into what robots.txt forbids, is not followed."""
    site.put("/robots.txt", b"User-agent: *\nDisallow: /private\n")
    site.put("/private", b"<p>Secret")
    assert why(site.put("/a", status=302, Location="file:///etc/passwd")) == "bad_address"
    assert why(site.put("/b", status=302, Location="/private")) == "robots"
    assert "/private" not in site.asked


def test_private_networks_are_refused(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """By their addresses, and by names that lead there; nothing is asked."""
    assert why(site.put("/a"), allow_private=False) == "private_address"

    def known(host: str, port: int, type: int) -> list[object]:  # noqa: A002 - as the system calls it
        return [(2, 1, 6, "", ("93.184.215.14", port)), (2, 1, 6, "", ("10.0.0.7", port))]

    monkeypatch.setattr(socket, "getaddrinfo", known)
    assert why("https://gazette.example/a", allow_private=False) == "private_address"
    assert site.asked == []


@pytest.mark.parametrize(
    "url",
    [
        "ftp://a.example/",
        "file:///etc/passwd",
        "https://",
        "gazette.example",
        "https://u:p@a.example/",
        "http://[::1",
    ],
)
def test_what_is_no_address_is_refused(url: str) -> None:
    """Other schemes, passwords, and no host at all."""
    assert why(url) == "bad_address"


def test_size_is_bounded_before_and_after_unpacking(site: Site) -> None:
    """What is above it is not read to its end."""
    assert why(site.put("/a", b"x" * 1001)) == "too_large"
    assert why(site.put("/b", gzip.compress(b"x" * 5_000_000), Content_Encoding="gzip")) == "too_large"
    packed = site.put("/c", gzip.compress(b"<p>Hi"), Content_Encoding="gzip")
    assert fetch.Fetcher(SETTINGS, allow_private=True).fetch(packed).data == b"<p>Hi"


def test_time_is_bounded_however_slowly_bytes_drip(site: Site) -> None:
    """No single wait is long, the whole is."""
    settings = FetchSettings(pause_seconds=0, wait_seconds=5, total_seconds=0.1)
    assert why(site.put("/drip"), settings) == "too_slow"


@pytest.mark.parametrize(
    ("status", "reason"), [(404, "bad_status"), (500, "bad_status"), (301, "bad_status")]
)
def test_other_answers_are_told(site: Site, status: int, reason: str) -> None:
    """A status that is no success, and a redirect to nowhere."""
    assert why(site.put("/a", status=status)) == reason


def test_a_broken_answer_is_told(site: Site) -> None:
    """A body that is not what its header says, and a host that is not there."""
    assert why(site.put("/a", b"not gzip", Content_Encoding="gzip")) == "no_connection"
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    assert why(f"http://127.0.0.1:{port}/") == "robots"
    assert why("http://no-such-host.invalid/") == "robots"
