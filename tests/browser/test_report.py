"""The report in a real Chromium: offline, inert, reachable by keyboard, narrow, printed."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request, sync_playwright

from samecopy import report
from tests.sample import sample

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on PATH: run tests/browser/install.sh"),
]

QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report of the hostile sample, as a file."""
    path = tmp_path_factory.mktemp("report") / "report.html"
    path.write_text(report.render(sample(hostile=True)), encoding="utf-8")
    return path


class Watched:
    """A page with what it asked for and complained about."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.requests: list[str] = []
        self.complaints: list[str] = []
        page.on("request", self._request)
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("dialog", lambda dialog: self.complaints.append(f"dialog: {dialog.message}"))

    def _request(self, request: Request) -> None:
        self.requests.append(request.url)


def opened(
    browser: Browser, path: Path, width: int = 1280, fragment: str = "", script: bool = True
) -> Watched:
    context = browser.new_context(
        viewport={"width": width, "height": 800},
        offline=True,
        java_script_enabled=script,
        reduced_motion="reduce",
    )
    context.set_default_timeout(10_000)
    context.route("http://**", lambda route: route.abort())
    context.route("https://**", lambda route: route.abort())
    watched = Watched(context.new_page())
    watched.page.goto(path.as_uri() + fragment)
    return watched


@pytest.fixture
def wide(browser: Browser, written: Path) -> Iterator[Watched]:
    watched = opened(browser, written)
    yield watched
    watched.page.context.close()


def test_asks_for_nothing_but_itself(wide: Watched, written: Path) -> None:
    """Opening the report makes one request: the file."""
    wide.page.wait_for_load_state("networkidle")
    assert wide.requests == [written.as_uri()]


def test_no_complaint_on_the_console(wide: Watched) -> None:
    """Neither policy nor script has anything to complain of, and no dialog opens."""
    wide.page.keyboard.press("j")
    assert wide.complaints == []


def test_hostile_strings_are_inert(wide: Watched) -> None:
    """Nothing that a page brought was run."""
    assert wide.page.evaluate("window.hacked") is None
    assert wide.page.locator("img").count() == 0


@pytest.mark.parametrize(
    "anchor", ["s1/A", "s1/A/p4", "s1/A/p4/3", "s1/A/p3/5", "s1/st2", "s2", "page/lone.html"]
)
def test_an_address_scrolls_to_its_target(browser: Browser, written: Path, anchor: str) -> None:
    """A kept address opens what holds its target and shows it."""
    watched = opened(browser, written, fragment=f"#{anchor}")
    target = watched.page.locator(f'[id="{anchor}"]')
    target.wait_for(state="visible")
    watched.page.wait_for_function("scrollY > 0")
    box = target.bounding_box()
    assert box is not None
    assert -5 <= box["y"] < 800
    watched.page.context.close()


def test_a_strip_cell_opens_its_passage(wide: Watched) -> None:
    """A click on a cell shows that paragraph beside the base."""
    wide.page.locator('[id="s1/A/p4"] td').nth(2).locator("a").click()
    passage = wide.page.locator('[id="s1/A/p4/3"]')
    passage.wait_for(state="visible")
    assert "said — if" in passage.inner_text()


def test_a_place_opens_the_page_text(wide: Watched) -> None:
    """A link to words of a page opens that page's text at those words."""
    wide.page.locator('[id="s1/st2"] .places a:not(.letter)').click()
    wide.page.wait_for_function("document.querySelector(':target')?.checkVisibility()")
    assert wide.page.locator(":target").inner_text() == "Dockworkers were not told of the plan"


def test_the_first_tab_reaches_the_skip_link(wide: Watched) -> None:
    """A keyboard gets to the report in two strokes."""
    wide.page.keyboard.press("Tab")
    focus = wide.page.locator(":focus")
    assert focus.inner_text() == "Skip to the report"
    assert focus.evaluate("e => e.getBoundingClientRect().top >= 0")
    wide.page.keyboard.press("Enter")
    assert wide.page.locator(":focus").get_attribute("id") == "main"


def test_keys_move_between_edits(wide: Watched) -> None:
    """`j` goes to the next edit and shows it, `k` back."""
    seen = []
    for key in "jjjk":
        wide.page.keyboard.press(key)
        assert wide.page.locator(":focus").is_visible()
        seen.append(wide.page.locator(":focus").get_attribute("id"))
    assert len(set(seen[:3])) == 3
    assert seen[3] == seen[1]


def test_every_strip_cell_carries_a_label(wide: Watched) -> None:
    """Each cell has words that assistive technology reads."""
    labels = wide.page.locator("table.strip td .sr").all_text_contents()
    assert len(labels) == wide.page.locator("table.strip td").count()
    assert all(label.strip() for label in labels)


def test_edits_are_struck_and_inserted(wide: Watched) -> None:
    """The browser shows `del` and `ins` where words changed."""
    wide.page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    passage = wide.page.locator('[id="s1/A/p1/2"]')
    assert passage.locator(".pair del").last.inner_text() == "40"
    assert passage.locator(".pair ins").last.inner_text() == "60"
    assert "line-through" in passage.locator("del").first.evaluate(
        "e => getComputedStyle(e).textDecorationLine"
    )


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_print_opens_everything(browser: Browser, written: Path, script: bool) -> None:
    """On paper nothing stays folded, with or without the script."""
    watched = opened(browser, written, script=script)
    watched.page.emulate_media(media="print")
    folded = watched.page.locator('[id="s1/A/p4/6"], [id="page/lone.html"] .body')
    assert folded.count() == 2
    for at in range(2):
        folded.nth(at).wait_for(state="visible")
        box = folded.nth(at).bounding_box()
        assert box is not None
        assert box["height"] > 20
    watched.page.context.close()


@pytest.mark.parametrize("width", [360, 768, 1366])
def test_no_sideways_scrolling(browser: Browser, written: Path, width: int) -> None:
    """Everything fits the screen, folded or not; only wide tables scroll, in their own box."""
    watched = opened(browser, written, width=width)
    watched.page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    assert watched.page.evaluate("document.documentElement.scrollWidth") <= width
    watched.page.context.close()


CONTRAST = """() => {
  const numbers = (color) => color.match(/[\\d.]+/g).map(Number);
  const linear = (v) => (v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
  const light = (rgb) => {
    const [r, g, b] = rgb.slice(0, 3).map((v) => linear(v / 255));
    return .2126 * r + .7152 * g + .0722 * b;
  };
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const color = numbers(getComputedStyle(at).backgroundColor);
      if (color.length < 4 || color[3] === 1) return color;
    }
    return [255, 255, 255];
  };
  document.querySelectorAll("details").forEach((one) => (one.open = true));
  const poor = new Set();
  for (const element of document.querySelectorAll("body *")) {
    const own = [...element.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim());
    const style = getComputedStyle(element);
    if (!own || !element.checkVisibility() || element.closest("svg, .permalink, .sr, script")) continue;
    const pair = [light(numbers(style.color)), light(ground(element))].sort();
    const ratio = (Math.max(...pair) + .05) / (Math.min(...pair) + .05);
    if (ratio < 4.5) poor.add(`${element.tagName}.${element.className} ${ratio.toFixed(2)}`);
  }
  return [...poor];
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_contrast(browser: Browser, written: Path, scheme: str) -> None:
    """Text stands out from its ground by 4.5 to 1 (WCAG 2, level AA), in light and dark."""
    context = browser.new_context(color_scheme="dark" if scheme == "dark" else "light", offline=True)
    page = context.new_page()
    page.goto(written.as_uri())
    assert page.evaluate(CONTRAST) == []
    context.close()
