"""One self-contained HTML document: no request is made by opening it, and nothing in it can run but
the script that came with the package.

Style and script stand inline and are allowed by their hashes alone (Content Security Policy Level 3,
W3C); every other string is escaped by the template engine and made visible first. The document is
whole without the script, which only adds keys and opens what a link or the printer needs.
"""

import base64
import functools
import hashlib
import os
from importlib.resources import files
from pathlib import Path

import jinja2
from markupsafe import Markup

from samecopy.records import Result
from samecopy.report.labels import Pile, pile
from samecopy.report.pages import show_pages
from samecopy.report.sizes import count, unread_pages
from samecopy.report.story import show_stories
from samecopy.report.visible import visible


def render(result: Result) -> str:
    """The report of a pile as one HTML document; equal results give equal documents.

    >>> render(Result((), 0, (), ())).startswith("<!doctype html>")
    True
    """
    template, style, script = _parts()
    index = pile(result)
    return template.render(
        head=headline(result, index),
        policy=_policy(style, script),
        style=Markup(style),
        script=Markup(script),
        stories=show_stories(result, index),
        pages=show_pages(result, index),
        rejected=result.rejected,
        warnings=result.warnings,
    )


def headline(result: Result, index: Pile) -> str:
    """The pile in one line: `14 pages, 11 outlets, 2 stories`; those not read count too."""
    return ", ".join(
        (
            count(len(result.pages) + len(unread_pages(result.rejected)), "page"),
            str(index.outlets(index.views)),
            count(len(result.stories), "story", "stories"),
        )
    )


@functools.cache
def _parts() -> tuple[jinja2.Template, str, str]:
    """Template, style and script: compiled and read once a process."""
    here = files("samecopy.report")
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("samecopy.report"),
        bytecode_cache=_compiled(),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    style = (here / "style.css").read_text(encoding="utf-8")
    script = (here / "script.js").read_text(encoding="utf-8")
    return environment.get_template("report.html.j2"), style, script


def _compiled() -> jinja2.BytecodeCache | None:
    """Compiled templates lie where compiled modules do, if one may write there: compiling them anew takes
    0.15 s of every run."""
    folder = Path(__file__).parent / "__pycache__"
    if not os.access(folder, os.W_OK):
        return None
    return jinja2.FileSystemBytecodeCache(str(folder), "%s.jinja2")


def _finalize(value: object) -> object:
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _policy(style: str, script: str) -> str:
    return (
        f"default-src 'none'; style-src {_allowed(style)}; script-src {_allowed(script)}; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _allowed(inline: str) -> str:
    digest = base64.b64encode(hashlib.sha256(inline.encode()).digest()).decode()
    return f"'sha256-{digest}'"
