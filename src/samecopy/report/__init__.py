"""The faces of a result: one HTML document, and a few lines for a terminal.

- `document`: the HTML document, from `templates/`, `style.css` and `script.js`.
- `story`, `family`, `account`, `pages`: what the templates show, gathered from the records.
- `tree`, `difference`, `marks`: the copy tree's layout; changed words; a page's text, marked.
- `summary`: the terminal form; `look`: terminal views of one story, family, page or comparison.
- `wording`, `visible`, `labels`, `anchors`, `lines`: words, safe strings, names of pages, addresses,
  lines for a terminal.

Machine-readable forms of the same result are next door, in `samecopy.exports`.
"""

import importlib

from samecopy.records import Result
from samecopy.report.look import comparison, show
from samecopy.report.summary import summary

__all__ = ["comparison", "render", "show", "summary"]


def render(result: Result) -> str:
    """The report of a pile as one HTML document, to be written as UTF-8.

    It needs no other file and makes no request. Every statement, edit, date and figure in it links to
    the words of the page that it rests on.
    """
    # The template engine takes longer to load than most commands take to run: only who renders pays.
    document = importlib.import_module("samecopy.report.document")
    page: str = document.render(result)
    return page
