"""Pages that attack the reader of the report: nothing of them is live in it."""

from pathlib import Path

import lxml.html
import pytest

from tests.cli.pile import AGENCY, jsonl, row
from tests.cli.terminal import call

ATTACKS = [
    "<script>window.hacked = 1</script>",
    '"><img src=x onerror="window.hacked = 1">',
    "</script><script>window.hacked = 1</script>",
    "<iframe src='https://attack.example/'></iframe>",
    "{{ 7 * 7 }} {% include '/etc/passwd' %}",
    "‮gnihton‬ \x1b[31mred\x1b[0m",
    "</title></style></textarea>--><svg onload=alert(1)>",
]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A pile of two copies with attacks in every field that a page can fill; its report and summary."""
    folder = tmp_path_factory.mktemp("attack")
    rows = []
    for name in ("a", "b"):
        text = [f"{p} {attack}" for p, attack in zip(AGENCY * 2, ATTACKS, strict=False)]
        rows.append(row(f"{name}{ATTACKS[0]}", f"Outlet {name} {ATTACKS[1]}", "2026-05-05", ATTACKS[2], text))
        rows[-1]["url"] = "javascript:window.hacked=1"
        rows[-1]["byline"] = ATTACKS[3]
    pile = folder / "pile"
    pile.mkdir()
    jsonl(pile / "rows.jsonl", rows)
    html = "".join(f"<p>{p} {a.replace('<', '&lt;')}</p>" for p, a in zip(AGENCY * 2, ATTACKS, strict=False))
    title = ATTACKS[0].replace("<", "&lt;")
    page = (
        f"<html><head><title>{title}</title></head><body onload=hack()><h1>{title}</h1>{html}</body></html>"
    )
    (pile / "page.html").write_text(page, encoding="utf-8")
    called = call("run", pile, "--out", folder / "out")
    assert called.code == 0, called.err
    return folder / "out" / "report.html", called.out


def test_the_only_script_is_ours(told: tuple[Path, str]) -> None:
    """No script of a page stands in the document, and no element asks for anything from outside."""
    document = lxml.html.parse(str(told[0])).getroot()
    assert len(document.findall(".//script")) == 1
    assert not document.xpath("//iframe | //img | //object | //embed | //form | //base")
    # the empty icon keeps browsers from asking a server for one
    assert [str(href) for href in document.xpath("//link/@href")] == ["data:,"]
    assert not document.xpath("//@src | //@srcset | //@action")


def test_no_event_handlers_and_no_script_links(told: tuple[Path, str]) -> None:
    """No attribute runs code, and links lead to places in the document or to web pages."""
    document = lxml.html.parse(str(told[0])).getroot()
    attributes = {name for element in document.iter() for name in element.attrib}
    assert not {name for name in attributes if str(name).startswith("on")}
    links = document.xpath("//a/@href")
    assert all(str(link).startswith(("#", "http://", "https://")) for link in links)


def test_the_policy_forbids_the_rest(told: tuple[Path, str]) -> None:
    """The Content-Security-Policy allows nothing from outside and no inline code but ours by its hash."""
    document = lxml.html.parse(str(told[0])).getroot()
    (policy,) = document.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


def test_templates_of_a_page_are_text(told: tuple[Path, str]) -> None:
    """What looks like a template is shown as it stands."""
    assert "{{ 7 * 7 }}" in told[0].read_text(encoding="utf-8")


def test_terminal_controls_do_not_reach_the_terminal(told: tuple[Path, str]) -> None:
    """Neither escape sequences nor bidirectional overrides get into the summary."""
    assert not set("\x1b‮‬") & set(told[1])
