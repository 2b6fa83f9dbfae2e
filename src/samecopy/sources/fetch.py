"""Pages by their addresses: politely, within bounds, and from public hosts only.

Needs the extra `fetch` (urllib3, protego). One request at a time, with a pause between two to one host;
robots.txt is asked first and obeyed (RFC 9309); size, time and redirects are bounded; an address that
leads to a private network is refused, on every hop, and the connection goes to the very address that was
looked at. Where the pages are kept is `fetched`.
"""

import ipaddress
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from protego import Protego
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError
from urllib3.response import BaseHTTPResponse

from samecopy.errors import UnreadablePage
from samecopy.settings import FetchSettings

_REDIRECTS = (301, 302, 303, 307, 308)
_PORTS = {"http": 80, "https": 443}
_CHUNK = 1 << 16
_EMBEDDED = tuple(map(ipaddress.IPv6Network, ("64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32")))
"""Networks whose addresses hold an IPv4 address, perhaps a private one."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came: the address in the end, the status, the value of Content-Type, the bytes with their HTTP
    encoding taken off, and when (ISO 8601, UTC)."""

    url: str
    status: int
    type: str
    data: bytes
    fetched: str


@dataclass(frozen=True, slots=True)
class _Reply:
    status: int
    type: str
    location: str | None
    data: bytes


class Fetcher:
    """Fetches one page after the other and keeps what hosts' robots.txt say."""

    def __init__(self, settings: FetchSettings, *, allow_private: bool = False) -> None:
        self._settings = settings
        self._allow_private = allow_private
        self._robots: dict[str, Protego | None] = {}
        self._last: dict[str, float] = {}

    def fetch(self, url: str) -> Answer:
        """One page.

        Raises:
            UnreadablePage: `bad_address`, `private_address`, `robots`, `too_many_redirects`, `too_large`,
                `too_slow`, `no_connection` or `bad_status`.
        """
        place = url
        for _ in range(self._settings.max_redirects + 1):
            parts = _parts(place)
            self._ask_robots(parts, place)
            reply = self._get(parts, place, self._settings.max_bytes)
            if reply.status in _REDIRECTS and reply.location:
                place = urljoin(place, reply.location)
                continue
            if not 200 <= reply.status < 300:
                detail = f"{url} answers with status {reply.status}. Check the address."
                raise UnreadablePage("bad_status", detail)
            now = datetime.now(UTC).isoformat("T", "seconds")
            return Answer(place, reply.status, reply.type, reply.data, now)
        detail = f"{url} redirects more than {self._settings.max_redirects} times. Save it in a browser."
        raise UnreadablePage("too_many_redirects", detail)

    def _ask_robots(self, parts: SplitResult, url: str) -> None:
        origin = f"{parts.scheme}://{parts.netloc}"
        if origin not in self._robots:
            self._robots[origin] = self._read_robots(f"{origin}/robots.txt")
        robots = self._robots[origin]
        agent = self._settings.agent
        if robots is None or not robots.can_fetch(url, agent):
            why = "forbids it" if robots else "cannot be read"
            detail = f"{url} was not fetched: the robots.txt of its host {why}. Save the page in a browser."
            raise UnreadablePage("robots", detail)
        wanted = float(robots.crawl_delay(agent) or 0)
        if wanted > self._settings.longest_pause:
            detail = f"{url} was not fetched: its host asks for {wanted:.0f} s between requests. Save it."
            raise UnreadablePage("robots", detail)
        self._pause(parts.netloc, max(wanted, self._settings.pause_seconds))

    def _read_robots(self, url: str) -> Protego | None:
        """The rules of a host; None where it forbids all, as it does while it cannot be asked."""
        for _ in range(self._settings.max_redirects + 1):
            parts = _parts(url)
            try:
                reply = self._get(parts, url, self._settings.max_robots_bytes, cut=True)
            except UnreadablePage as error:
                if error.reason == "private_address":
                    raise
                return None
            if reply.status in _REDIRECTS and reply.location:
                url = urljoin(url, reply.location)
                continue
            if reply.status >= 500:
                return None
            text = reply.data.decode("utf-8", "replace") if 200 <= reply.status < 300 else ""
            return Protego.parse(text)
        return Protego.parse("")

    def _pause(self, host: str, seconds: float) -> None:
        since = time.monotonic() - self._last.get(host, -seconds)
        if since < seconds:
            time.sleep(seconds - since)

    def _get(self, parts: SplitResult, url: str, limit: int, *, cut: bool = False) -> _Reply:
        """One request and its answer; `cut`: an answer above `limit` bytes is cut rather than refused."""
        address = self._address(parts, url)
        connection = _connection(parts, address, self._settings.wait_seconds)
        target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        headers = {"User-Agent": self._settings.agent}
        headers |= {"Accept": "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.1"}
        headers |= {"Accept-Encoding": "gzip"}
        late = threading.Event()
        try:
            headers["Host"] = _host(parts)
            connection.connect()
            with _deadline(connection.sock, self._settings.total_seconds) as late:
                connection.request("GET", _quoted(target), headers=headers, preload_content=False)
                with closing(connection.getresponse()) as answer:
                    data = _read(answer, limit)
        except (HTTPError, OSError, ValueError) as error:
            if late.is_set() or isinstance(error, TimeoutError):
                detail = f"{url} did not come in time. Try again later, or save it in a browser."
                raise UnreadablePage("too_slow", detail) from error
            detail = f"{url} could not be fetched ({_told(error)}). Check address and network."
            raise UnreadablePage("no_connection", detail) from error
        finally:
            connection.close()
            self._last[parts.netloc] = time.monotonic()
        if late.is_set():
            raise UnreadablePage("too_slow", f"{url} did not come in time. Try again later.")
        if len(data) > limit and not cut:
            detail = f"{url} holds more than {limit:,} bytes, too much for one page."
            raise UnreadablePage("too_large", detail)
        kind = answer.headers.get("Content-Type", "")
        return _Reply(answer.status, kind, answer.headers.get("Location"), data[:limit])

    def _address(self, parts: SplitResult, url: str) -> str:
        """The address to connect to, looked at before."""
        try:
            port = parts.port or _PORTS[parts.scheme]
            found = socket.getaddrinfo(parts.hostname, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError, ValueError) as error:
            detail = f"{url} could not be fetched: its host is not known ({_told(error)}). Check the address."
            raise UnreadablePage("no_connection", detail) from error
        addresses = [str(entry[4][0]) for entry in found]
        if not self._allow_private and not all(map(is_public, addresses)):
            detail = f"{url} leads to a private network and was not fetched. If you mean it, give --private."
            raise UnreadablePage("private_address", detail)
        return addresses[0]


def is_public(address: str) -> bool:
    """Whether an address is one of the public internet.

    >>> is_public("127.0.0.1"), is_public("::ffff:10.0.0.1"), is_public("169.254.169.254")
    (False, False, False)
    >>> is_public("93.184.215.14"), is_public("64:ff9b::7f00:1"), is_public("fe80::1%eth0")
    (True, False, False)
    """
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        if ip.ipv4_mapped is not None:
            return is_public(str(ip.ipv4_mapped))
        if any(ip in network for network in _EMBEDDED):
            return False
    return ip.is_global and not ip.is_multicast


def _parts(url: str) -> SplitResult:
    """Raises `UnreadablePage` for what is no address of a page."""
    try:
        parts = urlsplit(url)
        good = parts.scheme in _PORTS and bool(parts.hostname) and parts.port != 0
    except ValueError:
        good = False
    if not good or "@" in parts.netloc or any(c.isspace() or c < " " for c in url):
        detail = (
            f"{url} is no address that can be fetched. Write it as https://host/path, without a password."
        )
        raise UnreadablePage("bad_address", detail)
    return parts


def _quoted(target: str) -> str:
    """A target in ASCII: other letters as the bytes of their UTF-8.

    >>> _quoted("/käse%20?a=b")
    '/k%C3%A4se%20?a=b'
    """
    plain = target.encode("utf-8", "replace").decode()
    return "".join(c if "!" <= c <= "~" else quote(c, safe="") for c in plain)


def _host(parts: SplitResult) -> str:
    """Host and port as the request names them."""
    return parts.netloc if parts.netloc.isascii() else parts.netloc.encode("idna").decode()


def _connection(parts: SplitResult, address: str, seconds: float) -> HTTPConnection:
    """A connection to the address that speaks as to the host."""
    port = parts.port or _PORTS[parts.scheme]
    if parts.scheme == "http":
        return HTTPConnection(address, port, timeout=seconds)
    return HTTPSConnection(
        address,
        port,
        timeout=seconds,
        server_hostname=parts.hostname,
        assert_hostname=parts.hostname,
        cert_reqs=ssl.CERT_REQUIRED,
    )


@contextmanager
def _deadline(sock: socket.socket, seconds: float) -> Iterator[threading.Event]:
    """Ends what goes on over a socket when the time is up, however busy it is; the event tells of it."""
    late = threading.Event()

    def end() -> None:
        late.set()
        with suppress(OSError):
            sock.shutdown(socket.SHUT_RDWR)

    timer = threading.Timer(seconds, end)
    timer.daemon = True
    timer.start()
    try:
        yield late
    finally:
        timer.cancel()


def _read(answer: BaseHTTPResponse, limit: int) -> bytes:
    """The body, of which no more is read than shows that it is above the limit."""
    data = bytearray()
    for part in answer.stream(_CHUNK, decode_content=True):
        data += part
        if len(data) > limit:
            break
    return bytes(data)


def _told(error: Exception) -> str:
    return str(error).split("\n", 1)[0][:200] or type(error).__name__
