"""A crawl as news crawlers write it: WARC to articles, records per CPU-second and memory."""

import argparse
import io
import resource
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from fastwarc.stream_io import GzipWriter
from fastwarc.warc import WarcRecord, WarcRecordType

from samecopy import plan
from samecopy.records import Page
from samecopy.settings import Settings
from samecopy.sources import open_pile

EXAMPLE = Path(__file__).parent.parent / "examples" / "ceasefire-talks" / "pages"
_HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"


def write_crawl(path: Path, pages: Sequence[bytes], records: int) -> None:
    """A WARC of `records` responses, a gzip member each, made of `pages` in turn, each a little different;
    with a request before each, as crawlers write them."""
    with path.open("wb") as file:
        for number in range(records):
            body = pages[number % len(pages)] + b"<!-- %d -->" % number
            url = f"https://outlet{number % 97}.example/news/{number}"
            for kind, data in ((WarcRecordType.request, b"GET / HTTP/1.1\r\n\r\n"), (None, _HEAD + body)):
                record = WarcRecord()
                record.init_headers(kind or WarcRecordType.response)
                record.headers["WARC-Target-URI"] = url
                record.headers["Content-Type"] = "application/http"
                record.set_bytes_content(data)
                out = io.BytesIO()
                with GzipWriter(out, compression_level=6) as writer:
                    record.write(writer)
                file.write(out.getvalue())


def main(argv: Sequence[str] = ()) -> int:
    """Prints records per CPU-second from the file to articles (the file is read twice, as any pile is), and
    how much memory grew while reading."""
    parser = argparse.ArgumentParser(prog="bench warc", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--pages", type=Path, default=EXAMPLE, help="saved pages that the crawl is made of")
    parser.add_argument("--records", type=int, default=2000)
    options = parser.parse_args(argv)
    settings = Settings()
    saved = [p for p in open_pile([options.pages], settings.read) if isinstance(p, Page)]
    pages = [p.data for p in saved if p.media == "html"]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "crawl.warc.gz")
        write_crawl(path, pages, options.records)
        articles = read = 0
        begin, early = time.process_time(), 0
        for item in open_pile([path], settings.read):
            read += isinstance(item, Page)
            articles += isinstance(item, Page) and plan.read(item, settings).article is not None
            if read == options.records // 4:
                early = _peak_mb()
        took = time.process_time() - begin
        size = path.stat().st_size / 1e6
    mean = sum(map(len, pages)) / len(pages) / 1000
    print(
        f"{read:,} pages of {mean:.0f} KB in a WARC of {size:.0f} MB → {articles:,} articles: "
        f"{read / took:.0f} records per CPU-second; peak {_peak_mb()} MB, after a quarter {early} MB"
    )
    return 0


def _peak_mb() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
