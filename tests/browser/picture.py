"""Takes the README's picture: the first screen of the bundled example's report.

`python -m tests.browser.picture` writes docs/report.png with the Chromium that the browser tests use.
"""

import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from samecopy import report
from tests.browser.test_report import CHROMIUM, QUIET
from tests.example.conftest import EXAMPLE, ROOT, told

TARGET = ROOT / "docs" / "report.png"


def main() -> None:
    """Render, open, picture."""
    if CHROMIUM is None:
        raise SystemExit("no Chromium on the PATH: tests/browser/install.sh can install one")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        page_file = Path(folder, "report.html")
        page_file.write_text(report.render(told(EXAMPLE, out=Path(folder))), encoding="utf-8")
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        page = chromium.new_page(viewport={"width": 1180, "height": 1000}, device_scale_factor=1.5)
        page.goto(page_file.as_uri())
        page.screenshot(path=TARGET)
        chromium.close()


if __name__ == "__main__":
    main()
