"""A site on this machine, served over real HTTP, that answers as it is told and notes what it was asked."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

HTML = "text/html; charset=utf-8"


@dataclass(slots=True)
class Site:
    """`pages` by path: status, headers, body; all else is 404. `asked` are the paths in order."""

    pages: dict[str, tuple[int, dict[str, str], bytes]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)
    address: str = ""
    slow: threading.Event = field(default_factory=threading.Event)

    def put(self, path: str, body: bytes = b"<p>Hi", status: int = 200, **headers: str) -> str:
        """Serve a body under a path; returns its address."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.pages[path] = (status, {"Content-Type": HTML} | named, body)
        return self.address + path


@contextmanager
def serving() -> Iterator[Site]:
    """A site while the block runs. `/drip` sends a byte now and then, and never ends by itself."""
    site = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append(self.path)
            site.agents.add(self.headers["User-Agent"])
            status, headers, body = site.pages.get(self.path, (404, {}, b""))
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            try:
                self.wfile.write(body)
                while self.path == "/drip" and not site.slow.wait(0.01):
                    self.wfile.write(b".")
            except OSError:  # whoever asked has gone
                return

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    site.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield site
    finally:
        site.slow.set()
        server.shutdown()
        server.server_close()
        thread.join()
